"""A proposal as a card: what is proposed, why, and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from casefile.proposals import ActionProposal
from casefile.store.matches import ScaleReading, with_readings
from casefile.store.rows import AnyProposal, ProposalRow
from casefile.terms import ProposalKind, ProposalState, label
from casefile.translation import tr
from ui.told import told
from ui.widgets.buttons import icon_button
from ui.widgets.labels import ElidedLabel, plain_label
from ui.widgets.match_box import MatchBox
from ui.widgets.readings_box import ReadingsBox
from ui.wording import card_text, folded_text


class Card(QFrame):
    """One proposal; it says what a person wants and decides nothing."""

    chosen = Signal(int)
    accepted = Signal(int)
    kept_apart = Signal(int)
    """Accept as a new action although one in the store matches."""
    joined = Signal(int, int)
    """Accept as more evidence of that action."""
    compared = Signal(int, int)
    """Show it beside that action."""
    reading_chosen = Signal(int, int)
    """Take that of its readings (its place), or leave it again."""
    edited = Signal(int)
    rejected = Signal(int)

    def __init__(self, row: ProposalRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setObjectName("card")
        self.setProperty("kind", row.kind.value)
        self.setProperty("chosen", "false")
        self._picked: tuple[ScaleReading, ...] = ()
        self._words = card_text(row.proposal)
        self._edited: AnyProposal | None = None
        self._state = plain_label("", "muted")
        self._body = QWidget(self)
        self._buttons: list[QToolButton] = []
        column = QVBoxLayout(self)
        pad = self.fontMetrics().height() // 2
        column.setContentsMargins(pad, pad // 2, pad // 2, pad // 2)
        column.setSpacing(pad // 4)
        column.addLayout(self._head())
        self._headline = plain_label(self._words.headline, "heading", wrap=True)
        self._gist = ElidedLabel("", "heading")
        """What a card that is decided says in one line."""
        column.addWidget(self._headline)
        column.addWidget(self._gist)
        column.addWidget(self._body)
        self._fill_body()
        self.show_state(row.state)

    def show_row(self, row: ProposalRow) -> None:
        """The same proposal, read anew."""
        self.row = row
        self.show_state(row.state)

    def show_state(self, state: ProposalState) -> None:
        """Folds the card once it is decided: its line tells it from others, with the values accepted."""
        is_open = state is ProposalState.OPEN
        edited = self._edited if state is ProposalState.ACCEPTED else None
        gist = self._words.headline if is_open else folded_text(edited or self.row.proposal)
        self._state.setText("" if is_open else tr("Accepted as edited") if edited else told(label(state)))
        self._gist.show_text(gist)
        for part in (self._headline, self._body, *self._buttons):
            if part.isHidden() is is_open:
                part.setVisible(is_open)
        if self._gist.isHidden() is not is_open:
            self._gist.setVisible(not is_open)
        about = ", ".join((self._words.headline, *self._words.details[:1]))
        for button in self._buttons:
            # Every card has these buttons: whoever listens has to be told whose they are.
            button.setAccessibleName(f"{button.toolTip().partition(' (')[0]}: {about}")
        self._restyle("decided", wanted=not is_open)
        self.setAccessibleName(f"{told(label(self.row.kind))}, {told(state.value)}: {gist}")

    def show_edited(self, edited: AnyProposal | None) -> None:
        """Shows with what values a person accepts the proposal, once it is accepted."""
        if edited != self._edited:
            self._edited = edited
            self.show_state(self.row.state)

    def show_picked(self, picked: Sequence[ScaleReading]) -> None:
        """Shows the proposal with the readings that a person took; as the source states it without any."""
        if tuple(picked) == self._picked:
            return
        self._picked = tuple(picked)
        proposal = self.row.proposal
        if isinstance(proposal, ActionProposal):
            self._words = card_text(with_readings(proposal, self._picked))
        self._headline.setText(self._words.headline)
        column, old = self.layout(), self._body
        self._body = QWidget(self)
        self._fill_body()
        if column is not None:
            column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self.show_state(self.row.state)

    def show_chosen(self, *, chosen: bool) -> None:
        """Sets the card off from the others."""
        self._restyle("chosen", wanted=chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choosing is one click anywhere on the card."""
        super().mousePressEvent(event)
        self.chosen.emit(self.row.id)

    def _restyle(self, name: str, *, wanted: bool) -> None:
        value = "true" if wanted else "false"
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.fontMetrics().averageCharWidth())
        kind = plain_label(told(label(self.row.kind)), "kind")
        kind.setProperty("kind", self.row.kind.value)
        row.addWidget(kind)
        row.addWidget(self._state)
        row.addStretch()
        if self.row.kind is not ProposalKind.WARNING:
            for name, icon_name, signal in (
                (tr("Accept (Enter)"), "check", self.accepted),
                (tr("Edit (E)"), "pencil", self.edited),
                (tr("Reject (X)"), "x", self.rejected),
            ):
                self._buttons.append(icon_button(name, icon_name, self._emitter(signal)))
                row.addWidget(self._buttons[-1])
        return row

    def _emitter(self, signal: object) -> Callable[[], None]:
        return lambda: signal.emit(self.row.id)  # type: ignore[attr-defined]

    def _fill_body(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 8)
        for line in self._words.details:
            column.addWidget(plain_label(line, wrap=True))
        if self._words.reason:
            column.addWidget(plain_label(self._words.reason, "muted", wrap=True))
        if self.row.readings:
            readings = ReadingsBox(self.row.readings, self._picked)
            readings.chosen.connect(lambda place: self.reading_chosen.emit(self.row.id, place))
            column.addWidget(readings)
        if self.row.matches:
            matches = MatchBox(self.row.matches)
            matches.joined.connect(lambda action_id: self.joined.emit(self.row.id, action_id))
            matches.compared.connect(lambda action_id: self.compared.emit(self.row.id, action_id))
            matches.kept_apart.connect(self._emitter(self.kept_apart))
            column.addWidget(matches)
