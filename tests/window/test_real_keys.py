"""The real window on a real X server, from the review of an article to a note by keyboard alone."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from casefile.intake import import_files
from casefile.intake.workers import ReaderPool
from casefile.store import lists, notes
from casefile.store.notes import NoteOwner
from casefile.store.queries import source_rows
from casefile.store.store import Reader, Store
from tests.window.real_screen import PATIENCE_S, RealScreen

Answer = TypeVar("Answer")


def seen(path: Path, look: Callable[[Reader], Answer]) -> Answer:
    """What a look into the store that the window has open gives."""
    store = Store.open(path)
    with store.read() as reader:
        found = look(reader)
    store.close()
    return found


def waiting(reader: Reader) -> int:
    """How many proposals wait for review."""
    return sum(row.open_proposals for row in source_rows(reader, lists.source_ids(reader)))


def noted(reader: Reader) -> list[str]:
    """The notes on the action."""
    return [row.text for row in notes.notes_of(reader, NoteOwner.ACTION, lists.action_ids(reader)[0])]


def test_an_article_is_reviewed_undone_and_noted_on_by_keyboard_alone(
    screen: RealScreen, article: Path, tmp_path: Path, readers: ReaderPool
) -> None:
    path = tmp_path / "keys.casefile"
    with closing(Store.create(path)) as store:
        import_files(store, [article], "ann", readers=readers)
    at_first = seen(path, waiting)
    window = screen.open_casefile(path)
    screen.press("Return", "x")
    screen.wait_until(lambda: seen(path, waiting) == at_first - 1)
    screen.press("ctrl+z")
    screen.wait_until(lambda: seen(path, waiting) == at_first)
    screen.press("a")
    screen.wait_until(lambda: seen(path, waiting) == 0 and seen(path, lists.counts).actions == 1)
    screen.press("ctrl+2", "ctrl+m")
    screen.do("type", "Ask for the ruling")
    screen.press("ctrl+Return")
    screen.wait_until(lambda: seen(path, noted) == ["Ask for the ruling"])
    screen.do("key", "ctrl+q")
    assert window.wait(PATIENCE_S) == 0
