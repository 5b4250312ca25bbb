"""Laws and their articles, in the ways in which the press of six languages names them."""

import pytest

from casefile.extraction.laws import find_provisions
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def _found(text: str, language: str) -> list[str]:
    """Each law and article once, as "GDPR 5"; a law is left out where its articles are there."""
    mentions = find_provisions(Article(text, SourceMetadata(language=language)))
    detailed = {mention.instrument for mention in mentions if mention.article}
    told = [
        f"{mention.instrument} {mention.article}".strip()
        for mention in mentions
        if mention.article or mention.instrument not in detailed
    ]
    return list(dict.fromkeys(told))


ENGLISH = [
    ("€3m under Article 9 and €2m under Article 32 of the GDPR", "GDPR 9; GDPR 32"),
    ("breached Articles 5(1)(f), 6 and 32 of the EU's General Data Protection Regulation",
     "GDPR 5; GDPR 6; GDPR 32"),
    ("infringed Articles 12 to 14 GDPR", "GDPR 12; GDPR 13; GDPR 14"),
    ("Article 15(1)(h) and Article 22 of the GDPR", "GDPR 15; GDPR 22"),
    ("breached GDPR Art. 5", "GDPR 5"),
    ("the GDPR (Articles 5 and 25)", "GDPR 5; GDPR 25"),
    ("Section 5 of the FTC Act", "FTC Act 5"),
    ("s 18 of the Australian Consumer Law", "Australian Consumer Law 18"),
    ("section 12DA of the ASIC Act", "ASIC Act 12DA"),
    ("regulation 21 of the Privacy and Electronic Communications Regulations", "PECR 21"),
    ("broke General Condition C1.3", "General Conditions C1.3"),
    ("Principle 6 of the FCA's Principles for Businesses", "FCA Principles for Businesses 6"),
    ("Section 10(b) of the Exchange Act and Rule 10b-5 thereunder",
     "Securities Exchange Act of 1934 10; Securities Exchange Act of 1934 10b-5"),
    ("breached Privacy Principle 11.1 and section 13G of the Privacy Act", "Privacy Act 13G"),
    ("in line with the FCA's Principles for Businesses. Principle 7 was broken",
     "FCA Principles for Businesses 7"),
    ("breaching section 2(1) of the Health and Safety at Work etc. Act 1974",
     "Health and Safety at Work Act 2"),
    ("under the Online Safety Act", "Online Safety Act"),
    ("under the Robot Safety Act 2027", "Robot Safety Act 2027"),
    ("an offence under the Animal Feed (Hygiene) Act 2011", "Animal Feed (Hygiene) Act 2011"),
    ("sections 21 and 24 of the Vermont Consumer Fraud Act",
     "Vermont Consumer Fraud Act 21; Vermont Consumer Fraud Act 24"),
    ("in breach of the Riverton Tenancy Code", "Riverton Tenancy Code"),
    ("violated the CAN-SPAM Act, the Ferry Passengers Act and the Canal Toll Code",
     "CAN-SPAM Act; Ferry Passengers Act; Canal Toll Code"),
    ("fined under Ghana’s Clean Rivers Act", "Clean Rivers Act"),
    ("infringed Article 102 TFEU. Its lawyers said that Article 102 was misread", "TFEU 102"),
    ("Regulation (EC) No 261/2004 and Directive 93/13/EEC",
     "Air Passenger Rights Regulation; Unfair Contract Terms Directive"),
]  # fmt: skip
GERMAN = [
    ("hat damit Artikel 70 der EU-Kryptoverordnung MiCAR verletzt", "MiCA 70"),
    ("Das verstößt gegen § 7 Abs. 1 i. V. m. Abs. 2 Nr. 1 UWG", "UWG 7"),
    ("gegen Art. 15 Abs. 1 lit. h i. V. m. Art. 22 DSGVO", "GDPR 15; GDPR 22"),
    ("Artikel 5 Absatz 1 Buchstabe f und Artikel 32 der Datenschutz-Grundverordnung", "GDPR 5; GDPR 32"),
    ("Art. 13 Abs. 1 und 2, Art. 14 DSGVO", "GDPR 13; GDPR 14"),
    ("entgegen Artikel 5 bis 7 DSGVO", "GDPR 5; GDPR 6; GDPR 7"),
    ("nach § 7 Abs. 2 Nr. 2 UWG", "UWG 7"),
    ("gegen §§ 3, 5a und 16 UWG", "UWG 3; UWG 5a; UWG 16"),
    ("nach Paragraf 19a des Gesetzes gegen Wettbewerbsbeschränkungen", "GWB 19a"),
    ("Verstöße gegen das Energiewirtschaftsgesetz (EnWG), konkret § 41", "EnWG 41"),
    ("gegen die Paragrafen 6 und 9 des Finanzmarkt-Geldwäschegesetzes", "FM-GwG 6; FM-GwG 9"),
    ("Artikel 8 des Bundesgesetzes gegen den unlauteren Wettbewerb", "UWG 8"),
    ("§ 174 TKG 2021 und § 8 ABCG", "TKG 174; ABCG 8"),
    ("Verletzung des Seilbahnaufsichtsgesetzes", "Seilbahnaufsichtsgesetz"),
    ("nach dem Gesetz über die Aufsicht an Seilbahnen (SbAG); auch § 3 SbAG", "SbAG 3"),
    ("die Verordnung (EU) Nr. 596/2014", "MAR"),
    ("nach § 25 Abs 3 Z 2 TKG und Artikel 102 des Vertrags über die Arbeitsweise der Europäischen Union",
     "TKG 25; TFEU 102"),
    ("Verstöße gegen das Heilmittelwerbegesetz (HWG) und das UWG", "HWG; UWG"),
]  # fmt: skip
FRENCH = [
    ("une violation des articles 4, 11) et 6 du RGPD", "GDPR 4; GDPR 6"),
    ("3 M€ pour l’article 9 et 2 M€ pour l’article 32 du RGPD", "GDPR 9; GDPR 32"),
    ("articles L. 420-1 du code de commerce et 101 du TFUE", "Code de commerce L. 420-1; TFEU 101"),
    ("au mépris de l’article L121-2 du code de la consommation", "Code de la consommation L. 121-2"),
    ("à l’article L. 561-5 et à l’article L. 561-6 du code monétaire et financier",
     "Code monétaire et financier L. 561-5; Code monétaire et financier L. 561-6"),
    ("l’article 5, paragraphe 1, point f), et l’article 32 du RGPD", "GDPR 5; GDPR 32"),
    ("violation de l’article 82 de la loi Informatique et Libertés", "Loi Informatique et Libertés 82"),
    ("en vertu de la loi n° 86-1067 du 30 septembre 1986", "Loi Léotard"),
    ("manquement au code de la navigation fluviale et du halage", "code de la navigation fluviale"),
    ("violation de la loi relative aux télésièges (LTS). La LTS", "LTS"),
    ("contraire à l’article VI.97 du Code de droit économique", "Code de droit économique VI.97"),
    ("le règlement (UE) n° 596/2014", "MAR"),
    ("l’article L. 442-1, I, 2° du code de commerce", "Code de commerce L. 442-1"),
    ("violation des articles 5, § 1er, c) et 6, § 1er, du RGPD", "GDPR 5; GDPR 6"),
]  # fmt: skip
DUTCH = [
    ("3 ton voor artikel 9 en 2 ton voor artikel 32 van de AVG", "GDPR 9; GDPR 32"),
    ("artikel 8.8 van de Wet handhaving consumentenbescherming en artikel 6:193b van het Burgerlijk Wetboek",
     "Wet handhaving consumentenbescherming 8.8; Burgerlijk Wetboek 6:193b"),
    ("overtreding van artikel 4:23 Wft en artikel 3, eerste lid, van de Wwft", "Wft 4:23; Wwft 3"),
    ("de artikelen 5, eerste lid, onder f, en 32 van de AVG", "GDPR 5; GDPR 32"),
    ("artikel 11.7a van de Telecommunicatiewet", "Telecommunicatiewet 11.7a"),
    ("volgens de Wet toezicht kabelbanen mag dat niet", "Wet toezicht kabelbanen"),
    ("overtreding van de Kabelbaanwet", "Kabelbaanwet"),
    ("de artikelen 5 lid 1 sub f en 32 lid 1 AVG", "GDPR 5; GDPR 32"),
    ("artikel 6, lid 1, en artikel 13, leden 1 en 2, AVG", "GDPR 6; GDPR 13"),
    ("artikel 24 van de Mededingingswet en artikel 102 VWEU", "Mededingingswet 24; TFEU 102"),
]  # fmt: skip
ITALIAN = [
    ("in violazione degli artt. 5, par. 2, 6, 24 e 28 del Gdpr", "GDPR 5; GDPR 6; GDPR 24; GDPR 28"),
    ("in violazione degli artt. 13, par. 1, 2, e 14 del Gdpr", "GDPR 13; GDPR 14"),
    ("300 mila per l’articolo 9 e 200 mila per l’articolo 32 del Gdpr", "GDPR 9; GDPR 32"),
    ("in violazione degli artt. 20, 21 e 24 del Codice del Consumo",
     "Codice del consumo 20; Codice del consumo 21; Codice del consumo 24"),
    ("dell’art. 5, par. 1, lett. a) e f), e dell’art. 32 del Gdpr", "GDPR 5; GDPR 32"),
    ("gli articoli 21, comma 1, lettera b), e 22 del Codice del consumo",
     "Codice del consumo 21; Codice del consumo 22"),
    ("dell’articolo 2 della legge n. 287/1990 e dell’articolo 101 del Tfue", "Legge 287/1990 2; TFEU 101"),
    ("ai sensi del decreto legislativo 6 settembre 2005, n. 206", "Codice del consumo"),
    ("dell’art. 187-bis del Tuf", "TUF 187-bis"),
    ("degli articoli 5, par. 1, lett. a), c) ed e), 6 e 13 del Regolamento (UE) 2016/679",
     "GDPR 5; GDPR 6; GDPR 13"),
    ("violazione del Codice della navigazione interna", "Codice della navigazione"),
    ("il regolamento (Ue) 2016/679", "GDPR"),
]  # fmt: skip
SPANISH = [
    ("300.000 por el artículo 9 y 200.000 por el artículo 32 del RGPD", "GDPR 9; GDPR 32"),
    ("infracción de los artículos 5.1.f) y 32 del RGPD", "GDPR 5; GDPR 32"),
    ("el artículo 62.4.a) de la Ley 15/2007, de Defensa de la Competencia", "LDC 62"),
    ("los artículos 4 y 17 de la Ley 1581 de 2012", "Ley 1581 de 2012 4; Ley 1581 de 2012 17"),
    ("incumplió el Real Decreto-ley 6/2012 y la Ley Orgánica 3/2018", "Real Decreto-ley 6/2012; LOPDGDD"),
    ("infringió la Ley N° 19.496", "Ley 19.496"),
    ("el artículo 48.1 b) de la LGTel", "LGTel 48"),
    ("infracción de la Ley de Teleféricos y Funiculares y del Código Fluvial Nacional",
     "Ley de Teleféricos y Funiculares; Código Fluvial Nacional"),
    ("el artículo 5 bis de la Ley de Competencia Desleal", "LCD 5 bis"),
]  # fmt: skip
CASES = [
    (language, text, found)
    for language, cases in (
        ("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("nl", DUTCH), ("it", ITALIAN), ("es", SPANISH),
    )
    for text, found in cases
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "found"), CASES)
def test_a_law_with_its_articles(language: str, text: str, found: str) -> None:
    assert _found(text, language) == found.split("; ")


