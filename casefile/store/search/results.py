"""Searching: what is found in one ranked list, with snippets. Reading only.

The words' hits are ranked by BM25 within each kind of record. A common word has more hits than can be ranked
while a person waits: then the newest are ranked, and a note says so. The three lists are merged by places, as
scores of different indexes do not compare: hits with every word in the title come first, and of equal places
an action before a quote before a source. Without words there is nothing to rank by: the newest come first,
one kind after the other, beginning with the kind that the first field belongs to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from casefile.store.rows import Hit
from casefile.store.search.fields import FIELDS, Record
from casefile.store.search.matching import (
    conditions_on,
    matching_ids,
    tested_rows,
    without_words,
    word_matches,
)
from casefile.store.search.parse import parse
from casefile.store.search.query import Problem, Query, Word
from casefile.store.search.snippets import Finder, Snippet, one_line, snippet
from casefile.store.search.tables import LISTINGS, WordIndex
from casefile.store.search.texts import (
    action_texts,
    action_titles,
    quote_texts,
    source_bodies,
    source_notes,
    source_titles,
)

MOST_RANKED = 5_000
"""Hits of one kind that are ranked."""
MOST_COUNTED = 100_000
"""Hits of one kind that are counted for the note."""
SHORTEST_COUNTED = 5
"""Letters of a beginning that few enough words share for counting all their hits."""
_PLURAL = {Record.ACTION: "actions", Record.QUOTE: "quotes", Record.SOURCE: "sources"}
_SHARE = {Record.ACTION: 3, Record.QUOTE: 2, Record.SOURCE: 2}
"""How many of a kind come before one whose share is 1."""


@dataclass(frozen=True)
class Results:
    """What was found, best first; what of the query was not understood; what a person should know."""

    hits: tuple[Hit, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Found:
    """A hit before it is shown; ``place`` counts from 0 among its like."""

    record: Record
    id: int
    title: str
    in_title: bool
    place: int


def search(session: Session, typed: str, limit: int = 50, with_snippets: int | None = None) -> Results:
    """What the typed query finds. No query is wrong: what is not understood is left out and explained.

    With ``with_snippets`` no more than so many of the first hits have a snippet, of the others it is "":
    :func:`add_snippets` makes those that somebody looks at.
    """
    parsed = parse(typed)
    query = parsed.query
    if query.is_empty:
        return Results(problems=parsed.problems)
    found: list[_Found] = []
    notes: list[str] = []
    for record in Record:
        ids = (
            _ranked(session, query, record, limit, notes)
            if query.wanted
            else _listed(session, query, record, limit)
        )
        found += _placed(session, record, ids, query.wanted)
    kinds = _order(query)
    found.sort(
        key=lambda hit: (
            (not hit.in_title, hit.place / _SHARE[hit.record], kinds.index(hit.record))
            if query.wanted
            else (False, 0, kinds.index(hit.record))
        )
    )
    hits = [Hit(hit.record.value, hit.id, hit.title, "", ()) for hit in found[:limit]]
    end = len(hits) if with_snippets is None else with_snippets
    hits[:end] = add_snippets(session, typed, hits[:end])
    return Results(tuple(hits), parsed.problems, tuple(notes))


def add_snippets(session: Session, typed: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of a typed query, each with the stretch of its text that shows what was found.

    One that is gone by now stays as it is.
    """
    finder = Finder(parse(typed).query.wanted)
    texts = {kind: _texts(session, kind, [hit.id for hit in hits if hit.kind == kind]) for kind in Record}
    shown = []
    for hit in hits:
        kind = Record(hit.kind)
        body = texts[kind].get(hit.id)
        if body is None:
            shown.append(hit)
            continue
        source = kind is Record.SOURCE
        cut = _source_snippet(session, hit.id, body, finder) if source else snippet(body, finder)
        shown.append(replace(hit, snippet=cut.text, marks=cut.marks))
    return shown


def _texts(session: Session, record: Record, ids: Sequence[int]) -> dict[int, str]:
    """What snippets are cut from; of a long source its first stretch."""
    if record is Record.SOURCE:
        return source_bodies(session, ids)
    texts = action_texts(session, ids) if record is Record.ACTION else quote_texts(session, ids)
    return {id_: body for id_, (_, body) in texts.items()}


