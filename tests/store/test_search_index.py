"""The index of words stays right whatever is done, undone and done again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals, QuoteProposal
from casefile.store import derived, lists, trash
from casefile.store.editing import set_value
from casefile.store.journal import NothingToUndoError
from casefile.store.keeping import Capture, keep_source
from casefile.store.party_edits import add_alias, merge_parties
from casefile.store.store import Store, Writer
from casefile.terms import QuoteKind
from tests.store.records import accept, action, because, keep

INDEXES = ("source_search", "source_grams", "action_search", "quote_search", "party_search")


def import_text(store: Store, words: str) -> None:
    about = SourceMetadata(title=words)
    capture = Capture(words.encode(), "a.txt", words, about, "text/plain", "plain/1", ())
    with store.write("Import", by="ann") as writer:
        keep_source(writer, capture, Proposals())


OPERATIONS = (
    "import",
    "chinese",
    "action",
    "quote",
    "alias",
    "tag",
    "trash",
    "restore",
    "merge",
    "empty",
    "undo",
    "redo",
)


@given(st.lists(st.sampled_from(OPERATIONS), min_size=1, max_size=10))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_after_any_operations_the_index_is_that_of_a_rebuild(
    tmp_path_factory: pytest.TempPathFactory, operations: list[str]
) -> None:
    store = Store.create(tmp_path_factory.mktemp("random") / "a.casefile")
    for number, operation in enumerate(operations):
        _do(store, operation, number)
    with store.write("Look", by="ann") as writer:
        before = _contents(writer)
        derived.rebuild(writer)
        after = _contents(writer)
        for name in INDEXES:
            _check_integrity(writer, name)
    store.close()
    assert before == after


def _contents(writer: Writer) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in INDEXES:
        if name == "source_search":
            _check_integrity(writer, name)
        else:
            rows = writer.execute(text(f"SELECT rowid, * FROM {name} ORDER BY rowid"))  # noqa: S608
            found[name] = rows.all()
    return found


def _check_integrity(writer: Writer, name: str) -> None:
    """SQLite's own comparison of the index with the texts: it raises where they differ."""
    writer.execute(text(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)"))  # noqa: S608


def _do(store: Store, operation: str, number: int) -> None:
    """One operation, or nothing where there is nothing to do it with."""
    with store.read() as reader:
        parties = [row[0] for row in reader.execute(text("SELECT id FROM party WHERE kind = 'respondent'"))]
        actions = [row[0] for row in reader.execute(text("SELECT id FROM action ORDER BY id"))]
        steps = (lists.source_ids(reader), actions)
    if operation == "import":
        import_text(store, f"Text {number} of words")
    elif operation == "chinese":
        import_text(store, f"数据保护 {number}")
    elif operation == "action":
        (proposal_id,) = keep(
            store, Proposals(actions=(action(respondent=f"Acme {number}"),)), f"{number}.txt"
        )
        accept(store, proposal_id)
    elif operation == "quote":
        said = QuoteProposal("We disagree,", because("We disagree,").spans[0], QuoteKind.DIRECT,
                             because("We disagree,"), f"李 {number}", "")  # fmt: skip
        (proposal_id,) = keep(store, Proposals(quotes=(said,)), f"{number}.txt")
        accept(store, proposal_id)
    elif operation in ("undo", "redo"):
        _replay(store, operation)
    else:
        _edit(store, operation, number, parties, steps)


def _replay(store: Store, operation: str) -> None:
    try:
        store.undo("ann") if operation == "undo" else store.redo("ann")
    except NothingToUndoError:
        return


def _edit(
    store: Store, operation: str, number: int, parties: list[int], records: tuple[list[int], list[int]]
) -> None:
    sources, actions = records
    with store.write(operation, by="ann") as writer:
        if operation == "alias" and parties:
            add_alias(writer, parties[0], f"別名 {number}")
        elif operation == "merge" and len(parties) > 1:
            merged = writer.execute(
                text("SELECT count(*) FROM party WHERE merged_into_id IS NOT NULL")
            ).scalar()
            if not merged:
                merge_parties(writer, parties[0], parties[1])
        elif operation == "tag" and actions:
            set_value(writer, actions[-1], "tag", f"tag {number}", "ann")
        elif operation == "trash":
            trash.put_in_trash(writer, "source", sources[:1])
            trash.put_in_trash(writer, "action", actions[:1])
        elif operation == "restore":
            trash.restore(writer, "action", actions[:1])
        elif operation == "empty":
            trash.empty_trash(writer)
