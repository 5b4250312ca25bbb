"""What an anchor tells that is no sanction of the likeliest party, and whom it may mean. Imports the survey.

A firm may do itself what the words tell, a sum may add up a year's fines, and where somebody's office is told
the firm is not meant.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from casefile.extraction.anchors import Anchor
from casefile.extraction.authority_acting import by_whom
from casefile.extraction.bystanders import is_office_of
from casefile.extraction.item_sums import leads_to_others
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.names import Party
from casefile.extraction.small_words import AND
from casefile.extraction.somebody_else import is_of_others, names_nobody, others_in
from casefile.extraction.survey import Survey
from casefile.extraction.trigger_reading import grammar
from casefile.extraction.triggers import Side
from casefile.terms import ActionKind
from casefile.values import DatePrecision, Span

_OWN_DOING = (
    ActionKind.BAN,
    ActionKind.ORDER,
    ActionKind.INVESTIGATION,
    ActionKind.WARNING,
    ActionKind.OTHER,
)
"""What firms do too: they bar users, order staff about, look into a leak, warn customers and sue."""
_RIGHT_BEHIND = re.compile(
    r"\s(?:(?:has|had|have|also|then|later|a|ha|avait|había|aveva|lo|ne|n[’'])\s?){0,2}"
)
_WORD = re.compile(r"\w+")
_MOST, _SEVERAL = 8, 2
_SPARED, _SPARED_LISTS = 56, ("spared", "spared_behind")
_OTHERWISE = re.compile(
    r"[,;:(]|(?<!\w)(?:with|by|mit|durch|gegen|contre|moyennant|met|tegen|con|dietro|mediante|pour|per)(?!\w)"
)
"""What parts the words that spare somebody from a sum that is paid for it."""
_NEXT = 16
"""Code points between a trigger and whom it stands beside."""
_ENDS_LINE = re.compile(r"[\s.]*$")
_LIST_BEFORE = re.compile(rf"(?:,|\s{AND})\s(?:[^\W\d_]{{1,4}}[\s’'])?$")
_ACTS, _IMPOSES = 0.9, 0.99
"""The share of the authority whose verb it is, and whose sum."""
_PERIODS = frozenset((DatePrecision.YEAR, DatePrecision.QUARTER, DatePrecision.RANGE))


def is_nobodys(survey: Survey, anchor: Anchor, party: Party) -> bool:
    """Whether the anchor tells of no sanction of the party that it would be linked to."""
    return (
        _acts_itself(survey, anchor, party)
        or _is_of_a_year(survey, anchor)
        or _is_of_a_tally(survey, anchor)
        or _has_no_object(survey, anchor)
        or _is_of_somebody_else(survey, anchor)
        or _is_against_several(survey, anchor)
        or _is_over(survey, anchor)
        or _is_spared(survey, anchor)
        or (anchor.money is None and leads_to_others(survey, anchor.sentence, party))
    )


def _is_spared(survey: Survey, anchor: Anchor) -> bool:
    """Whether the sum is what somebody does not pay, as who confessed first: "was spared a fine of €3m"."""
    text, money, sentence = survey.article.text, anchor.money, anchor.sentence
    if money is None or any(each.kind is ActionKind.SETTLEMENT for each in anchor.triggers):
        return False
    start = max(sentence.start, money.span.start - _SPARED)
    before, behind = (word_pattern(survey.article.language, "linking", key) for key in _SPARED_LISTS)
    ends = [match.end() for match in before.finditer(text, start, money.span.start)]
    following = behind.search(text, money.span.end, min(sentence.end, money.span.end + _SPARED))
    gaps = [Span(ends[-1], money.span.start)] if ends else []
    gaps += [Span(money.span.end, following.start())] if following is not None else []
    return any(
        not _OTHERWISE.search(text, gap.start, gap.end)
        and not any(gap.contains(each.span) for each in anchor.triggers if each.side is not Side.NOUN)
        for gap in gaps
    )


def in_office(survey: Survey, anchor: Anchor, listed: Sequence[tuple[Party, float]]) -> Party | None:
    """The person whose office was told by the likeliest firm: "the former director of Kestrel, Jane Roe"."""
    mentions = survey.mentions_in(anchor.sentence)
    for firm, person in pairwise(mentions):
        meant = firm.party is listed[0][0] and any(party is person.party for party, _ in listed)
        named = not (person.party.legal_form or person.party.public_body) and " " in person.party.name
        if meant and named and not firm.party.person:
            gap = survey.article.text[firm.span.end : person.span.start]
            once = sum(each.party is firm.party for each in mentions) == 1
            if once and gap in (", ", " ") and is_office_of(survey.article, firm.span):
                return person.party
    return None


def with_actor(
    survey: Survey, anchor: Anchor, party: Party, judged: list[tuple[str, float]]
) -> list[tuple[str, float]]:
    """The shares with most for the authority right before the verb: "The DMV pulled it, the CPUC fined"."""
    imposer, trigger = _whose_sum(survey, anchor), anchor.trigger
    if imposer is not None:
        return _led(judged, imposer, _IMPOSES)
    if not judged or trigger is None or trigger.weak or trigger.side is not Side.AFTER:
        return judged
    actor = actor_of(survey, anchor.sentence, trigger.span)
    if judged[0][0] == actor or not is_object(survey, anchor.sentence, trigger.span, party):
        return judged
    return _led(judged, actor, _ACTS)


def _led(judged: list[tuple[str, float]], leader: str | None, share: float) -> list[tuple[str, float]]:
    """The shares with so much for the leader, first; as they are where it has none."""
    if all(code != leader for code, _ in judged):
        return judged
    rest = [(code, part * (1 - share)) for code, part in judged if code != leader]
    return [(code, share) for code, _ in judged if code == leader] + rest


def _whose_sum(survey: Survey, anchor: Anchor) -> str | None:
    """Of several authorities with a sum each, whose the anchor's is, by its code.

    It goes by what stands behind the sums, else by turns: "€2m by the AEPD and €3m by the CNIL", "the AEPD
    fined it €2m, the CNIL €3m".
    """
    text, money, sentence = survey.article.text, anchor.money, anchor.sentence
    sums = survey.money_in(sentence)
    bodies = [each for each in survey.authorities_in(sentence) if each.authority.kind != "court"]
    if money is None or not 1 < len(sums) <= _MOST or len({each.code for each in bodies}) < _SEVERAL:
        return None
    agent = _agent(survey.article.language)
    behind = {
        told.span: body.code
        for told in sums
        for body in bodies
        if agent.fullmatch(text, told.span.end, body.span.start)
    }
    if behind:
        return behind.get(money.span)
    order = sorted([*((each.span, each.code) for each in bodies), *((each.span, None) for each in sums)])
    turns = len(order) == 2 * len(sums) and all(
        (code is None) == bool(index % 2) for index, (_, code) in enumerate(order)
    )
    return order[order.index((money.span, None)) - 1][1] if turns else None


@cache
def _agent(language: str) -> re.Pattern[str]:
    """Between a sum and who imposed it: " by the "."""
    return re.compile(rf"\s{by_whom(language)}", re.IGNORECASE)


def actor_of(survey: Survey, sentence: Span, verb: Span) -> str | None:
    """The authority right before a verb, by its code; None of the last of several before one verb."""
    text = survey.article.text
    for each in survey.authorities_in(sentence):
        if _RIGHT_BEHIND.fullmatch(text, each.span.end, verb.start) is None:
            continue
        clause = any(one.span.end < each.span.start for one in survey.triggers_in(sentence))
        listed = _LIST_BEFORE.search(text, sentence.start, each.span.start) is not None
        return None if listed and not clause else each.code
    return None


def is_object(survey: Survey, sentence: Span, verb: Span, party: Party) -> bool:
    """Whether the sentence names the party behind the verb before any comma, or nowhere."""
    named = [each.span for each in survey.mentions_in(sentence) if each.party is party]
    text = survey.article.text
    return not named or any(
        verb.end <= span.start and ", " not in text[verb.end : span.start] for span in named
    )


def _acts_itself(survey: Survey, anchor: Anchor, party: Party) -> bool:
    """Whether the party does to others what the trigger tells: "Kestrel barred developers from …".

    No money is told, and the verb stands right behind the name; languages whose objects may open a sentence
    tell nothing by that.
    """
    trigger, article = anchor.trigger, survey.article
    if trigger is None or anchor.money is not None or trigger.side is not Side.AFTER:
        return False
    if trigger.kind not in _OWN_DOING or article.language in ("de", "nl"):
        return False
    before = [span for span in party.spans if anchor.sentence.start <= span.start < trigger.span.start]
    behind = [each for each in survey.mentions_in(anchor.sentence) if each.span.start > trigger.span.start]
    told = [each for each in survey.authorities_in(anchor.sentence) if each.span.start < trigger.span.start]
    if not before or any(each.party is party for each in behind) or told:
        return False
    return _RIGHT_BEHIND.fullmatch(article.text, before[-1].end, trigger.span.start) is not None


def _has_no_object(survey: Survey, anchor: Anchor) -> bool:
    """Whether a headline ends with an authority and its verb, behind another item: "…, Ivass ammonisce"."""
    trigger, article, sentence = anchor.trigger, survey.article, anchor.sentence
    if trigger is None or anchor.money is not None or trigger.side is not Side.AFTER:
        return False
    if article.language in ("de", "nl") or trigger.span.end < sentence.end - 1:
        return False
    bodies = [each for each in survey.authorities_in(sentence) if each.span.end <= trigger.span.start]
    if not bodies or trigger.span.start - bodies[-1].span.end > 1:
        return False
    return article.text[sentence.start : bodies[-1].span.start].rstrip().endswith((",", ";", ":"))


def _is_of_somebody_else(survey: Survey, anchor: Anchor) -> bool:
    """Whether the sentence names nobody and speaks of another firm: "It fined another operator €3m"."""
    if not names_nobody(survey, anchor.sentence):
        return False
    return (
        is_of_others(survey, anchor.sentence)
        or _is_at_another(survey, anchor)
        or _are_counted(survey, anchor)
    )


def _is_at_another(survey: Survey, anchor: Anchor) -> bool:
    """Whether its words or its sum stand beside somebody without a name: "fined another operator €3m"."""
    others = list(others_in(survey, anchor.sentence))
    if anchor.money is not None:
        paid = anchor.money.span.end
        if any(
            paid <= span.start and len(_WORD.findall(survey.article.text, paid, span.start)) < 2
            for span in others
        ):
            return True
    trigger = anchor.trigger
    if trigger is None or (trigger.weak and trigger.side is not Side.NOUN):
        return False
    return any(
        0 <= span.start - trigger.span.end <= _NEXT or 0 <= trigger.span.start - span.end <= _NEXT
        for span in others
    )


def _are_counted(survey: Survey, anchor: Anchor) -> bool:
    """Whether several without a name were told of in a year before: "In 2023, nine refiners had settled"."""
    article, sentence, trigger = survey.article, anchor.sentence, anchor.trigger
    if trigger is None or trigger.side is not Side.BEFORE or article.published is None:
        return False
    dates = [each.date for each in survey.dates_in(sentence) if each.date is not None]
    if not dates or max(date.latest.year for date in dates) >= article.published.latest.year:
        return False
    return _counted(article.language).search(article.text, sentence.start, trigger.span.start) is not None


@cache
def _counted(language: str) -> re.Pattern[str]:
    """A number of some, at most with an auxiliary between them and the verb."""
    counts, perfect, passive = (grammar(language, key).pattern for key in ("counts", "perfect", "passive"))
    return re.compile(
        rf"{counts}\s(?:[^\W\d_][\w-]{{1,20}}\s){{1,2}}(?:(?:{perfect}|{passive})\s){{0,2}}$", re.IGNORECASE
    )


def _is_of_a_year(survey: Survey, anchor: Anchor) -> bool:
    """Whether the fines of a year are added up, of nobody in particular: "€11m of fines in 2024".

    Or a line of figures begins with them: "Fines reported this month (all firms): €11m".
    """
    article, sentence = survey.article, anchor.sentence
    if anchor.money is None or survey.mentions_in(sentence):
        return False
    if _is_line_of_figures(survey, anchor):
        return True
    if not survey.authorities_in(sentence):
        return False
    dates = [each.date.precision for each in survey.dates_in(sentence) if each.date is not None]
    if not dates or not _PERIODS.issuperset(dates):
        return False
    plural = grammar(article.language, "plurals").search(article.text, sentence.start, sentence.end)
    refers = word_pattern(article.language, "linking", "references")
    return plural is not None and refers.search(article.text, sentence.start, sentence.end) is None


def _is_line_of_figures(survey: Survey, anchor: Anchor) -> bool:
    """Whether a line tells only what several measures come to, behind a colon, and the sum ends it."""
    article, money = survey.article, anchor.money
    line = article.paragraph_of(anchor.sentence)
    if money is None or not _ENDS_LINE.match(article.text, money.span.end, line.end):
        return False
    plural = grammar(article.language, "plurals").match(article.text, line.start, money.span.start)
    return plural is not None and article.text[line.start : money.span.start].rstrip().endswith(":")


def _is_of_a_tally(survey: Survey, anchor: Anchor) -> bool:
    """Whether it adds up what an authority ever imposed, on nobody: "Ofcom’s tally to date: £3.1m"."""
    article, sentence = survey.article, anchor.sentence
    if anchor.money is None or survey.mentions_in(sentence):
        return False
    tallies = word_pattern(article.language, "linking", "tallies")
    refers = word_pattern(article.language, "linking", "references")
    return (
        tallies.search(article.text, sentence.start, sentence.end) is not None
        and refers.search(article.text, sentence.start, sentence.end) is None
    )


def _is_against_several(survey: Survey, anchor: Anchor) -> bool:
    """Whether it is told against a number of which none is named: "stop orders against 24 products"."""
    trigger, article = anchor.trigger, survey.article
    if trigger is None or trigger.side is not Side.AFTER:
        return False
    start = _behind_subject(survey, anchor.sentence, trigger.span.end)
    if any(each.span.start >= start for each in survey.mentions_in(anchor.sentence)):
        return False
    return is_of_several(article.text, article.language, Span(start, max(start + 1, anchor.sentence.end)))


def _behind_subject(survey: Survey, sentence: Span, end: int) -> int:
    """German and Dutch: behind the authority that follows its verb: "2015 beboette de ACM vier kwekers"."""
    if survey.article.language not in ("de", "nl"):
        return end
    bodies = (each.span for each in survey.authorities_in(sentence) if each.span.start >= end)
    subject = next(bodies, None)
    return subject.end if subject is not None and subject.start - end <= _NEXT else end


def _is_over(survey: Survey, anchor: Anchor) -> bool:
    """Whether an inquiry only led to what the sentence tells: "it held, after a 38-month inquiry, that"."""
    trigger, article = anchor.trigger, survey.article
    if trigger is None or anchor.money is not None or trigger.kind is not ActionKind.INVESTIGATION:
        return False
    if trigger.side is not Side.NOUN:
        return False
    return (
        _led_to(article.language).search(article.text, anchor.sentence.start, trigger.span.start) is not None
    )


@cache
def _led_to(language: str) -> re.Pattern[str]:
    """What tells right before an inquiry that it was over then, with an article and a word or two between."""
    words = alternatives(lexicon(language, "linking").words("led_to"))
    return re.compile(rf"(?<!\w){words}(?:\s|(?<=[’']))(?:[\w-]{{1,24}}[\s’']){{0,3}}$", re.IGNORECASE)


def is_of_several(text: str, language: str, behind: Span) -> bool:
    """Whether what stands behind a trigger is a number of unnamed ones: "fined two makers £1.1m"."""
    return _several(language).match(text, behind.start, behind.end) is not None


@cache
def _several(language: str) -> re.Pattern[str]:
    """Words behind a trigger that lead to a number of unnamed ones, without another mark between."""
    against = "|".join(grammar(language, key).pattern for key in ("against", "to"))
    number = rf"(?:\d{{1,3}}|several|dozens of|scores of|(?i:{grammar(language, 'counts').pattern}))"
    target = rf"(?:(?:\s[\w-]{{1,24}}){{0,5}}?\s(?i:{against}))?"
    units = (
        r"mil|bil|crore|lakh|euro|dollar|pound|franc|peso|day|week|month|year|jour|mois|dag|giorn|mes|per"
        r"|semana|semaine|settiman|ann|año|an[s\s]|jaar|jahr|maand|monat|woche|wochen|weken|days|ore|hora|heure|uur|fines"
    )
    return re.compile(rf"{target}\s{number}\s(?!{units})[{'A-ZÄÖÜ' if language == 'de' else ''}a-zß-ÿ]")
