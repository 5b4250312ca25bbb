"""Measures that a sentence tells plainly, whatever a model makes of its other words. Imports the anchors.

"In March the RBQ suspended its licence", "Kestrel was publicly censured": a verb that imposes, and whom it is
imposed on.
"""

import re
from functools import cache
from itertools import pairwise

from casefile.extraction.anchors import Anchor
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.linking_words import linking_words
from casefile.extraction.money_apart import penalty_words
from casefile.extraction.names import Party
from casefile.extraction.pairs import (
    bracketed_parties,
    largest_of_several,
    one_of_several,
    targets_of_sums,
)
from casefile.extraction.pointing_back import points_back
from casefile.extraction.status_words import standing_words
from casefile.extraction.survey import Survey
from casefile.extraction.trigger_reading import grammar
from casefile.extraction.triggers import Force, Side, Trigger
from casefile.terms import ActionKind
from casefile.values import Span

_LEAST, _LEAST_BY_LAW = 0.2, 0.1
"""How likely the model must have it at least, and where the law is named that was broken."""
_SURELY, _ACTING = 0.8, 0.7
"""The respondent's and the authority's share at least, where the sentence only points back."""
_MEASURES = (ActionKind.BAN, ActionKind.REPRIMAND, ActionKind.WARNING)
"""What nobody but an authority does to somebody who is named with it."""
_REACH, _TOTAL = 64, 24
_SEVERAL = 2
_LIST_EDGE = re.compile(r"\s(?:[a-zà-ÿ]{1,12}(?:\s|[’'])){0,5}")
"""Before the first name of a list and behind the last: a few small words."""
_MOSTLY = 0.4
"""The share of the respondent whose other fine is told."""
_DEFINITE = 8
_FEW_WORDS = re.compile(r"(?:\s[^\W\d_A-Z][^\W\d_]{0,11}){0,3}\s")
_NICKNAME = re.compile(r"\s(?:[^\W\d_][\w’'-]*\s){1,2}")
"""What one fine is called by, between its sum and the noun."""
_BEFORE_NAME = re.compile(r"\s(?:[^\W\d_A-Z][^\W\d_]{0,11}[\s’']){0,2}")
"""Between a verb and whom it fines: " ", " a la empresa "."""
_BESIDE = 32
"""Code points at most between a fine and its sum."""


def is_plainly_told(
    survey: Survey, anchor: Anchor, likely: float, party: tuple[Party, float], authority: tuple[str, float]
) -> bool:
    """Whether the anchor's verb imposes a measure on the party, each with its share.

    The party is named beside it, or the sentence names the authority and points back at the party.
    """
    trigger = anchor.trigger
    if anchor.money is not None or trigger is None:
        return False
    lawful = _is_ordered_by_law(survey, anchor, party)
    if likely < (_LEAST_BY_LAW if lawful else _LEAST):
        return False
    if trigger.force is not Force.DONE or trigger.side is Side.NOUN or trigger.kind is ActionKind.OTHER:
        return False
    if trigger.weak and not acts_upon(survey, trigger, party[0], authority[0]):
        return False
    if survey.is_quoted(trigger.span) or anchor.sentence.of(survey.article.text).endswith("?"):
        return False
    named = {mention.party for mention in survey.mentions_in(anchor.sentence)}
    if party[0] in named and lawful:
        return True
    if party[0] in named:
        return trigger.kind in _MEASURES and party[1] >= _LEAST
    acts = any(each.code == authority[0] for each in survey.authorities_in(anchor.sentence))
    sure = party[1] >= _SURELY and authority[1] >= _ACTING and not any(not each.person for each in named)
    if trigger.kind is ActionKind.INVESTIGATION:
        return acts and sure and trigger.side is Side.AFTER and _takes_from_it(survey, anchor)
    return acts and sure and (points_back(survey, anchor) or _takes_from_it(survey, anchor))


def acts_upon(survey: Survey, trigger: Trigger, party: Party, code: str) -> bool:
    """Whether the authority stands right before the verb and the party right behind it."""
    text, span = survey.article.text, trigger.span
    acting = any(
        mention.code == code and _FEW_WORDS.fullmatch(text, mention.span.end, span.start)
        for mention in survey.authorities_in(survey.article.sentence_of(span))
        if mention.span.end < span.start <= mention.span.end + _BESIDE
    )
    return acting and any(0 <= each.start - span.end <= _DEFINITE for each in party.spans)


