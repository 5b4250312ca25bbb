"""How a check names a record, a field and a value, so that a person finds them again. Reading only."""

import json
import sqlite3
from typing import Any

from casefile import vocabulary
from casefile.errors import CasefileError
from casefile.store.facts import shown_sum
from casefile.terms import AmountScale
from casefile.values import Money

Row = dict[str, Any]

_LONGEST = 80
_NOUNS: dict[str, tuple[str, str]] = {
    "action": ("action", "title"),
    "source": ("source", "title"),
    "quote": ("quote", "text"),
    "timeline_event": ("event", "about"),
    "party": ("party", "name"),
    "speaker": ("speaker", "name"),
    "case_file": ("case file", "title"),
    "brief": ("exported brief", "title"),
    "brief_draft": ("draft of a brief", "name"),
    "saved_search": ("saved search", "name"),
    "import_batch": ("import", ""),
    "receipt_line": ("line of an import's receipt", "name"),
    "party_alias": ("alias", "name"),
    "action_party": ("party", ""),
    "measure": ("measure", ""),
    "ledger_entry": ("sum", ""),
    "provision": ("law", "article"),
    "action_identifier": ("identifier", "value"),
    "action_category": ("data category", "code"),
    "action_tag": ("tag", "tag"),
    "tag": ("tag", "name"),
    "source_tag": ("tag", "tag"),
    "quote_tag": ("tag", "tag"),
    "event_tag": ("tag", "tag"),
    "action_note": ("note", "text"),
    "source_note": ("note", "text"),
    "appeal": ("appeal", "to_body"),
    "related_action": ("relation", "relation"),
    "case_note": ("note", "text"),
    "case_file_action": ("action", ""),
    "case_file_source": ("source", ""),
    "proposal": ("proposal", ""),
    "claim": ("evidence", ""),
    "claim_passage": ("passage", ""),
    "passage": ("passage", "exact"),
}
"""For each table what one of its rows is, and the column that tells it from others."""
_ABOVE = {
    "party_alias": ("party", "party_id"),
    "action_party": ("action", "action_id"),
    "measure": ("action", "action_id"),
    "ledger_entry": ("measure", "measure_id"),
    "provision": ("action", "action_id"),
    "action_identifier": ("action", "action_id"),
    "action_category": ("action", "action_id"),
    "action_tag": ("action", "action_id"),
    "source_tag": ("source", "source_id"),
    "quote_tag": ("quote", "quote_id"),
    "event_tag": ("timeline_event", "event_id"),
    "action_note": ("action", "action_id"),
    "source_note": ("source", "source_id"),
    "appeal": ("action", "action_id"),
    "related_action": ("action", "action_id"),
    "case_note": ("case_file", "case_file_id"),
    "case_file_action": ("case_file", "case_file_id"),
    "case_file_source": ("case_file", "case_file_id"),
    "proposal": ("source", "source_id"),
    "claim_passage": ("claim", "claim_id"),
}
"""For each table the record that its rows belong to, and the column that names it."""
_FIELDS = {
    "amount_minor": "amount",
    "converted_minor": "converted amount",
    "trashed_at": "place in the trash",
    "part_of_id": "place in another source",
    "is_live": "standing",
    "decided_sort": "sorted date",
    "dated_sort": "sorted date",
    "published_sort": "sorted date",
}
_SUMS = {"amount_minor": "currency", "converted_minor": "converted_currency"}


