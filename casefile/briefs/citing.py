"""Full citations of a brief's sources in the styles of the Citation Style Language. Imports the model, names.

citeproc-py sets them; it is imported when somebody first asks for a style other than the house's own. Titles
stay as their sources write them, whatever a style does to capitals: a reader looks for these very words.
"""

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from casefile.briefs.composition import CitationStyle
from casefile.briefs.model import BriefSource
from casefile.briefs.wording import Phrasing, phrasing
from casefile.paths import resource
from casefile.reading.names import is_person
from casefile.terms import SourceKind
from casefile.values import DatePrecision, PartialDate

if TYPE_CHECKING:
    from citeproc import CitationStylesStyle
    from citeproc.source import Name, Reference

LOCALES = {"en-GB": "en-GB", "en-US": "en-US", "de": "de-DE"}
"""By the language of a brief what its citations are put in."""
_ARTICLE, _PAGE = "article-newspaper", "webpage"
"""Every style gives these whole dates and addresses; of reports some give the year alone."""
_GROUPS = frozenset({"team", "desk", "staff", "newsroom", "board", "redaktion", "agency", "press", "news"})
_PARTICLES = frozenset(
    {
        "de",
        "van",
        "von",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "zu",
        "ten",
        "ter",
    }
)
_TITLES = frozenset({"dr.", "dr", "prof.", "prof", "mr.", "mrs.", "ms.", "sir"})
# Noncharacters: no text from a source has them once it is printable.
_ITALIC, _BOLD, _PLAIN, _END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_MARKS = re.compile(f"([{_ITALIC}{_BOLD}{_PLAIN}{_END}])")
_ENDS = (".", "!", "?", "…")
_KEPT = 4_096
"""Citations that are kept."""
_SETTING = threading.Lock()
"""The library keeps what it is working on in the style."""


@dataclass(frozen=True)
class CitedRun:
    """A stretch of a citation in one look."""

    text: str
    is_italic: bool = False
    is_bold: bool = False


Cited = tuple[CitedRun, ...]


def cited(sources: Sequence[BriefSource], style: CitationStyle, language: str) -> Mapping[int, Cited]:
    """By its number the citation of each source, whose texts are printable, for the list of sources.

    A source whose title a style would not print as it stands is left out, as are all in the house style.
    """
    if style is CitationStyle.HOUSE:
        return {}
    # OSCOLA is a style of English law: it has no other language.
    locale = "en-GB" if style is CitationStyle.OSCOLA else LOCALES.get(language, "en-GB")
    found = {source.number: _cited(source, style, locale) for source in sources}
    return {source.number: found[source.number] for source in sources if _names(found[source.number], source)}


def _names(citation: Cited, source: BriefSource) -> bool:
    title = _spaced(source.title or source.file_name)
    return bool(title) and title in _spaced("".join(run.text for run in citation))


@lru_cache(maxsize=_KEPT)
def _cited(source: BriefSource, style: CitationStyle, locale: str) -> Cited:
    """A style takes some milliseconds for a source; a brief in the making is set again at each change."""
    put = phrasing(locale.removesuffix("-DE"))
    with _SETTING:
        marked = _set(_reference(source, put), _style(style, locale))
    words = put.date(source.published) if source.published else ""
    return tuple(_tidied(_runs(marked.replace(f"{words}, {words}", words) if words else marked)))


def _tidied(runs: Iterable[CitedRun]) -> Iterator[CitedRun]:
    """Without a full stop behind the end of a sentence, which a change of look hides from the style."""
    before = ""
    for run in runs:
        text = run.text[1:] if before.endswith(_ENDS) and run.text.startswith(".") else run.text
        before = run.text
        if text:
            yield replace(run, text=text)


@cache
def _style(style: CitationStyle, locale: str) -> "CitationStylesStyle":
    from io import BytesIO

    from citeproc import CitationStylesStyle

    content = resource(f"csl/{style.value}.csl").read_bytes()
    return CitationStylesStyle(BytesIO(content), locale=locale, validate=False)


