"""The bodies that the registry must know, one by one, each by a name that only it has."""

from collections import Counter

import pytest

from casefile.registry import Body, authorities, authority, country
from casefile.vocabulary import vocabulary

DATA_PROTECTION = {
    "AT-DSB": "Österreichische Datenschutzbehörde",
    "BE-GBA": "Gegevensbeschermingsautoriteit",
    "BG-CPDP": "Комисия за защита на личните данни",
    "CY-CPDP": "Γραφείο Επιτρόπου Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
    "CZ-UOOU": "Úřad pro ochranu osobních údajů",
    "DE-BFDI": "BfDI",
    "DK-DATATILSYNET": "Danish Data Protection Agency",
    "EE-AKI": "Andmekaitse Inspektsioon",
    "ES-AEPD": "Agencia Española de Protección de Datos",
    "FI-TIETOSUOJA": "Tietosuojavaltuutetun toimisto",
    "FR-CNIL": "CNIL",
    "GR-HDPA": "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
    "HR-AZOP": "Agencija za zaštitu osobnih podataka",
    "HU-NAIH": "Nemzeti Adatvédelmi és Információszabadság Hatóság",
    "IE-DPC": "Irish Data Protection Commission",
    "IS-PV": "Persónuvernd",
    "IT-GARANTE": "Garante per la protezione dei dati personali",
    "LI-DSS": "Datenschutzstelle Fürstentum Liechtenstein",
    "LT-VDAI": "Valstybinė duomenų apsaugos inspekcija",
    "LU-CNPD": "Commission nationale pour la protection des données",
    "LV-DVI": "Datu valsts inspekcija",
    "MT-IDPC": "Office of the Information and Data Protection Commissioner",
    "NL-AP": "Autoriteit Persoonsgegevens",
    "NO-DATATILSYNET": "Norwegian Data Protection Authority",
    "PL-UODO": "Urząd Ochrony Danych Osobowych",
    "PT-CNPD": "Comissão Nacional de Proteção de Dados",
    "RO-ANSPDCP": "ANSPDCP",
    "SE-IMY": "Integritetsskyddsmyndigheten",
    "SI-IP": "Informacijski pooblaščenec",
    "SK-UOOU": "Úrad na ochranu osobných údajov Slovenskej republiky",
}
LAENDER = {
    "DE-BB-LDA": "LDA Brandenburg",
    "DE-BE-BLNBDI": "Berliner Beauftragte für Datenschutz und Informationsfreiheit",
    "DE-BW-LFDI": "LfDI Baden-Württemberg",
    "DE-BY-BAYLDA": "Bayerisches Landesamt für Datenschutzaufsicht",
    "DE-BY-BAYLFD": "Bayerischer Landesbeauftragter für den Datenschutz",
    "DE-HB-LFDI": "LfDI Bremen",
    "DE-HE-HBDI": "Hessischer Beauftragter für Datenschutz und Informationsfreiheit",
    "DE-HH-HMBBFDI": "HmbBfDI",
    "DE-MV-LFDI": "LfDI M-V",
    "DE-NI-LFD": "LfD Niedersachsen",
    "DE-NW-LDI": "LDI NRW",
    "DE-RP-LFDI": "LfDI Rheinland-Pfalz",
    "DE-SH-ULD": "Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein",
    "DE-SL-UDZ": "Unabhängiges Datenschutzzentrum Saarland",
    "DE-SN-SDTB": "Sächsische Datenschutz- und Transparenzbeauftragte",
    "DE-ST-LFD": "Landesbeauftragte für den Datenschutz Sachsen-Anhalt",
    "DE-TH-TLFDI": "TLfDI",
}
WORLD = {
    "EU-EDPB": "European Data Protection Board",
    "EU-EDPS": "European Data Protection Supervisor",
    "EU-EC": "European Commission",
    "GB-ICO": "Information Commissioner's Office",
    "GB-OFCOM": "Ofcom",
    "GB-CMA": "Competition and Markets Authority",
    "GB-FCA": "Financial Conduct Authority",
    "US-FTC": "Federal Trade Commission",
    "US-SEC": "Securities and Exchange Commission",
    "US-FCC": "Federal Communications Commission",
    "US-CFPB": "Consumer Financial Protection Bureau",
    "US-DOJ": "U.S. Department of Justice",
    "US-HHS-OCR": "HHS Office for Civil Rights",
    "AU-OAIC": "Office of the Australian Information Commissioner",
    "AU-ACCC": "Australian Competition and Consumer Commission",
    "CA-OPC": "Office of the Privacy Commissioner of Canada",
    "CA-CB": "Competition Bureau",
    "KR-PIPC": "개인정보보호위원회",
    "JP-PPC": "個人情報保護委員会",
    "BR-ANPD": "Autoridade Nacional de Proteção de Dados",
    "IN-DPB": "Data Protection Board of India",
    "CN-CAC": "国家互联网信息办公室",
    "CN-SAMR": "国家市场监督管理总局",
}
COMPETITION = {
    "AT-BWB": "Bundeswettbewerbsbehörde",
    "BE-BMA": "Belgische Mededingingsautoriteit",
    "BG-CPC": "Комисия за защита на конкуренцията",
    "CY-CPC": "Επιτροπή Προστασίας του Ανταγωνισμού",
    "CZ-UOHS": "Úřad pro ochranu hospodářské soutěže",
    "DE-BKARTA": "Bundeskartellamt",
    "DK-KFST": "Konkurrence- og Forbrugerstyrelsen",
    "EE-KA": "Konkurentsiamet",
    "ES-CNMC": "Comisión Nacional de los Mercados y la Competencia",
    "FI-KKV": "Kilpailu- ja kuluttajavirasto",
    "FR-ADLC": "Autorité de la concurrence",
    "GR-HCC": "Ελληνική Επιτροπή Ανταγωνισμού",
    "HR-AZTN": "Agencija za zaštitu tržišnog natjecanja",
    "HU-GVH": "Gazdasági Versenyhivatal",
    "IE-CCPC": "Competition and Consumer Protection Commission",
    "IS-SKE": "Samkeppniseftirlitið",
    "IT-AGCM": "Autorità Garante della Concorrenza e del Mercato",
    "LI-AVW": "Amt für Volkswirtschaft Liechtenstein",
    "LT-KT": "Konkurencijos taryba",
    "LU-ADC": "Autorité de la concurrence du Grand-Duché de Luxembourg",
    "LV-KP": "Konkurences padome",
    "MT-MCCAA": "Malta Competition and Consumer Affairs Authority",
    "NL-ACM": "Autoriteit Consument en Markt",
    "NO-KT": "Konkurransetilsynet",
    "PL-UOKIK": "Urząd Ochrony Konkurencji i Konsumentów",
    "PT-AC": "Autoridade da Concorrência",
    "RO-CC": "Consiliul Concurenței",
    "SE-KKV": "Konkurrensverket",
    "SI-AVK": "Javna agencija Republike Slovenije za varstvo konkurence",
    "SK-PMU": "Protimonopolný úrad Slovenskej republiky",
    "BR-CADE": "Conselho Administrativo de Defesa Econômica",
    "CH-WEKO": "Wettbewerbskommission",
    "HK-CC": "Hong Kong Competition Commission",
    "IN-CCI": "Competition Commission of India",
    "JP-JFTC": "公正取引委員会",
    "KR-KFTC": "공정거래위원회",
    "NZ-COMCOM": "Commerce Commission",
    "SG-CCCS": "Competition and Consumer Commission of Singapore",
    "TR-RK": "Rekabet Kurumu",
    "TW-FTC": "公平交易委員會",
}
FINANCIAL = {
    "AT-FMA": "Austrian Financial Market Authority",
    "BE-FSMA": "Belgian Financial Services and Markets Authority",
    "BE-NBB": "National Bank of Belgium",
    "BG-FSC": "Комисия за финансов надзор",
    "BG-BNB": "Българска народна банка",
    "CY-CYSEC": "CySEC",
    "CY-KTK": "Κεντρική Τράπεζα της Κύπρου",
    "CZ-CNB": "Česká národní banka",
    "DE-BAFIN": "BaFin",
    "DK-FINANSTILSYNET": "Danish Financial Supervisory Authority",
    "EE-FI": "Finantsinspektsioon",
    "ES-CNMV": "CNMV",
    "ES-BDE": "Banco de España",
    "FI-FIVA": "Finanssivalvonta",
    "FR-AMF": "French Financial Markets Authority",
    "FR-ACPR": "ACPR",
    "GR-HCMC": "Επιτροπή Κεφαλαιαγοράς",
    "GR-TTE": "Τράπεζα της Ελλάδος",
    "HR-HANFA": "HANFA",
    "HR-HNB": "Hrvatska narodna banka",
    "HU-MNB": "Magyar Nemzeti Bank",
    "IE-CBI": "Central Bank of Ireland",
    "IS-SI": "Seðlabanki Íslands",
    "IT-CONSOB": "CONSOB",
    "IT-BDI": "Banca d’Italia",
    "LI-FMA": "Finanzmarktaufsicht Liechtenstein",
    "LT-LB": "Lietuvos bankas",
    "LU-CSSF": "CSSF",
    "LV-LB": "Latvijas Banka",
    "MT-MFSA": "Malta Financial Services Authority",
    "NL-AFM": "Autoriteit Financiële Markten",
    "NL-DNB": "De Nederlandsche Bank",
    "NO-FT": "Financial Supervisory Authority of Norway",
    "PL-KNF": "Komisja Nadzoru Finansowego",
    "PT-CMVM": "CMVM",
    "PT-BDP": "Banco de Portugal",
    "RO-ASF": "Autoritatea de Supraveghere Financiară",
    "RO-BNR": "Banca Națională a României",
    "SE-FI": "Finansinspektionen",
    "SI-ATVP": "Agencija za trg vrednostnih papirjev",
    "SI-BS": "Banka Slovenije",
    "SK-NBS": "Národná banka Slovenska",
    "EU-ESMA": "ESMA",
    "EU-EBA": "European Banking Authority",
    "EU-ECB": "European Central Bank",
    "EU-EIOPA": "EIOPA",
    "EU-SRB": "Single Resolution Board",
    "EU-AMLA": "Anti-Money Laundering Authority",
    "AU-ASIC": "Australian Securities and Investments Commission",
    "AU-APRA": "Australian Prudential Regulation Authority",
    "BR-CVM": "Comissão de Valores Mobiliários",
    "CA-ON-OSC": "Ontario Securities Commission",
    "CH-FINMA": "FINMA",
    "CN-CSRC": "中国证券监督管理委员会",
    "CN-NFRA": "国家金融监督管理总局",
    "GB-PRA": "Prudential Regulation Authority",
    "HK-HKMA": "Hong Kong Monetary Authority",
    "HK-SFC": "Hong Kong Securities and Futures Commission",
    "IN-SEBI": "SEBI",
    "JP-FSA": "金融庁",
    "JP-SESC": "証券取引等監視委員会",
    "KR-FSC": "금융위원회",
    "SG-MAS": "Monetary Authority of Singapore",
    "US-CFTC": "CFTC",
    "US-OCC": "Office of the Comptroller of the Currency",
    "US-FINCEN": "FinCEN",
    "US-FDIC": "FDIC",
    "US-FED": "Federal Reserve",
    "US-NY-DFS": "NYDFS",
}
OF_A_TRADE_OR_PLACE = {
    "GB-SCT-SHR": "Scottish Housing Regulator",
    "GB-TRA": "Teaching Regulation Agency",
    "US-TX-BON": "Texas Board of Nursing",
    "CA-QC-CMQ": "Collège des médecins du Québec",
    "AU-VIC-VBA": "Victorian Building Authority",
    "ZA-PSIRA": "PSIRA",
    "IN-KSPCB": "Karnataka State Pollution Control Board",
    "KE-KDB": "Kenya Dairy Board",
    "DE-RP-SGDNORD": "SGD Nord",
    "DE-SN-LDS": "Landesdirektion Sachsen",
    "AT-OEAEK": "Österreichische Ärztekammer",
    "CH-GE-SCAV": "Service de la consommation et des affaires vétérinaires",
    "FR-CNAPS": "CNAPS",
    "BE-LEEFMILIEU": "Bruxelles Environnement",
    "NL-DOPING": "Dopingautoriteit",
    "IT-ODG": "Ordine dei giornalisti",
    "ES-AN-CAA": "Consejo Audiovisual de Andalucía",
}
REQUIRED = DATA_PROTECTION | LAENDER | WORLD | COMPETITION | FINANCIAL | OF_A_TRADE_OR_PLACE
STATES = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
    "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND",
    "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC",
]  # fmt: skip
UNION = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
]  # fmt: skip


