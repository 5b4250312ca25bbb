"""One plain field of one record, as a cell of a list shows it and a person types it anew. Inside a write.

A value of an action is set as its form sets it: the claims of others stay as they are or are superseded, with
their evidence, and what a person's own value rested on the new one rests on too.
"""

import dataclasses
from typing import Any

from casefile.errors import CasefileError
from casefile.store import corrections, editing, sums
from casefile.store.editing import Grounds
from casefile.store.facts import LedgerLine, action_facts, ledger
from casefile.store.listing_rows import present_amounts
from casefile.store.rows import ClaimRow
from casefile.store.store import Writer
from casefile.store.tags import Tagged
from casefile.values import Money, PartialDate

Value = str | PartialDate | Money | None


class CellError(CasefileError):
    """There is nothing in the record that the cell could change."""


def set_cell(writer: Writer, kind: Tagged, id_: int, name: str, value: Value, by: str) -> None:
    """Gives the field of the record that value, already of the field's kind.

    :class:`casefile.store.field_values.FieldValueError` for one that does not fit.
    """
    match kind:
        case Tagged.ACTION if isinstance(value, Money):
            _correct_present_sum(writer, id_, value, by)
        case Tagged.ACTION:
            raw = value.edtf if isinstance(value, PartialDate) else str(value or "")
            editing.set_value(writer, id_, name, raw, by, grounds=_present_grounds(writer, id_, name))
        case Tagged.SOURCE:
            given: Any = {name: value}
            described = dataclasses.replace(corrections.source_details(writer, id_), **given)
            corrections.describe_source(writer, id_, described, by)
        case Tagged.QUOTE:
            said: Any = {name: value}
            quoted = dataclasses.replace(corrections.quote_details(writer, id_), **said)
            corrections.describe_quote(writer, id_, quoted)
        case Tagged.EVENT:
            event: Any = {name: value}
            corrections.describe_event(writer, id_, **event)


def _present_grounds(writer: Writer, action_id: int, name: str) -> Grounds | None:
    facts = [fact for fact in action_facts(writer, action_id) if fact.field == name and fact.live]
    own = [claim for fact in facts for claim in fact.live if claim.value == fact.value]
    return _grounds(own[0]) if own else None


def _grounds(claim: ClaimRow) -> Grounds | None:
    """What a person's own claim rests on; another's stays that claim's own."""
    if claim.source_id is None or not claim.is_own or claim.method != "person":
        return None
    spans = (passage.span for passage in claim.evidence if passage.source_id == claim.source_id)
    return Grounds(claim.source_id, tuple(spans))


def _correct_present_sum(writer: Writer, action_id: int, money: Money, by: str) -> None:
    """Corrects the ledger entry whose sum the list shows."""
    line = _present_line(writer, action_id)
    own = next((claim for claim in line.claims if claim.is_own and claim.method == "person"), None)
    grounds = _grounds(own) if own is not None else None
    sums.correct_sum(writer, line.entry_id, money, by, grounds=grounds)


def _present_line(writer: Writer, action_id: int) -> LedgerLine:
    present = present_amounts(writer, [action_id]).get(action_id)
    shown = [
        line
        for line in ledger(writer, action_id)
        if present is not None
        and (line.money, line.basis, line.per, line.dated)
        == (present.money, present.basis, present.per, present.dated)
    ]
    if not shown:
        raise CellError("This action has no sum yet.", "Add one with Action > Add sum.")
    return shown[0]
