"""What a view shows while there is nothing in it: what it is for, and how to begin.

The empty views together are a tour: each says what comes there and how, with the next step as a button.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casefile.translation import tr
from ui.icons import pixmap
from ui.widgets.buttons import CommandButton
from ui.widgets.labels import ROUNDED, plain_label

_ICON_SIZE = 40
_LINE_CHARACTERS = 58
_HEIGHT = 10_000
"""More than any words need."""


class EmptyState(QWidget):
    """An icon, a heading, a sentence and the next steps in the middle of the view."""

    def __init__(
        self, icon_name: str, heading: str, advice: str, *steps: str, parent: QWidget | None = None
    ) -> None:
        """``steps`` are names of commands, the likeliest first; buttons once the commands are there."""
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._picture.setMinimumHeight(_ICON_SIZE)
        self._is_drawn = False
        self._least: QSize | None = None
        """How small it gets, once that is reckoned: a window asks a hundred times when a view changes."""
        self._heading = plain_label(tr(heading), "heading", wrap=True)
        self._advice = plain_label(tr(advice), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.addStretch(2)
        words = self._words = QVBoxLayout()
        for label in (self._picture, self._heading, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.addWidget(label)
        column.addLayout(words)
        self._commands: Mapping[str, QAction] = {}
        self._steps = steps
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        pad = self.fontMetrics().height()
        column.setContentsMargins(pad, pad, pad, pad)
        column.addSpacing(pad // 2)
        column.addLayout(self._row)
        column.addStretch(3)

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The commands that the next steps are chosen from."""
        self._commands = commands
        self._show_steps()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The next steps."""
        return tuple(self._buttons)

    def wait(self) -> None:
        """Shows nothing until :meth:`say`: what there is has not been read yet."""
        self._least = None
        for label in (self._picture, self._heading, self._advice):
            label.hide()
        self._steps = ()
        self._show_steps()

    def say(self, heading: str, advice: str, *steps: str) -> None:
        """Other words, for instance when a filter leaves nothing."""
        self._least = None
        for label in (self._picture, self._heading, self._advice):
            label.show()
        self._heading.setText(tr(heading))
        self._advice.setText(tr(advice))
        self._narrow()
        if steps != self._steps:
            self._steps = steps
            self._show_steps()

    def minimumSizeHint(self) -> QSize:
        """The margins give way: a narrower window must not take its width from the side bar."""
        if self._least is None:
            words = max(label.minimumSizeHint().width() for label in (self._heading, self._advice))
            height = super().minimumSizeHint().height()
            self._least = QSize(words + 2 * self.fontMetrics().height(), height)
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the lines short enough to be read at a glance."""
        super().resizeEvent(event)
        self._least = None
        self._narrow()

    def _narrow(self) -> None:
        """Lines that are short enough, and about as long as each other: the last one is no lone word.

        The buttons keep their own width: they may be wider than the lines.
        """
        pad = self.fontMetrics().height()
        widest = min(self.fontMetrics().averageCharWidth() * _LINE_CHARACTERS, self.width() - 2 * pad)
        line = max(evened(label, widest) for label in (self._heading, self._advice))
        side = max(0, (self.width() - 2 * pad - line) // 2)
        self._words.setContentsMargins(side, 0, side, 0)

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the palette, where anybody sees it: most lists are never empty."""
        super().changeEvent(event)
        self._least = None
        if event.type() == QEvent.Type.PaletteChange:
            self._is_drawn = False
            if self.isVisible():
                self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draws the icon where it is not drawn yet."""
        super().showEvent(event)
        if not self._is_drawn:
            self._draw()

    def _show_steps(self) -> None:
        """Whoever presses a button may bring other ones into its place: it goes when that has ended.

        The keyboard stays here: a button that is hidden would hand it to whatever comes next in the window.
        """
        self._least = None
        held = any(button.hasFocus() for button in self._buttons)
        if held:
            self.setFocus()
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        while self._row.takeAt(0) is not None:
            pass
        self._buttons = [
            CommandButton(self._commands[name]) for name in self._steps if name in self._commands
        ]
        self._row.addStretch()
        for button in self._buttons:
            self._row.addWidget(button)
        self._row.addStretch()
        if self._buttons:
            self._buttons[0].setObjectName("primary")
            if held:
                self._buttons[0].show()  # the layout would do so later, and what is hidden takes no focus
                self._buttons[0].setFocus()

    def _draw(self) -> None:
        self._is_drawn = True
        self._picture.setPixmap(pixmap(self._icon_name, _ICON_SIZE, self.devicePixelRatioF()))


def evened(label: QLabel, widest: int) -> int:
    """The least width in pixels at which the label has no more lines than at the widest one."""

    def lines(width: int) -> QRect:
        return label.fontMetrics().boundingRect(
            QRect(0, 0, max(1, width), _HEIGHT), Qt.TextFlag.TextWordWrap, label.text()
        )

    height, low, high = lines(widest).height(), 0, max(1, widest)
    while high - low > 1:
        middle = (low + high) // 2
        found = lines(middle)
        if found.height() > height or found.width() > middle:
            low = middle
        else:
            high = middle
    return high + ROUNDED
