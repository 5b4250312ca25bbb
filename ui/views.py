"""Every view of the window, one line each in :class:`Panes`, and which of them is in sight.

A view's pane is made when it is first gone to. The menu, the side bar and the strip of a case file name the
views that are listed here. Imports no pane: :mod:`ui.making` does when one is made.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from ui import making

if TYPE_CHECKING:
    from casefile.store.rows import Counts
    from ui.widgets.find_bar import FindBar
    from ui.widgets.list_head import ListHead
    from ui.widgets.pane import Pane
    from ui.widgets.record_table import RecordTable
    from ui.widgets.tag_field import TagField

P = TypeVar("P", bound="Pane")


@dataclass(frozen=True)
class View(Generic[P]):
    """A view; as an attribute of whoever has :class:`Panes` its pane."""

    name: str
    make: "Callable[[making.Surroundings], P]"
    title: str = ""
    """What the menu and the side bar call it; "" where neither has it."""
    about: str = ""
    shortcut: str = ""
    icon: str = ""
    kind: str = ""
    """What its records are, as the trash names them; "" where they cannot be moved there."""
    part: str = ""
    """What it is called as a part of a case file; "" for the views that no case file has."""
    count: "Callable[[Counts], int] | None" = None
    """How many records it has, where the side bar says so."""
    in_side_bar: bool = True
    """Whether the side bar has it, where it has a title."""
    command: str = ""
    """The name of the command that goes there, where that is not the view's."""

    @overload
    def __get__(self, owner: None, kind: type) -> "View[P]": ...
    @overload
    def __get__(self, owner: "Panes", kind: type) -> P: ...
    def __get__(self, owner: "Panes | None", kind: type) -> "View[P] | P":
        """The view of the class, the pane of one of its objects."""
        return self if owner is None else owner.pane(self)


class Panes:
    """The panes by name, each made when it is first asked for. The order is that of the side bar."""

    inbox = View(
        "inbox",
        making.inbox,
        "Inbox",
        "What waits for review",
        "Ctrl+1",
        "inbox",
        "source",
        count=lambda counts: counts.waiting,
    )
    dashboard = View(
        "dashboard",
        making.dashboard,
        "Overview",
        "What it all comes to: sums, open appeals, what changed",
        "Alt+Home",
        "chart-column",
        part="Overview",
    )
    actions_pane = View(
        "actions",
        making.actions,
        "All actions",
        "Every enforcement action",
        "Ctrl+2",
        "gavel",
        "action",
        "Actions",
        lambda counts: counts.actions,
    )
    sources = View(
        "sources",
        making.sources,
        "Sources",
        "Every source",
        "Ctrl+3",
        "file-text",
        "source",
        "Sources",
        lambda counts: counts.sources,
    )
    quotes = View(
        "quotes",
        making.quotes,
        "Quotes",
        "Every quote",
        "Ctrl+4",
        "quote",
        "quote",
        "Quotes",
        lambda counts: counts.quotes,
    )
    timeline = View(
        "timeline",
        making.timeline,
        "Timeline",
        "Everything dated: events, decisions, sums, appeals",
        "Ctrl+5",
        "calendar-clock",
        "event",
        "Timeline",
        lambda counts: counts.dates,
    )
    briefs = View(
        "briefs",
        making.briefs,
        "Briefs",
        "What was exported, and what has changed in it since",
        "Ctrl+9",
        "file-check",
        part="Briefs",
    )
    composer = View(
        "composer",
        making.composer,
        "Compose brief",
        "Choose the parts of a brief, add your own words, see its pages",
        "Ctrl+Alt+B",
        "pencil",
        in_side_bar=False,
    )
    case_notes = View("case_notes", making.case_notes, part="Notes")
    parties = View(
        "parties",
        making.parties,
        "Parties",
        "Authorities, respondents, complainants and speakers",
        "Ctrl+8",
        "users",
    )
    tags = View("tags", making.tags, "Tags", "Your own words, their colours and names", "Ctrl+Shift+Y", "tag")
    receipt = View(
        "receipt",
        making.receipt,
        "Receipt",
        "What became of the files of the last import",
        "Ctrl+7",
        "upload",
        in_side_bar=False,
    )
    trash = View(
        "trash",
        making.trash,
        "Trash",
        "What was moved to the trash",
        "Ctrl+6",
        "trash-2",
        command="trash_place",
    )
    review = View("review", making.review)
    search = View("search", making.search)  # fmt: skip

    def pane(self, view: View[P]) -> P:
        """The view's pane, made where it is not there yet."""
        raise NotImplementedError


