"""What may be a speaker: names, roles, nouns for organisations, pronouns. Imports frames and people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from casefile.extraction.lexicon import KNOWN_WORDS
from casefile.extraction.people import Named
from casefile.extraction.speech_frames import Frame, Word
from casefile.extraction.speech_lexicon import (
    CueKind,
    Gender,
    SpeechLexicon,
    article_gender,
    speech_lexicon,
)
from casefile.extraction.speech_name_words import is_role
from casefile.extraction.speech_names import PartyKind, phrase_length
from casefile.extraction.speech_phrases import join_phrases
from casefile.extraction.speech_shapes import Mention, MentionKind

_REACH = 4  # adjectives between an article and its noun
_ONE = frozenset(("der", "ein", "dem", "einem"))
_OF_ONE = ("e", "er")
"""How adjectives end behind the articles of one person."""
_HEADS = ("head", "hoofd")
"""Words for somebody in charge that are also a part of the body."""
_ANYONE = frozenset(("one", "einer", "eine", "un", "une", "l’un", "l’une", "uno", "una", "een"))
_PLURALS = ("s", "i", "e", "en", "n", "er")
_OF_SEVERAL = frozenset(("of", "der", "von", "de", "des", "dei", "degli", "delle", "van"))
_NO_SUBJECT = frozenset(("dem", "den", "des", "einem", "einen", "eines"))

_NOUNS = (
    ("spokes", "spokes_endings", MentionKind.SPOKES),
    ("people", "people_endings", MentionKind.PEOPLE),
    ("court_nouns", "court_endings", MentionKind.COURT),
    ("documents", "document_endings", MentionKind.DOCUMENT),
    ("replies", "", MentionKind.REPLY),
    ("authority_nouns", "authority_endings", MentionKind.AUTHORITY),
    ("company_nouns", "company_endings", MentionKind.COMPANY),
)
_PRONOUNS = (
    ("he", MentionKind.HE),
    ("she", MentionKind.SHE),
    ("they", MentionKind.THEY),
    ("it", MentionKind.IT),
)
_TEXTS = frozenset((MentionKind.DOCUMENT, MentionKind.REPLY))
_PRONOUN_KINDS = frozenset(kind for _, kind in _PRONOUNS)


def find_mentions(frame: Frame, named: Sequence[Named]) -> tuple[Mention, ...]:
    """The noun phrases in order, none overlapping another."""
    joined = [_one_of(frame, each) for each in join_phrases(frame, _simple(frame, named))]
    floors = [-1, *(mention.last if mention.kind in _TEXTS else -1 for mention in joined)]
    return tuple(_governed(frame, mention, floor) for mention, floor in zip(joined, floors, strict=False))


def _one_of(frame: Frame, mention: Mention) -> Mention:
    """Somebody of several without a name: one of the directors, uno de los directivos, einer der Manager."""
    words = frame.words
    if mention.kind not in (MentionKind.ROLE, MentionKind.PEOPLE) or mention.name or mention.owner:
        return mention
    tied = mention.first - (words[mention.first].low not in _OF_SEVERAL)
    if tied < 1 or words[tied].low not in _OF_SEVERAL or words[tied - 1].low not in _ANYONE:
        return mention
    whole = not any(word.gap for word in words[tied : mention.first + 1])
    several = mention.kind is MentionKind.PEOPLE or words[mention.last].low.endswith(_PLURALS)
    one = replace(mention, first=tied - 1, kind=MentionKind.PEOPLE, definite=False, indefinite=True)
    return one if whole and several else mention


def _simple(frame: Frame, named: Sequence[Named]) -> list[Mention]:
    names = {name.first: name for name in named}
    mentions: list[Mention] = []
    words, free, language = frame.words, 0, frame.lexicon.language
    opening = {low for low in {word.low for word in words} if _possible(low, language)}
    for index, word in enumerate(words):
        name = names.get(index)
        if index < free or (name is None and word.low not in opening):
            continue
        following = names.get(index + 1)
        mention = _of_name(name) if name else _of_word(frame, index, following)
        if mention and mention.kind is MentionKind.ROLE:
            mention = _with_office(frame, mention, names)
        if mention:
            whole = _with_article(frame, mention, mentions[-1].last if mentions else -1)
            mentions += [whole] if _stands(frame, whole) else []
            free = mention.last + 1
    return mentions


def _stands(frame: Frame, mention: Mention) -> bool:
    """A text speaks only as a certain one: "the decision", "Acme's reply", and not "public policy"."""
    if (
        mention.kind not in (MentionKind.DOCUMENT, MentionKind.REPLY)
        or mention.definite
        or mention.indefinite
    ):
        return True
    before = frame.words[mention.first - 1].low if mention.first else ""
    return frame.words[mention.first].capital or before in ("'s", "’s", "’")


def _with_office(frame: Frame, role: Mention, names: Mapping[int, Named]) -> Mention:
    """The role up to the person's name: "Minister of State for Electronics and IT" Arundhati Rao."""
    if not frame.words[role.first].capital or frame.lexicon.language == "de":
        return _with_field(frame, role, names)
    for index in range(role.last + 1, min(role.last + 10, len(frame.words))):
        word = frame.words[index]
        if word.gap:
            return role
        if index in names and names[index].kind is PartyKind.PERSON:
            return replace(role, last=index - 1, role_words=(role.first, index - 1))
        if not (
            word.capital or frame.lexicon.has("of", word.low) or frame.lexicon.has("conjunctions", word.low)
        ):
            return role
    return role


