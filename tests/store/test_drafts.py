"""Drafts of briefs: begun, changed, renamed, deleted, and all of it undone."""

import pytest

from casefile.store.cases import add_case
from casefile.store.drafts import (
    LONGEST_NAME,
    DraftError,
    DraftGoneError,
    add_draft,
    change_draft,
    delete_draft,
    draft_row,
    draft_rows,
    rename_draft,
)
from casefile.store.store import Store


def drafts(store: Store, case_id: int | None = None) -> list[tuple[str, str]]:
    with store.read() as reader:
        return [(row.name, row.composition) for row in draft_rows(reader, case_id)]


def test_a_draft_is_kept_changed_renamed_deleted_and_each_step_is_undone(store: Store) -> None:
    with store.write("Begin", by="ann") as writer:
        first = add_draft(writer, " For the  hearing ", None, "{}")
    with store.write("Change", by="ann") as writer:
        change_draft(writer, first, None, '{"title": "x"}')
    with store.write("Rename", by="ann") as writer:
        rename_draft(writer, first, "For the court")
    with store.write("Delete", by="ann") as writer:
        delete_draft(writer, first)
    said = [drafts(store)]
    for _ in range(4):
        store.undo("ann")
        said.append(drafts(store))
    changed = '{"title": "x"}'
    assert said == [
        [], [("For the court", changed)], [("For the hearing", changed)], [("For the hearing", "{}")], [],
    ]  # fmt: skip
    for _ in range(3):
        store.redo("ann")
    assert drafts(store) == [("For the court", changed)]


def test_the_draft_changed_last_comes_first_and_a_case_file_lists_its_own(store: Store) -> None:
    with store.write("Begin", by="ann") as writer:
        case_id = add_case(writer, "Faces")
        mine = add_draft(writer, "Mine", case_id, "{}")
        add_draft(writer, "All", None, "{}")
        change_draft(writer, mine, case_id, "[]")
    assert drafts(store) == [("Mine", "[]"), ("All", "{}")]
    assert drafts(store, case_id) == [("Mine", "[]")]
    with store.read() as reader:
        assert draft_row(reader, mine).case_title == "Faces"


def test_a_new_draft_gets_a_number_where_its_name_is_taken(store: Store) -> None:
    with store.write("Begin", by="ann") as writer:
        for _ in range(3):
            add_draft(writer, "Brief", None, "{}")
    assert sorted(name for name, _ in drafts(store)) == ["Brief", "Brief 2", "Brief 3"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [(" ", "needs a name"), ("OTHER", "already"), ("x" * (LONGEST_NAME + 1), "too long")],
)
def test_a_name_that_cannot_be_is_refused_with_a_reason(store: Store, name: str, sentence: str) -> None:
    with store.write("Begin", by="ann") as writer:
        mine = add_draft(writer, "Mine", None, "{}")
        add_draft(writer, "Other", None, "{}")
    with pytest.raises(DraftError, match=sentence), store.write("Rename", by="ann") as writer:
        rename_draft(writer, mine, name)
    assert ("Mine", "{}") in drafts(store)


def test_a_draft_keeps_its_own_name_in_another_case(store: Store) -> None:
    with store.write("Begin", by="ann") as writer:
        rename_draft(writer, add_draft(writer, "Mine", None, "{}"), "MINE")
    assert drafts(store) == [("MINE", "{}")]


def test_what_is_gone_is_told(store: Store) -> None:
    with store.read() as reader, pytest.raises(DraftGoneError):
        draft_row(reader, 7)
    for act in (delete_draft, lambda writer, id_: change_draft(writer, id_, None, "{}")):
        with pytest.raises(DraftGoneError), store.write("Change", by="ann") as writer:
            act(writer, 7)