def _is_ordered_by_law(survey: Survey, anchor: Anchor, party: tuple[Party, float]) -> bool:
    """Whether the sentence names the law for which somebody is ordered to do something."""
    trigger, sentence = anchor.trigger, anchor.sentence
    if trigger is None or trigger.kind is not ActionKind.ORDER or trigger.side is not Side.BEFORE:
        return False
    return party[1] >= _SURELY and survey.names_law(sentence)


def is_listed(survey: Survey, anchor: Anchor) -> bool:
    """Whether its sum is of a list: "Recent decisions of the DPC include Orrin (€3m) and Norvia (€2m)"."""
    text, language, sentence = survey.article.text, survey.article.language, anchor.sentence
    if anchor.money is None or not survey.authorities_in(sentence):
        return False
    if any(each.force is not Force.DONE for each in anchor.triggers):
        return False
    listed = bracketed_parties(survey, sentence)
    if anchor.money.span not in listed:
        return False
    start = min(listed).start
    return any(
        pattern.search(text, sentence.start, start) is not None
        for pattern in (word_pattern(language, "linking", "decisions"), grammar(language, "plurals"))
    )


def is_record(survey: Survey, anchor: Anchor, paired: Party | None) -> bool:
    """Whether its sum is the one that was the highest before: "The previous record was Orrin's €23m fine".

    Or it is a part of that, ``paired`` with its own party: "€3m for Orrin and Norvia: €2m for the former".
    """
    text, language, sentence = survey.article.text, survey.article.language, anchor.sentence
    if anchor.money is None or survey.is_quoted(anchor.span):
        return False
    if len(survey.money_in(sentence)) != 1 and paired is None:
        return False
    if any(each.force is not Force.DONE for each in anchor.triggers):
        return False
    named = {each.party for each in survey.mentions_in(sentence) if not each.party.person}
    record = word_pattern(language, "linking", "records").search(text, sentence.start, anchor.span.start)
    return (len(named) == 1 or paired is not None) and record is not None


def is_directed(survey: Survey, anchor: Anchor) -> bool:
    """Whether its sum is an authority’s against somebody: "the CNIL’s €50m against Orrin"."""
    if anchor.money is None or not survey.authorities_in(anchor.sentence):
        return False
    if any(each.force is not Force.DONE for each in anchor.triggers):
        return False
    return anchor.money.span in targets_of_sums(survey, anchor.sentence)


def is_fined_outright(survey: Survey, anchor: Anchor) -> bool:
    """Whether nothing but names stand between a verb that fines and its sum: "fined AT&T and Sprint $9m"."""
    trigger, money, text = anchor.trigger, anchor.money, survey.article.text
    if trigger is None or money is None or trigger.weak or trigger.kind is not ActionKind.FINE:
        return False
    if trigger.side is not Side.AFTER or trigger.force is not Force.DONE or survey.is_quoted(money.span):
        return False
    place = trigger.span.end
    between = [each for each in survey.mentions_in(anchor.sentence) if place <= each.span.start]
    between = [each for each in between if each.span.end < money.span.start]
    joint, words = linking_words(survey.article.language).listed, _sum_words(survey.article.language)
    for number, mention in enumerate(between):
        gap = text[place : mention.span.start]
        if not (joint.fullmatch(gap) if number else _BEFORE_NAME.fullmatch(gap)):
            return False
        place = mention.span.end
    return bool(between) and words.fullmatch(text, place, money.span.start) is not None


@cache
def _sum_words(language: str) -> re.Pattern[str]:
    """Little words up to a sum: " a total of ", " con ", " à hauteur de "."""
    words = alternatives(lexicon(language, "linking").words("sum_words"))
    return re.compile(rf"(?:\s{words}(?!\w)[’']?){{0,5}}\s?", re.IGNORECASE)


def is_largest(survey: Survey, anchor: Anchor) -> bool:
    """Whether a sentence opens with its sum, of one of several fines: "The largest, of €1.2bn, was"."""
    text, sentence = survey.article.text, anchor.sentence
    if anchor.money is None or survey.is_quoted(anchor.span):
        return False
    if any(each.force is not Force.DONE for each in anchor.triggers):
        return False
    if anchor.money.span not in largest_of_several(survey, sentence):
        return False
    before = survey.article.sentence_before(sentence)
    start = before.start if before is not None else sentence.start
    return penalty_words(survey.article.language).search(text, start, sentence.end) is not None


