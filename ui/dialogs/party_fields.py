"""A party as a form knows it: what stands in each field, what comes out. Pure; imports the ground."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile import vocabulary
from casefile.identifiers import Lei
from casefile.terms import PartyKind
from casefile.translation import tr
from ui.dialogs.coded_names import place_name
from ui.dialogs.form_fields import KEY, NOTHING, Entries, Field, FieldError, Lookup, Option, listed
from ui.told import told

if TYPE_CHECKING:
    from casefile.store.party_edits import PartyDetails
    from casefile.store.party_rows import PartyRecord

KEEP, GIVE_UP = "keep", "give up"


@dataclass(frozen=True)
class EnteredParty:
    """A party as entered."""

    name: str
    details: "PartyDetails"
    aliases: tuple[str, ...]
    """Each once, none empty."""


def party_form(party: "PartyRecord", groups: Lookup) -> tuple[Field, ...]:
    """The form for what is known of the party."""
    known = party.details
    body = (
        (listed("body", tr("Kind of body"), known.body, "body-kinds"),)
        if party.row.kind is PartyKind.AUTHORITY
        else ()
    )
    return (
        Field("name", tr("Name"), party.row.name, tr("The old name stays among the others"), note=_silent),
        Field("legal_name", tr("Legal name"), known.legal_name),
        Field("english_name", tr("English name"), known.english_name),
        Field("abbreviation", tr("Abbreviation"), known.abbreviation),
        Field("jurisdiction", tr("Jurisdiction"), known.jurisdiction, note=place_name),
        *body,
        Field("lei", tr("LEI"), known.lei, tr("20 letters and digits (ISO 17442)"), note=_silent),
        Field(
            "parent", tr("Belongs to"), party.parent, tr("Another party of the store"), lookup=groups,
            key=str(known.parent_id or ""), note=_silent,
        ),
        Field("aliases", tr("Other names"), "\n".join(party.aliases), tr("One on each line"), lines=4),
    )  # fmt: skip


def party_entered(entries: Entries) -> EnteredParty:
    """The party that was entered; :class:`FieldError` for the entry that is wrong."""
    from casefile.store.party_edits import PartyDetails

    if not entries["name"].strip():
        raise FieldError("name", tr("A party needs a name."))
    parent = entries[f"parent{KEY}"]
    if entries["parent"].strip() and not parent:
        raise FieldError("parent", tr("Choose one of the parties that are offered while you type."))
    details = PartyDetails(
        legal_name=entries["legal_name"],
        english_name=entries["english_name"],
        abbreviation=entries["abbreviation"],
        jurisdiction=entries["jurisdiction"],
        body=vocabulary.code_of("body-kinds", entries.get("body", "")),
        lei=_lei(entries["lei"]),
        parent_id=int(parent) if parent else None,
    )
    names = (line.strip() for line in entries["aliases"].splitlines())
    aliases = tuple(dict.fromkeys(name for name in names if name))
    return EnteredParty(entries["name"].strip(), details, aliases)


def merge_form(name: str, others: Lookup) -> tuple[Field, ...]:
    """Asks for the party that is the same, and under which name both are known from then on."""
    options = (Option(KEEP, tr("This one: {name}").format(name=name)), Option(GIVE_UP, tr("The other one")))
    return (
        Field("other", tr("Same as"), "", tr("Part of its name"), lookup=others, note=_silent),
        Field("name", tr("Name that stays"), KEEP, options=options),
    )


def merge_entered(entries: Entries, party_id: int) -> tuple[int, int]:
    """The party that stays and the one that goes into it; :class:`FieldError` without a known other."""
    other = entries[f"other{KEY}"]
    if not other and entries.get(f"other{NOTHING}"):
        raise FieldError("other", tr("There is no other one with that in its name."))
    if not other:
        raise FieldError("other", tr("Choose one of those that are offered while you type."))
    return (party_id, int(other)) if entries["name"] == KEEP else (int(other), party_id)


def name_form(name: str) -> tuple[Field, ...]:
    """Asks for a speaker's name."""
    return (Field("name", tr("Name"), name, note=_silent),)


def name_entered(entries: Entries) -> str:
    """The name that was entered; :class:`FieldError` for none."""
    if not entries["name"].strip():
        raise FieldError("name", tr("A speaker needs a name."))
    return entries["name"].strip()


def _lei(entry: str) -> str:
    if not entry.strip():
        return ""
    try:
        return str(Lei.parse(entry))
    except ValueError as error:
        raise FieldError("lei", told(str(error))) from error


def _silent(_: str) -> str:
    return ""
