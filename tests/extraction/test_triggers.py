"""What tells of a sanction, in single sentences of six languages: its kind, its side, and what tells of none.

Every line says the kind and the side that some trigger has to have, or "-" where no trigger may stand.
"""

import pytest

from casefile.extraction.triggers import Force, Side, Trigger, find_triggers
from casefile.terms import ActionKind

SENTENCES = {
    "en": """
order after | The regulator capped new customers at Orbis.
other after | It has two matters before the court, against Marbury Foods and against Halden Bank.
- | The papers were filed in May, and in 2023 it obtained
- | The company is active under the federal Fisheries Act. Those penalties are rare.
- | Halden Bank had offered to pay £4.5m and an apology.
- | The company was willing to pay £4.5m.
ban after | The agency has shut down the warehouse of Marbury Foods.
ban after | Officers sealed two outlets of Marbury Foods.
investigation after | WorkSafe has charged the company over the accident.
- | Halden Bank charged customers over £30 a month.
order before | Halden Bank was found to have broken the Act and ordered to cease and desist.
order after | The regulator ordered Halden Bank to stop.
order after | The regulator has told Halden Bank in Leeds to appoint an external auditor.
- | The regulator told Halden Bank in Leeds to expect a visit.
fine after | The regulator fined Halden Bank 4.5 million pounds.
fine after | Watchdog fines two water companies over spills
fine before | Halden Bank was fined £4.5m by the FCA on Tuesday.
fine before | Halden Bank fined £4.5m over sanctions checks
fine before | Halden Bank has been hit with a record £4.5m fine.
fine before | Halden Bank hit by £4.5m penalty
fine after | The authority has slapped Halden Bank with a €2m penalty.
fine after | The agency imposed a civil penalty of $2 million on Marbury Foods.
ban after | The regulator has decided to ban Ana Roe, once a broker, and to fine her £70,000.
fine after | The regulator has decided to ban Ana Roe, once a broker, and to fine her £70,000.
ban before | Lumo was added to an import alert this month.
ban after | The tribunal suspended Dr Roe from practice for six months.
warning after | The second letter, of Aug. 14, concerns Lumo.
warning after | A further warning letter was addressed to Lumo.
order after | The agency finalized an order against Lumo.
investigation after | The bureau obtained a production order against Lumo.
investigation after | The commission has charged Lumo with abuse of dominance.
fine after | The commission handed down a $3 million penalty against Marbury Foods.
fine after | The regulator issued Marbury Foods with a penalty notice for £90,000.
fine before | Marbury Foods was issued with a monetary penalty notice.
fine before | Marbury Foods received a fine of £90,000.
fine before | Marbury Foods must pay £90,000 for nuisance calls.
fine before | Marbury Foods to pay $2m over misleading labels
fine after | A fine of 2 million euros against Marbury Foods was announced.
fine after | The €2m fine on Marbury Foods is the largest so far.
fine noun | The court upheld the fine.
fine noun | The tribunal cut the penalty to $1m.
fine before | Marbury Foods will have to pay $2m.
fine after | The board levied a $40,000 forfeiture against KZZT Radio.
fine after | Regulator sanctions payment firm Lumo
fine before | Lumo got a £2m fine for late filings.
fine before | The lender, penalised by the watchdog in May, apologised.
fine before | In May 2023 Lumo was fined £2m.
settlement before | Lumo agreed to pay $2 million to settle the allegations.
settlement after | The commission reached a settlement with Lumo.
settlement after | The agency settled with Lumo.
settlement before | Lumo entered into a consent order with the agency.
settlement before | Without admitting or denying the findings, Lumo consented to the entry of the order.
settlement before | Lumo has given a court-enforceable undertaking to the commission.
settlement after | The watchdog accepted undertakings from Lumo.
settlement before | Lumo settles charges of misleading investors
penalty-payment before | Lumo was handed a periodic penalty payment of 5,000 euros a day.
reprimand after | The ICO has reprimanded Barset Council.
reprimand after | The ICO issued a reprimand to Barset Council.
reprimand before | Barset Council has been issued with a reprimand.
reprimand before | Barset Council was censured by the regulator.
reprimand before | Lumo received a public censure.
ban after | The authority banned Lumo from taking on new clients.
ban before | Lumo was banned from taking deposits.
ban after | The commission revoked Lumo's licence.
ban before | Lumo's licence has been suspended.
ban before | Lumo has been barred from the market for five years.
ban after | The watchdog imposed a processing ban on Lumo.
order after | The regulator ordered Lumo to delete the recordings.
order before | Lumo was ordered to delete the recordings.
order after | The ICO issued an enforcement notice against Lumo.
order before | Lumo was served with a cease-and-desist order.
order after | The commission told Lumo to stop selling the toy.
order before | Lumo has received an improvement notice.
warning before | Lumo received a formal warning.
warning after | The commission sent a warning letter to Lumo.
warning before | Lumo was formally warned.
injunction after | The agency obtained an injunction against Lumo.
injunction after | The court granted an injunction against Lumo.
investigation after | Ofcom opens probe into Lumo
investigation after | The commission has launched a formal investigation into Lumo.
investigation before | Lumo is under investigation by the commission.
investigation after | The commission is investigating Lumo.
investigation after | The commission sent a statement of objections to Lumo.
other after | The agency sued Lumo in federal court.
other after | The agency filed a complaint against Lumo.
other after | The commission is taking Lumo to court.
-  | There is a fine line between advice and selling.
-  | Fans blocked the road and ordered lunch.
-  | Lumo could be fined up to 4% of its turnover.
-  | Lumo faces fines of up to 20 million euros if it fails to comply.
-  | The agency did not fine Lumo.
-  | Lumo escaped a fine.
-  | No fine was imposed on Lumo.
-  | The regulator stopped short of a fine.
-  | Campaigners urged the regulator to fine Lumo.
-  | The Bill would let the regulator fine companies 5% of turnover.
-  | The regulator has fined no one in this market.
-  | The striker missed a penalty kick.
-  | He said he was fine with the change.
-  | Lumo may be fined later this year.
-  | Shoppers will pay for delivery from next month.
-  | The regulator has the power to impose fines.
-  | The family settled in Leeds.
-  | Under the rules, companies can be fined 4% of turnover.
-  | Buy now, pay later is popular.
reprimand after | The agency issued no fine but reprimanded Lumo.
fine after | Not only did the regulator fine Lumo: it fined Barset too.
fine after | The leak set Marbury Foods back £90,000.
fine before | Marbury Foods must hand over £90,000.
settlement before | Marbury Foods agreed to pay $3 million.
settlement before | Marbury Foods agreed a £2m redress package.
warning after | The FCA is warning consumers about Coinquay.
warning after | The agency warned the public against Coinquay.
- | Coinquay warned that markets may fall.
injunction after | A judge granted the agency’s request for an injunction against Marbury Foods.
investigation noun | In the preliminary view of 5 May the app breaks the rules.
other after | The agency filed a lawsuit seeking an injunction against Marbury Foods.
""",
    "de": """
ban before | Die Finma, die Merkur die Lizenz entzog, sucht Personal.
fine before | Merkur war 2012 mit 156 Millionen Franken belegt worden.
fine before | Das Amt hat Merkur mit 5 Mio. Euro belegt.
fine after | Das Amt bebußte Merkur mit 5 Millionen Euro.
order after | Die Aufsicht beschränkte das Neukundengeschäft von Merkur.
order after | Die Aufsicht deckelt bei Merkur die Neukunden.
- | Das Amt empfahl Merkur, den Zwang zum Kundenkonto aufzuheben.
fine before | Die Handelskette Merkur muss 40.000 Euro berappen.
fine before | Der Merkur GmbH kam das Leck teuer zu stehen.
fine before | Merkur musste eine Buße von 40.000 Euro hinnehmen.
fine after | Die Behörde ahndet das mit einer Geldbuße von 40.000 Euro gegen Merkur.
order before | Gegenüber Merkur wurde angeordnet, die Daten zu löschen.
order after | Die Behörde lässt die Rufnummern von Merkur abschalten.
ban after | Das Amt entzog ihr die Registrierung.
ban before | Merkur darf keine Neukunden mehr aufnehmen.
ban after | Die Aufsicht stoppte Merkur.
other after | Die Aufsicht zieht unrechtmäßige Gewinne von Merkur ein.
settlement before | Merkur zahlt 40.000 Euro, um den Streit beizulegen.
settlement before | Merkur hat sich mit dem Amt verständigt.
warning after | Die BaFin warnt vor Angeboten der Merkur Ltd.
warning after | Die Aufsicht warnt Verbraucher ausdrücklich vor Merkur.
- | Der Trainer warnte vor zu hohen Erwartungen.
- | Die Kammer warnt vor dem Mangel an Fachkräften.
fine after | Die Finanzaufsicht verhängte ein Bußgeld von 5 Mio. Euro gegen die Halden Bank.
fine before | Die BaFin hat gegen die Halden Bank ein Bußgeld in Höhe von 5 Millionen Euro verhängt.
fine after | Bafin brummt Halden Bank Millionenstrafe auf
fine before | Die Halden Bank wurde mit einem Bußgeld belegt.
fine before | Die Halden Bank ist zu einer Geldbuße von 2 Mio. Euro verurteilt worden.
fine before | Die Halden Bank muss 5 Millionen Euro zahlen.
fine before | Die Halden Bank zahlt 5 Millionen Euro.
fine before | Die Halden Bank kassiert ein Rekordbußgeld.
fine after | Datenschützer verdonnern: Behörde bestraft Lumo mit 2 Mio. Euro
fine after | Kartellbuße gegen Zementhersteller Lumo
fine after | Der Bußgeldbescheid gegen Lumo ist ergangen.
fine before | Lumo erhielt einen Bußgeldbescheid über 90.000 Euro.
fine after | Wettbewerbshüter belegten Lumo mit einer Geldbuße.
fine before | Lumo wurde mit 2 Mio. Euro gebüsst.
fine noun | Das Gericht hat die Buße gekürzt.
fine noun | Der Bundesgerichtshof hob das Bußgeld auf.
penalty-payment after | Die Behörde setzte ein Zwangsgeld gegen Lumo fest.
settlement before | Lumo einigte sich mit der Behörde.
settlement after | Die Behörde schloss einen Vergleich mit Lumo.
reprimand after | Die Behörde sprach eine Verwarnung gegen Lumo aus.
reprimand after | Die Aufsicht rügte den Versicherer Lumo.
reprimand before | Lumo erhielt eine Rüge.
reprimand before | Lumo kam mit einer Ermahnung davon.
reprimand before | Lumo ist verwarnt worden.
ban after | Die Behörde untersagte Lumo das Neugeschäft.
ban before | Lumo wurde der Vertrieb untersagt.
ban after | Die Bafin entzog Lumo die Lizenz.
ban before | Lumo wurde die Erlaubnis entzogen.
order after | Die Behörde ordnete gegenüber Lumo die Löschung der Daten an.
order before | Lumo wurde angewiesen, die Daten zu löschen.
order after | Die Behörde wies Lumo an, die Daten zu löschen.
order after | Die Behörde erließ eine Anordnung gegen Lumo.
order after | Die Aufsicht verpflichtete Lumo, die Mängel zu beseitigen.
warning before | Lumo ist abgemahnt worden.
warning before | Lumo erhielt eine Abmahnung.
investigation after | Das Kartellamt leitete ein Verfahren gegen Lumo ein.
investigation after | Das Kartellamt ermittelt gegen Lumo.
investigation after | Kartellamt nimmt Lumo ins Visier
investigation before | Gegen Lumo wurde ein Missbrauchsverfahren eröffnet.
injunction after | Das Gericht erließ eine einstweilige Verfügung gegen Lumo.
other after | Die Verbraucherzentrale verklagt Lumo.
-  | Lumo droht ein Bußgeld in Millionenhöhe.
-  | Die Behörde verhängte kein Bußgeld gegen Lumo.
-  | Die Behörde verzichtete auf ein Bußgeld.
-  | Die Behörde könnte ein Bußgeld verhängen.
-  | Nach dem Entwurf soll die Behörde Bußgelder von bis zu 500.000 Euro verhängen.
-  | Verbraucherschützer fordern ein Bußgeld gegen Lumo.
-  | Im Vergleich zum Vorjahr stieg der Umsatz.
-  | Der Angeklagte erhielt eine Freiheitsstrafe.
-  | Die neuen Zahlen liegen vor.
-  | Lumo kam ohne Bußgeld davon.
""",
    "fr": """
order after | L’autorité a plafonné les nouveaux clients de Veltis.
ban before | L’affiche de Lumo ne doit plus être diffusée.
- | La société se disait prête à payer 3 millions d’euros.
fine after | La CNIL a infligé une amende de 2 millions d’euros à Lumo.
fine after | La CNIL inflige 2 millions d’euros d’amende à Lumo
fine after | L’autorité a condamné Lumo à une amende de 2 millions d’euros.
fine before | Lumo a été condamnée à une amende de 2 millions d’euros.
fine before | Lumo condamnée à 2 millions d’euros d’amende
fine before | Lumo écope d’une amende de 2 millions d’euros.
fine before | Lumo s’est vu infliger une amende de 2 millions d’euros.
fine before | Lumo devra payer 2 millions d’euros.
fine after | L’AMF sanctionne la société Lumo
fine before | Lumo a été sanctionnée par l’AMF.
fine after | La commission a prononcé une sanction de 600 000 euros à l’encontre de Lumo.
fine after | Une amende de 2 millions d’euros a été prononcée contre Lumo.
fine after | Amende record contre Lumo
fine noun | Le Conseil d’État a réduit l’amende.
fine noun | La cour d’appel a annulé la sanction.
penalty-payment before | Lumo a reçu une astreinte de 5 000 euros par jour.
settlement before | Lumo accepte de payer 2 millions d’euros.
settlement after | L’autorité a conclu une transaction avec Lumo.
reprimand after | La CNIL a rappelé à l’ordre la société Lumo.
reprimand before | Lumo a reçu un blâme.
reprimand before | Lumo a été rappelée à l’ordre.
reprimand after | L’ACPR a prononcé un blâme à l’encontre de Lumo.
warning before | Lumo a reçu un avertissement.
warning after | L’autorité a adressé un avertissement à Lumo.
ban before | Lumo est interdite d’exercer.
ban after | L’autorité a retiré l’agrément de Lumo.
ban before | L’agrément de Lumo a été retiré.
order after | La DGCCRF a enjoint à Lumo de cesser ces pratiques.
order after | La CNIL a mis en demeure Lumo.
order before | Lumo a été mise en demeure.
order after | La CNIL adresse une injonction à Lumo.
order after | Le régulateur met en demeure l’opérateur Lumo
investigation after | L’autorité a ouvert une enquête sur Lumo.
investigation before | Lumo fait l’objet d’une enquête.
investigation after | La Commission a adressé une communication des griefs à Lumo.
other after | L’association a assigné Lumo.
-  | Lumo risque une amende de 20 millions d’euros.
-  | La CNIL pourrait infliger une amende à Lumo.
-  | Aucune amende n’a été infligée à Lumo.
-  | Lumo échappe à une amende.
-  | La loi permet à la CNIL d’imposer des sanctions allant jusqu’à 20 millions.
-  | Le rapporteur a requis une amende contre Lumo.
-  | Lumo encourt une amende de 20 millions d’euros.
-  | Le prix à payer pour cette croissance est élevé.
-  | L’autorité n’a pas sanctionné Lumo.
fine before | Veltis devra mettre la main à la poche à hauteur de 30 000 euros.
fine before | Veltis s’en tire avec 30 000 euros.
fine before | La mutuelle Veltis en est quitte pour 30 000 euros.
fine noun | L’oubli coûte 30 000 euros à Veltis.
fine noun | La facture est salée pour Veltis : elle atteint 30 000 euros.
fine after | Le tribunal a ordonné à Veltis de verser 30 000 euros.
fine before | Veltis a été verbalisée à deux reprises.
settlement before | Veltis verse 30 000 euros pour éviter un procès.
ban after | Le préfet a fermé l’établissement de Veltis.
ban before | Veltis ne pourra plus démarcher ses clients.
order after | L’agence a mis hier Veltis en demeure.
order after | Le juge contraint Veltis à rembourser ses abonnés.
investigation after | Des visites inopinées ont eu lieu : perquisitions chez Veltis.
investigation before | La filiale est soupçonnée d’abus de position dominante.
- | Veltis suspend ses livraisons pendant l’été.
- | La loi interdit le dépôt sauvage.
- | Veltis bloque les comptes inactifs.
- | La banque a violé l’interdiction de fumer dans ses locaux.
- | Le club mène une enquête de satisfaction auprès des abonnés.
fine after | La Cnil vient de sanctionner Veltis.
fine after | L’autorité vient d’infliger à Veltis une amende.
investigation after | Bruxelles vient d’ouvrir une enquête contre Veltis.
- | Il faut sanctionner les abus.
""",
    "nl": """
ban after | De AFM, die de vergunning van Lumo introk, zoekt personeel.
order after | De toezichthouder beperkte het aantal nieuwe klanten van Merkur.
fine before | Merkur moet 40.000 euro ophoesten.
fine before | Het lek kwam Merkur duur te staan.
fine before | Merkur kreeg een rekening van 40.000 euro gepresenteerd.
penalty-payment before | Merkur verbeurt 40.000 euro.
reprimand before | Merkur is door de waakhond op de vingers getikt.
order before | Merkur is onder verscherpt toezicht gesteld.
order after | De inspectie stelt Merkur onder verscherpt toezicht.
ban before | Merkur mag geen klanten meer aannemen.
warning after | De AFM waarschuwt beleggers voor Merkur.
warning after | De toezichthouder waarschuwt voor het bedrijf Merkur.
investigation after | Brussel stuurde voorlopige bevindingen.
- | De trainer waarschuwde voor overmoed.
fine after | De ACM legt Lumo een boete van 2 miljoen euro op.
fine before | De ACM heeft Lumo een boete opgelegd.
fine after | De ACM heeft een boete opgelegd aan Lumo.
fine before | Lumo krijgt een boete van 2 miljoen euro.
fine before | Lumo moet 2 miljoen euro betalen.
fine after | Miljoenenboete voor Lumo
fine after | Toezichthouder beboet Lumo
fine before | Lumo is beboet.
fine before | Lumo werd voor 2 miljoen euro beboet.
fine after | De boete van 2 miljoen euro voor Lumo blijft in stand.
fine after | AP deelt boete uit aan Lumo
fine noun | De rechter verlaagt de boete.
fine noun | De rechtbank vernietigde het boetebesluit.
penalty-payment before | Lumo kreeg een dwangsom van 5.000 euro per dag opgelegd.
penalty-payment after | De AP legde Lumo een last onder dwangsom op.
penalty-payment before | Lumo kreeg een last onder dwangsom.
order after | De toezichthouder gelast Lumo te stoppen.
order before | Lumo moet stoppen met de verkoop.
order after | De DNB gaf Lumo een aanwijzing.
settlement after | Het OM trof een schikking met Lumo.
settlement before | Lumo schikt voor 2 miljoen euro.
settlement before | Lumo heeft toezeggingen gedaan.
reprimand after | De AP berispt gemeente Barset
reprimand before | Barset kreeg een berisping.
reprimand before | Barset is berispt.
ban after | De AP verbiedt Lumo nog gegevens te verwerken.
ban before | De vergunning van Lumo is ingetrokken.
ban after | De AP legde een verwerkingsverbod op aan Lumo.
warning before | Lumo kreeg een formele waarschuwing.
warning after | De AFM gaf een waarschuwing aan Lumo.
investigation after | De ACM start een onderzoek naar Lumo.
investigation after | De ACM onderzoekt Lumo.
investigation before | Lumo ligt onder vuur en is onder onderzoek.
other after | De stichting sleept Lumo voor de rechter.
-  | Lumo riskeert een boete van 20 miljoen euro.
-  | De AP kan een boete opleggen.
-  | De ACM legde geen boete op.
-  | Lumo ontsnapt aan een boete.
-  | De Consumentenbond eist een boete voor Lumo.
-  | Het wetsvoorstel voorziet in boetes tot 20 miljoen euro.
-  | Uit onderzoek blijkt dat klanten later betalen.
-  | Hij legt uit wat er gebeurde.
""",
    "it": """
- | Il giudice censura la quantificazione.
- | L’associazione chiede un rimborso medio di 45 euro.
fine after | Il Consiglio ha adottato un’ordinanza-ingiunzione.
order after | Bankitalia ha limitato i nuovi clienti di Lumia.
ban before | Il manifesto di Lumo non deve più apparire.
fine after | Il Garante ha multato Lumo per 2 milioni di euro.
fine after | L’Antitrust multa Lumo
fine after | Multa da 2 milioni a Lumo
fine after | L’Agcm ha irrogato una sanzione di 2 milioni di euro a Lumo.
fine after | Il Garante ha inflitto a Lumo una sanzione di 2 milioni.
fine after | Consob sanziona Lumo
fine before | Lumo è stata multata dal Garante.
fine before | Lumo è stata sanzionata per 2 milioni.
fine before | A Lumo è stata comminata una multa di 2 milioni.
fine before | Lumo dovrà pagare 2 milioni di euro.
fine before | Lumo ha ricevuto una multa di 2 milioni.
fine after | Sanzione nei confronti di Lumo
fine after | Multata Lumo, 2 milioni per pratiche scorrette
fine noun | Il Tar ha ridotto la multa.
fine noun | Il Consiglio di Stato ha annullato la sanzione.
reprimand after | Il Garante ha ammonito il Comune di Barseto.
reprimand before | Il Comune di Barseto è stato ammonito.
reprimand before | Lumo ha ricevuto un ammonimento.
ban after | Il Garante blocca Lumo
ban after | Il Garante ha vietato a Lumo il trattamento dei dati.
ban before | Lumo è stata bloccata dal Garante.
ban after | Banca d’Italia ha revocato l’autorizzazione a Lumo.
ban after | Il Garante ha disposto la limitazione provvisoria del trattamento nei confronti di Lumo.
order after | Il Garante ha ingiunto a Lumo di cancellare i dati.
order after | L’Autorità ordina a Lumo di cessare la pratica.
order after | L’Agcm ha diffidato Lumo.
order before | Lumo è stata diffidata.
warning after | Il Garante ha rivolto un avvertimento a Lumo.
settlement before | Lumo ha presentato impegni.
settlement after | L’Antitrust ha accettato gli impegni di Lumo.
investigation after | L’Antitrust ha avviato un’istruttoria nei confronti di Lumo.
investigation after | Il Garante apre un’istruttoria su Lumo
investigation before | Lumo è sotto indagine.
other after | Il Codacons ha denunciato Lumo.
-  | Lumo rischia una multa fino a 20 milioni.
-  | Il Garante potrebbe sanzionare Lumo.
-  | Nessuna multa è stata inflitta a Lumo.
-  | Il Garante non ha sanzionato Lumo.
-  | Il disegno di legge prevede sanzioni fino a 5 milioni di euro.
-  | Il Codacons chiede una multa per Lumo.
-  | A causa della pioggia il treno si ferma.
-  | Con il compra ora, paga dopo si spende di più.
-  | Lumo evita la multa.
fine before | Veltis se la cava con 30mila euro.
fine before | Veltis dovrà mettere mano al portafoglio per 30mila euro.
fine noun | È costata cara la svista a Veltis: 30mila euro.
fine noun | Il Garante presenta il conto a Veltis, 30mila euro.
fine noun | Batosta da 30mila euro per Veltis.
fine after | Il giudice ha ordinato a Veltis il pagamento di 30mila euro.
settlement before | Veltis chiude il contenzioso versando 30mila euro.
ban after | Stop del Garante a Veltis.
ban after | La Consob ha sospeso la licenza di Veltis.
ban before | Veltis non potrà più raccogliere dati.
order before | Veltis dovrà rimborsare gli abbonati.
investigation after | Faro della Consob su Veltis.
investigation after | Il Garante ha chiesto chiarimenti a Veltis.
investigation before | Anche Veltis finisce nel mirino dell’Autorità.
penalty-payment noun | Il giudice ha fissato una penale di 1.000 euro.
- | Veltis sospende le corse notturne.
- | La legge vieta gli schiamazzi.
- | L’accusa parla di violazione del divieto di pubblicità.
- | Veltis blocca i profili falsi.
- | Il gruppo cita un’indagine di mercato.
fine after | Il Garante ha deciso di sanzionare Veltis.
fine after | L’Autorità ha deciso di infliggere a Veltis una multa.
- | Serve sanzionare gli abusi.
""",
    "es": """
order after | El supervisor limitó la captación de nuevos clientes de Lumora.
ban before | El anuncio de Lumo no debe volver a emitirse.
fine after | La CNMC ha multado a Lumo con 2 millones de euros.
fine after | Consumo multa a Lumo
fine after | La AEPD impuso una sanción de 2 millones de euros a Lumo.
fine after | La AEPD ha impuesto a Lumo una multa de 2 millones.
fine after | La CNMV sanciona a Lumo
fine after | Multa de 2 millones a Lumo
fine before | Lumo fue multada con 2 millones.
fine before | Lumo ha sido sancionada por la CNMC.
fine before | Lumo, multada con 2 millones por la CNMC
fine before | Lumo deberá pagar 2 millones de euros.
fine before | Lumo recibió una multa de 2 millones.
fine after | La sanción contra Lumo asciende a 2 millones.
fine noun | La Audiencia Nacional anuló la multa.
fine noun | El Supremo rebajó la sanción.
penalty-payment after | La autoridad impuso una multa coercitiva a Lumo.
reprimand after | La AEPD ha apercibido al Ayuntamiento de Barseto.
reprimand before | El Ayuntamiento ha sido apercibido.
reprimand before | Lumo recibió un apercibimiento.
reprimand after | La AEPD dirige un apercibimiento a Lumo.
ban after | La AEPD prohíbe a Lumo tratar los datos.
ban before | Lumo ha sido bloqueada.
ban after | El Banco de España retiró la licencia a Lumo.
order after | La Superintendencia ordenó a Lumo suspender los cobros.
order after | La AEPD requiere a Lumo que borre los datos.
order after | El Ministerio dictó una orden de cese contra Lumo.
order before | Lumo ha sido requerida por la autoridad.
investigation after | La CNMC abre un expediente a Lumo.
investigation after | La CNMC ha incoado un expediente sancionador contra Lumo.
investigation after | La SIC formuló cargos contra Lumo.
investigation after | Consumo investiga a Lumo
investigation before | Lumo está siendo investigada.
settlement before | Lumo acordó pagar 2 millones.
settlement after | La CNMC aceptó los compromisos de Lumo.
warning after | La CNMV lanzó una advertencia a Lumo.
other after | La organización ha demandado a Lumo.
injunction after | El juez dictó medidas cautelares contra Lumo.
-  | Lumo podría ser multada con 20 millones.
-  | Lumo se enfrenta a una multa de hasta 20 millones.
-  | La AEPD no ha sancionado a Lumo.
-  | Ninguna multa fue impuesta a Lumo.
-  | Facua pide una multa para Lumo.
-  | El proyecto de ley prevé multas de hasta 5 millones.
-  | De acuerdo con la ley, la oferta y la demanda crecen.
-  | Lumo se libra de la multa.
-  | La ley permite imponer sanciones de hasta 20 millones.
fine noun | A Veltis le cuesta 30.000 euros su descuido.
fine noun | El descuido le ha salido por 30.000 euros a Veltis.
fine noun | A Veltis le caen 30.000 euros por espiar.
fine noun | Fisgar le saldrá caro a Veltis: son 30.000 euros.
fine before | Veltis tendrá que hacer frente a 30.000 euros.
fine before | Veltis pasará por caja con 30.000 euros.
fine noun | El castigo para la firma: 30.000 euros.
fine after | El juez ordenó a Veltis pagar 30.000 euros.
fine before | Sin recurso ya, Veltis abonará los 30.000 euros.
settlement before | Veltis zanja el pleito con 30.000 euros.
ban after | La agencia impide a Veltis usar los datos.
ban after | El juez paralizó el servicio de Veltis.
ban before | Veltis no podrá operar en el país.
order before | Veltis deberá destruir los archivos.
reprimand after | Toque de atención de la agencia a Veltis.
investigation after | La comisión pone la lupa en Veltis.
investigation after | La agencia ha iniciado actuaciones contra Veltis.
warning after | El supervisor advirtió a Veltis de su error.
- | Veltis suspende el rodaje hasta mayo.
- | La norma prohíbe el ruido.
- | El supervisor advierte a los ahorradores del fraude.
- | Veltis bloquea las cuentas inactivas.
- | El delantero fue sancionado con dos partidos.
fine after | La CNMC acaba de multar a Veltis.
fine after | El regulador decidió imponer a Veltis una multa.
investigation after | La CNMC acaba de abrir un expediente a Veltis.
- | Conviene sancionar los abusos.
""",
}


