"""Which of the dates around a sanction is the action's; published on Thursday, 5 June 2025."""

import pytest

from casefile.extraction.decision_dates import decision_date, mentioned_date
from casefile.extraction.findings import Finding
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.terms import ActionKind
from casefile.values import PartialDate, Span


def surveyed(text: str, language: str, outlet: str = "") -> Survey:
    published = PartialDate("2025-06-05")
    return Survey(Article(text, SourceMetadata(language=language, published=published, outlet=outlet)))


def finding(survey: Survey, trigger: str, kind: ActionKind = ActionKind.FINE) -> Finding:
    start = survey.article.text.index(trigger)
    span = Span(start, start + len(trigger))
    return Finding("NL-AP", (), kind, (), span, survey.article.sentence_of(span), named=True, likely=1.0)


def decided(text: str, language: str, trigger: str, main: bool = True, outlet: str = "") -> str:
    survey = surveyed(text, language, outlet)
    found = decision_date(survey, [finding(survey, trigger)], main)
    return found.value.edtf if found else ""


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("en", "The authority fined Kestrel €5 million on Tuesday.", "fined", "2025-06-03"),
        ("en", "In a decision dated 12 May, Kestrel was fined for a leak in 2021.", "fined", "2025-05-12"),
        ("en", "It took until April for Kestrel to be fined.", "fined", "2025-04"),
        ("de", "Mit Bescheid vom 12. Mai verhängte die Behörde ein Bußgeld.", "verhängte", "2025-05-12"),
        ("de", "Die Behörde hat am Dienstag ein Bußgeld verhängt.", "verhängt", "2025-06-03"),
        ("fr", "Par une décision du 12 mai, elle a infligé une amende à Kestrel.", "infligé", "2025-05-12"),
        (
            "fr",
            "Elle a sanctionné Kestrel mardi pour une fuite survenue en 2021.",
            "sanctionné",
            "2025-06-03",
        ),
        ("nl", "Kestrel kreeg dinsdag een boete voor een lek uit 2021.", "boete", "2025-06-03"),
        ("nl", "In een besluit van 12 mei legde de toezichthouder een boete op.", "boete", "2025-05-12"),
        ("it", "Con provvedimento del 12 maggio ha inflitto una multa a Kestrel.", "inflitto", "2025-05-12"),
        ("it", "Ha multato Kestrel martedì per una violazione del 2021.", "multato", "2025-06-03"),
        ("es", "En una resolución del 12 de mayo impuso una multa a Kestrel.", "impuso", "2025-05-12"),
        ("es", "Multó el martes a Kestrel por una brecha de 2021.", "Multó", "2025-06-03"),
    ],
)
def test_date_of_its_own_sentence(language: str, text: str, trigger: str, edtf: str) -> None:
    assert decided(text, language, trigger) == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Kestrel was fined for calls made between 3 March and 5 May 2024.", "fined"),
        ("en", "Kestrel, fined for its calls, must pay by 30 June.", "fined"),
        ("de", "Bestraft wird Kestrel für Anrufe zwischen dem 3. März und dem 5. Mai 2024.", "Bestraft"),
        ("fr", "Kestrel est sanctionnée pour des appels passés entre 2021 et 2023.", "sanctionnée"),
        ("nl", "Kestrel is beboet voor telefoontjes tussen 2021 en 2023.", "beboet"),
        ("it", "Kestrel è stata multata per chiamate tra il 2021 e il 2023.", "multata"),
        ("es", "Kestrel fue multada por llamadas hechas entre 2021 y 2023.", "multada"),
    ],
)
def test_period_and_deadline_date_no_decision(language: str, text: str, trigger: str) -> None:
    assert decided(text, language, trigger) == ""


def test_sentence_beside_dates_the_decision_and_the_appeal_does_not() -> None:
    text = "Kestrel was fined for a leak. The decision was taken on 12 May. Its appeal was lodged on 2 June."
    assert decided(text, "en", "fined", main=False) == "2025-05-12"


def test_sentence_of_another_authority_is_passed_over() -> None:
    text = "The CNIL imposed a penalty on 12 May. Kestrel was fined in the Netherlands too."
    assert decided(text, "en", "fined", main=False) == ""


def test_lead_dates_the_main_action_alone() -> None:
    text = "The watchdog said on Tuesday that it had acted.\n\nKestrel was fined for a leak."
    assert decided(text, "en", "fined") == "2025-06-03"
    assert decided(text, "en", "fined", main=False) == ""


def test_release_dates_what_its_authority_did() -> None:
    text = "Kestrel was fined for a leak."
    assert decided(text, "en", "fined", outlet="Autoriteit Persoonsgegevens") == "2025-06-05"
    assert decided(text, "en", "fined", outlet="Tidewater Post") == ""


def test_first_sentence_that_tells_it_counts_before_later_ones() -> None:
    text = "Kestrel was fined in May. The order of 8 October 2024 had proposed a fine of 6 million."
    survey = surveyed(text, "en")
    found = decision_date(survey, [finding(survey, "fined"), finding(survey, "proposed")], main=True)
    assert found is not None
    assert found.value == PartialDate("2025-05")


def test_what_is_under_way_is_dated_by_its_beginning() -> None:
    survey = surveyed("The authority has been looking into Kestrel since April.", "en")
    told = finding(survey, "looking into", ActionKind.INVESTIGATION)
    assert mentioned_date(survey, told) == PartialDate("2025-04")
    assert mentioned_date(survey, finding(survey, "looking into")) is None


def test_nearest_date_is_what_a_finding_mentions() -> None:
    survey = surveyed(
        "The order, taken on 10 April 2025, ends a case begun in May 2023, when it blocked it.", "en"
    )
    assert mentioned_date(survey, finding(survey, "blocked")) == PartialDate("2023-05")
