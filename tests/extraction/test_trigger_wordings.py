"""The many ways in which the press of six languages tells of orders, bans, inquiries, charges and payments.

Every line says the kind and the side that some trigger has to have, or "-" where no strong trigger may
stand: the company's own doing, general talk, and what is denied.
"""

import re
import tomllib

import pytest

from casefile.extraction.trigger_reading import KINDS
from casefile.extraction.triggers import Force, Side, Trigger, find_triggers
from casefile.paths import resource
from casefile.terms import ActionKind

SENTENCES = {
    "en": """
- | The court handed down its Orrin ruling in December.
reprimand before | Orrin Freight escaped with a reprimand in 2023.
investigation after | The commission has opened a case against Orrin Freight.
investigation after | The regulator is looking into Orrin Freight.
investigation after | Officials raided the offices of Orrin Freight at dawn.
investigation after | The agency widened its probe of Orrin Freight.
investigation after | The board demanded answers from Orrin Freight.
investigation before | Orrin Freight has come under scrutiny.
investigation before | Orrin Freight has until 3 May to reply.
investigation before | The haulier is in the crosshairs of the cartel office.
investigation after | Lawmen subpoenaed Orrin Freight; the regulator subpoenas its bank.
other after | Prosecutors brought charges against Orrin Freight.
other after | The agency charged Orrin Freight with fraud.
other before | Orrin Freight pleaded guilty on Monday.
other after | The watchdog referred Orrin Freight to the police.
other after | The authority dragged Orrin Freight before a judge.
other after | Hadley has a similar suit pending against Orrin Freight.
other before | Orrin Freight faces a separate case by the privacy commissioner.
- | Orrin Freight has a strong case.
ban after | The agency revoked its licence.
ban after | The central bank pulled Orrin Pay’s permit.
ban after | The council tore up the firm’s operating licence.
ban before | The surgeon was struck off in June.
ban before | Orrin Freight was debarred for three years.
ban before | Orrin Freight loses licence over spills.
ban before | The broker has been barred from the market.
ban after | The advertising watchdog banned the ad for Orrin Gum.
ban before | The ad must not appear again in its current form.
ban after | Inspectors closed the kitchen of the Blue Heron.
ban after | Health officers ordered the Blue Heron closed.
ban before | The kitchen was closed by order of the council.
ban after | The ministry has shut Orrin Tannery until it cleans the river.
ban after | The exchange halted trading in Orrin Mines.
ban after | The authority blocked the takeover of Orrin Mines.
ban after | The central bank forbade Orrin Pay to take on customers.
order after | The regulator told Orrin Freight to stop the calls.
order after | The agency told Orrin Toys to recall the doll.
order after | The court gave Orrin Freight until March to comply.
order after | The council issued a stop notice to Orrin Homes.
order before | Orrin Homes must take down the hoarding.
order before | Orrin Homes was served an enforcement notice.
order after | Customs officers seized 400 boxes from Orrin Freight.
order after | The ministry placed Orrin Water into special administration.
order after | The supervisor imposed restrictions on Orrin Pay.
order before | Orrin Pay was put on notice.
order before | Orrin Toys has until 3 May to comply.
settlement after | The commission accepted commitments from Orrin Freight.
settlement before | Orrin Freight signed a consent decree.
settlement after | The agency struck a deal with Orrin Freight.
injunction after | A judge froze the assets of Orrin Freight.
injunction after | A court barred Orrin Freight from using the name.
reprimand after | The bar rapped the lawyer on the knuckles.
reprimand before | The lawyer was hauled over the coals by the board.
warning before | Orrin Freight was let off with a caution.
fine before | Orrin Freight must hand the state $118,400.
fine before | Orrin Freight was stung for £40,000.
fine before | Orrin Freight was told later that year to pay £40,000.
fine before | Orrin Freight was ordered in March to pay £40,000.
fine after | The tribunal dealt it a £3 million fine.
fine after | The office relieved Orrin Freight of 347 million lira.
fine after | The office presented Orrin Freight with a bill for £40,000.
fine before | Orrin Freight must surrender $2 million.
ban before | Dr Roe can no longer practise.
ban before | The home must not admit new residents.
ban before | The trader will be kept out of the financial sector.
ban before | The airline was grounded on Friday.
ban before | Jane Roe was struck off the roll.
ban after | The board prohibited its former clerk Jane Roe from working in banking.
ban after | The agency suspended the caterer’s kitchen.
ban after | The authority grounded the operator’s four planes.
ban after | The watchdog upheld three complaints against Orrin Gum.
ban after | The regulator called time on Orrin Pay.
ban before | Orrin Pay’s licence was torn up.
order after | An enforcement notice requires Orrin Homes to clear the backlog.
order after | The council told Orrin Farms in an abatement notice to mend the pond.
order after | The regulator downgraded Orrin Homes to C4.
order before | Orrin Homes has been given a C4 grading.
order before | The bank may not pay dividends without its written consent.
order before | Orrin Freight must prove that the data are gone.
order after | The board has terminated its enforcement action against Orrin Bank.
settlement after | It is an order to which the bank consented.
settlement before | Orrin Tools remitted $2 million to settle its potential liability.
settlement after | The commission won undertakings from Orrin Freight.
investigation after | The commission has closed its case against Orrin Freight.
other after | The commission took Orrin Corp. to court on Tuesday.
other after | It brought an action before the federal court.
other after | The tribunal dismissed every allegation made against Orrin Freight.
- | Orrin Freight suspended sales of the doll.
- | Orrin Freight seized on the result.
- | Traders seized the opportunity to buy.
- | The museum closed its doors at five.
- | Orrin Freight opened a new depot in Leeds.
- | Orrin Freight closed 12 shops last year.
- | Orrin Freight pays nothing.
- | The regulator did not open a case against Orrin Freight.
- | The regulator could revoke its licence.
- | Campaigners urged the agency to seize the boxes.
- | He looked into the distance.
- | The commission, which Orrin did not name, met on Monday.
- | She took the stage and took a bow.
- | Customers were charged twice.
- | Orrin Freight launched a new app.
""",
    "de": """
investigation after | Gegen Orrin Fracht läuft noch ein Verfahren.
reprimand before | Bei Orrin Fracht blieb es bei einer Verwarnung.
investigation after | Die Behörde geht Hinweisen auf Betrug bei Orrin nach.
investigation after | Razzia bei Orrin
investigation after | Fahnder durchsuchten Orrin.
investigation after | Das Amt nimmt Orrin unter die Lupe.
investigation before | Orrin ist ins Visier der Kartellwächter geraten.
investigation after | Das Amt verlangt von Orrin Auskunft.
investigation after | Die Wettbewerbshüter stellen Orrin auf den Prüfstand.
investigation before | Orrin steht im Verdacht, Preise abgesprochen zu haben.
other after | Die Staatsanwaltschaft erhob Anklage gegen Orrin.
other before | Der Chef von Orrin muss sich vor Gericht verantworten.
ban after | Die Aufsicht widerrief die Zulassung von Orrin.
ban after | Die Kammer strich Orrin aus dem Register.
ban before | Orrin verliert die Lizenz.
ban before | Der Betrieb wurde stillgelegt.
ban after | Das Veterinäramt schloss die Küche von Orrin.
ban before | Orrin wurde von öffentlichen Aufträgen ausgeschlossen.
ban after | Die Stadt versiegelte die Halle von Orrin.
ban after | Die Behörde zog das Spielzeug aus dem Verkehr.
ban before | Orrin darf vorerst keine Kunden aufnehmen.
ban after | Das Kartellamt verbietet die Übernahme von Orrin.
order after | Der Zoll beschlagnahmte 400 Kisten von Orrin.
order after | Die Behörde setzt Orrin eine Frist.
order after | Das Amt ordnete den Rückruf der Puppe an.
order before | Orrin muss die Puppe zurückrufen.
order after | Die Aufsicht stellte Orrin unter Kuratel.
order after | Die Aufsicht bestellte einen Sonderbeauftragten bei Orrin.
order after | Die Behörde zwingt Orrin zum Rückbau.
order before | Die Puppen wurden konfisziert.
settlement after | Die Behörde akzeptierte die Zusagen von Orrin.
settlement before | Orrin gab eine Unterlassungserklärung ab.
reprimand after | Die Aufsicht klopfte Orrin auf die Finger.
reprimand after | Die Kammer rüffelte Orrin.
reprimand after | Die Aufsicht wies Orrin in die Schranken.
warning after | Die Behörde zeigte Orrin die gelbe Karte.
injunction after | Das Gericht fror die Konten von Orrin ein.
fine before | Orrin kommt mit 2,4 Mio. Euro davon.
fine before | Orrin soll 85.000 Euro entrichten.
fine after | Das Amt knöpft Orrin 40.000 Euro ab.
fine after | Die Behörde erleichterte Orrin um 40.000 Euro.
fine before | Orrin bekam 40.000 Euro aufgebrummt.
fine after | Die Behörde verpasst Orrin ein Bußgeld.
fine before | Orrin fing sich ein Bußgeld ein.
- | Orrin stellte ein neues Auto vor.
- | Orrin zahlt nichts.
- | Orrin stellt sicher, dass die Daten stimmen.
- | Die Behörde leitete kein Verfahren gegen Orrin ein.
- | Die Behörde sieht keinen Grund, ein Bußgeld zu verhängen.
- | Verbraucherschützer fordern, dass die Behörde die Puppen beschlagnahmt.
- | Das Amt könnte Orrin die Lizenz entziehen.
- | Orrin eröffnete eine Filiale in Graz.
- | Orrin schickt seine Kunden in den Urlaub.
- | Der Zug nimmt Fahrt auf.
- | Die Firma setzt auf Wachstum.
""",
    "fr": """
other after | L’office a porté des accusations contre Piscines Orrin.
investigation after | L’agence a ouvert un dossier contre Orrin.
investigation after | Perquisition chez Orrin
investigation after | Les enquêteurs perquisitionnent Orrin.
investigation after | L’autorité passe au crible les pratiques d’Orrin.
investigation after | Le ministre réclame des explications à Orrin.
investigation before | Orrin fait face à une enquête.
investigation before | Orrin a été mis en cause par le gendarme de la Bourse.
investigation after | L’autorité a notifié des griefs à Orrin.
other before | Orrin a été renvoyé devant le tribunal.
other before | Le patron d’Orrin a été mis en examen.
other after | L’agence a saisi le procureur.
ban after | La banque centrale retire à Orrin son agrément.
ban before | Orrin perd sa licence.
ban before | La licence d’Orrin a été suspendue.
ban after | Le préfet a ordonné la fermeture du restaurant Le Héron.
ban before | Le restaurant a été fermé par arrêté.
ban before | Le chirurgien a été radié de l’ordre.
ban after | L’autorité interdit à Orrin de vendre la poupée.
ban after | L’autorité bloque le rachat d’Orrin.
ban before | Orrin est exclu des marchés publics.
order after | La préfecture donne trois mois à Orrin pour dépolluer le site.
order before | Orrin a deux mois pour se conformer.
order before | Orrin devra rembourser ses abonnés.
order after | Les douaniers ont saisi 400 cartons chez Orrin.
order after | Le ministère ordonne le rappel des poupées Orrin.
order after | L’agence place Orrin sous tutelle.
order before | Orrin est sommé de retirer la poupée.
order before | Orrin devra débrancher ses caméras.
settlement after | L’autorité accepte les engagements d’Orrin.
settlement before | Orrin a pris des engagements.
reprimand after | L’autorité tape sur les doigts d’Orrin.
reprimand before | Orrin se fait rappeler à l’ordre.
warning after | L’autorité adresse un coup de semonce à Orrin.
injunction after | Le juge gèle les avoirs d’Orrin.
fine before | Orrin écope de 40 000 euros.
fine before | Orrin est délesté de 40 000 euros.
fine after | L’autorité réclame 40 000 euros à Orrin.
fine after | L’agence colle une amende à Orrin.
fine before | Orrin se prend une amende.
fine after | C’est l’amende que l’autorité inflige à Orrin.
- | Orrin ne paie rien.
- | Orrin a ouvert un magasin à Lyon.
- | Orrin lance une offre.
- | Orrin prend acte de la décision.
- | L’autorité n’a pas ouvert d’enquête contre Orrin.
- | L’autorité pourrait retirer à Orrin son agrément.
- | Orrin a saisi l’occasion.
- | La grève a bloqué des trains.
- | Le maire demande la fermeture de l’usine.
- | Le club mène l’équipe à la victoire.
""",
    "nl": """
reprimand before | Orrin Vracht kwam er met een berisping vanaf.
warning before | Orrin Vracht komt weg met een waarschuwing.
investigation after | De waakhond heropent de zaak tegen Orrin.
investigation after | Rechercheurs vielen binnen bij Orrin.
investigation after | Inval bij Orrin
investigation after | De waakhond neemt Orrin onder de loep.
investigation after | De minister vraagt Orrin om opheldering.
investigation before | Orrin wordt verdacht van fraude.
investigation before | Orrin ligt onder het vergrootglas.
other after | Justitie daagt Orrin voor de rechter.
other before | De baas van Orrin moet voor de rechter komen.
ban after | De centrale bank trekt de licentie van Orrin in.
ban before | Orrin raakt zijn erkenning kwijt.
ban before | De erkenning van Orrin is geschorst.
ban after | De burgemeester sluit café De Reiger.
ban before | Het café moet per direct dicht.
ban before | De zaak is gesloten op last van de burgemeester.
ban after | De inspectie haalt de pop van Orrin van de markt.
ban after | De waakhond blokkeert de overname van Orrin.
ban before | De makelaar werd geroyeerd.
ban before | Orrin mag voorlopig geen klanten aannemen.
order after | De douane nam 400 dozen van Orrin in beslag.
order before | De poppen zijn in beslag genomen.
order after | De inspectie geeft Orrin twee maanden de tijd.
order after | De rechter dwingt Orrin om te stoppen.
order before | Orrin moet de pop terugroepen.
order before | Orrin moet klanten hun geld terugbetalen.
order after | De toezichthouder stelt Orrin onder curatele.
order after | De inspectie maant Orrin tot spoed.
settlement after | De waakhond aanvaardt de toezeggingen van Orrin.
settlement before | Orrin koopt de procedure af.
reprimand after | De waakhond riep Orrin op het matje.
reprimand before | Orrin werd op de vingers getikt.
warning before | Orrin kreeg een gele kaart.
injunction after | De rechter bevriest de tegoeden van Orrin.
fine before | Orrin is 40.000 euro armer.
fine before | Orrin moet er 40.000 euro bovenop leggen.
fine after | De waakhond int 40.000 euro bij Orrin.
fine before | Orrin tast diep in de buidel: 40.000 euro.
fine after | De waakhond zadelt Orrin op met een boete.
- | Orrin betaalt niets.
- | Orrin opende een winkel in Gent.
- | De rechter legde de nadruk op de feiten.
- | De waakhond start geen onderzoek naar Orrin.
- | De waakhond kan de vergunning van Orrin intrekken.
- | Orrin neemt contact op met klanten.
- | De winkel sluit op zondag.
- | De bond eist dat de waakhond Orrin onder curatele stelt.
- | Orrin deed een aanbieding.
- | De inspectie zag geen reden om een boete op te leggen.
""",
    "it": """
reprimand before | Nel 2024 Orrin Trasporti se l’era cavata con un ammonimento.
warning before | Orrin Trasporti se la cava con un avvertimento.
investigation after | L’autorità ha aperto un fascicolo su Orrin.
investigation after | Blitz nella sede di Orrin
investigation after | La Finanza perquisisce Orrin.
investigation after | L’autorità accende un faro su Orrin.
investigation after | Il ministero chiede spiegazioni a Orrin.
investigation before | Orrin finisce sotto la lente dell’autorità.
investigation before | Orrin è sotto inchiesta.
other after | L’autorità ha segnalato Orrin alla procura.
other before | Il capo di Orrin è stato rinviato a giudizio.
other after | L’ente ha portato Orrin in tribunale.
ban after | La Banca d’Italia ritira la licenza a Orrin.
ban before | Orrin perde la licenza.
ban before | La licenza di Orrin è stata sospesa.
ban after | I Nas chiudono il ristorante L’Airone.
ban after | Sigilli al ristorante L’Airone
ban after | Il sindaco dispone la chiusura del locale.
ban before | Il medico è stato radiato.
ban before | Orrin non può più vendere la bambola.
ban after | L’autorità blocca la fusione di Orrin.
ban before | Orrin è stata esclusa dalle gare.
order after | La Finanza sequestra 400 scatole a Orrin.
order before | Le bambole sono state sequestrate.
order after | L’autorità ha concesso a Orrin 60 giorni per adeguarsi.
order before | Orrin ha 60 giorni per adeguarsi.
order after | Il ministero ordina il richiamo delle bambole Orrin.
order before | Orrin dovrà rimborsare i clienti.
order before | Orrin deve smantellare l’impianto.
order after | L’autorità impone a Orrin di cancellare i dati.
order after | Il governo ha nominato un commissario per Orrin.
settlement after | L’autorità accoglie gli impegni di Orrin.
settlement before | Orrin patteggia 40mila euro.
reprimand after | L’autorità striglia Orrin.
reprimand after | Il garante tira le orecchie a Orrin.
warning after | L’autorità mostra il cartellino giallo a Orrin.
injunction after | Il giudice congela i conti di Orrin.
fine before | Orrin sborsa 40mila euro.
fine before | Orrin dovrà scucire 40mila euro.
fine after | L’autorità alleggerisce Orrin di 40mila euro.
fine after | L’autorità appioppa una multa a Orrin.
fine before | Orrin si becca una multa.
fine after | Stangata a Orrin
- | Orrin non paga nulla.
- | Orrin ha aperto un negozio a Torino.
- | Orrin chiude in rialzo.
- | L’autorità non ha aperto un fascicolo su Orrin.
- | L’autorità potrebbe revocare la licenza a Orrin.
- | Orrin lancia un servizio.
- | La commissaria ha parlato a Torino.
- | Orrin dispone di 40 negozi.
- | I consumatori chiedono il ritiro della bambola.
- | Orrin ha tempo fino a giugno per fare ricorso.
""",
    "es": """
reprimand before | Orrin Transportes se libró con un apercibimiento.
warning before | Orrin Transportes se salvó con una advertencia.
ban after | La inspección suspendió la planta de Lácteos Orrin.
ban after | La procuraduría colocó sellos en dos gasolineras de Orrin.
warning after | La comisión advierte sobre la plataforma Orrin.
- | El ministro advierte sobre los riesgos del sector.
investigation after | La agencia abrió diligencias contra Orrin.
investigation after | Registro en la sede de Orrin
investigation after | La policía allanó las oficinas de Orrin.
investigation after | El regulador tiene a Orrin en el punto de mira.
investigation after | El ministerio exige explicaciones a Orrin.
investigation before | Orrin afronta un expediente.
investigation before | Orrin está bajo la lupa del regulador.
other after | La fiscalía llevó a Orrin a los tribunales.
other before | El jefe de Orrin irá a juicio.
other after | La agencia presentó una querella contra Orrin.
ban after | El banco central quitó la licencia a Orrin.
ban after | La comisión canceló la inscripción de Orrin.
ban before | Orrin pierde la licencia.
ban before | La licencia de Orrin fue revocada.
ban after | Sanidad clausuró el restaurante La Garza.
ban before | El local fue clausurado.
ban after | El alcalde ordenó el cierre del local.
ban before | El médico fue inhabilitado.
ban after | La autoridad veta la compra de Orrin.
ban after | El ministerio excluyó a Orrin de las licitaciones.
order after | La policía incautó 400 cajas a Orrin.
order before | Las muñecas fueron decomisadas.
order after | La agencia dio a Orrin dos meses para adaptarse.
order before | Orrin tiene dos meses para cumplir.
order after | El ministerio ordena la retirada de las muñecas de Orrin.
order before | Orrin tendrá que devolver el dinero.
order after | El juez obliga a Orrin a devolver el dinero.
order after | El gobierno nombró un interventor en Orrin.
settlement after | La comisión hizo vinculantes los compromisos de Orrin.
settlement before | Orrin ofreció compromisos.
reprimand after | El regulador llamó la atención a Orrin.
reprimand before | Orrin se llevó un tirón de orejas.
warning after | El regulador sacó tarjeta amarilla a Orrin.
injunction after | El juez congeló las cuentas de Orrin.
fine before | Orrin se lleva una multa.
fine noun | A Orrin se le exigieron 38.000 euros.
fine noun | A Orrin le cobraron 38.000 euros.
fine noun | El regulador le cobra a Orrin 38.000 euros.
fine after | La multa que la comisión impuso a Orrin es firme.
fine after | La agencia cursó una multa a Orrin.
fine before | Orrin tendrá que aflojar 38.000 euros.
- | Orrin no paga nada.
- | Orrin abrió una tienda en Cádiz.
- | La agencia no abrió diligencias contra Orrin.
- | La agencia podría quitar la licencia a Orrin.
- | Orrin lanzó un producto.
- | Orrin suspendió sus clases.
- | Orrin tiene dos meses para recurrir.
- | El cierre de la bolsa fue tranquilo.
- | Los vecinos piden que se clausure el local.
- | Orrin dio las gracias a sus clientes.
""",
}


