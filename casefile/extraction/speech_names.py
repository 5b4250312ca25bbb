"""Runs of capitalised words, and what each looks like: a person, an organisation. Imports frames, words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from casefile.extraction.speech_frames import BLANK, BREAK, Frame, Word
from casefile.extraction.speech_lexicon import (
    BE,
    Gender,
    SpeechLexicon,
    shared_names,
)
from casefile.extraction.speech_name_words import (
    continues,
    is_company_noun,
    is_dotted,
    is_given_too,
    is_initials,
    is_particle,
    is_role,
    is_tied,
    may_begin,
)
from casefile.extraction.speech_sums import is_currency, is_sum

_LONGEST_NAME = 8
_CODE = 3
_PARTICLES = 3
_ROLE_WORDS = 6
_AGE = re.compile(r"[1-9]\d(?:-\w+)?")
_AGE_BEHIND = re.compile(r"\s\([1-9]\d?\)")
_PREPOSITIONS = frozenset(("in", "op", "te", "het", "zu", "vom", "zur", "von"))
"""Particles that join words without a given name too: Herkunft von Kundengeldern."""
_ELIDED = re.compile(r"(?:[dl][’']|(?:a[dlnrst]|ash|el)-)[A-ZÀ-ÖØ-Þ]")
"""A surname that begins small, its particle in one word with it: Aveline d’Entremont, Huda al-Rashid."""
_SMALL_SURNAME = re.compile(r"(?:a[dlnrst]|ash|el)-[A-ZÀ-ÖØ-Þ]")
"""One that stands alone too: al-Rashid said."""
_JOINERS = frozenset(
    ("of", "for", "and", "für", "und", "voor", "en", "pour", "et", "para", "per", "&", "the")
)


class PartyKind(StrEnum):
    """What sort of speaker a name is."""

    PERSON = "person"
    AUTHORITY = "authority"
    COURT = "court"
    ORGANISATION = "organisation"
    OTHER = "other"


_FULL = 2
_CALLED = 3
"""Words before a name among which one may say what sort of organisation it is."""
_BODY_NOUNS = ("company_nouns", "authority_nouns", "court_nouns")


@dataclass(frozen=True)
class NameRun:
    """A run of capitalised words, and what it looks like; ``first`` and ``last`` are words of the frame."""

    first: int
    last: int
    words: tuple[str, ...]
    kind: PartyKind
    gender: Gender


def phrase_length(frame: Frame, index: int, list_name: str) -> int:
    """How many words the longest phrase of the list takes at the word, 0 where none stands there."""
    for parts in frame.lexicon.phrases[list_name].get(frame.words[index].low, ()):
        if tuple(word.low for word in frame.words[index : index + len(parts)]) == parts:
            return len(parts)
    return 0


def find_runs(frame: Frame, taken: Set[int]) -> Iterator[NameRun]:
    """The runs in order, without the words that are ``taken``."""
    words, free = frame.words, 0
    roles = frame.lexicon.phrases["roles"]
    opening = [
        index
        for index, word in enumerate(words)
        if word.capital or word.low in roles or ("-" in word.text and _SMALL_SURNAME.match(word.text))
    ]
    for index in opening:
        if index < free:
            continue
        word = words[index]
        begins = _SMALL_SURNAME.match(word.text) is not None or (
            word.capital
            and (
                (may_begin(word, frame.lexicon) and not _is_field_of_person(frame, index))
                or _is_opener(frame, index)
                or _is_large_particle(frame, index)
                or _is_given_month(frame, index)
                or _is_initial(frame, index)
            )
        )
        begins = begins and not _is_office_before_name(frame, index)
        if index in taken or not begins or is_sum(words, index) or _is_bracketed(words, index):
            free = index + (phrase_length(frame, index, "roles") if word.low in roles else 0)
            continue
        last = _run_end(words, index, frame.lexicon)
        last = min((step - 1 for step in range(index + 1, last + 1) if step in taken), default=last)
        while last > index and not (words[last].capital or _ELIDED.match(words[last].text)):
            last -= 1  # the particles before a name that is known already
        first = _trim_front(words, index, last, frame.lexicon)
        yield _classify(frame, first, last)
        free = last + 1


def _is_office_before_name(frame: Frame, index: int) -> bool:
    """Whether a listed office of several words leads to a name: Special Agent in Charge Raúl Osei."""
    length = phrase_length(frame, index, "roles")
    name = frame.words[index + length : index + length + 2]
    return length > 1 and len(name) > 1 and all(word.capital and not word.gap for word in name)


def _is_bracketed(words: tuple[Word, ...], index: int) -> bool:
    """Whether a word in brackets is part of a longer name around it: (Safety) Regulations."""
    following = words[index + 1] if index + 1 < len(words) else None
    alone = words[index].gap == "(" and following is not None and following.gap == ")"
    return alone and not words[index].text.isupper() and following is not None and following.capital


def _is_large_particle(frame: Frame, index: int) -> bool:
    """Whether a surname begins here with its particle, as in "advocaat De Wit"."""
    words, lexicon = frame.words, frame.lexicon
    word = words[index]
    if not word.capital or word.gap or not index or not lexicon.has("particles", word.low):
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    titled = is_role(words[index - 1].low, lexicon)
    return titled and following is not None and following.capital and not following.gap


def _is_opener(frame: Frame, index: int) -> bool:
    """Whether a word that mostly opens a sentence opens a name within it: for Consumer Ledger."""
    words = frame.words
    inside = index > 0 and not words[index].gap and index + 1 < len(words) and not words[index + 1].gap
    return inside and words[index + 1].capital and frame.lexicon.has("openers", words[index].low)


def _is_field_of_person(frame: Frame, index: int) -> bool:
    """Whether it is what a role is in charge of, before the name: directeur Consumenten Marleen de Ruiter."""
    words, genders = frame.words, shared_names().genders
    if not index or index + 2 >= len(words) or words[index + 1].low not in genders:
        return False
    if any(word.gap for word in words[index : index + 3]):
        return False
    given = words[index + 1].capital and words[index].low not in genders
    surname = words[index + 2].capital or frame.lexicon.has("particles", words[index + 2].low)
    return given and surname and is_role(words[index - 1].low, frame.lexicon)


def _is_given_month(frame: Frame, index: int) -> bool:
    """Whether a word that mostly opens a date is a given name here: Julio Ferrán, April Ward."""
    following = frame.words[index + 1] if index + 1 < len(frame.words) else None
    low = frame.words[index].low
    given = low in shared_names().genders and (low, frame.lexicon.language) != ("per", "it")
    given = given or has_honorific(frame, index)
    return given and following is not None and following.capital and not following.gap


def _is_initial(frame: Frame, index: int) -> bool:
    """Whether a name begins with an initial here: Prof. K. Venugopal Rao."""
    words = frame.words
    if words[index].low in frame.lexicon.addresses:
        return False  # M. Paul Morin
    if len(words[index].text) > 1 or index + 1 >= len(words) or words[index].gap.endswith((":", BREAK)):
        return False
    last = index + 1
    while last + 1 < len(words) and len(words[last].text) == 1 and is_dotted(words[last]):
        last += 1  # P. N. Varadkar
    following = words[last]
    if _is_surname_behind(frame, last):
        return True
    return is_dotted(following) and following.low not in frame.lexicon.small and len(following.text) > 1


def _is_surname_behind(frame: Frame, index: int) -> bool:
    """Whether small particles and a large word follow an initial: J. van der Berg."""
    words = frame.words
    if words[index].gap != ".":
        return False
    first = index
    while index < min(first + _PARTICLES, len(words)) and is_particle(words[index], frame.lexicon):
        index += 1
    return first < index < len(words) and words[index].capital and not words[index].gap


def _run_end(words: tuple[Word, ...], first: int, lexicon: SpeechLexicon) -> int:
    last = first
    shared = shared_names()
    while last + 1 < len(words) and last - first < _LONGEST_NAME:
        following = words[last + 1]
        if is_currency(words, last + 1):
            break
        nicknamed = last == first and words[last].low in shared.genders and following.capital
        if nicknamed and following.gap and set(following.gap) == {BLANK}:
            last += 1  # Eugene "Chips" Noone
            continue
        dotted = len(words[last].text) == 1 or (last == first and is_initials(words[last]))
        joined = following.gap in ("", "&") or (following.gap == "." and dotted)
        surname = (
            joined
            and (following.capital or _ELIDED.match(following.text))
            and words[last].low in shared.genders
            and (last == first or (lexicon.language == "de" and not is_given_too(following)))
        )
        suffix = following.gap in ("", ",") and following.capital and following.low in shared.suffixes
        if suffix or surname or (joined and continues(following, lexicon)):
            last += 1
            continue
        step = _over_joiner(words, first, last, lexicon)
        if not step:
            break
        last += step
    return last


def _over_joiner(words: tuple[Word, ...], first: int, last: int, lexicon: SpeechLexicon) -> int:
    """How many words a particle ("van der Berg") or, in an organisation's name, "of" adds; 0 where none."""
    joint = words[last + 1].low
    if not lexicon.has("particles", joint) and joint not in _JOINERS:
        return 0
    shared = shared_names()
    lows = [word.low for word in words[first : last + 1]]
    organisation = any(low in shared.organisations or low in shared.courts for low in lows)
    organisation = organisation or is_company_noun(words[first], lexicon)
    given = all(word.low in shared.genders or is_initials(word) for word in words[first : last + 1])
    dotted = words[last + 1].gap == "." and words[last + 1].text.islower() and is_initials(words[last])
    for length in (1, 2):
        if last + length + 1 >= len(words):
            return 0
        joints, end = words[last + 1 : last + length + 1], words[last + length + 1]
        surname = given and end.capital and (lexicon.language == "nl" or not lexicon.has("starters", end.low))
        surname = surname or (organisation and end.low == "justice" and lexicon.has("of", joints[-1].low))
        whole = all(is_tied(word) for word in (*joints[dotted:], end))
        if not whole or not (surname or continues(end, lexicon)):
            continue
        article = lexicon.has("definite", joints[0].low) and length == 1
        loose = any(word.low in _PREPOSITIONS or lexicon.has("conjunctions", word.low) for word in joints)
        particles = all(lexicon.has("particles", word.low) for word in joints)
        opening = first == 0 or words[first].gap.endswith((".", ":", BREAK))
        opening = opening and lexicon.has("of", joints[0].low) and not (organisation or given)
        large = length == 1 and joints[0].capital
        particles = particles and (given or large or not (article or loose or opening))
        if particles and (organisation or given or last == first):
            return length + 1
        if organisation and all(word.low in _JOINERS for word in joints):
            return length + 1
        owned = length == 1 and not opening and lexicon.has("of", joints[0].low)
        if owned and is_company_noun(words[first], lexicon) and words[last + length + 1].capital:
            return length + 1
    return 0


