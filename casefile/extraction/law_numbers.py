"""Laws named by number: "Verordnung (EU) 2016/679", "Ley 1581 de 2012". Imports the registered names."""

import re
from collections.abc import Iterator
from functools import cache

from casefile import registry
from casefile.extraction.law_registry import UNION, LawName
from casefile.extraction.phrases import OpenedPattern
from casefile.values import Span

_NO = r"(?:[nN]\.?\s?[°ºo]\s?|n\.\s?|[Nn]r\.?\s|[Nn]o\.?\s|[Nn]úm\.\s)?"
_UNION_NUMBER = re.compile(r"\d/\d")
_UNION_ACT = re.compile(
    r"(?<!\w)(?:(?:Council\s|Commission\s)?(?:Implementing\s|Delegated\s)?Regulation|Directive|(?:EU-)?Verordnung|"
    r"(?:EU-)?Richtlinie|(?:Durchführungs|[Dd]elegierten?\s)[Vv]erordnung|"
    r"[Rr]èglement(?:\sd[’']exécution|\sdélégué)?|directive|[Rr]egolamento(?:\sdi\sesecuzione|\sdelegato)?|[Dd]irettiva|"
    r"[Rr]eglamento(?:\sde\s[Ee]jecución|\s[Dd]elegado)?|[Dd]irectiva|(?:[Uu]itvoerings|[Gg]edelegeerde\s)?[Vv]erordening|"
    rf"[Rr]ichtlijn)\s(?:(?:europeo|européen(?:ne)?|europea)\s)?(?:\((?i:EU|UE|EC|EG|CE|EEC|EWG|CEE|Euratom)\)\s)?{_NO}"
    r"(?P<number>\d{1,4}/\d{1,4})(?:/(?:EU|UE|EC|EG|CE|EEC|EWG|CEE))?(?!\w)",
)
_MONTH = r"[a-zéû]{3,9}"
_SMALL = r"[a-zéèêàâîôûçë][\w’'-]*"
_FRENCH_TITLE = (
    r"(?:\s(?:relatif|relative|portant|concernant|sur|visant|organisant|réglementant|instaurant|établissant|fixant)"
    rf"(?:,?\s{_SMALL}){{1,14}}?"
    r"(?=\s?[(.;:»]|,\s|$|\n|\s(?:a|ont|est|sont|qui|que|afin|lors|depuis|selon|avec|sans|mais|ou|car|puisque|"
    r"parce|en\s\w{2,15}ant|dite?|ainsi|et\s(?:a|ont|(?:(?:à\s|de\s)?(?:la\s|l[’'])|les?\s|aux?\s|des\s|du\s)"
    r"(?:[A-Z]\w*|loi|code|règlement|décret|directive|articles?|tribunal|juge|société|régulateur|entreprise))|"
    r"impose|interdit|oblige|prévoit|exige)(?!\w)))?"
)
_DUTCH_TITLE = (
    rf"(?:\s(?:betreffende|houdende|inzake|tot|over|op|ter)(?:,?\s{_SMALL}){{1,12}}?"
    r"(?=\s?[(.;:”»]|,\s|$|\n|\s(?:dat|die|is|zijn|heeft|hebben|had|werd|wordt|worden|kan|mag|moet|omdat|waarin|door|overtreden|"
    r"geschonden|schrijft|verbiedt|verplicht|eist|en\s(?:van|op|tegen|aan|(?:de|het)\s"
    r"(?:[A-Z]\w*|wet|wetboek|decreet|verordening|richtlijn|artikel(?:en)?|rechter|rechtbank|toezichthouder|bedrijf)))(?!\w)))?"
)
"""The title that follows the date, where its end is plain to see."""
_STATE_CODE = (
    r"(?:ORS|RCW|NRS|KRS|MCLA?|NMSA|NDCC|SDCL|RSMo|TCA|ARS|A\.R\.S\.|C\.R\.S\.|O\.C\.G\.A\.|N\.J\.S\.A\.|K\.S\.A\.|R\.S\.Mo\.|"
    r"(?:Minn|Fla|Wis|Haw|Neb|Conn\.\sGen|N\.C\.\sGen)\.\sStat\.|(?:Iowa|Va\.|Ind\.|Utah|Ohio\sRev\.|Md\.|W\.\sVa\.)\sCode)"
)
"""How the codes of American states are cited: "ORS 746.230"."""
_STATE_OPENINGS = (
    *("ORS", "RCW", "NRS", "KRS", "MCL", "MCLA", "NMSA", "NDCC", "SDCL", "RSMo", "TCA", "ARS"),
    *("Minn", "Fla", "Wis", "Haw", "Neb", "Conn", "Iowa", "Va", "Ind", "Utah", "Ohio", "Md"),
    *("A", "C", "O", "N", "K", "R", "W"),
)
"""The words, or letters before a stop, that these begin with."""
_NATIONAL = {
    "es": re.compile(
        r"(?<!\w)(?P<kind>[Ll]ey(?:\s[Oo]rgánica|\s[Ff]oral|\s[Ee]statutaria)?|Real\sDecreto(?:[-\s][Ll]ey|\sLegislativo)?|"
        rf"[Dd]ecreto(?:[-\s][Ll]ey|\s[Ll]egislativo|\s[Ss]upremo)?)\s{_NO}(?P<number>\d{{1,5}}(?:\.\d{{3}})?)(?:(?:/|\sde\s)(?P<year>\d{{4}}))?(?!\w)"
    ),
    "it": re.compile(
        r"(?<!\w)(?P<kind>[Ll]egge|[Dd]ecreto(?:[-\s]legge|\s[Ll]egislativo)?|[Dd]\.?\s?[Ll]gs\.?|[Dd]\.\s?[Ll]\.|"
        rf"[Dd]\.[Pp]\.[Rr]\.)\s(?:{_NO}(?P<number>\d{{1,4}})"
        rf"(?:\sdel\s\d{{1,2}}°?\s{_MONTH}\s(?P<signed>\d{{4}})|(?:/|\sdel\s)(?P<year>\d{{4}}|\d\d))"
        rf"|\d{{1,2}}\s{_MONTH}\s(?P<dated>\d{{4}}),?\sn\.?\s?(?P<numbered>\d{{1,4}}))(?!\w)"
    ),
    "fr": re.compile(
        r"(?<!\w)(?P<kind>[Ll]oi(?:\sorganique)?|[Dd]écret|[Oo]rdonnance|[Aa]rrêté(?:\sroyal|\sgrand-ducal)?)"
        r"(?P<aside>(?:\s(?:modifiée?|fédérale|belge|luxembourgeoise|française|suisse)){0,2})\s"
        r"(?:(?:n\s?°\s?)?(?P<year>\d{2,4})-(?P<number>\d{1,4})"
        rf"(?:\sdu\s\d{{1,2}}(?:er)?\s{_MONTH}\s\d{{4}})?(?!\w)|du\s\d{{1,2}}(?:er)?\s{_MONTH}\s(?:19|20)\d\d(?!\w){_FRENCH_TITLE})"
    ),
    "nl": re.compile(
        r"(?<!\w)(?P<kind>[Ww]et|[Dd]ecreet|[Oo]rdonnantie|[Kk]oninklijk\s[Bb]esluit|KB)\s"
        rf"van\s\d{{1,2}}\s{_MONTH}\s(?P<dated>(?:19|20)\d\d)(?!\w){_DUTCH_TITLE}"
    ),
    "en": re.compile(
        r"(?<!\w)(?P<kind>(?:(?:Federal|Royal|Organic|Presidential|Legislative)\s)?"
        r"(?:Law|Act|Decree(?:[-\s]Law)?|Ordinance))\s[Nn]o\.?\s"
        r"\(?(?P<number>\d{1,5})\)?(?:(?:/|\sof\s)(?P<year>\d{4}))?(?!\w)"
        r"|(?<!\w)(?:Law|Act|Decree)\s(?P<numbered>\d{2,5}/(?:19|20)\d\d)(?!\w)"
        r"|(?<![\w.])(?P<code>(?:M\.)?G\.L\.\s?ch?\.\s?\d{1,3}[A-Z]?|"
        r"\d{1,2}\s(?:U\.S\.C\.|USC|C\.F\.R\.|CFR)(?:\s\d{2,5}[a-z]?(?:\.\d{1,4})?)?)(?!\w)"
        rf"|(?<![\w.])(?P<state>{_STATE_CODE}\s(?:§{{1,2}}\s?)?\d[\d.:-]{{1,14}}\d[a-z]?)(?!\w)"
        r"|(?<!\w)Local\sLaw\s\d{1,4}(?!\w)"
        r"|(?<!\w)(?P<bill>(?:AB|SB|HB|(?:Assembly|Senate|House)\sBill)\s\d{1,5})(?!\w)"
    ),
}


