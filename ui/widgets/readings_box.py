"""What sums without their magnitude may mean: a choice with its reasons, none of it taken by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casefile.store.matches import ScaleReading
from casefile.translation import tr
from ui.figures import sum_words
from ui.told import told
from ui.widgets.buttons import text_button
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.wording import missing_text


class ReadingsBox(QWidget):
    """A button for each reading, named with its key; it says what a person wants and decides nothing."""

    chosen = Signal(int)
    """The place of the reading in the sequence, from 0."""

    def __init__(
        self, readings: Sequence[ScaleReading], picked: Sequence[ScaleReading], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = bare(QVBoxLayout(self))
        column.setSpacing(self.fontMetrics().height() // 4)
        stated = None
        for place, reading in enumerate(readings):
            if reading.amount != stated:
                stated = reading.amount
                column.addWidget(plain_label(missing_text(reading), "conflict", wrap=True))
            button = self._button(place, reading)
            button.setChecked(reading in picked)
            column.addWidget(button)
            reasons = "; ".join(told(reason) for reason in reading.reasons)
            column.addWidget(plain_label(tr("because {reasons}").format(reasons=reasons), "muted", wrap=True))

    def _button(self, place: int, reading: ScaleReading) -> QPushButton:
        button = text_button(f"{place + 1}: {sum_words(reading.money)}", lambda: self.chosen.emit(place))
        button.setCheckable(True)
        return button
