"""What the words of a sanction mean in their sentence. Imports the reading of them.

Three sorts of verbs tell of sanctions: "fined Uber" has the respondent as its object, "imposed a fine on
Uber" the measure, "received a fine" has the respondent as its subject. In the passive the first two turn
round. Where the verb is no verb of sanctions ("issued"), only the measure's name makes it one.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from casefile.extraction.trigger_reading import (
    KINDS,
    Force,
    Reading,
    Role,
    Sense,
    Side,
    Sign,
    Trigger,
    grammar,
    is_verb_last,
)
from casefile.terms import ActionKind

_VOICE_REACH, _VERB_LAST_REACH, _END_REACH = 4, 18, 3
_MEASURE_REACH = 14
"""Words between a verb and the measure that it imposes."""
_DENIAL_REACH, _MODAL_REACH, _LEAD_REACH = 4, 6, 9
_BILL_REACH = 18
_RELATIVE_REACH = 8
_SUM = re.compile(
    r"[\s“\"'’]{0,3}(?:[^\w\s.,;:]|\d(?!\d{0,2}[a-z]{0,8}[A-Z]\w{0,12}(?!\w|\s?[€$£]))|[A-Z]{1,3}[$€£]?\s?\d)"
)
"""A sum, or a quotation; no name that begins with a digit: "fined 3M", "fined 23andMe"."""
_FIGURE = re.compile(r"\d")
_SUM_BELOW = re.compile(r"[^\n\d]{0,120}\d")
_CLAUSE_END = re.compile(r"\s?(?:[.,;:!?)\n]|$)")
_CAPITAL = re.compile(r"[\s“„«\"]{1,4}[^\W\d_a-zß-ÿ]")
_OWN = (Role.PHRASE, Role.ACTIVE, Role.PARTICIPLE)
_OWN_REACH = 3
_FINITE = (Role.ACTIVE, Role.GIVE)
_PARTICIPLES = (Role.PARTICIPLE, Role.GIVEN)
_STRICT = {kind: place for place, kind in enumerate(KINDS)}


class _Voice:
    """How a participle is meant."""

    PASSIVE, PERFECT, BARE = range(3)


def trigger_at(reading: Reading, index: int) -> Trigger | None:
    """What the sign of that number tells; None for words that by themselves tell of nothing."""
    sign = reading.signs[index]
    found = [_FRAMES[sense.role](reading, index, sense) for sense in _senses(reading, sign)]
    told = [trigger for trigger in found if trigger is not None]
    if not told:
        return None
    if _is_own_doing(reading, sign):
        return None
    chosen = min(told, key=lambda each: (each.weak, _STRICT[each.kind]))
    return replace(chosen, force=_force(reading, sign))


def _is_own_doing(reading: Reading, sign: Sign) -> bool:
    """Whether the words tell what a respondent is blamed for: "sanctionnée pour avoir bloqué des comptes"."""
    if not all(sense.role in _OWN for sense in sign.senses):
        return False
    before, behind = reading.before(sign, _OWN_REACH), reading.behind(sign, _OWN_REACH)
    return (
        grammar(reading.language, "blamed_for").search(reading.text, *before) is not None
        or grammar(reading.language, "blamed_behind").search(reading.text, *behind) is not None
    )


def _senses(reading: Reading, sign: Sign) -> tuple[Sense, ...]:
    """What the sign can mean: as a phrase in any case, as a word what its neighbours tell."""
    phrases = tuple(sense for sense in sign.senses if sense.role is Role.PHRASE)
    return (*phrases, *_of_word(reading, sign, tuple(each for each in sign.senses if each not in phrases)))


def _of_word(reading: Reading, sign: Sign, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Of a word that is noun and verb, or participle and finite verb, what its neighbours tell."""
    nouns = tuple(sense for sense in senses if sense.role is Role.NOUN)
    verbs = tuple(sense for sense in senses if sense.role is not Role.NOUN)
    formed = tuple(sense for sense in verbs if sense.role in _PARTICIPLES)
    if formed and len(senses) > 1 and _voice(reading, sign) is not _Voice.BARE:
        return formed
    if nouns and not verbs and _is_infinitive(reading, sign):
        return tuple(replace(sense, role=Role.ACTIVE) for sense in nouns)
    if nouns and verbs:
        return nouns if _is_noun(reading, sign) else verbs
    if formed and is_verb_last(reading.language) and _CLAUSE_END.match(reading.text, sign.span.end):
        return formed
    finite = tuple(sense for sense in verbs if sense.role not in _PARTICIPLES)
    return finite if formed and finite else senses


