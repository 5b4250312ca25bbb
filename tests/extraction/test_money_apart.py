"""Sums that are never part of a sanction beside them, and sums of one sanction, in six languages."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.money_apart import is_apart
from casefile.extraction.money_changes import sums_of_one
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

APART = {
    "en": """
1 | In one file, a buyer had paid £485,000 in cash for a bungalow.
1 | It dealt with Orrin & Co, a gold business which received some £46.8 million in a year.
0 | Corellis is the firm which received £4 million fines from both.
1 | Corellis has also volunteered £6.3 million for its customers.
1 | Corellis will contribute £400,000 to the regulator’s legal costs.
1 | They were fined over their links to the £3 billion money laundering case.
1 | One customer paid about £3,200 for a kitchen that never came.
1 | The authority had first announced a fine of €100 million.
1 | Ofcom initially proposed a penalty of £4 million.
1 | The notice of intent had put the bill at £45 million.
1 | The draft decision spoke of £45 million.
0 | The notice put an end to it with a fine of £45 million.
0 | A client paid a fine of £3,200.
0 | Corellis paid £3.2 million after customers complained.
0 | The authority first looked at the files and then imposed €4 million.
1 | The court gave weight to the £4.1 million that Corellis had already repaid.
1 | It took account of the £620,000 it has since spent on new software.
1 | He has paid back £96,300 to its customers.
0 | The fine of £4 million, which Corellis has paid, stands.
1 | The money goes to the state, and £2 million of it goes to the agency.
1 | It must also pay £50,000 of the regulator’s costs.
1 | Corellis has to pay $400,000 towards the Commissioner’s costs.
1 | The breach is an offence which can attract a fine of ten million rand.
1 | The company said it had set aside €400 million for the purpose.
1 | The penalty exceeds its revenue, which was $1.9 million.
1 | It must also pay a victim surcharge of £181.
1 | The operator has already refunded £640,000.
1 | It must reimburse the Commission $35,000.
1 | Corellis is setting aside £8 million for its customers.
1 | The agency is pursuing restitution of £346,000.
1 | It froze two accounts holding £58,210.
1 | Roe had earned $318,000 from the scheme.
1 | Without that it would have been £56 million.
1 | It was €6 million before the settlement discount.
0 | It must repay $2 million in commissions.
0 | A penalty surcharge of KRW 7.54 billion was levied.
1 | Misleading the agency is punishable by a fine of up to £20,000.
0 | It was fined £5 million for hiding costs from its customers.
0 | It was ordered to pay a fine of £5 million.
0 | The firm is liable to pay €3 million.
0 | The penalty of £1,000 a day can reach £90,000.
""",
    "de": """
1 | In einem Fall hatte eine Kundin 48.500 Euro in bar bezahlt.
1 | Das Amt hatte zunächst ein Bußgeld von 9 Millionen Euro angekündigt.
1 | Im Anhörungsschreiben waren noch 9 Millionen Euro genannt.
0 | Das Amt hatte zunächst ein Bußgeld von 9 Millionen Euro verhängt.
1 | Zu ihren Gunsten zählten die 4 Millionen Euro, die Lumora bereits erstattet hatte.
1 | Dazu kommen 4.000 Franken Verfahrenskosten.
1 | Das Geld fließt in den Haushalt, 2 Millionen Euro davon gehen an das Amt.
1 | Lumora hat eine Rückstellung von 4 Millionen Euro gebildet.
0 | Das Amt verhängte ein Bußgeld von 4 Millionen Euro für überhöhte Kosten.
0 | Die Buße beläuft sich auf 4 Millionen Euro.
""",
    "fr": """
