"""What single sentences say of sanctions. Imports the survey, the triggers and the sums.

A finding is one sentence (or one half of it, where it names two respondents with a sum each) in which an
authority does something to a respondent. :mod:`casefile.extraction.actions` makes actions of them.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from casefile import registry
from casefile.extraction.authorities import AuthorityMention
from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.money import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.respondents import (
    LIST_MARK,
    is_indefinite,
    nearest_respondent,
    pair_sums,
    possible_respondents,
    refers_back,
)
from casefile.extraction.sums import is_sanction_sum
from casefile.extraction.survey import Survey, within
from casefile.extraction.triggers import KINDS, Side, Trigger, cue, find_triggers
from casefile.terms import ActionKind
from casefile.values import Span

MONEY_KINDS = (ActionKind.FINE, ActionKind.SETTLEMENT)
_DATE_REACH = 24
_SPOKEN_REACH = 1500
_NEEDS_AUTHORITY = (ActionKind.OTHER, ActionKind.WARNING, ActionKind.INVESTIGATION, ActionKind.INJUNCTION)


@dataclass(frozen=True)
class Finding:
    """One sentence's part in an action."""

    authority: str
    parties: tuple[Party, ...]
    kind: ActionKind
    sums: tuple[MoneyMention, ...]
    trigger: Span
    sentence: Span
    named: bool
    """The sentence itself names the respondent."""
    weak: bool = False
    """The trigger alone does not tell which kind of sum it is."""
    referred: bool = False
    """It says "the company" or the like instead."""
    undated: bool = False
    """Its sentence is about another action, so that the dates there are not its own."""
    focus: Span | None = None
    """What its date stands beside, where that is not the trigger."""


def find_findings(survey: Survey) -> tuple[Finding, ...]:
    """Every finding in reading order."""
    found: list[Finding] = []
    triggers = find_triggers(survey.article.text, survey.article.language)
    for sentence in survey.article.sentences:
        here = within(triggers, sentence)
        if here and not _CASE.search(survey.article.text, sentence.start, sentence.end):
            found += _in_sentence(survey, sentence, here, found)
        elif not here:
            found += _continued(survey, sentence, found) or _entry(survey, sentence)
    return tuple(_with_names_from_below(survey, found))


_CASE = re.compile(r"\s(?:v|vs)\.\s(?=[A-Z])")
"""A case that the sentence cites: what it tells of belongs to that case."""


def _with_names_from_below(survey: Survey, found: list[Finding]) -> list[Finding]:
    """A headline that says "council fined" is about the first respondent that the text then names."""
    named = next((finding for finding in found if finding.named), None)
    if named is None or len(survey.sections) > 1:
        return found
    first = found.index(named)
    return [
        replace(finding, parties=named.parties)
        if finding.authority == named.authority and _is_headline(survey, finding.sentence)
        else finding
        for finding in found[:first]
    ] + found[first:]


def _is_headline(survey: Survey, sentence: Span) -> bool:
    return not sentence.of(survey.article.text).rstrip('"”’»“)').endswith((".", "!", "?", "…"))


def _continued(survey: Survey, sentence: Span, earlier: list[Finding]) -> list[Finding]:
    """Sums in a sentence right after a finding, in its paragraph: how the sum is made up or paid."""
    if not earlier:
        return []
    last = earlier[-1]
    paragraph = survey.article.paragraph_of(sentence)
    told = last.kind in MONEY_KINDS and paragraph.contains(last.sentence)
    language = survey.article.language
    words = sentence.of(survey.article.text)
    if (
        not told
        or cue(language, "negations").search(words)
        or not cue(language, "continuations").search(words)
    ):
        return []
    if within(survey.mentions, sentence) or cue(language, "passing").search(words):
        return []
    sums = [each for each in within(survey.money, sentence) if is_sanction_sum(survey, each, sentence)]
    return [replace(last, sums=tuple(sums), sentence=sentence, named=False, undated=True)] if sums else []


def _entry(survey: Survey, sentence: Span) -> list[Finding]:
    """An entry of a list of penalties: "Kestrel Ltd: £140k under ..."."""
    text = survey.article.text
    start = LIST_MARK.match(text, sentence.start, sentence.end)
    names, sums = within(survey.mentions, sentence), within(survey.money, sentence)
    if start is None or not names or not sums or names[0].span.start != start.end():
        return []
    gap = text[names[0].span.end : sums[0].span.start]
    if not re.fullmatch(r"\s?[:–—|]\s?(?:fined\s)?", gap):
        return []
    inside = _enforcers(within(survey.authorities, survey.section_of(sentence)))
    if not inside:
        return []
    span = sums[0].span
    return [
        Finding(inside[0].code, (names[0].party,), ActionKind.FINE, (sums[0],), span, sentence, named=True)
    ]


