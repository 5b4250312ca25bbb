"""What single anchors say of sanctions: who did what to whom. Imports the linker and its models.

A finding is one sum, or one word of a sanction, with the authority and the respondent that the models link it
to. :mod:`casefile.extraction.actions` makes actions of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise
from math import log, log10
from typing import TypeVar

from casefile.extraction.anchors import Anchor, find_anchors, is_for_each_breach
from casefile.extraction.anchors_apart import in_office, is_nobodys
from casefile.extraction.bystanders import is_office_of
from casefile.extraction.figures import are_rounded
from casefile.extraction.lexicon import word_pattern
from casefile.extraction.linking import Linker, Spoken
from casefile.extraction.linking_words import linking_words
from casefile.extraction.money_changes import sums_of_one
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.plainly_told import (
    is_called_total,
    is_dealt_to,
    is_directed,
    is_listed,
    is_plainly_told,
    is_record,
    is_total_of_one,
)
from casefile.extraction.pointing_back import points_back
from casefile.extraction.ranking import Models
from casefile.extraction.short_items import is_told_shortly
from casefile.extraction.surroundings import any_within
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Force, Side, Trigger
from casefile.terms import ActionKind
from casefile.values import Span

MONEY_KINDS = (ActionKind.FINE, ActionKind.SETTLEMENT, ActionKind.PENALTY_PAYMENT)
LIKELY = 0.5
"""From this probability on an anchor is taken for a sanction of the likeliest respondent."""
_PLAIN = 0.5
"""How likely a sanction is that its sentence tells plainly, where the model has it less so."""
_PAIRED = 0.9
"""The share of the one that a sum is paired with by its place in the sentence."""
_JOINED = 0.2
"""Of the respondent's share, what another name in one list with it must have."""

_OFFICE = re.compile(
    r",\s(?:[^\W\d_][\w’'-]*\s){1,4}?(?:of|at|de|du|des|di|del|della|von|der|van|bij|bei)(?:\s(?:the|la|le|el|het|der))?\s"
)
"""Between a person and the firm in which an office is held: "Jane Roe, former director of Kestrel"."""
_BARE_JOINT = re.compile(r",?\s(?:and|und|et|en|e|ed|y)\s|,\s")
"""Between two names of one list without a word of their own."""
_EACH_OTHER = " other"
_INSISTING, _LEAST = 0.7, 0.02
_CONVERTED = 16
"""Code points between a sum and the same in another currency: " (environ "."""
_TOTALLED = 40
"""So many findings are looked at for totals of two."""
_PARTS = 2
_STEPS, _CENT = 8, Decimal("0.01")
Voted = TypeVar("Voted", Party, str)


@dataclass(frozen=True)
class Finding:
    """One anchor's part in an action."""

    authority: str
    parties: tuple[Party, ...]
    kind: ActionKind
    sums: tuple[MoneyMention, ...]
    trigger: Span
    """The words that tell of it; the sum where there are none."""
    sentence: Span
    named: bool
    """The sentence itself names the respondent."""
    likely: float
    """How likely it tells of a sanction at all, by the model."""
    party_shares: tuple[tuple[Party, float], ...] = ()
    """Who may be meant, the likeliest first; the shares add up to 1."""
    authority_shares: tuple[tuple[str, float], ...] = ()
    """Which authority may be meant, by its code, the likeliest first."""
    side: Side | None = None
    """Where the trigger has its respondent; None of a sum without a trigger."""
    weak: bool = False
    """No trigger tells which kind of sum it is."""
    points: bool = False
    """Words in its respondent's place point back at it: "It was fined"."""
    focus: Span | None = None
    """What its date stands beside, where that is not the trigger."""

    @property
    def is_imposed(self) -> bool:
        """Whether a verb imposes it, on who stands before or behind."""
        return self.side in (Side.AFTER, Side.BEFORE) and not self.weak


def find_findings(survey: Survey, models: Models) -> tuple[Finding, ...]:
    """Every finding in reading order."""
    linker, spoken = Linker(survey, models), Spoken()
    found: list[Finding] = []
    for anchor in find_anchors(survey):
        whole = _whole_of(survey, anchor, found)
        finding = finding_at(survey, linker, anchor, spoken, found[-1] if found else None, whole)
        if finding is not None:
            if found and _is_converted(survey, finding, found[-1]):
                voted = _vote([found[-1].party_shares, finding.party_shares])
                leader = found[-1] if found[-1].parties[0] is voted else finding
                found[-1], finding = _led_by(leader, found[-1]), _led_by(leader, finding)
            found.append(finding)
            section = survey.section_of(anchor.sentence)
            spoken = Spoken(finding.authority, finding.parties, section)
    apart = [one for finding in found for one in _for_each(survey, finding)]
    return tuple(_parted(_without_totals(survey, _agreed(list(_with_partners(survey, apart))))))