1 | Corellis, qui avait reçu 40 millions d’euros de ses clients, a cédé.
1 | Une cliente avait payé 4 850 euros pour une cuisine.
1 | L’autorité avait d’abord annoncé une amende de 9 millions d’euros.
0 | Une cliente a payé une amende de 4 850 euros.
1 | Le tribunal a tenu compte des 4 millions d’euros que Lumora avait remboursés.
1 | Le délit est passible d’une amende de 75 000 euros.
1 | Elle devra aussi verser 4 000 euros de frais de procédure.
1 | L’argent va à l’État, et 2 millions d’euros en reviennent à l’autorité.
0 | La CNIL a prononcé une amende de 75 000 euros pour des frais cachés.
0 | L’astreinte peut atteindre 75 000 euros.
""",
    "nl": """
1 | Een klant had 4.850 euro betaald voor een keuken.
1 | De ACM had eerst een boete van 9 miljoen euro aangekondigd.
0 | De ACM had eerst een boete van 9 miljoen euro opgelegd.
1 | De 4 miljoen euro die Lumora al had terugbetaald telt mee.
1 | Het bedrijf moet ook 2.000 euro aan proceskosten betalen.
1 | Het geld gaat naar de staat, 2 miljoen euro daarvan gaat naar de toezichthouder.
1 | De bank heeft een voorziening van 3 miljoen euro getroffen.
0 | De boete van 3 miljoen euro voor verborgen kosten blijft staan.
0 | De dwangsom kan oplopen tot 50.000 euro.
""",
    "it": """
1 | La Corellis, che aveva incassato 40 milioni di euro dai clienti, tace.
1 | Una cliente aveva pagato 4.850 euro per una cucina.
1 | L’Antitrust aveva inizialmente proposto una sanzione di 9 milioni di euro.
0 | Una cliente ha pagato una multa di 4.850 euro.
1 | Pesano i 4 milioni di euro che Lumora aveva già rimborsato.
1 | Dovrà versare anche 5.000 euro di spese legali.
1 | La violazione è punita con una multa di 20.000 euro.
0 | L’Antitrust ha inflitto una sanzione di 20.000 euro per spese nascoste.
0 | La società dovrà pagare 20.000 euro.
""",
    "es": """
1 | Corellis, que había cobrado 40 millones de euros a sus clientes, calla.
0 | Son dos conductas, cada una castigada con 206,62 millones de euros.
1 | La infracción está castigada con 600.000 euros.
1 | Una clienta pagó 4.850 euros por una cocina.
1 | La CNMC había inicialmente propuesto una multa de 9 millones de euros.
0 | Una clienta pagó una multa de 4.850 euros.
1 | Pesan los 4 millones de euros que Lumora ya había devuelto.
1 | Deberá abonar además 3.000 euros en costas.
1 | El banco tenía una provisión de 9 millones de euros.
0 | La CNMC impuso una multa de 9 millones de euros por gastos ocultos.
0 | La empresa pagará 9 millones de euros.
""",
}
OF_ONE = {
    "en": """
0 | It pays £3 million, to which £5 million of costs will be added.
1 | It paid the £3 million to which the original £5 million had come down.
1 | The court cut the fine from €5 million to €3 million.
1 | The tribunal cut the penalty to €3 million from €5 million.
1 | Lumora will pay €3 million instead of €5 million.
1 | A judge cut the €957,000 fine that the commissioner imposed on Parley to €610,500.
1 | It imposed a fine of €1.2 million, of which €400,000 is suspended.
0 | Lumora was fined €5 million and Kestrel €3 million.
0 | The court cut the fine on Lumora to €3 million and annulled a €5 million fine on Kestrel.
0 | Revenue rose from €5 million to €30 million.
""",
    "de": """
1 | Es zahlt die 3 Millionen Euro, auf die die ursprünglichen 5 Millionen Euro gesunken sind.
1 | Das Gericht senkte das Bußgeld von 5 Millionen Euro auf 3 Millionen Euro.
1 | Lumora zahlt 3 Millionen Euro statt der ursprünglich verhängten 5 Millionen Euro.
0 | Lumora zahlt 3 Millionen Euro und Kestrel 5 Millionen Euro.
""",
    "fr": """
