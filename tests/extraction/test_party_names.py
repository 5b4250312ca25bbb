"""The boundaries of parties' names, what is none, and who is a person, in six languages."""

import pytest

from casefile.extraction.names import Party, find_parties
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def found(text: str, language: str) -> tuple[Party, ...]:
    return Survey(Article(text, SourceMetadata(language=language))).parties


def names(text: str, language: str = "en") -> list[str]:
    return [party.name for party in found(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The fine against Ardmore Dairy Farmers Cooperative is new.",
         "Ardmore Dairy Farmers Cooperative"),
        ("en", "It was imposed on Velmar Advisers, LLC last week.", "Velmar Advisers, LLC"),
        ("en", "A penalty for Kettle & Brook Foods DAC followed.", "Kettle & Brook Foods DAC"),
        ("en", "It sued Osterby Shipping A/S over the sale.", "Osterby Shipping A/S"),
        ("en", "It fined Menara Jaya Sdn Bhd after a complaint.", "Menara Jaya Sdn Bhd"),
        ("en", "Regulators said 77andSunny ignored them.", "77andSunny"),
        ("de", "Das Bußgeld gegen die Nordhafen Logistik GmbH & Co. KG ist hoch.",
         "Nordhafen Logistik GmbH & Co. KG"),
        ("de", "Die Salzburger Buchungsplattform Tourino GmbH muss zahlen.", "Tourino GmbH"),
        ("de", "Der Kosmetikhersteller Velona zahlt, teilte das Amt mit.", "Velona"),
        ("de", "Das Amt rügt die Wohnbau Finkenwerder eG dafür.", "Wohnbau Finkenwerder eG"),
        ("de", "Das Amt bestraft den Autozulieferer Ferrand wegen der Absprachen.", "Ferrand"),
        ("de", "Die Vermögensverwalterin Kolberg AG klagt.", "Kolberg AG"),
        ("de", "Verfahren gegen die Bonuskarten-Firma Sammelpunkte laufen.", "Sammelpunkte"),
        ("de", "Auch die Onlinebank Krokus wurde gerügt.", "Krokus"),
        ("de", "Das Amt hat dem Schlachthof Söllbach den Betrieb untersagt.", "Schlachthof Söllbach"),
        ("de", "Stillgelegt wurde die Ziegelei Bockenem.", "Ziegelei Bockenem"),
        ("de", "Verwarnt wurde das Hautstudio Freising GmbH.", "Hautstudio Freising GmbH"),
        ("de", "Die Behörde rügt die Privatbank Osterwald & Cie deshalb.", "Privatbank Osterwald & Cie"),
        ("de", "Die Behörde rügt die Plattform Tauschring.ch deshalb.", "Tauschring.ch"),
        ("de", "Bußgeld gegen Ostrala. Bei Ostrala lagen Akten offen, Ostrala muss zahlen.", "Ostrala"),
        ("de", "Die Behörde verhängte gegen die Deutsche Bank eine Strafe.", "Deutsche Bank"),
        ("de", "Auch die Österreichische Post muss zahlen.", "Österreichische Post"),
        ("de", "Die Behörde rügt die Commerzbank deshalb.", "Commerzbank"),
        ("de", "Die Neobank K24 kam mit 9,2 Millionen davon.", "K24"),
        ("en", "It fined K24 over the leak.", "K24"),
        ("fr", "Une amende de 5 millions d’euros a été infligée à K24 hier.", "K24"),
        ("de", "Beanstandet wurde Melvera. Ohnehin gilt: Melvera will klagen.", "Melvera"),
        ("fr", "La sanction vise Mutuelle des Deux Rivières, selon le texte.", "Mutuelle des Deux Rivières"),
        ("fr", "Une amende frappe Éclairage du Littoral depuis mardi.", "Éclairage du Littoral"),
        ("fr", "Le gendarme a sanctionné Corvalis S.A.S. pour ses pratiques.", "Corvalis S.A.S."),
        ("fr", "L’amende d’Optiverre est lourde, et la filiale d’Optiverre paiera.", "Optiverre"),
        ("nl", "De toezichthouder beboet energiebedrijf Van Dalen Warmte fors.", "Van Dalen Warmte"),
        ("nl", "De boete voor Hofstra Zuivel Coöperatie U.A. blijft staan.",
         "Hofstra Zuivel Coöperatie U.A."),
        ("nl", "Gokbedrijf Rovanta kreeg een boete.", "Rovanta"),
        ("nl", "Betaalt Kelmora niet, dan volgt een dwangsom.", "Kelmora"),
        ("nl", "Beboet werd ook Molen ’t Hert vanwege de lonen.", "Molen ’t Hert"),
        ("nl", "Uitzendbureau Van der Weel moet betalen.", "Van der Weel"),
        ("nl", "Het Utrechtse Kaarsenrijk B.V. kreeg een boete.", "Kaarsenrijk B.V."),
        ("it", "La multa colpisce Funivie Valsole S.p.A. per le tariffe.", "Funivie Valsole S.p.A."),
        ("it", "La multa a DR Motorvale è alta.", "DR Motorvale"),
        ("en", "A fine for MR Velmar Holdings Ltd followed.", "MR Velmar Holdings Ltd"),
        ("it", "La sanzione riguarda Gruppo Vivai Romagnoli da ieri.", "Gruppo Vivai Romagnoli"),
        ("es", "La multa a Meridia Fondos, SGIIC asciende a 900.000 euros.", "Meridia Fondos, SGIIC"),
        ("es", "El regulador sancionó a Crediluna S.A.S. por sus contratos.", "Crediluna S.A.S."),
        ("es", "La sanción afecta a Aguas de Valdecuna desde ayer.", "Aguas de Valdecuna"),
        ("fr", "Veltis transige avec le parquet.", "Veltis"),
        ("it", "Veltis patteggia con la procura.", "Veltis"),
        ("es", "Veltis recurrirá la sanción.", "Veltis"),
        ("es", "La multa a Corte Inglés fue alta.", "Corte Inglés"),
        ("es", "La sanción afecta a Sala Veltis desde ayer.", "Sala Veltis"),
        ("fr", "La sanction vise Sport Plus depuis hier.", "Sport Plus"),
        ("it", "La multa colpisce Telefoni Uno da ieri.", "Telefoni Uno"),
    ],
)  # fmt: skip
def test_a_name_is_found_with_its_whole_form(language: str, text: str, name: str) -> None:
    assert names(text, language) == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The fine against Penbury Borough Council was cut.", "Penbury Borough Council"),
        ("en", "It reprimanded the University of Eastmoor for the leak.", "University of Eastmoor"),
        ("de", "Gerügt wurde das Klinikum Osterfelde wegen der Panne.", "Klinikum Osterfelde"),
        ("de", "Verwarnt wurde das Lindenberg-Gymnasium wegen der Videos.", "Lindenberg-Gymnasium"),
        ("fr", "L’autorité sanctionne le centre hospitalier de Lormeval pour cela.",
         "centre hospitalier de Lormeval"),
        ("nl", "Er kwam een berisping voor de gemeente Oosterdijk hierover.", "gemeente Oosterdijk"),
        ("it", "Sanzionato anche il comune di Pietraferrata per le telecamere.", "comune di Pietraferrata"),
        ("es", "Apercibió al Ayuntamiento de Valdehierro del Monte por ello.",
         "Ayuntamiento de Valdehierro del Monte"),
    ],
)  # fmt: skip
def test_a_public_body_is_a_party(language: str, text: str, name: str) -> None:
    (party,) = found(text, language)
    assert party.name == name
    assert party.public_body


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agency sent a Third Notice, then a Wells notice, under the Cartel Rule."),
        ("en", "In Harrogate and near Kendal the Division met the Commonwealth."),
        ("en", "HARROGATE — The penalty was paid.\n\nPrint\n\nRelated Stories"),
        ("en", "The case, T-309, was heard in spring."),
        ("en", "The M25 has closed near the A40."),
        ("es", "Litros de aire en la gasolinera de Zarapón.\n\nZarapón, Jal.- Cada litro falta."),
        ("es", "Levantan el bloqueo en la vía a Chivay."),
        ("es", "El Pregón de Occidente / Redacción\n\nCada litro falta."),
        ("de", "Die A40 ist gesperrt. Deutsche Unternehmen zahlen. Deutsche Banken auch."),
        ("en", "It hung at the height of a Londoner's knee, and no Dubliner saw it."),
        ("de", "Die Behörde prüft Konten von Kunden, Verträge und neue Verfahren in Kufstein."),
        ("de", "Das Zürcher Gericht sieht Mängel bei Banken und Verstöße gegen Auflagen."),
        ("de", "Die Suchmaschine Rekordstrafe. Der Anbieter Zusagen, der Konzern Beschwerdepunkte."),
        ("de", "Der Sitz ist in der Lindenallee. Verfahren muss sein, Verfahren wird teuer."),
        ("fr", "L’hôpital est à Montluçon. Votre avis compte. Même ici, personne ne paie."),
        ("nl", "Het Utrechtse bedrijf zit in Zutphen. Alleen daar werd betaald."),
        ("nl", "Volgens de rechtbank Overmeer mag dat. De rechtbank Overmeer volgt."),
        ("nl", "De kliniek aan de Dorpsstraat is dicht. Goksite moet dicht."),
        ("it", "La sede è a Portogruaro. Ci sono altri casi. Inoltre si paga."),
        ("es", "SUCESOS. La sede está en Ponferrada. Te contamos lo que pasó. Mientras tanto, nada."),
        ("es", "Así lo prevé la Ley General de Servicios Mineros desde ayer."),
        ("es", "El recurso llegó a la Corte de Alzada y la Sala Tercera calla."),
        ("es", "Lo publica el BOE y lo confirma la Sala."),
        ("fr", "Le montant découle de la loi Ferlac, selon Matignon."),
        ("it", "La norma è il decreto Serenità, dice il Tar Umbria."),
        ("it", "BARI (Vxt) - Il listino sale."),
    ],
)
def test_what_only_has_a_capital_is_no_party(language: str, text: str) -> None:
    assert names(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The order bars Malcolm Tretheway from trading.", "Malcolm Tretheway"),
        ("en", "It fined Executive Director Greta Lindqvist herself.", "Greta Lindqvist"),
        ("de", "Das kritisierte die Finanzsprecherin Ortrud Wiesmahd scharf.", "Ortrud Wiesmahd"),
        ("fr", "L’amende vise aussi Philippe d’Estrelles, son dirigeant.", "Philippe d’Estrelles"),
        ("fr", "Pour Mme Vauquelin-Ferré, rien n’est fini.", "Vauquelin-Ferré"),
        ("nl", "Ook Pieter van der Hulst moet betalen.", "Pieter van der Hulst"),
        ("it", "La sanzione tocca pure Giuseppe Della Rovere in persona.", "Giuseppe Della Rovere"),
        ("es", "La multa alcanza a Carmen Robledo de la Fuente también.", "Carmen Robledo de la Fuente"),
    ],
)
def test_a_person_is_known_by_name_title_or_role(language: str, text: str, name: str) -> None:
    assert [(party.name, party.person) for party in found(text, language)] == [(name, True)]


