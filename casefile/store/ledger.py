"""Where an accepted sum goes in an action's measures and their penalty ledgers. Inside a write."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from casefile.proposals import ActionProposal, ProposedAmount
from casefile.store.claims import (
    FieldValue,
    Review,
    add_claim,
    amount_value,
    begin_review,
    by_person,
)
from casefile.store.matching import FOLLOW_UPS, amounts_agree
from casefile.store.payload import from_json, to_json
from casefile.store.penalty import decides, is_after, same_round
from casefile.store.projection import project_entry, project_part
from casefile.store.schema.evidence import Claim
from casefile.store.schema.record import Action, LedgerEntry, Measure
from casefile.store.store import Writer
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, ClaimState, LedgerBasis
from casefile.values import Money, PartialDate, Span

_BASIS = {
    ActionStatus.PROPOSED: LedgerBasis.PROPOSED,
    ActionStatus.SETTLED: LedgerBasis.SETTLED,
    ActionStatus.REDUCED: LedgerBasis.REDUCED,
}
_PROPOSED = LedgerBasis.PROPOSED
_APART = frozenset((_PROPOSED, LedgerBasis.SUSPENDED, LedgerBasis.CEILING))
"""That the same sum was proposed, suspended or a ceiling is another entry than that it was imposed."""
_SET = frozenset((LedgerBasis.IMPOSED, LedgerBasis.SETTLED))
_ALIKE: dict[str, frozenset[LedgerBasis]] = {
    _PROPOSED: frozenset((_PROPOSED,)),
    LedgerBasis.IMPOSED: _SET,
    LedgerBasis.SETTLED: _SET,
}
"""Of a basis that a ledger has once, those that stand for the same stage; others a ledger may have often."""
_MONEY_KINDS = (ActionKind.FINE, ActionKind.SETTLEMENT, ActionKind.PENALTY_PAYMENT)
_OTHER_WORD = {ActionKind.FINE: ActionKind.SETTLEMENT, ActionKind.SETTLEMENT: ActionKind.FINE}
"""The press calls many a settlement a fine: one sum under both words is one measure, and no conflict."""
_DECIDES = frozenset((ActionStatus.IMPOSED, ActionStatus.SETTLED, ActionStatus.FINAL))
"""A report of these that is dated after an annulment tells of a new decision; others may tell of the old."""


@dataclass(frozen=True)
class Place:
    """A ledger entry beside its measure."""

    entry: LedgerEntry
    measure: Measure

    @property
    def money(self) -> Money:
        """The entry's sum."""
        return Money(self.entry.amount_minor, self.entry.currency)


def enter_amounts(review: Review, original: ActionProposal, final: ActionProposal, action_id: int) -> None:
    """Every accepted sum as a claim on a ledger entry; conversions as claims on the action itself.

    What the machine had said of a sum that a person corrected stays on its entry; a sum that was left out
    stays as a rejected claim on the action.
    """
    said = {amount_value(amount) for amount in original.amounts}
    rules = {amount.because.rule for amount in original.amounts} | {original.because.rule}
    own: list[LedgerEntry] = []
    corrected: dict[Span, LedgerEntry] = {}
    for amount in _in_order(final):
        value = FieldValue("amount", amount_value(amount), amount.because)
        by_machine = value.value in said
        value = value if by_machine else by_person(value, keep_rule=value.because.rule not in rules)
        if amount.role is AmountRole.CONVERSION:
            conversion = FieldValue("conversion", value.value, value.because)
            add_claim(review, "action", action_id, conversion, by_machine=by_machine)
            continue
        entry = _enter(review, original, final, action_id, amount, own, first=not own)
        if not by_machine:
            corrected[amount.span] = entry
        add_claim(review, "ledger_entry", entry.id, value, by_machine=by_machine)
        project_entry(review.writer, entry.id)
    if final.status.value is ActionStatus.ANNULLED:
        _annul(review, final, _standing(review, action_id))
    elif own:
        _follow_annulment(review, action_id)
    kept = {amount_value(amount) for amount in final.amounts}
    for amount in original.amounts:
        if amount_value(amount) in kept:
            continue
        value, place = FieldValue("amount", amount_value(amount), amount.because), corrected.get(amount.span)
        if place is None:
            add_claim(review, "action", action_id, value, state=ClaimState.REJECTED)
        else:
            add_claim(review, "ledger_entry", place.id, value, state=ClaimState.SUPERSEDED)


