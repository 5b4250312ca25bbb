"""Which person a role without a name, or the place of a pronoun, means. Imports bodies and facts."""

from bisect import bisect_left
from dataclasses import replace

from casefile.extraction.speech_bodies import NOBODY, Bodies, Speaker
from casefile.extraction.speech_frames import Word
from casefile.extraction.speech_lexicon import Gender
from casefile.extraction.speech_name_words import is_role
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
_LONG_NOUN = 8
_AGED = ("-year-old", "-jährige", "-jähriger", "-jarige")
"""How the nouns for somebody of an age end."""
_HEARER = 5
_HONOURS = frozenset(("honour", "honor", "lordship", "ladyship"))
"""End how English speaks of a judge: Her Honour."""
_CLITIC_FIRST = frozenset(("fr", "es", "it"))
"""Languages that write "le ha detto"."""
_PLAIN = str.maketrans("äöüéèáàíóúñ", "aoueeaaioun")
MAYBE_PERSONS = frozenset((PartyKind.PERSON, PartyKind.OTHER))
"""What a name may be that nothing makes an organisation's."""


class People(Bodies):
    """An article's noun phrases, and whom those for one person mean."""

    def named(self, mention: Mention) -> Speaker:
        """The name as it stands, with the role that the text gives it."""
        role = self.role_of(mention) or self.roles.get(mention.name, "")
        gender = self.genders.get(mention.name, mention.gender)
        sure = NAMED if mention.party is not PartyKind.OTHER else UNSURE_NAME
        return Speaker(mention.name, role, sure, mention.party, gender)

    def owner(self, mention: Mention) -> Speaker:
        """The house that a spokesperson, a role or a text belongs to."""
        party = self.owner_party(mention)
        return Speaker(mention.owner, self.role_of(mention), OWNER, party)

    def named_before(self, word: int) -> Speaker:
        """The last person before the word who has a name and does something there."""
        for mention in self.before(word, _LOOK_FAR):
            signed = mention.name and self.is_signed(mention)
            if mention.name and not mention.governed and self.is_person(mention) and not signed:
                return self.person(mention)
        return NOBODY

    def named_behind(self, word: int) -> Speaker:
        """The first person with a full name who opens a paragraph behind the word."""
        for mention in self.mentions_from(word):
            named = " " in mention.name and mention.party in MAYBE_PERSONS
            if named and self.paragraph_first(mention.first) == mention.first:
                return replace(self.person(mention), sure=ROLE_LATER)
        return NOBODY

    def person_before(self, word: int, gender: Gender = Gender.OPEN) -> Speaker:
        """The last person before the word whom the pronoun fits; without a name where the text gives none."""
        governed: Mention | None = None
        floor = self.paragraph_first(word)
        for mention in self.before(word):
            if governed and mention.first < floor and not self._is_surer(mention, governed):
                break
            if not self.is_person(mention) or not self.fits(mention, gender):
                continue
            if self.is_signed(mention) or (mention.indefinite and self.owns_next(mention)):
                continue  # By Jane Roe; a neighbour's dog
            if not mention.name and mention.indefinite and self._tells(mention, gender):
                continue  # a plumber told her: she is no plumber
            if self.only_asks(mention) or self._is_told_of(mention, word):
                continue
            if mention.governed:
                governed = mention if governed is None or self._is_surer(mention, governed) else governed
                continue
            found = self.person(self._surer(mention, gender), gender)
            other = Gender.OPEN not in (found.gender, gender) and found.gender is not gender
            if other and found.name and not mention.name:
                continue  # the judge, who is no she
            return found
        return self.person(governed, gender) if governed else NOBODY

    def _is_told_of(self, mention: Mention, word: int) -> bool:
        """Whether the sentence tells what somebody is said to have done: Der Kunde habe „…“, sagte er."""
        if self.frame.lexicon.language != "de" or self.sentence_of(mention.first) != self.sentence_of(word):
            return False
        following = self.frame.words[mention.last + 1 : mention.last + 2]
        says = bool(following) and not following[0].gap
        return says and self.frame.lexicon.has("subjunctive", following[0].low)

    def only_asks(self, mention: Mention) -> bool:
        """Whether it is a reporter without a name: When a journalist disagreed, she smiled."""
        asks = self.frame.lexicon.has("askers", head_of(self.role_of(mention)))
        return not mention.name and mention.indefinite and asks

    def _is_surer(self, mention: Mention, governed: Mention) -> bool:
        """Whether it is a person in the sentence of what may be a town: with Ann Yost, of Pike Fork, who."""
        beside = self.sentence_of(mention.first) == self.sentence_of(governed.first)
        return beside and mention.party is PartyKind.PERSON and _is_unsure(governed)

    def _surer(self, mention: Mention, gender: Gender) -> Mention:
        """Who says in the sentence what somebody did, or the person it is about, for a name of any sort."""
        reporter = self._reporter_of(mention, gender)
        if reporter or not _is_unsure(mention):
            return reporter or mention
        first = self.sentence_firsts[self.sentence_of(mention.first)]
        for other in self.mentions_from(first):
            if other.first >= mention.first:
                return mention
            if not other.governed:
                return other if other.party is PartyKind.PERSON and self.fits(other, gender) else mention
        return mention

    def _tells(self, teller: Mention, gender: Gender) -> bool:
        """Whether a pronoun of the gender stands behind the verb: whom somebody tells is somebody else."""
        words, lexicon = self.frame.words, self.frame.lexicon
        name = "oblique_she" if gender is Gender.FEMALE else "oblique_he"
        for index in range(teller.last + 1, min(teller.last + _HEARER, len(words) - 1)):
            word, following = words[index], words[index + 1]
            if word.gap:
                return False
            if index > teller.last + 1 - (lexicon.language in _CLITIC_FIRST) and lexicon.has(name, word.low):
                owns = word.low == "her" and not self._ends_object(following)
                return not owns
        return False

    def _ends_object(self, word: Word) -> bool:
        """Whether the word behind "her" is no noun that is hers."""
        lexicon = self.frame.lexicon
        lists = ("definite", "indefinite", "prepositions", "that", "his", "her", "their", "he", "she", "it")
        return bool(word.gap) or any(lexicon.has(name, word.low) for name in lists) or word.low == "to"

    def _reporter_of(self, mention: Mention, gender: Gender) -> Mention | None:
        """Who says in the sentence what somebody else did: the lawyer said that Ann Yost had lied."""
        words, lexicon = self.frame.words, self.frame.lexicon
        first = self.sentence_firsts[self.sentence_of(mention.first)]
        for other in self.mentions_from(first):
            if other.last >= mention.first:
                return None
            if other.governed or not self.is_person(other) or not self.fits(other, gender):
                continue
            if any(lexicon.reports(words[index].low) for index in range(other.last + 1, mention.first)):
                return other
        return None

    def fits(self, mention: Mention, gender: Gender) -> bool:
        """Whether a pronoun of the gender may mean it."""
        own = self.genders.get(mention.name, mention.gender) if mention.name else mention.gender
        return Gender.OPEN in (own, gender) or own is gender

    def person(self, mention: Mention, gender: Gender = Gender.OPEN) -> Speaker:
        """Whom a phrase for one person means, as sure as a pronoun for it is."""
        if not mention.name and mention.gender is Gender.OPEN:
            mention = replace(mention, gender=gender)
        found = self.named(mention) if mention.name else self.by_role(mention)
        return Speaker(found.name, found.role, min(found.sure, PRONOUN), found.party, found.gender)

    def by_role(self, mention: Mention) -> Speaker:
        """The person whom the text gives the role, else who was just spoken of, else nobody with a name."""
        role = self.role_of(mention)
        head = self._noun_of(role)
        owned = mention.owner_kind is MentionKind.IT or bool(mention.owner)
        related = owned and self.frame.lexicon.has("kin", head)
        if head in _HONOURS and mention.owner_kind is MentionKind.IT:
            return self._judge_named(mention)
        if mention.indefinite or related or self._says_which_one(mention, head):
            sitting = self._introduced_later(mention, head) if self._is_a_judge(mention, head) else None
            return sitting or Speaker("", role, NO_NAME, gender=mention.gender)
        for other in self.before(mention.first, _LOOK_FAR):
            if (
                other.name
                and self.same_role(head, self.roles.get(other.name, ""))
                and self.fits(other, mention.gender)
                and not self._is_of_another_house(mention, other)
            ):
                return self.named(other)
        later = self._introduced_later(mention, head)
        if later is None and (self._is_unknown(mention, head) or self._is_near(mention, head, "superiors")):
            return Speaker("", role, NO_NAME, gender=mention.gender)
        counsel = self._counsel(mention, head) if later is None else None
        if counsel:
            return counsel
        if later is None and self._is_near(mention, head, "advocates"):
            return Speaker("", role, NO_NAME, gender=mention.gender)
        focus = None if self._is_sitting_judge(mention, head) else self._by_focus(mention, role)
        found = (focus or later) if self._fits_anybody(role) else (later or focus)
        return found or self.court_of(mention) or Speaker("", role, NO_NAME, gender=mention.gender)

    def _says_which_one(self, mention: Mention, head: str) -> bool:
        """Whether a clause tells which one of all people is meant: The woman who complained."""
        words, lexicon = self.frame.words, self.frame.lexicon
        if not lexicon.has("humans", head) or mention.last + 1 >= len(words):
            return False
        following = words[mention.last + 1]
        gap = "," if lexicon.language == "de" else ""
        return following.gap == gap and lexicon.has("relatives", following.low)

    def _is_of_another_house(self, role: Mention, person: Mention) -> bool:
        """Whether the role is one in an authority and the person's in a company, or the other way round."""
        told = self.houses.get(person.name)
        if told is None:
            return False
        sorts = [self._sort_of_house(role), self._sort_of_house(told)]
        return None not in sorts and sorts[0] != sorts[1]

    def _sort_of_house(self, office: Mention) -> bool | None:
        """Whether an office is one in an authority or court; None where the text does not tell."""
        if office.owner:
            party = self.parties.get(office.owner) or office.owner_party
            return None if party in (None, *MAYBE_PERSONS) else party is not PartyKind.ORGANISATION
        if office.owner_kind in ORGANISATION_NOUNS:
            return office.owner_kind is not MentionKind.COMPANY
        return None

    def _judge_named(self, honour: Mention) -> Speaker:
        """The judge whom the text names, before or else behind."""
        judge = next(iter(sorted(self.frame.lexicon.lists["judges"])), "")
        named = [each for each in self.before(honour.first) if each.name]
        named += [each for each in self.mentions_from(honour.last) if each.name]
        return next((self.named(each) for each in named if self._sits(each, judge)), NOBODY)

    def _sits(self, person: Mention, judge: str) -> bool:
        return self.same_role(judge, self.roles.get(person.name, ""))

    def _noun_of(self, role: str) -> str:
        """The noun for what somebody is, in lower case: segretario generale, where adjectives stand last."""
        words = role.casefold().split()
        nouns = (word for word in words if is_role(word, self.frame.lexicon))
        last = self.frame.lexicon.language not in _CLITIC_FIRST
        return head_of(role) if last else next(nouns, head_of(role))

    def _is_near(self, mention: Mention, head: str, name: str) -> bool:
        """Whether it is one of the list near to who is spoken of: her supervisor, his lawyer."""
        low = self.frame.words[mention.first].low
        personal = self.frame.lexicon.has("his", low) or self.frame.lexicon.has("her", low)
        return mention.owner_kind is MentionKind.IT and personal and self.frame.lexicon.has(name, head)

    def _counsel(self, mention: Mention, head: str) -> Speaker | None:
        """The company for which its lawyer without a name speaks."""
        house = mention.owner_party in (PartyKind.ORGANISATION, PartyKind.AUTHORITY) or (
            bool(mention.owner) and self.parties.get(mention.owner) is PartyKind.ORGANISATION
        )
        if not self.frame.lexicon.has("advocates", head) or mention.indefinite:
            return None
        if house:
            return self.owner(mention)
        if mention.owner_kind is MentionKind.IT:
            return self._house_acting(mention)
        if mention.owner_kind is MentionKind.COMPANY:
            return self.organisation_before(mention, mention.owner_kind)
        return None

    def _house_acting(self, lawyer: Mention) -> Speaker | None:
        """The organisation that the sentence is about and whose lawyer speaks: par la voix de son avocat."""
        for other in self.mentions_from(self.sentence_firsts[self.sentence_of(lawyer.first)]):
            if other.first >= lawyer.first:
                return None
            if not other.governed and other.kind is MentionKind.NAME:
                house = other.party is PartyKind.ORGANISATION or (
                    other.party is PartyKind.OTHER and " " not in other.name
                )
                return replace(self.named(other), role=self.role_of(lawyer)) if house else None
        return None

    def _is_unknown(self, mention: Mention, head: str) -> bool:
        """Whether the text brought the role up as that of somebody without a name: a volunteer … she."""
        if not mention.definite or mention.owner_kind or self.frame.lexicon.has("judges", head):
            return False
        for other in self.before(mention.first):
            same = other.kind is MentionKind.ROLE and head_of(self.role_of(other)) == head
            if same and not other.owner:
                return other.indefinite
        return False

    def _is_sitting_judge(self, mention: Mention, head: str) -> bool:
        """Whether "the judge" is one at work, and so nobody whom the text calls something else."""
        words = self.frame.words[mention.first : mention.last + 1]
        former = any(self.frame.lexicon.has("former", word.low) for word in words)
        return mention.definite and self.frame.lexicon.has("judges", head) and not former

    def _is_a_judge(self, mention: Mention, head: str) -> bool:
        """Whether a report opens with a judge whom it may name further on: a judge called it “…”."""
        return mention.indefinite and not mention.owner and self.frame.lexicon.has("judges", head)

    def same_role(self, head: str, role: str) -> bool:
        """Whether the noun is the role's, or means the same."""
        judges = self.frame.lexicon.lists["judges"]
        if head in judges and not judges.isdisjoint(role.casefold().split()):
            return True
        plain, parts = head.translate(_PLAIN), role.casefold().replace("-", " ").split()
        if self.frame.lexicon.has("humans", head) and len(head) < _LONG_NOUN:
            return head in parts  # the person is no spokesperson
        return any(_alike(plain, part.translate(_PLAIN)) for part in parts)

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
            if other.name and self.same_role(head, self.role_of(other) or self.roles.get(other.name, ""))
        }
        return replace(self.named(next(iter(names.values()))), sure=ROLE_LATER) if len(names) == 1 else None

    def _by_focus(self, mention: Mention, role: str) -> Speaker | None:
        """A role that nobody was given: the person just named, else the authority that the office heads."""
        head = head_of(role)
        human = self._fits_anybody(role)
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
            if not person or not self.fits(other, mention.gender) or self.is_signed(other):
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

    def _fits_anybody(self, role: str) -> bool:
        """Whether the role tells only that it is a person: the executive, unlike the chief executive."""
        head, words = head_of(role), role.casefold().split()
        return "chief" not in words and (self.frame.lexicon.has("humans", head) or head.endswith(_AGED))

    def _headed_by(self, mention: Mention, role: str) -> Speaker | None:
        """The authority that the office heads: the commissioner."""
        head = head_of(role)
        for other in self.before(mention.first):
            if other.party is PartyKind.AUTHORITY and other.name and self.same_role(head, other.name):
                return Speaker(other.name, role, ROLE_NEAR, PartyKind.AUTHORITY)
        return None

    def owns_next(self, mention: Mention) -> bool:
        """Whether only the possessive stands there: The watchdog's definition, it held, was."""
        following = self.frame.words[mention.last + 1 : mention.last + 2]
        return bool(following) and following[0].low in ("'s", "’s")


def _is_unsure(mention: Mention) -> bool:
    """Whether it may be a person's name, a company's or a town's."""
    return bool(mention.name) and mention.party is PartyKind.OTHER


def head_of(role: str) -> str:
    """The noun that a role ends in, in lower case."""
    return role.casefold().rsplit(" ", 1)[-1]


def _alike(one: str, other: str) -> bool:
    """Whether two words for a role share their stem: Datenschützer, Datenschutzbeauftragter."""
    if len(one) < _SAME_STEM or len(other) < _SAME_STEM:
        return one == other or (
            len(min(one, other, key=len)) > 3 and (one.endswith(other) or other.endswith(one))
        )
    return one[:_SAME_STEM] == other[:_SAME_STEM] or one.endswith(other) or other.endswith(one)
