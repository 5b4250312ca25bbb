"""Every command once: its name, shortcut, menu place and icon. Imports icons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.icons import put_icon


@dataclass(frozen=True)
class Command:
    """What a person can do, as the menus, the tool bar and a screen reader name it."""

    name: str
    text: str
    menu: str
    about: str
    shortcut: str = ""
    """One or, parted by a space, several key sequences."""
    icon: str = ""
    short: str = ""
    """What a button says, where there is no room for the text."""
    in_review: bool = False
    """Whether the shortcut counts in the review only, where single keys do."""
    in_lists: bool = False
    """Whether the shortcut counts only in the widgets that the command is added to."""
    starts_group: bool = False
    writes: bool = False
    """Whether it changes the store: then it rests while the store is only read."""


COMMANDS = (
    Command("new_store", "New store…", "File", "Make an empty store", "Ctrl+N"),
    Command("open_store", "Open store…", "File", "Open another store", "Ctrl+Shift+O", "folder-open"),
    Command("save_copy", "Save a copy…", "File", "Write a copy of the store to another file", "Ctrl+Shift+S"),
    Command("restore_backup", "Restore a backup…", "File", "Look at the backups of the store"),
    Command("import", "Import…", "File", "Import articles, releases, rulings", "Ctrl+O", "upload",
            starts_group=True, writes=True),
    Command("resume_import", "Import the rest", "File", "Go on with the import in sight", writes=True),
    Command("export_brief", "Export brief…", "File", "Write a briefing PDF", "Ctrl+E", "file-down",
            writes=True),
    Command("quit", "Quit", "File", "Close the window", "Ctrl+Q", starts_group=True),
    Command("undo", "Undo", "Edit", "Take back the latest step", "Ctrl+Z", "undo-2", writes=True),
    Command("redo", "Redo", "Edit", "Do again what was undone", "Ctrl+Shift+Z", "redo-2",
            writes=True),
    Command("paste", "Paste as source", "Edit", "Import what was copied", "Ctrl+V", "clipboard-paste",
            starts_group=True, writes=True),
    Command("take_back_import", "Take back import", "Edit", "Take back all that the import in sight brought",
            icon="undo-2", writes=True),
    Command("take_back_file", "Take back file", "Edit", "Take back what the chosen file brought",
            writes=True),
    Command("search", "Search everything", "Edit", "Go to the search box", "Ctrl+K", "search",
            starts_group=True),
    Command("save_search", "Save search…", "Edit", "Keep what you search for under a name", "Ctrl+D",
            writes=True),
    Command("your_name", "Your name…", "Edit", "Whom the journal names", starts_group=True),
    Command("inbox", "Inbox", "View", "What waits for review", "Ctrl+1", "inbox"),
    Command("actions", "All actions", "View", "Every enforcement action", "Ctrl+2", "gavel"),
    Command("sources", "Sources", "View", "Every source", "Ctrl+3", "file-text"),
    Command("quotes", "Quotes", "View", "Every quote", "Ctrl+4", "quote"),
    Command("timeline", "Timeline", "View", "Every dated event", "Ctrl+5", "calendar-clock"),
    Command("next_card", "Next proposal", "Review", "Choose the next card", "J", in_review=True),
    Command("previous_card", "Previous proposal", "Review", "Choose the card before", "K", in_review=True),
    Command("accept", "Accept", "Review", "Accept the chosen proposal", "Return Enter", "check",
            in_review=True, starts_group=True, writes=True),
    Command("join", "Accept as evidence", "Review",
            "Accept the chosen proposal as more evidence of the action in the store that it may be", "M",
            in_review=True, writes=True),
    Command("keep_apart", "Accept as new action", "Review",
            "Accept the chosen proposal as a new action, whatever the store has", "N", in_review=True,
            writes=True),
    Command("first_reading", "Take first reading", "Review",
            "Read the sum without its magnitude as the card offers first, or leave it", "1", in_review=True,
            writes=True),
    Command("second_reading", "Take second reading", "Review",
            "Read the sum without its magnitude as the card offers next, or leave it", "2", in_review=True,
            writes=True),
    Command("third_reading", "Take third reading", "Review",
            "Read the sum without its magnitude as the card offers third, or leave it", "3", in_review=True,
            writes=True),
    Command("edit", "Edit and accept…", "Review", "Change the proposal first", "E", "pencil",
            in_review=True, writes=True),
    Command("reject", "Reject", "Review", "Reject the chosen proposal", "X", "x", in_review=True,
            writes=True),
    Command("accept_all", "Accept all remaining", "Review", "Accept every open proposal", "A",
            "check-check", in_review=True, starts_group=True, writes=True),
    Command("back", "Back to the inbox", "Review", "Leave the review", "Escape", "arrow-left",
            in_review=True),
    Command("new_case", "New case file…", "Case", "Begin a case file", "Ctrl+Shift+N", "folder-plus",
            writes=True),
    Command("assign", "Add to case file…", "Case", "Put the chosen actions or sources into a case file",
            "Ctrl+Shift+A", "folder", short="Add to case…", writes=True),
    Command("take_out", "Take out of case file", "Case",
            "The chosen actions or sources belong to the case file in sight no more", writes=True),
    Command("rename_case", "Rename case file…", "Case", "Title and purpose of the case file in sight",
            icon="pencil", short="Rename…", starts_group=True, writes=True),
    Command("trash_case", "Move case file to trash", "Case", "Move the case file in sight to the trash",
            icon="trash-2", writes=True),
    Command("describe", "Describe…", "Edit", "Correct how the chosen source or quote is described",
            "Ctrl+Shift+D", "pencil", writes=True, starts_group=True),
    Command("list_actions", "Actions from list…", "Edit",
            "Say what the columns of the chosen list hold, and make proposals of its rows", "Ctrl+Shift+T",
            writes=True),
    Command("use_as_evidence", "Use as evidence…", "Edit",
            "Say what the words that you selected in a source's text are evidence for", "Ctrl+Shift+E",
            "quote", writes=True),
    Command("trash", "Move to trash", "Edit", "Move the selected records to the trash", "Del", "trash-2",
            in_lists=True, starts_group=True, writes=True),
    Command("restore", "Restore", "Edit", "Bring the selected records back from the trash",
            "Ctrl+Shift+R", writes=True),
    Command("empty_trash", "Empty trash…", "Edit", "Remove for good what lies in the trash", writes=True),
    Command("trash_place", "Trash", "View", "What was moved to the trash", "Ctrl+6", "trash-2"),
    Command("receipt", "Receipt", "View", "What became of the files of the last import", "Ctrl+7", "upload"),
    Command("sort", "Sort by…", "View", "Choose the column that the list is sorted by", "Ctrl+Shift+L",
            starts_group=True),
    Command("add_fact", "Add fact…", "Action", "Fill one more field of the action", "Ins", writes=True),
    Command("edit_fact", "Edit…", "Action", "Change the fact, sum or measure under the cursor", "F2",
            "pencil", writes=True),
    Command("settle", "Settle…", "Action", "Settle the conflict under the cursor", "F4", writes=True),
    Command("reject_claim", "Reject claim", "Action", "The claim under the cursor counts no more", "F8",
            "x", writes=True),
    Command("accept_claim", "Accept claim again", "Action", "The claim under the cursor counts again",
            "F9", "check", writes=True),
    Command("remove_value", "Remove value", "Action", "Take the value under the cursor out of the record",
            writes=True),
    Command("add_measure", "Add measure…", "Action", "Add one more thing that the action imposes",
            starts_group=True, writes=True),
    Command("add_sum", "Add sum…", "Action", "Add an entry to a penalty ledger", writes=True),
    Command("convert", "Convert sum…", "Action", "Note the sum in another currency, at its day's rate",
            writes=True),
    Command("edit_party", "Edit party…", "Action", "Names, LEI and group of the party under the cursor",
            starts_group=True, writes=True),
    Command("same_as", "Same party as…", "Action", "Merge the party under the cursor with another",
            writes=True),
    Command("split_party", "Split party…", "Action", "Take the party under the cursor apart", writes=True),
    Command("add_note", "Add note…", "Action", "Write a note on the action or case file in sight", "Ctrl+M",
            starts_group=True, writes=True),
    Command("edit_note", "Edit note…", "Action", "Other words for the chosen note (F2 in the notes)",
            "Ctrl+Shift+M", short="Edit…", writes=True),
    Command("remove_note", "Delete note", "Action", "Delete the chosen note (Del in the notes)",
            short="Delete", writes=True),
    Command("verify", "Mark as verified", "Action", "You checked the action against its evidence", "F7",
            "check-check", starts_group=True, writes=True),
)  # fmt: skip


def make_actions(window: QWidget, review: QWidget) -> dict[str, QAction]:
    """A QAction for every command, by name; single keys work in the review only."""
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setStatusTip(command.about)
        if command.icon:
            put_icon(action, command.icon)
        if command.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcut.split()])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{command.about} ({shown})")
        if command.in_review:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            review.addAction(action)
        if command.short:
            action.setIconText(command.short)
        if command.in_lists:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        actions[command.name] = action
    return actions


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Makes the menus, in the order in which the commands name them; gives them back by name."""
    menus: dict[str, QMenu] = {}
    for command in COMMANDS:
        menu = menus.get(command.menu)
        if menu is None:
            menu = menus[command.menu] = bar.addMenu(f"&{command.menu}")
        elif command.starts_group:
            menu.addSeparator()
        menu.addAction(actions[command.name])
    return menus


def connect(actions: Mapping[str, QAction], steps: Mapping[str, Callable[[], object]]) -> None:
    """What each command does; every command has to be there."""
    for name, action in actions.items():
        step = steps[name]
        action.triggered.connect(lambda _checked=False, step=step: step())
