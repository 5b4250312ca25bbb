"""Whose an authority is: acronyms that lands share, other lands' bodies, heads and local bodies."""

import pytest

from tests.extraction.test_authority_mentions import codes, mentions


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In Thailand, the PDPC opened an inquiry into Siam Post.", ["TH-PDPC"]),
        ("en", "Singapore: the PDPC fined Acme S$20,000.", ["SG-PDPC"]),
        ("en", "The CMA of Saudi Arabia fined a broker. Kenya’s CMA did too.", ["SA-CMA", "KE-CMA"]),
        ("en", "The CMA fined two builders £4 million.", ["GB-CMA"]),
        ("en", "Nigeria’s SEC suspended it. Later the SEC fined it ₦20 million.", ["NG-SEC", "NG-SEC"]),
        ("en", "The SEC sued Acme over its filings.", ["US-SEC"]),
        ("es", "En Chile, la SEC multó a Veltis.", ["CL-SEC"]),
        ("es", "La SEC demandó a Veltis en Nueva York.", ["US-SEC"]),
        ("en", "The Food and Drugs Authority (FDA) of Ghana acted. The FDA closed the shop.", ["GH-FDA"] * 3),
        ("en", "The FDA warned Acme.", ["US-FDA"]),
        ("en", "The FSA fined the sandwich maker £30,000.", ["GB-FSA"]),
        ("en", "Japan’s FSA ordered the exchange in Tokyo to stop.", ["JP-FSA"]),
        ("de", "Die FMA in Vaduz rügte die Bank, teilte Liechtenstein mit.", ["LI-FMA"]),
        (
            "de",
            "Die Finanzmarktaufsicht büsste die Bank mit 2 Mio. Fr., hiess es in der Schweiz.",
            ["CH-FINMA"],
        ),
        ("de", "Die Finanzmarktaufsicht in Österreich strafte die Bank.", ["AT-FMA"]),
        ("de", "Das Bundesverwaltungsgericht in der Schweiz hob die Busse auf.", ["CH-BVGER"]),
        ("de", "Das Bundesverwaltungsgericht hat in Österreich die Strafe aufgehoben.", ["AT-BVWG"]),
        ("de", "Die Schweiz straft: Die ComCom büsste den Anbieter.", ["CH-COMCOM"]),
        ("en", "New Zealand’s ComCom sued a supermarket.", ["NZ-COMCOM"]),
        ("fr", "Au Québec, l’Autorité des marchés financiers a imposé une pénalité.", ["CA-QC-AMF"]),
        ("fr", "L’Autorité des marchés financiers a sanctionné la société.", ["FR-AMF"]),
        ("en", "The FCA fined the bank £3m.", ["GB-FCA"]),
        ("en", "The ACCC sued. The ACCC fined Acme A$3 million.", ["AU-ACCC", "AU-ACCC"]),
        ("it", "L’Art ha sanzionato il concessionario. Lo dice l’Autorità dei trasporti.", ["IT-ART"]),
        ("en", "Italy’s transport regulator (ART) fined the railway.", ["IT-ART", "IT-ART"]),
        ("en", "The Ghana NCA withdrew the licence.", ["GH-NCA"]),
        ("en", "Portugal’s ANAC fined the airline.", ["PT-ANAC"]),
        ("es", "La ANAC de Argentina multó a la aerolínea.", []),
    ],
)
def test_a_shared_name_is_of_the_land_that_the_text_tells(
    language: str, text: str, expected: list[str]
) -> None:
    assert codes(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La Cnil irlandaise a infligé une amende.", ["IE-DPC"]),
        ("it", "La Consob francese ha multato Veltis.", ["FR-AMF"]),
        ("it", "L’Antitrust tedesca indaga su Veltis.", ["DE-BKARTA"]),
        ("it", "Il Garante irlandese ha multato Veltis.", ["IE-DPC"]),
        ("es", "La CNMV francesa multó a Veltis.", ["FR-AMF"]),
        ("en", "The Irish DPC and the French CNIL fined it.", ["IE-DPC", "FR-CNIL"]),
        ("en", "The UK FCA and the US SEC fined it.", ["GB-FCA", "US-SEC"]),
        ("en", "The Australian corporate regulator sued.", ["AU-ASIC"]),
        ("en", "Nigeria’s competition watchdog and Kenya’s data watchdog met.", ["NG-FCCPC", "KE-ODPC"]),
        ("en", "South Africa’s information regulator fined a ministry.", ["ZA-IR"]),
        (
            "en",
            "Finland’s data ombudsman and Sweden’s gambling regulator met.",
            ["FI-TIETOSUOJA", "SE-SPELINSP"],
        ),
        ("en", "The Irish watchdog or the Dutch regulator of privacy may act.", ["IE-DPC", "NL-AP"]),
        ("en", "Ontario’s privacy commissioner criticised it.", ["CA-ON-IPC"]),
        ("en", "Portugal’s gambling regulator fined the site.", ["PT-SRIJ"]),
        ("en", "Chile’s antitrust agency raided the mills.", ["CL-FNE"]),
        ("de", "Der deutsche Energieregulierer mahnte.", ["DE-BNETZA"]),
        (
            "de",
            "Die irischen Datenschützer und die italienischen Wettbewerbshüter straften.",
            ["IE-DPC", "IT-AGCM"],
        ),
        ("de", "Die britische Glücksspielaufsicht strafte den Anbieter.", ["GB-GC"]),
        ("de", "Die dänischen Lebensmittelwächter strafen den Händler.", ["DK-FVST"]),
        ("fr", "Le gendarme des banques a sanctionné. L’AMF se tait.", ["FR-ACPR", "FR-AMF"]),
        ("fr", "Le gendarme du nucléaire a mis EDF en demeure.", ["FR-ASNR"]),
        ("fr", "L’autorité belge de protection des données a tranché.", ["BE-GBA"]),
        ("nl", "De energiewaakhond en de kansspelwaakhond grijpen in.", ["NL-ACM", "NL-KSA"]),
        (
            "nl",
            "De Ierse privacytoezichthouder en de Duitse kartelwaakhond zwijgen.",
            ["IE-DPC", "DE-BKARTA"],
        ),
        ("nl", "De Britse gokwaakhond legde een boete op.", ["GB-GC"]),
        ("it", "Il regolatore britannico dell’energia ha multato Veltis.", ["GB-OFGEM"]),
        ("it", "L’Authority dei trasporti e l’Autorità per l’energia tacciono.", ["IT-ART", "IT-ARERA"]),
        ("es", "El supervisor bursátil estadounidense demandó a Veltis.", ["US-SEC"]),
        (
            "es",
            "La autoridad irlandesa de datos personales calla; la autoridad alemana de competencia, no.",
            ["IE-DPC", "DE-BKARTA"],
        ),
    ],
)
def test_nicknames_reach_over_borders(language: str, text: str, expected: list[str]) -> None:
    assert codes(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Illinois / Acme: Attorney General Ann Lee said so.", ["US-IL-AG"]),
        ("Acme settled with Ohio in May.", ["US-OH-AG"]),
        ("Acme agreed to pay $1.4 billion to the state of Ohio.", ["US-OH-AG"]),
        ("Ohio sued Acme over it.", ["US-OH-AG"]),
        ("Acme agreed to pay Ohio users $5 each; it has settled with Ohio-based rivals.", []),
        ("OHIO: The attorney general sued Acme.", ["US-OH-AG"]),
        ("Ohio spoke.\n" + "Nothing else was said of it. " * 12 + "The attorney general sued.", ["US-OH-AG"]),
        ("Boston heard it. The Attorney General sued, and the AG’s office won.", ["US-MA-AG", "US-MA-AG"]),
        ("Ohio and Texas spoke." + " Nothing was said." * 16 + " The attorney general sued.", []),
        ("The US attorney general visited Ohio.", []),
        ("The U.S. Attorney General visited Ohio.", []),
        ("The attorney general of the company sued.", []),
    ],
)
def test_the_attorney_general_is_of_the_state_told_nearest_or_most(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Kim Lee, Deputy Commissioner for Tea Supervision, spoke.", []),
        ("en", "Assistant Commissioner for Trade Supervision Kim Lee spoke.", []),
        (
            "en",
            "The National Privacy Commission of the Philippines acted. Privacy Commissioner Cruz spoke.",
            ["PH-NPC", "PH-NPC"],
        ),
        (
            "en",
            "Kenya’s Office of the Data Protection Commissioner acted. Deputy Data Commissioner Too spoke.",
            ["KE-ODPC", "KE-ODPC"],
        ),
        ("en", "The Competition Committee of the Senate and the Senate Trade Commission met.", []),
        ("de", "Die Kommission für Wirtschaft des Nationalrats tagte.", []),
        ("es", "La Comisión de Minería y Energía del Senado lo citó.", []),
        ("it", "La Commissione Finanze della Camera ha sentito Veltis.", []),
        ("fr", "La Commission de régulation du Sénat a entendu Veltis.", []),
        ("en", "The FTC’s Bureau of Consumer Protection led the case.", ["US-FTC"]),
        ("en", "The Commission’s Bureau of Consumer Protection, FTC staff said.", ["US-FTC"] * 3),
    ],
)
def test_titles_stand_for_their_body_and_committees_for_none(
    language: str, text: str, expected: list[str]
) -> None:
    assert codes(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "La Asl Bari ha sospeso il frantoio.", "Asl Bari"),
        ("it", "L’Asl di Lecce ha multato Veltis.", "Asl di Lecce"),
        ("it", "La procura di Trento ha chiesto il sequestro.", "procura di Trento"),
        ("fr", "La procédure du parquet de Lyon suit son cours.", "parquet de Lyon"),
        ("fr", "La Préfecture du Rhône a mis Veltis en demeure.", "Préfecture du Rhône"),
        ("es", "La fiscalía de Sevilla pidió una multa.", "fiscalía de Sevilla"),
        ("nl", "Het parket Oost-Nederland legde een boete op.", "parket Oost-Nederland"),
        (
            "fr",
            "L’Agence française de lutte contre la grippe a infligé une amende.",
            "Agence française de lutte contre la grippe",
        ),
    ],
)
def test_local_bodies_have_the_name_of_their_place(language: str, text: str, name: str) -> None:
    assert [each.code for each in mentions(text, language) if each.named] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le parquet de chêne et la préfecture plaisent."),
        ("en", "The Ars Technica site and the ASL interpreters met."),
        ("es", "Cada empresa paga. Cada multa cuenta."),
        ("it", "Anci e comuni. Anche Antic Srl."),
        ("nl", "Stuk voor stuk goed. Stuk!"),
        ("en", "Visit us at dole.com or write to press@ico.org.uk today."),
        ("en", "Bayer AG paid in Germany."),
        ("en", "Home office furniture sells well in Britain."),
        ("en", "NATO met; the WHO, the OECD and the IMF warned, the BBC and CNN reported."),
        ("de", "Die SPD und der ADAC mahnten, die IHK Köln und die ARD auch."),
        ("fr", "La SNCF et la CGT négocient; TF1 et BFM en parlent."),
        ("nl", "De NS en de FNV praten; de NOS meldt het, de VVD zwijgt."),
        ("it", "La Cgil, la Uil e la Rai protestano; il Pd e la Lega tacciono."),
        ("es", "La OCU, Facua y UGT denunciaron; el PSOE y la FIFA callan."),
    ],
)
def test_what_only_looks_like_a_body_is_none(language: str, text: str) -> None:
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have fined Acme £2 million. Complain at ico.org.uk/concerns.", ["GB-ICO"]),
        ("We fined Acme. More at www.accc.gov.au.", ["AU-ACCC"]),
        ("The FCA fined Acme £2 million. Complain at ico.org.uk/concerns.", ["GB-FCA"]),
    ],
)
def test_a_site_stands_for_its_body_where_nobody_else_is_named(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Agriculture ministry MAPAQ charged the owner.", "CA-QC-MAPAQ"),
        ("en", "California’s Air Resources Board fined it.", "US-CA-ARB"),
        ("en", "MassDEP penalised the landfill.", "US-MA-DEP"),
        ("en", "Spain’s Ministry of Consumer Affairs fined five airlines.", "ES-CONSUMO"),
        ("en", "NOPSEMA and the Alberta Energy Regulator issued orders.", "AU-NOPSEMA"),
        ("en", "The National Data Protection Agency of Brazil fined it.", "BR-ANPD"),
        ("es", "La Superintendencia de Servicios Sanitarios de Chile multó a la empresa.", "CL-SISS"),
        ("es", "La Confederación Hidrográfica del Ebro multó a la granja.", "ES-CHE"),
        ("es", "Ositrán multó al concesionario.", "PE-OSITRAN"),
        ("fr", "L’Agence française de lutte contre le dopage suspend le coureur.", "FR-AFLD"),
        ("fr", "La Régie du bâtiment du Québec suspend la licence.", "CA-QC-RBQ"),
        ("de", "Das Bundesamt für Zoll und Grenzsicherheit büsste den Händler.", "CH-BAZG"),
        ("de", "Die St. Galler Staatsanwaltschaft ermittelt.", "CH-STA-SG"),
        ("de", "Das Regierungspräsidium Stuttgart verhängte ein Bußgeld.", "DE-BW-RP-S"),
        ("nl", "Het Staatstoezicht op de Mijnen legde een dwangsom op.", "NL-SODM"),
        ("it", "La Guardia Costiera ha multato il peschereccio.", "IT-CAPITANERIA"),
        ("it", "L’Ansfisa ha fermato la funivia.", "IT-ANSFISA"),
        ("en", "Rospotrebnadzor fined the dairy.", "RU-ROSPOT"),
        ("en", "India’s Bureau of Civil Aviation Security revoked the clearance.", "IN-BCAS"),
        ("en", "Alberta’s AGLC suspended the bar.", "CA-AB-AGLC"),
    ],
)
def test_bodies_of_many_sectors_are_known(language: str, text: str, code: str) -> None:
    assert codes(text, language)[:1] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nach Angaben des Bundeskartellamts stieg der Preis.", "DE-BKARTA"),
        ("Laut einem Sprecher des Bundeskartellamtes stieg der Preis.", "DE-BKARTA"),
        ("Der Hessische Beauftragte für Datenschutz und Informationsfreiheit rügte ihn.", "DE-HE-HBDI"),
        ("Nach Auskunft des Hessischen Beauftragten für Datenschutz und Informationsfreiheit.", "DE-HE-HBDI"),
        ("Der Eidgenössische Datenschutz- und Öffentlichkeitsbeauftragte rügte ihn.", "CH-EDOEB"),
        ("Beim Eidgenössischen Datenschutz- und Öffentlichkeitsbeauftragten hiess es.", "CH-EDOEB"),
        ("Das Schweizerische Bundesverwaltungsgericht hob die Busse auf.", "CH-BVGER"),
        ("Ein Urteil des Bundesgerichtshofs steht aus.", "DE-BGH"),
        ("Ein Bescheid des Bundesverwaltungsgerichts aus Österreich: In Österreich gilt er.", "AT-BVWG"),
        ("Der Österreichischen Datenschutzbehörde zufolge ging das zu weit.", "AT-DSB"),
        ("Ein Bescheid des Bayerischen Landesamtes für Umwelt.", "DE-BY-LFU"),
        ("Das Kantonale Labor Zürich büsste den Wirt.", "CH-ZH-KL"),
        ("Eine Rüge des Presserats traf das Blatt in Deutschland.", "DE-DPR"),
        ("Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit rügte ihn.", "DE-BFDI"),
    ],
)
def test_german_names_are_bent(text: str, code: str) -> None:
    assert codes(text, "de")[:1] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The U.S. Attorney’s Office in Brooklyn charged it.", "US-EDNY"),
        ("The U.S. Court of Appeals for the Fifth Circuit heard it.", "US-CA5"),
        ("It left the U.S. Treasury officials said so.", "US-TREASURY"),
    ],
)
def test_the_full_stop_of_a_short_form_stands_within_names(text: str, code: str) -> None:
    assert codes(text)[:1] == [code]


