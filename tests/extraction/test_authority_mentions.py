"""Authorities in single sentences: named, told by the shape of a name, nicknamed, pointed back to."""

import pytest

from casefile.extraction.authorities import AuthorityMention, find_authorities
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def mentions(text: str, language: str = "en") -> tuple[AuthorityMention, ...]:
    return find_authorities(Article(text, SourceMetadata(language=language)))


def codes(text: str, language: str = "en") -> list[str]:
    return [mention.code for mention in mentions(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "name", "jurisdiction"),
    [
        ("en", "Zanzibar’s Tea Quality Control Board fined the estate.", "Tea Quality Control Board", ""),
        ("en", "Fiji’s Office of the Seeds Commissioner fined it.", "Office of the Seeds Commissioner", ""),
        (
            "en",
            "Acme was fined by the Kenya Water Licensing Commission.",
            "Kenya Water Licensing Commission",
            "KE",
        ),
        ("en", "The Texas Taxi Licensing Commission revoked it.", "Texas Taxi Licensing Commission", "US-TX"),
        (
            "en",
            "Later the Bermudian Casino Licensing Authority said so.",
            "Bermudian Casino Licensing Authority",
            "",
        ),
        (
            "en",
            "The National Fuel Price Regulatory Authority of Ghana ordered refunds.",
            "National Fuel Price Regulatory Authority of Ghana",
            "GH",
        ),
        ("en", "The Fish and Animal Safety Agency fined Acme.", "Fish and Animal Safety Agency", ""),
        (
            "de",
            "Das Landesamt für Umwelt Brandenburg hat ein Bußgeld verhängt.",
            "Landesamt für Umwelt Brandenburg",
            "DE",
        ),
        (
            "de",
            "Die Staatsanwaltschaft Traunstein verhängte eine Geldbuße.",
            "Staatsanwaltschaft Traunstein",
            "DE",
        ),
        (
            "de",
            "Das Bundesamt für Spielzeugsicherheit verhängte ein Bußgeld.",
            "Bundesamt für Spielzeugsicherheit",
            "DE",
        ),
        (
            "fr",
            "L’Autorité de contrôle des prix de la Guyane a sanctionné Kestrel.",
            "Autorité de contrôle des prix",
            "FR",
        ),
        (
            "fr",
            "L’Agence nationale de sécurité des jouets a infligé une amende.",
            "Agence nationale de sécurité",
            "FR",
        ),
        (
            "nl",
            "De Inspectie Waterveiligheid en Milieu legde een boete op.",
            "Inspectie Waterveiligheid en Milieu",
            "NL",
        ),
        ("nl", "Een boete van de Omgevingsdienst Krabbenkust volgde.", "Omgevingsdienst Krabbenkust", "NL"),
        (
            "it",
            "L’Agenzia nazionale per la sicurezza dei giocattoli ha multato Kestrel.",
            "Agenzia nazionale per la sicurezza",
            "IT",
        ),
        ("it", "La Procura di Trento ha disposto il sequestro.", "Procura di Trento", "IT"),
        (
            "es",
            "La Superintendencia de Aguas y Energía de Honduras multó a Acme.",
            "Superintendencia de Aguas y Energía de Honduras",
            "",
        ),
        (
            "es",
            "La Procuraduría de Defensa de los Usuarios y del Consumo multó a Acme.",
            "Procuraduría de Defensa de los Usuarios y del Consumo",
            "ES",
        ),
        ("en", "Denmark’s Legetøjsstyrelsen fined Acme.", "Legetøjsstyrelsen", "DK"),
    ],
)
def test_a_body_that_the_registry_lacks_is_told_by_the_shape_of_its_name(
    language: str, text: str, name: str, jurisdiction: str
) -> None:
    (found,) = [each for each in mentions(text, language) if each.named]
    assert found.authority.code == ""
    assert found.authority.name.startswith(name)
    assert not jurisdiction or found.authority.jurisdiction == jurisdiction


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agency Ogilvy bought Acme Advertising Agency."),
        ("en", "Reuters News Agency and the Travel Agency Sunways Ltd were fined."),
        ("en", "The Advisory Board of Acme met the Legal Department."),
        ("en", "The Oversight Board and its Board of Directors agreed."),
        ("en", "Smith Insurance Agency Inc. paid."),
        ("en", "He left the Head Office for the Post Office."),
        ("en", "Acme’s Customer Service and Human Resources Department apologised."),
        ("en", "The House Committee heard the Trump Administration."),
        ("en", "The Motion Picture Association and Consumer Reports wrote."),
        ("en", "Anna Smith, Chief Compliance Officer, spoke."),
        ("de", "Der Vorstand und das Ehrenamt sprachen mit der Nachrichtenagentur."),
        ("de", "Die Werbeagentur Kestrel und die Ratingagentur sprachen."),
        ("fr", "L’Agence France-Presse et l’agence de voyages Kestrel"),
        ("fr", "La Commission des finances et la Direction de la communication"),
        ("nl", "Het Reclamebureau Kestrel en de Raad van Bestuur"),
        ("it", "L’Agenzia di stampa e l’Agenzia di pubblicità"),
        ("es", "La Agencia de Publicidad Kestrel y el Consejo de Administración"),
        ("es", "La Comisión de investigación y la Agencia de viajes Sol"),
    ],
)
def test_firms_departments_and_parliaments_are_no_authorities(language: str, text: str) -> None:
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "the Irish watchdog said the data was personal data", "IE-DPC"),
        ("en", "Italy’s competition authority fined the airline", "IT-AGCM"),
        ("en", "Germany’s cartel enforcer raided", "DE-BKARTA"),
        ("en", "Britain’s gambling regulator", "GB-GC"),
        ("en", "the UK’s advertising watchdog", "GB-ASA"),
        ("en", "Britain’s energy watchdog", "GB-OFGEM"),
        ("en", "the French media regulator", "FR-ARCOM"),
        ("en", "the French stock market watchdog", "FR-AMF"),
        ("en", "Sweden’s financial watchdog", "SE-FI"),
        ("en", "Spain’s stock market regulator", "ES-CNMV"),
        ("en", "the Dutch gambling authority", "NL-KSA"),
        ("en", "the Dutch consumer regulator", "NL-ACM"),
        ("en", "the Polish consumer watchdog", "PL-UOKIK"),
        ("en", "South Korea’s antitrust regulator", "KR-KFTC"),
        (
            "en",
            "Australia’s corporate and markets watchdog, the securities regulator of Australia",
            "AU-ASIC",
        ),
        ("en", "India’s markets regulator", "IN-SEBI"),
        ("en", "the US aviation regulator", "US-FAA"),
        ("en", "the US auto safety regulator for road safety", "US-NHTSA"),
        ("en", "the City watchdog fined the bank", "GB-FCA"),
        ("en", "California’s privacy regulator", "US-CA-CPPA"),
        ("de", "die irischen Datenschützer", "IE-DPC"),
        ("de", "Hamburgs Datenschützer", "DE-HH-HMBBFDI"),
        ("de", "der Berliner Datenschutzbeauftragte", "DE-BE-BLNBDI"),
        ("de", "die niedersächsische Datenschutzbehörde", "DE-NI-LFD"),
        ("de", "die französische Wettbewerbsbehörde", "FR-ADLC"),
        ("de", "die Schweizer Wettbewerbskommission", "CH-WEKO"),
        ("de", "die österreichische Finanzmarktaufsicht", "AT-FMA"),
        ("de", "die britische Medienaufsicht", "GB-OFCOM"),
        ("de", "Italiens Wettbewerbshüter", "IT-AGCM"),
        ("fr", "le gendarme des télécoms a mis en demeure l’opérateur", "FR-ARCEP"),
        ("fr", "le gendarme de la vie privée", "FR-CNIL"),
        ("fr", "le gendarme boursier", "FR-AMF"),
        ("fr", "le gendarme italien de la concurrence", "IT-AGCM"),
        ("fr", "le régulateur irlandais des données", "IE-DPC"),
        ("fr", "le gendarme de l’énergie", "FR-CRE"),
        ("nl", "de Ierse privacywaakhond", "IE-DPC"),
        ("nl", "de privacywaakhond legt een boete op", "NL-AP"),
        ("nl", "de Belgische mededingingsautoriteit", "BE-BMA"),
        ("nl", "de Franse privacytoezichthouder", "FR-CNIL"),
        ("nl", "de beurswaakhond", "NL-AFM"),
        ("it", "il garante irlandese della privacy", "IE-DPC"),
        ("it", "l’autorità francese per la concorrenza", "FR-ADLC"),
        ("it", "l’autorità spagnola per la protezione dei dati", "ES-AEPD"),
        ("es", "el regulador irlandés de protección de datos", "IE-DPC"),
        ("es", "la autoridad italiana de competencia", "IT-AGCM"),
        ("es", "el supervisor bursátil", "ES-CNMV"),
    ],
)
def test_a_nickname_is_the_leading_body_of_its_place_and_field(language: str, text: str, code: str) -> None:
    assert codes(text, language)[:1] == [code]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "BaFin fined Acme. The Bonn-based regulator said more.", "DE-BAFIN"),
        ("en", "The Federal Network Agency fined Acme. The Bonn-based regulator said more.", "DE-BNETZA"),
        ("en", "ASIC sued Acme. The Australian regulator said so.", "AU-ASIC"),
        ("en", "AUSTRAC sued Acme. The Australian watchdog said so.", "AU-AUSTRAC"),
        ("en", "The CNMC fined Acme. The Madrid-based watchdog said so.", "ES-CNMC"),
        ("en", "The AFM fined a Dutch bank. The Dutch regulator said so.", "NL-AFM"),
        ("de", "Die Bafin verhängte ein Bußgeld. Die Bonner Behörde schwieg.", "DE-BAFIN"),
        ("fr", "L’Arcom a sanctionné la chaîne. Le régulateur français insiste.", "FR-ARCOM"),
        ("nl", "De AFM beboet een Nederlandse bank. De Nederlandse toezichthouder zwijgt.", "NL-AFM"),
        ("es", "La CNMV multó al banco. El regulador español calla.", "ES-CNMV"),
    ],
)
def test_of_several_bodies_of_a_country_a_nickname_means_the_one_that_the_text_names(
    language: str, text: str, code: str
) -> None:
    assert codes(text, language)[-1] == code


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The FCC fined Acme. The Fifth Circuit annulled it. The agency appealed.", "US-FCC"),
        ("en", "The FTC sued with the Justice Department. The commission won.", "US-FTC"),
        ("en", "The FDA wrote. The FTC followed. The commission then fined Acme.", "US-FTC"),
        ("en", "The FTC wrote. The FDA followed. The commission then fined Acme.", "US-FTC"),
        ("en", "The Competition Bureau sued. The Competition Tribunal agreed. The bureau said so.", "CA-CB"),
        (
            "de",
            "Das Bundeskartellamt verhängte ein Bußgeld. Das OLG Düsseldorf prüft. Das Amt schwieg.",
            "DE-BKARTA",
        ),
        (
            "de",
            "Die Bafin verhängte ein Bußgeld. Das Bundesverwaltungsgericht prüft. Die Aufsicht schwieg.",
            "DE-BAFIN",
        ),
        (
            "fr",
            "La CNIL a sanctionné Kestrel. Le Conseil d’État a réduit l’amende. L’autorité s’y tient.",
            "FR-CNIL",
        ),
        (
            "nl",
            "De ACM beboette Kestrel. De rechtbank Den Haag oordeelde. De toezichthouder zwijgt.",
            "NL-ACM",
        ),
        ("it", "L’Agcm ha multato Kestrel. Il Consiglio di Stato ha deciso. L’Autorità tace.", "IT-AGCM"),
        ("es", "La AEPD multó a Kestrel. La Audiencia Nacional decidió. La Agencia calla.", "ES-AEPD"),
    ],
)
def test_words_that_point_back_mean_the_body_that_is_called_so_and_no_court(
    language: str, text: str, code: str
) -> None:
    assert codes(text, language)[-1] == code


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The commission on each sale rose."),
        ("en", "Germany’s regional data protection authorities met."),
        ("en", "The Texas Court heard it. The office closed."),
        ("de", "Die Provision stieg, das Büro schloss."),
        ("fr", "La commission bancaire a augmenté."),
    ],
)
def test_words_without_a_body_before_mean_none(language: str, text: str) -> None:
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The HSE has fined the quarry.", ["GB-HSE"]),
        ("en", "Dublin and the rest of Ireland worried. The HSE is said to run Irish hospitals.", []),
        ("en", "EA has fined a player.", []),
        ("en", "The initial coin offering was large. The ICO raised millions.", []),
        ("nl", "De FSMA schorst de makelaar.", ["BE-FSMA"]),
        ("de", "Direktor Olaf Kern rügt den Verein.", []),
        ("de", "Die Regierung von Niederbayern verbot den Verkauf.", ["DE-BY-REG-NB"]),
        ("de", "Die Finanzmarktaufsichtsbehörde FMA verhängte eine Strafe.", ["AT-FMA"]),
    ],
)
def test_an_abbreviation_that_others_have_too_is_a_body_where_it_reads_like_one(
    language: str, text: str, expected: list[str]
) -> None:
    assert codes(text, language) == expected


