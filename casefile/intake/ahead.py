"""Working ahead in threads, a bounded way, and handing on in order. Imports nothing of ours."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
POLL_S = 0.02
"""How often whoever waits is asked whether to go on."""


class Ahead(Generic[Item, Result]):
    """Works on items in threads, so many and so much of them at a time, before they are asked for."""

    def __init__(self, work: Callable[[Item], Result], threads: int, most_weight: int) -> None:
        self._work = work
        self._pool = ThreadPoolExecutor(threads, "read ahead")
        self._most = threads * 4
        self._most_weight = most_weight

    def results(self, items: Iterable[tuple[Item, int]], check: Callable[[], None]) -> Iterator[Result]:
        """The result of each item (given with its weight), in the order of the items.

        ``check`` is called while a result is waited for, and ends the waiting by raising.
        """
        waiting: deque[tuple[int, Future[Result]]] = deque()
        weight = 0
        source = iter(items)
        following = next(source, None)
        while waiting or following is not None:
            while following is not None and len(waiting) < self._most:
                if waiting and weight + following[1] > self._most_weight:
                    break
                waiting.append((following[1], self._pool.submit(self._work, following[0])))
                weight += following[1]
                following = next(source, None)
            heavy, future = waiting.popleft()
            yield _wait(future, check)
            weight -= heavy

    def end(self) -> None:
        """Ends the threads once they are done with what they are at; nothing more is begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _wait(future: "Future[Result]", check: Callable[[], None]) -> Result:
    while True:
        check()
        # Not by the result's own time limit: that it ran out looks like an error of the work.
        if wait((future,), POLL_S).done:
            return future.result()
