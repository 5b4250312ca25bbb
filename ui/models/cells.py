"""The cells of the lists that are edited in place: what stands in the editor, how it is read.

They take what the forms take, and say the same where it does not fit. No Qt.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from casefile import vocabulary
from casefile.fields import field
from casefile.store.field_values import FieldValueError, canonical
from casefile.store.rows import ActionRow, QuoteRow, SourceRow, TimelineRow
from casefile.terms import SourceKind, label
from casefile.translation import N_, tr
from casefile.values import Money, PartialDate
from ui.dialogs import form_fields
from ui.dialogs.form_fields import DATE_HELP, FieldError, read_date
from ui.figures import marks
from ui.told import told

Row = TypeVar("Row")
Value = str | PartialDate | Money | None
_SUM_HELP = N_("With its currency: 30,500,000 EUR, €30.5 million")


@dataclass(frozen=True)
class CellEdit(Generic[Row]):
    """How one cell is edited."""

    name: str
    """The field, as the store names it."""
    text: Callable[[Row], str]
    """What stands in the editor at first."""
    read: Callable[[str], Value]
    """The value of what was typed; :class:`FieldError` where it does not fit."""
    help: str = ""
    options: Sequence[str] = ()
    """What is offered, as a person reads it."""
    can: Callable[[Row], bool] = lambda _: True
    """Whether the row has such a field."""


def _fact(name: str) -> Callable[[str], str]:
    """Reads a fact of an action as its form does."""

    def read(typed: str) -> str:
        entry = field(name)
        try:
            canonical(entry, typed)
        except FieldValueError as error:
            raise FieldError(
                name, told(error.advice) or tr("{label} is wanted.").format(label=told(entry.label))
            ) from error
        return vocabulary.code_of(entry.vocabulary, typed) if entry.vocabulary else typed.strip()

    return read


def _terms(name: str) -> tuple[str, ...]:
    return tuple(term.label() for term in vocabulary.vocabulary(field(name).vocabulary).terms)


def _wanted_date(typed: str) -> PartialDate:
    date = read_date("date", typed)
    if date is None:
        raise FieldError("date", tr("A date is wanted."))
    if date.earliest > date.latest:
        raise FieldError("date", tr("Write a date as {examples}.").format(examples=tr(DATE_HELP)))
    return date


def _date(typed: str) -> PartialDate | None:
    return _wanted_date(typed) if typed.strip() else None


def read_sum(typed: str) -> Money:
    """A sum with its currency, as the forms take it; :class:`FieldError` where one of them is missing."""
    return form_fields.read_sum({"amount": typed, "currency": ""})


def _sum_text(row: ActionRow) -> str:
    if row.amount is None:
        return ""
    amount = row.amount.amount
    figures = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,f}"
    return f"{marks(figures)} {row.amount.currency}"


def _words(typed: str) -> str:
    return typed.strip()


def _needed(what: str) -> Callable[[str], str]:
    def read(typed: str) -> str:
        if not typed.strip():
            raise FieldError("value", tr(what))
        return typed.strip()

    return read


def _is_called(kind: SourceKind, typed: str) -> bool:
    words = typed.strip().casefold()
    return words in (label(kind).casefold(), told(label(kind)).casefold())


def _source_kind(typed: str) -> str:
    kind = next((kind for kind in SourceKind if _is_called(kind, typed)), None)
    if kind is None:
        raise FieldError("kind", tr("Choose one of the list."))
    return kind


def _edtf(date: PartialDate | None) -> str:
    return date.edtf if date is not None else ""


ACTION_KIND = CellEdit[ActionRow](
    "kind", lambda row: told(label(row.kind)), _fact("kind"), options=_terms("kind")
)
ACTION_STATUS = CellEdit[ActionRow](
    "status",
    lambda row: told(vocabulary.label("action-statuses", row.status)),
    _fact("status"),
    options=_terms("status"),
)
ACTION_DECIDED = CellEdit[ActionRow]("decided", lambda row: _edtf(row.decided), _wanted_date, DATE_HELP)
ACTION_AMOUNT = CellEdit[ActionRow](
    "amount", _sum_text, read_sum, _SUM_HELP, can=lambda row: row.amount is not None
)
SOURCE_TITLE = CellEdit[SourceRow]("title", lambda row: row.title, _words)
SOURCE_OUTLET = CellEdit[SourceRow]("outlet", lambda row: row.outlet, _words)
SOURCE_PUBLISHED = CellEdit[SourceRow]("published", lambda row: _edtf(row.published), _date, DATE_HELP)
SOURCE_KIND = CellEdit[SourceRow](
    "kind", lambda row: told(label(row.kind)), _source_kind, options=tuple(label(kind) for kind in SourceKind)
)
SOURCE_LANGUAGE = CellEdit[SourceRow]("language", lambda row: row.language, _words, N_("en, fr, nl"))
QUOTE_SPEAKER = CellEdit[QuoteRow]("speaker", lambda row: row.speaker, _words)
QUOTE_ROLE = CellEdit[QuoteRow]("role", lambda row: row.role, _words)
EVENT_DATE = CellEdit[TimelineRow](
    "dated", lambda row: _edtf(row.dated), _wanted_date, DATE_HELP, can=lambda row: row.action_id is None
)
EVENT_ABOUT = CellEdit[TimelineRow](
    "about", lambda row: row.about, _needed(N_("Say what happened.")), can=lambda row: row.action_id is None
)