def enter_left_out(writer: Writer, claim: Claim) -> None:
    """Takes a sum up that had been left out in review: its claim moves to where its report puts it."""
    if claim.proposal_id is None:
        raise ValueError("a sum of no proposal was not left out")
    review = begin_review(writer, claim.proposal_id, claim.reviewer, unreviewed=False)
    action, action_id = from_json(ActionProposal, review.proposal.payload), claim.record_id
    in_order = [amount for amount in _in_order(action) if amount.role is not AmountRole.CONVERSION]
    amount = next((each for each in in_order if amount_value(each) == claim.value), None)
    if amount is None:
        claim.field = "conversion"
        return
    of_report = select(Claim.record_id).where(
        Claim.record_table == "ledger_entry", Claim.proposal_id == claim.proposal_id
    )
    own = list(writer.scalars(select(LedgerEntry).where(LedgerEntry.id.in_(of_report))))
    entry = _enter(review, action, action, action_id, amount, own, first=amount is in_order[0])
    claim.record_table, claim.record_id = "ledger_entry", entry.id
    writer.flush()
    project_entry(writer, entry.id)
    _follow_annulment(review, action_id)


def _enter(
    review: Review,
    original: ActionProposal,
    final: ActionProposal,
    action_id: int,
    amount: ProposedAmount,
    own: list[LedgerEntry],
    *,
    first: bool,
) -> LedgerEntry:
    """The entry for the sum, with what the source says of it; it is the next of the source's ``own``.

    ``first`` says whether it is the first of the source's sums.
    """
    entry = _entry_for(review, action_id, final, amount, first=first)
    if entry.measure_id not in {other.measure_id for other in own}:
        _say_of_measure(review, original, final, entry.measure_id, amount)
    if entry not in own:
        _say_of_entry(review, original, final, entry, _told_basis(final, amount, entry, first=first))
    own.append(entry)
    return entry


def places(review: Review, action_id: int, *, with_history: bool = False) -> list[Place]:
    """The action's ledger entries, measure by measure, in order; those that count no more come last."""
    query = (
        select(LedgerEntry, Measure)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(Measure.action_id == action_id)
        .order_by(LedgerEntry.is_live.desc(), Measure.position, LedgerEntry.position)
    )
    rows = review.writer.execute(query if with_history else query.where(LedgerEntry.is_live))
    return [Place(entry, measure) for entry, measure in rows]


def _in_order(action: ActionProposal) -> list[ProposedAmount]:
    """Whole sums first, so that one without its magnitude meets the sum that it belongs to.

    Of a reduced penalty the larger sum comes first: it is the one that was cut.
    """
    reduced = action.status.value is ActionStatus.REDUCED
    return sorted(
        action.amounts,
        key=lambda amount: (amount.scale is AmountScale.MISSING, -amount.value if reduced else 0),
    )


def _measure_kind(action: ActionProposal, amount: ProposedAmount) -> ActionKind:
    if amount.role is AmountRole.PER_DAY or _is_ceiling(action, amount):
        return ActionKind.PENALTY_PAYMENT
    if amount.role is AmountRole.SETTLEMENT:
        return ActionKind.SETTLEMENT
    return action.kind.value if action.kind.value in _MONEY_KINDS else ActionKind.FINE


