"""Noun phrases put together: a role with its name, a spokesperson with the company. Imports shapes.

"The agency's chair, Hester Bruinsma," is one mention of Hester Bruinsma with the role "chair"; "a
spokesperson for Shein" is one of Shein.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from casefile.extraction.speech_appositions import appose, doubly_titled
from casefile.extraction.speech_frames import Frame, Word
from casefile.extraction.speech_lexicon import Gender
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_owners import is_field, may_hold, with_owner_of, words_between
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind

_SEAT = 4  # words between a court and its seat
_ADJECTIVES = 3  # words between an article and the name that stands for an adjective
_REACH = 4  # words between what belongs together

_GENITIVE = ("'s", "’s", "’")
_GENITIVE_ARTICLES = frozenset(("der", "des"))
_TEXTS = frozenset((MentionKind.DOCUMENT, MentionKind.REPLY))
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\.?")

_Rule = Callable[[Frame, Mention, Mention], Mention | None]


def join_phrases(frame: Frame, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with those that belong together made one, in order."""
    joined: Sequence[Mention] = mentions
    for rule in (_placed, _of_members, _of_staff, _own, appose, _completed, doubly_titled):
        joined = _join(frame, joined, rule)
    return joined


def _join(frame: Frame, mentions: Sequence[Mention], rule: _Rule) -> list[Mention]:
    joined: list[Mention] = []
    for mention in mentions:
        merged = rule(frame, joined[-1], mention) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(mention)
    return joined


