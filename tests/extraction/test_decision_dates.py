"""Which of the dates around a sanction is the action's; published on Thursday, 5 June 2025.

One table of sentences for each of the ways in which a date is and is not that of a decision, in six
languages, is longer than 500 lines; the tables share the day of publication and what counts as found.
"""

from dataclasses import replace

import pytest

from casefile.extraction import extract
from casefile.extraction.actions import find_actions
from casefile.extraction.decision_dates import decision_date, mentioned_date
from casefile.extraction.finding import Finding
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.paths import resource
from casefile.terms import ActionKind
from casefile.values import PartialDate, Span


def surveyed(text: str, language: str, outlet: str = "") -> Survey:
    published = PartialDate("2025-06-05")
    return Survey(Article(text, SourceMetadata(language=language, published=published, outlet=outlet)))


def finding(survey: Survey, trigger: str, kind: ActionKind = ActionKind.FINE) -> Finding:
    start = survey.article.text.index(trigger)
    span = Span(start, start + len(trigger))
    return Finding("NL-AP", (), kind, (), span, survey.article.sentence_of(span), named=True, likely=1.0)


def decided(text: str, language: str, trigger: str, main: bool = True, outlet: str = "") -> str:
    survey = surveyed(text, language, outlet)
    found = decision_date(survey, [finding(survey, trigger)], main)
    return found.value.edtf if found else ""


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("en", "The authority fined Kestrel €5 million on Tuesday.", "fined", "2025-06-03"),
        ("en", "In a decision dated 12 May, Kestrel was fined for a leak in 2021.", "fined", "2025-05-12"),
        ("en", "Two weeks ago the authority fined Kestrel €5 million.", "fined", "2025-05"),
        ("de", "Vor zwei Wochen hat die Behörde Kestrel gebüßt.", "gebüßt", "2025-05"),
        ("fr", "Il y a deux semaines, l’autorité a sanctionné Kestrel.", "sanctionné", "2025-05"),
        ("nl", "Twee weken geleden werd Kestrel beboet.", "beboet", "2025-05"),
        ("it", "Due settimane fa l’autorità ha multato Kestrel.", "multato", "2025-05"),
        ("es", "Hace dos semanas la agencia multó a Kestrel.", "multó", "2025-05"),
        ("en", "A 2022 decision that fined Kestrel was upheld in all respects.", "fined", "2022"),
        ("en", "Its 2022 audit led to this: Kestrel was fined.", "fined", ""),
        ("en", "It took until April for Kestrel to be fined.", "fined", "2025-04"),
        ("en", "It is the first case since 2022, when Kestrel was fined.", "fined", "2022"),
        ("fr", "C’est une première depuis 2022, lorsque Kestrel fut condamné.", "condamné", "2022"),
        (
            "en",
            "On 12 May the Office of the Data Protection Commissioner of Kenya fined Kestrel Sh4 million.",
            "fined",
            "2025-05-12",
        ),
        ("en", "After a complaint, the authority fined Kestrel €5 million on 12 May.", "fined", "2025-05-12"),
        ("en", "Kestrel was fined in the summer of 2024 for a leak.", "fined", "2024"),
        ("de", "Schon im Sommer 2024 verhängte die Behörde ein Zwangsgeld.", "verhängte", "2024"),
        ("de", "Mit Bescheid vom 12. Mai verhängte die Behörde ein Bußgeld.", "verhängte", "2025-05-12"),
        ("de", "Die Behörde hat am Dienstag ein Bußgeld verhängt.", "verhängt", "2025-06-03"),
        ("fr", "Par une décision du 12 mai, elle a infligé une amende à Kestrel.", "infligé", "2025-05-12"),
        (
            "fr",
            "Elle a sanctionné Kestrel mardi pour une fuite survenue en 2021.",
            "sanctionné",
            "2025-06-03",
        ),
        ("nl", "Kestrel kreeg dinsdag een boete voor een lek uit 2021.", "boete", "2025-06-03"),
        ("nl", "In een besluit van 12 mei legde de toezichthouder een boete op.", "boete", "2025-05-12"),
        ("it", "Con provvedimento del 12 maggio ha inflitto una multa a Kestrel.", "inflitto", "2025-05-12"),
        ("it", "Ha multato Kestrel martedì per una violazione del 2021.", "multato", "2025-06-03"),
        ("es", "En una resolución del 12 de mayo impuso una multa a Kestrel.", "impuso", "2025-05-12"),
        ("es", "Multó el martes a Kestrel por una brecha de 2021.", "Multó", "2025-06-03"),
    ],
)
def test_date_of_its_own_sentence(language: str, text: str, trigger: str, edtf: str) -> None:
    assert decided(text, language, trigger) == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Kestrel was fined for calls made between 3 March and 5 May 2024.", "fined"),
        ("en", "Kestrel, fined for its calls, must pay by 30 June.", "fined"),
        ("en", "Kestrel was fined after an inquiry opened in June 2024.", "fined"),
        ("en", "Kestrel was fined for the spill, which occurred on 20 December 2024.", "fined"),
        ("de", "Bestraft wird Kestrel wegen des Lecks, das sich am 20. Dezember 2024 ereignete.", "Bestraft"),
        ("de", "Bestraft wird Kestrel in dem Verfahren, das im Juni 2024 eröffnet wurde.", "Bestraft"),
        ("fr", "Kestrel est sanctionnée pour la fuite survenue le 20 décembre 2024.", "sanctionnée"),
        ("fr", "Kestrel est sanctionnée à l’issue de l’enquête ouverte en juin 2024.", "sanctionnée"),
        ("nl", "Kestrel is beboet voor het lek dat op 20 december 2024 plaatsvond.", "beboet"),
        ("nl", "Kestrel is beboet na een procedure die in juni 2024 begon.", "beboet"),
        ("it", "Kestrel è stata multata per la fuga avvenuta il 20 dicembre 2024.", "multata"),
        ("it", "Kestrel è stata multata dopo l’istruttoria avviata nel giugno 2024.", "multata"),
        ("es", "Kestrel fue multada por el derrame ocurrido el 20 de diciembre de 2024.", "multada"),
        ("es", "Kestrel fue multada tras el expediente abierto en junio de 2024.", "multada"),
        ("de", "Bestraft wird Kestrel für Anrufe zwischen dem 3. März und dem 5. Mai 2024.", "Bestraft"),
        ("fr", "Kestrel est sanctionnée pour des appels passés entre 2021 et 2023.", "sanctionnée"),
        ("nl", "Kestrel is beboet voor telefoontjes tussen 2021 en 2023.", "beboet"),
        ("it", "Kestrel è stata multata per chiamate tra il 2021 e il 2023.", "multata"),
        ("es", "Kestrel fue multada por llamadas hechas entre 2021 y 2023.", "multada"),
    ],
)
def test_period_and_deadline_date_no_decision(language: str, text: str, trigger: str) -> None:
    assert decided(text, language, trigger) == ""


