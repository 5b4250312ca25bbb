"""References to articles of laws: "Articles 5(1)(f), 6 and 32", "§§ 3, 7", "artt. 20 e 24". Imports values.

Whose articles they are is decided in :mod:`casefile.extraction.laws`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from casefile.extraction.small_words import AND, OF, THE
from casefile.values import Span

_LONGEST_RANGE = 12
_PARAGRAPHS = 4
"""A number that follows a paragraph's by at most so much is the next paragraph: "Art. 13 Abs. 1 und 2"."""


class Unit(Enum):
    """What a law is divided into."""

    ARTICLE = "article"
    SECTION = "section"
    OTHER = "other"
    """Rules, principles, conditions: they need their law beside them."""


@dataclass(frozen=True)
class ArticleReference:
    """One reference, maybe to several articles."""

    unit: Unit
    word: str
    """What stands before the numbers: "Articles", "§"."""
    numbers: tuple[str, ...]
    """Without their paragraphs, each once, at least one: "5", "12A", "L. 420-1"."""
    span: Span


_ARTICLE = (
    r"[Aa]rticles?|ARTICLES?|Artikels?|Artikeln|artikel(?:en|s)?|Artikelen|[Aa]rt[íi]culos?|[Aa]rticol[oi]|[Aa]rtigos?|"
    r"[Aa]rts?\.|[Aa]rtt\.?|[Aa]rt(?=\s\d)"
)
_SECTION = (
    r"§{1,2}|[Ss]ections?|[Ss]ecs?\.|[Pp]aragra(?:f|fe|fen)|Paragraph(?:en)?|(?<![\w’'.-])ss?\.?(?=\s\d)"
)
_OTHER = (
    r"[Rr]ules?|[Pp]aragraphs?|[Pp]rinciples?|[Cc]onditions?|[Cc]lauses?|[Rr]egulations?|APPs?|"
    r"[Pp]rincipes?|[Bb]eginsel|[Rr]egla|[Rr]egel"
)
_WORD = rf"(?:{_ARTICLE}|{_SECTION}|{_OTHER})"
_SUFFIX = (
    r"(?:[-\s]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies)"
    r"(?!\w|\s?(?:\d|§))){0,2}"
)
_NUMBER = (
    rf"(?:[A-Z]{{1,2}}\.?\s?\*?)?\d{{1,5}}(?!\d)(?:[:.]\d{{1,3}}(?!\d)){{0,2}}(?:/\d{{1,2}}(?![\d/]))?"
    rf"(?:[a-zA-Z]{{1,2}}(?!\w)|[a-z]\d{{1,2}}(?=-\d))?(?:-\d{{1,4}}[a-z]?(?!\w|\.\d)){{0,3}}{_SUFFIX}"
)
_LETTER = r"(?:[a-z]{1,2}\)|[a-z](?!\w))"
_ANOTHER = rf"(?![eyou]\s(?:\d|(?:dell|all|l)[’']|(?:los|el|gli|del|de|la)\s|{_WORD})){_LETTER}"
_WITH = (
    r"i\.\s?V\.\s?m\.|iVm|in\sVerbindung\smit|in\sconjunction\swith|en\srelation\savec|in\scombinatie\smet|"
    r"en\srelación\scon|in\srelazione\sa|juncto|jo\.?"
)
_SUB = (
    r"(?:\s?\(\w{1,5}\)(?:-\d{1,2}(?!\d))?|(?:,\s?|,?\s(?:and|or|und|et|en|e|y|o|ou|oder)\s)\(\w{1,4}\)|\.[a-z]\)|\.[a-z](?!\w)|\.\d{1,2}|-[a-z](?!\w)|,?\s[a-z]\)|,\s\d{1,2}\)|,\s[IVX]{1,4}(?!\w)|"
    r",?\s\d{1,2}°|,?\s§\s?\d{1,2}(?:er)?(?!\w)|"
    rf",?\s(?:[Ll]it\.?|Buchst\.|Bst\.|Buchstaben?|lett(?:era|ere|res?|\.)|let\.|letras?|onder(?:deel)?|points?|punto|sub)\s?"
    rf"(?:{_LETTER}|\d{{1,2}}(?!\d))(?:(?:,\s?|\s{AND}\s){_ANOTHER}){{0,5}}|"
    rf",?\s(?:(?:{_WITH})\s)?(?:Abs\.?|Z|Absatz|Absätze|Unterabs(?:atz|\.)|Satz|S\.|Nr\.|Nummer|Ziff(?:er|\.)|lid|leden|par(?:agraphs?|agraphe|\.)|"
    r"paras?\.?|alinéas?|al\.|apartados?|párrafo|comm[ai]|co\.|no\.|n°)\s?\d{1,2}(?!\d)[a-z]?|"
    r",?\s(?:eerste|tweede|derde|vierde|vijfde|zesde|primo|secondo|terzo|premier|deuxième)\s(?:lid|comma|alinéa)){0,6}"
)
_RANGE = r"to|through|bis|à|tot(?:\sen\smet)?|t/m|al|-|–"
_JOIN = (
    rf"(?:\s?[,;]\s?(?:(?:{AND}|or|oder|ou)\s)?|"
    rf"\s(?:{AND}|or|oder|ou|as\swell\sas|ainsi\sque|así\scomo|nonché|{_WITH})\s|"
    rf"\s?(?:{_RANGE})\s?)"
)
_AGAIN = (
    rf"(?:(?:{OF}|to|à|aux|gegen|aus|nach|uit|agli|al|a|in)\s)?(?:{THE}\s)?(?:[ld][’']|all[’']|dell[’'])?"
    rf"(?:{_WORD})\s?"
)
_FOREIGN = (
    r"(?!\s?(?:%|€|\$|£|M€|k€|per\scent|mila(?!\w)|ton(?!\w)|[Mm]illi|[Bb]illi|Mio|Mrd|mln|mld|euro|[Ee]uros|days|hours|weeks|months|years|"
    r"jours|mois|ans|giorni|mesi|anni|días|meses|años|dagen|weken|maanden|jaar|Tage|Monate|Jahre|Stunden|U\.?S\.?C|C\.?F\.?R))"
)
_SUM = r"\d{1,3}(?:[.,\s’']\d{3}(?!\d)){1,3}"
"""An amount in digits, which goes on no list of articles: "el artículo 9 y 200.000 por"."""
_START = re.compile(
    rf"(?<![\w’'-])(?:[LlDd][’']|(?:[Aa]|[Dd][ae]|[Nn]e|[Ss]u)ll[’'])?(?P<word>{_WORD})\s?(?={_NUMBER})"
)
_ONE = re.compile(rf"(?P<number>{_NUMBER})(?P<sub>{_SUB})")
_NEXT = re.compile(
    rf"{_JOIN}(?:{_AGAIN})?(?!(?:19|20)\d\d(?!\d)|{_SUM})(?P<number>{_NUMBER})(?P<sub>{_SUB}){_FOREIGN}"
)
_IS_RANGE = re.compile(rf"\s?(?:{_RANGE})\s?(?:{_WORD})?\s?")
_LAST_PARAGRAPH = re.compile(
    r"(?:Abs\.?|Absatz|lid|leden|paragraphe?s?|par\.|apartado|comma|alinéa)\s?(\d{1,2})\D{0,20}$"
)
_SEVERAL = re.compile(r"(?:[Aa]rtt\.?|[Aa]rts\.|[Aa]rticles|[Aa]rtikelen|[Aa]rtículos|[Aa]rticoli|§§)\s?$")
"""Before the numbers of more than one article."""
_LONGEST_WORD = 12
_UNITS = ((re.compile(_ARTICLE), Unit.ARTICLE), (re.compile(_SECTION), Unit.SECTION))
_MOST = 24


