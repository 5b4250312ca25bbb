"""What a walk through the window is made of: how one gets to a list, and how one sees that it is there."""

from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.benchmarks.bare_walk import resident_mb
from tests.benchmarks.walker import Act, Done, Try, Walker
from ui.main_window import MainWindow
from ui.widgets.list_head import ListHead
from ui.widgets.record_table import RecordTable

AGAIN = 5
"""So often what is short is done."""
MEMORY_MB = 300.0
"""What issue 6 asks for."""


def go(walker: Walker, view: str) -> RecordTable:
    """Goes to a list of the whole store."""
    walker.window.go(view)
    walker.settle()
    table = walker.window.views.table()
    assert table is not None
    return table


def elsewhere(walker: Walker, command: str) -> None:
    """To a view that is none of those that are timed."""
    walker.window.go("receipt" if command != "receipt" else "inbox")
    walker.settle()


def command_name(window: MainWindow, command: str) -> str:
    """What a person calls the view."""
    return window.commands[command].iconText().replace("&", "")


def opened(walker: Walker, command: str, *, for_new: bool) -> Try:
    """The command that goes there, until the rows are painted."""
    window = walker.window

    def act() -> None:
        window.commands[command].trigger()
        table = window.views.table()
        assert table is not None
        walker.rows_of(table).look(for_new=for_new)

    return act, lambda: rows_there(walker)


def away_and_back(walker: Walker, command: str, *, for_new: bool) -> Iterator[Try]:
    """The same several times."""
    for _ in range(AGAIN):
        elsewhere(walker, command)
        yield opened(walker, command, for_new=for_new)


def in_case(walker: Walker, case_id: int, part: str) -> Try:
    """A part of a case file, until its rows are painted."""
    window = walker.window

    def act() -> None:
        window.go_to_case(case_id, part)
        table = window.views.table()
        assert table is not None
        walker.rows_of(table).look()

    return act, lambda: rows_there(walker)


def rows_there(walker: Walker) -> bool:
    """Whether the list in sight is painted with rows, or read and empty."""
    table = walker.window.views.table()
    if table is None:
        return False
    return walker.rows_of(table).is_there or (not table.model.ids and walker.window.desk.jobs.idle)


def changed_rows(walker: Walker, table: RecordTable, act: Act) -> Try:
    """An act that changes which rows are there, until they are painted."""

    def look_and_act() -> None:
        walker.rows_of(table).look()
        act()

    def done() -> bool:
        head = walker.window.views.head()
        waits = head is not None and head.waits
        read = not table.model.ids and walker.window.desk.jobs.idle and not waits
        return walker.rows_of(table).is_there or read

    return look_and_act, done


def jobs_done(walker: Walker) -> Done:
    """Nothing is left to be done for what was begun, at once or after a pause."""
    waited: list[int] = []

    def done() -> bool:
        waited.append(1)
        return len(waited) > 1 and walker.window.desk.jobs.idle

    return done


def head_of(walker: Walker) -> ListHead:
    """What narrows the list in sight."""
    head = walker.window.views.head()
    assert head is not None
    return head


def clear(walker: Walker, head: ListHead) -> None:
    """Narrows to nothing."""
    head.clear()
    walker.settle()


def type_fast(walker: Walker, line: QLineEdit, letters: str) -> None:
    """As a quick typist: twelve letters a second."""
    for letter in letters:
        QTest.keyClicks(line, letter)
        walker.pause(0.08)


def biggest_case(walker: Walker) -> int:
    """The id of the case file with most actions."""
    return max(walker.window.errands.cases, key=lambda case: case.action_count).id


def memory(walker: Walker, name: str) -> None:
    """What the process of the window has in memory."""
    walker.settle()
    walker.keep_memory(name, MEMORY_MB, resident_mb())
