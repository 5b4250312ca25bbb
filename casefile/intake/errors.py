"""Why a worker gave nothing back. Imports errors and reading."""

from casefile.errors import CasefileError
from casefile.reading.errors import shown


class ReadersClosedError(CasefileError):
    """The readers were told to end while the file was read, or before."""

    def __init__(self) -> None:
        super().__init__("Reading was ended.", "What was finished before is kept.")


class ReaderStoppedError(CasefileError):
    """The reader of one file died, took too long or too much, or talked nonsense; another has its place."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"The reader stopped working on “{shown(name)}”: {why}.",
            "Nothing of it was kept. Save the article in another format, or copy its text into a text file, "
            "and import that.",
        )
