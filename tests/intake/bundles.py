"""Articles in bundles: those of a bundle tell of one action, in six languages; no two bundles of the same.

The companies are invented but for one. Some are in several bundles, some authorities too: names alone do not
tell.
"""

BUNDLES: dict[str, tuple[str, ...]] = {
    "AEPD, Lumora, 2.4 million, 2025": (
        """Spain's data watchdog fines Lumora €2.4 million

14 May 2025

The Spanish Data Protection Agency (AEPD) has fined Lumora 2.4 million euros for storing
the voices of children. The decision is dated 12 May 2025.
""",
        """Protección de Datos multa a Lumora con 2,4 millones de euros

14 de mayo de 2025

La Agencia Española de Protección de Datos (AEPD) ha impuesto una multa de 2,4 millones de euros a Lumora por
guardar la voz de menores. La resolución es del 12 de mayo de 2025.
""",
        """Spanische Datenschützer verhängen Millionenstrafe gegen Lumora

15. Mai 2025

Die spanische Datenschutzbehörde AEPD hat gegen Lumora ein Bußgeld in Höhe von 2,4 Millionen Euro verhängt.
""",
    ),
    "AEPD, Lumora, 90,000, 2022": (
        """La AEPD sanciona a Lumora con 90.000 euros

3 de febrero de 2022

La Agencia Española de Protección de Datos (AEPD) ha impuesto una multa de 90.000 euros a Lumora por enviar
publicidad sin permiso. La resolución es del 1 de febrero de 2022.
""",
        """Lumora fined €90,000 in Spain

4 February 2022

The Spanish Data Protection Agency (AEPD) has fined Lumora 90,000 euros for sending
advertising without consent.
""",
    ),
    "CNIL, Lumora, 800,000, 2025": (
        """La CNIL inflige une amende de 800 000 euros à Lumora

20 mai 2025

La Commission nationale de l’informatique et des libertés (CNIL) a infligé une amende de 800 000 euros à la
société Lumora. La décision date du 15 mai 2025.
""",
        """Boete van 8 ton voor Lumora in Frankrijk

21 mei 2025

De Franse privacytoezichthouder CNIL heeft Lumora een boete van 800.000 euro opgelegd.
""",
    ),
    "Garante, Tessaro, 5 million, 2024": (
        """Il Garante multa Tessaro per 5 milioni di euro

10 ottobre 2024

Il Garante per la protezione dei dati personali ha inflitto una sanzione di 5 milioni di euro a Tessaro. Il
provvedimento è del 26 settembre 2024.
""",
        """Italian regulator fines Tessaro €5 million

11 October 2024

The Italian Data Protection Authority (Garante) has fined Tessaro S.p.A. 5 million euros. The decision was
taken on 26 September 2024.
""",
        """L’Italie inflige 5 millions d’euros d’amende à Tessaro

11 octobre 2024

L’autorité italienne de protection des données (Garante) a infligé une amende de 5 millions d’euros à Tessaro.
""",
    ),
    "AP, Facebook, 3.7 million, 2023": (
        """AP legt Facebook boete van 3,7 miljoen euro op

8 maart 2023

De Autoriteit Persoonsgegevens (AP) heeft Facebook een boete van 3,7 miljoen euro opgelegd. Het besluit is van
7 maart 2023.
""",
        """Dutch watchdog fines Meta €3.7 million

8 March 2023

The Dutch Data Protection Authority (Autoriteit Persoonsgegevens) has fined Meta Platforms 3.7 million euros.
The decision was announced on 7 March 2023.
""",
        """Niederlande: Meta muss 3,7 Millionen Euro zahlen

9. März 2023

Die niederländische Datenschutzbehörde Autoriteit Persoonsgegevens hat gegen Meta ein Bußgeld in Höhe von 3,7
Millionen Euro verhängt.
""",
    ),
    "HmbBfDI, Hansen Optik, 35,000, 2024": (
        """Hamburger Datenschützer verhängt Bußgeld gegen Hansen Optik

2. Dezember 2024

Der Hamburgische Beauftragte für Datenschutz und Informationsfreiheit hat gegen Hansen Optik
ein Bußgeld in Höhe von 35.000 Euro verhängt.
""",
        """Hamburg fines optician €35,000

3 December 2024

The Hamburg Commissioner for Data Protection and Freedom of Information has fined Hansen Optik 35,000 euros.
""",
    ),
}
"""By what each tells of: the articles."""
