"""A brief as a person would compose it, about an invented company, and a reader of PDFs."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from casefile.briefs.model import (
    Amount,
    Brief,
    BriefAction,
    BriefConflict,
    BriefEvent,
    BriefFact,
    BriefPosition,
    BriefQuote,
    BriefSource,
    Citation,
    FactField,
    KeyFigure,
    LedgerEntry,
    Statement,
)
from casefile.terms import AmountScale, LedgerBasis, QuoteKind, SourceKind
from casefile.values import Anchor, Money, PartialDate, Span

AS_OF = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)


@dataclass(frozen=True)
class ReadPdf:
    """What a reader program sees: the text of each page, and each page's size in points."""

    pages: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]

    @property
    def text(self) -> str:
        """All pages, every run of white space one space."""
        return " ".join(" ".join(self.pages).split())

    def says(self, words: str) -> bool:
        """Whether the words stand on the pages, however lines and pages break them."""
        return _unbroken(words) in _unbroken(self.text)


def _unbroken(text: str) -> str:
    """Without white space and hyphens, which PDFium turns into other signs at the end of a line."""
    return "".join(
        character for character in text if not character.isspace() and character not in "-\x02\ufffe"
    )


def read_pdf(content: bytes) -> ReadPdf:
    """The PDF as PDFium reads it."""
    document = pypdfium2.PdfDocument(content)
    try:
        pages = tuple(page.get_textpage().get_text_bounded() for page in document)
        return ReadPdf(pages, tuple(page.get_size() for page in document))
    finally:
        document.close()


def unpacked(content: bytes) -> str:
    """The PDF's bytes with those of its compressed streams, as Latin-1."""
    streams = re.findall(rb"/FlateDecode[^>]*>>\nstream\n(.*?)\r\nendstream", content, re.DOTALL)
    return b"\n".join([content, *map(zlib.decompress, streams)]).decode("latin-1")


@pytest.fixture
def read() -> Callable[[bytes], ReadPdf]:
    return read_pdf


def cite(source: int, exact: str, before: str = "", after: str = "") -> Citation:
    text = before + exact + after
    return Citation(source, Anchor.at(text, Span(len(before), len(before) + len(exact))))


def euros(amount: int) -> Amount:
    return Amount(Money(amount * 100, "EUR"))


FINE = cite(
    1,
    "imposed a fine of 30.5 million euros",
    "After an investigation of two years the Autoriteit Persoonsgegevens ",
    " on Lumaface Inc., the maker of a search engine for faces, it said on",
)
PRESS_FINE = cite(
    2, "fined 30.5 million euros", "Lumaface has been ", " by the Dutch privacy watchdog for building"
)
WIRE_FINE = cite(
    3, "the $33.7 penalty", "A spokesman called ", " “unlawful in every respect and unenforceable”."
)
PERIODIC = cite(
    1, "penalties for non-compliance of up to 5.1 million euros", "It also ordered ", " on top of the fine."
)
ORDER = cite(1, "must stop the violations within three months", "The company ", ", or pay for every month")
COURT = cite(4, "réduit l'amende à 14 millions d'euros", "Le Conseil d'État ", " et rejette le surplus")
ITALY = cite(
    5, "sanzione amministrativa di 20.000.000 di euro", "Il Garante ha inflitto una ", " alla società"
)
CNIL_FINE = cite(6, "a fine of 20 million euros", "The restricted committee imposed ", " against LUMAFACE")


def _source(
    number: int, title: str, outlet: str, published: str, kind: SourceKind, language: str
) -> BriefSource:
    return BriefSource(
        number,
        title,
        outlet,
        (),
        PartialDate(published),
        f"https://{outlet.split(' ', maxsplit=1)[0].lower()}.example/{number}",
        kind,
        kind is not SourceKind.PRESS,
        datetime(2026, 3, number, 10, 12, tzinfo=UTC),
        f"{number}f9a" * 16,
        f"source-{number}.html",
        language,
    )