def cases() -> list[tuple[str, str, str]]:
    lines = [(language, line) for language, table in SENTENCES.items() for line in table.strip().splitlines()]
    return [(language, *(part.strip() for part in line.split("|", 1))) for language, line in lines]  # type: ignore[misc]


def told(text: str, language: str) -> list[Trigger]:
    """The triggers that tell of a sanction; weak ones only beside a figure."""
    figure = any(letter.isdigit() for letter in text)
    return [
        trigger
        for trigger in find_triggers(text, language)
        if trigger.force in (Force.DONE, Force.PROPOSED) and (figure or not trigger.weak)
    ]


@pytest.mark.parametrize(("language", "expected", "text"), cases())
def test_what_a_sentence_tells(language: str, expected: str, text: str) -> None:
    found = {(trigger.kind, trigger.side) for trigger in told(text, language)}
    if expected == "-":
        assert not found
    else:
        kind, side = expected.split()
        assert (ActionKind(kind), Side(side)) in found


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "The regulator could fine Lumo.", Force.POSSIBLE),
        ("en", "The regulator did not impose a fine on Lumo.", Force.DENIED),
        ("en", "The regulator plans to impose a fine on Lumo.", Force.PROPOSED),
        ("en", "Campaigners called for a fine for Lumo.", Force.ASKED),
        ("en", "In May the regulator fined Lumo.", Force.DONE),
        ("en", "It could have gone to a judge and fined Lumo 5% of its sales.", Force.POSSIBLE),
        ("en", "Lumo, which could not open its books, was examined and fined £2m.", Force.DONE),
        ("de", "Verbraucherschützer fordern eine Geldbuße für Lumo.", Force.ASKED),
        ("de", "Die Behörde will ein Bußgeld gegen Lumo.", Force.PROPOSED),
        ("fr", "Le rapporteur propose une amende contre Lumo.", Force.PROPOSED),
        ("fr", "Lumo n’a pas été sanctionnée.", Force.DENIED),
        ("nl", "De toezichthouder is van plan een boete op te leggen.", Force.PROPOSED),
        ("it", "L’Antitrust potrebbe infliggere una multa a Lumo.", Force.POSSIBLE),
        ("fr", "Bruxelles veut et compte sanctionner Lumo de 5 millions.", Force.PROPOSED),
        ("it", "La Commissione intende sanzionare Lumo per 5 milioni.", Force.PROPOSED),
        ("es", "La comisión pretende sancionar a Lumo con 5 millones.", Force.PROPOSED),
        ("es", "La agencia propone una multa para Lumo.", Force.PROPOSED),
    ],
)
def test_what_is_said_of_the_sanction(language: str, text: str, force: Force) -> None:
    assert force in {trigger.force for trigger in find_triggers(text, language)}


def test_what_is_paid_under_an_agreement_is_no_fine_by_that() -> None:
    found = told("The bureau made a consent agreement with Lumo under which it will pay a $3m penalty.", "en")
    assert {trigger.kind for trigger in found if not trigger.weak} == {ActionKind.SETTLEMENT}


def test_spans_are_the_words_without_what_stands_between() -> None:
    (trigger,) = [each for each in find_triggers("They ordered Lumo to stop.", "en") if not each.weak]
    assert trigger.span.of("They ordered Lumo to stop.") == "ordered"


@pytest.mark.parametrize("junk", ["imposed ", "fine of 5 ", "ordered ", "(“", "A", "12 34 ", "was not "])
def test_a_long_run_of_one_word_is_read_to_its_end(junk: str) -> None:
    text = junk * 2000 + "\nThe regulator fined Lumo."
    assert find_triggers(text, "en")[-1].span.of(text) == "fined"
