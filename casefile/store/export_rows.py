"""What exports tell of many records at once beside their rows. Reading only.

Every function asks in a few statements, however many ids it is given.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from casefile import vocabulary
from casefile.store.case_scope import in_case
from casefile.store.derived import CHUNK
from casefile.store.plain_sql import fetch
from casefile.store.queries import action_rows
from casefile.store.rows import ActionRow
from casefile.store.schema.listing import SourceListing
from casefile.store.store import Reader
from casefile.terms import AmountScale
from casefile.values import Money, PartialDate


@dataclass(frozen=True)
class SumRow:
    """One live entry of a penalty ledger."""

    action_id: int
    measure: str
    """In words, as all that follows from a list: "Fine"."""
    basis: str
    money: Money
    scale: AmountScale
    per: str
    dated: PartialDate | None
    converted: Money | None
    rate: str
    rate_date: PartialDate | None
    note: str


@dataclass(frozen=True)
class ActionColumns:
    """An action as a table has it, lists in words and in their order."""

    row: ActionRow
    cases: tuple[str, ...]
    laws: tuple[str, ...]
    numbers: tuple[str, ...]
    violation: str
    sector: str
    categories: tuple[str, ...]
    summary: str
    imposed: SumRow | None
    """The first sum, before any review."""
    sources: tuple[str, ...]
    """Titles."""
    links: tuple[str, ...]
    """Their addresses, as far as they have any."""


def action_columns(reader: Reader, ids: Sequence[int]) -> Iterator[ActionColumns]:
    """The actions in the order of the ids, some hundred at a time; what is gone is left out."""
    for start in range(0, len(ids), CHUNK):
        some = ids[start : start + CHUNK]
        parts = _Parts(reader, some)
        for row in action_rows(reader, some):
            yield parts.of(row)


def sum_rows(reader: Reader, ids: Sequence[int]) -> list[SumRow]:
    """What the ledgers of these actions say, action by action in their order, measure by measure."""
    found: dict[int, list[SumRow]] = defaultdict(list)
    for start in range(0, len(ids), CHUNK):
        for action_id, kind, basis, minor, currency, scale, per, dated, *rest in fetch(
            reader, _SUMS, ids[start : start + CHUNK]
        ):
            converted, converted_currency, rate, rate_date, note = rest
            found[action_id].append(
                SumRow(
                    action_id,
                    vocabulary.label("measure-kinds", kind),
                    vocabulary.label("ledger-bases", basis),
                    Money(minor, currency),
                    AmountScale(scale),
                    per,
                    PartialDate(dated) if dated else None,
                    Money(converted, converted_currency) if converted is not None else None,
                    rate,
                    PartialDate(rate_date) if rate_date else None,
                    note,
                )
            )
    return [row for id_ in ids for row in found[id_]]


def scope_source_ids(reader: Reader, case_id: int | None) -> list[int]:
    """The sources of the store or of a case file, earlier versions too, in the order of their import."""
    query = select(SourceListing.id).where(SourceListing.is_trashed.is_(False)).order_by(SourceListing.id)
    if case_id is not None:
        query = query.where(in_case(reader, SourceListing.id, case_id))
    return list(reader.scalars(query))


class _Parts:
    """What hangs on some actions, by action."""

    def __init__(self, reader: Reader, ids: Sequence[int]) -> None:
        self._cases = _texts(reader, _CASES, ids)
        self._laws = _texts(reader, _LAWS, ids)
        self._categories = _texts(reader, _CATEGORIES, ids)
        self._numbers = _texts(reader, _NUMBERS, ids)
        self._sources = _texts(reader, _SOURCES, ids)
        self._links = _texts(reader, _LINKS, ids)
        self._columns = {row[0]: row[1:] for row in fetch(reader, _COLUMNS, ids)}
        self._imposed: dict[int, SumRow] = {}
        for row in sum_rows(reader, ids):
            self._imposed.setdefault(row.action_id, row)

    def of(self, row: ActionRow) -> ActionColumns:
        """The action of that row with its parts."""
        violation, sector, summary = self._columns[row.id]
        return ActionColumns(
            row,
            self._cases.get(row.id, ()),
            self._laws.get(row.id, ()),
            self._numbers.get(row.id, ()),
            vocabulary.label("violations", violation) if violation else "",
            vocabulary.label("sectors", sector) if sector else "",
            tuple(vocabulary.label("data-categories", code) for code in self._categories.get(row.id, ())),
            summary,
            self._imposed.get(row.id),
            self._sources.get(row.id, ()),
            self._links.get(row.id, ()),
        )


def _texts(reader: Reader, statement: str, ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """For each action its texts, each once, in the order of the rows."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for action_id, text in fetch(reader, statement, ids):
        if text:
            found[action_id][text] = None
    return {id_: tuple(texts) for id_, texts in found.items()}


_COLUMNS = "SELECT id, violation, sector, summary FROM action WHERE id IN ({marks})"
_CASES = """
SELECT action_id, title FROM case_file_action JOIN case_file ON case_file.id = case_file_id
WHERE action_id IN ({marks}) AND trashed_at IS NULL ORDER BY action_id, title
"""
_LAWS = """
SELECT action_id, instrument || iif(article <> '', ' Art. ' || article, '')
FROM provision WHERE action_id IN ({marks}) ORDER BY action_id, id
"""
_CATEGORIES = (
    "SELECT action_id, code FROM action_category WHERE action_id IN ({marks}) ORDER BY action_id, id"
)
_NUMBERS = (
    "SELECT action_id, value FROM action_identifier WHERE action_id IN ({marks}) ORDER BY action_id, id"
)
_SUMS = """
SELECT action_id, kind, basis, amount_minor, currency, scale, per, dated,
    converted_minor, converted_currency, rate, rate_date, entry.note
FROM measure JOIN ledger_entry AS entry ON measure_id = measure.id
WHERE action_id IN ({marks}) AND is_live
ORDER BY action_id, per <> '', measure.position, measure.id, entry.position
"""
_OF_ACTIONS = """
WITH of AS MATERIALIZED (SELECT id FROM action WHERE id IN ({marks})), said AS (
SELECT record_id AS action_id, source_id FROM of JOIN claim ON record_table = 'action' AND record_id = of.id
WHERE state = 'accepted'
UNION SELECT of.id, source_id FROM of JOIN measure ON action_id = of.id
JOIN claim ON record_table = 'measure' AND record_id = measure.id WHERE state = 'accepted'
UNION SELECT of.id, source_id FROM of JOIN measure ON action_id = of.id
JOIN ledger_entry AS entry ON measure_id = measure.id
JOIN claim ON record_table = 'ledger_entry' AND record_id = entry.id WHERE state = 'accepted'
)
SELECT action_id, {what} FROM said JOIN source ON source.id = source_id ORDER BY action_id, source_id
"""
_SOURCES = _OF_ACTIONS.replace("{what}", "iif(title <> '', title, file_name)")
_LINKS = _OF_ACTIONS.replace("{what}", "url")
