"""Which files a drop stands for: folders are walked, and what is passed over is said. Reads names only."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from casefile.reading.errors import shown

MOST_FILES = 100_000
"""Of one drop."""
MOST_LEVELS = 40
"""Folders within folders."""
_COMPANIONS = ("_files", ".files", "_fichiers", "-Dateien", "_bestanden", "_archivos", "_file", "_arquivos")
"""What browsers call the folder beside a page that was saved whole, in the languages of the lexicons."""
_PAGES = (".html", ".htm", ".xhtml")
_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


@dataclass(frozen=True)
class Found:
    """A file to be read, or what is passed over and ``why``."""

    path: Path
    """Absolute."""
    name: str
    """For the receipt: within the dropped folder, or the file's own; one line of printable characters."""
    why: str = ""
    failed: bool = False
    """It was to be read and cannot be."""


def walk(paths: Iterable[Path], check: Callable[[], None] = lambda: None) -> list[Found]:
    """The files of the dropped files and folders, in order; folders by name, links not followed out of them.

    ``check`` is called often and may raise to end the walk.
    """
    found: list[Found] = []
    for path in paths:
        for one in _dropped(Path(os.path.abspath(path))):  # noqa: PTH100  resolve() would follow links
            check()
            if len(found) == MOST_FILES:
                why = f"More than {MOST_FILES:,} files were dropped at once. Import the rest in a second go."
                return [*found, Found(one.path, one.name, why, failed=True)]
            found.append(one)
    return found


def _dropped(path: Path) -> Iterator[Found]:
    # Unlike pathlib's questions these never raise, whatever the system has against the path.
    if os.path.isdir(path):  # noqa: PTH112
        yield from _folder(path, path, os.path.realpath(path), 1)
    elif os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        yield Found(path, shown(path.name), "It is no ordinary file, so it was passed over.")
    else:
        # What is gone or may not be read is found out when it is opened.
        yield Found(path, shown(path.name))


def _folder(folder: Path, dropped: Path, root: str, level: int) -> Iterator[Found]:
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError as error:
        why = f"The folder could not be opened: {(error.strerror or 'the system refuses it').lower()}."
        yield Found(folder, _name(folder, dropped), f"{why} Check that you may read it.", failed=True)
        return
    pages = {entry.name.rpartition(".")[0] for entry in entries if entry.name.lower().endswith(_PAGES)}
    for entry in entries:
        path = folder / entry.name
        try:
            why = _passed_over(entry, root, pages)
        except OSError as error:
            why = f"It could not be looked at: {(error.strerror or 'the system refuses it').lower()}."
            yield Found(path, _name(path, dropped), f"{why} Check that you may read it.", failed=True)
            continue
        if why:
            yield Found(path, _name(path, dropped), why)
        elif not entry.is_dir(follow_symlinks=False):
            yield Found(path, _name(path, dropped))
        elif level == MOST_LEVELS:
            yield Found(path, _name(path, dropped), f"It lies more than {MOST_LEVELS} folders deep.")
        else:
            yield from _folder(path, dropped, root, level + 1)


def _passed_over(entry: "os.DirEntry[str]", root: str, pages: set[str]) -> str:
    """Why the entry is passed over, "" where it is not."""
    if entry.name.startswith(".") or entry.name.lower() in _SYSTEM_FILES or _is_hidden(entry):
        return "It is hidden, so it was passed over. Drop it itself to import it."
    if entry.is_symlink():
        if not _lies_in(os.path.realpath(entry.path), root):
            return "It is a link that leads out of the folder, so it was not followed."
        if entry.is_dir():
            return "It is a link to another folder of the same import, so it was not followed."
    if entry.is_dir(follow_symlinks=False):
        of_page = any(
            entry.name.endswith(end) and entry.name.removesuffix(end) in pages for end in _COMPANIONS
        )
        return "It holds the pictures and scripts of the saved page beside it." if of_page else ""
    # A link that leads nowhere is left to the reader, as what is gone is.
    is_ordinary = entry.is_file() or not os.path.exists(entry.path)  # noqa: PTH110
    return "" if is_ordinary else "It is no ordinary file, so it was passed over."


def _lies_in(path: str, root: str) -> bool:
    try:
        return os.path.commonpath((path, root)) == root
    except ValueError:  # On another drive of Windows.
        return False


def _is_hidden(entry: "os.DirEntry[str]") -> bool:
    """On Windows, where that is no matter of the name."""
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2))


def _name(path: Path, dropped: Path) -> str:
    return shown(str(path.relative_to(dropped.parent)))