def _trim_front(words: tuple[Word, ...], first: int, last: int, lexicon: SpeechLexicon) -> int:
    """Where the name begins in "Competition Graham Wetmore", "IT Arundhati Rao" and "der Konzern Meta"."""
    genders = shared_names().genders
    for index in range(last - 1, first, -1):
        before = words[index - 1]
        headed = before.capital and before.low not in genders and not words[index].gap
        if words[index].low in genders and headed:
            return index
    if first == last or words[first + 1].low in shared_names().suffixes:
        return first
    if _share_a_role(words, first, last, lexicon):
        return first + 1
    articled = first > 0 and not words[first].gap and lexicon.has("definite", words[first - 1].low)
    noun = any(lexicon.has(name, words[first].low) for name in ("company_nouns", "authority_nouns"))
    noun = noun or lexicon.ends("company_endings", words[first].low)
    opens = words[first].gap.endswith((".", BREAK)) and lexicon.ends("company_endings", words[first].low)
    trimmed = (lexicon.language == "de" and articled and noun) or (lexicon.language == "nl" and opens)
    return first + 1 if trimmed else first


def _share_a_role(words: tuple[Word, ...], first: int, last: int, lexicon: SpeechLexicon) -> bool:
    """English: whether a role of several is before the name: Commissioners Aoife Tuohy and Cormac Deasy."""
    low, following = words[first].low, words[last + 1] if last + 1 < len(words) else None
    joined = last - first == _FULL and following is not None and following.low == "and"
    if lexicon.language != "en" or not joined or low[-1] != "s" or not is_role(low[:-1], lexicon):
        return False
    return not any(word.low in shared_names().organisations for word in words[first : last + 1])


