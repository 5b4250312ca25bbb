"""What a person says of a measure, a ledger entry or a party, field by field. Inside a write."""

from collections.abc import Mapping

from casefile.fields import Field, FieldKind, field
from casefile.store.editing import Grounds, add_own_claim, supersede_all, supersede_rivals
from casefile.store.field_values import Value, canonical
from casefile.store.payload import to_json
from casefile.store.projection import PART_MODELS, project_part
from casefile.store.schema.record import Party
from casefile.store.store import Writer
from casefile.values import PartialDate


def describe(
    writer: Writer,
    record: tuple[str, int],
    values: Mapping[str, Value],
    by: str,
    *,
    reason: str = "",
    grounds: Grounds | None = None,
) -> None:
    """Sets fields of a record (table, id) of :data:`casefile.fields.PARTS`, each with the person's claim.

    An empty value takes the field out of the record; what stands there already is left as it is. Where
    nothing changes but there are grounds, they are a further claim for each value.
    :class:`casefile.store.field_values.FieldValueError` for a value that does not fit.
    """
    wanted = {name: canonical(field(name), value) if value != "" else "" for name, value in values.items()}
    changed = {name: raw for name, raw in wanted.items() if raw != _present(writer, record, field(name))}
    if not changed and grounds is not None:
        changed = {name: raw for name, raw in wanted.items() if raw}
    for name, raw in changed.items():
        if raw:
            claim_id = add_own_claim(writer, record, name, raw, by, reason=reason, grounds=grounds)
            supersede_rivals(writer, claim_id, by, reason)
        else:
            supersede_all(writer, record, name, by, reason)
        project_part(writer, *record, name)


def _present(writer: Writer, record: tuple[str, int], entry: Field) -> str:
    """The value in the record as a claim would write it; "" where there is none."""
    row = writer.get_one(PART_MODELS[record[0]], record[1])
    if entry.kind is FieldKind.GROUP:
        above = getattr(row, "parent_id", None)
        return canonical(entry, group_value(writer, above)) if above is not None else ""
    value = getattr(row, entry.name)
    if not value:
        return ""
    return to_json(value.edtf if isinstance(value, PartialDate) else str(value))


def group_value(writer: Writer, party_id: int) -> dict[str, str | int]:
    """A party as the group that others belong to, as a claim's value."""
    return {"name": writer.get_one(Party, party_id).name, "party_id": party_id}
