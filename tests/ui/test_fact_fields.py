"""Every field of an action has a form, and what a form shows is what comes out of it."""

import json

import pytest

from casefile.fields import FIELDS, Field, FieldKind, field
from casefile.store.field_values import canonical
from casefile.terms import LedgerBasis, PartyKind
from casefile.values import Money, PartialDate
from ui.dialogs.fact_fields import REASON, Lookups, form_of_field, value_of
from ui.dialogs.form_fields import DATE_HELP, KEY, OWN_WORDS, FieldError, Lookup, Suggest, Suggestion
from ui.dialogs.form_fields import Field as Entry
from ui.dialogs.sum_fields import measure_form, measure_of, sum_form, sum_of

VALUES: dict[FieldKind, object] = {
    FieldKind.TEXT: "In words",
    FieldKind.NUMBER: 5_700_000,
    FieldKind.DATE: "2024-06",
    FieldKind.LISTED: "words of my own",
    FieldKind.PARTY: {"name": "Some Body", "code": "NL-AP"},
    FieldKind.PROVISION: {"instrument": "GDPR", "article": "5(1)(a)", "finding": "infringed"},
    FieldKind.IDENTIFIER: {"scheme": "docket", "value": "C-4321", "url": ""},
    FieldKind.APPEAL: {
        "from_body": "AP", "from_number": "1", "to_body": "Rechtbank", "to_number": "2",
        "status": "pending", "url": "", "dated": "2024-07-01",
    },
    FieldKind.RELATION: {"action_id": 7, "relation": "follow-on"},
}  # fmt: skip
EDITABLE = [field for field in FIELDS if field.kind is not FieldKind.SUM]


def nothing(_: str, take: Suggest) -> None:
    take([])


def no_parties(_: PartyKind) -> Lookup:
    return nothing


LOOKUPS = Lookups(no_parties, nothing)


def form(entry: Field, value: object = None) -> tuple[Entry, ...]:
    raw = json.dumps(value) if value is not None else ""
    return form_of_field(entry, raw, "Another action" if value else "", LOOKUPS)


def entries_of(fields: tuple[Entry, ...], **changed: str) -> dict[str, str]:
    """As the dialog gives them: with what was typed in place of what stood there."""
    shown = {entry.name: str(entry.value) for entry in fields}
    keys = {f"{entry.name}{KEY}": entry.key for entry in fields if entry.lookup is not None}
    return shown | keys | changed


@pytest.mark.parametrize("entry", EDITABLE, ids=lambda entry: entry.name)
def test_a_form_gives_back_the_value_that_it_shows(entry: Field) -> None:
    value = "settled" if entry.name == "status" else VALUES[entry.kind]
    shown = form(entry, value)
    assert shown[-1].name == REASON
    assert json.loads(canonical(entry, value_of(entry, entries_of(shown)))) == value


@pytest.mark.parametrize(
    "entry", [entry for entry in EDITABLE if entry.name != "status"], ids=lambda entry: entry.name
)
def test_an_empty_form_says_what_is_wanted_at_one_of_its_fields(entry: Field) -> None:
    empty = form(entry)
    with pytest.raises(FieldError) as caught:
        value_of(entry, entries_of(empty))
    wrong = next(one for one in empty if one.name == caught.value.name)
    assert wrong.note is not None, "nowhere to say it"
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("name", "changed", "where", "said"),
    [
        ("decided", {"value": "last week"}, "value", DATE_HELP),
        ("decided", {"value": "30 February 2024"}, "value", DATE_HELP),
        ("people_affected", {"value": "-3"}, "value", "A whole number is wanted: 5,700,000"),
        ("identifier", {"scheme": "ECLI", "number": "ECLI:NL:2024"}, "number", "five parts"),
        ("appeal", {"from_body": "AP", "dated": "soon"}, "dated", DATE_HELP),
        ("related_action", {"relation": "Follows from", "action": "Acme"}, "action", "offered"),
        ("related_action", {"action": "Acme", f"action{KEY}": "3"}, "relation", "belong together"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(
    name: str, changed: dict[str, str], where: str, said: str
) -> None:
    with pytest.raises(FieldError, match=said.replace("(", r"\(").replace(")", r"\)")) as caught:
        value_of(field(name), entries_of(form(field(name)), **changed))
    assert caught.value.name == where


def test_a_quarter_and_a_label_are_understood() -> None:
    assert value_of(field("opened"), entries_of(form(field("opened")), value="2024-Q3")) == "2024-35"
    trigger = value_of(field("trigger"), entries_of(form(field("trigger")), value="Complaint"))
    assert json.loads(canonical(field("trigger"), trigger)) == "complaint"


def test_another_name_is_another_party() -> None:
    shown = form(field("authority"), {"name": "Autoriteit Persoonsgegevens", "code": "NL-AP"})
    typed = entries_of(shown, name="Some Other Body", **{f"name{KEY}": ""})
    assert value_of(field("authority"), typed) == {"name": "Some Other Body", "code": ""}


def test_notes_say_what_is_understood() -> None:
    def note(name: str, text: str) -> str:
        said = form(field(name))[0].note
        assert said is not None
        return said(text)

    assert note("decided", "2024-06~") == "Understood as: about June 2024"
    assert note("decided", "") == ""
    assert note("people_affected", "5.7 million") == "Understood as: 5,700,000"
    assert note("sector", "words of my own") == OWN_WORDS
    assert note("sector", "") == ""
    assert note("jurisdiction", "NL") == "Netherlands"
    assert "Not a code" in note("jurisdiction", "Holland")
    assert "General Data Protection" in note("provision", "GDPR")


def test_laws_are_offered_by_any_of_their_names() -> None:
    found: list[Suggestion] = []
    lookup = form(field("provision"))[0].lookup
    assert lookup is not None
    lookup("gdp", found.extend)
    assert found[0].text == "GDPR"


def test_a_sum_needs_figures_and_a_currency() -> None:
    entries = entries_of(sum_form(()), amount="1,000,000.50", dated="2024-Q1")
    found = sum_of(entries)
    assert found.money == Money(100_000_050, "EUR")
    assert (found.measure_id, found.kind) == (None, "fine")
    assert (found.basis, found.dated) == (LedgerBasis.IMPOSED, PartialDate("2024-33"))
    for name, text in (("amount", ""), ("amount", "much"), ("currency", ""), ("currency", "euro"),
                       ("dated", "soon"), ("kind", " ")):  # fmt: skip
        with pytest.raises(FieldError) as caught:
            sum_of(entries | {name: text})
        assert caught.value.name == name


def test_a_measure_needs_a_kind() -> None:
    entries = entries_of(measure_form(), kind="Deletion", deadline="2025-09", note="all of it")
    found = measure_of(entries)
    assert (found.kind, found.deadline, found.note) == ("deletion", PartialDate("2025-09"), "all of it")
    with pytest.raises(FieldError, match="imposes"):
        measure_of(entries | {"kind": ""})
