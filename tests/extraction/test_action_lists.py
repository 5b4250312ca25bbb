"""Lists as registers print them: the columns are guessed, the rows become proposals, nothing is made up.

The names of the columns are the registers', the rows are invented.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.action_lists import RowOutcome, proposals_of, row_outcomes
from casefile.extraction.list_cells import AmbiguousDateError, UnreadCellError, read_date, read_sum
from casefile.extraction.list_guess import guess_mapping, is_plausible
from casefile.extraction.list_mapping import (
    DateOrder,
    ListField,
    ListMapping,
    MappedColumn,
    MappingError,
    mapping_as_json,
    mapping_from_json,
)
from casefile.proposals import ActionProposal
from casefile.tables import text_of
from casefile.terms import ActionKind, ActionStatus, WarningKind

TRACKER = text_of([
    ["ETid", "Country", "Date of Decision", "Fine [€]", "Controller/Processor", "Quoted Art.", "Type",
     "Source"],
    ["ETid-9001", "SPAIN", "2024-01-12", "10,000", "Muster Ejemplo, S.L.", "Art. 5 (1) f) GDPR, Art. 32 GDPR",
     "Insufficient legal basis for data processing", "https://example.org/1"],
    ["ETid-9002", "FRANCE", "2024-02", "Unknown", "Exemple SARL", "Art. 13 GDPR",
     "Insufficient fulfilment of information obligations", "https://example.org/2"],
    ["ETid-9003", "IRELAND", "Unknown", "1,250,000", "n/a", "Unknown", "Unknown", ""],
])  # fmt: skip
HUB = text_of([
    ["Title", "Authority", "Jurisdiction", "Relevant Law", "Type", "Outcome", "Decided", "Published", "Fine",
     "Parties", "National Case Number/Name", "European Case Law Identifier", "Original Source"],
    ["AEPD - PS/99/2020", "AEPD (Spain)", "Spain", "Article 6(1) GDPR", "Complaint", "Upheld", "13.05.2020",
     "", "50.000 EUR", "Muestra S.L.", "PS/99/2020", "n/a", "https://example.org/a"],
    ["CNIL - SAN-99", "CNIL (France)", "France", "Article 5(1)(a) GDPR, Article 13 GDPR", "Investigation",
     "Violation Found", "04.06.2021", "05.07.2021", "n/a", "Exemple SA; Autre SARL", "SAN-99",
     "ECLI:FR:CEORD:2021:449209", "https://example.org/b"],
])  # fmt: skip
FTC = text_of([
    ["Case Name", "FTC Matter/File Number", "Docket Number", "Date", "Case Status", "Type of Action",
     "Civil Penalty", "Summary"],
    ["Sample Inc., In the Matter of", "1990001", "C-9001", "September 3, 2024", "Pending", "Administrative",
     "$5 million", "Deceptive claims"],
    ["Model LLC, U.S. v.", "1990002", "", "10/24/2023", "Closed", "Federal", "$1,200,000", "Children's data"],
])  # fmt: skip
ICO = text_of([
    ["Organisation", "Date", "Type", "Sector", "Amount", "Description"],
    ["Alpha Sample Ltd", "03/04/2024", "Monetary penalty", "Marketing", "£120,000", "Unwanted calls"],
    ["Beta Sample NHS Trust", "05/06/2024", "Reprimand", "Health", "", "A letter went astray"],
    ["Gamma Sample Ltd", "01/02/2024", "Enforcement notice", "Marketing", "", "Unwanted texts"],
])  # fmt: skip


def fields(mapping: ListMapping) -> dict[str | int, str]:
    return {
        column.column: f"{column.field}:{column.scheme}" if column.scheme else column.field.value
        for column in mapping.columns
    }


def outcomes(text: str, mapping: ListMapping | None = None) -> list[RowOutcome]:
    return list(row_outcomes(text, mapping or guess_mapping(text), "en"))


def made(outcome: RowOutcome) -> ActionProposal:
    assert outcome.proposal is not None
    return outcome.proposal


def more(action: ActionProposal) -> dict[str, str]:
    return {value.scheme or value.field: value.value for value in action.more}


def test_the_columns_of_a_tracker_are_guessed() -> None:
    mapping = guess_mapping(TRACKER)
    assert fields(mapping) == {
        "ETid": "identifier:enforcement-tracker", "Country": "jurisdiction", "Date of Decision": "decided",
        "Fine [€]": "amount", "Controller/Processor": "respondent", "Quoted Art.": "provision",
        "Type": "violation", "Source": "url",
    }  # fmt: skip
    assert (mapping.currency, mapping.decimal_mark) == ("EUR", ".")
    assert mapping.defaults[ListField.KIND] == "fine"
    assert is_plausible(mapping)


def test_the_rows_of_a_tracker_become_actions() -> None:
    first, second, third = outcomes(TRACKER)
    action = made(first)
    assert [party.name for party in action.respondents] == ["Muster Ejemplo, S.L."]
    assert (action.jurisdiction, action.kind.value, action.status.value) == (
        "ES", ActionKind.FINE, ActionStatus.IMPOSED,
    )  # fmt: skip
    assert action.date is not None
    assert action.date.value.edtf == "2024-01-12"
    assert [(amount.value, amount.currency) for amount in action.amounts] == [(Decimal(10_000), "EUR")]
    assert [str(law) for law in action.provisions] == ["GDPR Art. 5", "GDPR Art. 32"]
    assert more(action) == {
        "jurisdiction": "ES", "violation": "legal-basis", "enforcement-tracker": "ETid-9001",
        "web-page": "https://example.org/1",
    }  # fmt: skip
    assert made(second).amounts == ()
    assert third.proposal is None
    assert "neither a respondent nor an authority" in third.problem


def test_every_value_rests_on_its_own_cell() -> None:
    action = made(outcomes(TRACKER)[0])
    amount = action.amounts[0]
    assert amount.because.rule == "column “Fine [€]”"
    assert amount.span.of(TRACKER) == "10,000"
    assert action.respondents[0].because.spans[0].of(TRACKER) == "Muster Ejemplo, S.L."
    assert [law.because.spans[0].of(TRACKER) for law in action.provisions] == [
        "Art. 5 (1) f) GDPR", "Art. 32 GDPR",
    ]  # fmt: skip
    violation = next(value for value in action.more if value.field == "violation")
    assert violation.because.spans[0].of(TRACKER) == "Insufficient legal basis for data processing"
    assert action.kind.because.spans == ()
    assert action.kind.because.rule == "the same for every row, by the mapping"


def test_the_columns_and_rows_of_a_hub() -> None:
    mapping = guess_mapping(HUB)
    assert fields(mapping) == {
        "Title": "title", "Authority": "authority", "Jurisdiction": "jurisdiction",
        "Relevant Law": "provision", "Type": "trigger", "Decided": "decided", "Published": "published",
        "Fine": "amount",
        "Parties": "respondent", "National Case Number/Name": "identifier:case-number",
        "European Case Law Identifier": "identifier:ecli", "Original Source": "url",
    }  # fmt: skip
    assert (mapping.decimal_mark, mapping.date_order) == (",", DateOrder.DAY_FIRST)
    first, second = (made(outcome) for outcome in outcomes(HUB))
    assert (first.authority.code, second.authority.code) == ("ES-AEPD", "FR-CNIL")
    assert [(amount.value, amount.currency) for amount in first.amounts] == [(Decimal(50_000), "EUR")]
    assert [party.name for party in second.respondents] == ["Exemple SA", "Autre SARL"]
    assert more(second)["ecli"] == "ECLI:FR:CEORD:2021:449209"
    assert more(second)["published"] == "2021-07-05"
    assert second.date is not None
    assert second.date.value.edtf == "2021-06-04"


def test_a_register_of_one_authority_is_known_by_its_numbers() -> None:
    mapping = guess_mapping(FTC)
    assert mapping.defaults[ListField.AUTHORITY] == "Federal Trade Commission"
    assert mapping.date_order is DateOrder.MONTH_FIRST
    first, second = (made(outcome) for outcome in outcomes(FTC))
    assert (first.authority.code, first.status.value) == ("US-FTC", ActionStatus.ONGOING)
    assert [(amount.value, amount.currency) for amount in first.amounts] == [(Decimal(5_000_000), "USD")]
    assert first.date is not None
    assert first.date.value.edtf == "2024-09-03"
    assert more(first)["title"] == "Sample Inc., In the Matter of"
    assert second.date is not None
    assert second.date.value.edtf == "2023-10-24"


def test_dates_with_two_readings_are_left_out_and_told_until_the_order_is_chosen() -> None:
    mapping = guess_mapping(ICO)
    assert fields(mapping)["Type"] == "kind"
    assert mapping.date_order is DateOrder.UNSETTLED
    first = outcomes(ICO)[0]
    assert made(first).date is None
    assert [warning.kind for warning in first.warnings] == [WarningKind.AMBIGUOUS_DATE]
    assert first.warnings[0].span.of(ICO) == "03/04/2024"
    chosen = ListMapping(mapping.columns, date_order=DateOrder.DAY_FIRST)
    dated = [made(outcome).date for outcome in outcomes(ICO, chosen)]
    assert [date.value.edtf for date in dated if date] == ["2024-04-03", "2024-06-05", "2024-02-01"]


def test_kinds_of_a_column_are_told_in_a_registers_own_words() -> None:
    kinds = [made(outcome).kind.value for outcome in outcomes(ICO)]
    assert kinds == [ActionKind.FINE, ActionKind.REPRIMAND, ActionKind.ORDER]
    assert made(outcomes(ICO)[0]).amounts[0].currency == "GBP"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Behörde", "Unternehmen", "Bußgeld (EUR)", "Datum", "Aktenzeichen"],
         ["authority", "respondent", "amount", "decided", "identifier"]),
        (["Autorité", "Société", "Montant de l’amende", "Date de décision", "Manquement"],
         ["authority", "respondent", "amount", "decided", "violation"]),
        (["Toezichthouder", "Bedrijf", "Boete", "Datum besluit", "Zaaknummer"],
         ["authority", "respondent", "amount", "decided", "identifier"]),
        (["Autorità", "Titolare del trattamento", "Sanzione", "Data del provvedimento", "Docweb"],
         ["authority", "respondent", "amount", "decided", "identifier"]),
        (["Autoridad", "Empresa", "Multa", "Fecha de resolución", "Expediente"],
         ["authority", "respondent", "amount", "decided", "identifier"]),
    ],
)  # fmt: skip
def test_columns_are_named_in_other_languages(names: list[str], expected: list[str]) -> None:
    text = text_of([names, ["AEPD", "Muster", "5.000 €", "31.12.2024", "X-1"]])
    assert [column.field.value for column in guess_mapping(text).columns] == expected


def test_a_table_of_something_else_is_no_list_of_actions() -> None:
    text = text_of([["Animal", "Legs", "Colour"], ["Cat", "4", "grey"], ["Hen", "2", "brown"]])
    assert not is_plausible(guess_mapping(text))


def test_totals_are_no_actions() -> None:
    text = f"{ICO}\n\t\t\t\t£120,000\t"
    mapping = guess_mapping(text)
    mapping = ListMapping(mapping.columns, defaults={ListField.AUTHORITY: "ICO", ListField.KIND: "fine"})
    assert outcomes(text, mapping)[-1].proposal is None


def test_a_row_without_a_proposal_is_a_warning_of_the_source() -> None:
    found = proposals_of(outcomes(TRACKER), TRACKER)
    assert len(found.actions) == 2
    assert [warning.message for warning in found.warnings] == [
        "Row 4: It names neither a respondent nor an authority."
    ]


def test_what_a_cell_says_beside_its_sum_is_not_thrown_away() -> None:
    text = text_of([["Company", "Fine"], ["Acme", "EUR 5,000 and costs"], ["Bolt", "EUR 5.123"]])
    for outcome in outcomes(text):
        assert made(outcome).amounts == ()
        assert [warning.kind for warning in outcome.warnings] == [WarningKind.UNREAD_CELL]


def test_a_decided_date_stays_one_where_a_court_later_annulled() -> None:
    text = text_of([["Company", "Decided", "Status"], ["Acme", "2024-05-06", "annulled"]])
    action = made(outcomes(text)[0])
    assert action.date is None
    assert more(action)["decided"] == "2024-05-06"


@pytest.mark.parametrize(
    ("cell", "mark", "value", "currency"),
    [
        ("€ 1,200,000", ".", "1200000", "EUR"),
        ("1.200.000,50 EUR", ",", "1200000.50", "EUR"),
        ("CHF 250'000.–", ".", "250000", "CHF"),
        ("£4.4 million", ".", "4400000", "GBP"),
        ("4,4 Mio. €", ",", "4400000", "EUR"),
        ("12,50,000", ".", "1250000", ""),
        ("20 000 zł", ",", "20000", "PLN"),
        ("75000 kr", ",", "75000", "SEK"),
    ],
)
def test_sums_of_cells(cell: str, mark: str, value: str, currency: str) -> None:
    found = read_sum(cell, mark, "SEK")
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    "cell", ["", "-5", "5-10", "5,00 EUR", "1.2.3", "EUR 5 USD", "five", "1,23,4", "5 €/day"]
)
def test_what_is_no_sum_is_refused(cell: str) -> None:
    with pytest.raises(UnreadCellError):
        read_sum(cell, ".", "EUR")


@pytest.mark.parametrize(
    ("cell", "order", "edtf"),
    [
        ("2024-09-03", DateOrder.UNSETTLED, "2024-09-03"),
        ("2024-09-03 14:30", DateOrder.UNSETTLED, "2024-09-03"),
        ("2024", DateOrder.UNSETTLED, "2024"),
        ("31.12.2024", DateOrder.UNSETTLED, "2024-12-31"),
        ("12/31/2024", DateOrder.UNSETTLED, "2024-12-31"),
        ("04/04/2024", DateOrder.UNSETTLED, "2024-04-04"),
        ("03.04.24", DateOrder.DAY_FIRST, "2024-04-03"),
        ("03/04/2024", DateOrder.MONTH_FIRST, "2024-03-04"),
        ("24/04/03", DateOrder.YEAR_FIRST, "2024-04-03"),
        ("3. März 2024", DateOrder.UNSETTLED, "2024-03-03"),
        ("June 2024", DateOrder.UNSETTLED, "2024-06"),
    ],
)
def test_dates_of_cells(cell: str, order: DateOrder, edtf: str) -> None:
    assert read_date(cell, order, "de").edtf == edtf


def test_dates_that_are_none_are_refused() -> None:
    for cell in ("31.02.2024", "2024-13-01", "soon", "3 March 2024 and later"):
        with pytest.raises(UnreadCellError):
            read_date(cell, DateOrder.DAY_FIRST, "en")
    with pytest.raises(AmbiguousDateError, match="3 April 2024 or 4 March 2024"):
        read_date("03/04/2024", DateOrder.UNSETTLED, "en")


@given(st.integers(1, 10**12), st.sampled_from(".,"))
def test_a_sum_is_read_as_it_was_written(number: int, mark: str) -> None:
    written = f"{number:,}" if mark == "." else f"{number:,}".replace(",", ".")
    assert read_sum(f"EUR {written}", mark, "").value == number


@pytest.mark.parametrize("text", [TRACKER, HUB, FTC, ICO])
def test_a_mapping_comes_back_from_its_file(text: str) -> None:
    mapping = guess_mapping(text)
    again = mapping_from_json(mapping_as_json(mapping))
    assert again == mapping
    assert outcomes(text, again) == outcomes(text, mapping)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"casefile_mapping": 2}', "[" * 5000,
    '{"casefile_mapping": 1, "columns": [{"column": "A", "field": "colour"}]}',
    '{"casefile_mapping": 1, "columns": [], "currency": "euro"}',
    '{"casefile_mapping": 1, "columns": [], "header": -1}'])  # fmt: skip
def test_what_is_no_mapping_file_is_refused(content: str) -> None:
    with pytest.raises(MappingError):
        mapping_from_json(content)


def test_a_column_that_the_list_does_not_have_is_named() -> None:
    mapping = ListMapping((MappedColumn("Colour", ListField.RESPONDENT),))
    with pytest.raises(MappingError, match="no column “Colour”"):
        outcomes(ICO, mapping)