def find_numbered(text: str, language: str) -> Iterator[LawName]:
    """The acts of the Union, then the laws that the language names by number."""
    if _UNION_NUMBER.search(text):
        for match in _UNION_ACT.finditer(text):
            yield _law(match, _union_acts().get(match["number"]), (UNION,))
    pattern = _opened_english() if language == "en" else _NATIONAL.get(language)
    if pattern is not None:
        for match in pattern.finditer(text):
            if _is_telling(match):
                yield _law(match, _national_laws(language).get(_key(match)), ())


@cache
def _opened_english() -> OpenedPattern:
    """The English laws with the words that they begin with; most texts have few of them."""
    figures = (f"{figure}*" for figure in range(10))
    words = (
        "Federal Royal Organic Presidential Legislative Law Act Decree Ordinance M G Local AB SB HB Assembly"
    )
    return OpenedPattern(_NATIONAL["en"], (*words.split(), "Senate", "House", *_STATE_OPENINGS, *figures))


def _law(match: re.Match[str], known: registry.Instrument | None, jurisdictions: tuple[str, ...]) -> LawName:
    printed = " ".join(match.group().replace(match.groupdict().get("aside") or "\0", "").split())
    return LawName(
        known.code if known else "",
        printed,
        known.jurisdictions if known else jurisdictions,
        Span(*match.span()),
        sure=match.groupdict().get("bill") is None,
    )