def test_sentence_beside_dates_the_decision_and_the_appeal_does_not() -> None:
    text = "Kestrel was fined for a leak. The decision was taken on 12 May. Its appeal was lodged on 2 June."
    assert decided(text, "en", "fined", main=False) == "2025-05-12"


def test_sentence_of_another_authority_is_passed_over() -> None:
    text = "The CNIL imposed a penalty on 12 May. Kestrel was fined in the Netherlands too."
    assert decided(text, "en", "fined", main=False) == ""


def test_lead_dates_the_main_action_alone() -> None:
    text = "The watchdog said on Tuesday that it had acted.\n\nKestrel was fined for a leak."
    assert decided(text, "en", "fined") == "2025-06-03"
    assert decided(text, "en", "fined", main=False) == ""


def test_release_dates_what_its_authority_did() -> None:
    text = "Kestrel was fined for a leak."
    assert decided(text, "en", "fined", outlet="Autoriteit Persoonsgegevens") == "2025-06-05"
    assert decided(text, "en", "fined", outlet="Tidewater Post") == ""


def test_first_sentence_that_tells_it_counts_before_later_ones() -> None:
    text = "Kestrel was fined in May. The order of 8 October 2024 had proposed a fine of 6 million."
    survey = surveyed(text, "en")
    found = decision_date(survey, [finding(survey, "fined"), finding(survey, "proposed")], main=True)
    assert found is not None
    assert found.value == PartialDate("2025-05")


