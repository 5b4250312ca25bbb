"""Everything that a person can do to a store, each as one small function: for tests that do it at random.

An operation works inside a write and takes what it needs from what is there, by a number. Where nothing is
there that it could work on, it does nothing; where the program refuses, its error passes.
"""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sqlalchemy import select

from casefile.errors import CasefileError
from casefile.fields import FIELDS, FieldKind, field
from casefile.metadata import SourceMetadata
from casefile.proposals import EventProposal, Proposals, ProposedStatus
from casefile.store import (
    briefs,
    cases,
    cells,
    drafts,
    editing,
    notes,
    party_edits,
    review,
    saved_searches,
    several,
    sums,
    tags,
    trash,
)
from casefile.store.brief_rows import BriefExport
from casefile.store.duplicates import keep_with_twins
from casefile.store.field_values import Value
from casefile.store.keeping import Capture, keep_sources, prepare_source
from casefile.store.notes import NoteOwner
from casefile.store.receipts import begin_batch, finish_batch, keep_lines
from casefile.store.rows import ReceiptRow
from casefile.store.schema.details import ActionNote, SourceNote
from casefile.store.schema.evidence import Claim, Proposal, Source
from casefile.store.schema.record import (
    Action,
    BriefDraft,
    CaseFile,
    CaseNote,
    LedgerEntry,
    Measure,
    Party,
    PartyAlias,
    Quote,
    SavedSearch,
    TimelineEvent,
)
from casefile.store.store import Store, Writer
from casefile.terms import (
    ActionStatus,
    ClaimState,
    LedgerBasis,
    Outcome,
    ProposalKind,
    ProposalState,
    TagColour,
)
from casefile.values import Money, PartialDate
from tests.store.near_duplicates import story_capture
from tests.store.records import TEXT, action, because, quote
from tests.store.rewrites import correct_figures, stories, truncate

BY = "ann"
T = TypeVar("T")
VALUES: dict[FieldKind, Sequence[Value]] = {
    FieldKind.TEXT: ("In words", "In other words"),
    FieldKind.NUMBER: (5_700_000, 12),
    FieldKind.DATE: ("2024-06", "2024", "2024-06-03"),
    FieldKind.LISTED: ("words of my own", "settled", "complaint"),
    FieldKind.PARTY: ({"name": "Some Body", "code": ""}, {"name": "Acme Corp", "code": ""}),
    FieldKind.PROVISION: ({"instrument": "GDPR", "article": "5", "finding": "infringed"},),
    FieldKind.IDENTIFIER: ({"scheme": "docket", "value": "C-4321", "url": ""},),
    FieldKind.APPEAL: ({"from_body": "AP", "from_number": "1", "to_body": "Rechtbank", "to_number": "2"},),
    FieldKind.RELATION: ({"action_id": 1, "relation": "follow-on"},),
}


TRASHABLE = {
    "action": Action, "source": Source, "quote": Quote, "event": TimelineEvent, "case_file": CaseFile,
}  # fmt: skip


@dataclass
class Choice:
    """Makes choices from one number, so that a failing sequence can be made shorter."""

    writer: Writer
    number: int

    def of(self, options: Sequence[T]) -> T | None:
        """One of the options, None where there is none; every call looks at other digits of the number."""
        if not options:
            return None
        self.number, place = divmod(self.number, len(options)) if self.number else (0, 0)
        return options[place]

    def id_of(self, model: Any, *conditions: Any) -> int | None:  # noqa: ANN401
        """The id of one of the rows."""
        return self.of(self.writer.scalars(select(model.id).where(*conditions).order_by(model.id)).all())


Operation = Callable[[Writer, Choice], None]


def import_source(writer: Writer, choice: Choice) -> None:
    keep_sources(writer, [_capture(choice)])


def import_sources(writer: Writer, choice: Choice) -> None:
    keep_sources(writer, [_capture(choice), _capture(choice)])