COORDINATED = [
    ("es", "infringió el artículo 1 de la Ley de Defensa de la Competencia y el 101 del TFUE",
     "LDC 1; TFEU 101"),
    ("it", "ha violato l’articolo 2 della legge 287/1990 e il 102 del TFUE", "Legge 287/1990 2; TFEU 102"),
    ("fr", "a violé l’article L. 420-1 du code de commerce et le 101 du TFUE",
     "Code de commerce L. 420-1; TFEU 101"),
    ("es", "una infracción del artículo 48.1.b) de la LGZAB", "LGZAB 48"),
    ("fr", "en violation de l’article 4 de la LZAB", "LZAB 4"),
    ("it", "in violazione dell’art. 4 della LZAB", "LZAB 4"),
    ("de", "Sie verletzte Artikel 7 des ZABG", "ZABG 7"),
    ("nl", "in strijd met artikel 4 van de Zabw", "Zabw 4"),
    ("fr", "contraire à l’article 4 al. 1 let. b LZAB", "LZAB 4"),
    ("fr", "punie en application de la Loi canadienne anti-pourriel", "Loi canadienne anti-pourriel"),
    ("fr", "sur la base de l’article 17 du règlement relatif aux abus de marché", "MAR 17"),
    ("fr", "en violation de l’article 6 du règlement sur les marchés de bétail",
     "règlement sur les marchés de bétail 6"),
    ("fr", "selon l’article 3 de la CNIL", ""),
    ("de", "nach Artikel 5 der AGB", ""),
    ("fr", "l’article 5 du code et le 12 mai", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "found"), COORDINATED)