def _is_ceiling(action: ActionProposal, amount: ProposedAmount) -> bool:
    """Whether a sum that is not owed is the most that a penalty by the day comes to: it is the larger."""
    daily = [other.value for other in action.amounts if other.role is AmountRole.PER_DAY]
    runs = action.kind.value is ActionKind.PENALTY_PAYMENT or bool(daily)
    return amount.role is AmountRole.SUSPENDED and runs and all(value < amount.value for value in daily)


def basis_of(action: ActionProposal, amount: ProposedAmount, *, first: bool) -> LedgerBasis:
    """Why the sum would stand in a ledger; ``first`` of those of its report."""
    if amount.role is AmountRole.SUSPENDED:
        return LedgerBasis.CEILING if _is_ceiling(action, amount) else LedgerBasis.SUSPENDED
    basis = _BASIS.get(action.status.value, LedgerBasis.IMPOSED)
    several = sum(1 for other in action.amounts if other.role is amount.role) > 1
    return LedgerBasis.IMPOSED if basis is LedgerBasis.REDUCED and first and several else basis


def _entry_for(
    review: Review, action_id: int, action: ActionProposal, amount: ProposedAmount, *, first: bool
) -> LedgerEntry:
    """The entry that the sum belongs to, made where there is none; ``first`` of those of its report."""
    found = _find_entry(review, action_id, action, amount, first=first)
    return found or _add_entry(review, action_id, action, amount, first=first)


def _find_entry(
    review: Review, action_id: int, action: ActionProposal, amount: ProposedAmount, *, first: bool
) -> LedgerEntry | None:
    """The entry that the sum repeats, or that it contradicts; None where it is a sum of its own."""
    money = Money.of(amount.value, amount.currency)
    kind = _measure_kind(action, amount)
    known = _in_round(places(review, action_id, with_history=True), action)
    same_kind = [place for place in known if place.measure.kind == kind]
    other_word = _told_otherwise(known, action, kind)
    decided = _about(review, action_id, action)
    basis = basis_of(action, amount, first=first)
    for place in (*same_kind, *other_word):
        bases = {place.entry.basis, basis}
        alike = len(bases) == 1 or not bases & _APART
        if alike and amounts_agree(place.money, money, place.entry.scale, amount.scale, decided):
            return place.entry
    rivals = [place.entry for place in same_kind if place.entry.basis == basis]
    if amount.scale is AmountScale.MISSING:
        rivals += [place.entry for place in other_word if place.entry.basis in _ALIKE.get(basis, ())]
    if rivals and (amount.scale is AmountScale.MISSING or _is_only_sum(action, amount)):
        return rivals[0]
    return None


def _in_round(known: list[Place], action: ActionProposal) -> list[Place]:
    """Those of the places that the report can speak of: what it decides anew repeats nothing annulled."""
    told = action.date.value if action.date and action.status.value in _DECIDES else None
    return [
        place for place in known if same_round(_annulled(known, place.measure.id), place.entry.dated, told)
    ]


def _annulled(known: list[Place], measure_id: int) -> list[PartialDate | None]:
    """When the measure was annulled, maybe several times."""
    return [
        place.entry.dated
        for place in known
        if place.measure.id == measure_id
        and place.entry.is_live
        and place.entry.basis == LedgerBasis.ANNULLED
    ]


def _told_otherwise(known: list[Place], action: ActionProposal, kind: ActionKind) -> list[Place]:
    """Where a sum may stand under the other word for it; nowhere if its source itself tells them apart."""
    other_word = _OTHER_WORD.get(kind)
    apart = any(_measure_kind(action, other) is other_word for other in action.amounts)
    return [] if apart else [place for place in known if place.measure.kind == other_word]


def _is_only_sum(action: ActionProposal, amount: ProposedAmount) -> bool:
    """Whether all that the source says of this role is this one sum, maybe repeated or rounded."""
    money = Money.of(amount.value, amount.currency)
    return all(
        amounts_agree(Money.of(other.value, other.currency), money, other.scale, amount.scale)
        for other in action.amounts
        if other.role is amount.role and other.scale is AmountScale.STATED
    )


