"""Trains the model that tells the sums of sanctions from other money, and says how well it does.

``python -m tests.benchmarks.train_sums FOLDER...`` (``make train ARTICLES="FOLDER..."``) learns from articles
in ``texts/ID.txt`` with gold in ``gold/ID.json`` (amounts of actions, ``other_money``) and from the sentences
made up for it in ``tests/data/sums``. It prints the cross-validated accuracy, no fold knowing the articles of
another, beside that of the more frequent answer, and writes ``resources/models/sums.toml``; ``-v`` lists what
is wrong.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.reading import read_file
from casefile.values import Span
from tests.benchmarks.fitting import (
    Example,
    Judged,
    accuracy,
    calibration,
    cross_validated,
    fit,
    write_model,
)
from tests.scoring.articles import for_fitting

ROOT = Path(__file__).parent.parent.parent
SENTENCES = ROOT / "tests" / "data" / "sums" / "sentences.txt"
MODEL = ROOT / "resources" / "models" / "sums.toml"
PENALTY = 1.0
_SENTENCE = 1.0
"""How much a made-up sentence counts: it shows one wording plainly."""
_MARKED = re.compile(r"\[([+-])\s?([^\]]*)\]")


@dataclass(frozen=True)
class Labelled:
    """A sum's place and whether it is a sanction's."""

    span: Span
    sanction: bool


def examples_of(survey: Survey, labels: Sequence[Labelled], group: str) -> Iterator[Example]:
    """An example for each sum that was found and is labelled."""
    text = survey.article.text
    for mention in survey.money:
        label = next((each for each in labels if each.span.overlaps(mention.span)), None)
        if label is not None:
            about = text[max(0, mention.span.start - 80) : mention.span.end + 50].replace("\n", " ")
            weight = _SENTENCE if group.startswith("sentence") else 1.0
            yield Example(group, survey.sum_features[mention.span], label.sanction, weight, about)


def marked_sentences() -> Iterator[tuple[Survey, list[Labelled]]]:
    """The sentences made up for this, each a text of its own, with what their sums are."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    for line in (line for line in lines if not line.startswith("#")):
        language, marked = line.split(" | ", 1)
        text, labels = unmarked(marked)
        yield Survey(Article(text, SourceMetadata(language=language))), labels


def from_sentences() -> Iterator[Example]:
    """The examples of the sentences, each a group of its own."""
    for number, (survey, labels) in enumerate(marked_sentences()):
        yield from examples_of(survey, labels, f"sentence {number}")


def unmarked(marked: str) -> tuple[str, list[Labelled]]:
    """A sentence without the marks around its sums, and what they said."""
    text, labels, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        start = len(text)
        text += match.group(2)
        labels.append(Labelled(Span(start, len(text)), match.group(1) == "+"))
        end = match.end()
    return text + marked[end:], labels


def from_articles(folder: Path) -> Iterator[Example]:
    """The examples of a folder's articles; what the gold leaves open is left out."""
    for article in for_fitting(folder):
        gold = json.loads(article.gold.read_text(encoding="utf-8"))
        source = article.text
        document = read_file(source)
        survey = Survey(Article(document.text, document.metadata))
        yield from examples_of(survey, list(_labels(gold, source, document.text)), article.name)


def _labels(gold: dict[str, list[dict[str, object]]], source: Path, text: str) -> Iterator[Labelled]:
    original = source.read_text(encoding="utf-8")
    amounts = [amount for action in gold["actions"] for amount in action.get("amounts", [])]  # type: ignore[attr-defined]
    for entry, sanction in [(each, True) for each in amounts] + [
        (each, False) for each in gold.get("other_money", [])
    ]:
        start, end = entry.get("start"), entry.get("end")
        printed = str(entry.get("text") or original[start:end])
        place = start if text[start:end] == printed else text.find(printed)
        if place >= 0:
            yield Labelled(Span(place, place + len(printed)), sanction)


def main(folders: Sequence[str]) -> None:
    """Train, say how well, write the model."""
    articles = [example for folder in folders for example in from_articles(Path(folder))]
    sentences = list(from_sentences())
    judged = cross_validated(articles, PENALTY, always=sentences) if articles else []
    judged_sentences = cross_validated([*sentences, *articles], PENALTY)
    for name, some in (("articles", judged), ("all", judged_sentences)):
        if some:
            _report(name, some)
    model = fit([*articles, *sentences], PENALTY)
    sources = f"{len(articles)} sums of {len({each.group for each in articles})} articles"
    note = [
        "Whether a sum is a sanction's: the log odds that each word class, size and place adds.",
        f"Fitted by tests/benchmarks/train_sums.py from {sources} and {len(sentences)} of made-up sentences;",
        f"cross-validated by article it is right for {accuracy(judged or judged_sentences):.1%} of the sums.",
        "Class, side (< before, > behind the sum) and nearness (0 beside, 1 in the clause, 2 beyond it).",
    ]
    write_model(model, MODEL, note)


def _report(name: str, judged: list[Judged]) -> None:
    sanctions = sum(each.example.answer for each in judged) / len(judged)
    usual = max(sanctions, 1 - sanctions)
    print(f"{name}: {accuracy(judged):.3f} of {len(judged)} right; {usual:.3f} by the more frequent answer")
    for mean, share, count in calibration(judged):
        print(f"  said {mean:.2f}: {share:.2f} are ({count})")
    for each in judged if "-v" in sys.argv else ():
        if not each.right:
            sign = "+" if each.example.answer else "-"
            print(f"  {each.probability:.2f} {sign} {each.example.group}: {each.example.about}")


if __name__ == "__main__":
    main([argument for argument in sys.argv[1:] if not argument.startswith("-")])
