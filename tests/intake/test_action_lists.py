"""From a list to actions with the cells as evidence: kept, proposed, accepted, undone."""

from pathlib import Path
from threading import Event

import pytest

from casefile.errors import CancelledError
from casefile.extraction.list_guess import guess_mapping
from casefile.extraction.list_mapping import ListField, ListMapping, MappedColumn, MappingError
from casefile.intake import accept_unreviewed, import_files
from casefile.intake.action_lists import propose_from_list, read_mapping, write_mapping
from casefile.intake.workers import ReaderPool
from casefile.progress import Task
from casefile.proposals import ActionProposal
from casefile.store import lists, queries, review
from casefile.store.check import check
from casefile.store.rows import ActionRecord, ProposalRow
from casefile.store.store import Store
from casefile.terms import ProposalKind, ProposalState

LEGAL_BASIS = "Insufficient legal basis for data processing"
LIST = f"""ETid,Country,Authority,Date of Decision,Fine [€],Controller/Processor,Quoted Art.,Type,Source
ETid-9001,SPAIN,AEPD,2024-01-12,"10,000","Muster Ejemplo, S.L.",Art. 32 GDPR,{LEGAL_BASIS},https://example.org/1
ETid-9002,FRANCE,CNIL,2024-02-03,Unknown,Exemple SARL,Art. 13 GDPR,Unknown,https://example.org/2
,,,,"10,000",,,,
"""


@pytest.fixture
def source_id(store: Store, tmp_path: Path, readers: ReaderPool) -> int:
    """The list, imported."""
    path = tmp_path / "fines.csv"
    path.write_text(LIST, "utf-8")
    (line,) = import_files(store, [path], "ann", readers=readers)
    assert line.source_id is not None
    return line.source_id


def proposals(store: Store, source_id: int) -> list[ProposalRow]:
    with store.read() as reader:
        return queries.proposals(reader, source_id)


def text_of(store: Store, source_id: int) -> str:
    with store.read() as reader:
        return queries.source_record(reader, source_id).text


def actions(store: Store) -> list[ActionRecord]:
    with store.read() as reader:
        return [queries.action_record(reader, id_) for id_ in lists.action_ids(reader)]


def test_a_dropped_list_waits_in_the_inbox_with_its_rows_as_proposals(store: Store, source_id: int) -> None:
    with store.read() as reader:
        assert list(lists.inbox_ids(reader)) == [source_id]
    found = proposals(store, source_id)
    assert [row.kind for row in found] == [ProposalKind.ACTION, ProposalKind.ACTION, ProposalKind.WARNING]


def test_accepted_rows_are_actions_with_the_evidence_of_their_cells(store: Store, source_id: int) -> None:
    assert accept_unreviewed(store, source_id, "ann") == 2
    record = next(each for each in actions(store) if "Muster" in each.row.title)
    assert (str(record.row.amount), record.row.jurisdiction) == ("€10,000", "ES")
    words = {
        fact.label: [evidence.exact for claim in fact.claims for evidence in claim.evidence]
        for fact in record.facts
    }
    assert words["Respondent"] == ["Muster Ejemplo, S.L."]
    assert words["Fine, imposed"] == ["10,000"]
    assert words["Decided"] == ["2024-01-12"]
    assert words["Jurisdiction"] == ["SPAIN"]
    assert words["Violation"] == [LEGAL_BASIS]
    assert words["Law"] == ["Art. 32 GDPR"]
    assert words["Identifier"] == ["https://example.org/1"] or "ETid-9001" in words["Identifier"]
    with store.read() as reader:
        assert check(reader) == []


