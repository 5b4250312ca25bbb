"""Errors that a person can act on. Imports nothing of ours.

Everything raised on purpose derives from :class:`CasefileError`; what does not is a bug.
"""


class CasefileError(Exception):
    """Something outside the program is wrong: says what happened, to which file, and what to do."""

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()


class CancelledError(CasefileError):
    """The person stopped the work; what was finished before is kept."""

    def __init__(self) -> None:
        super().__init__("Stopped.", "What was finished before is kept.")
