"""The fields of the record, declared once: name, label, kind, group. Imports terms only.

The names stand in claims, in exports and in searches; the groups and their order are those in which a person
reads a record. What a value of each kind looks like as a claim's JSON is said at :class:`FieldKind`.
"""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What a field holds, and how a claim writes it as JSON."""

    TEXT = "text"
    """A string."""
    NUMBER = "number"
    """An integer, not negative."""
    DATE = "date"
    """An EDTF string."""
    LISTED = "listed"
    """A code of the field's list, or a person's own words."""
    PARTY = "party"
    """``{"code", "name"}`` and, of a respondent, maybe ``"capacity"``."""
    PROVISION = "provision"
    """``{"article", "instrument"}`` and maybe ``"finding"`` and ``"national_law"``."""
    SUM = "sum"
    """``{"amount_minor", "currency", "role", "scale"}``."""
    IDENTIFIER = "identifier"
    """``{"scheme", "url", "value"}``."""
    APPEAL = "appeal"
    """``{"dated", "from_body", "from_number", "status", "to_body", "to_number", "url"}``."""
    RELATION = "relation"
    """``{"action_id", "relation"}``."""
    GROUP = "group"
    """``{"name", "party_id"}``."""


class FieldGroup(StrEnum):
    """The part of the record that a field belongs to."""

    IDENTITY = "identity"
    PARTIES = "parties"
    LAW = "law"
    PROCEDURE = "procedure"
    VIOLATION = "violation"
    MEASURES = "measures"
    DATES = "dates"
    UPKEEP = "upkeep"


@dataclass(frozen=True)
class Field:
    """One field of a record; ``vocabulary`` names its controlled list, ``many`` allows several values."""

    name: str
    label: str
    kind: FieldKind
    group: FieldGroup
    vocabulary: str = ""
    many: bool = False


def _field(
    group: FieldGroup,
    name: str,
    kind: FieldKind,
    label: str = "",
    vocabulary: str = "",
    *,
    many: bool = False,
) -> Field:
    return Field(name, label or name.replace("_", " ").capitalize(), kind, group, vocabulary, many)


_G, _K = FieldGroup, FieldKind
FIELDS = (
    _field(_G.PARTIES, "respondent", _K.PARTY, many=True),
    _field(_G.PARTIES, "authority", _K.PARTY),
    _field(_G.PARTIES, "lead_authority", _K.PARTY),
    _field(_G.PARTIES, "concerned_authority", _K.PARTY, many=True),
    _field(_G.PARTIES, "complainant", _K.PARTY, many=True),
    _field(_G.PARTIES, "jurisdiction", _K.TEXT),
    _field(_G.PARTIES, "people_affected", _K.NUMBER),
    _field(_G.MEASURES, "kind", _K.LISTED, "Measure", "measure-kinds"),
    _field(_G.PROCEDURE, "status", _K.LISTED, vocabulary="action-statuses"),
    _field(_G.DATES, "decided", _K.DATE),
    _field(_G.DATES, "changed", _K.DATE),
    _field(_G.MEASURES, "amount", _K.SUM),
    _field(_G.MEASURES, "conversion", _K.SUM, many=True),
    _field(_G.LAW, "provision", _K.PROVISION, "Law", many=True),
    _field(_G.IDENTITY, "title", _K.TEXT),
    _field(_G.IDENTITY, "identifier", _K.IDENTIFIER, many=True),
    _field(_G.PROCEDURE, "trigger", _K.LISTED, vocabulary="triggers"),
    _field(_G.PROCEDURE, "forum", _K.LISTED, vocabulary="forums"),
    _field(_G.PROCEDURE, "appeal", _K.APPEAL, many=True),
    _field(_G.PROCEDURE, "related_action", _K.RELATION, many=True),
    _field(_G.VIOLATION, "violation", _K.LISTED, vocabulary="violations"),
    _field(_G.VIOLATION, "conduct", _K.DATE, "Conduct period"),
    _field(_G.VIOLATION, "sector", _K.LISTED, vocabulary="sectors"),
    _field(_G.VIOLATION, "category", _K.LISTED, "Data category", "data-categories", many=True),
    _field(_G.VIOLATION, "summary", _K.TEXT),
    _field(_G.DATES, "opened", _K.DATE),
    _field(_G.DATES, "notified", _K.DATE),
    _field(_G.DATES, "announced", _K.DATE),
    _field(_G.DATES, "published", _K.DATE),
    _field(_G.DATES, "effective", _K.DATE),
    _field(_G.DATES, "final", _K.DATE),
    _field(_G.DATES, "checked", _K.DATE, "Last checked"),
    _field(_G.UPKEEP, "tag", _K.TEXT, many=True),
    _field(_G.UPKEEP, "confidence", _K.LISTED, vocabulary="confidence-levels"),
)
"""Those of an action, in the order in which people read them."""
_FURTHER = (
    _field(_G.MEASURES, "basis", _K.LISTED, vocabulary="ledger-bases"),
    _field(_G.MEASURES, "dated", _K.DATE, "Date"),
    _field(_G.MEASURES, "deadline", _K.DATE),
    _field(_G.MEASURES, "note", _K.TEXT),
    _field(_G.PARTIES, "legal_name", _K.TEXT),
    _field(_G.PARTIES, "english_name", _K.TEXT),
    _field(_G.PARTIES, "abbreviation", _K.TEXT),
    _field(_G.PARTIES, "body", _K.LISTED, "Kind of body", "body-kinds"),
    _field(_G.PARTIES, "lei", _K.TEXT, "LEI"),
    _field(_G.PARTIES, "parent", _K.GROUP, "Belongs to"),
)
"""Those that only other records have."""
PARTS: dict[str, tuple[str, ...]] = {
    "measure": ("kind", "deadline", "note"),
    "ledger_entry": ("basis", "dated", "note"),
    "party": ("legal_name", "english_name", "abbreviation", "jurisdiction", "body", "lei", "parent"),
}
"""For each other record the fields that claims stand behind, in order; beside them a sum has its amount."""

_BY_NAME = {field.name: field for field in (*FIELDS, *_FURTHER)}
_ORDER = {name: place for place, name in enumerate(_BY_NAME)}


def field(name: str) -> Field:
    """The field of that name, which is the same in every record; ``KeyError`` where there is none."""
    return _BY_NAME[name]


def order(name: str) -> int:
    """Where the field stands among all."""
    return _ORDER[name]