def _add_entry(
    review: Review, action_id: int, action: ActionProposal, amount: ProposedAmount, *, first: bool
) -> LedgerEntry:
    kind = _measure_kind(action, amount)
    is_set = any(
        place.measure.kind == kind and place.entry.basis in _SET for place in places(review, action_id)
    )
    basis = basis_of(action, amount, first=first and not is_set)
    measure = _measure_without(review, action_id, action, kind, basis)
    money = Money.of(amount.value, amount.currency)
    entry = LedgerEntry(
        measure_id=measure.id,
        position=_after(review, LedgerEntry.position, LedgerEntry.measure_id == measure.id),
        basis=basis,
        amount_minor=money.amount_minor,
        currency=money.currency,
        scale=amount.scale,
        per="day" if amount.role is AmountRole.PER_DAY else "",
    )
    review.writer.add(entry)
    review.writer.flush()
    return entry


def _say_of_measure(
    review: Review, original: ActionProposal, final: ActionProposal, measure_id: int, amount: ProposedAmount
) -> None:
    """The source's claim on what the measure is, by the sum's own words where they tell."""
    by_role = amount.role in (AmountRole.PER_DAY, AmountRole.SETTLEMENT) or _is_ceiling(final, amount)
    because = amount.because if by_role else final.kind.because
    value = FieldValue("kind", to_json(str(_measure_kind(final, amount))), because)
    _claim_part(review, ("measure", measure_id), value, by_machine=by_role or final.kind == original.kind)


def _say_of_entry(
    review: Review, original: ActionProposal, final: ActionProposal, entry: LedgerEntry, basis: str
) -> None:
    """The source's claims on the stage and the date of a sum."""
    record, same = ("ledger_entry", entry.id), final.status == original.status
    told = FieldValue("basis", to_json(str(basis)), final.status.because)
    _claim_part(review, record, told, by_machine=same)
    dated = _entry_date(final, basis)
    if dated is not None and final.date is not None:
        value = FieldValue("dated", to_json(dated.edtf), final.date.because)
        _claim_part(review, record, value, by_machine=final.date == original.date)


def _claim_part(review: Review, record: tuple[str, int], value: FieldValue, *, by_machine: bool) -> None:
    add_claim(review, *record, value if by_machine else by_person(value), by_machine=by_machine)
    project_part(review.writer, *record, value.field)


def _told_basis(action: ActionProposal, amount: ProposedAmount, entry: LedgerEntry, *, first: bool) -> str:
    """The stage as the source tells it; that of the entry where it only repeats an earlier sum."""
    basis = basis_of(action, amount, first=first)
    return basis if basis in _ALIKE.get(entry.basis, ()) else entry.basis


def _entry_date(action: ActionProposal, basis: str) -> PartialDate | None:
    """The act's date; a report of a cut does not tell when the sum that was cut had been imposed."""
    own = (LedgerBasis.REDUCED, LedgerBasis.ANNULLED)
    follows = action.status.value in FOLLOW_UPS and basis not in own
    return action.date.value if action.date and not follows else None


def _annul(review: Review, action: ActionProposal, ledgers: dict[int, LedgerEntry]) -> None:
    """Nothing is due any more: an entry of zero ends each ledger, resting on the words of the annulment."""
    zero = {"amount_minor": 0, "scale": str(AmountScale.STATED), "role": str(AmountRole.FINE)}
    dated = action.date.value if action.date else None
    for measure_id, standing in ledgers.items():
        told = standing.basis == LedgerBasis.ANNULLED
        entry = standing if told and not _is_reopened(review, standing, dated) else LedgerEntry(
            measure_id=measure_id,
            position=_after(review, LedgerEntry.position, LedgerEntry.measure_id == measure_id),
            basis=LedgerBasis.ANNULLED,
            amount_minor=0,
            currency=standing.currency,
            scale=AmountScale.STATED,
            per="",
        )  # fmt: skip
        review.writer.add(entry)
        review.writer.flush()
        _say_of_entry(review, action, action, entry, LedgerBasis.ANNULLED)
        value = to_json(zero | {"currency": entry.currency})
        add_claim(review, "ledger_entry", entry.id, FieldValue("amount", value, action.status.because))


