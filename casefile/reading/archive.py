"""ZIP archives: each member a file of its own, within limits. Imports reading only.

Members are inflated one after the other and only as far as the limits allow, whatever their headers claim.
How deep an archive may lie in another is for those who read the parts.
"""

import re
import stat
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from casefile.reading.errors import MEGABYTE, SIZE_LIMIT, DamagedFileError, EmptyFileError, shown
from casefile.reading.model import Part, Reading
from casefile.reading.part_names import part_name
from casefile.reading.readers import RawFile

MEMBER_LIMIT = 2000
"""Members that are looked at."""
TOTAL_LIMIT = 256 * MEGABYTE
"""Bytes of all members together, inflated."""
RATIO_LIMIT = 200
"""Bytes that a member may have for each of its packed ones."""
_FREE_OF_RATIO = MEGABYTE
"""A member up to this size may be packed as tightly as it likes: blank forms are."""
_CHUNK = 64 * 1024
_METHODS = (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2)
_ENCRYPTED_BIT, _UTF8_BIT = 0x1, 0x800
_DEBRIS = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_PAGE_FOLDER = re.compile(r"(.+)[_.-](?:files?|dateien|fichiers|bestanden|archivos)", re.IGNORECASE)
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")


class _Why(StrEnum):
    """Why a member is left out; the value completes the note's sentence."""

    ENCRYPTED = "protected by a password: unpack the archive and import the files"
    LINK = "only links to other files"
    DEBRIS = "what the system keeps for itself"
    PAGE_FILES = "files that belong to a saved page"
    TOO_LARGE = f"over {SIZE_LIMIT // MEGABYTE} MB"
    TOO_DENSE = f"packed more than {RATIO_LIMIT} times, as no honest file is"
    TOTAL = f"over the {TOTAL_LIMIT // MEGABYTE} MB that an archive may hold: unpack it and import the files"
    COUNT = f"over the {MEMBER_LIMIT} files that an archive may hold: unpack it and import the folder"
    METHOD = "packed in a way that is not known: unpack the archive and import the files"
    DAMAGED = "damaged"
    EMPTY = "empty"


_SILENT = frozenset({_Why.DEBRIS})


@dataclass
class _LeftOut:
    """Which members are not among the parts."""

    counts: Counter[_Why] = field(default_factory=Counter)
    examples: dict[_Why, str] = field(default_factory=dict)

    def add(self, why: _Why, name: str) -> None:
        """One more."""
        self.counts[why] += 1
        self.examples.setdefault(why, name)

    def notes(self) -> tuple[str, ...]:
        """A sentence for each reason that a person has to know."""
        return tuple(
            f"Left out: {self._named(why, count)}, {why}."
            for why, count in self.counts.items()
            if why not in _SILENT
        )

    def _named(self, why: _Why, count: int) -> str:
        example = f"“{shown(self.examples[why])}”"
        return example if count == 1 else f"{count} files ({example}, …)"


def read_zip_file(raw: RawFile) -> Reading:
    """The members as parts; notes say which were left out and why.

    :class:`DamagedFileError` for what is no archive any more, :class:`EmptyFileError` for an empty one.
    """
    try:
        archive = ZipFile(BytesIO(raw.content))
    except (BadZipFile, ValueError, LookupError, NotImplementedError, OverflowError, OSError) as error:
        raise DamagedFileError(raw.name, "a ZIP archive") from error
    with archive:
        members = [member for member in archive.infolist() if not member.filename.endswith("/")]
        if not members:
            raise EmptyFileError(raw.name)
        left_out = _LeftOut()
        parts = tuple(_parts(archive, members, left_out))
    return Reading(None, parts, left_out.notes())


def _parts(archive: ZipFile, members: list[ZipInfo], left_out: _LeftOut) -> Iterator[Part]:
    page_folders = _page_folders(members)
    room = TOTAL_LIMIT
    for place, member in enumerate(members):
        path = _path_of(member)
        why = _Why.COUNT if place >= MEMBER_LIMIT else _refusal(member, path, page_folders)
        if why is None:
            found = _inflated(archive, member, room)
            if isinstance(found, bytes):
                room -= len(found)
                yield Part(part_name(path, f"File {place + 1}"), found)
                continue
            why = found
        left_out.add(why, part_name(path, f"File {place + 1}"))


def _refusal(member: ZipInfo, path: str, page_folders: set[PurePosixPath]) -> _Why | None:
    """Why the member is left out by what its header says; None where it is to be inflated."""
    if _DEBRIS.search(path):
        return _Why.DEBRIS
    if stat.S_ISLNK(member.external_attr >> 16):
        return _Why.LINK
    if member.flag_bits & _ENCRYPTED_BIT:
        return _Why.ENCRYPTED
    if page_folders and not page_folders.isdisjoint(PurePosixPath(path).parents):
        return _Why.PAGE_FILES
    if member.compress_type not in _METHODS:
        return _Why.METHOD
    if member.file_size > SIZE_LIMIT:
        return _Why.TOO_LARGE
    return _Why.EMPTY if member.file_size == 0 else None


def _inflated(archive: ZipFile, member: ZipInfo, room: int) -> bytes | _Why:
    """The member's bytes, or why there are none."""
    limit = min(SIZE_LIMIT, room)
    dense = max(_FREE_OF_RATIO, RATIO_LIMIT * member.compress_size)
    content = bytearray()
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
                if len(content) > dense:
                    return _Why.TOO_DENSE
                if len(content) > limit:
                    return _Why.TOO_LARGE if limit == SIZE_LIMIT else _Why.TOTAL
    except (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
        return _Why.DAMAGED
    return bytes(content)


def _path_of(member: ZipInfo) -> str:
    """The member's path; a name that is UTF-8 without saying so is read as that."""
    name = member.filename
    if not member.flag_bits & _UTF8_BIT and not name.isascii():
        with suppress(ValueError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _page_folders(members: list[ZipInfo]) -> set[PurePosixPath]:
    """The folders in which browsers put what a page shows: ``article_files`` beside ``article.html``."""
    paths = [PurePosixPath(_path_of(member)) for member in members[:MEMBER_LIMIT]]
    pages = {path.with_suffix("") for path in paths if path.suffix.lower() in _PAGE_ENDINGS}
    folders = {parent for path in paths for parent in path.parents}
    return {folder for folder in folders if _page_of(folder) in pages}


def _page_of(folder: PurePosixPath) -> PurePosixPath | None:
    """The page that the folder belongs to by its name: ``a`` for ``a_files``, ``a-Dateien``."""
    found = _PAGE_FOLDER.fullmatch(folder.name)
    return folder.with_name(found.group(1)) if found else None