def _with_field(frame: Frame, role: Mention, names: Mapping[int, Named]) -> Mention:
    """The role up to the person's name over what it is about: "la professeure de droit bancaire" Anne Roy."""
    lexicon, words = frame.lexicon, frame.words
    for index in range(role.last + 1, min(role.last + 2 + _REACH, len(words))):
        word = words[index]
        opens = index == role.last + 1
        if word.gap or (opens and not (lexicon.has("of", word.low) or lexicon.language == "nl")):
            return role
        if index in names:
            between = words[role.last + 1 : index]
            plain = not any(lexicon.has("definite", each.low) for each in between)
            told = any(not lexicon.has("of", each.low) for each in between)
            named = plain and told and names[index].kind is PartyKind.PERSON
            return replace(role, last=index - 1, role_words=(role.first, index - 1)) if named else role
        if word.capital or lexicon.reports(word.low) or lexicon.has("auxiliary", word.low):
            return role
    return role


def _of_name(name: Named) -> Mention:
    return Mention(name.first, name.last, MentionKind.NAME, name.name, name.kind, name.gender)


def _of_word(frame: Frame, index: int, following: Named | None) -> Mention | None:
    """What the word opens; a name ``following`` makes it one person's."""
    named = following is not None
    child = following is not None and following.kind is PartyKind.PERSON
    word, language = frame.words[index], frame.lexicon.language
    for list_name, kind, alone in _possible(word.low, language):
        if kind in _PRONOUN_KINDS:
            length = phrase_length(frame, index, list_name) or int(alone and not _is_article(frame, index))
            if length:
                return Mention(index, index + length - 1, kind, definite=True)
            continue
        if language == "de" and not word.capital:
            return None
        if kind is MentionKind.PEOPLE and (_one_german(frame, index) or (named and _is_role(frame, index))):
            continue
        if kind is MentionKind.ROLE and (
            _is_verb(frame, index) or _is_paper(frame, index) or _is_of_body(frame, index)
        ):
            continue
        if kind is MentionKind.COMPANY and child and frame.lexicon.has("kin", word.low):
            return _noun(frame, index, index, MentionKind.ROLE)
        if _describes(frame, index, kind):
            continue
        length = phrase_length(frame, index, list_name)
        if length or alone:
            return _noun(frame, index, index + max(length, 1) - 1, kind)
    return None


