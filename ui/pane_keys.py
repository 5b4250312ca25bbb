"""The keys that the views handle themselves, for the shortcut sheet. Qt's own are among them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PaneKeys:
    """What the keys do in one part of the window: the keys as Qt writes them, and what comes of them."""

    name: str
    keys: tuple[tuple[str, str], ...]


PANE_KEYS = (
    PaneKeys("In every list", (
        ("Up Down", "Choose the row above or below"),
        ("PgUp PgDown", "A page up or down"),
        ("Ctrl+Home Ctrl+End", "To the first or last row"),
        ("Return", "Open: the review, the passage, the record"),
        ("Shift+Up Shift+Down", "Select several"),
        ("Ctrl+A", "Select all"),
        ("F2", "Edit the cell under the cursor"),
        ("Tab Escape", "In the cell: to the next one, leave it as it was"),
        ("Del", "Move the selected records to the trash"),
        ("Shift+F10", "The row's menu"),
    )),
    PaneKeys("In the side bar", (
        ("F2", "Rename the case file or saved search"),
        ("Del", "Case file to the trash, saved search deleted"),
    )),
    PaneKeys("In the overview", (
        ("Tab Shift+Tab", "To the next chart or list, to the one before"),
        ("Left Right Up Down", "From figure to figure, from bar to bar"),
        ("Return", "Show the records behind it"),
    )),
    PaneKeys("In the facts of an action", (
        ("Right Left", "Open or close what stands below"),
        ("Return", "Show the passage in its source"),
        ("Alt+S Alt+O Alt+P Alt+I", "Turn to the facts, the conflicts, the penalty, the history"),
    )),
    PaneKeys("In the conflicts and the penalty of an action", (
        ("Tab Shift+Tab", "To the next value, passage or button, to the one before"),
        ("Space", "Open its passages, settle"),
        ("Return", "From the chosen value to the reason for it, from there settle"),
    )),
    PaneKeys("In the comparison with an action of the store", (
        ("Left Right Up Down", "From value to value; its passage is shown"),
        ("Space", "To the next passage of the value"),
        ("J K", "Compare with the next action that it may be, with the one before"),
        ("M N", "The same action, another action"),
        ("Escape", "Back to the cards, nothing decided"),
    )),
    PaneKeys("In a list with groups", (
        ("Left", "Fold the group"),
        ("Right", "Unfold the group"),
        ("Return", "Fold or unfold the group under the cursor"),
    )),
    PaneKeys("On the wall of quotes", (
        ("Left Right Up Down", "From card to card"),
        ("Return", "Show the passage in its source"),
    )),
    PaneKeys("In the parties", (
        ("Return", "To the details of the chosen one"),
        ("F2", "Edit the chosen one"),
    )),
    PaneKeys("In the drawing of the timeline", (
        ("Left Right", "To the date before or after in the lane"),
        ("Up Down", "To the nearest date in the lane above or below"),
        ("Home End", "To the first or last date of the lane"),
        ("Ctrl+Home Ctrl+End", "To the first or last date of all"),
        ("Return", "Show the passage in its source"),
        ("+ =", "Zoom in"),
        ("-", "Zoom out"),
        ("0", "Show all of the time"),
        ("Z", "Show the time of what is selected"),
        ("Ctrl+Left Ctrl+Right Ctrl+Up Ctrl+Down", "Pan"),
        ("PgUp PgDown", "To the lanes above or below"),
    )),
    PaneKeys("In the text of a source", (
        ("Shift+Right Shift+Left", "Select words"),
        ("Ctrl+C", "Copy the selected words"),
        ("Alt+T Alt+U Alt+O", "Turn to the text, to what the source is used in, to the original"),
    )),
    PaneKeys("In the line that finds in a text", (
        ("Return Shift+Return", "To the next place of the words, to the one before"),
        ("Escape", "Close the line"),
    )),
    PaneKeys("In the tags of a record", (
        ("Return", "Add the tag that is typed"),
        ("Space", "Take the tag away"),
    )),
    PaneKeys("In the notes", (
        ("Ins", "Add a note"),
        ("F2 Return", "Edit the note"),
        ("Del", "Delete the note"),
        ("Ctrl+Return", "Save the note that is written"),
    )),
    PaneKeys("In the receipt", (("Escape", "Back to the inbox"),)),
    PaneKeys("Everywhere", (
        ("Tab Shift+Tab", "To the next part of the window, to the one before"),
        ("Alt+F", "Open a menu by its underlined letter, here File"),
        ("Escape", "Close the question or the palette"),
    )),
)  # fmt: skip