def test_the_day_told_of_a_decision_is_finer_than_its_month() -> None:
    last = "The notice of the authority is dated 28 May 2025."
    text = f"Last week’s fine for Kestrel was high. Kestrel must pay. It was fined for a leak. {last}"
    survey = surveyed(text, "en")
    found = decision_date(survey, [finding(survey, "fine"), finding(survey, "fined")], main=True)
    assert found is not None
    assert found.value == PartialDate("2025-05-28")


def test_what_is_under_way_is_dated_by_its_beginning() -> None:
    survey = surveyed("The authority has been looking into Kestrel since April.", "en")
    told = finding(survey, "looking into", ActionKind.INVESTIGATION)
    assert mentioned_date(survey, told) == PartialDate("2025-04")
    assert mentioned_date(survey, finding(survey, "looking into")) is None


def test_nearest_date_is_what_a_finding_mentions() -> None:
    survey = surveyed(
        "The order, taken on 10 April 2025, ends a case begun in May 2023, when it blocked it.", "en"
    )
    assert mentioned_date(survey, finding(survey, "blocked")) == PartialDate("2023-05")


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        (
            "en",
            "Kestrel was fined for a leak. Nobody was told. Both orders, seen by us, are dated 12 May.",
            "fined",
            "2025-05-12",
        ),
        (
            "de",
            "Kestrel muss ein Bußgeld zahlen. Niemand merkte es. Beide Bescheide ergingen am 12. Mai.",
            "Bußgeld",
            "2025-05-12",
        ),
        (
            "fr",
            "Kestrel est condamnée. Les fichiers étaient ouverts. La décision, rendue le 12 mai, le dit.",
            "condamnée",
            "2025-05-12",
        ),
        (
            "nl",
            "Kestrel kreeg een boete. Niemand merkte iets. Dat blijkt uit besluiten van 12 mei.",
            "boete",
            "2025-05-12",
        ),
        (
            "it",
            "Kestrel è stata multata. Nessuno se ne accorse. Le delibere, approvate il 12 maggio, sono note.",
            "multata",
            "2025-05-12",
        ),
        (
            "es",
            "Kestrel fue multada. Nadie lo notó. Las resoluciones llevan fecha del 12 de mayo.",
            "multada",
            "2025-05-12",
        ),
    ],
)
def test_decision_is_dated_some_sentences_away(language: str, text: str, trigger: str, edtf: str) -> None:
    assert decided(text, language, trigger, main=False) == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Kestrel was fined over its 2019 audit of a tour operator.", "fined"),
        ("en", "Kestrel was fined under the Act of 3 March 1986.", "fined"),
        ("de", "Kestrel wurde nach dem Gesetz vom 3. März 1986 bestraft.", "bestraft"),
        ("fr", "Kestrel est sanctionnée en vertu de la loi du 30 septembre 1986.", "sanctionnée"),
        ("nl", "Kestrel is beboet op grond van de wet van 3 maart 1986.", "beboet"),
        ("it", "Kestrel è stata multata in base alla legge del 3 marzo 1986.", "multata"),
        ("es", "Kestrel fue multada en virtud de la ley de 3 de marzo de 1986.", "multada"),
    ],
)
def test_year_of_an_object_and_day_of_a_law_date_no_decision(language: str, text: str, trigger: str) -> None:
    assert decided(text, language, trigger, main=False) == ""


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("fr", "L’AMF a infligé une amende à Kestrel pour le retard de novembre 2022.", "infligé"),
        ("es", "La CNMC multó a Kestrel por los cortes de agosto de 2024.", "multó"),
        ("it", "La Consob ha multato Kestrel dopo la perizia di marzo 2024.", "multato"),
        ("nl", "De AFM beboette Kestrel vanwege de storing van maart 2024.", "beboette"),
        ("de", "Die BaFin bestrafte Kestrel wegen der Panne vom März 2024.", "bestrafte"),
    ],
)
def test_month_of_a_thing_dates_no_decision(language: str, text: str, trigger: str) -> None:
    assert decided(text, language, trigger) == ""


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("fr", "L’AMF a infligé à la fin de 2022 une amende à Kestrel.", "infligé", "2022"),
        ("es", "La CNMC, en la resolución de agosto de 2024, multó a Kestrel.", "multó", "2024-08"),
        ("it", "La Consob ha multato Kestrel all’inizio del 2024.", "multato", "2024"),
        ("nl", "De AFM beboette Kestrel met het besluit van maart 2024.", "beboette", "2024-03"),
    ],
)
def test_month_of_a_decision_or_of_a_time_dates_it(language: str, text: str, trigger: str, edtf: str) -> None:
    assert decided(text, language, trigger) == edtf