@lru_cache(maxsize=KNOWN_WORDS)
def _possible(low: str, language: str) -> tuple[tuple[str, MentionKind, bool], ...]:
    """What a word may be: the list, the kind, and whether it is so alone; else it opens phrases of the list.

    Asked once for a word, as most words are none of all this.
    """
    lexicon = speech_lexicon(language)
    plain, role = _plain(low, lexicon), is_role(low, lexicon)
    found = [
        (name, kind, lexicon.has(name, low))
        for name, kind in _PRONOUNS
        if lexicon.has(name, low) or low in lexicon.phrases[name]
    ]
    for name, ending, kind in _NOUNS:
        compound = bool(ending) and lexicon.ends(ending, plain) and not role
        alone = lexicon.has(name, low) or lexicon.has(name, plain) or compound
        if alone or low in lexicon.phrases[name]:
            found.append((name, kind, alone))
    if role or low in lexicon.phrases["roles"]:
        found.append(("roles", MentionKind.ROLE, role))
    return tuple(found)


def _is_article(frame: Frame, index: int) -> bool:
    """Whether a word that is a pronoun too stands before its noun here: het arrest, ce groupe."""
    words, lexicon = frame.words, frame.lexicon
    if not lexicon.has("definite", words[index].low) or index + 1 >= len(words) or words[index + 1].gap:
        return False
    low = words[index + 1].low
    text = any(lexicon.has(name, low) for name in ("documents", "replies"))
    if text and index and lexicon.has("prepositions", words[index - 1].low):
        return True  # in het besluit
    verbal = lexicon.reports(low) or any(
        lexicon.has(name, low) for name in ("auxiliary", "adverbs", "clitics")
    )
    after_verb = index and not words[index].gap and lexicon.reports(words[index - 1].low)
    return not verbal and not lexicon.has("prepositions", low) and not after_verb


def _is_role(frame: Frame, index: int) -> bool:
    gap = frame.words[index + 1].gap
    return not gap and is_role(frame.words[index].low, frame.lexicon)


def _describes(frame: Frame, index: int, kind: MentionKind) -> bool:
    """Whether the noun only tells what somebody does: a trust and safety manager."""
    words = frame.words
    if kind is not MentionKind.COMPANY or index + 3 >= len(words) or words[index + 1].low not in ("and", "&"):
        return False
    return not any(word.gap for word in words[index + 1 : index + 4]) and is_role(
        words[index + 3].low, frame.lexicon
    )


def _is_verb(frame: Frame, index: int) -> bool:
    """Whether a word for a role is a verb of saying here: « …, juge la ministre », juge la sanction."""
    words, lexicon = frame.words, frame.lexicon
    if not lexicon.reports(words[index].low) or index + 1 >= len(words) or words[index + 1].gap:
        return False
    before = words[index - 1].low if index and not words[index].gap else ""
    if lexicon.has("definite", before) or lexicon.has("indefinite", before) or lexicon.has("of", before):
        return False
    if lexicon.language == "en" and words[index].low.endswith("ed") and words[index + 1].capital:
        return bool(before) and not lexicon.has("prepositions", before)  # the court accused Acme
    named = index > 0 and not words[index].gap and words[index - 1].capital
    if lexicon.language == "en" and named and words[index].text.endswith("ed"):
        return True  # Justice Yost accused her colleagues
    following = words[index + 1].low
    return lexicon.has("definite", following) or following in lexicon.lists["that"]


def _is_paper(frame: Frame, index: int) -> bool:
    """Whether it is the name of a newspaper: told the Observer."""
    words, lexicon = frame.words, frame.lexicon
    before = words[index - 1].low if index and not words[index].gap else ""
    return (
        lexicon.has("papers", words[index].low) and words[index].capital and lexicon.has("definite", before)
    )


def _is_of_body(frame: Frame, index: int) -> bool:
    """Whether it is the head that somebody shakes: he shook his head, schudde zijn hoofd."""
    words, lexicon = frame.words, frame.lexicon
    if words[index].low not in _HEADS or not index or words[index].gap:
        return False
    following = words[index + 1] if index + 1 < len(words) and not words[index + 1].gap else None
    own = any(lexicon.has(name, words[index - 1].low) for name in ("his", "her", "their"))
    return own and (following is None or not (lexicon.has("of", following.low) or following.capital))


