"""What a sum is: a sanction's or other money, and its role in the sanction."""

import pytest

from casefile.extraction.figure_conflicts import find_conflicts
from casefile.extraction.money_context import features_of_sums
from casefile.extraction.sums import role_of, sanction_probability
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.terms import ActionKind, AmountRole
from tests.benchmarks.train_sums import SENTENCES, unmarked


def survey(text: str, language: str = "en") -> Survey:
    return Survey(Article(text, SourceMetadata(language=language)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The regulator fined Oakmere Dairy €350,000, though it has annual sales of €90 million."),
        ("en", "Oakmere must pay a penalty of $350,000; its shares lost $90 million in value."),
        ("de", "Das Amt verhängte eine Geldbuße von 350.000 Euro bei 90 Millionen Euro Umsatz."),
        ("fr", "Elle inflige 350 000 euros d’amende au groupe, qui réalise 90 millions d’euros de ventes."),
        ("nl", "De waakhond legde een boete van 350.000 euro op; de omzet bedraagt 90 miljoen euro."),
        ("it", "Il Garante ha multato il gruppo per 350 mila euro; i ricavi sono di 90 milioni di euro."),
        ("es", "Le impuso una sanción de 350.000 euros; los ingresos fueron de 90 millones de euros."),
    ],
)  # fmt: skip
def test_a_sanction_is_likelier_than_what_the_firm_earns(language: str, text: str) -> None:
    found = survey(text, language)
    fine, earned = (sanction_probability(found, mention) for mention in found.money)
    assert fine > 0.5 > earned


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A round of funding brought the firm $12 million from investors."),
        ("en", "The law allows penalties of up to €10 million."),
        ("en", "A ticket costs $45 a month."),
        ("de", "Anleger fordern 12 Millionen Euro Schadenersatz."),
        ("de", "Der Etat des Amtes liegt bei 12 Millionen Euro."),
        ("fr", "La levée de fonds atteint 12 millions d’euros."),
        ("fr", "La loi permet des sanctions allant jusqu’à 10 millions d’euros."),
        ("nl", "De winst steeg naar 12 miljoen euro."),
        ("it", "Il danno è stimato in 12 milioni di euro."),
        ("es", "El presupuesto anual es de 12 millones de euros."),
        ("en", "A Series A of $12 million values the firm at $90 million."),
        ("en", "Without the discount the penalty would have been €12 million."),
        ("de", "Im vergangenen Jahr setzte die Firma 12 Millionen Euro um."),
        ("fr", "Sans la remise, l’amende aurait été de 12 millions d’euros."),
        ("nl", "De start-up haalt 12 miljoen euro op bij investeerders."),
        ("it", "La startup chiude un round da 12 milioni di euro."),
        ("es", "La multa media es de 12.000 euros."),
    ],
)
def test_other_money_is_unlikely_to_be_a_sanction(language: str, text: str) -> None:
    found = survey(text, language)
    assert found.money
    assert all(sanction_probability(found, mention) < 0.3 for mention in found.money)


def test_a_feature_is_a_class_its_side_and_how_near_it_stands() -> None:
    text = "Its turnover was €5 million, and the fine was €1 million."
    article = Article(text, SourceMetadata(language="en"))
    first, second = features_of_sums(article, survey(text).money)
    assert "results<0" in first or "results<1" in first
    assert "penalty>2" in first
    assert "penalty<0" in second or "penalty<1" in second
    assert "results<2" in second