AP = "Autoriteit Persoonsgegevens"
RELEASE = SourceKind.AUTHORITY_RELEASE
LONG_URL = "https://dailypost.example/2025/09/04/lumaface?utm_source=newsletter&id=" + "4711" * 30
SOURCES = (
    _source(1, "AP legt Lumaface boete op voor gezichtsherkenning", AP, "2025-09-03", RELEASE, "nl"),
    replace(
        _source(2, "Dutch watchdog fines Lumaface", "Example Wire", "2025-09-03", SourceKind.PRESS, "en"),
        authors=("Maria Bloem", "Tom Árnason"),
        same_text_as=(3,),
    ),
    replace(
        _source(3, "Lumaface calls penalty unlawful", "The Daily Post", "2025-09-04", SourceKind.PRESS, "en"),
        url=LONG_URL,
        same_text_as=(2,),
    ),
    _source(
        4, "Décision n° 468123 du 12 février 2026", "Conseil d'État", "2026-02-12", SourceKind.RULING, "fr"
    ),
    _source(
        5, "Ordinanza ingiunzione: Lumaface Inc.", "Garante privacy", "2024-02", SourceKind.DECISION, "it"
    ),
    _source(6, "20 million euros penalty against LUMAFACE", "CNIL", "2024-10-20", RELEASE, "en"),
)

DUTCH = BriefAction(
    "Fine and order against Lumaface for an illegal database of faces",
    (
        BriefFact(FactField.RESPONDENT, "Lumaface Inc., New York", (FINE,)),
        BriefFact(FactField.AUTHORITY, "Autoriteit Persoonsgegevens (Netherlands)", (FINE, PRESS_FINE)),
        BriefFact(FactField.KIND, "Fine and order", (FINE, ORDER)),
        BriefFact(FactField.STATUS, "Imposed; objection period has run out", (FINE,), reviewed=False),
        BriefFact(FactField.DECIDED, PartialDate("2025-09-03"), (FINE,)),
        BriefFact(
            FactField.AMOUNT,
            euros(30_500_000),
            (FINE, PRESS_FINE),
            (Statement("Another source says $33.7 and does not state the magnitude.", (WIRE_FINE,)),),
        ),
        BriefFact(FactField.AMOUNT, euros(5_100_000), (PERIODIC,), name="Periodic penalty, at most"),
        BriefFact(FactField.PROVISION, "GDPR Art. 5(1)(a)", (FINE,)),
        BriefFact(FactField.PROVISION, "GDPR Art. 6(1)", (FINE,)),
        BriefFact(FactField.PROVISION, "GDPR Art. 9(1)", (FINE,), reviewed=False),
    ),
    remarks=(
        Statement("The authority looks into whether directors can be held liable in person.", (ORDER,)),
    ),
)
FRENCH = BriefAction(
    "Penalty against Lumaface for unlawful processing",
    (
        BriefFact(FactField.RESPONDENT, "Lumaface Inc., New York", (CNIL_FINE,)),
        BriefFact(FactField.AUTHORITY, "CNIL (France)", (CNIL_FINE,)),
        BriefFact(FactField.KIND, "Fine", (CNIL_FINE,)),
        BriefFact(FactField.STATUS, "Reduced on appeal", (COURT,)),
        BriefFact(FactField.DECIDED, PartialDate("2024-10-17"), (CNIL_FINE,)),
        BriefFact(FactField.AMOUNT, euros(14_000_000), (COURT,)),
    ),
    (
        LedgerEntry(PartialDate("2024-10-17"), LedgerBasis.IMPOSED, euros(20_000_000), (CNIL_FINE,)),
        LedgerEntry(PartialDate("2026-02-12"), LedgerBasis.REDUCED, euros(14_000_000), (COURT,)),
    ),
)
ITALIAN = BriefAction(
    "Administrative fine against Lumaface",
    (
        BriefFact(FactField.RESPONDENT, "Lumaface Inc., New York", (ITALY,)),
        BriefFact(FactField.AUTHORITY, "Garante per la protezione dei dati personali (Italy)", (ITALY,)),
        BriefFact(FactField.KIND, "Fine and ban", (ITALY,)),
        BriefFact(FactField.DECIDED, PartialDate("2024-02"), (ITALY,)),
        BriefFact(FactField.AMOUNT, euros(20_000_000), (ITALY,)),
    ),
)
CONFLICT = BriefConflict(
    DUTCH.title,
    "Amount",
    (
        BriefPosition(euros(30_500_000), (FINE, PRESS_FINE), chosen=True),
        BriefPosition(Amount(Money(3370, "USD"), AmountScale.MISSING), (WIRE_FINE,)),
    ),
    "the authority's own release states the amount in euros; the newspaper lost the word “million”.",
)


def _quote(text: str, source: int, speaker: str = "", role: str = "") -> BriefQuote:
    return BriefQuote(text, (cite(source, text, "It was said: ", " the text goes on"),), speaker, role)


