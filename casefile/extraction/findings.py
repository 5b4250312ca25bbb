"""What single anchors say of sanctions: who did what to whom. Imports the linker and its models.

A finding is one sum, or one word of a sanction, with the authority and the respondent that the models link it
to. :mod:`casefile.extraction.actions` makes actions of them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from casefile.extraction.anchors import Anchor, clause_end, find_anchors, is_for_each_breach
from casefile.extraction.anchors_apart import in_office, is_nobodys, with_actor
from casefile.extraction.bystanders import is_office_of
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.findings_settled import is_by_head, settled, with_conversion
from casefile.extraction.item_sums import parties_of_items
from casefile.extraction.linking import Linker, Spoken
from casefile.extraction.linking_words import LinkingWords, linking_words
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.name_words import name_words
from casefile.extraction.names import Party
from casefile.extraction.plainly_told import (
    acts_upon,
    is_called_total,
    is_dealt_to,
    is_directed,
    is_fined_outright,
    is_largest,
    is_listed,
    is_named_fine,
    is_of_list,
    is_one_of_several,
    is_plainly_told,
    is_record,
    is_settled,
    is_total_of_one,
)
from casefile.extraction.pointing_back import points_back
from casefile.extraction.ranking import Models
from casefile.extraction.services import owner_beside, subsidiary_beside
from casefile.extraction.short_items import is_told_shortly
from casefile.extraction.small_words import AND, OF, THE
from casefile.extraction.surroundings import any_within
from casefile.extraction.survey import PartyMention, Survey
from casefile.extraction.triggers import Force, Side, Trigger
from casefile.terms import ActionKind

LIKELY = 0.5
"""From this probability on an anchor is taken for a sanction of the likeliest respondent."""
_PLAIN = 0.5
"""How likely a sanction is that its sentence tells plainly, where the model has it less so."""
_SURE = 0.9
"""The same of a sum that is told as that of another fine of the one spoken of."""
_PAIRED = 0.9
"""The share of the one that a sum is paired with by its place in the sentence."""
_JOINED = 0.2
"""Of the respondent's share, what another name in one list with it must have."""

_OFFICE = re.compile(rf",\s(?:[^\W\d_][\w’'-]*\s){{1,4}}?(?:{OF}|at|bij|bei)\s(?:{THE}\s)?")
"""Between a person and the firm in which an office is held: "Jane Roe, former director of Kestrel"."""
_BARE_JOINT = re.compile(rf",?\s{AND}\s|,\s")
"""Between two names of one list without a word of their own."""
_INSISTING, _LEAST = 0.7, 0.02
_PARTS = 2


def find_findings(survey: Survey, models: Models) -> tuple[Finding, ...]:
    """Every finding in reading order."""
    linker, spoken = Linker(survey, models), Spoken()
    found: list[Finding] = []
    for anchor in find_anchors(survey):
        whole = _whole_of(survey, anchor, found)
        finding = finding_at(survey, linker, anchor, spoken, found[-1] if found else None, whole)
        if finding is not None:
            if found:
                found[-1], finding = with_conversion(survey, found[-1], finding)
            found.append(finding)
            section = survey.section_of(anchor.sentence)
            spoken = Spoken(finding.authority, finding.parties, section)
    return tuple(settled(survey, found))


def _warns(anchor: Anchor) -> bool:
    """Whether the words behind a verb tell of whom it warns: "warned about Norvia and Kestrel"."""
    trigger = anchor.trigger
    return trigger is not None and trigger.kind is ActionKind.WARNING and trigger.side is Side.AFTER