def _is_converted(survey: Survey, finding: Finding, last: Finding) -> bool:
    """Whether its sum only converts the last one's, "€3m (about $3.2m)", and neither names its respondent."""
    if finding.named or last.named:
        return False
    if not finding.sums or not last.sums or finding.sentence != last.sentence:
        return False
    one, other = last.sums[0], finding.sums[0]
    gap = survey.article.text[one.span.end : other.span.start]
    near = len(gap) <= _CONVERTED and gap.startswith(" (")
    return near and (other.value, other.currency) in survey.conversions


def _led_by(leader: Finding, finding: Finding) -> Finding:
    """The finding with the respondent and the authority of the one that leads."""
    return replace(
        finding,
        parties=leader.parties,
        authority=leader.authority,
        kind=leader.kind,
        party_shares=leader.party_shares,
        authority_shares=leader.authority_shares,
    )


def _for_each(survey: Survey, finding: Finding) -> Iterator[Finding]:
    """The finding of each respondent where every one has the whole sum: "Kestrel and Norvia, €3m each".

    Or a measure of its own: "orders of 12 years against Kestrel and of four years against Norvia".
    """
    own = not finding.sums and (finding.kind is ActionKind.WARNING or _have_their_own(survey, finding))
    if len(finding.parties) < 2 or not (own or _is_by_head(survey, finding.sentence)):
        yield finding
        return
    shares = sum(share for party, share in finding.party_shares if party in finding.parties)
    for party in finding.parties:
        rest = tuple(one for one in finding.party_shares if one[0] not in finding.parties)
        yield replace(finding, parties=(party,), party_shares=((party, shares), *rest))


def _warns(anchor: Anchor) -> bool:
    """Whether the words behind a verb tell of whom it warns: "warned about Norvia and Kestrel"."""
    trigger = anchor.trigger
    return trigger is not None and trigger.kind is ActionKind.WARNING and trigger.side is Side.AFTER


def _have_their_own(survey: Survey, finding: Finding) -> bool:
    """Whether the sentence tells of each of two respondents against whom it is."""
    words, text = linking_words(survey.article.language), survey.article.text
    named = [each for each in survey.mentions_in(finding.sentence) if each.party in finding.parties]
    return any(
        words.joined_apart.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(named)
    )


def _is_by_head(survey: Survey, sentence: Span) -> bool:
    """Whether words of the sentence say that each of several has something."""
    text, each = survey.article.text, word_pattern(survey.article.language, "linking", "each")
    found = each.finditer(text, sentence.start, sentence.end)
    return any(not text.startswith(_EACH_OTHER, match.end()) for match in found)


