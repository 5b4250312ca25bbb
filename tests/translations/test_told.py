"""What the core and the store say in English is told in the person's language; a person's words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.fields import field
from casefile.intake.errors import ReaderStoppedError
from casefile.store.errors import DamagedStoreError
from casefile.store.lock import Holder
from casefile.translation import language
from tests.translations.texts import all_texts
from ui.counts import count_of, english_count_of, english_what_of, what_of
from ui.dialogs.fact_fields import Lookups, form_of_field
from ui.dialogs.form_fields import Suggest
from ui.notices import error_words
from ui.told import VALUE_PATTERNS, told, told_value
from ui.wording import reason_words


def test_english_is_told_as_it_is() -> None:
    assert told("Move 2 quotes to the trash") == "Move 2 quotes to the trash"
    assert told_value("Fine, €30,500,000") == "Fine, €30,500,000"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Fine", "Bußgeld"),
        ("Imposed", "Verhängt"),
        ("Fine, imposed", "Bußgeld, verhängt"),
        ("Edit amount", "Betrag bearbeiten"),
        ("Move 2 quotes to the trash", "2 Zitate in den Papierkorb legen"),
        ("Add 1,200 sources to case file", "1.200 Quellen zur Fallakte hinzufügen"),
        ("Rename case file: Order of Malta", "Fallakte umbenennen: Order of Malta"),
        ("same measure (fine)", "gleiche Rechtsfolge (Bußgeld)"),
        ("same sum (€30,500,000)", "gleicher Betrag (30.500.000\u00a0€)"),
        ("It is hidden, so it was passed over. Drop it itself to import it.",
         "Dies ist verborgen und wurde daher übergangen. Legen Sie es selbst ab, um es zu importieren."),
        ("Import report.pdf", "Import von report.pdf"),
        ("Import a.pdf\nb.pdf", "Import von a.pdf\nb.pdf"),
        ("“Acme Co. KG. A ruling.txt” is empty. It was undone.",
         "„Acme Co. KG. A ruling.txt“ ist leer. Dies wurde rückgängig gemacht."),
        (str(Holder("Bo", "desk-7", 12, "2026-01-02T03:04:05")),
         "Bo hat den Bestand seit 2026-01-02 03:04 UTC auf desk-7 geöffnet (Prozess 12)"),
        ("“Fine” is empty.", "„Fine“ ist leer."),
        ("Penalty payment, imposed, per day", "Zwangsgeld, verhängt, je Tag"),
        ("Amount, imposed", "Betrag, verhängt"),
        ("“amount:” wants a figure such as >10m, €1m..€5m or 1.5bn, not “>x”.",
         "Zu „amount:“ gehört ein Betrag wie >10m, €1m..€5m oder 1.5bn, nicht „>x“."),
        (str(Holder()), "ein anderes Programm hat den Bestand geöffnet"),
        ("Brought in: 1 case file, 1,200 sources. There already: 1 quote.",
         "Übernommen: 1 Fallakte, 1.200 Quellen. Bereits vorhanden: 1 Zitat."),
        ("Brought in: 3 values of what was there. Left as set here: 2 values.",
         "Übernommen: 3 Werte zu bereits Vorhandenem. Wie hier festgelegt belassen: 2 Werte."),
        ("Bring in the bundle “Cameras, 2024”", "Paket „Cameras, 2024“ übernehmen"),
    ],
)  # fmt: skip
def test_sentences_are_told_by_the_pattern_that_they_were_made_from(english: str, said: str) -> None:
    assert told(english) == said


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Fine, €30,500,000", "Bußgeld, 30.500.000\u00a0€"),
        ("€50,000 per day", "50.000\u00a0€ je Tag"),
        ("$33.7 (scale missing)", "33,7\u00a0$ (Größenordnung fehlt)"),
        ("$33.7 (scale missing) (Accepted)", "33,7\u00a0$ (Größenordnung fehlt) (Angenommen)"),
        ("Meta Platforms (Controller)", "Meta Platforms (Verantwortlicher)"),
        ("3 September 2024", "3. September 2024"),
    ],
)
def test_values_that_the_core_makes_are_told(english: str, said: str) -> None:
    assert told_value(english) == said


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "words",
    [
        "Remove the data", "Edit everything", "Add tag “x” to y", "Cameras in shops: 3 of them",
        "The company must stop", "", " ", "€", "Fine, maybe", "autorità olandese per la privacy",
    ],
)  # fmt: skip
def test_a_persons_words_stay_as_values_even_where_they_look_like_ours(words: str) -> None:
    assert told_value(words) == words


@pytest.mark.usefixtures("german")
def test_errors_are_told_with_their_advice(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("x") / "a.casefile"
    words = error_words(DamagedStoreError(path, "the table “x_y” is missing"))
    assert words.startswith(f"{path} ist beschädigt: die Tabelle “x_y” fehlt.")
    assert "Behalten Sie die Datei" in words
    stopped = error_words(ReaderStoppedError("a.pdf", "it could not be started"))
    assert stopped.startswith("Das Lesen von „a.pdf“ wurde abgebrochen: der Vorgang ließ sich nicht starten.")


@pytest.mark.usefixtures("german")
def test_reasons_keep_the_quoted_words() -> None:
    assert reason_words("“fined” + speaker after the quotation") == "„fined“ + Sprecher nach dem Zitat"
    said = reason_words("“fined” and “€5 million” with its respondent and its authority")
    assert said == "„fined“ und „€5 million“ mit Adressat und Behörde"
    assert reason_words("“penalty” with the sum") == "„penalty“ beim Betrag"
    assert reason_words("as written") == "wie geschrieben"


def test_the_patterns_of_values_are_those_of_the_core() -> None:
    assert set(VALUE_PATTERNS) <= {text.english for text in all_texts()}


@given(st.text())
def test_any_text_can_be_told(text: str) -> None:
    assert language() == "en"
    assert told(text) == text


@pytest.mark.usefixtures("german")
def test_counts_have_a_form_for_the_journal_and_one_for_the_screen() -> None:
    assert (count_of(1, "source"), count_of(1200, "source")) == ("1 Quelle", "1.200 Quellen")
    assert (english_count_of(1, "source"), english_count_of(1200, "source")) == ("1 source", "1,200 sources")
    assert (what_of(1, "case file"), what_of(2, "case file")) == ("Fallakte", "2 Fallakten")
    assert (english_what_of(1, "quote"), english_what_of(2, "quote")) == ("quote", "2 quotes")


def nothing(_typed: str, _take: Suggest) -> None:
    """No suggestion."""


@pytest.mark.usefixtures("german")
def test_forms_tell_in_german_what_they_understood() -> None:
    lookups = Lookups(lambda _kind: nothing, nothing)
    place = form_of_field(field("jurisdiction"), "", "", lookups)[0].note
    assert place is not None
    assert (place("NL"), place("EU")) == ("Niederlande", "Europäische Union")
    assert place("XX") == "Kein Code nach ISO 3166: wird in eigenen Worten behalten."
    status = form_of_field(field("status"), '"final"', "", lookups)[0]
    assert (status.label, status.value) == ("Status", "Rechtskräftig")
    assert status.note is not None
    assert (
        status.note("rechtskräftig") == "Kein Rechtsmittel ist mehr offen, oder das letzte blieb erfolglos."
    )
