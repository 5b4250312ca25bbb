"""Which name a sum belongs to in a sentence of several of both. Imports the survey and the bystanders.

"Kestrel Ltd $3m, its subsidiary Norvia $2m" goes by turns; "Kestrel and Norvia to pay $3m and $2m" by order,
as does "$3m for the former, $2m for the latter".
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from casefile.extraction.bystanders import is_beside
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.linking_words import linking_words
from casefile.extraction.money_apart import is_apart
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.survey import PartyMention, Survey
from casefile.values import Span

_BRACKET = re.compile(r"[’'\"”»]?\s\([^()€$£]{0,24}?")
_TWO = ("former", "latter")
_LOOKED_BACK = 8
"""Mentions before a sentence among which "the company" is looked for."""
_OPENING = 12
"""Code points at most between the words that open a sentence and the sum."""
_MOST = 12
"""So many names and sums of a sentence are paired: a longer one is a table."""


def paired_parties(survey: Survey, sentence: Span) -> dict[Span, Party]:
    """By the place of each sum whose it is, where the sentence has a sum for each of several names."""
    by_currency: dict[str | None, list[MoneyMention]] = defaultdict(list)
    for money in survey.money_in(sentence):
        if not is_apart(survey.article.text, survey.article.language, sentence, money.span):
            by_currency[money.currency].append(money)
    several = [sums for sums in by_currency.values() if 1 < len(sums) <= _MOST]
    if not several:
        return _told_beside(survey, sentence)
    names = _names(survey, sentence)
    if any(len(sums) == len(names) + 1 for sums in several):
        names = _with_the_company(survey, sentence, names)
    told = _of_former_and_latter(survey, names, several) | {
        money.span: name.party
        for sums in several
        if (len(sums) == len(names) and (_take_turns(names, sums) or _are_two_lists(survey, names, sums)))
        or _are_told_before(survey, names, sums)
        for money, name in zip(sums, names, strict=False)
    }
    return told | _told_beside(survey, sentence)


def _told_beside(survey: Survey, sentence: Span) -> dict[Span, Party]:
    """The sums whose words tell whose they are."""
    return (
        largest_of_several(survey, sentence)
        | targets_of_sums(survey, sentence)
        | bracketed_parties(survey, sentence)
    )


def largest_of_several(survey: Survey, sentence: Span) -> dict[Span, Party]:
    """The sum with which a sentence opens, of one of several: "The largest, of €1.2bn, went to Orrin"."""
    text, language = survey.article.text, survey.article.language
    opened = _opening_words(language).match(text, sentence.start, sentence.end)
    sums = survey.money_in(sentence) if opened is not None else ()
    if opened is None or not sums or sums[0].span.start - opened.end() > _OPENING:
        return {}
    end = sums[1].span.start if len(sums) > 1 else sentence.end
    behind = (each for each in survey.mentions_in(sentence) if sums[0].span.end < each.span.start < end)
    name = next((each for each in behind if not each.party.person), None)
    if name is None or _went_to(language).fullmatch(text, sums[0].span.end, name.span.start) is None:
        return {}
    return {sums[0].span: name.party}


@cache
def one_of_several(language: str) -> re.Pattern[str]:
    """At the start of a sentence, which of several fines it tells of."""
    words = alternatives(lexicon(language, "linking").words("one_of_several"))
    return re.compile(rf"{words}(?:,\s|(?:\s[^\W\d_A-Z]+)?\s(?=[^\W\d_A-Z]))")


@cache
def _opening_words(language: str) -> re.Pattern[str]:
    """The same before a sum: "The largest, ", "The highest fine was "."""
    words = alternatives(lexicon(language, "linking").words("one_of_several"))
    return re.compile(rf"{words}(?:\s[^\W\d_A-Z]+){{0,2}}?,?\s")


@cache
def _went_to(language: str) -> re.Pattern[str]:
    """What leads from the sum of one of several fines to its respondent: ", was handed in 2021 to "."""
    words = alternatives(
        (*lexicon(language, "bystanders").words("imposed_on"), *lexicon(language, "linking").words("went_to"))
    )
    articles = alternatives(lexicon(language, "linking").words("articles"))
    return re.compile(
        rf"[\s,–—(][^;:.\n]{{0,60}}?(?<!\w){words}(?:\s|(?<=[’']))(?:{articles}(?:\s|(?<=[’'])))?[“\"„«]?",
        re.IGNORECASE,
    )


def targets_of_sums(survey: Survey, sentence: Span) -> dict[Span, Party]:
    """The sums against somebody who is named behind: "the CNIL’s €50m against Orrin", "imposed on Orrin"."""
    text, language = survey.article.text, survey.article.language
    starts = {mention.span.start: mention.party for mention in survey.mentions_in(sentence)}
    found = {}
    for money in survey.money_in(sentence)[:_MOST]:
        for pattern in (_against(language), _imposed_on(language)):
            behind = pattern.match(text, money.span.end, sentence.end)
            if behind is not None and behind.end() in starts:
                found[money.span] = starts[behind.end()]
    return found


@cache
def _against(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "bystanders").words("against"))
    articles = alternatives(lexicon(language, "linking").words("articles"))
    return re.compile(rf"\s{words}\s(?:{articles}(?:\s|(?<=[’'])))?[“\"„«]?", re.IGNORECASE)


@cache
def _imposed_on(language: str) -> re.Pattern[str]:
    """What leads from a sum to whom it was imposed on: "$220m which the FCCPC imposed on "."""
    words = lexicon(language, "bystanders")
    imposed, onto = alternatives(words.words("imposed")), alternatives(words.words("imposed_on"))
    articles = alternatives(lexicon(language, "linking").words("articles"))
    between = r"(?:\s[^,;:.()\n]{1,50}?)?\s"
    return re.compile(
        rf"{between}{imposed}{between}{onto}(?:\s|(?<=[’']))(?:{articles}(?:\s|(?<=[’'])))?",
        re.IGNORECASE,
    )


def bracketed_parties(survey: Survey, sentence: Span) -> dict[Span, Party]:
    """The sums that stand in brackets right behind names, of two at least: "Orrin (€3m) and Norvia (€2m)".

    A date may stand before the sum: "Orrin (May 2025, €3m)".
    """
    mentions, found = survey.mentions_in(sentence), {}
    ends = [mention.span.end for mention in mentions]
    for money in survey.money_in(sentence)[:_MOST]:
        index = bisect_right(ends, money.span.start)
        name = mentions[index - 1] if index else None
        if name is not None and _BRACKET.fullmatch(survey.article.text, name.span.end, money.span.start):
            found[money.span] = name.party
    return found if len(set(found.values())) > 1 else {}


def _of_former_and_latter(
    survey: Survey, names: Sequence[PartyMention], several: Sequence[list[MoneyMention]]
) -> dict[Span, Party]:
    """The sums behind which "for the former" and "for the latter" stand, of two who are named."""
    if len(names) != len(_TWO):
        return {}
    found = {}
    for key, name in zip(_TWO, names, strict=True):
        beside = _pointing(survey.article.language, key)
        told = (money for sums in several for money in sums if name.span.end <= money.span.start)
        found[key] = {
            money.span: name.party for money in told if beside.match(survey.article.text, money.span.end)
        }
    return (
        {}
        if not all(found.values())
        else {span: party for each in found.values() for span, party in each.items()}
    )


@cache
def _pointing(language: str, key: str) -> re.Pattern[str]:
    """At most two small words and the words of the list right behind a sum."""
    words = alternatives(lexicon(language, "linking").words(key))
    return re.compile(rf"\s(?:[^\W\d_]{{1,5}}\s){{0,2}}{words}(?!\w)", re.IGNORECASE)


def _names(survey: Survey, sentence: Span) -> list[PartyMention]:
    """The first mention of each who may be a respondent."""
    found: dict[Party, PartyMention] = {}
    for mention in survey.mentions_in(sentence):
        if mention.party.name not in survey.bystanders and not is_beside(survey.article, mention.span):
            found.setdefault(mention.party, mention)
    return list(found.values())


def _with_the_company(survey: Survey, sentence: Span, names: list[PartyMention]) -> list[PartyMention]:
    """The names with whom "the company" means: "The company was fined £15,000 and Mr Tang £4,000".

    That is the organisation named last before the sentence, where the sentence itself names only people.
    """
    text = survey.article.text
    company = word_pattern(survey.article.language, "linking", "references")
    told = [Span(*match.span()) for match in company.finditer(text, sentence.start, sentence.end)]
    index = bisect_left(survey.mentions, sentence.start, key=lambda each: each.span.start)
    before = [each.party for each in survey.mentions[max(0, index - _LOOKED_BACK) : index]]
    meant = next((each for each in reversed(before) if not each.person), None)
    if len(told) != 1 or meant is None or not all(each.party.person for each in names):
        return names
    return sorted([*names, PartyMention(meant, told[0])], key=lambda each: each.span)


def _take_turns(names: Sequence[PartyMention], sums: Sequence[MoneyMention]) -> bool:
    """Whether names and sums follow upon each other, whichever is first."""
    named, told = [(each.span, True) for each in names], [(each.span, False) for each in sums]
    order = sorted([*named, *told])
    return all(one[1] is not other[1] for one, other in pairwise(order))


def _are_told_before(survey: Survey, names: Sequence[PartyMention], sums: Sequence[MoneyMention]) -> bool:
    """Whether a list of names with their sums ends in one without: "Orrin pays €3m, Norvia €2m and Tarn"."""
    if len(names) != len(sums) + 1 or not _take_turns(names[:-1], sums) or sums[0].span < names[0].span:
        return False
    joined = linking_words(survey.article.language).joined
    return all(
        joined.fullmatch(survey.article.text, money.span.end, name.span.start) is not None
        for money, name in zip(sums, names[1:], strict=True)
    )


def _are_two_lists(survey: Survey, names: Sequence[PartyMention], sums: Sequence[MoneyMention]) -> bool:
    """Whether all names are one list and all sums another, before or behind it."""
    apart = names[-1].span.end <= sums[0].span.start or sums[-1].span.end <= names[0].span.start
    joined = linking_words(survey.article.language).joined
    text = survey.article.text
    lists = ([each.span for each in names], [each.span for each in sums])
    return apart and all(
        joined.fullmatch(text, one.end, other.start) is not None
        for listed in lists
        for one, other in pairwise(listed)
    )
