"""The people and organisations that a text names, with their full and short forms. Imports frames and words.

A name is a run of capitalised words. Whether it is a person's is told by a given name, an honorific or a role
beside it; whether an organisation's by its parts. A later short form stands for the full name before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from casefile import registry
from casefile.extraction.speech_frames import BLANK, Frame
from casefile.extraction.speech_lexicon import CueKind, Gender, SpeechLexicon, shared_names
from casefile.extraction.speech_name_words import is_role
from casefile.extraction.speech_names import NameRun, PartyKind, find_runs, has_honorific
from casefile.extraction.speech_no_names import is_articled, is_no_name, is_thing
from casefile.values import Span

_FULL = 2
_NO_NAMES = frozenset(
    (
        "state", "federal", "crown", "european", "african", "asian", "western", "eastern", "northern",
        "southern", "nordic", "baltic", "republican", "republicans", "democrat", "democrats",
        "democratic", "tory", "tories", "conservative", "conservatives", "liberal", "liberals",
        "internet", "web", "episode", "weekend",
    )
)  # fmt: skip
"""Lone words with a capital that tell of a place, a party or a page: no European regulator objected."""
_DOUBLE_GIVEN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")


@dataclass(frozen=True)
class Named:
    """One place where a name stands: its words, inclusive, and the full form of the name."""

    first: int
    last: int
    name: str
    kind: PartyKind
    gender: Gender = Gender.OPEN


@dataclass(frozen=True)
class Official:
    """A place where the text speaks of an authority or court that the registry knows."""

    span: Span
    name: str
    court: bool
    vague: bool = False
    """By a nickname or a word that points back, not by its name."""


def find_named(frame: Frame, authorities: Sequence[Official]) -> tuple[Named, ...]:
    """Every place where a name stands, in order; the authorities are known already and keep their places."""
    placed = list(_placed(frame, authorities))
    taken = {index for name in placed for index in range(name.first, name.last + 1)}
    runs = _with_surnamed(frame, list(find_runs(frame, taken)))
    given = _by_given_name(runs)
    known, families = _full_forms(frame, runs, given), _families(frame, runs)
    told = _told_as_names(frame, runs)
    named = (run for run in runs if _is_name(run, known, frame) or _is_told(frame, run, told))
    others = (_resolve(frame, run, known, given, families) for run in named)
    return tuple(sorted((*placed, *others), key=lambda name: name.first))


def _placed(frame: Frame, authorities: Sequence[Official]) -> Iterator[Named]:
    starts = [word.start for word in frame.words]
    free = 0
    for official in authorities:
        first = bisect_left(starts, official.span.start)
        last = bisect_left(starts, official.span.end) - 1
        whole = first <= last and frame.words[last].end <= official.span.end
        another = official.vague and _means_another(frame, official, first, last)
        if whole and free <= first and not (another or _is_surname(frame, first, last)):
            kind = PartyKind.COURT if official.court else PartyKind.AUTHORITY
            yield Named(first, last, official.name, kind)
            free = last + 1


def _is_surname(frame: Frame, first: int, last: int) -> bool:
    """Whether a body's abbreviation is somebody's surname, behind a given name: Tate Rudd, no RUDD."""
    words, genders = frame.words, shared_names().genders
    alone = first == last and first > 0 and not words[first].gap and not words[first].text.isupper()
    if not alone or not words[first - 1].capital:
        return False
    return words[first - 1].low in genders or has_honorific(frame, first - 1)


def _means_another(frame: Frame, official: Official, first: int, last: int) -> bool:
    """Whether the words are not the authority's: an office, or a council that its name does not have."""
    noun = frame.words[last].low
    unnamed = frame.lexicon.has("named_bodies", noun) and noun not in official.name.casefold()
    return unnamed or _is_office(frame, first, last)


def _is_office(frame: Frame, first: int, last: int) -> bool:
    """Whether the words speak of a person: "the commissioner", "Hamburgs Datenschutzbeauftragter"."""
    return any(is_role(word.low, frame.lexicon) for word in frame.words[first : last + 1])


def _full_forms(frame: Frame, runs: list[NameRun], given: Mapping[str, NameRun]) -> dict[str, NameRun]:
    """By last word of a person's name, and by first word of an organisation's, the fullest run."""
    known: dict[str, NameRun] = {}
    for run in runs:
        if len(run.words) < 2 or is_thing(run):
            continue
        if frame.lexicon.language == "de" and run.kind is PartyKind.OTHER:
            continue  # common nouns look the same: Bündner Betonkartell is not meant by "der Bündner"
        key = run.words[-1] if run.kind is PartyKind.PERSON else run.words[0]
        if key.casefold() not in known:
            known[key.casefold()] = run
        if _is_surname_first(run):
            known.setdefault(run.words[0].casefold(), run)
    for run in runs:
        titled = len(run.words) == 1 and run.kind is PartyKind.PERSON and has_honorific(frame, run.first)
        if titled and run.words[0].casefold() not in given:
            known.setdefault(run.words[0].casefold(), run)
    return known


