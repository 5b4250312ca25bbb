"""Whom a noun phrase means: names, pronouns, roles and "the company" resolved through the text before it.

Imports mentions and people. Where nobody fits, nobody is named: none is better than a wrong one.
"""

from dataclasses import replace

from casefile.extraction.speech_bodies import NOBODY, ORGANISATIONS, Speaker
from casefile.extraction.speech_lexicon import Gender, article_gender
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_people import MAYBE_PERSONS, People, head_of
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, PRONOUN_KINDS, Mention, MentionKind
from casefile.extraction.speech_trust import NO_NAME, PRONOUN

_RELATIVE_NEAR = 6
_NEAR_HOUSE = 3
_NONE = frozenset(
    ("no", "kein", "keine", "aucun", "aucune", "ningún", "ninguna", "nessun", "nessuna", "geen")
)
_SOMEBODY = ("a", "an")
_WHO = ("who", "whose", "whom")
_FEWEST = 4
"""Words before "what it called" in which something was done by somebody."""
_OFFICIAL = frozenset((PartyKind.AUTHORITY, PartyKind.COURT))
_GENDERED_NOUNS = frozenset(("de", "fr", "it", "es"))
_ORGANISATION_NOUNS = frozenset(
    (MentionKind.AUTHORITY, MentionKind.COURT, MentionKind.COMPANY, MentionKind.SPOKES)
)


