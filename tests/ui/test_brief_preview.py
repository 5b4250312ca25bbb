"""What a preview tells of the record, and that it reads the record no oftener than it must."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import ALL_PARTS, BriefPart, BriefSection, Composition
from casefile.proposals import Proposals
from casefile.store import queries
from casefile.store.rows import ActionRow
from casefile.store.store import Reader, Store
from tests.store.records import accept, action, keep
from ui.brief_preview import make_preview

OWN = BriefSection(BriefPart.TEXT, "In short", "Two fines.")


@pytest.fixture
def filled(store: Store) -> Store:
    for number in range(2):
        made = (action(f"{2500000 + number}", respondent=f"Acme {number}"),)
        for proposal_id in keep(store, Proposals(actions=made), f"{number}.txt"):
            accept(store, proposal_id)
    return store


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many actions were read, each time that any were."""
    times: list[int] = []
    rows = queries.action_rows

    def noted(reader: Reader, ids: Sequence[int]) -> list[ActionRow]:
        times.append(len(ids))
        return rows(reader, ids)

    monkeypatch.setattr(queries, "action_rows", noted)
    return times


@pytest.mark.parametrize("sections", [ALL_PARTS, (OWN, *ALL_PARTS)])
def test_a_brief_of_everything_is_read_once(
    filled: Store, read: list[int], sections: tuple[BriefSection, ...]
) -> None:
    composition = Composition(title="All", sections=sections)
    with filled.read() as reader:
        preview = make_preview(reader, composition)
        preview.pages.close()
        assert read == [2]
        everything = assemble(reader, replace(composition, sections=ALL_PARTS), preview.whole.as_of)
    assert preview.whole == everything
    assert preview.brief.sections == sections


def test_what_is_left_out_of_a_brief_is_in_the_whole_of_it(filled: Store) -> None:
    with filled.read() as reader:
        preview = make_preview(reader, Composition(title="Some", left_out=frozenset({"action/1"})))
        preview.pages.close()
    assert [len(brief.actions) for brief in (preview.brief, preview.whole)] == [1, 2]