def test_a_law_behind_its_article_by_a_small_word(language: str, text: str, found: str) -> None:
    assert "; ".join(_found(text, language)) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on page 5 of the report"),
        ("en", "Article 12 of 30 in our series"),
        ("en", "the rule of law, a code red and a class act: In Order to win"),
        ("en", "The CSA told the SFO and the CAA that FEMA agreed"),
        ("en", "Under the Act he may. The Second Act begins"),
        ("de", "Der Entwurf des Brückenmautgesetzes wird beraten"),
        ("de", "Mercedes-AMG, die GmbH & Co. KG und der MDR"),
        ("fr", "cet article 5 minutes de lecture, le code postal et le code de bonne conduite"),
        ("nl", "Lees dit artikel 5 keer. De Tweede Kamer stemde over de wet."),
        ("it", "il codice fiscale e il codice a barre; Dora, Led e Mar Rosso"),
        ("es", "La nueva ley de atención a la clientela"),
    ],
)
def test_what_only_looks_like_a_law(language: str, text: str) -> None:
    assert _found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "It broke the GDPR, whose Article 33 says 72 hours; Article 12 of its statutes", ["GDPR 33"]),
        ("en", "It broke the GDPR. Section 12 of the report says so.", ["GDPR"]),
        ("en", "It broke Article 5 of the GDPR and 20 million users left.", ["GDPR 5"]),
        ("de", "Das UWG gilt. § 7 verbietet solche Anrufe, Artikel 7 gibt es nicht.", ["UWG 7"]),
        ("fr", "Le RGPD s’applique ; l’article 32 du même règlement impose des mesures.", ["GDPR 32"]),
        ("es", "El RGPD rige. El artículo 32 de la misma norma exige medidas.", ["GDPR 32"]),
        ("it", "I dati personali restano esposti. Violato l’articolo 32 del Regolamento.", ["GDPR 32"]),
        ("it", "Codice privacy e dati personali: violati gli articoli 5 e 6 del Regolamento.",
         ["Codice privacy", "GDPR 5", "GDPR 6"]),
        ("es", "Los datos personales vulneran el artículo 32 del Reglamento.", ["GDPR 32"]),
        ("de", "Datenschutz: Artikel 32 der Verordnung ist verletzt.", ["GDPR 32"]),
        ("it", "Violato l’articolo 7 del Regolamento di condominio.", []),
        ("it", "Le strade sono chiuse. Violato l’articolo 32 del Regolamento.", []),
    ],
)  # fmt: skip
def test_an_article_without_its_law_counts_with_the_one_named_before(
    language: str, text: str, found: list[str]
) -> None:
    assert _found(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Verstoß gegen § 10 des Geldwäschegesetzes", "Geldwäschegesetz"),
        ("de", "Verstoß gegen das Geldwäschegesetz (GwG)", "GwG"),
        ("de", "Verstoß gegen Art. 5 DSGVO", "GDPR"),
        ("it", "violazione dell’articolo 102 del Tfue", "TFEU"),
        ("nl", "overtreding van de Wet op het financieel toezicht", "Wet op het financieel toezicht"),
        ("en", "in breach of the Personal Data Protection Act", "Personal Data Protection Act"),
    ],
)
def test_a_law_is_called_as_the_text_calls_it(language: str, text: str, name: str) -> None:
    mentions = find_provisions(Article(text, SourceMetadata(language=language)))
    assert {mention.name for mention in mentions} == {name}


