"""Which capitalised stretches are no party by their own words: documents, offices, places of writing.

Imports the pieces and the words around names.
"""

import re

from casefile.extraction.name_cuts import STATES
from casefile.extraction.name_lines import is_shouted
from casefile.extraction.name_runs import Piece
from casefile.extraction.name_words import NameWords, country_names, is_people, places
from casefile.extraction.small_words import AND
from casefile.extraction.speech_lexicon import shared_names
from casefile.extraction.text import Article
from casefile.values import Span

_NUMBERED = re.compile(
    r"(?:\S+ )?[A-Z][A-Za-z]{0,3}-?\d{2,8}|\d{1,4}[A-Z]|(?:[AHS][BFR]|LB|LD) \d{1,5}|R\d"
    r"|(?:\d{1,5}-)?[A-Z]{1,5}\d{0,4}(?:[-/]\d{1,6}){1,3}"
)
"""Numbers of files, forms and rooms: "BK6-25-417"."""
_SHORT_NAME = re.compile(r"[A-Z][A-Za-z]?\d{1,2}")
_STATE = re.compile(r"(?:[^,]{2,30},\s)?(?:N\.[BCDHJMSY]|S\.[CD]|R\.I|D\.C|B\.C|W\.Va|P\.E\.I)\.?(?:-based)?")
"""States and provinces of North America as they are shortened, be it behind a town: "Spartanburg, S.C."."""
_ORDINAL = re.compile(r"[IVX]{1,5}|\d{1,4}[A-Z]?")
_PEOPLES = re.compile(r"[A-Z][a-z]+(?:ian|ean)s")
_MEMBER = re.compile(r"[DRI]-[A-Z][a-z]+")
_POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}$|(?<!\w)[A-Z]\d[A-Z] \d[A-Z]\d$")
"""British and Canadian ones, behind a town."""
_NUMBER_BEFORE = re.compile(
    r"(?:,\s|\s|^)(?:[A-Z]-?)?\d{5}\s$|\s\d{4}\s?[A-Z]{2}\s{1,2}$|\d,\s(?!19|20)\d{4}\s$"
)
"""What stands before a town in an address: "85567 Grafing", "8011 AB Zwolle"."""
_STREET_BEFORE = re.compile(r"([^\W\d_]+)(?:\s\d{1,4}[a-z]?)?,\s$")
_STREETS = frozenset(
    ("street", "road", "lane", "avenue", "drive", "boulevard", "quay", "terrace", "crescent", "highway")
)
_COURT = re.compile(r"\s(?:(?:crown|county|district|high|federal|magistrates[’']?) )?court(?!\w)")
_TOLD_TO = re.compile(r"(?:,?\s(?:of|in|at|near|from)\s\S+(?:\s[A-Z][^\s,]*){0,2},?)?\sto\s")
_LISTED = re.compile(rf",?\s{AND}\s")
_GOES_ON = re.compile(rf"(?:,\s[^\W\d_][\w-]{{1,24}}){{0,8}},?\s{AND}\s[^\W\d_a-zß-öø-ÿ]")
_DETERMINED = re.compile(r"(?:(?<!\w)(?:its|their|his|her|our|an?|the)|[’']s?)\s[“\"‘]?$", re.IGNORECASE)
_ROMANCE = frozenset(("fr", "it", "es"))
_SHORTEST_STREET = 6
_PAGE = re.compile(r"[A-Z]{0,2}-?\d{1,3}")
_PAGE_BEFORE = re.compile(
    r"(?<!\w)(?:pages?|pp?\.|Seiten?|S\.|p[áà]g(?:ina|inas|ine|\.)?|pagina[’']?s?|blz\.)\s$", re.IGNORECASE
)
_AMOUNT_BEFORE = re.compile(
    r"(?:^|\s)(?:[$€£]\s?)?\d[\d.,]*(?:\s?(?:k|m|bn|million|billion|euros?|dollars?)){0,2}\s$"
)
_FINE_BEHIND = re.compile(r"\s(?:fine|penalty|settlement|decision|case|order)(?!\w)")
_CALLED = re.compile(r",\s([^\W\d_]{1,4})\s((?:[^\W\d_][\w-]*\s){0,3}[^\W\d_][\w-]*)")
_INDEFINITE = re.compile(r"(?<!\w)[Aa]n?\s$")
_OWN = re.compile(r"(?:(?:My|Mein|Meine|Mon|Mijn|Mi|Mio)(?=[A-Z])|(?:My|Mein|Mon|Mijn)\s(?=[A-Z]))")
_OPENING_MARKS = tuple("“\"„«‘'”")
_ENDS_THERE = re.compile(r"\s?(?:[.,;:!?)]|$)")
_WORD_BEFORE = re.compile(r"\b(\w+)\s[“\"„«‘']?$")
_CASE_BEFORE = re.compile(r"(?<!\w)[A-Z]{1,6}[./-](?:[A-Z]{1,4}[./-])?\d{1,5}[./-]\d{2,4},?\s[“\"„«]?$")
"""The number of a case, behind which its title stands: "expediente S/0031/22 Transporte Escolar"."""
_SEAT = re.compile(r",?\s(?:(?:based|headquartered)\s)?(?:of|in|from)\s[A-Z]")
"""Behind a firm's name, where it is at home: "Bell Pipes of Calgary"."""


