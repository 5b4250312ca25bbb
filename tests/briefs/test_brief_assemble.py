"""From the store to the model: every fact, quote and event has its citation."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import BriefPart, BriefSection, Composition
from casefile.briefs.model import Amount, Brief, LedgerEntry
from casefile.fields import FIELDS, FieldKind
from casefile.intake import accept_unreviewed, import_files
from casefile.intake.demo import ARTICLES
from casefile.intake.workers import ReaderPool
from casefile.paths import resource
from casefile.proposals import Proposals
from casefile.store import editing, queries
from casefile.store.rows import EventRow
from casefile.store.schema.record import Action
from casefile.store.store import Reader, Store
from casefile.terms import ActionStatus, AmountRole
from casefile.values import Money
from tests.store.operations import VALUES
from tests.store.records import accept, action, keep


@pytest.fixture
def demo(store: Store, tmp_path: Path, readers: ReaderPool) -> Brief:
    """The brief of the articles that ship."""
    for name in ARTICLES:
        (tmp_path / name).write_bytes(resource(f"demo/{name}").read_bytes())
    for line in import_files(store, [tmp_path / name for name in ARTICLES], "ann", readers=readers):
        assert line.source_id is not None
        accept_unreviewed(store, line.source_id, "ann")
    with store.read() as reader:
        return assemble(reader, Composition())


def test_everything_is_cited(demo: Brief) -> None:
    facts = [fact for action in demo.actions for fact in action.facts]
    assert len(facts) > 10
    assert [fact.label for fact in facts if not fact.citations] == []
    assert all(quote.citations for quote in demo.quotes)
    assert all(event.citations for event in demo.events)
    assert all(line.citations for line in demo.summary)
    assert [source.number for source in demo.sources] == [1, 2, 3, 4]


def test_statements_that_rest_on_one_passage_share_its_citation(demo: Brief) -> None:
    cited = list(demo.citations())
    assert len(cited) > len(set(cited))
    assert len({id(citation) for citation in cited}) == len(set(cited))


def test_the_story_told_four_times_is_one_action_with_its_conflict(demo: Brief) -> None:
    (action,) = demo.actions
    assert action.title == "Autoriteit Persoonsgegevens: Lumivara B.V."
    assert {"Imposed", "Reduced", "At most"} <= {entry.basis for entry in action.ledger}
    said = {str(position.value) for conflict in demo.conflicts for position in conflict.positions}
    assert {"€12,400,000", "€14,200,000", "$13.6 (scale missing)"} <= said


def test_amounts_stand_in_the_order_of_time_each_with_its_measure(demo: Brief) -> None:
    (action,) = demo.actions
    dates = [entry.date.earliest for entry in action.ledger if entry.date]
    assert dates == sorted(dates)
    assert [entry.label for entry in action.ledger] == [
        "Fine, imposed", "Penalty payment, imposed, per day", "Penalty payment, at most", "Fine, reduced",
    ]  # fmt: skip
    assert LedgerEntry(None, "Imposed", None).label == "Imposed"


@pytest.mark.parametrize(
    "parts", [(BriefPart.CHART, BriefPart.TIMELINE), (BriefPart.TIMELINE, BriefPart.CHART)]
)
def test_what_the_chart_and_the_timeline_both_show_is_read_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, parts: tuple[BriefPart, ...]
) -> None:
    for proposal_id in keep(store, Proposals(actions=(action("2500000"),))):
        accept(store, proposal_id)
    read: list[int] = []
    rows = queries.event_rows

    def noted(reader: Reader, ids: Sequence[int]) -> list[EventRow]:
        read.append(len(ids))
        return rows(reader, ids)

    monkeypatch.setattr(queries, "event_rows", noted)
    composition = Composition(sections=tuple(map(BriefSection, parts)))
    with store.read() as reader:
        brief = assemble(reader, composition)
    assert len(read) == 1
    assert brief.events
    assert all(event.citations for event in brief.events)


def test_the_summary_rests_on_the_sum_that_it_names(demo: Brief) -> None:
    (line,) = demo.summary
    assert "€9,300,000" in line.text
    words = " ".join(citation.passage.exact for citation in line.citations if citation.passage)
    assert "9,300,000" in words or "€9.3 million" in words
    for other in ("€12.4 million", "14,2 Millionen", "$13.6"):
        assert other not in words


@pytest.mark.parametrize("status", ["proposed", "annulled", "imposed"])
def test_only_what_stands_is_summed(store: Store, article: Path, status: str, readers: ReaderPool) -> None:
    (line,) = import_files(store, [article], "ann", readers=readers)
    assert line.source_id is not None
    accept_unreviewed(store, line.source_id, "ann")
    with store.write("Set the status", by="ann") as writer:
        writer.get_one(Action, 1).status = ActionStatus(status)
    with store.read() as reader:
        captions = [figure.caption for figure in assemble(reader, Composition()).figures]
    assert ("in penalties as they stand" in captions) is (status == "imposed")


def test_what_is_owed_for_each_day_is_no_part_of_a_sum(store: Store) -> None:
    fine = action()
    daily = dataclasses.replace(fine.amounts[0], role=AmountRole.PER_DAY)
    periodic = dataclasses.replace(action(respondent="Other"), amounts=(daily,))
    for proposal_id in keep(store, Proposals(actions=(fine, periodic))):
        accept(store, proposal_id)
    with store.read() as reader:
        figures = assemble(reader, Composition()).figures
        assert {row.per for row in queries.action_rows(reader, [1, 2])} == {"", "day"}
    (total,) = (figure.value for figure in figures if "penalties" in figure.caption)
    assert total == Amount(Money(250_000_000, "EUR"))


def test_an_empty_store_makes_an_empty_brief(store: Store) -> None:
    with store.read() as reader:
        brief = assemble(reader, Composition())
    assert (brief.actions, brief.sources, brief.title) == ((), (), "Enforcement actions")


def test_every_field_that_a_person_can_set_is_told_but_what_helps_to_work(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    by_hand = [field for field in FIELDS if field.kind is not FieldKind.SUM and field.name != "status"]
    for field in by_hand:
        with store.write(f"Set {field.name}", by="bob") as writer:
            editing.set_value(writer, known, field.name, VALUES[field.kind][0], "bob")
    with store.read() as reader:
        (told,) = assemble(reader, Composition()).actions
    assert [fact.label for fact in told.facts if fact.label in ("Title", "Forum", "Tag", "Confidence")] == [
        "Title", "Forum",
    ]  # fmt: skip
    assert {field.label for field in by_hand} - {"Tag", "Confidence"} <= {fact.label for fact in told.facts}
