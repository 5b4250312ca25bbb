"""The formats that records leave in: what each is called, where its files end, what it holds. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class ExportFormat(StrEnum):
    """A way out, by the name that the command line knows."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    MARKDOWN = "md"
    DOCX = "docx"
    ICS = "ics"
    CSL = "csl"
    RIS = "ris"
    BIBTEX = "bibtex"
    ANNOTATIONS = "annotations"
    BUNDLE = "bundle"

    @property
    def told(self) -> "FormatWords":
        """How a person reads of it."""
        return _WORDS[self]


EXPORT_FORMATS = tuple(one.value for one in ExportFormat)
BRIEF_FORMATS = (ExportFormat.DOCX, ExportFormat.MARKDOWN)
"""What a brief is written in beside PDF."""


@dataclass(frozen=True)
class FormatWords:
    """What a person is told of a format."""

    title: str
    suffix: str
    """With its dot, as a file's name ends."""
    about: str
    counted: str
    """What is counted when it was written, in the plural."""

    def said(self, count: int) -> str:
        """``1 action``, ``12 actions``."""
        noun = self.counted if count != 1 else self.counted.removesuffix("s")
        return f"{count:,} {noun}"


BUNDLE_SUFFIX = ".casebundle"
_F = ExportFormat
_WORDS = {
    _F.CSV: FormatWords("Table (CSV)", ".csv", "The actions, one in a line, for any program.", "actions"),
    _F.XLSX: FormatWords(
        "Workbook (Excel)", ".xlsx", "Actions, sums, quotes, events and sources, each on a sheet.", "actions"
    ),
    _F.JSON: FormatWords(
        "Data (JSON)", ".json", "Every accepted value with its passages, for other programs.", "actions"
    ),
    _F.MARKDOWN: FormatWords("Brief as Markdown", ".md", "The brief as plain text with notes.", "actions"),
    _F.DOCX: FormatWords(
        "Brief for Word (DOCX)", ".docx", "The brief, to be worked on in a word processor.", "actions"
    ),
    _F.ICS: FormatWords("Calendar (ICS)", ".ics", "Everything dated, for a calendar.", "dates"),
    _F.CSL: FormatWords("Sources as CSL-JSON", ".json", "For Zotero and pandoc.", "sources"),
    _F.RIS: FormatWords("Sources as RIS", ".ris", "For EndNote and other reference managers.", "sources"),
    _F.BIBTEX: FormatWords("Sources as BibTeX", ".bib", "For LaTeX.", "sources"),
    _F.ANNOTATIONS: FormatWords(
        "Passages (Web Annotations)", ".jsonld", "Every passage with what rests on it.", "passages"
    ),
    _F.BUNDLE: FormatWords(
        "Bundle for another store", BUNDLE_SUFFIX, "The case file with its sources as kept.", "actions"
    ),
}  # fmt: skip


def brief_format(name: str) -> ExportFormat | None:
    """The format in which a brief of this file name is written, None for PDF."""
    return next((one for one in BRIEF_FORMATS if name.casefold().endswith(one.told.suffix)), None)
