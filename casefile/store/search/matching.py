"""Which records a query is about: its words and its conditions together. Reading only.

A condition on an action (``authority:``) keeps the actions that fulfil it, the sources that one of those
actions rests on, and the quotes in those sources. A condition on a source (``lang:``) keeps the sources, the
quotes in them and the actions that rest on one of them. A condition on a quote (``speaker:``) keeps the
quotes, the sources with such a quote and the actions that rest on one of those. Several conditions on one
kind of record have to hold of the same record. A negated one takes away what it would have kept, so that a
source that no action rests on stays. ``is:``, ``has:``, ``added:`` and ``in:`` look at each kind of record by
itself where it can be so, else through the others. The words have to stand in the record itself. What is in
the trash is found by ``is:trashed`` only.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, false, func, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from casefile.store.schema.evidence import Claim
from casefile.store.schema.record import Quote
from casefile.store.search.conditions import Ids, fulfilling
from casefile.store.search.expressions import expression, is_only_grams, unwanted_expression
from casefile.store.search.fields import FIELDS, Record
from casefile.store.search.query import Condition, ConditionClause, Query, WordClause
from casefile.store.search.tables import INDEXES, LISTINGS, SOURCE_GRAMS, WordIndex

Column = ColumnElement[int] | InstrumentedAttribute[int]
MOST_LISTED = 10_000
"""Records that are listed because they fulfil a condition."""
FEW = 2_000
"""Rows that are looked up one by one without counting first what fulfils a condition."""


def matching_action_ids(session: Session, query: Query) -> "array[int]":
    """The ids of the actions that the query is about, in no order; empty for an empty query."""
    return _ids(session, query, Record.ACTION)


def matching_source_ids(session: Session, query: Query) -> "array[int]":
    """The ids of the sources that the query is about, in no order; empty for an empty query."""
    return _ids(session, query, Record.SOURCE)


def matching_quote_ids(session: Session, query: Query) -> "array[int]":
    """The ids of the quotes that the query is about, in no order; empty for an empty query."""
    return _ids(session, query, Record.QUOTE)


def matching_ids(session: Session, query: Query, record: Record, *, tests_trash: bool = True) -> Select[int]:
    """A statement for the ids of the records of one kind that the query is about; for use inside another.

    One that leaves out the trash itself spares this one the test of every record with the words.
    """
    only = _only_words(session, query, record, tests_trash=tests_trash)
    if only is not None:
        return only
    listing = LISTINGS[record]
    return select(listing.id).where(
        *conditions_on(session, query, record, Tested(listing.id, is_listing=True)),
        *_words_in(session, query.words, record),
    )


def _only_words(session: Session, query: Query, record: Record, *, tests_trash: bool) -> Select[int] | None:
    """The same where the query wants words and nothing else, and one index has them: that knows the ids.

    None where it is not so. To look up in the list each of 100,000 records that begin with two letters takes
    longer than to find them.
    """
    if query.conditions or any(clause.negated for clause in query.words):
        return None
    found = word_matches(session, query.words, record)
    if len(found) != 1:
        return None
    index, wanted = found[0]
    rows = _rows(index, wanted)
    return rows.where(_trash(query, record, index.row_id)) if tests_trash else rows


@dataclass(frozen=True)
class Tested:
    """What conditions are tested on: a column of ids, and how many rows it has."""

    ids: Column
    is_few: bool = False
    """Whether there are so few that looking each up is quicker than listing what fulfils a condition."""
    is_listing: bool = False
    """Whether it is the listing's own column, which SQLite itself finds the best way for."""


def conditions_on(
    session: Session, query: Query, record: Record, tested: Tested
) -> list[ColumnElement[bool]]:
    """All but the words, as tests of a column that holds ids of that kind of record."""
    tests = [_trash(query, record, tested.ids)]
    homes: dict[Record, list[ConditionClause]] = {other: [] for other in Record}
    for clause in query.conditions:
        own = [_own(session, condition, record) for condition in clause.any_of]
        home = FIELDS[clause.any_of[0].field].home
        if _is_only_trash(clause):
            continue
        if home is record or all(found is not None for found in own):
            known = [found for found in own if found is not None]
            tests.append(_among(session, tested, known, negated=clause.negated))
        else:
            homes[_home(session, clause, home)].append(clause)
    for other, clauses in homes.items():
        if clauses:
            tests += _through(session, clauses, other, record, tested)
    return tests


def word_matches(
    session: Session, clauses: Sequence[WordClause], record: Record
) -> list[tuple[WordIndex, str]]:
    """The indexes of that kind of record to look at for the words, each with its expression."""
    found = []
    for index in INDEXES[record]:
        if index is SOURCE_GRAMS and not has_grams(session):
            continue
        if not index.grams and is_only_grams(clauses):
            continue
        wanted = expression(clauses, grams=index.grams)
        if wanted:
            found.append((index, wanted))
    return found


def tested_rows(session: Session, query: Query, index: WordIndex, wanted: str) -> Tested | None:
    """The rows of the index that hold the words, for conditions to be tested on.

    None where there are conditions, and no rows to test them on.
    """
    # The sum keeps SQLite from looking up each record that fulfils the conditions in the index of words.
    ids: ColumnElement[int] = literal_column(f"{index.name}.rowid + 0")
    if not query.conditions:
        return Tested(ids)
    count = _count(session, _rows(index, wanted), FEW)
    return Tested(ids, is_few=count <= FEW) if count else None


