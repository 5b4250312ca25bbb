"""Whom a pronoun or a noun means when several people, towns and houses were spoken of: all six languages."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CASES: list[tuple[str, str, str]] = [
    # A house that spoke before is no she, whoever spoke for it.
    (
        "de",
        (
            "Das Bußgeld traf die Kestrel Post. Es sei „überzogen“, sagte eine Sprecherin.\n\nTheodora "
            "Hallbach zeigte sich zufrieden. „Das Geheimnis endet nicht am Briefkasten“, meinte sie."
        ),
        "Theodora Hallbach",
    ),
    # What is read in a note is the company's whose sentence stands before.
    (
        "it",
        (
            "Il Garante ha multato Norvia S.p.A. per i dati. Norvia S.p.A. annuncia ricorso. La decisione è "
            "grave, si legge in una nota: l’importo sarebbe «quasi venti volte» i ricavi."
        ),
        "Norvia S.p.A.",
    ),
    # Whom somebody tells something is somebody else.
    (
        "en",
        (
            "It began with Ruth Adler, of Pike Fork, who paid $900 for a boiler. A plumber told her the "
            "repairs would cost more.\n\n“It smelled of gas,” she said."
        ),
        "Ruth Adler",
    ),
    (
        "de",
        (
            "Es begann mit Ruth Adler aus Dorsten, die 900 Euro zahlte. Ein Klempner sagte ihr, es werde "
            "teuer.\n\n„Es roch nach Gas“, sagte sie."
        ),
        "Ruth Adler",
    ),
    (
        "fr",
        (
            "Tout commence avec Claire Morel, de Vannes, qui a payé 900 euros. Un plombier lui a dit que "
            "ce serait cher.\n\n« Ça sentait le gaz », raconte-t-elle."
        ),
        "Claire Morel",
    ),
    (
        "nl",
        (
            "Het begon met Anna de Wit uit Assen, die 900 euro betaalde. Een loodgieter vertelde haar dat "
            "het duur werd.\n\n‘Het rook naar gas’, zegt ze."
        ),
        "Anna de Wit",
    ),
    # Whoever was brought up without a name stays without one.
    (
        "en",
        (
            "Kim Doyle ran Fern Hill School. It was spotted by a volunteer who filed the receipts.\n\n“I "
            "thought so too,” said the volunteer, who did not want to be named."
        ),
        "",
    ),
    (
        "de",
        (
            "Kim Voss leitet die Schule. Gemeldet hat es eine Freiwillige, die Belege abheften "
            "sollte.\n\n„Das dachte ich auch“, sagt die Freiwillige."
        ),
        "",
    ),
    (
        "fr",
        (
            "Paul Morel dirige l’école. Le tout a été repéré par une bénévole chargée des reçus.\n\n« Je "
            "le croyais aussi », dit la bénévole."
        ),
        "",
    ),
    (
        "en",
        (
            "“It is done,” said Sonya Bright, the minister.\n\nA gate agent who left last spring, and who "
            "asked not to be named, said that staff were told to wait. “On the fourth time you could "
            "blink,” she said."
        ),
        "",
    ),
    (
        "en",
        (
            "Vera Amory of the union was pleased.\n\nMr Reay’s mother, who sat through the hearing, said "
            "that the money meant nothing. “He wanted to be a drummer,” she said."
        ),
        "",
    ),
    # What a sentence is about comes before a house that is only within it.
    (
        "en",
        (
            "Norvale Air was fined.\n\nGrand Chief Darlene Stone, who speaks for five of the towns that "
            "Norvale serves, was less worried.\n\n“When the planes stop, a cabbage is $14,” she said."
        ),
        "Darlene Stone",
    ),
    # A surname alone makes the full name before it a person's.
    (
        "en",
        (
            "Zelmira Vanstory runs the office.\n\nStanding on the steps, Vanstory said she was not "
            "joking.\n\n“We have a mouse in a bag,” she said."
        ),
        "Zelmira Vanstory",
    ),
    (
        "it",
        "La denuncia porta la firma di Zelmira Vanzago.\n\nVanzago non si pente. «Lo rifarei», dice.",
        "Zelmira Vanzago",
    ),
    # Names: of nobility, of a company with a given name in it; a sum is none.
    (
        "en",
        "Commissioner Aveline d’Entremont has a staff of 12.\n\n“I can write you a letter,” she said.",
        "Aveline d’Entremont",
    ),
    (
        "en",
        "Ask Penny\n\nAurora Wings can ask for a review. The company said that it was “the perfect storm”.",
        "Aurora Wings",
    ),
    (
        "en",
        (
            "In July, the firm MultiBox was fined N766.2 million. The company said it was “consulting its "
            "lawyers”."
        ),
        "MultiBox",
    ),
    # Whom a house, a text or a body belongs to.
    (
        "en",
        (
            "Palisade paid. A spokesman for the firm’s custodian, Gulfstate Clearing, said it “provides "
            "plumbing, not advice.”"
        ),
        "Gulfstate Clearing",
    ),
    (
        "en",
        (
            "Hushbox has a rival. A spokesperson for a rival maker, told of it, wrote back that it was "
            "“adorable”."
        ),
        "",
    ),
    (
        "de",
        "Kastell Funk hat Konkurrenz. Ein Sprecher eines Konkurrenten sagte, das sei „niedlich“.",
        "",
    ),
    (
        "fr",
        "Orrin Télécom a un rival. Une porte-parole d’un concurrent a jugé cela « charmant ».",
        "",
    ),
    (
        "es",
        "Orrin Telecom tiene un rival. Una portavoz de una empresa rival dijo que era «adorable».",
        "",
    ),
    (
        "it",
        "Orrin Telecom ha un rivale. Una portavoce di un’azienda rivale ha detto che è «adorabile».",
        "",
    ),
    (
        "nl",
        "Orrin Telecom heeft een rivaal. Een woordvoerder van een concurrent noemde het ‘schattig’.",
        "",
    ),
    (
        "en",
        (
            "Kvikta, a subsidiary of the Dutch group Paldis, grew. The firm replied that the task had been "
            "“outsourced to trust”."
        ),
        "Kvikta",
    ),
    (
        "en",
        (
            "Piers Lonsdale was sorry. He received a bonus that a parliamentary committee described as “a "
            "reward for gravity”."
        ),
        "",
    ),
    (
        "fr",
        (
            "Paul Morel regrette. Il a touché une prime qu’une commission parlementaire a qualifiée de « "
            "récompense »."
        ),
        "",
    ),
    (
        "es",
        (
            "Pablo Ruiz lo lamenta. Cobró una prima que un comité parlamentario calificó de «premio a la "
            "gravedad»."
        ),
        "",
    ),
    (
        "nl",
        "Piet Blok heeft spijt. Hij kreeg een bonus die een parlementaire werkgroep ‘een beloning’ noemde.",
        "",
    ),
    (
        "en",
        (
            "Harrow & Finch promised safety, while an engineer’s memo, never passed on, described the "
            "walls as “a pillow”."
        ),
        "",
    ),
    (
        "en",
        (
            "The Food and Drug Administration knows. Her supervisor returned it with two words in the "
            "margin: “Not now.”"
        ),
        "",
    ),
    (
        "en",
        (
            "In August, a parents’ coalition asked the Texas Attorney General to take on the app, whose "
            "design it calls “predatory.” Wobbl has not replied."
        ),
        "",
    ),
    (
        "en",
        (
            "Wade Carrizales has sued Pinebrook Motors. Pinebrook’s lawyer told a judge that the tires “do "
            "contain nitrogen”."
        ),
        "Pinebrook Motors",
    ),
    (
        "en",
        (
            "It emerged that Zentrova kept the books of customers on a server that the agency called “a "
            "gossip machine”.\n\nThe Federal Trade Commission has also accused Zentrova of more."
        ),
        "Federal Trade Commission",
    ),
    # What a pronoun for a house means.
    (
        "en",
        (
            "No regulator has acted against Bazaarly, a point the company was quick to make. In a "
            "statement it called the claim “a lottery ticket”."
        ),
        "Bazaarly",
    ),
    (
        "en",
        "The High Court was not persuaded. Gossip, it remarked, “does not come with figures”.",
        "High Court",
    ),
    (
        "en",
        "Rory Kessinger left. In one he told a colleague that it was “free money till the grown-ups look.”",
        "Rory Kessinger",
    ),
    (
        "en",
        (
            "Fundy Light declined to come. In a letter, its vice-president of customer care, Sunita Bhatt, "
            "wrote that it has “co-operated fully.”"
        ),
        "Sunita Bhatt",
    ),
    (
        "en",
        (
            "Inspectors went to Zippet under the Equipment (Safety) Regulations. A spokesperson for the "
            "importer said it was “puzzled”."
        ),
        "Zippet",
    ),
    # Names with initials, nicknames and titles in brackets; what is no name.
    (
        "en",
        (
            'The owner of the Hungry Pilgrim, Eugene "Chips" Noone, was in good form.\n\n"The tank ran '
            'dry," he said.'
        ),
        "Eugene Noone",
    ),
    (
        "en",
        (
            "Economist Prof. K. Venugopal Rao, on the other hand, points to prices. “The raid was the "
            "penalty. The rest is stationery.”"
        ),
        "K. Venugopal Rao",
    ),
    (
        "en",
        "Bountiful Mart is sorry. Chief (Mrs) Remilekun Balogun added: “Our lawyers have been briefed.”",
        "Remilekun Balogun",
    ),
    (
        "en",
        (
            "Accompanying the warning, a nine-page statement contains one sentence: “Anonymity was "
            "marketed as a feature.”"
        ),
        "",
    ),
    (
        "en",
        (
            "A trader, who gave her name simply as Iya Basira, had no plan to stop. “Light is our "
            "problem,” she said."
        ),
        "Iya Basira",
    ),
    (
        "en",
        (
            "Madam Rohani Salleh noticed it first.\n\n“Somebody brought a drink,” said the 67-year-old "
            "retiree."
        ),
        "Rohani Salleh",
    ),
    (
        "en",
        (
            "Deputy Chair Imogen Vass told a Senate estimates committee on Monday that “a penalty is a "
            "penalty”."
        ),
        "Imogen Vass",
    ),
    # Whose words they are.
    (
        "en",
        (
            "Elevators that Hanneman described as brimming were “in two instances empty,” in the agency’s "
            "words.\n\nThe Federal Trade Commission found it."
        ),
        "Federal Trade Commission",
    ),
    (
        "en",
        "Ada Ward disclosed this yesterday. Her words: “It is as simple as that.”",
        "Ada Ward",
    ),
    (
        "de",
        "Uwe Lenz gab es gestern bekannt. Seine Worte: „So einfach ist das.“",
        "Uwe Lenz",
    ),
    (
        "es",
        "Ana Ruiz lo reveló ayer. Sus palabras: «Es así de sencillo».",
        "Ana Ruiz",
    ),
    (
        "fr",
        "Anne Morel l’a révélé hier. Ses mots : « C’est aussi simple que cela. »",
        "Anne Morel",
    ),
    (
        "it",
        "Anna Neri lo ha rivelato ieri. Le sue parole: «È semplice così».",
        "Anna Neri",
    ),
    (
        "nl",
        "Anna de Wit maakte het gisteren bekend. Haar woorden: ‘Zo simpel is het.’",
        "Anna de Wit",
    ),
    (
        "en",
        (
            "In a statement read out in court, Jo Pashley described her husband as a man who could mend "
            "anything. “The fine goes to the Treasury,” it said."
        ),
        "Jo Pashley",
    ),
    (
        "en",
        (
            "The High Court applied the principle. It noted that a third came from a hotel. “It is "
            "nobody’s case that the hotel was cartelised,” the order says.\n\nThe Competition Commission "
            "of India was silent. The Competition Commission of India lost."
        ),
        "High Court",
    ),
    (
        "en",
        (
            "Sivakumar was asked whether a director should sign what he can’t read. Ann Sivakumar replied: "
            "“You have never bought a phone?”"
        ),
        "Ann Sivakumar",
    ),
    # What a reporter asks in the line before is answered.
    (
        "en",
        (
            "I called Doreen Cardinal, who traps there. I asked whether she’d told them.\n\n“I phoned them "
            "on day two. Nice man.”"
        ),
        "Doreen Cardinal",
    ),
    (
        "de",
        (
            "Ich rief Doris Kern an, die dort fischt. Ich fragte, ob sie es gemeldet habe.\n\n„Ich rief am "
            "zweiten Tag an. Netter Mann.“"
        ),
        "Doris Kern",
    ),
    (
        "fr",
        (
            "J’ai appelé Claire Morel, qui pêche là. Je lui ai demandé si elle l’avait signalé.\n\n« J’ai "
            "appelé le deuxième jour. »"
        ),
        "Claire Morel",
    ),
    (
        "nl",
        (
            "Ik belde Anna de Wit, die daar vist. Ik vroeg of ze het had gemeld.\n\n‘Ik belde op dag twee. "
            "Aardige man.’"
        ),
        "Anna de Wit",
    ),
    (
        "es",
        (
            "Llamé a Ana Ruiz, que pesca allí. Le pregunté si lo había denunciado.\n\n«Llamé el segundo "
            "día. Un hombre amable»."
        ),
        "Ana Ruiz",
    ),
    (
        "it",
        (
            "Ho chiamato Anna Neri, che pesca lì. Le ho chiesto se lo avesse segnalato.\n\n«Ho chiamato il "
            "secondo giorno. Un uomo gentile»."
        ),
        "Anna Neri",
    ),
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
    # Known wordings of desks.
    (
        "en",
        (
            "The Consumer Financial Protection Bureau sued Acme Lending. The loans were, in the Bureau’s "
            "words, “a debt trap by design”."
        ),
        "Consumer Financial Protection Bureau",
    ),
    (
        "en",
        (
            "The Consumer Financial Protection Bureau sued Acme Lending. The loans were, the Bureau’s "
            "lawyers wrote, “a debt trap by design”."
        ),
        "Consumer Financial Protection Bureau",
    ),
    (
        "en",
        (
            "The Information Commissioner’s Office wrote to Acme Lending on Monday. “You have 30 days to "
            "reply,” the letter says."
        ),
        "Information Commissioner's Office",
    ),
    (
        "en",
        "Acme Lending has written to customers. “We are sorry,” says the letter, which arrived on Monday.",
        "Acme Lending",
    ),
    (
        "en",
        (
            "Two directors of Acme Lending were banned. Paul Kent and Ruth Abel had run it since 2019. “We "
            "made mistakes,” said Mr Kent."
        ),
        "Paul Kent",
    ),
    (
        "en",
        (
            "Interview\n\nRuth Abel runs FairPay, a charity.\n\nWhat changes now?\n\n“Nothing, for a "
            "year.”\n\nAnd after that?\n\n“Then the banks pay.”"
        ),
        "Ruth Abel",
    ),
    (
        "en",
        (
            "I met Ruth Abel, who runs FairPay, in Leeds. What changes now?\n\n“Nothing, for a year,” she "
            "says."
        ),
        "Ruth Abel",
    ),
    (
        "en",
        "A spokesman for Acme Lending, which has 40 branches, said the bank was “surprised”.",
        "Acme Lending",
    ),
    (
        "en",
        "Acme Lending’s spokesman would only say that it was “surprised”.",
        "Acme Lending",
    ),
    (
        "en",
        "Asked for comment, Acme Lending sent one line: “We disagree.”",
        "Acme Lending",
    ),
    (
        "en",
        (
            "Acme Lending did not reply to questions. Its website still promises “loans in ten minutes, "
            "whatever your past”."
        ),
        "Acme Lending",
    ),
    (
        "en",
        "Ruth Abel, for the charity, put it more bluntly. “They knew.”",
        "Ruth Abel",
    ),
    (
        "en",
        "Ruth Abel of FairPay shook her head. “They knew.”",
        "Ruth Abel",
    ),
    (
        "en",
        "“They knew,” Ruth Abel, the head of FairPay, told the Guardian.",
        "Ruth Abel",
    ),
    (
        "en",
        "“They knew” is how Ruth Abel of FairPay puts it.",
        "Ruth Abel",
    ),
    (
        "en",
        "Ruth Abel’s verdict on the fine: “A parking ticket.”",
        "Ruth Abel",
    ),
    (
        "en",
        "The reaction of Ruth Abel, head of FairPay, was blunt: “A parking ticket.”",
        "Ruth Abel",
    ),
    (
        "en",
        (
            "In an interview with the Guardian last week, FairPay head Ruth Abel said the fine was “a "
            "parking ticket”."
        ),
        "Ruth Abel",
    ),
    (
        "en",
        "The judge, Mrs Justice Holroyd, found the evidence of Mr Kent “evasive and at times absurd”.",
        "Justice Holroyd",
    ),
    (
        "en",
        (
            "The tribunal held that Acme Lending had been “reckless”, a word it used eleven times.\n\nThe "
            "Upper Tribunal sat in London."
        ),
        "Upper Tribunal",
    ),
    (
        "en",
        "Paul Kent’s barrister, Ruth Abel KC, said he was “a broken man”.",
        "Ruth Abel KC",
    ),
    (
        "en",
        (
            "Neither Kent nor his lawyers responded. In court papers he had called the case “a witch "
            "hunt”.\n\nPaul Kent lives in Leeds."
        ),
        "Paul Kent",
    ),
    (
        "en",
        (
            "According to the complaint, which was filed by the Federal Trade Commission on Monday, Acme "
            "Lending told staff to “wear them down”."
        ),
        "Acme Lending",
    ),
    (
        "en",
        "One internal email, cited by the Federal Trade Commission, reads: “Wear them down.”",
        "",
    ),
    (
        "en",
        "An Acme Lending manager wrote in 2021: “Wear them down.”",
        "",
    ),
    (
        "en",
        "Consumer groups cheered. “About time,” said FairPay.",
        "FairPay",
    ),
    (
        "en",
        "“About time,” said a spokesperson for FairPay, a charity that helped bring the case.",
        "FairPay",
    ),
    (
        "en",
        "“About time,” a FairPay spokeswoman said.",
        "FairPay",
    ),
    (
        "en",
        "Ruth Abel, the commissioner, did not hide her anger. “About time,” was her comment.",
        "Ruth Abel",
    ),
    (
        "en",
        "Senator Paul Kent (R-Ohio) called the settlement “a slap on the wrist”.",
        "Paul Kent",
    ),
    (
        "en",
        "Justice Anil Rao (retd.), who headed the panel, described the conduct as “brazen”.",
        "Anil Rao",
    ),
    (
        "en",
        "Ruth Abel, 54, from Leeds, lost £4,000. “I cried for a week,” the mother of three said.",
        "Ruth Abel",
    ),
    (
        "en",
        "Ruth Abel, 54, from Leeds, lost £4,000. “I cried for a week,” says the nurse.",
        "Ruth Abel",
    ),
    (
        "en",
        "Ruth Abel lost £4,000. Her husband, Paul Kent, lost more. “We cried for a week,” he said.",
        "Paul Kent",
    ),
    (
        "en",
        "Paul Kent says his wife, Ruth Abel, never got an answer. “She cried for a week,” he said.",
        "Paul Kent",
    ),
    (
        "en",
        "Ruth Abel runs it. Rosa Vida, which appealed, says no. She waves it away. “Nonsense,” she says.",
        "Ruth Abel",
    ),
    (
        "nl",
        "De Bode van Morgen | Economie\n\nNoud (9) wilde een harnas. „Dus ik moest wel”, zegt hij.",
        "Noud",
    ),
    (
        "es",
        "“No”, dijo Ana Gil.\n\nLa CNMC multó a Velora SA. La firma recurre. En una nota, se dice “triste”.",
        "Velora SA",
    ),
    (
        "en",
        "Ruth Abel has worked with Paul Kent for years. “He is stubborn,” she said.",
        "Ruth Abel",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_the_last_quotation_has_its_speaker(language: str, text: str, speaker: str) -> None:
    found = find_quotes(Article(text, SourceMetadata(language=language)))
    assert found[-1].speaker == speaker
