"""Gathers what belongs to a case file, or to all of a store, as rows. Reading only."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from casefile.store.bundles.content import NOT_IN_ROWS, TABLES, Row
from casefile.store.export_rows import scope_source_ids
from casefile.store.lists import action_ids
from casefile.store.plain_sql import fetch, first, stream
from casefile.store.schema import Base
from casefile.store.store import Reader

_CHUNK = 400


def collect_rows(reader: Reader, case_id: int | None) -> dict[str, list[Row]]:
    """The rows by table: the case file, or every one of the store, with all that it rests on.

    What lies in the trash stays behind, but for sources that a claim rests on.
    """
    return _Collecting(reader, case_id).tables


def text_of(reader: Reader, document_id: int) -> str:
    """The text of a document."""
    return str(first(reader, "SELECT text FROM document WHERE id = ?", (document_id,)))


def original_of(reader: Reader, original_id: int) -> bytes:
    """The bytes of an original."""
    return zlib.decompress(first(reader, "SELECT content FROM original WHERE id = ?", (original_id,)))


class _Collecting:
    """The rows of one bundle while they are gathered."""

    def __init__(self, reader: Reader, case_id: int | None) -> None:
        self._reader = reader
        self.tables: dict[str, list[Row]] = {name: [] for name in TABLES}
        self._add_cases(case_id)
        self._add_actions(action_ids(reader, case_id))
        self._add_sources(scope_source_ids(reader, case_id))
        self._add_parties()
        self._add_passages()
        self._add_tags()
        self.tables = {name: sorted(rows, key=lambda row: row["id"]) for name, rows in self.tables.items()}
        _cut_loose(self.tables["source"])

    def _ids(self, table: str) -> list[int]:
        return [row["id"] for row in self.tables[table]]

    def _named(self, table: str, column: str) -> set[int]:
        return {row[column] for row in self.tables[table] if row[column] is not None}

    def _add(self, table: str, column: str, ids: Iterable[int], where: str = "") -> None:
        """Adds the rows whose column is one of the ids."""
        left_out = NOT_IN_ROWS.get(table, ())
        names = [column.name for column in Base.metadata.tables[table].columns if column.name not in left_out]
        listed = ", ".join(f'"{name}"' for name in names)
        known = {row["id"] for row in self.tables[table]}
        for some in _pieces(sorted(set(ids))):
            statement = f'SELECT {listed} FROM "{table}" WHERE "{column}" IN ({{marks}}) {where}'  # noqa: S608
            for values in stream(self._reader, statement, some):
                row = dict(zip(names, values, strict=True))
                if row["id"] not in known:
                    self.tables[table].append(row)

    def _add_cases(self, case_id: int | None) -> None:
        every = [row[0] for row in fetch(self._reader, "SELECT id FROM case_file WHERE trashed_at IS NULL")]
        self._add("case_file", "id", every if case_id is None else [case_id])
        for table in ("case_file_action", "case_file_source", "case_note"):
            self._add(table, "case_file_id", self._ids("case_file"))

    def _add_actions(self, ids: Sequence[int]) -> None:
        self._add("action", "id", ids)
        for table in ("action_party", "measure", "action_note"):
            self._add(table, "action_id", ids)
        self._add("ledger_entry", "measure_id", self._ids("measure"))
        for table in ("action", "measure", "ledger_entry"):
            self._add("claim", "record_id", self._ids(table), f"AND record_table = '{table}'")
        wanted = set(ids)
        links = self.tables["case_file_action"]
        self.tables["case_file_action"] = [row for row in links if row["action_id"] in wanted]

    def _add_sources(self, ids: Sequence[int]) -> None:
        self._add("source", "id", {*ids, *self._named("claim", "source_id")})
        sources = self._ids("source")
        self._add("document", "id", self._named("source", "document_id"))
        self._add("original", "id", self._named("document", "original_id"))
        self._add("proposal", "source_id", sources)
        for table in ("quote", "timeline_event"):
            self._add(table, "source_id", sources, "AND trashed_at IS NULL")
        wanted = set(sources)
        links = self.tables["case_file_source"]
        self.tables["case_file_source"] = [row for row in links if row["source_id"] in wanted]
        for proposal in self.tables["proposal"]:
            self._loosen(proposal)

    def _loosen(self, proposal: Row) -> None:
        """What it became may be in another case file."""
        table = proposal["record_table"]
        if table and proposal["record_id"] not in set(self._ids(table)):
            proposal["record_table"], proposal["record_id"] = "", None

    def _add_parties(self) -> None:
        self._add("speaker", "id", self._named("quote", "speaker_id"))
        self._add("party", "id", self._named("action_party", "party_id") | self._named("speaker", "party_id"))
        while True:
            before = len(self.tables["party"])
            above = self._named("party", "merged_into_id") | self._named("party", "parent_id")
            self._add("party", "id", above)
            if len(self.tables["party"]) == before:
                break
        parties = self._ids("party")
        self._add("party_alias", "party_id", parties)
        sources = set(self._ids("source"))
        before = len(self.tables["claim"])
        self._add("claim", "record_id", parties, "AND record_table = 'party'")
        own, of_parties = self.tables["claim"][:before], self.tables["claim"][before:]
        self.tables["claim"] = own + [row for row in of_parties if row["source_id"] in {None, *sources}]

    def _add_passages(self) -> None:
        self._add("claim_passage", "claim_id", self._ids("claim"))
        cited = self._named("claim_passage", "passage_id") | self._named("quote", "passage_id")
        self._add("passage", "id", cited | self._named("timeline_event", "passage_id"))
        # A claim may rest on the text of a source of another one of the same bytes.
        self._add("document", "id", self._named("passage", "document_id"))
        self._add("original", "id", self._named("document", "original_id"))

    def _add_tags(self) -> None:
        for table, of in (("source", "source"), ("quote", "quote"), ("event", "timeline_event")):
            self._add(f"{table}_tag", f"{table}_id", self._ids(of))
        self._add("tag", "id", [row[0] for row in fetch(self._reader, "SELECT id FROM tag")])


def _cut_loose(sources: Sequence[Row]) -> None:
    """A source whose mail or first version stays behind stands for itself; versions keep together."""
    known = {row["id"] for row in sources}
    roots: dict[int, int] = {}
    for row in sources:
        if row["part_of_id"] not in known:
            row["part_of_id"] = None
        root = row["version_of_id"]
        if root is not None and root not in known:
            row["version_of_id"] = roots.get(root)
            roots.setdefault(root, row["id"])


def _pieces(ids: Sequence[int]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
