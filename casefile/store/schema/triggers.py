"""Triggers and search tables, made from the schema: the journal, insert-only originals, full-text search.

All search tables are filled by :mod:`casefile.store.search.index`. What takes a source's words out again has
to know the old ones, so triggers do that, for the sources that are in the index already.
"""

from sqlalchemy import Table

from casefile.store.schema.base import Base

INSERT_ONLY = ("original", "document", "change")
PURGED = ("original", "document")
"""What goes when the trash is emptied; the journal never does."""

# Vowel signs are letters here: Thai and Khmer are cut into pairs of characters by the program.
_GRAMS = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
# The text of sources lies in document already: external content through a view keeps one copy.
_SEARCH_TABLES = """
CREATE VIEW source_text AS
SELECT source.id, source.title, source.outlet, document.text AS body
FROM source JOIN document ON document.id = source.document_id;

CREATE VIRTUAL TABLE source_search
USING fts5(title, outlet, body, content='source_text', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE source_grams USING fts5(title, outlet, body, tokenize="{grams}");

CREATE VIRTUAL TABLE action_search USING fts5(title, body, tokenize="{grams}");

CREATE VIRTUAL TABLE quote_search USING fts5(speaker, body, tokenize="{grams}");

CREATE VIRTUAL TABLE party_search USING fts5(names, tokenize="{grams}");
"""

_SOURCE_ADD = """
    INSERT INTO source_search(rowid, title, outlet, body)
    SELECT new.id, new.title, new.outlet, text FROM document WHERE id = new.document_id;
"""
_SOURCE_DROP = """
    INSERT INTO source_search(source_search, rowid, title, outlet, body)
    SELECT 'delete', old.id, old.title, old.outlet, text FROM document WHERE id = old.document_id;
"""


def ddl() -> list[str]:
    """Every statement beyond the tables, in the order in which they must run."""
    tables = _SEARCH_TABLES.format(grams=_GRAMS)
    statements = [part.strip() for part in tables.split(";") if part.strip()]
    for table in journalled_tables():
        statements += _journal_triggers(table)
    for name in INSERT_ONLY:
        statements += _insert_only_triggers(name)
    return statements + _source_search_triggers()


def journalled_tables() -> list[Table]:
    """The tables that the journal watches, parents before children."""
    watched = {mapper.class_.__tablename__ for mapper in Base.registry.mappers if mapper.class_.journalled}
    return [table for table in Base.metadata.sorted_tables if table.name in watched]


def _row_json(table: Table, row: str) -> str:
    pairs = ", ".join(f"'{column.name}', {row}.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"


def _trigger(name: str, when: str, body: str) -> str:
    return f"CREATE TRIGGER {name} {when} BEGIN {body.strip()} END"


def _journal_triggers(table: Table) -> list[str]:
    """Outside of a step ``open_step`` holds NULL, which ``change.step_id`` refuses: the change fails."""
    before, after = _row_json(table, "old"), _row_json(table, "new")
    cases = (
        ("INSERT", "new", "NULL", after),
        ("UPDATE", "new", before, after),
        ("DELETE", "old", before, "NULL"),
    )
    return [
        _trigger(
            f"journal_{table.name}_{event.lower()}",
            f'AFTER {event} ON "{table.name}"',
            "INSERT INTO change (step_id, table_name, row_id, before, after) VALUES"
            f" ((SELECT step_id FROM open_step), '{table.name}', {row}.id, {old}, {new});",
        )
        for event, row, old, new in cases
    ]


def _insert_only_triggers(name: str) -> list[str]:
    unless = {"DELETE": " WHEN NOT (SELECT purging FROM open_step)"} if name in PURGED else {}
    return [
        _trigger(
            f"keep_{name}_{event.lower()}",
            f"BEFORE {event} ON {name}{unless.get(event, '')}",
            f"SELECT RAISE(ABORT, '{name} is insert-only');",
        )
        for event in ("UPDATE", "DELETE")
    ]


def _source_search_triggers() -> list[str]:
    columns = "title, outlet, document_id"
    indexed = "WHEN EXISTS (SELECT 1 FROM source_search_docsize WHERE id = old.id)"
    update, gone = f"AFTER UPDATE OF {columns} ON source {indexed}", f"AFTER DELETE ON source {indexed}"
    return [
        _trigger("source_search_update", update, _SOURCE_DROP + _SOURCE_ADD),
        _trigger("source_search_delete", gone, _SOURCE_DROP),
    ]
