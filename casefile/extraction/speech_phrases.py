"""Noun phrases put together: a role with its name, a spokesperson with the company. Imports shapes.

"The agency's chair, Hester Bruinsma," is one mention of Hester Bruinsma with the role "chair"; "a
spokesperson for Shein" is one of Shein.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from casefile.extraction.speech_frames import Frame, Word
from casefile.extraction.speech_lexicon import Gender, shared_names
from casefile.extraction.speech_names import PartyKind, is_role
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind

_FAR_TITLE = 7
_SHORT_TITLE = 5
_RETIRED = frozenset(("retd", "ret", "rtd", "retired"))
_FIELD = range(2, 5)  # words of what somebody is in charge of
_APPOSED = 2  # an article and an adjective
_SEAT = 4  # words between a court and its seat
_ADJECTIVES = 3  # words between an article and the name that stands for an adjective
_SHORT = 3  # letters of a small word
_REACH = 4  # words between what belongs together

_VERB_BEHIND = frozenset(("sich", "wir", "zich", "we", "wij"))
"""End what is said before a name in German and Dutch, whose verb stands behind it."""
_SINGLE = frozenset((MentionKind.HE, MentionKind.SHE))
_TEXTS = frozenset((MentionKind.DOCUMENT, MentionKind.REPLY))
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\.?")

_Rule = Callable[[Frame, Mention, Mention], Mention | None]


def join_phrases(frame: Frame, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with those that belong together made one, in order."""
    joined: Sequence[Mention] = mentions
    for rule in (_placed, _own, _appose, _completed, _doubly_titled):
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


def _between(frame: Frame, left: Mention, right: Mention) -> tuple[Word, ...]:
    return frame.words[left.last + 1 : right.first]


