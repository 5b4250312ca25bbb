"""The columns of the tables that CSV files and workbooks have. Imports cells and the store's rows."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from casefile.exchange.cells import Cell, date_cell
from casefile.store.export_rows import ActionColumns, SumRow
from casefile.store.rows import EventRow, Evidence, QuoteRow, SourceRecord, status_label
from casefile.terms import AmountScale, label
from casefile.values import Money

RowT = TypeVar("RowT")


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column: its head, what a row has there, and how wide it is in a workbook, in characters."""

    head: str
    cell: Callable[[RowT], Cell]
    width: int = 16
    hint: str = ""
    """What the head alone does not say."""


def _joined(values: tuple[str, ...]) -> str:
    return "; ".join(values)


def _figure(money: Money | None) -> Decimal | None:
    """The amount in major units, without decimals that nobody stated."""
    if money is None:
        return None
    amount = money.amount
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount


def _bare_figure(money: Money | None, scale: AmountScale | None) -> Decimal | None:
    """Of a sum whose magnitude no source states the figure as it was written: 33.7."""
    figure = _figure(money)
    return figure.normalize() if figure is not None and scale is AmountScale.MISSING else figure


def _magnitude(scale: AmountScale | None) -> str:
    return "" if scale is None else "not stated" if scale is AmountScale.MISSING else "stated"


_PARTIAL = "A whole day as a date; what is less or more known as EDTF (ISO 8601-2), 2024-06 or 2023/2024."
_MAGNITUDE = "Whether a source states it: a sum of 33.7 without its “million” is not completed."


def _imposed(row: ActionColumns) -> Decimal | None:
    return _bare_figure(row.imposed.money, row.imposed.scale) if row.imposed else None


ACTION_TABLE: tuple[Column[ActionColumns], ...] = (
    Column("Number", lambda of: of.row.id, 8),
    Column("Title", lambda of: of.row.title, 42),
    Column("Authority", lambda of: of.row.authority, 30),
    Column("Respondents", lambda of: _joined(of.row.respondents), 30),
    Column("Jurisdiction", lambda of: of.row.jurisdiction, 12),
    Column("Measure", lambda of: label(of.row.kind), 14),
    Column("Status", lambda of: status_label(of.row.status), 12),
    Column("Decided", lambda of: date_cell(of.row.decided), 12, _PARTIAL),
    Column("Amount", lambda of: _bare_figure(of.row.amount, of.row.scale), 16, "As it stands today."),
    Column("Currency", lambda of: of.row.amount.currency if of.row.amount else "", 9),
    Column("Per", lambda of: of.row.per, 7, "“day” where the amount is owed for each day."),
    Column("Magnitude", lambda of: _magnitude(of.row.scale), 11, _MAGNITUDE),
    Column("First amount", _imposed, 16, "Before any review, in the first amount's own currency."),
    Column("First currency", lambda of: of.imposed.money.currency if of.imposed else "", 9),
    Column("Laws", lambda of: _joined(of.laws), 28),
    Column("Violation", lambda of: of.violation, 22),
    Column("Sector", lambda of: of.sector, 18),
    Column("Data categories", lambda of: _joined(of.categories), 22),
    Column("Identifiers", lambda of: _joined(of.numbers), 22),
    Column("Summary", lambda of: of.summary, 50),
    Column("Sources agree", lambda of: not of.row.has_conflict, 9, "“no” where they give different values."),
    Column("Reviewed", lambda of: not of.row.unreviewed, 9, "“no” where a proposal was taken over unseen."),
    Column("Case files", lambda of: _joined(of.cases), 24),
    Column("Tags", lambda of: _joined(tuple(tag.name for tag in of.row.tags)), 18),
    Column("Sources", lambda of: _joined(of.sources), 42),
    Column("Links", lambda of: _joined(of.links), 42),
)
SUM_TABLE: tuple[Column[tuple[str, SumRow]], ...] = (
    Column("Action", lambda of: of[1].action_id, 8),
    Column("Title", lambda of: of[0], 42),
    Column("Measure", lambda of: of[1].measure, 18),
    Column("Basis", lambda of: of[1].basis, 12),
    Column("Date", lambda of: date_cell(of[1].dated), 12, _PARTIAL),
    Column("Amount", lambda of: _bare_figure(of[1].money, of[1].scale), 16),
    Column("Currency", lambda of: of[1].money.currency, 9),
    Column("Per", lambda of: of[1].per, 7),
    Column("Magnitude", lambda of: _magnitude(of[1].scale), 11, _MAGNITUDE),
    Column("Converted", lambda of: _figure(of[1].converted), 16),
    Column("Into", lambda of: of[1].converted.currency if of[1].converted else "", 9),
    Column("Rate", lambda of: Decimal(of[1].rate) if of[1].rate else None, 10),
    Column("Rate of", lambda of: date_cell(of[1].rate_date), 12),
    Column("Note", lambda of: of[1].note, 30),
)


def _passage(cell: Callable[[Evidence], Cell]) -> Callable[[Any], Cell]:
    return lambda row: cell(row.evidence)


_WHERE: tuple[Column[Any], ...] = (
    Column("Source", _passage(lambda at: at.source_title), 42),
    Column("Outlet", _passage(lambda at: at.outlet), 20),
    Column("Published", _passage(lambda at: date_cell(at.published)), 12, _PARTIAL),
    Column("Page", _passage(lambda at: at.page), 9),
    Column("Source number", _passage(lambda at: at.source_id), 9, "In the sheet of sources."),
)
QUOTE_TABLE: tuple[Column[QuoteRow], ...] = (
    Column("Number", lambda row: row.id, 8),
    Column("Words", lambda row: row.text, 60),
    Column("Speaker", lambda row: row.speaker, 22),
    Column("Role", lambda row: row.role, 24),
    Column("Kind", lambda row: label(row.kind), 11),
    Column("Language", lambda row: row.language, 9),
    Column("Translation", lambda row: row.translation, 50),
    Column("Stands in the source", lambda row: row.is_verbatim, 11, "As it is quoted; blanks do not count."),
    Column("Reviewed", lambda row: not row.unreviewed, 9),
    *_WHERE,
)
EVENT_TABLE: tuple[Column[EventRow], ...] = (
    Column("Number", lambda row: row.id, 8),
    Column("Date", lambda row: date_cell(row.dated), 12, _PARTIAL),
    Column("What happened", lambda row: row.about, 60),
    *_WHERE,
)
SOURCE_TABLE: tuple[Column[SourceRecord], ...] = (
    Column("Number", lambda of: of.row.id, 8),
    Column("Title", lambda of: of.row.title or of.row.file_name, 50),
    Column("Outlet", lambda of: of.row.outlet, 22),
    Column("Authors", lambda of: _joined(of.authors), 24),
    Column("Published", lambda of: date_cell(of.row.published), 12, _PARTIAL),
    Column("Kind", lambda of: label(of.row.kind), 16),
    Column("Primary", lambda of: of.is_primary, 9, "Whether it comes from those who act themselves."),
    Column("Language", lambda of: of.row.language, 9),
    Column("Link", lambda of: of.url, 50),
    Column("Captured", lambda of: of.captured_at.date(), 12),
    Column("File", lambda of: of.row.file_name, 26),
    Column("SHA-256", lambda of: of.sha256, 66, "Of the original bytes."),
    Column("One text with", lambda of: of.row.cluster_id, 9, "Sources of one number here are one voice."),
)
