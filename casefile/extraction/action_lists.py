"""A list's rows made into proposals, each value with its cell as evidence: pure.

Nothing is made up: what a cell does not say, or says in a way that cannot be read for sure, is left out, and
what could not be read is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from casefile import registry
from casefile.extraction.laws import find_provisions
from casefile.extraction.list_cells import AmbiguousDateError, UnreadCellError, read_date, read_sum
from casefile.extraction.list_mapping import (
    DATES,
    ListField,
    ListMapping,
    MappedColumn,
    column_names,
    header_of,
    placed_columns,
)
from casefile.extraction.list_words import authority_of, code_of, country_of, is_absent
from casefile.extraction.text import Article
from casefile.identifiers import Ecli
from casefile.metadata import SourceMetadata
from casefile.proposals import (
    ActionProposal,
    Because,
    Proposals,
    ProposedAmount,
    ProposedDate,
    ProposedKind,
    ProposedParty,
    ProposedProvision,
    ProposedStatus,
    ProposedValue,
    WarningProposal,
)
from casefile.tables import Row, rows_of
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, WarningKind
from casefile.translation import N_
from casefile.values import Span

SURE, LIKELY, DEFAULT = 0.95, 0.8, 0.6
_PARTED = re.compile(r"[^;]+")
_ARTICLE_WORD = re.compile(
    r"^(?:Articles?|Artikeln?|Arts?\.?|Art[íi]culos?|Articol[oi]|Sections?|§+)\s*", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"(?:Articles?|Artikeln?|Arts?\.?|Art[íi]culos?|Articol[oi]|Sections?|§+)\s*(\d{1,4}[a-z]?)\b",
    re.IGNORECASE,
)
_NEXT_ARTICLE = re.compile(r"[,;]\s*(?=(?:Art|§|Section))", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s,;|\"<>]+", re.IGNORECASE)
_OTHER_DATES = frozenset((ActionStatus.REDUCED, ActionStatus.ANNULLED, ActionStatus.PROPOSED))
"""With these an action's date would be taken for that of a later act or an earlier notice."""
_NAMES_NOBODY = N_("It names neither a respondent nor an authority.")


@dataclass(frozen=True)
class RowOutcome:
    """What became of one row: a proposal, or the sentence that says why there is none."""

    number: int
    """Among the rows of the text, from 1."""
    proposal: ActionProposal | None
    problem: str = ""
    warnings: tuple[WarningProposal, ...] = ()
    """Cells that were left out, each with its reason."""


def row_outcomes(text: str, mapping: ListMapping, language: str = "") -> Iterator[RowOutcome]:
    """Every row below the names of the columns, in order.

    :class:`casefile.extraction.list_mapping.MappingError` where the mapping does not fit the list.
    """
    rows = rows_of(text)
    header = header_of(mapping, rows)
    columns = placed_columns(mapping, rows)
    names = column_names(rows, header)
    labels = {place: names[place] or f"{place + 1}" for place in columns}
    for row in rows[header:]:
        if row.span is not None:
            yield _RowReader(text, row, mapping, columns, labels, language).outcome()


def proposals_of(outcomes: list[RowOutcome], text: str) -> Proposals:
    """The outcomes as a source keeps them: a row without a proposal is a warning."""
    rows = rows_of(text)
    warnings = [warning for outcome in outcomes for warning in outcome.warnings]
    for outcome in outcomes:
        span = rows[outcome.number - 1].span
        if outcome.problem and span is not None:
            message = f"Row {outcome.number}: {outcome.problem}"
            warnings.append(WarningProposal(WarningKind.UNREAD_CELL, span, message))
    return Proposals(
        actions=tuple(outcome.proposal for outcome in outcomes if outcome.proposal is not None),
        warnings=tuple(sorted(warnings, key=lambda warning: warning.span)),
    )


@lru_cache(maxsize=4096)
def _laws(words: str, language: str) -> tuple[tuple[Span, str, str], ...]:
    """Where in the cell which law stands with which article: "Art. 5 (1) f) GDPR, Art. 32 GDPR" has two."""
    seen: dict[tuple[str, str], Span] = {}
    for part in _law_parts(words, language):
        there = part.of(words)
        for mention in find_provisions(Article(there, SourceMetadata(language=language))):
            number = _ARTICLE.search(there)
            article = mention.article or (number[1] if number else "")
            seen.setdefault((mention.instrument, article), part)
    return tuple((part, instrument, article) for (instrument, article), part in seen.items())


def _law_parts(words: str, language: str) -> Iterator[Span]:
    """The cell cut before each article, but never between an article and the law that follows it."""
    starts = [0, *(found.end() for found in _NEXT_ARTICLE.finditer(words)), len(words)]
    begin = 0
    for end in starts[1:]:
        part = words[begin:end].rstrip(" ,;")
        if part and (end == len(words) or find_provisions(Article(part, SourceMetadata(language=language)))):
            yield Span(begin, begin + len(part))
            begin = end