def _is_noun(reading: Reading, sign: Sign) -> bool:
    """Whether an article or the like stands before the word, or behind it nothing that a verb governs."""
    text, language = reading.text, reading.language
    start, end = reading.before(sign, 3)
    before = text[start:end].rstrip(" -\u00a0")
    if re.search(r"\d\w{0,4}$|[€$£%]$", before) or _ends(grammar(language, "articles"), before):
        return True
    behind = sign.span.end
    return (
        _CLAUSE_END.match(text, behind) is not None
        or grammar(language, "after_nouns").match(text, behind + 1) is not None
    )


def _is_infinitive(reading: Reading, sign: Sign) -> bool:
    """English: whether "to" stands before and an object behind: "decided to ban Kestrel and to fine it"."""
    text, span = reading.text, sign.span
    behind = span.end
    if not sign.first or reading.words[sign.first - 1][0] != "to":
        return False
    return grammar(reading.language, "noun_verbs").fullmatch(text, span.start, behind) is not None and (
        _CAPITAL.match(text, behind) is not None
        or grammar(reading.language, "objects").match(text, behind + 1) is not None
    )


def _ends(pattern: re.Pattern[str], stretch: str) -> bool:
    return any(match.end() == len(stretch) for match in pattern.finditer(stretch))


def _phrase(reading: Reading, index: int, sense: Sense) -> Trigger | None:
    sign = reading.signs[index]
    side = Side.BEFORE if sense.side is Side.AFTER and _is_turned(reading, sign) else sense.side
    return Trigger(sense.kind, side, sign.span, sense.weak)


def _is_turned(reading: Reading, sign: Sign) -> bool:
    """English: whether "ordered ~ to" has nobody in its gap, so is passive: "warned and ordered to stop"."""
    if reading.language != "en" or sign.last != sign.first or sign.end != sign.last + 1:
        return False
    participle = reading.words[sign.first][0]
    return participle.endswith(("ed", "told")) and reading.words[sign.end][0] == "to"


def _noun(reading: Reading, index: int, sense: Sense) -> Trigger | None:
    sign = reading.signs[index]
    span = sign.span
    towards = _towards(reading, sign)
    if towards:
        return Trigger(sense.kind, Side.AFTER, span, weak=False)
    changed = _is_changed(reading, sign)
    if not changed and _is_general(reading, sign):
        return None
    return Trigger(sense.kind, Side.NOUN, span, weak=not changed)


def _is_general(reading: Reading, sign: Sign) -> bool:
    """Whether the measure's name is a plural beside which neither number nor sum stands: "the fines"."""
    text, language = reading.text, reading.language
    span = sign.span
    if grammar(language, "plurals").fullmatch(text, span.start, span.end) is None:
        return False
    before = reading.before(sign, 3)
    summed = _FIGURE.search(text, *before) or _SUM_BELOW.match(text, span.end)
    return summed is None and grammar(language, "counts").search(text, *before) is None


def _towards(reading: Reading, sign: Sign) -> bool:
    """Whether the words behind a measure say against whom it is: "fine of 5 million euros against"."""
    return _pattern_towards(reading.language).match(reading.text, sign.span.end) is not None


@cache
def _pattern_towards(language: str) -> re.Pattern[str]:
    sure, maybe, of = (grammar(language, key).pattern for key in ("against", "for", "of"))
    number = r"(?:[^\s.;:!?]{1,24}\s){1,6}?"
    amount = rf"(?:(?i:{of})\s+{number})?"
    return re.compile(
        rf"\s+(?:(?:[\w-]{{1,30}}\s+){{0,4}}?{amount}(?i:{sure})|{amount}(?i:{maybe})(?=\s+(?:\w{{1,3}}[\s’'])?[^\W\d_a-zß-ÿ]))"
    )


