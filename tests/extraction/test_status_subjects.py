"""Of whom words of a standing tell, in six languages: two respondents, and one sentence about them."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

OPENINGS = {
    "en": "The Information Commissioner’s Office has fined Lumora Ltd £2 million for losing health data. "
    "It fined Kestrel Foods Ltd £700,000 over the same breach.\n\n",
    "de": "Das Bundeskartellamt hat gegen die Lumora GmbH ein Bußgeld von 2 Millionen Euro verhängt. "
    "Gegen die Kestrel Foods AG verhängte die Behörde ein Bußgeld von 700.000 Euro.\n\n",
    "fr": "La CNIL a infligé une amende de 2 millions d’euros à Lumora SAS pour un défaut de sécurité. "
    "Elle a infligé une amende de 700 000 euros à Kestrel Foods SA.\n\n",
    "nl": "De Autoriteit Persoonsgegevens heeft Lumora BV een boete van 2 miljoen euro opgelegd. "
    "De toezichthouder legde Kestrel Foods NV een boete van 700.000 euro op.\n\n",
    "it": "Il Garante privacy ha multato Lumora S.p.A. per 2 milioni di euro. "
    "L’Autorità ha multato anche Kestrel Foods S.r.l. per 700.000 euro.\n\n",
    "es": "La AEPD ha multado a Lumora S.A. con 2 millones de euros por una brecha de datos. "
    "También ha multado a Kestrel Foods S.L. con 700.000 euros.\n\n",
}

SENTENCES = {
    "en": """
imposed annulled | It fined Lumora’s larger rival Kestrel Foods £700,000, which a court overturned.
imposed reduced | Asked by Lumora to explain, the tribunal cut the fine on Kestrel Foods to £400,000.
reduced annulled | It cut a fine on Lumora to £1 million and annulled one of £700,000 on Kestrel Foods.
imposed annulled | To the dismay of Lumora, judges overturned the penalty imposed on Kestrel Foods.
appealed imposed | Lumora has gone to the High Court to have the notice reviewed and set aside.
imposed imposed | Lumora said it had already set aside £2 million for the purpose.
annulled imposed | The tribunal set aside the decision against Lumora.
imposed imposed | A shareholder suit against Kestrel Foods is pending before the High Court.
imposed imposed | Will Lumora appeal?
imposed imposed | With a waiver of appeal the fine on Lumora falls by a quarter.
appealed imposed | Lumora has appealed.
imposed appealed | Kestrel Foods will challenge the decision in court.
appealed final | Lumora has appealed, while Kestrel Foods has paid the fine.
appealed final | Lumora has appealed against the fine; Kestrel Foods accepted the penalty.
final appealed | Kestrel Foods has appealed, but Lumora will not appeal.
final imposed | Lumora, which employs 60 people, did not appeal.
imposed appealed | Kestrel Foods, which bought a rival of Lumora in 2019, has appealed.
appealed appealed | Lumora and Kestrel Foods have both appealed.
appealed appealed | Both companies said they would appeal.
imposed final | The tribunal dismissed an appeal by Kestrel Foods.
final imposed | Last week the Upper Tribunal threw out Lumora’s second and last appeal.
annulled imposed | In June the tribunal allowed the appeal of Lumora.
imposed imposed | Lumora has not yet decided whether to appeal.
imposed imposed | Kestrel Foods did not say if it would appeal.
imposed imposed | Lumora called it out of proportion, and a lawyer for Kestrel Foods declined to comment.
final appealed | Lumora did not contest the fine, whereas Kestrel Foods is seeking judicial review.
imposed appealed | Unlike Lumora, Kestrel Foods has lodged an appeal.
imposed imposed | An association of hospitals, Medwatch Alliance Ltd, has appealed against another decision.
imposed appealed | Lumora declined to comment; Kestrel Foods said it was appealing.
appealed imposed | A spokesman for Lumora said the company would challenge the fine before the Upper Tribunal.
imposed appealed | Kestrel Foods, for its part, has filed an appeal.
appealed appealed | They have appealed.
imposed imposed | Kestrel Foods has 28 days to appeal, the regulator said.
final final | Neither Lumora nor Kestrel Foods has appealed.
final imposed | Lumora said it accepted the fine and would not appeal.
imposed reduced | On appeal, the tribunal cut the fine on Kestrel Foods to £300,000.
imposed annulled | Kestrel Foods won its appeal last week.
imposed imposed | Lumora reduced its workforce by a tenth last year.
appealed imposed | Lumora's appeal is pending before the Upper Tribunal.
imposed appealed | Kestrel Foods lost in the First-tier Tribunal and has appealed to the Court of Appeal.
imposed imposed | Lumora overturned a two-goal deficit in its charity match.
imposed imposed | In an unrelated case, Orbit Data Ltd appealed.
imposed imposed | "We appealed to our staff to be careful," said Lumora.
imposed appealed | “We will appeal,” said Jane Roe, a spokeswoman for Kestrel Foods.
appealed imposed | Lumora runs 40 shops. The company said it would appeal.
imposed appealed | Kestrel Foods runs 40 shops. It is appealing.
final appealed | The fine on Lumora is final. Kestrel Foods, by contrast, has gone to the Upper Tribunal.
imposed imposed | Last year a court overturned a decision against a rival, Orbit Data Ltd.
appealed imposed | Lumora will fight the decision, its lawyer Tom Hale said.
imposed imposed | Lumora has until 3 June to appeal.
imposed imposed | Lumora, once fined by the Dutch regulator, did not respond.
imposed imposed | Neither company has said whether it will appeal.
imposed final | A judge upheld the fine on Kestrel Foods on Tuesday.
imposed reduced | The penalty for Kestrel Foods was reduced to £300,000 by the tribunal.
final final | Both have paid.
""",
    "de": """
