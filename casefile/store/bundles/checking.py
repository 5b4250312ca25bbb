"""Judges the rows of a bundle, which may come from anybody, before anything of it is kept. Pure.

Every value is one that the program itself could have written: of its column's type and list, with its parts
there, a claim fit for its field, a passage that stands in its text. What is not is refused as a whole.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

from casefile.errors import CasefileError
from casefile.fields import PARTS, FieldKind, field
from casefile.metadata import Found
from casefile.proposals import ActionProposal, EventProposal, QuoteProposal, WarningProposal
from casefile.store.bundles.content import NOT_IN_ROWS, TABLES, BundleContent, Row
from casefile.store.bundles.errors import BadBundleError
from casefile.store.facts import shown
from casefile.store.field_values import canonical
from casefile.store.layout import blocks_from, pages_from
from casefile.store.payload import from_json
from casefile.store.schema import Base
from casefile.store.tags import clean_name
from casefile.terms import ProposalKind
from casefile.values import Anchor, Money, Span

MOST_ROWS = 5_000_000
_OWNERS = {
    "case_file_id": "case_file", "action_id": "action", "measure_id": "measure", "party_id": "party",
    "source_id": "source", "document_id": "document", "original_id": "original", "passage_id": "passage",
    "claim_id": "claim", "quote_id": "quote", "event_id": "timeline_event", "speaker_id": "speaker",
    "proposal_id": "proposal", "parent_id": "party", "merged_into_id": "party", "part_of_id": "source",
    "version_of_id": "source",
}  # fmt: skip
"""For columns that name a row the table that it is in."""
_RECORDS = {"claim": ("action", "measure", "ledger_entry", "party"),
            "proposal": ("", "action", "quote", "timeline_event")}  # fmt: skip
_SHAPES = {
    ProposalKind.ACTION: ActionProposal,
    ProposalKind.QUOTE: QuoteProposal,
    ProposalKind.EVENT: EventProposal,
    ProposalKind.WARNING: WarningProposal,
}


def check_content(content: BundleContent) -> None:
    """:class:`BadBundleError` where the program could not have written this."""
    strange = set(content.tables) - set(TABLES)
    if strange:
        raise BadBundleError(f"it has tables that are not known here ({', '.join(sorted(strange))})")
    if sum(map(len, content.tables.values())) > MOST_ROWS:
        raise BadBundleError(f"it has more than {MOST_ROWS:,} rows")
    ids = {table: _checked_ids(table, content) for table in TABLES}
    for table in TABLES:
        for row in content.rows(table):
            try:
                _check_row(table, row, ids)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError, CasefileError) as error:
                raise BadBundleError(f"what it says of {table} {row.get('id')} cannot be read") from error
    _check_texts(content)


def _checked_ids(table: str, content: BundleContent) -> set[int]:
    found = [row.get("id") for row in content.rows(table)]
    ids = {id_ for id_ in found if type(id_) is int and id_ > 0}
    if len(ids) != len(found):
        raise BadBundleError(f"rows of {table} have no numbers of their own")
    return ids


def _check_row(table: str, row: Row, ids: dict[str, set[int]]) -> None:
    columns = Base.metadata.tables[table].columns
    left_out = NOT_IN_ROWS.get(table, ())
    if set(row) - set(columns.keys()) or any(name in row for name in left_out):
        raise ValueError("unknown columns")
    for column in columns:
        if column.name in left_out:
            continue
        if column.name not in row:
            _take_default(row, column)
        _check_value(column, row[column.name])
        owner = _OWNERS.get(column.name)
        if owner and row[column.name] is not None and row[column.name] not in ids[owner]:
            raise ValueError(f"{column.name} leads nowhere")
    _check_meaning(table, row, ids)


def _take_default(row: Row, column: Any) -> None:  # noqa: ANN401
    """A column that came after the bundle was written holds what rows from before it hold."""
    default = getattr(column.server_default, "arg", None)
    if default is None and not column.nullable:
        raise KeyError(column.name)
    row[column.name] = int(str(default)) if default is not None and _is_number(column.type) else default


def _is_number(kind: Any) -> bool:  # noqa: ANN401
    return isinstance(kind.impl_instance if isinstance(kind, TypeDecorator) else kind, Integer)


def _check_value(column: Any, value: object) -> None:  # noqa: ANN401
    """The value is of the column's kind, and what the program makes of it there is."""
    if value is None:
        if not column.nullable:
            raise ValueError("nothing where something has to be")
        return
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    wanted: tuple[type, ...] = (str,) if isinstance(kind, Text) else (int,)
    if not isinstance(kind, Text | Integer):
        wanted = (int, float)
    if isinstance(kind, LargeBinary) or type(value) not in wanted:
        raise TypeError(column.name)
    if isinstance(value, int) and abs(value) >= 2**63:
        raise ValueError(column.name)
    if isinstance(column.type, TypeDecorator):
        column.type.process_result_value(value, _ANY_DIALECT)
    if isinstance(value, str):
        value.encode()  # half a character is none


