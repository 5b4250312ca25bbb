"""Items of a few sentences tell of the one that they name, in words beside which it is not named."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.short_items import is_short, names_one_of_each
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal
from casefile.values import PartialDate


def survey(language: str, text: str) -> Survey:
    return Survey(Article(text, SourceMetadata(language=language, published=PartialDate("2026-03-12"))))


def actions(language: str, text: str) -> tuple[ActionProposal, ...]:
    return find_actions(survey(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Closure order served on bakery\n\nInspectors of the Food Standards Agency saw nine mice "
                "behind the ovens. Kestrel Bakeries Ltd says that it has called in an exterminator."
            ),
        ),
        (
            "en",
            (
                "Care home told: nobody new\n\nUntil the Care Quality Commission is satisfied, the home "
                "cannot admit residents. Kestrel Living Ltd says that it has hired a manager."
            ),
        ),
        (
            "de",
            (
                "Aufsicht entzieht Zahlungsdienst die Erlaubnis\n\nDie Bafin hat genug gesehen. Kunden der "
                "Kestrel Pay GmbH kommen bis Freitag an ihr Geld."
            ),
        ),
        (
            "fr",
            (
                "Le régulateur retire l’agrément d’un courtier\n\nL’ACPR en avait assez. Les clients de "
                "Kestrel Assurances SAS ont jusqu’à vendredi pour se tourner ailleurs."
            ),
        ),
    ],
)
def test_the_head_tells_of_the_one_that_the_item_names(language: str, text: str) -> None:
    (action,) = actions(language, text)
    assert [party.name.split()[0] for party in action.respondents] == ["Kestrel"]


@pytest.mark.parametrize(
    "text",
    [
        # The authority is the one that is sued.
        "Builder sues regulator\n\nKestrel Homes Ltd sues the Environment Agency over a map of floods.",
        # Two firms are named, and the head means neither for sure.
        (
            "Closure order served on bakery\n\nThe Food Standards Agency met bakers. Kestrel Bakeries Ltd "
            "and Norvia Bread plc sent their cooks."
        ),
        # Another authority stands beside the one.
        "FCA bans lender\n\nThe Information Commissioner’s Office met Kestrel Loans Ltd and Norvia Ltd.",
        # What may be is no measure.
        "Bakery could be closed\n\nThe Food Standards Agency may ban Kestrel Bakeries Ltd if mice return.",
        "Is the bakery banned?\n\nThe Food Standards Agency would not say. Kestrel Bakeries Ltd is open.",
        # Somebody is only quoted with it.
        (
            "Baker speaks\n\n“They shut down the shop,” said the owner of Kestrel Bakeries Ltd of thieves. "
            "The Food Standards Agency praised its bread."
        ),
    ],
)
def test_others_are_told_of_nothing(text: str) -> None:
    assert actions("en", text) == ()


def test_a_long_article_needs_more() -> None:
    item = (
        "Closure order served on bakery\n\nInspectors of the Food Standards Agency saw nine mice behind the "
        "ovens. Kestrel Bakeries Ltd says that it has called in an exterminator."
    )
    long = f"{item}\n\n{'The town has many ovens and few cats to keep them. ' * 20}"
    assert (is_short(survey("en", item)), is_short(survey("en", long))) == (True, False)
    assert actions("en", long) == ()


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("The FCA wrote to Kestrel Bank plc, said Jane Roe.", True),
        ("The FCA wrote to Kestrel Bank plc and to Norvia Ltd.", False),
        ("The FCA and the ICO wrote to Kestrel Bank plc.", False),
    ],
)
def test_people_and_courts_are_not_counted(text: str, one: bool) -> None:
    assert names_one_of_each(survey("en", text)) is one