imposed reduced | Zum Ärger von Lumora senkte das Gericht das Bußgeld gegen Kestrel Foods auf 400.000 Euro.
imposed imposed | Eine Schadenersatzklage von Anlegern gegen Kestrel Foods liegt beim Landgericht vor Gericht.
imposed imposed | Legt Lumora Einspruch ein?
appealed imposed | Lumora hat bei einem Gericht in Köln Klage eingereicht.
appealed imposed | Lumora hat Einspruch eingelegt.
imposed appealed | Die Kestrel Foods AG klagt gegen den Bescheid.
appealed final | Lumora hat Beschwerde eingelegt, während Kestrel Foods das Bußgeld akzeptiert hat.
final appealed | Der Bescheid gegen Lumora ist rechtskräftig, Kestrel Foods hingegen hat Einspruch eingelegt.
final imposed | Lumora verzichtet auf Berufung.
final imposed | Lumora legte keine Beschwerde ein.
imposed final | Das Oberlandesgericht wies die Beschwerde der Kestrel Foods AG zurück.
annulled imposed | Das Oberlandesgericht hob das Bußgeld gegen Lumora auf.
annulled imposed | Das Bußgeld gegen Lumora hob das Gericht im Mai wegen eines Formfehlers zur Gänze auf.
imposed reduced | Das Gericht senkte das Bußgeld für Kestrel Foods auf 300.000 Euro.
imposed imposed | Lumora prüft noch, ob das Unternehmen Einspruch einlegt.
imposed imposed | Kestrel Foods kann binnen zwei Wochen Einspruch einlegen.
appealed appealed | Lumora und Kestrel Foods haben Einspruch eingelegt.
imposed imposed | Lumora bestätigte lediglich den Eingang des Schreibens.
appealed imposed | Ein Sprecher von Lumora kündigte an, gegen den Bescheid Einspruch einzulegen.
imposed appealed | Kestrel Foods wehrt sich vor Gericht.
final final | Beide Unternehmen haben das Bußgeld akzeptiert.
appealed imposed | Gegen den Bescheid hat Lumora Beschwerde beim Oberlandesgericht Düsseldorf eingelegt.
imposed final | Kestrel Foods zog den Einspruch zurück.
imposed imposed | Nach der Beschwerde einer Kundin von Lumora begannen die Ermittlungen.
imposed imposed | Lumora hat die Preise gesenkt.
appealed imposed | Lumora, das 60 Leute beschäftigt, hat Einspruch eingelegt.
imposed appealed | „Wir gehen in Berufung“, sagte eine Sprecherin der Kestrel Foods AG.
appealed imposed | Lumora betreibt 40 Läden. Das Unternehmen kündigte Beschwerde beim Oberlandesgericht an.
final appealed | Lumora hat bezahlt; Kestrel Foods zieht vor Gericht.
imposed imposed | Lumora will den Bescheid prüfen.
imposed final | Die Geldbuße gegen Kestrel Foods ist inzwischen bestandskräftig.
imposed imposed | Die Geldbußen sind noch nicht rechtskräftig.
annulled imposed | Der Bundesgerichtshof hob die Geldbuße gegen Lumora am Dienstag vollständig auf.
""",
    "fr": """