@pytest.mark.parametrize(
    ("language", "text", "name", "jurisdiction"),
    [
        ("en", "Kenya’s Ministry of Health ordered it shut.", "Ministry of Health", "KE"),
        ("en", "The Ukrainian Ministry of Fair Trade fined it.", "Ukrainian Ministry of Fair Trade", "UA"),
        ("de", "Das Ministerium für Umwelt Hessen verhängte es.", "Ministerium für Umwelt Hessen", "DE"),
        ("es", "El Ministerio de Salud de Perú multó.", "Ministerio de Salud de Perú", "PE"),
        ("en", "Quebec’s Tea Safety Board fined it.", "Quebec Tea Safety Board", "CA-QC"),
        ("en", "Scotland’s Tea Safety Board fined it.", "Tea Safety Board", "GB"),
    ],
)
def test_ministries_and_regional_bodies_have_their_land(
    language: str, text: str, name: str, jurisdiction: str
) -> None:
    (found,) = mentions(text, language)
    assert (found.code, found.authority.jurisdiction) == (name, jurisdiction)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Labor Department fined Gristead Farms.", ["US-DOL"]),
        ("The Agriculture Department suspended Bell Farms of Iowa.", ["US-USDA"]),
        ("New York’s Labor Department fined Acme Inc.", ["US-NY-DOL"]),
        ("The US Department of Justice sued. The California Department of Justice did not.",
         ["US-DOJ", "US-CA-AG"]),
        ("The Central Bank of Ireland fined Tolka. The Central Bank was firm.", ["IE-CBI", "IE-CBI"]),
        ("The Central Bank of Ireland fined Tolka, the European Central Bank said.", ["IE-CBI", "EU-ECB"]),
        ("The European Commission fined Acme, Competition Commissioner Ilona Ruiz said.", ["EU-EC", "EU-EC"]),
        ("Canada’s Competition Bureau fined Acme, the Competition Commissioner said.", ["CA-CB", "CA-CB"]),
        ("The CMA fined Acme. The ICO imposed £5 million on the Ministry of Justice.", ["GB-CMA", "GB-ICO"]),
    ],
)  # fmt: skip
def test_a_body_is_known_by_a_shorter_or_turned_name(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_body_of_a_state_is_named_with_it() -> None:
    (name,) = [mention.authority.name for mention in mentions("Vermont’s Agency of Agriculture fined it.")]
    assert name == "Vermont Agency of Agriculture"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The Canadian Food Grading Agency fined Norvia Ltd.", "Canadian Food Grading Agency"),
        ("en", "The Australian Gas Safety Regulator fined it.", "Australian Gas Safety Regulator"),
        ("de", "Die Eidgenössische Lotteriekommission büsste sie.", "Eidgenössische Lotteriekommission"),
        ("it", "L’Ispettorato centrale rifiuti ha multato la Norvia.", "Ispettorato centrale rifiuti"),
        ("es", "El Organismo de Fiscalización Minera multó a Norvia.", "Organismo de Fiscalización Minera"),
        ("nl", "De Landelijke Visserijautoriteit beboette Norvia.", "Landelijke Visserijautoriteit"),
        ("fr", "L’Agence nationale des produits chimiques l’a puni.", "Agence nationale des produits"),
    ],
)  # fmt: skip
def test_bodies_that_no_list_has_are_known_by_their_form(language: str, text: str, name: str) -> None:
    (found,) = mentions(text, language)
    assert found.code.startswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "The Modeling Agency Norvia was fined.",
        "Norvia Credit Bureau was fined.",
        "Harbour Air Service was fined.",
        "Brighton School Sports Council was fined.",
        "Superintendent John Hale said the driver was fined.",
    ],
)
def test_firms_and_clubs_with_such_words_are_no_bodies(text: str) -> None:
    assert not mentions(text)