@pytest.mark.parametrize("code", REQUIRED)
def test_a_required_body_is_known_by_a_name_of_its_own(code: str) -> None:
    entry = authority(code)
    name = REQUIRED[code]
    assert name in entry.all_names
    assert [
        other.code for other in authorities() if name in other.all_names and name not in other.ambiguous
    ] == [code]


@pytest.mark.parametrize(
    ("bodies", "kind"),
    [(DATA_PROTECTION | LAENDER, "data-protection"), (COMPETITION, "competition"), (FINANCIAL, "financial")],
    ids=["data protection", "competition", "financial"],
)
def test_the_bodies_of_a_field_have_its_kind(bodies: dict[str, str], kind: str) -> None:
    assert {code: authority(code).kind for code in bodies} == dict.fromkeys(bodies, kind)


@pytest.mark.parametrize("bodies", [DATA_PROTECTION, COMPETITION, FINANCIAL])
def test_the_lists_of_this_test_cover_every_member_state_and_the_rest_of_the_area(
    bodies: dict[str, str],
) -> None:
    assert len(UNION) == 27
    assert {*UNION, "IS", "LI", "NO"} <= {code[:2] for code in bodies}


def test_every_land_has_one_authority_and_bavaria_two() -> None:
    found = Counter(code[3:5] for code in LAENDER)
    assert len(found) == 16
    assert {land for land, count in found.items() if count > 1} == {"BY"}


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_attorney_general(state: str) -> None:
    entry = authority(f"US-{state}-AG")
    assert entry.kind == "attorney-general"
    assert f"{country(f'US-{state}').name} Attorney General" in entry.all_names


