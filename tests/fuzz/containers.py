"""Changes to what lies inside a container, which is then put together again so that the change is reached.

ZIP packages, compound files, property lists, PDF streams. Where the content is no such container any more,
its bytes are changed or it is left as it is.
"""

import io
import plistlib
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from random import Random
from typing import Any

from tests.fuzz.mutations import NASTY, NUMBERS, Change, any_bytes, nasty

Members = list[tuple[str, bytes]]
_FLATE_STREAM = re.compile(rb"<<((?:(?!endobj).)*?)>>\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_FILTER = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])|/Length\s+\d+(?:\s+\d+\s+R)?")


def zipped(inner: Change) -> Change:
    """One member changed by ``inner``, or the list of members itself."""

    def change(content: bytes, chance: Random) -> bytes:
        members = members_of(content)
        if not members:
            return any_bytes(content, chance)
        for _ in range(chance.choice((1, 1, 2))):
            members = _members_changed(members, inner, chance) if members else members
        return zip_of_members(members, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))

    return change


def members_of(content: bytes) -> Members:
    """The members of a ZIP file that can be unpacked; empty where it is none."""
    found: Members = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                if entry.file_size < 1_000_000:
                    found.append((entry.filename, archive.read(entry)))
    except (
        EOFError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
        struct.error,
    ):
        return []
    return found


def zip_of_members(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of these members in this order, also where two have one name."""
    made = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(made, "w") as archive:
        for name, content in members:
            # What tells the kind of an OpenDocument file has to stand at its beginning as it is.
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else method
            archive.writestr(entry, content)
    return made.getvalue()


def _members_changed(members: Members, inner: Change, chance: Random) -> Members:
    place, other = chance.randrange(len(members)), chance.randrange(len(members))
    name, content = members[place]
    if chance.random() < 0.85:
        return [*members[:place], (name, inner(content, chance)), *members[place + 1 :]]
    return chance.choice((
        [*members[:place], *members[place + 1 :]],
        [*members, members[place]],
        [*members[:place], (name, members[other][1]), *members[place + 1 :]],
        [*members[:place], (_name(chance), content), *members[place + 1 :]],
        [*members, (_name(chance), content)],
        [*members[:place], (name, b""), *members[place + 1 :]],
    ))  # fmt: skip


def _name(chance: Random) -> str:
    return chance.choice([text for text in NASTY if "\ud800" not in text and len(text) < 10_000]) or "empty"


def compound(inner: Change) -> Change:
    """One stream of a compound file changed by ``inner``, cut or filled to the length that it had.

    What cannot be written stays as it is: the library takes any memory for a file that is broken.
    """

    def change(content: bytes, chance: Random) -> bytes:
        from olefile import OleFileIO

        from casefile.reading.compound import COMPOUND_ERRORS

        file = io.BytesIO(content)
        try:
            with OleFileIO(file, write_mode=True) as opened:
                streams = opened.listdir()
                place = chance.choice(streams)
                old = opened.openstream(place).read()
                new = inner(old, chance)[: len(old)]
                opened.write_stream(place, new + old[len(new) :])
                return file.getvalue()
        except COMPOUND_ERRORS:
            return content

    return change


def property_list(inner: Change) -> Change:
    """One value of a property list changed, bytes by ``inner``; written as XML or binary."""

    def change(content: bytes, chance: Random) -> bytes:
        try:
            tree = _entry_changed(plistlib.loads(content), inner, chance)
            form = chance.choice((plistlib.FMT_XML, plistlib.FMT_BINARY))
            return plistlib.dumps(tree, fmt=form, skipkeys=True)
        except Exception:  # noqa: BLE001  whatever the library says of what is no property list any more
            return content

    return change


def _entry_changed(tree: Any, inner: Change, chance: Random) -> Any:  # noqa: ANN401
    if isinstance(tree, Mapping) and tree and chance.random() < 0.9:
        key = chance.choice(list(tree))
        return {**tree, key: _entry_changed(tree[key], inner, chance)}
    if isinstance(tree, bytes) and chance.random() < 0.9:
        return inner(tree, chance)
    replaced = chance.choice(NASTY).replace("\ud800", "")
    return chance.choice(
        (True, 1.5, chance.choice(NUMBERS) % 2**63, replaced, nasty(chance), [tree], {"a": tree})
    )


def pdf_inflated(content: bytes) -> bytes:
    """The PDF with its streams unpacked: changed bytes are changed words. Offsets no longer hold."""

    def unpacked(found: re.Match[bytes]) -> bytes:
        head, packed = found.groups()
        try:
            plain = zlib.decompressobj().decompress(packed) if b"FlateDecode" in head else packed
        except zlib.error:
            return found.group()
        return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (_FILTER.sub(b"", head), len(plain), plain)

    return _FLATE_STREAM.sub(unpacked, content)
