"""The tags of one record or of several, and a line that adds one more. Imports rows and form fields."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from casefile.store.rows import TagMark
from casefile.translation import tr
from ui.dialogs.form_fields import Lookup
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain_label
from ui.widgets.suggest_line import SuggestLine
from ui.widgets.tag_chip import TagChip

LINE_CHARACTERS = 24
_LONGEST_TAG = 60


class TagField(QWidget):
    """Chips that go when pressed, and a line that completes what is typed; a new word makes a new tag."""

    added = Signal(str)
    """Somebody entered a tag (its name)."""
    removed = Signal(str)
    """Somebody took a tag away (its name)."""

    def __init__(self, lookup: Lookup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Tags"))
        self._shown: Mapping[TagMark, str] = {}
        self._may_write = True
        self.line = SuggestLine("", "", lookup)
        self.line.setPlaceholderText(tr("Add tag"))
        self.line.setAccessibleName(tr("Add tag"))
        self.line.setToolTip(tr("A word for finding it again: Enter adds it (Ctrl+T comes here)"))
        self.line.setMaxLength(_LONGEST_TAG)
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * LINE_CHARACTERS)
        self._flow = FlowLayout(self, self.fontMetrics().averageCharWidth())
        self._name = plain_label(tr("Tags"), "muted")
        self._flow.addWidget(self._name)
        self._flow.addWidget(self.line)
        self.line.returnPressed.connect(lambda: self._enter(self.line.text()))
        self.line.completer().activated.connect(self._enter)

    @property
    def chips(self) -> list[TagChip]:
        """What stands in it, in its order."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, TagChip)]

    def show_tags(self, tags: Mapping[TagMark, str]) -> None:
        """Shows these tags, each with how many of several records have it; "" where all do."""
        if dict(tags) == dict(self._shown) and list(tags) == list(self._shown):
            return
        self._shown = tags
        focused = self._focused_place()
        while self._flow.count():
            item = self._flow.takeAt(0)
            chip = item.widget() if item is not None else None
            if isinstance(chip, TagChip):
                chip.hide()
                chip.deleteLater()
        self._flow.addWidget(self._name)
        for tag, count in tags.items():
            self._flow.addWidget(self._chip(tag, count))
        self._flow.addWidget(self.line)
        # The line was made before the chips, and stands behind them.
        in_turn = [*self.chips, self.line]
        for one, other in pairwise(in_turn):
            self.setTabOrder(one, other)
        self._keep_focus(focused)
        self.updateGeometry()

    def allow_writing(self, may_write: bool) -> None:
        """Whether tags can be given and taken."""
        self._may_write = may_write
        self.line.setVisible(may_write)
        for chip in self.chips:
            chip.setEnabled(may_write)

    def take_focus(self) -> None:
        """Puts the keyboard into the line."""
        self.line.setFocus()

    def _chip(self, tag: TagMark, count: str) -> TagChip:
        chip = TagChip(tag, count, self)
        chip.setEnabled(self._may_write)
        chip.clicked.connect(lambda _=False, name=tag.name: self.removed.emit(name))
        chip.show()
        return chip

    def _enter(self, text: str) -> None:
        if text.strip():
            self.added.emit(text.strip())
        # The completer writes its word into the line after this.
        QTimer.singleShot(0, self, self.line.clear)

    def _focused_place(self) -> int | None:
        return next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)

    def _keep_focus(self, place: int | None) -> None:
        """Where the chip with the keyboard has gone, the next one has it, else the line."""
        if place is not None:
            chips = self.chips
            (chips[min(place, len(chips) - 1)] if chips else self.line).setFocus()
