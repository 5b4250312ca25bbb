"""Names that are built like a law's in one language, registered or not. Imports values only."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casefile.values import Span


@dataclass(frozen=True)
class BuiltName:
    """One name that may be a law's."""

    name: str
    """In its dictionary form."""
    span: Span
    sure: bool = False
    """The name alone tells that a law is meant."""
    short: bool = False
    """The name is an abbreviation that the law's title gives in brackets."""


def find_built(text: str, language: str) -> Iterator[BuiltName]:
    """Every such name in no certain order; two may overlap."""
    finder = _FINDERS.get(language)
    return iter(()) if finder is None else finder(text)


def _plain(match: re.Match[str]) -> BuiltName:
    return BuiltName(" ".join(match.group().split()), Span(*match.span()))


_YEAR = r"(?:19|20)\d\d(?!\w)"
_TITLE = r"(?!(?:Acts?|Code|Law|Articles?|Sections?)\b)[A-Z][\w&’'-]{0,30}"
_LINK = (
    r"(?:,?\s(?:and|or|&)|\s(?:of|for|on|in|to|against|from|with|about|by|at|between|concerning|relating\sto)"
    r"(?:\sthe|\sits)?){0,2},?\s"
)
_ENGLISH_HEAD = re.compile(
    r"\s(?P<head>Acts?|Code|Law|Rules?|Regulations?|Ordinance|Statute|Directive|Order|Standards?|Principles|Conditions)"
    rf"(?P<year>,?\s(?:of\s)?{_YEAR}(?:(?:\sto\s|[-–/]){_YEAR})?)?(?![\w’'-]|\s(?:of\s)?[A-Z][a-z])"
)
_ENGLISH_TITLE = re.compile(rf"(?<![\w’'-]){_TITLE}(?:{_LINK}(?:{_TITLE}|\([A-Z][\w\s]{{2,80}}\))){{0,9}}$")
_ENGLISH_ON = re.compile(
    r"(?<![\w’'-])(?:(?:Federal|Organic|General|National|Swiss|State|Cantonal)\s){0,2}"
    r"(?:Act|Law|Regulations?|Rules|Ordinance|Statute|Decree|Convention|Code\sof\s(?:Practice|Conduct))"
    rf"\s(?:on|against|for|concerning|relating\sto|regarding)\s(?:the\s|its\s)?{_TITLE}(?:{_LINK}{_TITLE}){{0,9}}"
)
_ABBREVIATED_INSIDE = re.compile(r"^[^()]{4,}\s\(([A-Z]{3,10})\)(?=\s\w+$)")
"""What stands before the short name in "Better Online Ticket Sales (BOTS) Act"."""
_LONGEST_TITLE = 140
_OPENERS = re.compile(
    r"(?:(?:The|Under|In|By|And|But|Of|For|While|Since|Both|Although|Sections?|Articles?|This|That|An?|With|Because|"
    r"When|Breaching|Violating|Its|Their|From|To|On|As|If|Each|Every|Any|No|Our|Your)\s(?:the\s)?)+"
)
_OWNER = re.compile(r"^.*(?<!hildren)(?<!onsumer)(?<!onsumers)(?<!orker)(?<!eople)(?<!omen)[’']s\s")
_DATED = frozenset(
    ("Acts", "Code", "Law", "Rule", "Rules", "Regulation", "Regulations", "Ordinance", "Statute", "Directive")
)
"""A year behind these tells of a law; "Harbour Standard 2025" may be anything."""
_SAYINGS = frozenset(
    ("Balancing Act", "Class Act", "Opening Act", "Second Act", "Disappearing Act", "Own Act")
)


def _english(text: str) -> Iterator[BuiltName]:
    for head in _ENGLISH_HEAD.finditer(text):
        begin = max(0, head.start() - _LONGEST_TITLE)
        title = _ENGLISH_TITLE.search(text[begin : head.start()])
        name = _title(title.group()) if title else ""
        if name and f"{name} {head['head']}" not in _SAYINGS:
            span = Span(head.start() - len(name), head.end())
            sure = head["head"] == "Act" or (head["year"] is not None and head["head"] in _DATED)
            full = " ".join(span.of(text).split())
            yield BuiltName(_ABBREVIATED_INSIDE.sub(r"\1", full), span, sure)
    for match in _ENGLISH_ON.finditer(text):
        yield _plain(match)


def _title(words: str) -> str:
    """Without "Under the" and "Britain's" before it; "" where nothing is left."""
    opener = _OPENERS.match(f"{words} ")
    return _OWNER.sub("", f"{words} "[opener.end() if opener else 0 :]).rstrip()