def test_a_name_ends_before_what_it_is_about() -> None:
    text = "Der Sächsische Beauftragte für Datenschutz verhängte Bußgelder gegen den Versorger."
    assert [each.span.of(text) for each in mentions(text, "de")] == ["Sächsische Beauftragte für Datenschutz"]


def test_an_abbreviation_given_for_a_body_of_the_text_is_learned() -> None:
    text = "The Kenya Water Licensing Commission (KWLC) fined Acme. KWLC said so. The commission may appeal."
    assert set(codes(text)) == {"Kenya Water Licensing Commission"}
    assert len(codes(text)) == 4


def test_an_abbreviation_that_the_text_gives_counts_before_the_registry() -> None:
    text = "La Superintendencia de Electricidad y Combustibles (SEC) actuó. La SEC multó a Veltis."
    assert set(codes(text, "es")) == {"CL-SEC"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Competencia abre expediente a Veltis.", ["ES-CNMC"]),
        ("es", "La multa que Consumo impuso a Veltis es firme.", ["ES-CONSUMO"]),
        ("es", "Consta en una resolución de Protección de Datos.", ["ES-AEPD"]),
        ("es", "Competencia desleal y Consumo responsable son temas del curso.", []),
        ("es", "La competencia crece y el consumo cae.", []),
        ("es", "Lo dijo la comisaria de Competencia en Sevilla.", []),
    ],
)
def test_a_field_alone_may_stand_for_its_body(language: str, text: str, expected: list[str]) -> None:
    assert codes(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Veltis ha trattato con la Sec per mesi.", ["US-SEC"]),
        ("it", "Il vino Sec piace a Veltis.", []),
        ("de", "Die Firma Sec zahlt.", []),
    ],
)
def test_three_letters_are_an_abbreviation_behind_a_romance_article(
    language: str, text: str, expected: list[str]
) -> None:
    assert codes(text, language) == expected