def _classify(frame: Frame, first: int, last: int) -> NameRun:
    words = frame.words[first : last + 1]
    shared, lows = shared_names(), [word.low for word in words]
    parts = frozenset(lows)
    kind = PartyKind.OTHER
    gender = shared.genders.get(lows[0], Gender.OPEN)
    title = _honorific_gender(frame, first)
    if not parts.isdisjoint(shared.courts):
        kind = PartyKind.COURT
    elif not parts.isdisjoint(shared.authorities):
        kind = PartyKind.AUTHORITY
    elif (
        not shared.suffixes.isdisjoint(lows[1:])
        or not parts.isdisjoint(shared.organisations)
        or (title is None and _goes_on_with_which(frame, last))
        or (last > first and is_company_noun(words[0], frame.lexicon))
        or (
            last > first and frame.lexicon.language == "nl" and frame.lexicon.ends("company_endings", lows[0])
        )
    ):
        kind = PartyKind.ORGANISATION
    elif (
        title is not None
        or _is_given(words, lows[0])
        or _beside_role(frame, first, last)
        or _has_age(frame, last)
        or (is_initials(words[0]) and any(is_particle(word, frame.lexicon) for word in words))
    ):
        kind = PartyKind.PERSON
        gender = title if title not in (None, Gender.OPEN) else gender
    elif words[0].text.isupper() and len(words) == 1:
        kind = PartyKind.ORGANISATION
    return NameRun(first, last, tuple(word.text for word in words), kind, gender or Gender.OPEN)


