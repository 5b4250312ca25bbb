"""Words that point back at a respondent stand in its place."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.anchors import find_anchors
from casefile.extraction.pointing_back import means_firm, points_back
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("fr:La CNIL lui a infligé une amende de 3 millions d’euros.", True),
        ("fr:Elle devra payer 3 millions d’euros.", True),
        ("fr:La CNIL a infligé une amende de 3 millions d’euros à Velours.", False),
        ("de:Die Bafin hat gegen das Institut ein Bußgeld von 3 Millionen Euro verhängt.", False),
        ("it:Il Garante gli ha inflitto una multa di 3 milioni di euro.", True),
        ("it:L’Antitrust l’ha multata per 3 milioni di euro.", True),
        ("es:La CNMC le ha impuesto una multa de 3 millones de euros.", True),
        ("es:La empresa pagará una multa de 3 millones de euros.", True),
        ("es:La CNMC ha impuesto una multa de 3 millones de euros a Velours.", False),
        ("nl:De AFM legde een boete van 3 miljoen euro op aan het bedrijf.", True),
        ("The FCA fined it £3 million.", True),
        ("The FCA has banned her from the trade.", True),
        ("The agency sent the company a warning letter.", True),
        ("The agency imposed a fine of £3 million on the bank.", True),
        ("In 2021 it paid £3 million for misleading the agency.", True),
        ("The firm must pay £3 million.", True),
        ("They were reprimanded.", True),
        ("The FCA fined the same company £3 million.", True),
        ("es:La misma empresa pagará una multa de 3 millones de euros.", True),
        ("The FCA fined Kestrel £3 million.", False),
        ("The FCA reprimanded Kestrel over it.", False),
        ("It said that Kestrel was fined £3 million.", False),
    ],
)
def test_words_in_a_respondents_place_point_back(text: str, pointing: bool) -> None:
    language, _, said = text.rpartition(":")
    survey = Survey(Article(said, SourceMetadata(language=language or "en")))
    assert any(points_back(survey, anchor) for anchor in find_anchors(survey)) is pointing


def test_an_older_letter_to_it_is_an_action_of_its_own() -> None:
    text = (
        "The Securities and Exchange Commission has fined Veltane Biologics Inc. $3 million over its "
        "filings.\n\nIt is the second blow in two years. In August 2023 the Food and Drug Administration "
        "sent it a warning letter about the laboratory where the samples were kept."
    )
    metadata = SourceMetadata(language="en", published=PartialDate("2025-03-12"))
    told = {each.authority.code for each in find_actions(Survey(Article(text, metadata)))}
    assert told == {"US-SEC", "US-FDA"}


def test_a_fine_may_point_back_at_who_was_named_sentences_before() -> None:
    text = (
        "Nobody at the forum Chatter Cove opens the post. Ofcom wrote in May. It wrote again in June. On "
        "Monday it fined the company £20,000 under section 131 of the Online Safety Act 2023. Chatter Cove "
        "is silent."
    )
    metadata = SourceMetadata(language="en", published=PartialDate("2025-03-12"))
    (action,) = find_actions(Survey(Article(text, metadata)))
    assert [party.name for party in action.respondents] == ["Chatter Cove"]
    assert [int(amount.value) for amount in action.amounts] == [20_000]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("en:The company itself was reprimanded.", True),
        ("en:The FCA also fined the bank £3 million.", True),
        ("en:It was also reprimanded.", True),
        ("en:He was reprimanded.", False),
        ("en:The company was glad, and Jane Roe was reprimanded by the FCA.", False),
        ("fr:La société devra payer 3 millions d’euros.", True),
        ("de:Das Unternehmen muss 3 Millionen Euro zahlen.", True),
        ("nl:Het bedrijf kreeg een boete van 3 miljoen euro.", True),
        ("it:La società è stata sanzionata per 3 milioni di euro.", True),
        ("es:La empresa fue multada con 3 millones de euros.", True),
    ],
)
def test_words_that_mean_a_firm_mean_no_person(text: str, firm: bool) -> None:
    language, _, said = text.partition(":")
    survey = Survey(Article(said, SourceMetadata(language=language)))
    assert any(means_firm(survey, anchor) for anchor in find_anchors(survey)) is firm
