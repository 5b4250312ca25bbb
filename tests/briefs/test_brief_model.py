from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from casefile.briefs.model import Brief, BriefFact, BriefSource, Citation, FactField, Statement


def test_notes_count_each_citation_once_in_the_order_of_first_use(sample: Brief) -> None:
    notes = sample.notes()
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert len({note.citation for note in notes}) == len(notes)
    assert [note.citation for note in notes] == list(dict.fromkeys(sample.citations()))


def test_a_brief_cannot_cite_a_source_that_it_does_not_list(make: Callable[..., Brief]) -> None:
    with pytest.raises(ValueError, match=r"no such sources: \[7\]"):
        make(summary=(Statement("Unfounded.", (Citation(7),)),))


def test_sources_are_numbered_without_a_gap(make: Callable[..., Brief]) -> None:
    with pytest.raises(ValueError, match="not numbered"):
        make(sources=(BriefSource(2, "Second without a first"),))


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=1))])
def test_as_of_is_utc(make: Callable[..., Brief], zone: timezone | None) -> None:
    with pytest.raises(ValueError, match="not UTC"):
        make(as_of=datetime(2026, 1, 1, tzinfo=zone))


def test_facts_are_found_by_field_and_named_by_it_or_by_their_own_name(sample: Brief) -> None:
    amounts = sample.actions[0].of(FactField.AMOUNT)
    assert [fact.label for fact in amounts] == ["Amount", "Periodic penalty, at most"]


def test_a_title_is_said_once_unless_it_has_a_source(sample: Brief) -> None:
    action = sample.actions[0]
    bare = BriefFact(FactField.OTHER, action.title, name="Title")
    cited = replace(bare, citations=action.facts[0].citations)
    assert replace(action, facts=(*action.facts, bare)).listed == action.facts
    assert replace(action, facts=(*action.facts, cited)).listed == (*action.facts, cited)


def test_unreviewed_statements_are_counted_in_every_part(sample: Brief) -> None:
    assert sample.unreviewed_count() == 4
    reviewed = replace(sample, quotes=(), events=(), actions=(), conflicts=())
    assert reviewed.unreviewed_count() == 0