imposed reduced | Au grand dam de Lumora, la cour a réduit l’amende de Kestrel Foods à 400 000 euros.
imposed annulled | Saisi après Lumora, le Conseil d’État a annulé l’amende infligée à Kestrel Foods.
imposed imposed | Des actionnaires de Kestrel Foods ont ouvert action devant le tribunal civil.
imposed imposed | Lumora fera-t-elle appel ?
imposed imposed | Lumora avait remporté un appel d’offres en 2021.
appealed imposed | Lumora a saisi le Conseil d’État.
imposed appealed | Kestrel Foods a déposé un recours.
appealed final | Lumora a déposé un recours, tandis que Kestrel Foods a payé l’amende.
final appealed | Lumora renonce à faire appel ; Kestrel Foods conteste la décision devant le Conseil d’État.
imposed final | Le Conseil d’État a rejeté le recours de Kestrel Foods.
annulled imposed | Le Conseil d’État a annulé la sanction prononcée contre Lumora.
imposed reduced | L’amende de Kestrel Foods a été ramenée à 300 000 euros.
imposed imposed | Lumora n’a pas encore décidé si elle ferait appel.
imposed imposed | Kestrel Foods peut former un recours dans un délai de deux mois.
appealed imposed | Lumora confirme qu’un recours sera introduit.
appealed appealed | Lumora et Kestrel Foods ont fait appel.
imposed imposed | Lumora n’a pas contesté les griefs.
appealed imposed | Contactée, Lumora annonce un recours devant le Conseil d’État.
imposed final | Kestrel Foods, elle, n’a pas fait appel.
final final | Les deux sociétés ont payé l’amende.
imposed imposed | Lumora a réduit ses effectifs.
imposed imposed | Kestrel Foods fait appel à des experts en sécurité.
appealed imposed | Lumora, qui emploie 60 personnes, a saisi le Conseil d’État.
imposed imposed | Lumora se réserve le droit de faire appel.
imposed appealed | « Nous ferons appel », a déclaré une porte-parole de Kestrel Foods.
appealed imposed | Lumora exploite 40 magasins. La société a annoncé un recours devant le Conseil d’État.
imposed imposed | Lumora dit étudier un éventuel recours.
imposed final | La sanction visant Kestrel Foods est devenue définitive.
imposed imposed | La décision peut faire l’objet d’un recours.
imposed reduced | Le Conseil d’État a réduit l’amende infligée à Kestrel Foods à 300 000 euros.
""",
    "nl": """
