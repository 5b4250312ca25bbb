"""What a person does to the facts of the chosen action: asked first where there is something to ask.

Imports desk, dialogs and, only when something is done, casefile.store.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from casefile.fields import Field, FieldKind, field
from casefile.store.field_values import canonical
from casefile.store.rows import ClaimRow, Fact
from casefile.terms import ClaimState
from casefile.translation import in_sentence, tr
from ui.asking import ask
from ui.desk import Desk
from ui.dialogs.fact_fields import REASON, form_of_field, value_of
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries
from ui.evidence import ChosenPassage, rested_elsewhere, rests_on
from ui.evidence_lookups import EvidenceLookups
from ui.fact_commands import dead_claim, live_claim
from ui.notices import Notice, Tone
from ui.suggestions import Suggestions
from ui.told import told

if TYPE_CHECKING:
    from casefile.store.conflict_rows import Conflict
    from casefile.store.detail import ActionDetail
    from casefile.store.editing import Grounds
    from casefile.store.store import Writer
    from ui.widgets.fact_tree import Place

Here = Callable[[], "ActionDetail | None"]
"""The action that is shown."""


class FactErrands(QObject):
    """Adds, edits, settles, rejects, accepts, verifies."""

    passage_opened = Signal(int, object)
    """Somebody wants to see a source (its id) at a :class:`Span`."""
    conflicts_wanted = Signal()
    """Somebody wants to see the rival values."""

    def __init__(self, desk: Desk, window: QWidget, here: Here, expect: Callable[[str], None]) -> None:
        """``expect`` is told the field whose value is about to be written."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._here = here
        self._expect = expect
        self._suggestions = Suggestions(desk)
        self._evidence = EvidenceLookups(desk)
        self.add_elsewhere: dict[str, Callable[[], None]] = {}
        """What adds the things that are no fields: see :mod:`ui.dialogs.choose_field`."""

    def add(self) -> None:
        """Asks for a field, then for its value."""
        from ui.dialogs.choose_field import FieldChooser

        detail = self._here()
        if detail is None:
            return
        chooser = FieldChooser({fact.field for fact in detail.facts if fact.live}, self._window)
        # The next question comes when this one has gone: two window-modal dialogs block each other.
        chooser.field_chosen.connect(lambda name: QTimer.singleShot(0, lambda: self.add_field(name)))
        ask(chooser)

    def add_field(self, name: str) -> None:
        """Asks for a value of the field; the present one of a field with one value stands there already."""
        detail = self._here()
        if name in self.add_elsewhere:
            self.add_elsewhere[name]()
        elif detail is not None:
            self.add_to(detail, name)

    def add_to(self, detail: "ActionDetail", name: str, chosen: ChosenPassage | None = None) -> None:
        """As :meth:`add_field`, for any action, maybe with the passage that the value rests on."""
        known = None if field(name).many else next((f for f in detail.facts if f.field == name), None)
        self._ask_value(detail, field(name), _present(known) if known is not None else None, chosen)

    def edit(self, place: "Place") -> None:
        """Asks for another value of the fact under the cursor."""
        detail, fact = self._here(), place.fact
        if detail is None or fact is None:
            return
        if field(fact.field).kind is FieldKind.SUM:
            words = (
                tr(
                    "What a source converts itself is not edited: reject it, or convert the sum"
                    " in its ledger."
                )
                if fact.live
                else tr("A sum that was left out is not edited: accept its claim again first.")
            )
            self._desk.told.emit(Notice(words, Tone.NOTE))
            return
        live = place.claim if place.claim is not None and place.claim.state is ClaimState.ACCEPTED else None
        self._ask_value(detail, field(fact.field), live or _present(fact))

    def set_value(
        self,
        action_id: int,
        entry: Field,
        entries: Entries,
        claim: ClaimRow | None = None,
        grounds: "Grounds | None" = None,
        *,
        tell: bool = False,
    ) -> None:
        """Writes the value that was entered, in the place of the claim's where the field has several.

        The same value with evidence stands beside a claim of others, and in the place of one's own that
        rested on something else. ``tell`` says what was done, for where the action is not in sight.
        """
        from casefile.store import editing

        person, value, reason = self._desk.person, value_of(entry, entries), entries[REASON].strip()
        label = f"{'Edit' if claim else 'Add'} {_named(entry)}"

        def work(writer: "Writer") -> None:
            same = claim is not None and canonical(entry, value) == claim.raw
            moved = same and rested_elsewhere(claim, grounds)
            if entry.many and claim is not None and not (moved or (same and grounds is not None)):
                editing.replace_value(writer, claim.id, value, person, reason=reason, grounds=grounds)
                return
            editing.set_value(writer, action_id, entry.name, value, person, reason=reason, grounds=grounds)
            if moved and claim is not None:
                editing.reject_claim(writer, claim.id, person, reason=reason)

        self._expect(entry.name)
        self._desk.write(label, work, (lambda _: self._done(label)) if tell else None)

    def settle(self, place: "Place") -> None:
        """Asks which of the rival values of the fact under the cursor is right, and why."""
        detail, fact = self._here(), place.fact
        rivals = () if detail is None or fact is None else detail.conflicts
        conflict = next((one for one in rivals if fact is not None and one.is_about(fact)), None)
        if conflict is not None and conflict.settlement is None:
            self.ask_settlement(conflict)

    def ask_settlement(self, conflict: "Conflict") -> None:
        """Asks which of the rival values is right, and why; also where somebody settled it before."""
        from ui.dialogs.settle import SettleDialog

        dialog = SettleDialog(conflict, self._window)
        dialog.accepted.connect(lambda: self.settle_for(conflict.subject, dialog.claim_id, dialog.reason))
        dialog.passage_opened.connect(self.passage_opened)
        ask(dialog)

    def settle_for(self, subject: str, claim_id: int, reason: str) -> None:
        """Writes that the claim is right."""
        from casefile.store import editing

        person = self._desk.person
        self._desk.write(f"Settle {_lower(subject)}", lambda w: editing.settle(w, claim_id, person, reason))

    def reject(self, place: "Place") -> None:
        """The claim under the cursor counts no more."""
        from casefile.store import editing

        claim = live_claim(place)
        if claim is not None and place.fact is not None:
            self._decide(f"Reject a claim on {_lower(place.fact.label)}", editing.reject_claim, claim)

    def accept(self, place: "Place") -> None:
        """The claim under the cursor counts again."""
        from casefile.store import editing

        claim = dead_claim(place)
        if claim is not None and place.fact is not None:
            self._decide(f"Accept a claim on {_lower(place.fact.label)}", editing.accept_claim, claim)

    def remove(self, place: "Place") -> None:
        """The value under the cursor goes out of the record, whoever says it."""
        from casefile.store import editing

        fact = place.fact
        if fact is not None and fact.live:
            self._decide(f"Remove {_lower(fact.label)}", editing.remove_value, _present(fact))

    def verify(self) -> None:
        """Notes that the person checked the action today."""
        from casefile.store import editing

        detail, person = self._here(), self._desk.person
        if detail is not None:
            action_id = detail.record.row.id
            self._desk.write("Mark as verified", lambda w: editing.verify(w, action_id, person))

    def _decide(self, label: str, decide: Callable[..., None], claim: ClaimRow) -> None:
        person = self._desk.person
        self._desk.write(label, lambda w: decide(w, claim.id, person), lambda _: self._done(label))

    def _done(self, label: str) -> None:
        self._desk.tell_done(tr("Done: {step}.").format(step=told(label)))

    def _ask_value(
        self,
        detail: "ActionDetail",
        entry: Field,
        claim: ClaimRow | None,
        chosen: ChosenPassage | None = None,
    ) -> None:
        from casefile.store.party_rows import action_titles

        if entry.kind is not FieldKind.RELATION or claim is None:
            self._show_form(detail, entry, claim, "", chosen)
            return
        other = related(claim)
        self._desk.read(
            "related action",
            lambda r: action_titles(r, [other]),
            lambda titles: self._show_form(detail, entry, claim, titles.get(other, ""), chosen),
        )

    def _show_form(
        self,
        detail: "ActionDetail",
        entry: Field,
        claim: ClaimRow | None,
        shown: str,
        chosen: ChosenPassage | None,
    ) -> None:
        """A passage that was chosen before the form is for an action that may not be in sight."""
        action_id, tell = detail.record.row.id, chosen is not None
        dialog = FormDialog(
            (tr("Edit {what}") if claim else tr("Add {what}")).format(what=in_sentence(told(entry.label))),
            form_of_field(entry, claim.raw if claim else "", shown, self._suggestions.lookups(action_id)),
            tr("Save"),
            partial(value_of, entry),
            self._window,
            lead=detail.record.row.title if tell else "",
            evidence=self._evidence.offer(action_id, chosen or rests_on(claim)),
        )
        dialog.accepted.connect(
            lambda: self.set_value(action_id, entry, dialog.entries(), claim, dialog.grounds, tell=tell)
        )
        ask(dialog)


def related(claim: ClaimRow) -> int:
    """The other action of a relation's claim."""
    import json

    return int(json.loads(claim.raw)["action_id"])


def _present(fact: Fact) -> ClaimRow:
    """The live claim whose value the fact shows; the last one where none counts."""
    return next((claim for claim in fact.live if claim.value == fact.value), fact.claims[-1])


def _named(entry: Field) -> str:
    return _lower(entry.label)


def _lower(label: str) -> str:
    """A label within a sentence."""
    return label[:1].lower() + label[1:]
