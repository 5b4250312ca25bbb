"""Which laws an action is proposed with."""

import pytest

from casefile.extraction.action_laws import ToldAction, share_provisions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import Span


def _shares(text: str, *actions: tuple[str, str, str, bool], language: str = "en") -> list[list[str]]:
    """The provisions of actions, each given by authority, respondent, words of its sentence, and main."""
    survey = Survey(Article(text, SourceMetadata(language=language)))
    told = [
        ToldAction(
            authority,
            tuple(party for party in survey.parties if party.name == respondent),
            (survey.article.sentence_of(Span(text.index(words), text.index(words) + len(words))),),
            main,
        )
        for authority, respondent, words, main in actions
    ]
    return [[str(law) for law in laws] for laws in share_provisions(survey, told)]


DPC = ("IE-DPC", "Tellaro Ltd", "fined Tellaro Ltd", True)


def test_the_laws_of_the_sanction_and_of_what_is_told_about_it_are_the_action_s() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m under Article 83 GDPR.\n"
        "It had infringed Articles 5 and 32 of the regulation, the decision says."
    )
    assert _shares(text, DPC) == [["GDPR Art. 83", "GDPR Art. 5", "GDPR Art. 32"]]


@pytest.mark.parametrize(
    "aside",
    [
        "Under the Digital Services Act, companies can be fined up to 6% of turnover.",
        "Lawmakers debate a bill that would change the Data Act.",
        "In America the FTC Act has no such rule.",
        "The DPC has specific responsibilities set out in the Data Act and the Digital Services Act.",
        "The DPC is the independent supervisory authority under the Digital Services Act.",
        "The Proposed Order names a monitor, as did the Consent Order and the Proposed Rule.",
    ],
)
def test_what_laws_allow_and_laws_of_elsewhere_are_not_the_action_s(aside: str) -> None:
    text = f"The Data Protection Commission fined Tellaro Ltd €5m for breaching the GDPR.\n{aside}"
    assert _shares(text, DPC) == [["GDPR"]]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Die Behörde verhängte 5 Millionen Euro.\nDer DSA sieht bis zu 6 % vor.", "verhängte"),
        ("de", "Die Behörde verhängte 5 Millionen Euro.\nSie überwacht die Einhaltung des DSA.", "verhängte"),
        ("nl", "De AP legde 5 miljoen euro op.\nZij houdt toezicht op de naleving van de DSA.", "legde"),
        ("fr", "La CNIL a infligé 5 M€.\nLe DSA permet des amendes allant jusqu’à 6 %.", "infligé"),
        ("nl", "De AP legde 5 miljoen euro op.\nDe DSA kent boetes van maximaal 6 %.", "legde"),
        ("it", "Il Garante ha multato Tellaro.\nIl DSA prevede sanzioni fino al 6 %.", "multato"),
        ("es", "La AEPD impuso 5 millones.\nEl DSA permite multas de hasta el 6 %.", "impuso"),
    ],
)  # fmt: skip
def test_powers_are_no_breach_in_any_language(language: str, text: str, words: str) -> None:
    assert _shares(text, ("NL-AP", "", words, True), language=language) == [[]]


def test_a_law_belongs_to_the_respondent_whom_its_sentence_names() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "It also fined Ordenza Ltd €2m.\n"
        "Tellaro Ltd had breached Article 32 GDPR, Ordenza Ltd had breached nothing but Article 33 GDPR."
    ).replace("GDPR, Ordenza", "GDPR. Ordenza")
    shares = _shares(text, DPC, ("IE-DPC", "Ordenza Ltd", "fined Ordenza Ltd", True))
    assert shares == [["GDPR Art. 32"], ["GDPR Art. 33"]]


def test_an_action_in_passing_has_no_law_of_the_main_one() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "In 2022 it fined Ordenza Ltd €2m.\n"
        "The decision rests on Article 32 GDPR."
    )
    shares = _shares(text, DPC, ("IE-DPC", "Ordenza Ltd", "fined Ordenza Ltd", False))
    assert shares == [["GDPR Art. 32"], []]


ORDENZA = ("IE-DPC", "Ordenza Ltd", "fined Ordenza Ltd", True)
TWO = "The Data Protection Commission fined Tellaro Ltd €5m.\nIt also fined Ordenza Ltd €2m.\n"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Both penalties rest on Article 32 GDPR."),
        ("de", "Beide Bußgelder stützen sich auf Artikel 32 DSGVO."),
        ("fr", "Les deux amendes reposent sur l’article 32 du RGPD."),
        ("nl", "Beide boetes berusten op artikel 32 AVG."),
        ("it", "Entrambe le sanzioni si fondano sull’articolo 32 del GDPR."),
        ("es", "Ambas multas se basan en el artículo 32 del RGPD."),
        ("en", "It found a single and continuous infringement of Article 32 GDPR."),
        ("de", "Es liege eine einheitliche und fortgesetzte Zuwiderhandlung gegen Artikel 32 DSGVO vor."),
        ("fr", "Elle constate une infraction unique et continue à l’article 32 du RGPD."),
        ("nl", "Er was een enkele voortdurende inbreuk op artikel 32 AVG."),
        ("it", "È accertata un’infrazione unica e continuata dell’articolo 32 del GDPR."),
        ("es", "Considera acreditada una infracción única y continuada del artículo 32 del RGPD."),
    ],
)
def test_what_is_said_of_both_holds_for_both(language: str, words: str) -> None:
    shares = _shares(f"{TWO}{words}", DPC, ORDENZA, language=language)
    assert shares == [["GDPR Art. 32"], ["GDPR Art. 32"]]