imposed reduced | Tot ergernis van Lumora verlaagde de rechtbank de boete voor Kestrel Foods tot 400.000 euro.
imposed imposed | Gaat Lumora in beroep?
appealed imposed | Lumora heeft bij een rechtbank beroep ingesteld.
appealed imposed | Lumora gaat in beroep.
imposed appealed | Kestrel Foods tekent bezwaar aan.
appealed final | Lumora gaat in beroep, terwijl Kestrel Foods de boete heeft betaald.
final appealed | Lumora ziet af van beroep; Kestrel Foods heeft bezwaar gemaakt.
final imposed | Lumora gaat niet in beroep.
imposed final | De rechtbank verklaarde het beroep van Kestrel Foods ongegrond.
annulled imposed | De rechtbank vernietigde de boete van Lumora.
imposed reduced | De rechter verlaagde de boete van Kestrel Foods tot 300.000 euro.
imposed imposed | Lumora beraadt zich op hoger beroep.
imposed imposed | Kestrel Foods wil niet zeggen of het in beroep gaat.
appealed appealed | Lumora en Kestrel Foods hebben bezwaar gemaakt.
imposed appealed | Kestrel Foods vecht de boete aan bij de rechtbank.
appealed imposed | Een woordvoerder van Lumora zegt dat het bedrijf bezwaar maakt.
final final | Beide bedrijven hebben de boete betaald.
imposed imposed | Lumora verlaagde vorig jaar de prijzen.
imposed final | Kestrel Foods legt zich neer bij de boete.
imposed annulled | Kestrel Foods kreeg gelijk: de rechter vernietigde de boete van Kestrel Foods.
imposed appealed | „Wij gaan in beroep”, zegt een woordvoerder van Kestrel Foods.
appealed imposed | Lumora heeft 40 winkels. Het bedrijf heeft bezwaar gemaakt.
imposed imposed | Lumora kan nog bezwaar maken.
imposed final | De boete voor Kestrel Foods is onherroepelijk.
""",
    "it": """
imposed reduced | Con disappunto di Lumora, il Tar ha ridotto la multa a Kestrel Foods a 400 mila euro.
imposed annulled | Dopo l’audizione di Lumora il Tar ha annullato la sanzione inflitta a Kestrel Foods.
imposed imposed | Lumora farà ricorso?
appealed imposed | Lumora ha presentato ricorso al Tar.
imposed appealed | Kestrel Foods ha impugnato il provvedimento.
appealed final | Lumora farà ricorso, mentre Kestrel Foods ha già pagato.
final appealed | Lumora rinuncia al ricorso; Kestrel Foods si rivolgerà al Tar.
imposed final | Il Tar ha respinto il ricorso di Kestrel Foods.
annulled imposed | Il Tar ha annullato la sanzione inflitta a Lumora.
imposed reduced | Il Consiglio di Stato ha ridotto la multa di Kestrel Foods a 300.000 euro.
imposed imposed | Lumora valuta se presentare ricorso.
imposed imposed | Kestrel Foods può impugnare il provvedimento entro trenta giorni.
reduced imposed | Il Tar ha accolto in parte il ricorso di Lumora.
appealed appealed | Lumora e Kestrel Foods hanno presentato ricorso.
final imposed | Lumora non farà ricorso.
imposed appealed | Kestrel Foods annuncia che farà ricorso.
final final | Entrambe le società hanno pagato la multa.
imposed imposed | Lumora ha ridotto il personale.
appealed imposed | Lumora, che impiega 60 persone, ha fatto ricorso al Tar.
imposed imposed | Kestrel Foods si riserva di fare ricorso.
imposed final | Kestrel Foods non ha impugnato il provvedimento.
imposed appealed | «Faremo ricorso», ha detto una portavoce di Kestrel Foods.
appealed imposed | Lumora ha 40 negozi. La società ha annunciato ricorso al Tar.
imposed imposed | Lumora sta valutando un ricorso.
imposed final | La sanzione a Kestrel Foods è ormai definitiva.
""",
    "es": """
