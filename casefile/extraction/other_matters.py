"""Money that no authority imposes: verdicts of juries, damages, break-up fees, traffic fines, fables.

A decision is of such a matter where none of its sentences names the authority, and they or the article's lead
speak of it. Imports the decisions and the lexicon.
"""

import re
from functools import cache

from casefile.extraction.decisions import Decision
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.looking_on import (
    is_against_states,
    is_by_law,
    is_crime,
    is_only_allowed,
    is_only_asked,
    is_private_suit,
    only_looks_on,
    wants,
)
from casefile.extraction.notice_words import fold, label_pattern
from casefile.extraction.surroundings import JUDGES
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Force, Side, Trigger
from casefile.terms import ActionKind
from casefile.values import Span

_OWN = ("awards", "other_matters", "traffic")
_HEADLINE, _LEAD = 150, 700
_LABEL = 24
"""Code points of a line that is only a label: "CORRECTION"."""
_LED = 3
"""So many sentences, the headline among them, are the lead."""
_OBJECT = 60
"""Code points behind a verb in which whom it fines is told of."""
_NEXT = 5
"""Code points between a verb and its object: an article."""
_LEADING = 24
"""Code points before an authority in which a preposition and an article stand."""
_LABELLED = 80
"""Code points in which a paragraph's label stands: "Correction: "."""
_BREAK = re.compile(r"[.;:!?\n]\s|\n")
_SUM = re.compile(r"\s(?:an?\s)?(?:\w+\s)?[$€£]\s?\d|\s\d")


def is_corrected(survey: Survey, decision: Decision) -> bool:
    """Whether only a correction tells of it: "In issue 60 I wrote that Lumo had been fined £50,000"."""
    text, language = survey.article.text, survey.article.language
    earlier = word_pattern(language, "notices", "earlier_issues")
    label = label_pattern(language, "correction_labels")
    for finding in decision.findings:
        paragraph = survey.article.paragraph_of(finding.sentence)
        before = survey.article.sentence_before(finding.sentence)
        start = max(paragraph.start, before.start if before else 0)
        said = earlier.search(text, start, finding.sentence.end)
        if said is None and label.match(fold(text[paragraph.start : paragraph.start + _LABELLED])) is None:
            return False
    return True


def is_other_matter(survey: Survey, decision: Decision) -> bool:
    """Whether the decision is a matter of private people or of traffic, told beside an authority's name.

    Courts try private matters too, so their names speak for no sanction, nor does what an authority may do.
    """
    if only_looks_on(survey, decision) or is_crime(survey, decision):
        return True
    if all(any(is_none(survey, each) for is_none in _NONE) for each in decision.findings):
        return True
    telling = [each for each in decision.findings if each.sums] or decision.findings
    sentences = [finding.sentence for finding in decision.findings]
    if any(_acts(survey, decision.authority, each.sentence) for each in telling) or _fines(survey, decision):
        return False
    if any(_is_of_a_court(survey, part) for part in sentences):
        return True
    lead = [each for each in survey.article.sentences[:_LED] if each.start < _LEAD]
    if any(_speaks(survey, part, "other_matters", "traffic") for part in lead):
        return True
    headline = survey.article.paragraphs[0]
    if headline.end - headline.start <= _HEADLINE and _speaks(survey, headline, "awards"):
        return True
    return all(_speaks(survey, part, *_OWN) for part in sentences)


def _acts(survey: Survey, code: str, sentence: Span) -> bool:
    """Whether the sentence names the authority, and tells of no private matter that it only looks on at."""
    if _speaks(survey, sentence, "other_matters"):
        return False
    return any(
        each.code == code
        and each.authority.kind not in JUDGES
        and not _is_in_condition(survey, sentence, each.span)
        for each in survey.authorities_in(sentence)
    )


def _fines(survey: Survey, decision: Decision) -> bool:
    """Whether the authority fines anybody, in any sentence of the article."""
    told = {
        survey.article.sentence_of(each.span)
        for each in survey.authorities
        if each.code == decision.authority
    }
    acting = {sentence for sentence in told if _acts(survey, decision.authority, sentence)}
    for trigger in survey.triggers:
        if trigger.force is not Force.DONE or trigger.weak or trigger.kind not in MONEY_KINDS:
            continue
        sentence = survey.article.sentence_of(trigger.span)
        before = survey.article.sentence_before(sentence)
        if sentence in acting or (before in acting and _imposes_on(survey, sentence, trigger)):
            return True
    return False


def _imposes_on(survey: Survey, sentence: Span, trigger: Trigger) -> bool:
    """Whether who acts in the sentence before imposes a sum on a named one: "It imposed €2m on Orrin"."""
    if survey.authorities_in(sentence) or _speaks(survey, sentence, *_OWN):
        return False
    told = trigger.side is Side.AFTER and not survey.is_quoted(trigger.span)
    return told and bool(survey.money_in(sentence) and survey.mentions_in(sentence))


