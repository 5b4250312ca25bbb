"""What was dropped or pasted: files, or the page or text that came along. Imports nothing of ours."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData


@dataclass(frozen=True)
class Snippet:
    """A piece of a page or of text, as bytes in UTF-8, with a name for its source."""

    content: bytes
    name: str


def dropped_files(mime: QMimeData) -> list[Path]:
    """The files on this machine among what was dropped."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dropped_snippet(mime: QMimeData) -> Snippet | None:
    """The page or text, the page first since it knows its headings; None where there is neither."""
    if mime.hasHtml() and mime.html().strip():
        return Snippet(mime.html().encode("utf-8", "replace"), "Pasted page.html")
    if mime.hasText() and mime.text().strip() and not mime.hasUrls():
        return Snippet(mime.text().encode("utf-8", "replace"), "Pasted text.txt")
    return None


def takes(mime: QMimeData) -> bool:
    """Whether a drop would be of any use; links are taken too, to say why they cannot be imported."""
    return mime.hasUrls() or mime.hasHtml() or mime.hasText()
