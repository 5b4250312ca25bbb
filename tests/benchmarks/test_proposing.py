"""What proposing costs: an article, a book, the first call of each language; in passes over the words."""

import re
import statistics
import subprocess
import sys

from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from tests.benchmarks.measuring import median_ms, print_table, seconds

LANGUAGES = ("en", "de", "fr", "nl", "it", "es")
WORDS = 600
SHORT, LONG = 1_000, 100_000
RUNS = 5
LOADING = """
import sys, time
start = time.perf_counter()
import casefile.extraction
loaded = time.perf_counter() - start
from casefile.metadata import SourceMetadata
def call(language):
    start = time.perf_counter()
    casefile.extraction.extract("Acme Ltd.", SourceMetadata(language=language))
    return time.perf_counter() - start
print(loaded, *(call(language) for language in sys.argv[1:] for _ in range(2)))
"""


def prose(words: int) -> str:
    """A text of about so many words: reports that differ in names, sums and dates, with what was said."""
    parts: list[str] = []
    count = number = 0
    while count < words:
        number += 1
        name = (
            f"{chr(65 + number % 26)}{'elmortuvi'[number % 9]}rran {chr(65 + number // 26 % 26)}oldings Ltd"
        )
        parts.append(
            f"The Irish Data Protection Commission said on {number % 28 + 1} May 2024 that it had fined"
            f" {name} €{number % 90 + 1}.5 million for breaching Article {number % 40 + 5} of the GDPR.\n"
            "The company kept records of its users for longer than it had told them, the inquiry found.\n"
            f"“We have changed how we work and will appeal,” said Jane Roe, a spokeswoman for {name}.\n"
            "The decision follows complaints from three member states, where the service is popular.\n"
        )
        count += len(parts[-1].split())
    return " ".join(("".join(parts)).split(" ")[:words])


def plain_pass(text: str) -> int:
    """The baseline: the words of the text, and each small, looked up once."""
    return len({word.lower() for word in re.findall(r"\w+", text)}) + len(text.split())


def test_an_article_and_a_book() -> None:
    metadata = SourceMetadata(language="en")
    article, short, long = prose(WORDS), prose(SHORT), prose(LONG)
    took, plain = median_ms(lambda: extract(article, metadata)), median_ms(lambda: plain_pass(article))
    few = median_ms(lambda: extract(short, metadata)) / SHORT
    many = statistics.median(seconds(lambda: extract(long, metadata)) for _ in range(3)) * 1000 / LONG
    print_table(
        "Proposing",
        (
            (f"an article of {WORDS} words", f"{took:.1f} ms, {took / plain:.0f} passes over its words"),
            (f"each word of {SHORT:,}", f"{few * 1000:.0f} us"),
            (f"each word of {LONG:,}", f"{many * 1000:.0f} us, {many / few:.2f} times as long"),
        ),
    )
    assert extract(article, metadata).actions
    assert len(long.split()) >= LONG


def enumerated(number: int) -> str:
    """A sentence that tells of so many fines."""
    names = (
        f"{'BCDFGHKLMN'[i % 10]}{'aeiou'[i // 10 % 5]}{'lmnrst'[i // 50 % 6]}ron Ltd" for i in range(number)
    )
    return f"The ICO fined {', '.join(f'{name} £{sum_ + 1} million' for sum_, name in enumerate(names))}."


def test_one_sentence_of_many_fines() -> None:
    metadata = SourceMetadata(language="en")
    few, many = enumerated(25), enumerated(200)
    short = median_ms(lambda: extract(few, metadata)) / 25
    long = median_ms(lambda: extract(many, metadata)) / 200
    print_table(
        "A sentence of many fines",
        (
            ("each fine of 25", f"{short:.2f} ms"),
            ("each fine of 200", f"{long:.2f} ms, {long / short:.2f} times as long"),
        ),
    )
    assert extract(many, metadata).actions


def test_loading() -> None:
    command = [sys.executable, "-c", LOADING, *LANGUAGES]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(RUNS)]
    columns = list(zip(*([float(each) for each in run.stdout.split()] for run in runs), strict=True))
    medians = [statistics.median(column) * 1000 for column in columns]
    first, second = medians[1::2], medians[2::2]
    assert len(first) == len(second) == len(LANGUAGES)
    rows = [("the module", f"{medians[0]:.0f} ms")]
    for language, once, again in zip(LANGUAGES, first, second, strict=True):
        rows.append((f"the first call in {language}, the next", f"{once:.0f} ms, {again:.1f} ms"))
    print_table("Loading what proposes", rows)
