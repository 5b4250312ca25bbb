"""Whom a pronoun or a noun means in wordings that desks are known for: all six languages."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CASES: list[tuple[str, str, str]] = [
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