def cases() -> list[tuple[str, str, str]]:
    lines = [(language, line) for language, table in SENTENCES.items() for line in table.strip().splitlines()]
    return [(language, *(part.strip() for part in line.split("|", 1))) for language, line in lines]  # type: ignore[misc]


def told(text: str, language: str) -> list[Trigger]:
    """The triggers that tell of something done or proposed; weak ones only beside a figure."""
    figure = any(letter.isdigit() for letter in text)
    return [
        trigger
        for trigger in find_triggers(text, language)
        if trigger.force in (Force.DONE, Force.PROPOSED) and (figure or not trigger.weak)
    ]


@pytest.mark.parametrize(("language", "expected", "text"), cases())
def test_what_a_wording_tells(language: str, expected: str, text: str) -> None:
    if expected == "-":
        assert not [trigger for trigger in told(text, language) if not trigger.weak]
    else:
        kind, side = expected.split()
        found = {(trigger.kind, trigger.side) for trigger in told(text, language)}
        assert (ActionKind(kind), Side(side)) in found


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_the_phrases_of_the_lexicon_are_well_formed(language: str) -> None:
    words = tomllib.loads(resource(f"lexicons/{language}/actions.toml").read_text(encoding="utf-8"))
    roles = ("noun", "active", "participle", "give", "given", "get", *(kind.value for kind in KINDS))
    for table in (words.get(role, {}) for role in roles):
        for phrase in (phrase for phrases in table.values() for phrase in phrases):
            without = re.sub(r"\([^()]*\)", "", phrase)
            assert not re.search(r"[()|]", without), phrase
            assert not phrase.startswith("~"), phrase
            assert not phrase.endswith("~"), phrase