def import_twin(writer: Writer, choice: Choice) -> None:
    """One story in several shapes, from several outlets and addresses, or another story."""
    text = choice.of(_TEXTS) or ""
    url = choice.of(("", "https://example.org/a", "http://www.example.org/a/", "https://example.org/b")) or ""
    outlet = choice.of(("Example News", "Elsewhere")) or ""
    keep_with_twins(writer, prepare_source(story_capture(text, "story", url, outlet), Proposals()))


def accept(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Proposal, Proposal.state == ProposalState.OPEN)
    if found:
        review.accept(writer, found, BY)


def accept_edited(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Proposal, *_OPEN_ACTION)
    status = choice.of(list(ActionStatus)) or ActionStatus.FINAL
    edited = dataclasses.replace(action(), status=ProposedStatus(status, because("fined")))
    if found:
        review.accept(writer, found, BY, edited)


def accept_into(writer: Writer, choice: Choice) -> None:
    found, known = choice.id_of(Proposal, *_OPEN_ACTION), choice.id_of(Action)
    if found and known:
        review.accept(writer, found, BY, into=known)


def reject(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Proposal, Proposal.state == ProposalState.OPEN)
    if found:
        review.reject(writer, found, BY)


def accept_all(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Source)
    if found:
        review.accept_all(writer, found, BY, unreviewed=choice.of((True, False)) or False)


def add_case(writer: Writer, choice: Choice) -> None:
    cases.add_case(writer, choice.of(("Faces", "Transfers", "Children")) or "", "for the board")


