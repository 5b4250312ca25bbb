"""Runs of capitals that are no names: laws, datelines, texts, words that open a sentence. Imports names."""

import re

from casefile.extraction.speech_frames import BREAK, Frame, Word
from casefile.extraction.speech_lexicon import SpeechLexicon, shared_names
from casefile.extraction.speech_names import NameRun, PartyKind

_ROMAN = re.compile(r"[IVX]{2,}")
_PLACE = 3
_LAW = 4
_COMPOUND_LAW = 8
_DATELINE = frozenset((".-", ".–", ".—", "–", "—", "-", "/"))
_ADVERBS = {"fr": "ment", "es": "mente", "it": "mente", "en": "ly"}
"""How adverbs end."""
_ADJECTIVES = ("e", "er", "es", "en")
_THINGS = ("ung", "ungen", "heit", "keit", "nis", "tät", "schaft", "tion", "tionen")
_BODIES = (
    "stiftung", "zeitung", "versicherung", "verwaltung", "regierung", "vereinigung", "sicherung", "beratung",
    "gesellschaft", "genossenschaft", "gewerkschaft", "anwaltschaft", "wirtschaft", "union", "stationen",
)  # fmt: skip
_DETERMINERS = ("definite", "indefinite", "his", "her", "their")
_ABOVE, _MENU_LINE = 300, 160
"""Code points in which a menu stands above a text, and of one of its lines."""
_ENTRY = r"[^\s|·•›»>.,;:!?]+(?: [^\s|·•›»>.,;:!?]+){0,2}"
_MENU = re.compile(rf"{_ENTRY}(?:(?:\s{{2,}}|\s?[|·•›»>]\s?){_ENTRY}){{2,}}")


def is_no_name(frame: Frame, run: NameRun) -> bool:
    """Whether the run is a law, the place of a report, a text, or a word that only opens its sentence."""
    return (
        is_thing(run)
        or (len(run.words) == 1 and _ROMAN.fullmatch(run.words[0]) is not None)
        or _is_post_nominal(frame, run)
        or _is_dateline(frame, run)
        or _opens_law(frame, run)
        or _is_of_law(frame, run)
        or _is_text(run, frame.lexicon)
        or _is_in_menu(frame, run)
        or _is_opening_word(frame, run)
        or _is_german_phrase(frame, run)
    )


def _is_post_nominal(frame: Frame, run: NameRun) -> bool:
    """Whether letters behind a name and a comma only tell a rank: Chief Adewunmi Laja, SAN."""
    apart = frame.words[run.first].gap == "," and run.words[0].isupper()
    return apart and len(run.words) == 1 and run.words[0].casefold() in shared_names().post_nominals


def _is_in_menu(frame: Frame, run: NameRun) -> bool:
    """Whether it is an entry of a line of menu above the text: "News | Sport | Obituaries"."""
    start = frame.words[run.first].start
    if start >= _ABOVE or run.kind is PartyKind.PERSON:
        return False
    line = next(each for each in frame.paragraphs if start < each.end)
    return line.end - line.start < _MENU_LINE and _MENU.fullmatch(line.of(frame.text).strip()) is not None


def _is_opening_word(frame: Frame, run: NameRun) -> bool:
    """Whether a lone word has its capital from the sentence that it opens: an adverb, a verb of saying."""
    if len(run.words) > 1 or run.kind is not PartyKind.OTHER:
        return False
    if run.first and not frame.words[run.first].gap.endswith((".", "?", "!", BREAK)):
        return False
    language, word = frame.lexicon.language, run.words[0]
    following = frame.words[run.last + 1] if run.last + 1 < len(frame.words) else None
    if language in ("es", "it") and frame.lexicon.reports(word.casefold()):
        return True  # Contestó con una anécdota
    if following is None:
        return False
    adverb = language in _ADVERBS and word.endswith(_ADVERBS[language]) and following.gap == ","
    if adverb and not frame.lexicon.has("relatives", following.low):
        return True  # Officiellement, la CNIL; unlike Grabbly, which
    return language == "en" and word.endswith("ing") and _is_object(frame, following)


def _is_object(frame: Frame, following: Word) -> bool:
    """Whether an article or a possessive follows a participle: Accompanying the letter, a note says."""
    plain = not following.gap and not following.capital and not frame.lexicon.reports(following.low)
    return plain and any(frame.lexicon.has(name, following.low) for name in _DETERMINERS)


