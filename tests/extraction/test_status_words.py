"""What single sentences say of an action's standing, in six languages; "-" for nothing."""

import pytest

from casefile.extraction.triggers import status_cues

SENTENCES = {
    "en": """
appealed | Lumo has referred the decision to the Upper Tribunal.
final | The Court of Appeal reinstated the fine, overturning a tribunal ruling.
appealed | Lumo has appealed against the fine.
appealed | Lumo said it would appeal.
appealed | Lumo will challenge the decision in court.
appealed | Lumo vowed to fight the decision.
appealed | Lumo is seeking judicial review.
- | Lumo can appeal within 30 days.
- | Lumo has 28 days to appeal.
- | The decision may be appealed to the tribunal.
- | The Court of Appeal heard the case.
- | Lumo declined to say whether it would appeal.
final | Lumo did not appeal and has paid the fine.
final | The tribunal dismissed the appeal.
final | The court threw out its appeal.
final | The High Court upheld the penalty.
final | Lumo will not appeal.
annulled | The tribunal overturned the fine.
annulled | The court set aside the decision.
annulled | Judges quashed the penalty.
annulled | A federal court vacated the order.
reduced | The court reduced the fine to $2 million.
reduced | The fine was halved on appeal.
reduced | The tribunal slashed the penalty.
proposed | The agency issued a notice of intent to fine Lumo.
proposed | The penalty is provisional.
proposed | The commission proposed a fine of $2 million.
- | Lumo appeals to younger customers.
- | The fine was cut because of a 30% discount for early settlement.
""",
    "de": """
appealed | Lumo hat Klage vor dem Verwaltungsgericht Ulm eingereicht.
final | Rechtsmittel wurden nicht eingelegt.
- | Lumo kann binnen eines Monats Beschwerde einlegen.
- | Widerspruch hat keine aufschiebende Wirkung.
- | Auf Lumo entfällt der größte Teil.
reduced | Lumo muss nur noch 900.000 Euro zahlen.
appealed | Lumo hat Einspruch eingelegt.
appealed | Lumo legte Beschwerde beim Bundesverwaltungsgericht ein.
appealed | Lumo klagt gegen den Bescheid.
appealed | Lumo hat Rekurs erhoben.
- | Lumo kann noch Einspruch einlegen.
- | Der Bescheid ist noch nicht rechtskräftig.
final | Das Bußgeld ist rechtskräftig.
final | Lumo hat das Bußgeld akzeptiert.
annulled | Das Gericht hob den Bescheid auf.
annulled | Gericht kippt Bußgeld
reduced | Das Gericht hat die Buße gekürzt.
reduced | Das Bundesgericht setzte die Busse herab.
proposed | Die Behörde schlägt ein Bußgeld vor.
""",
    "fr": """
appealed | Lumo a fait appel.
appealed | Lumo a déposé un recours devant le Conseil d’État.
- | Lumo peut faire appel.
- | La cour d’appel a siégé mardi.
- | La marque fait appel à des experts.
final | Lumo n’a pas fait appel.
final | La cour a rejeté le recours.
final | La sanction est définitive.
annulled | Le Conseil d’État a annulé la sanction.
reduced | La cour a ramené l’amende à 2 millions.
reduced | L’amende a été réduite.
proposed | Le rapporteur propose une amende.
""",
    "nl": """
appealed | Lumo gaat in bezwaar.
appealed | Lumo stapt naar het Europees Gerecht.
annulled | Het College zette een streep door de boete.
annulled | De boete is van de baan.
final | De boete blijft staan.
- | Lumo beraadt zich op hoger beroep.
appealed | Lumo gaat in beroep.
appealed | Lumo heeft bezwaar gemaakt.
appealed | Lumo vecht het besluit aan.
- | Lumo kan nog in beroep.
- | De boete is nog niet onherroepelijk.
final | De boete is onherroepelijk.
final | Lumo ging niet in beroep.
annulled | De rechtbank vernietigde de boete.
reduced | De rechter verlaagde de boete.
reduced | Het CBb heeft de boete gematigd.
proposed | De toezichthouder is van plan een boete op te leggen.
""",
    "it": """
appealed | Lumo ha presentato ricorso al Tar.
appealed | Lumo ha impugnato il provvedimento.
- | Lumo può presentare ricorso.
- | La corte d’appello si riunisce oggi.
final | Il Consiglio di Stato ha respinto il ricorso.
final | Lumo ha pagato.
annulled | Il Tar ha annullato la sanzione.
reduced | Il Tar ha ridotto la multa.
reduced | I giudici hanno dimezzato la sanzione, ora dimezzata.
proposed | Il provvedimento è ancora preliminare.
""",
    "es": """
appealed | Lumo ha recurrido la sanción.
appealed | Lumo recurrirá la multa.
appealed | Lumo presentó un recurso ante la Audiencia Nacional.
- | La resolución puede recurrirse.
- | Contra la resolución cabe recurso.
- | La multa no es firme.
final | La multa es firme.
final | Lumo no ha recurrido.
final | La Audiencia Nacional desestimó el recurso.
annulled | El Supremo anuló la multa.
reduced | La Audiencia Nacional rebajó la multa.
proposed | Es una propuesta de sanción.
""",
}


def cases() -> list[tuple[str, str, str]]:
    found = []
    for language, table in SENTENCES.items():
        for line in table.strip().splitlines():
            status, text = line.split("|", 1)
            found.append((language, status.strip(), text.strip()))
    return found


@pytest.mark.parametrize(("language", "status", "text"), cases())
def test_what_a_sentence_says_of_the_standing(language: str, status: str, text: str) -> None:
    strongest = next(iter(status_cues(text, language)), None)
    assert (strongest[0].value if strongest else "-") == status


def test_spans_are_within_the_sentence() -> None:
    text = "Lumo has appealed."
    ((_, span),) = status_cues(text, "en")
    assert span.of(text) == "appealed"
