"""What a brief's PDF carries of itself: ``casefile.json``, its statements, passages and sources.

Written from the model, read back from a file that may come from anybody: what does not fit is refused with
:class:`NotABriefError`, and nothing in it is believed before :mod:`casefile.briefs.verify` has looked.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from casefile.briefs.model import Brief, BriefNote, BriefSource
from casefile.briefs.pdf.words import foot_words
from casefile.briefs.statements import BriefStatement, StatementKind, brief_statements
from casefile.briefs.wording import phrasing
from casefile.errors import CasefileError
from casefile.values import Anchor, Span

_Read = TypeVar("_Read")
_Kind = TypeVar("_Kind")
FILE_NAME = "casefile.json"
MEDIA_TYPE = "application/json"
VERSION = 1
MAX_BYTES = 256 * 1024 * 1024
"""More than the claims of any brief that a store makes: those of 10,000 actions take 85 MB."""
_FORMAT = "casefile-brief"
_SHA256 = re.compile(r"[0-9a-f]{64}|")


class NotABriefError(CasefileError):
    """The file is no brief that Casefile wrote, or what it carries of itself is damaged."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"This is no brief that can be checked: {reason}.",
            "Only PDFs that Casefile exported carry what they rest on; ask for the file as it was exported.",
        )


@dataclass(frozen=True)
class EmbeddedPassage:
    """A note of the brief: the words in a source that a statement rests on."""

    note: int
    source: int
    """The number of an :class:`EmbeddedSource`."""
    anchor: Anchor | None = None
    """None where the source as a whole is meant."""
    page: str = ""


@dataclass(frozen=True)
class EmbeddedSource:
    """A source as the brief lists it; ``sha256`` is of the original bytes."""

    number: int
    title: str
    outlet: str = ""
    published: str = ""
    url: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class EmbeddedBrief:
    """All that a brief says of itself."""

    title: str
    as_of: datetime
    """UTC."""
    store: str
    """The id of the store that it was exported from, "" where that is not known."""
    statements: tuple[BriefStatement, ...]
    passages: tuple[EmbeddedPassage, ...]
    sources: tuple[EmbeddedSource, ...]
    organisation: str = ""
    marking: str = ""
    composition: Mapping[str, Any] = field(default_factory=dict)
    """What was chosen: see :meth:`casefile.briefs.composition.Composition.to_json`."""
    feet: tuple[float, ...] = ()
    """For each page below which height (points from the lower edge) its notes stand; none without such."""

    @property
    def foot(self) -> str:
        """The line at the foot of every page."""
        return foot_words(self.organisation, self.as_of, phrasing(self.language))

    @property
    def language(self) -> str:
        """Of the brief's own words; "" where an earlier version did not say it."""
        return str(self.composition.get("language", ""))

    @classmethod
    def of(
        cls, brief: Brief, store: str = "", composition: Mapping[str, Any] | None = None
    ) -> "EmbeddedBrief":
        """What the brief's file is to carry."""
        return cls(
            brief.title,
            brief.as_of,
            store,
            brief_statements(brief),
            tuple(_passage(note) for note in brief.notes()),
            tuple(_source(source) for source in brief.sources),
            brief.organisation,
            brief.marking,
            composition or {},
        )

    def to_json(self) -> bytes:
        """The file's content, an entry on each line; the same brief gives the same bytes."""
        content: dict[str, Any] = {
            "format": _FORMAT,
            "version": VERSION,
            "title": self.title,
            "as_of": self.as_of.isoformat(),
            "store": self.store,
            "organisation": self.organisation,
            "marking": self.marking,
            "composition": self.composition,
            **({"feet": self.feet} if self.feet else {}),
            "statements": [_statement_json(statement) for statement in self.statements],
            "passages": [_passage_json(passage) for passage in self.passages],
            "sources": [_present(vars(source)) for source in self.sources],
        }
        members = (f"{_json(name)}: {_json_lines(value)}" for name, value in content.items())
        return "{{\n{}\n}}".format(",\n".join(members)).encode("utf-8", "replace")

    @classmethod
    def parse(cls, content: bytes) -> "EmbeddedBrief":
        """What ``to_json`` wrote; raises :class:`NotABriefError`."""
        if len(content) > MAX_BYTES:
            raise NotABriefError(f"{FILE_NAME} in it is larger than {MAX_BYTES:,} bytes")
        try:
            return _read(_Entry(json.loads(content)))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise NotABriefError(f"{FILE_NAME} in it cannot be read") from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json_lines(value: object) -> str:
    """A list of entries as a line for each, anything else as one line."""
    if isinstance(value, list) and value:
        return "[\n {}\n]".format(",\n ".join(map(_json, value)))
    return _json(value)


