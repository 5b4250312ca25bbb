"""Articles that tell of no enforcement action get none, and those with one in unusual words keep theirs.

The model of sanctions is fitted to those without one too; how often others are taken for actions,
``make score`` tells of articles that no model has seen.
"""

import tomllib
from pathlib import Path

import pytest

from casefile.extraction import extract
from casefile.extraction.triggers import Force, find_triggers
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

TEXTS = Path(__file__).parents[1] / "data" / "no_action"
LANGUAGES = ("en", "de", "fr", "nl", "it", "es")
PUBLISHED = PartialDate("2025-11-12")
PROPOSED_STILL = {
    ("es", "sport and money"),
    ("en", "out-of-court deal of two firms"),
    ("en", "verdict against a bank"),
}
"""A false action is still proposed of them."""
MISSED_STILL = {
    "Harrow Health",
    "Telvora",
    "Fotoflix",
    "Reisplein",
    "Voliamo",
    "Altrice",
    "Zementwerke Lahn",
    "Kestrel Broadband",
    "Buurtzorg Oost",
    "Bluepeak Inc.",
    "Nordkap Bank",
}
"""Their action is not found yet, mostly as their names are not."""


def _articles(name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))[
        "article"
    ]
    return found


def _later(language: str, *, acted: bool) -> list[dict[str, str]]:
    return [
        each
        for each in (*_articles("second"), *_articles("third"))
        if each["language"] == language and ("respondent" in each) == acted
    ]


NONE = [
    pytest.param(language, article["text"].strip(), id=f"{language} {article['kind']}")
    for language in LANGUAGES
    for article in (*_articles(language), *_later(language, acted=False))
    if (language, article["kind"]) not in PROPOSED_STILL
]
ONE = [
    pytest.param(article, id=article["respondent"])
    for article in (
        *_articles("one"),
        *(each for language in LANGUAGES for each in _later(language, acted=True)),
    )
    if article["respondent"] not in MISSED_STILL
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_action(language: str, text: str) -> None:
    assert extract(text, SourceMetadata(language=language, published=PUBLISHED)).actions == ()


@pytest.mark.parametrize("article", ONE)
def test_the_one_action(article: dict[str, str]) -> None:
    told = SourceMetadata(language=article["language"], published=PUBLISHED)
    (action,) = extract(article["text"].strip(), told).actions
    assert action.authority.code == article["authority"]
    assert article["respondent"] in [party.name for party in action.respondents]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The FTC fined Monday $4 billion for coming too soon."),
        ("en", "The ICO fines Santa Claus £9 million over his list."),
        (
            "de",
            "Die BaFin verhängte eine Geldbuße von 3 Millionen Euro gegen den Weihnachtsmann der Bank.",
        ),
        ("fr", "La CNIL a infligé une amende de 3 millions d’euros au père Noël et à Voltaris."),
    ],
)
def test_nobody_fines_days_and_fabled_beings(language: str, text: str) -> None:
    assert extract(text, SourceMetadata(language=language)).actions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The FTC fined Bluepeak Inc. on Monday $4 million for its trials.",
        "Bluepeak Inc. was fined Monday by the FTC, which wants $4 million for its trials.",
    ],
)
def test_a_day_beside_a_fine_is_its_date(text: str) -> None:
    (action,) = extract(text, SourceMetadata(language="en")).actions
    assert [party.name for party in action.respondents] == ["Bluepeak Inc."]


@pytest.mark.parametrize(
    ("language", "text", "word", "force"),
    [
        ("en", "If the CMA fines Kestrel, it will appeal.", "fines", Force.POSSIBLE),
        ("en", "If buyers felt cheated, the CMA has now fined Kestrel.", "fined", Force.DONE),
        ("nl", "Als de ACM de overname verbiedt, betaalt Hoyama 5 miljoen.", "verbiedt", Force.POSSIBLE),
        ("nl", "Als eerste verbiedt de ACM de overname.", "verbiedt", Force.DONE),
        ("it", "Un’istruttoria dell’Antitrust non fu mai aperta.", "istruttoria", Force.DENIED),
        ("en", "A fine by the FCA was never imposed.", "fine", Force.DENIED),
        ("en", "A fine by the FCA was imposed on Kestrel.", "fine", Force.DONE),
    ],
)
def test_the_force_of_conditions_and_of_verbs_behind_a_measure(
    language: str, text: str, word: str, force: Force
) -> None:
    told = {trigger.span.of(text): trigger.force for trigger in find_triggers(text, language)}
    assert told[word] is force


