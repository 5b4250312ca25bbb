"""The bar that says what happened and what to do; it takes no focus and stops nobody."""

from collections.abc import Collection

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from casefile.translation import N_, tr
from ui.icons import SIZE, pixmap
from ui.notices import Notice, Tone
from ui.widgets.buttons import icon_button, text_button
from ui.widgets.labels import plain_label

_ICONS = {Tone.DONE: "circle-check", Tone.NOTE: "info", Tone.WRONG: "triangle-alert"}
_WORDS = {Tone.DONE: N_("Done"), Tone.NOTE: N_("Note"), Tone.WRONG: N_("Problem")}
SHOWN_MS = 8000
"""How long a notice that nothing is wrong with stays; problems stay until they are closed."""


class MessageBar(QFrame):
    """One notice at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName(tr("Messages"))
        self._picture = QLabel()
        self._text = plain_label("", wrap=True)
        self._button = text_button("", self.press)
        self._notice: Notice | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        pad = self.fontMetrics().height() // 2
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(icon_button(tr("Close the message"), "x", self.hide))
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._text.text()

    def show_notice(self, notice: Notice) -> None:
        """Shows the notice instead of the one before, and tells a screen reader."""
        self._notice = notice
        self._text.setText(notice.text)
        self._text.setAccessibleName(f"{tr(_WORDS[notice.tone])}: {notice.text}")
        self._picture.setPixmap(pixmap(_ICONS[notice.tone], SIZE, self.devicePixelRatioF()))
        self._picture.setAccessibleName(tr(_WORDS[notice.tone]))
        self._button.setText(notice.button)
        self._button.setVisible(bool(notice.button))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))
        if notice.tone is Tone.WRONG:
            self._timer.stop()
        else:
            self._timer.start(SHOWN_MS)

    def allow_steps(self, groups: Collection[int]) -> None:
        """Takes the button away where it is about a step that is neither undone nor redone next."""
        if self._notice is not None and self._notice.step:
            self._button.setVisible(self._notice.step in groups)

    def press(self) -> None:
        """As a click on the notice's button."""
        self.hide()
        if self._notice is not None and self._notice.press is not None:
            self._notice.press()