def test_a_law_belongs_to_the_party_that_its_paragraph_names_last() -> None:
    text = f"{TWO}Tellaro Ltd had lost the files. That broke Article 32 GDPR."
    assert _shares(text, DPC, ORDENZA) == [["GDPR Art. 32"], []]


def test_those_sanctioned_in_one_sentence_share_the_law() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m and Ordenza Ltd €2m.\n"
        "Ordenza Ltd sold what Tellaro Ltd had lost. That broke Article 32 GDPR."
    )
    ordenza = ("IE-DPC", "Ordenza Ltd", "and Ordenza Ltd", True)
    assert _shares(text, DPC, ordenza) == [["GDPR Art. 32"], ["GDPR Art. 32"]]


def test_the_law_of_a_sanction_that_no_action_tells_of_is_nobody_s() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "In Cork, Ordenza Ltd was fined €900. It had broken the Street Trading Act."
    )
    assert _shares(text, DPC) == [[]]


@pytest.mark.parametrize(
    ("law", "share"),
    [("Consumer Protection Act", ["Consumer Protection Act"]), ("Online Safety Act 2021", [])],
)
def test_a_common_title_may_be_any_country_s_law(law: str, share: list[str]) -> None:
    text = f"The Data Protection Commission fined Tellaro Ltd €5m for breaching the {law}."
    assert _shares(text, DPC) == [share]


@pytest.mark.parametrize(
    ("language", "words", "aside"),
    [
        ("en", "fined Tellaro Ltd", "It may appeal under the Administrative Procedure Act."),
        ("fr", "a sanctionné Tellaro Ltd", "Voir l’article L. 521-1 du code de justice administrative."),
        ("nl", "beboette Tellaro Ltd", "Dat volgt uit artikel 5:46 van de Algemene wet bestuursrecht."),
        ("de", "verhängte gegen Tellaro Ltd ein Bußgeld", "Dagegen kann nach § 74 VwGO geklagt werden."),
        ("it", "ha multato Tellaro Ltd", "Vale l’art. 135 del codice del processo amministrativo."),
        ("es", "multó a Tellaro Ltd", "Procede según el artículo 123 de la Ley 39/2015."),
        ("fr", "a sanctionné Tellaro Ltd", "Elle invoque l’article 6 de la CEDH."),
    ],
)  # fmt: skip
def test_procedure_is_no_ground_of_a_sanction(language: str, words: str, aside: str) -> None:
    text = f"La Data Protection Commission {words}.\n{aside}"
    assert _shares(text, ("IE-DPC", "Tellaro Ltd", words, True), language=language) == [[]]


def test_a_word_of_risk_makes_no_background() -> None:
    text = (
        "La CNIL a sanctionné Tellaro Ltd.\n"
        "« Ce n’est pas sans risque », dit-elle : la collecte n’était pas nécessaire au sens du RGPD."
    )
    action = ("FR-CNIL", "Tellaro Ltd", "a sanctionné Tellaro Ltd", True)
    assert _shares(text, action, language="fr") == [["GDPR"]]


def test_them_are_those_whom_the_sentence_before_names() -> None:
    text = (
        "La CNIL a puni Tellaro SAS et Norvia SA. Il leur est reproché de violer l’article 5 du RGPD.\n"
        "– une amende de 20 000 euros à Tellaro SAS ;\n"
        "– une amende de 30 000 euros à Norvia SA."
    )
    shares = _shares(
        text,
        ("FR-CNIL", "Tellaro SAS", "euros à Tellaro SAS", False),
        ("FR-CNIL", "Norvia SA", "euros à Norvia SA", False),
        language="fr",
    )
    assert shares == [["GDPR Art. 5"], ["GDPR Art. 5"]]


def test_the_law_of_another_authority_s_sanction_is_not_this_one_s() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd.\n"
        "The Central Bank of Ireland has fined a bank. It was imposed under the Consumer Credit Act 1995."
    )
    assert _shares(text, DPC) == [[]]


def test_a_company_that_a_sentence_about_a_person_means_has_its_law_too() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "Its director, Jane Roe, was fined €20,000. The company breached Article 32 GDPR and Jane Roe let it."
    )
    roe = ("IE-DPC", "Jane Roe", "The company breached", False)
    assert _shares(text, DPC, roe) == [["GDPR Art. 32"], ["GDPR Art. 32"]]