def _own(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of "the FTC's director", "FCC Chair", "the chair of the agency"."""
    if right.first - left.last - 1 > _REACH:
        return None
    words, between = frame.words, _between(frame, left, right)
    if any(word.gap for word in (*between, words[right.first])):
        return None
    bare = right.role_words is not None and not right.definite and not right.indefinite
    if left.kind is MentionKind.ROLE and right.kind is MentionKind.ROLE and bare and len(between) <= 1:
        return _one_role(frame, left, right)
    if frame.lexicon.language == "en" and not between and (housed := _of_house(left, right)):
        return housed
    owning = left.kind in (MentionKind.NAME, MentionKind.DOCUMENT) or left.kind in ORGANISATION_NOUNS
    stray = not between and left.party is PartyKind.PERSON and right.kind is MentionKind.PEOPLE
    if owning and bare and not stray and (not between or between[0].low in ("'s", "’s", "’")):
        owned = _owned(right, left, first=left.first)
        return replace(owned, definite=False, indefinite=True) if _is_any(frame, left) else owned
    if left.kind in _TEXTS and bare and not between:
        return replace(right, first=left.first, definite=left.definite, indefinite=left.indefinite)
    if left.kind in ORGANISATION_NOUNS and not between and right.kind is MentionKind.NAME:
        known = right.party is PartyKind.PERSON
        return None if known else replace(right, first=left.first, party=PartyKind.ORGANISATION)
    return _with_owner(frame, left, right, between)


def _of_house(left: Mention, right: Mention) -> Mention | None:
    """English: a person with the whole of the house behind: Ann Yost of the Oslo firm Yost & Ward."""
    if left.kind is not MentionKind.NAME or left.party is not PartyKind.PERSON:
        return None
    bare = not right.definite and not right.indefinite
    if left.owner and bare and right.kind in ORGANISATION_NOUNS:
        return replace(left, last=right.last, owner="", owner_party=None, owner_kind=right.kind)
    named = right.kind is MentionKind.NAME and right.party is not PartyKind.PERSON
    return _owned(left, right, last=right.last) if named and left.owner_kind in ORGANISATION_NOUNS else None


def _with_owner(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> Mention | None:
    """One phrase of what somebody is or writes and whom it belongs to."""
    if left.role_words is None and left.party is not PartyKind.PERSON:
        return None
    if left.kind is MentionKind.ROLE and _is_holder(right) and _is_field(frame, left, between):
        return None
    if _belongs(frame, left, right, between):
        if right.kind is MentionKind.PEOPLE:
            return replace(left, last=right.last)
        if right.party is PartyKind.PERSON and left.kind is not MentionKind.SPOKES:
            return None
        if right.kind is MentionKind.NAME or right.kind in ORGANISATION_NOUNS:
            return _owned(left, right, last=right.last)
    return None


def _completed(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """A titled person with what they sit in, or a text with who wrote it."""
    seated = left.last + 1 == right.first and frame.words[right.first].gap in ("", ".")
    if seated and _is_seat(frame, left, right):
        return replace(right, first=left.first)
    return _authored(frame, left, right)


def _doubly_titled(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """Somebody told by two roles: Der Verteidiger von Lenz, Fürsprecher Beat Zurbriggen, hält."""
    named = (
        right.kind is MentionKind.NAME and right.party is PartyKind.PERSON and right.role_words is not None
    )
    beside = left.kind is MentionKind.ROLE and left.definite and left.last + 1 == right.first
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    before = (word.low for word in frame.words[max(0, left.first - 1) : left.first + 1])
    governed = any(
        frame.lexicon.has("prepositions", low) for low in before
    )  # dal giudice, l’ingegner Moretti
    comma = frame.words[right.first].gap == "," and after[:1] in (",", ".")
    apart = named and beside and comma and not governed
    return replace(right, first=left.first) if apart else None


def _authored(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of a text and who wrote it: an email sent by the trader, the report, published by Acme."""
    if left.kind not in (MentionKind.DOCUMENT, MentionKind.REPLY) or right.kind is not MentionKind.NAME:
        return None
    between, by = _between(frame, left, right), frame.lexicon.lists["by"]
    if not 0 < len(between) <= _REACH or left.owner or between[0].gap not in ("", ","):
        return None
    plain = not any(word.gap for word in (*between[1:], frame.words[right.first]))
    done = frame.lexicon.has("authored", between[0].low)
    following = between[1].low if len(between) > 1 else frame.words[right.first].low
    written = (done and following in by) or (between[0].low in by and not between[0].gap)
    return _owned(left, right, last=right.last) if plain and written else None


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
    between = _between(frame, left, right)
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
    return named and (not between or (seated and all(word.text.islower() for word in between)))


def _with_noun(frame: Frame, left: Mention, right: Mention, party: PartyKind) -> Mention:
    """The name that the noun and its place make together."""
    head = left.role_words[0] if left.role_words else left.first
    name = frame.text[frame.words[head].start : frame.words[right.last].end]
    return replace(right, first=left.first, name=" ".join(name.split()), party=party, definite=left.definite)


def _one_role(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """Two roles in one: "chief legal officer"."""
    between = _between(frame, left, right)
    if any(
        frame.lexicon.has("prepositions", word.low) or frame.lexicon.reports(word.low) for word in between
    ):
        return None
    head = left.role_words[0] if left.role_words else left.first
    gender = left.gender if right.gender is Gender.OPEN else right.gender
    return replace(left, last=right.last, role_words=(head, right.last), gender=gender)


def _belongs(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> bool:
    """Whether "of", an elided article or a German genitive ties the right to the left."""
    lexicon, first = frame.lexicon, frame.words[right.first].low
    text = left.kind in (MentionKind.DOCUMENT, MentionKind.REPLY)
    if between:
        return lexicon.has("genitives" if text else "of", between[0].low)
    return lexicon.has("of", first) and (first.endswith("’") or lexicon.language == "de" or right.definite)


def _owned(head: Mention, owner: Mention, first: int | None = None, last: int | None = None) -> Mention:
    return replace(
        head,
        first=head.first if first is None else first,
        last=head.last if last is None else last,
        owner=owner.name or head.owner or owner.owner,
        owner_party=(owner.party if owner.name else None) or head.owner_party or owner.owner_party,
        owner_kind=None if owner.name else owner.kind,
        definite=True if first is not None and not owner.indefinite else head.definite,
        indefinite=head.indefinite or (first is not None and owner.indefinite),
    )


def _appose(frame: Frame, left: Mention, right: Mention) -> Mention | None:
    """One phrase of "Judge Wendell Quarles", "the chair, Hester Bruinsma", "Gideon Wexler, lawyer"."""
    if right.first - left.last - 1 > _FAR_TITLE:
        return None
    between = _between(frame, left, right)
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
    return _owned(left, right, last=right.last) if _is_owner_called(frame, left, right) else None


def _leads_to_name(frame: Frame, role: Mention) -> bool:
    """English: whether the role is that of the name behind: Harbour Union, its director Ann Yost."""
    if frame.lexicon.language != "en":
        return False
    for word in frame.words[role.last + 1 : role.last + _FAR_TITLE]:
        if word.gap:
            return False
        if word.capital and word.low in shared_names().genders:
            return True
    return False


def _with_later_role(frame: Frame, left: Mention, right: Mention, between: Sequence[Word]) -> Mention | None:
    """A person with the role behind a comma: Gideon Wexler, 41, a lawyer."""
    if right.kind is not MentionKind.ROLE or left.kind is not MentionKind.NAME or left.role_words:
        return None
    if _leads_to_name(frame, right):
        return None
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


def _is_office(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the left is an authority that is an office: Der Beauftragte für Datenschutz, Uwe Lenz."""
    if left.party is not PartyKind.AUTHORITY or right.party is not PartyKind.PERSON or left.governed:
        return False
    after = frame.words[right.last + 1].gap if right.last + 1 < len(frame.words) else ","
    office = any(is_role(word.low, frame.lexicon) for word in frame.words[left.first : left.last + 1])
    return office and right.kind is MentionKind.NAME and right.role_words is None and after[:1] in (",", ".")


def _is_seat(frame: Frame, left: Mention, right: Mention) -> bool:
    """Whether the left is what a titled person sits in: State Sen. Dolores Whitcomb, U.S. Judge Ann Lee."""
    if left.kind is not MentionKind.NAME or left.first < left.last or right.kind is not MentionKind.NAME:
        return False
    lexicon, low = frame.lexicon, frame.words[right.first].low
    initials = _INITIALS.fullmatch(left.name) is not None
    lone = left.party is PartyKind.OTHER and not frame.words[right.first].gap and low in lexicon.addresses
    return right.party is PartyKind.PERSON and (lone or (initials and right.role_words is not None))


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
    human = left.kind is MentionKind.ROLE or is_role(frame.words[left.last].low, frame.lexicon)
    person = human and right.kind is MentionKind.NAME and right.role_words is None
    if not person or not between or between[0].gap not in (",", "(", "—", "–"):
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
    phrase = (plain or lexicon.has("of", between[0].low)) and not any(
        word.gap or lexicon.reports(word.low) for word in between
    )
    gap, person = frame.words[right.first].gap, right.party is PartyKind.PERSON
    if gap == "," or not phrase:
        return phrase and person
    branch = len(between) == 1 and person and between[0].capital and lexicon.language != "en"
    return not gap and _is_holder(right) and (branch or _is_field(frame, left, between))


def _is_holder(name: Mention) -> bool:
    """Whether a person's name, or two words that nothing makes another's, may be who holds an office."""
    if name.kind is not MentionKind.NAME or name.first == name.last:
        return False
    return name.party is PartyKind.PERSON or (name.party is PartyKind.OTHER and name.first == name.last - 1)


def _is_field(frame: Frame, role: Mention, between: Sequence[Word]) -> bool:
    """Whether the words are what a role is in charge of: director of enforcement Cathryn Scott."""
    lexicon = frame.lexicon
    kin = lexicon.has("kin", frame.words[role.last].low)
    small = any(
        lexicon.has(name, word.low) for word in between[1:] for name in ("definite", "indefinite", "of")
    )
    if lexicon.language != "en" and len(between) == 1:
        return _qualifies(frame, between[0]) and not kin and not role.indefinite
    field = len(between) in _FIELD and between[0].low in ("of", "for") and lexicon.language == "en"
    lower = all(word.text.islower() for word in between)
    return field and lower and not kin and not small and not role.indefinite


def _qualifies(frame: Frame, word: Word) -> bool:
    """Whether a word may tell what kind of role it is: hoogleraar kansspelrecht, sénatrice écologiste."""
    lexicon = frame.lexicon
    closed = lexicon.joins(word.low) or lexicon.reports(word.low)
    lists = (
        "prepositions",
        "definite",
        "indefinite",
        "of",
        "auxiliary",
        "adverbs",
        "passive",
        "he",
        "she",
        "it",
    )
    noun = word.text.islower() or lexicon.language == "de"
    return (
        noun and len(word.text) > _SHORT and not closed and not any(lexicon.has(n, word.low) for n in lists)
    )


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
