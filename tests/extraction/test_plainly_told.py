"""Measures and older sums that their sentences tell plainly, in six languages."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.anchors_apart import actor_of, is_object
from casefile.extraction.authorities import find_authorities
from casefile.extraction.findings import find_findings
from casefile.extraction.pairs import paired_parties
from casefile.extraction.ranking import shipped_models
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.extraction.triggers import Side, find_triggers
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal
from casefile.values import PartialDate, Span

_FIRST = {
    "en": "The Financial Conduct Authority (FCA) has fined Kestrel Bank £3 million over its controls.",
    "de": "Die Bafin hat gegen die Kestrel Bank ein Bußgeld von 3 Millionen Euro verhängt.",
    "fr": "L’ACPR a infligé une amende de 3 millions d’euros à Kestrel Banque.",
    "nl": "De AFM heeft Kestrel Bank een boete van 3 miljoen euro opgelegd.",
    "it": "La Banca d’Italia ha inflitto a Kestrel Banca una sanzione di 3 milioni di euro.",
    "es": "El Banco de España ha impuesto a Kestrel Bank una multa de 3 millones de euros.",
}


def actions(language: str, text: str) -> tuple[ActionProposal, ...]:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    return find_actions(Survey(Article(text, metadata)))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "It is the second time: in 2021 the bank paid £400,000 for the same."),
        ("de", "Es ist nicht das erste Mal: 2021 zahlte das Institut bereits 400.000 Euro."),
        ("fr", "Ce n’est pas la première : en 2021, la banque avait déjà payé 400 000 euros d’amende."),
        ("nl", "Eerder, in 2021, betaalde de bank al een boete van 400.000 euro."),
        ("it", "Non è la prima: nel 2021 la banca aveva già pagato una multa di 400.000 euro."),
        ("es", "Es la segunda: en 2021 la entidad ya fue multada con 400.000 euros."),
    ],
)
def test_a_sum_of_before_is_an_action_of_its_own(language: str, told: str) -> None:
    sums = [
        [int(amount.value) for amount in each.amounts]
        for each in actions(language, f"{_FIRST[language]}\n\n{told}")
    ]
    assert sums == [[3_000_000], [400_000]]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Orrin Bank got away with £2 million in 2023."),
        ("en", "The £2 million penalty handed to Orrin Bank in 2023 was lower."),
        ("en", "The biggest fine to date, £2 million, went to Orrin Bank in 2023."),
        ("en", "Ten banks were fined in 2023. Hardest hit was Orrin Bank, with £2 million."),
        ("de", "Zehn Banken wurden 2023 bestraft. Am härtesten traf es die Orrin Bank mit 2 Millionen Euro."),
        ("fr", "Dix banques sont visées. La plus touchée est Orrin Banque, avec 2 millions d’euros en 2023."),
        ("nl", "Tien banken kregen een boete. Het zwaarst getroffen werd Orrin Bank, met 2 miljoen in 2023."),
        ("it", "Dieci banche sono coinvolte. La più colpita è Orrin Banca, con 2 milioni di euro nel 2023."),
        ("es", "En 2023 hubo diez sanciones. La peor parada fue Orrin Bank, con 2 millones de euros."),
        ("en", "Its largest fine so far is the £2 million imposed on Orrin Bank in 2023."),
        ("de", "Die bisher höchste Strafe, 2 Millionen Euro, ging 2023 an die Orrin Bank."),
        ("it", "La sanzione più alta finora, 2 milioni di euro, era toccata nel 2023 a Orrin Banca."),
    ],
)
def test_whom_another_sum_went_to_was_fined(language: str, told: str) -> None:
    found = actions(language, f"{_FIRST[language]}\n\n{told}")
    sums = {each.respondents[0].name.split()[0]: [int(one.value) for one in each.amounts] for each in found}
    assert sums["Orrin"] == [2_000_000]


def test_who_got_away_with_it_was_not_fined() -> None:
    found = actions("en", f"{_FIRST['en']}\n\nOrrin Bank got away with it, though its sales were £2 million.")
    assert [each.respondents[0].name for each in found] == ["Kestrel Bank"]


@pytest.mark.parametrize(
    "told",
    [
        "The law allows a fine of £400,000.",
        "Last year the regulator imposed fines of £400,000 in all.",
    ],
)
def test_other_sums_are_none_of_the_same_pair(told: str) -> None:
    (action,) = actions("en", f"{_FIRST['en']}\n\n{told}")
    assert [int(amount.value) for amount in action.amounts] == [3_000_000]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "In March the Prudential Regulation Authority (PRA) suspended its licence for 90 days."),
        ("de", "Im März entzog ihr die Bundesnetzagentur die Erlaubnis."),
        ("fr", "En mars, la CNIL a suspendu son agrément pour 90 jours."),
        ("nl", "In maart trok De Nederlandsche Bank haar vergunning in."),
        ("it", "A marzo la Consob ha sospeso la sua licenza per 90 giorni."),
        ("es", "En marzo la CNMV suspendió su licencia durante 90 días."),
    ],
)
def test_what_is_taken_from_it_is_told_of_who_was_named(language: str, told: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    survey = Survey(Article(f"{_FIRST[language]}\n\n{told}", metadata))
    last = find_findings(survey, shipped_models())[-1]
    assert (last.kind.value, last.parties[0].name[:7]) == ("ban", "Kestrel")


def test_a_headline_may_mean_only_who_is_named_far_below() -> None:
    text = (
        "Timber firm fined £420,000 over worker’s death\n\nA timber firm has been fined £420,000 after a man "
        "was crushed by a falling stack.\n\nStourbridge Crown Court heard that the stack had leaned for "
        "weeks.\n\nThornwick Timber Ltd pleaded guilty to breaching the Health and Safety at Work etc. Act "
        "1974.\n\nInspector Ada Frost of the Health and Safety Executive (HSE) said it was avoidable."
    )
    (action,) = actions("en", text)
    assert [party.name for party in action.respondents] == ["Thornwick Timber Ltd"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "Recent decisions of the FCA include Kestrel (May 2025, £30 million) and Norvia (£2 million).",
        ),
        (
            "de",
            "Zu den Bescheiden der Bafin zählen Kestrel AG (3 Millionen Euro) und Norvia AG (90.000 Euro).",
        ),
        ("fr", "Parmi les décisions de la CNIL : Kestrel SAS (3 millions d’euros) et Norvia (90 000 euros)."),
        ("nl", "Tot de boetes van de AFM behoren Kestrel (3 miljoen euro) en Norvia (90.000 euro)."),
        ("it", "Tra le multe dell’Agcm: Kestrel srl (3 milioni di euro) e Norvia (90.000 euro)."),
        ("es", "Entre las multas de la CNMC están Kestrel (3 millones de euros) y Norvia (90.000 euros)."),
        (
            "en",
            "Kestrel plc pays £30,000 to the FCA for late reports; Norvia Ltd, a lender, £90,000 for none.",
        ),
    ],
)
def test_a_list_tells_of_each(language: str, told: str) -> None:
    survey = Survey(Article(told, SourceMetadata(language=language)))
    found = find_findings(survey, shipped_models())
    told_of = {each.parties[0].name.split()[0]: each.sums[0].value for each in found if each.sums}
    assert list(told_of) == ["Kestrel", "Norvia"]


def test_a_sum_against_somebody_is_theirs() -> None:
    text = "Fines now add up: there is the CNIL’s EUR 50 million against Kestrel SAS of January 2019."
    survey = Survey(Article(text, SourceMetadata(language="en")))
    paired = paired_parties(survey, survey.article.sentences[0])
    assert [party.name for party in paired.values()] == ["Kestrel SAS"]


def test_an_old_case_names_no_authority() -> None:
    text = (
        "The Fifth Circuit threw out the FCC’s fine of $57 million against Kestrel Mobile.\n\nThe judges "
        "leaned on SEC v. Jarkesy, a ruling of 2024. The commission may appeal."
    )
    codes = {each.code for each in find_authorities(Article(text, SourceMetadata(language="en")))}
    assert "US-FCC" in codes
    assert "US-SEC" not in codes


def test_a_title_of_a_line_is_no_old_case() -> None:
    text = "FCC v. Kestrel\nA fine of $57 million.\n\nCRTC v. Norvia\nThe regulator wants $225,000."
    codes = {each.code for each in find_authorities(Article(text, SourceMetadata(language="en")))}
    assert codes == {"US-FCC", "CA-CRTC"}


def test_money_goes_to_the_treasury() -> None:
    text = (
        "The Federal Trade Commission (FTC) settled with Kestrel Health for $7 million.\n\nOf that, "
        "$5 million will go to refunds and $2 million to the U.S. Treasury."
    )
    codes = {each.authority.code for each in actions("en", text)}
    assert codes == {"US-FTC"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The CMA has provisionally found that Kestrel plc shared prices with its rivals."),
        ("es", "La CNMV ha advertido este lunes de que Kestrel no está autorizada para operar."),
        ("fr", "La Commission estime à titre préliminaire que Kestrel abuse de sa position."),
        ("it", "La Commissione ritiene in via preliminare che Kestrel abusi della sua posizione."),
        ("nl", "De ACM komt tot de voorlopige conclusie dat Kestrel haar macht misbruikt."),
        ("de", "Das Kartellamt kommt zu dem vorläufigen Schluss, dass Kestrel seine Macht missbraucht."),
    ],
)
def test_what_is_found_for_now_is_told_of(language: str, text: str) -> None:
    assert [each.side for each in find_triggers(text, language)][:1] == [Side.AFTER]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("nl", "Toezichthouder FSMA schorst de inschrijving van Kantoor Kestrel.", "BE-FSMA"),
        ("nl", "Kestrel bestelt FSMA bij de bakker in Londen.", ""),
    ],
)
def test_a_word_for_a_body_makes_a_shared_abbreviation_one(language: str, text: str, code: str) -> None:
    found = [each.code for each in find_authorities(Article(text, SourceMetadata(language=language)))]
    assert found[:1] == ([code] if code else [])


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The previous record was held by Orrin Bank, which had to pay £2 million in March 2024."),
        (
            "de",
            "Den bisherigen Höchstwert hielt die Orrin Bank, die 2024 2 Millionen Euro zahlen musste.",
        ),
        (
            "fr",
            "Le précédent record était celui d’Orrin Banque, qui avait dû payer 2 millions d’euros en 2024.",
        ),
        (
            "nl",
            "Het vorige record stond op naam van Orrin Bank, die in 2024 2 miljoen euro moest betalen.",
        ),
        (
            "it",
            "Il precedente record era di Orrin Banca, che nel 2024 aveva dovuto pagare 2 milioni di euro.",
        ),
        (
            "es",
            "El récord anterior era de Orrin Bank, que en 2024 tuvo que pagar 2 millones de euros.",
        ),
    ],
)
def test_the_highest_sum_before_is_its_bearers(language: str, told: str) -> None:
    found = actions(language, f"{_FIRST[language]}\n\n{told}")
    assert [each.respondents[0].name.split()[0] for each in found] == ["Kestrel", "Orrin"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The previous record was for Orrin and Norvia: £2m for the former, £1m for the latter."),
        ("de", "Bisheriger Rekord: Orrin Bank und Norvia Bank, 2 Mio. € für erstere, 1 Mio für letztere."),
        ("fr", "Le précédent record visait Orrin et Norvia : 2 M€ pour la première, 1 M€ pour la seconde."),
    ],
)  # fmt: skip
def test_the_parts_of_the_highest_sum_before_are_each_one_bearers(language: str, told: str) -> None:
    found = actions(language, f"{_FIRST[language]}\n\n{told}")
    sums = {each.respondents[0].name.split()[0]: [int(one.value) for one in each.amounts] for each in found}
    assert sums["Orrin"] == [2_000_000]
    assert sums["Norvia"] == [1_000_000]


def test_what_adds_up_to_a_fine_is_its_parts() -> None:
    told = "“It is two fines. Two million pounds for the controls, £1 million for the delay,” it said."
    text = f"{_FIRST['en']}\n\n{told}"
    (action,) = actions("en", text)
    assert [int(amount.value) for amount in action.amounts] == [3_000_000, 2_000_000, 1_000_000]


def test_the_sum_of_each_breach_is_the_one_respondents() -> None:
    told = "El organismo ve dos abusos, castigados con 1,5 millones de euros cada uno."
    (action,) = actions("es", f"{_FIRST['es']}\n\n{told}")
    assert [int(amount.value) for amount in action.amounts] == [3_000_000, 1_500_000]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The largest fine to date, £1.2 billion for Norvia Media, is before the courts."),
        ("en", "Its biggest case ended with a surcharge of £1.2 billion for Norvia Media."),
        ("de", "Die bisher höchste Geldbuße, 1,2 Milliarden Euro gegen Norvia Media, liegt vor Gericht."),
        ("fr", "La plus forte amende, 1,2 milliard d’euros pour Norvia Media, est devant les juges."),
        ("nl", "De hoogste boete, 1,2 miljard euro voor Norvia Media, ligt bij de rechter."),
        ("it", "La multa più alta, 1,2 miliardi di euro a Norvia Media, è davanti ai giudici."),
        ("es", "La multa más alta, 1.200 millones de euros a Norvia Media, está en los tribunales."),
    ],
)
def test_a_fine_with_its_respondent_right_behind_is_told(language: str, told: str) -> None:
    found = actions(language, f"{_FIRST[language]}\n\n{told}")
    assert [each.respondents[0].name for each in found][1:] == ["Norvia Media"]
    assert int(found[1].amounts[0].value) == 1_200_000_000


@pytest.mark.parametrize(
    "told",
    [
        "The largest fine could be €1.2 billion for Norvia Media.",
        "A fine never threatened the €1.2 billion for Norvia Media and its new studio in Leeds.",
    ],
)
def test_a_fine_that_may_be_is_not_told_of_who_stands_behind(told: str) -> None:
    assert len(actions("en", f"{_FIRST['en']}\n\n{told}")) == 1


def test_who_is_ordered_for_breaking_a_law_that_is_named_is_a_respondent() -> None:
    told = (
        "The SEC on Tuesday fined Marlowe Securities $35 million.\n\n"
        "Other ending: Quillfield Advisers was found to have violated the Advisers Act and ordered to "
        "cease and desist."
    )
    assert [each.respondents[0].name for each in actions("en", told)] == [
        "Marlowe Securities",
        "Quillfield Advisers",
    ]


def test_the_won_of_korea_tells_of_no_victory() -> None:
    text = "The 134.8 billion-won fine is a record."
    survey = Survey(Article(text, SourceMetadata(language="en")))
    assert "won" in {each.span.of(text) for each in find_triggers(text, "en")}
    assert "won" not in {each.span.of(text) for each in survey.triggers}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "In May the company lost its last appeal against the €2.4 billion Listing fine of 2021."),
        ("en", "The biggest, imposed in 2021 and cut on appeal to €2.4 billion, is still before the court."),
        ("de", "Die höchste, im Jahr 2021 verhängt, betrug 2,4 Milliarden Euro."),
        ("fr", "La plus lourde, infligée en 2021, atteignait 2,4 milliards d’euros."),
    ],
)
def test_another_fine_of_the_one_spoken_of_has_a_sum_of_its_own(language: str, told: str) -> None:
    found = Survey(Article(f"{_FIRST[language]}\n\n{told}", SourceMetadata(language=language)))
    others = [each for each in find_findings(found, shipped_models()) if each.another]
    assert [int(mention.value) for each in others for mention in each.sums] == [2_400_000_000]
    assert {each.parties[0] for each in others} == {found.parties[0]}


@pytest.mark.parametrize(
    "told",
    [
        "The biggest, imposed in 2021 on Norvia Ltd, was €2.4 billion.",
        "The biggest, said a lawyer, may come to €2.4 billion.",
        "In May the court upheld a €2.4 billion listing fine.",
    ],
)
def test_a_fine_of_somebody_else_or_of_nobody_is_not_another_of_his(told: str) -> None:
    found = Survey(Article(f"{_FIRST['en']}\n\n{told}", SourceMetadata(language="en")))
    assert not any(each.another for each in find_findings(found, shipped_models()))


@pytest.mark.parametrize(
    ("language", "text", "verb", "code"),
    [
        ("en", "The FCA reprimanded Kestrel Bank, and the ICO fined it £2 million.", "reprimanded", "GB-FCA"),
        ("en", "The FCA reprimanded Kestrel Bank, and the ICO fined it £2 million.", "fined", "GB-ICO"),
        ("fr", "La CNIL a sanctionné Kestrel SA, que l’AMF avait avertie.", "sanctionné", "FR-CNIL"),
        ("en", "The FCA, which told the ICO about it, suspended Kestrel Bank.", "suspended", None),
        ("en", "The FCA and the ICO fined Kestrel Bank £2 million.", "fined", None),
    ],
)
def test_the_authority_right_before_a_verb_acts(
    language: str, text: str, verb: str, code: str | None
) -> None:
    found = Survey(Article(text, SourceMetadata(language=language)))
    start = text.index(verb)
    assert actor_of(found, found.article.sentences[0], Span(start, start + len(verb))) == code


def test_a_verb_has_no_object_in_another_item_of_the_line() -> None:
    text = "FCA fines Kestrel Bank Ltd, ICO warns lender, Norvia Ltd wins."
    found = Survey(Article(text, SourceMetadata(language="en")))
    verb = Span(text.index("warns"), text.index("warns") + 5)
    assert not any(is_object(found, found.article.sentences[0], verb, each) for each in found.parties)


_SEVERAL = {
    "en": "The FCA has levied more than £300 million in fines since 2018.",
    "de": "Die Bafin hat seit 2018 Bußgelder von mehr als 300 Millionen Euro verhängt.",
    "fr": "Elle a prononcé plus de 300 millions d’euros d’amendes depuis 2018.",
    "nl": "De toezichthouder legde sinds 2018 voor ruim 300 miljoen euro aan boetes op.",
    "it": "Dal 2018 ha inflitto sanzioni per più di 300 milioni di euro.",
    "es": "Desde 2018 ha impuesto multas por más de 300 millones de euros.",
}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The largest, of £120 million, was imposed on Vardena in May 2023."),
        ("en", "The largest, of £120 million, was handed to Vardena in May 2023 and is before the courts."),
        ("en", "The biggest, £120 million, went to Vardena in 2023."),
        ("de", "Das höchste, 120 Millionen Euro, wurde 2023 gegen die Vardena AG verhängt."),
        ("de", "Das höchste, 120 Millionen Euro, traf die Vardena AG im Jahr 2023."),
        ("fr", "La plus élevée, de 120 millions d’euros, a été infligée à Vardena en 2023."),
        ("fr", "La plus lourde, 120 millions d’euros, visait Vardena en mai 2023."),
        ("nl", "De hoogste, van 120 miljoen euro, werd in 2023 opgelegd aan Vardena."),
        ("nl", "De hoogste, 120 miljoen euro, ging in 2023 naar Vardena."),
        ("it", "La più alta, di 120 milioni di euro, è stata inflitta a Vardena nel 2023."),
        ("es", "La mayor, de 120 millones de euros, fue impuesta a Vardena en 2023."),
    ],
)
def test_the_largest_of_several_is_the_action_of_whom_it_went_to(language: str, told: str) -> None:
    text = f"{_FIRST[language]}\n\n{_SEVERAL[language]} {told}"
    found = [
        (each.respondents[0].name, [int(amount.value) for amount in each.amounts])
        for each in actions(language, text)
    ]
    assert [sums for _, sums in found] == [[3_000_000], [120_000_000]]
    assert found[1][0].startswith("Vardena")


@pytest.mark.parametrize(
    "told",
    [
        "The largest, of £120 million, is still to be paid.",
        "The largest part, £120 million, was spent on Vardena Park.",
        "The other £2 million punishes what the bank told its customers.",
    ],
)
def test_the_largest_of_other_things_is_none(told: str) -> None:
    found = actions("en", f"{_FIRST['en']}\n\nThe bank lent more than £300 million last year. {told}")
    assert [int(each.amounts[0].value) for each in found] == [3_000_000]


@pytest.mark.parametrize(
    ("language", "told", "code"),
    [
        (
            "en",
            "Orrin agreed to pay the state of Texas $20 million to settle claims that it lied.",
            "US-TX-AG",
        ),
        ("en", "Orrin has agreed to pay $20 million to Texas to settle claims that it lied.", "US-TX-AG"),
        (
            "en",
            "Orrin agreed to pay the SEC $20 million to settle charges that it misled investors.",
            "US-SEC",
        ),
        ("es", "Orrin acordó pagar a la SEC 20 millones de dólares para cerrar el caso.", "US-SEC"),
    ],
)
def test_who_agrees_to_pay_an_authority_settles_with_it(language: str, told: str, code: str) -> None:
    (action,) = actions(language, told)
    assert (action.authority.code, int(action.amounts[0].value)) == (code, 20_000_000)


@pytest.mark.parametrize(
    "told",
    [
        "Orrin agreed to pay $20 million to settle a class action brought after an SEC probe.",
        "Orrin pays the FCA £5m in fees every year.",
        "Orrin agreed to pay Texas users $20 million.",
    ],
)
def test_what_others_are_paid_is_no_settlement_with_an_authority(told: str) -> None:
    assert actions("en", told) == ()


@pytest.mark.parametrize(
    ("language", "told", "code"),
    [
        ("en", "In Italy the Garante blocked OpenAI’s chatbot in March 2023.", "IT-GARANTE"),
        ("en", "In Brazil the ANPD suspended Meta’s training of AI models last July.", "BR-ANPD"),
        ("de", "Die italienische Datenschutzbehörde sperrte 2023 den Chatbot von OpenAI.", "IT-GARANTE"),
        ("fr", "En 2023, le Garante italien a suspendu le service de Replika.", "IT-GARANTE"),
        ("nl", "In 2023 blokkeerde de Italiaanse privacytoezichthouder de chatbot van OpenAI.", "IT-GARANTE"),
    ],
)
def test_an_authority_that_blocks_what_somebody_offers_bans_it(language: str, told: str, code: str) -> None:
    (_, action) = actions(language, f"{_FIRST[language]}\n\n{told}")
    assert (action.authority.code, action.kind.value.value) == (code, "ban")


@pytest.mark.parametrize(
    "told",
    [
        "Meta paused the launch of its chatbot in Europe last June.",
        "Meta suspended the training after talks with the DPC.",
        "The DPC met Meta, which blocked its own service.",
    ],
)
def test_what_a_firm_stops_itself_is_no_ban(told: str) -> None:
    assert len(actions("en", f"{_FIRST['en']}\n\n{told}")) == 1
