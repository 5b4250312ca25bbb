"""What the columns of a list of actions mean, and the file in which that is kept. Imports the ground.

The file is JSON, described in the README under "Lists of actions".
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from casefile.errors import CasefileError
from casefile.fields import field as record_field
from casefile.tables import Row, header_row
from casefile.translation import N_

VERSION = 1


class ListField(StrEnum):
    """What a column may hold; the value is the field's name in the record where there is one."""

    RESPONDENT = "respondent"
    AUTHORITY = "authority"
    JURISDICTION = "jurisdiction"
    DECIDED = "decided"
    AMOUNT = "amount"
    CURRENCY = "currency"
    KIND = "kind"
    STATUS = "status"
    PROVISION = "provision"
    VIOLATION = "violation"
    SECTOR = "sector"
    SUMMARY = "summary"
    TITLE = "title"
    IDENTIFIER = "identifier"
    URL = "url"
    COMPLAINANT = "complainant"
    PEOPLE_AFFECTED = "people_affected"
    TRIGGER = "trigger"
    FORUM = "forum"
    CATEGORY = "category"
    TAG = "tag"
    OPENED = "opened"
    ANNOUNCED = "announced"
    PUBLISHED = "published"
    EFFECTIVE = "effective"
    FINAL = "final"

    @property
    def label(self) -> str:
        """As the record's own field is called."""
        return _LABELS.get(self) or record_field(self.value).label

    @property
    def many(self) -> bool:
        """Whether several columns may hold it."""
        return self is ListField.URL or (self is not ListField.CURRENCY and record_field(self.value).many)


_LABELS = {ListField.CURRENCY: N_("Currency"), ListField.URL: N_("Web address")}
DATES = frozenset(
    (
        ListField.DECIDED,
        ListField.OPENED,
        ListField.ANNOUNCED,
        ListField.PUBLISHED,
        ListField.EFFECTIVE,
        ListField.FINAL,
    )
)
DEFAULTS = (
    ListField.AUTHORITY,
    ListField.JURISDICTION,
    ListField.KIND,
    ListField.STATUS,
    ListField.PROVISION,
)
"""What may be said for all rows at once, where the list leaves it to its title."""


class DateOrder(StrEnum):
    """How dates in figures are read; ISO dates and named months need none."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"
    YEAR_FIRST = "YMD"
    UNSETTLED = ""
    """03/04/2024 is left out, and told."""


class MappingError(CasefileError):
    """A mapping cannot be understood, or does not fit the list."""


@dataclass(frozen=True)
class MappedColumn:
    """A column, by its name or by its number from 1, and what it holds."""

    column: str | int
    field: ListField
    scheme: str = ""
    """Of an identifier: its kind, see the list identifier-schemes."""


@dataclass(frozen=True)
class ListMapping:
    """What the columns mean and how their figures are written."""

    columns: tuple[MappedColumn, ...]
    header: int | None = None
    """The row that names the columns, from 1; 0 for none, None where it is to be found."""
    currency: str = ""
    """ISO 4217, of the sums that name none themselves."""
    decimal_mark: str = "."
    date_order: DateOrder = DateOrder.UNSETTLED
    defaults: Mapping[ListField, str] = field(default_factory=dict)
    """Of :data:`DEFAULTS`: what holds where the row says nothing."""


def header_of(mapping: ListMapping, rows: Sequence[Row]) -> int:
    """The number of the row that names the columns, 0 for none."""
    if mapping.header is not None:
        return mapping.header
    return header_row([[cell.words for cell in row.cells] for row in rows])


def column_names(rows: Sequence[Row], header: int) -> tuple[str, ...]:
    """The columns' names; "" where there is none or an earlier column has the same."""
    width = max((len(row.cells) for row in rows), default=0)
    said = [rows[header - 1].words(place) if 0 < header <= len(rows) else "" for place in range(width)]
    return tuple(
        "" if name.casefold() in {other.casefold() for other in said[:place]} else name
        for place, name in enumerate(said)
    )


def placed_columns(mapping: ListMapping, rows: Sequence[Row]) -> dict[int, MappedColumn]:
    """The columns by their place from 0; :class:`MappingError` for one that the list does not have."""
    names = [name.casefold() for name in column_names(rows, header_of(mapping, rows))]
    placed = {}
    for column in mapping.columns:
        if isinstance(column.column, int):
            place = column.column - 1
        else:
            wanted = column.column.casefold()
            place = names.index(wanted) if wanted in names else -1
        if not 0 <= place < len(names):
            raise MappingError(
                f"The list has no column “{column.column}”, which is {column.field.label} in the mapping.",
                "Choose the mapping that belongs to this list, or map its columns anew.",
            )
        placed[place] = column
    return placed


def mapping_as_json(mapping: ListMapping) -> str:
    """The content of a mapping file."""
    columns = [
        {"column": column.column, "field": column.field.value}
        | ({"scheme": column.scheme} if column.scheme else {})
        for column in mapping.columns
    ]
    content = {
        "casefile_mapping": VERSION,
        "header": mapping.header,
        "columns": columns,
        "currency": mapping.currency,
        "decimal_mark": mapping.decimal_mark,
        "date_order": mapping.date_order.value,
        "defaults": {name.value: value for name, value in mapping.defaults.items()},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def mapping_from_json(text: str) -> ListMapping:
    """The mapping of a file's content; :class:`MappingError` where it is none."""
    try:
        content = json.loads(text)
        if content["casefile_mapping"] != VERSION:
            raise MappingError(
                "The mapping file was written for another version of Casefile.", "Save the mapping again."
            )
        return _mapping(content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MappingError(
            f"The mapping file cannot be understood ({error}).",
            "Save a mapping from the dialog “Actions from list” and compare the two.",
        ) from error


def _mapping(content: Any) -> ListMapping:  # noqa: ANN401
    header, mark, currency = (
        content.get("header"),
        content.get("decimal_mark", "."),
        content.get("currency", ""),
    )
    if header is not None and (not isinstance(header, int) or header < 0):
        raise ValueError("header is the number of a row")
    if mark not in (".", ","):
        raise ValueError("decimal_mark is . or ,")
    if not isinstance(currency, str) or (currency and not (len(currency) == 3 and currency.isupper())):
        raise ValueError("currency is three capitals")
    return ListMapping(
        tuple(_column(entry) for entry in content["columns"]),
        header,
        currency,
        mark,
        DateOrder(content.get("date_order", "")),
        {ListField(name): str(value) for name, value in content.get("defaults", {}).items()},
    )


def _column(entry: Any) -> MappedColumn:  # noqa: ANN401
    column = entry["column"]
    if not isinstance(column, str | int) or isinstance(column, bool):
        raise ValueError("column is a name or a number")
    return MappedColumn(column, ListField(entry["field"]), str(entry.get("scheme", "")))