def _passage(note: BriefNote) -> EmbeddedPassage:
    citation = note.citation
    return EmbeddedPassage(note.number, citation.source, citation.passage, citation.page)


def _source(source: BriefSource) -> EmbeddedSource:
    published = source.published.edtf if source.published else ""
    return EmbeddedSource(source.number, source.title, source.outlet, published, source.url, source.sha256)


def _present(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {name: value for name, value in values.items() if value not in ("", (), None)}


def _statement_json(statement: BriefStatement) -> dict[str, Any]:
    return _present(vars(statement))


def _passage_json(passage: EmbeddedPassage) -> dict[str, Any]:
    """The selectors are named as in the W3C Web Annotation Data Model."""
    known = _present({"note": passage.note, "source": passage.source, "page": passage.page})
    anchor = passage.anchor
    if anchor is None:
        return known
    return known | {
        "selectors": [
            {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end},
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ]
    }


class _Entry:
    """An object of the file; a value of another type than asked for raises ``TypeError``."""

    def __init__(self, values: object) -> None:
        if not isinstance(values, dict):
            raise TypeError("no object")
        self._values = values

    def text(self, name: str) -> str:
        return self._of(name, str, "")

    def number(self, name: str) -> int:
        return self._of(name, int, 0)

    def numbers(self, name: str) -> tuple[int, ...]:
        found = tuple(self._of(name, list, []))
        if not all(type(number) is int for number in found):
            raise TypeError(name)
        return found

    def heights(self, name: str) -> tuple[float, ...]:
        found = tuple(self._of(name, list, []))
        if not all(type(height) in (int, float) for height in found):
            raise TypeError(name)
        return tuple(map(float, found))

    def mapping(self, name: str) -> dict[str, Any]:
        return self._of(name, dict, {})

    def entries(self, name: str) -> "Iterable[_Entry]":
        return [_Entry(value) for value in self._of(name, list, [])]

    def _of(self, name: str, kind: type[_Kind], missing: _Kind) -> _Kind:
        value = self._values.get(name, missing)
        if type(value) is not kind:
            raise TypeError(name)
        return value


def _read(entry: _Entry) -> EmbeddedBrief:
    if entry.text("format") != _FORMAT:
        raise ValueError("another format")
    if entry.number("version") != VERSION:
        raise NotABriefError("it was made by another version of Casefile than this one understands")
    as_of = datetime.fromisoformat(entry.text("as_of")).astimezone(UTC)
    brief = EmbeddedBrief(
        entry.text("title"),
        as_of,
        entry.text("store"),
        _all(entry, "statements", _read_statement),
        _all(entry, "passages", _read_passage),
        _all(entry, "sources", _read_source),
        entry.text("organisation"),
        entry.text("marking"),
        entry.mapping("composition"),
        entry.heights("feet"),
    )
    _check_references(brief)
    return brief


def _all(entry: _Entry, name: str, read: Callable[[_Entry], _Read]) -> tuple[_Read, ...]:
    return tuple(read(one) for one in entry.entries(name))


def _check_references(brief: EmbeddedBrief) -> None:
    """``ValueError`` where a statement names no note of the brief, or a note no source."""
    notes = {passage.note for passage in brief.passages}
    sources = {source.number for source in brief.sources}
    named = {note for statement in brief.statements for note in statement.notes}
    if named - notes or {passage.source for passage in brief.passages} - sources:
        raise ValueError("what is cited is not there")
    if len(notes) < len(brief.passages) or len(sources) < len(brief.sources):
        raise ValueError("a number is there twice")


def _read_statement(entry: _Entry) -> BriefStatement:
    return BriefStatement(
        StatementKind(entry.text("kind")),
        entry.text("value"),
        entry.text("about"),
        entry.text("label"),
        entry.text("key"),
        entry.numbers("notes"),
        entry.text("row"),
    )


def _read_passage(entry: _Entry) -> EmbeddedPassage:
    anchor = None
    selectors = {one.text("type"): one for one in entry.entries("selectors")}
    if selectors:
        place, words = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        span = Span(place.number("start"), place.number("end"))
        anchor = Anchor(span, words.text("exact"), words.text("prefix"), words.text("suffix"))
    return EmbeddedPassage(entry.number("note"), entry.number("source"), anchor, entry.text("page"))


def _read_source(entry: _Entry) -> EmbeddedSource:
    sha256 = entry.text("sha256")
    if not _SHA256.fullmatch(sha256):
        raise ValueError("no SHA-256")
    return EmbeddedSource(
        entry.number("number"),
        entry.text("title"),
        entry.text("outlet"),
        entry.text("published"),
        entry.text("url"),
        sha256,
    )