def _is_reopened(review: Review, annulled: LedgerEntry, by: PartialDate | None) -> bool:
    """Whether something was decided after the annulment and before the day, so that it is another one."""
    entries = review.writer.scalars(
        select(LedgerEntry).where(LedgerEntry.measure_id == annulled.measure_id, LedgerEntry.is_live)
    )
    return any(
        decides(entry.basis) and is_after(entry.dated, annulled.dated) and is_after(by, entry.dated)
        for entry in entries
    )


def _follow_annulment(review: Review, action_id: int) -> None:
    """Ends ledgers that are told of after their action's annulment, on the grounds of its first report."""
    annulled = review.writer.scalar(
        select(Claim)
        .where(Claim.record_table == "action", Claim.record_id == action_id, Claim.field == "status")
        .where(Claim.state == ClaimState.ACCEPTED, Claim.value == to_json(ActionStatus.ANNULLED))
        .where(Claim.proposal_id.is_not(None))
        .order_by(Claim.id)
        .limit(1)
    )
    standing = _standing(review, action_id)
    open_ledgers = {id_: last for id_, last in standing.items() if last.basis != LedgerBasis.ANNULLED}
    if annulled is None or annulled.proposal_id is None or not open_ledgers:
        return
    report = begin_review(
        review.writer, annulled.proposal_id, annulled.reviewer, unreviewed=annulled.unreviewed
    )
    _annul(report, from_json(ActionProposal, report.proposal.payload), open_ledgers)


def _standing(review: Review, action_id: int) -> dict[int, LedgerEntry]:
    """The last entry of each measure, the one that annuls it where there is one."""
    known = sorted(places(review, action_id), key=lambda place: place.entry.basis == LedgerBasis.ANNULLED)
    return {place.measure.id: place.entry for place in known}


def _about(review: Review, action_id: int, action: ActionProposal) -> PartialDate | None:
    """When the sums were decided, for comparing them in two currencies."""
    return review.writer.get_one(Action, action_id).decided or (action.date.value if action.date else None)


def _measure_without(
    review: Review, action_id: int, action: ActionProposal, kind: ActionKind, basis: LedgerBasis
) -> Measure:
    """The measure of that kind whose ledger does not tell of that stage yet, else a new one.

    So the reports of one penalty make one ledger in whatever order they come, and two fines of one report
    make two; what was cut or suspended is always the first. A fine that was proposed and then settled is one.
    """
    known = _in_round(places(review, action_id), action)
    told = {place.measure.id for place in known if place.entry.basis in _ALIKE.get(basis, ())}
    measures = review.writer.scalars(
        select(Measure)
        .where(Measure.action_id == action_id, Measure.kind == str(kind))
        .order_by(Measure.position, Measure.id)
    )
    other_word = (place.measure for place in _told_otherwise(known, action, kind))
    found = next((measure for measure in (*measures, *other_word) if measure.id not in told), None)
    return found or _add_measure(review, action_id, kind)


def _add_measure(review: Review, action_id: int, kind: ActionKind) -> Measure:
    position = _after(review, Measure.position, Measure.action_id == action_id)
    measure = Measure(action_id=action_id, kind=str(kind), position=position)
    review.writer.add(measure)
    review.writer.flush()
    return measure


def _after(review: Review, column: InstrumentedAttribute[int], among: ColumnElement[bool]) -> int:
    """The first position after all that are taken, those of entries that count no more among them."""
    last = review.writer.scalar(select(func.max(column)).where(among))
    return 0 if last is None else last + 1
