"""More ways in which journalists word who spoke, in French, Dutch, Italian and Spanish."""

import pytest

from tests.extraction.test_speech_wordings import Expected, assert_speakers

CASES: list[tuple[str, str, Expected]] = [
    (
        "fr",
        "Dans son arrêt, le Conseil d'État juge que la mesure était « disproportionnée ».",
        [
            ("disproportionnée", "Conseil d’État"),
        ],
    ),
    (
        "fr",
        "« Une décision historique » : c'est ainsi que l'association Noyb a salué le verdict.",
        [
            ("Une décision histo", "Noyb"),
        ],
    ),
    (
        "fr",
        (
            "Interrogée par l'AFP, la ministre a renvoyé à la loi : « Elle est claire. »\nLa ministre "
            "Amélie Roche défend ce texte depuis un an."
        ),
        [
            ("Elle est claire.", "Amélie Roche"),
        ],
    ),
    (
        "fr",
        (
            "Amélie Roche, ministre du Numérique, avait promis un texte. « Il viendra », a-t-elle "
            "répété mardi. La ministre y voit « une question de confiance »."
        ),
        [
            ("Il viendra", "Amélie Roche"),
            ("une question de co", "Amélie Roche"),
        ],
    ),
    (
        "fr",
        "D'après le tribunal judiciaire de Paris, la clause était « abusive ».",
        [
            ("abusive", "tribunal judiciaire de Paris"),
        ],
    ),
    (
        "fr",
        (
            "L'avocat général Maciej Szpunar est d'avis que le règlement « ne s'oppose pas » à une "
            "telle pratique."
        ),
        [
            ("ne s'oppose pas", "Maciej Szpunar"),
        ],
    ),
    (
        "fr",
        (
            "Le tribunal a considéré que l'entreprise avait « sciemment » ignoré les refus. Le "
            "tribunal administratif de Lyon avait été saisi en mai."
        ),
        [
            ("sciemment", "tribunal administratif de Lyon"),
        ],
    ),
    (
        "fr",
        (
            "Dans un entretien au Monde, la secrétaire d'État Marina Le Goff se veut ferme : « Aucun "
            "acteur n'est au-dessus des lois. »"
        ),
        [
            ("Aucun acteur n'est", "Marina Le Goff"),
        ],
    ),
    (
        "fr",
        "De l'aveu même de son fondateur, Igor Bellanger, le fichier était « un grand bazar ».",
        [
            ("un grand bazar", "Igor Bellanger"),
        ],
    ),
    (
        "fr",
        (
            "Visée par la sanction, la mutuelle Armor Santé plaide l'erreur humaine. « Un "
            "prestataire a mal configuré un serveur », explique sa directrice, Gwenaëlle Le Bihan, "
            "qui promet « une transparence totale »."
        ),
        [
            ("Un prestataire a m", "Gwenaëlle Le Bihan"),
            ("une transparence t", "Gwenaëlle Le Bihan"),
        ],
    ),
    (
        "fr",
        (
            "« À qui profite le crime ? » La question, posée par l'avocat des victimes, Me Olivier "
            "Tanguy, est restée sans réponse."
        ),
        [
            ("À qui profite le c", "Olivier Tanguy"),
        ],
    ),
    (
        "fr",
        (
            "Le sénateur (LR) Bruno Hallé s'inquiète de « l'impunité des géants », tandis que la "
            "rapporteure, Sylvie Roussel, réclame « des moyens »."
        ),
        [
            ("l'impunité des géa", "Bruno Hallé"),
            ("des moyens", "Sylvie Roussel"),
        ],
    ),
    (
        "fr",
        "Aux yeux du médiateur, Paul Verneuil, le contrat est « illisible ».",
        [
            ("illisible", "Paul Verneuil"),
        ],
    ),
    (
        "nl",
        (
            "Het bedrijf Snelpakket noemt het besluit ‘onbegrijpelijk’ en zegt ‘altijd zorgvuldig’ "
            "te hebben gehandeld."
        ),
        [
            ("onbegrijpelijk", "Snelpakket"),
            ("altijd zorgvuldig", "Snelpakket"),
        ],
    ),
    (
        "nl",
        (
            "De rechtbank Rotterdam oordeelt dat de toezichthouder ‘onvoldoende heeft gemotiveerd’ "
            "waarom de boete zo hoog is."
        ),
        [
            ("onvoldoende heeft", "rechtbank Rotterdam"),
        ],
    ),
    (
        "nl",
        (
            "Minister Franc Weerwind vindt het vonnis ‘teleurstellend’. De bewindsman wil het ‘eerst "
            "goed bestuderen’."
        ),
        [
            ("teleurstellend", "Franc Weerwind"),
            ("eerst goed bestude", "Franc Weerwind"),
        ],
    ),
    (
        "nl",
        (
            "‘Een tik op de vingers’, vindt hoogleraar Marieke Post.\n‘Nee, een mokerslag’, reageert "
            "advocaat De Wit.\nBram de Wit verdedigt het bedrijf."
        ),
        [
            ("Een tik op de ving", "Marieke Post"),
            ("Nee, een mokerslag", "De Wit"),
        ],
    ),
    (
        "nl",
        (
            "Wouter Kolk is topman van Albert Heijn. ‘Dat klopt’, erkent hij. ‘Maar’, voegt hij "
            "eraan toe, ‘we hebben geleerd.’"
        ),
        [
            ("Dat klopt", "Wouter Kolk"),
            ("Maar", "Wouter Kolk"),
            ("we hebben geleerd.", "Wouter Kolk"),
        ],
    ),
    (
        "nl",
        "Tegen het AD zegt een betrokkene: ‘Iedereen wist het.’",
        [
            ("Iedereen wist het.", ""),
        ],
    ),
    (
        "nl",
        (
            "De rechter vond dat de gemeente ‘lichtzinnig’ was omgesprongen met de gegevens. De "
            "rechtbank Midden-Nederland deed dinsdag uitspraak."
        ),
        [
            ("lichtzinnig", "rechtbank Midden-Nederland"),
        ],
    ),
    (
        "nl",
        (
            "‘Wij hebben dit nooit gewild’, benadrukt Marcel Duyvestein, die het bedrijf in 2009 "
            "oprichtte. ‘Het was een foutje van een stagiair’, vult zijn compagnon Eva Lindhout aan."
        ),
        [
            ("Wij hebben dit noo", "Marcel Duyvestein"),
            ("Het was een foutje", "Eva Lindhout"),
        ],
    ),
    (
        "nl",
        "Onder het kopje ‘Uw rechten’ staat wat ‘gerechtvaardigd belang’ betekent.",
        [],
    ),
    (
        "nl",
        "De advocaat van het concern, mr. Onno Brakel, vraagt zich af of de AP ‘wel bevoegd’ is.",
        [
            ("wel bevoegd", "Onno Brakel"),
        ],
    ),
    (
        "nl",
        (
            "De boete voor bezorgdienst Flitsje is definitief. ‘We leggen ons erbij neer’, mailt "
            "oprichter Sander Kuipers. De vakbond FNV spreekt van ‘een wake-upcall voor de sector’."
        ),
        [
            ("We leggen ons erbi", "Sander Kuipers"),
            ("een wake-upcall vo", "FNV"),
        ],
    ),
    (
        "it",
        (
            "Nella sentenza si legge: «Il consenso non era libero». La Corte di Cassazione ha "
            "confermato la multa."
        ),
        [
            ("Il consenso non er", "Corte di cassazione"),
        ],
    ),
    (
        "it",
        "«Impugneremo il provvedimento»: è la posizione di Enervia, che attende le motivazioni.",
        [
            ("Impugneremo il pro", "Enervia"),
        ],
    ),
    (
        "it",
        "«Bene così», esulta su X la deputata Chiara Appoloni.",
        [
            ("Bene così", "Chiara Appoloni"),
        ],
    ),
    (
        "it",
        (
            "La piattaforma Gustofacile dovrà pagare 1,2 milioni. «Siamo sempre stati trasparenti», "
            "si difende il country manager Alessio Brandi. Che però ammette «qualche leggerezza»."
        ),
        [
            ("Siamo sempre stati", "Alessio Brandi"),
            ("qualche leggerezza", "Alessio Brandi"),
        ],
    ),
    (
        "it",
        (
            "Secondo i giudici, la clausola è «vessatoria». Il Tribunale di Milano ha depositato "
            "ieri le motivazioni."
        ),
        [
            ("vessatoria", "Tribunale di Milano"),
        ],
    ),
    (
        "it",
        "«Non commentiamo procedimenti in corso», fanno sapere dall'ufficio stampa di Velotel.",
        [
            ("Non commentiamo pr", "Velotel"),
        ],
    ),
    (
        "it",
        (
            "«La privacy non è un lusso», ricorda spesso Agostino Ghiglia, componente del Garante. "
            "«È un diritto»."
        ),
        [
            ("La privacy non è u", "Agostino Ghiglia"),
            ("È un diritto", "Agostino Ghiglia"),
        ],
    ),
    (
        "es",
        ("«Llevamos tres años esperando», se queja Amparo Ruiz, vecina de Getafe. «Y lo que nos queda»."),
        [
            ("Llevamos tres años", "Amparo Ruiz"),
            ("Y lo que nos queda", "Amparo Ruiz"),
        ],
    ),
    (
        "es",
        (
            "Los magistrados consideran que hubo “mala fe”. La Sala Tercera del Tribunal Supremo "
            "rechazó el recurso."
        ),
        [
            ("mala fe", "Tribunal Supremo"),
        ],
    ),
    (
        "es",
        (
            "«Nos mintieron a la cara», resume entre lágrimas Rosa Millán. A su lado, su hijo Diego "
            "asiente: «Y siguen haciéndolo»."
        ),
        [
            ("Nos mintieron a la", "Rosa Millán"),
            ("Y siguen haciéndol", "Diego"),
        ],
    ),
    (
        "es",
        (
            "El comunicado de la entidad subraya que “no ha habido fuga de datos”. Caja Sur Norte "
            "atiende a 400.000 clientes. Caja Sur Norte salió a bolsa en 2015."
        ),
        [
            ("no ha habido fuga", "Caja Sur Norte"),
        ],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text[:40] for _, text, _ in CASES])
def test_quotations_have_their_speakers(language: str, text: str, expected: Expected) -> None:
    assert_speakers(language, text, expected)