def is_settled(survey: Survey, anchor: Anchor, party: tuple[Party, float]) -> bool:
    """Whether the one right before the verb settles with an authority: "Orrin agreed to pay Texas $1.4bn".

    What plaintiffs get is none: "to settle a class action".
    """
    text, money, sentence = survey.article.text, anchor.money, anchor.sentence
    deal = next((each for each in anchor.triggers if each.kind is ActionKind.SETTLEMENT), None)
    if money is None or deal is None or deal.side is not Side.BEFORE or party[1] < _SURELY:
        return False
    if any(each.force is not Force.DONE for each in anchor.triggers) or survey.is_quoted(money.span):
        return False
    if not 0 <= money.span.start - deal.span.end <= _BESIDE or not survey.authorities_in(sentence):
        return False
    before = [span for span in party[0].spans if sentence.start <= span.start and span.end <= deal.span.start]
    if not before or deal.span.start - before[-1].end > _DEFINITE:
        return False
    return (
        word_pattern(survey.article.language, "money", "suits").search(text, sentence.start, sentence.end)
        is None
    )


def is_total_of_one(survey: Survey, anchor: Anchor) -> bool:
    """Whether its sum adds up the fines of those who are named: "two fines of €45m in total on Orrin"."""
    trigger, sentence = anchor.trigger, anchor.sentence
    if anchor.money is None or trigger is None or trigger.weak or trigger.side is Side.NOUN:
        return False
    if trigger.kind is not ActionKind.FINE or any(each.force is not Force.DONE for each in anchor.triggers):
        return False
    named = {each.party.name for each in survey.mentions_in(sentence)} - survey.bystanders
    if not named or not survey.authorities_in(sentence):
        return False
    if len(named) > 1 and len(survey.money_in(sentence)) > 1:
        return False
    return is_called_total(survey, sentence, anchor.money.span)


def is_of_list(survey: Survey, anchor: Anchor) -> bool:
    """Whether a fining verb, a list of names and the sum follow each other: "fined Orrin and Norvia €3m"."""
    trigger, money, text = anchor.trigger, anchor.money, survey.article.text
    if money is None or trigger is None or trigger.weak or trigger.kind is not ActionKind.FINE:
        return False
    if trigger.side is not Side.AFTER or any(each.force is not Force.DONE for each in anchor.triggers):
        return False
    start, end = trigger.span.end, money.span.start
    named = [each.span for each in survey.mentions_in(anchor.sentence) if start <= each.span.start < end]
    if len(named) < _SEVERAL or not survey.authorities_in(anchor.sentence):
        return False
    joined = linking_words(survey.article.language).joined
    return (
        _LIST_EDGE.fullmatch(text, start, named[0].start) is not None
        and _LIST_EDGE.fullmatch(text, named[-1].end, end) is not None
        and all(joined.fullmatch(text, one.end, other.start) for one, other in pairwise(named))
    )


def is_called_total(survey: Survey, sentence: Span, span: Span) -> bool:
    """Whether words beside the sum call it a total."""
    start, end = max(sentence.start, span.start - _TOTAL), min(sentence.end, span.end + _TOTAL)
    return _totals(survey.article.language).search(survey.article.text, start, end) is not None


@cache
def _totals(language: str) -> re.Pattern[str]:
    words = lexicon(language, "money").lists("around").get("totals", ())
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.IGNORECASE)


def is_dealt_to(survey: Survey, anchor: Anchor, party: tuple[Party, float]) -> bool:
    """Whether a fine's sum has the respondent right behind it: "the largest fine, €1.2bn for Orrin"."""
    text, trigger, money = survey.article.text, anchor.trigger, anchor.money
    if money is None or trigger is None or trigger.kind is not ActionKind.FINE or party[1] < _SURELY:
        return False
    if any(each.force is not Force.DONE for each in anchor.triggers) or survey.is_quoted(money.span):
        return False
    first, second = sorted((trigger.span, money.span))
    between = text[first.end : second.start].strip(" -\u00a0")
    of = grammar(survey.article.language, "of").fullmatch(between) is not None
    if len(between) > _BESIDE or not (of or not between or between.endswith((",", ":", "(", "–", "—"))):
        return False
    behind = _onto(survey.article.language).match(text, max(first.end, second.end), anchor.sentence.end)
    return behind is not None and any(span.start == behind.end() for span in party[0].spans)