def test_a_country_in_brackets_is_no_abbreviation() -> None:
    assert codes("The Data Protection Commission (Ireland) spoke. Ireland agreed.") == ["IE-DPC"]


def test_a_name_beside_another_country_is_not_the_registered_body() -> None:
    (found,) = mentions("Jamaica’s Office of the Data Protection Commissioner fined Acme.")
    assert found.code != "KE-ODPC"
    (found,) = mentions("Kenya’s Office of the Data Protection Commissioner fined Acme.")
    assert found.code == "KE-ODPC"


def test_a_translated_name_is_the_registered_body_of_its_field() -> None:
    assert codes("The Danish Competition Authority and the Swedish Financial Supervision Authority met.") == [
        "DK-KFST",
        "SE-FI",
    ]


def test_whom_a_body_acts_against_is_no_authority() -> None:
    assert codes("The CNIL fined the National Employment Service Agency of Lyon.") == ["FR-CNIL"]


@pytest.mark.parametrize(
    "piece", ["Agency of the ", "National ", "Irish watchdog ", "Commission for ", "(AB) "]
)
def test_a_very_long_text_of_name_words_takes_no_longer_than_its_length(piece: str) -> None:
    short, long = (len(mentions(piece * count)) for count in (50, 20_000))
    assert long >= short


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SEOUL: The Fair Trade Commission fined Acme. The FTC said so.", ["KR-KFTC", "KR-KFTC"]),
        ("In Turkey the Advertising Board stopped the campaign.", ["TR-REKLAM"]),
        ("Taiwan’s Fair Trade Commission fined Acme.", ["TW-FTC"]),
        ("In Belgium, the Data Protection Authority ordered Acme to stop.", ["BE-GBA"]),
        ("The Federal Trade Commission fined Acme. The FTC said so.", ["US-FTC", "US-FTC"]),
    ],
)
def test_the_press_of_a_country_leaves_its_name_out(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The Council for Estate Brokers has fined Acme.", "Council for Estate Brokers"),
        ("en", "The Board of Pharmacy revoked the licence.", "Board of Pharmacy"),
        ("es", "El Instituto de la Vivienda multó a Acme.", "Instituto de la Vivienda"),
        ("nl", "De Omgevingsdienst Noord- en Oost-Krabbe int geld.", "Omgevingsdienst Noord- en Oost-Krabbe"),
        (
            "de",
            "Die Landesanstalt für Umwelt- und Naturschutz klagt.",
            "Landesanstalt für Umwelt- und Naturschutz",
        ),
    ],
)
def test_a_name_is_borne_out_by_what_its_body_does_and_goes_on_behind_a_hyphen(
    language: str, text: str, name: str
) -> None:
    assert codes(text, language) == [name]


