"""What the columns of a list mean, guessed from their names and from what stands in them: pure."""

import re
from collections.abc import Callable, Sequence

from casefile import registry
from casefile.extraction.list_cells import (
    UnreadCellError,
    decimal_mark_of,
    is_date_like,
    order_of_dates,
    read_sum,
)
from casefile.extraction.list_mapping import (
    DATES,
    ListField,
    ListMapping,
    MappedColumn,
    column_names,
)
from casefile.extraction.list_words import authority_of, code_of, country_of, is_absent, meaning_of_header
from casefile.tables import Row, header_row, rows_of
from casefile.terms import ActionKind, ActionStatus

SAMPLE = 400
"""Rows that are looked at for the shape of a column."""
_MOST, _HALF = 0.8, 0.5
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_BY_CELLS = (ListField.VIOLATION, ListField.KIND, ListField.TRIGGER, ListField.SECTOR, ListField.STATUS)
_REGISTERS = {"ftc-matter": "US-FTC", "ftc-docket": "US-FTC", "ico-reference": "GB-ICO"}
_TYPE = re.compile(r"type|art|soort|tipo|nature", re.IGNORECASE)
_ISO_CURRENCY = re.compile(r"\b[A-Z]{3}\b")


def guess_mapping(text: str) -> ListMapping:
    """The likeliest mapping of the list; without any column where nothing is recognised."""
    return guess_of_rows(rows_of(text))


def guess_of_rows(rows: Sequence[Row], header: int | None = None) -> ListMapping:
    """The same for rows, with another row for the names of the columns than the one found."""
    if header is None:
        header = header_row([[cell.words for cell in row.cells] for row in rows[:SAMPLE]])
    names = column_names(rows, header)
    body = rows[header : header + SAMPLE]
    cells = [
        [words for row in body if not is_absent(words := row.words(place))] for place in range(len(names))
    ]
    fields = _fields(names, cells)
    columns = tuple(
        MappedColumn(names[place] or place + 1, field, scheme) for place, (field, scheme) in fields.items()
    )
    sums = [
        words for place, (field, _) in fields.items() if field is ListField.AMOUNT for words in cells[place]
    ]
    dates = [words for place, (field, _) in fields.items() if field in DATES for words in cells[place]]
    amounts = [names[place] for place, (field, _) in fields.items() if field is ListField.AMOUNT]
    return ListMapping(
        columns=columns,
        header=None,
        currency=next((code for code in map(_currency_in, amounts) if code), ""),
        decimal_mark=decimal_mark_of(sums),
        date_order=order_of_dates(dates),
        defaults=_defaults(fields, amounts) | _authority_of_register(fields),
    )


Fields = dict[int, tuple[ListField, str]]


def _fields(names: Sequence[str], cells: Sequence[Sequence[str]]) -> Fields:
    found: Fields = {}
    for place, name in enumerate(names):
        meaning = meaning_of_header(name)
        if meaning is not None and _fits(meaning[0], cells[place]) and _is_free(found, meaning):
            found[place] = meaning
    for place, some in enumerate(cells):
        if place not in found and some:
            field = _by_shape(names[place], some)
            if field is not None and _is_free(found, (field, "")):
                found[place] = (field, "")
    return dict(sorted(found.items()))


def _is_free(found: Fields, meaning: tuple[ListField, str]) -> bool:
    field, _ = meaning
    taken = [known for known in found.values() if known[0] is field]
    return meaning not in taken if field is ListField.IDENTIFIER else field.many or not taken


def _fits(field: ListField, cells: Sequence[str]) -> bool:
    """Whether what stands in a column does not belie its name."""
    if not cells:
        return True
    if field is ListField.URL:
        return _share(cells, lambda words: bool(_URL.search(words))) >= _HALF
    if field in DATES:
        return _share(cells, lambda words: any(char.isdigit() for char in words)) >= _HALF
    if field is ListField.JURISDICTION:
        return _share(cells, lambda words: bool(country_of(words))) >= _HALF
    if field is ListField.AMOUNT:
        return _share(cells, _is_sum_like) >= _HALF
    if field in (ListField.KIND, ListField.STATUS):
        return _share(cells, lambda words: bool(code_of(field, words))) >= _HALF
    return True


