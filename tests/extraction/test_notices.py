"""What a publication says about its own text: corrected, retracted, satire or opinion."""

import pytest

from casefile.extraction import extract
from casefile.extraction.notices import find_notices
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.terms import SourceKind, WarningKind
from casefile.values import Span

CORRECTED = WarningKind.CORRECTION_NOTICE
LABELLED = WarningKind.SATIRE_OR_OPINION
RETRACTED = WarningKind.RETRACTED

BODY = {
    "en": "The watchdog fined the dairy £40,000 on Monday because it had lost the files of its customers.",
    "de": "Die Behörde hat am Montag gegen die Molkerei ein Bußgeld von 40.000 Euro verhängt.",
    "fr": "L’autorité a infligé lundi une amende de 40 000 euros à la laiterie.",
    "nl": "De toezichthouder heeft de zuivelfabriek maandag een boete van 40.000 euro opgelegd.",
    "it": "L’autorità ha inflitto lunedì al caseificio una sanzione di 40.000 euro.",
    "es": "La autoridad impuso el lunes a la lechería una multa de 40.000 euros.",
}


def noticed(
    text: str, language: str = "en", metadata: SourceMetadata | None = None
) -> list[tuple[WarningKind, str]]:
    notices = find_notices(Article(text, metadata or SourceMetadata(language=language)))
    return [(warning.kind, warning.span.of(text)) for warning in notices.warnings]


def around(note: str, language: str) -> str:
    return (
        f"Dairy, 40.000\n\n{BODY[language]} {BODY[language]} {BODY[language]}\n\n{BODY[language]}\n\n{note}"
    )


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "An earlier version of this article said that the fine was £60,000."),
        ("en", "Correction: the dairy is in Kent, not in Sussex."),
        ("en", "Correction, 4 May 2024: the dairy is in Kent."),
        ("en", "Corrections and clarifications – the dairy is in Kent."),
        ("en", "This story has been updated to correct the name of the dairy."),
        ("en", "This article was amended on 4 May 2024 to correct the amount of the fine."),
        (
            "en",
            "(This May 4 story has been corrected to say Kent, in paragraph 3. This story was corrected.)",
        ),
        ("de", "In einer früheren Version dieses Artikels hieß es, die Buße betrage 60.000 Euro."),
        ("de", "Korrektur vom 4. Mai: Die Molkerei liegt in Kiel."),
        ("de", "Anm. d. Red.: Der Name war falsch, wir haben den Fehler korrigiert."),
        ("de", "Dieser Text wurde am 4. Mai nachträglich korrigiert."),
        ("fr", "Une version précédente de cet article indiquait une amende de 60 000 euros."),
        ("fr", "Rectificatif : la laiterie se trouve à Lille."),
        ("fr", "Cet article a été modifié le 4 mai pour corriger le nom de la laiterie."),
        ("fr", "Contrairement à ce que nous avons écrit, la laiterie se trouve à Lille."),
        ("nl", "In een eerdere versie van dit artikel stond dat de boete 60.000 euro was."),
        ("nl", "Correctie: de fabriek staat in Breda."),
        ("nl", "Dit artikel is op 4 mei gecorrigeerd."),
        ("nl", "Rectificatie 4 mei: de fabriek staat in Breda."),
        ("it", "Una versione precedente di questo articolo indicava una sanzione di 60.000 euro."),
        ("it", "Errata corrige: il caseificio si trova a Lodi."),
        ("it", "Questo articolo è stato modificato il 4 maggio per correggere il nome del caseificio."),
        ("es", "Una versión anterior de este artículo decía que la multa era de 60.000 euros."),
        ("es", "Fe de errores: la lechería está en Lugo."),
        ("es", "Este artículo ha sido modificado el 4 de mayo para corregir el nombre."),
    ],
)
def test_a_correction_at_the_foot(language: str, note: str) -> None:
    found = noticed(around(note, language), language)
    assert [kind for kind, _ in found] == [CORRECTED]
    assert found[0][1] in note


def test_a_correction_at_the_head() -> None:
    note = "CORRECTED-Dairy fined for lost files"
    assert noticed(f"{note}\n\n{BODY['en']}") == [(CORRECTED, note)]