_COMMON_GERMAN = re.compile(
    r"(?:Bundes|Landes|Durchführungs|Umsetzungs|Ausführungs|Begleit|Änderungs|Natur|Artikel|Mantel|Spezial|Rahmen|"
    r"Rechts|Eil|Spar|Reform|Ergänzungs)(?:gesetz|verordnung)|Grundverordnung"
)
_GERMAN = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÄÖÜ][\wäöüß-]{2,50}?(?:gesetz(?:buch)?|Gesetz|verordnung|staatsvertrag))(?:es|s)?"
    rf"(?![\w-])(?P<year>\s{_YEAR})?"
)
_GERMAN_FULL = re.compile(
    r"(?<![\w-])(?P<name>(?:Bundesg|G)esetz)(?:es|e)?(?P<rest>\s(?:gegen|über|zum|zur|betreffend)"
    r"(?:\s(?:den|die|das|dem|der))?(?:\s[a-zäöü]{3,25}e[nrs]?)?\s[A-ZÄÖÜ][\wäöüß-]{3,40}"
    r"(?:(?:\sund|\sder|\sdes|\svon|\sund\s(?:den|die|das|der))\s(?!Art\b|Artikel)[A-ZÄÖÜ](?![\wäöüß-]*gesetz)[\wäöüß-]{3,40}){0,3})(?!\w)"
)
_GERMAN_LONG = re.compile(
    r"(?<![\w-])(?:(?:Bundesg|G)esetz(?:es|e)?|[\w-]{0,12}[Vv]erordnung|Staatsvertrage?s?)"
    r"(?:\sdes\s[A-Z]\w+)?\s(?:gegen|über|zur|zum|für|betreffend)\s[^.;()\n]{5,150}?\((?:kurz:?\s)?"
    rf"[„“\"]?(?P<name>[A-ZÄÖÜ][\w-]{{0,12}}[A-ZÄÖÜ][\w-]{{0,4}}(?:\s{_YEAR})?)[“”\"]?\)"
)


def _german(text: str) -> Iterator[BuiltName]:
    for match in _GERMAN_LONG.finditer(text):
        yield BuiltName(match["name"], Span(*match.span()), sure=True, short=True)
    for match in _GERMAN_FULL.finditer(text):
        name = " ".join((match["name"] + match["rest"]).split())
        yield BuiltName(name, Span(*match.span()), sure=name.startswith("Bundesgesetz"))
    for match in _GERMAN.finditer(text):
        if _COMMON_GERMAN.fullmatch(match["name"]) is None:
            yield BuiltName(match["name"] + (match["year"] or ""), Span(*match.span()))


_SMALL = r"[a-zéèêàâîôûç]"
_FRENCH = re.compile(
    r"(?<![\w’'-])(?:"
    r"(?:[Rr]èglement|[Ll]oi(?:\s(?:fédérale|organique|cantonale|belge|française|suisse))?)\s(?:relati(?:f|ve)\s(?:à\sla|aux?|à\sl[’'])|sur\s(?:les?|la|l[’'])|pour\s(?:la|une?|l[’'])|visant\sà|portant|"
    rf"(?:contre|concernant)\s(?:les?|la|l[’']))\s?{_SMALL}[\w’'-]*"
    rf"(?:\s(?:et\s)?(?:(?:de\sla|de\sl[’']|des?|du|aux?|à|dans\sle|dans\sla)\s?)?{_SMALL}[\w’'-]*){{0,6}}?"
    r"(?=\s?[(,.;:»]|\s(?:du|de)\s\d|$|\s(?:a|ont|est|sont|qui|que|afin|lors|depuis|selon|avec|sans|mais|ou|car|puisque|"
    r"parce|interdit|impose|exige|oblige|prévoit|proscrit|en\s\w{2,15}ant|et\s(?:le|la|les|du|a|ont|de\sla\sloi|à\sla\sloi|au|l[’']))\s)"
    r"|[Ll]oi\s(?:canadienne\s|française\s|belge\s|fédérale\s)?anti-?[a-zéèê]{4,20}(?!\w)"
    r"|[Ll]oi\s(?!Fran|Belg|Suiss|Europ|Canad|Québ|Lux)[A-ZÉ][\wéè-]{2,20}(?:\s(?:[IV]{1,3}|\d)(?!\w)|(?:-|\set\s)[A-ZÉ][\wéè]{2,20})?(?!\w)"
    rf"|[Cc]ode\s(?:de\sla\s|du\s|des\s|de\sl[’']|de\s|d[’'])?(?!bonne|bon\s){_SMALL}{{4,30}}"
    rf"(?:\s(?:et\s)?(?:de\sla\s|du\s|des\s|de\sl[’']){_SMALL}{{4,30}}){{0,2}}"
    rf"(?:\s{_SMALL}{{2,20}}(?:iques?|elle?s?|els|aux|ales?|ières?|ifs?|ives?|aires?))?(?!\w))"
)


def _french(text: str) -> Iterator[BuiltName]:
    yield from map(_plain, _FRENCH.finditer(text))