def _in_sentence(
    survey: Survey, sentence: Span, triggers: list[Trigger], earlier: list[Finding]
) -> list[Finding]:
    sums = [each for each in within(survey.money, sentence) if is_sanction_sum(survey, each, sentence)]
    usable = _usable(survey, sentence, triggers, sums)
    if not usable:
        return []
    leading = _leading(usable)
    if leading.kind in _NEEDS_AUTHORITY and not within(survey.authorities, sentence):
        return []
    authority = _authority(survey, sentence, leading)
    if not authority:
        return []
    common = Finding(authority, (), leading.kind, (), leading.span, sentence, named=True, weak=leading.weak)
    apart = _told_apart(survey, common, sums, earlier)
    if apart:
        return apart
    names = possible_respondents(within(survey.mentions, sentence), leading)
    referred = refers_back(survey, sentence, leading, names)
    if names and not referred:
        parties: tuple[Party, ...] = (nearest_respondent(names, leading).party,)
    else:
        parties = _spoken_of(survey, sentence, leading, earlier, referred)
    if not parties or not (names or referred or _tells_of_penalty(survey, sentence, leading)):
        return []
    whole = replace(common, parties=parties, named=bool(names) and not referred, referred=referred)
    dated = _dated_apart(survey, sentence, sums)
    if dated:
        return [replace(whole, sums=(amount,), focus=amount.span) for amount in dated]
    return [replace(whole, sums=tuple(sums))]


def _tells_of_penalty(survey: Survey, sentence: Span, trigger: Trigger) -> bool:
    """Whether more than "paid" and a sum tells of a sanction: an authority, or a penalty's name."""
    words = alternatives(lexicon(survey.article.language, "actions").words("penalty_nouns"))
    named = re.search(rf"(?<!\w){words}(?!\w)", sentence.of(survey.article.text), re.IGNORECASE) is not None
    return not trigger.weak or named or bool(within(survey.authorities, sentence))


def _told_apart(
    survey: Survey, common: Finding, sums: list[MoneyMention], earlier: list[Finding]
) -> list[Finding]:
    """One finding for each respondent that the sentence sets beside a sum of its own."""
    pairs = pair_sums(survey, common.sentence, sums)
    keys = {party.key for party, _ in pairs}
    left = [amount for amount in sums if all(amount is not paired for _, paired in pairs)]
    told = [replace(common, parties=(party,), sums=(amount,), focus=amount.span) for party, amount in pairs]
    if len(keys) > 1:
        return told
    passing = cue(survey.article.language, "passing").search(common.sentence.of(survey.article.text))
    if keys and left and passing and earlier and earlier[-1].parties[0].key not in keys:
        return [
            replace(earlier[-1], sums=tuple(left), sentence=common.sentence, named=False, undated=True),
            *told,
        ]
    return []


def _dated_apart(survey: Survey, sentence: Span, sums: list[MoneyMention]) -> list[MoneyMention]:
    """The sums of "100 million in 2020, then 150 million in 2021", which are of two decisions."""
    dates = within(survey.dates, sentence)
    if len(sums) < 2 or len(dates) < len(sums):
        return []
    years = set()
    for amount in sums:
        after = next((each for each in dates if 0 <= each.span.start - amount.span.end < _DATE_REACH), None)
        if after is None or after.date is None:
            return []
        years.add(after.date.earliest.year)
    return sums if len(years) == len(sums) else []


def _leading(triggers: list[Trigger]) -> Trigger:
    """The strictest; what settles a case makes its sum no fine unless the sentence says "fined"."""
    fined = any(
        each.kind is ActionKind.FINE and not each.weak and each.side is not Side.NOUN for each in triggers
    )
    settled = [each for each in triggers if each.kind is ActionKind.SETTLEMENT]
    chosen = settled if settled and not fined else triggers
    return min(chosen, key=lambda each: (KINDS.index(each.kind), each.side is Side.NOUN, each.span))


def _usable(
    survey: Survey, sentence: Span, triggers: list[Trigger], sums: list[MoneyMention]
) -> list[Trigger]:
    """The triggers that tell of something done: no weak one without a sum, no fine in a denial."""
    words = sentence.of(survey.article.text)
    denied = cue(survey.article.language, "negations").search(words) is not None
    strong = [trigger for trigger in triggers if not (trigger.weak and not sums)]
    return [
        trigger for trigger in strong if not (denied and trigger.kind in (*MONEY_KINDS, ActionKind.ORDER))
    ]


def _authority(survey: Survey, sentence: Span, trigger: Trigger) -> str:
    """The authority nearest the trigger in the sentence, else the one last spoken of in the section."""
    here = _enforcers(within(survey.authorities, sentence))
    if here:
        named = [mention for mention in here if mention.named] or here
        return min(named, key=lambda each: abs(each.span.start - trigger.span.start)).code
    section = survey.section_of(sentence)
    inside = _enforcers(within(survey.authorities, section))
    if not inside:
        return ""
    if len(survey.sections) == 1:
        return Counter(mention.code for mention in inside).most_common(1)[0][0]
    return inside[0].code


def _enforcers(mentions: list[AuthorityMention]) -> list[AuthorityMention]:
    """Without courts and ministries: what they decide is about an authority's action."""
    return [
        mention for mention in mentions if registry.authority(mention.code).kind not in ("court", "ministry")
    ]


def _spoken_of(
    survey: Survey, sentence: Span, trigger: Trigger, earlier: list[Finding], referred: bool
) -> tuple[Party, ...]:
    """The respondent that the section last spoke of, or its main organisation; none for "a retailer"."""
    if not referred and trigger.side is Side.BEFORE and is_indefinite(survey, sentence):
        return ()
    section = survey.section_of(sentence)
    recent = [
        finding.parties
        for finding in reversed(earlier)
        if survey.section_of(finding.sentence) == section
        and sentence.start - finding.sentence.end < _SPOKEN_REACH
    ]
    if recent:
        return recent[0]
    main = survey.main_parties.get(section)
    return (main,) if main else ()