def _is_changed(reading: Reading, sign: Sign) -> bool:
    """Whether somebody contests, confirms or changes the measure."""
    changes = grammar(reading.language, "changes")
    stretches = (reading.before(sign, _MODAL_REACH), reading.behind(sign, _MODAL_REACH))
    return any(changes.search(reading.text, *stretch) for stretch in stretches)


def _active(reading: Reading, index: int, sense: Sense) -> Trigger | None:
    return Trigger(sense.kind, Side.AFTER, reading.signs[index].span, weak=False)


def _participle(reading: Reading, index: int, sense: Sense) -> Trigger | None:
    sign = reading.signs[index]
    return Trigger(sense.kind, _side(reading, sign), sign.span, weak=False)


def _side(reading: Reading, sign: Sign) -> Side:
    voice = _voice(reading, sign)
    if is_verb_last(reading.language):
        ends = voice is not _Voice.BARE or _CLAUSE_END.match(reading.text, sign.span.end)
        return Side.BEFORE if ends else Side.AFTER
    if voice is not _Voice.BARE:
        return Side.BEFORE if voice is _Voice.PASSIVE else Side.AFTER
    return Side.BEFORE if _is_reduced(reading, sign) else Side.AFTER


def _voice(reading: Reading, sign: Sign) -> int:
    text, language = reading.text, reading.language
    passive, perfect = grammar(language, "passive"), grammar(language, "perfect")
    reach = _VERB_LAST_REACH if is_verb_last(language) else _VOICE_REACH
    before = reading.before(sign, reach)
    if is_verb_last(language):
        stretches = (reading.behind(sign, _END_REACH), before)
        if any(passive.search(text, *stretch) for stretch in stretches):
            return _Voice.PASSIVE
        found = any(perfect.search(text, *stretch) for stretch in stretches)
        return _Voice.PERFECT if found else _Voice.BARE
    places = [
        max((match.end() for match in pattern.finditer(text, *before)), default=-1)
        for pattern in (passive, perfect)
    ]
    if max(places) < 0:
        return _Voice.BARE
    return _Voice.PASSIVE if places[0] > places[1] else _Voice.PERFECT


def _is_reduced(reading: Reading, sign: Sign) -> bool:
    """Whether a participle without an auxiliary is a passive: "Uber, fined €5m by", "multada con 5"."""
    behind = sign.span.end
    if _SUM.match(reading.text, behind) or _CLAUSE_END.match(reading.text, behind):
        return True
    if grammar(reading.language, "after_passives").match(reading.text, behind + 1):
        return True
    start, end = reading.before(sign, 1)
    return reading.language != "en" and start < end


def _give(reading: Reading, index: int, sense: Sense) -> Trigger | None:
    sign = reading.signs[index]
    kind = _measure(reading, index, ahead=True)
    if kind is None and _is_relative(reading, sign):
        kind = _measure(reading, index, ahead=False)
    if kind is None and sense.bare:
        return None
    return Trigger(kind or sense.kind, Side.AFTER, sign.span, weak=kind is None)


def _is_relative(reading: Reading, sign: Sign) -> bool:
    """Whether the verb's object stands before it: "la multa que la CNMC impuso a"."""
    relatives = grammar(reading.language, "relatives")
    return relatives.search(reading.text, *reading.before(sign, _RELATIVE_REACH)) is not None


def _given(reading: Reading, index: int, sense: Sense) -> Trigger | None:
    sign = reading.signs[index]
    kind = _measure(reading, index, ahead=True) or _measure(reading, index, ahead=False)
    if kind is None and sense.bare:
        return None
    behind = sign.span.end
    directed = _directed(reading.language).match(reading.text, behind) is not None
    side = Side.AFTER if directed else _side(reading, sign)
    return Trigger(kind or sense.kind, side, sign.span, weak=kind is None)


@cache
def _directed(language: str) -> re.Pattern[str]:
    """The small words behind a verb that say whom it is directed at."""
    against, to = grammar(language, "against").pattern, grammar(language, "to").pattern
    return re.compile(rf"\s+(?:{against}|{to})", re.IGNORECASE)