def test_a_headline_in_capitals_repeats_a_name_of_the_text() -> None:
    text = "State Halts Brasswell Fitness Over Its Fees\n\nThe state halted Brasswell Fitness on Monday."
    (party,) = found(text, "en")
    assert party.name == "Brasswell Fitness"
    assert len(party.spans) == 2


def test_a_headline_alone_makes_no_party() -> None:
    text = "Watchdog Takes Another Look At Junk Fees\n\nNothing was decided, and nobody was fined."
    assert names(text) == []


def test_an_acronym_in_brackets_is_another_form() -> None:
    (party,) = found("Sanzionata Gruppo Vivai Romagnoli (GVR). Per GVR il caso è chiuso.", "it")
    assert party.forms == {"Gruppo Vivai Romagnoli", "GVR"}


def test_a_subsidiary_stays_beside_the_company_that_it_is_named_after() -> None:
    text = "It fined Tolvana and its Spanish arm Tolvana Viajes SL. Then Tolvana appealed."
    assert names(text) == ["Tolvana", "Tolvana Viajes SL"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It fined Tolvana Mobile and Tolvana. Tolvana said it was sorry."),
        ("de", "Betroffen sind Tolvana Mobile und Tolvana. Bestraft wurde die Firma Tolvana."),
        ("fr", "La CNIL sanctionne Tolvana Mobile et Tolvana. La société Tolvana paie 3 millions d’euros."),
        ("it", "Il Garante ha multato Tolvana e Tolvana Mobile. La società Tolvana paga."),
        ("es", "La AEPD multa a Tolvana Mobile y Tolvana. La empresa Tolvana paga."),
        ("nl", "De AP beboet Tolvana Mobile en Tolvana. Het bedrijf Tolvana betaalt."),
    ],
)
def test_names_told_side_by_side_are_two(language: str, text: str) -> None:
    assert {"Tolvana", "Tolvana Mobile"} <= set(names(text, language))