def _is_of_a_court(survey: Survey, sentence: Span) -> bool:
    """Whether a court of first instance has somebody pay, and not the fine of an authority that it judges."""
    measures = any(each.side is Side.NOUN for each in survey.triggers_in(sentence))
    return not measures and _speaks(survey, sentence, "trial_courts")


def _is_supposed(survey: Survey, finding: Finding) -> bool:
    """Whether the sum is to be paid on a condition: "If the CMA forbids it, Kestrel pays 9 million"."""
    here = survey.authorities_in(finding.sentence)
    own = [each.span for each in here if each.code == finding.authority]
    text, at = survey.article.text, (finding.focus or finding.trigger).start
    return finding.weak and any(
        _is_in_condition(survey, finding.sentence, span) and "," in text[span.end : at] for span in own
    )


def _is_made_up(survey: Survey, finding: Finding) -> bool:
    """Whether the sentence tells of a decision that there is none of: "the bot invented a decision"."""
    made_up = word_pattern(survey.article.language, "linking", "made_up")
    return made_up.search(survey.article.text, finding.sentence.start, finding.sentence.end) is not None


def _is_turned(survey: Survey, finding: Finding) -> bool:
    """Whether the authority is the object: "Kestrel has sued the Food and Drug Administration".

    Or somebody else complains to it, be it with a wish: "ha chiesto all’Antitrust una multa di 5 milioni".
    """
    if finding.kind in MONEY_KINDS and _is_told_to(survey, finding) and wants(survey, finding):
        return True
    if finding.kind is not ActionKind.OTHER or finding.side is not Side.AFTER or finding.sums:
        return False
    if _is_told_to(survey, finding):
        return True
    behind = [
        each
        for each in survey.authorities_in(finding.sentence)
        if 0 <= each.span.start - finding.trigger.end <= _NEXT
    ]
    return any(each.code == finding.authority for each in behind)


def _is_told_to(survey: Survey, finding: Finding) -> bool:
    """Whether the sentence only names the authority as the one that is complained to."""
    text, language, sentence = survey.article.text, survey.article.language, finding.sentence
    complaint = word_pattern(language, "linking", "complaints").search(text, sentence.start, sentence.end)
    here = [each for each in survey.authorities_in(sentence) if each.code == finding.authority]
    to = _complained_to(language)
    return (
        complaint is not None
        and bool(here)
        and all(
            any(
                not text[match.end() : each.span.start].strip()
                for match in to.finditer(text, max(0, each.span.start - _LEADING), each.span.start + _NEXT)
            )
            for each in here
        )
    )


@cache
def _complained_to(language: str) -> re.Pattern[str]:
    """What leads to who is complained to, be it an elided word: "à l’"."""
    words = alternatives(lexicon(language, "linking").words("complained_to"))
    return re.compile(rf"(?<!\w){words}(?:(?<=['’])|(?!\w))", re.IGNORECASE)


def is_fable(survey: Survey) -> bool:
    """Whether the article has somebody fined whom nobody can fine: a day, gravity, Santa Claus."""
    return any(_fines_nobody(survey, trigger) for trigger in survey.triggers)


def _fines_nobody(survey: Survey, trigger: Trigger) -> bool:
    told = trigger.force is Force.DONE and not trigger.weak and trigger.kind is ActionKind.FINE
    if not told or trigger.side is not Side.AFTER:
        return False
    text, start = survey.article.text, trigger.span.end
    stop = _BREAK.search(text, start, start + _OBJECT)
    end = stop.start() if stop else min(len(text), start + _OBJECT)
    language = survey.article.language
    day = word_pattern(language, "linking", "fabled_days").match(text, start + 1, end)
    if day is not None and _SUM.match(text, day.end()) is not None:
        return True
    return word_pattern(language, "linking", "fabled").search(text, start, end) is not None


def _is_in_condition(survey: Survey, sentence: Span, place: Span) -> bool:
    """Whether the place stands in a clause of condition that opens the sentence."""
    text = survey.article.text
    opening = word_pattern(survey.article.language, "linking", "conditionals")
    return (
        opening.match(text, sentence.start, sentence.end) is not None
        and "," not in text[sentence.start : place.start]
    )


def _speaks(survey: Survey, part: Span, *keys: str) -> bool:
    pattern = word_pattern(survey.article.language, "linking", *keys)
    return pattern.search(survey.article.text, part.start, part.end) is not None


_NONE = (
    _is_supposed,
    _is_turned,
    _is_made_up,
    is_only_asked,
    is_private_suit,
    is_against_states,
    is_by_law,
    is_only_allowed,
)
"""What makes a finding none of an authority's."""
