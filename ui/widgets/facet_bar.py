"""What a list is narrowed to: a button for each facet, a chip for each value that was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casefile.translation import in_sentence, tr
from ui.facet_choice import facet_words
from ui.icons import put_icon
from ui.plain import plain_tip
from ui.widgets.buttons import text_button
from ui.widgets.facet_popup import FacetPopup, Look
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.header import bare

LONGEST_CHIP = 40
"""Characters of a chip; what is longer ends in an ellipsis."""


@dataclass(frozen=True)
class FacetTitle:
    """A facet: what the store calls it, and what its button says."""

    name: str
    title: str


class FacetBar(QWidget):
    """The buttons, and below them the chips while there are any."""

    changed = Signal()
    """Other values are chosen: :attr:`chosen`."""

    def __init__(self, facets: Sequence[FacetTitle], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = {facet.name: tr(facet.title) for facet in facets}
        self._labels: dict[tuple[str, str], str] = {}
        self._open = ""
        self.popup = FacetPopup(look, self)
        self.popup.toggled.connect(self._toggled)
        gap = self.fontMetrics().height() // 4
        self.buttons = QWidget()
        self._flow = FlowLayout(self.buttons, gap)
        self._buttons = {facet.name: self._make_button(facet) for facet in facets}
        self.chips = QWidget()
        self._chip_flow = FlowLayout(self.chips, gap)
        column = bare(QVBoxLayout(self))
        column.setSpacing(gap)
        column.addWidget(self.buttons)
        column.addWidget(self.chips)
        self.chips.hide()

    @property
    def chosen(self) -> dict[str, frozenset[str]]:
        """For each facet with a choice the keys of its values."""
        names = {name for name, _ in self._labels}
        return {name: frozenset(key for of, key in self._labels if of == name) for name in names}

    def add(self, widget: QWidget) -> None:
        """Puts a widget behind the buttons."""
        self._flow.addWidget(widget)

    def open(self, name: str = "") -> None:
        """Opens the values of a facet, of the first one without a name."""
        self._open = name or next(iter(self._titles))
        chosen = self.chosen.get(self._open, frozenset())
        self.popup.open_for(self._open, self._titles[self._open], chosen, self._buttons[self._open])

    def choose(self, name: str, key: str, label: str) -> None:
        """Narrows to one more value."""
        self._labels[(name, key)] = label
        self._show()

    def remove(self, name: str, key: str) -> None:
        """Narrows to that value no more."""
        if self._labels.pop((name, key), None) is not None:
            self._show()

    def clear(self) -> None:
        """Narrows to nothing."""
        if self._labels:
            self._labels.clear()
            self._show()

    def refresh(self) -> None:
        """Counts again where values are in sight."""
        if self.popup.isVisible():
            self.popup.refresh()

    def _toggled(self, key: str, label: str, chosen: bool) -> None:
        if chosen:
            self.choose(self._open, key, label)
        else:
            self.remove(self._open, key)

    def _show(self) -> None:
        self.popup.show_chosen(self.chosen.get(self._open, frozenset()))
        for name, button in self._buttons.items():
            count = len(self.chosen.get(name, ()))
            button.setChecked(count > 0)
            button.setText(f"{self._titles[name]} {count}" if count else self._titles[name])
        self._make_chips()
        self.changed.emit()

    def _make_chips(self) -> None:
        while (item := self._chip_flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for (name, key), label in self._labels.items():
            self._chip_flow.addWidget(self._make_chip(name, key, label))
        if self._labels:
            self._chip_flow.addWidget(text_button(tr("Clear all"), self.clear))
        self.chips.setVisible(bool(self._labels))
        self.updateGeometry()

    def _make_chip(self, name: str, key: str, label: str) -> QPushButton:
        words = f"{self._titles[name]}: {facet_words(name, label)}"
        short = words if len(words) <= LONGEST_CHIP else f"{words[: LONGEST_CHIP - 1]}…"
        chip = QPushButton(short.replace("&", "&&"))
        chip.setObjectName("chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAccessibleName(tr("Remove {words}").format(words=words))
        chip.setToolTip(plain_tip(tr("Remove {words}").format(words=words)))
        put_icon(chip, "x")
        chip.clicked.connect(lambda _=False: self.remove(name, key))
        return chip

    def _make_button(self, facet: FacetTitle) -> QPushButton:
        button = QPushButton(tr(facet.title))
        button.setObjectName("facet")
        button.setCheckable(True)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setAccessibleName(tr("Narrow by {title}").format(title=in_sentence(tr(facet.title))))
        put_icon(button, "chevron-down")
        button.clicked.connect(partial(self._press, facet.name))
        self._flow.addWidget(button)
        return button

    def _press(self, name: str, *_: object) -> None:
        self._buttons[name].setChecked(bool(self.chosen.get(name)))
        self.open(name)
