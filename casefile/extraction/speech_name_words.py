"""What single words of a name are: roles, particles, initials, what may begin one. Imports the lexicon."""

import re
from functools import lru_cache

from casefile.extraction.lexicon import KNOWN_WORDS
from casefile.extraction.speech_frames import Word
from casefile.extraction.speech_lexicon import SpeechLexicon, shared_names, speech_lexicon

_GIVEN_PARTS = ("-man", "-son", "-king")
"""How given names of two parts may end: Yiu Wing-man."""
_FORMER = frozenset(("es", "it", "fr"))
"""Languages that write what somebody was in one word: exministro."""
_FORMER_LENGTH = 7
_AGED = re.compile(r"\d{1,3}-year-old")
"""English has no noun for somebody of an age: the 67-year-old said."""
_INITIALS = re.compile(r"[A-Z](?:\.-?[A-Z])*")
_COMPOUND = re.compile(r"-(?:based|born|led|style|wide|owned|backed|run|era|like|level|funded|basiert\w*)$")
_CONTRACTED = ("’d", "’ll", "’m", "’re", "’ve")
"""What English joins to pronouns, which are no names: "They’d"."""
_ELIDED = re.compile(r"(?:[dl][’']|(?:a[dlnrst]|ash|el)-)[A-ZÀ-ÖØ-Þ]")
"""A surname that begins small, its particle in one word with it: Aveline d’Entremont, Huda al-Rashid."""


def is_role(low: str, words: SpeechLexicon) -> bool:
    """Whether the word says what somebody is, alone or as a compound ("Datenschutzbeauftragter")."""
    return _is_role(low, words.language)


@lru_cache(maxsize=KNOWN_WORDS)
def _is_role(low: str, language: str) -> bool:
    words = speech_lexicon(language)
    if low.endswith(_GIVEN_PARTS):
        return False
    part = low not in words.lists["roles"] and not (language == "en" and _AGED.fullmatch(low))
    low = low.rsplit("-", 1)[-1] if part else low
    low = low.removeprefix("ex") if language in _FORMER and len(low) > _FORMER_LENGTH else low
    if language == "en" and _AGED.fullmatch(low):
        return True
    listed = any(words.has(name, low) for name in ("roles", "roles_male", "roles_female", "spokes"))
    return listed or words.ends("role_endings", low) or _feminine(low, words)


def _feminine(low: str, words: SpeechLexicon) -> bool:
    """German forms in -in: "Datenschutzbeauftragte" has none, "Behördensprecherin" has."""
    return words.language == "de" and low.endswith("in") and len(low) > 6 and (
        words.has("roles", low[:-2]) or words.ends("role_endings", low[:-2])
    )  # fmt: skip


def is_particle(word: Word, lexicon: SpeechLexicon) -> bool:
    """Whether it stands small before a surname: van, de la."""
    return word.text.islower() and lexicon.has("particles", word.low)


def is_initials(word: Word) -> bool:
    """Whether it is an initial or some, and no legal form: P.J. van Roessel, unlike B.V."""
    return _INITIALS.fullmatch(word.text) is not None and word.low not in shared_names().suffixes


def is_dotted(word: Word) -> bool:
    """Whether it goes on behind a full stop: J. Roe."""
    return word.gap == "." and word.capital


def may_begin(word: Word, lexicon: SpeechLexicon) -> bool:
    """Whether a name may begin with the word, as it is no small word, contraction or role."""
    if word.low in lexicon.small or len(word.text) == 1 or word.text.endswith(("’", "'")):
        return False
    if word.low.endswith(_CONTRACTED):
        return False
    return word.low not in lexicon.view_nouns and not is_compound(word) and not breaks(word, lexicon)


def is_compound(word: Word) -> bool:
    """Whether it tells what something is like: Paris-based."""
    return "-" in word.text and _COMPOUND.search(word.text) is not None


def breaks(word: Word, lexicon: SpeechLexicon) -> bool:
    """Whether no name goes on over it: an address or a role."""
    return word.low in lexicon.addresses or is_role(word.low, lexicon)


def is_given_too(word: Word) -> bool:
    """Whether it may be another given name; else it is the surname behind one: Leopold Windischbauer."""
    return word.low in shared_names().genders


def continues(word: Word, lexicon: SpeechLexicon) -> bool:
    """Whether a name may go on with the word."""
    if _ELIDED.match(word.text):
        return True
    if not word.capital or (lexicon.has("starters", word.low) and word.low in lexicon.closed):
        return False
    return not is_compound(word) and not breaks(word, lexicon)


def is_tied(word: Word) -> bool:
    """Whether nothing parts the word from the one before but the sign of a Dutch article: in ’t Veld."""
    return not word.gap or (word.low == "t" and word.gap in ("’", "'"))


def is_company_noun(word: Word, lexicon: SpeechLexicon) -> bool:
    """Whether a noun for a company opens a name: Mutuelle des Trois Vallées; German nouns are all large."""
    return lexicon.language != "de" and word.capital and lexicon.has("company_nouns", word.low)
