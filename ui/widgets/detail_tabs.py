"""The tabs of the chosen action, from its facts to its history. Knows no store."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from casefile.translation import N_, tr
from ui.figures import date_words, figure
from ui.widgets.command_corner import CommandCorner
from ui.widgets.conflict_board import ConflictBoard
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_tree import EvidenceTree, origin
from ui.widgets.fact_tree import FactTree
from ui.widgets.history_list import HistoryList
from ui.widgets.note_list import COMMANDS, NoteList
from ui.widgets.penalty_view import PenaltyView
from ui.widgets.tree_or_empty import TreeOrEmpty
from ui.wording import in_marks

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail
    from casefile.store.history import HistoryLine
    from casefile.store.notes import NoteRow

_BUTTONS = ("add_fact", "edit_fact", "settle")
_CONFLICTS = N_("C&onflicts")
_NOTES_ARE = N_(
    "What you want to remember about the action: whom to ask, what to check, what was agreed. "
    "The search finds notes, no brief prints them. Add note or the Insert key begins one."
)
_NO_QUOTES = (
    N_("No quotes in its sources"),
    N_("What people say in the sources of this action stands here when you accept it in their review."),
)
_NO_EVENTS = (
    N_("No events in its sources"),
    N_("What its sources date stands here when you accept it in their review."),
)


class DetailTabs(QTabWidget):
    """What is known of one action."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""
    history_wanted = Signal()
    """The history came into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(tr("The chosen action"))
        self.tabBar().setAccessibleName(tr("Parts of the action"))
        self.facts = FactTree()
        self.conflicts = ConflictBoard()
        self.penalty = PenaltyView()
        self.quotes = EvidenceTree(
            N_("Quotes of its sources"), (tr("Speaker"), tr("Quote"), tr("Source")), (30, 0, 34)
        )
        self.timeline = EvidenceTree(
            N_("Events of its sources"), (tr("Date"), tr("Event"), tr("Source")), (24, 0, 34)
        )
        self.notes = NoteList(tr("Notes on the action"), _NOTES_ARE)
        self.history = HistoryList()
        self._corners: tuple[CommandCorner, CommandCorner] | None = None
        for tree in (self.quotes, self.timeline):
            tree.setRootIsDecorated(False)
        self._quotes_page = TreeOrEmpty(self.quotes, EmptyState("quote", *_NO_QUOTES))
        self._events_page = TreeOrEmpty(self.timeline, EmptyState("calendar-clock", *_NO_EVENTS))
        for name, part in (
            (tr("Fact&s"), self.facts), (tr(_CONFLICTS), self.conflicts), (tr("&Penalty"), self.penalty),
            (tr("&Quotes"), self._quotes_page), (tr("&Timeline"), self._events_page),
            (tr("&Notes"), self.notes), (tr("H&istory"), self.history),
        ):  # fmt: skip
            self.addTab(part, name)
        for told in (self.facts, self.conflicts, self.penalty, self.quotes, self.timeline, self.history):
            told.passage_opened.connect(self.passage_opened)
        self.currentChanged.connect(self._turned)

    @property
    def shows_history(self) -> bool:
        """Whether the history is in sight."""
        return self.currentWidget() is self.history

    @property
    def shows_notes(self) -> bool:
        """Whether the notes are in sight."""
        return self.currentWidget() is self.notes

    def turn_to_conflicts(self) -> None:
        """Brings the conflicts into sight, with the keyboard on that of the fact under the cursor."""
        fact = self.facts.place.fact
        self.setCurrentWidget(self.conflicts)
        self.conflicts.choose(fact)

    def turn_to_notes(self) -> None:
        """Brings the notes into sight, with the keyboard in them."""
        self.setCurrentWidget(self.notes)
        self.notes.take_focus()

    def take_commands(self, commands: Mapping[str, QAction], in_menu: Sequence[str]) -> None:
        """The buttons beside the tabs, and the commands of the facts' own menu."""
        self._corners = (self._corner(commands, _BUTTONS), self._corner(commands, COMMANDS))
        self._show_corner()
        self.notes.take_commands(commands)
        self.facts.addActions([commands[name] for name in in_menu])
        self.facts.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_detail(self, detail: "ActionDetail", *, same: bool) -> None:
        """Shows an action, or the same one read anew."""
        self.facts.show_detail(detail, same=same)
        self.conflicts.show_conflicts(detail.conflicts)
        self.penalty.show_detail(detail)
        self._count(self.conflicts, tr(_CONFLICTS), self.conflicts.open_count)
        self.quotes.clear()
        self.timeline.clear()
        for quote in detail.record.quotes:
            cells = (
                quote.speaker or tr("not named"),
                in_marks(quote.text, quote.kind),
                origin(quote.evidence),
            )
            self.quotes.add_row(self.quotes, cells, quote.evidence)
        for event in detail.record.events:
            cells = (date_words(event.dated), event.about, origin(event.evidence))
            self.timeline.add_row(self.timeline, cells, event.evidence)
        self._count(self._quotes_page, tr("&Quotes"), len(detail.record.quotes))
        self._count(self._events_page, tr("&Timeline"), len(detail.record.events))
        if self.shows_history:
            self.history_wanted.emit()
        elif not same:
            self.history.clear()

    def show_notes(self, notes: "Sequence[NoteRow]") -> None:
        """Shows the notes on the action."""
        self.notes.show_notes(notes)
        self._count(self.notes, tr("&Notes"), len(notes))

    def show_history(self, lines: "Sequence[HistoryLine]") -> None:
        """Shows what became of the action."""
        self.history.show_lines(lines)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes: the tabs scroll."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs come before the buttons beside them."""
        self._fit_corner()
        super().resizeEvent(event)

    def _count(self, part: QWidget, name: str, count: int) -> None:
        self.setTabText(self.indexOf(part), f"{name} {figure(count)}" if count else name)
        self._fit_corner()

    def _corner(self, commands: Mapping[str, QAction], names: Sequence[str]) -> CommandCorner:
        corner = CommandCorner([commands[name] for name in names], self)
        corner.hide()
        return corner

    def _show_corner(self) -> None:
        """Beside the notes stands what can be done with notes."""
        if self._corners is not None:
            corner = self._corners[self.shows_notes]
            self.setCornerWidget(corner, Qt.Corner.TopRightCorner)
            corner.show()
            self._fit_corner()

    def _fit_corner(self) -> None:
        """Where the tabs need the room of the buttons, one button with a menu stands for them."""
        corner = self.cornerWidget(Qt.Corner.TopRightCorner)
        if isinstance(corner, CommandCorner):
            corner.fit(self.width() - self.tabBar().sizeHint().width())

    def _turned(self) -> None:
        self._show_corner()
        if self.shows_history:
            self.history_wanted.emit()