def _get(reading: Reading, index: int, _: Sense) -> Trigger | None:
    kind = _measure(reading, index, ahead=True)
    if kind is None and is_verb_last(reading.language):
        kind = _measure(reading, index, ahead=False)
    return Trigger(kind, Side.BEFORE, reading.signs[index].span, weak=False) if kind else None


def _measure(reading: Reading, index: int, ahead: bool) -> ActionKind | None:
    """The strictest measure named near a verb, in its half of the sentence; denied ones do not count."""
    sign = reading.signs[index]
    left, right = reading.unit(sign.first)
    step = 1 if ahead else -1
    kinds = []
    place = index + step
    while 0 <= place < len(reading.signs):
        other = reading.signs[place]
        distance = other.first - sign.last if ahead else sign.first - other.last
        start = reading.words[other.first][1]
        if distance > _MEASURE_REACH or not left <= start < right:
            break
        sense = next((each for each in other.senses if each.role is Role.NOUN), None)
        if sense and _is_said(reading, other):
            kinds.append(sense.kind)
        elif any(each.role in _FINITE for each in other.senses) or (
            ahead and _is_of_another_clause(reading, sign, other)
        ):
            break
        place += step
    return min(kinds, key=KINDS.index) if kinds else None


def _is_of_another_clause(reading: Reading, sign: Sign, other: Sign) -> bool:
    """Whether the measure behind is that of a later verb: "filed in May, and in June it got an order"."""
    if is_verb_last(reading.language) or not any(each.role is Role.GIVEN for each in other.senses):
        return False
    between = reading.text[sign.span.end : other.span.start]
    return "," in between and grammar(reading.language, "joins").search(between) is not None


_FRAMES = {
    Role.PHRASE: _phrase,
    Role.NOUN: _noun,
    Role.ACTIVE: _active,
    Role.PARTICIPLE: _participle,
    Role.GIVE: _give,
    Role.GIVEN: _given,
    Role.GET: _get,
    Role.IDIOM: lambda *_: None,
}


def _is_denied(reading: Reading, sign: Sign) -> bool:
    if any(denied(reading, sign) for denied in (_is_none, _is_denied_behind, _is_denied_last)):
        return True
    denials = grammar(reading.language, "denials")
    only = grammar(reading.language, "not_only")
    start, end = reading.before(sign, _DENIAL_REACH)
    for match in grammar(reading.language, "contrasts").finditer(reading.text, start, end):
        start = match.end()
    phrase = any(sense.role is Role.PHRASE for sense in sign.senses)
    if not phrase and grammar(reading.language, "nobody").match(reading.text, sign.span.end + 1):
        return True
    found = list(denials.finditer(reading.text, start, end))
    return (
        bool(found)
        and only.search(reading.text, start, end) is None
        and not _is_over(reading, sign, found[-1].end())
    )


def _is_denied_behind(reading: Reading, sign: Sign) -> bool:
    """Whether the verb behind a measure denies it: "an inquiry by the CMA was never opened"."""
    if any(sense.role is not Role.NOUN for sense in sign.senses):
        return False
    following = bisect_right(reading.signs, sign.first, key=lambda each: each.first)
    verb = reading.signs[following] if following < len(reading.signs) else sign
    given = any(sense.role is Role.GIVEN for sense in verb.senses)
    _, right = reading.unit(sign.first)
    near = verb.first - sign.last <= _MEASURE_REACH and verb.span.start < right
    if not given or not near or "," in reading.text[sign.span.end : verb.span.start]:
        return False
    return grammar(reading.language, "denials").search(reading.text, *reading.before(verb, 2)) is not None


def _is_denied_last(reading: Reading, sign: Sign) -> bool:
    """Whether the clause of a verb ends with a denial behind its object: "ermittelt gegen Orrin nicht"."""
    acts = (sense.role is Role.ACTIVE or sense.side is Side.AFTER for sense in sign.senses)
    if not any(acts):
        return False
    _, right = reading.unit(sign.first)
    return _denial_last(reading.language).match(reading.text, sign.span.end, right) is not None


