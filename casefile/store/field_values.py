"""From what a person enters to a claim's canonical JSON, checked field by field: pure."""

from typing import Any

from casefile import vocabulary
from casefile.errors import CasefileError
from casefile.fields import Field, FieldKind
from casefile.identifiers import Ecli
from casefile.store.payload import party_json, to_json
from casefile.terms import AmountScale, ProvisionFinding
from casefile.values import Money, PartialDate

_LARGEST = 2**63 - 1
"""SQLite's largest integer."""
Value = str | int | dict[str, Any]


class FieldValueError(CasefileError):
    """What was entered does not fit the field."""


def canonical(field: Field, value: Value) -> str:
    """The value as a claim keeps it, in the shape that :class:`casefile.fields.FieldKind` gives.

    :class:`FieldValueError` says what the field wants.
    """
    try:
        checked = _checked(field, value)
        return party_json(checked) if field.kind is FieldKind.PARTY else to_json(checked)
    except (ValueError, KeyError, TypeError) as error:
        raise FieldValueError(
            f"“{_shown(value)}” does not fit the field {field.label}.", _WANTED.get(field.kind, "")
        ) from error


_WANTED = {
    FieldKind.NUMBER: "A whole number is wanted.",
    FieldKind.DATE: "A date is wanted: 2024, 2024-06, 2024-06-03, or a period such as 2019/2021.",
    FieldKind.LISTED: "A term of the list is wanted, or words of your own.",
    FieldKind.PARTY: "A name is wanted.",
    FieldKind.PROVISION: "A law is wanted and, if there is one, its article.",
    FieldKind.SUM: "A sum with its currency is wanted.",
    FieldKind.IDENTIFIER: "The kind of number and the number itself are wanted.",
    FieldKind.APPEAL: "At least one of the two bodies is wanted.",
    FieldKind.RELATION: "An action and how it belongs with this one are wanted.",
    FieldKind.GROUP: "Another party is wanted.",
}


def _checked(field: Field, value: Any) -> Any:  # noqa: ANN401
    match field.kind:
        case FieldKind.TEXT | FieldKind.LISTED:
            text = vocabulary.code_of(field.vocabulary, value) if field.vocabulary else _words(value)
            return _words(text)
        case FieldKind.NUMBER:
            return _count(value)
        case FieldKind.DATE:
            return _date(value)
        case FieldKind.PARTY:
            return _party(value)
        case FieldKind.PROVISION:
            return _provision(value)
        case FieldKind.SUM:
            money = Money(int(value["amount_minor"]), value["currency"])
            sum_ = {"amount_minor": money.amount_minor, "currency": money.currency}
            return sum_ | {"scale": str(AmountScale(value["scale"])), "role": str(value["role"])}
        case FieldKind.IDENTIFIER:
            return _identifier(value)
        case FieldKind.APPEAL:
            return _appeal(value)
        case FieldKind.RELATION | FieldKind.GROUP:
            return _pointer(value)


def _pointer(value: Any) -> dict[str, Any]:  # noqa: ANN401
    if "party_id" in value:
        return {"name": _words(value["name"]), "party_id": _count(value["party_id"])}
    return {"action_id": _count(value["action_id"]), "relation": _words(value["relation"])}


def _words(value: Any) -> str:  # noqa: ANN401
    """The text without outer blanks; ``ValueError`` where nothing is left or it is none."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("no text")
    return value.strip()


def _count(value: Any) -> int:  # noqa: ANN401
    number = int(str(value).replace(",", "").replace("\u202f", "").strip())
    if not 0 <= number <= _LARGEST:
        raise ValueError("below zero, or more than a store can hold")
    return number


def _date(value: Any) -> str:  # noqa: ANN401
    date = PartialDate(_words(value))
    if date.earliest > date.latest:
        raise ValueError("a period that ends before it begins")
    return date.edtf


def _party(value: Any) -> dict[str, str]:  # noqa: ANN401
    if isinstance(value, str):
        value = {"name": value}
    party = {"name": _words(value["name"]), "code": value.get("code", "")}
    capacity = value.get("capacity", "")
    return party | ({"capacity": capacity} if capacity else {})


def _provision(value: Any) -> dict[str, str]:  # noqa: ANN401
    provision = {"instrument": _words(value["instrument"]), "article": value.get("article", "").strip()}
    finding = vocabulary.code_of("findings", value.get("finding", ProvisionFinding.CITED))
    if finding not in ("", ProvisionFinding.CITED):
        provision["finding"] = finding
    national_law = value.get("national_law", "").strip()
    return provision | ({"national_law": national_law} if national_law else {})


def _identifier(value: Any) -> dict[str, str]:  # noqa: ANN401
    scheme, number = _words(value["scheme"]), _words(value["value"])
    if scheme == "ecli":
        try:
            number = str(Ecli.parse(number))
        except ValueError as error:
            raise FieldValueError(f"“{number}” is no ECLI.", str(error)) from error
    return {"scheme": scheme, "value": number, "url": str(value.get("url", "")).strip()}


_APPEAL = ("from_body", "from_number", "to_body", "to_number", "status", "url")


def _appeal(value: Any) -> dict[str, str]:  # noqa: ANN401
    appeal = {name: str(value.get(name, "")).strip() for name in _APPEAL}
    if not appeal["from_body"] and not appeal["to_body"]:
        raise ValueError("no body")
    dated = value.get("dated", "")
    return appeal | {"dated": _date(dated) if dated else ""}


def _shown(value: Value) -> str:
    return ", ".join(str(part) for part in value.values() if part) if isinstance(value, dict) else str(value)