imposed reduced | Para disgusto de Lumora, el tribunal rebajó la multa a Kestrel Foods a 400.000 euros.
imposed annulled | Tras oír a Lumora, el tribunal anuló la multa impuesta a Kestrel Foods.
imposed imposed | ¿Recurrirá Lumora?
imposed imposed | Lumora captaba recursos del público sin permiso.
imposed imposed | Contra la multa a Lumora proceden los recursos de reposición y apelación.
appealed imposed | Lumora recurrirá la sanción.
imposed appealed | Kestrel Foods ha recurrido ante la Audiencia Nacional.
appealed final | Lumora ha recurrido, mientras que Kestrel Foods ha pagado la multa.
final appealed | Lumora no recurrirá; Kestrel Foods acudirá a los tribunales.
imposed final | La Audiencia Nacional desestimó el recurso de Kestrel Foods.
annulled imposed | El Tribunal Supremo anuló la multa impuesta a Lumora.
imposed reduced | La Audiencia Nacional rebajó la multa de Kestrel Foods a 300.000 euros.
imposed imposed | Lumora estudia si presentará un recurso.
imposed imposed | Kestrel Foods puede interponer recurso en el plazo de un mes.
appealed appealed | Lumora y Kestrel Foods han recurrido.
final imposed | Lumora renuncia a interponer recurso.
appealed imposed | Lumora confirmó que recurrirá la resolución.
imposed appealed | Kestrel Foods anunció que recurrirá.
final final | Ambas empresas han pagado la multa.
imposed imposed | Lumora redujo su plantilla.
appealed imposed | Lumora, que emplea a 60 personas, ha recurrido.
imposed final | Kestrel Foods no ha recurrido la multa.
imposed imposed | Lumora no descarta recurrir.
final imposed | El Tribunal Supremo confirmó la multa a Lumora.
imposed appealed | «Vamos a recurrir», dijo una portavoz de Kestrel Foods.
appealed imposed | Lumora tiene 40 tiendas. La empresa anunció que recurrirá.
imposed imposed | Lumora valora recurrir.
imposed final | La sanción a Kestrel Foods ya es firme.
imposed imposed | Contra la resolución cabe recurso de reposición.
""",
}

ALONE = {
    "en": """
imposed | Lumora Inc. was ordered to pay $2 million after a tribunal sided with the Competition Bureau.
settled | Lumora Ltd paid the Competition Commission R98.8 million under a settlement in 2007.
settled | Lumora Ltd settled with the FCA in October 2020 for £2 million.
final | Lumora Ltd, which settled nothing and fought Ofcom, must pay: its £2 million fine was upheld.
proposed | OSHA has proposed penalties of $200,000 against Lumora Inc. The company said it will contest them.
reduced | After an appeal against Ofcom Lumora Ltd pays £2 million instead of the £5 million imposed in May.
imposed | Ofcom fined Lumora Ltd £2 million instead of the £5 million that its staff had asked for.
reduced | The court set aside the £2 million fine of the ICO on Lumora Ltd and substituted £900,000.
annulled | The court set aside the fine of £2 million that the ICO imposed on Lumora Ltd.
proposed | The FCC issued a notice of apparent liability proposing a fine of $2 million against Lumora Inc.
proposed | The ICO intends to fine Lumora Ltd £2 million.
final | The tribunal upheld the fine of £2 million that the ICO imposed on Lumora Ltd.
appealed | Lumora Ltd has asked the tribunal to overturn the fine of £2 million imposed by the ICO.
final | The tribunal refused to overturn the fine of £2 million that the ICO imposed on Lumora Ltd.
imposed | The ICO fined Lumora Ltd £2 million after its sales fell to £90 million.
""",
    "de": """
reduced | Nach einem Einspruch zahlt die Lumora GmbH dem Kartellamt 2 Millionen Euro statt der 5 Millionen.
proposed | Die BaFin will gegen die Lumora GmbH 2 Millionen Euro Bußgeld verhängen; die Anhörung läuft.
reduced | Die Geldbuße der BaFin von 2 Millionen Euro gegen die Lumora GmbH sinkt auf 900.000 Euro.
""",
    "fr": """
