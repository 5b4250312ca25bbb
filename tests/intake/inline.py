"""Reading in the process itself, for tests that have no use for workers: one that is forked, for instance."""

from casefile.errors import CasefileError
from casefile.intake import job
from casefile.intake.limits import LIMITS, Limits
from casefile.intake.wire import RawItem, ReadResult, Refusal, unpack_answer
from casefile.intake.worker import packed_answer


class InlineReaders:
    """Reads as a worker does, without one."""

    count = 1
    closed = False
    limits: Limits = LIMITS

    def read(self, item: RawItem) -> ReadResult:
        """What the file holds and proposes."""
        answer = unpack_answer(*packed_answer(job, item, self.limits), self.limits)
        if isinstance(answer, Refusal):
            raise CasefileError(answer.what, answer.advice)
        assert isinstance(answer, ReadResult)
        return answer

    def interrupt(self) -> None:
        """There is nothing to be ended."""

    def close(self) -> None:
        """There is nothing to be ended."""
