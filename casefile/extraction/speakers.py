"""Whom a noun phrase means: names, pronouns, roles and "the company" resolved through the text before it.

Imports mentions and people. Where nobody fits, nobody is named: none is better than a wrong one.
"""

from bisect import bisect_left
from dataclasses import replace

from casefile.extraction.speech_bodies import NOBODY, ORGANISATIONS, Bodies, Speaker
from casefile.extraction.speech_lexicon import Gender, article_gender
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, PRONOUN_KINDS, Mention, MentionKind
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
_RELATIVE_NEAR = 6
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
            return self._several(mention, last)
        if mention.kind is MentionKind.DOCUMENT and not mention.owner and self._goes_on(mention, last):
            return replace(last, role=self.role_of(mention), sure=min(last.sure, PRONOUN))
        if mention.owner:
            return self._owner(mention)
        if mention.indefinite and mention.kind in ORGANISATION_NOUNS:
            return self._any_body(mention)
        return self._own_text(mention) or self.organisation_before(mention, mention.owner_kind)

    def _several(self, mention: Mention, last: Speaker) -> Speaker:
        """The house, the court or the company that several speak for, where the text names it."""
        nobody = Speaker("", self.role_of(mention), NO_NAME)
        if mention.kind is MentionKind.THEY:
            plural_firm = last.party in ORGANISATIONS and last.name
            return last if plural_firm else self._bench_before(mention) or nobody
        if self._speak_for_house(mention):
            return self._owner(mention) if mention.owner else self._house(mention)
        return self.court_of(mention) or nobody

    def _speak_for_house(self, people: Mention) -> bool:
        """Whether they are named after the house they speak for: analysts at Acme, the company's lawyers."""
        lexicon, words = self.frame.lexicon, self.frame.words
        owned = bool(people.owner) or people.owner_kind in ORGANISATION_NOUNS
        person = people.owner_party is PartyKind.PERSON or self.parties.get(people.owner) is PartyKind.PERSON
        if not owned or person or not lexicon.has("desks", _head(self.role_of(people))):
            return False
        sure = people.owner_party not in (None, *_MAYBE_PERSONS) or self.counts[people.owner] > 1
        within = (word.low for word in words[people.first : people.last])
        return sure or not any(lexicon.has("where", low) for low in within)

    def _house(self, people: Mention) -> Speaker:
        """The body at hand whose lawyers or analysts speak."""
        found = self.organisation_before(people, people.owner_kind)
        return replace(found, role=self.role_of(people))

    def _any_body(self, mention: Mention) -> Speaker:
        """Nobody in particular, but for the court that a report opens with and names further on."""
        court = mention.kind is MentionKind.COURT
        new = court and all(other.party is not PartyKind.COURT for other in self.before(mention.first))
        if new:
            return self.organisation_before(mention, mention.owner_kind)
        return Speaker("", self.role_of(mention), NO_NAME)

    def _bench_before(self, they: Mention) -> Speaker | None:
        """The court whose judges the paragraph speaks of: Les juges confirment … écrivent-ils."""
        floor = self.paragraph_first(they.first)
        for other in self.before(they.first):
            if other.first < floor:
                return None
            if other.kind is MentionKind.PEOPLE and not other.governed:
                return self.court_of(other)
        return None

    def _goes_on(self, text: Mention, last: Speaker) -> bool:
        """Whether a decision is that of the court that was just quoted, and no other body came up since."""
        floor = self.paragraph_first(text.first)
        near = (other for other in self.before(text.first) if other.first >= floor)
        return last.party is PartyKind.COURT and bool(last.name) and not any(each.name for each in near)

    def _pronoun(self, mention: Mention, last: Speaker) -> Speaker:
        """Who spoke before where the pronoun fits and nobody else came up, else the last one named."""
        gender = Gender.MALE if mention.kind is MentionKind.HE else Gender.FEMALE
        if mention.last > mention.first:
            return self._latter(mention, gender)
        spokesperson = self._spokesperson_before(mention, gender)
        if spokesperson:
            return self.resolve(spokesperson, NOBODY)
        found = self.person_before(mention.first, gender)
        if self._is_one_of_them(mention, gender):
            return replace(NOBODY, gender=gender)
        if self.frame.lexicon.language in _GENDERED_NOUNS:
            body = self._body_before(mention, gender, found)
            if body:
                return body
        if not found.name and self.frame.lexicon.has("kin", _head(found.role)):
            return found
        for_house = last.name and self.frame.lexicon.has("spokes", _head(last.role))
        if not found.name and for_house and not self._brought_up(mention, gender):
            return replace(last, sure=min(last.sure, PRONOUN))
        spoke = last.name and last.party in _MAYBE_PERSONS and " " in last.name
        fits = Gender.OPEN in (last.gender, gender) or last.gender is gender
        unsure = found.party is not PartyKind.PERSON and spoke and fits
        if unsure and not self._newcomer(mention, gender, last):
            return replace(last, sure=min(last.sure, PRONOUN))
        return found

    def _is_one_of_them(self, pronoun: Mention, gender: Gender) -> bool:
        """English: whether somebody of several was spoken of last: One, who left, said it. She laughed."""
        if self.frame.lexicon.language != "en":
            return False
        floor = self.paragraph_first(pronoun.first)
        for number in range(self.sentence_of(pronoun.first), -1, -1):
            first = self.sentence_firsts[number]
            if first < floor or first + 1 >= len(self.frame.words):
                return False
            near = [other for other in self.mentions_from(first) if other.first < pronoun.first]
            near = [other for other in near if not other.governed]
            if self._opens_with_one(first):
                return not any(each.name and each.party is PartyKind.PERSON for each in near)
            if any(self.is_person(each) and self._fits(each, gender) for each in near):
                return False
        return False

    def _opens_with_one(self, first: int) -> bool:
        """Whether the sentence begins with one of several: One, who left; One of them; One guard, who."""
        lexicon, following = self.frame.lexicon, self.frame.words[first + 1]
        low = self.frame.words[first].low
        if not lexicon.has("somebody", low) or low.endswith("s"):
            return False
        apart = following.gap == "," and lexicon.has("relatives", following.low)
        return apart or lexicon.has("of", following.low) or self._is_described(first)

    def _is_described(self, first: int) -> bool:
        """Whether a relative clause follows soon upon words that name nobody: One shift lead, who asked."""
        words, lexicon = self.frame.words, self.frame.lexicon
        for index in range(first + 1, min(first + _RELATIVE_NEAR, len(words))):
            if words[index].gap:
                return words[index].gap == "," and lexicon.has("relatives", words[index].low)
        return False

    def _spokesperson_before(self, pronoun: Mention, gender: Gender) -> Mention | None:
        """The spokesperson without a name brought up last: A spokesman for Acme left. He said."""
        floor = self.paragraph_first(pronoun.first)
        for other in self.before(pronoun.first):
            if other.first < floor:
                return None
            if other.kind is MentionKind.SPOKES and not other.governed and self._fits(other, gender):
                return other
            if (self.is_person(other) and self._fits(other, gender)) or other.kind in PRONOUN_KINDS:
                return None
        return None

    def _newcomer(self, pronoun: Mention, gender: Gender, last: Speaker) -> bool:
        """Whether the paragraph has brought up somebody else: An industry lobbyist has doubts."""
        floor = self.paragraph_first(pronoun.first)
        for other in self.before(pronoun.first):
            if other.first < floor:
                return False
            if other.governed or not self.is_person(other) or not self._fits(other, gender):
                continue
            if not other.name:
                return other.indefinite or self._is_another(other, last)
            noun = self.frame.lexicon.language == "de" and other.party is not PartyKind.PERSON
            return self.opens(other) and other.name != last.name and not noun
        return False

    def _is_another(self, role: Mention, last: Speaker) -> bool:
        """Whether the role that opens a sentence is not that of who spoke."""
        head = _head(self.role_of(role))
        human = self.frame.lexicon.has("humans", head)
        return bool(last.role) and self.opens(role) and not human and not self._same_role(head, last.role)

    def _brought_up(self, pronoun: Mention, gender: Gender) -> bool:
        """Whether the paragraph has a person without a name for the pronoun: The intern remembers it."""
        floor = self.paragraph_first(pronoun.first)
        for other in self.before(pronoun.first):
            if other.first < floor:
                return False
            if other.kind is MentionKind.ROLE and self.is_person(other) and self._fits(other, gender):
                return True
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
            if other.first not in self._speaking or other.governed or self._is_object(other, gender):
                continue
            if other.kind in ORGANISATION_NOUNS and self._article_gender(other) is gender:
                return self.resolve(other, NOBODY)
            if other.kind is MentionKind.NAME and other.party in _OFFICIAL and self._takes(other, gender):
                return self._named(other)
        return None

    def _is_object(self, body: Mention, gender: Gender) -> bool:
        """Whether the pronoun itself opens the body's sentence: Elle saisira la cour d’appel."""
        first = self.sentence_firsts[self.sentence_of(body.first)]
        opening = next(iter(self.mentions_from(first)), None)
        kind = MentionKind.HE if gender is Gender.MALE else MentionKind.SHE
        return opening is not None and opening.first == first < body.first and opening.kind is kind

    def _takes(self, body: Mention, gender: Gender) -> bool:
        """Whether the article before an authority's name lets a pronoun mean it; an elided one does."""
        language = self.frame.lexicon.language
        near = [word.low for word in self.frame.words[max(0, body.first - 1) : body.first + 1]]
        fits = any(low in ("l’", "l") or article_gender(language, low) is gender for low in near)
        return fits and language != "de"

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

    def body_acting(self, word: int) -> Speaker | None:
        """The authority or court of the sentence before: La Corte è severa. La gestione, scrive, è."""
        first = self.sentence_firsts[self.sentence_of(word)] - 1
        if first < self.paragraph_first(word):
            return None
        opening = self.sentence_firsts[self.sentence_of(first)]
        for other in self.mentions_from(opening):
            if other.first > first or not other.governed:
                body = other.party in _OFFICIAL or other.kind in (MentionKind.AUTHORITY, MentionKind.COURT)
                return self.resolve(other, NOBODY) if body and other.first <= first else None
        return None

    def named_before(self, word: int) -> Speaker:
        """The last person before the word who has a name and does something there."""
        for mention in self.before(word, _LOOK_FAR):
            signed = mention.name and self.is_signed(mention)
            if mention.name and not mention.governed and self.is_person(mention) and not signed:
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
            if self.is_signed(mention) or (mention.indefinite and self._owns_next(mention)):
                continue  # By Jane Roe; a neighbour's dog
            if mention.governed:
                governed = governed or mention
                continue
            found = self._person(self._reporter_of(mention, gender) or mention, gender)
            other = Gender.OPEN not in (found.gender, gender) and found.gender is not gender
            if other and found.name and not mention.name:
                continue  # the judge, who is no she
            return found
        return self._person(governed, gender) if governed else NOBODY

    def _reporter_of(self, mention: Mention, gender: Gender) -> Mention | None:
        """Who says in the sentence what somebody else did: the lawyer said that Ann Yost had lied."""
        words, lexicon = self.frame.words, self.frame.lexicon
        first = self.sentence_firsts[self.sentence_of(mention.first)]
        for other in self.mentions_from(first):
            if other.last >= mention.first:
                return None
            if other.governed or not self.is_person(other) or not self._fits(other, gender):
                continue
            if any(lexicon.reports(words[index].low) for index in range(other.last + 1, mention.first)):
                return other
        return None

    def _fits(self, mention: Mention, gender: Gender) -> bool:
        own = self.genders.get(mention.name, mention.gender) if mention.name else mention.gender
        return Gender.OPEN in (own, gender) or own is gender

    def _person(self, mention: Mention, gender: Gender = Gender.OPEN) -> Speaker:
        if not mention.name and mention.gender is Gender.OPEN:
            mention = replace(mention, gender=gender)
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
        focus = None if self._is_sitting_judge(mention, head) else self._by_focus(mention, role)
        found = (focus or later) if self.frame.lexicon.has("humans", head) else (later or focus)
        return found or self.court_of(mention) or Speaker("", role, NO_NAME, gender=mention.gender)

    def _is_sitting_judge(self, mention: Mention, head: str) -> bool:
        """Whether "the judge" is one at work, and so nobody whom the text calls something else."""
        words = self.frame.words[mention.first : mention.last + 1]
        former = any(self.frame.lexicon.has("former", word.low) for word in words)
        return mention.definite and self.frame.lexicon.has("judges", head) and not former

    def _same_role(self, head: str, role: str) -> bool:
        judges = self.frame.lexicon.lists["judges"]
        if head in judges and not judges.isdisjoint(role.casefold().split()):
            return True
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
            near = other.governed and other.first >= floor and not self._is_place(other)
            beside = self.sentence_of(other.first) == self.sentence_of(mention.first)
            another = (
                beside and mention.definite and other.role_words is not None
            )  # from Senator Ann Yost, the executive said
            likely = human and near and self.may_be_person(other) and not another
            person = self.is_person(other) or likely
            if not person or not self._fits(other, mention.gender) or self.is_signed(other):
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

    def _own_text(self, text: Mention) -> Speaker | None:
        """The first body of the sentence before "its report", which is its."""
        if text.kind is not MentionKind.DOCUMENT or text.owner_kind is not MentionKind.IT:
            return None
        floor = self.sentence_firsts[self.sentence_of(text.first)]
        for other in self.mentions_from(floor):
            if other.first >= text.first:
                return None
            body = other.party in (*_OFFICIAL, PartyKind.ORGANISATION) and other.kind is MentionKind.NAME
            if body and not other.governed:
                return replace(self._named(other), role=self.role_of(text))
        return None

    def _owns_next(self, mention: Mention) -> bool:
        """Whether only the possessive stands there: The watchdog's definition, it held, was."""
        following = self.frame.words[mention.last + 1 : mention.last + 2]
        return bool(following) and following[0].low in ("'s", "’s")

    def _it(self, mention: Mention, last: Speaker) -> Speaker:
        """The organisation that the sentence, else the one before it, is about."""
        sentence = self.sentence_of(mention.first)
        for index in (sentence, sentence - 1):
            for other in self.mentions_from(self.sentence_firsts[max(index, 0)]):
                if other.first >= mention.first or self.sentence_of(other.first) != index:
                    break
                named = other.kind is MentionKind.NAME and other.party is not PartyKind.PERSON
                owner = index == sentence and self._owns_next(other)
                if not other.governed and not owner and (named or other.kind in _ORGANISATION_NOUNS):
                    return self.resolve(other, last)
        return self.organisation_before(mention, None)


_MAYBE_PERSONS = frozenset((PartyKind.PERSON, PartyKind.OTHER))
_OFFICIAL = frozenset((PartyKind.AUTHORITY, PartyKind.COURT))
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
