"""How far a word that tells of a measure reaches: denials, asides, reported speech, the ends of sentences."""

import pytest

from casefile.extraction.triggers import Force, find_triggers
from casefile.terms import ActionKind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bank, which the regulator did not name, was fined."),
        ("en", "The regulator (it gave no reason) fined Orrin Freight."),
        ("de", "Orrin, das nicht kooperierte, wurde bestraft."),
        ("fr", "Orrin, qui ne répond pas, a été sanctionné."),
        ("nl", "Orrin, dat niet meewerkte, werd beboet."),
        ("it", "Orrin, che non risponde, è stata multata."),
        ("es", "Orrin, que no responde, fue multada."),
    ],
)
def test_a_denial_ends_with_its_clause(language: str, text: str) -> None:
    assert Force.DONE in {trigger.force for trigger in find_triggers(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The regulator did not, it said, fine Orrin Freight."),
        ("en", "There was no fine, ban or order."),
        ("de", "Die Behörde plant nicht, Orrin zu bestrafen."),
        ("nl", "De waakhond ziet niet, zegt zij, een boete."),
        ("fr", "L’agence n’a pas, dit-elle, sanctionné Orrin."),
        ("it", "L’autorità non ha, dice, multato Orrin."),
        ("es", "La agencia no ha, dice, multado a Orrin."),
    ],
)
def test_an_aside_does_not_end_a_denial(language: str, text: str) -> None:
    assert Force.DONE not in {trigger.force for trigger in find_triggers(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Orrin was fined for having banned its dealers from selling."),
        ("de", "Geldbuße gegen Orrin, weil sie Händlern Rabatte untersagt haben soll."),
        ("fr", "Orrin est sanctionnée pour avoir bloqué un an les comptes de ses clients."),
        ("fr", "Sanction contre Orrin, soupçonnée d’avoir interdit aux cafés de revendre."),
        ("it", "Multa a Orrin per aver vietato ai bar di rivendere."),
        ("es", "Multa a Orrin por haber prohibido a los bares revender."),
    ],
)
def test_what_a_respondent_did_is_no_measure(language: str, text: str) -> None:
    kinds = {trigger.kind for trigger in find_triggers(text, language)}
    assert kinds <= {ActionKind.FINE, ActionKind.INVESTIGATION}
    assert kinds


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L’agence annonce avoir interdit le site d’Orrin."),
        ("it", "L’autorità comunica di aver vietato a Orrin la vendita."),
        ("es", "La agencia dijo haber prohibido a Orrin la venta."),
        ("de", "Das Amt teilte mit, es habe Orrin den Verkauf untersagt."),
    ],
)
def test_what_an_authority_says_that_it_did_is_a_measure(language: str, text: str) -> None:
    assert ActionKind.BAN in {trigger.kind for trigger in find_triggers(text, language)}


def test_a_sentence_ends_behind_an_acronym_but_not_behind_an_abbreviation() -> None:
    figure = find_triggers("Orrin kommt mit 2,4 Mio. Euro davon.", "de")
    assert [trigger.kind for trigger in figure] == [ActionKind.FINE]
    apart = find_triggers("It was brought by the FCA. A fine is rare.", "en")
    assert all(trigger.span.start > len("It was brought by") for trigger in apart)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The PDPC has directed Kelvan Learning Hub Pte Ltd, a tuition centre, to put a policy in place.",
            True,
        ),
        ("The PDPC has directed the staff whom Kelvan had sent home over the years to say so.", False),
    ],
)
def test_what_is_put_in_between_commas_does_not_part_a_wording(text: str, told: bool) -> None:
    assert bool(find_triggers(text, "en")) is told
