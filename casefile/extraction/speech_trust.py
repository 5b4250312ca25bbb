"""How far each way of finding a speaker can be trusted. Imports the scene.

Each share lies between how often the way was right when the rules first met articles in six languages (some
430 quotations) and how often it is right on them and on older ones since (some 880): new articles are between
the two; what few quotations show stays near the share before. The
confidence of a quote is that of the place where its speaker stood times that of how a name was made of it.
"""

from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_scene import Rule, Tie

NAMED = 0.97
"""A name that is surely a person's, an authority's or a company's."""
UNSURE_NAME = 0.92
"""Capitalised words that nothing else makes a name."""
OWNER = 0.93
"""The house that a spokesperson or a text belongs to, by its name."""
PRONOUN = 0.92
ROLE_NEAR = 0.74
"""A role that nobody was given: the person just named."""
ROLE_LATER = 0.45
NOUN_IN_NAME = 0.83
"""“The tribunal”: the name that holds the noun."""
BODY_NEAR = 0.8
BODY_OFTEN = 0.5
"""The body that the text names most, where none stands near."""
INTERVIEWED = 0.95
NO_NAME = 0.8
"""Somebody without a name."""

_PLACES = {
    Rule.AFTER: 0.97,
    Rule.BEFORE: 0.92,
    Rule.COLON: 0.9,
    Rule.NAME_LINE: 0.8,
    Rule.CONTINUED: 0.97,
    Rule.FOCUS: 0.86,
    Rule.ANSWER: 0.95,
    Rule.REPEATED: 0.85,
    Rule.TURN: 0.8,
}
_NO_PLACE = 0.62
_FIRM = 0.75
"""The company that the article's action is against, where the text only says "the company"."""
_WEAKER = {CueKind.LOOSE: 0.93, CueKind.TEXT: 0.78}


def confidence(tie: Tie | None, sure: float) -> float:
    """Of a quote and its speaker, between 0 and 1; ``sure`` is that of the speaker."""
    if tie is None:
        return _NO_PLACE
    weaker = _WEAKER.get(tie.cue.kind, 1.0) if tie.cue and tie.rule is Rule.BEFORE else 1.0
    return round(_PLACES[tie.rule] * weaker * sure, 2)


def firm_confidence(before: float) -> float:
    """Of a quotation of the company that an action is against; ``before`` is that of the name found first."""
    return max(before, _FIRM)
