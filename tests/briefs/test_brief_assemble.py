"""From the store to the model: every fact, quote and event has its citation."""

from pathlib import Path

import pytest

from casefile.briefs.assemble import BriefRequest, assemble
from casefile.briefs.model import Brief
from casefile.cli.demo import ARTICLES
from casefile.intake import accept_unreviewed, import_files
from casefile.paths import resource
from casefile.store.store import Store


@pytest.fixture
def demo(store: Store, tmp_path: Path) -> Brief:
    """The brief of the articles that ship."""
    for name in ARTICLES:
        (tmp_path / name).write_bytes(resource(f"demo/{name}").read_bytes())
    for line in import_files(store, [tmp_path / name for name in ARTICLES], "ann"):
        assert line.source_id is not None
        accept_unreviewed(store, line.source_id, "ann")
    with store.read() as reader:
        return assemble(reader, BriefRequest())


def test_everything_is_cited(demo: Brief) -> None:
    facts = [fact for action in demo.actions for fact in action.facts]
    assert len(facts) > 10
    assert [fact.label for fact in facts if not fact.citations] == []
    assert all(quote.citations for quote in demo.quotes)
    assert all(event.citations for event in demo.events)
    assert all(line.citations for line in demo.summary)
    assert [source.number for source in demo.sources] == [1, 2, 3, 4]


def test_the_story_told_four_times_is_one_action_with_its_conflict(demo: Brief) -> None:
    (action,) = demo.actions
    assert action.title == "Autoriteit Persoonsgegevens: Lumivara B.V."
    assert {"imposed", "reduced", "suspended"} <= {entry.basis.value for entry in action.ledger}
    said = {str(position.value) for conflict in demo.conflicts for position in conflict.positions}
    assert {"€12,400,000", "€14,200,000", "$13.6 (magnitude missing)"} <= said


def test_an_empty_store_makes_an_empty_brief(store: Store) -> None:
    with store.read() as reader:
        brief = assemble(reader, BriefRequest())
    assert (brief.actions, brief.sources, brief.title) == ((), (), "Enforcement actions")
