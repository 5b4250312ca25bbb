"""Names as bylines print them: who is a person, who an organisation. Imports only word lists and dates."""

import itertools
import re
from functools import cache

from casefile.reading.dates import starts_with
from casefile.reading.words import LANGUAGES, given_names, table, weekdays, words

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SIGNS = re.compile(r"[\d@#$€£%!?:;=<>_“”\"«»\[\]{}…–—|]")
_BETWEEN_AUTHORS = re.compile(r"\s*[;|•·]\s*")
_BRACKETS = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_ADDRESSES = re.compile(r"\S{1,80}@\S{1,80}|(?<!\S)@\w{1,40}|https?://\S{1,120}")
_NO_NAME = re.compile(r"https?:|www\.|@|\.(?:com|org|net|de|fr)\b", re.IGNORECASE)
_LONGEST_NAME = 60
_LONGEST_UNCASED = 20
_BODY_BEGINS = 3
_TRAILING = " ,.;:|–—-*_"


def people(text: str, language: str) -> tuple[str, ...]:
    """The people of a byline: "Dr. Ulrike Pahl and James Okonjo-Reed"; empty where any part is no person."""
    found = [part.strip(_TRAILING) for part in _joints(language).split(text)]
    names = [name for name in found if name and name not in _agencies()]
    return tuple(names) if names and all(is_person(name) for name in names) else ()


def leading_people(text: str, language: str) -> tuple[tuple[str, ...], str]:
    """The people that a byline begins with and what follows them: an outlet, a role, a place."""
    head, comma, rest = text.partition(",")
    names = people(head, language)
    if not names:
        return (), text
    while comma:
        following, comma, remainder = rest.partition(",")
        more = people(following, language)
        if not more or _is_placed(more[0]) or _is_paper(more[0]):
            return names, rest.strip(_TRAILING)
        names, rest = names + more, remainder
    return names, ""


def _is_paper(name: str) -> bool:
    """Whether what follows a name is a paper's by its ending: "Ada Thorne, Rheinisches Wirtschaftsblatt"."""
    return name.casefold().endswith(tuple(_shared("outlet_endings"))) and not is_given_name(name)


def _is_placed(name: str) -> bool:
    first = next(iter(_WORD.findall(name)), "")
    return first.casefold().rstrip(".") in _shared("place_beginnings")


def byline_people(text: str, language: str) -> tuple[tuple[str, ...], str]:
    """The people that a byline names, whatever stands beside them, and what follows the last of them.

    Brackets, addresses and the place that each reports from are passed over: "Ada Thorne (Partner, London)
    and Piet Groth in Ghent".
    """
    bare = _ADDRESSES.sub(" ", _BRACKETS.sub(" ", text))
    names, rest = leading_people(_place(language).sub("", " ".join(bare.split())), language)
    return names, rest


def author_names(line: str, language: str) -> tuple[str, ...]:
    """The people of a line that a page gives as its author: "By Ed Hornick, CNN", "Lee, Min; Park, Su".

    No staff, outlets, addresses, handles; names of scripts without capitals are taken as they are.
    """
    found: list[str] = []
    for part in _BETWEEN_AUTHORS.split(line):
        if _NO_NAME.search(part):
            continue
        bare = _without_day(without_byline(part, language) or part)
        names, _rest = leading_people(_turned(bare), language)
        if not names and _is_uncased_name(bare):
            names = (bare.strip(_TRAILING),)
        found += names
    return tuple(found)


def _without_day(part: str) -> str:
    """The part before the weekday that a byline may end with."""
    words_of_part = part.split()
    days = [
        place for place, word in enumerate(words_of_part) if word.casefold().strip(_TRAILING) in weekdays()
    ]
    return " ".join(words_of_part[: days[0]]) if days and days[0] else part


def _turned(part: str) -> str:
    """Hornick, Ed: the other way round; anything else as it is."""
    last, comma, first = part.partition(",")
    if comma and "," not in first and len(last.split()) == 1 and len(first.split()) in (1, 2):
        turned = f"{first.strip()} {last.strip()}"
        return turned if is_person(turned) and not is_person(last) else part
    return part


def _is_uncased_name(part: str) -> bool:
    """Whether the part is a short name in a script that knows no capitals."""
    letters = [char for char in part if char.isalpha()]
    uncased = bool(letters) and all(char.lower() == char.upper() for char in letters)
    return uncased and len(part) <= _LONGEST_UNCASED and not _SIGNS.search(part)


def without_byline(line: str, language: str) -> str:
    """What follows "By", "Von", "Authors:"...; "" where the line begins so with no name behind it."""
    for label in _bylines(language):
        if starts_with(line, label):
            rest = _of_ours().sub("", line[len(label) :].lstrip(" :"))
            return rest if rest[:1].isupper() else ""
    label, colon, rest = line.partition(":")
    named = colon and label.strip().casefold() in _shared("byline_nouns")
    return rest.strip() if named and rest.strip()[:1].isupper() else ""


_AT = 4
"""Words for where somebody reports from."""