def is_thing(
    article: Article, piece: Piece, signs: frozenset[str], words: NameWords, lowers: frozenset[str]
) -> bool:
    """Whether the stretch is no party by its words alone: a document, an office, an occasion."""
    tokens = piece.text.split()
    state = words.language == "en" and "." in piece.text and _STATE.fullmatch(piece.text) is not None
    if piece.form or state:
        return state or len(tokens) < 2 or _is_in_address(tokens, words)
    before = article.text[max(0, piece.span.start - 40) : piece.span.start]
    ordered = before.endswith("told ") and piece.text not in places()
    told = ordered and _TOLD_TO.match(article.text, piece.span.end) is not None
    whole = piece.text in words.wholes or " ".join(tokens[-2:]) in words.wholes
    titled = _CASE_BEFORE.search(before) is not None
    if (
        whole
        or titled
        or (words.sources.search(before) and not told)
        or _describes(article, piece.span, words)
    ):
        return True
    if _is_of_an_address(piece, before, words) or _is_standing_apart(article, piece, before, words):
        return True
    if _is_law_or_court(piece, before, words) or (len(tokens) == 1 and tokens[0] in words.heads):
        return "company" not in signs
    numbered = len(tokens) > 1 and _ORDINAL.fullmatch(tokens[-1]) is not None
    last = tokens[-2 if numbered else -1].casefold()
    country = len(tokens) > 1 and tokens[-1] in country_names(words.language)
    if country and "kind" in signs:
        return False
    if last in words.things or last in shared_names().things or words.speech.has("documents", last):
        called = "company" in signs or (len(tokens) > 1 and _is_called_company(article, piece, words))
        return not called or words.language == "de"
    if "company" in signs and last.endswith(words.measure_endings):
        return True
    done_to = words.objects.search(before) is not None
    street = len(tokens) == 1 + numbered and len(last) > _SHORTEST_STREET and not piece.text.isupper()
    street = street and last.endswith(words.street_endings) and not done_to
    if street or (len(tokens) == 1 and (words.names_company(piece.text) or _is_kind(piece, words))):
        return True
    peoples = words.language == "en" and _PEOPLES.fullmatch(piece.text) is not None
    if (
        peoples
        or _is_of_some_town(tokens, words)
        or _says_nothing(tokens, words)
        or (_NUMBERED.fullmatch(piece.text) and not _acts(piece, before, signs, words))
        or _is_adjective(article, piece, words)
    ):
        return True
    return not (done_to and not piece.opening and not is_shouted(article, piece.span)) and _is_only_large(
        article, piece, signs, words, lowers
    )


def _acts(piece: Piece, before: str, signs: frozenset[str], words: NameWords) -> bool:
    """Whether a letter with its number does or suffers something: "gegen N26", but not "the M25 has"."""
    determined = before.rpartition(" ")[0].rpartition(" ")[2].lower() in words.determiners
    told = "company" in signs or words.objects.search(before) is not None
    return _SHORT_NAME.fullmatch(piece.text) is not None and (told or ("verb" in signs and not determined))


def _is_only_large(
    article: Article, piece: Piece, signs: frozenset[str], words: NameWords, lowers: frozenset[str]
) -> bool:
    """Whether several ordinary words are written large for the line or the sentence alone."""
    tokens = piece.text.split()
    titled = words.language == "en" or piece.opening
    settled = bool(signs) or _SEAT.match(article.text, piece.span.end) is not None
    known: frozenset[str] = frozenset() if settled else words.ordinary
    return (
        titled
        and len(tokens) > 1
        and all(token.lower() in lowers or token in words.heads or token.lower() in known for token in tokens)
    )


