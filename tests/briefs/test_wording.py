"""The brief in other languages: numbers, dates, every word of its own, and what verify makes of it."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

import casefile.briefs
import casefile.exchange
from casefile import vocabulary
from casefile.briefs import derived
from casefile.briefs.composition import BriefLanguage, Composition
from casefile.briefs.export import export_brief
from casefile.briefs.exported import export_standings
from casefile.briefs.own_amounts import questioned_amounts
from casefile.briefs.pdf import actions, chart, front, overview, render_pdf, sources, voices, words
from casefile.briefs.printed import read_brief
from casefile.briefs.verify import verify
from casefile.briefs.wording import ENGLISH, phrasing
from casefile.exchange import brief_blocks
from casefile.fields import FIELDS, FieldGroup
from casefile.paths import resource
from casefile.proposals import Proposals
from casefile.store import editing
from casefile.store.store import Store
from casefile.terms import ActionKind, AmountScale, SourceKind, label
from casefile.values import Money, PartialDate
from tests.briefs.conftest import make_brief, read_pdf, unpacked
from tests.store.records import accept, action, keep, quote

GERMAN, AMERICAN = phrasing("de"), phrasing("en-US")
LISTS = (
    "action-statuses", "appeal-statuses", "data-categories", "findings", "forums", "ledger-bases",
    "measure-kinds", "relations", "respondent-capacities", "sectors", "triggers", "violations",
)  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "british", "american", "german"),
    [
        ("2024-09-03", "3 September 2024", "September 3, 2024", "3. September 2024"),
        ("2024-03", "March 2024", "March 2024", "März 2024"),
        ("2024", "2024", "2024", "2024"),
        ("2024-34", "Q2 2024", "Q2 2024", "Q2 2024"),
        ("2024-21", "Spring 2024", "Spring 2024", "Frühjahr 2024"),
        ("2024-05~", "about May 2024", "about May 2024", "etwa Mai 2024"),
        ("2024?", "2024?", "2024?", "2024?"),
        ("2023/2024-02", "2023 to February 2024", "2023 to February 2024", "2023 bis Februar 2024"),
        ("2023/..", "from 2023", "from 2023", "ab 2023"),
        ("../2023-01-02", "until 2 January 2023", "until January 2, 2023", "bis 2. Januar 2023"),
    ],
)
def test_a_date_is_put_as_the_language_has_it(edtf: str, british: str, american: str, german: str) -> None:
    date = PartialDate(edtf)
    assert (ENGLISH.date(date), AMERICAN.date(date), GERMAN.date(date)) == (british, american, german)


def test_months_are_short_in_narrow_columns() -> None:
    date = PartialDate("2024-09-03")
    short = [put.short_date(date).replace("Sept", "Sep") for put in (ENGLISH, AMERICAN, GERMAN)]
    assert short == ["3 Sep 2024", "Sep 3, 2024", "3. Sep. 2024"]


@pytest.mark.parametrize(
    ("money", "english", "german"),
    [
        (Money(3050000000, "EUR"), "€30,500,000", "30.500.000 €"),
        (Money(3370, "USD"), "$33.70", "33,70 $"),
        (Money(7500000, "SEK"), "SEK 75,000", "75.000 SEK"),
        (Money(500, "JPY"), "¥500", "500 ¥"),
        (Money(-150, "GBP"), "-£1.50", "-1,50 £"),
        (Money(100000, ""), "1,000", "1.000"),
    ],
)
def test_money_is_put_as_the_language_has_it(money: Money, english: str, german: str) -> None:
    assert GERMAN.money(money).replace("\u00a0", " ") == german
    assert AMERICAN.money(money) == ENGLISH.money(money) == str(money)
    assert english.strip("-") in str(money).replace("\u00a0", " ")


def test_a_sum_without_its_magnitude_says_so_in_either_language() -> None:
    money = Money(3370, "USD")
    assert ENGLISH.sum(money, AmountScale.MISSING) == "$33.7 (scale missing)"
    assert GERMAN.sum(money, AmountScale.MISSING) == "33,7\u00a0$ (Größenordnung fehlt)"


def test_a_law_is_named_and_cited_as_the_language_does() -> None:
    raw = '{"article": "6(1)(a)", "finding": "infringed", "instrument": "GDPR"}'
    shown = "GDPR Art. 6(1)(a) (Infringed)"
    assert AMERICAN.value("provision", raw, shown) == shown
    assert GERMAN.value("provision", raw, shown) == "Art. 6(1)(a) DSGVO (Verletzt)"
    assert GERMAN.value("provision", '{"article": "", "instrument": "GDPR"}', "GDPR") == "DSGVO"


def test_a_moment_and_a_number() -> None:
    when = datetime(2024, 9, 3, 8, 5, tzinfo=UTC)
    assert GERMAN.moment(when) == "3. September 2024, 08:05 Uhr UTC"
    assert AMERICAN.moment(when) == "September 3, 2024, 08:05 UTC"
    assert (ENGLISH.number(12345), GERMAN.number(12345)) == ("12,345", "12.345")


@settings(max_examples=40, deadline=None)
@given(
    year=st.integers(1, 9999), month=st.integers(1, 12), amount=st.integers(-(10**15), 10**15),
)  # fmt: skip
def test_any_date_and_any_sum_has_words(year: int, month: int, amount: int) -> None:
    date = PartialDate.of(year, month, 28)
    for put in (ENGLISH, AMERICAN, GERMAN):
        assert str(year) in put.date(date)
        assert any(sign.isdigit() for sign in put.money(Money(amount, "EUR")))
    digits = "".join(sign for sign in GERMAN.money(Money(amount, "EUR")) if sign.isdigit())
    assert digits == "".join(sign for sign in str(Money(amount, "EUR")) if sign.isdigit())


def test_an_unknown_language_is_the_programs_own() -> None:
    assert phrasing("") is phrasing("fr") is ENGLISH


def test_one_english_word_may_be_two_german_ones() -> None:
    assert GERMAN.term("measure-kinds", "undertaking") == "Verpflichtungszusage"
    assert GERMAN.term("respondent-capacities", "undertaking") == "Unternehmen"
    assert GERMAN.label("Penalty payment, imposed, per day") == "Zwangsgeld, verhängt, je Tag"
    assert GERMAN.term("measure-kinds", "something of our own") == "something of our own"


def said() -> Iterator[str]:
    """Every message that the code says: written where it is said, or in a table that is named here."""
    folders = (casefile.briefs.__path__[0], casefile.exchange.__path__[0])
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                yield from _literals(node.args[0]) if node.func.attr in ("say", "count") else ()
    tables = (brief_blocks._COMPARED, brief_blocks._LEDGER, brief_blocks._EVENTS)
    for table in (actions._GLANCE, overview._COMPARED, voices._EVENT_COLUMNS, *tables):
        yield from (name for name, _ in table)
    for mapping in (chart._SIGNS, words._LINKED, words._SOURCE_KINDS, words.SAID_HOW):
        yield from mapping.values()
    yield from (*brief_blocks._HEADINGS.values(), brief_blocks._OWN_WORDS, brief_blocks._SAYERS)
    yield from (chart._REST, front.UNTITLED, sources._EXPLANATION, derived.UNNAMED, "day", "p.", "pp.")
    yield from (label(term) for term in (*SourceKind, *ActionKind))
    yield from (field.label for field in FIELDS if field.group is not FieldGroup.UPKEEP)
    yield from (term.labels["en"] for name in LISTS for term in vocabulary.vocabulary(name).terms)


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def catalogue() -> Catalog:
    with resource("locale/de/LC_MESSAGES/brief.po").open("rb") as file:
        return read_po(file, locale="de")


def test_every_message_has_its_german_with_the_same_places_to_fill() -> None:
    known = {
        entry.id if isinstance(entry.id, str) else entry.id[0]: entry for entry in catalogue() if entry.id
    }
    missing = sorted(set(said()) - set(known))
    assert missing == []
    for entry in known.values():
        english = [entry.id] if isinstance(entry.id, str) else list(entry.id)
        german = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
        for one, other in zip(english, german, strict=True):
            assert other.strip()
            assert _places(one) == _places(other), one


def test_nothing_is_translated_that_nobody_says() -> None:
    translated = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in catalogue() if entry.id}
    spoken = {*said(), "per day", "Spring", "Summer", "Autumn", "Winter"}
    assert sorted(translated - spoken) == []


def _places(message: str) -> list[str]:
    return sorted(part.partition("}")[0] for part in message.split("{")[1:])


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    with resource("locale/de/LC_MESSAGES/brief.mo").open("rb") as file:
        assert _entries(read_mo(file)) == _entries(read_mo(compiled))


def _entries(found: Catalog) -> set[str]:
    return {f"{entry.context} {entry.id} {entry.string}" for entry in found if entry.id}


def test_a_german_brief_says_nothing_english_of_its_own() -> None:
    content = render_pdf(replace(make_brief(), language="de"))
    text = read_pdf(content).text
    for german in (
        "Zusammenfassung", "Durchsetzungsmaßnahmen", "Adressat", "Anmerkungen", "Wo die Quellen einander",
        "30.500.000", "3. September 2025", "1 von", "Stand: 9. März 2026", "Primärquelle",
    ):  # fmt: skip
        assert german in text, german
    for english in (
        "Summary",
        "Enforcement actions",
        "Sources",
        "As of",
        "Captured",
        "Speaker not",
        "Press article",
    ):
        assert english not in text, english
    assert "/Lang (de)" in unpacked(content)


def test_an_american_brief_has_american_dates() -> None:
    text = read_pdf(render_pdf(replace(make_brief(), language="en-US"))).text
    assert "September 3, 2025" in text
    assert "As of March 9, 2026" in text


@pytest.fixture
def filled(store: Store) -> Store:
    for proposal_id in keep(store, Proposals(actions=(action(),), quotes=(quote(),)), "first.txt"):
        accept(store, proposal_id)
    (again,) = keep(store, Proposals(actions=(action("5200000"),)), "second.txt")
    accept(store, again, into=1)
    return store


@pytest.mark.parametrize("language", BriefLanguage)
def test_a_brief_in_any_language_holds_and_is_out_of_date_only_after_a_change(
    filled: Store, tmp_path: Path, language: BriefLanguage
) -> None:
    path = tmp_path / "brief.pdf"
    export_brief(filled, path, "ann", Composition(language=language))
    with filled.write("Note", by="ann") as writer:
        editing.set_value(writer, 1, "title", "Another title", "ann")
    with filled.read() as reader:
        found = verify(read_brief(path), reader)
        changed = {str(change.statement.label) for change in export_standings(reader)[0].changes}
    assert {finding.statement for finding in found.findings if not finding.is_later_change} == set()
    assert changed <= {phrasing(language).label("Title")}
    with filled.write("Set", by="ann") as writer:
        editing.set_value(writer, 1, "jurisdiction", "BE", "ann")
    with filled.read() as reader:
        (standing,) = export_standings(reader)
        assert phrasing(language).say("Jurisdiction") in {
            change.statement.label for change in standing.changes
        }
        now = {value for change in standing.changes for value in change.now}
        assert phrasing(language).jurisdiction("BE") in now


def test_a_sum_in_german_own_words_is_compared_with_the_facts(filled: Store) -> None:
    from casefile.briefs.assemble import assemble
    from casefile.briefs.composition import ALL_PARTS, BriefPart, BriefSection

    own = BriefSection(BriefPart.TEXT, "", "Das Bußgeld beträgt 2.500.000 Euro, nicht 987.654.321 Euro.")
    composition = Composition(language=BriefLanguage.GERMAN, sections=(own, *ALL_PARTS))
    with filled.read() as reader:
        questioned = questioned_amounts(assemble(reader, composition))
    assert "987.654.321 Euro" in questioned[0]
    assert len(questioned) == 1


def test_the_pages_are_counted_in_the_language(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    export_brief(filled, path, "ann", Composition(language=BriefLanguage.GERMAN))
    with pypdfium2.PdfDocument(path) as document:
        assert f"1 von {len(document)}" in document[0].get_textpage().get_text_bounded()
