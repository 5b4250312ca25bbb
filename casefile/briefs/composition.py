"""What a person wants in a brief: its parts in their order, own words, what is left out. Imports the terms.

A composition says nothing of the record itself: the same one, assembled again, gives the brief of that day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class PageSize(StrEnum):
    """The paper that a brief is laid out for."""

    A4 = "a4"
    LETTER = "letter"


class BriefLanguage(StrEnum):
    """The language of a brief's own words, with its manner of writing numbers and dates; BCP 47."""

    ENGLISH_UK = "en-GB"
    ENGLISH_US = "en-US"
    GERMAN = "de"

    @classmethod
    def beside(cls, code: str) -> "BriefLanguage":
        """What somebody begins with whose window speaks this language, an ISO 639-1 code."""
        return cls.GERMAN if code == "de" else cls.ENGLISH_UK

    @property
    def words(self) -> str:
        """As a person chooses it: by its own name."""
        return {"en-GB": "English (UK)", "en-US": "English (US)", "de": "Deutsch"}[self.value]


class CitationStyle(StrEnum):
    """How the list of sources cites them."""

    HOUSE = "house"
    """Plain: authors, title, outlet, date."""
    APA = "apa"
    CHICAGO = "chicago"
    OSCOLA = "oscola"

    @property
    def words(self) -> str:
        """As a person chooses it."""
        return _STYLES[self]


_STYLES = {
    CitationStyle.HOUSE: "Plain",
    CitationStyle.APA: "APA, 7th edition",
    CitationStyle.CHICAGO: "Chicago, notes and bibliography",
    CitationStyle.OSCOLA: "OSCOLA, 4th edition",
}


class NotePlace(StrEnum):
    """Where the notes with their passages stand."""

    END = "end"
    FOOT = "foot"
    """Each on the page of its first mark."""

    @property
    def words(self) -> str:
        """As a person chooses it."""
        return "At the end" if self is NotePlace.END else "At the foot of each page"


class BriefPart(StrEnum):
    """A part of a brief."""

    SUMMARY = "summary"
    """Key figures and a sentence for each action."""
    TEXT = "text"
    """A person's own words."""
    COMPARISON = "comparison"
    """What each authority did, side by side."""
    ACTIONS = "actions"
    APPEALS = "appeals"
    """What is not final yet."""
    CONFLICTS = "conflicts"
    QUOTES = "quotes"
    CHART = "chart"
    """The timeline as a drawing."""
    TIMELINE = "timeline"
    REMARKS = "remarks"
    SOURCES = "sources"
    NOTES = "notes"


@dataclass(frozen=True)
class BriefSection:
    """A part in its place. ``heading`` replaces the part's own; own words have both from the person."""

    part: BriefPart
    heading: str = ""
    text: str = ""
    """Own words in the subset of Markdown of :mod:`casefile.briefs.own_text`."""


def _sections(*parts: BriefPart) -> tuple[BriefSection, ...]:
    return tuple(BriefSection(part) for part in parts)


_P = BriefPart
ALL_PARTS = _sections(
    _P.SUMMARY, _P.ACTIONS, _P.CONFLICTS, _P.APPEALS, _P.QUOTES, _P.CHART, _P.TIMELINE, _P.REMARKS,
    _P.SOURCES, _P.NOTES,
)  # fmt: skip
"""What a brief has that nobody composed."""


class Template(StrEnum):
    """A composition to begin with."""

    NOTE = "note"
    FULL = "full"
    CHRONOLOGY = "chronology"
    COMPARISON = "comparison"
    QUOTES = "quotes"
    SOURCES = "sources"

    @property
    def words(self) -> str:
        """As a person chooses it."""
        return _TITLES[self]

    @property
    def sections(self) -> tuple[BriefSection, ...]:
        """The parts that it begins with."""
        return _TEMPLATES[self]


