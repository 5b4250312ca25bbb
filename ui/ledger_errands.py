"""What a person does to the measures and sums of the chosen action. Imports desk and dialogs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casefile.translation import in_sentence, tr
from casefile.values import DatePrecision, Money
from ui.asking import ask
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.sum_fields import (
    EnteredMeasure,
    EnteredSum,
    check_conversion,
    conversion_form,
    measure_form,
    measure_of,
    sum_form,
    sum_of,
)
from ui.evidence import ChosenPassage, rested_elsewhere, rests_on
from ui.evidence_lookups import EvidenceLookups
from ui.fact_errands import Here
from ui.figures import marks, sum_words
from ui.models.columns import date_text
from ui.notices import Notice, Tone
from ui.told import told
from ui.widgets.fact_tree import Place

if TYPE_CHECKING:
    from datetime import date

    from casefile.store.detail import ActionDetail, MeasureRow
    from casefile.store.editing import Grounds
    from casefile.store.facts import LedgerLine
    from casefile.store.rows import ClaimRow
    from casefile.store.store import Writer


class LedgerErrands(QObject):
    """Adds measures and sums, corrects and converts them."""

    def __init__(self, desk: Desk, window: QWidget, here: Here) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._here = here
        self._evidence = EvidenceLookups(desk)

    def add_measure(self) -> None:
        """Asks for one more thing that the action imposes."""
        detail = self._here()
        if detail is not None:
            self.add_measure_to(detail)

    def add_measure_to(self, detail: "ActionDetail", chosen: ChosenPassage | None = None) -> None:
        """As :meth:`add_measure`, for any action, maybe with the passage that the measure rests on."""
        action_id, tell = detail.record.row.id, chosen is not None
        dialog = FormDialog(
            tr("Add a measure"),
            measure_form(),
            tr("Add"),
            measure_of,
            self._window,
            lead=detail.record.row.title if tell else "",
            evidence=self._evidence.offer(action_id, chosen),
        )
        dialog.accepted.connect(
            lambda: self.write_measure(action_id, measure_of(dialog.entries()), dialog.grounds, tell=tell)
        )
        ask(dialog)

    def write_measure(
        self,
        action_id: int,
        entered: EnteredMeasure,
        grounds: "Grounds | None" = None,
        *,
        tell: bool = False,
    ) -> None:
        """Adds the measure; ``tell`` says so when it is done."""
        from casefile.store import sums

        person = self._desk.person
        label = "Add measure"
        self._desk.write(
            label,
            lambda w: sums.add_measure(
                w, action_id, entered.kind, person,
                deadline=entered.deadline, note=entered.note, grounds=grounds,
            ),
            (lambda _: self._done(label)) if tell else None,
        )  # fmt: skip

    def change_measure(self, measure: "MeasureRow") -> None:
        """Asks for another deadline and note."""
        detail = self._here()
        if detail is None:
            return
        dialog = FormDialog(
            tr("Edit {what}").format(what=in_sentence(told(measure.label))),
            measure_form(measure),
            tr("Save"),
            measure_of,
            self._window,
            evidence=self._evidence.offer(detail.record.row.id),
        )
        dialog.accepted.connect(
            lambda: self.rewrite_measure(measure.id, measure_of(dialog.entries()), dialog.grounds)
        )
        ask(dialog)

    def rewrite_measure(
        self, measure_id: int, entered: EnteredMeasure, grounds: "Grounds | None" = None
    ) -> None:
        """Writes the deadline and the note."""
        from casefile.store import sums

        person = self._desk.person
        self._desk.write(
            "Edit measure",
            lambda w: sums.change_measure(
                w, measure_id, person, deadline=entered.deadline, note=entered.note, grounds=grounds
            ),
        )

    def add_sum(self) -> None:
        """Asks for one more entry of a ledger."""
        detail = self._here()
        if detail is not None:
            self.add_sum_to(detail)

    def add_sum_to(self, detail: "ActionDetail", chosen: ChosenPassage | None = None) -> None:
        """As :meth:`add_sum`, for any action, maybe with the passage that the sum rests on."""
        action_id, tell = detail.record.row.id, chosen is not None
        dialog = FormDialog(
            tr("Add a sum"),
            sum_form(detail.measures),
            tr("Add"),
            sum_of,
            self._window,
            lead=detail.record.row.title if tell else "",
            evidence=self._evidence.offer(action_id, chosen),
        )
        dialog.accepted.connect(
            lambda: self.write_sum(action_id, sum_of(dialog.entries()), dialog.grounds, tell=tell)
        )
        ask(dialog)

    def write_sum(
        self, action_id: int, entered: EnteredSum, grounds: "Grounds | None" = None, *, tell: bool = False
    ) -> None:
        """Adds the entry, and the measure where it has still to be made; ``tell`` says so when it is done."""
        from casefile.store import sums

        person = self._desk.person
        line = sums.LedgerSum(entered.basis, entered.money, entered.dated, per=entered.per, note=entered.note)

        def work(writer: "Writer") -> None:
            measure_id = entered.measure_id
            if measure_id is None:
                measure_id = sums.add_measure(writer, action_id, entered.kind, person, grounds=grounds)
            sums.enter_sum(writer, measure_id, line, person, reason=entered.reason, grounds=grounds)

        label = f"Add {entered.basis} {entered.money}"
        self._desk.write(label, work, (lambda _: self._done(label)) if tell else None)

    def correct(self, line: "LedgerLine") -> None:
        """Asks for the right sum, basis and date of an entry."""
        detail = self._here()
        if detail is None:
            return
        dialog = FormDialog(
            tr("Correct the sum"),
            sum_form((), line),
            tr("Save"),
            sum_of,
            self._window,
            evidence=self._evidence.offer(detail.record.row.id, rests_on(_own_claim(line))),
        )
        dialog.accepted.connect(lambda: self.write_correction(line, sum_of(dialog.entries()), dialog.grounds))
        ask(dialog)

    def write_correction(
        self, line: "LedgerLine", entered: EnteredSum, grounds: "Grounds | None" = None
    ) -> None:
        """Writes what is different: the sum as the person's own claim, the rest on the entry.

        With other evidence the claim takes the place of the person's own one before it.
        """
        from casefile.store import editing, sums

        person, own = self._desk.person, _own_claim(line)
        moved = rested_elsewhere(own, grounds)
        is_new = entered.money != line.money or bool(entered.reason) or not line.is_live
        is_grounded = moved or (grounds is not None and own is None)

        def work(writer: "Writer") -> None:
            if (line.basis, line.dated, line.note) != (entered.basis, entered.dated, entered.note):
                sums.describe_entry(
                    writer, line.entry_id, entered.basis, person,
                    dated=entered.dated, note=entered.note, reason=entered.reason, grounds=grounds,
                )  # fmt: skip
            if is_new or is_grounded:
                sums.correct_sum(
                    writer, line.entry_id, entered.money, person, reason=entered.reason, grounds=grounds
                )
            if own is not None and moved and entered.money == line.money:
                editing.reject_claim(writer, own.id, person)

        self._desk.write(f"Correct {line.money} to {entered.money}", work)

    def convert(self, place: Place) -> None:
        """Asks for a currency; the sum in it, with rate and day, stands below the choice."""
        line, day = place.line, self._day(place)
        if line is None:
            return
        if day is None:
            words = tr("A sum is converted at the rate of its day: enter that day, or that of the decision.")
            self._desk.told.emit(Notice(words, Tone.NOTE))
            return
        self._desk.read("rates", lambda _: _currencies(), lambda known: self._ask_currency(line, day, known))

    def write_conversion(self, line: "LedgerLine", currency: str) -> None:
        """Notes what the sum was in the currency."""
        from casefile.store import sums

        def work(writer: "Writer") -> Money:
            return sums.convert_entry(writer, line.entry_id, currency)

        self._desk.write(f"Convert {line.money} to {currency}", work)

    def _ask_currency(self, line: "LedgerLine", day: "date", currencies: list[str]) -> None:
        def say(currency: str) -> str:
            return conversion_text(line.money, currency, day)

        dialog = FormDialog(
            tr("Convert {money}").format(money=sum_words(line.money)),
            conversion_form(line, currencies, say),
            tr("Convert"),
            lambda entries: check_conversion(entries, say),
            self._window,
            lead=tr("The sum as stated stays; the conversion stands beside it."),
        )
        dialog.accepted.connect(lambda: self.write_conversion(line, dialog.entries()["currency"]))
        ask(dialog)

    def _done(self, label: str) -> None:
        self._desk.tell_done(tr("Done: {step}.").format(step=told(label)))

    def _day(self, place: Place) -> "date | None":
        detail = self._here()
        if place.line is None or detail is None:
            return None
        date = place.line.dated or detail.record.row.decided
        return date.earliest if date is not None and date.precision is DatePrecision.DAY else None


def _own_claim(line: "LedgerLine") -> "ClaimRow | None":
    """The person's own live claim on the sum that rests on a source, the last one; None without one."""
    return next((claim for claim in reversed(line.fact.live) if rests_on(claim) is not None), None)


def conversion_text(money: Money, currency: str, day: "date") -> str:
    """The sum in the currency with rate and day, "" where there is no rate."""
    from casefile import rates
    from casefile.values import PartialDate

    converted = rates.convert(money, currency, day)
    if converted is None:
        return ""
    rate_day = date_text(PartialDate.of_day(converted.rate_date))
    return tr("{money}, at {rate}, the reference rate of {rate_day}").format(
        money=sum_words(converted.money), rate=marks(str(converted.rate)), rate_day=rate_day
    )


def _currencies() -> list[str]:
    from casefile import rates

    return sorted(rates.currencies())
