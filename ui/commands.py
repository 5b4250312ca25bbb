"""Every command once: its name, shortcut, menu place and icon. Imports icons and views."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from casefile.translation import tr
from ui.icons import put_icon
from ui.views import IN_MENU


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
    submenu: str = ""
    """The menu within its menu that it stands in."""
    checkable: bool = False
    """Whether it is either on or off."""
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
    Command("export_records", "Export…", "File", "Write the record in a format of other programs",
            "Ctrl+Shift+X"),
    Command("import_bundle", "Import bundle…", "File",
            "Bring in a case file with its sources that another store has exported", writes=True),
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
    Command("palette", "Command palette…", "Edit", "Type the name of any command, view or case file",
            "Ctrl+Shift+P", "command"),
    Command("save_search", "Save search…", "Edit", "Keep what you search for under a name", "Ctrl+D",
            writes=True),
    Command("find", "Find in text…", "Edit", "Find words in the text in sight", "Ctrl+F", "search",
            starts_group=True),
    Command("find_next", "Find next", "Edit", "Go to the next place of the words", "F3"),
    Command("find_previous", "Find previous", "Edit", "Go to the place of the words before", "Shift+F3"),
    *(Command(view.command or view.name, view.title, "View", view.about, view.shortcut, view.icon)
      for view in IN_MENU),
    Command("next_card", "Next proposal", "Review", "Choose the next card", "J", in_review=True),
    Command("previous_card", "Previous proposal", "Review", "Choose the card before", "K", in_review=True),
    Command("accept", "Accept", "Review", "Accept the chosen proposal", "Return Enter", "check",
            in_review=True, starts_group=True, writes=True),
    Command("compare", "Compare with the store", "Review",
            "See the chosen proposal and the action in the store that it may be side by side", "C",
            in_review=True),
    Command("join", "Accept as evidence", "Review",
            "Accept the chosen proposal as more evidence of the action in the store that it may be", "M",
            in_review=True, writes=True),
    Command("keep_apart", "Accept as new action", "Review",
            "Accept the chosen proposal as a new action, whatever the store has", "N", in_review=True,
            writes=True),
    Command("first_reading", "Take first reading", "Review",
            "Read the sum without its scale as the card offers first, or leave it", "1", in_review=True,
            writes=True),
    Command("second_reading", "Take second reading", "Review",
            "Read the sum without its scale as the card offers next, or leave it", "2", in_review=True,
            writes=True),
    Command("third_reading", "Take third reading", "Review",
            "Read the sum without its scale as the card offers third, or leave it", "3", in_review=True,
            writes=True),
    Command("edit", "Edit and accept…", "Review", "Change the proposal first", "E", "pencil",
            in_review=True, writes=True),
    Command("reject", "Reject", "Review", "Reject the chosen proposal", "X", "x", in_review=True,
            writes=True),
    Command("accept_all", "Accept all remaining", "Review", "Accept every open proposal", "A",
            "check-check", in_review=True, starts_group=True, writes=True),
    Command("next_source", "Next source", "Review", "Review the next source of the inbox; this one stays",
            "S", in_review=True),
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
    Command("tag", "Add tag…", "Edit", "Give the chosen records a tag", "Ctrl+T", "tag", writes=True),
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
    Command("settings", "Settings…", "Edit", "Name, light or dark, size of the text, paper", "Ctrl+,",
            "settings", starts_group=True),
    Command("your_name", "Your name…", "Edit", "Whom the journal names"),
    Command("sort", "Sort by…", "View", "Choose the column that the list is sorted by", "Ctrl+Shift+L",
            starts_group=True),
    Command("columns", "Columns…", "View", "Choose the columns of the list, their order and their width",
            "Ctrl+Shift+K", "columns-3"),
    Command("wall", "Quotes as wall or table", "View",
            "Turn the quotes from a table to a wall of cards, or back",
            "Ctrl+Shift+W", "layout-grid"),
    Command("narrow", "Narrow list…", "View", "Choose values that the list in sight is narrowed to",
            "Ctrl+Shift+F", "list-filter"),
    Command("group", "Group list by…", "View", "Choose what the list in sight is grouped by", "Ctrl+Shift+G"),
    Command("zoom_in", "Zoom in", "View", "Show less time in the timeline, larger", "+ =", "zoom-in",
            in_lists=True, starts_group=True),
    Command("zoom_out", "Zoom out", "View", "Show more time in the timeline", "-", "zoom-out", in_lists=True),
    Command("zoom_all", "Zoom to everything", "View", "Show all of the time in the timeline", "0", "maximize",
            in_lists=True),
    Command("zoom_selection", "Zoom to selection", "View", "Show the time of what is selected", "Z",
            in_lists=True),
    Command("theme_system", "As the system", "View", "Light or dark as the rest of the screen", icon="moon",
            starts_group=True, submenu="Appearance", checkable=True),
    Command("theme_light", "Light", "View", "Dark letters on light ground", submenu="Appearance",
            checkable=True),
    Command("theme_dark", "Dark", "View", "Light letters on dark ground", submenu="Appearance",
            checkable=True),
    Command("language_system", "As the system", "View", "The language of the rest of the screen",
            submenu="Language", checkable=True),
    Command("language_en", "English", "View", "Menus and messages in English", submenu="Language",
            checkable=True),
    Command("language_de", "Deutsch", "View", "Menus and messages in German", submenu="Language",
            checkable=True),
    Command("larger_text", "Larger text", "View", "Larger letters everywhere in the window", "Ctrl++ Ctrl+="),
    Command("smaller_text", "Smaller text", "View", "Smaller letters everywhere in the window", "Ctrl+-"),
    Command("normal_text", "Normal text", "View", "Letters of the size that the system uses", "Ctrl+0"),
    Command("side_bar", "Side bar", "View", "Show or hide the views and case files at the left", "Ctrl+B",
            "panel-left", starts_group=True, checkable=True),
    Command("full_screen", "Full screen", "View", "Nothing but the window on the screen, or a window again",
            "F11", "maximize", checkable=True),
    Command("add_fact", "Add fact…", "Action", "Fill one more field of the action", "Ins",
            short="Add fact…", writes=True),
    Command("edit_fact", "Edit…", "Action", "Change the fact, sum or measure under the cursor", "F2",
            "pencil", short="Edit…", writes=True),
    Command("conflicts", "Conflicts", "Action", "Rival values side by side, to be settled", "F4"),
    Command("settle", "Settle…", "Action", "Settle the conflict under the cursor", "Shift+F4",
            short="Settle…", writes=True),
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
    Command("edit_party", "Edit party…", "Action",
            "Names, LEI and group of the party under the cursor, or the name of the speaker",
            short="Edit…", starts_group=True, writes=True),
    Command("same_as", "Same party as…", "Action", "Merge the party or speaker under the cursor with another",
            short="Same as…", writes=True),
    Command("split_party", "Split party…", "Action", "Take the party under the cursor apart",
            short="Split…", writes=True),
    Command("add_note", "Add note…", "Action", "Write a note on the action, source or case file in sight",
            "Ctrl+M", short="Add note…", starts_group=True, writes=True),
    Command("edit_note", "Edit note…", "Action", "Other words for the chosen note (F2 in the notes)",
            "Ctrl+Shift+M", short="Edit…", writes=True),
    Command("remove_note", "Delete note", "Action", "Delete the chosen note (Del in the notes)",
            short="Delete", writes=True),
    Command("verify", "Mark as verified", "Action", "You checked the action against its evidence", "F7",
            "check-check", starts_group=True, writes=True),
    Command("first_steps", "First steps", "Help", "How one begins with the program", icon="footprints"),
    Command("open_demo", "Open the demo case", "Help",
            "Look around in a store of four articles that ships; yours stays as it is", icon="folder-open"),
    Command("shortcuts", "Keyboard shortcuts", "Help", "Every shortcut, by menu and by part of the window",
            "F1 Ctrl+/", "keyboard"),
    Command("about", "About Casefile", "Help", "Version and licences", icon="info", starts_group=True),
)  # fmt: skip

FACT_COMMANDS = (
    "add_fact", "edit_fact", "settle", "reject_claim", "accept_claim", "remove_value",
    "add_measure", "add_sum", "convert", "edit_party", "same_as", "split_party",
)  # fmt: skip
"""What stands in the facts' own menu, in its order."""
OF_FACTS = (*FACT_COMMANDS, "verify", "conflicts")
"""What needs an action in sight."""


