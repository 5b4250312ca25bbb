"""Whether two names mean one party, across languages, earlier names and groups: pure.

Keys are names folded by :func:`casefile.store.matching.party_key`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from itertools import product

from casefile.names import Company, party_names
from casefile.store.matching import party_key, same_party

_CONNECTORS = frozenset(
    (
        *("a", "d", "da", "das", "de", "degli", "dei", "del", "dell", "della", "delle", "der", "des", "di"),
        *("du", "e", "et", "l", "la", "le", "of", "the", "und", "van", "von", "y"),
    )
)
"""Words that join a name's others in one language and are not there in another."""
_ELIDED = frozenset("dl")
"""What is left of French and Italian words before a vowel."""
_MOST_SPELLINGS = 240
"""Of a name with many words that have other forms only so many are looked up."""
_LEAST_INITIALS = 3
_LEAST_SPELLED = 8
"""Names of fewer letters are not compared letter by letter: "bank of x" and "bank of y" are two."""


class Likeness(IntEnum):
    """How surely two names mean one party; the higher the surer."""

    OTHER = 0
    GROUP = 1
    """Two companies of one group."""
    SPELLED = 2
    """All but a letter or two are the same."""
    PART = 3
    """One begins with the other: "clearview", "clearview ai"; or is its initials."""
    NAME = 4
    """Another name of the same: a translation, an earlier or a trade name, an alias in the store."""
    SAME = 5


@dataclass(frozen=True)
class _Known:
    """The shipped names as keys."""

    companies: dict[str, Company]
    """By every key of each."""
    meanings: dict[tuple[str, ...], str]
    """For the words of each form what they mean: the first form of their group."""
    forms: dict[str, tuple[str, ...]]
    """The forms of each meaning."""
    longest: int
    """How many words the longest form has."""


@lru_cache(maxsize=16384)
def likeness(one: str, other: str) -> Likeness:
    """How surely two keys mean one party."""
    if one == other:
        return Likeness.SAME
    first, second = company_of(one), company_of(other)
    if first is not None and first is second:
        return Likeness.NAME
    if _meaning(one) == _meaning(other):
        return Likeness.NAME
    if same_party(one, other) or _are_initials(one, other) or _are_initials(other, one):
        return Likeness.PART
    if first is not None and second is not None and _group(first) == _group(second):
        return Likeness.GROUP
    return Likeness.SPELLED if _differ_by_a_slip(one, other) else Likeness.OTHER


def likest(names: Iterable[str], others: Iterable[str]) -> Likeness:
    """The surest likeness of any of the one's keys with any of the other's."""
    known = list(others)
    return max((likeness(one, other) for one in names for other in known), default=Likeness.OTHER)


@lru_cache(maxsize=4096)
def company_of(key: str) -> Company | None:
    """The well-known company of that key, with or without what says where or what of it; None without one."""
    words = key.split(" ")
    for count in range(len(words), 0, -1):
        found = _known().companies.get(" ".join(words[:count]))
        if found is not None:
            rest = words[count:]
            return found if all(word in party_names().tails for word in rest) else None
    return None


def company_keys(key: str) -> tuple[str, ...]:
    """The key, and those of the other names of its company where it is a well-known one's."""
    company = company_of(key)
    others = (party_key(each) for each in (company.name, *company.also)) if company else ()
    return tuple(dict.fromkeys((key, *others)))


@lru_cache(maxsize=4096)
def spellings(name: str) -> tuple[str, ...]:
    """The keys that a party of this name may be kept under, its own first: for a look-up in an index.

    Its company's other names, and its words in other languages, joined or not by the languages' own words.
    """
    key = party_key(name)
    found = dict.fromkeys(company_keys(key))
    for spelling in _translations(key):
        if len(found) >= _MOST_SPELLINGS:
            break
        found[spelling] = None
    return tuple(found)


def _translations(key: str) -> Iterator[str]:
    """The key with its words in other languages; nothing where it has none that the shipped names know."""
    meanings = _meanings(key)
    choices = [_known().forms.get(meaning, (meaning,)) for meaning in meanings]
    if all(len(choice) == 1 for choice in choices):
        return
    for words in product(*choices):
        yield " ".join(words)
        if len(words) > 1:
            for connector in ("of", "de", "di"):
                yield f" {connector} ".join(words)


def _meaning(key: str) -> tuple[str, ...]:
    """What the key's words mean whatever their language and order, without those that only join them."""
    return tuple(sorted(_meanings(key))) or (key,)


@lru_cache(maxsize=4096)
def _meanings(key: str) -> tuple[str, ...]:
    words = key.split(" ")
    found: list[str] = []
    at = 0
    while at < len(words):
        for count in range(min(_known().longest, len(words) - at), 0, -1):
            meaning = _known().meanings.get(tuple(words[at : at + count]))
            if meaning is not None:
                found.append(meaning)
                at += count
                break
        else:
            if words[at] not in _CONNECTORS:
                found.append(_without_article(words[at]))
            at += 1
    return tuple(found)


def _without_article(word: str) -> str:
    """What a word of a key means that has an article in it: "danvers" was "d'Anvers"."""
    meaning = _known().meanings.get((word[1:],)) if word[:1] in _ELIDED else None
    return meaning or word


def _group(company: Company) -> str:
    return company.group or company.name


def _are_initials(short: str, long: str) -> bool:
    words = [word for word in long.split(" ") if word not in _CONNECTORS]
    return len(words) >= _LEAST_INITIALS and short == "".join(word[0] for word in words)


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Whether all but one letter is the same, or two neighbours changed places; blanks do not count."""
    first, second = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    if first == second:
        return True
    if len(first) < _LEAST_SPELLED or len(second) - len(first) > 1:
        return False
    start = next(
        (place for place, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]),
        len(first),
    )
    left, right = first[start:], second[start:]
    if len(first) < len(second):
        return left == right[1:]
    return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])


@cache
def _known() -> _Known:
    names = party_names()
    companies = {party_key(name): each for each in names.companies for name in (each.name, *each.also)}
    meanings = {tuple(form.split(" ")): group[0] for group in names.alike for form in group}
    forms = {group[0]: group for group in names.alike}
    return _Known(companies, meanings, forms, max(len(words) for words in meanings))
