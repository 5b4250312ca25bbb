"""What somebody is only quoted with: sums without a word of a sanction, ends of other matters."""

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

SUMS = {
    "en": "Ofcom fined Kestrel Ltd £900,000. "
    "“Two million pounds for the state, nothing for us,” said Jane Roe of Norvia.",
    "de": "Die BaFin verhängte gegen die Kestrel AG ein Bußgeld von 900.000 Euro. "
    "„Zwei Millionen Euro für den Staat, nichts für uns“, sagte Jens Roth von der Norvia AG.",
    "fr": "L’AMF a infligé 900 000 euros d’amende à Kestrel SA. "
    "« Deux millions d’euros pour le Trésor, zéro pour nous », résume Jean Roy, de Norvia SAS.",
    "es": "La CNMC multó a Kestrel SA con 900.000 euros. "
    "«Dos millones de euros para el Estado y nada para nosotros», dijo Julio Prado, de Norvia SL.",
}
PAID = {
    "it": "Il Garante privacy ha multato Kestrel Spa per 900.000 euro. La società ricorrerà al Tribunale. "
    "«Hanno pagato i dati e non gli straordinari», ha detto la sindacalista Bonaria Melis.",
    "en": "Ofcom fined Kestrel Ltd £900,000. Kestrel will appeal. "
    "“They paid for the data and not for the overtime,” said Jane Roe.",
}


@pytest.mark.parametrize("language", SUMS)
def test_a_sum_that_is_only_said_is_no_sanction(language: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-06-05"))
    actions = extract(SUMS[language], metadata).actions
    assert [[int(amount.value) for amount in action.amounts] for action in actions] == [[900_000]]


@pytest.mark.parametrize("language", PAID)
def test_what_is_said_to_be_paid_ends_no_appeal(language: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-06-05"))
    actions = extract(PAID[language], metadata).actions
    assert [action.status.value.value for action in actions] == ["appealed"]


def test_a_warning_of_several_is_one_for_each() -> None:
    text = (
        "Die BaFin warnte am Dienstag vor den Plattformen Norvia24 und TavoCoin. Beide sind nicht zugelassen."
    )
    metadata = SourceMetadata(language="de", published=PartialDate("2025-06-05"))
    actions = extract(text, metadata).actions
    assert sorted(party.name for action in actions for party in action.respondents) == [
        "Norvia24",
        "TavoCoin",
    ]
    assert {action.kind.value.value for action in actions} == {"warning"}
