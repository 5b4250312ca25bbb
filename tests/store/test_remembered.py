"""What was found out about a state of a store is not looked for again, and never taken for another state."""

from collections.abc import Callable

from casefile.store import cases
from casefile.store.remembered import MOST, Remembered, remembered
from casefile.store.store import Store


def finding(*answers: int) -> Callable[[], int]:
    """Gives the answers one after another."""
    waiting = iter(answers)
    return lambda: next(waiting)


def ask(store: Store, find: Callable[[], int], question: str = "how many") -> int:
    with store.read() as reader:
        return remembered(reader, question, find)


def change(store: Store) -> None:
    with store.write("New case file", by="ann") as writer:
        cases.add_case(writer, "Faces")


def test_an_answer_is_found_once_until_something_changes(store: Store) -> None:
    find = finding(1, 2, 3, 4, 5)
    assert [ask(store, find), ask(store, find)] == [1, 1]
    change(store)
    assert [ask(store, find), ask(store, find)] == [2, 2]
    store.undo("ann")
    assert [ask(store, find), ask(store, find)] == [3, 3]
    store.redo("ann")
    assert [ask(store, find), ask(store, find, "something else"), ask(store, find)] == [4, 5, 4]


def test_within_a_write_everything_is_found_anew(store: Store) -> None:
    find = finding(1, 2, 3)
    assert ask(store, find) == 1
    with store.write("New case file", by="ann") as writer:
        assert [remembered(writer, "how many", find), remembered(writer, "how many", find)] == [2, 3]
    assert ask(store, finding(1)) == 1


def test_whoever_still_sees_an_older_state_is_told_of_that_and_keeps_nothing(store: Store) -> None:
    find = finding(1, 2, 3)
    change(store)
    with store.read() as old:
        assert remembered(old, "how many", find) == 1
        change(store)
        assert ask(store, find) == 2
        assert remembered(old, "how many", find) == 3
    assert ask(store, find) == 2


def test_of_many_answers_the_latest_are_kept() -> None:
    kept = Remembered()
    for question in range(MOST + 1):
        assert kept.answer(1, question, finding(question)) == question
    assert kept.answer(1, 0, finding(-1)) == -1
    assert kept.answer(1, MOST, finding(-1)) == MOST