class Names:
    """Names for what a check finds, from the journal's own words wherever it has them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def record(self, table: str, id_: int, row: Row | None = None) -> str:
        """``the fine of the action “…: Lumivara” (ledger_entry 4)``; ``row`` where it is known already."""
        return f"{self._bare(table, id_, row)} ({table} {id_})"

    def of_document(self, id_: int) -> str:
        """The source of a document."""
        return self._of_source("SELECT min(id) FROM source WHERE document_id = ?", "document", id_)

    def of_original(self, id_: int) -> str:
        """The source of an original."""
        query = (
            "SELECT min(source.id) FROM source JOIN document ON document.id = source.document_id"
            " WHERE document.original_id = ?"
        )
        return self._of_source(query, "original", id_)

    def field(self, name: str) -> str:
        """The field in words."""
        return _FIELDS.get(name, name.removesuffix("_id").replace("_", " "))

    def value(self, name: str, row: Row) -> str:
        """A field's value in the row as a person reads it."""
        value = row.get(name)
        if value is None or value == "":
            return "nothing"
        if name in _SUMS:
            return _sum(value, row.get(_SUMS[name]), row.get("scale"))
        return f"“{self.short(value)}”" if isinstance(value, str) else str(value)

    def values(self, name: str, before: Row, after: Row) -> tuple[str, str]:
        """A field's two values; of long texts the part where they begin to differ."""
        one, other = before.get(name), after.get(name)
        if not isinstance(one, str) or not isinstance(other, str) or max(len(one), len(other)) <= _LONGEST:
            return self.value(name, before), self.value(name, after)
        pairs = zip(one, other, strict=False)
        alike = next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
        start = max(0, alike - _LONGEST // 4)
        return _part(one, start), _part(other, start)

    def short(self, text: str) -> str:
        """The text on one line, cut where it is long."""
        line = " ".join(text.split())
        return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"

    def last_known(self, table: str, id_: int) -> Row:
        """The row as the journal has it last, also of one that is gone; else as it stands, else empty."""
        found = self._connection.execute(
            "SELECT coalesce(after, before) FROM change WHERE table_name = ? AND row_id = ?"
            " ORDER BY id DESC LIMIT 1",
            (table, id_),
        ).fetchone()
        return parsed(found[0]) if found else {}

    def _bare(self, table: str, id_: int, row: Row | None) -> str:
        known = row or self.last_known(table, id_)
        noun, column = _NOUNS.get(table, (table.replace("_", " "), ""))
        name = str(known.get(column) or "") if column else ""
        if table == "source" and not name:
            name = str(known.get("file_name") or "")
        if table == "measure":
            noun = _measure(known)
        if table == "ledger_entry":
            noun = _measure(self.last_known("measure", _id(known.get("measure_id"))))
        if table == "claim":
            noun = f"evidence on the {self.field(str(known.get('field', 'field')))}"
        own = f"the {noun} “{self.short(name)}”" if name else f"the {noun}"
        return own + self._above(table, known)

    def _above(self, table: str, row: Row) -> str:
        if table == "ledger_entry":
            return self._above("measure", self.last_known("measure", _id(row.get("measure_id"))))
        if table == "claim":
            above, id_ = str(row.get("record_table", "")), _id(row.get("record_id"))
        elif table in _ABOVE:
            above, id_ = _ABOVE[table][0], _id(row.get(_ABOVE[table][1]))
        else:
            return ""
        return f" of {self._bare(above, id_, None)}"

    def _of_source(self, query: str, table: str, id_: int) -> str:
        found = self._connection.execute(query, (id_,)).fetchone()
        if found is None or found[0] is None:
            return f"{table} {id_}, which no source needs"
        return f"{self._bare('source', found[0], None)} ({table} {id_})"


def parsed(text: str | None) -> Row:
    """A row from the journal's JSON; empty where that cannot be read any more."""
    try:
        row = json.loads(text) if text else {}
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}


def _part(text: str, start: int) -> str:
    """The text from there on, cut where it is long, its line ends shown."""
    part = text[start : start + _LONGEST].replace("\n", "⏎")
    return f"“{'…' if start else ''}{part}{'…' if start + _LONGEST < len(text) else ''}”"


def _measure(row: Row) -> str:
    kind = str(row.get("kind") or "measure")
    return vocabulary.label("measure-kinds", kind).lower()


def _id(value: object) -> int:
    return value if isinstance(value, int) else 0


def _sum(minor: object, currency: object, scale: object) -> str:
    try:
        return shown_sum(Money(int(str(minor)), str(currency)), AmountScale(str(scale or "stated")))
    except (ValueError, CasefileError):
        return f"{minor} {currency}"