def is_named_fine(survey: Survey, anchor: Anchor, party: tuple[Party, float]) -> bool:
    """Whether a fine is told of by name, sum, respondent and body: "upheld the DPC’s fine of €1bn on Orrin".

    A sum of billions is one too, though most sums of that size are none.
    """
    text, money, sentence = survey.article.text, anchor.money, anchor.sentence
    if money is None or party[1] < _SURELY or party[0].person or survey.is_quoted(money.span):
        return False
    spared = word_pattern(survey.article.language, "linking", "spared")
    if party[0].name in survey.bystanders or spared.search(text, sentence.start, money.span.start):
        return False
    fines = [
        each for each in anchor.triggers if each.kind is ActionKind.FINE and each.side is not Side.BEFORE
    ]
    of = grammar(survey.article.language, "of")
    if not any(of.fullmatch(text[each.span.end : money.span.start].strip()) for each in fines):
        return False
    if any(each.force not in (Force.DONE, Force.DENIED) for each in anchor.triggers):
        return False
    if not any(mention.party is party[0] for mention in survey.mentions_in(sentence)):
        return False
    if survey.authorities_in(sentence) or any(each.force is Force.DENIED for each in anchor.triggers):
        return True
    courts = standing_words(survey.article.language, "courts")
    return courts.search(text, sentence.start, sentence.end) is not None


def is_one_of_several(survey: Survey, anchor: Anchor, party: tuple[Party, float]) -> bool:
    """Whether the sum is of another fine of the one spoken of: "the €2.4bn Shopping fine of 2017".

    The sentence names nobody. It calls the fine by a word or two and a date, or opens with which it is: "The
    biggest, imposed in 2018, was €4bn".
    """
    text, trigger, money, sentence = survey.article.text, anchor.trigger, anchor.money, anchor.sentence
    if money is None or trigger is None or trigger.kind is not ActionKind.FINE or party[1] < _MOSTLY:
        return False
    if trigger.force is not Force.DONE or survey.is_quoted(money.span) or party[0].person:
        return False
    if {each.party.name for each in survey.mentions_in(sentence)} - survey.bystanders:
        return False
    if not survey.dates_in(sentence):
        return False
    told = one_of_several(survey.article.language).match(text, sentence.start, sentence.end) is not None
    if trigger.side is not Side.NOUN:
        return told
    before = text[max(sentence.start, money.span.start - _DEFINITE) : money.span.start]
    if _determined(survey.article.language).search(before) is None:
        return False
    last = survey.article.sentence_before(sentence)
    refers = word_pattern(survey.article.language, "linking", "references")
    spoken = refers.search(text, last.start if last is not None else sentence.start, sentence.end) is not None
    return spoken and _NICKNAME.fullmatch(text, money.span.end, trigger.span.start) is not None


@cache
def _determined(language: str) -> re.Pattern[str]:
    articles = alternatives(lexicon(language, "linking").words("definite"))
    return re.compile(rf"(?<!\w){articles}(?:\s|(?<=[’']))$", re.IGNORECASE)


@cache
def _onto(language: str) -> re.Pattern[str]:
    """What leads from a sum to the name of the one who is to pay it: " for the "."""
    onto = "|".join(grammar(language, key).pattern for key in ("against", "for"))
    articles = alternatives(lexicon(language, "linking").words("articles"))
    return re.compile(rf"\s(?:{onto})(?:\s|(?<=[’']))(?:{articles}(?:\s|(?<=[’'])))?[“\"„«]?", re.IGNORECASE)


def _takes_from_it(survey: Survey, anchor: Anchor) -> bool:
    """Whether words behind the verb mean who was spoken of: "pulled his certificate", "warned the bank"."""
    text, language, trigger = survey.article.text, survey.article.language, anchor.trigger
    if trigger is None:
        return False
    end = min(anchor.sentence.end, trigger.span.end + _REACH)
    refers = word_pattern(language, "linking", "references")
    return (
        _owned(language).match(text, trigger.span.end, end) is not None
        or refers.search(text, trigger.span.end, end) is not None
    )


@cache
def _owned(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "linking").words("pointing_owned"))
    return re.compile(rf"[^,;:.!?]{{0,40}}?\s{words}\s")