def finding_at(
    survey: Survey,
    linker: Linker,
    anchor: Anchor,
    spoken: Spoken,
    last: Finding | None,
    whole: Finding | None = None,
) -> Finding | None:
    """What the anchor says by the linker's models, after what was spoken; None of no sanction.

    ``whole`` is a finding before whose sum the anchor's is a part of.
    """
    candidates = linker.respondents(anchor, spoken)
    listed = linker.shares(anchor, candidates)
    likely = linker.models.sanctions.probability(linker.sanction(anchor, candidates, listed))
    largest = is_largest(survey, anchor)
    another = bool(listed) and last is not None and is_one_of_several(survey, anchor, listed[0])
    record = likely < LIKELY and last is not None and is_record(survey, anchor, linker.paired(anchor))
    item = parties_of_items(survey).get(anchor.span)
    if likely < LIKELY and (
        whole is not None
        or another
        or record
        or is_listed(survey, anchor)
        or largest
        or is_directed(survey, anchor)
        or is_fined_outright(survey, anchor)
        or _is_of_each(survey, anchor)
        or is_total_of_one(survey, anchor)
        or is_of_list(survey, anchor)
        or _goes_on_with(linker, anchor, last)
        or (listed and is_dealt_to(survey, anchor, listed[0]))
        or (listed and is_settled(survey, anchor, listed[0]))
        or (listed and is_named_fine(survey, anchor, listed[0]))
    ):
        likely = _SURE if another or record or largest else _PLAIN
    likely = max(likely, _SURE) if item is not None else likely
    if not listed or (likely < LIKELY and anchor.trigger is None):
        return None
    paired = _paired(survey, linker, anchor, spoken) if likely >= LIKELY else None
    paired = whole.parties[0] if whole is not None else item or paired
    paired = paired or in_office(survey, anchor, listed) or owner_beside(survey, anchor, listed)
    paired = subsidiary_beside(survey, anchor, listed, paired) or _alone_in_clause(survey, anchor, listed)
    listed = _with_first(listed, paired)
    party = listed[0][0]
    if is_nobodys(survey, anchor, party):
        return None
    judged = linker.authority_shares(anchor, party, spoken)
    judged = with_actor(survey, anchor, party, judged)
    if not judged:
        return None
    if likely < LIKELY:
        told = is_plainly_told(survey, anchor, likely, listed[0], judged[0])
        if not told and not is_told_shortly(survey, anchor, likely, listed[0], judged[0]):
            return None
        trigger = anchor.trigger
        direct = trigger is not None and acts_upon(survey, trigger, party, judged[0][0])
        likely = _SURE if direct else _PLAIN
    others = () if party is paired else _joined(survey, anchor, party, listed)
    parties = tuple(dict.fromkeys((party, *linker.listed_with(anchor, party), *others)))
    trigger = anchor.trigger
    return Finding(
        authority=judged[0][0],
        parties=parties,
        kind=kind_of(anchor, last if last is not None and party in last.parties else None),
        sums=(anchor.money,) if anchor.money is not None else (),
        trigger=trigger.span if trigger is not None else anchor.span,
        sentence=anchor.sentence,
        named=any_within(party.spans, anchor.sentence),
        likely=likely,
        party_shares=tuple(listed),
        authority_shares=tuple(judged),
        side=trigger.side if trigger is not None else None,
        weak=trigger is None or trigger.weak,
        points=points_back(survey, anchor),
        focus=anchor.span if anchor.money is not None else None,
        another=another,
    )


def _whole_of(survey: Survey, anchor: Anchor, found: Sequence[Finding]) -> Finding | None:
    """Whose one sum those of the sentence add up to: "It is two fines: £2m for it, £1m for hiding it"."""
    if anchor.money is None or len(survey.money_in(anchor.sentence)) < _PARTS:
        return None
    if any(each.party.name not in survey.bystanders for each in survey.mentions_in(anchor.sentence)):
        return None
    currency = anchor.money.currency
    sums = [each for each in survey.money_in(anchor.sentence) if each.currency == currency]
    start = sums.index(anchor.money) if anchor.money in sums else 0
    pairs = [sums[max(0, start - 1) : start + 1], sums[start : start + _PARTS]]
    wholes = {sum(each.value for each in pair) for pair in pairs if len(pair) == _PARTS and _differ(pair)}
    for finding in reversed(found):
        told = finding.sums[0] if finding.sums else None
        if told is not None and told.currency == currency and told.value in wholes:
            sure = finding.named and len(finding.parties) == 1 and finding.party_shares[0][1] >= _INSISTING
            return finding if sure and finding.sentence != anchor.sentence else None
    return None


def _differ(sums: Sequence[MoneyMention]) -> bool:
    return sums[0].value != sums[1].value and all(each.low is None for each in sums)


def _is_of_each(survey: Survey, anchor: Anchor) -> bool:
    """Whether its sum is that of each of several breaches of one: "punished with €206m each"."""
    money = anchor.money
    return (
        money is not None
        and money.period == "piece"
        and is_for_each_breach(survey, anchor.sentence, money)
        and not any(each.force is not Force.DONE for each in anchor.triggers)
    )


def _goes_on_with(linker: Linker, anchor: Anchor, last: Finding | None) -> bool:
    """Whether the sentence told of another's sum before: "Orrin pays €3m; Norvia, a dealer, €2m"."""
    if last is None or last.sentence != anchor.sentence or not last.sums or anchor.money is None:
        return False
    paired = linker.paired(anchor)
    return paired is not None and paired not in last.parties


def _paired(survey: Survey, linker: Linker, anchor: Anchor, spoken: Spoken) -> Party | None:
    """Whose the sum is by its place among others, where it is told or fairly sure who imposes it."""
    paired = linker.paired(anchor)
    if paired is None or survey.authorities_in(anchor.sentence):
        return paired
    judged = linker.authority_shares(anchor, paired, spoken)
    return paired if judged and judged[0][1] >= _INSISTING else None


