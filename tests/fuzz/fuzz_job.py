"""The work of a worker while readers are fuzzed: reads and proposes as ever, then looks at what came of it.

What goes wrong is raised as :class:`FoundError`, which names the place in the code, so that two files that
break the same thing are told to be one find.
"""

import sys
import traceback
from pathlib import Path

import casefile
from casefile.intake import job
from casefile.intake.wire import RawItem, ReadResult
from casefile.reading import ReadingError
from tests.fuzz.invariants import check_reading, check_refusal

_OURS = Path(casefile.__file__).parent
_asked_of_sockets: list[str] = []


class FoundError(Exception):
    """A reader did what no reader may do."""


def warm_up() -> None:
    """What the real job loads; from here on sockets are watched, since a reader may swallow the refusal."""
    job.warm_up()
    sys.addaudithook(_note_sockets)


def read(item: RawItem) -> ReadResult:
    """What the real job gives; :class:`ReadingError` for a refusal, :class:`FoundError` for all else."""
    _asked_of_sockets.clear()
    try:
        result = _read(item)
    except ReadingError:
        raise
    except Exception as error:
        raise FoundError(f"{type(error).__name__}: {error} ({_place(error)})") from error
    finally:
        if _asked_of_sockets:
            raise FoundError(f"a socket was asked for: {_asked_of_sockets[0]}")
    return result


def _read(item: RawItem) -> ReadResult:
    try:
        result = job.read(item)
    except ReadingError as refusal:
        check_refusal(refusal)
        raise
    check_reading(result.reading)
    return result


def _place(error: Exception) -> str:
    """The last line of ours that the error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_OURS)]
    last = (own or frames)[-1]
    return f"{Path(last.filename).name}, {last.name}"


def _note_sockets(event: str, _: object) -> None:
    if event.startswith("socket."):
        _asked_of_sockets.append(event)
