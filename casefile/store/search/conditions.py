"""The records that fulfil a condition, as statements that give ids. Imports the schema and the ground.

The store is read here only where texts have to be folded to be compared.
"""

from collections.abc import Callable, Iterable
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, String, and_, false, func, or_, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from casefile import registry
from casefile.store.folding import fold
from casefile.store.schema.details import (
    ActionCategory,
    ActionIdentifier,
    ActionNote,
    ActionTag,
    Appeal,
    SourceNote,
)
from casefile.store.schema.evidence import Proposal, Source
from casefile.store.schema.listing import ActionListing, QuoteListing, SourceListing
from casefile.store.schema.record import (
    Action,
    ActionParty,
    CaseFile,
    CaseFileAction,
    Measure,
    Party,
    Provision,
    Quote,
    TimelineEvent,
    canonical_id,
)
from casefile.store.schema.tags import QuoteTag, SourceTag
from casefile.store.search import figures_of_actions
from casefile.store.search.expressions import value_expression
from casefile.store.search.fields import ACTION_DATES, Record
from casefile.store.search.query import Condition, DayRange, FigureRange, Phrase
from casefile.store.search.tables import LISTINGS, PARTY_WORDS
from casefile.terms import PartyRole, ProposalState
from casefile.values import PartialDate

Ids = Select[Any]
"""A statement with one column, the ids of records."""
_AUTHORITIES = (PartyRole.AUTHORITY, PartyRole.LEAD_AUTHORITY, PartyRole.CONCERNED_AUTHORITY)
_ROLES = {
    "authority": _AUTHORITIES,
    "respondent": (PartyRole.RESPONDENT,),
    "complainant": (PartyRole.COMPLAINANT,),
}
_LAST_DAY = "9999-12-31"


def fulfilling(session: Session, condition: Condition, record: Record) -> Ids | None:
    """The records of that kind that fulfil the condition; None where it says nothing of such records."""
    name = condition.field
    if name in ("is", "has", "in", "added"):
        return _of_each(condition, record)
    if name == "tag":
        return _with_tag(session, record, _phrase(condition))
    if name in _ROLES:
        return _with_party(name, _phrase(condition))
    if name in ACTION_DATES:
        return _dated(session, getattr(Action, name), _days(condition))
    if name in _LISTED:
        return _LISTED[name](str(condition.value))
    return _READERS[name](session, condition)


def _phrase(condition: Condition) -> Phrase:
    return cast("Phrase", condition.value)


def _days(condition: Condition) -> DayRange:
    return cast("DayRange", condition.value)


def _with_party(name: str, value: Phrase) -> Ids:
    """The actions with a party of that name, before or after merges, in one of the roles."""
    expression = value_expression(value)
    named = select(PARTY_WORDS.row_id).select_from(PARTY_WORDS.table).where(PARTY_WORDS.matches(expression))
    canonical = select(canonical_id()).where(Party.id.in_(named))
    family = select(Party.id).where(or_(Party.id.in_(canonical), Party.merged_into_id.in_(canonical)))
    return select(ActionParty.action_id).where(
        ActionParty.role.in_(_ROLES[name]), ActionParty.party_id.in_(family)
    )


_TAGS: dict[Record, tuple[InstrumentedAttribute[int], InstrumentedAttribute[str]]] = {
    Record.ACTION: (ActionTag.action_id, ActionTag.tag),
    Record.SOURCE: (SourceTag.source_id, SourceTag.tag),
    Record.QUOTE: (QuoteTag.quote_id, QuoteTag.tag),
}


def _with_tag(session: Session, record: Record, value: Phrase) -> Ids:
    owner, tag = _TAGS[record]
    return select(owner).where(_folded(session, tag, value.text))


def _of_each(condition: Condition, record: Record) -> Ids | None:
    """What each kind of record can be, have or have been."""
    if condition.field == "in":
        home = Record(str(condition.value).rstrip("s"))
        listing = LISTINGS[record]
        return select(listing.id) if home is record else select(listing.id).where(false())
    if condition.field == "added":
        return _added(record, _days(condition))
    return _EACH.get((f"{condition.field}:{condition.value}", record), _nothing)()


def _nothing() -> None:
    return None


def _trashed(record: Record) -> Callable[[], Ids]:
    listing = LISTINGS[record]
    return lambda: select(listing.id).where(listing.is_trashed.is_(True))


def _unreviewed(table: str) -> Ids:
    return select(Proposal.record_id).where(Proposal.record_table == table, Proposal.unreviewed.is_(True))