def test_a_site_is_called_without_its_ending_though_its_parent_begins_so_too() -> None:
    text = "It fined Velora. The sum for Velora.com is high. Velora Holdings, its parent, earned more."
    site, parent = found(text, "en")
    assert site.name == "Velora.com"
    assert site.forms == {"Velora", "Velora.com"}
    assert parent.forms == {"Velora Holdings"}


def test_a_firm_is_called_by_the_last_word_behind_a_common_one() -> None:
    text = "L’Antitrust multa Banca Norvia S.p.A. per le polizze. Nel caso di Norvia pesano i rimborsi."
    assert names(text, "it") == ["Banca Norvia S.p.A."]


def test_a_town_is_a_party_where_the_text_fines_it() -> None:
    text = "La CNIL a infligé une amende de 2 millions d’euros à Orange. Orange conteste."
    assert names(text, "fr") == ["Orange"]


def test_a_name_with_a_number_keeps_it_only_where_it_always_has_it() -> None:
    assert names("It fined Gymworks 24 in May. Customers of Gymworks 24 left.") == ["Gymworks 24"]
    assert names("It fined Gymworks 24 times. Customers of Gymworks left.") == ["Gymworks"]


def test_what_is_known_as_another_takes_no_name_from_further_on() -> None:
    text = "The Lantern Group, known as LG, took the store from Tolvana in March."
    assert "Tolvana" in names(text)


