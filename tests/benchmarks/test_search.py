"""What a search costs beside a bare look-up in the same index.

The baseline is ``MATCH ... LIMIT 50`` without order or snippet, in the same run.
"""

from functools import partial

from sqlalchemy import text

from casefile.store.search import parse, search
from casefile.store.search.expressions import expression
from casefile.store.store import Reader, Store
from tests.benchmarks.generated_texts import vocabulary
from tests.benchmarks.measuring import SOURCES, median_ms

RUNS = 15


def look_up(reader: Reader, words: str) -> object:
    bare = text("SELECT rowid FROM source_search WHERE source_search MATCH :words LIMIT 50")
    return reader.execute(bare, {"words": words}).all()


def queries() -> dict[str, str]:
    words = vocabulary()
    return {
        "rare word": words[45_000],
        "rare word, whole": f'"{words[45_000]}"',
        "medium word": words[2_000],
        "most common word": words[0],
        "most common word, whole": f'"{words[0]}"',
        "phrase of common words": f'"{words[0]} {words[1]}"',
        "two common words": f"{words[0]} {words[1]}",
        "beginning of five letters": f"{words[900][:5]}*",
        "beginning of two letters": f"{words[900][:2]}*",
        "common without rare": f"{words[0]} -{words[45_000]}",
        "field and word": "authority:cnil gdpr",
        "fields and word": "authority:cnil amount:>10m decided:2018.. privacy",
        "language and word": "lang:fr gdpr",
        "fields alone": "authority:cnil amount:>10m",
    }


def test_the_first_fifty_hits(big: Store) -> None:
    print(f"\n{SOURCES:,} sources: the first 50 hits with snippets, median of {RUNS} in ms")
    print(f"  {'query':28}{'search':>9}{'bare':>9}{'ratio':>9}  hits, notes")
    for name, typed in queries().items():
        words = expression(parse(typed).query.words, grams=False)
        with big.read() as reader:
            found = search(reader, typed)
            ours = median_ms(partial(search, reader, typed), RUNS)
            plain = median_ms(partial(look_up, reader, words), RUNS) if words else 0.0
        ratio = f"{plain:9.2f}{ours / plain:9.1f}" if words else " " * 18
        print(f"  {name:28}{ours:9.1f}{ratio}  {len(found.hits)} {' '.join(found.notes)}")
        assert found.hits
        assert not found.problems