def _is_of_an_address(piece: Piece, before: str, words: NameWords) -> bool:
    """Whether a street or a town's number stands before it, or its code within: "85567 Grafing"."""
    if not piece.text[-1].islower() and _POSTCODE.search(piece.text) is not None:
        return True
    if before[-2:-1].isdigit() or before[-2:-1].isupper():
        return _NUMBER_BEFORE.search(before) is not None
    street = _STREET_BEFORE.search(before) if before.endswith(", ") else None
    name = street.group(1).lower() if street is not None else ""
    return name in _STREETS or (len(name) > _SHORTEST_STREET and name.endswith(words.street_endings))


def _is_in_address(tokens: list[str], words: NameWords) -> bool:
    """English: whether the form is short for a quarter behind its street: "Avenue, SE"."""
    if words.language != "en" or tokens[-1] not in STATES or not tokens[-2].endswith(","):
        return False
    return tokens[-2].rstrip(",").casefold() in words.things


def _is_scheme(article: Article, piece: Piece, before: str, words: NameWords) -> bool:
    """Whether it is what somebody's plan or campaign is called: "its Warm Doors programme"."""
    if _is_plan(piece, before, words) or _is_own_account(article, piece, words):
        return True
    scheme = words.schemes.match(article.text, piece.span.end)
    return scheme is not None and _DETERMINED.search(before) is not None


def _is_plan(piece: Piece, before: str, words: NameWords) -> bool:
    """Whether a plan or a campaign is called so by its first word, in quotation marks: “Project Heather”.

    In English the word alone tells, unless it is done to whoever is called so.
    """
    tokens = piece.text.split()
    planned = len(tokens) > 1 and tokens[0].casefold() in words.law_nouns
    if not planned or before.endswith(_OPENING_MARKS):
        return planned
    return words.language == "en" and words.objects.search(before) is None


def _is_own_account(article: Article, piece: Piece, words: NameWords) -> bool:
    """Whether it is the page that a firm's customers have there, and the text names the firm: "MyKestrel"."""
    own = _OWN.match(piece.text)
    if own is None or words.is_given(own.group().rstrip()):
        return False
    rest = piece.text[own.end() :]
    if rest in words.kind_words or rest in words.heads or rest.lower() in words.ordinary:
        return False
    firm = re.compile(rf"(?<![\w-])(?<!{re.escape(own.group())}){re.escape(rest)}(?!\w)")
    return firm.search(article.text) is not None


def _is_standing_apart(article: Article, piece: Piece, before: str, words: NameWords) -> bool:
    """Whether the word is an abbreviation, a title or a member's party, or what stands beside it tells.

    That is a bracket before it or a court behind it: "Southwark crown court".
    """
    text, end = piece.text, piece.span.end
    if _COURT.match(article.text, end) or _is_scheme(article, piece, before, words):
        return True
    if " " in text:
        return False
    if (
        _is_page(text, before)
        or _is_one_of_many(article, piece, before)
        or _is_nickname(article, piece, before, words)
    ):
        return True
    dotted = article.text[end : end + 1] == "." and f"{text}.".lower() in words.titles
    state = text in words.states and re.search(r"[^\W\d_],\s$", before) is not None
    member = words.language == "en" and _MEMBER.fullmatch(text) is not None and before.endswith(("(", ", "))
    return dotted or state or member or text in words.alone or (text[-1:] == "s" and text[:-1] in words.alone)


def _is_page(text: str, before: str) -> bool:
    """Whether it is a page of a newspaper: "it appears on page B9"."""
    return _PAGE.fullmatch(text) is not None and _PAGE_BEFORE.search(before) is not None


def _is_called_company(article: Article, piece: Piece, words: NameWords) -> bool:
    """Whether what stands behind it tells that it is a company: "Ridge Alert, a data broker that"."""
    apposition = _CALLED.match(article.text, piece.span.end)
    if apposition is None or apposition.group(1).lower() not in words.determiners:
        return False
    return any(words.is_company_noun(word) for word in apposition.group(2).split())


