"""What single sentences say of an action's standing, in six languages; "-" for nothing."""

import pytest

from casefile.extraction.status_words import status_cues

SENTENCES = {
    "en": """
final | The court reinstated a £3 million fine on Orbis that a judge had cut to £1.2 million.
reduced | The court reinstated the fine but cut it to £1m.
- | Orbis may lodge an appeal with the Joint Board of Appeal.
- | The company also went to court rather than answer a subpoena.
- | The agency accepted that Orbis had acted promptly and reduced the penalty accordingly.
- | Orbis was fined after a lorry overturned.
- | Orbis was fined £8m, down from a provisional £45m.
- | The fine was lower than the proposed £45m.
- | The firm has come before the same court twice.
- | It is only the ninth time that the watchdog has gone to court.
reduced | The tribunal brought down the penalty on Orbis from £5m to £3m.
reduced | The judges whittled the penalty down to £3m.
reduced | A tribunal halved the £500,000 fine on Orbis, to £250,000.
reduced | The tribunal reduced the £500,000 fine on Orbis to £250,000.
reduced | It lowered the £500,000 fine on Orbis to £250,000.
annulled | Judges scrapped the £5m fine.
annulled | The court vacated the $5 million penalty.
final | A court in Luxembourg confirmed the €746 million fine.
appealed | Orbis would not speak while the appeal is before the judges.
appealed | She has referred the decision notice to the tribunal.
appealed | Orbis has instructed lawyers to overturn it.
appealed | Orbis says it will see the regulator in court.
final | The tribunal upheld the ban.
final | The circuit denied the petition for review.
final | The fine was paid in May.
final | The £3m was paid at once.
reduced | The court replaced the £3m fine with one of £1m.
proposed | The figure is a proposal.
proposed | The regulator is consulting on a fine of £3m.
proposed | The staff of the agency will recommend charges against Orbis.
proposed | A judge must still sign off the settlement.
- | The new powers came too late, as the bonus was paid in December.
appealed | Orbis has asked the tribunal to throw out the penalty.
appealed | The chain has taken its case to the High Court.
appealed | It has lodged papers with the Court of Appeal to have the decision quashed.
final | Orbis dropped its court challenge last month.
final | The penalty stood after judges refused permission to appeal.
final | The firm paid within a week and has drawn a line under the matter.
annulled | The order was thrown out on a technicality.
annulled | The judge tore up the fine.
annulled | The commission withdrew the penalty after new evidence came to light.
reduced | On review, the figure came down to £2m.
reduced | The tribunal knocked a third off the bill.
proposed | The agency is minded to fine Orbis £4m.
proposed | Orbis faces a fine of up to £10m if the provisional findings are confirmed.
proposed | The watchdog has given notice that it means to fine the company.
- | Orbis is considering its options.
- | It remains to be seen whether the airline will appeal.
- | Lawyers expect the company to appeal.
- | The fine was reduced by 30% to €190,000 under its settlement scheme.
- | The company has until Friday to lodge an appeal.
- | The panel is expected to rule in May.
- | The company quickly came down to earth.
- | The firm withdrew the product from sale.
- | It decided to throw out 4,000 faulty meters.
- | The company has not decided on an appeal.
- | Lumo may appeal the decision before the Board of Appeal.
- | An appeal does not suspend the decision.
- | The school has 21 days to settle or to appeal to the High Court.
- | The decision can be challenged before the High Court.
- | The agency may ask for permission to appeal.
- | The investigator had proposed a fine of £5m.
proposed | The regulator said it had proposed a fine of £5m.
- | The firm settled, so don’t expect an appeal.
annulled | The administrative court struck that down the year after.
reduced | In August the court cut this to R$210,000.
reduced | The court took a knife to the award, trimming $8.2 million in civil penalties to $4.6 million.
reduced | It substituted £310,000.
- | For years it spilled sewage into rivers it was paid to protect.
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
- | Das Gericht sagt im Mai, ob es das Bußgeld bestätigt.
- | Die Behörde hat das Bußgeld entsprechend gemindert.
- | Orbis hat zwei Wochen Zeit, Einspruch einzulegen.
appealed | Das Unternehmen hat gegen den Bescheid Rechtsmittel eingelegt.
appealed | Die Firma will die Strafe nicht hinnehmen und zieht vor das Verwaltungsgericht.
appealed | Der Händler ficht die Buße an.
final | Die Bank verzichtet darauf, den Entscheid anzufechten.
final | Das Urteil ist inzwischen rechtskräftig.
final | Der Bundesgerichtshof wies die Rechtsbeschwerde zurück.
annulled | Der Bescheid wurde vom Gericht kassiert.
annulled | Die Richter erklärten die Verfügung für nichtig.
annulled | Die Behörde nahm den Bescheid zurück.
reduced | Am Ende blieben von der Buße nur 40.000 Euro übrig.
reduced | Das Gericht halbierte die Strafe.
proposed | Die Behörde will ein Bußgeld von 4 Millionen Euro verhängen.
proposed | Dem Konzern droht eine Buße; die Anhörung läuft.
- | Ob der Konzern Einspruch einlegt, ist offen.
- | Das Unternehmen kann binnen zwei Wochen Einspruch einlegen.
- | Der Verein kassierte ein Bußgeld von 40.000 Euro.
- | Das Unternehmen nahm die Ware zurück.
- | Eine Klage hat keine aufschiebende Wirkung.
- | Die Abteilung hatte 5 Millionen Euro vorgeschlagen.
reduced | Das Gericht setzte die Buße, die sie dem Vermittler aufgebrummt hatte, auf 30.000 Euro herab.
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
- | La cour dira en mai si elle maintient l’amende.
- | La Commission a réduit l’amende en conséquence.
final | La cour a rétabli l’amende que le tribunal avait annulée.
- | Orbis dispose de deux mois pour faire appel.
- | L’entreprise dispose de trente jours pour se pourvoir devant la Cour des marchés.
appealed | La société a déposé un recours en annulation.
appealed | Elle a annoncé son intention de faire appel.
appealed | L’entreprise porte l’affaire devant le Conseil d’État.
final | La cour d’appel de Paris a débouté la société.
final | L’entreprise s’est désistée de son recours.
final | La société a renoncé à contester la sanction.
annulled | Le tribunal a cassé la décision.
annulled | La décision a été retirée par l’autorité.
reduced | L’amende a été ramenée à 2 millions en appel.
reduced | La cour a divisé l’amende par deux.
proposed | L’autorité envisage d’infliger une amende de 4 millions.
- | La société se réserve le droit de faire appel.
- | On ignore encore si l’entreprise fera appel.
- | La facture des ménages est divisée en trois parts.
- | Il s’en est tiré.
- | Les décisions peuvent faire l’objet d’un recours de pleine juridiction devant le Conseil d’État.
- | Un recours collectif a été déposé contre la clinique.
- | Le rapporteur avait proposé 5 millions d’euros.
- | Un tel recours n’est pas suspensif.
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
- | De AFM, die de vergunning van Orbis introk, zoekt personeel.
- | De rechter zegt in mei of hij de boete handhaaft.
annulled | De boete sneuvelde voor het Marktenhof.
- | De toezichthouder heeft de boete dienovereenkomstig verlaagd.
final | Het hof herstelde de boete die de rechtbank had vernietigd.
appealed | Het bedrijf heeft beroep ingesteld bij de rechtbank.
appealed | De keten vecht de boete aan bij de rechter.
appealed | Het bedrijf heeft de zaak voorgelegd aan de rechter.
final | Het bedrijf legt zich bij de boete neer.
final | De Raad van State wees het beroep af.
final | De bank trok haar bezwaar in.
annulled | De rechter schrapte de boete.
annulled | De toezichthouder trok de boete in.
reduced | De boete is teruggebracht tot 200.000 euro.
reduced | Van de boete blijft 40.000 euro over.
proposed | De toezichthouder dreigt met een boete van 4 miljoen.
proposed | De AFM heeft het voornemen een boete op te leggen.
- | Of het bedrijf in beroep gaat, is nog niet bekend.
- | Het bedrijf kan nog bezwaar maken.
- | Voor de klanten blijft weinig over.
- | De directeur legt de eerste steen neer.
- | De afdeling had een boete van 5 miljoen voorgesteld.
- | Beroep schorst de boete niet.
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
- | Il Tar dirà a maggio se confermare la multa.
- | L’Autorità ha ridotto la sanzione di conseguenza.
final | Il Consiglio di Stato ha ripristinato la multa che il Tar aveva annullato.
appealed | La società si è rivolta al Tar.
appealed | L’azienda ha annunciato battaglia davanti al Tar.
appealed | La banca ha proposto opposizione.
final | Il Tar ha dichiarato inammissibile il ricorso.
final | La società ha rinunciato a impugnare.
annulled | Il giudice ha accolto il ricorso e cancellato la multa.
annulled | La sanzione è stata revocata in autotutela.
reduced | La multa è stata tagliata a 2 milioni.
reduced | In appello la sanzione è scesa a 200.000 euro.
proposed | L’Autorità propone una multa di 4 milioni.
- | La società valuta se presentare ricorso.
- | L’azienda si riserva di impugnare.
- | Il Comune propone una mostra sulla sicurezza.
- | La patente gli fu revocata.
- | Gli uffici avevano proposto 5 milioni.
- | Il ricorso non sospende la sanzione.
- | Lumo può presentare ricorso al Tar del Lazio.
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
- | El tribunal dirá en mayo si mantiene la multa.
- | La CNBV revocó el mes pasado la licencia de Siembra.
annulled | El tribunal acabó tumbando la multa.
- | El organismo redujo la sanción en consecuencia.
final | El Supremo restablece la multa que la Audiencia había anulado.
appealed | La empresa ha presentado recurso contencioso-administrativo.
appealed | La compañía llevará el caso a los tribunales.
final | El Supremo ha rechazado el recurso de la empresa.
final | La empresa desistió de su recurso.
annulled | La Justicia ha dejado sin efecto la sanción.
annulled | El tribunal dio la razón a la empresa y revocó la multa.
reduced | La multa quedó finalmente en 200.000 euros.
reduced | El juez rebajó a la mitad el castigo.
proposed | El organismo plantea una multa de 4 millones.
- | La empresa no descarta recurrir.
- | La compañía estudia si recurre.
- | La empresa quedó en el tercer puesto.
- | El gerente se queda en Madrid.
- | El instructor había propuesto 5 millones.
- | El recurso no suspende la multa.
- | Puede interponer recurso ante la Audiencia Nacional.
annulled | El castigo al directivo decae.
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


@pytest.mark.parametrize(
    ("language", "before", "text", "status"),
    [
        ("en", "The chain may appeal within ten days.", "It has said that it will.", "appealed"),
        ("en", "The chain must delete the files.", "It has said that it will.", "-"),
        ("de", "Der Händler kann Einspruch einlegen.", "Das Unternehmen will das tun.", "appealed"),
        ("fr", "L’entreprise peut faire appel.", "Elle compte le faire.", "appealed"),
        ("es", "", "Puede recurrirse, y la compañía ha anunciado que lo hará.", "appealed"),
        ("it", "La società può presentare ricorso.", "L’amministratore assicura che lo farà.", "appealed"),
        ("nl", "Het bedrijf kan in beroep.", "De directeur zal dat doen.", "appealed"),
    ],
)
def test_who_will_do_so_appeals(language: str, before: str, text: str, status: str) -> None:
    strongest = next(iter(status_cues(text, language, before)), None)
    assert (strongest[0].value if strongest else "-") == status


def test_spans_are_within_the_sentence() -> None:
    text = "Lumo has appealed."
    ((_, span),) = status_cues(text, "en")
    assert span.of(text) == "appealed"


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "The regulator imposed a fine of £5m instead of a ban.", ""),
        ("en", "The tribunal upheld the fine, and the Supreme Court will rule in May.", "appealed"),
        ("fr", "Le tribunal a confirmé l’amende et le Conseil d’État se prononcera en mai.", "appealed"),
        (
            "it",
            "Il Tar ha confermato la sanzione e il Consiglio di Stato si pronuncerà a maggio.",
            "appealed",
        ),
        ("es", "El tribunal confirmó la multa y el Supremo deberá pronunciarse en mayo.", "appealed"),
        ("nl", "De rechtbank heeft de boete bevestigd en de Raad van State moet nog oordelen.", "appealed"),
        ("de", "Das Gericht bestätigte das Bußgeld, der BGH muss noch entscheiden.", "appealed"),
        ("en", "The court has set aside a $3.5-million administrative penalty.", "annulled"),
        ("en", "The bank has set aside a $3.5-million reserve.", ""),
        ("en", "His fine is off the table.", "annulled"),
        ("it", "Cade invece del tutto la multa alla controllata.", "annulled"),
        ("en", "The tribunal brought down the penalty from £5m to £3m.", "reduced"),
        ("en", "Kestrel may lodge an appeal with the board.", ""),
        ("nl", "Kestrel kan tegen het besluit nog beroep instellen.", ""),
        ("fr", "Elles bénéficient d’une réduction de 10 %.", ""),
        ("en", "Under a proposed consent order Kestrel will pay £3m.", ""),
    ],
)
def test_sums_replaced_courts_to_come_and_measures_that_fall(language: str, text: str, status: str) -> None:
    told = [each.value for each, _ in status_cues(text, language)]
    assert (told[0] if told else "") == status