def is_thing(run: NameRun) -> bool:
    """Whether it is a law, a treaty or a place."""
    if run.kind is PartyKind.PERSON:
        return False
    shared, low = shared_names(), run.words[-1].casefold()
    compound = len(low) > _COMPOUND_LAW and low.endswith(tuple(shared.thing_endings))
    return (
        compound or low in shared.things or run.words[0].casefold() in shared.thing_openings
    )  # Ley Orgánica


def is_articled(frame: Frame, run: NameRun) -> bool:
    """Whether an article stands before it, as before no person's name: the Order."""
    if not run.first or frame.words[run.first].gap:
        return False
    low = frame.words[run.first - 1].low
    return frame.lexicon.has("definite", low) or frame.lexicon.has("indefinite", low)


def _is_of_law(frame: Frame, run: NameRun) -> bool:
    """Whether it ends the name of a law that another word opens: Ley General de Salud."""
    words, lexicon = frame.words, frame.lexicon
    index = run.first - 1
    if lexicon.language in ("en", "de") or index < 0 or not lexicon.has("of", words[index].low):
        return False
    while index > max(0, run.first - _LAW) and not words[index].gap and not words[index].capital:
        if not (lexicon.has("of", words[index].low) or lexicon.has("definite", words[index].low)):
            return False
        index -= 1
    while index > 0 and words[index].capital:
        if words[index].low in shared_names().things:
            return True
        if words[index].gap:
            return False
        index -= 1
    return False


def _opens_law(frame: Frame, run: NameRun) -> bool:
    """Whether it is the beginning of a law with brackets in its name: the Equipment (Safety) Regulations."""
    following = frame.words[run.last + 1 : run.last + 3]
    bracketed = [word.gap for word in following] == ["(", ")"]
    return bracketed and following[-1].capital and following[-1].low in shared_names().things


def _is_dateline(frame: Frame, run: NameRun) -> bool:
    """Whether it is the place that opens a report: WASHINGTON –, Madrid (EFE).-, Bonn. Die Behörde."""
    words = frame.words
    if run.first and not words[run.first].gap.endswith(BREAK):
        return False
    after = words[run.last + 1].gap if run.last + 1 < len(words) else ""
    agency = after == "(" and words[run.last + 1].low in shared_names().agencies
    title = (
        run.first == 0
        and len(run.words) < _PLACE
        and (after in _DATELINE or (after == "." and words[run.last + 1].capital))
    )
    lone = len(run.words) < _PLACE and after == "." and words[run.last + 1].capital
    capitals = "".join(run.words).isupper() and after[:1] in tuple("–—-(,:")
    return agency or title or capitals or (lone and "".join(run.words).isupper())


def _is_german_noun(run: NameRun) -> bool:
    """Whether an adjective and a noun for a thing only open a sentence or stand large: Schwere Verletzung."""
    first, low = run.words[0].casefold(), run.words[-1].casefold()
    told = len(run.words) == _PLACE - 1 and run.kind is PartyKind.OTHER
    return told and first.endswith(_ADJECTIVES) and low.endswith(_THINGS) and not low.endswith(_BODIES)


def _is_german_phrase(frame: Frame, run: NameRun) -> bool:
    """Whether an article of somebody or something new leads to nouns: ein Stapel Mahnungen."""
    first = run.first
    if frame.lexicon.language != "de" or run.kind is not PartyKind.OTHER or not first:
        return False
    return not frame.words[first].gap and frame.lexicon.has("indefinite", frame.words[first - 1].low)


def _is_text(run: NameRun, lexicon: SpeechLexicon) -> bool:
    """Whether it is a text with a capital, as the Final Notice, a German farm, or a call: Suivez-nous."""
    low = run.words[-1].casefold()
    if run.kind is PartyKind.PERSON:
        return False
    if lexicon.language == "de":
        numbered = any(char.isdigit() for char in low) and lexicon.has("documents", run.words[0].casefold())
        return (low == "hof" and len(run.words) == 1) or numbered or _is_german_noun(run)
    called = lexicon.language == "fr" and low.endswith(("-nous", "-vous", "-moi"))
    return called or lexicon.has("documents", low)
