"""Files that are whole or not there: written beside their place, then renamed. Imports errors only."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from casefile.errors import CasefileError


class ExportNotWrittenError(CasefileError):
    """The file could not be put where it should go; what was there before is as it was."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} could not be written: {reason}.",
            "Choose a folder that you may write to and that has free space; no half-written file was left.",
        )


class PathTakenError(CasefileError):
    """There is a file of that name, and nobody said that it may be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already.", "Choose another name; nothing was changed.")


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """What is written in the block stands at the path when it ends well, on the disk; else nothing changes.

    :class:`ExportNotWrittenError` where that cannot be done.
    """
    draft: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:60]}.", suffix=".part", delete=False
        ) as target:
            draft = Path(target.name)
            yield cast("BinaryIO", target)
            target.flush()
            os.fsync(target.fileno())
        _let_others_read(draft, path)
        draft.replace(path)
    except OSError as error:
        raise ExportNotWrittenError(path, error.strerror or str(error)) from error
    finally:
        if draft is not None:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _let_others_read(draft: Path, path: Path) -> None:
    """Gives the draft the rights of the file that it replaces, else those that a new file has."""
    with suppress(OSError):
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        else:
            mask = os.umask(0)
            os.umask(mask)
            draft.chmod(0o666 & ~mask)