def _is_surname_first(run: NameRun) -> bool:
    """Whether a name begins with the surname, as Korean and Chinese ones do: Han Tae-gyu, Tan Kah Hoe."""
    double = len(run.words) == _FULL and _DOUBLE_GIVEN.fullmatch(run.words[1]) is not None
    listed = run.words[0].casefold() in shared_names().family_first
    return double or (listed and run.kind is PartyKind.PERSON and len(run.words) <= _FULL + 1)


def _with_surnamed(frame: Frame, runs: list[NameRun]) -> list[NameRun]:
    """The runs with those made persons' whose last word alone stands for them: Loretta Vanstory … Vanstory.

    Of a company's name it is the first word that does; German writes other nouns so too.
    """
    if frame.lexicon.language == "de":
        return runs
    lone = {run.words[0] for run in runs if len(run.words) == 1 and not is_articled(frame, run)}
    told = [run for run in runs if len(run.words) == _FULL and run.kind is PartyKind.OTHER]
    told = [run for run in told if run.words[1] in lone and run.words[0] not in lone]
    if not told:
        return runs
    small = {word.text for word in frame.words if not word.capital}
    people = {
        run.first
        for run in told
        if run.words[0].lower() not in small
        and not (is_thing(run) or is_articled(frame, run) or run.words[1].isupper())
    }
    return [replace(run, kind=PartyKind.PERSON) if run.first in people else run for run in runs]


def _families(frame: Frame, runs: list[NameRun]) -> dict[str, list[NameRun]]:
    """Those of one surname, in the order in which the text brings them up; "Per Sala" is no Per."""
    found: dict[str, list[NameRun]] = {}
    for run in runs:
        person = len(run.words) > 1 and run.kind is PartyKind.PERSON
        if person and run.words[0].casefold() not in frame.lexicon.small:
            found.setdefault(run.words[-1].casefold(), []).append(run)
    return found


def _of_family(run: NameRun, families: Mapping[str, Sequence[NameRun]]) -> NameRun | None:
    """Who of one surname is meant: the one with that given name, or whom "Mrs" goes with."""
    family = families.get(run.words[-1].casefold(), ())
    if len(run.words) > 1:
        return next((each for each in family if set(run.words) <= set(each.words)), None)
    if run.gender is Gender.OPEN:
        return None
    return next((each for each in family if each.gender is run.gender), None)


def _by_given_name(runs: list[NameRun]) -> dict[str, NameRun]:
    """The person whom a given name alone means, where the text has only one of that name: Dame Harriet."""
    found: dict[str, NameRun] = {}
    for run in runs:
        if len(run.words) > 1 and run.kind is PartyKind.PERSON:
            found.setdefault(run.words[0].casefold(), run)
    for run in runs:
        namesake = found.get(run.words[0].casefold())
        if namesake and len(run.words) > 1 and run.words[-1] != namesake.words[-1]:
            del found[run.words[0].casefold()]
    return found


def _is_name(run: NameRun, known: Mapping[str, NameRun], frame: Frame) -> bool:
    """German writes every noun large: there a lone word is a name only when it is known as one.

    A law, a country and, after an article, a common noun ("the Notice") are no speakers.
    """
    if is_no_name(frame, run):
        return False
    if len(run.words) == 1 and _is_common(run.words[0].casefold(), frame.lexicon):
        return False
    if frame.lexicon.language != "de" or len(run.words) > 1 or run.kind is not PartyKind.OTHER:
        return True
    low = run.words[0].casefold()
    return low in known or low.removesuffix("s") in known or not low.isalpha() or _is_german_name(frame, run)


def _told_as_names(frame: Frame, runs: Sequence[NameRun]) -> frozenset[str]:
    """The lone German words that stand somewhere as names do, and nowhere behind an article."""
    if frame.lexicon.language != "de":
        return frozenset()
    lone = [run for run in runs if len(run.words) == 1 and run.kind is PartyKind.OTHER]
    articled = {run.words[0].casefold() for run in lone if is_articled(frame, run)}
    told = {run.words[0].casefold() for run in lone if _is_german_name(frame, run)}
    return frozenset(told - articled)


