"""Authorities that do nothing to anybody: asked to act, told as content, or denying what was rumoured.

Where each mention of an authority is such a one, no decision of the article is its own. Imports the decisions
and the lexicon.
"""

import re
from functools import cache

from casefile.extraction.decisions import Decision
from casefile.extraction.finding import Finding
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.small_words import THE
from casefile.extraction.surroundings import JUDGES
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Side
from casefile.terms import ActionKind
from casefile.values import Span

_LEADING = 40
"""Code points before an authority in which a verb with its small words stands."""
_LED = 4
"""So many sentences, the headline among them, are the lead."""
_BY_LAW = (ActionKind.BAN, ActionKind.ORDER)
_OBJECT = 16
"""Code points between a verb and its object: "proposed new sanctions"."""
_SMALL = rf"(?:\s(?:{THE}|to|an?|à|alla?)){{0,2}}(?:\s|\s?(?:a|al)?l?l[’'])"
_BRACKET = r"(?:\s\([^)\n]{1,40}\))?"


def only_looks_on(survey: Survey, decision: Decision) -> bool:
    """Whether the text tells of the authority only that it has nothing against anybody, or is asked."""
    text, language = survey.article.text, survey.article.language
    mentions = [each.span for each in survey.authorities if each.code == decision.authority]
    telling = [finding.sentence for finding in decision.findings]

    def is_told_apart(span: Span) -> bool:
        asked = _asked(language).search(text, max(0, span.start - _LEADING), span.start)
        return asked is not None and not any(sentence.contains(span) for sentence in telling)

    return bool(mentions) and all(
        _content(language).match(text, span.end) is not None or is_told_apart(span) for span in mentions
    )


def is_only_asked(survey: Survey, finding: Finding) -> bool:
    """Whether somebody wants the authority to do it: "Kestrel called on the CAA to fine Norvia"."""
    here = [each.span for each in survey.authorities_in(finding.sentence) if each.code == finding.authority]
    return bool(here) and all(_is_asked(survey, finding, span) for span in here)


def _is_asked(survey: Survey, finding: Finding, body: Span) -> bool:
    """Whether a verb of asking stands right before the body, and what is asked for behind it."""
    text, asked = survey.article.text, _asked(survey.article.language)
    start = max(finding.sentence.start, body.start - _LEADING)
    told = [finding.trigger, *(each.span for each in finding.sums)]
    behind = min((span.start for span in told if span.start >= body.end), default=None)
    leads = asked.search(text, start, body.start) is not None
    return leads and behind is not None and "," not in text[body.end : behind]


def wants(survey: Survey, finding: Finding) -> bool:
    """Whether the sentence tells that somebody asks for something."""
    asked = word_pattern(survey.article.language, "linking", "asked")
    return asked.search(survey.article.text, finding.sentence.start, finding.sentence.end) is not None


def is_private_suit(survey: Survey, finding: Finding) -> bool:
    """Whether somebody sues who is no authority: "A foundation has sued Orrin", "Orrin has sued Norvia"."""
    if finding.kind is not ActionKind.OTHER or finding.side is Side.NOUN or finding.sums:
        return False
    sentence, verb = finding.sentence, finding.trigger
    before = Span(sentence.start, max(sentence.start + 1, verb.start))
    suing = before if finding.side is Side.AFTER else sentence
    if any(each.code == finding.authority for each in survey.authorities_in(suing)):
        return False
    text, claimants = survey.article.text, word_pattern(survey.article.language, "linking", "claimants")
    if claimants.search(text, suing.start, suing.end) is not None:
        return True
    subjects = {mention.party for mention in survey.mentions_in(before)}
    return finding.side is Side.AFTER and bool(subjects.intersection(finding.parties))


def is_against_states(survey: Survey, finding: Finding) -> bool:
    """Whether its words are those of politics: "the Council proposed sanctions against Belarus".

    Bans and orders are, too, where the article's head speaks of such sanctions.
    """
    if finding.sums:
        return False
    pattern, text = (
        word_pattern(survey.article.language, "linking", "political_sanctions"),
        survey.article.text,
    )
    verb = finding.trigger
    if finding.kind in _BY_LAW and _heads(survey, pattern):
        return True
    found = pattern.finditer(text, finding.sentence.start, finding.sentence.end)
    return any(verb.start < match.end() and match.start() - verb.end <= _OBJECT for match in found)


def is_by_law(survey: Survey, finding: Finding) -> bool:
    """Whether firms must do it by a law to come, of which the lead speaks: "Platforms must delete films"."""
    if finding.sums or finding.kind not in _BY_LAW or survey.authorities_in(finding.sentence):
        return False
    return _heads(survey, word_pattern(survey.article.language, "linking", "bills"))


def is_only_allowed(survey: Survey, finding: Finding) -> bool:
    """Whether the sentence tells only what the authority may do: "The AFM may give them a fine of €1m"."""
    may = word_pattern(survey.article.language, "linking", "may")
    here = [each.span for each in survey.authorities_in(finding.sentence) if each.code == finding.authority]
    return finding.weak and any(
        span.end <= finding.trigger.start and may.match(survey.article.text, span.end + 1) is not None
        for span in here
    )


def _heads(survey: Survey, pattern: re.Pattern[str]) -> bool:
    """Whether one of the first sentences, the headline among them, has the words."""
    text = survey.article.text
    return any(pattern.search(text, part.start, part.end) for part in survey.article.sentences[:_LED])


def is_crime(survey: Survey, decision: Decision) -> bool:
    """Whether a court has somebody locked up, and no firm pays for it."""
    body = survey.authority(decision.authority)
    judged = not body.code or body.kind in JUDGES
    prison, text = word_pattern(survey.article.language, "linking", "prison"), survey.article.text
    return (
        judged
        and all(party.person for party in decision.parties)
        and any(prison.search(text, each.sentence.start, each.sentence.end) for each in decision.findings)
    )


@cache
def _content(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "linking").words("content")).replace("’", "[’']")
    return re.compile(rf"{_BRACKET}\s(?:[\w’']{{1,16}}\s){{0,3}}?{words}(?!\w)", re.IGNORECASE)


@cache
def _asked(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "linking").words("asked"))
    return re.compile(rf"(?<!\w){words}{_SMALL}$", re.IGNORECASE)