def test_a_label_and_its_paragraph_are_one_correction() -> None:
    note = "Correction\n\nAn earlier version of this article said that the dairy was in Sussex."
    assert noticed(around(note, "en")) == [(CORRECTED, "Correction")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bank must take corrective measures. The correction of the register took a year."),
        ("en", "An earlier version of the software leaked names. The market saw a correction."),
        ("en", "This story has been updated to include a comment by the dairy."),
        ("en", "Corrections Corp must pay. The records were corrected."),
        ("de", "Die Behörde verlangt eine Korrektur. Eine frühere Version der App war offen."),
        ("de", "Betroffene haben ein Recht auf Berichtigung. Dieser Text wurde aktualisiert."),
        ("fr", "La version précédente de l’article 6 a été abrogée. La correction a pris un an."),
        ("fr", "La banque a corrigé le registre. Le droit de rectification est prévu."),
        ("nl", "Een eerdere versie van de app lekte namen. De correctie duurde een jaar."),
        ("it", "La prima versione dell’articolo 6 è abrogata. Il diritto di rettifica è previsto."),
        ("es", "Una versión anterior de la aplicación filtró nombres. La corrección tardó un año."),
    ],
)
def test_what_is_no_correction(language: str, text: str) -> None:
    assert noticed(around(text, language), language) == []


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "This article has been retracted."),
        ("en", "Editor’s note: This story has been withdrawn because its source made it up."),
        ("en", "RETRACTED: Dairy fined for lost files"),
        ("de", "Dieser Artikel wurde zurückgezogen."),
        ("de", "Wir haben diesen Beitrag nach Hinweisen von Lesern zurückgezogen."),
        ("fr", "Cet article a été rétracté."),
        ("fr", "Cet article a été retiré à la demande de la rédaction."),
        ("nl", "Dit artikel is ingetrokken."),
        ("nl", "Wij hebben dit artikel na klachten ingetrokken."),
        ("it", "Questo articolo è stato ritirato."),
        ("es", "Este artículo ha sido retirado."),
        ("es", "Esta noticia fue retractada por la redacción."),
    ],
)
def test_a_retraction_at_the_head(language: str, note: str) -> None:
    found = noticed(f"{note}\n\n{BODY[language]}", language)
    assert [kind for kind, _ in found] == [RETRACTED]
    assert found[0][1] in note


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The complaint was withdrawn. Withdrawn consent must be honoured."),
        ("de", "Der Bescheid wurde zurückgezogen. Er hat den Antrag zurückgezogen."),
        ("fr", "La plainte a été retirée. Le produit est retiré du marché."),
        ("nl", "De vergunning is ingetrokken. De klacht werd ingetrokken."),
        ("it", "Il ricorso è stato ritirato. Il prodotto è stato ritirato dal mercato."),
        ("es", "La denuncia fue retirada. El producto ha sido retirado del mercado."),
    ],
)
def test_what_is_no_retraction(language: str, text: str) -> None:
    assert noticed(around(text, language), language) == []
    assert noticed(f"Dairy\n\n{text}\n\n{BODY[language]}", language) == []


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Opinion"),
        ("en", "OP-ED"),
        ("en", "Comment"),
        ("en", "The Kent Courier | Opinion"),
        ("en", "Opinion | 4 May 2024 | By Jane Mills"),
        ("en", "Home › Business › Comment"),
        ("en", "Opinion: Why the dairy deserved it"),
        ("en", "Opinion by Jane Mills"),
        ("en", "A column by Jane Mills"),
        ("en", "Opinion by Jane Mills and John C. Weaver, lecturers in Kent"),
        ("en", "By the Editorial Board"),
        ("en", "Satire"),
        ("en", "Dairy fines itself [Satire]"),
        ("de", "Kommentar"),
        ("de", "Ein Kommentar von Anna Berg"),
        ("de", "Kolumne: Milch und Macht"),
        ("de", "Elbebote / Wirtschaft / Leitartikel"),
        ("de", "GLOSSE"),
        ("de", "Meinung | Anna Berg"),
        ("fr", "Tribune"),
        ("fr", "ÉDITORIAL"),
        ("fr", "Tribune. Une amende trop douce"),
        ("fr", "Chronique – Une amende trop douce"),
        ("fr", "L’édito de Jeanne Moulin"),
        ("nl", "Opinie"),
        ("nl", "Column | Anna van Berg"),
        ("nl", "Commentaar: Te lage boete"),
        ("it", "Il commento"),
        ("it", "Opinione"),
        ("it", "L’editoriale di Anna Monti"),
        ("es", "Opinión"),
        ("es", "Columna de Ana Montes"),
        ("es", "TRIBUNA"),
        ("es", "Editorial"),
    ],
)
def test_a_label_of_opinion_or_satire_in_the_head(language: str, label: str) -> None:
    text = f"{label}\n\nDairy 40.000\n\n{BODY[language]}"
    assert noticed(text, language) == [(LABELLED, label)]


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "12 comments"),
        ("en", "Leave a comment"),
        ("en", "Share   Comment   Save"),
        ("en", "Share | Comment"),
        ("en", "News | Opinion | Sport | Culture"),
        ("en", "News\nSport\nOpinion\nCulture"),
        ("en", "In the opinion of the regulator the dairy was careless"),
        ("en", "Court of Justice: opinion of the Advocate General in the dairy case"),
        ("en", "Chicago Tribune"),
        ("en", "Columns of lorries stop at the dairy"),
        ("en", "Editorial staff: Jane Mills"),
        ("de", "12 Kommentare"),
        ("de", "Kommentar schreiben"),
        ("de", "Nach Meinung der Behörde war die Molkerei nachlässig"),
        ("de", "Politik | Meinung | Sport | Kultur"),
        ("fr", "La Tribune"),
        ("fr", "Ajouter un commentaire"),
        ("fr", "La chronique d’une amende annoncée"),
        ("nl", "Volgens de opinie van de toezichthouder"),
        ("nl", "Geef commentaar"),
        ("it", "Lascia un commento"),
        ("it", "Il commento del Garante non si è fatto attendere"),
        ("it", "Il commento di Meta alla sanzione"),
        ("es", "La Opinión de Lugo"),
        ("es", "En opinión de la autoridad, la lechería fue negligente"),
        ("es", "Editorial Planeta, multada"),
    ],
)
def test_what_is_no_label(language: str, head: str) -> None:
    assert noticed(f"{head}\n\n{BODY[language]}", language) == []