CHAIR = ("Aart Wolters", "chair of the Autoriteit Persoonsgegevens")
LAWYER = ("Jane Mulder", "chief legal officer of Lumaface")
INTRUSIVE = (
    "Facial recognition is an intrusive technology that you cannot simply unleash on anyone in the world"
)
TRACKED = (
    "If there is a photo of you on the Internet – and doesn't that apply to all of us? – then you can end up "
    "in the database of Lumaface and be tracked"
)
QUOTES = (
    _quote(INTRUSIVE, 1, *CHAIR),
    _quote(TRACKED, 1, *CHAIR),
    replace(_quote("unlawful, devoid of due process and unenforceable", 3, *LAWYER), kind=QuoteKind.PARTIAL),
    replace(
        _quote("La sanction prononcée excède ce qui est nécessaire", 4),
        language="fr",
        translation="The penalty goes beyond what is necessary",
        reviewed=False,
    ),
    _quote(
        "We do not do business in the Netherlands or anywhere else in the Union. " * 6 + "That is all.",
        2,
        *LAWYER,
    ),
)


def _event(date: str, what: str, *citations: Citation) -> BriefEvent:
    return BriefEvent(PartialDate(date) if date else None, what, citations)


EVENTS = (
    _event("2020-01", "A newspaper reveals the database of Lumaface.", PRESS_FINE),
    _event("2021/2022", "The company collects 30 billion pictures.", PRESS_FINE, WIRE_FINE),
    _event("2023-03-06", "The Autoriteit Persoonsgegevens opens its investigation.", FINE),
    _event("2024-02", "The Garante fines the company €20 million and bans the processing.", ITALY),
    _event("2024-10-17", "The CNIL fines the company €20 million.", CNIL_FINE),
    _event("2024-36", "The company files an action for annulment with the Conseil d'État.", COURT),
    _event("2025-09-03", "The Autoriteit Persoonsgegevens publishes its decision.", FINE, PRESS_FINE),
    _event(
        "2025-12-03",
        "The time for ending the violations runs out; from this day on the periodic penalty is due for each "
        "month in which they go on, up to the maximum.",
        ORDER,
        PERIODIC,
    ),
    _event("2026-02-12", "The Conseil d'État reduces the French fine to €14 million.", COURT),
    replace(
        _event("", "The authority examines whether directors are liable in person.", ORDER), reviewed=False
    ),
)


def make_brief(**more: object) -> Brief:
    """Three actions, six sources, five quotes, ten events, one conflict; ``more`` replaces fields."""
    fields: dict[str, object] = {
        "title": "Lumaface: how European authorities have acted against its database of faces",
        "as_of": AS_OF,
        "subtitle": "Fines, orders and court rulings 2024–2026",
        "organisation": "Directorate for Digital Affairs",
        "author": "A. de Vries, Data Protection Unit",
        "recipient": "The Minister for Digital Affairs",
        "marking": "CONFIDENTIAL",
        "figures": (
            KeyFigure("3", "enforcement actions, one reduced by a court"),
            KeyFigure(euros(64_500_000), "imposed and still standing", (FINE, COURT, ITALY)),
            KeyFigure("6", "sources, of which 4 are primary and 5 are independent"),
            KeyFigure("1", "conflict between sources, settled"),
        ),
        "summary": (
            Statement(
                "Three European authorities have fined Lumaface, the maker of a search engine for faces, for "
                "collecting pictures of people without a legal basis.",
                (FINE, CNIL_FINE, ITALY),
            ),
            Statement(
                "The highest fine is that of the Netherlands, €30.5 million, with periodic penalties of up "
                "to €5.1 million on top. The French fine was reduced by the Conseil d'État in February 2026.",
                (FINE, PERIODIC, COURT),
            ),
        ),
        "actions": (DUTCH, FRENCH, ITALIAN),
        "conflicts": (CONFLICT,),
        "quotes": QUOTES,
        "events": EVENTS,
        "remarks": (Statement("Whether any of the fines has been paid is not known from the sources."),),
        "sources": SOURCES,
    }
    return Brief(**(fields | more))  # type: ignore[arg-type]


@pytest.fixture
def sample() -> Brief:
    return make_brief()


@pytest.fixture
def make() -> Callable[..., Brief]:
    """A maker of the sample with fields replaced."""
    return make_brief