def test_a_company_that_speaks_is_no_person() -> None:
    text = "Kestra Polyfoil was fined. “We will appeal,” Kestra Polyfoil said. Kestra is big."
    survey = Survey(Article(text, SourceMetadata(language="en")), frozenset({"Kestra Polyfoil"}))
    assert [(party.name, party.person) for party in survey.parties] == [("Kestra Polyfoil", False)]


@pytest.mark.parametrize("text", ["It fined Gymworks 24 over its fees.", "The fine went to Gymworks 24."])
def test_a_number_behind_a_name_is_part_of_it_where_nothing_is_counted(text: str) -> None:
    assert names(text) == ["Gymworks 24"]


def test_an_entry_of_a_list_names_its_party() -> None:
    assert names("4. CONSOB / Vivai Romagnoli\n\nMulta di 20.000 euro.", "it") == ["Vivai Romagnoli"]


def test_what_is_known_of_a_party_is_told() -> None:
    (party,) = found("It fined the lender Pennywick Loans Ltd. Pennywick Loans paid.", "en")
    assert party.legal_form
    assert not party.public_body
    assert party.certainty >= 3


@pytest.mark.parametrize("filling", ["A", "“", "(", "Ab ", "9", "A. ", "A & ", "d’A ", "A-", "Ab 9 ", "Ab\n"])
def test_a_long_text_of_one_sort_is_read_to_its_end(filling: str) -> None:
    text = filling * (200_000 // len(filling)) + "\nIt fined Luminar Ltd today."
    assert "Luminar Ltd" in [party.name for party in find_parties(Article(text, SourceMetadata()), ())]


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "It barred Goh Eng Seng, 47, from the trade.", "Goh Eng Seng"),
        ("en", "The manager, Chukwuebuka Eze (52), was fined.", "Chukwuebuka Eze"),
        ("de", "Gesperrt wurde auch Ferhun Ölmez (44), früher Händler.", "Ferhun Ölmez"),
        ("fr", "L’ancien courtier Guirec Le Gall, 51, est interdit d’exercer.", "Guirec Le Gall"),
        ("en", "The third line was one man, Gerald. Everybody liked Gerald.", "Gerald"),
    ],
)
def test_who_has_an_age_or_only_a_given_name_is_a_person(language: str, text: str, person: str) -> None:
    assert {party.name: party.person for party in found(text, language)}.get(person)


@pytest.mark.parametrize(
    ("language", "text", "couple"),
    [
        ("en", "It struck off Peter and Maria Lindgren on Monday.", ["Peter Lindgren", "Maria Lindgren"]),
        ("de", "Das Amt sperrt Peter und Maria Lindgren.", ["Peter Lindgren", "Maria Lindgren"]),
        ("fr", "L’autorité sanctionne Pierre et Marie Lagarde.", ["Pierre Lagarde", "Marie Lagarde"]),
        ("nl", "De toezichthouder beboet Peter en Maria Brandsma.", ["Peter Brandsma", "Maria Brandsma"]),
        ("en", "It struck off John Peter and Maria Lindgren.", ["John Peter", "Maria Lindgren"]),
    ],
)
def test_two_who_share_a_surname_are_two_people(language: str, text: str, couple: list[str]) -> None:
    assert names(text, language) == couple


