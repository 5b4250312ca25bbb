"""Full-text search over sources, quotes and actions. Reading only."""

import re

from sqlalchemy import text

from casefile.store.rows import Hit
from casefile.store.store import Reader
from casefile.values import Span

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_OPEN, _CLOSE = "\x02", "\x03"

_ACTIONS = """
SELECT action_search.rowid, action.title, snippet(action_search, 1, :open, :close, '…', 16)
FROM action_search JOIN action ON action.id = action_search.rowid
WHERE action_search MATCH :match AND action.trashed_at IS NULL ORDER BY rank LIMIT :limit
"""
_QUOTES = """
SELECT quote_search.rowid, coalesce(speaker.name, ''), snippet(quote_search, 1, :open, :close, '…', 24)
FROM quote_search JOIN quote ON quote.id = quote_search.rowid
LEFT JOIN speaker ON speaker.id = quote.speaker_id
WHERE quote_search MATCH :match AND quote.trashed_at IS NULL ORDER BY rank LIMIT :limit
"""
_SOURCES = """
SELECT source.id, CASE source.title WHEN '' THEN source.file_name ELSE source.title END,
    snippet(source_search, 2, :open, :close, '…', 24)
FROM source_search JOIN source ON source.id = source_search.rowid
WHERE source_search MATCH :match AND source.trashed_at IS NULL ORDER BY rank LIMIT :limit
"""
_STATEMENTS = (("action", _ACTIONS), ("quote", _QUOTES), ("source", _SOURCES))


def search(reader: Reader, words: str, limit: int = 50) -> list[Hit]:
    """What holds all the words: actions first, then quotes, then sources, each ranked.

    Words match with their beginnings (``clear`` finds Clearview), ``"…"`` is a phrase, ``-word`` excludes.
    No query is wrong; one without words finds nothing.
    """
    match = fts_query(words)
    if not match:
        return []
    hits: list[Hit] = []
    for kind, statement in _STATEMENTS:
        values = {"match": match, "limit": limit, "open": _OPEN, "close": _CLOSE}
        rows = reader.execute(text(statement), values)
        hits += [_hit(kind, row_id, title, snippet) for row_id, title, snippet in rows]
    return hits


def fts_query(words: str) -> str:
    """The words as an FTS5 expression in which nothing that was typed is syntax; "" without words."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TERM.findall(words):
        typed = phrase or word.rstrip("*")
        cleaned = "".join(char if char.isprintable() and char != '"' else " " for char in typed).strip()
        if not any(char.isalnum() for char in cleaned):
            continue
        term = f'"{cleaned}"' + ("" if phrase else "*")
        (unwanted if minus else wanted).append(term)
    if not wanted:
        return ""
    query = " AND ".join(wanted)
    return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query


def _hit(kind: str, row_id: int, title: str, snippet: str) -> Hit:
    marks, plain, start = [], "", 0
    for char in snippet.replace("\n", " "):
        if char == _OPEN:
            start = len(plain)
        elif char == _CLOSE:
            if len(plain) > start:
                marks.append(Span(start, len(plain)))
        else:
            plain += char
    return Hit(kind, row_id, title, plain, tuple(marks))
