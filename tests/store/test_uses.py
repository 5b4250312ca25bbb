"""What rests on a source, with its passages; and the source's original bytes."""

from pathlib import Path

import pytest

from casefile.proposals import EventProposal, Proposals
from casefile.store import editing, party_edits, sums, trash, uses
from casefile.store.editing import Grounds
from casefile.store.errors import StoreError
from casefile.store.originals import original_file
from casefile.store.party_edits import PartyDetails
from casefile.store.store import Store
from casefile.store.use_rows import Use
from casefile.terms import LedgerBasis, ProposalKind
from casefile.values import Money, PartialDate, Span
from tests.store.records import accept, action, because, keep, quote
from tests.store.tampering import tamper


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A source with an action, a quote and an event."""
    made = Store.open_or_create(tmp_path / "a.casefile", person="ann")
    said = because("fined")
    event = EventProposal(PartialDate("2025-03-03"), said.spans[0], "The AP fined", said)
    for proposal_id in keep(made, Proposals(actions=(action(),), quotes=(quote(),), events=(event,))):
        accept(made, proposal_id)
    return made


def used(store: Store, source_id: int = 1) -> tuple[Use, ...]:
    with store.read() as reader:
        return uses.uses_of(reader, source_id)


def told(store: Store, source_id: int = 1) -> list[tuple[str, str]]:
    return [(use.label, use.value) for use in used(store, source_id)]


def test_facts_quotes_and_events_stand_in_the_order_of_the_text(store: Store) -> None:
    found = used(store)
    assert [use.id for use in found] == list(range(len(found)))
    starts = [use.spans[0].start for use in found]
    assert starts == sorted(starts)
    assert {("Amount, imposed", "€2,500,000"), ("Decided", "3 March 2025"), ("Quote", "We disagree,"),
            ("Event", "The AP fined")} <= set(told(store))  # fmt: skip
    assert {use.action_id for use in found} == {1}
    assert {use.kind for use in found} == {ProposalKind.ACTION, ProposalKind.QUOTE, ProposalKind.EVENT}


def test_a_quote_of_several_actions_names_none(store: Store) -> None:
    accept(store, keep(store, Proposals(actions=(action(respondent="Bolt"),)), "b.txt")[0])
    with store.write("Edit", by="bob") as writer:
        editing.set_value(writer, 2, "sector", "telecoms", "bob", grounds=Grounds(1, (Span(4, 6),)))
    (said,) = [use for use in used(store) if use.kind is ProposalKind.QUOTE]
    assert (said.action_id, said.owner) == (None, "2 actions")


def test_what_is_entered_by_hand_counts_while_its_value_does(store: Store) -> None:
    with store.write("Edit", by="bob") as writer:
        claim = editing.set_value(writer, 1, "tag", "faces", "bob", grounds=Grounds(1, (Span(4, 6),)))
    assert ("Tag", "faces") in told(store)
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, claim, "bob")
    assert ("Tag", "faces") not in told(store)


def test_measures_sums_and_parties_rest_on_it_too(store: Store) -> None:
    keep(store, Proposals(), "b.txt")
    grounds = Grounds(2, (Span(0, 3),))
    with store.write("By hand", by="bob") as writer:
        measure = sums.add_measure(writer, 1, "order", "bob", grounds=grounds)
        line = sums.LedgerSum(LedgerBasis.REDUCED, Money(100, "EUR"))
        sums.enter_sum(writer, measure, line, "bob", grounds=grounds)
        party_edits.describe_party(writer, 1, PartyDetails(legal_name="Acme plc"), "bob", grounds=grounds)
    found = {(use.label, use.action_id, use.owner) for use in used(store, 2)}
    assert ("Measure", 1, "Autoriteit Persoonsgegevens: Acme Corp") in found
    assert ("Amount, reduced", 1, "Autoriteit Persoonsgegevens: Acme Corp") in found
    assert ("Legal name", None, "Acme Corp") in found


def test_what_lies_in_the_trash_is_left_out(store: Store) -> None:
    with store.write("Trash", by="bob") as writer:
        trash.put_in_trash(writer, "action", [1])
    assert [use.kind for use in used(store)] == [ProposalKind.EVENT, ProposalKind.QUOTE]
    assert {use.owner for use in used(store)} == {""}


def test_the_original_is_as_it_was_captured(store: Store) -> None:
    with store.read() as reader:
        found = original_file(reader, 1)
    assert (found.name, found.media_type, found.content) == ("a.txt", "text/plain", b"a.txt")


def test_a_damaged_original_is_refused(store: Store) -> None:
    store.close()
    tamper(store.path, "UPDATE original SET content = x'00'")
    with Store.open(store.path, person="ann").read() as reader, pytest.raises(StoreError, match="damaged"):
        original_file(reader, 1)