class Cast(People):
    """An article's noun phrases, each resolved where it stands."""

    def resolve(self, mention: Mention, last: Speaker) -> Speaker:
        """Whom the phrase means where it stands; ``last`` is who spoke before."""
        if mention.kind is MentionKind.NAME:
            return self.named(mention)
        if mention.kind in (MentionKind.HE, MentionKind.SHE):
            return self._pronoun(mention, last)
        if mention.kind is MentionKind.ROLE:
            return self.by_role(mention)
        if mention.kind is MentionKind.IT:
            return self._it(mention, last)
        if mention.kind in (MentionKind.PEOPLE, MentionKind.THEY):
            return self._several(mention, last)
        if mention.kind is MentionKind.DOCUMENT and not mention.owner and self._goes_on(mention, last):
            return replace(last, role=self.role_of(mention), sure=min(last.sure, PRONOUN))
        if mention.owner:
            return self.owner(mention)
        if mention.kind is MentionKind.SPOKES:
            return self._spokesperson(mention)
        if mention.indefinite and mention.kind in ORGANISATION_NOUNS:
            return self._any_body(mention)
        text = self._own_text(mention) or self._text_of_acting(mention) or self._text_sent(mention)
        return text or self.organisation_before(mention, mention.owner_kind)

    def _spokesperson(self, mention: Mention) -> Speaker:
        """The house that somebody speaks for who is not named with it, unless they speak for themselves."""
        if self._stays_unnamed(mention):
            return Speaker("", self.role_of(mention), NO_NAME)
        house = self._house_told_of(mention)
        person = None if house else self._introduced_before(mention)
        if person:
            return replace(self.person(person), role=self.role_of(mention))
        if house:
            return self.organisation_before(replace(mention, owner_kind=house), house)
        return self.organisation_before(mention, mention.owner_kind)

    def _introduced_before(self, spokesperson: Mention) -> Mention | None:
        """Who is named in the sentence before the certain spokesperson, with nothing told of them yet."""
        sentence = self.sentence_of(spokesperson.first)
        floor = self.paragraph_first(spokesperson.first)
        first = self.sentence_firsts[max(sentence - 1, 0)]
        if not spokesperson.definite or spokesperson.owner_kind is MentionKind.IT or first < floor:
            return None
        near = [each for each in self.mentions_from(first) if each.first < spokesperson.first and each.name]
        alone = len(near) == 1 and near[0].party is PartyKind.PERSON
        fits = alone and self.fits(near[0], spokesperson.gender)
        return near[0] if fits and near[0].name not in self.roles else None

    def _text_of_acting(self, text: Mention) -> Speaker | None:
        """The court that the paragraph tells of before "the order" or "the decision"."""
        if text.kind is not MentionKind.DOCUMENT or not text.definite or text.owner_kind:
            return None
        floor = self.paragraph_first(text.first)
        for other in self.before(text.first):
            if other.first < floor:
                return None
            if other.governed or other.first not in self._speaking:
                continue
            if other.kind is MentionKind.COURT or other.party is PartyKind.COURT:
                found = self.resolve(other, NOBODY)
                return replace(found, role=self.role_of(text)) if found.name else None
            if other.kind is MentionKind.AUTHORITY or other.party is PartyKind.AUTHORITY:
                return None
        return None

    def _stays_unnamed(self, spokesperson: Mention) -> bool:
        """Whether somebody who speaks for a house wants to be left out: Een woordvoerder die anoniem wil."""
        words, lexicon = self.frame.words, self.frame.lexicon
        behind = words[spokesperson.last + 1 : spokesperson.last + _RELATIVE_NEAR + 2]
        if not spokesperson.indefinite or not behind or not lexicon.has("relatives", behind[0].low):
            return False
        return any(lexicon.has("nameless", word.low) for word in behind)

    def _house_told_of(self, spokesperson: Mention) -> MentionKind | None:
        """Of what kind the house is whose stance somebody tells: A spokeswoman said the airline was."""
        words, lexicon = self.frame.words, self.frame.lexicon
        following = next(iter(self.mentions_from(spokesperson.last + 1)), None)
        if spokesperson.owner_kind or following is None or not following.definite or following.owner_kind:
            return None
        between = words[spokesperson.last + 1 : following.first]
        near = 0 < len(between) <= _NEAR_HOUSE and lexicon.reports(between[0].low) and not following.governed
        return following.kind if near and following.kind in ORGANISATION_NOUNS else None

    def _text_sent(self, text: Mention) -> Speaker | None:
        """Who has sent the letter, as a sentence before tells: The agency wrote to Acme. The letter says."""
        if text.kind is not MentionKind.REPLY or not text.definite or text.owner_kind:
            return None
        sentence, words = self.sentence_of(text.first), self.frame.words
        for number in range(sentence - 1, max(sentence - 3, -1), -1):
            first = self.sentence_firsts[number]
            last = self.sentence_firsts[number + 1]
            if not any(self.frame.lexicon.has("sends", word.low) for word in words[first:last]):
                continue
            for other in self.mentions_from(first):
                named = other.kind is MentionKind.NAME or other.kind in ORGANISATION_NOUNS
                if other.first < last and named and not other.governed and other.first in self._speaking:
                    found = self.resolve(other, NOBODY)
                    return replace(found, role=self.role_of(text)) if found.name else None
        return None

    def _several(self, mention: Mention, last: Speaker) -> Speaker:
        """The house, the court or the company that several speak for, where the text names it."""
        nobody = Speaker("", self.role_of(mention), NO_NAME)
        if mention.kind is MentionKind.THEY:
            plural_firm = last.party in ORGANISATIONS and last.name
            return last if plural_firm else self._bench_before(mention) or nobody
        if self._speak_for_house(mention):
            return self.owner(mention) if mention.owner else self._house(mention)
        if self._are_its(mention):
            return replace(self._it(mention, last), role=self.role_of(mention))
        return self.court_of(mention) or nobody

    def _speak_for_house(self, people: Mention) -> bool:
        """Whether they are named after the house they speak for: analysts at Acme, the company's lawyers."""
        lexicon, words = self.frame.lexicon, self.frame.words
        owned = bool(people.owner) or people.owner_kind in ORGANISATION_NOUNS
        person = people.owner_party is PartyKind.PERSON or self.parties.get(people.owner) is PartyKind.PERSON
        if not owned or person or not lexicon.has("desks", head_of(self.role_of(people))):
            return False
        sure = people.owner_party not in (None, *MAYBE_PERSONS) or self.counts[people.owner] > 1
        within = (word.low for word in words[people.first : people.last])
        return sure or not any(lexicon.has("where", low) for low in within)

    def _are_its(self, people: Mention) -> bool:
        """English: whether they speak for what is no person: Its lawyers argued."""
        its = self.frame.lexicon.has("its", self.frame.words[people.first].low)
        return its and self.frame.lexicon.has("desks", head_of(self.role_of(people)))

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
        if self.frame.lexicon.language == "nl" and (house := self._house_before(mention, last)):
            return house
        if self.frame.lexicon.language in _GENDERED_NOUNS:
            body = self._body_before(mention, gender, found)
            if body:
                return body
        if not found.name and self.frame.lexicon.has("kin", head_of(found.role)):
            return found
        for_house = last.name and self.frame.lexicon.has("spokes", head_of(last.role))
        if not found.name and for_house and not self._brought_up(mention, gender):
            return replace(last, sure=min(last.sure, PRONOUN))
        spoke = last.name and last.party in MAYBE_PERSONS and " " in last.name and not last.firm
        fits = Gender.OPEN in (last.gender, gender) or last.gender is gender
        unsure = found.party is not PartyKind.PERSON and spoke and fits
        if unsure and not self._newcomer(mention, gender, last):
            return replace(last, sure=min(last.sure, PRONOUN))
        return found

    def _house_before(self, pronoun: Mention, last: Speaker) -> Speaker | None:
        """Dutch: the house that the sentence before is about, where it has no person: De bond … ze."""
        sentence = self.sentence_of(pronoun.first) - 1
        floor = self.paragraph_first(pronoun.first)
        if sentence < 0 or self.sentence_firsts[sentence] < floor:
            return None
        acting = [each for each in self.before(pronoun.first) if self.sentence_of(each.first) == sentence]
        if last.party in MAYBE_PERSONS and last.name:
            return None
        if any(self.is_person(each) for each in acting):
            return None
        acting.reverse()
        first = next((each for each in acting if not each.governed), None)
        body = first is not None and first.kind in ORGANISATION_NOUNS
        return self.resolve(first, NOBODY) if first is not None and body else None

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
            if any(self.is_person(each) and self.fits(each, gender) for each in near):
                return False
        return False

    def _opens_with_one(self, first: int) -> bool:
        """Whether the sentence begins with one of several: One, who left; One of them; A gate agent who."""
        lexicon, following = self.frame.lexicon, self.frame.words[first + 1]
        low = self.frame.words[first].low
        if low in _SOMEBODY:
            return self._is_described(first)
        if not lexicon.has("somebody", low) or low.endswith("s"):
            return False
        apart = following.gap == "," and lexicon.has("relatives", following.low)
        return apart or lexicon.has("of", following.low) or self._is_described(first)

    def _is_described(self, first: int) -> bool:
        """Whether a relative clause follows soon upon words that name nobody: One shift lead, who asked."""
        words, lexicon = self.frame.words, self.frame.lexicon
        for index in range(first + 1, min(first + _RELATIVE_NEAR, len(words))):
            low = words[index].low
            if low in _WHO and words[index].gap in ("", ","):
                return True
            if words[index].gap or lexicon.has("prepositions", low) or lexicon.reports(low):
                return words[index].gap == "," and lexicon.has("relatives", low)
        return False

    def _spokesperson_before(self, pronoun: Mention, gender: Gender) -> Mention | None:
        """The spokesperson without a name brought up last: A spokesman for Acme left. He said."""
        floor = self.paragraph_first(pronoun.first)
        for other in self.before(pronoun.first):
            if other.first < floor:
                return None
            if other.kind is MentionKind.SPOKES and not other.governed and self.fits(other, gender):
                return other
            other_one = other.kind in PRONOUN_KINDS and other.kind is not MentionKind.IT
            if other_one or (self.is_person(other) and self.fits(other, gender)):
                return None
        return None

    def _newcomer(self, pronoun: Mention, gender: Gender, last: Speaker) -> bool:
        """Whether the paragraph has brought up somebody else: An industry lobbyist has doubts."""
        floor = self.paragraph_first(pronoun.first)
        for other in self.before(pronoun.first):
            if other.first < floor:
                return False
            if other.governed or not self.is_person(other) or not self.fits(other, gender):
                continue
            if self.only_asks(other):
                continue
            if not other.name:
                return other.indefinite or self._is_another(other, last)
            noun = self.frame.lexicon.language == "de" and other.party is not PartyKind.PERSON
            return self.opens(other) and other.name != last.name and not noun
        return False

    def _is_another(self, role: Mention, last: Speaker) -> bool:
        """Whether the role that opens a sentence is not that of who spoke."""
        head = head_of(self.role_of(role))
        human = self.frame.lexicon.has("humans", head)
        return bool(last.role) and self.opens(role) and not human and not self.same_role(head, last.role)

    def _brought_up(self, pronoun: Mention, gender: Gender) -> bool:
        """Whether the paragraph has a person without a name for the pronoun: The intern remembers it."""
        floor = self.paragraph_first(pronoun.first)
        for other in self.before(pronoun.first):
            if other.first < floor:
                return False
            role = other.kind is MentionKind.ROLE and self.is_person(other) and self.fits(other, gender)
            if role and not self.only_asks(other):
                return True
        return False

    def _latter(self, mention: Mention, gender: Gender) -> Speaker:
        """The last one named, whatever the case: une infirmière … cette dernière."""
        for other in self.before(mention.first):
            person = other.kind is MentionKind.ROLE or other.party in MAYBE_PERSONS
            if person and (other.name or other.kind is MentionKind.ROLE) and self.fits(other, gender):
                return self.named(other) if other.name else self.by_role(other)
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
                return self.named(other)
        return None

    def _is_object(self, body: Mention, gender: Gender) -> bool:
        """Whether the pronoun itself opens the body's sentence: Elle saisira la cour d’appel."""
        first = self.sentence_firsts[self.sentence_of(body.first)]
        opening = next(iter(self.mentions_from(first)), None)
        kind = MentionKind.HE if gender is Gender.MALE else MentionKind.SHE
        return opening is not None and opening.first == first < body.first and opening.kind is kind

    def _takes(self, body: Mention, gender: Gender) -> bool:
        """Whether the article before an authority's name lets a pronoun mean it; an elided one does.

        Of the German articles only "die" tells, as "der" may be of a body that something belongs to.
        """
        language = self.frame.lexicon.language
        near = [word.low for word in self.frame.words[max(0, body.first - 1) : body.first + 1]]
        fits = any(low in ("l’", "l") or article_gender(language, low) is gender for low in near)
        return fits and (language != "de" or "die" in near)

    def _article_gender(self, mention: Mention) -> Gender:
        low = self.frame.words[mention.first].low
        return article_gender(self.frame.lexicon.language, low)

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
                return replace(self.named(other), role=self.role_of(text))
        return None

    def _is_none(self, body: Mention) -> bool:
        """Whether there is no such body: No regulator has acted."""
        return body.indefinite and self.frame.words[body.first].low in _NONE

    def _it(self, mention: Mention, last: Speaker) -> Speaker:
        """The organisation that the sentence, else the one before it, is about."""
        if judging := self._judging(mention) or self._acting_by(mention):
            return judging
        sentence = self.sentence_of(mention.first)
        for index in (sentence, sentence - 1):
            for other in self.mentions_from(self.sentence_firsts[max(index, 0)]):
                if other.first >= mention.first or self.sentence_of(other.first) != index:
                    break
                named = other.kind is MentionKind.NAME and other.party is not PartyKind.PERSON
                owner = index == sentence and self.owns_next(other)
                body = (named and self.is_firm(other)) or other.kind in _ORGANISATION_NOUNS
                if body and not other.governed and not owner and not self._is_none(other):
                    return self.resolve(other, last)
        return (
            self._author_before(mention)
            or self._only_body_before(mention)
            or self.organisation_before(mention, None)
        )

    def _only_body_before(self, it: Mention) -> Speaker | None:
        """The one organisation of the sentence before, if no subject: We heard back from Acme. It says."""
        sentence = self.sentence_of(it.first) - 1
        if sentence < 0 or self.sentence_firsts[sentence] < self.paragraph_first(it.first):
            return None
        near = [
            each
            for each in self.mentions_from(self.sentence_firsts[sentence])
            if self.sentence_of(each.first) == sentence and each.party is not PartyKind.PERSON
        ]
        named = [each for each in near if each.kind is MentionKind.NAME and self.is_firm(each)]
        opens = self.opens(it) and len(named) == 1 and not self._is_place(named[0])
        return self.named(named[0]) if opens and near == named and self.counts[named[0].name] > 1 else None

    def _judging(self, it: Mention) -> Speaker | None:
        """The authority or court that finds what was said of another: Acme was late, it found."""
        words = self.frame.words
        ends = it.last + 2 >= len(words) or bool(words[it.last + 2].gap)
        finds = it.last + 1 < len(words) and self.frame.lexicon.has("finds", words[it.last + 1].low)
        if not (ends and finds and words[it.first].gap.endswith(",")):
            return None
        found = self.organisation_before(replace(it, kind=MentionKind.DOCUMENT), MentionKind.DOCUMENT)
        return found if found.name else None

    def _acting_by(self, it: Mention) -> Speaker | None:
        """English: the authority that acted upon what it called so: fined by X for what it called “…”."""
        words = self.frame.words
        first = self.sentence_firsts[self.sentence_of(it.first)]
        if it.first - first < _FEWEST or words[it.first - 1].low != "what":
            return None
        for other in self.before(it.first - 1):
            if other.first <= first:
                return None
            official = other.party in _OFFICIAL or other.kind in (MentionKind.AUTHORITY, MentionKind.COURT)
            near = [words[index].low for index in range(max(first, other.first - 2), other.first)]
            if official and any(self.frame.lexicon.has("by", low) for low in near):
                return self.resolve(other, NOBODY)
        return None

    def _author_before(self, text: Mention) -> Speaker | None:
        """Who is quoted from a statement in the sentence before: In a statement, Jo Pashley … it said."""
        sentence = self.sentence_of(text.first) - 1
        if sentence < 0 or self.sentence_firsts[sentence] < self.paragraph_first(text.first):
            return None
        said, person = False, None
        for other in self.mentions_from(self.sentence_firsts[sentence]):
            if self.sentence_of(other.first) != sentence:
                break
            said = said or other.kind is MentionKind.REPLY
            person = person or (other if other.name and other.party is PartyKind.PERSON else None)
        return self.named(person) if said and person else None