def has_grams(session: Session) -> bool:
    """Whether any source has text in a script without spaces."""
    return session.scalar(select(SOURCE_GRAMS.row_id).select_from(SOURCE_GRAMS.table).limit(1)) is not None


def without_words(
    session: Session,
    clauses: Sequence[WordClause],
    record: Record,
    ids: Column,
    *,
    but: WordIndex | None = None,
) -> list[ColumnElement[bool]]:
    """Tests that none of the unwanted words stands in the record, in whichever index but that one."""
    tests: list[ColumnElement[bool]] = []
    for index in INDEXES[record]:
        unwanted = unwanted_expression(clauses, grams=index.grams)
        if unwanted and index is not but and (index is not SOURCE_GRAMS or has_grams(session)):
            tests.append(ids.not_in(_rows(index, unwanted)))
    return tests


def _ids(session: Session, query: Query, record: Record) -> "array[int]":
    if query.is_empty:
        return array("q")
    return array("q", session.scalars(matching_ids(session, query, record)))


def _words_in(session: Session, clauses: Sequence[WordClause], record: Record) -> list[ColumnElement[bool]]:
    ids = LISTINGS[record].id
    tests = without_words(session, clauses, record, ids)
    if all(clause.negated for clause in clauses):
        return tests
    rows = [_rows(index, wanted) for index, wanted in word_matches(session, clauses, record)]
    return [*tests, _among(session, Tested(ids, is_listing=True), rows, negated=False)]


def _rows(index: WordIndex, wanted: str) -> Ids:
    return select(index.row_id).select_from(index.table).where(index.matches(wanted))


def _among(
    session: Session, tested: Tested, statements: Sequence[Ids], *, negated: bool
) -> ColumnElement[bool]:
    found = or_(false(), *(_is_in(session, tested, statement) for statement in statements))
    return ~found if negated else found


def _is_in(session: Session, tested: Tested, statement: Ids) -> ColumnElement[bool]:
    """Few ids are listed once; of many it is looked up for each tested row whether it is one.

    Listing a fifth of a million sources takes longer than looking at the newest hits.
    """
    if tested.is_listing or (not tested.is_few and _count(session, statement, MOST_LISTED) <= MOST_LISTED):
        return tested.ids.in_(statement)
    return statement.where(statement.selected_columns[0] == tested.ids).exists()


def _count(session: Session, statement: Ids, most: int) -> int:
    """How many rows the statement gives, counted to one beyond the most that matter."""
    some = statement.limit(most + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def _own(session: Session, condition: Condition, record: Record) -> Ids | None:
    home = FIELDS[condition.field].home
    return fulfilling(session, condition, record) if home in (None, record) else None


def _home(session: Session, clause: ConditionClause, home: Record | None) -> Record:
    """The kind of record that the clause is about: for ``has:`` and ``is:`` the first that can be so."""
    if home is not None:
        return home
    for record in Record:
        if all(fulfilling(session, condition, record) is not None for condition in clause.any_of):
            return record
    return Record.SOURCE


def _trash(query: Query, record: Record, ids: Column) -> ColumnElement[bool]:
    """What is in the trash is left out, or, asked for, all that is left."""
    listing = LISTINGS[record]
    trashed = select(listing.id).where(listing.is_trashed.is_(True))
    wanted = any(_is_only_trash(clause) and not clause.negated for clause in query.conditions)
    return ids.in_(trashed) if wanted else ids.not_in(trashed)


def _is_only_trash(clause: ConditionClause) -> bool:
    return all((condition.field, condition.value) == ("is", "trashed") for condition in clause.any_of)


def _through(
    session: Session, clauses: Sequence[ConditionClause], home: Record, record: Record, tested: Tested
) -> list[ColumnElement[bool]]:
    """Tests of one kind of record by conditions on another."""

    def holding(clause: ConditionClause) -> list[Ids]:
        found = [fulfilling(session, condition, home) for condition in clause.any_of]
        return [statement for statement in found if statement is not None]

    key = LISTINGS[home].id
    if all(clause.negated for clause in clauses):
        return [
            ~_is_in(session, tested, _related(home, record, statement))
            for clause in clauses
            for statement in holding(clause)
        ]
    own = Tested(key, is_listing=True)
    tests = [_among(session, own, holding(clause), negated=clause.negated) for clause in clauses]
    there = select(key).where(LISTINGS[home].is_trashed.is_(False), *tests)
    return [_is_in(session, tested, _related(home, record, there))]


def _related(home: Record, record: Record, ids: Ids) -> Ids:
    """The records of a kind that belong to those of another, each once: see the module's first lines."""
    of_action = Claim.record_table == "action"
    if home is Record.ACTION:
        of_these = select(Claim.source_id).where(of_action, Claim.record_id.in_(ids))
        sources = of_these.where(Claim.source_id.is_not(None)).distinct()
    elif home is Record.QUOTE:
        sources = select(Quote.source_id).where(Quote.id.in_(ids)).distinct()
    else:
        sources = ids
    if record is Record.SOURCE:
        return sources
    if record is Record.QUOTE:
        return select(Quote.id).where(Quote.source_id.in_(sources))
    return select(Claim.record_id).where(of_action, Claim.source_id.in_(sources)).distinct()