def test_a_row_without_an_authority_is_accepted_without_one(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    path = tmp_path / "short.csv"
    path.write_text("Company,Country,Fine [€]\nMuster GmbH,Germany,5\nExemple SA,France,7\n", "utf-8")
    (line,) = import_files(store, [path], "ann", readers=readers)
    assert line.source_id is not None
    assert accept_unreviewed(store, line.source_id, "ann") == 2
    assert {each.row.authority for each in actions(store)} == {""}
    assert all(fact.field != "authority" for each in actions(store) for fact in each.facts)
    with store.read() as reader:
        assert check(reader) == []


def test_another_mapping_replaces_what_is_open_in_one_step(store: Store, source_id: int) -> None:
    before = proposals(store, source_id)
    mapping = ListMapping((MappedColumn("Controller/Processor", ListField.RESPONDENT),))
    report = propose_from_list(store, source_id, mapping, "ann")
    assert (report.proposed, report.problems) == (2, 1)
    found = proposals(store, source_id)
    assert len(found) == len(before)
    assert all(not row.proposal.amounts for row in found if isinstance(row.proposal, ActionProposal))
    assert store.undo("ann", report.step) == "Actions from fines.csv"
    assert proposals(store, source_id) == before


def test_what_was_decided_is_not_proposed_again(store: Store, source_id: int) -> None:
    first, second, _ = proposals(store, source_id)
    with store.write("Decide", by="ann") as writer:
        review.accept(writer, first.id, "ann")
        review.reject(writer, second.id, "ann")
    mapping = guess_mapping(text_of(store, source_id))
    report = propose_from_list(store, source_id, mapping, "ann")
    assert (report.proposed, report.decided, report.problems) == (0, 2, 1)
    states = [row.state for row in proposals(store, source_id) if row.kind is ProposalKind.ACTION]
    assert states == [ProposalState.ACCEPTED, ProposalState.REJECTED]


def test_a_stopped_making_changes_nothing(store: Store, source_id: int) -> None:
    before = proposals(store, source_id)
    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        propose_from_list(store, source_id, guess_mapping(text_of(store, source_id)), "ann", Task(stop=stop))
    assert proposals(store, source_id) == before


def test_prose_is_no_list(store: Store, article: Path, readers: ReaderPool) -> None:
    (line,) = import_files(store, [article], "ann", readers=readers)
    assert line.source_id is not None
    with pytest.raises(MappingError, match="is no list"):
        propose_from_list(store, line.source_id, ListMapping(()), "ann")


def test_a_table_of_something_else_is_kept_without_proposals(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    path = tmp_path / "animals.csv"
    path.write_text("Animal;Legs;Colour\nCat;4;grey\nHen;2;brown\n", "utf-8")
    (line,) = import_files(store, [path], "ann", readers=readers)
    assert line.source_id is not None
    assert proposals(store, line.source_id) == []


def test_ten_thousand_rows_become_proposals(store: Store, tmp_path: Path, readers: ReaderPool) -> None:
    rows = (f'ETid-{n},SPAIN,2024-01-12,"{n},000","Muster {n}, S.L.",Art. 32 GDPR' for n in range(1, 10_001))
    path = tmp_path / "many.csv"
    path.write_text(
        "ETid,Country,Date of Decision,Fine [€],Controller,Quoted Art.\n" + "\n".join(rows), "utf-8"
    )
    (line,) = import_files(store, [path], "ann", readers=readers)
    assert line.source_id is not None
    report = propose_from_list(store, line.source_id, guess_mapping(text_of(store, line.source_id)), "ann")
    assert (report.proposed, report.problems) == (10_000, 0)


def test_a_longer_list_waits_to_be_asked_for(store: Store, tmp_path: Path, readers: ReaderPool) -> None:
    rows = "\n".join(f"Muster {n},{n},Spain" for n in range(1, 6_001))
    path = tmp_path / "long.csv"
    path.write_text(f"Company,Fine [€],Country\n{rows}", "utf-8")
    (line,) = import_files(store, [path], "ann", readers=readers)
    assert line.source_id is not None
    assert proposals(store, line.source_id) == []
    assert "Actions from list" in line.message
    report = propose_from_list(store, line.source_id, guess_mapping(text_of(store, line.source_id)), "ann")
    assert report.proposed == 6_000


def test_a_mapping_file_is_written_and_read(tmp_path: Path) -> None:
    mapping = guess_mapping(LIST.replace(",", "\t"))
    path = tmp_path / "mapping.json"
    write_mapping(path, mapping)
    assert read_mapping(path) == mapping
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == ["mapping.json"]


def test_a_mapping_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match=r"gone\.json"):
        read_mapping(tmp_path / "gone.json")
    with pytest.raises(MappingError, match="could not be written"):
        write_mapping(tmp_path / "no folder" / "mapping.json", ListMapping(()))
