"""How long a brief in the making takes after a change: assembled, checked, set, opened by PDFium."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from casefile.briefs.composition import BriefLanguage, CitationStyle, Composition, NotePlace
from casefile.proposals import Proposals
from casefile.store.store import Store
from tests.benchmarks.measuring import print_table
from tests.store.records import accept, action, keep, quote
from ui.brief_preview import Preview, make_preview

ACTIONS = 22
"""As many make twenty pages."""
WANTED_MS = 200
RUNS = 3
PLAIN = Composition(title="In the making")
VARIANTS = {
    "plain": PLAIN,
    "notes at the foot": replace(PLAIN, note_place=NotePlace.FOOT),
    "APA": replace(PLAIN, citation_style=CitationStyle.APA),
    "German": replace(PLAIN, language=BriefLanguage.GERMAN),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with as many actions, each with a quote, from a source of its own."""
    store = Store.create(tmp_path_factory.mktemp("preview") / "preview.casefile")
    for number in range(ACTIONS):
        made = (action(f"{2500000 + number}", respondent=f"Acme {number}"),)
        for proposal_id in keep(store, Proposals(actions=made, quotes=(quote(),)), f"{number}.txt"):
            accept(store, proposal_id)
    return store


def took_ms(work: Callable[[], Preview]) -> tuple[float, int]:
    """The least of some runs in milliseconds of processor time; the pages."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        made = work()
        taken.append(time.process_time() - start)
        pages = len(made.pages.sizes)
        made.pages.close()
    return min(taken) * 1000, pages


def test_the_preview_after_a_change(filled: Store) -> None:
    rows = []
    for name, composition in VARIANTS.items():
        with filled.read() as reader:
            first = make_preview(reader, composition)
            first.pages.close()
            for what, before in (("opened", None), ("a word changed", first)):
                work = partial(make_preview, reader, replace(composition, title=what), None, before)
                ms, pages = took_ms(work)
                rows.append((f"{name}, {pages} pages, {what}", f"{ms:6.0f} ms   (wanted: {WANTED_MS})"))
    print_table("The preview of a brief after a change", rows)
    assert len(rows) == 2 * len(VARIANTS)