_EACH: dict[tuple[str, Record], Callable[[], Ids]] = {
    **{("is:trashed", record): _trashed(record) for record in Record},
    ("is:unreviewed", Record.ACTION): lambda: select(ActionListing.id).where(
        ActionListing.unreviewed.is_(True)
    ),
    ("is:unreviewed", Record.QUOTE): lambda: _unreviewed("quote"),
    ("is:unreviewed", Record.SOURCE): lambda: select(Proposal.source_id).where(
        Proposal.unreviewed.is_(True), Proposal.state == ProposalState.ACCEPTED
    ),
    ("is:primary", Record.SOURCE): lambda: select(Source.id).where(Source.is_primary.is_(True)),
    ("is:waiting", Record.SOURCE): lambda: select(SourceListing.id).where(SourceListing.waiting > 0),
    ("has:conflict", Record.ACTION): lambda: select(ActionListing.id).where(
        ActionListing.has_conflict.is_(True)
    ),
    ("has:amount", Record.ACTION): lambda: select(ActionListing.id).where(ActionListing.amount.is_not(None)),
    ("has:tag", Record.ACTION): lambda: select(ActionTag.action_id),
    ("has:tag", Record.SOURCE): lambda: select(SourceTag.source_id),
    ("has:tag", Record.QUOTE): lambda: select(QuoteTag.quote_id),
    ("has:note", Record.ACTION): lambda: select(ActionNote.action_id),
    ("has:note", Record.SOURCE): lambda: select(SourceNote.source_id),
    ("has:appeal", Record.ACTION): lambda: select(Appeal.action_id),
    ("has:open-appeal", Record.ACTION): figures_of_actions.with_open_appeal,
    ("has:daily-amount", Record.ACTION): figures_of_actions.with_daily_amount,
    ("has:missing-magnitude", Record.ACTION): figures_of_actions.lacking_magnitude,
    ("has:law", Record.ACTION): lambda: select(Provision.action_id),
    ("has:number", Record.ACTION): lambda: select(ActionIdentifier.action_id),
    ("has:quote", Record.SOURCE): lambda: select(Quote.source_id).where(Quote.trashed_at.is_(None)),
    ("has:event", Record.SOURCE): lambda: select(TimelineEvent.source_id).where(
        TimelineEvent.trashed_at.is_(None)
    ),
}


def _added(record: Record, days: DayRange) -> Ids:
    if record is Record.ACTION:
        return select(Action.id).where(_on(type_coerce(Action.added_at, String), days))
    if record is Record.SOURCE:
        return select(SourceListing.id).where(_on(SourceListing.added_at, days))
    by_source = select(SourceListing.id).where(_on(SourceListing.added_at, days))
    return select(Quote.id).where(Quote.source_id.in_(by_source))


def _on(moment: ColumnElement[str] | InstrumentedAttribute[str], days: DayRange) -> ColumnElement[bool]:
    first, last = _bounds(days)
    day = func.substr(moment, 1, 10)
    return and_(day >= first, day <= last)


def _bounds(days: DayRange) -> tuple[str, str]:
    return (
        days.first.isoformat() if days.first else "0000",
        days.last.isoformat() if days.last else _LAST_DAY,
    )


def _may_lie_in(
    first: InstrumentedAttribute[str], last: InstrumentedAttribute[str], days: DayRange
) -> ColumnElement[bool]:
    """A partial date lies in a range where one of the days that it may mean does."""
    low, high = _bounds(days)
    return and_(first != "", first <= high, last >= low)


def _dated(session: Session, column: InstrumentedAttribute[PartialDate | None], days: DayRange) -> Ids:
    """By the distinct dates: the column has nothing to sort by, but few values."""
    low, high = _bounds(days)
    known = session.scalars(select(column).where(column.is_not(None)).distinct())
    near = [
        value
        for value in known
        if value is not None and value.earliest.isoformat() <= high and value.latest.isoformat() >= low
    ]
    return select(Action.id).where(column.in_(near))


def _amounts(value: FigureRange) -> Ids:
    """By the present amount of the action's first measure, as it was stated."""
    tests = _between(ActionListing.amount, value)
    if value.currency:
        tests.append(ActionListing.currency == value.currency)
    return select(ActionListing.id).where(*tests)


def _between(column: InstrumentedAttribute[Any], value: FigureRange) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = [column.is_not(None)]
    if value.low is not None:
        low = float(value.low)
        tests.append(column > low if value.beyond_low else column >= low)
    if value.high is not None:
        high = float(value.high)
        tests.append(column < high if value.beyond_high else column <= high)
    return tests


def _in_jurisdiction(value: Phrase) -> Ids:
    """A country with its parts, by code or by name in any language that is known."""
    typed = fold(value.text)
    codes = [
        country.code
        for country in registry.countries()
        if typed in (fold(name) for names in country.names.values() for name in names)
        or typed == fold(country.name)
    ] or [value.text.upper()]
    column = ActionListing.jurisdiction
    return select(ActionListing.id).where(
        or_(*(or_(column == code, column.startswith(f"{code}-", autoescape=True)) for code in codes))
    )


def _by_law(value: Phrase) -> Ids:
    typed = value.text.casefold()
    codes = [
        law.code for law in registry.instruments() if typed in (alias.casefold() for alias in law.aliases)
    ]
    return select(Provision.action_id).where(
        or_(
            Provision.instrument.in_(codes),
            _has_text(Provision.instrument, value.text),
            _has_text(Provision.national_law, value.text),
        )
    )


