"""Why a file could not be read. Imports only errors.

Every message names the file, says in one sentence what happened and in one what to do.
"""

from casefile.errors import CasefileError

MEGABYTE = 1024 * 1024
SIZE_LIMIT = 64 * MEGABYTE
"""Bytes of one file."""
TEXT_LIMIT = 20 * MEGABYTE
"""Characters of text that one file may give."""

_SUPPORTED = (
    "web pages, mails, PDF, DOCX, ODT, RTF, XLSX, CSV, ZIP archives, references and plain text can be read"
)


class ReadingError(CasefileError):
    """One file could not be read."""


class EmptyFileError(ReadingError):
    """The file has no content."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{shown(name)}” is empty.",
            "Save or download the article again and check that the file has a size.",
        )


class NotTextError(ReadingError):
    """The content is no text in any encoding."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{shown(name)}” holds no text, only binary content that no reader knows.",
            "Open it in the program that made it and save the article as a web page or a text file.",
        )


class UnsupportedTypeError(ReadingError):
    """The type was recognised, but there is no reader for it."""

    def __init__(self, name: str, kind: str, advice: str = "") -> None:
        super().__init__(
            f"“{shown(name)}” is {kind}, which Casefile cannot read yet.",
            advice or f"Save it as a web page or copy its text into a text file: {_SUPPORTED}.",
        )


class TooLargeError(ReadingError):
    """The file is over a limit."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"“{shown(name)}” is too large: {what}.",
            "Save only the article, for example with the browser's reader view, and import that.",
        )


class DamagedFileError(ReadingError):
    """The file is cut off or not what it begins like."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            f"“{shown(name)}” is {kind} that is damaged or cut off.",
            "Save or download it again and compare its size with that of the original.",
        )


class EncryptedFileError(ReadingError):
    """The file opens only with a password."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            f"“{shown(name)}” is {kind} that opens only with a password.",
            "Open it in its own program, save it without a password and import that.",
        )


class TooDeepError(ReadingError):
    """What the file holds lies within more levels than any honest file has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{shown(name)}” holds parts within parts over more levels than can be followed.",
            "Open it in the program that made it and save what you need as a file of its own.",
        )


class NoAddressError(ReadingError):
    """A shortcut that points to no page of the web."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{shown(name)}” is a shortcut, but not to a page of the web.",
            "Import the file that it points to instead.",
        )


class NoArticleError(ReadingError):
    """The page has no article text."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No article text was found in “{shown(name)}”.",
            "Open the page in a browser, check that the article is shown, and save it again, "
            "or copy the text into a text file.",
        )


class UnreadableFileError(ReadingError):
    """The system does not give the file's content."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"“{shown(name)}” could not be opened: {reason}.",
            "Check that the file is still there and that you may read it.",
        )


def shown(name: str) -> str:
    """The name as a message may print it: one line, no control characters, nothing undecodable."""
    text = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else "�" for char in text) or "the file"