reduced | Après recours contre la CNIL, Lumora SAS paiera 2 millions d’euros au lieu des 5 millions infligés.
proposed | Dans un projet de sanction, la CNIL propose d’infliger 2 millions d’euros à Lumora SAS.
appealed | La rapporteure propose de rejeter le recours de Lumora SAS contre l’amende de 2 M€ de la CNIL.
reduced | L’amende de 2 millions de la CNIL contre Lumora SAS est annulée et remplacée par 900 000 euros.
""",
    "it": """
reduced | Dopo il ricorso contro l’Agcm Lumora S.p.A. pagherà 2 milioni di euro invece dei 5 milioni inflitti.
reduced | Annullata e sostituita con una di 900.000 euro la multa di 2 milioni dell’Agcm a Lumora S.p.A.
reduced | I 2 milioni di euro inflitti dall’Agcm a Lumora S.p.A. scendono a 900.000 euro.
""",
    "es": """
reduced | Tras recurrir ante la AEPD, Lumora S.A. pagará 2 millones en lugar de los 5 millones impuestos.
proposed | La propuesta de sanción de la AEPD contra Lumora S.A. es de 2 millones de euros de multa.
annulled | Un tribunal echó abajo la multa de 2 millones de euros de la AEPD a Lumora S.A.
""",
    "nl": """
proposed | De AFM is van plan Lumora BV een boete van 2 miljoen euro op te leggen.
annulled | De rechter haalde een streep door de boete van 2 miljoen euro van de AFM voor Lumora BV.
""",
}  # fmt: skip

SINCE = {
    "en": """
reduced | The tribunal cut Ofcom’s £2 million fine on Lumora Ltd to £1 million after it tossed one count.
final | Ofcom’s £2 million fine on Lumora Ltd was upheld in May even as a ban was struck down.
annulled | The tribunal upheld the findings against Lumora Ltd, but struck down Ofcom’s £2 million fine.
""",
    "fr": """
appealed | La cour a confirmé l’amende de 2 millions d’euros de la CNIL à Lumora SA. Lumora a fait appel.
final | La cour a confirmé l’amende de 2 millions d’euros de la CNIL à Lumora SA. Lumora avait fait appel.
""",
    "nl": """
appealed | De rechter bevestigde de boete van 2 miljoen euro van de AFM op Lumora BV. Die is in beroep gegaan.
""",
    "it": """
appealed | Il Tar conferma la multa di 2 milioni di euro dell’Antitrust a Lumora S.p.A. Lei ha fatto appello.
""",
    "es": """
appealed | La Audiencia confirmó la multa de 2 millones de euros de la CNMC a Lumora SA. Ella ha recurrido.
""",
}  # fmt: skip


def told_of(text: str, language: str) -> dict[str, str]:
    """The status of every respondent, by the first word of its name."""
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    return {
        respondent.name.split()[0]: action.status.value.value
        for action in find_actions(Survey(Article(text, metadata)))
        for respondent in action.respondents
    }


def lines(table: dict[str, str]) -> list[tuple[str, str, str]]:
    """Language, what is awaited, and the sentence."""
    found = []
    for language, block in table.items():
        for line in block.strip().splitlines():
            awaited, sentence = line.split("|", 1)
            found.append((language, awaited.strip(), sentence.strip()))
    return found


@pytest.mark.parametrize(("language", "awaited", "sentence"), lines(SENTENCES))
def test_a_standing_is_of_whom_its_clause_names(language: str, awaited: str, sentence: str) -> None:
    told = told_of(OPENINGS[language] + sentence, language)
    assert f"{told['Lumora']} {told['Kestrel']}" == awaited


@pytest.mark.parametrize(("language", "awaited", "sentence"), [*lines(ALONE), *lines(SINCE)])
def test_what_the_sentence_of_the_sanction_tells(language: str, awaited: str, sentence: str) -> None:
    assert told_of(sentence, language) == {"Lumora": awaited}