def test_words_of_another_clause_say_nothing_of_a_date() -> None:
    text = (
        "A decision of 2016 was quashed on appeal; in March 2022 the authority tried again and fined Kestrel."
    )
    assert decided(text, "en", "fined", main=False) == "2022-03"


def test_opening_of_an_investigation_is_dated_beside_it() -> None:
    text = "The authority is looking into Kestrel. It opened the case in February under a new law."
    survey = surveyed(text, "en")
    found = decision_date(survey, [finding(survey, "looking into", ActionKind.INVESTIGATION)], main=False)
    assert found is not None
    assert found.value.edtf == "2025-02"


def test_each_sum_has_the_year_right_behind_it() -> None:
    text = "The agency had already fined Kestrel €15,000 in 2022 and €40,000 in 2023 for much the same."
    survey = surveyed(text, "en")
    dates = [
        mentioned_date(survey, replace(finding(survey, "fined"), focus=Span(start, start + 7)))
        for start in (text.index("€15,000"), text.index("€40,000"))
    ]
    assert dates == [PartialDate("2022"), PartialDate("2023")]


def test_day_of_the_sentence_outweighs_an_old_year_nearer_by() -> None:
    text = "On 12 May it ruled on Kestrel, which kept files of people last seen in 1998 and must pay a fine."
    assert decided(text, "en", "fine", main=False) == "2025-05-12"


def test_told_day_outweighs_the_line_of_publication() -> None:
    text = (
        "Publié le 05/06/2025 à 19h32\n\nKestrel s’en tire avec une amende. Rien d’autre n’a été retenu.\n\n"
        "La décision, rendue le 12 mai, retient une entente."
    )
    assert decided(text, "fr", "amende") == "2025-05-12"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "It fined Alba on Tuesday, it said. Separately, it ordered Kestrel to pay.", "ordered"),
        (
            "de",
            "Alba wurde am Dienstag bestraft. Zugleich untersagte sie Kestrel das Vorgehen.",
            "untersagte",
        ),
        (
            "fr",
            "Elle a annoncé mardi une amende. Par ailleurs, elle a enjoint à Kestrel de cesser.",
            "enjoint",
        ),
        ("nl", "Alba kreeg dinsdag een boete. Tegelijk legde zij Kestrel een verbod op.", "verbod"),
        ("it", "Ha multato Alba martedì, ha detto. Contestualmente ha ammonito Kestrel.", "ammonito"),
        ("es", "Multó a Alba el martes, dijo. Por separado, apercibió a Kestrel.", "apercibió"),
    ],
)
def test_action_alongside_has_the_day_of_the_main_one(language: str, text: str, trigger: str) -> None:
    assert decided(text.replace(". ", ".\n\n", 1), language, trigger, main=False) == "2025-06-03"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Earlier this week it fined Kestrel for calls. The company was warned in 2022.", "fined"),
        ("de", "Diese Woche wurde Kestrel bestraft. Schon 2022 wurde das Unternehmen verwarnt.", "bestraft"),
        ("fr", "Cette semaine, elle a sanctionné Kestrel. En 2022, elle l’avait condamnée.", "sanctionné"),
        ("nl", "Deze week is Kestrel beboet. In 2022 kreeg het bedrijf een waarschuwing.", "beboet"),
        ("it", "Questa settimana ha multato Kestrel. Nel 2022 era stata ammonita la società.", "multato"),
        ("es", "Esta semana multó a Kestrel. En 2022 la apercibió ya una vez.", "multó"),
    ],
)
def test_week_of_an_action_tells_its_month_and_rules_out_older_years(
    language: str, text: str, trigger: str
) -> None:
    assert decided(text, language, trigger) == "2025-06"


