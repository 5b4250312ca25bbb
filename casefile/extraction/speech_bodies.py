"""The company, authority or court that a noun without a name means. Imports facts and shapes."""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from casefile.extraction.lexicon import lexicon as lexicon_of
from casefile.extraction.speech_facts import LOOK_BACK, Facts
from casefile.extraction.speech_frames import Sentence, Word
from casefile.extraction.speech_lexicon import Gender, shared_names
from casefile.extraction.speech_names import PartyKind, phrase_length
from casefile.extraction.speech_shapes import Mention, MentionKind
from casefile.extraction.speech_trust import (
    BODY_NEAR,
    BODY_OFTEN,
    NAMED,
    NO_NAME,
    NOUN_IN_NAME,
    OWNER,
    ROLE_LATER,
)

_HEAD = 6
_BYLINE = 100
_AGENCY_END = re.compile(r"\)\s?[.:]?\s?[–—-]")
_LETTERS = re.compile(r"[^\W\d_]+")
_AND = frozenset(("and", "und", "et", "en", "e", "ed", "y", "i", "och", "og"))
_EXPLAINED = 5
_ANY_BODY = frozenset(
    (
        "group", "body", "organisation", "organization", "gruppe", "groupe", "grupo",
        "organización", "gruppo", "organizzazione", "groep", "organisatie",
    )
)  # fmt: skip
"""Nouns that companies and associations share."""
"""Lines of the head in which a byline stands."""
ORGANISATIONS = frozenset((PartyKind.ORGANISATION, PartyKind.OTHER))
_OF_PEOPLE = frozenset(("supervisor", "inspector", "auditor"))
"""Nouns of bodies that people are called by too."""
_OF_COMPANIES = frozenset((MentionKind.SPOKES, MentionKind.REPLY))
_FIRMS = frozenset((MentionKind.COMPANY, *_OF_COMPANIES))
_VOICES = frozenset((MentionKind.SPOKES, MentionKind.REPLY, MentionKind.DOCUMENT))
_OFFICIAL = frozenset((MentionKind.COURT, MentionKind.AUTHORITY, MentionKind.DOCUMENT))
_INSTITUTIONS = frozenset((MentionKind.COURT, MentionKind.AUTHORITY))
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
    firm: bool = False
    """Only a noun for a company stands for it: which one, the rest of the article may tell better."""