@pytest.mark.parametrize(
    "piece", ["Articles 1, ", "Act ", "A B C ", "§ 3 ", "(", "Ley de ", "Wet op ", "Loi sur la a "]
)
def test_a_text_of_one_piece_repeated_is_read_through(piece: str) -> None:
    for language in ("en", "fr", "nl", "es"):
        text = piece * (20_000 // len(piece))
        assert len(find_provisions(Article(text, SourceMetadata(language=language)))) <= len(text)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "vulnera el artículo 6.1 del RGPD y el 13, por no informar", ["GDPR 6", "GDPR 13"]),
        ("fr", "viole l’article 6 du RGPD et le 13.", ["GDPR 6", "GDPR 13"]),
        ("es", "vulnera el artículo 6 del RGPD y el 13 de abril pagó", ["GDPR 6"]),
        ("en", "breached Article 6 of the GDPR and 13 customers left", ["GDPR 6"]),
        (
            "fr",
            "se fonde sur la loi sur le blanchiment d’argent (LBA, article 6) et sur la loi sur les banques.",
            ["GwG 6", "loi sur les banques"],
        ),
        ("de", "gegen Artikel 70 der EU-Kryptoverordnung MiCAR verstoßen", ["MiCA 70"]),
        ("nl", "artikel 70 van de cryptoverordening MiCA geschonden", ["MiCA 70"]),
    ],
)
def test_articles_and_names_in_apposition(language: str, text: str, found: list[str]) -> None:
    assert _found(text, language) == found