def test_dateline_yields_to_the_day_of_its_sentence_and_of_the_decision() -> None:
    text = "Bonn, 5. Juni 2025 – Die Behörde hat am 20. Mai 2025 gegen Kestrel ein Bußgeld verhängt."
    assert decided(text, "de", "verhängt") == "2025-05-20"
    text = "ROMA, 5 giu (Nm) - Ha multato Kestrel. La delibera è stata adottata il 20 maggio."
    assert decided(text, "it", "multato") == "2025-05-20"
    text = "Bonn, 5. Juni 2025 – Die Behörde hat gegen Kestrel ein Bußgeld verhängt."
    assert decided(text, "de", "verhängt") == "2025-06-05"


def test_month_of_its_own_sentence_outweighs_the_day_of_another_decision_before_it() -> None:
    text = "Alba was fined; the order was adopted on 20 May. In March it had fined Kestrel."
    assert decided(text, "en", "fined Kestrel") == "2025-03"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Kestrel has been under investigation since April.", "under investigation"),
        ("en", "Kestrel is being investigated. That inquiry began in April.", "investigated"),
        ("de", "Gegen Kestrel läuft seit April ein Verfahren.", "Verfahren"),
        ("fr", "Une enquête vise Kestrel depuis avril.", "enquête"),
        ("es", "Kestrel tiene un expediente abierto desde abril.", "expediente"),
        ("it", "Un’istruttoria su Kestrel è aperta da aprile.", "istruttoria"),
        ("nl", "Tegen Kestrel loopt sinds april een onderzoek.", "onderzoek"),
    ],
)
def test_investigation_is_dated_by_its_beginning(language: str, text: str, trigger: str) -> None:
    survey = surveyed(
        "The watchdog said on Tuesday that it had acted. " * (language == "en") + text, language
    )
    found = decision_date(survey, [finding(survey, trigger, ActionKind.INVESTIGATION)], main=True)
    assert found is not None
    assert found.value.edtf == "2025-04"


def test_investigation_that_was_ended_dates_no_fine() -> None:
    survey = surveyed("The inquiry was opened in June 2024. Kestrel was fined.", "en")
    findings = [
        finding(survey, "inquiry", ActionKind.INVESTIGATION),
        finding(survey, "fined", ActionKind.FINE),
    ]
    assert decision_date(survey, findings, main=False) is None


def test_own_authority_named_beside_another_is_not_elsewhere() -> None:
    text = (
        "On 12 May the Autoriteit Persoonsgegevens and the CNIL announced their decision. Kestrel was fined."
    )
    assert decided(text, "en", "fined", main=False) == "2025-05-12"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("fr", "Mars. Le conseil sanctionne Valdor.\n\nAvril. Il clôt le dossier de Kestrel.", "sanctionne"),
        ("de", "März\n\nDas Amt rügt Valdor. Es büsst Kestrel.\n\nApril\n\nNichts.", "büsst"),
        ("es", "MARZO. El instituto multó a Valdor, que se amparó.\n\nABRIL. Nada.", "multó"),
    ],
)
def test_action_of_a_chronicle_is_of_the_month_above_it(language: str, text: str, trigger: str) -> None:
    assert decided(text, language, trigger) == "2025-03"


