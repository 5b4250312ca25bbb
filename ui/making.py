"""How each view's pane is made and joined with the window. Imports a pane only when it is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction

    from ui.desk import Desk
    from ui.errands import Errands
    from ui.navigation import Navigation
    from ui.panes.actions import ActionsPane
    from ui.panes.briefs import BriefsPane
    from ui.panes.composer import ComposerPane
    from ui.panes.dashboard import DashboardPane
    from ui.panes.inbox import InboxPane
    from ui.panes.notes import CaseNotesPane
    from ui.panes.parties import PartiesPane
    from ui.panes.quotes import QuotesPane
    from ui.panes.receipt import ReceiptPane
    from ui.panes.review import ReviewPane
    from ui.panes.search import SearchPane
    from ui.panes.sources import SourcesPane
    from ui.panes.tags import TagsPane
    from ui.panes.timeline import TimelinePane
    from ui.panes.trash import TrashPane
    from ui.record_commands import RecordCommands
    from ui.widgets.pane import Pane
    from ui.window_commands import WindowCommands


@dataclass(frozen=True)
class Surroundings:
    """What a pane is joined with."""

    desk: "Desk"
    commands: "Mapping[str, QAction]"
    errands: "Errands"
    records: "RecordCommands"
    navigation: "Navigation"
    window_commands: "WindowCommands"


def join(pane: "Pane", around: Surroundings, changed: "SignalInstance", *, in_trash: bool) -> None:
    """What all panes have in common; ``in_trash``: the Delete key moves what is selected in the list."""
    pane.passage_wanted.connect(around.navigation.show_passage)
    pane.state_changed.connect(changed)
    pane.allow_writing(not around.desk.refusal)
    table = pane.main_table()
    if table is not None:
        table.empty.take_commands(around.commands)
    pane.take_commands(around.commands)
    if table is not None:
        table.chosen.connect(changed)
        if in_trash:
            for view in table.views:
                view.addAction(around.commands["trash"])


def inbox(around: Surroundings) -> "InboxPane":
    """What waits for review."""
    from ui.panes.inbox import InboxPane

    pane = InboxPane(around.desk)
    pane.table.let_drag("source")
    pane.review_wanted.connect(around.navigation.start_review)
    pane.receipt_wanted.connect(around.navigation.show_receipt)
    return pane


def review(around: Surroundings) -> "ReviewPane":
    """One source and its proposals."""
    from ui.panes.review import ReviewPane

    pane = ReviewPane(around.desk)
    pane.back_wanted.connect(lambda: around.navigation.go("inbox"))
    pane.next_wanted.connect(around.navigation.go_to_next_source)
    pane.edit_wanted.connect(around.errands.edit_proposal)
    around.errands.proposal_edited.connect(pane.accept_edited)
    return pane


def actions(around: Surroundings) -> "ActionsPane":
    """The actions and the chosen one's facts."""
    from ui.panes.actions import ActionsPane

    pane = ActionsPane(around.desk)
    pane.table.let_drag("action")
    pane.facts.edit_wanted.connect(around.records.edit)
    conflicts, records = pane.tabs.conflicts, around.records
    # What asks is made when it is first wanted, so its methods are not named here yet.
    conflicts.settled.connect(lambda *what: records.facts.settle_for(*what))  # noqa: PLW0108
    conflicts.settle_wanted.connect(lambda what: records.facts.ask_settlement(what))  # noqa: PLW0108
    return pane


def dashboard(around: Surroundings) -> "DashboardPane":
    """What a case file or the whole store comes to."""
    from ui.panes.dashboard import DashboardPane

    pane = DashboardPane(around.desk)
    pane.way_chosen.connect(around.navigation.follow)
    return pane


def sources(around: Surroundings) -> "SourcesPane":
    """The sources and the chosen one's text."""
    from ui.panes.sources import SourcesPane

    pane = SourcesPane(around.desk)
    pane.table.let_drag("source")
    pane.review_wanted.connect(around.navigation.start_review)
    pane.use_opened.connect(around.navigation.open_use)
    return pane


def search(around: Surroundings) -> "SearchPane":
    """What a search found."""
    from ui.panes.search import SearchPane

    pane = SearchPane(around.desk)
    pane.hit_opened.connect(around.navigation.open_hit)
    pane.place_wanted.connect(around.navigation.change_query)
    pane.save_wanted.connect(around.errands.save_search)
    return pane


def quotes(around: Surroundings) -> "QuotesPane":
    """The quotes, as a table or a wall."""
    from ui.panes.quotes import QuotesPane

    pane = QuotesPane(around.desk)
    pane.table.let_drag("quote")
    pane.wall.let_drag("quote", pane.table.chosen_ids)
    return pane


def timeline(around: Surroundings) -> "TimelinePane":
    """Everything dated, drawn and listed."""
    from ui.panes.timeline import TimelinePane

    pane = TimelinePane(around.desk)
    pane.table.let_drag("date")
    pane.drawing.let_drag("date", pane.chosen_with)
    return pane


def parties(around: Surroundings) -> "PartiesPane":
    """The parties and speakers, a list of each kind."""
    from ui.panes.parties import PartiesPane

    pane = PartiesPane(around.desk)
    pane.action_wanted.connect(around.navigation.show_action)
    return pane


def tags(around: Surroundings) -> "TagsPane":
    """The tags, their colours and how many records have them."""
    from ui.panes.tags import TagsPane

    pane = TagsPane(around.desk)
    pane.search_wanted.connect(around.navigation.find)
    return pane


def trash(around: Surroundings) -> "TrashPane":
    """What lies in the trash."""
    from ui.panes.trash import TrashPane

    return TrashPane(around.desk)


def briefs(around: Surroundings) -> "BriefsPane":
    """What was exported, and what of it is out of date."""
    from ui.panes.briefs import BriefsPane

    pane = BriefsPane(around.desk)
    pane.record_wanted.connect(around.navigation.show_record)
    pane.draft_wanted.connect(around.navigation.open_draft)
    return pane


def composer(around: Surroundings) -> "ComposerPane":
    """A brief in the making."""
    from ui.panes.composer import ComposerPane

    pane = ComposerPane(around.desk, around.errands.page_size)
    pane.back_wanted.connect(lambda: around.navigation.go("briefs"))
    pane.export_wanted.connect(around.errands.export_composed)
    pane.quote_wanted.connect(around.errands.show_quoted)
    return pane


def case_notes(around: Surroundings) -> "CaseNotesPane":
    """The notes of a case file."""
    from ui.panes.notes import CaseNotesPane

    return CaseNotesPane(around.desk)


def receipt(around: Surroundings) -> "ReceiptPane":
    """What became of an import's files."""
    from ui.panes.receipt import ReceiptPane

    pane = ReceiptPane(around.desk)
    pane.back_wanted.connect(lambda: around.navigation.go("inbox"))
    return pane