def _is_nickname(article: Article, piece: Piece, before: str, words: NameWords) -> bool:
    """English: whether an ordinary word tells one fine from another: "the €2.4bn Shopping fine of 2017"."""
    return (
        article.language == "en"
        and piece.text.lower() in words.ordinary
        and _AMOUNT_BEFORE.search(before) is not None
        and _FINE_BEHIND.match(article.text, piece.span.end) is not None
    )


def _is_one_of_many(article: Article, piece: Piece, before: str) -> bool:
    """English: whether capitals stand behind an indefinite article and nothing behind them: "sent an FOI"."""
    return (
        article.language == "en"
        and piece.text.isupper()
        and _INDEFINITE.search(before) is not None
        and _ENDS_THERE.match(article.text, piece.span.end) is not None
    )


def is_site(article: Article, span: Span, listed: Span | None, words: NameWords) -> bool:
    """Whether the word before makes it a street, a beach, a village, or it goes on with a list of such.

    ``listed`` is such a place right before: "between Redding and Chula Vista", "playas Yacila y Cangrejos".
    """
    between = article.text[listed.end : span.start] if listed is not None else ""
    if _LISTED.fullmatch(between) or (between == ", " and _GOES_ON.match(article.text, span.end)):
        return True
    before = article.text[max(0, span.start - 40) : span.start]
    first, _, rest = span.of(article.text).partition(" ")
    last = (before.split() or [""])[-1].lower()
    if last in words.site_ends and words.sites.search(before) is not None:
        return True
    return rest != "" and first.lower() in words.site_ends and words.sites.match(first + " ") is not None


def _is_kind(piece: Piece, words: NameWords) -> bool:
    """Dutch: whether a sentence's first word only says what a company is: "Goksite moet stoppen"."""
    return words.language == "nl" and piece.opening and words.is_company_noun(piece.text)


def _is_law_or_court(piece: Piece, before: str, words: NameWords) -> bool:
    """Whether laws and courts are called so, by the first word or the one before: "decreto Dignità"."""
    called = _WORD_BEFORE.search(before)
    named = called is not None and called.group(1).lower() in words.law_nouns
    tokens = piece.text.casefold().split()
    second = words.language in _ROMANCE and tokens[1:2] and tokens[1] in words.law_heads
    return bool(named or second or tokens[0] in words.law_heads or " ".join(tokens[:2]) in words.law_heads)


def _is_adjective(article: Article, piece: Piece, words: NameWords) -> bool:
    """Dutch and German adjectives of towns before a noun: "het Kortrijkse bedrijf", "der Linzer Firma"."""
    endings = {"nl": ("se", "sche"), "de": ("er", "sche", "schen", "scher", "sches")}.get(words.language)
    if endings is None or " " in piece.text or not piece.text.endswith(endings):
        return False
    before = article.text[max(0, piece.span.start - 8) : piece.span.start].split()
    determined = bool(before) and before[-1].lower() in words.determiners
    following = re.match(r"\s([a-zß-ÿ]{4,30})", article.text[piece.span.end : piece.span.end + 32])
    determined = determined or (following is not None and words.is_company_noun(following.group(1)))
    return determined and re.match(r"\s[^\W\d_]", article.text[piece.span.end :][:2]) is not None


def _is_of_some_town(tokens: list[str], words: NameWords) -> bool:
    """German: whether it only says what and whence a company is: "Wiener Bank", "Grazer Klinik"."""
    if words.language != "de" or len(tokens) != 2 or not tokens[0].endswith("er"):
        return False
    town = tokens[0].removesuffix("er")
    return tokens[1].lower() in words.kinds and any(town + end in places() for end in ("", "e", "en"))


def _says_nothing(tokens: list[str], words: NameWords) -> bool:
    nation = tokens[-1] in words.national and is_people(tokens[0])
    return all(_is_empty(token, words) for token in tokens) and not nation


def _is_empty(token: str, words: NameWords) -> bool:
    single = token.strip(".,")
    return (
        single in words.openers
        or single.lower() in words.starters
        or single in words.kind_words
        or words.is_role(single)
        or words.is_roles(single)
    )


def _describes(article: Article, span: Span, words: NameWords) -> bool:
    """Whether the name only tells where a company is from: "the Omaha group agreed"."""
    before = article.text[max(0, span.start - 4) : span.start].lower()
    name = span.of(article.text)
    return " " not in name and name in places() and before == "the " and bool(
        words.modified.match(article.text, span.end)
    )  # fmt: skip