def test_fifty_states_and_the_district() -> None:
    assert len(set(STATES)) == 51


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("NL-AP", Body.REGULATOR),
        ("EU-EC", Body.REGULATOR),
        ("US-FTC", Body.REGULATOR),
        ("DE-BSI", Body.REGULATOR),
        ("US-HHS-OCR", Body.REGULATOR),
        ("EU-CJEU", Body.COURT),
        ("GB-CAT", Body.COURT),
        ("US-DOJ", Body.MINISTRY),
        ("CN-MPS", Body.MINISTRY),
        ("NL-OM", Body.PROSECUTOR),
        ("US-TX-AG", Body.PROSECUTOR),
    ],
)
def test_what_a_body_is_follows_from_its_kind(code: str, body: Body) -> None:
    assert authority(code).body is body


def test_every_body_is_one_of_the_list_of_kinds_of_bodies() -> None:
    assert {entry.body for entry in authorities()} == set(Body)
    assert {body.value for body in Body} == set(vocabulary("body-kinds").codes)


def test_names_of_one_word_are_no_ordinary_words() -> None:
    """A name of one lower-case word would be found in running text; each must have a capital or no case."""
    lower = [
        (entry.code, name)
        for entry in authorities()
        for name in entry.all_names
        if " " not in name and name.islower()
    ]
    assert [pair for pair in lower if pair != ("DE-VZBV", "vzbv")] == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("KR-KCC", ("방송미디어통신위원회", "KMCC")),
        ("CY-CYSEC", ("Cyprus Securities and Exchange Commission",)),
        ("CY-CPDP", ("Office of the Commissioner for Personal Data Protection",)),
        ("LV-LB", ("Latvian Financial and Capital Market Commission",)),
        ("MT-MCCAA", ("Maltese competition authority", "autorité maltaise de la concurrence")),
        ("SA-SDAIA", ("Saudi Data and AI Authority",)),
    ],
)
def test_former_and_other_names_lead_to_the_body(code: str, names: tuple[str, ...]) -> None:
    assert set(names) <= set(authority(code).all_names)
