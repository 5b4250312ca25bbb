"""Speakers as one language words them: German, French, Spanish, Italian and Dutch."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CASES: list[tuple[str, str, str]] = [
    # German: the verb's place, and who is meant before they are named.
    (
        "de",
        "Der Chef ist zufrieden. „Erleichterung“ verspüre er, sagt Geschäftsführer Uwe Lenz auf Anfrage.",
        "Uwe Lenz",
    ),
    (
        "de",
        (
            "Der Konzern Muskelwerk zahlt. Beim Landesamt für Datenschutz zeigt man sich gelassen. „Die "
            "Botschaft ist angekommen“, so eine Sprecherin."
        ),
        "Landesamt für Datenschutz",
    ),
    (
        "de",
        (
            "«Wer speichert, muss zeigen, was er speichert», sagte Präsident Volkmar Osten. Man habe "
            "«zweimal freundlich und einmal förmlich» gefragt."
        ),
        "Volkmar Osten",
    ),
    (
        "de",
        (
            "Im Ausschuss hatte die Abgeordnete Ute Voss am Vortag von „15 Millionen Schaden“ durch solche "
            "Anrufe gesprochen."
        ),
        "Ute Voss",
    ),
    (
        "de",
        (
            "Für Rentnerin Ingeborg Tappert aus Moers ist das ein schwacher Trost. Sie zahlte vier Monate "
            "lang zu viel. „Ich habe doch nur Ja gesagt.“"
        ),
        "Ingeborg Tappert",
    ),
    # French: adverbs, pronouns and titles between verb and name; who goes on.
    (
        "fr",
        (
            "Me Oriana Fellay est plus mesurée. « La durée était excessive », concède-t-elle, avant "
            "d’ajouter : « Nous lirons les 214 pages. »"
        ),
        "Oriana Fellay",
    ),
    (
        "fr",
        (
            "Le professeur de droit de la concurrence Loris Ballestraz, de l’Université de Fribourg, y "
            "voit un tournant. « C’est la première fois », analyse-t-il."
        ),
        "Loris Ballestraz",
    ),
    (
        "fr",
        (
            "« Douze millions, c’est trois semaines de bénéfice », s’agace en revanche Greet Hendrickx, de "
            "l’association Zorgstem."
        ),
        "Greet Hendrickx",
    ),
    (
        "fr",
        "« Les radios n’ont pas de bouton magique », nous disait alors son fondateur, Corentin Abalain.",
        "Corentin Abalain",
    ),
    (
        "fr",
        (
            "Partie à l’origine du signalement, le collectif Antenne Digne, par la voix de Salomé Ferrandi "
            ": « Elles ont été lues. »"
        ),
        "Salomé Ferrandi",
    ),
    (
        "fr",
        (
            "La chaîne réagit. « C’est une décision politique, déplore l’avocat de CanalSix, Me Lancelot "
            "Quéméneur. Nous irons au Conseil d’État. »"
        ),
        "Lancelot Quéméneur",
    ),
    (
        "fr",
        (
            "Rien de tel chez Aloyse Brachmond, député et membre de la commission, pour qui ces sanctions "
            "restent « des pourboires »."
        ),
        "Aloyse Brachmond",
    ),
    (
        "fr",
        "À Paris, on fait grise mine. Officiellement, la CNIL « prend acte ».",
        "Commission nationale de l’informatique et des libertés",
    ),
    (
        "fr",
        (
            "Le ministre Paul Morel a toutefois admis que la comparaison n’était «pas flatteuse»: dans "
            "l’Union, le total approche six milliards."
        ),
        "Paul Morel",
    ),
    # Spanish: who is told of by name, and what is left out.
    (
        "es",
        (
            "El camionero se llama Abilio Prada y está jubilado. «La libreta era para apuntar los viajes», "
            "cuenta en el bar de su pueblo."
        ),
        "Abilio Prada",
    ),
    (
        "es",
        (
            "La Audiencia Nacional rebaja la multa. La sala reprocha a la CNMC que no explicara los "
            "importes. «La proporcionalidad se razona», escribe el ponente."
        ),
        "Audiencia Nacional",
    ),
    (
        "es",
        "La CNMC «respeta» las sentencias.",
        "Comisión Nacional de los Mercados y la Competencia",
    ),
    (
        "es",
        (
            "Jimena Alarco, que preside el organismo, fue consultada en Arequipa por las rebajas. Contestó "
            "con una anécdota: «Mi vecino me preguntó»."
        ),
        "Jimena Alarco",
    ),
    (
        "es",
        (
            "Cofepris sancionó a Farmacias Orrin por vender sin receta, falta prevista en la Ley General "
            "de Salud. La cadena aceptó el fallo, según un vocero, que lo consideró “un costo de "
            "aprendizaje”."
        ),
        "Farmacias Orrin",
    ),
    (
        "es",
        (
            "El procurador Iván Larra visitó la estación.\n\n—Se les clausura —atajó—. Ya lo hicieron una "
            "vez, en noviembre."
        ),
        "Iván Larra",
    ),
    # Italian: the court that writes, and where somebody speaks.
    (
        "it",
        (
            "Il Tar del Lazio ha annullato la multa dell’Agcm. «Un’impresa non può cambiare il prezzo», "
            "scrive il collegio presieduto da Ersilia Quattrocchi."
        ),
        "Tar del Lazio",
    ),
    (
        "it",
        (
            "L’ex commissario Alvise Dandolo, che firmò il provvedimento, non si pente. «Lo rifarei domani "
            "mattina», dice al telefono dalla sua casa di Chioggia."
        ),
        "Alvise Dandolo",
    ),
    (
        "it",
        (
            "Mirella Sgarzi insegna. In un comunicato Alto Rendimento parla di provvedimento «surreale» e "
            "ricorre.\n\nAlto Rendimento ha sede a Bari."
        ),
        "Alto Rendimento",
    ),
    (
        "it",
        (
            "Mirella Sgarzi ha seguito quaranta iscritti. Una di loro, a corso finito, le ha confidato di "
            "essersi sentita «come dopo un matrimonio altrui»."
        ),
        "",
    ),
    (
        "it",
        (
            "Il Tar del Lazio decide. Il prezzo del noleggio era per i magistrati «chiaramente esposto e "
            "rinunciabile»."
        ),
        "Tar del Lazio",
    ),
    # Dutch: a pronoun for a house, and spokespeople without a name.
    (
        "nl",
        (
            "Lies Smit is schepen. De lokale afdeling van Handelsforum Kempen vreest het. In een open "
            "brief spreekt ze van ‘een heksenjacht met een stofzuiger’."
        ),
        "Handelsforum Kempen",
    ),
    (
        "nl",
        (
            "Orrin Direct verkoopt minder. Een woordvoerder die anoniem wil blijven, is somber. „Zonder "
            "klok belt er niemand”, zegt hij."
        ),
        "",
    ),
    (
        "nl",
        (
            "Een raadslid van de meerderheid, dat liever onvermeld blijft, zuchtte op de trap dat het "
            "‘weer eens over alles ging behalve over vuil’."
        ),
        "",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_the_last_quotation_has_its_speaker(language: str, text: str, speaker: str) -> None:
    found = find_quotes(Article(text, SourceMetadata(language=language)))
    assert found[-1].speaker == speaker