def _by_shape(name: str, cells: Sequence[str]) -> ListField | None:
    """What the cells say where the name says nothing."""
    if _share(cells, is_date_like) >= _MOST:
        return ListField.DECIDED if not name or "date" in name.casefold() else None
    if _share(cells, lambda words: bool(_URL.fullmatch(words))) >= _MOST:
        return ListField.URL
    if _share(cells, lambda words: bool(country_of(words))) >= _MOST:
        return ListField.JURISDICTION
    if _share(cells, lambda words: authority_of(words, "") is not None) >= _MOST:
        return ListField.AUTHORITY
    if _share(cells, _names_sum) >= _MOST:
        return ListField.AMOUNT
    share = _HALF if _TYPE.search(name) else _MOST
    shares = {field: _listed_share(field, cells) for field in _BY_CELLS}
    best = max(shares, key=lambda field: shares[field])
    return best if shares[best] >= share else None


def _listed_share(field: ListField, cells: Sequence[str]) -> float:
    return _share(cells, lambda words: bool(code_of(field, words)))


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)


def _is_sum_like(words: str) -> bool:
    return any(char.isdigit() for char in words) and not is_date_like(words)


def _names_sum(words: str) -> bool:
    for mark in ".,":
        try:
            if read_sum(words, mark, "").currency:
                return True
        except UnreadCellError:
            continue
    return False


def _currency_in(name: str) -> str:
    """The currency that a column's name states: "Fine [€]", "Amount (GBP)"."""
    for found in _ISO_CURRENCY.finditer(name):
        if found.group() in _currencies():
            return found.group()
    for sign, code in (("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("$", "USD")):
        if sign in name:
            return code
    return ""


def _currencies() -> set[str]:
    return {country.currency for country in registry.countries()}


def _defaults(fields: Fields, amounts: Sequence[str]) -> dict[ListField, str]:
    """What a list leaves to its title, as far as its columns imply it; a person sees and changes it."""
    mapped = {field for field, _ in fields.values()}
    defaults = {}
    if ListField.KIND not in mapped and any(meaning_of_header(name) for name in amounts):
        kinds = [code_of(ListField.KIND, re.sub(r"[\[(].*|amount.*", "", name)) for name in amounts]
        if ActionKind.FINE in kinds or any(
            re.search(r"penalt|fine", name, re.IGNORECASE) for name in amounts
        ):
            defaults[ListField.KIND] = ActionKind.FINE.value
    if mapped:
        defaults[ListField.STATUS] = ActionStatus.IMPOSED.value
    return defaults


def _authority_of_register(fields: Fields) -> dict[ListField, str]:
    """Whose list it is, where it numbers its cases as only one authority does."""
    if any(field is ListField.AUTHORITY for field, _ in fields.values()):
        return {}
    codes = {_REGISTERS[scheme] for _, scheme in fields.values() if scheme in _REGISTERS}
    return {ListField.AUTHORITY: registry.authority(codes.pop()).name} if len(codes) == 1 else {}


def is_plausible(mapping: ListMapping) -> bool:
    """Whether the columns tell of actions: who, and one thing more that only an action has."""
    mapped = {column.field for column in mapping.columns}
    mapped |= {ListField.AUTHORITY} & set(mapping.defaults)
    who = {ListField.RESPONDENT, ListField.AUTHORITY}
    more = {ListField.AMOUNT, ListField.DECIDED, ListField.KIND, ListField.PROVISION, ListField.VIOLATION}
    return bool(mapped & who) and len(mapped & (who | more)) > 1