def _is_telling(match: re.Match[str]) -> bool:
    """Whether the number is a law's: "Ley 25" is none, "Ley 1581" and "Ley 19.496" are."""
    parts = match.groupdict()
    return (parts.get("year") or parts.get("signed")) is not None or len(parts.get("number") or "9999") > 3


@cache
def _union_acts() -> dict[str, registry.Instrument]:
    """By their number, so that every language's form leads to the act."""
    return {
        number: instrument
        for instrument in registry.instruments()
        if UNION in instrument.jurisdictions
        for alias in instrument.aliases
        for number in re.findall(r"\d{1,4}/\d{1,4}", alias)
    }


@cache
def _national_laws(language: str) -> dict[tuple[bool, str, str], registry.Instrument]:
    return {
        _key(match): instrument
        for instrument in registry.instruments()
        for alias in instrument.aliases
        for match in (_NATIONAL[language].fullmatch(alias),)
        if match is not None
    }


def _key(match: re.Match[str]) -> tuple[bool, str, str]:
    """Whether a special sort of law, the number, the year in two digits."""
    parts = match.groupdict()
    kind = parts["kind"] or ""
    special = len(kind.split()) > 1 and not kind.lower().startswith("decreto leg")
    number = parts.get("number") or parts.get("numbered") or match.group()
    year = parts.get("year") or parts.get("dated") or parts.get("signed") or ""
    return special, number, year[-2:]
