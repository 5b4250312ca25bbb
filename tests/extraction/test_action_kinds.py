"""Which kind an action is, where a text speaks of several measures or of other money; in six languages."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

TEXTS = {
    "en": """
fine | The ICO fined Lumora Ltd £2 million. It also reprimanded Lumora and ordered it to delete the files.
fine | The ICO reprimanded Lumora Ltd last week and fined it £2 million.
order | The ICO ordered Lumora Ltd to delete the files. Lumora has annual sales of £40 million.
order | The ICO ordered Lumora Ltd to delete the files. Lumora undertook to pay storage costs.
ban | The FCA banned Lumora Ltd from selling loans.
ban | A prohibition order for fish to be taken off sale was served on Lumora Ltd by the FCA.
reprimand | The ICO reprimanded Lumora Ltd on Monday.
settlement | Lumora Inc. agreed to settle Federal Trade Commission charges and will pay $2 million.
settlement | The Florida Attorney General resolved its claims against Lumora LLC last year for $95,000.
investigation | The FCA has opened an investigation into Lumora Ltd.
fine | The ICO has ordered Lumora Ltd to pay £2 million.
settlement | The FTC approved the settlements reached with two sellers. Lumora Inc. will pay $2 million.
fine | The SEC approved the settlements reached with two sellers. Ofcom said Lumora Ltd will pay £2 million.
""",
    "de": """
fine | Die BaFin verhängte gegen die Lumora GmbH ein Bußgeld von 2 Millionen Euro und sprach eine Rüge aus.
ban | Die BaFin hat der Lumora GmbH untersagt, Kredite zu vergeben. Lumora setzte 38 Mio. Euro um.
""",
    "fr": """
fine | La CNIL a infligé une amende de 2 millions d’euros à Lumora SAS et ordonné d’effacer les fichiers.
settlement | L’Arcep a homologué les accords conclus avec eux. Lumora SAS versera 2 millions d’euros.
reprimand | La CNIL a prononcé un rappel à l’ordre à l’encontre de Lumora SAS.
""",
    "nl": """
fine | De AFM heeft Lumora BV een boete van 2 miljoen euro opgelegd en een aanwijzing gegeven.
settlement | Voor 225.000 euro koopt Lumora BV een procedure bij de AFM af.
""",
    "it": """
fine | Il Garante privacy ha multato Lumora S.p.A. per 2 milioni di euro e ha ordinato di cancellare i dati.
""",
    "es": """
fine | La AEPD ha multado a Lumora S.A. con 2 millones de euros y le ordena borrar los datos.
""",
}


def kinds_of(text: str, language: str) -> dict[str, str]:
    """The kind of every respondent's action, by the first word of its name."""
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    return {
        respondent.name.split()[0]: action.kind.value.value
        for action in find_actions(Survey(Article(text, metadata)))
        for respondent in action.respondents
    }


def cases() -> list[tuple[str, str, str]]:
    """Language, the kind, and the text."""
    found = []
    for language, block in TEXTS.items():
        for line in block.strip().splitlines():
            kind, text = line.split("|", 1)
            found.append((language, kind.strip(), text.strip()))
    return found


@pytest.mark.parametrize(("language", "kind", "text"), cases())
def test_the_kind_is_the_strictest_measure(language: str, kind: str, text: str) -> None:
    assert kinds_of(text, language) == {"Lumora": kind}


def test_who_pays_beside_one_that_settled_settles_too() -> None:
    text = (
        "Lumora Inc. agreed to settle Federal Trade Commission charges that it hid its fees.\n\n"
        "Its founder, Harold Quimby, will pay $75,000 to the Federal Trade Commission."
    )
    assert kinds_of(text, "en")["Harold"] == "settlement"


def test_who_pays_before_another_settles_was_fined() -> None:
    text = (
        "The ICO fined Lumora Ltd £2 million. Kestrel Foods Ltd must pay £700,000.\n\n"
        "Orbit Ltd agreed to settle charges of the ICO."
    )
    assert kinds_of(text, "en")["Kestrel"] == "fine"


def test_who_pays_beside_one_that_pleaded_guilty_and_was_fined_was_fined_too() -> None:
    text = (
        "Lumora Ltd pleaded guilty to charges of the ICO and was fined £2 million.\n\n"
        "Its director, Harold Quimby, will pay £6,200 to the ICO."
    )
    assert kinds_of(text, "en")["Harold"] == "fine"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Orbit Ltd gave the CMA an undertaking. In May the ICO imposed on Orbit Ltd a fine of £475,000.",
        ),
        (
            "fr",
            "Orbit SA a signé un engagement avec l’AMF. La CNIL a imposé à Orbit SA une amende de 9 000 €.",
        ),
    ],
)
def test_the_fine_of_one_authority_is_none_of_the_settlements_of_another(language: str, text: str) -> None:
    found = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert [each.kind.value.value for each in found if each.amounts] == ["fine"]
