"""Whom a noun phrase means: names, pronouns, roles and "the company" resolved through the text before it.

Imports mentions and people. Where nobody fits, nobody is named: none is better than a wrong one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casefile.extraction.speech_facts import LOOK_BACK, Facts
from casefile.extraction.speech_lexicon import Gender
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_shapes import Mention, MentionKind

_LOOK_FAR = 600
_SAME_STEM = 6
_ORGANISATIONS = frozenset((PartyKind.ORGANISATION, PartyKind.OTHER))


@dataclass(frozen=True)
class Speaker:
    """Who said it: the resolved name, "" where it is nobody with a name, and the role as the text puts it."""

    name: str
    role: str = ""
    sure: float = 0.9
    party: PartyKind = PartyKind.OTHER
    gender: Gender = Gender.OPEN


NOBODY = Speaker("", "", 0.5)


class Cast(Facts):
    """An article's noun phrases, each resolved where it stands."""

    def resolve(self, mention: Mention, last: Speaker) -> Speaker:
        """Whom the phrase means where it stands; ``last`` is who spoke before."""
        if mention.kind is MentionKind.NAME:
            return self._named(mention)
        if mention.kind in (MentionKind.HE, MentionKind.SHE):
            gender = Gender.MALE if mention.kind is MentionKind.HE else Gender.FEMALE
            return self.person_before(mention.first, gender)
        if mention.kind is MentionKind.ROLE:
            return self._by_role(mention)
        if mention.kind is MentionKind.IT:
            return self._it(mention, last)
        if mention.kind in (MentionKind.PEOPLE, MentionKind.THEY):
            plural_firm = mention.kind is MentionKind.THEY and last.party in _ORGANISATIONS and last.name
            return last if plural_firm else Speaker("", self.role_of(mention), 0.6)
        if mention.owner:
            return self._owner(mention)
        if mention.indefinite and mention.kind in (MentionKind.COMPANY, MentionKind.AUTHORITY):
            return Speaker("", self.role_of(mention), 0.6)
        return self._organisation_before(mention, mention.owner_kind)

    def _named(self, mention: Mention) -> Speaker:
        role = self.role_of(mention) or self.roles.get(mention.name, "")
        gender = self.genders.get(mention.name, mention.gender)
        sure = 0.92 if mention.party is not PartyKind.OTHER else 0.85
        return Speaker(mention.name, role, sure, mention.party, gender)

    def _owner(self, mention: Mention) -> Speaker:
        party = self.parties.get(mention.owner, PartyKind.ORGANISATION)
        return Speaker(mention.owner, self.role_of(mention), 0.88, party)

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
        return Speaker(found.name, found.role, min(found.sure, 0.82), found.party, found.gender)

    def _by_role(self, mention: Mention) -> Speaker:
        role = self.role_of(mention)
        if mention.indefinite:
            return Speaker("", role, 0.6, gender=mention.gender)
        head = _head(role)
        for other in self.before(mention.first, _LOOK_FAR):
            if (
                other.name
                and self._same_role(head, self.roles.get(other.name, ""))
                and self._fits(other, mention.gender)
            ):
                return self._named(other)
        return self._by_focus(mention, role) or self._introduced_later(mention, head, role)

    def _same_role(self, head: str, role: str) -> bool:
        plain = head.translate(_PLAIN)
        return any(
            _alike(plain, part.translate(_PLAIN)) for part in role.casefold().replace("-", " ").split()
        )

    def _introduced_later(self, mention: Mention, head: str, role: str) -> Speaker:
        """The one person whom the rest of the text gives the role."""
        index = bisect_left(self.starts, mention.last + 1)
        later = self.mentions[index : index + _LOOK_FAR]
        names = {
            other.name: other
            for other in later
            if other.name and other.role_words and self._same_role(head, self.role_of(other))
        }
        if len(names) != 1:
            return Speaker("", role, 0.5, gender=mention.gender)
        return replace(self._named(next(iter(names.values()))), sure=0.6)

    def _by_focus(self, mention: Mention, role: str) -> Speaker | None:
        """A role that nobody was given: the person just named, else the authority that the office heads."""
        for other in self.before(mention.first, 10):
            if not self.is_person(other) or other.governed:
                continue
            unsettled = not self.roles.get(other.name) or self.frame.lexicon.has("humans", _head(role))
            if other.name and unsettled and self._fits(other, mention.gender):
                return Speaker(other.name, role, 0.65, PartyKind.PERSON, mention.gender)
            break
        head = _head(role)
        for other in self.before(mention.first):
            if other.party is PartyKind.AUTHORITY and other.name and self._same_role(head, other.name):
                return Speaker(other.name, role, 0.7, PartyKind.AUTHORITY)
        return None

    def _from(self, word: int) -> Sequence[Mention]:
        index = bisect_left(self.starts, word)
        return self.mentions[index : index + LOOK_BACK]

    def _fitting_noun(self, mention: Mention, candidates: Sequence[Mention], noun: str) -> Mention | None:
        """The name with the noun in it ("the tribunal"), else that of the last noun of the kind before it."""
        kinds = (mention.kind, MentionKind.COMPANY) if mention.kind in _OF_COMPANIES else (mention.kind,)
        floor = self.paragraph_first(mention.first)
        nouns = [noun]
        nouns += [
            self.frame.words[each.last].low
            for each in self.before(mention.first)
            if each.kind in kinds and each.first >= floor
        ]
        for low in nouns[:4]:
            for other in candidates:
                if low in other.name.casefold():
                    return other
        return None

    def _it(self, mention: Mention, last: Speaker) -> Speaker:
        """The organisation that the sentence, else the one before it, is about."""
        sentence = self.sentence_of(mention.first)
        for index in (sentence, sentence - 1):
            for other in self._from(self.sentence_firsts[max(index, 0)]):
                if other.first >= mention.first or self.sentence_of(other.first) != index:
                    break
                named = other.kind is MentionKind.NAME and other.party is not PartyKind.PERSON
                if not other.governed and (named or other.kind in _ORGANISATION_NOUNS):
                    return self.resolve(other, last)
        return self._organisation_before(mention, None)

    def _organisation_before(self, mention: Mention, owner: MentionKind | None) -> Speaker:
        kind = owner if owner and owner is not MentionKind.IT else mention.kind
        wanted = _WANTED.get(kind, frozenset((PartyKind.AUTHORITY, *_ORGANISATIONS)))
        role = self.role_of(mention)
        candidates = [other for other in self.before(mention.first) if other.name and other.party in wanted]
        noun = self.frame.words[mention.last].low
        fitting = self._fitting_noun(mention, candidates, noun)
        if fitting:
            return Speaker(fitting.name, role, 0.85, fitting.party)
        floor = self.paragraph_first(mention.first)
        near = [other for other in candidates if other.first >= floor]
        if near:
            return Speaker(near[0].name, role, 0.78, near[0].party)
        firm = [
            other for other in candidates if other.party is not PartyKind.OTHER or self.counts[other.name] > 1
        ]
        subjects = [other for other in firm if not other.governed] or firm
        if subjects:
            often = max(subjects, key=lambda other: self.counts[other.name])
            chosen = often if self.counts[often.name] >= 2 * self.counts[subjects[0].name] else subjects[0]
            return Speaker(chosen.name, role, 0.72, chosen.party)
        word = self.frame.words[mention.role_words[0]] if mention.role_words else None
        proper = word is not None and word.capital and not word.gap and self.frame.lexicon.language != "de"
        institution = proper and mention.kind in (MentionKind.AUTHORITY, MentionKind.COURT)
        return Speaker(role if institution else "", role, 0.5)


_ORGANISATION_NOUNS = frozenset(
    (MentionKind.AUTHORITY, MentionKind.COURT, MentionKind.COMPANY, MentionKind.SPOKES)
)
_OF_COMPANIES = frozenset((MentionKind.SPOKES, MentionKind.REPLY))
_PLAIN = str.maketrans("äöüéèáàíóúñ", "aoueeaaioun")
_COURTS = frozenset((PartyKind.COURT,))
_AUTHORITIES = frozenset((PartyKind.AUTHORITY,))
_WANTED = {
    MentionKind.AUTHORITY: _AUTHORITIES,
    MentionKind.COURT: _COURTS,
    MentionKind.COMPANY: _ORGANISATIONS,
    MentionKind.SPOKES: _ORGANISATIONS,
    MentionKind.REPLY: _ORGANISATIONS,
    MentionKind.DOCUMENT: _AUTHORITIES | _COURTS,
}


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