def find_references(text: str, dotted: bool) -> Iterator[ArticleReference]:
    """Every reference in reading order; ``dotted`` keeps the point of "11.7a", elsewhere a paragraph."""
    end = 0
    for match in _START.finditer(text):
        if match.start() < end:
            continue
        word = match["word"]
        unit = _unit(word)
        listed = read_list(text, match.end(), dotted or unit is Unit.OTHER, unit)
        if listed is not None:
            numbers, end = listed
            yield ArticleReference(unit, word, numbers, Span(match.start(), end))


def _unit(word: str) -> Unit:
    return next((unit for pattern, unit in _UNITS if pattern.fullmatch(word)), Unit.OTHER)


def read_list(
    text: str, start: int, dotted: bool, unit: Unit = Unit.ARTICLE
) -> tuple[tuple[str, ...], int] | None:
    """The numbers of a list that starts here, and its end; another unit ("and section 13G") ends it."""
    item = _ONE.match(text, start)
    if item is None:
        return None
    numbers = [_plain(item["number"], dotted)]
    several = _SEVERAL.search(text, max(0, start - _LONGEST_WORD), start) is not None
    for _ in range(_MOST):
        following = _NEXT.match(text, item.end())
        if following is None:
            break
        joint = text[item.end() : following.start("number")]
        again = re.search(_WORD, joint)
        if again is not None and _unit(again.group()) is not unit:
            break
        number = _plain(following["number"], dotted)
        if _IS_RANGE.fullmatch(joint):
            numbers += _between(numbers[-1], number)
        if not _is_paragraph(item["sub"], joint, number) or (
            several and _is_next(numbers[-1], joint, number)
        ):
            numbers.append(number)
        item = following
    return tuple(dict.fromkeys(numbers)), item.end()


_CODED = re.compile(r"([LRD])\.?\s?(\*?\d.*)")


def _plain(number: str, dotted: bool) -> str:
    """The usual spelling: "L. 420-1" for "L420-1" too, "5" for "5.1" unless the point belongs to it."""
    coded = _CODED.match(number)
    if coded is not None:
        return f"{coded[1]}. {coded[2]}"
    if number.endswith("1er"):
        return number.removesuffix("er")
    if number[0].isalpha():
        return number.replace(" ", "")
    article, _, part = number.partition(".")
    return number if dotted or part.startswith("0") or "-" in part else article


def of_union(number: str) -> tuple[str, ...]:
    """The articles of an act of the Union, none of which has a point or dash: "5.1.c", "5-1-e", "12-14"."""
    article, _, rest = number.partition(".")
    first, _, last = article.partition("-")
    more = _between(first, last) if rest == "" and last else []
    return (first, *more, last) if more or _follows(first, last) else (first,)


def _follows(first: str, last: str) -> bool:
    return first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1


def _between(first: str, last: str) -> list[str]:
    """The articles inside a range of plain numbers."""
    if first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last))]
    return []


def _is_next(article: str, joint: str, number: str) -> bool:
    """Whether behind a comma it is an article after the last one: "artt. 5, par. 2, 6 e 24"."""
    return joint.strip() == "," and article.isdecimal() and int(number) > int(article)


def _is_paragraph(before: str, joint: str, number: str) -> bool:
    """Whether the number goes on counting the paragraphs before it: "Abs. 1 und 2"."""
    last = _LAST_PARAGRAPH.search(before)
    if last is None or not number.isdecimal() or re.search(_WORD, joint):
        return False
    return 0 < int(number) - int(last[1]) <= _PARAGRAPHS