@pytest.mark.parametrize(
    "text",
    [
        "A buyer in the North West had written to it.",
        "The regulator opens a file on an Essex kennel.",
        "Dame Ada Thorne (Lab) asked the Minister.",
        "Ada Thorne, the Member for Fenmouth, rose.",
    ],
)
def test_regions_constituencies_and_members_parties_are_no_respondents(text: str) -> None:
    assert [party.name for party in found(text, "en") if not party.person] == []


def test_foreign_banks_before_a_place_in_brackets_stay_banks() -> None:
    assert names("On 3 June Banque Sainte-Foy (London) was fined £2 million.") == ["Banque Sainte-Foy"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Complaints were rejected. Neighbours say that the fine is too low."),
        ("en", "It moved to Corporate Affairs and spoke of Food Safety at a Charity Finance Show."),
        ("en", "Anonymity was granted. Boards must act, and it said: Dear Valued Customer."),
        ("nl", "Daarvan moet de winkel 120.000 euro betalen. Daarna volgt een controle."),
        ("es", "Cortesía de la empresa. Además pagará una multa de 2 millones."),
        (
            "fr",
            "Salariés et clients attendent. Pourtant, une amende de 2 millions d’euros frappe la société.",
        ),
        ("it", "Multe per 2 milioni. Tuttavia la società ricorre."),
    ],
)
def test_a_word_that_texts_write_small_is_no_name_where_a_sentence_makes_it_large(
    language: str, text: str
) -> None:
    assert names(text, language) == []


@pytest.mark.parametrize(
    ("full", "short"),
    [("Penna Valley Industries", "Penna Valley"), ("Castle Bay Foods Ltd", "Castle Bay")],
)
def test_a_firm_is_called_by_its_first_words_though_a_place_may_be_too(full: str, short: str) -> None:
    text = f"The CMA fined {full} £3m. {short} will appeal. Shares in {short} fell."
    (party,) = Survey(Article(text, SourceMetadata(language="en"))).parties
    assert (party.name, len(party.spans)) == (full, 3)


@pytest.mark.parametrize("opener", ["Daarvan", "Hiertegen", "Daaruit", "Eveneens", "Desondanks", "Ervan"])
def test_dutch_words_that_point_back_are_no_names_where_they_open_a_sentence(opener: str) -> None:
    text = f"De ACM beboet Droomland BV. {opener} is 410.000 euro bestemd voor de klok."
    assert names(text, "nl") == ["Droomland BV"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Larkbox, a file-sharing service registered in Panama, has been sent a notice."),
        ("fr", "Larkbox, une plateforme de partage enregistrée au Panama, a reçu un avis."),
        ("it", "Larkbox, una piattaforma registrata a Panama, ha ricevuto un avviso."),
        ("es", "Larkbox, una plataforma registrada en Panamá, ha recibido un aviso."),
        ("nl", "Larkbox, een platform uit Panama, heeft een brief gekregen."),
    ],
)
def test_a_first_word_is_a_name_where_it_is_told_what_company_it_is(language: str, text: str) -> None:
    assert names(text, language) == ["Larkbox"]


@pytest.mark.parametrize(
    "text",
    [
        "Separately, a bank in Leeds, has written to us.",
        "Insiders, among them a banker and his wife, have written to us.",
    ],
)
def test_a_first_word_with_something_else_behind_it_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("full", "short"), [("SK Telecom", "SKT"), ("Great Fen Railway", "GFR"), ("LG Uplus Ltd", "LGU")]
)
def test_a_name_is_shortened_to_its_capitals(full: str, short: str) -> None:
    (party,) = found(f"The watchdog fined {full} £3m. Shares in {short} fell, and {short} will pay.", "en")
    assert (party.name, len(party.spans)) == (full, 3)


