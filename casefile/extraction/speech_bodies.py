"""The company, authority or court that a noun without a name means. Imports facts and shapes."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass

from casefile.extraction.speech_facts import LOOK_BACK, Facts
from casefile.extraction.speech_lexicon import Gender
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_shapes import Mention, MentionKind
from casefile.extraction.speech_trust import (
    BODY_NEAR,
    BODY_OFTEN,
    NAMED,
    NO_NAME,
    NOUN_IN_NAME,
    ROLE_LATER,
)

ORGANISATIONS = frozenset((PartyKind.ORGANISATION, PartyKind.OTHER))
_OF_COMPANIES = frozenset((MentionKind.SPOKES, MentionKind.REPLY))
_OFFICIAL = frozenset((MentionKind.COURT, MentionKind.AUTHORITY, MentionKind.DOCUMENT))
_COURTS = frozenset((PartyKind.COURT,))
_AUTHORITIES = frozenset((PartyKind.AUTHORITY,))
_WANTED = {
    MentionKind.AUTHORITY: _AUTHORITIES,
    MentionKind.COURT: _COURTS,
    MentionKind.COMPANY: ORGANISATIONS,
    MentionKind.SPOKES: ORGANISATIONS,
    MentionKind.REPLY: ORGANISATIONS,
    MentionKind.DOCUMENT: _AUTHORITIES | _COURTS,
}


@dataclass(frozen=True)
class Speaker:
    """Who said it: the resolved name, "" where it is nobody with a name, and the role as the text puts it."""

    name: str
    role: str = ""
    sure: float = NAMED
    party: PartyKind = PartyKind.OTHER
    gender: Gender = Gender.OPEN


NOBODY = Speaker("", "", NO_NAME)


class Bodies(Facts):
    """An article's noun phrases, and which body each noun for one means."""

    def mentions_from(self, word: int) -> Sequence[Mention]:
        """The mentions that begin at the word or behind it, in order, so many as may mean the same."""
        index = bisect_left(self.starts, word)
        return self.mentions[index : index + LOOK_BACK]

    def _fitting_noun(self, mention: Mention, candidates: Sequence[Mention], noun: str) -> Mention | None:
        """The name with the noun in it ("the tribunal"), else that of the last noun of the kind before it."""
        kinds = (mention.kind, MentionKind.COMPANY) if mention.kind in _OF_COMPANIES else (mention.kind,)
        floor = self.paragraph_first(mention.first)
        nouns = [noun, noun.removesuffix("s")] if self.frame.lexicon.language == "de" else [noun]
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

    def organisation_before(self, mention: Mention, owner: MentionKind | None) -> Speaker:
        """The body of the kind that the text named before; of an official one also the only one later."""
        kind = owner if owner and owner is not MentionKind.IT else mention.kind
        wanted = _WANTED.get(kind, frozenset((PartyKind.AUTHORITY, *ORGANISATIONS)))
        role = self.role_of(mention)
        candidates = [other for other in self.before(mention.first) if other.name and other.party in wanted]
        noun = self.frame.words[mention.last].low
        if self.frame.lexicon.has("court_texts", noun):
            courts = [other for other in candidates if other.party is PartyKind.COURT]
            candidates = courts or candidates
        fitting = self._fitting_noun(mention, candidates, noun)
        if fitting:
            return Speaker(fitting.name, role, NOUN_IN_NAME, fitting.party)
        floor = self.paragraph_first(mention.first)
        near = [other for other in candidates if other.first >= floor and self._firm(other)]
        if near:
            return Speaker(near[0].name, role, BODY_NEAR, near[0].party)
        firm = [other for other in candidates if self._firm(other)]
        subjects = [other for other in firm if not other.governed] or firm
        if subjects:
            often = max(subjects, key=lambda other: self.counts[other.name])
            chosen = often if self.counts[often.name] >= 2 * self.counts[subjects[0].name] else subjects[0]
            return Speaker(chosen.name, role, BODY_OFTEN, chosen.party)
        loose = next((other for other in candidates if other.first >= floor), None)
        if loose:
            return Speaker(loose.name, role, BODY_OFTEN, loose.party)
        word = self.frame.words[mention.role_words[0]] if mention.role_words else None
        proper = word is not None and word.capital and not word.gap and self.frame.lexicon.language != "de"
        institution = proper and mention.kind in (MentionKind.AUTHORITY, MentionKind.COURT)
        if institution:
            return Speaker(role, role, BODY_NEAR)
        later = self._organisation_later(mention, wanted) if mention.kind in _OFFICIAL else None
        return later or Speaker("", role, NO_NAME)

    def _firm(self, mention: Mention) -> bool:
        """Whether it is surely a name: of a known sort, said twice, or large within a sentence."""
        if mention.party is not PartyKind.OTHER or self.counts[mention.name] > 1 or " " in mention.name:
            return True
        return mention.first not in self.sentence_firsts

    def _organisation_later(self, mention: Mention, wanted: Set[PartyKind]) -> Speaker | None:
        """The one organisation of the kind that the text names only further on."""
        index = bisect_left(self.starts, mention.last + 1)
        names = {
            other.name: other
            for other in self.mentions[index : index + LOOK_BACK]
            if other.name and other.party in wanted and self._firm(other)
        }
        sure = {name: other for name, other in names.items() if other.party is not PartyKind.OTHER}
        names = sure or names
        if len(names) != 1:
            return None
        other = next(iter(names.values()))
        return Speaker(other.name, self.role_of(mention), ROLE_LATER, other.party)

    def court_of(self, mention: Mention) -> Speaker | None:
        """The court that "the judge" or "the judges" without a name stand for."""
        if not self.frame.lexicon.has("judges", self.frame.words[mention.last].low) or mention.indefinite:
            return None
        courts = [other for other in self.before(mention.first) if other.party is PartyKind.COURT]
        if courts:
            return Speaker(courts[0].name, self.role_of(mention), NOUN_IN_NAME, PartyKind.COURT)
        return self._organisation_later(mention, _COURTS)
