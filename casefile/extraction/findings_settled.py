"""How the findings of a text settle each other: conversions, totals, parts, and sums told more than once.

Imports the finding and the survey. :mod:`casefile.extraction.findings` makes the findings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise
from math import log, log10
from typing import TypeVar

from casefile.extraction.figures import are_rounded
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.lexicon import word_pattern
from casefile.extraction.linking_words import linking_words
from casefile.extraction.money_changes import sums_of_one
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.plainly_told import is_called_total
from casefile.extraction.surroundings import any_within, spans_within
from casefile.extraction.survey import Survey
from casefile.terms import ActionKind
from casefile.values import Span

_EACH_OTHER = " other"
_INSISTING, _LEAST = 0.7, 0.02
_CONVERTED = 16
"""Code points between a sum and the same in another currency: " (environ "."""
_TOTALLED = 40
"""So many findings are looked at for totals of two."""
_STEPS, _CENT = 8, Decimal("0.01")
Voted = TypeVar("Voted", Party, str)


def with_conversion(survey: Survey, last: Finding, finding: Finding) -> tuple[Finding, Finding]:
    """Both, with one respondent and authority where the second's sum only converts that of the last."""
    if not _is_converted(survey, finding, last):
        return last, finding
    voted = _vote([last.party_shares, finding.party_shares])
    leader = last if last.parties[0] is voted else finding
    return _led_by(leader, last), _led_by(leader, finding)


def settled(survey: Survey, found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of a text as all of them together have it, in reading order."""
    apart = [one for finding in found for one in _for_each(survey, finding)]
    return _parted(_without_totals(survey, _agreed(list(_with_partners(survey, apart)))))


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
    if len(finding.parties) < 2 or not (own or is_by_head(survey, finding.sentence)):
        yield finding
        return
    shares = sum(share for party, share in finding.party_shares if party in finding.parties)
    for party in finding.parties:
        rest = tuple(one for one in finding.party_shares if one[0] not in finding.parties)
        told = (each.span for each in survey.mentions_in(finding.sentence) if each.party == party)
        focus = finding.focus or (next(told, None) if own else None)
        yield replace(finding, parties=(party,), party_shares=((party, shares), *rest), focus=focus)


def _have_their_own(survey: Survey, finding: Finding) -> bool:
    """Whether the sentence tells of each of two respondents against whom it is."""
    words, text = linking_words(survey.article.language), survey.article.text
    named = [each for each in survey.mentions_in(finding.sentence) if each.party in finding.parties]
    return any(
        words.joined_apart.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(named)
    )


def is_by_head(survey: Survey, sentence: Span) -> bool:
    """Whether words of the sentence say that each of several has something."""
    text, each = survey.article.text, word_pattern(survey.article.language, "linking", "each")
    found = each.finditer(text, sentence.start, sentence.end)
    return any(not text.startswith(_EACH_OTHER, match.end()) for match in found)


def _with_partners(survey: Survey, found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, each with what its sum was before or a part of it, which is no other finding's."""
    article = survey.article
    partners: dict[Span, list[MoneyMention]] = {}
    told_in: dict[Span, set[Span]] = {}
    for finding in found:
        if finding.sums:
            told_in.setdefault(finding.sentence, set()).update(mention.span for mention in finding.sums)
    for sentence, told in told_in.items():
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
    """The findings, those of several apart where each of them has a sum of its own.

    One sentence tells those sums; of a fine without a sum the whole text may.
    """
    anywhere: dict[Party, set[Decimal]] = {}
    told: dict[Span, dict[Party, set[Decimal]]] = {}
    for finding in found:
        if len(finding.parties) == 1 and finding.sums:
            for own in (anywhere, told.setdefault(finding.sentence, {})):
                own.setdefault(finding.parties[0], set()).update(each.value for each in finding.sums)
    for finding in found:
        parties = set(finding.parties)
        sumless = finding.kind in MONEY_KINDS and not finding.sums
        if len(parties) > 1 and (
            any(_have_each(own, parties) for own in told.values())
            or (sumless and _have_each(anywhere, parties))
        ):
            shares = sum(share for party, share in finding.party_shares if party in parties)
            rest = tuple(one for one in finding.party_shares if one[0] not in parties)
            for party in sorted(finding.parties, key=lambda each: _place(each, finding.sentence)):
                yield replace(finding, parties=(party,), party_shares=((party, shares), *rest), sums=())
        else:
            yield finding


def _place(party: Party, sentence: Span) -> int:
    """Where the sentence names the party, else the text."""
    return next(spans_within(party.spans, sentence), party.spans[0]).start


def _have_each(own: Mapping[Party, set[Decimal]], parties: set[Party]) -> bool:
    """Whether each of the parties has sums, and all of them no one in common."""
    return parties <= own.keys() and not set.intersection(*(own[party] for party in parties))


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
