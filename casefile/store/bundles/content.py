"""What a bundle holds, and what became of it. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
"""A row by its columns, with the values that the database holds."""
TABLES = (
    "original", "document", "source", "party", "party_alias", "speaker", "passage", "case_file", "action",
    "action_party", "measure", "ledger_entry", "proposal", "claim", "claim_passage", "quote",
    "timeline_event", "action_note", "case_note", "case_file_action", "case_file_source", "tag",
    "source_tag", "quote_tag", "event_tag",
)  # fmt: skip
"""What travels, each table after those that it names. What follows from claims is made anew on arrival."""
NOT_IN_ROWS = {"original": ("content", "compression"), "document": ("text",)}
"""Columns that travel beside the rows: bytes and texts."""


@dataclass(frozen=True)
class BundleContent:
    """A bundle that was opened, its rows by table; bytes and texts are fetched when they are needed."""

    store: str
    """The id of the store that it comes from."""
    titles: tuple[str, ...]
    """Of the case files in it."""
    tables: Mapping[str, Sequence[Row]]
    text_of: Callable[[int], str]
    """The text of a document, by its id in the bundle."""
    original_of: Callable[[str], bytes]
    """The bytes of an original, by its SHA-256."""

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of the table, in the order of their ids."""
        return self.tables.get(table, ())


@dataclass
class BundleReceipt:
    """What a bundle brought, and what was there already."""

    cases: list[tuple[int, str]] = field(default_factory=list)
    """The case files that it is in now: id and title."""
    new: dict[str, int] = field(default_factory=dict)
    """By table how many records it brought."""
    known: dict[str, int] = field(default_factory=dict)
    """By table how many were there."""
    values: int = 0
    """What it adds to the records that were there."""
    held_back: int = 0
    """Values of others that do not count, as a person here had set the field before."""

    def count(self, table: str, *, is_new: bool) -> None:
        """Notes one record."""
        counts = self.new if is_new else self.known
        counts[table] = counts.get(table, 0) + 1