def test_a_person_is_not_shortened_to_capitals() -> None:
    told = found("It barred Malcolm Alan Tretheway. Later MAT Holdings and MAT were fined.", "en")
    assert "Malcolm Alan Tretheway" in [party.name for party in told]
    assert all(len(party.spans) == 1 for party in told if party.person)


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "The record was held by Google, which was fined €50m in 2022.", True),
        ("fr", "Le record était détenu par Google, qui a été condamné à 50 millions d’euros.", True),
        ("es", "El récord lo tenía por Google, que fue multada con 50 millones de euros.", True),
        ("en", "The messages were sent by WhatsApp, which the bank had banned.", False),
        ("fr", "Les messages partaient par WhatsApp, que la banque tolérait.", False),
    ],
)
def test_a_service_is_a_party_where_a_clause_tells_of_its_sanction(
    language: str, text: str, party: bool
) -> None:
    assert bool(names(text, language)) is party


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "The tribunal cut the penalty on Google.", True),
        ("en", "It imposed €5m on TikTok in May.", True),
        ("en", "In May it imposed a fine of €5 million on LinkedIn.", True),
        ("de", "Die Behörde hat eine Geldbuße über Google verhängt.", True),
        ("nl", "De boete op TikTok is hoog.", True),
        ("en", "She complained about it on TikTok.", False),
        ("de", "Er schrieb es auf TikTok.", False),
        ("nl", "Hij klaagde erover op TikTok.", False),
    ],
)
def test_a_service_is_a_party_behind_a_sanction_on_it(language: str, text: str, party: bool) -> None:
    assert bool(names(text, language)) is party


def test_a_name_may_begin_with_a_number_and_a_street_is_none() -> None:
    told = "The order finds that Two Harbours Advisers, of Wilton Place, and the fund Two Harbours lied."
    assert {party.name for party in found(told, "en")} == {"Two Harbours Advisers"}


def test_the_country_in_a_known_company_is_of_its_name() -> None:
    text = "Last week the Federal Court ordered Australian Clinical Labs to pay $5.8 million."
    assert names(text) == ["Australian Clinical Labs"]


def test_a_known_company_before_a_colon_is_no_place() -> None:
    assert "Medibank" in names("• Medibank: the Commissioner’s own case was filed in June 2024.")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "de",
            "Die Kestrel GmbH zahlt. Das Portal „MeinKestrel“ war offen. Kestrel schweigt.",
            "Kestrel GmbH",
        ),
        (
            "fr",
            "La société Kestrel glissait des annonces dans « Mail Kestrel » et sur « kestrel.fr ».",
            "Kestrel",
        ),
    ],
)
def test_a_product_in_quotation_marks_is_no_party_beside_its_owner(
    language: str, text: str, name: str
) -> None:
    assert names(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Die Weko büsst die Gipfel AG mit 3,2 Millionen Franken und Rüegg Bedachungen mit CHF 900'000.",
            True,
        ),
        ("Sie büsst die Gipfel AG mit 3,2 Millionen Franken und Lieferungen mit Verspätung.", False),
        ("Die Weko kennt die Gipfel AG und schwere Bedachungen mit 3 Rissen.", False),
    ],
)
def test_the_next_of_several_with_their_sums_is_a_name(text: str, told: bool) -> None:
    assert (len(names(text, "de")) > 1) is told


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "De keten zweeg. XQ moest in 2021 bijna 5 miljoen betalen.", "XQ"),
        ("en", "The chain kept silent. XQ had to pay a fine of £5 million.", "XQ"),
        ("fr", "La chaîne se tait. XQ a payé une amende de 5 millions d’euros.", "XQ"),
    ],
)
def test_two_capitals_that_open_a_sentence_are_a_name_where_they_act(
    language: str, text: str, name: str
) -> None:
    assert name in names(text, language)


@pytest.mark.parametrize("opener", ["AI", "EU", "TV"])
def test_what_everybody_shortens_so_is_none(opener: str) -> None:
    assert names(f"The chain kept silent. {opener} had to pay a fine of £5 million.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Lo dijo el titular, Nerkolo Quintabar, a la prensa."),
        ("es", "Lo dijo la superintendente, Nerkola Quintabar, a la prensa."),
        ("it", "Lo ha detto il capo, Nerkolo Quintabar, alla stampa."),
        ("fr", "C’est ce qu’a dit la cheffe, Nerkola Quintabar, à la presse."),
        ("nl", "Dat zei de zaakvoerder, Nerkolo Quintabar, tegen de krant."),
        ("de", "Das sagte die Obfrau, Nerkola Quintabar, der Zeitung."),
        ("en", "That is what the registrar, Nerkolo Quintabar, told the press."),
    ],
)
def test_who_is_called_by_an_office_is_a_person(language: str, text: str) -> None:
    assert [party.person for party in found(text, language)] == [True]
