"""Where the sources of an action do not agree: each conflict with its rival values, to be settled in place.

Settled ones stay in sight with who chose, when and why. Knows no store.
"""

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from casefile.store.conflict_rows import Conflict, Settlement
from casefile.store.rows import Fact
from casefile.translation import N_, tr
from ui.models.columns import moment_text
from ui.told import told
from ui.widgets.buttons import text_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain_label
from ui.widgets.rival_cards import RivalCards

AT_ONCE_S = 0.02
"""How long sections are made before what waits has its turn."""
_EMPTY = N_("No conflicts")
_EMPTY_IS = N_(
    "Where sources give different values for one fact, the values stand here side by side until you settle "
    "which is right. Settled conflicts stay here too."
)


class ConflictBoard(QWidget):
    """The conflicts of one action, the open ones first; built when it is looked at."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""
    settled = Signal(str, int, str)
    """What the conflict is about, the claim that is right, and why."""
    settle_wanted = Signal(object)
    """A settled :class:`Conflict` is to be settled otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: list[ConflictSection] = []
        self._conflicts: Sequence[Conflict] = ()
        self._built: Sequence[Conflict] | None = None
        self._may_write = True
        self._wanted: Fact | None = None
        self._wants = False
        self._written: dict[Conflict, str] = {}
        self._growth = QTimer(self, singleShot=True, interval=0)
        self._growth.timeout.connect(self._grow)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setObjectName("cards")
        self._area.setAccessibleName(tr("Conflicts of the action"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState("check-check", _EMPTY, _EMPTY_IS))
        self._stack.addWidget(self._area)

    @property
    def open_count(self) -> int:
        """How many are not settled."""
        return sum(conflict.settlement is None for conflict in self._conflicts)

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Shows these; what a person has begun to write on one that stays as it was is kept."""
        self._conflicts = conflicts
        if self.isVisible():
            self._build()

    def allow_writing(self, may_write: bool) -> None:
        """Whether conflicts can be settled."""
        self._may_write = may_write
        for section in self.sections:
            section.allow_writing(may_write)

    def choose(self, fact: Fact | None) -> None:
        """Puts the keyboard on the fact's conflict, or on the first one."""
        self._wanted, self._wants = fact, True
        if self.isVisible():
            self._build()
            self._go()

    def showEvent(self, event: QShowEvent) -> None:
        """Builds what changed out of sight."""
        super().showEvent(event)
        self._build()

    def _build(self) -> None:
        if self._built == self._conflicts:
            return
        self._built = self._conflicts
        self._written = {section.conflict: section.reason_line.text() for section in self.sections}
        content = QWidget()
        content.setObjectName("cardList")
        self._column = QVBoxLayout(content)
        self._column.addStretch()
        self.sections = []
        self._area.setWidget(content)
        self._stack.setCurrentIndex(int(bool(self._conflicts)))
        self._grow()

    def _grow(self) -> None:
        """Makes as many sections as there is time for, the others when what waits has been done."""
        until = time.monotonic() + AT_ONCE_S
        for conflict in self._conflicts[len(self.sections) :]:
            self._add_section(conflict)
            if time.monotonic() > until:
                break
        self._go()
        if len(self.sections) < len(self._conflicts):
            self._growth.start()

    def _add_section(self, conflict: Conflict) -> None:
        section = ConflictSection(conflict)
        section.passage_opened.connect(self.passage_opened)
        section.settled.connect(self.settled)
        section.settle_wanted.connect(self.settle_wanted)
        section.reason_line.setText(self._written.get(conflict, ""))
        section.allow_writing(self._may_write)
        self._column.insertWidget(len(self.sections), section)
        self.sections.append(section)

    def _go(self) -> None:
        """Goes to the wanted section when it is there; where none is about the fact, to the first."""
        if not self._wants or not self.sections:
            self._wants = self._wants and bool(self._conflicts)
            return
        wanted = self._wanted
        about = [section for section in self.sections if wanted and section.conflict.is_about(wanted)]
        if wanted and not about and len(self.sections) < len(self._conflicts):
            return
        self._wants = False
        section = (about or self.sections)[0]
        section.take_focus()
        self._area.ensureWidgetVisible(section)


class ConflictSection(QFrame):
    """One conflict: its rival values and, while it is open, the reason to be given."""

    passage_opened = Signal(int, object)
    settled = Signal(str, int, str)
    settle_wanted = Signal(object)

    def __init__(self, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self.cards = RivalCards(conflict, choosing=conflict.settlement is None)
        self.cards.passage_opened.connect(self.passage_opened)
        self.reason_line = QLineEdit(
            placeholderText=tr("Why this value is the right one; the brief will say so")
        )
        self.reason_line.setAccessibleName(
            tr("Reason for the chosen value of {subject}").format(subject=told(conflict.subject))
        )
        self.settle_button = text_button(tr("Settle"), self._settle, primary=True)
        self.again_button = text_button(tr("Settle otherwise…"), lambda: self.settle_wanted.emit(conflict))
        for button in (self.settle_button, self.again_button):
            button.setAccessibleName(f"{button.text()}: {told(conflict.subject)}")
        self._may_write = True
        self.setAccessibleName(f"{told(conflict.subject)}: {_standing(conflict.settlement)}")
        self.reason_line.textChanged.connect(lambda _: self._revise())
        self.reason_line.returnPressed.connect(self._settle)
        self._lay_out()
        self._revise()

    def allow_writing(self, may_write: bool) -> None:
        """Whether it can be settled."""
        self._may_write = may_write
        self._revise()

    def take_focus(self) -> None:
        """Puts the keyboard where the choice is."""
        chosen = next((choice for choice in self.cards.choices if choice.isChecked()), None)
        (chosen or self.again_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, or the first letter of a reason, goes on from the choice to the line for it."""
        letter = event.text() if event.text().strip().isprintable() else ""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            not self.reason_line.isVisible()
            or not self.reason_line.isEnabled()
            or not (is_enter or letter.strip())
        ):
            super().keyPressEvent(event)
            return
        self.reason_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not is_enter:
            self.reason_line.insert(letter)

    def _settle(self) -> None:
        if self.settle_button.isEnabled():
            reason = self.reason_line.text().strip()
            self.settled.emit(self.conflict.subject, self.cards.chosen.claim_id, reason)

    def _revise(self) -> None:
        has_reason = bool(self.reason_line.text().strip())
        self.reason_line.setEnabled(self._may_write)
        self.settle_button.setEnabled(self._may_write and has_reason)
        self.again_button.setEnabled(self._may_write)

    def _lay_out(self) -> None:
        """What is to be done stands above the cards: below high ones nobody would see it in a low window."""
        is_open = self.conflict.settlement is None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self.fontMetrics().height())
        heading = plain_label(told(self.conflict.subject), "heading")
        standing = plain_label(
            _standing(self.conflict.settlement), "conflict" if is_open else "muted", wrap=not is_open
        )
        row = QHBoxLayout()
        if is_open:
            top = QWidget()
            line = FlowLayout(top, self.fontMetrics().averageCharWidth() * 2)
            line.addWidget(heading)
            line.addWidget(standing)
            column.addWidget(top)
            row.addWidget(self.reason_line, 1)
            row.addWidget(self.settle_button)
        else:
            column.addWidget(heading)
            column.addWidget(standing)
            row.addWidget(self.again_button)
            row.addStretch()
        column.addLayout(row)
        column.addWidget(self.cards)
        unused = (self.again_button,) if is_open else (self.reason_line, self.settle_button)
        for widget in unused:
            widget.setParent(self)
            widget.hide()


def _standing(settlement: Settlement | None) -> str:
    """That it is open, or who settled it, when and why."""
    if settlement is None:
        return tr("Open: the sources do not agree")
    words = tr("Settled by {person}, {moment}").format(
        person=settlement.person, moment=moment_text(settlement.at)
    )
    return (
        f"{words}: {settlement.reason}"
        if settlement.reason
        else tr("{words}, without a reason").format(words=words)
    )