def _has_age(frame: Frame, last: int) -> bool:
    """Whether an age stands in brackets right behind: Noud (9) wilde een harnas."""
    return _AGE_BEHIND.match(frame.text, frame.words[last].end) is not None


def _goes_on_with_which(frame: Frame, last: int) -> bool:
    """English: whether the sentence goes on with it as with a thing: Boa Vida, which has appealed."""
    behind = frame.words[last + 1 : last + 2]
    return (
        frame.lexicon.language == "en" and bool(behind) and behind[0].low == "which" and behind[0].gap == ","
    )


def _is_given(words: Sequence[Word], low: str) -> bool:
    """A given name leads, maybe a double one; in capitals alone ("TIM") it is an abbreviation."""
    genders = shared_names().genders
    return (low in genders or low.partition("-")[0] in genders) and not (
        len(words) == 1 and words[0].text.isupper()
    )


def has_honorific(frame: Frame, first: int) -> bool:
    """Whether a form of address stands right before the word: Herr Pohlmann."""
    return _honorific_gender(frame, first) is not None


def _honorific_gender(frame: Frame, first: int) -> Gender | None:
    if first == 0 or frame.words[first].gap not in ("", ".", ")"):
        return None
    if frame.words[first].gap == ")" and frame.words[first - 1].gap != "(":
        return None  # Chief (Mrs) Ada Obi
    low = frame.words[first - 1].low
    for name, gender in (("honorifics_female", Gender.FEMALE), ("honorifics_male", Gender.MALE)):
        if frame.lexicon.has(name, low):
            return gender
    return Gender.OPEN if frame.lexicon.has("honorifics", low) else None


def _role_near(frame: Frame, first: int) -> bool:
    """Whether the comma before the name ends a phrase with a role: "su director jurídico, Borja"."""
    for word in reversed(frame.words[max(0, first - 7) : first]):
        if is_role(word.low, frame.lexicon):
            return True
        if word.gap or frame.lexicon.reports(word.low):
            return False
    return False


def _is_called_so(frame: Frame, first: int) -> bool:
    """Whether a form of "to be" parts it from what somebody is: Its chief executive is Huw Ennal."""
    words = frame.words
    if first < _CODE or words[first].gap or words[first - 1].gap or words[first - 1].low not in BE:
        return False
    before = words[max(0, first - _ROLE_WORDS) : first - 2]
    known = any(frame.lexicon.has(name, word.low) for word in before for name in ("definite", "their"))
    return known and is_role(words[first - 2].low, frame.lexicon)


def _is_titled_next(frame: Frame, role: Word) -> bool:
    """Whether the role is that of the name behind it: the head of Trakya Birlik, farmer Nurcan Tezel."""
    index = bisect_left(frame.words, role.start, key=lambda word: word.start) + 1
    following = frame.words[index] if index < len(frame.words) else None
    return following is not None and following.capital and not following.gap


def _beside_role(frame: Frame, first: int, last: int) -> bool:
    """Two words and more with a role right before, or after a comma."""
    words, lexicon = frame.words, frame.lexicon
    if last == first:
        return False
    low = words[first - 1].low if first else ""
    if words[first].gap in ("", ",") and is_role(low, lexicon) and not lexicon.has("company_nouns", low):
        return True
    if any(first >= length and phrase_length(frame, first - length, "roles") == length for length in (2, 3)):
        return True
    if (words[first].gap == "," and _role_near(frame, first)) or _is_called_so(frame, first):
        return True
    after = words[last + 1 : last + 6]
    if after and after[0].gap in (",", "(") and _AGE.fullmatch(after[0].text):
        return True
    if not after or after[0].gap != ",":
        return False
    for word in after:
        if word is not after[0] and word.gap:
            return False
        if is_role(word.low, lexicon):
            return not _is_titled_next(frame, word)
    related = lexicon.language not in ("de", "nl") and lexicon.has("relatives", after[0].low)
    return related and not _is_called_body(frame, first)


def _is_called_body(frame: Frame, first: int) -> bool:
    """Whether the words right before say that it is an organisation: le syndicat mixte Armor Fibre, qui."""
    words, lexicon = frame.words, frame.lexicon
    for index in range(first, max(0, first - _CALLED), -1):
        if words[index].gap:
            return False
        low = words[index - 1].low
        if any(lexicon.has(name, low) for name in _BODY_NOUNS):
            return True
    return False