def make_actions(window: QWidget) -> dict[str, QAction]:
    """A QAction for every command, by name; single keys work in the review only, which takes them itself."""
    actions = {}
    for command in COMMANDS:
        action = QAction(tr(command.text), window)
        action.setObjectName(command.name)
        action.setStatusTip(tr(command.about))
        action.setCheckable(command.checkable)
        # A menu has one place for the icon and the mark of what is on.
        action.setIconVisibleInMenu(not command.checkable)
        if command.icon:
            put_icon(action, command.icon)
        if command.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcut.split()])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tr(command.about)} ({shown})")
        if command.in_review:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if command.short:
            action.setIconText(tr(command.short))
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
            menu = menus[command.menu] = bar.addMenu(f"&{tr(command.menu)}")
        elif command.starts_group:
            menu.addSeparator()
        _submenu(menu, command.submenu).addAction(actions[command.name])
    return menus


def _submenu(menu: QMenu, name: str) -> QMenu:
    """The menu of that name within the menu, made where it is missing; the menu itself without a name."""
    if not name:
        return menu
    made = menu.findChild(QMenu, name, Qt.FindChildOption.FindDirectChildrenOnly)
    if made is None:
        made = menu.addMenu(tr(name))
        made.setObjectName(name)
    return made


def connect(actions: Mapping[str, QAction], steps: Mapping[str, Callable[[], object]]) -> None:
    """What each command does; every command has to be there."""
    for name, action in actions.items():
        step = steps[name]
        action.triggered.connect(lambda _checked=False, step=step: step())