1 | La cour a ramené l’amende de 5 millions d’euros à 3 millions d’euros.
1 | Une amende de 1,2 million d’euros, dont 400 000 euros avec sursis.
1 | Elle paiera 3 millions d’euros au lieu des 5 millions d’euros fixés en 2019.
0 | Lumora doit 3 millions d’euros et Kestrel 5 millions d’euros.
""",
    "nl": """
1 | De rechtbank verlaagde de boete van 5 miljoen euro naar 3 miljoen euro.
1 | Een boete van 1,2 miljoen euro, waarvan 400.000 euro voorwaardelijk.
0 | Lumora betaalt 3 miljoen euro en Kestrel 5 miljoen euro.
""",
    "it": """
1 | Il Tar ha ridotto la multa da 5 milioni di euro a 3 milioni di euro.
1 | Pagherà 3 milioni di euro anziché 5 milioni di euro.
1 | Pagherà i 3 milioni di euro a cui si sono ridotti gli iniziali 5 milioni di euro.
0 | Lumora pagherà 3 milioni di euro e Kestrel 5 milioni di euro.
""",
    "es": """
1 | El tribunal rebajó la multa de 5 millones de euros a 3 millones de euros.
1 | Pagará 3 millones de euros en lugar de 5 millones de euros.
1 | Abonó los 120.000 euros en que se han quedado los 200.000 euros de la propuesta.
0 | Abonó los 120.000 euros en que se tasaron daños de 200.000 euros.
0 | Lumora pagará 3 millones de euros y Kestrel 5 millones de euros.
""",
}


def lines(table: dict[str, str]) -> list[tuple[str, bool, str]]:
    """Language, whether it holds, and the sentence."""
    return [
        (language, line.startswith("1"), line.split("|", 1)[1].strip())
        for language, block in table.items()
        for line in block.strip().splitlines()
    ]


def survey(text: str, language: str) -> Survey:
    return Survey(Article(text, SourceMetadata(language=language)))


@pytest.mark.parametrize(("language", "apart", "text"), lines(APART))
def test_what_a_law_allows_provisions_and_costs_are_no_sanction(
    language: str, apart: bool, text: str
) -> None:
    found = survey(text, language)
    (sentence,) = found.article.sentences
    assert is_apart(text, language, sentence, found.money[-1].span) is apart


@pytest.mark.parametrize(("language", "one", "text"), lines(OF_ONE))
def test_old_and_new_sums_and_parts_are_of_one_sanction(language: str, one: bool, text: str) -> None:
    found = survey(text, language)
    (sentence,) = found.article.sentences
    assert len(list(sums_of_one(text, language, sentence, found.money_in(sentence)))) == one


CUT_LATER = {
    "en": """The ICO fined Lumora Ltd £312,000 on Wednesday over health data.

In March 2022 the ICO fined Lumora £1.1 million for calls. A tribunal cut that to £740,000 in 2023.""",
    "de": """Das Bundeskartellamt hat gegen die Lumora GmbH ein Bußgeld von 312.000 Euro verhängt.

Im März 2022 verhängte das Bundeskartellamt gegen Lumora ein Bußgeld von 1,1 Millionen Euro. \
Ein Gericht senkte es 2023 auf 740.000 Euro.""",
}


@pytest.mark.parametrize("language", CUT_LATER)
def test_a_sum_that_a_court_cut_is_of_the_decision_told_before_it(language: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate.of(2025, 11, 27))
    actions = find_actions(Survey(Article(CUT_LATER[language], metadata)))
    sums = [{int(amount.value) for amount in each.amounts} for each in actions]
    assert {1_100_000, 740_000} in sums
    assert {312_000} in sums


def test_a_sentence_may_end_with_a_day() -> None:
    article = Article("A court refused on Dec. 18. Its owner paid.", SourceMetadata(language="en"))
    assert len(article.sentences) == 2
    german = Article("Am 18. Dezember zahlte Lumora.", SourceMetadata(language="de"))
    assert len(german.sentences) == 1