_TITLES = {
    Template.NOTE: "One-page note",
    Template.FULL: "Full briefing",
    Template.CHRONOLOGY: "Chronology",
    Template.COMPARISON: "Comparison of authorities",
    Template.QUOTES: "Quote sheet",
    Template.SOURCES: "Annex of sources",
}
_TEMPLATES = {
    Template.NOTE: _sections(_P.SUMMARY, _P.CONFLICTS, _P.APPEALS, _P.SOURCES, _P.NOTES),
    Template.FULL: ALL_PARTS,
    Template.CHRONOLOGY: _sections(_P.CHART, _P.TIMELINE, _P.SOURCES, _P.NOTES),
    Template.COMPARISON: _sections(_P.COMPARISON, _P.ACTIONS, _P.APPEALS, _P.SOURCES, _P.NOTES),
    Template.QUOTES: _sections(_P.QUOTES, _P.SOURCES, _P.NOTES),
    Template.SOURCES: _sections(_P.SOURCES),
}


def template_of(sections: Sequence[BriefSection]) -> Template | None:
    """The template with these parts in this order, whatever own words stand between; None for none."""
    parts = [section.part for section in sections if section.part is not BriefPart.TEXT]
    return next((one for one in Template if [part.part for part in one.sections] == parts), None)


@dataclass(frozen=True)
class Composition:
    """Everything that a person chooses; without a case file every action is meant."""

    title: str = ""
    """"" for the case file's own."""
    case_id: int | None = None
    sections: tuple[BriefSection, ...] = ALL_PARTS
    page_size: PageSize = PageSize.A4
    organisation: str = ""
    author: str = ""
    recipient: str = ""
    marking: str = ""
    """On every page: "CONFIDENTIAL"."""
    left_out: frozenset[str] = field(default_factory=frozenset)
    """Keys of records and facts that are not told: ``action/3``, ``quote/7``, ``action/3/amount/Fine``."""
    citation_style: CitationStyle = CitationStyle.HOUSE
    note_place: NotePlace = NotePlace.END
    language: BriefLanguage = BriefLanguage.ENGLISH_UK

    @property
    def printed(self) -> tuple[BriefSection, ...]:
        """The sections as they are printed: each part once, and nothing without what it rests on.

        Whatever cites is followed by the sources and the notes, where the person has not put them elsewhere.
        """
        once = {
            (section.part, place if section.part is BriefPart.TEXT else 0): section
            for place, section in reversed(list(enumerate(self.sections)))
        }
        found = tuple(reversed(once.values()))
        parts = {section.part for section in found}
        if not parts - {BriefPart.TEXT, BriefPart.SOURCES}:
            return found
        missing = [part for part in (BriefPart.SOURCES, BriefPart.NOTES) if part not in parts]
        return (*found, *_sections(*missing))

    @property
    def parts(self) -> frozenset[BriefPart]:
        """The parts that are printed."""
        return frozenset(section.part for section in self.printed)

    def to_json(self) -> dict[str, Any]:
        """As the file of a brief carries it."""
        return {
            "title": self.title, "case_id": self.case_id, "page_size": self.page_size.value,
            "organisation": self.organisation, "author": self.author, "recipient": self.recipient,
            "marking": self.marking, "left_out": sorted(self.left_out),
            "citation_style": self.citation_style.value, "note_place": self.note_place.value,
            "language": self.language.value,
            "sections": [
                {"part": section.part.value, "heading": section.heading, "text": section.text}
                for section in self.sections
            ],
        }  # fmt: skip

    @classmethod
    def parse(cls, content: Mapping[str, Any]) -> "Composition":
        """What :meth:`to_json` gave; ``ValueError``, ``TypeError`` or ``KeyError`` for anything else.

        Choices that an earlier version did not have are as they were then.
        """
        sections: Sequence[Mapping[str, Any]] = content["sections"]
        words = {name: str(content[name]) for name in _WORDS}
        case_id = content["case_id"]
        return cls(
            case_id=int(case_id) if case_id is not None else None,
            sections=tuple(
                BriefSection(BriefPart(one["part"]), str(one["heading"]), str(one["text"]))
                for one in sections
            ),
            page_size=PageSize(content["page_size"]),
            citation_style=CitationStyle(content.get("citation_style", CitationStyle.HOUSE)),
            note_place=NotePlace(content.get("note_place", NotePlace.END)),
            language=BriefLanguage(content.get("language", BriefLanguage.ENGLISH_UK)),
            left_out=frozenset(str(key) for key in content["left_out"]),
            **words,
        )


_WORDS = ("title", "organisation", "author", "recipient", "marking")