def test_the_same_sum_elsewhere_tells_what_it_is() -> None:
    text = "It was fined €750,000 in May.\n\nThe €750,000 is due by June. A painter earns €30,000 a year."
    found = survey(text)
    again, alone = (found.sum_features[mention.span] for mention in found.money[1:])
    assert again["again sanction"] == 1.0
    assert "repeated" not in alone


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "It forfeits €5,000 for each day of delay.", AmountRole.PER_DAY),
        ("en", "It pays a daily penalty of €5,000.", AmountRole.PER_DAY),
        ("en", "The penalty runs up to a ceiling of €90,000.", AmountRole.SUSPENDED),
        ("en", "Of the fine, €90,000 is suspended.", AmountRole.SUSPENDED),
        ("de", "Das Zwangsgeld ist auf höchstens 90.000 Euro begrenzt.", AmountRole.SUSPENDED),
        ("de", "Davon sind 90.000 Euro zur Bewährung ausgesetzt.", AmountRole.SUSPENDED),
        ("fr", "L’astreinte est plafonnée à 90 000 euros.", AmountRole.SUSPENDED),
        ("fr", "L’amende comporte une part avec sursis de 90 000 euros.", AmountRole.SUSPENDED),
        ("nl", "De dwangsom loopt op tot een maximum van 90.000 euro.", AmountRole.SUSPENDED),
        ("it", "La penale ha un tetto di 90.000 euro.", AmountRole.SUSPENDED),
        ("es", "La multa coercitiva tiene un tope de 90.000 euros.", AmountRole.SUSPENDED),
        ("en", "Half of it, €90,000, is suspended for a year.", AmountRole.SUSPENDED),
        ("en", "A penalty of €90,000, which will be partially suspended, was set.", AmountRole.SUSPENDED),
        ("en", "All but €90,000 is suspended.", AmountRole.FINE),
        ("nl", "De helft, 90.000 euro, is voorwaardelijk.", AmountRole.SUSPENDED),
        ("it", "Metà della multa, 90 mila euro, è sospesa.", AmountRole.SUSPENDED),
        ("it", "Il tribunale ha sospeso la decisione che lo multava per 90 mila euro.", AmountRole.FINE),
        ("es", "La mitad de la multa, 90.000 euros, queda en suspenso.", AmountRole.SUSPENDED),
        ("en", "A fine of R$50,000 will run for each day of delay.", AmountRole.PER_DAY),
        ("es", "Pagará multas de 5.000 euros por cada mes de atraso.", AmountRole.PER_DAY),
        ("fr", "Elle versera 5 000 euros pour chaque semaine de retard.", AmountRole.PER_DAY),
        ("en", "The fine of €90,000 has been paid.", AmountRole.FINE),
        ("de", "Ein Bußgeld von 90.000 Euro wurde verhängt.", AmountRole.FINE),
    ],
)
def test_the_role_of_a_sum(language: str, text: str, role: AmountRole) -> None:
    found = survey(text, language)
    (mention,) = found.money
    assert role_of(found, mention, ActionKind.FINE) is role


def test_a_conversion_and_a_settlement() -> None:
    found = survey("It agreed to pay 4 million kroner ($380,000) in Norway.")
    roles = [role_of(found, mention, ActionKind.SETTLEMENT) for mention in found.money]
    assert roles == [AmountRole.SETTLEMENT, AmountRole.CONVERSION]


def test_a_penalty_that_a_settlement_names_is_a_fine() -> None:
    found = survey("It settled for $5 million in refunds and a civil penalty of $2 million.")
    roles = [role_of(found, mention, ActionKind.SETTLEMENT) for mention in found.money]
    assert roles == [AmountRole.SETTLEMENT, AmountRole.FINE]


def test_what_every_violation_of_an_order_costs_is_of_a_penalty_payment() -> None:
    found = survey("Each breach of the order costs €4,000 per violation.")
    (mention,) = found.money
    assert role_of(found, mention, ActionKind.PENALTY_PAYMENT) is AmountRole.PER_DAY


def test_a_sum_that_adds_up_others_of_several_names_is_told_so() -> None:
    text = (
        "Three hauliers were fined £2.4m. Alder Freight pays £1.1m, Birch Lines £900,000 "
        "and Cedar Vans Ltd £400,000."
    )
    found = survey(text)
    whole, *parts = (found.sum_features[mention.span] for mention in found.money)
    assert "total of several" in whole or "total" in whole
    assert all("part of a total" in part for part in parts)


def test_nearly_all_that_the_model_learns_from_is_found_as_it_is_marked() -> None:
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    found = []
    for line in lines:
        language, marked = line.split(" | ", 1)
        text, labels = unmarked(marked)
        spans = [mention.span for mention in survey(text, language).money]
        found += [any(map(label.span.overlaps, spans)) for label in labels]
    assert len(lines) > 150
    assert sum(found) > 0.95 * len(found)


@pytest.mark.parametrize("piece", ["€1 to ", "fine of €1 million, ", "correction: £5,001 ", "million ", "("])
def test_a_very_long_text_of_sums_is_read_through(piece: str) -> None:
    found = survey(piece * (100_000 // len(piece)))
    assert len(found.sum_features) == len(found.money)
    assert list(find_conflicts(found, ())) == []
