"""A name beside what somebody is: one phrase of "Judge Wendell Quarles", "the chair, Hester Bruinsma,".

Imports shapes. Behind a comma, between commas or with nothing between: whether the one is who the other is.
"""

from collections.abc import Sequence
from dataclasses import replace

from casefile.extraction.speech_frames import Frame, Word
from casefile.extraction.speech_lexicon import Gender, shared_names
from casefile.extraction.speech_name_words import is_role
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_owners import is_field, may_hold, with_owner_of, words_between
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind

_FAR_TITLE = 7
_SHORT_TITLE = 5
_RETIRED = frozenset(("retd", "ret", "rtd", "retired"))
_APPOSED = 2  # an article and an adjective
_ALSO = 3  # and now a
_REACH = 4  # words between what belongs together
_VERB_BEHIND = frozenset(("sich", "wir", "zich", "we", "wij"))
"""End what is said before a name in German and Dutch, whose verb stands behind it."""
_WHOSE = frozenset(("whose", "dont", "cuyo", "cuya", "deren", "dessen", "wiens", "wier", "cui"))
"""Begin what is told of somebody else: Ann Yost, whose husband left."""
_SINGLE = frozenset((MentionKind.HE, MentionKind.SHE))


def appose(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of "Judge Wendell Quarles", "the chair, Hester Bruinsma", "Gideon Wexler, lawyer"."""
    if right.first - left.last - 1 > _FAR_TITLE:
        return None
    between = words_between(frame, left, right)
    gap = frame.words[right.first].gap
    if not between and _is_beside(frame, left, gap) and _titled(frame, left, right):
        return _with_role(right, left, left.first, right.last)
    if _is_initialled(frame, left, right, between):
        return _with_role(right, left, left.first, right.last)
    if not between and gap == "," and _is_branch(frame, left, right):
        return replace(left, last=right.last, role_words=(left.first, right.last))
    if _far_titled(frame, left, right, between):
        role = replace(left, role_words=((left.role_words or (left.first, 0))[0], right.first - 1))
        return _with_role(right, replace(role, last=right.first - 1), left.first, right.last)
    if _is_apposed(frame, left, right, between):
        return _with_role(right, left, left.first, right.last)
    if not between and gap == "," and _is_office(frame, left, right):
        return replace(right, first=left.first, role_words=(left.first, left.last))
    if not between and not gap and left.kind is MentionKind.NAME and left.party is PartyKind.AUTHORITY:
        office = right.kind is MentionKind.NAME and right.party is PartyKind.PERSON
        return replace(right, first=left.first, role_words=(left.first, left.last)) if office else None
    if _is_pseudonym(frame, left, right, between):
        return _with_role(right, left, left.first, right.last)
    named = _named_apart(frame, left, right) if not between and gap == "," else None
    return named or _with_later_role(frame, left, right, between)


def _is_beside(frame: Frame, left: Mention, gap: str) -> bool:
    """Whether nothing, a comma or the stop of a title parts two phrases: Insp. Ann Yost."""
    word = frame.words[left.last].text
    short = word[0].isupper() and len(word) <= _SHORT_TITLE
    return gap in ("", ",") or (gap == "." and (short or frame.lexicon.language != "en"))


def _is_initialled(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> bool:
    """English: whether initials, or that somebody has retired, stand before: Justice (retd) P. N. Rao."""
    if (
        frame.lexicon.language != "en"
        or left.kind is not MentionKind.ROLE
        or right.kind is not MentionKind.NAME
        or not between
    ):
        return False
    parted = all(set(word.gap) <= set("().") for word in (*between, frame.words[right.first]))
    small = all((len(word.text) == 1 and word.capital) or word.low in _RETIRED for word in between)
    return parted and small and right.party in (PartyKind.PERSON, PartyKind.OTHER)


def _is_branch(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the right is what the left is in charge of: Deputy Director, Supervision, Ann Yost."""
    if left.kind is not MentionKind.ROLE or right.party is not PartyKind.OTHER or not right.name:
        return False
    following = frame.words[right.last + 1 : right.last + 2]
    capitals = all(word.capital for word in frame.words[left.first : right.last + 1])
    named = bool(following) and following[0].gap == "," and following[0].low in shared_names().genders
    return capitals and named and frame.lexicon.language == "en"


def _named_apart(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of somebody and the name between commas behind: the firm, Volta Energy, said."""
    if _is_told_apart(frame, left, right):
        return replace(right, first=left.first)
    if _is_called(frame, left, right):
        return replace(right, first=left.first, party=PartyKind.ORGANISATION)
    return with_owner_of(left, right, last=right.last) if _is_owner_called(frame, left, right) else None


def _leads_to_name(frame: Frame, role: Mention) -> bool:
    """Whether the role is that of the name behind: Harbour Union, its director Ann Yost."""
    reach = _FAR_TITLE if frame.lexicon.language == "en" else 2
    for word in frame.words[role.last + 1 : role.last + reach]:
        if word.gap:
            return False
        if word.capital and word.low in shared_names().genders:
            return True
    return False


def _with_later_role(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> Mention | None:
    """A person with the role behind a comma: Gideon Wexler, 41, a lawyer."""
    if right.kind is not MentionKind.ROLE or left.kind is not MentionKind.NAME:
        return None
    if _leads_to_name(frame, right) or frame.words[left.last + 1].low in _WHOSE:
        return None
    if left.role_words:
        return replace(left, last=right.last) if _is_also(frame, left, between) else None
    person = left.party is PartyKind.PERSON or (left.party is PartyKind.OTHER and " " in left.name)
    gap = frame.words[right.first].gap
    comma = (between[0].gap if between else gap) == ","
    plain = not any(word.gap or frame.lexicon.reports(word.low) for word in between[1:])
    aged = len(between) == 1 and between[0].text.isdigit()
    if right.last + 1 < len(frame.words) and frame.lexicon.language != "de":
        following = frame.words[right.last + 1]
        if comma and following.capital and not following.gap:
            return None  # the head of Acme, farmer Ann Yost
    if frame.lexicon.language == "en" and any(
        frame.lexicon.has("prepositions", word.low) and word.low != "as" for word in between[1:]
    ):
        return None  # Ann Yost, who sits on the justice committee
    inside = frame.words[right.first + (aged or not between) : right.last + 1]
    if person and comma and plain and len(between) <= _REACH and not any(word.gap for word in inside):
        return _with_role(left, right, left.first, right.last)
    return None


def _is_also(frame: Frame, left: Mention, between: Sequence[Word]) -> bool:
    """Whether a second role goes on an apposition: Ann Yost, a former judge and now professor at Leiden."""
    roles = left.role_words
    apposed = roles is not None and left.party is PartyKind.PERSON and roles[1] == left.last
    if not apposed or not between or len(between) > _ALSO or not frame.lexicon.joins(between[0].low):
        return False
    return not any(
        word.gap or word.capital or frame.lexicon.reports(word.low) or frame.lexicon.has("definite", word.low)
        for word in between
    )


def _is_office(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the left is an authority that is an office: Der Beauftragte für Datenschutz, Uwe Lenz."""
    if left.party is not PartyKind.AUTHORITY or right.party is not PartyKind.PERSON or left.governed:
        return False
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    office = any(is_role(word.low, frame.lexicon) for word in frame.words[left.first : left.last + 1])
    return office and right.kind is MentionKind.NAME and right.role_words is None and after[:1] in (",", ".")


def _is_apposed(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> bool:
    """Whether the right is who the left is, behind an article: der Referent, ein gewisser Herr Vogt,."""
    person = right.kind is MentionKind.NAME and right.party is PartyKind.PERSON and right.role_words is None
    if left.kind is not MentionKind.ROLE or not person or not 0 < len(between) <= _APPOSED:
        return False
    lexicon = frame.lexicon
    articled = lexicon.has("definite", between[0].low) or lexicon.has("indefinite", between[0].low)
    whole = not any(word.gap for word in (*between[1:], frame.words[right.first]))
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    return articled and between[0].gap == "," and whole and after[:1] in (",", ".")


def _is_told_apart(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether a name between commas tells whom the pronoun means: Celui-ci, Yann Le Bihan, a reconnu."""
    named = right.kind is MentionKind.NAME and right.party is PartyKind.PERSON
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    return left.kind in _SINGLE and named and after[:1] == ","


def _is_called(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the right is the name of the left between commas: the firm, Volta Energy, said."""
    noun = left.kind is MentionKind.COMPANY and left.definite and not left.owner
    named = right.kind is MentionKind.NAME and right.party in (PartyKind.ORGANISATION, PartyKind.OTHER)
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    return noun and named and after[:1] in (",", ".")


def _is_owner_called(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the right is whom the left speaks for: a spokeswoman for the maker, Slumbr, said."""
    house = left.kind is MentionKind.SPOKES and left.owner_kind is MentionKind.COMPANY and not left.owner
    named = right.kind is MentionKind.NAME and right.party in (PartyKind.ORGANISATION, PartyKind.OTHER)
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    return house and named and after[:1] in (",", ".")


def _is_pseudonym(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> bool:
    """Whether the right is what the left is called: the trader, who goes by Nox; der sich Mika nennt."""
    if not between or between[0].gap not in (",", "(", "—", "–"):
        return False
    human = left.kind is MentionKind.ROLE or is_role(frame.words[left.last].low, frame.lexicon)
    if not human or right.kind is not MentionKind.NAME or right.role_words is not None:
        return False
    lexicon, lows = frame.lexicon, tuple(word.low for word in between)
    if lows not in lexicon.phrases["pseudonyms"].get(lows[0], ()) and lows not in (("alias",),):
        return False
    following = frame.words[right.last + 1] if right.last + 1 < len(frame.words) else None
    verb_last = lexicon.language in ("de", "nl") and lows[-1] in _VERB_BEHIND
    return not verb_last or (following is not None and lexicon.has("self_naming", following.low))


def _far_titled(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> bool:
    """TikTok's head of public policy, Christine Grahn."""
    if (
        left.kind is not MentionKind.ROLE
        or right.kind is not MentionKind.NAME
        or not 0 < len(between) <= _FAR_TITLE
    ):
        return False
    lexicon = frame.lexicon
    plain = len(between) <= 2 and not lexicon.joins(between[0].low)
    phrase = (plain or lexicon.has("of", between[0].low) or _goes_on_in_field(frame, left)) and not any(
        word.gap or lexicon.reports(word.low) for word in between
    )
    gap, person = frame.words[right.first].gap, right.party is PartyKind.PERSON
    if gap == "," and person and not phrase:
        return _is_in_charge(frame, right, between)
    if gap == "," or not phrase:
        return phrase and person
    branch = len(between) == 1 and person and between[0].capital and lexicon.language != "en"
    return not gap and may_hold(right) and (branch or is_field(frame, left, between))


def _is_in_charge(frame: Frame, right: Mention, between: Sequence[Word]) -> bool:
    """Whether small words tell what somebody is there for: le commissaire chargé du marché, Yann Morel,."""
    lexicon = frame.lexicon
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    leads = any(lexicon.has("prepositions", word.low) for word in between[:2])
    closed = any(
        word.gap or lexicon.reports(word.low) or lexicon.joins(word.low) or lexicon.has("relatives", word.low)
        for word in between
    )
    return leads and not closed and after[:1] in (",", ".")


def _goes_on_in_field(frame: Frame, role: Mention) -> bool:
    """Whether the role already holds the first words of its field: head of customer care."""
    inside = frame.words[role.first : role.last]
    return frame.lexicon.language == "en" and any(word.low == "of" for word in inside)


def _titled(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the left is the right's title; behind a comma only a person's full name has one."""
    if right.kind is not MentionKind.NAME or left.kind not in (MentionKind.ROLE, MentionKind.SPOKES):
        return False
    owned = left.owner_kind in ORGANISATION_NOUNS and left.role_words and left.role_words[1] < left.last
    if owned and right.party is not PartyKind.PERSON:
        return False  # collègue du groupe Horizons
    if frame.words[right.first].gap == ",":
        return right.party is PartyKind.PERSON or (right.party is PartyKind.OTHER and " " in right.name)
    return right.party in (PartyKind.PERSON, PartyKind.OTHER)


def _with_role(name: Mention, role: Mention, first: int, last: int) -> Mention:
    gender = name.gender if name.gender is not Gender.OPEN else role.gender
    head = role.role_words[0] if role.role_words else role.first
    return replace(
        name,
        first=first,
        last=last,
        kind=MentionKind.NAME,
        party=PartyKind.PERSON,
        gender=gender,
        role_words=(head, role.last),
        owner=role.owner,
        owner_party=role.owner_party,
        owner_kind=role.owner_kind,
    )


def doubly_titled(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """Somebody told by two roles: Der Verteidiger von Lenz, Fürsprecher Beat Zurbriggen, hält."""
    named = (
        right.kind is MentionKind.NAME and right.party is PartyKind.PERSON and right.role_words is not None
    )
    beside = left.kind is MentionKind.ROLE and left.definite and left.last + 1 == right.first
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    comma = frame.words[right.first].gap == "," and after[:1] in (",", ".")
    if not (named and beside and comma):
        return None
    before = (word.low for word in frame.words[max(0, left.first - 1) : left.first + 1])
    apart = not any(
        frame.lexicon.has("prepositions", low) for low in before
    )  # dal giudice, l’ingegner Moretti
    return replace(right, first=left.first) if apart else None