def _one_german(frame: Frame, index: int) -> bool:
    """Der Datenschützer is one, die Datenschützer are several; der zuständige Richter is one too."""
    words, lexicon = frame.words, frame.lexicon
    if lexicon.language != "de" or not is_role(words[index].low, lexicon):
        return False
    while index and not words[index].gap:
        index -= 1
        if words[index].low in _ONE:
            return True
        if not (words[index].low.endswith(_OF_ONE) or is_role(words[index].low, lexicon)):
            return False
    return False


def _plain(low: str, lexicon: SpeechLexicon) -> str:
    """The last part of a compound with a hyphen, German without the ending of the genitive."""
    low = low.rsplit("-", 1)[-1]
    if lexicon.language != "de" or not low.endswith("s"):
        return low
    nouns = [name for name, _, _ in _NOUNS]
    for ending in ("es", "s"):
        stem = low.removesuffix(ending)
        if low.endswith(ending) and any(lexicon.has(name, stem) for name in nouns):
            return stem
    return low


def _noun(frame: Frame, first: int, last: int, kind: MentionKind) -> Mention:
    gender = Gender.OPEN
    low = frame.words[last].low
    if kind in (MentionKind.ROLE, MentionKind.SPOKES):
        gender = _role_gender(low, frame.lexicon)
    owner, separator, _ = frame.words[first].text.rpartition("-")
    compound = owner if separator and owner[:1].isupper() and len(owner) > 1 else ""  # no E-Mail
    return Mention(first, last, kind, gender=gender, role_words=(first, last), owner=compound)


def _role_gender(low: str, lexicon: SpeechLexicon) -> Gender:
    if lexicon.has("roles_female", low) or (lexicon.language == "de" and low.endswith("in")):
        return Gender.FEMALE
    return Gender.MALE if lexicon.has("roles_male", low) else Gender.OPEN


def _ends_view(frame: Frame, last: int) -> bool:
    """Whether the preposition only ends a phrase for whose view it is: according to the president."""
    for first in range(max(0, last - _REACH), last):
        lows = tuple(word.low for word in frame.words[first : last + 1])
        entries = frame.lexicon.cues.get(lows[0], ())
        if any(parts == lows and kind is CueKind.ACCORDING for parts, kind in entries):
            return True
    return False


def _with_article(frame: Frame, mention: Mention, floor: int) -> Mention:
    """The mention with the article or possessive before it and what stands between."""
    lexicon, index = frame.lexicon, mention.first
    if mention.role_words is None:
        while mention.kind is MentionKind.NAME and _is_titled(frame, index, floor):
            index -= 1  # Prof. Dr. Ann Yost
        return replace(mention, first=index) if index != mention.first else mention
    for _ in range(_REACH + 1):
        if frame.words[index].gap or index - 1 <= floor:
            break
        low = frame.words[index - 1].low
        if (index - 2 == floor or frame.words[index - 1].gap) and lexicon.reports(low):
            break  # Ann Yost said members, “…,” said members, unlike the said members
        if lexicon.has("definite", low):
            return replace(_gendered(mention, low, lexicon), first=index - 1, definite=True)
        if lexicon.has("indefinite", low):
            return replace(_gendered(mention, low, lexicon), first=index - 1, indefinite=True)
        if any(lexicon.has(name, low) for name in ("his", "her", "their")):
            kind = MentionKind.ROLE if _is_persons(mention, low, frame) else mention.kind
            return replace(mention, first=index - 1, kind=kind, definite=True, owner_kind=MentionKind.IT)
        if lexicon.has("prepositions", low) or lexicon.reports(low):
            break
        index -= 1
    return mention


def _is_persons(mention: Mention, owner: str, frame: Frame) -> bool:
    """Whether a noun for a body is somebody's superior here: her supervisor."""
    lexicon, noun = frame.lexicon, frame.words[mention.last].low
    person = lexicon.has("his", owner) or lexicon.has("her", owner)
    return mention.kind is MentionKind.AUTHORITY and person and lexicon.has("superiors", noun)


