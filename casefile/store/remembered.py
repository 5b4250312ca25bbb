"""What was found out about the latest state of a store, for whoever asks the same before anything changes.

The state is known by its latest step: nothing of the record changes without one. Imports the journal's schema
only. For answers that are small and take long.
"""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casefile.store.schema.journal import Step

Answer = TypeVar("Answer")
MOST = 64
"""So many answers are kept; of more, those that were found last."""
_HERE = "remembered"


class Remembered:
    """The answers of one store. Safe to share between threads; none waits for what another one looks for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._step = 0
        self._answers: dict[Hashable, Any] = {}

    def info(self) -> dict[Any, Any]:
        """What a session is made with that may use it: one that changes nothing."""
        return {_HERE: self}

    def answer(self, step: int, question: Hashable, find: Callable[[], Answer]) -> Answer:
        """What is remembered for the state after that step, else what is found now."""
        with self._lock:
            if step == self._step and question in self._answers:
                return cast("Answer", self._answers[question])
        found = find()
        with self._lock:
            if step > self._step:
                self._step = step
                self._answers.clear()
            if step == self._step:
                self._answers[question] = found
                while len(self._answers) > MOST:
                    del self._answers[next(iter(self._answers))]
        return found


def remembered(session: Session, question: Hashable, find: Callable[[], Answer]) -> Answer:
    """The answer to a question about the state that the session sees; within a write it is found anew."""
    kept = session.info.get(_HERE)
    if not isinstance(kept, Remembered):
        return find()
    return kept.answer(session.scalar(select(func.max(Step.id))) or 0, question, find)
