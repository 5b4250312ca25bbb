"""Names that begin with a small letter or a digit, and small words that are none."""

import pytest

from casefile.extraction.names import find_parties
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def names(text: str, language: str = "en") -> list[str]:
    return [party.name for party in Survey(Article(text, SourceMetadata(language=language))).parties]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The regulator fined iMedPlus Inc. over the leak.", "iMedPlus Inc."),
        ("en", "The regulator fined kwikFly for the delays.", "kwikFly"),
        ("de", "Die Behörde hat gegen eVolta ein Bußgeld verhängt.", "eVolta"),
        ("fr", "L’amende d’eVolta est lourde.", "eVolta"),
        ("en", "The regulator fined garden-sheds.com £20,000.", "garden-sheds.com"),
        ("en", "The fine for gardensheds.co.uk was cut.", "gardensheds.co.uk"),
        ("de", "Das Bußgeld gegen kaufnix.de ist rechtskräftig.", "kaufnix.de"),
        ("nl", "De toezichthouder beboet koopniks.nl voor nepkortingen.", "koopniks.nl"),
        ("it", "L’autorità ha multato offertone.it per gli sconti.", "offertone.it"),
        ("es", "La agencia sancionó a ofertón.com.mx y a rebajas24.es por ello.", "rebajas24.es"),
        ("de", "Das Amt verhängte gegen die velura AG ein Bußgeld.", "velura AG"),
        ("de", "Verklagt wurde die velura Deutschland GmbH.", "velura Deutschland GmbH"),
        ("en", "It was imposed on trovana N.V. last week.", "trovana N.V."),
        ("it", "La multa colpisce velura S.p.A. per le tariffe.", "velura S.p.A."),
        ("en", "The board acted against velura, which denies it. It fined velura for the adverts.", "velura"),
        ("en", "The board fined velura £3m. velura’s shares fell.", "velura"),
        ("fr", "L’Autorité a sanctionné velura. Le recours contre velura.fr est clos.", "velura.fr"),
        ("en", "The regulator fined lend247 for the calls.", "lend247"),
        ("en", "The regulator fined 7finance £4m.", "7finance"),
    ],
)  # fmt: skip
def test_a_name_may_begin_small(language: str, text: str, name: str) -> None:
    assert name in names(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Read more at gardensheds.com. Visit example.org to subscribe."),
        ("en", "Write to press@gardensheds.com or see https://gardensheds.com/fines."),
        ("de", "Mehr dazu unter kaufnix.de."),
        ("en", "It used 40 kWh and an eSIM, with mRNA in it."),
        ("en", "It fined a private company for unfair practices. It acted against landlords, too."),
        ("en", "At 8h40 the pharmacist’s shop was closed. The chemist’s boss was told."),
        ("fr", "Il a saisi la petite SARL à 18h40. Une modeste SA paiera."),
        ("de", "Die insolvente GmbH und eine kleine AG wurden verwarnt."),
        ("nl", "De failliete BV en een kleine NV kregen een brief."),
        ("de", "Der Dachverband eGen gibt es nicht."),
    ],
)
def test_other_small_words_are_none(language: str, text: str) -> None:
    assert [name for name in names(text, language) if name[0].islower() or name[0].isdigit()] == []


def test_all_the_places_of_a_small_name_are_found() -> None:
    text = "The watchdog fined velura plc. Complaints about velura rose. Velura must pay."
    (party,) = find_parties(Article(text, SourceMetadata(language="en")), ())
    assert [span.of(text) for span in party.spans] == ["velura plc", "velura", "Velura"]


def test_the_outlet_is_no_party_by_its_domain() -> None:
    text = "The watchdog fined Kestrel Ltd, fairnews.com has learnt. The files reached fairnews.com in May."
    for metadata in (
        SourceMetadata(language="en", outlet="fairnews.com"),
        SourceMetadata(language="en", url="https://www.fairnews.com/2025/05/fines"),
    ):
        assert [party.name for party in find_parties(Article(text, metadata), ())] == ["Kestrel Ltd"]
