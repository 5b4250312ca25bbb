import gc
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from casefile.errors import CasefileError
from casefile.progress import Progress, Task
from ui import collecting
from ui.collecting import ALL_SHARE, BUSY_MS, FEW, INTERVAL_MS, MANY, MOST
from ui.jobs import Jobs, Lane, was_cancelled

Box = list[object]
S_AN_OBJECT = 3e-7
"""About as long a collection takes for each object that it looks through."""
FELT_S = 0.05
"""No longer may the window stand still."""
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def fail(error: Exception) -> None:
    pytest.fail(f"the job failed: {error}")


def test_the_result_arrives_on_the_main_thread(jobs: Jobs, qtbot: QtBot) -> None:
    box: Box = []
    jobs.start("work", Lane.READ, lambda _: get_ident(), lambda there: box.extend((there, get_ident())), fail)
    qtbot.waitUntil(lambda: len(box) == 2)
    assert box[0] != get_ident()
    assert box[1] == get_ident()
    assert jobs.idle


def test_writes_run_one_after_another_in_their_order(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    gate = Event()

    def first(_: Task) -> None:
        gate.wait(10)
        order.append(1)

    jobs.start("first", Lane.WRITE, first, lambda _: None, fail)
    jobs.start("second", Lane.WRITE, lambda _: order.append(2), lambda _: None, fail)
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert order == [1, 2]


def test_a_read_does_not_wait_for_a_write(jobs: Jobs, qtbot: QtBot) -> None:
    gate = Event()
    box: Box = []
    jobs.start("write", Lane.WRITE, lambda _: gate.wait(10), box.append, fail)
    jobs.start("read", Lane.READ, lambda _: "read", box.append, fail)
    qtbot.waitUntil(lambda: box == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert box == ["read", True]


def test_an_error_is_delivered_and_the_lane_goes_on(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    box: Box = []

    def broken(_: Task) -> None:
        raise CasefileError("The disk is full.", "Free some space.")

    jobs.start("broken", Lane.WRITE, broken, box.append, errors.append)
    jobs.start("next", Lane.WRITE, lambda _: "went on", box.append, fail)
    qtbot.waitUntil(lambda: box == ["went on"])
    assert [str(error) for error in errors] == ["The disk is full. Free some space."]


def test_cancel_stops_at_the_next_step(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    reached = Event()

    def work(task: Task) -> None:
        for done in range(1_000_000):
            task.step(done, 1_000_000, "counting")
            reached.set()

    job = jobs.start("count", Lane.WRITE, work, lambda _: pytest.fail("it went to its end"), errors.append)
    qtbot.waitUntil(reached.is_set)
    job.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert was_cancelled(errors[0])


def test_cancel_before_the_start_means_that_nothing_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    gate = Event()
    errors: list[Exception] = []
    done: Box = []
    jobs.start("first", Lane.WRITE, lambda _: gate.wait(10), lambda _: None, fail)
    job = jobs.start("second", Lane.WRITE, lambda _: done.append(1), lambda _: None, errors.append)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert was_cancelled(errors[0])
    assert done == []


class Held:
    """What some work had in its hands."""


@pytest.mark.parametrize("is_stopped", [True, False])
def test_what_a_job_held_that_did_not_end_well_goes_without_a_search_for_cycles(
    jobs: Jobs, qtbot: QtBot, *, is_stopped: bool
) -> None:
    told: list[str] = []
    known: list[weakref.ref[Held]] = []

    def work(task: Task) -> None:
        held = Held()
        known.append(weakref.ref(held))
        if is_stopped and task.stop is not None:
            task.stop.set()
        task.check()
        raise CasefileError("The disk is full.")

    jobs.collector.stop()
    jobs.start("work", Lane.READ, work, lambda _: None, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: known[0]() is None)
    assert told[0].startswith("Stopped." if is_stopped else "The disk is full.")


def test_progress_of_the_write_lane_is_told_last_step_included(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Progress] = []
    jobs.progressed.connect(told.append)

    def work(task: Task) -> None:
        for done in range(101):
            task.step(done, 100, "file")

    jobs.start("import", Lane.WRITE, work, lambda _: None, fail)
    qtbot.waitUntil(lambda: jobs.idle)
    assert told[0] == Progress(0, 100, "file")
    assert told[-1] == Progress(100, 100, "file")


def test_garbage_is_never_collected_on_a_worker(jobs: Jobs, qtbot: QtBot) -> None:
    threads: set[int] = set()

    def note(_phase: str, _info: dict[str, int]) -> None:
        threads.add(get_ident())

    def litter(_: Task) -> None:
        for _number in range(50_000):
            ring: list[object] = []
            ring.append(ring)

    gc.callbacks.append(note)
    try:
        for lane in Lane:
            jobs.start("litter", lane, litter, lambda _: None, fail)
        qtbot.waitUntil(lambda: jobs.idle)
        qtbot.waitUntil(lambda: bool(threads))
    finally:
        gc.callbacks.remove(note)
    assert threads == {get_ident()}


def test_python_never_collects_by_itself_where_there_was_a_window() -> None:
    gc.enable()
    jobs = Jobs()
    assert not gc.isenabled()
    jobs.close()
    assert not gc.isenabled()


def test_while_the_program_is_loaded_nothing_is_collected_and_what_is_there_is_spared(
    jobs: Jobs, qtbot: QtBot
) -> None:
    phases: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        phases.append(phase)

    gc.callbacks.append(note)
    try:
        jobs.collector.wait()
        kept = [[number] for number in range(50_000)]
        qtbot.wait(INTERVAL_MS * 2)
        assert phases == []
        jobs.collector.keep()
        assert gc.get_freeze_count() >= len(kept)
        more = [[number] for number in range(50_000)]
        qtbot.waitUntil(lambda: "stop" in phases)
        assert len(more) == len(kept)
    finally:
        gc.callbacks.remove(note)
        gc.unfreeze()


def test_what_outlives_all_collections_is_looked_at_only_when_nobody_looks(jobs: Jobs) -> None:
    jobs.collector.keep()
    try:
        kept: list[list[int]] = []
        with _watched_collections() as seen:
            while 2 not in {collection.generation for collection in seen}:
                kept += [[number] for number in range(10_000)]
                jobs.collector.collect()
        assert gc.get_freeze_count() >= len(kept)
        thing = _Thing()
        seen_by = weakref.ref(thing)
        del thing
        gc.freeze()
        jobs.collector.collect_all()
        assert seen_by() is None
    finally:
        gc.unfreeze()


def test_no_collection_takes_long_and_what_refers_to_itself_goes_soon(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs.collector.keep()
    try:
        kept: list[list[int]] = []
        rings: list[weakref.ref[_Thing]] = []
        with _watched_collections() as seen:
            monkeypatch.setattr(
                collecting,
                "thread_time",
                lambda: sum(collection.looked_through for collection in seen) * S_AN_OBJECT,
            )
            for _ in range(300):
                things = [_Thing() for _ in range(FEW)]
                rings.append(weakref.ref(things[0]))
                del things
                kept += [[number] for number in range(5_000)]
                jobs.collector.collect()
        assert [ring() for ring in rings] == [None] * len(rings)
        assert {collection.generation for collection in seen} == {0, 1, 2}
        longest = max(collection.looked_through for collection in seen) * S_AN_OBJECT
        assert longest < FELT_S
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("is_busy", [True, False])
def test_what_work_has_left_in_great_numbers_is_set_aside_and_never_looked_through_at_one_go(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch, is_busy: bool
) -> None:
    jobs.collector.keep()
    try:
        with _watched_collections() as seen:
            monkeypatch.setattr(
                collecting,
                "thread_time",
                lambda: sum(collection.looked_through for collection in seen) * S_AN_OBJECT,
            )
            kept = [[number] for number in range(MOST * 2)]
            jobs.collector.collect(is_busy=is_busy)
            assert gc.get_freeze_count() >= len(kept)
            for _ in range(60):
                kept += [[number] for number in range(MANY)]
                jobs.collector.collect(is_busy=is_busy)
        assert {collection.generation for collection in seen} == {0, 1, 2}
        assert max(collection.looked_through for collection in seen) * S_AN_OBJECT < FELT_S
    finally:
        gc.unfreeze()


def test_while_something_works_it_is_collected_however_few_new_objects_are_counted(
    jobs: Jobs, qtbot: QtBot
) -> None:
    gate = Event()
    with _watched_collections() as seen:
        jobs.start("work", Lane.READ, lambda _: gate.wait(10), lambda _: None, fail)
        qtbot.waitUntil(lambda: bool(seen))
        gate.set()
        qtbot.waitUntil(lambda: jobs.idle)
    assert seen[0].generation == 0


@pytest.mark.parametrize("leaves_much", [True, False])
def test_what_leaves_much_is_never_looked_through(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, leaves_much: bool
) -> None:
    monkeypatch.setattr(collecting, "FEW", 0)
    jobs.collector.keep()
    made: list[list[int]] = []
    gate = Event()

    def work(_: Task) -> None:
        made.extend([number] for number in range(MANY * 2))
        gate.wait(10)

    try:
        before = gc.get_freeze_count()
        with _watched_collections() as seen:
            jobs.start("work", Lane.READ, work, lambda _: None, fail, leaves_much=leaves_much)
            qtbot.waitUntil(lambda: len(made) == MANY * 2)
            qtbot.wait(INTERVAL_MS + BUSY_MS * 3)
            assert bool(seen) is not leaves_much
            gate.set()
            qtbot.waitUntil(lambda: jobs.idle)
            qtbot.waitUntil(lambda: bool(seen), timeout=INTERVAL_MS * 4)
        if leaves_much:
            assert gc.get_freeze_count() - before >= len(made)
            assert max(collection.looked_through for collection in seen) < len(made)
    finally:
        gc.unfreeze()


def test_where_nothing_was_set_aside_all_of_it_is_seldom_looked_through(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[list[int]] = [[number] for number in range(300_000)]
    with _watched_collections() as seen:
        monkeypatch.setattr(
            collecting,
            "thread_time",
            lambda: sum(collection.looked_through for collection in seen) * S_AN_OBJECT,
        )
        for _ in range(150):
            kept += [[number] for number in range(10_000)]
            jobs.collector.collect()
    looked = {of: [each.looked_through for each in seen if each.generation == of] for of in (0, 1, 2)}
    assert looked[2]
    assert sum(looked[2][1:]) < sum(looked[1]) / ALL_SHARE


def test_while_something_works_many_new_objects_are_looked_through_sooner(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "INTERVAL_MS", 10**6)
    monkeypatch.setattr(collecting, "TURNS", 10**6)
    jobs, gate = Jobs(), Event()
    with _watched_collections() as seen:
        jobs.start("work", Lane.READ, lambda _: gate.wait(10), lambda _: None, fail)
        few = [[number] for number in range(FEW * 2)]
        qtbot.wait(BUSY_MS * 2)
        assert seen == []
        many = [[number] for number in range(MANY)]
        qtbot.waitUntil(lambda: bool(seen))
        assert len(few) < len(many)
        gate.set()
        qtbot.waitUntil(lambda: jobs.idle)
        seen.clear()
        many += [[number] for number in range(MANY)]
        qtbot.wait(BUSY_MS * 2)
        assert seen == []
    jobs.close()


def test_where_nothing_is_to_be_collected_work_changes_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    jobs.collector.wait()
    with _watched_collections() as seen:
        kept = [[number] for number in range(MANY * 2)]
        jobs.start("work", Lane.READ, lambda _: time.sleep(BUSY_MS * 3 / 1000), lambda _: None, fail)
        qtbot.waitUntil(lambda: jobs.idle)
        assert len(kept) == MANY * 2
    assert seen == []


@dataclass(frozen=True)
class _Collection:
    generation: int
    looked_through: int


@contextmanager
def _watched_collections() -> Iterator[list[_Collection]]:
    """Each collection that begins within it."""
    seen: list[_Collection] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            looked = range(info["generation"] + 1)
            seen.append(_Collection(looked[-1], sum(len(gc.get_objects(young)) for young in looked)))

    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


class _Thing:
    def __init__(self) -> None:
        self.itself = self


def test_nothing_is_delivered_after_closing(qtbot: QtBot) -> None:
    jobs = Jobs()
    box: Box = []
    jobs.start("work", Lane.READ, lambda _: "late", box.append, lambda _: None)
    jobs.close()
    qtbot.wait(20)
    assert box == []