def rename_case(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(CaseFile)
    if found:
        cases.rename_case(writer, found, choice.of(("Faces", "Voices")) or "", choice.of((None, "", "Why")))


def assign_action(writer: Writer, choice: Choice) -> None:
    case, known = choice.id_of(CaseFile), choice.id_of(Action)
    if case and known:
        cases.add_action(writer, case, known)


def assign_source(writer: Writer, choice: Choice) -> None:
    case, known = choice.id_of(CaseFile), choice.id_of(Source)
    if case and known:
        cases.add_source(writer, case, known)


def take_out_action(writer: Writer, choice: Choice) -> None:
    case, known = choice.id_of(CaseFile), choice.id_of(Action)
    if case and known:
        cases.take_out_actions(writer, case, [known])


def take_out_source(writer: Writer, choice: Choice) -> None:
    case, known = choice.id_of(CaseFile), choice.id_of(Source)
    if case and known:
        cases.take_out_sources(writer, case, [known])


def set_value(writer: Writer, choice: Choice) -> None:
    known = choice.id_of(Action)
    entry = choice.of([entry for entry in FIELDS if entry.kind is not FieldKind.SUM])
    value = choice.of(VALUES[entry.kind]) if entry else None
    if entry and known and value:
        editing.set_value(writer, known, entry.name, value, BY)


def replace_value(writer: Writer, choice: Choice) -> None:
    several = [entry.name for entry in FIELDS if entry.many and entry.kind is not FieldKind.SUM]
    found = choice.id_of(Claim, Claim.field.in_(several), *_LIVE)
    value = choice.of(VALUES[field(writer.get_one(Claim, found).field).kind]) if found else None
    if found and value:
        editing.replace_value(writer, found, value, BY)


def remove_value(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Claim, *_LIVE)
    if found:
        editing.remove_value(writer, found, BY)


def reject_claim(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Claim, *_LIVE)
    if found:
        editing.reject_claim(writer, found, BY, reason="a misprint")


def accept_claim(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Claim, Claim.state != ClaimState.ACCEPTED)
    if found:
        editing.accept_claim(writer, found, BY)


def settle(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Claim, Claim.field.in_(("amount", "decided", "status")))
    if found:
        editing.settle(writer, found, BY, "the decision says so")


def verify(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Action)
    if found:
        editing.verify(writer, found, BY)


def add_measure(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Action)
    if found:
        sums.add_measure(writer, found, choice.of(("fine", "ban", "order")) or "fine", BY)


def change_measure(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Measure)
    if found:
        sums.change_measure(
            writer, found, BY, deadline=choice.of((None, PartialDate("2025-09"))), note="within a month"
        )


def enter_sum(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Measure)
    basis = choice.of(list(LedgerBasis)) or LedgerBasis.IMPOSED
    money = Money((choice.of((100, 250, 999)) or 1) * 100, choice.of(("EUR", "USD")) or "EUR")
    if found:
        sums.enter_sum(writer, found, sums.LedgerSum(basis, money), BY)


def correct_sum(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(LedgerEntry)
    if found:
        sums.correct_sum(writer, found, Money(260_000_000, "EUR"), BY)


def convert_entry(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(LedgerEntry)
    if found:
        sums.convert_entry(writer, found, choice.of(("USD", "GBP")) or "USD")


def merge_parties(writer: Writer, choice: Choice) -> None:
    keep = choice.id_of(Party)
    kind = writer.get_one(Party, keep).kind if keep else None
    gone = choice.id_of(Party, Party.kind == kind, Party.id != keep)
    if keep and gone:
        party_edits.merge_parties(writer, keep, gone)


def split_party(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Party, Party.merged_into_id.is_not(None))
    if found:
        party_edits.split_party(writer, found)


def split_off(writer: Writer, choice: Choice) -> None:
    found, known = choice.id_of(Party), choice.id_of(Action)
    if found and known:
        party_edits.split_off(writer, found, "A part of it", [known])


def rename_party(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Party)
    if found:
        party_edits.rename_party(writer, found, choice.of(("Acme Group", "Acmé")) or "")


def describe_party(writer: Writer, choice: Choice) -> None:
    found, parent = choice.id_of(Party), choice.id_of(Party)
    details = party_edits.PartyDetails(legal_name="Acme Corporation", parent_id=parent)
    if found:
        party_edits.describe_party(writer, found, details, BY)


def add_alias(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(Party)
    if found:
        party_edits.add_alias(writer, found, choice.of(("Acme", "The Firm")) or "")


def remove_alias(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(PartyAlias)
    alias = writer.get_one(PartyAlias, found) if found else None
    if alias:
        party_edits.remove_alias(writer, alias.party_id, alias.name)


def put_in_trash(writer: Writer, choice: Choice) -> None:
    kind = choice.of(trash.KINDS) or "action"
    found = choice.id_of(TRASHABLE[kind])
    if found:
        trash.put_in_trash(writer, kind, [found])


def restore(writer: Writer, choice: Choice) -> None:
    row = choice.of(trash.trash_rows(writer))
    if row:
        trash.restore(writer, row.kind, [row.id])


OWNERS = {
    NoteOwner.ACTION: (Action, ActionNote),
    NoteOwner.SOURCE: (Source, SourceNote),
    NoteOwner.CASE_FILE: (CaseFile, CaseNote),
}


def add_note(writer: Writer, choice: Choice) -> None:
    owner = choice.of(list(NoteOwner)) or NoteOwner.ACTION
    found = choice.id_of(OWNERS[owner][0])
    if found:
        notes.add_note(writer, owner, found, choice.of(("Ask the board", "Call back")) or "", BY)


def change_note(writer: Writer, choice: Choice) -> None:
    owner = choice.of(list(NoteOwner)) or NoteOwner.ACTION
    found = choice.id_of(OWNERS[owner][1])
    if found:
        notes.change_note(writer, owner, found, "Asked the board")


def remove_note(writer: Writer, choice: Choice) -> None:
    owner = choice.of(list(NoteOwner)) or NoteOwner.ACTION
    found = choice.id_of(OWNERS[owner][1])
    if found:
        notes.remove_note(writer, owner, found)


def add_draft(writer: Writer, choice: Choice) -> None:
    drafts.add_draft(writer, choice.of(("For the board", "Fines")) or "", choice.id_of(CaseFile), "{}")


def change_draft(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(BriefDraft)
    if found:
        drafts.change_draft(writer, found, choice.id_of(CaseFile), '{"title": "Fines"}')


def delete_draft(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(BriefDraft)
    if found:
        drafts.delete_draft(writer, found)


def add_search(writer: Writer, choice: Choice) -> None:
    name = choice.of(("Fines", "Bans")) or ""
    saved_searches.add_search(writer, name, choice.of(("acme amount:>10m", "has:conflict")) or "")


def rename_search(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(SavedSearch)
    if found:
        saved_searches.rename_search(writer, found, choice.of(("Fines", "Large fines")) or "")


def delete_search(writer: Writer, choice: Choice) -> None:
    found = choice.id_of(SavedSearch)
    if found:
        saved_searches.delete_search(writer, found)


TAGS = ("Faces", "faces", "Élan", "To read")


def _a_tag(choice: Choice) -> str:
    return choice.of(TAGS) or ""


def add_tag(writer: Writer, choice: Choice) -> None:
    kind = choice.of(list(tags.Tagged)) or tags.Tagged.ACTION
    found = choice.id_of(TRASHABLE[kind])
    if found:
        tags.add_tag(writer, kind, [found], _a_tag(choice), BY)


def take_tag(writer: Writer, choice: Choice) -> None:
    kind = choice.of(list(tags.Tagged)) or tags.Tagged.ACTION
    found = choice.id_of(TRASHABLE[kind])
    if found:
        tags.take_tag(writer, kind, [found], _a_tag(choice), BY)


def recolour_tag(writer: Writer, choice: Choice) -> None:
    tags.recolour_tag(writer, _a_tag(choice), choice.of(list(TagColour)) or TagColour.RED)


def rename_tag(writer: Writer, choice: Choice) -> None:
    tags.rename_tag(writer, _a_tag(choice), _a_tag(choice), BY)


def delete_tag(writer: Writer, choice: Choice) -> None:
    tags.delete_tag(writer, _a_tag(choice), BY)


FOR_ALL = {
    tags.Tagged.ACTION: (("status", "annulled"), ("jurisdiction", "BE")),
    tags.Tagged.SOURCE: (("kind", "ruling"), ("outlet", "Reuters")),
    tags.Tagged.QUOTE: (("speaker", "Bob Roe"), ("role", "")),
}
CELLS: dict[tags.Tagged, Sequence[tuple[str, cells.Value]]] = {
    tags.Tagged.ACTION: (("decided", PartialDate("2024-07")), ("amount", Money(4_200_00, "EUR"))),
    tags.Tagged.SOURCE: (("published", PartialDate("2024")), ("title", "Renamed")),
    tags.Tagged.QUOTE: (("role", "chair of the board"),),
    tags.Tagged.EVENT: (("dated", PartialDate("2023~")), ("about", "Something happened")),
}


def set_for_all(writer: Writer, choice: Choice) -> None:
    kind = choice.of(list(FOR_ALL)) or tags.Tagged.ACTION
    name, value = choice.of(FOR_ALL[kind]) or ("status", "final")
    ids = writer.scalars(select(TRASHABLE[kind].id)).all()
    several.set_for_all(writer, kind, ids, name, value, BY)


def edit_cell(writer: Writer, choice: Choice) -> None:
    kind = choice.of(list(CELLS)) or tags.Tagged.ACTION
    found, change = choice.id_of(TRASHABLE[kind]), choice.of(CELLS[kind])
    if found and change:
        cells.set_cell(writer, kind, found, *change, BY)


OPERATIONS: tuple[Operation, ...] = (
    import_source, import_sources, import_twin, accept, accept_edited, accept_into, reject, accept_all,
    add_case, rename_case, assign_action, assign_source, take_out_action, take_out_source,
    set_value, replace_value, remove_value, reject_claim, accept_claim, settle, verify,
    add_measure, change_measure, enter_sum, correct_sum, convert_entry,
    merge_parties, split_party, split_off, rename_party, describe_party, add_alias, remove_alias,
    put_in_trash, restore,
    add_note, change_note, remove_note, add_draft, change_draft, delete_draft,
    add_search, rename_search, delete_search,
    add_tag, take_tag, recolour_tag, rename_tag, delete_tag, set_for_all, edit_cell,
)  # fmt: skip
"""What undo takes back."""


def keep_a_receipt(writer: Writer, choice: Choice) -> None:
    line = ReceiptRow("a.txt", Outcome.STORED, "", choice.id_of(Source))
    batch_id = begin_batch(writer, BY, [("a.txt", Path("a.txt").absolute())])
    keep_lines(writer, batch_id, 1, [line])
    finish_batch(writer, batch_id)


def export_brief(writer: Writer, choice: Choice) -> None:
    case_id = choice.id_of(CaseFile)
    export = BriefExport(case_id, "Faces", "a.pdf", "0" * 64, 3, datetime.now(UTC), 1)
    briefs.keep_brief(writer, export, "{}")


RECORDS: tuple[Operation, ...] = (keep_a_receipt, export_brief)
"""What is noted beside, and undo passes over."""
RECORD_TABLES = ("brief",)


def run(store: Store, operation: Operation, number: int, **how: Any) -> bool:  # noqa: ANN401
    """Does the operation as a step of its own; False where the program refused it."""
    try:
        with store.write(operation.__name__.replace("_", " ").capitalize(), by=BY, **how) as writer:
            operation(writer, Choice(writer, number))
    except (CasefileError, ValueError):
        return False
    return True


def fill(store: Store) -> None:
    """Does everything some times, so that there is something of everything."""
    for number in range(3):
        run(store, import_sources, number)
        run(store, accept_all, number)
    for number in range(3):
        for operation in OPERATIONS:
            run(store, operation, 7919 * number + 17)
    with store.write("Set every field", by=BY) as writer:
        known = writer.scalars(select(Action.id).order_by(Action.id.desc())).first() or 0
        for entry in FIELDS:
            if entry.kind is not FieldKind.SUM:
                value = "settled" if entry.name == "status" else VALUES[entry.kind][0]
                editing.set_value(writer, known, entry.name, value, BY)
    for operation in (add_case, assign_action, assign_source, add_search, add_draft):
        run(store, operation, 0)
    for number in range(len(NoteOwner)):
        run(store, add_note, number)
    for number in range(len(tags.Tagged)):
        run(store, add_tag, number)
    for operation in RECORDS:
        run(store, operation, 1, undoable=False)


_STORY, _OTHER = stories(2, 1)
_TEXTS = (
    _STORY,
    _STORY.upper(),
    truncate(Random(1), _STORY),  # noqa: S311
    correct_figures(Random(2), _STORY),  # noqa: S311
    _OTHER,
)
_OPEN_ACTION = (Proposal.state == ProposalState.OPEN, Proposal.kind == ProposalKind.ACTION)
_LIVE = (Claim.state == ClaimState.ACCEPTED,)


def _capture(choice: Choice) -> tuple[Capture, Proposals]:
    name = f"{choice.of('abcd')}.txt"
    made = action(
        choice.of(("2500000", "5200000", "2500000 1000000")) or "1",
        day=choice.of(("2025-03-03", "2025-03", "2021-05-01", None)),
        respondent=choice.of(("Acme Corp", "Acme", "Lumivara")) or "",
        status=choice.of((ActionStatus.IMPOSED, ActionStatus.REDUCED)) or ActionStatus.FINAL,
    )
    metadata = SourceMetadata(title=name, outlet="Example News")
    capture = Capture(name.encode(), name, TEXT, metadata, "text/plain", "plain/1", ())
    found = because("fined")
    event = EventProposal(PartialDate("2025-03-03"), found.spans[0], "The AP fined Acme Corp", found)
    return capture, Proposals(actions=(made,), quotes=(quote(),), events=(event,))