@cache
def _of_ours() -> re.Pattern[str]:
    """What a paper calls its own writer before the name: "our legal correspondent, "."""
    ours, roles = (
        "|".join(re.escape(entry) for entry in sorted(_shared(key), key=lambda each: (-len(each), each)))
        for key in ("of_ours", "roles")
    )
    return re.compile(rf"(?:{ours})\s(?:[\w-]+\s){{0,3}}?(?:{roles}),?\s(?-i:(?=[A-ZÀ-Þ]))", re.IGNORECASE)


def is_unsigned(line: str, language: str) -> bool:
    """Whether it is a byline that names nobody: "By our staff reporter", "Van onze verslaggever"."""
    roles = {role.casefold() for role in _shared("roles")}
    ours = (label for label in _bylines(language) if label.rsplit(" ", 1)[-1].casefold() in roles)
    named = any(starts_with(line, label) and len(line[len(label) :].split()) <= _AT for label in ours)
    return named or bool(_unsigned(language).match(line))


@cache
def _unsigned(language: str) -> re.Pattern[str]:
    labels, ours, roles = (
        "|".join(re.escape(entry) for entry in sorted(entries, key=lambda each: (-len(each), each)))
        for entries in (_bylines(language), _shared("of_ours"), _shared("roles"))
    )
    return re.compile(
        rf"(?:{labels})\s(?:{ours})\s(?:[\w-]+\s){{0,2}}?(?:{roles})(?:\s[\w’'-]+){{0,4}}$", re.IGNORECASE
    )


def is_byline_word(text: str) -> bool:
    """Whether the text is nothing but the word of a byline: "By", "Von"."""
    return text.strip(_TRAILING).casefold() in _shared("bylines")


def is_person(text: str) -> bool:
    """Whether the text has the shape of a person's name: two to four capitalised words, none of a firm's."""
    if len(text) > _LONGEST_NAME or _SIGNS.search(text) or is_organisation(text) or is_role(text):
        return False
    tokens = _WORD.findall(text)
    given = [token for token in tokens if token.casefold().rstrip(".") not in _shared("name_titles")]
    capitals = [token for token in given if token[0].isupper()]
    small = [token for token in given if not token[0].isupper()]
    return 2 <= len(capitals) <= 4 and all(token.casefold() in _shared("name_particles") for token in small)


def is_given_name(name: str) -> bool:
    """Whether the name begins with a given name that the lists know: "Ada Thorne"."""
    first = next(iter(_WORD.findall(name)), "")
    return first.casefold() in given_names()


def is_organisation(text: str) -> bool:
    """Whether a word of the text names a paper, a firm of lawyers or an authority."""
    tokens = {token.casefold().rstrip(".") for token in _WORD.findall(text)}
    return bool(tokens & (_shared("outlets") | _shared("authorities"))) or "&" in text


def is_authority(text: str) -> bool:
    """Whether a word of the text names a public authority."""
    return any(token.casefold() in _shared("authorities") for token in _WORD.findall(text))


def is_body_name(text: str) -> bool:
    """Whether the text begins with what an authority is and of what: "Charities Board for the North"."""
    tokens = [token.casefold() for token in _WORD.findall(text)]
    beginning = list(itertools.pairwise(tokens))[:_BODY_BEGINS]
    return any(kind in _shared("authorities") and of in _shared("connectors") for kind, of in beginning)


def is_small_word(token: str) -> bool:
    """Whether a name keeps the word small: "of", "für", "dei"."""
    return token.casefold() in _shared("connectors")


def is_role(text: str) -> bool:
    """Whether the text says what somebody is and not who: "Local Democracy Reporter"."""
    return any(token.casefold() in _shared("roles") for token in _WORD.findall(text))


@cache
def _agencies() -> frozenset[str]:
    """The marks of news agencies: who a report is written "with"."""
    return frozenset(table("en", "agencies"))


@cache
def _shared(key: str) -> frozenset[str]:
    """The words of all languages under one key: a German article may appear in The Guardian."""
    return frozenset(entry.casefold() for language in LANGUAGES for entry in words(language, key))


@cache
def _bylines(language: str) -> tuple[str, ...]:
    found = {label for code in (language, "en") for label in words(code, "bylines")} if language else ()
    return tuple(sorted(found or words("en", "bylines"), key=len, reverse=True))


@cache
def _joints(language: str) -> re.Pattern[str]:
    joints = {joint for code in (language, "en") for joint in words(code, "names_joined_by")}
    return re.compile(
        r"\s(?:" + "|".join(re.escape(joint) for joint in sorted(joints)) + r")\s|/", re.IGNORECASE
    )


@cache
def _place(language: str) -> re.Pattern[str]:
    """The place or paper that a reporter writes from or for: "in Brussels", "aus Wien"."""
    before = {place for code in (language or "en", "en") for place in words(code, "byline_places")}
    return re.compile(
        rf"\s(?:{'|'.join(map(re.escape, sorted(before)))})\s(?:the\s|la\s|den\s|le\s)?"
        r"[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*){0,2}(?=$|,|;|\s[a-z&])"
    )