def _order(query: Query) -> list[Record]:
    """The kinds of record, that of the first field before the others."""
    homes = (FIELDS[clause.any_of[0].field].home for clause in query.conditions if not clause.negated)
    first = next((home for home in homes if home is not None), Record.ACTION)
    return sorted(Record, key=lambda record: record is not first)


def _ranked(session: Session, query: Query, record: Record, limit: int, notes: list[str]) -> list[int]:
    """The best by their words, of all or of the newest."""
    scores: dict[int, float] = {}
    for index, wanted in word_matches(session, query.words, record):
        tested = tested_rows(session, query, index, wanted)
        if tested is None:
            continue
        tests = [
            index.matches(wanted),
            *conditions_on(session, query, record, tested),
            *without_words(session, query.words, record, tested.ids, but=index),
        ]
        newest = (
            select(index.row_id.label("id"), index.score.label("score"))
            .select_from(index.table)
            .where(*tests)
            .order_by(index.row_id.desc())
            .limit(MOST_RANKED)
            .subquery()
        )
        rows = session.execute(
            select(newest.c.id, newest.c.score, func.count().over())
            .order_by(newest.c.score, newest.c.id.desc())
            .limit(limit)
        ).all()
        if rows and rows[0][2] == MOST_RANKED:
            notes.append(_note(session, query, index, tests, record))
        for id_, score, _ in rows:
            scores[id_] = min(score, scores.get(id_, score))
    return sorted(scores, key=lambda id_: (scores[id_], -id_))[:limit]


def _note(
    session: Session, query: Query, index: WordIndex, tests: Sequence[ColumnElement[bool]], record: Record
) -> str:
    """That not all hits are ranked; of how many, where counting them costs little."""
    ranked = f"Only the newest {MOST_RANKED:,}"
    if any(_is_slow(word) for word in query.wanted):
        return f"{ranked} {_PLURAL[record]} with these words are ranked. Add a word to see others."
    some = select(index.row_id).select_from(index.table).where(*tests).limit(MOST_COUNTED + 1)
    count = session.scalar(select(func.count()).select_from(some.subquery())) or 0
    known = f"{count:,}" if count <= MOST_COUNTED else f"more than {MOST_COUNTED:,}"
    return f"{ranked} of {known} {_PLURAL[record]} with these words are ranked. Add a word to see others."


def _is_slow(word: Word) -> bool:
    """Whether all hits of the word take long to find: a phrase, or the beginning of very many words."""
    return len(word.text.split()) > 1 or (word.is_prefix and len(word.text) < SHORTEST_COUNTED)


def _listed(session: Session, query: Query, record: Record, limit: int) -> list[int]:
    """Without words to rank by: the newest."""
    listing = LISTINGS[record]
    ids = session.scalars(
        matching_ids(session, query, record).order_by(None).order_by(listing.id.desc()).limit(limit)
    )
    return list(ids)


def _placed(session: Session, record: Record, ids: Sequence[int], words: Sequence[Word]) -> list[_Found]:
    titles = _titles(session, record, ids)
    finder = Finder(words)
    found: list[_Found] = []
    places = {True: 0, False: 0}
    for id_ in ids:
        if id_ not in titles:
            continue
        title = one_line(titles[id_])
        in_title = bool(words) and len({word for _, word in finder.hits(title)}) == finder.word_count
        found.append(_Found(record, id_, title, in_title, places[in_title]))
        places[in_title] += 1
    return found


def _titles(session: Session, record: Record, ids: Sequence[int]) -> dict[int, str]:
    if record is Record.ACTION:
        return action_titles(session, ids)
    if record is Record.SOURCE:
        return source_titles(session, ids)
    return {id_: title for id_, (title, _) in quote_texts(session, ids).items()}


def _source_snippet(session: Session, source_id: int, first: str, finder: Finder) -> Snippet:
    """Long texts are read a stretch at a time until something is found; then the notes are looked at."""
    body, start = first, 0
    while body:
        cut = snippet(body, finder)
        if cut.marks or not finder.word_count:
            return cut
        start += len(body)
        body = source_bodies(session, [source_id], start)[source_id]
    noted = snippet(source_notes(session, [source_id]).get(source_id, ""), finder)
    return noted if noted.marks else snippet(first, finder)
