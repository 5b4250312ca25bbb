"""Working ahead keeps the order and its bounds, and ends when it is told to."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress

import pytest

from casefile.errors import CancelledError
from casefile.intake import ahead as ahead_module
from casefile.intake.ahead import Ahead


def go_on() -> None:
    """Nobody wants to stop."""


def test_results_come_in_the_order_of_the_items_whichever_is_done_first() -> None:
    first_may_end = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            first_may_end.wait(timeout=30)
        elif number == 5:
            first_may_end.set()
        return number * number

    ahead = Ahead[int, int](work, 2, 100)
    assert list(ahead.results(((number, 1) for number in range(6)), go_on)) == [0, 1, 4, 9, 16, 25]
    ahead.end()


@pytest.mark.parametrize(("weight", "most"), [(1, 8), (30, 3), (200, 1)])
def test_no_more_is_begun_than_may_wait(weight: int, most: int) -> None:
    begun: list[int] = []

    def items() -> Iterator[tuple[int, int]]:
        for number in range(20):
            begun.append(number)
            yield number, weight

    ahead = Ahead[int, int](lambda number: number, 2, 100)
    for place, result in enumerate(ahead.results(items(), go_on)):
        assert result == place
        # One item more is looked at, to know its weight.
        assert len(begun) <= place + most + 1
    assert place == 19
    ahead.end()


def test_an_error_comes_with_the_item_that_it_is_of() -> None:
    def work(number: int) -> int:
        if number == 2:
            raise TimeoutError("its own")
        return number

    ahead = Ahead[int, int](work, 2, 100)
    results = ahead.results(((number, 1) for number in range(4)), go_on)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(TimeoutError, match="its own"):
        next(results)
    ahead.end()


def test_who_waits_can_be_called_off() -> None:
    stopped, may_end = threading.Event(), threading.Event()

    def check() -> None:
        if stopped.is_set():
            raise CancelledError
        stopped.set()

    ahead = Ahead[int, bool](lambda _: may_end.wait(timeout=30), 1, 100)
    with pytest.raises(CancelledError):
        next(ahead.results([(1, 1)], check))
    may_end.set()
    ahead.end()


def test_a_result_that_comes_just_when_the_waiting_ends_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(Future[int]):
        """Is done the moment after somebody gave up waiting for it."""

        def result(self, timeout: float | None = None) -> int:
            try:
                return super().result(timeout)
            except TimeoutError:
                self.set_result(1)
                raise

    late = Late()

    def end_it() -> None:
        with suppress(InvalidStateError):
            late.set_result(1)

    monkeypatch.setattr(ahead_module, "POLL_S", 0.001)
    ending = threading.Timer(0.1, end_it)
    ending.start()
    assert ahead_module._wait(late, go_on) == 1
    ending.join()
