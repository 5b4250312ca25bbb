"""Correcting how sources and quotes are described: reads, asks, writes. Imports desk and dialogs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.asking import ask
from ui.desk import Desk
from ui.dialogs.description_fields import entered_quote, entered_source, quote_form, source_form
from ui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from casefile.store.corrections import QuoteDetails, SourceDetails


class DescriptionErrands(QObject):
    """What is captured stays as it is; only what is said of it changes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def ask(self, place: str, record_id: int) -> None:
        """Reads how the record of that view is described, and asks how it is to be."""
        from casefile.store import corrections

        if place == "sources":
            self._desk.read(
                "describe",
                lambda r: corrections.source_details(r, record_id),
                lambda details: self._ask_source(record_id, details),
            )
        else:
            self._desk.read(
                "describe",
                lambda r: corrections.quote_details(r, record_id),
                lambda details: self._ask_quote(record_id, details),
            )

    def _ask_source(self, source_id: int, details: "SourceDetails") -> None:
        form = FormDialog(
            tr("Describe source"), source_form(details), tr("Save"), entered_source, self._window
        )
        form.accepted.connect(lambda: self.write_source(source_id, details, entered_source(form.entries())))
        ask(form)

    def _ask_quote(self, quote_id: int, details: "QuoteDetails") -> None:
        form = FormDialog(tr("Describe quote"), quote_form(details), tr("Save"), entered_quote, self._window)
        form.accepted.connect(lambda: self.write_quote(quote_id, details, entered_quote(form.entries())))
        ask(form)

    def write_source(self, source_id: int, before: "SourceDetails", entered: "SourceDetails") -> None:
        """Writes what is different of a source."""
        from casefile.store import corrections

        if entered != before:
            person = self._desk.person
            self._desk.write(
                "Describe source", lambda w: corrections.describe_source(w, source_id, entered, person)
            )

    def write_quote(self, quote_id: int, before: "QuoteDetails", entered: "QuoteDetails") -> None:
        """Writes what is different of a quote."""
        from casefile.store import corrections

        if entered != before:
            self._desk.write("Describe quote", lambda w: corrections.describe_quote(w, quote_id, entered))