_DUTCH = re.compile(
    rf"(?<![\w-])(?:(?:[A-Z][a-z]{{2,20}}-\sen\s)?[A-Z][a-z-]{{2,40}}(?:wet|wetboek|besluit|decreet|verordening|regeling)"
    rf"(?:\s{_YEAR})?(?!\w)|[A-Z][a-z]{{2,20}}(?<!Post)(?<!Bar)(?<!Streep)code(?:\svoor\s(?:de\s|het\s)?[a-z-]{{4,30}})?(?!\w)"
    r"|(?:Wet|Wetboek|Besluit)(?:\s(?!(?:is|zijn|was|mag|moet|kan|kunnen|heeft|had|werd|wordt|die|dat|waarin|waar|schrijft|"
    r"verbiedt|eist|geldt|biedt|staat|om|maar|omdat|niet|door|naar|bij|gaat|regelt|verplicht|dan|als|krijgt|krijgen|"
    rf"moeten|mogen|artikel|artikelen|hebben|hadden|werden|worden)\b)[a-zë-]{{2,30}}(?:[’']s(?!\w))?"
    rf"(?:,(?=\s[a-zë-]{{4,30}}(?:,\s[a-zë-]{{4,30}})?\sen\s))?){{1,7}}(?:\s{_YEAR})?(?!\w))"
)
_DANGLING = re.compile(r"(?:\s(?:en|of|van|het|de|op|in|tot|ter|te|artikel|artikelen))+$")
_COMMON_DUTCH = frozenset(("Grondwet", "Kaderwet", "Noodwet", "Spoedwet"))


def _dutch(text: str) -> Iterator[BuiltName]:
    for match in _DUTCH.finditer(text):
        name = _DANGLING.sub("", match.group())
        if name not in _COMMON_DUTCH:
            yield BuiltName(" ".join(name.split()), Span(match.start(), match.start() + len(name)))


_ITALIAN = re.compile(
    r"(?<![\w’'-])(?:Codice\sdi\s(?:condotta|autodisciplina|autoregolamentazione|procedura|comportamento|giustizia)"
    r"(?:\s[a-zàèéìòù]{2,30}(?:che|ica|ico|ici|ale|ali|ivi|iva|ari|aria|anza|enza))?(?!\w)"
    r"|[Ll]egge(?:\sfederale|\sprovinciale|\sregionale)?\s(?:sul(?:l[’']|la\s|le\s|\s)|sui\s|sugli\s|contro\s(?:la\s|il\s|l[’'])|"
    r"per\s(?:la\s|il\s|l[’']))[a-zàèéìòù]{3,30}"
    r"(?:\s(?:e\s)?(?:(?:del(?:la|le|lo)?|dei|degli|di|da|in)\s|dell[’'])?[a-zàèéìòù]{3,30}){0,5}?"
    r"(?=\s?[(,.;:»]|$|\s(?:ha|hanno|è|che|con|per)\s)"
    r"|(?:[Ll]egge|[Dd]ecreto)\s(?!Italia|Europe)[A-Z][a-zàèéìòù]{3,20}(?!\w)|[Ll]egge\santi-?[a-z]{4,20}(?!\w)"
    r"|Regolamento\s(?!Europeo|Generale|Delegato)[A-Z][a-zàèéìòù]{4,20}(?!\w)"
    r"|(?:[Cc]odice|[Tt]esto\s[Uu]nico|[Ss]tatuto)\s(?:(?:del|dei|della|delle|dello|degli|sulla?|sui|"
    r"in\smateria\sdi)\s|dell[’']|sull[’'])?[\wàèéìòù-]{4,30}"
    r"(?:\s[a-zàèéìòù]{2,30}(?:che|ica|ico|ici|ale|ali|ivi|iva|ari|aria))?(?!\w))"
)


def _italian(text: str) -> Iterator[BuiltName]:
    yield from map(_plain, _ITALIAN.finditer(text))


_BIG = r"[A-ZÁÉÍÓÚÑ][\wáéíóúñ-]{1,30}"
_SPANISH = re.compile(
    r"(?<!\w)(?:Ley|Código|Estatuto|Reglamento)(?:\s(?:General|Federal|Orgánica|Estatutaria|Básica|Nacional|Foral))?"
    rf"(?:\s(?:de|del|para|sobre|contra)(?:\s(?:la|las|los|el|su))?|(?=\s[A-ZÁÉÍÓÚÑ]))\s{_BIG}"
    r"(?:(?:\s(?:de|del|y|e|en|a|para|sobre|al|por|la|las|los|el|con)){0,3}"
    rf"\s(?!(?:Ley|Código|Real|Estatuto|Reglamento|Directiva)\b){_BIG}){{0,8}}(?!\w)"
    r"|(?<!\w)[Ll]ey\s(?:anti-?[a-z]{4,20}|rider|mordaza)(?!\w)"
    r"|(?<!\w)ley\s(?:del?|de\sla|de\slos|sobre|contra\sel|contra\sla)\s(?!forma|manera|modo|est[ae]|ese|país|la\s|los\s)[a-zñáéíóú]{4,20}"
    r"(?:\s(?:del?|de\sla|de\slos|y|e)\s(?!la\s|los\s)[a-zñáéíóú]{4,20}){0,3}(?!\w)"
)


def _spanish(text: str) -> Iterator[BuiltName]:
    yield from map(_plain, _SPANISH.finditer(text))


_FINDERS: dict[str, Callable[[str], Iterator[BuiltName]]] = {
    "en": _english,
    "de": _german,
    "fr": _french,
    "nl": _dutch,
    "it": _italian,
    "es": _spanish,
}