def _is_told(frame: Frame, run: NameRun, told: frozenset[str]) -> bool:
    """Whether a lone word is a name elsewhere: teilte Kaffko mit … Bei Kaffko heißt es."""
    if not told or len(run.words) > 1 or run.kind is not PartyKind.OTHER:
        return False
    low = run.words[0].casefold()
    known = low in told or low.removesuffix("s") in told
    return known and not is_no_name(frame, run) and not _is_common(low, frame.lexicon)


def _is_german_name(frame: Frame, run: NameRun) -> bool:
    """A lone noun beside a verb of saying without an article, or after "Sprecher von" or "der Konzern"."""
    words, lexicon = frame.words, frame.lexicon
    before = words[run.first - 1] if run.first and not words[run.first].gap else None
    if before is not None and before.low in ("sich", "wir") and run.last + 1 < len(words):
        return lexicon.has("self_naming", words[run.last + 1].low)  # der sich Mika nennt
    after = words[run.last + 1] if run.last + 1 < len(words) and not words[run.last + 1].gap else None
    if before is not None:
        noun = lexicon.has("company_nouns", before.low) or lexicon.ends("company_endings", before.low)
        owner = before.low in ("von", "bei") and run.first > 1 and is_role(words[run.first - 2].low, lexicon)
        if noun or owner or _says(frame, run.first - 1):
            return True
    if before is not None or after is None or not _says(frame, run.last + 1):
        return False
    beyond = words[run.last + 2] if run.last + 2 < len(words) and not words[run.last + 2].gap else None
    lists = ("he", "she", "it", "definite", "indefinite", "his", "her")
    return beyond is None or not any(lexicon.has(name, beyond.low) for name in lists)


def _says(frame: Frame, index: int) -> bool:
    """Whether a small word, or the phrase that it opens, reports speech."""
    word = frame.words[index]
    if word.capital:
        return False
    for parts, kind in frame.lexicon.cues.get(word.low, ()):
        whole = tuple(each.low for each in frame.words[index : index + len(parts)]) == parts
        if whole and kind in (CueKind.SAY, CueKind.CALL, CueKind.BESIDE, CueKind.ACCORDING):
            return True
    return False


def _is_common(low: str, lexicon: SpeechLexicon) -> bool:
    nouns = ("authority_nouns", "court_nouns", "company_nouns", "documents", "replies", "people")
    if low in _NO_NAMES and lexicon.language == "en":
        return True
    return low in _geographic() or (low.islower() and any(lexicon.has(name, low) for name in nouns))


@cache
def _geographic() -> frozenset[str]:
    """Countries and their adjectives, in every language: "the Dutch" say nothing."""
    words: set[str] = set()
    for country in registry.countries():
        for names in (*country.names.values(), *country.adjectives.values()):
            words.update(name.casefold() for name in names if " " not in name)
    return frozenset(words)


def _resolve(
    frame: Frame,
    run: NameRun,
    known: Mapping[str, NameRun],
    given: Mapping[str, NameRun],
    families: Mapping[str, Sequence[NameRun]],
) -> Named:
    text = frame.text[frame.words[run.first].start : frame.words[run.last].end]
    last, first = run.words[-1].casefold(), run.words[0].casefold()
    full = _of_family(run, families) or known.get(last) or known.get(last.removesuffix("s"))
    other = first in shared_names().genders and first not in frame.lexicon.small
    if full and other and len(run.words) > 1 and full.kind is run.kind is PartyKind.PERSON:
        full = full if set(run.words) <= set(full.words) else None
    if not (full and full.kind is PartyKind.PERSON and (len(run.words) == 1 or run.kind is PartyKind.PERSON)):
        full = known.get(first) if run.kind is not PartyKind.PERSON else None
        full = full if full and set(run.words) <= set(full.words) else None
    if full and Gender.OPEN not in (run.gender, full.gender) and run.gender is not full.gender:
        full = None  # Mr Ormerod, where only Sheila Ormerod is named
    if full is None and len(run.words) == 1 and run.kind is PartyKind.PERSON:
        full = given.get(first)
    if full is None or len(full.words) < len(run.words):
        return Named(run.first, run.last, _tidy(text), run.kind, run.gender)
    name = _tidy(frame.text[frame.words[full.first].start : frame.words[full.last].end])
    gender = full.gender if full.gender is not Gender.OPEN else run.gender
    return Named(run.first, run.last, name, full.kind, gender)


def _tidy(name: str) -> str:
    return " ".join(name.replace(BLANK, " ").split())
