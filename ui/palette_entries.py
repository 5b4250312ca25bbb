"""What the command palette offers: every command and every place, and in which order it is shown.

Imports commands, reasons and matching.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from casefile.settings import shown_options
from casefile.store.rows import CaseRow, SavedSearchRow
from casefile.translation import N_, tr
from ui.commands import COMMANDS, Command
from ui.matching import Match, folded, match

CASE, SEARCH, SETTING = N_("Case file"), N_("Saved search"), N_("Settings")
"""What the places are called beside the commands' menus."""
SHOWN_ENTRIES = 200
"""Nobody looks further down; a store may have many case files."""


@dataclass(frozen=True)
class Entry:
    """Something that can be done or gone to."""

    key: str
    """What it is remembered by."""
    text: str
    group: str
    """The menu that it stands in, or what kind of place it is."""
    run: Callable[[], object]
    icon: str = ""
    keys: str = ""
    about: str = ""
    possible: bool = True
    why_not: str = ""
    """Why it cannot be done now, where that is known."""
    marked: tuple[int, ...] = ()
    """Which letters of the text were meant by what was typed."""


def command_entries(actions: Mapping[str, QAction], why_not: Callable[[Command], str]) -> list[Entry]:
    """An entry for each command, in the order of the menus."""
    return [_command_entry(command, actions[command.name], why_not) for command in COMMANDS]


def place_entries(
    cases: Sequence[CaseRow],
    searches: Sequence[SavedSearchRow],
    go_to_case: Callable[[int], object],
    run_search: Callable[[SavedSearchRow], object],
) -> Iterator[Entry]:
    """An entry for each case file and saved search; the views have commands of their own."""
    for case in cases:
        yield Entry(
            f"case {case.id}", case.title, tr(CASE), partial(go_to_case, case.id), "folder",
            about=case.purpose,
        )  # fmt: skip
    for search in searches:
        yield Entry(
            f"search {search.id}", search.name, tr(SEARCH), partial(run_search, search), "search",
            about=search.query,
        )  # fmt: skip


def setting_entries(show_setting: Callable[[str], object]) -> Iterator[Entry]:
    """An entry for each option that a person sets, found by its other words too."""
    for name, option in shown_options().items():
        yield Entry(
            f"setting {name}", tr(option.title), tr(SETTING), partial(show_setting, name), "settings",
            about=f"{tr(option.about)}. {tr(option.also)}".rstrip(". "),
        )  # fmt: skip


def ranked(entries: Sequence[Entry], typed: str, recent: Sequence[str]) -> list[Entry]:
    """What fits what was typed: the best first, the recent ones before equals, the impossible ones last."""
    places = {key: place for place, key in enumerate(recent)}
    last = len(places)
    fits = [(entry, fit) for entry in entries if (fit := _fit(typed, entry)) is not None]
    fits.sort(key=lambda one: (not one[0].possible, -one[1].score, places.get(one[0].key, last)))
    return [replace(entry, marked=fit.places) for entry, fit in fits[:SHOWN_ENTRIES]]


def _fit(typed: str, entry: Entry) -> Match | None:
    """How well each word fits: the text or, less well, the group or a word of what it is about."""
    words = folded(typed).split()
    group, about = folded(entry.group), f" {folded(entry.about)}"
    score, places = 0, set[int]()
    for word in words:
        found = match(word, entry.text)
        if found is not None:
            score += found.score
            places.update(found.places)
        elif not group.startswith(word) and f" {word}" not in about:
            return None
    return Match(score, tuple(sorted(places)))


def _command_entry(command: Command, action: QAction, why_not: Callable[[Command], str]) -> Entry:
    possible = action.isEnabled()
    text = f"{tr(command.submenu)}: {action.text()}" if command.submenu else action.text()
    return Entry(
        command.name, text, tr(command.menu), action.trigger, command.icon,
        action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), tr(command.about),
        possible, "" if possible else why_not(command),
    )  # fmt: skip