def _alone_in_clause(survey: Survey, anchor: Anchor, listed: Sequence[tuple[Party, float]]) -> Party | None:
    """The only candidate that is named before the next clause, where the sum's has one behind it."""
    end = clause_end(survey, anchor) if anchor.money is not None else anchor.sentence.end
    if end == anchor.sentence.end:
        return None
    named = {each.party for each in survey.mentions_in(anchor.sentence) if each.span.start < end}
    here = [party for party, _ in listed if party in named]
    return here[0] if len(here) == 1 else None


def _with_first(listed: list[tuple[Party, float]], paired: Party | None) -> list[tuple[Party, float]]:
    """The shares with nearly all for the one that the sum is paired with, where it is a candidate."""
    if all(party is not paired for party, _ in listed):
        return listed
    rest = [(party, share * (1 - _PAIRED)) for party, share in listed if party is not paired]
    return [(party, _PAIRED) for party, _ in listed if party is paired] + rest


def kind_of(anchor: Anchor, last: Finding | None) -> ActionKind:
    """The trigger's; a sum without one goes on with what was told of the respondent, else it is a fine.

    What settles a case makes its sum no fine, unless its own words say that it was imposed.
    """
    trigger = anchor.trigger
    if anchor.money is None and trigger is not None:
        return trigger.kind
    telling = trigger is not None and not trigger.weak and trigger.side is not Side.NOUN
    if trigger is not None and telling and trigger.kind in MONEY_KINDS and not _pays(anchor, trigger):
        return trigger.kind
    if any(each.kind is ActionKind.SETTLEMENT for each in anchor.triggers):
        return ActionKind.SETTLEMENT
    if trigger is not None and trigger.kind in MONEY_KINDS and (last is None or not trigger.weak):
        return trigger.kind
    return last.kind if last is not None and last.kind in MONEY_KINDS else ActionKind.FINE


def _pays(anchor: Anchor, trigger: Trigger) -> bool:
    """Whether the trigger only says that money is paid, beside words that say why."""
    return trigger.side is Side.BEFORE and any(
        each.kind is ActionKind.SETTLEMENT for each in anchor.triggers if each is not trigger
    )


def _there_and_back(mentions: Sequence[PartyMention]) -> Iterator[tuple[PartyMention, PartyMention]]:
    """Every two that follow each other, then the same from the last: the likeliest may end its list."""
    pairs = [*pairwise(mentions)]
    yield from pairs
    yield from reversed(pairs[:-1])


def _joined(
    survey: Survey, anchor: Anchor, party: Party, listed: list[tuple[Party, float]]
) -> tuple[Party, ...]:
    """The others of a list that names the respondent: "Kestrel Ltd and its owner, Jane Roe"."""
    words = linking_words(survey.article.language)
    owned = name_words(survey.article.language).subsidiaries
    best = listed[0][1]
    shared = anchor.money is not None and (
        is_called_total(survey, anchor.sentence, anchor.money.span) or is_of_list(survey, anchor)
    )
    needed = _LEAST if is_by_head(survey, anchor.sentence) else _JOINED * best
    needed = 0.0 if shared else needed
    likely = [each for each, share in listed[1:] if share >= needed]
    possible = [each for each, share in listed[1:] if share > _LEAST / 2]
    named = [each for each, _ in listed[1:] if each.person == party.person]
    mentions = survey.mentions_in(anchor.sentence)
    verbs = [each.span for each in anchor.triggers if each.side is not Side.NOUN and not each.weak]
    found: list[Party] = []
    for first, second in _there_and_back(mentions):
        gap = survey.article.text[first.span.end : second.span.start]
        apart = anchor.money is None and words.joined_apart.fullmatch(gap) is not None
        bare = _warns(anchor) and _BARE_JOINT.fullmatch(gap) is not None
        if not gap.strip() or not (apart or words.joined.fullmatch(gap)):
            continue
        if any(first.span.end <= verb.start < second.span.start for verb in verbs):
            continue
        if _OFFICE.fullmatch(gap) or (gap == ", " and is_office_of(survey.article, first.span)):
            continue
        known = [party, *found]
        apart = apart or owned.search(gap) is not None or _are_two(words, first.party, second.party, gap)
        if first.party in known and second.party in (named if bare else possible if apart else likely):
            found.append(second.party)
        elif second.party in known and first.party in (named if bare else likely):
            found.append(first.party)
    return tuple(dict.fromkeys(found))


def _are_two(words: LinkingWords, one: Party, other: Party, gap: str) -> bool:
    """Whether nothing but a conjunction stands between two organisations: "KPN en Odido"."""
    joint = words.listed.fullmatch(gap)
    return not (one.person or other.person or "," in gap) and joint is not None
