"""Steps that are taken while nobody waits for anything else."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from casefile.progress import Task
from ui.jobs import Jobs, Lane
from ui.main_window import Steps
from ui.quiet_steps import QuietSteps


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def hold(jobs: Jobs, go_on: Event) -> None:
    """Begins work that ends when it is told to."""

    def work(_: Task) -> bool:
        return go_on.wait(20)

    jobs.start("held", Lane.READ, work, lambda _: None, lambda _: None)


def counted(taken: list[int], most: int) -> Steps:
    for number in range(most):
        taken.append(number)
        yield


def test_steps_are_taken_to_the_end(jobs: Jobs, qtbot: QtBot) -> None:
    quiet, taken = QuietSteps(jobs), list[int]()
    assert quiet.is_done
    quiet.take(counted(taken, 3))
    assert not quiet.is_done
    assert taken == []
    qtbot.waitUntil(lambda: quiet.is_done)
    assert taken == [0, 1, 2]


def test_no_step_is_taken_while_something_works(jobs: Jobs, qtbot: QtBot) -> None:
    quiet, taken, go_on = QuietSteps(jobs), list[int](), Event()
    hold(jobs, go_on)
    quiet.take(counted(taken, 3))
    qtbot.wait(100)
    assert taken == []
    go_on.set()
    qtbot.waitUntil(lambda: quiet.is_done)
    assert taken == [0, 1, 2]


def test_a_step_that_begins_work_is_followed_when_that_has_ended(jobs: Jobs, qtbot: QtBot) -> None:
    quiet, taken, go_on = QuietSteps(jobs), list[str](), Event()

    def steps() -> Steps:
        taken.append("begun")
        hold(jobs, go_on)
        yield
        taken.append("ended")
        yield

    quiet.take(steps())
    qtbot.waitUntil(lambda: taken == ["begun"])
    qtbot.wait(100)
    assert taken == ["begun"]
    go_on.set()
    qtbot.waitUntil(lambda: quiet.is_done)
    assert taken == ["begun", "ended"]


def test_stopped_it_leaves_the_rest(jobs: Jobs, qtbot: QtBot) -> None:
    quiet, taken, go_on = QuietSteps(jobs), list[int](), Event()
    quiet.take(counted(taken, 1_000_000))
    qtbot.waitUntil(lambda: len(taken) > 2)
    quiet.stop()
    found = len(taken)
    qtbot.wait(50)
    assert (len(taken), quiet.is_done) == (found, True)
    hold(jobs, go_on)
    go_on.set()
    qtbot.waitUntil(lambda: jobs.idle)
    qtbot.wait(50)
    assert len(taken) == found


def test_a_step_may_stop_them(jobs: Jobs, qtbot: QtBot) -> None:
    quiet, taken = QuietSteps(jobs), list[int]()

    def steps() -> Steps:
        for number in range(3):
            taken.append(number)
            if number == 1:
                quiet.stop()
            yield

    quiet.take(steps())
    qtbot.waitUntil(lambda: quiet.is_done)
    qtbot.wait(50)
    assert taken == [0, 1]


def test_other_steps_take_the_place_of_those_before(jobs: Jobs, qtbot: QtBot) -> None:
    quiet, before, taken = QuietSteps(jobs), list[int](), list[int]()
    quiet.take(counted(before, 3))
    quiet.take(counted(taken, 2))
    qtbot.waitUntil(lambda: quiet.is_done)
    assert (before, taken) == ([], [0, 1])
