"""The line of a form that says what the value rests on, and lets it be chosen and removed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from casefile.store.rows import SourceRow
from casefile.translation import N_, in_sentence, tr
from ui.asking import ask
from ui.evidence import ChosenPassage, EvidenceOffer, one_line
from ui.figures import quoted
from ui.widgets.buttons import text_button
from ui.widgets.header import bare
from ui.widgets.labels import ElidedLabel, plain_label

NAME = N_("Evidence")


class EvidenceRow(QWidget):
    """None yet, or the chosen passage with its source."""

    changed = Signal()

    def __init__(self, offer: EvidenceOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.chosen = offer.chosen
        """What the value rests on; None where it rests on nothing yet."""
        self.words = ElidedLabel()
        self.source = ElidedLabel("", "muted")
        self.none = plain_label(tr("None yet"), "muted")
        self.choose_button = text_button(tr("Choose &passage…"), self.choose)
        self.remove_button = text_button(tr("Remove"), lambda: self.take(None))
        row = bare(QHBoxLayout())
        row.setSpacing(self.fontMetrics().height() // 2)
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(self.none)
        row.addStretch(1)
        lines = bare(QVBoxLayout(self))
        lines.addWidget(self.words)
        lines.addWidget(self.source)
        lines.addSpacing(self.fontMetrics().height() // 4)
        lines.addLayout(row)
        self._show()
        if self.chosen is not None and not self.chosen.title:
            offer.sources.rows([self.chosen.source_id], self._name)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What takes the keyboard, in its order."""
        return (self.choose_button, self.remove_button)

    def choose(self) -> None:
        """Asks for a passage."""
        from ui.dialogs.choose_passage import PassageDialog

        dialog = PassageDialog(replace(self._offer, chosen=self.chosen), self)
        dialog.passage_chosen.connect(self.take)
        ask(dialog)

    def take(self, chosen: ChosenPassage | None) -> None:
        """The value rests on this passage, or on none."""
        had_focus = self.remove_button.hasFocus()
        self.chosen = chosen
        self._show()
        if had_focus:
            self.choose_button.setFocus()
        self.changed.emit()

    def _name(self, rows: Sequence[SourceRow]) -> None:
        """The title of a source that was known by its id only."""
        if isValid(self) and self.chosen is not None and not self.chosen.title and rows:
            self.chosen = replace(self.chosen, title=rows[0].title or rows[0].file_name)
            self._show()

    def _show(self) -> None:
        chosen = self.chosen
        self.words.show_text(quoted(chosen.words) if chosen and chosen.words else tr("The source as a whole"))
        self.source.show_text(chosen.title if chosen is not None else "")
        self.none.setVisible(chosen is None)
        for widget in (self.words, self.source, self.remove_button):
            widget.setVisible(chosen is not None)
        self.choose_button.setAccessibleDescription(f"{tr(NAME)}: {one_line(chosen)}")
        self.remove_button.setAccessibleName(tr("Remove {name}").format(name=in_sentence(tr(NAME))))
