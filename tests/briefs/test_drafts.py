"""Compositions kept as drafts: what is opened again is what was chosen."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import (
    BriefLanguage,
    BriefPart,
    BriefSection,
    CitationStyle,
    Composition,
    NotePlace,
    PageSize,
    Template,
    template_of,
)
from casefile.briefs.drafts import NO_CASE, DraftNotReadError, keep_draft, named_draft, open_draft
from casefile.store import cases, drafts
from casefile.store.drafts import DraftGoneError
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store

_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
_SECTIONS = st.lists(st.builds(BriefSection, st.sampled_from(BriefPart), _WORDS, _WORDS), max_size=5)
COMPOSITIONS = st.builds(
    Composition,
    title=_WORDS,
    sections=_SECTIONS.map(tuple),
    page_size=st.sampled_from(PageSize),
    citation_style=st.sampled_from(CitationStyle),
    note_place=st.sampled_from(NotePlace),
    language=st.sampled_from(BriefLanguage),
    organisation=_WORDS,
    author=_WORDS,
    recipient=_WORDS,
    marking=_WORDS,
    left_out=st.frozensets(st.sampled_from(["action/3", "quote/7", "action/3/amount/Fine"])),
)


def keep(store: Store, composition: Composition, draft_id: int | None = None) -> int:
    with store.write("Keep", by="ann") as writer:
        return keep_draft(writer, composition, draft_id)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(composition=COMPOSITIONS)
def test_what_is_opened_again_is_what_was_kept(store: Store, composition: Composition) -> None:
    draft_id = keep(store, Composition(title="First"))
    assert keep(store, composition, draft_id) == draft_id
    with store.read() as reader:
        assert open_draft(reader, draft_id).composition == composition


def test_a_draft_is_called_after_the_brief_or_its_case_file(store: Store) -> None:
    with store.write("Case", by="ann") as writer:
        case_id = cases.add_case(writer, "Faces")
    ids = [keep(store, one) for one in (Composition(), Composition(case_id=case_id), Composition("Mine"))]
    with store.read() as reader:
        names = [open_draft(reader, draft_id).name for draft_id in ids]
        assert names == ["Enforcement actions", "Faces", "Mine"]
        assert named_draft(reader, " faces").composition.case_id == case_id
        with pytest.raises(DraftGoneError):
            named_draft(reader, "Voices")


def test_a_draft_whose_case_file_is_gone_tells_nothing_rather_than_everything(store: Store) -> None:
    with store.write("Case", by="ann") as writer:
        case_id = cases.add_case(writer, "Faces")
    draft_id = keep(store, Composition(case_id=case_id))
    with store.write("Purge", by="ann") as writer:
        writer.delete(writer.get_one(CaseFile, case_id))
    with store.read() as reader:
        composition = open_draft(reader, draft_id).composition
        assert composition.case_id == NO_CASE
        assert assemble(reader, composition).actions == ()
    keep(store, replace(composition, title="Kept again"), draft_id)
    with store.read() as reader:
        assert open_draft(reader, draft_id).composition.case_id == NO_CASE


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"sections": [{"part": "unheard of"}]}'])
def test_what_cannot_be_read_is_told_by_its_name(store: Store, content: str) -> None:
    with store.write("Keep", by="ann") as writer:
        draft_id = drafts.add_draft(writer, "Odd", None, content)
    with store.read() as reader, pytest.raises(DraftNotReadError, match="“Odd”"):
        open_draft(reader, draft_id)


def test_own_words_do_not_hide_which_template_it_is() -> None:
    own = BriefSection(BriefPart.TEXT, "Mine", "words")
    assert template_of((own, *Template.QUOTES.sections)) is Template.QUOTES
    assert template_of((*Template.FULL.sections[1:], Template.FULL.sections[0])) is None