def test_what_stands_below_a_chronicle_is_of_none_of_its_months() -> None:
    text = "Mars. Le conseil se tait.\n\nAvril. Il parle.\n\nIl a sanctionné Valdor."
    assert decided(text, "fr", "sanctionné", main=False) == ""


@pytest.mark.parametrize(
    ("language", "text", "trigger", "edtf"),
    [
        ("en", "A 2022 ruling against Kestrel imposed €5 million.", "imposed", "2022"),
        ("en", "Kestrel was fined over a March explosion.", "fined", ""),
        ("en", "Kestrel was fined for its part in the fire of 2022.", "fined", ""),
        ("en", "Kestrel was fined at the end of 2022.", "fined", "2022"),
        ("de", "Kestrel wurde wegen des Brands von 2022 bestraft.", "bestraft", ""),
        ("de", "Die Behörde hat vor zwei Tagen ein Bußgeld verhängt.", "verhängt", "2025-06-03"),
        ("fr", "Kestrel est condamné après l’alerte de novembre 2022.", "condamné", ""),
        ("fr", "Kestrel fut condamné au mois de novembre 2022.", "condamné", "2022-11"),
        ("nl", "Kestrel werd beboet om de brand van 2022.", "beboet", ""),
        ("it", "Kestrel è stata multata per l’incendio del 2022.", "multata", ""),
        ("es", "Kestrel fue multada por los apagones de agosto de 2024.", "multada", ""),
        ("en", "Kestrel was fined over lapses found in an examination on 6 February 2025.", "fined", ""),
        ("en", "Kestrel was fined for ignoring a formal request dated 5 May 2025.", "fined", ""),
        (
            "de",
            "Kestrel wurde bestraft, weil es das Auskunftsersuchen vom 5. Mai ignorierte.",
            "bestraft",
            "",
        ),
        (
            "fr",
            "Kestrel est condamnée pour avoir ignoré la demande d’informations du 5 mai.",
            "condamnée",
            "",
        ),
        ("nl", "Kestrel werd beboet omdat het een informatieverzoek van 5 mei negeerde.", "beboet", ""),
        ("it", "Kestrel è stata multata per la richiesta di informazioni del 5 maggio.", "multata", ""),
        (
            "es",
            "Kestrel fue multada por ignorar el requerimiento de información de 5 de mayo.",
            "multada",
            "",
        ),
        ("en", "Unless it stops before 1 December 2025, Kestrel pays a fine by the day.", "fine", ""),
    ],
)
def test_the_date_of_another_event_dates_no_decision(
    language: str, text: str, trigger: str, edtf: str
) -> None:
    assert decided(text, language, trigger) == edtf


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "In May Ofgem fined Lumo, and it is still looking into Kestrel.", "looking into"),
        ("de", "Im Mai wurde Lumo bestraft, gegen Kestrel wird noch ermittelt.", "ermittelt"),
        ("fr", "Lumo fut condamné en mai, et l’enquête sur Kestrel se poursuit.", "enquête"),
        ("nl", "In mei kreeg Lumo een boete; de ACM onderzoekt Kestrel nog steeds.", "onderzoekt"),
        ("it", "A maggio fu multata Lumo; l’istruttoria su Kestrel è ancora aperta.", "istruttoria"),
        ("es", "En mayo multó a Lumo, y la investigación de Kestrel sigue abierta.", "investigación"),
    ],
)
def test_an_investigation_that_goes_on_has_no_date_of_another_sanction(
    language: str, text: str, trigger: str
) -> None:
    survey = surveyed(text, language)
    assert decision_date(survey, [finding(survey, trigger, ActionKind.INVESTIGATION)], main=False) is None


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "We have fined Kestrel Ltd £1.8 million for its security failings.", "fined"),
        ("de", "Wir haben gegen die Kestrel AG eine Geldbuße verhängt.", "Geldbuße"),
        ("fr", "Nous avons sanctionné Kestrel SA.", "sanctionné"),
        ("nl", "Wij hebben Kestrel BV beboet.", "beboet"),
        ("it", "Abbiamo multato Kestrel Spa.", "multato"),
        ("es", "Hemos multado a Kestrel SA.", "multado"),
    ],
)
def test_what_an_authority_says_it_did_is_of_the_day_of_its_release(
    language: str, text: str, trigger: str
) -> None:
    assert decided(text, language, trigger) == "2025-06-05"


