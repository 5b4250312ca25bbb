"""What a person does to the measures and sums of the chosen action. Imports desk and dialogs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

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
from ui.fact_errands import Here
from ui.models.columns import date_text
from ui.notices import Notice, Tone
from ui.widgets.fact_tree import Place

if TYPE_CHECKING:
    from datetime import date

    from casefile.store.detail import MeasureRow
    from casefile.store.facts import LedgerLine
    from casefile.store.store import Writer


class LedgerErrands(QObject):
    """Adds measures and sums, corrects and converts them."""

    def __init__(self, desk: Desk, window: QWidget, here: Here) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._here = here

    def add_measure(self) -> None:
        """Asks for one more thing that the action imposes."""
        detail = self._here()
        if detail is not None:
            action_id = detail.record.row.id
            dialog = FormDialog("Add a measure", measure_form(), "Add", measure_of, self._window)
            dialog.accepted.connect(lambda: self.write_measure(action_id, measure_of(dialog.entries())))
            ask(dialog)

    def write_measure(self, action_id: int, entered: EnteredMeasure) -> None:
        """Adds the measure."""
        from casefile.store import sums

        person = self._desk.person
        self._desk.write(
            "Add measure",
            lambda w: sums.add_measure(
                w, action_id, entered.kind, person, deadline=entered.deadline, note=entered.note
            ),
        )

    def change_measure(self, measure: "MeasureRow") -> None:
        """Asks for another deadline and note."""
        dialog = FormDialog(
            f"Edit {measure.label.lower()}", measure_form(measure), "Save", measure_of, self._window
        )
        dialog.accepted.connect(lambda: self.rewrite_measure(measure.id, measure_of(dialog.entries())))
        ask(dialog)

    def rewrite_measure(self, measure_id: int, entered: EnteredMeasure) -> None:
        """Writes the deadline and the note."""
        from casefile.store import sums

        person = self._desk.person
        self._desk.write(
            "Edit measure",
            lambda w: sums.change_measure(
                w, measure_id, person, deadline=entered.deadline, note=entered.note
            ),
        )

    def add_sum(self) -> None:
        """Asks for one more entry of a ledger."""
        detail = self._here()
        if detail is not None:
            action_id, measures = detail.record.row.id, detail.measures
            dialog = FormDialog("Add a sum", sum_form(measures), "Add", sum_of, self._window)
            dialog.accepted.connect(lambda: self.write_sum(action_id, sum_of(dialog.entries())))
            ask(dialog)

    def write_sum(self, action_id: int, entered: EnteredSum) -> None:
        """Adds the entry, and the measure where it has still to be made."""
        from casefile.store import sums

        person = self._desk.person
        line = sums.LedgerSum(entered.basis, entered.money, entered.dated, per=entered.per, note=entered.note)

        def work(writer: "Writer") -> None:
            measure_id = entered.measure_id
            if measure_id is None:
                measure_id = sums.add_measure(writer, action_id, entered.kind, person)
            sums.enter_sum(writer, measure_id, line, person, reason=entered.reason)

        self._desk.write(f"Add {entered.basis} {entered.money}", work)

    def correct(self, line: "LedgerLine") -> None:
        """Asks for the right sum, basis and date of an entry."""
        dialog = FormDialog("Correct the sum", sum_form((), line), "Save", sum_of, self._window)
        dialog.accepted.connect(lambda: self.write_correction(line, sum_of(dialog.entries())))
        ask(dialog)

    def write_correction(self, line: "LedgerLine", entered: EnteredSum) -> None:
        """Writes what is different: the sum as the person's own claim, the rest on the entry."""
        from casefile.store import sums

        person = self._desk.person

        def work(writer: "Writer") -> None:
            if (line.basis, line.dated, line.note) != (entered.basis, entered.dated, entered.note):
                sums.describe_entry(
                    writer, line.entry_id, entered.basis, person,
                    dated=entered.dated, note=entered.note, reason=entered.reason,
                )  # fmt: skip
            if entered.money != line.money or entered.reason or not line.is_live:
                sums.correct_sum(writer, line.entry_id, entered.money, person, reason=entered.reason)

        self._desk.write(f"Correct {line.money} to {entered.money}", work)

    def convert(self, place: Place) -> None:
        """Asks for a currency; the sum in it, with rate and day, stands below the choice."""
        line, day = place.line, self._day(place)
        if line is None:
            return
        if day is None:
            words = "A sum is converted at the rate of its day: enter that day, or that of the decision."
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
            f"Convert {line.money}",
            conversion_form(line, currencies, say),
            "Convert",
            lambda entries: check_conversion(entries, say),
            self._window,
            lead="The sum as stated stays; the conversion stands beside it.",
        )
        dialog.accepted.connect(lambda: self.write_conversion(line, dialog.entries()["currency"]))
        ask(dialog)

    def _day(self, place: Place) -> "date | None":
        detail = self._here()
        if place.line is None or detail is None:
            return None
        date = place.line.dated or detail.record.row.decided
        return date.earliest if date is not None and date.precision is DatePrecision.DAY else None


def conversion_text(money: Money, currency: str, day: "date") -> str:
    """The sum in the currency with rate and day, "" where there is no rate."""
    from casefile import rates
    from casefile.values import PartialDate

    converted = rates.convert(money, currency, day)
    if converted is None:
        return ""
    rate_day = date_text(PartialDate.of_day(converted.rate_date))
    return f"{converted.money}, at {converted.rate}, the reference rate of {rate_day}"


def _currencies() -> list[str]:
    from casefile import rates

    return sorted(rates.currencies())