@pytest.mark.parametrize(
    ("language", "motto"),
    [
        ("en", "Satire for people who read the small print"),
        ("en", "Satire, weather and parish council"),
        ("de", "Satire für Geduldige"),
        ("fr", "Satire, météo et mots croisés"),
        ("nl", "Satire voor fijnproevers"),
        ("it", "Satira per chi ha tempo"),
        ("es", "Sátira, sellos y deportes"),
    ],
)
def test_a_motto_of_satire_under_the_name_of_the_paper(language: str, motto: str) -> None:
    text = f"THE DRIP\n{motto}\n\nThe watchdog has fined the moon for shining unlicensed\n\n{BODY[language]}"
    assert noticed(text, language) == [(LABELLED, motto)]


def test_a_title_about_satire_is_no_motto() -> None:
    body = f"{BODY['en']} {BODY['en']} {BODY['en']}"
    assert noticed(f"The Courier\n\nSatire, says the court, is free\n\n{body}") == []


def test_a_label_below_the_head_is_another_article_s() -> None:
    assert noticed(around("Opinion", "en")) == []


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "This is satire."),
        ("en", "Everything on this site is made up."),
        ("de", "Alle Meldungen sind frei erfunden."),
        ("fr", "Tous nos articles sont faux."),
        ("nl", "Alle berichten zijn verzonnen."),
        ("it", "Tutte le notizie sono inventate."),
        ("es", "Todas las noticias son falsas."),
        ("en", "Disclaimer: This article is a work of satire."),
        ("de", "Dieser Text ist Satire."),
        ("de", "Hinweis: Bei diesem Beitrag handelt es sich um Satire."),
        ("fr", "Ceci est un article satirique."),
        ("nl", "Dit artikel is satire."),
        ("it", "Questo articolo è satira."),
        ("es", "Este artículo es una sátira."),
    ],
)
def test_a_satire_that_says_so_at_the_foot(language: str, note: str) -> None:
    text = around(note, language)
    notices = find_notices(Article(text, SourceMetadata(language=language)))
    assert notices.satire
    assert [warning.span.of(text) for warning in notices.warnings] == [note]


def test_the_views_of_the_author() -> None:
    note = "The views expressed in this article are those of the author."
    assert noticed(around(note, "en")) == [(LABELLED, note)]


def test_words_that_somebody_is_quoted_with_do_not_count() -> None:
    text = f"Dairy\n\n{BODY['en']}\n\n“This article has been retracted. This is satire,” the Courier wrote."
    quoted = Span(text.index("“") + 1, text.index("”"))
    assert find_notices(Article(text, SourceMetadata()), (quoted,)).warnings == ()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kentcourier.example/opinion/2024/dairy", True),
        ("https://kentcourier.example/satire/dairy", True),
        ("https://www.theonion.com/dairy-fined", True),
        ("https://kentcourier.example/news/opinion", False),
        ("https://kentcourier.example/news/in-the-opinion-of/dairy", False),
    ],
)
def test_the_address(url: str, expected: bool) -> None:
    text = f"Dairy fined\n\n{BODY['en']}"
    metadata = SourceMetadata(title="Dairy fined", url=url, language="en")
    assert noticed(text, metadata=metadata) == ([(LABELLED, "Dairy fined")] if expected else [])


def test_an_opinion_of_a_court_is_none_of_a_newspaper() -> None:
    metadata = SourceMetadata(kind=SourceKind.RULING, language="en")
    assert noticed(f"Opinion\n\n{BODY['en']}", metadata=metadata) == []


FINE = "The ICO fined Kestrel Dairy Ltd £40,000 on 4 May 2024. “We are sorry,” said Jane Mills, its director."


def test_satire_suggests_no_actions_but_its_quotes() -> None:
    plain = extract(f"ICO fines Kestrel\n\n{FINE}", SourceMetadata(language="en"))
    satire = extract(f"Satire\n\nICO fines Kestrel\n\n{FINE}", SourceMetadata(language="en"))
    assert plain.actions
    assert not satire.actions
    assert [quote.text for quote in satire.quotes] == [quote.text for quote in plain.quotes] != []
    assert LABELLED in {warning.kind for warning in satire.warnings}


def test_opinion_suggests_actions() -> None:
    opinion = extract(f"Opinion\n\nICO fines Kestrel\n\n{FINE}", SourceMetadata(language="en"))
    assert opinion.actions
    assert LABELLED in {warning.kind for warning in opinion.warnings}


def test_warnings_are_in_reading_order() -> None:
    text = f"Opinion\n\n{around('Correction: the dairy is in Kent.', 'en')}"
    assert [kind for kind, _ in noticed(text)] == [LABELLED, CORRECTED]
