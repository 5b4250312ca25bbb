"""What can be wrong with a bundle."""

from casefile.errors import CasefileError


class BadBundleError(CasefileError):
    """The file is no bundle that can be brought in; nothing was kept of it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"This bundle cannot be brought in: {reason}.",
            "Nothing was kept of it. Ask for the file again, as Casefile exported it.",
        )