def test_what_the_sanction_s_own_sentence_says_of_the_cartel_is_every_member_s() -> None:
    text = (
        "The Commission fined Tellaro Ltd €5m and Ordenza Ltd €3m.\n"
        "Tellaro Ltd’s fine of €5m is lower for admitting the cartel, which infringed Article 101 TFEU."
    )
    tellaro = ("EU-EC", "Tellaro Ltd", "fine of €5m", True)
    assert _shares(text, tellaro, ("EU-EC", "Ordenza Ltd", "fined Tellaro", True)) == [["TFEU Art. 101"]] * 2


@pytest.mark.parametrize(
    ("language", "told", "law"),
    [
        ("en", "The High Court upheld the finding of a breach of Article 32 GDPR.", "GDPR Art. 32"),
        ("de", "Das Bundesverwaltungsgericht bestätigte den Verstoß gegen Artikel 32 DSGVO.", "GDPR Art. 32"),
        ("fr", "Le Conseil d’État a confirmé la violation de l’article 32 du RGPD.", "GDPR Art. 32"),
    ],
)
def test_a_court_that_confirms_the_breach_leaves_its_law_to_the_action(
    language: str, told: str, law: str
) -> None:
    text = f"The Data Protection Commission fined Tellaro Ltd €5m.\n{told}"
    assert _shares(text, DPC, language=language) == [[law]]


@pytest.mark.parametrize(
    ("authority", "language", "text", "law"),
    [
        ("AU-ESAFETY", "en", "It breached the Online Safety Act.", "Online Safety Act"),
        ("CA-CRTC", "fr", "Elle a enfreint la Loi sur les télécommunications.", "Fernmeldegesetz"),
    ],
)
def test_a_title_that_many_countries_give_a_law_counts_for_any_authority(
    authority: str, language: str, text: str, law: str
) -> None:
    shares = _shares(
        f"Tellaro Ltd was fined. {text}", (authority, "Tellaro Ltd", "fined", True), language=language
    )
    assert shares == [[law]]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "It fined Tellaro €5m; fines of up to €10m are possible under the GDPR.", "fined"),
        ("de", "Sie verhängte 5 Millionen Euro; bis zu 20 Millionen erlaubt die DSGVO.", "verhängte"),
        ("fr", "Elle a infligé 5 M€. Le RGPD permet d’aller jusqu’à 20 M€.", "infligé"),
        ("nl", "De AP legde 5 miljoen op. De AVG staat boetes tot maximaal 20 miljoen toe.", "legde"),
        ("it", "Il Garante ha multato Tellaro. Il Gdpr consente fino a 20 milioni.", "multato"),
        ("es", "La AEPD impuso 5 millones. El RGPD permite hasta 20 millones.", "impuso"),
    ],
)  # fmt: skip
def test_an_action_without_another_law_has_the_one_that_bounds_its_sum(
    language: str, text: str, words: str
) -> None:
    assert _shares(text, ("NL-AP", "", words, True), language=language) == [["GDPR"]]


def test_what_a_law_allows_is_no_ground_of_the_sanction_told_behind_it() -> None:
    text = (
        "Under the GDPR fines may reach 4% of turnover. The highest so far was €5m: it fined Tellaro in 2019."
    )
    assert _shares(text, ("NL-AP", "", "fined", True)) == [[]]


def test_a_penalty_issued_under_a_law_with_a_maximum_rests_on_it() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd. The penalty was issued under section 237 of the "
        "Environmental Protection and Enhancement Act, whose daily maximum is low."
    )
    assert _shares(text, DPC) == [["Environmental Protection and Enhancement Act Art. 237"]]


def test_the_company_of_a_law_is_the_one_of_before_where_the_paragraph_goes_on_to_another() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "It found that the company had infringed Article 5 GDPR. Norvia Ltd was fined €1m for delay."
    )
    norvia = ("IE-DPC", "Norvia Ltd", "Norvia Ltd was fined", False)
    assert _shares(text, DPC, norvia) == [["GDPR Art. 5"], []]


def test_a_person_fined_right_behind_the_firm_is_fined_under_its_law() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m under Article 5 GDPR. "
        "Its founder, Mary Frost, pays €1m."
    )
    assert _shares(text, DPC, ("IE-DPC", "Mary Frost", "pays €1m", True)) == [
        ["GDPR Art. 5"],
        ["GDPR Art. 5"],
    ]
    assert _shares(text, DPC, ("IE-DPC", "Mary Frost", "pays €1m", False)) == [["GDPR Art. 5"], []]


def test_the_company_s_breach_in_a_paragraph_about_its_director_is_the_company_s() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "The company breached Article 32 GDPR. Its director, Jane Roe, was fined €20,000."
    )
    roe = ("IE-DPC", "Jane Roe", "fined €20,000", True)
    assert _shares(text, DPC, roe) == [["GDPR Art. 32"], []]


def test_whoever_was_fined_beside_the_one_that_is_named_has_its_law_too() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m and its director, Jane Roe, €20,000.\n"
        "Tellaro Ltd had breached Article 32 GDPR."
    )
    roe = ("IE-DPC", "Jane Roe", "fined Tellaro", False)
    assert _shares(text, DPC, roe) == [["GDPR Art. 32"], ["GDPR Art. 32"]]
