"""Who stands beside an action and is none of its respondents, in six languages."""

import csv
from pathlib import Path

import pytest

from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

_SENTENCES = Path(__file__).parents[1] / "data" / "names" / "bystanders.tsv"


def _rows() -> list[dict[str, str]]:
    with _SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['language']}: {row['text'][:60]}")
def test_a_sentence_names_its_bystanders(row: dict[str, str]) -> None:
    bystanders = Survey(Article(row["text"], SourceMetadata(language=row["language"]))).bystanders
    assert sorted(bystanders) == sorted(name for name in row["names"].split(" | ") if name)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Ofcom fined Kestrel Ltd. Ofcom director Prosper Valdiser said so.", ("Prosper Valdiser",)),
        ("en", "Ofcom fined Kestrel Ltd. “It rang,” said Nathan Boakes, Ofcom’s head of enforcement.",
         ("Nathan Boakes",)),
        ("en", "Ofcom fined Kestrel Ltd, Judge Amelia Frost and Judge Ann Moor heard.",
         ("Amelia Frost", "Ann Moor")),
        ("en", "Justices Orlova, Petrie and Lim cut the fine that Ofcom imposed on Kestrel Ltd.",
         ("Orlova", "Petrie", "Lim")),
        ("en", "Ofcom fined Kestrel Ltd. Prosper Valdiser, formerly of Ofcom’s legal team, was glad.",
         ("Prosper Valdiser",)),
        ("en", "Ofcom fined Kestrel Homes. Ofcom has also accused Kestrel Homes of hiding its records.", ()),
        ("en", "The ICO accused Kestrel Homes of delay. It then fined the firm €2m.", ()),
        ("en", "Ofcom chief investigator Prosper AI said so.", ()),
        ("en", "Ofcom fined Kestrel Ltd on a complaint by Aavar Paints Ltd.", ("Aavar Paints Ltd",)),
        ("en", "Kestrel Ltd was fined by Ofcom, says a fellow who teaches at Dalhousie.", ("Dalhousie",)),
        ("en", "Ofcom fined Kestrel Ltd. Analyst Kip Rasmus of Dunleavy Roth LLP shrugged.",
         ("Kip Rasmus", "Dunleavy Roth LLP")),
        ("en", "Ofcom fined the ex-boss of Kestrel Ltd.", ("Kestrel Ltd",)),
        ("en", "The CMA fined Kestrel Ltd over its takeover of Norvia Foods.", ("Norvia Foods",)),
        ("de", "Das Kartellamt bestraft die Kestrel AG wegen der Übernahme von Norvia Foods.",
         ("Norvia Foods",)),
        ("fr", "L’Autorité sanctionne Kestrel SA pour le rachat de Norvia Foods.", ("Norvia Foods",)),
        ("fr", "L’AMF sanctionne Kestrel SA. Et Norvia Foods, le concurrent que la firme visait, rit.",
         ("Norvia Foods",)),
        ("it", "L’Agcm multa Kestrel Spa. La Norvia Foods, che aveva presentato l’esposto, chiede altro.",
         ("Norvia Foods",)),
        ("es", "La CNMC multa a la alcaldesa con 900 euros. La alcaldesa de Lorca, Amparo Belén, paga.", ()),
        ("es", "La CNMC multa a Kestrel SA. La alcaldesa de Lorca, Amparo Belén, lo celebra.",
         ("Amparo Belén",)),
        ("en", "The commission fined the mayor £1,200. Mayor Amelia Frost will pay.", ()),
        ("it", "L’Antitrust multa Kestrel Spa per l’acquisizione di Norvia Foods.", ("Norvia Foods",)),
        ("es", "La CNMC multa a Kestrel SA por la compra de Norvia Foods.", ("Norvia Foods",)),
        ("nl", "De ACM beboet Kestrel BV om de overname van Norvia Foods.", ("Norvia Foods",)),
        ("en", "The CMA cleared the takeover of Norvia Foods. It then fined Norvia Foods £2m.", ()),
        ("es", "La CNMV multó al exdirector de Kestrel SA.", ("Kestrel SA",)),
        ("es", "La CNMV inhabilitó al exdirector de Kestrel SA y multó al banco.", ()),
        ("en", "Ofcom fined Mary Frost, a former director of Ofcom, and Kestrel Ltd.", ()),
        ("en", "Ofcom fined Kestrel Ltd, which must pay £500,000 to Thornwick Wildlife Ltd.",
         ("Thornwick Wildlife Ltd",)),
        ("de", "Die Staatsanwaltschaft Zwickau ermittelt gegen Geschäftsführer Torsten Kroll.", ()),
        ("nl", "De AFM begint een zaak tegen directeur Joris Kuiper.", ()),
        ("fr", "L’Arcep sanctionne Orrin SA, qui doit verser 9 000 euros à Norvia SAS.", ("Norvia SAS",)),
        ("fr", "L’Arcep sanctionne Orrin SA, a dit son porte-parole, Gauthier Lismonde.",
         ("Gauthier Lismonde",)),
        ("en", "Ofcom fined Kestrel Ltd and its founder, Mary Frost.", ()),
        ("en", "Ofcom fined the audit partner, Mary Frost, and Kestrel Ltd.", ()),
        ("de", "Die Bafin straft die Peloria GmbH. Der Präsident der Bafin, Karl Munter, lobt.",
         ("Karl Munter",)),
        ("de", "Die Richterin Ruth Ammer halbierte die Buße der Peloria GmbH.", ("Ruth Ammer",)),
        ("de", "Die Bafin straft die Peloria GmbH. Die Verbraucherzentrale Hessen rät, ihr zu kündigen.",
         ("Verbraucherzentrale Hessen",)),
        ("de", "Auf Hinweis der Tausch AG ermittelte das Bundeskartellamt gegen die Peloria GmbH.",
         ("Tausch AG",)),
        ("de", "Das Bundeskartellamt straft den ehemaligen Richter Ruth Ammer und die Peloria GmbH.", ()),
        ("fr", "La CNIL sanctionne Peloria SAS. La présidente de la CNIL, Marie Aubry, se félicite.",
         ("Marie Aubry",)),
        ("fr", "La CNIL sanctionne Peloria SAS après une plainte de Proxilus SA.", ("Proxilus SA",)),
        ("fr", "La CNIL sanctionne Peloria SAS et son gérant, Paul Aubry.", ()),
        ("nl", "De ACM beboet Peloria B.V. ACM-directeur Hanne Roelvink noemt dat nodig.",
         ("Hanne Roelvink",)),
        ("nl", "De ACM beboet Peloria B.V. na een klacht van Zuivel B.V. uit Ede.", ("Zuivel B.V.",)),
        ("nl", "De ACM beboet Peloria B.V. en oud-minister Kees Baks.", ()),
        ("it", "Il Garante multa Peloria S.r.l. dopo un esposto di Difesa Utenti S.r.l. di Bari.",
         ("Difesa Utenti S.r.l.",)),
        ("it", "La Consob multa Peloria S.r.l. Il giudice Mario Rossi conferma.", ("Mario Rossi",)),
        ("it", "La Consob multa l’ex consigliere di Biomedica Sforza S.p.A., Carlo Ponti.",
         ("Biomedica Sforza S.p.A.",)),
        ("es", "La AEPD multa a Peloria, S.L. tras la denuncia de Vecinos Unidos, S.L. de Lugo.",
         ("Vecinos Unidos, S.L.",)),
        ("es", "La AEPD multa a Peloria, S.L. La alcaldesa de Utiel, Rosario Melia, aplaude.",
         ("Rosario Melia",)),
        ("es", "La CNMC multa a Peloria, S.L. y a su gerente, Carmen Robledo.", ()),
        ("fr", "La CNIL sanctionne Peloria SAS. La professeure de droit public Marie Aubry doute.",
         ("Marie Aubry",)),
        ("de", "Die Bafin straft die Peloria GmbH. Die Kartellrechtlerin Ruth Ammer hält das für gut.",
         ("Ruth Ammer",)),
        ("nl", "De ACM beboet Peloria B.V. Hoogleraar mededingingsrecht Kees Baks knikt.", ("Kees Baks",)),
        ("it", "La Consob multa Peloria S.r.l. La docente di diritto bancario Anna Rossi esulta.",
         ("Anna Rossi",)),
        ("en", "Ofcom fined Kestrel Ltd. Banking law professor Mary Frost was glad.", ("Mary Frost",)),
        ("es", "La SIC multa a Peloria, S.L. Para el director de la Cámara de Comercio, Fabio Arce, sobra.",
         ("Cámara de Comercio", "Fabio Arce")),
        ("de", "Die Bafin straft die Peloria GmbH. Jörg Amsel, Präsident des Verbandes der Müller, lobt.",
         ("Jörg Amsel",)),
        ("en", "Ofcom fined Kestrel Ltd. Mary Frost, president of the drivers’ union, was glad.",
         ("Mary Frost",)),
        ("nl", "De ACM beboet Peloria B.V. Kees Baks, voorzitter van de ondernemingsraad, zucht.",
         ("Kees Baks",)),
        ("en", "Ofcom fined Mary Frost, the head of Kestrel Homes.", ()),
        ("fr", "Réuni sous la présidence d’Omar Aubry, le Conseil sanctionne Peloria SAS. M. Aubry se tait.",
         ("Omar Aubry",)),
        ("de", "Unter dem Vorsitz von Ruth Ammer straft die Bafin die Peloria GmbH. Ammer schweigt.",
         ("Ruth Ammer",)),
        ("fr", "Réunie sous la présidence d’Anne Robelin, la commission a sanctionné Peloria SAS.",
         ("Anne Robelin",)),
        ("it", "Il collegio presieduto da Anna Robelli ha multato Peloria Spa.", ("Anna Robelli",)),
        ("nl", "Het college onder voorzitterschap van Anna Robeling beboette Peloria BV.",
         ("Anna Robeling",)),
        ("de", "Das Gericht unter Vorsitz von Anna Robelin bestrafte die Peloria AG.", ("Anna Robelin",)),
        ("fr", "La CNIL sanctionne Peloria SAS. La professeure de droit bancaire Anne Robelin approuve.",
         ("Anne Robelin",)),
        ("en", "The CMA fined Peloria Ltd. The law professor Anne Robelin agrees.", ("Anne Robelin",)),
        ("de", "Das Amt bestraft die Peloria AG. Rechtsprofessorin Anna Robelin lobt es.", ("Anna Robelin",)),
        ("es", "El pleno, presidido por Ana Robledo, multó a Peloria, S.L.", ("Ana Robledo",)),
    ],
)  # fmt: skip
def test_a_bystander_is_known(language: str, text: str, names: tuple[str, ...]) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    assert survey.bystanders == frozenset(names)


def test_the_initials_of_a_body_are_no_respondent() -> None:
    text = "Le comité de règlement des différends et des sanctions (CoRDiS) inflige une amende à Peloria SAS."
    survey = Survey(Article(text, SourceMetadata(language="fr")))
    assert "CoRDiS" not in {party.name for party in survey.parties} - survey.bystanders


def test_a_company_keeps_its_initials() -> None:
    text = "The agency fined Great Velmar Rollers (GVR). GVR will appeal."
    assert Survey(Article(text, SourceMetadata(language="en"))).bystanders == frozenset()