def test_what_is_paid_out_or_left_undone_is_no_sanction() -> None:
    texts = (
        "Kestrel plans to pay a special dividend.",
        "Shares in Kestrel settled 2 per cent lower.",
        "Kestrel failed to warn users.",
    )
    assert [find_triggers(text, "en") for text in texts] == [(), (), ()]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "In issue 60 I wrote that Marlow Media had been fined £50,000 by Ofcom. It was £15,000."),
        ("en", "Correction: Ofcom fined Marlow Media £15,000, not £50,000."),
        ("de", "Korrektur: Die BaFin hat gegen die Marlow Media GmbH 50.000 Euro verhängt, nicht 15.000."),
        ("de", "In der letzten Ausgabe hieß es, die BaFin habe die Marlow AG mit 50.000 Euro bestraft."),
        ("fr", "Rectificatif : l’AMF a infligé 50 000 euros à Marlow SA, et non 15 000."),
        ("fr", "Dans notre dernier numéro, nous disions que l’AMF avait infligé 50 000 euros à Marlow SA."),
        ("nl", "Rechtzetting: de AFM legde Marlow Media BV een boete van 50.000 euro op, geen 15.000."),
        ("it", "Errata corrige: la Consob ha multato Marlow Spa per 50 mila euro, non 15 mila."),
        ("es", "Fe de errores: la CNMV multó a Marlow SA con 50.000 euros, no con 15.000."),
    ],
)
def test_what_only_a_correction_tells_is_no_action(language: str, told: str) -> None:
    lead = {
        "en": "Ofcom fined Kestrel TV Ltd £3 million on Monday.",
        "de": "Die BaFin hat gegen die Kestrel Bank AG ein Bußgeld von 3 Millionen Euro verhängt.",
        "fr": "L’AMF a infligé à Kestrel SA une amende de 3 millions d’euros.",
        "nl": "De AFM heeft Kestrel Vermogen BV een boete van 3 miljoen euro opgelegd.",
        "it": "La Consob ha multato Kestrel Spa per 3 milioni di euro.",
        "es": "La CNMV ha multado a Kestrel SA con 3 millones de euros.",
    }[language]
    (action,) = extract(f"{lead}\n\n{told}", SourceMetadata(language=language)).actions
    assert action.respondents[0].name.startswith("Kestrel")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The CMA fined Kestrel Ltd £3 million. In 2021 it fined another firm £2 million."),
        ("de", ("Das Bundeskartellamt verhängte gegen die Kestrel AG 3 Millionen Euro Bußgeld. "
         "2021 traf es ein anderes Unternehmen mit einem Bußgeld von 2 Millionen Euro.")),
        ("fr", ("L’AMF a infligé à Kestrel SA une amende de 3 millions d’euros. "
         "En 2021, elle avait infligé 2 millions d’euros à une autre société.")),
        ("nl", ("De ACM legde Kestrel BV een boete van 3 miljoen euro op. "
         "In 2021 deelde de ACM in dezelfde branche al een boete van 2 miljoen euro uit.")),
        ("it", ("La Consob ha multato Kestrel Spa per 3 milioni di euro. "
         "Nel 2021 aveva multato un’altra società per 2 milioni di euro.")),
        ("es", ("La CNMC multó a Kestrel SA con 3 millones de euros. "
         "En 2021 multó a otra empresa con 2 millones de euros.")),
    ],
)  # fmt: skip
def test_money_of_another_without_a_name_is_not_the_respondent_s(language: str, text: str) -> None:
    actions = extract(text, SourceMetadata(language=language)).actions
    sums = {int(amount.value) for action in actions for amount in action.amounts}
    assert sums == {3_000_000}


def test_a_quoted_parking_ticket_takes_no_fine_away() -> None:
    text = (
        "“We are not here to collect parking tickets”\n\n"
        "Jane Roe has run the Information Commissioner’s Office since 2023, with 200 people. "
        "Last month it imposed its largest penalty so far: £14.4 million on Kestrel Pharmacies Ltd."
    )
    (action,) = extract(text, SourceMetadata(language="en", published=PUBLISHED)).actions
    assert [party.name for party in action.respondents] == ["Kestrel Pharmacies Ltd"]


def test_research_of_who_is_quoted_is_no_probe() -> None:
    text = (
        "De ACM heeft Kestrel Games BV een boete van 3 miljoen euro gegeven. "
        "Helpt het? Kees Verbruggen, die aan de Universiteit Almere onderzoek doet naar games, betwijfelt "
        "het. „De boete is te laag”, zegt Verbruggen."
    )
    (action,) = extract(text, SourceMetadata(language="nl", published=PUBLISHED)).actions
    assert [party.name for party in action.respondents] == ["Kestrel Games BV"]
