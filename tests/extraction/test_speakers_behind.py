"""Speakers by the passive, in the sentence behind, by verbs that turn: a text, and who said it last."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def _last(language: str, text: str) -> str:
    return find_quotes(Article(text, SourceMetadata(language=language)))[-1].speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The ruling was described by Mark Price as “a mess”.", "Mark Price"),
        ("en", "The ruling was described as “a mess” by Mark Price.", "Mark Price"),
        ("en", "The ruling, described as “a mess” by Mark Price, is final.", "Mark Price"),
        ("en", "Jo Harm was told by Mark Price that it had been “very late”.", "Mark Price"),
        ("en", "The ruling was dubbed “a mess” by critics.", ""),
        ("fr", "La décision a été qualifiée par Anne Roy de « farce ».", "Anne Roy"),
        ("fr", "La décision, qualifiée de « farce » par Anne Roy, fera date.", "Anne Roy"),
        ("es", "La decisión fue calificada por Rosa Millán de «farsa».", "Rosa Millán"),
        ("it", "La decisione è stata definita da Irene Galli «una farsa».", "Irene Galli"),
        ("it", "La decisione, definita «una farsa» da Irene Galli, è nuova.", "Irene Galli"),
        ("de", "Das Urteil wurde von Anwältin Petra Lang als „Farce“ bezeichnet.", "Petra Lang"),
        ("nl", "Het vonnis werd door advocaat Femke Bosma ‘een farce’ genoemd.", "Femke Bosma"),
        ("nl", "Het vonnis werd door advocaat Femke Bosma bestempeld als ‘een farce’.", "Femke Bosma"),
        ("en", "Ann Roy said, as reported by Mark Price, that it was “a mess”.", "Ann Roy"),
    ],
)
def test_a_passive_names_its_speaker(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“The bank had closed.” That was the view of Ann Roy.", "Ann Roy"),
        ("en", "“The bank had closed.” So said Ann Roy.", "Ann Roy"),
        ("de", "„Wir haben geschlossen.“ Das sagte die Anwältin Petra Lang am Montag.", "Petra Lang"),
        ("de", "„Wir haben geschlossen.“ Das sagt viel über Petra Lang.", ""),
        ("fr", "« On a fermé. » C’est l’avis de Anne Roy.", "Anne Roy"),
        ("es", "«Hemos cerrado.» Así lo ve Rosa Millán.", "Rosa Millán"),
        ("it", "«Abbiamo chiuso.» Così Irene Galli.", "Irene Galli"),
        ("it", "«Abbiamo chiuso.» Così la società ha deciso.", ""),
        ("it", "«Abbiamo chiuso». Così Irene Galli a un convegno, venerdì.", "Irene Galli"),
        ("it", "«Abbiamo chiuso». Così la sottosegretaria Irene Galli in Senato.", "Irene Galli"),
        ("it", "«Abbiamo chiuso». Lo ha detto Irene Galli.", "Irene Galli"),
        ("it", "«Abbiamo chiuso». Così Irene Galli a marzo ha deciso di lasciare.", ""),
        ("es", "«Hemos cerrado». Son palabras de Rosa Millán.", "Rosa Millán"),
        ("de", "«Wir haben geschlossen». So sieht es Petra Lang von der Orrin AG.", "Petra Lang"),
        ("nl", "‘We zijn dicht’. Dat zegt Femke Bosma.", "Femke Bosma"),
        ("nl", "‘We zijn dicht.’ Aan het woord is Femke Bosma.", "Femke Bosma"),
    ],
)
def test_the_sentence_behind_tells_whose_words_they_were(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "La règle est neuve. « On verra », comme le souligne Anne Roy.", "Anne Roy"),
        ("fr", "La règle est neuve. « On verra », est convaincue Anne Roy.", "Anne Roy"),
        ("es", "La norma es nueva. «Lo veremos», tal y como explicó Rosa Millán.", "Rosa Millán"),
        ("it", "La norma è nuova. «Vedremo», come dice Irene Galli.", "Irene Galli"),
        ("it", "La norma è nuova. «Vedremo», ne è convinta Irene Galli.", "Irene Galli"),
        ("en", "“The bank had closed,” was Mark Price’s verdict.", "Mark Price"),
        ("en", "“The bank had closed,” comes the answer from Mark Price.", "Mark Price"),
        ("en", "There was anger from Zelvimar Quiles: “The bank had closed.”", "Zelvimar Quiles"),
        ("en", "“The bank had closed,” said former regulator Mark Price.", "Mark Price"),
        ("en", "The regulator was new. Mark Price lashed out at “a mess”.", "Mark Price"),
        ("en", "Mark Price was at pains to say that it was “a mess”.", "Mark Price"),
        ("en", "“We are sorry,” Mark Price said. The fine was “a hard blow”.", "Mark Price"),
        ("en", "Its chief executive is Zelvimar Quiles. He called it “a mess”.", "Zelvimar Quiles"),
    ],
)
def test_more_wordings_name_their_speaker(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hollin Bank must pay. Its lawyers argued that it was “very late”.", "Hollin Bank"),
        (
            "Hollin Bank appealed. The High Court heard it. The court agreed with Tessal that it was “late”.",
            "High Court",
        ),
        ("The Upper Tribunal has ruled. Hollin had been “very late”, it found.", "Upper Tribunal"),
        ("Hollin Bank was fined almost £29m by Ofcom for what it called “very late” work.", "Ofcom"),
        ("The Upper Tribunal fined Hollin Bank for what it called “very late” work.", "Upper Tribunal"),
        ("The Upper Tribunal has ruled. The tribunal found Hollin had been “very late”.", "Upper Tribunal"),
        (
            "Hollin Bank must pay. Fair Bills, a charity, complained. The charity called it “very late”.",
            "Fair Bills",
        ),
        (
            "Hollin Bank must pay. The Drivers’ Union, a union, wrote. The bank called it “very late”.",
            "Hollin Bank",
        ),
        ("Jo Harm lost. The Upper Tribunal accused Hollin of “lazy” work.", "Upper Tribunal"),
        (
            "Mark Price, chief executive, left. Ann Roy, a baker, came. The chief executive called it “sad”.",
            "Mark Price",
        ),
    ],
)
def test_nouns_and_pronouns_mean_the_body_at_hand(text: str, speaker: str) -> None:
    assert _last("en", text) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“We will see,” said Huda al-Rashid, who runs a bakery.", "Huda al-Rashid"),
        ("en", "“We will see,” said Rt Hon Ann Roy MP.", "Ann Roy"),
        ("en", "“We will see,” said W. van der Rooy.", "W. van der Rooy"),
        ("en", "Grabbly, which has 300 staff, said it was “very late”.", "Grabbly"),
        ("de", "„Wir prüfen das“, sagte Prof. Dr. Götz Kranich.", "Götz Kranich"),
        ("de", "„Wir prüfen das“, sagte K. von Hagen.", "K. von Hagen"),
        ("nl", "„We bekijken het”, zegt P.J. van Roessel.", "P.J. van Roessel"),
        ("nl", "„We bekijken het”, zegt Jan P. de Vries.", "Jan P. de Vries"),
        ("nl", "„We bekijken het”, zegt Wim in ’t Veld.", "Wim in ’t Veld"),
        ("es", "«Lo veremos», dijo María del Carmen López.", "María del Carmen López"),
    ],
)
def test_names_keep_their_initials_and_particles(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "«Ganamos», dijo a la salida del palacio de tribunales el fiscal Juan Ruiz.", "Juan Ruiz"),
        ("es", "«Ganamos», declaró tras la vista a la prensa la presidenta, Ana Ruiz.", "Ana Ruiz"),
        ("it", "«Vinciamo», ha detto all’uscita dal tribunale il presidente, Aldo Neri.", "Aldo Neri"),
        ("fr", "« Gagné », a déclaré au sortir de la salle d’audience l’avocate Anne Roy.", "Anne Roy"),
    ],
)
def test_who_speaks_stands_behind_the_scene(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Judge Ann Roy found that Orrin had treated users “as raw material”.", "Ann Roy"),
        ("en", "Ann Roy had written that the bank treated clients “as a crowd”.", "Ann Roy"),
        ("en", "For Ann Roy, a former judge and now a lawyer, it is late. “Too late,” she says.", "Ann Roy"),
        (
            "de",
            "Für Ann Roy, früher Richterin und heute Anwältin, ist es spät. „Zu spät“, sagt sie.",
            "Ann Roy",
        ),
        ("it", "Per Anna Neri, avvocata, è tardi. «È troppo tardi», afferma.", "Anna Neri"),
        ("en", "Orrin lost. They’d told staff to “keep the pipe warm” for years.", ""),
        (
            "en",
            "Orrin chief executive Dale Ann Purcell blamed a vendor. “We trusted it.”",
            "Dale Ann Purcell",
        ),
    ],
)
def test_who_says_it_of_others_and_what_they_are_now(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Orrin Media’s statement runs to two lines. “We have changed it.”", "Orrin Media"),
        ("en", "Orrin Ltd issued a short statement on Monday. “We have changed it.”", "Orrin Ltd"),
        ("en", "Grocer fined\n\nOrrin Ltd sent a reply.\n\n“We have changed it.”\n\nIt is due.", "Orrin Ltd"),
        ("fr", "La réponse d’Orange tient en deux lignes. « Nous avons tout changé. »", "Orange"),
        ("es", "El comunicado de Endesa es breve. «Hemos cambiado todo».", "Endesa"),
        ("it", "La replica di Enel è di due righe. «Abbiamo cambiato tutto».", "Enel"),
        ("nl", "De reactie van Ziggo beslaat twee regels. “We hebben alles veranderd.”", "Ziggo"),
        ("en", "The firm got a letter from the regulator on Monday. “Stop it at once.”", ""),
    ],
)
def test_a_statement_is_whose_the_sentence_before_says(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“No,” said Jo Harm. Ann Roy replied that nobody asks. Then, later: “We did ask.”", "Ann Roy"),
        ("fr", "« Non », dit Paul Roux. Anne Roy a répliqué que si. Puis, plus grave : « Si. »", "Anne Roy"),
        ("es", "«No», dijo Gil Poza. Ana Ruiz replicó que nadie lo pregunta. Luego: «Hablamos».", "Ana Ruiz"),
        ("nl", "“Nee”, zei Jan Poel. Ann Bos antwoordde dat niemand vraagt. Daarna: “Jawel.”", "Ann Bos"),
        ("en", "Judge Ann Roy ruled. The woman who complained is shy. “It is mine,” she says.", ""),
        ("de", "Richterin Ann Roy urteilte. Die Frau, die klagte, ist scheu. „Es ist meins“, sagt sie.", ""),
        (
            "fr",
            "La juge Anne Roy a tranché. La femme qui a porté plainte se tait. « C’est tout », dit-elle.",
            "",
        ),
    ],
)
def test_who_goes_on_is_the_last_who_spoke_or_came_up(language: str, text: str, speaker: str) -> None:
    assert _last(language, text) == speaker