def test_the_day_of_a_decision_is_not_that_of_its_publication() -> None:
    text = (
        "Published on 5 June 2025.\n\nThe decision of 20 May was announced yesterday. Kestrel must pay €5m."
    )
    assert decided(text, "en", "must pay") == "2025-05-20"


def test_the_day_on_which_somebody_spoke_of_a_fine_is_not_its_own() -> None:
    text = "The deputy told a committee on Monday that “the fine that Kestrel had is still a fine”."
    quoted = Span(text.index("the fine"), text.index("”."))
    survey = replace(surveyed(text, "en"), quoted=(quoted,))
    assert decision_date(survey, [finding(survey, "fine that")], main=False) is None
    assert decided(text.replace("“", "").replace("”", ""), "en", "fine that", main=False) == "2025-06-02"


def test_the_day_of_a_decision_that_was_opposed_dates_no_reduction() -> None:
    text = resource("demo/authority-release-2025-10-07.txt").read_text(encoding="utf-8")
    metadata = SourceMetadata(language="en", published=PartialDate("2025-10-07"), outlet="AP")
    (action,) = extract(text, metadata).actions
    assert "objection against\nthe decision of 11 March 2025" in text or "decision of 11 March 2025" in text
    assert action.date is not None
    assert action.date.value.edtf == "2025-10-07"


def test_a_day_that_nothing_resolves_outweighs_that_of_a_request() -> None:
    text = (
        "The regulator yesterday imposed a penalty of £20,000 on Kestrel for ignoring a formal request, "
        "dated 5 May 2025."
    )
    survey = Survey(Article(text, SourceMetadata(language="en")))
    assert decision_date(survey, [finding(survey, "imposed")], main=True) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ofcom fined Kestrel Ltd, it said on Wednesday. The decision is dated 18 December."),
        ("en", "Ofcom fined Kestrel Ltd, it said on Wednesday. The decision was adopted on December 18."),
        ("en", "Ofcom fined Kestrel Ltd, it said on Wednesday. The notice was issued on 18 December."),
        (
            "de",
            "Die BaFin bestrafte die Kestrel AG, hieß es am Mittwoch. Der Bescheid datiert vom 18. Dezember.",
        ),
        ("fr", "La CNIL a sanctionné Kestrel SA, a-t-elle dit mercredi. La décision date du 18 décembre."),
        ("nl", "De ACM beboette Kestrel BV, meldde zij woensdag. Het besluit dateert van 18 december."),
        ("it", "L’Antitrust ha multato Kestrel srl, ha detto mercoledì. Il provvedimento è del 18 dicembre."),
        (
            "es",
            "La CNMC multó a Kestrel SA, dijo el miércoles. La resolución lleva fecha del 18 de diciembre.",
        ),
    ],
)
def test_the_day_that_a_decision_is_dated_counts_before_its_announcement(language: str, text: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2026-01-21"))
    (action,) = find_actions(Survey(Article(text, metadata)))
    assert action.date is not None
    assert action.date.value.edtf == "2025-12-18"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ofcom fined Kestrel Ltd £3m. Its director is serving a jail term handed down in March."),
        ("fr", "La CNIL a sanctionné Kestrel SA (manquements relevés lors d’une inspection menée en 2023)."),
    ],
)
def test_jail_terms_and_inspections_date_no_decision(language: str, text: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2026-01-21"))
    assert [action.date for action in find_actions(Survey(Article(text, metadata)))] == [None]