@pytest.mark.parametrize(
    "text", ["The Board of Directors fined nobody.", "The Council for the Arts gave Acme a grant."]
)
def test_a_board_that_acts_on_nobody_is_no_authority(text: str) -> None:
    assert codes(text) == []


def test_a_body_goes_by_the_initials_of_its_name() -> None:
    text = "The Council for Estate Brokers fined Acme. The CEB said the firm had erred."
    assert codes(text) == ["Council for Estate Brokers"] * 2


def test_a_digest_of_many_lands_means_the_best_known_body() -> None:
    text = (
        "Harbor will pay the CFTC $12m for serving US customers. BaFin ordered Kettle Labs to stop.\n\n"
        "The FCA has begun criminal proceedings against a trader."
    )
    found = find_authorities(Article(text, SourceMetadata(language="en")))
    assert {each.code for each in found} == {"US-CFTC", "DE-BAFIN", "GB-FCA"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "A farlo era stata la Direzione generale della concorrenza, la Dgccrf. La multa è alta."),
        ("es", "La multa es de la Dirección General de la Competencia, la DGCCRF. La multa es alta."),
    ],
)
def test_a_translated_name_is_that_of_the_abbreviation_behind_it(language: str, text: str) -> None:
    found = find_authorities(Article(text, SourceMetadata(language=language)))
    assert {each.code for each in found} == {"FR-DGCCRF"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ACCC sued Acme. It faces a case by the privacy commissioner.", ["AU-ACCC", "AU-OAIC"]),
        ("The FCA fined Acme, and the Federal Trade Commission sued. The privacy watchdog waits.", []),
        ("Acme was told so by the privacy watchdog.", []),
    ],
)
def test_a_field_means_the_body_of_the_one_country_that_an_english_text_tells_of(
    text: str, found: list[str]
) -> None:
    assert [code for code in codes(text) if code.endswith(("OAIC", "ICO", "ACCC"))] == found