VIEWS: tuple[View[Any], ...] = tuple(found for found in vars(Panes).values() if isinstance(found, View))
IN_MENU = tuple(view for view in VIEWS if view.title)
IN_SIDE_BAR = tuple(view for view in IN_MENU if view.in_side_bar)
OF_CASE = tuple(view for view in VIEWS if view.part)
_BY_NAME = {view.name: view for view in VIEWS}


class Views(QObject, Panes):
    """The panes that are there, and the one in sight."""

    changed = Signal()
    """Another view is in sight, or what can be done in it has changed."""
    shown = Signal(str, object)
    """The view of that name was brought into sight, of a case file (its id) or of the whole store (None)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget()
        self.place = ""
        """The name of the view in sight."""
        self.case_id: int | None = None
        """The case file in sight; None while the whole store is."""
        self._built: dict[str, Pane] = {}
        self._begun: dict[str, Pane] = {}
        """Panes that are made but not joined with the window."""
        self._around: making.Surroundings | None = None

    def surround(self, around: "making.Surroundings") -> None:
        """What panes are joined with from now on; to be called before one is asked for."""
        self._around = around

    def pane(self, view: View[P]) -> P:
        """The view's pane, made where it is not there yet."""
        found = self._built.get(view.name)
        return cast("P", found) if found is not None else self._build(view)

    def begin(self, place: str) -> None:
        """Makes the pane of the view with that name; :meth:`at` then has less to do.

        Together they may take as long as can be felt.
        """
        view: View[Pane] = _BY_NAME[place]
        if place not in self._built and place not in self._begun:
            self._begun[place] = view.make(self._surroundings)

    def at(self, place: str) -> "Pane":
        """The pane of the view with that name, made where it is not there yet."""
        view: View[Pane] = _BY_NAME[place]
        return self.pane(view)

    def built(self, view: View[P]) -> P | None:
        """The view's pane; None where nobody has gone there yet."""
        return cast("P | None", self._built.get(view.name))

    def all_built(self) -> "Iterator[Pane]":
        """Every pane that is there."""
        yield from self._built.values()

    def show(self, place: str, case_id: int | None) -> None:
        """Brings the view into sight, of the whole store or of a case file."""
        self.place, self.case_id = place, case_id
        wanted = self.at(place)
        wanted.come(case_id)
        self.stack.setCurrentWidget(wanted)
        for pane in self.all_built():  # the one that was left has nothing to read now
            pane.show_case(case_id)
        self.shown.emit(place, case_id)
        self.changed.emit()

    def table(self) -> "RecordTable | None":
        """The list in sight."""
        pane = self._built.get(self.place)
        return pane.main_table() if pane is not None else None

    def head(self) -> "ListHead | None":
        """What narrows and groups the list in sight."""
        pane = self._built.get(self.place)
        return pane.list_head() if pane is not None else None

    def finder(self) -> "FindBar | None":
        """What finds in the text in sight."""
        pane = self._built.get(self.place)
        return pane.finder() if pane is not None else None

    def tag_field(self) -> "TagField | None":
        """The tags of what is chosen in the list in sight."""
        pane = self._built.get(self.place)
        return pane.tag_field() if pane is not None else None

    def kind(self) -> str:
        """What the records in sight are, as the trash names them; "" where they cannot be moved there."""
        view = _BY_NAME.get(self.place)
        return view.kind if view is not None else ""

    @property
    def _surroundings(self) -> "making.Surroundings":
        if self._around is None:
            raise RuntimeError("views are joined with the window before they are asked for")
        return self._around

    def _build(self, view: View[P]) -> P:
        around = self._surroundings
        pane = cast("P", self._begun.pop(view.name, None) or view.make(around))
        self._built[view.name] = pane
        making.join(pane, around, self.changed, in_trash=bool(view.kind))
        pane.show_case(self.case_id)
        keep = around.window_commands.keep
        keep(view.name, pane)
        pane.part_made.connect(lambda part: keep(view.name, part))
        self.stack.addWidget(pane)
        return pane
