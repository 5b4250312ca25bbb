"""A proposal beside an action that it may be about, field by field. Reading only.

Whether two values agree is told as the store tells it of claims once they stand on one action
(:mod:`casefile.store.agreement`), with what the match found out about names, sums and dates.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from casefile.fields import Field, FieldKind, field, order
from casefile.proposals import ActionProposal, Because, ProposedParty
from casefile.store.agreement import NO_NAMES, KnownNames, agree
from casefile.store.beside import NOTHING, Beside, BesideRow, Fit, Place, Side
from casefile.store.claims import amount_value, field_values
from casefile.store.comparing import KnownAction, KnownParty
from casefile.store.facts import action_facts, ledger, shown
from casefile.store.known_actions import load_known
from casefile.store.matches import ActionMatch, Aspect
from casefile.store.matching import party_key
from casefile.store.party_likeness import Likeness
from casefile.store.party_names import known_names
from casefile.store.party_points import likeness
from casefile.store.rows import Fact, ProposalRow
from casefile.store.schema.evidence import Source
from casefile.store.store import Reader
from casefile.store.sums_beside import PLAIN, Places, places_of, sum_rows
from casefile.terms import AmountRole
from casefile.values import Span

_ASPECTS = {"authority": Aspect.AUTHORITY, "decided": Aspect.DATE, "changed": Aspect.DATE}
_NAMED = "respondent"
_UNSAID = Because((), "")


@dataclass(frozen=True)
class _Said:
    """One value of a field on one of the sides."""

    raws: tuple[str, ...]
    """As canonical JSON; several where one party is known by several names."""
    side: Side

    @property
    def value(self) -> dict[str, str]:
        """Of a field whose values have parts: the first."""
        found: dict[str, str] = json.loads(self.raws[0])
        return found


@dataclass(frozen=True)
class _Known:
    """What the comparison looks things up in."""

    match: ActionMatch
    action: KnownAction
    names: dict[str, KnownNames]
    """By field what its party is known by."""


_Compare = Callable[[_Said, _Said], tuple[Fit, str] | None]
"""How a value of each side fits; None where they are about two things."""


def side_by_side(reader: Reader, row: ProposalRow, match: ActionMatch) -> Beside:
    """The proposal as it stands in ``row`` beside the action of the match.

    ``LookupError`` where the action is gone.
    """
    proposal = row.proposal
    action = load_known(reader, [match.action_id]).get(match.action_id)
    if action is None or not isinstance(proposal, ActionProposal):
        raise LookupError(f"no action {match.action_id}")
    names = known_names(reader, [action.id])
    known = _Known(match, action, {name: found for (_, name), found in names.items()})
    title = func.coalesce(func.nullif(Source.title, ""), Source.file_name, "")
    source = reader.scalars(select(title).where(Source.id == row.source_id)).one()

    def places(spans: Iterable[Span]) -> tuple[Place, ...]:
        return tuple(Place(row.source_id, source, span) for span in dict.fromkeys(spans))

    rows = [
        *_field_rows(known, proposal, places, action_facts(reader, action.id)),
        *sum_rows(match, proposal, places, ledger(reader, action.id), action.decided),
    ]
    return Beside(action.id, action.title, tuple(sorted(rows, key=lambda one: order(one.field))))


def _field_rows(
    known: _Known,
    proposal: ActionProposal,
    places: Places,
    facts: Sequence[Fact],
) -> Iterator[BesideRow]:
    """All but the sums of the ledgers."""
    here: dict[str, list[_Said]] = {}
    for said in field_values(proposal):
        side = Side(shown(said.field, said.value), places(said.because.spans))
        here.setdefault(said.field, []).append(_Said((said.value,), side))
    for amount in proposal.amounts:
        if amount.role is AmountRole.CONVERSION:
            raw = amount_value(amount)
            side = Side(shown("conversion", raw), places([amount.span]))
            here.setdefault("conversion", []).append(_Said((raw,), side))
    store: dict[str, list[_Said]] = {}
    for fact in facts:
        if fact.field != "amount" and fact.live:
            store.setdefault(fact.field, []).append(_of_fact(fact))
    if "respondent" in store:
        store["respondent"] = _by_party(store["respondent"], known.action.respondents)
    for name in {*here, *store}:
        compare = _comparison(field(name), known)
        yield from _paired(field(name), here.get(name, []), store.get(name, []), compare)


def _of_fact(fact: Fact) -> _Said:
    ordered = sorted(fact.live, key=lambda claim: claim.value != fact.value)
    found = [evidence for claim in ordered for evidence in claim.evidence]
    return _Said(tuple(dict.fromkeys(claim.raw for claim in ordered)), Side(fact.value, places_of(found)))


def _by_party(said: Sequence[_Said], parties: Sequence[KnownParty]) -> list[_Said]:
    """One value for each party, however many names its sources have for it."""
    found: dict[str, _Said] = {}
    for one in said:
        party = _party_of(one, parties)
        name = party.name if party is not None else one.side.value
        known = found.get(name)
        places = (*(known.side.places if known else ()), *one.side.places)
        raws = (*(known.raws if known else ()), *one.raws)
        found[name] = _Said(raws, Side(name, tuple(dict.fromkeys(places))))
    return list(found.values())


def _party_of(said: _Said, parties: Iterable[KnownParty]) -> KnownParty | None:
    keys = {party_key(json.loads(raw)["name"]) for raw in said.raws}
    return next((party for party in parties if party.name == said.side.value or keys & party.keys), None)


def _comparison(about: Field, known: _Known) -> _Compare:
    """How values of the field are compared."""
    if about.name == "respondent":
        return lambda here, store: _compare_parties(here, store, known)
    if about.many:
        return _compare_parts
    return lambda here, store: _compare_values(about, here, store, known)


def _compare_values(about: Field, here: _Said, store: _Said, known: _Known) -> tuple[Fit, str]:
    """Of a field with one value."""
    one, other = here.raws[0], store.raws[0]
    if one == other or here.side.value == store.side.value:
        return Fit.AGREES, ""
    names = known.names.get(about.name, NO_NAMES)
    if not agree(about, one, other, known.action.decided, names):
        aspect = _ASPECTS.get(about.name)
        met = next((point.words for point in known.match.agreements if point.aspect is aspect), "")
        return (Fit.DIFFERS, met) if met and not met.startswith(PLAIN) else (Fit.CONFLICTS, "")
    precise = about.kind in (FieldKind.DATE, FieldKind.PARTY, FieldKind.NUMBER)
    return (Fit.AGREES if precise else Fit.DIFFERS), ""


def _compare_parties(here: _Said, store: _Said, known: _Known) -> tuple[Fit, str] | None:
    party = _party_of(store, known.action.respondents)
    said = ProposedParty(here.value["name"], _UNSAID, here.value.get("code", ""))
    alike = likeness(said, party) if party is not None else Likeness.OTHER
    return (Fit.AGREES, "") if alike >= Likeness.SPELLED else None


def _compare_parts(here: _Said, store: _Said) -> tuple[Fit, str] | None:
    """Of a field with many values: the same law, number or word."""
    if set(here.raws) & set(store.raws) or here.side.value == store.side.value:
        return Fit.AGREES, ""
    one, other = json.loads(here.raws[0]), json.loads(store.raws[0])
    if not isinstance(one, dict) or not isinstance(other, dict):
        return None
    if "instrument" in one and one["instrument"] == other["instrument"]:
        same = one["article"] == other["article"]
        return (Fit.AGREES, "") if same else None
    if "scheme" in one and one["scheme"] == other["scheme"]:
        return (Fit.AGREES, "") if one["value"] == other["value"] else None
    return None


def _paired(
    about: Field, here: Sequence[_Said], store: Sequence[_Said], compare: _Compare
) -> Iterator[BesideRow]:
    """What fits first, then what only one of the sides has."""
    left, rows = list(store), list[BesideRow]()
    alone: list[_Said] = []
    for said in here:
        # Two names of one party are no second party.
        others = [*left, *(store if about.name == _NAMED else ())]
        met = ((other, fit) for other in others if (fit := compare(said, other)) is not None)
        found = next(met, None)
        if found is None:
            alone.append(said)
            continue
        other, (how, words) = found
        left = [one for one in left if one is not other]
        rows.append(BesideRow(about.name, about.label, said.side, other.side, how, words))
    if about.name == _NAMED and not rows and alone and left:
        first, rival = alone.pop(0), left.pop(0)
        rows.append(BesideRow(about.name, about.label, first.side, rival.side, Fit.CONFLICTS))
    yield from rows
    for said in alone:
        yield BesideRow(about.name, about.label, said.side, NOTHING, Fit.ONLY_HERE)
    for said in left:
        yield BesideRow(about.name, about.label, NOTHING, said.side, Fit.ONLY_STORE)