def _own(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of "the FTC's director", "FCC Chair", "the chair of the agency"."""
    if right.first - left.last - 1 > _REACH:
        return None
    words, between = frame.words, words_between(frame, left, right)
    if any(word.gap for word in (*between, words[right.first])):
        return None
    bare = right.role_words is not None and not right.definite and not right.indefinite
    if left.kind is MentionKind.ROLE and right.kind is MentionKind.ROLE and bare and len(between) <= 1:
        return _one_role(frame, left, right)
    housed = _of_rank(frame, left, right) or _of_house(left, right)
    if frame.lexicon.language == "en" and not between and housed:
        return housed
    owning = left.kind in (MentionKind.NAME, MentionKind.DOCUMENT) or left.kind in ORGANISATION_NOUNS
    stray = not between and left.party is PartyKind.PERSON and right.kind is MentionKind.PEOPLE
    if owning and bare and not stray and (not between or between[0].low in ("'s", "’s", "’")):
        owned = with_owner_of(right, left, first=left.first)
        return replace(owned, definite=False, indefinite=True) if _is_any(frame, left) else owned
    of_several = left.kind is MentionKind.PEOPLE and frame.text[words[left.last].end] in "'’" and not between
    genitive = of_several or (bool(between) and between[0].low in _GENITIVE)
    if bare and genitive and (mixed := _of_nobody(left, right)):
        return mixed
    if left.kind in _TEXTS and bare and not between:
        return replace(right, first=left.first, definite=left.definite, indefinite=left.indefinite)
    if left.kind in ORGANISATION_NOUNS and not between and right.kind is MentionKind.NAME:
        known = right.party is PartyKind.PERSON
        if left.owner_kind in ORGANISATION_NOUNS and left.indefinite:
            return None if known else with_owner_of(left, right, last=right.last)  # a unit of the group Acme
        return None if known else replace(right, first=left.first, party=PartyKind.ORGANISATION)
    return _with_owner(frame, left, right, between)


def _of_rank(frame: Frame, person: Mention, role: Mention) -> Mention | None:
    """English: a person with what capitals behind the full name tell: Ann Yost MP."""
    bare = role.kind is MentionKind.ROLE and role.first == role.last and not role.name
    named = person.kind is MentionKind.NAME and person.party is PartyKind.PERSON and " " in person.name
    if not (bare and named and frame.words[role.first].text.isupper()):
        return None
    return replace(person, last=role.last, role_words=person.role_words or role.role_words)


def _of_staff(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """English: a person with the house before: Unite’s Sharon Grove."""
    between = words_between(frame, left, right)
    house = left.kind is MentionKind.NAME and left.party is not PartyKind.PERSON
    person = right.party is PartyKind.PERSON and not right.owner
    tied = len(between) == 1 and between[0].low in _GENITIVE and not frame.words[right.first].gap
    return with_owner_of(right, left, first=left.first) if house and person and tied else None


def _of_members(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """German: an association with whom it is of: der Verband der Netzbetreiber."""
    noun, beside = frame.words[left.last].low, left.last + 1 == right.first
    association = left.kind is MentionKind.COMPANY and frame.lexicon.has("associations", noun)
    nameless = right.kind in (MentionKind.ROLE, MentionKind.PEOPLE) and not right.name
    tied = beside and not frame.words[right.first].gap and frame.words[right.first].low in _GENITIVE_ARTICLES
    return replace(left, last=right.last) if association and nameless and tied else None


def _of_nobody(left: Mention, right: Mention) -> Mention | None:
    """What belongs to somebody without a name: an engineer's memo, a parents' coalition, the firm's owner."""
    if left.kind is MentionKind.ROLE and right.kind in _TEXTS:
        return replace(left, last=right.last)
    if left.kind is MentionKind.PEOPLE and right.kind in ORGANISATION_NOUNS:
        return replace(right, first=left.first, definite=left.definite, indefinite=not left.definite)
    if left.kind is MentionKind.SPOKES and left.owner_kind in ORGANISATION_NOUNS and not left.owner:
        kind = right.kind if right.kind in ORGANISATION_NOUNS else MentionKind.COMPANY
        return replace(left, last=right.last, owner_kind=kind)
    return None


def _of_house(left: Mention, right: Mention) -> Mention | None:
    """English: a person with the whole of the house behind: Ann Yost of the Oslo firm Yost & Ward."""
    if left.kind is not MentionKind.NAME or left.party is not PartyKind.PERSON:
        return None
    bare = not right.definite and not right.indefinite
    if left.owner and bare and right.kind in ORGANISATION_NOUNS:
        return replace(left, last=right.last, owner="", owner_party=None, owner_kind=right.kind)
    named = right.kind is MentionKind.NAME and right.party is not PartyKind.PERSON
    return (
        with_owner_of(left, right, last=right.last)
        if named and left.owner_kind in ORGANISATION_NOUNS
        else None
    )


def _with_owner(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> Mention | None:
    """One phrase of what somebody is or writes and whom it belongs to."""
    if left.role_words is None and left.party is not PartyKind.PERSON:
        return None
    if left.kind is MentionKind.ROLE and may_hold(right) and is_field(frame, left, between):
        return None
    if (left.owner or left.owner_kind) and right.kind in _TEXTS:
        return None  # a spokesperson for Acme in a statement
    if _belongs(frame, left, right, between):
        if left.kind is MentionKind.SPOKES and right.indefinite and not right.name and not right.owner:
            return replace(left, last=right.last, kind=MentionKind.ROLE, indefinite=True)  # for a rival maker
        if right.kind is MentionKind.PEOPLE:
            owning = frame.text[frame.words[right.last].end :][:1] in ("'", "’")  # of the riders’ federation
            return None if owning else replace(left, last=right.last)
        if right.party is PartyKind.PERSON and left.kind is not MentionKind.SPOKES:
            return None
        if right.kind is MentionKind.NAME or right.kind in ORGANISATION_NOUNS:
            return with_owner_of(left, right, last=right.last)
    return None


def _completed(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """A titled person with what they sit in, or a text with who wrote it."""
    seated = left.last + 1 == right.first and frame.words[right.first].gap in ("", ".")
    if seated and _is_seat(frame, left, right):
        return replace(right, first=left.first)
    return _authored(frame, left, right)


def _authored(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of a text and who wrote it: an email sent by the trader, the report, published by Acme."""
    if left.kind not in (MentionKind.DOCUMENT, MentionKind.REPLY) or right.kind is not MentionKind.NAME:
        return None
    between, by = words_between(frame, left, right), frame.lexicon.lists["by"]
    if not 0 < len(between) <= _REACH or left.owner or between[0].gap not in ("", ","):
        return None
    plain = not any(word.gap for word in (*between[1:], frame.words[right.first]))
    done = frame.lexicon.has("authored", between[0].low)
    following = between[1].low if len(between) > 1 else frame.words[right.first].low
    written = (done and following in by) or (between[0].low in by and not between[0].gap)
    return with_owner_of(left, right, last=right.last) if plain and written else None


def _is_any(frame: Frame, name: Mention) -> bool:
    """Whether an article for somebody not told of stands before name and role: a former OFAC official."""
    if name.kind is not MentionKind.NAME or name.role_words is not None:
        return False
    for index in range(name.first, max(name.first - _ADJECTIVES, 0), -1):
        word = frame.words[index - 1]
        if frame.words[index].gap:
            return False
        if frame.lexicon.has("indefinite", word.low):
            return True
        if word.capital or frame.lexicon.has("prepositions", word.low) or frame.lexicon.reports(word.low):
            return False
    return False


def _placed(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of "rechtbank Rotterdam" and "Sparkasse Altmark"."""
    if right.kind is not MentionKind.NAME or left.kind not in (MentionKind.COURT, MentionKind.COMPANY):
        return None
    between = words_between(frame, left, right)
    if any(word.gap for word in (*between, frame.words[right.first])):
        return None
    if left.kind is MentionKind.COURT:
        placed = _places(frame, right, between)
        return _with_noun(frame, left, right, PartyKind.COURT) if placed else None
    noun = frame.words[left.last].low
    institution = right.party is PartyKind.OTHER and frame.lexicon.has("institutions", noun)
    return _with_noun(frame, left, right, PartyKind.ORGANISATION) if institution and not between else None


def _places(frame: Frame, right: Mention, between: Sequence[Word]) -> bool:
    """Whether the right is the seat of a court: rechtbank Rotterdam, tribunal judiciaire de Paris."""
    named = right.kind is MentionKind.NAME and right.party is PartyKind.OTHER
    seated = 0 < len(between) <= _SEAT and frame.lexicon.has("of", between[-1].low)
    seated = seated and not frame.lexicon.has("by", between[-1].low)
    seated = seated and not any(_is_verb(frame, word) for word in between[:-1])
    return named and (not between or (seated and all(word.text.islower() for word in between)))


def _is_verb(frame: Frame, word: Word) -> bool:
    """Whether the court does something: the court agreed with Acme."""
    english = frame.lexicon.language == "en" and word.low.endswith("ed")
    return english or frame.lexicon.reports(word.low)


def _with_noun(frame: Frame, left: Mention, right: Mention, party: PartyKind) -> Mention:
    """The name that the noun and its place make together."""
    head = left.role_words[0] if left.role_words else left.first
    name = frame.text[frame.words[head].start : frame.words[right.last].end]
    return replace(right, first=left.first, name=" ".join(name.split()), party=party, definite=left.definite)


def _one_role(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """Two roles in one: "chief legal officer"."""
    between = words_between(frame, left, right)
    field = _is_field_of(frame, right, between)
    if not field and any(
        frame.lexicon.has("prepositions", word.low) or frame.lexicon.reports(word.low) for word in between
    ):
        return None
    head = left.role_words[0] if left.role_words else left.first
    gender = left.gender if right.gender is Gender.OPEN else right.gender
    return replace(left, last=right.last, role_words=(head, right.last), gender=gender)


def _is_field_of(frame: Frame, right: Mention, between: Sequence[Word]) -> bool:
    """English: whether the right only begins what a role is in charge of: head of customer care."""
    following = frame.words[right.last + 1 : right.last + 2]
    beside = len(between) == 1 and between[0].low == "of" and frame.words[right.first].text.islower()
    plain = bool(following) and not following[0].gap and following[0].text.islower()
    if frame.lexicon.language != "en" or not beside or not plain:
        return False
    lists = ("auxiliary", "prepositions", "conjunctions", "relatives", "passive", "adverbs")
    low = following[0].low
    return not (frame.lexicon.reports(low) or any(frame.lexicon.has(name, low) for name in lists))


def _belongs(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> bool:
    """Whether "of", an elided article or a German genitive ties the right to the left."""
    lexicon, first = frame.lexicon, frame.words[right.first].low
    text = left.kind in (MentionKind.DOCUMENT, MentionKind.REPLY)
    if between:
        whole = not any(lexicon.joins(word.low) or lexicon.reports(word.low) for word in between[1:])
        return whole and lexicon.has("genitives" if text else "of", between[0].low)
    if (
        right.kind is MentionKind.NAME
        and frame.words[right.first].text.islower()
        and lexicon.has("of", first)
    ):
        return True  # un porte-parole de la Commission
    any_one = lexicon.language == "de" and first in ("eines", "einer") and left.kind is MentionKind.SPOKES
    return any_one or (
        lexicon.has("of", first) and (first.endswith("’") or lexicon.language == "de" or right.definite)
    )


def _is_seat(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the left is what a titled person sits in: State Sen. Dolores Whitcomb, U.S. Judge Ann Lee."""
    if left.kind is not MentionKind.NAME or left.first < left.last or right.kind is not MentionKind.NAME:
        return False
    lexicon, low = frame.lexicon, frame.words[right.first].low
    initials = _INITIALS.fullmatch(left.name) is not None
    lone = left.party is PartyKind.OTHER and not frame.words[right.first].gap and low in lexicon.addresses
    return right.party is PartyKind.PERSON and (lone or (initials and right.role_words is not None))
