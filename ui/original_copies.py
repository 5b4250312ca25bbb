"""The original of a source for other programs: a temporary, read-only copy, gone when this program ends.

Imports the store only when something is read.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from casefile.translation import N_, tr

if TYPE_CHECKING:
    from casefile.store.originals import OriginalFile
    from casefile.store.store import Reader

SHOWN_CHARACTERS = 200_000
LINE_CHARACTERS = 2000
"""Longer lines are broken: a text view is slow with those of minified pages."""
_SUFFIXES = {
    "text/html": (".html", ".htm", ".xhtml"),
    "text/plain": (".txt",),
    "text/markdown": (".md", ".txt"),
    "multipart/related": (".mhtml", ".mht"),
    "application/x-webarchive": (".webarchive",),
    "application/pdf": (".pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/rtf": (".rtf",),
    "message/rfc822": (".eml",),
    "application/vnd.ms-outlook": (".msg",),
    "application/zip": (".zip",),
    "text/csv": (".csv",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "application/x-research-info-systems": (".ris", ".txt"),
    "application/x-bibtex": (".bib", ".txt"),
    "application/vnd.citationstyles.csl+json": (".json",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/tiff": (".tif", ".tiff"),
    "image/bmp": (".bmp",),
    "image/heif": (".heic", ".heif"),
}
"""What a copy may be called, by what its content is: the first where its own name says something else."""
_PAGE = N_(
    "A web page may run scripts and load things from the network as soon as a browser opens it, and its "
    "makers may notice. Casefile shows its text without doing either."
)
_LETTER = N_(
    "A mail may load pictures from the network when a mail program opens it, and its sender may notice."
)
_WARNINGS = {
    "text/html": _PAGE,
    "multipart/related": _PAGE,
    "application/x-webarchive": _PAGE,
    "message/rfc822": _LETTER,
    "application/vnd.ms-outlook": _LETTER,
    "application/zip": N_("Look at what is in an archive before you open any of it."),
}
_DOCUMENT = N_(
    "A document may contain macros, links and pictures from the network; do not allow its macros to run."
)
_LONGEST_STEM = 80
_OFFICE = ("application/vnd.", "application/rtf", "application/pdf")


@dataclass(frozen=True)
class OriginalText:
    """The original as far as it can be shown as text."""

    source_id: int
    text: str
    """"" where it is none."""
    is_whole: bool
    note: str = ""
    """What could not be decoded."""


def original_text(reader: "Reader", source_id: int) -> OriginalText:
    """The characters of the original, markup and all; long lines are broken, and only the beginning given."""
    from casefile.reading.decoding import decode
    from casefile.store.originals import original_file

    content = original_file(reader, source_id).content
    if not _is_text(content):
        return OriginalText(source_id, "", is_whole=True)
    start = content[: 4 * SHOWN_CHARACTERS]
    decoded = decode(start)
    text = decoded.text[:SHOWN_CHARACTERS]
    is_whole = len(start) == len(content) and len(text) == len(decoded.text)
    return OriginalText(source_id, _broken(text), is_whole, " ".join(decoded.notes))


def copy_original(reader: "Reader", source_id: int) -> Path:
    """Writes a read-only copy that only this person can read; gives back where it is."""
    from casefile.store.originals import original_file

    original = original_file(reader, source_id)
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    path = folder / copy_name(original)
    path.write_bytes(original.content)
    path.chmod(0o400)
    return path


def copy_name(original: "OriginalFile") -> str:
    """The file's own name with nothing in it that a system takes for a path, and the suffix of its content.

    No copy ends like a program: what opens it goes by that.
    """
    plain = re.sub(r"[^\w. ()\[\]-]+", "_", original.name.replace("\\", "/").rpartition("/")[2]).strip(". ")
    allowed = _SUFFIXES.get(original.media_type, (".txt",))
    named = Path(plain or "original")
    if named.suffix.lower() in allowed:
        return f"{named.stem[:_LONGEST_STEM]}{named.suffix}"
    return f"{named.name[:_LONGEST_STEM]}{allowed[0]}"


def warning_of(media_type: str) -> str:
    """What somebody should know before another program opens such a file; "" where there is nothing."""
    of_office = _DOCUMENT if media_type.startswith(_OFFICE) else ""
    return tr(_WARNINGS.get(media_type, of_office))


@cache
def _folder() -> str:
    """One folder for all copies of this run; it goes with the program."""
    return _kept().name


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="casefile-", ignore_cleanup_errors=True)


def _is_text(content: bytes) -> bool:
    """Whether the bytes are characters: none of the control codes that every binary format has."""
    start = content[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", start) and not start.startswith(b"%PDF")


def _broken(text: str) -> str:
    """The text with its long lines broken, at blanks where there are any."""
    return "\n".join(part for line in text.splitlines() for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    while len(line) > LINE_CHARACTERS:
        cut = line.rfind(" ", 0, LINE_CHARACTERS) + 1 or LINE_CHARACTERS
        yield line[:cut]
        line = line[cut:]
    yield line
