"""How much dates, kinds, laws and numbers tell of whether a proposal is about a known action: pure."""

from casefile.fields import FieldKind, field
from casefile.proposals import ActionProposal, ProposedDate
from casefile.store.comparing import LATER, MOVED, KnownAction, Origin, Weighed
from casefile.store.matches import Aspect, Point
from casefile.store.matching import FOLLOW_UPS, dates_agree
from casefile.terms import ActionKind, ActionStatus, label
from casefile.values import PartialDate

_DAY_WEIGHTS = ((1, 3.0), (31, 1.5), (100, 1.2), (366, 1.0))
"""What dates tell that agree within so many days."""
_COARSE = 0.3
_APART_WEIGHTS = ((45, 0.5), (120, -0.5), (366, -4.0))
"""What dates tell that lie so many days apart: reports give the decision's, the notice's or their own."""
_YEARS_APART = -7.0
_OTHER_YEAR = -2.5
_IMPOSSIBLE = -4.0
_LATER_DATE = -2.5
_MONTH_DAYS = 31
_REPORTED_DAYS = 14
_REPORTED = 1.5
_SAME_DAYS = 1.0
_SAME_KIND = 0.5
_SAME_PROVISION = 0.5
_SAME_NUMBER = 8.0
_MONEY = frozenset((ActionKind.FINE, ActionKind.PENALTY_PAYMENT, ActionKind.SETTLEMENT))
_OTHER_KIND = -3.0
_OTHER_MEASURE = -1.0
_OPENING = -6.0
"""An investigation is no decision."""


def weigh_date(proposal: ActionProposal, origin: Origin, known: KnownAction) -> Weighed:
    """The dates of both, or where one has none when it was reported."""
    if proposal.date is None:
        return _weigh_report(proposal, origin, known)
    if not known.dates:
        return _weigh_first_report(proposal.date.value, known)
    agreeing = [date for date in known.dates if dates_agree(proposal.date.value, date)]
    if agreeing:
        return _agreeing(proposal.date, min(agreeing, key=_days))
    return _apart(proposal, proposal.date, known)


def weigh_kind(proposal: ActionProposal, known: KnownAction, *, supported: bool) -> Weighed:
    """What both impose; ``supported`` says whether the dates agree: a decision may impose several."""
    said = proposal.kind.value
    if said == known.kind or said in known.measures:
        words = f"same measure ({label(said).lower()})"
        return Weighed(_SAME_KIND, (Point(Aspect.KIND, words, proposal.kind.because.spans),))
    kinds = {said, known.kind}
    if ActionKind.INVESTIGATION in kinds:
        return Weighed(_OPENING)
    if kinds <= _MONEY or kinds & {ActionKind.ANNULMENT, ActionKind.OTHER}:
        return Weighed()
    return Weighed(_OTHER_KIND if kinds & _MONEY and not supported else _OTHER_MEASURE)


def weigh_provisions(proposal: ActionProposal, known: KnownAction) -> Weighed:
    """Articles of a law that both cite; that a law is cited tells little."""
    same = [
        law
        for law in proposal.provisions
        if law.article and (law.instrument, law.article) in known.provisions
    ]
    if not same:
        return Weighed()
    point = Point(Aspect.PROVISION, f"same law ({same[0]})", same[0].because.spans)
    return Weighed(_SAME_PROVISION, (point,))


def weigh_numbers(proposal: ActionProposal, known: KnownAction) -> Weighed:
    """Numbers that others know the action by."""
    for said in proposal.more:
        if field(said.field).kind is FieldKind.IDENTIFIER and known.numbers.get(said.scheme) == said.value:
            point = Point(Aspect.IDENTIFIER, f"same number ({said.value})", said.because.spans)
            return Weighed(_SAME_NUMBER, (point,))
    return Weighed()


def _agreeing(said: ProposedDate, known: PartialDate) -> Weighed:
    days = max(_days(said.value), _days(known))
    weight = next((weight for most, weight in _DAY_WEIGHTS if days <= most), _COARSE)
    same = said.value == known
    words = f"same date ({known})" if same else f"{said.value} here, {known} in the store"
    return Weighed(weight, (Point(Aspect.DATE, words, said.because.spans),))


def _apart(proposal: ActionProposal, said: ProposedDate, known: KnownAction) -> Weighed:
    nearest = min(known.dates, key=lambda date: _gap(said.value, date))
    gap, coarse = _gap(said.value, nearest), max(_days(said.value), _days(nearest)) > _MONTH_DAYS
    if (later := _of_other_stage(proposal, said.value, known)) is not None:
        return Weighed(later)
    weight = next((weight for most, weight in _APART_WEIGHTS if gap <= most), _YEARS_APART)
    if coarse:
        weight = min(weight, _OTHER_YEAR)
    conflicts: tuple[Point, ...] = ()
    if known.decided is not None:
        words = f"{said.value} here, {known.decided} in the store"
        conflicts = (Point(Aspect.DATE, words, said.because.spans),)
    return Weighed(weight, conflicts=conflicts)


def _of_other_stage(proposal: ActionProposal, said: PartialDate, known: KnownAction) -> float | None:
    """What a date of another stage of the procedure tells; None where both are the decision's."""
    status = proposal.status.value
    if status in MOVED or known.status in MOVED:
        is_follow_up = status in FOLLOW_UPS and known.status != ActionStatus.PROPOSED
        too_early = known.decided is not None and said.latest < known.decided.earliest
        return _IMPOSSIBLE if is_follow_up and too_early else 0.0
    return _LATER_DATE if status in LATER else None


def _weigh_report(proposal: ActionProposal, origin: Origin, known: KnownAction) -> Weighed:
    """A proposal without a date: when its source appeared."""
    if origin.published is None:
        return Weighed()
    if known.decided is None:
        return _weigh_same_days(proposal, origin.published, known)
    if origin.published.latest < known.decided.earliest and proposal.status.value not in MOVED:
        return Weighed(_IMPOSSIBLE)
    days = _gap(origin.published, known.decided)
    if not proposal.main or days > _REPORTED_DAYS or _days(known.decided) > _MONTH_DAYS:
        return Weighed()
    words = f"reported on {origin.published}, decided {known.decided}"
    return Weighed(_REPORTED, (Point(Aspect.DATE, words),))


def _weigh_same_days(proposal: ActionProposal, published: PartialDate, known: KnownAction) -> Weighed:
    first = known.first_report
    if first is None or not proposal.main or _gap(published, first) > _REPORTED_DAYS:
        return Weighed()
    return Weighed(_SAME_DAYS, (Point(Aspect.DATE, "reported in the same days"),))


def _weigh_first_report(said: PartialDate, known: KnownAction) -> Weighed:
    """An action without a date: it cannot have been decided after it was reported."""
    first = known.first_report
    if first is None:
        return Weighed()
    if said.earliest > first.latest:
        return Weighed(0.0 if known.status in MOVED else _IMPOSSIBLE)
    near = _gap(said, first) <= _REPORTED_DAYS and _days(said) <= _MONTH_DAYS
    return Weighed(_SAME_DAYS if near else 0.0)


def _days(date: PartialDate) -> int:
    return (date.latest - date.earliest).days + 1


def _gap(one: PartialDate, other: PartialDate) -> int:
    """Days between the two; 0 where they overlap."""
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days, 0)
