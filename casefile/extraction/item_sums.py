"""Measures that a list tells item by item, below the sentence that says what they are. Imports the survey.

"The FCA fined three managers:" leads to "• Jane Roe, chief executive: £742,000", "blocked the sites of:" to
"- Norvia Markets Ltd (norvia.com);". The items have no verb of their own, and may name people of whom the
text tells nothing else.
"""

import re
from collections.abc import Iterator

from casefile.extraction.finding import MONEY_KINDS
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.name_labels import has_item, opens_item
from casefile.extraction.names import Party
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Force
from casefile.values import Span

_LEADS = re.compile(r"[:：]\s*$")
_OPENING_MARKS = '"“„«‘'
_LONGEST = 240
"""Code points of an item; what is longer tells its own story."""


def parties_of_items(survey: Survey) -> dict[Span, Party]:
    """By the place of each item's first sum whose it is, of the lists that a sentence of fines leads to."""
    return survey.once("parties of items", lambda: dict(_items(survey)))


def named_below(survey: Survey, sentence: Span) -> tuple[Party, ...]:
    """Whom a list below the sentence names, item by item, where it leads to them and names nobody itself."""
    return survey.once("named below", lambda: dict(_named_below(survey))).get(sentence.end, ())


def _named_below(survey: Survey) -> Iterator[tuple[int, tuple[Party, ...]]]:
    """By the end of each sentence that a list follows, whom its items open with."""
    above, named = 0, list[Party]()
    for line in survey.article.paragraphs:
        party = _named_first(survey, line) if above else None
        if party is not None:
            named.append(party)
            continue
        if named:
            yield above, tuple(dict.fromkeys(named))
        above, named = (line.end if _leads(survey, line) and not _names(survey, line) else 0), []
    if named:
        yield above, tuple(dict.fromkeys(named))


def _named_first(survey: Survey, line: Span) -> Party | None:
    """Whom an item without a sum opens with."""
    if line.end - line.start > _LONGEST or survey.money_in(line):
        return None
    names = survey.mentions_in(line)
    return names[0].party if names and opens_item(survey.article, _marked(survey, names[0].span)) else None


def _marked(survey: Survey, span: Span) -> Span:
    """The name with the quotation mark before it."""
    before = survey.article.text[span.start - 1 : span.start]
    return Span(span.start - 1, span.end) if before and before in _OPENING_MARKS else span


def _names(survey: Survey, line: Span) -> bool:
    """Whether the line itself names somebody whom a measure may be for."""
    last = survey.article.sentence_of(Span(max(line.start, line.end - 2), line.end))
    return any(each.party.name not in survey.bystanders for each in survey.mentions_in(last))


def leads_to_others(survey: Survey, sentence: Span, party: Party) -> bool:
    """Whether a list below the sentence tells whose fines it speaks of, and the party has none there."""
    listed = survey.once("sums below", lambda: dict(_listed_below(survey))).get(sentence.end)
    return listed is not None and party not in listed


def _listed_below(survey: Survey) -> Iterator[tuple[int, list[Party]]]:
    """By the end of each line that leads to a list, whose sums it has."""
    parties = parties_of_items(survey)
    above, listed = 0, list[Party]()
    for line in survey.article.paragraphs:
        item = _item(survey, line) if parties else None
        if item is not None and item[0].span in parties:
            listed.append(item[1])
            continue
        if listed:
            yield above, listed
        above, listed = line.end, []
    if listed:
        yield above, listed


def _items(survey: Survey) -> Iterator[tuple[Span, Party]]:
    led = False
    for line in survey.article.paragraphs:
        item = _item(survey, line)
        if item is None:
            led = _leads_to_fines(survey, line)
        elif led:
            yield item[0].span, item[1]


def _item(survey: Survey, line: Span) -> tuple[MoneyMention, Party] | None:
    """The first sum of an item and whom the item opens with; None of any other line."""
    if line.end - line.start > _LONGEST:
        return None
    names, sums = survey.mentions_in(line), survey.money_in(line)
    if not names or not sums or not has_item(survey.article.text, line, names[0].span):
        return None
    return sums[0], names[0].party


def _leads_to_fines(survey: Survey, line: Span) -> bool:
    """Whether the line ends in a colon and tells of a fine that was imposed."""
    article = survey.article
    if not _leads(survey, line):
        return False
    last = article.sentence_of(Span(max(line.start, line.end - 2), line.end))
    told = survey.triggers_in(last)
    return any(each.kind in MONEY_KINDS and each.force is Force.DONE for each in told)


def _leads(survey: Survey, line: Span) -> bool:
    """Whether the line ends in a colon."""
    return _LEADS.search(survey.article.text, max(line.start, line.end - 2), line.end) is not None