def _set(reference: "Reference", style: "CitationStylesStyle") -> str:
    """The citation with marks around what is set in another look; alone, so that no author becomes a dash."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography

    bibliography = CitationStylesBibliography(style, {"1": reference}, _Marks)
    bibliography.register(Citation([CitationItem("1")]))
    return str(bibliography.bibliography()[0])


class _Marks:
    """A formatter of citeproc-py: marks instead of HTML, and nothing escaped: nobody reads markup."""

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)

    @staticmethod
    def _italic(text: object) -> str:
        return f"{_ITALIC}{text}{_END}"

    @staticmethod
    def _bold(text: object) -> str:
        return f"{_BOLD}{text}{_END}"

    @staticmethod
    def _plain(text: object) -> str:
        return f"{_PLAIN}{text}{_END}"

    Italic = Oblique = _italic
    Bold = _bold
    Light = Underline = Superscript = Subscript = SmallCaps = _plain


def _runs(marked: str) -> Iterator[CitedRun]:
    looks: list[str] = []
    for part in _MARKS.split(marked):
        if part == _END:
            looks = looks[:-1]
        elif part in (_ITALIC, _BOLD, _PLAIN):
            looks.append(part)
        elif part:
            # Italics within italics stand upright.
            yield CitedRun(part, looks.count(_ITALIC) % 2 == 1, _BOLD in looks)


def _reference(source: BriefSource, put: Phrasing) -> "Reference":
    from citeproc.source import Reference
    from citeproc.string import MixedString, NoCase

    title = source.title or source.file_name or source.url
    outlet = source.outlet
    author = _authors(source)
    said: dict[str, Any] = {"title": MixedString([NoCase(title)]), "author": author}
    if outlet and not (len(author) == 1 and author[0].get("literal") == outlet):
        said["container_title"] = MixedString([NoCase(outlet)])
    if source.published:
        said["issued"] = _date(source.published, put)
    if source.url:
        said["URL"] = NoCase(source.url)
    if source.captured:
        said["accessed"] = _date(PartialDate.of_day(source.captured.date()), put)
    return Reference("1", _ARTICLE if source.kind is SourceKind.PRESS else _PAGE, **said)


def _authors(source: BriefSource) -> "list[Name]":
    """The authors, else who published it: a style that finds none would print the title twice."""
    from citeproc.source import Name

    names = source.authors or (source.outlet or _host(source.url),)
    return [_name(name) for name in names if name] or [Name(literal="N.N.")]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _name(name: str) -> "Name":
    """A person by family name and given names, where that is certain; anybody else as they are called."""
    from citeproc.source import Name

    words = name.split()
    while words and words[0].casefold() in _TITLES:
        words = words[1:]
    if not is_person(name) or len(words) not in range(2, 6) or words[-1].casefold() in _GROUPS:
        return Name(literal=name)
    family = len(words) - 1
    while family > 1 and words[family - 1].casefold() in _PARTICLES:
        family -= 1
    particle = " ".join(words[family:-1])
    known = {"non-dropping-particle": particle} if particle else {}
    return Name(family=words[-1], given=" ".join(words[:family]), **known)


def _date(date: PartialDate, put: Phrasing) -> Any:  # noqa: ANN401  the library's dates have no common class
    """As far as it is known; what has no form of its own is given in words."""
    from citeproc.source import Date, DateRange, LiteralDate

    if any(sign in date.edtf for sign in "~?%.") or date.precision in (
        DatePrecision.QUARTER,
        DatePrecision.SEASON,
    ):
        return LiteralDate(put.date(date))
    first, _, last = date.edtf.partition("/")
    if last:
        return DateRange(begin=Date(**_parts(first)), end=Date(**_parts(last)))
    return Date(**_parts(first))


def _parts(edtf: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), map(int, edtf.split("-")), strict=False))


def _spaced(text: str) -> str:
    return " ".join(text.split())