def _with_partners(survey: Survey, found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, each with what its sum was before or a part of it, which is no other finding's."""
    article = survey.article
    partners: dict[Span, list[MoneyMention]] = {}
    for sentence in dict.fromkeys(finding.sentence for finding in found if finding.sums):
        told = {mention.span for each in found if each.sentence == sentence for mention in each.sums}
        for pair in sums_of_one(article.text, article.language, sentence, survey.money_in(sentence)):
            leading, other = pair if pair[0].span in told else pair[::-1]
            if leading.span in told and other.low is None:
                partners.setdefault(leading.span, []).append(other)
    taken = {mention.span for each in partners.values() for mention in each}
    for finding in found:
        if not any(mention.span in taken for mention in finding.sums):
            more = [mention for each in finding.sums for mention in partners.get(each.span, ())]
            yield replace(finding, sums=(*finding.sums, *more)) if more else finding


def _without_totals(survey: Survey, found: list[Finding]) -> list[Finding]:
    """Findings without the sums that only add up those of different respondents."""
    told: dict[tuple[Decimal, str], Party] = {}
    for finding in found[:_TOTALLED]:
        for mention in finding.sums:
            told.setdefault((mention.value, mention.currency), finding.parties[0])
    totals = [
        (one[0] + other[0], one[1], {party, rival})
        for (one, party), (other, rival) in combinations(told.items(), 2)
        if one[1] == other[1] and party is not rival
    ]
    if not totals:
        return found
    whole = {
        each.span.end
        for finding in found
        for each in finding.sums
        if _is_total(survey, each, finding, totals)
    }
    return [
        replace(finding, sums=tuple(each for each in finding.sums if not _is_of_total(survey, each, whole)))
        for finding in found
    ]


def _is_of_total(survey: Survey, mention: MoneyMention, ends: set[int]) -> bool:
    """Whether the sum ends where a total does, or stands in brackets behind one: "€329m ($367m)"."""
    before = survey.article.text[max(0, mention.span.start - _CONVERTED) : mention.span.start]
    start = mention.span.start - len(before)
    opening = before.rfind(" (")
    return mention.span.end in ends or (opening >= 0 and start + opening in ends)


def _is_total(
    survey: Survey, mention: MoneyMention, finding: Finding, totals: list[tuple[Decimal, str, set[Party]]]
) -> bool:
    """Whether the sum is that of two respondents, be it rounded by half a per cent.

    It is told of both, or of one in a sentence that names both and calls it a total.
    """
    fitting = [
        parties
        for total, currency, parties in totals
        if mention.currency == currency and abs(mention.value - total) * 200 <= total
    ]
    if not fitting:
        return False
    if any(parties <= set(finding.parties) for parties in fitting):
        return True
    if not is_called_total(survey, finding.sentence, mention.span):
        return False
    named = {each.party for each in survey.mentions_in(finding.sentence)}
    return any(parties <= named for parties in fitting)


def _parted(found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, those of several apart where one sentence has a sum of its own for each of them."""
    told: dict[Span, dict[Party, set[Decimal]]] = {}
    for finding in found:
        if len(finding.parties) == 1 and finding.sums:
            own = told.setdefault(finding.sentence, {}).setdefault(finding.parties[0], set())
            own.update(mention.value for mention in finding.sums)
    for finding in found:
        parties = set(finding.parties)
        if len(parties) > 1 and any(
            parties <= own.keys() and not set.intersection(*(own[party] for party in parties))
            for own in told.values()
        ):
            shares = sum(share for party, share in finding.party_shares if party in parties)
            rest = tuple(one for one in finding.party_shares if one[0] not in parties)
            for party in finding.parties:
                yield replace(finding, parties=(party,), party_shares=((party, shares), *rest), sums=())
        else:
            yield finding


def _agreed(found: list[Finding]) -> list[Finding]:
    """The findings of one sum agree on its respondent and authority: what all of them make likeliest."""
    agreed = list(found)
    for group in _told_of_one(found):
        members = [found[index] for index in group]
        party = _vote([finding.party_shares for finding in members])
        code = _vote([finding.authority_shares for finding in members])
        for index in group:
            others = tuple(each for each in found[index].parties[1:] if each is not party)
            kept = others if found[index].parties[0] is party else ()
            named = any_within(party.spans, found[index].sentence)
            agreed[index] = replace(found[index], parties=(party, *kept), authority=code, named=named)
    return agreed


def _told_of_one(found: Sequence[Finding]) -> list[list[int]]:
    """The places of the findings whose sums are one; each group in reading order."""
    groups: list[tuple[list[int], set[_Claim]]] = []
    by_size: dict[tuple[str, int], list[int]] = {}
    for index, finding in enumerate(found):
        claim = _claim(finding)
        if claim is None:
            groups.append(([index], set()))
            continue
        currency, order = _size(claim)
        near = sorted(each for step in (-1, 0, 1) for each in by_size.get((currency, order + step), ()))
        group = next((groups[each] for each in near if _agrees(claim, groups[each][1])), None)
        if group is None:
            by_size.setdefault((currency, order), []).append(len(groups))
            group = ([], set())
            groups.append(group)
        group[0].append(index)
        group[1].add(claim)
    return [members for members, _ in groups]


@dataclass(frozen=True)
class _Claim:
    """What a finding says of its sum; many say the same."""

    value: Decimal
    currency: str
    party: Party
    insists: bool
    """It names the respondent itself, who is the likeliest by far."""


def _claim(finding: Finding) -> _Claim | None:
    if not finding.sums:
        return None
    party, share = finding.party_shares[0]
    mention = finding.sums[0]
    return _Claim(mention.value, mention.currency, party, finding.named and share >= _INSISTING)


def _size(claim: _Claim) -> tuple[str, int]:
    """Its sum's currency and order: a sum and the same rounded are at most one step apart."""
    return claim.currency, round(log10(max(claim.value, _CENT)) * _STEPS)


def _agrees(claim: _Claim, others: set[_Claim]) -> bool:
    """Whether all speak of one sum, and no two insist on respondents of their own."""
    return all(_tell_of_one(claim, other) for other in others)


def _tell_of_one(one: _Claim, other: _Claim) -> bool:
    """Whether two sums are one, and neither insists on a respondent of its own."""
    if one.currency != other.currency:
        return False
    if one.value != other.value and not are_rounded(one.value, other.value):
        return False
    return one.party is other.party or not (one.insists and other.insists)


def _vote(ballots: list[tuple[tuple[Voted, float], ...]]) -> Voted:
    """The candidate that all ballots together make likeliest; the first of equals."""
    totals: dict[Voted, float] = {}
    for ballot in ballots:
        for candidate, _ in ballot:
            totals.setdefault(candidate, 0.0)
    for shares in (dict(ballot) for ballot in ballots):
        for candidate in totals:
            totals[candidate] += log(max(_LEAST, shares.get(candidate, 0.0)))
    return max(totals, key=lambda candidate: totals[candidate])


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
    listed = linker.models.respondents.choose(candidates)
    likely = linker.models.sanctions.probability(linker.sanction(anchor, candidates, listed))
    if likely < LIKELY and (
        whole is not None
        or is_listed(survey, anchor)
        or is_directed(survey, anchor)
        or (last is not None and is_record(survey, anchor))
        or _is_of_each(survey, anchor)
        or is_total_of_one(survey, anchor)
        or _goes_on_with(linker, anchor, last)
        or (listed and is_dealt_to(survey, anchor, listed[0]))
    ):
        likely = _PLAIN
    if not listed or (likely < LIKELY and anchor.trigger is None):
        return None
    paired = _paired(survey, linker, anchor, spoken) if likely >= LIKELY else None
    paired = whole.parties[0] if whole is not None else paired
    listed = _with_first(listed, paired or in_office(survey, anchor, listed))
    party = listed[0][0]
    if is_nobodys(survey, anchor, party):
        return None
    judged = linker.models.authorities.choose(linker.authorities(anchor, party, spoken))
    if not judged:
        return None
    if likely < LIKELY:
        told = is_plainly_told(survey, anchor, likely, listed[0], judged[0])
        if not told and not is_told_shortly(survey, anchor, likely, listed[0], judged[0]):
            return None
        likely = _PLAIN
    parties = (party, *(() if party is paired else _joined(survey, anchor, party, listed)))
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
    judged = linker.models.authorities.choose(linker.authorities(anchor, paired, spoken))
    return paired if judged and judged[0][1] >= _INSISTING else None


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


def _joined(
    survey: Survey, anchor: Anchor, party: Party, listed: list[tuple[Party, float]]
) -> tuple[Party, ...]:
    """The others of a list that names the respondent: "Kestrel Ltd and its owner, Jane Roe"."""
    words = linking_words(survey.article.language)
    best = listed[0][1]
    needed = _LEAST if _is_by_head(survey, anchor.sentence) else _JOINED * best
    likely = [each for each, share in listed[1:] if share > needed]
    possible = [each for each, share in listed[1:] if share > _LEAST]
    named = [each for each, _ in listed[1:] if each.person == party.person]
    mentions = survey.mentions_in(anchor.sentence)
    found: list[Party] = []
    for first, second in pairwise(mentions):
        gap = survey.article.text[first.span.end : second.span.start]
        apart = anchor.money is None and words.joined_apart.fullmatch(gap) is not None
        bare = _warns(anchor) and _BARE_JOINT.fullmatch(gap) is not None
        if not gap.strip() or not (apart or words.joined.fullmatch(gap)):
            continue
        if _OFFICE.fullmatch(gap) or (gap == ", " and is_office_of(survey.article, first.span)):
            continue
        known = [party, *found]
        if first.party in known and second.party in (named if bare else possible if apart else likely):
            found.append(second.party)
        elif second.party in known and first.party in (named if bare else likely):
            found.append(first.party)
    return tuple(dict.fromkeys(found))
