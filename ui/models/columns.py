"""What each list shows of its rows. Imports rows, terms and values; no Qt."""

from casefile.store.rows import ActionRow, EventRow, Hit, QuoteRow, SourceRow
from casefile.terms import AmountScale, label
from casefile.values import Money, PartialDate
from ui.models.ids_model import Column


def date_text(date: PartialDate | None) -> str:
    """The date in words, "" where there is none."""
    return str(date) if date else ""


def amount_text(amount: Money | None, scale: AmountScale | None) -> str:
    """The amount, and whether its scale is missing."""
    if amount is None:
        return ""
    return f"{amount} (scale missing)" if scale is AmountScale.MISSING else str(amount)


def _action_icon(row: ActionRow) -> str:
    return "triangle-alert" if row.has_conflict else ""


def _conflict(row: ActionRow) -> str:
    return "sources do not agree" if row.has_conflict else ""


INBOX = (
    Column[SourceRow]("Source", lambda row: row.title or row.file_name, icon=lambda _: "file-text"),
    Column[SourceRow]("Outlet", lambda row: row.outlet, 20),
    Column[SourceRow]("Published", lambda row: date_text(row.published), 18),
    Column[SourceRow]("To review", lambda row: f"{row.open_proposals}", 10, number=True),
)
SOURCES = (
    Column[SourceRow]("Title", lambda row: row.title or row.file_name, icon=lambda _: "file-text"),
    Column[SourceRow]("Outlet", lambda row: row.outlet, 20),
    Column[SourceRow]("Published", lambda row: date_text(row.published), 18),
    Column[SourceRow]("Kind", lambda row: label(row.kind), 16),
    Column[SourceRow]("Language", lambda row: row.language, 10),
)
ACTIONS = (
    Column[ActionRow]("Respondent", lambda row: "; ".join(row.respondents) or row.title),
    Column[ActionRow]("Authority", lambda row: row.authority, 27),
    Column[ActionRow]("Measure", lambda row: label(row.kind), 13),
    Column[ActionRow](
        "Amount",
        lambda row: amount_text(row.amount, row.scale),
        28,
        number=True,
        icon=_action_icon,
        note=_conflict,
    ),
    Column[ActionRow]("Status", lambda row: label(row.status), 12),
    Column[ActionRow]("Decided", lambda row: date_text(row.decided), 18),
    Column[ActionRow]("Sources", lambda row: f"{row.source_count}", 9, number=True),
)
QUOTES = (
    Column[QuoteRow]("Quote", lambda row: f"“{row.text}”"),
    Column[QuoteRow]("Speaker", lambda row: row.speaker or "not named", 20),
    Column[QuoteRow]("Role", lambda row: row.role, 22),
    Column[QuoteRow]("Source", lambda row: row.evidence.source_title, 26),
)
EVENTS = (
    Column[EventRow]("Date", lambda row: str(row.dated), 20),
    Column[EventRow]("Event", lambda row: row.about),
    Column[EventRow]("Source", lambda row: row.evidence.source_title, 30),
)
_HIT_ICONS = {"source": "file-text", "action": "gavel", "quote": "quote"}
HITS = (
    Column[Hit](
        "Found in", lambda row: row.kind.capitalize(), 12, icon=lambda row: _HIT_ICONS.get(row.kind, "search")
    ),
    Column[Hit]("Title", lambda row: row.title, 36),
    Column[Hit]("Passage", lambda row: row.snippet),
)
