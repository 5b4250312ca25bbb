"""What a search costs in a store of made texts, beside a bare look-up in the same index.

``CASEFILE_SEARCH_SOURCES`` says how many sources of 3 KB (100,000 unless told otherwise), and
``CASEFILE_SEARCH_STORE`` names a file in which the store is kept for the next run. Of the first 30,000
sources every fifteenth has an action and a quote. The baseline is ``MATCH ... LIMIT 50`` without order or
snippet.
"""

import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from casefile.metadata import SourceMetadata
from casefile.proposals import (
    ActionProposal,
    Because,
    Proposals,
    ProposedAmount,
    ProposedDate,
    ProposedKind,
    ProposedParty,
    ProposedStatus,
    QuoteProposal,
)
from casefile.store import review
from casefile.store.keeping import Capture, keep_sources
from casefile.store.search import parse, search
from casefile.store.search.terms import expression
from casefile.store.store import Reader, Store
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, QuoteKind
from casefile.values import PartialDate, Span

SOURCES = int(os.environ.get("CASEFILE_SEARCH_SOURCES", "100000"))
KEPT = os.environ.get("CASEFILE_SEARCH_STORE", "")
A_STEP = 10_000
WITH_ACTION = 15
LAST_WITH_ACTION = 30_000
RUNS = 15
AUTHORITIES = (
    ("Commission nationale de l'informatique et des libertés", "FR-CNIL"),
    ("Autoriteit Persoonsgegevens", "NL-AP"),
    ("Garante per la protezione dei dati personali", "IT-GPDP"),
)
RESPONDENTS = ("Lumivara", "Ostrel", "Kandimo", "Veltrix", "Brixholm", "Quorada", "Senvik", "Tarmello")


def _generated() -> Any:  # noqa: ANN401
    """The texts beside this file: the tests are no package."""
    path = Path(__file__).with_name("generated_texts.py")
    spec = importlib.util.spec_from_file_location("generated_texts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MADE = _generated()


def _capture(made: Any) -> tuple[Capture, Proposals]:  # noqa: ANN401
    about = SourceMetadata(
        title=made.title,
        outlet=made.outlet,
        language=made.language,
        published=PartialDate(made.published),
    )
    name = f"{made.number}.txt"
    capture = Capture(name.encode(), name, made.text, about, "text/plain", "plain/1", ())
    has_action = made.number < LAST_WITH_ACTION and made.number % WITH_ACTION == 0
    return capture, _proposals(made) if has_action else Proposals()


def _proposals(made: Any) -> Proposals:  # noqa: ANN401
    place = Because((Span(0, 20),), "a rule", 0.9)
    name, code = AUTHORITIES[made.number % len(AUTHORITIES)]
    respondent = RESPONDENTS[made.number % len(RESPONDENTS)]
    amount = Decimal(1_000_000 + made.number * 1000)
    sums = (ProposedAmount(amount, "EUR", AmountScale.STATED, AmountRole.FINE, Span(0, 20), place),)
    action = ActionProposal(
        authority=ProposedParty(name, place, code),
        respondents=(ProposedParty(f"{respondent} {made.number}", place),),
        kind=ProposedKind(ActionKind.FINE, place),
        status=ProposedStatus(ActionStatus.IMPOSED, place),
        because=place,
        jurisdiction=code[:2],
        amounts=sums,
        date=ProposedDate(PartialDate(made.published), place),
    )
    quote = QuoteProposal(made.text[:120], Span(0, 120), QuoteKind.DIRECT, place, "Ann Lee", "chair")
    return Proposals(actions=(action,), quotes=(quote,))


def _steps(made: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(made)
    while some := list(islice(waiting, A_STEP)):
        yield some


def _fill(store: Store) -> None:
    for some in _steps(MADE.generate(SOURCES)):
        with store.write("Import", by="bench") as writer:
            keep_sources(writer, (_capture(made) for made in some))
    with store.read() as reader:
        ids = [row[0] for row in reader.execute(text("SELECT DISTINCT source_id FROM proposal ORDER BY 1"))]
    with store.write("Accept", by="bench") as writer:
        for source_id in ids:
            review.accept_all(writer, source_id, "bench", unreviewed=False)


@pytest.fixture(scope="module")
def full_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = Path(KEPT) if KEPT else tmp_path_factory.mktemp("search") / "search.casefile"
    if path.exists():
        store = Store.open(path)
    else:
        store = Store.create(path)
        started = time.perf_counter()
        _fill(store)
        print(f"\n{SOURCES:,} sources kept and indexed in {time.perf_counter() - started:.0f} s")
    yield store
    store.close()


def median_ms(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def _queries() -> dict[str, str]:
    words = MADE.vocabulary()
    return {
        "rare word": words[45_000],
        "rare word, whole": f'"{words[45_000]}"',
        "medium word": words[2_000],
        "most common word": words[0],
        "most common, whole": f'"{words[0]}"',
        "phrase of common": f'"{words[0]} {words[1]}"',
        "two common words": f"{words[0]} {words[1]}",
        "beginning of four": f"{words[900][:4]}*",
        "beginning of two": f"{words[900][:2]}*",
        "common without rare": f"{words[0]} -{words[45_000]}",
        "field and word": "authority:cnil gdpr",
        "fields and word": "authority:cnil amount:>10m decided:2018.. privacy",
        "language and word": "lang:fr gdpr",
        "fields alone": "authority:cnil amount:>10m",
    }


def _look_up(reader: Reader, words: str) -> object:
    bare = text("SELECT rowid FROM source_search WHERE source_search MATCH :words LIMIT 50")
    return reader.execute(bare, {"words": words}).all()


def test_the_first_fifty_hits(full_store: Store) -> None:
    print(f"\n{SOURCES:,} sources: median of {RUNS} in ms, first 50 hits with snippets")
    print(f"{'query':22}{'search':>9}{'bare':>8}{'ratio':>8}  hits, notes")
    for name, typed in _queries().items():
        words = expression(parse(typed).query.words, grams=False)
        with full_store.read() as reader:
            found = search(reader, typed)
            ours = median_ms(partial(search, reader, typed))
            plain = median_ms(partial(_look_up, reader, words)) if words else 0.0
        ratio = f"{ours / plain:8.1f}" if words else f"{'':8}"
        print(f"{name:22}{ours:9.1f}{plain:8.2f}{ratio}  {len(found.hits)} {' '.join(found.notes)}")
        assert found.hits
        assert not found.problems