@dataclass
class _RowReader:
    """One row under way: it collects what could not be read."""

    text: str
    row: Row
    mapping: ListMapping
    columns: dict[int, MappedColumn]
    labels: dict[int, str]
    language: str
    warnings: list[WarningProposal] = field(default_factory=list)

    def outcome(self) -> RowOutcome:
        """The proposal, or why there is none."""
        jurisdiction = self._jurisdiction()
        authority = self._authority(jurisdiction.value if jurisdiction else "")
        respondents = tuple(self._respondents())
        if not respondents and not authority.name:
            return RowOutcome(self.row.number, None, _NAMES_NOBODY, tuple(self.warnings))
        kind, more = self._kind()
        status, said = self._status()
        more += said
        date = self._date(ListField.DECIDED)
        if date is not None and status.value in _OTHER_DATES:
            more.append(ProposedValue(ListField.DECIDED, date.value.edtf, date.because))
            date = None
        if jurisdiction is None and authority.code:
            code = registry.authority(authority.code).jurisdiction
            jurisdiction = ProposedValue(ListField.JURISDICTION, code, authority.because)
        if jurisdiction is not None:
            more.insert(0, jurisdiction)
        proposal = ActionProposal(
            authority=authority,
            respondents=respondents,
            kind=kind,
            status=status,
            because=self._whole_row(),
            jurisdiction=jurisdiction.value if jurisdiction else "",
            amounts=tuple(self._amounts(kind.value)),
            provisions=tuple(self._provisions()),
            date=date,
            more=(*more, *self._more()),
        )
        if not self._says_something(proposal):
            return RowOutcome(self.row.number, None, _NAMES_NOBODY, tuple(self.warnings))
        return RowOutcome(self.row.number, proposal, "", tuple(self.warnings))

    def _says_something(self, proposal: ActionProposal) -> bool:
        """Whether the row itself names a party or the case: a line of totals has defaults only."""
        named = (proposal.authority, *proposal.respondents)
        case = (ListField.TITLE, ListField.IDENTIFIER, ListField.SUMMARY)
        return any(party.because.spans for party in named) or any(
            value.field in case for value in proposal.more
        )

    def _whole_row(self) -> Because:
        span = self.row.span
        return Because((span,) if span else (), f"row {self.row.number} of the list", SURE)

    def _cells(self, wanted: ListField) -> Iterator[tuple[str, Span, Because, MappedColumn]]:
        """What stands in the columns of a field: words, span, why, and the column."""
        for place, column in self.columns.items():
            words = self.row.words(place)
            if column.field is wanted and not is_absent(words):
                span = self.row.cells[place].span
                if span is not None:
                    yield words, span, Because((span,), f"column “{self.labels[place]}”", SURE), column

    def _default(self, wanted: ListField) -> tuple[str, Because] | None:
        said = self.mapping.defaults.get(wanted, "").strip()
        return (said, Because((), "the same for every row, by the mapping", DEFAULT)) if said else None

    def _said(self, wanted: ListField) -> tuple[str, Because] | None:
        """The row's own word, else the mapping's."""
        own = next(((words, because) for words, _, because, _ in self._cells(wanted)), None)
        return own or self._default(wanted)

    def _warn(self, kind: WarningKind, because: Because, words: str, why: object) -> None:
        message = f"Row {self.row.number}, {because.rule}: “{words}” is left out ({why})."
        self.warnings.append(WarningProposal(kind, because.spans[0], message))

    def _jurisdiction(self) -> ProposedValue | None:
        said = self._said(ListField.JURISDICTION)
        if said is None:
            return None
        words, because = said
        code = country_of(words)
        if not code and because.spans:
            self._warn(WarningKind.UNREAD_CELL, because, words, "no country that is known")
        return ProposedValue(ListField.JURISDICTION, code, because) if code else None

    def _authority(self, jurisdiction: str) -> ProposedParty:
        said = self._said(ListField.AUTHORITY)
        if said is None:
            return ProposedParty("", Because((), "the list does not say", DEFAULT))
        words, because = said
        known = authority_of(words, jurisdiction)
        if known is None:
            return ProposedParty(words, replace(because, confidence=min(because.confidence, LIKELY)))
        return ProposedParty(known.name, because, known.code)

    def _respondents(self, wanted: ListField = ListField.RESPONDENT) -> Iterator[ProposedParty]:
        for words, span, because, _ in self._cells(wanted):
            for part in _PARTED.finditer(words):
                name = part.group().strip()
                if not is_absent(name):
                    start = span.start + part.start() + len(part.group()) - len(part.group().lstrip())
                    yield ProposedParty(name, replace(because, spans=(Span(start, start + len(name)),)))

    def _kind(self) -> tuple[ProposedKind, list[ProposedValue]]:
        """What is imposed; what only the longer list has goes beside it."""
        said = self._said(ListField.KIND)
        if said is None:
            because = Because((), "the list does not say what the action imposes", DEFAULT)
            return ProposedKind(ActionKind.OTHER, because), []
        words, because = said
        code = code_of(ListField.KIND, words)
        if code in list(ActionKind):
            return ProposedKind(ActionKind(code), because), []
        return ProposedKind(ActionKind.OTHER, because), [
            ProposedValue(ListField.KIND, code or words, because)
        ]

    def _status(self) -> tuple[ProposedStatus, list[ProposedValue]]:
        said = self._said(ListField.STATUS)
        if said is None:
            because = Because((), "the list does not say how the action stands", DEFAULT)
            return ProposedStatus(ActionStatus.IMPOSED, because), []
        words, because = said
        code = code_of(ListField.STATUS, words)
        if code in list(ActionStatus):
            return ProposedStatus(ActionStatus(code), because), []
        value = ProposedValue(ListField.STATUS, code or words, because)
        return ProposedStatus(ActionStatus.IMPOSED, because), [value]

    def _date(self, wanted: ListField) -> ProposedDate | None:
        for words, _, because, _ in self._cells(wanted):
            try:
                return ProposedDate(read_date(words, self.mapping.date_order, self.language), because)
            except AmbiguousDateError as error:
                self._warn(WarningKind.AMBIGUOUS_DATE, because, words, error)
            except UnreadCellError as error:
                self._warn(WarningKind.UNREAD_CELL, because, words, error)
        return None

    def _amounts(self, kind: ActionKind) -> Iterator[ProposedAmount]:
        usual = self.mapping.currency
        beside = next(self._cells(ListField.CURRENCY), None)
        role = AmountRole.SETTLEMENT if kind is ActionKind.SETTLEMENT else AmountRole.FINE
        for words, span, because, _ in self._cells(ListField.AMOUNT):
            try:
                said = read_sum(words, self.mapping.decimal_mark, usual)
                column = read_sum(f"1 {beside[0]}", ".", usual).currency if beside else ""
            except UnreadCellError as error:
                self._warn(WarningKind.UNREAD_CELL, because, words, error)
                continue
            if said.value == 0:
                continue
            spans = (span, beside[1]) if beside and not said.currency else (span,)
            why = replace(because, spans=tuple(sorted(spans)))
            currency = said.currency or column or usual
            yield ProposedAmount(said.value, currency, AmountScale.STATED, role, span, why)

    def _provisions(self) -> Iterator[ProposedProvision]:
        default = self._default(ListField.PROVISION)
        found = False
        for words, span, because, _ in self._cells(ListField.PROVISION):
            found = True
            mentions = _laws(words, self.language)
            for part, instrument, article in mentions:
                there = Span(span.start + part.start, span.start + part.end)
                yield ProposedProvision(instrument, article, replace(because, spans=(there,)))
            if not mentions:
                article = _ARTICLE_WORD.sub("", words, count=1)
                law = (default[0], article) if default else (words, "")
                yield ProposedProvision(*law, replace(because, confidence=LIKELY))
        if default and not found:
            yield ProposedProvision(default[0], "", default[1])

    def _more(self) -> Iterator[ProposedValue]:
        for wanted in (ListField.TITLE, ListField.SUMMARY, ListField.TAG):
            for words, _, because, _ in self._cells(wanted):
                yield ProposedValue(wanted, words, because)
        for wanted in (
            ListField.VIOLATION,
            ListField.SECTOR,
            ListField.TRIGGER,
            ListField.FORUM,
            ListField.CATEGORY,
        ):
            for words, _, because, _ in self._cells(wanted):
                yield ProposedValue(wanted, code_of(wanted, words) or words, because)
        for wanted in sorted(DATES - {ListField.DECIDED}):
            date = self._date(wanted)
            if date is not None:
                yield ProposedValue(wanted, date.value.edtf, date.because)
        for party in self._respondents(ListField.COMPLAINANT):
            yield ProposedValue(ListField.COMPLAINANT, party.name, party.because)
        yield from self._numbers()
        yield from self._identifiers()

    def _numbers(self) -> Iterator[ProposedValue]:
        for words, _, because, _ in self._cells(ListField.PEOPLE_AFFECTED):
            try:
                value = read_sum(words, self.mapping.decimal_mark, "").value
            except UnreadCellError as error:
                self._warn(WarningKind.UNREAD_CELL, because, words, error)
                continue
            yield ProposedValue(ListField.PEOPLE_AFFECTED, str(int(value)), because)

    def _identifiers(self) -> Iterator[ProposedValue]:
        for words, _, because, column in self._cells(ListField.IDENTIFIER):
            number = words
            if column.scheme == "ecli":
                try:
                    number = str(Ecli.parse(words))
                except ValueError as error:
                    self._warn(WarningKind.UNREAD_CELL, because, words, str(error).rstrip("."))
                    continue
            yield ProposedValue(ListField.IDENTIFIER, number, because, column.scheme or "other")
        for words, span, because, _ in self._cells(ListField.URL):
            for found in _ADDRESS.finditer(words):
                there = Span(span.start + found.start(), span.start + found.end())
                address = found.group()
                yield ProposedValue(
                    ListField.IDENTIFIER, address, replace(because, spans=(there,)), "web-page", address
                )
