"""What tells of a sanction, in single sentences of six languages: its kind, its side, and what tells of none.

Every line of ``tests/data/triggers``, a file for each language, says the kind and the side that some trigger
has to have, or "-" where no trigger may stand, and the sentence.
"""

from pathlib import Path

import pytest

from casefile.extraction.triggers import Force, Side, Trigger, find_triggers
from casefile.terms import ActionKind

_FOLDER = Path(__file__).parents[1] / "data" / "triggers"
_LINES = [
    (file.stem, *(part.strip() for part in line.split("|", 1)))
    for file in sorted(_FOLDER.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


def told(text: str, language: str) -> list[Trigger]:
    """The triggers that tell of a sanction; weak ones only beside a figure."""
    figure = any(letter.isdigit() for letter in text)
    return [
        trigger
        for trigger in find_triggers(text, language)
        if trigger.force in (Force.DONE, Force.PROPOSED) and (figure or not trigger.weak)
    ]


@pytest.mark.parametrize(("language", "expected", "text"), _LINES)
def test_what_a_sentence_tells(language: str, expected: str, text: str) -> None:
    found = {(trigger.kind, trigger.side) for trigger in told(text, language)}
    if expected == "-":
        assert not found
    else:
        kind, side = expected.split()
        assert (ActionKind(kind), Side(side)) in found


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "The regulator could fine Lumo.", Force.POSSIBLE),
        ("en", "The regulator did not impose a fine on Lumo.", Force.DENIED),
        ("en", "The regulator plans to impose a fine on Lumo.", Force.PROPOSED),
        ("en", "Campaigners called for a fine for Lumo.", Force.ASKED),
        ("en", "In May the regulator fined Lumo.", Force.DONE),
        ("en", "It could have gone to a judge and fined Lumo 5% of its sales.", Force.POSSIBLE),
        ("en", "Lumo, which could not open its books, was examined and fined £2m.", Force.DONE),
        ("de", "Verbraucherschützer fordern eine Geldbuße für Lumo.", Force.ASKED),
        ("de", "Die Behörde will ein Bußgeld gegen Lumo.", Force.PROPOSED),
        ("fr", "Le rapporteur propose une amende contre Lumo.", Force.PROPOSED),
        ("fr", "Lumo n’a pas été sanctionnée.", Force.DENIED),
        ("nl", "De toezichthouder is van plan een boete op te leggen.", Force.PROPOSED),
        ("it", "L’Antitrust potrebbe infliggere una multa a Lumo.", Force.POSSIBLE),
        ("fr", "Bruxelles veut et compte sanctionner Lumo de 5 millions.", Force.PROPOSED),
        ("it", "La Commissione intende sanzionare Lumo per 5 milioni.", Force.PROPOSED),
        ("es", "La comisión pretende sancionar a Lumo con 5 millones.", Force.PROPOSED),
        ("es", "La agencia propone una multa para Lumo.", Force.PROPOSED),
    ],
)
def test_what_is_said_of_the_sanction(language: str, text: str, force: Force) -> None:
    assert force in {trigger.force for trigger in find_triggers(text, language)}


def test_what_is_paid_under_an_agreement_is_no_fine_by_that() -> None:
    found = told("The bureau made a consent agreement with Lumo under which it will pay a $3m penalty.", "en")
    assert {trigger.kind for trigger in found if not trigger.weak} == {ActionKind.SETTLEMENT}


def test_spans_are_the_words_without_what_stands_between() -> None:
    (trigger,) = [each for each in find_triggers("They ordered Lumo to stop.", "en") if not each.weak]
    assert trigger.span.of("They ordered Lumo to stop.") == "ordered"


@pytest.mark.parametrize("junk", ["imposed ", "fine of 5 ", "ordered ", "(“", "A", "12 34 ", "was not "])
def test_a_long_run_of_one_word_is_read_to_its_end(junk: str) -> None:
    text = junk * 2000 + "\nThe regulator fined Lumo."
    assert find_triggers(text, "en")[-1].span.of(text) == "fined"
