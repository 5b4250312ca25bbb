"""Whom a noun phrase means: names, pronouns, roles and "the company" resolved through the text before it.

Imports mentions and people. Where nobody fits, nobody is named: none is better than a wrong one.
"""

from bisect import bisect_left
from dataclasses import replace

from casefile.extraction.speech_bodies import NOBODY, ORGANISATIONS, Bodies, Speaker
from casefile.extraction.speech_lexicon import Gender, article_gender
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind
from casefile.extraction.speech_trust import (
    NAMED,
    NO_NAME,
    OWNER,
    PRONOUN,
    ROLE_LATER,
    ROLE_NEAR,
    UNSURE_NAME,
)

_LOOK_FAR = 600
_SAME_STEM = 6


class Cast(Bodies):
    """An article's noun phrases, each resolved where it stands."""

    def resolve(self, mention: Mention, last: Speaker) -> Speaker:
        """Whom the phrase means where it stands; ``last`` is who spoke before."""
        if mention.kind is MentionKind.NAME:
            return self._named(mention)
        if mention.kind in (MentionKind.HE, MentionKind.SHE):
            return self._pronoun(mention, last)
        if mention.kind is MentionKind.ROLE:
            return self._by_role(mention)
        if mention.kind is MentionKind.IT:
            return self._it(mention, last)
        if mention.kind in (MentionKind.PEOPLE, MentionKind.THEY):
            plural_firm = mention.kind is MentionKind.THEY and last.party in ORGANISATIONS and last.name
            bench = self.court_of(mention) if mention.kind is MentionKind.PEOPLE else None
            return last if plural_firm else bench or Speaker("", self.role_of(mention), NO_NAME)
        if mention.owner:
            return self._owner(mention)
        if mention.indefinite and mention.kind in (MentionKind.COMPANY, MentionKind.AUTHORITY):
            return Speaker("", self.role_of(mention), NO_NAME)
        return self.organisation_before(mention, mention.owner_kind)

    def _pronoun(self, mention: Mention, last: Speaker) -> Speaker:
        """Who spoke before where the pronoun fits and nobody else came up, else the last one named."""
        gender = Gender.MALE if mention.kind is MentionKind.HE else Gender.FEMALE
        if mention.last > mention.first:
            return self._latter(mention, gender)
        found = self.person_before(mention.first, gender)
        if self.frame.lexicon.language in _GENDERED_NOUNS:
            body = self._body_before(mention, gender, found)
            if body:
                return body
        if not found.name and self.frame.lexicon.has("kin", _head(found.role)):
            return found
        if not found.name and last.name and self.frame.lexicon.has("spokes", _head(last.role)):
            return replace(last, sure=min(last.sure, PRONOUN))
        spoke = last.name and last.party in _MAYBE_PERSONS and " " in last.name
        fits = Gender.OPEN in (last.gender, gender) or last.gender is gender
        unsure = found.party is not PartyKind.PERSON and spoke and fits
        if unsure and not self._newcomer(mention, gender, last):
            return replace(last, sure=min(last.sure, PRONOUN))
        return found

    def _newcomer(self, pronoun: Mention, gender: Gender, last: Speaker) -> bool:
        """Whether the paragraph has brought up somebody else: An industry lobbyist has doubts."""
        floor = self.paragraph_first(pronoun.first)
        for other in self.before(pronoun.first):
            if other.first < floor:
                return False
            if other.governed or not self.is_person(other) or not self._fits(other, gender):
                continue
            if not other.name:
                return other.indefinite
            noun = self.frame.lexicon.language == "de" and other.party is not PartyKind.PERSON
            return self.opens(other) and other.name != last.name and not noun
        return False

    def _latter(self, mention: Mention, gender: Gender) -> Speaker:
        """The last one named, whatever the case: une infirmière … cette dernière."""
        for other in self.before(mention.first):
            person = other.kind is MentionKind.ROLE or other.party in _MAYBE_PERSONS
            if person and (other.name or other.kind is MentionKind.ROLE) and self._fits(other, gender):
                return self._named(other) if other.name else self._by_role(other)
        return NOBODY

    def _body_before(self, mention: Mention, gender: Gender, person: Speaker) -> Speaker | None:
        """The organisation that the pronoun takes up: La mutuelle … Elle dit."""
        floor = self.paragraph_first(mention.first)
        for other in self.before(mention.first):
            if other.first < floor or (other.name and other.name == person.name):
                return None
            opens = other.first in self._speaking and not other.governed
            if opens and other.kind in ORGANISATION_NOUNS and self._article_gender(other) is gender:
                return self.resolve(other, NOBODY)
        return None

    def _article_gender(self, mention: Mention) -> Gender:
        low = self.frame.words[mention.first].low
        return article_gender(self.frame.lexicon.language, low)

    def _named(self, mention: Mention) -> Speaker:
        role = self.role_of(mention) or self.roles.get(mention.name, "")
        gender = self.genders.get(mention.name, mention.gender)
        sure = NAMED if mention.party is not PartyKind.OTHER else UNSURE_NAME
        return Speaker(mention.name, role, sure, mention.party, gender)

    def _owner(self, mention: Mention) -> Speaker:
        party = self.owner_party(mention)
        return Speaker(mention.owner, self.role_of(mention), OWNER, party)

    def named_before(self, word: int) -> Speaker:
        """The last person before the word who has a name and does something there."""
        for mention in self.before(word, _LOOK_FAR):
            if mention.name and not mention.governed and self.is_person(mention):
                return self._person(mention)
        return NOBODY

    def named_behind(self, word: int) -> Speaker:
        """The first person with a full name who opens a paragraph behind the word."""
        for mention in self.mentions_from(word):
            named = " " in mention.name and mention.party in _MAYBE_PERSONS
            if named and self.paragraph_first(mention.first) == mention.first:
                return replace(self._person(mention), sure=ROLE_LATER)
        return NOBODY

    def person_before(self, word: int, gender: Gender = Gender.OPEN) -> Speaker:
        """The last person before the word whom the pronoun fits; without a name where the text gives none."""
        governed: Mention | None = None
        floor = self.paragraph_first(word)
        for mention in self.before(word):
            if governed and mention.first < floor:
                break
            if not self.is_person(mention) or not self._fits(mention, gender):
                continue
            if mention.governed:
                governed = governed or mention
                continue
            return self._person(mention)
        return self._person(governed) if governed else NOBODY

    def _fits(self, mention: Mention, gender: Gender) -> bool:
        own = self.genders.get(mention.name, mention.gender) if mention.name else mention.gender
        return Gender.OPEN in (own, gender) or own is gender

    def _person(self, mention: Mention) -> Speaker:
        found = self._named(mention) if mention.name else self._by_role(mention)
        return Speaker(found.name, found.role, min(found.sure, PRONOUN), found.party, found.gender)

    def _by_role(self, mention: Mention) -> Speaker:
        role = self.role_of(mention)
        head = _head(role)
        related = mention.owner_kind is MentionKind.IT and self.frame.lexicon.has("kin", head)
        if mention.indefinite or related:
            return Speaker("", role, NO_NAME, gender=mention.gender)
        for other in self.before(mention.first, _LOOK_FAR):
            if (
                other.name
                and self._same_role(head, self.roles.get(other.name, ""))
                and self._fits(other, mention.gender)
            ):
                return self._named(other)
        later = self._introduced_later(mention, head)
        focus = self._by_focus(mention, role)
        found = (focus or later) if self.frame.lexicon.has("humans", head) else (later or focus)
        return found or self.court_of(mention) or Speaker("", role, NO_NAME, gender=mention.gender)

    def _same_role(self, head: str, role: str) -> bool:
        plain = head.translate(_PLAIN)
        return any(
            _alike(plain, part.translate(_PLAIN)) for part in role.casefold().replace("-", " ").split()
        )

    def _same_office(self, head: str, role: str) -> bool:
        """Whether both are compounds of one German noun: Vorstandschef, Bankchef."""
        endings = self.frame.lexicon.endings["role_endings"]
        return any(head.endswith(each) and role.casefold().endswith(each) for each in endings)

    def _introduced_later(self, mention: Mention, head: str) -> Speaker | None:
        """The one person whom the rest of the text gives the role."""
        index = bisect_left(self.starts, mention.last + 1)
        later = self.mentions[index : index + _LOOK_FAR]
        names = {
            other.name: other
            for other in later
            if other.name and self._same_role(head, self.role_of(other) or self.roles.get(other.name, ""))
        }
        return replace(self._named(next(iter(names.values()))), sure=ROLE_LATER) if len(names) == 1 else None

    def _by_focus(self, mention: Mention, role: str) -> Speaker | None:
        """A role that nobody was given: the person just named, else the authority that the office heads."""
        head = _head(role)
        human = self.frame.lexicon.has("humans", head)
        governed: Mention | None = None
        floor = self.paragraph_first(mention.first)
        for other in self.before(mention.first, 10):
            if governed and other.first < floor:
                break
            likely = human and other.governed and other.first >= floor and self.may_be_person(other)
            if not (self.is_person(other) or likely) or not self._fits(other, mention.gender):
                continue
            if other.governed:
                governed = governed or (other if likely else None)
                continue
            if not other.name and other.indefinite and human:
                return Speaker("", role, NO_NAME, gender=mention.gender)
            known = self.roles.get(other.name, "")
            if mention.owner_kind in ORGANISATION_NOUNS and other.party is not PartyKind.PERSON:
                continue
            if other.name and (human or not known or self._same_office(head, known)):
                return Speaker(other.name, role, ROLE_NEAR, PartyKind.PERSON, mention.gender)
            governed = None
            break
        if governed and governed.name:
            return Speaker(governed.name, role, ROLE_NEAR, PartyKind.PERSON, mention.gender)
        return self._headed_by(mention, role)

    def _headed_by(self, mention: Mention, role: str) -> Speaker | None:
        """The authority that the office heads: the commissioner."""
        head = _head(role)
        for other in self.before(mention.first):
            if other.party is PartyKind.AUTHORITY and other.name and self._same_role(head, other.name):
                return Speaker(other.name, role, ROLE_NEAR, PartyKind.AUTHORITY)
        return None

    def _it(self, mention: Mention, last: Speaker) -> Speaker:
        """The organisation that the sentence, else the one before it, is about."""
        sentence = self.sentence_of(mention.first)
        for index in (sentence, sentence - 1):
            for other in self.mentions_from(self.sentence_firsts[max(index, 0)]):
                if other.first >= mention.first or self.sentence_of(other.first) != index:
                    break
                named = other.kind is MentionKind.NAME and other.party is not PartyKind.PERSON
                if not other.governed and (named or other.kind in _ORGANISATION_NOUNS):
                    return self.resolve(other, last)
        return self.organisation_before(mention, None)


_MAYBE_PERSONS = frozenset((PartyKind.PERSON, PartyKind.OTHER))
_GENDERED_NOUNS = frozenset(("de", "fr", "it", "es"))
_ORGANISATION_NOUNS = frozenset(
    (MentionKind.AUTHORITY, MentionKind.COURT, MentionKind.COMPANY, MentionKind.SPOKES)
)
_PLAIN = str.maketrans("äöüéèáàíóúñ", "aoueeaaioun")


def _head(role: str) -> str:
    """The noun that a role ends in, in lower case."""
    return role.casefold().rsplit(" ", 1)[-1]


def _alike(one: str, other: str) -> bool:
    """Whether two words for a role share their stem: Datenschützer, Datenschutzbeauftragter."""
    if len(one) < _SAME_STEM or len(other) < _SAME_STEM:
        return one == other or (
            len(min(one, other, key=len)) > 3 and (one.endswith(other) or other.endswith(one))
        )
    return one[:_SAME_STEM] == other[:_SAME_STEM] or one.endswith(other) or other.endswith(one)