_ANY_DIALECT: Any = None
"""The column types of the store ask none."""


def _check_meaning(table: str, row: Row, ids: dict[str, set[int]]) -> None:
    """What the columns together say."""
    match table:
        case "claim":
            _check_record(table, row, ids)
            _check_claim(row)
        case "proposal":
            _check_record(table, row, ids)
            from_json(_SHAPES[ProposalKind(row["kind"])], row["payload"])
        case "ledger_entry":
            Money(row["amount_minor"], row["currency"])
        case "document":
            blocks_from(row["structure"])
            pages_from(row["pages"])
        case "source" if row["found"]:
            from_json(tuple[Found, ...], row["found"])
        case "passage":
            Anchor(Span(row["start"], row["end"]), row["exact"], row["prefix"], row["suffix"])
        case "source_tag" | "quote_tag" | "event_tag":
            clean_name(row["tag"])
        case "case_file" if not row["title"].strip():
            raise ValueError("no title")


def _check_record(table: str, row: Row, ids: dict[str, set[int]]) -> None:
    record = row["record_table"]
    if record not in _RECORDS[table] or (record and row["record_id"] not in ids[record]):
        raise ValueError("the record leads nowhere")


def _check_claim(row: Row) -> None:
    name = row["field"]
    entry = field(name)
    parts = PARTS.get(row["record_table"], ())
    if parts and name not in (*parts, "amount"):
        raise ValueError(f"{row['record_table']} has no field {name}")
    value = json.loads(row["value"])
    shown(entry.name, row["value"])
    if entry.kind in (FieldKind.TEXT, FieldKind.LISTED) and not isinstance(value, str):
        raise ValueError("no text")
    if entry.kind not in (FieldKind.TEXT, FieldKind.LISTED, FieldKind.DATE):
        canonical(entry, value)


def _check_texts(content: BundleContent) -> None:
    """The texts are those that their rows name, passages stand in them, and proposals within."""
    sources = {row["id"]: row["document_id"] for row in content.rows("source")}
    lasting = _by(content, "passage", lambda row: row["document_id"])
    proposed = _by(content, "proposal", lambda row: sources[row["source_id"]])
    for row in content.rows("document"):
        text = content.text_of(row["id"])
        if hashlib.sha256(text.encode()).hexdigest() != row["text_sha256"]:
            raise BadBundleError(f"the text of document {row['id']} was changed")
        for passage in lasting.get(row["id"], ()):
            if text[passage["start"] : passage["end"]] != passage["exact"] or not passage["exact"]:
                raise BadBundleError(f"passage {passage['id']} does not stand in its text")
        for proposal in proposed.get(row["id"], ()):
            if any(end > len(text) for end in _ends(json.loads(proposal["payload"]))):
                raise BadBundleError(f"proposal {proposal['id']} leaves its text")


def _by(content: BundleContent, table: str, key: Any) -> dict[int, list[Row]]:  # noqa: ANN401
    found: dict[int, list[Row]] = {}
    for row in content.rows(table):
        found.setdefault(key(row), []).append(row)
    return found


def _ends(value: object) -> Iterator[int]:
    """The ends of all spans in a proposal."""
    if isinstance(value, dict):
        if isinstance(value.get("end"), int):
            yield value["end"]
        for part in value.values():
            yield from _ends(part)
    elif isinstance(value, list):
        for part in value:
            yield from _ends(part)
