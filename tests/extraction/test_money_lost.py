"""Sums that have lost their magnitude, and small sums that have not."""

import pytest

from casefile.extraction.money import find_money
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.terms import AmountScale


def lost(text: str, language: str) -> list[str]:
    found = find_money(Article(text, SourceMetadata(language=language)))
    return [each.span.of(text) for each in found if each.scale is AmountScale.MISSING]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The $33.7 penalty was steep."),
        (
            "en",
            "Orrin Ltd pays £15.9 million, Norvia £6.3 million and the firm Tarn & Sons 2.2. It was late.",
        ),
        (
            "nl",
            "Orrin NV betaalt 15,9 miljoen euro, Norvia 6,3 miljoen en het bedrijf Tarn & Zonen 2,2. Die",
        ),
        ("fr", "Orrin SA paiera 15,9 millions d’euros, Norvia 6,3 millions et l’entreprise Tarn 2,2."),
        ("es", "Las multas:\n• Orrin SA: 742 millones de euros\n• Norvia SA: 98,5 euros"),
        ("en", "It was fined $220 million. The $220 will not reach my shop, said the trader."),
        ("de", "Das Gericht senkte die Buße auf 102 Millionen Euro. Diese 102 Euro zahle man gern."),
        ("fr", "La firme doit 102 millions d’euros. Ces 102 euros sont de trop."),
        ("nl", "De boete is 102 miljoen euro. Die 102 euro betaalt niemand graag."),
        ("it", "La multa è di 15 milioni di euro. Il pagamento dei 15 euro è sospeso."),
        ("es", "La multa es de 102 millones de euros. Esos 102 euros no asustan."),
        ("en", "Ofcom’s £2.7 fine is now official."),
        ("en", "He has 45 days to pay the Rs 45 penalty. The regulator fined him Rs 45 lakh."),
        ("de", "Gegen die Bank wurde ein Bußgeld von 2,65 Euro verhängt."),
        ("de", "Ein Bußgeld von 30,5 Euro traf die Firma."),
        ("fr", "La pénalité de 2,4 € est impayée."),
        ("fr", "Une amende de 1,35 € a été infligée à la société."),
        ("nl", "De AFM heeft een boete van € 2,1 opgelegd."),
        ("it", "Il Garante ha inflitto una multa di 5,6 euro alla società."),
        ("es", "La AEPD le impuso una multa de 8,2 euros."),
        ("en", "The watchdog fined it €1.2 in May 2024."),
        ("en", "It pays the €460 fine. The court had set it at €460,000."),
        ("en", "The fine of €24 million stands. The €24 must be paid by June."),
        ("en", "They took £307,000 from us, and £307 would have been enough."),
        ("de", "Die Strafe beträgt 17 Millionen Euro. Die 17 Euro fließen in den Haushalt."),
        ("fr", "Une amende de 103.000 euros. Ces 103 euros, comme il les appelle, sont de trop."),
        ("it", "Una multa di 16 milioni di euro. Il pagamento dei 16 euro scende alla metà."),
        ("es", "Una multa de 14 millones de euros. Los 14 euros van al Tesoro."),
        ("nl", "Een boete van 18 miljoen euro. De 18 euro gaan naar de staatskas."),
    ],
)
def test_a_lost_magnitude(language: str, text: str) -> None:
    assert len(lost(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He paid a £35.00 fine for parking outside the school."),
        ("en", "Drivers face a $72.50 fine for littering."),
        ("en", "The £60 penalty is halved if paid early. The council took £6 million from it."),
        ("en", "The chain was fined for adding €2.5 to every bill."),
        ("en", "It was fined £4.2 million for charging customers £1.5 too much per call."),
        ("en", "The penalty was imposed because shares were sold at $12.5 instead of $13."),
        ("en", "Fines in € million\n\nKestrel €30.5\nVolo €12.4"),
        ("en", "A fine of €15 million for a subscription that cost €15."),
        ("de", "Ein Bußgeld von 15 Millionen Euro für ein Abo um 15 Euro."),
        ("it", "Una multa di 15 milioni di euro per un abbonamento da 15 euro."),
        ("en", "A fine of €600 was imposed on the tenant."),
        ("en", "It was fined €60 million. A ticket costs €60, and the €50 deposit is kept."),
        ("en", "The company was fined after a $1.99 subscription renewed without consent."),
        ("en", "The shop was fined €2,000 for selling vapes at €7.5 to children."),
        ("en", "The fine equals €3.40 for each customer."),
        ("en", "The toll rose to $4.5, and the fine for not paying it to $45."),
        ("en", "Its penalty fare rises to £100.00 in May."),
        ("de", "Das Bußgeld beträgt 25,50 Euro inklusive Gebühren."),
        ("de", "Wer falsch parkt, zahlt 55 Euro Bußgeld. Die Stadt nahm 5,5 Millionen Euro ein."),
        ("de", "Der Anbieter muss ein Bußgeld zahlen, weil er 1,5 Euro zu viel je Anruf verlangte."),
        ("de", "Bußgelder (in Mio. Euro)\n\nKestrel: 30,5 Euro\nVolo: 12,4 Euro"),
        ("de", "Das Bußgeld wurde verhängt, weil Kunden für ein Abo von 4,99 Euro zahlen mussten."),
        ("de", "Die Strafe entspricht 3,5 Euro pro Kunde."),
        ("fr", "Une amende de 35,00 € pour stationnement gênant."),
        ("fr", "L’amende forfaitaire est de 68 €. La ville a perçu 6,8 millions d’euros."),
        ("fr", "La société a été sanctionnée pour avoir facturé 2,5 € de trop à chaque abonné."),
        ("fr", "Amendes (en millions d’euros)\n\nKestrel 30,5 €\nVolo 12,4 €"),
        ("fr", "L’amende représente 1,2 € par client."),
        ("nl", "De boete bedraagt € 40,50 plus administratiekosten."),
        ("nl", "De boete volgt omdat klanten € 1,5 te veel betaalden per gesprek."),
        ("nl", "De parkeerboete kost € 70. De gemeente haalde er € 7 miljoen mee op."),
        ("nl", "Boetes in miljoenen euro\n\nKestrel € 30,5\nVolo € 12,4"),
        ("it", "La multa è di 42,00 euro per divieto di sosta."),
        ("it", "La sanzione arriva perché il costo era di 2,5 euro a chiamata."),
        ("it", "Sanzioni in milioni di euro\n\nKestrel 30,5 euro\nVolo 12,4 euro"),
        ("it", "La multa equivale a 1,5 euro per ogni cliente."),
        ("es", "La multa es de 45,00 euros por aparcar mal."),
        ("es", "La multa llega por cobrar 2,5 euros de más a cada usuario."),
        ("es", "Multas en millones de euros\n\nKestrel 30,5 euros\nVolo 12,4 euros"),
        ("es", "La sanción equivale a 1,5 euros por cliente."),
    ],
)
def test_a_small_sum_is_whole(language: str, text: str) -> None:
    assert lost(text, language) == []


def test_the_second_of_two_sums() -> None:
    text = "The one was fined 58.3 million pesos, and the other, $8.2 pesos."
    assert lost(text, "en") == ["$8.2"]