def _gendered(mention: Mention, article: str, lexicon: SpeechLexicon) -> Mention:
    """A role with the gender of its article, in the languages whose articles of one person have it."""
    if mention.kind is not MentionKind.ROLE or mention.gender is not Gender.OPEN or lexicon.language == "de":
        return mention
    return replace(mention, gender=article_gender(lexicon.language, article))


def _is_titled(frame: Frame, index: int, floor: int) -> bool:
    """Whether a form of address stands right before the word."""
    if index - 1 <= floor or frame.words[index].gap not in ("", "."):
        return False
    return _honorific(frame.words[index - 1], frame.lexicon)


def _honorific(word: Word, lexicon: SpeechLexicon) -> bool:
    return word.low in lexicon.addresses


def _is_headed(frame: Frame, mention: Mention) -> bool:
    """Whether a role that opens a sentence leads to the name: Rapporteur général du Conseil, Anne Roy."""
    words, first = frame.words, mention.first
    if mention.party is not PartyKind.PERSON or not first or words[first].gap:
        return False
    apart = any(word.gap == "," for word in words[first + 1 : mention.last + 1])
    start = first
    while start and not words[start].gap and first - start < _REACH:
        start -= 1
    roles = any(is_role(word.low, frame.lexicon) for word in words[start:first])
    return apart and roles and (start == 0 or words[start].gap not in ("", ","))


def _is_object(frame: Frame, pronoun: Mention) -> bool:
    """Whether a preposition stands right before a pronoun that is no subject by its form."""
    if not pronoun.first or frame.words[pronoun.first].gap:
        return False
    subject = frame.lexicon.language == "en" and pronoun.kind is not MentionKind.IT
    low = frame.words[pronoun.first - 1].low
    clause = low in frame.lexicon.lists["that"] or frame.lexicon.joins(low)
    return not subject and not clause and frame.lexicon.has("prepositions", low)


def _governed(frame: Frame, mention: Mention, floor: int) -> Mention:
    """Marks what stands after a preposition; up to two adjectives may come between."""
    if mention.kind in _PRONOUN_KINDS:
        return replace(mention, governed=True) if _is_object(frame, mention) else mention
    return mention if _is_headed(frame, mention) else _behind_preposition(frame, mention, floor)


def _behind_preposition(frame: Frame, mention: Mention, floor: int) -> Mention:
    """Marks a name or a noun that a preposition governs."""
    lexicon, words = frame.lexicon, frame.words
    low = words[mention.first].low
    name = mention.kind is MentionKind.NAME and mention.role_words is None
    office = phrase_length(frame, mention.first, "roles") > 1  # Under Secretary Ann Yost
    contracted = name and words[mention.first].text.islower()  # al supervisor
    if (lexicon.has("prepositions", low) and not office and (contracted or not name)) or (
        lexicon.language == "de" and low in _NO_SUBJECT
    ):
        return replace(mention, governed=True)
    articled = lexicon.has("definite", low) or lexicon.has("indefinite", low)
    for index in range(mention.first, max(mention.first - (1 if articled else 3), 0), -1):
        low = words[index - 1].low
        if index - 1 <= floor and mention.kind is MentionKind.NAME:
            return mention  # in a statement Acme speaks of
        if low in lexicon.lists["that"] and not words[index].gap:
            return mention
        article = lexicon.has("definite", low) and not lexicon.has("prepositions", low)
        if article and not words[index].gap and index == mention.first:
            continue
        as_one = mention.indefinite and lexicon.has("prepositions", low)
        clause = lexicon.joins(low) and not as_one
        if words[index].gap or lexicon.reports(low) or clause:
            return mention
        if lexicon.has("prepositions", low) and not _ends_view(frame, index - 1):
            return replace(mention, governed=phrase_length(frame, index - 1, "asides") == 0)
        if lexicon.has("auxiliary", low):
            return mention
    return mention