def test_a_superintendent_is_her_department_and_a_press_office_is_no_authority() -> None:
    text = "Contact: Public Information Office\n\nSuperintendent of Financial Services Ada Low fined PayMate."
    assert [(each.code, each.span.of(text)) for each in mentions(text)] == [
        ("US-NY-DFS", "Superintendent of Financial Services")
    ]


@pytest.mark.parametrize("service", ["postal service", "national rail service", "health service"])
def test_a_service_for_the_public_is_no_authority(service: str) -> None:
    assert codes(f"Poland’s {service} has been fined 27 million zł.") == []


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The DPC fined it. The ICO did nothing. In May the same office fined another.", "GB-ICO"),
        ("de", "Das Bundeskartellamt prüft. Die BaFin warnt. Dieselbe Kommission büsste ihn.", "DE-BAFIN"),
        ("fr", "L’AMF enquête. La CNIL se tait. La même commission l’avait sanctionné.", "FR-CNIL"),
        ("it", "La Consob indaga. L’Antitrust multa. La stessa commissione aveva taciuto.", "IT-CONSOB"),
    ],
)
def test_the_same_body_is_the_one_spoken_of_last(language: str, text: str, code: str) -> None:
    assert codes(text, language)[-1] == code


def test_a_commissioner_is_rather_who_is_called_so() -> None:
    text = (
        "The Australian Information Commissioner sued. South Korea’s Personal Information Protection "
        "Commission fined SK Telecom. The Commissioner has found another breach."
    )
    assert codes(text) == ["AU-OAIC", "KR-PIPC", "AU-OAIC"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The B.C. Securities Commission banned Orrin from trading.", "CA-BC-BCSC"),
        ("The N.J. Bureau of Securities fined Orrin $2 million.", "US-NJ-BOS"),
        ("N.Y. Attorney General Ada Norvik fined Orrin $2 million.", "US-NY-AG"),
        ("The N.Y. Department of Financial Services fined Orrin.", "US-NY-DFS"),
    ],
)
def test_the_initials_of_a_state_are_part_of_a_name(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_whom_only_a_field_tells_is_not_meant_by_words_that_point_back() -> None:
    text = (
        "The Federal Communications Commission fined Orrin $5 million. In June the Supreme Court barred the "
        "securities regulator from such fines. The commission had fined Norvia too."
    )
    assert codes(text)[-1] == "US-FCC"


def test_who_holds_the_office_is_no_part_of_its_name() -> None:
    text = "Ireland’s Data Protection Commission fined Orrin, Commissioner for Data Protection Jane Roe said."
    assert len(mentions(text, "en")) == 2
    assert len(set(codes(text, "en"))) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The CRTC set an administrative monetary penalty (AMP) of $900,000. The AMP was paid.", ["CA-CRTC"]),
        ("L’autorité des marchés publics (AMP) du Québec punit Orrin Inc. L’AMP se dit satisfaite.",
         ["CA-QC-AMP", "CA-QC-AMP", "CA-QC-AMP"]),
    ],
)  # fmt: skip
def test_an_abbreviation_of_something_else_is_no_authority(text: str, found: list[str]) -> None:
    assert codes(text, "fr" if "Québec" in text else "en") == found


@pytest.mark.parametrize(
    "text",
    [
        "Berlin (dpa) - Der Verband hat die Entscheidung kritisiert.",
        "BERLIN (dpa) - Der Verband hat die Entscheidung kritisiert.",
        "Hamburg (dpa/lno) - Die Bank muss zahlen.",
    ],
)
def test_the_agency_that_opens_a_report_is_no_authority_of_the_town(text: str) -> None:
    assert codes(text, "de") == []