def _by_article(value: Phrase) -> Ids:
    """The article, or any part of it: ``5`` finds ``5(1)(a)``, and not ``55``."""
    bare = value.text.casefold().removeprefix("art.").removeprefix("art").strip()
    column = func.lower(Provision.article)
    beyond = func.substr(column, len(bare) + 1, 1)
    return select(Provision.action_id).where(
        or_(
            column == bare,
            and_(column.startswith(bare, autoescape=True), beyond.not_in([*"0123456789"])),
        )
    )


def _has_text(column: ColumnElement[str] | InstrumentedAttribute[str], typed: str) -> ColumnElement[bool]:
    return column.contains(typed, autoescape=True)


def _folded(session: Session, column: InstrumentedAttribute[Any], typed: str) -> ColumnElement[bool]:
    """The column holds the text but for case and accents: the distinct values are folded here."""
    wanted = fold(typed)

    def texts(value: object) -> Iterable[str]:
        return value if isinstance(value, tuple) else (str(value),)

    near = [
        value
        for value in session.scalars(select(column).distinct())
        if any(wanted in fold(text) for text in texts(value))
    ]
    return column.in_(near)


def _of_language(value: Phrase) -> Ids:
    code, column = value.text.casefold(), SourceListing.language
    return select(SourceListing.id).where(or_(column == code, column.startswith(f"{code}-", autoescape=True)))


def _in_case(session: Session, value: Phrase) -> Ids:
    cases = select(CaseFile.id).where(
        CaseFile.trashed_at.is_(None), _folded(session, CaseFile.title, value.text)
    )
    return select(CaseFileAction.action_id).where(CaseFileAction.case_file_id.in_(cases))


def _same(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    return func.lower(type_coerce(column, String))


_LISTED: dict[str, Callable[[str], Ids]] = {
    "kind": lambda code: select(ActionListing.id).where(_same(ActionListing.kind) == code.casefold()),
    "status": lambda code: select(ActionListing.id).where(_same(ActionListing.status) == code.casefold()),
    "measure": lambda code: select(Measure.action_id).where(_same(Measure.kind) == code.casefold()),
    "trigger": lambda code: select(Action.id).where(_same(Action.trigger) == code.casefold()),
    "forum": lambda code: select(Action.id).where(_same(Action.forum) == code.casefold()),
    "violation": lambda code: select(Action.id).where(_same(Action.violation) == code.casefold()),
    "sector": lambda code: select(Action.id).where(_same(Action.sector) == code.casefold()),
    "confidence": lambda code: select(Action.id).where(_same(Action.confidence) == code.casefold()),
    "category": lambda code: select(ActionCategory.action_id).where(
        _same(ActionCategory.code) == code.casefold()
    ),
    "source-kind": lambda code: select(SourceListing.id).where(SourceListing.kind == code),
}
_READERS: dict[str, Callable[[Session, Condition], Ids]] = {
    "amount": lambda _, condition: _amounts(cast("FigureRange", condition.value)),
    "currency": lambda _, condition: figures_of_actions.in_currency(_phrase(condition).text),
    "deadline": lambda session, condition: figures_of_actions.with_deadline(
        session, *_bounds(_days(condition))
    ),
    "people": lambda _, condition: select(Action.id).where(
        *_between(Action.people_affected, cast("FigureRange", condition.value))
    ),
    "decided": lambda _, condition: select(ActionListing.id).where(
        _may_lie_in(ActionListing.decided_sort, ActionListing.decided_end, _days(condition))
    ),
    "published": lambda _, condition: select(SourceListing.id).where(
        _may_lie_in(SourceListing.published_sort, SourceListing.published_end, _days(condition))
    ),
    "changed": lambda _, condition: select(ActionListing.id).where(
        _on(ActionListing.changed_at, _days(condition))
    ),
    "jurisdiction": lambda _, condition: _in_jurisdiction(_phrase(condition)),
    "law": lambda _, condition: _by_law(_phrase(condition)),
    "article": lambda _, condition: _by_article(_phrase(condition)),
    "number": lambda _, condition: select(ActionIdentifier.action_id).where(
        _has_text(ActionIdentifier.value, _phrase(condition).text)
    ),
    "case": lambda session, condition: _in_case(session, _phrase(condition)),
    "outlet": lambda _, condition: select(SourceListing.id).where(
        _has_text(SourceListing.outlet_key, fold(_phrase(condition).text))
    ),
    "author": lambda session, condition: select(Source.id).where(
        _folded(session, Source.authors, _phrase(condition).text)
    ),
    "lang": lambda _, condition: _of_language(_phrase(condition)),
    "url": lambda _, condition: select(Source.id).where(_has_text(Source.url, _phrase(condition).text)),
    "file": lambda _, condition: select(Source.id).where(
        _has_text(Source.file_name, _phrase(condition).text)
    ),
    "speaker": lambda _, condition: select(QuoteListing.id).where(
        _has_text(QuoteListing.speaker_key, fold(_phrase(condition).text))
    ),
    "role": lambda _, condition: select(QuoteListing.id).where(
        _has_text(QuoteListing.role_key, fold(_phrase(condition).text))
    ),
}