@cache
def _denial_last(language: str) -> re.Pattern[str]:
    """The words of an object, a denial, and the end of the clause or what leads to the object."""
    denial, against = (grammar(language, key).pattern for key in ("denials_last", "against"))
    return re.compile(
        rf"(?:\s[^\s,.;:()]{{1,30}}){{0,5}}?\s{denial}(?:[,.;:!?)]|\s{against}|$)", re.IGNORECASE
    )


def _is_none(reading: Reading, sign: Sign) -> bool:
    """Whether the words between the parts of a phrase deny it: "leitete kein Verfahren ein"."""
    none = grammar(reading.language, "none")
    between = sign.span.end, reading.words[sign.end][1]
    return between[0] < between[1] and none.search(reading.text, *between) is not None


def _is_over(reading: Reading, sign: Sign, denied: int) -> bool:
    """Whether the clause of a denial ends before the sign: "which it did not name, was fined".

    An aside between two commas ends none, nor does a comma of a list, nor one before an infinitive.
    """
    text, start = reading.text, sign.span.start
    between = text[denied:start]
    if ")" in between and "(" not in between:
        return True
    listed = reading.first_sign_from(denied) is not sign
    infinitive = grammar(reading.language, "infinitives").search(text, denied, reading.behind(sign, 4)[1])
    return between.count(",") == 1 and not listed and infinitive is None


@dataclass(frozen=True)
class _Lead:
    """Words before a trigger that take its force from it."""

    key: str
    reach: int
    force: Force


_LEADS = (
    _Lead("possible", _MODAL_REACH, Force.POSSIBLE),
    _Lead("bills", _BILL_REACH, Force.POSSIBLE),
    _Lead("asked", _LEAD_REACH, Force.ASKED),
    _Lead("planned", _LEAD_REACH, Force.PROPOSED),
)


def _force(reading: Reading, sign: Sign) -> Force:
    text, language = reading.text, reading.language
    if _is_denied(reading, sign):
        return Force.DENIED
    if _is_limited(reading, sign) or _is_conditional(reading, sign):
        return Force.POSSIBLE
    if _goes_on_with_what_may_be(reading, sign):
        return Force.POSSIBLE
    for lead in _LEADS:
        if grammar(language, lead.key).search(text, *reading.before(sign, lead.reach)):
            return lead.force
    return Force.DONE


def _goes_on_with_what_may_be(reading: Reading, sign: Sign) -> bool:
    """Whether it is joined to a verb that tells what may be: "could have gone to court and fined Kestrel"."""
    text, language = reading.text, reading.language
    start, end = reading.before(sign, 2 * _MODAL_REACH)
    if not _ends(grammar(language, "joins"), text[start:end].rstrip()):
        return False
    found = [*grammar(language, "possible").finditer(text, start, end)]
    if not found or "," in text[found[-1].end() : end]:
        return False
    return grammar(language, "finite").search(text, found[-1].end(), end) is None


def _is_limited(reading: Reading, sign: Sign) -> bool:
    """Whether only the most that a measure could be is told: "fines of up to"."""
    limits = grammar(reading.language, "limits")
    named = any(sense.role is Role.NOUN for sense in sign.senses)
    return named and limits.match(reading.text, sign.span.end + 1) is not None


def _is_conditional(reading: Reading, sign: Sign) -> bool:
    """Whether the sign stands in a clause of condition that opens the sentence: "If the CMA fines it,".

    Where verbs stand last, that clause ends with the sign.
    """
    text, span = reading.text, sign.span
    left, _ = reading.unit(sign.first)
    start = left + len(text[left : span.start]) - len(text[left : span.start].lstrip())
    opening = grammar(reading.language, "conditionals").match(text, start, span.start)
    if opening is None or not opening.group()[0].isupper() or "," in text[start : span.start]:
        return False
    return not is_verb_last(reading.language) or text.startswith(",", span.end)


def _is_said(reading: Reading, sign: Sign) -> bool:
    """Whether a measure is told of as one that is: not denied, not the most that could be."""
    return not _is_denied(reading, sign) and not _is_limited(reading, sign)