@cache
def month_names(language: str) -> frozenset[str]:
    """The months and days of the week, and how they are shortened, written small."""
    groups = (group for key in ("months", "weekdays") for group in lexicon_of(language, "dates").groups(key))
    return frozenset(name.lower().rstrip(".") for group in groups for name in group)


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
        found = self._body_before_it(mention, owner)
        own = self._own_name(mention) if found.sure != NOUN_IN_NAME else ""
        if own:
            return Speaker(own, self.role_of(mention), NOUN_IN_NAME, self._party_of(mention))
        return replace(found, firm=self._is_of_a_firm(mention, owner, found))

    def _described(self, mention: Mention, candidates: Sequence[Mention], noun: str) -> Mention | None:
        """The name that a text has explained with the noun: Fair Bills, a charity, … The charity said."""
        owned = mention.kind in _OF_COMPANIES and mention.owner_kind is MentionKind.COMPANY
        if not (mention.definite or owned) or mention.owner_kind is MentionKind.IT:
            return None
        return next((other for other in candidates if self._is_explained(other, noun)), None)

    def _is_explained(self, body: Mention, noun: str) -> bool:
        """Whether the noun with its article stands between commas right behind the name."""
        words, lexicon = self.frame.words, self.frame.lexicon
        first = body.last + 1
        if first + 1 >= len(words) or words[first].gap != ",":
            return False
        if not (lexicon.has("indefinite", words[first].low) or lexicon.has("definite", words[first].low)):
            return False
        for index in range(first + 1, min(first + _EXPLAINED, len(words))):
            if words[index].gap:
                return False
            if words[index].low == noun:
                return index + 1 >= len(words) or words[index + 1].gap[:1] in (",", ".", ";", ")", "–", "—")
        return False

    def _is_of_a_firm(self, mention: Mention, owner: MentionKind | None, found: Speaker) -> bool:
        """Whether the noun is one for a company or its voice, and no name has it."""
        kind = owner if owner and owner is not MentionKind.IT else mention.kind
        if kind not in _FIRMS or found.sure == NOUN_IN_NAME or found.party not in ORGANISATIONS:
            return False
        if not found.name and mention.indefinite and owner is None:
            return False
        noun = self.frame.words[mention.last].low
        return not self.frame.lexicon.has("associations", noun)

    def _body_before_it(self, mention: Mention, owner: MentionKind | None) -> Speaker:
        if self._is_unnamed(mention):
            return Speaker("", self.role_of(mention), NO_NAME)
        kind = owner if owner and owner is not MentionKind.IT else mention.kind
        wanted = _WANTED.get(kind, frozenset((PartyKind.AUTHORITY, *ORGANISATIONS)))
        role = self.role_of(mention)
        bodies = (self._body(other) for other in self.before(mention.first))
        candidates = [
            other for other in bodies if other.name and other.party in wanted and not self._is_byline(other)
        ]
        noun = self.frame.words[mention.last].low
        if self.frame.lexicon.language == "en" and self.frame.lexicon.has("named_bodies", noun):
            named = (self._body(other) for other in self.before(mention.first))
            candidates = [other for other in named if noun in other.name.casefold()]
        described = self._described(mention, candidates, noun)
        candidates = self._narrowed(candidates, mention, noun)
        fitting = described or self._fitting_noun(mention, candidates, noun)
        floor = self.paragraph_first(mention.first)
        if fitting and (described or not self._is_chance(fitting, noun, candidates, floor)):
            return Speaker(fitting.name, role, NOUN_IN_NAME, fitting.party)
        for_firm = mention.owner_kind is MentionKind.COMPANY
        if (
            mention.kind is MentionKind.SPOKES
            and not for_firm
            and (official := self._official_before(mention, floor))
        ):
            return Speaker(official.name, role, BODY_NEAR, official.party)
        near = [other for other in candidates if other.first >= floor and self.is_firm(other)]
        near = [other for other in near if not self._is_place(other)] or near
        if mention.kind is MentionKind.COMPANY:
            near = [other for other in near if other.party is PartyKind.ORGANISATION] or near
        if near:
            return Speaker(near[0].name, role, BODY_NEAR, near[0].party)
        firm = [other for other in candidates if self.is_firm(other)]
        subjects = [other for other in firm if not other.governed] or firm
        if subjects:
            often = max(subjects, key=lambda other: self.counts[other.name])
            chosen = often if self.counts[often.name] >= 2 * self.counts[subjects[0].name] else subjects[0]
            return Speaker(chosen.name, role, BODY_OFTEN, chosen.party)
        loose = next((other for other in candidates if other.first >= floor), None)
        if loose:
            return Speaker(loose.name, role, BODY_OFTEN, loose.party)
        word = self.frame.words[mention.role_words[0]] if mention.role_words else None
        proper = word is not None and self._is_proper(word)
        institution = proper and mention.kind in (MentionKind.AUTHORITY, MentionKind.COURT)
        if institution:
            return Speaker(role, role, BODY_NEAR)
        later = self._organisation_later(mention, wanted) if mention.kind in _OFFICIAL else None
        return later or Speaker("", role, NO_NAME)

    def _own_name(self, mention: Mention) -> str:
        """The phrase where it is a name, if of small words: la Cour des comptes, der Verband der Müller."""
        if mention.owner_kind is not None or mention.role_words is None or mention.indefinite:
            return ""
        words, (first, last) = self.frame.words, mention.role_words
        if self.frame.lexicon.has("associations", words[first].low):
            last = max(mention.last, self._end_of_members(last))
        elif mention.kind not in _INSTITUTIONS or not self._is_proper(words[first]):
            return ""
        told = first < last and mention.first != first
        return " ".join(self.frame.text[words[first].start : words[last].end].split()) if told else ""

    def _end_of_members(self, noun: int) -> int:
        """The last word of whose association it is: la fédération des locataires; else the noun."""
        words, lexicon = self.frame.words, self.frame.lexicon
        end = noun + 2
        if end + 1 < len(words) and lexicon.has("definite", words[end].low):
            end += 1
        between = words[noun + 1 : end + 1]
        tied = (
            len(between) > 1 and lexicon.has("of", between[0].low) and not any(word.gap for word in between)
        )
        noun_like = lexicon.language == "de" and words[end].capital
        closed = tied and (lexicon.joins(words[end].low) or lexicon.reports(words[end].low)) and not noun_like
        return end if tied and not closed and words[end].text.isalpha() else noun

    def _party_of(self, mention: Mention) -> PartyKind:
        """What sort of speaker a noun for a body is."""
        return next(iter(_WANTED[mention.kind])) if mention.kind in _INSTITUTIONS else PartyKind.ORGANISATION

    def _is_unnamed(self, mention: Mention) -> bool:
        """Whether the paragraph brought up one of the kind without a name: A supervisor … the supervisor."""
        if not mention.definite or mention.owner_kind is not None:
            return False
        floor, noun = self.paragraph_first(mention.first), self.frame.words[mention.last].low
        for other in self.before(mention.first):
            if other.first < floor:
                return False
            same = other.kind is mention.kind and self.frame.words[other.last].low == noun
            if same and not other.governed:
                return other.indefinite and not other.name and not other.owner and noun in _OF_PEOPLE
        return False

    def _is_chance(self, fitting: Mention, noun: str, candidates: Sequence[Mention], floor: int) -> bool:
        """Whether a name has "Company" in it, but the paragraph that says "the company" has another."""
        if fitting.first >= floor or not self.frame.lexicon.has("any_company", noun):
            return False
        return any(
            other.first >= floor and self.is_firm(other) and not self._is_place(other) for other in candidates
        )

    def _is_proper(self, noun: Word) -> bool:
        """Whether a noun for a body is its name: the Upper Tribunal, das Bundesgericht."""
        lexicon = self.frame.lexicon
        if lexicon.language == "de":
            return lexicon.has("named_bodies", noun.low)
        return noun.capital and not noun.gap

    def _narrowed(self, candidates: list[Mention], mention: Mention, noun: str) -> list[Mention]:
        """Those that the noun may mean: unions are no companies, a judgment is a court's."""
        if self.frame.lexicon.has("associations", noun):
            candidates = [other for other in candidates if self._is_association(other)]
        elif mention.kind in (MentionKind.COMPANY, MentionKind.SPOKES):
            candidates = [other for other in candidates if other.name.casefold() not in shared_names().unions]
            others = [other for other in candidates if not self._is_association(other)]
            candidates = others if others and self._is_firms(mention) else candidates
        if self.frame.lexicon.has("court_texts", noun):
            return [other for other in candidates if other.party is PartyKind.COURT]
        return candidates

    def _is_firms(self, mention: Mention) -> bool:
        """Whether the noun is one for a company and fits no association: the carmaker, unlike the group."""
        if MentionKind.COMPANY not in (mention.kind, mention.owner_kind):
            return False
        words = self.frame.words[mention.first : mention.last + 1]
        return not (self._has_association(words) or any(word.low in _ANY_BODY for word in words))

    def _body(self, mention: Mention) -> Mention:
        """The phrase, or the house for which a spokesperson or a text speaks; no news agency."""
        if mention.kind in _VOICES and mention.owner:
            party = self.owner_party(mention)
            return replace(mention, name=mention.owner, party=party, governed=False)
        told = mention.name.casefold() in shared_names().agencies or self._is_shown(mention)
        return replace(mention, name="") if told else mention

    def _is_shown(self, mention: Mention) -> bool:
        """Whether a newspaper or whoever else only saw or heard it: seen by the Ledger, told the Herald."""
        first, frame = mention.first, self.frame
        if mention.kind is not MentionKind.NAME or mention.party in _AUTHORITIES or not first:
            return False
        first -= frame.lexicon.has("definite", frame.words[first - 1].low)
        endings = tuple(shared_names().papers)
        papers = any(word.endswith(endings) for word in mention.name.casefold().split())
        told = first > 0 and frame.lexicon.reports(frame.words[first - 1].low)
        lengths = (
            (start, phrase_length(frame, start, "seen_by")) for start in range(max(0, first - 4), first)
        )
        return (papers and (mention.governed or told)) or any(start + n == first for start, n in lengths if n)

    def owner_party(self, mention: Mention) -> PartyKind:
        """What sort of speaker the phrase's owner is."""
        known = self.parties.get(mention.owner) or mention.owner_party
        return PartyKind.ORGANISATION if known in (None, PartyKind.OTHER) else known

    def _official_before(self, mention: Mention, floor: int) -> Mention | None:
        """The authority that the sentence before is about: the agency's spokeswoman is meant, too."""
        firsts, near = self.sentence_firsts, self.sentence_of(mention.first) - 1
        for other in self.before(mention.first):
            if other.first < floor or self.sentence_of(other.first) < near:
                return None
            if other.name and other.party in ORGANISATIONS and not other.governed:
                return None
            opens = other.first - firsts[self.sentence_of(other.first)] <= 1
            acts = not other.governed or self._is_where_one_speaks(other)
            if other.party in _AUTHORITIES and other.name and opens and acts:
                return other
        return None

    def _is_where_one_speaks(self, body: Mention) -> bool:
        """Whether the sentence begins with where words come from: Beim Landesamt zeigt man sich gelassen."""
        first = self.sentence_firsts[self.sentence_of(body.first)]
        return self.frame.lexicon.has("origin", self.frame.words[first].low) and body.first - first <= 1

    def _is_byline(self, mention: Mention) -> bool:
        """Whether the name is told once, behind "by" or in the paper's own line: Por: Yesid Caicedo.

        Or in the dateline: Buenos Aires (Télam).- The ministry.
        """
        text, start = self.frame.text, self.frame.words[mention.first].start
        if text[start - 1 : start] == "(" and _AGENCY_END.match(text, self.frame.words[mention.last].end):
            return True
        sentence = self.frame.sentences[self.sentence_of(mention.first)]
        line = self.frame.paragraphs[sentence.paragraph].of(self.frame.text)
        if sentence.paragraph == 0 and "/" in line and self.counts[mention.name] == 1:
            return True
        return self.is_signed(mention)

    def is_signed(self, mention: Mention) -> bool:
        """Whether the name and "by" are a line of their own, or the name alone is one of the head."""
        sentence = self.frame.sentences[self.sentence_of(mention.first)]
        if self._is_alone_in_head(mention, sentence):
            return True
        opening = self.frame.words[sentence.first]
        whole = mention.first == sentence.first + 1 and mention.last + 1 == sentence.last
        return whole and self.frame.lexicon.has("by", opening.low)

    def _is_alone_in_head(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether a person named nowhere else is alone in one of the first lines, as authors are.

        Or the line has only people and a day: "12 June 2025 | Dr. Ada Orrin and Tom Halvard".
        """
        named = mention.party is PartyKind.PERSON and self.counts[mention.name] == 1
        if not named or not 0 < sentence.paragraph <= _HEAD:
            return False
        alone = mention.first == sentence.first and mention.last + 1 == sentence.last
        return alone or self._is_line_of_authors(sentence)

    def _is_line_of_authors(self, sentence: Sentence) -> bool:
        line = self.frame.paragraphs[sentence.paragraph]
        if line.end - line.start > _BYLINE:
            return False
        left = line.of(self.frame.text)
        for other in self.mentions_from(self.paragraph_first(sentence.first)):
            if other.party is PartyKind.PERSON:
                left = left.replace(other.name, " ")
        months, lexicon = month_names(self.frame.lexicon.language), self.frame.lexicon
        words = [word.lower() for word in _LETTERS.findall(left)]
        return all(
            word in _AND or word in months or lexicon.has("by", word) or lexicon.has("honorifics", word)
            for word in words
        )

    def _is_place(self, mention: Mention) -> bool:
        """Whether it may be where something is: en Aysén, in Halle."""
        index = mention.first - 1
        if index > 0 and self.frame.lexicon.has("definite", self.frame.words[index].low):
            index -= 1
        before = self.frame.words[index] if index >= 0 else None
        loose = mention.party is PartyKind.OTHER and mention.kind is MentionKind.NAME and mention.governed
        return loose and before is not None and self.frame.lexicon.has("where", before.low)

    def _is_association(self, mention: Mention) -> bool:
        """Whether a word for a union or a charity is in the name or stands right before it."""
        return self._has_association(self.frame.words[max(0, mention.first - 1) : mention.last + 1])

    def _has_association(self, words: Sequence[Word]) -> bool:
        nouns = self.frame.lexicon.lists["associations"]
        compound = self.frame.lexicon.language in ("de", "nl")
        return any(word.low in nouns or (compound and word.low.endswith(tuple(nouns))) for word in words)

    def is_firm(self, mention: Mention) -> bool:
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
            if other.name and other.party in wanted and self.is_firm(other)
        }
        sure = {name: other for name, other in names.items() if other.party is not PartyKind.OTHER}
        names = sure or names
        if len(names) != 1:
            return None
        other = next(iter(names.values()))
        return Speaker(other.name, self.role_of(mention), ROLE_LATER, other.party)

    def _court_noun(self, judges: Mention, floor: int) -> Mention | None:
        """The court acting in the paragraph by a noun that is its name: Das Bundesgericht … die Richter."""
        for other in self.before(judges.first):
            if other.first < floor:
                return None
            if other.kind is MentionKind.COURT and other.role_words and other.first in self._speaking:
                word = self.frame.words[other.role_words[0]]
                return (
                    replace(other, name=word.text, party=PartyKind.COURT) if self._is_proper(word) else None
                )
        return None

    def court_of(self, mention: Mention) -> Speaker | None:
        """The court that "the judge" or "the judges" without a name stand for."""
        noun = mention.role_words[0] if mention.role_words else mention.last
        if not self.frame.lexicon.has("judges", self.frame.words[noun].low) or mention.indefinite:
            return None
        if mention.owner_party is PartyKind.COURT:
            return Speaker(mention.owner, self.role_of(mention), OWNER, PartyKind.COURT)
        named = [
            other for other in self.mentions_from(mention.last + 1)[:1] if other.first <= mention.last + 3
        ]
        courts = [*named, *self.before(mention.first)]
        courts = [other for other in courts if other.party is PartyKind.COURT]
        floor = self.paragraph_first(mention.first)
        acting = (other for other in courts if other.first >= floor and other.first in self._speaking)
        court = next(acting, None) or self._court_noun(mention, floor) or next(iter(courts), None)
        if court:
            return Speaker(court.name, self.role_of(mention), NOUN_IN_NAME, PartyKind.COURT)
        return self._organisation_later(mention, _COURTS)
