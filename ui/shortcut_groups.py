"""Every shortcut by menu and by part of the window, to be shown, searched and printed.

Made from the commands and from the keys of the panes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QKeySequence

from casefile.translation import N_, tr, tr_c
from ui.commands import COMMANDS
from ui.matching import folded
from ui.pane_keys import PANE_KEYS

IN_REVIEW = N_("Review")
"""The menu whose single keys count in the review only."""


@dataclass(frozen=True)
class KeyLine:
    """What some keys do, each of them for itself."""

    keys: tuple[str, ...]
    text: str

    @property
    def keys_text(self) -> str:
        """The keys in words."""
        return tr(" or ").join(self.keys)


@dataclass(frozen=True)
class KeyGroup:
    """The keys of one menu or one part of the window."""

    name: str
    lines: tuple[KeyLine, ...]


def shortcut_groups() -> list[KeyGroup]:
    """The groups in the order of the menus, then the panes' own, with the commands whose keys count there."""
    menus: dict[str, list[KeyLine]] = {}
    for command in COMMANDS:
        if command.shortcut and not command.in_lists:
            line = KeyLine(native_keys(command.shortcut), tr(command.text).rstrip("…"))
            menus.setdefault(command.menu, []).append(line)
    named = {IN_REVIEW: tr("{menu} (while it is in sight)").format(menu=tr(IN_REVIEW))}
    groups = [KeyGroup(named.get(menu, tr(menu)), tuple(lines)) for menu, lines in menus.items()]
    of_panes = (
        KeyGroup(
            tr(pane.name), tuple(KeyLine(native_keys(_mnemonics(keys)), tr(text)) for keys, text in pane.keys)
        )
        for pane in PANE_KEYS
    )
    return [*groups, *of_panes]


def _mnemonics(keys: str) -> str:
    """The keys of a pane; the letters that are underlined in its tabs and menus differ by language."""
    return tr_c("keys", keys) if keys.startswith("Alt+") else keys


def narrowed(groups: Sequence[KeyGroup], typed: str) -> list[KeyGroup]:
    """Only the lines in which every word that was typed stands: in the text, the keys or the group's name."""
    words = folded(typed).split()
    found = (replace(group, lines=tuple(_fitting(group, words))) for group in groups)
    return [group for group in found if group.lines]


def as_text(groups: Sequence[KeyGroup]) -> str:
    """The groups in plain text, the keys in a column."""
    width = max((len(line.keys_text) for group in groups for line in group.lines), default=0)
    parts = [
        "\n".join([group.name, *(f"  {line.keys_text:<{width}}  {line.text}" for line in group.lines)])
        for group in groups
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def native_keys(shortcut: str) -> tuple[str, ...]:
    """The key sequences, parted by spaces, as they are written on this system; Enter for both of its keys."""
    names = [_native(keys) for keys in shortcut.split()]
    enter = _native("Enter")
    return tuple(dict.fromkeys(name.replace(_native("Return"), enter) for name in names))


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _fitting(group: KeyGroup, words: Sequence[str]) -> Iterator[KeyLine]:
    for line in group.lines:
        said = folded(f"{line.text} {line.keys_text} {group.name}")
        if all(word in said for word in words):
            yield line
