"""Quotations and speakers in English: how each begins, and who said it; all invented."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

Expected = list[tuple[str, str]]

CASES: list[tuple[str, Expected]] = [
    (
        "“We will appeal,” said Maria Keller, a spokeswoman for Acme Corp. “The fine is wrong.”",
        [("We will", "Maria Keller"), ("The fine", "Maria Keller")],
    ),
    (
        ("‘We’ll fight this,’ the company’s chief executive, Tom Baker, told reporters. ‘It’s wrong.’"),
        [("We’ll", "Tom Baker"), ("It’s", "Tom Baker")],
    ),
    (
        "'We don't agree with the residents' plan,' Mr Howe said.",
        [("We don't", "Howe")],
    ),
    (
        (
            "Jane Doe, chief executive of Acme, runs the firm from Leeds. The company was "
            'fined.\n\n"We are sorry," she said. "It will not happen again."'
        ),
        [("We are", "Jane Doe"), ("It will", "Jane Doe")],
    ),
    (
        "According to Commissioner Ruth Adler, the firm showed “a reckless disregard for privacy”.",
        [("a reckless", "Ruth Adler")],
    ),
    (
        "Peter Novak, the minister, was blunt: “This stops today.”",
        [("This stops", "Peter Novak")],
    ),
    (
        "In a statement, the Irish regulator said:\n\n“We have concluded our inquiry.”",
        [("We have", "Data Protection Commission")],
    ),
    (
        "Chatterbook said it would appeal against what it called an “unjustified” decision.",
        [("unjustified", "Chatterbook")],
    ),
    (
        (
            "The so-called “dark patterns” were removed. Her book, titled “The Last Click”, is "
            'out. A 27" screen and a 19" screen stood there.'
        ),
        [],
    ),
    (
        "The agreement (the “Order”) binds Acme Inc. (“Acme”).",
        [],
    ),
    (
        "“We did everything right,” he said.\n",
        [("We did", "")],
    ),
    (
        "A spokesman for Vidzaar described the ruling as “deeply flawed”.",
        [("deeply", "Vidzaar")],
    ),
    (
        "“It was a shock,” a former employee told the BBC. “Nobody knew.”",
        [("It was", ""), ("Nobody", "")],
    ),
    (
        "“First paragraph of the quote.\n\n“Second paragraph of it,” said Anna Schmidt.",
        [("First", "Anna Schmidt")],
    ),
    (
        "“The lawyers [had] warned them … twice,” Professor Alan Reed argued.",
        [("The lawyers", "Alan Reed")],
    ),
    (
        (
            "Milo Brandt, who founded Optout, welcomed the decision. “Finally,” he said, “the law "
            "is enforced.”"
        ),
        [("Finally", "Milo Brandt"), ("the law", "Milo Brandt")],
    ),
    (
        "The regulator’s deputy commissioner Ronan Keefe said the inquiry was “robust”.",
        [("robust", "Ronan Keefe")],
    ),
    (
        "“Is this legal?” asked Judge Helen Ward. “I doubt it.”",
        [("Is this", "Helen Ward"), ("I doubt", "Helen Ward")],
    ),
    (
        "“Is this legal?” Ward asked. Helen Ward is a judge.",
        [("Is this", "Helen Ward")],
    ),
    (
        "“A total failure of oversight.”\n\n— Helen Ward, ombudsman",
        [("A total", "Helen Ward")],
    ),
    (
        (
            "In her ruling, Judge Helen Ward wrote that the agency had “overstepped its powers” "
            "and that its case was “thin”."
        ),
        [("overstepped", "Helen Ward"), ("thin", "Helen Ward")],
    ),
    (
        "&quot;We disagree,&quot; said John Miles.",
        [("We disagree", "John Miles")],
    ),
    (
        '"We disagree, said John Miles.',
        [("We disagree", "John Miles")],
    ),
    (
        "“We were told ‘do nothing’ and we did nothing,” said John Miles.",
        [("We were", "John Miles")],
    ),
    (
        "Critics say the bill is “toothless”.",
        [("toothless", "")],
    ),
    (
        (
            "Softora, Finda and Versandia declined to comment. Rob Lane, a lawyer at Hardy LLP, "
            "was less shy. “It is a tax,” he said."
        ),
        [("It is", "Rob Lane")],
    ),
    (
        "The ICO fined Acme Ltd. “Acme failed its customers,” the regulator said.",
        [("Acme failed", "Information Commissioner's Office")],
    ),
    (
        "“We regret this,” Acme said in a blog post.",
        [("We regret", "Acme")],
    ),
    (
        "Asked about the fine, Sarah Cole, Acme’s finance director, replied: “No comment.”",
        [("No comment", "Sarah Cole")],
    ),
    (
        "The judge called the scheme “a con”. Judge Amy Orr also fined the firm.",
        [("a con", "Amy Orr")],
    ),
    (
        "“It is over,” Smith added. Kevin Smith founded the firm.",
        [("It is", "Kevin Smith")],
    ),
    (
        "He pressed the button marked “Delete” and chose the “Premium” plan.",
        [],
    ),
    (
        "“We did not know,” her lawyer, Paul Kent, said on Monday. She denies the charges.",
        [("We did", "Paul Kent")],
    ),
    (
        "``We did not know,'' said Paul Kent.",
        [("We did", "Paul Kent")],
    ),
    (
        (
            "Why did you fine Acme? asks our reporter of Ruth Adler, the commissioner.\n\nWas the "
            "fine high enough?\n\n“It was what the law allows.”\n\nAnd now?\n\n“Now we wait.”"
        ),
        [("It was", "Ruth Adler"), ("Now we", "Ruth Adler")],
    ),
    (
        (
            "The Commission said Omnia’s conduct was “deliberate”. A spokesperson for Omnia said: "
            "“We disagree.”"
        ),
        [("deliberate", "Commission"), ("We disagree", "Omnia")],
    ),
    (
        "“This is the largest fine we have issued,” said Information Commissioner Alwyn Carter.",
        [("This is", "Alwyn Carter")],
    ),
    (
        "“This is a landmark,” said Ursula von der Heide, the Commission president.",
        [("This is", "Ursula von der Heide")],
    ),
    (
        (
            "Vidzaar’s head of public policy, Christine Falk, wrote in a blog post that the "
            "decision “fails to consider Project Clover”."
        ),
        [("fails", "Christine Falk")],
    ),
    (
        (
            "Attorney General Letitia Hobbs announced the settlement on Monday. “Today we hold "
            "them accountable,” Hobbs said in a statement."
        ),
        [("Today", "Letitia Hobbs")],
    ),
    (
        ("A lawyer for the plaintiffs, Mark Levin, said his clients were “elated.” He declined to say more."),
        [("elated", "Mark Levin")],
    ),
    (
        (
            "“We cooperated fully,” a company spokeswoman said in an email. Earlier, Zoomly Inc. "
            "had denied wrongdoing."
        ),
        [("We cooperated", "")],
    ),
    (
        ("Zoomly Inc. was fined on Monday. “We cooperated fully,” a company spokeswoman said in an email."),
        [("We cooperated", "Zoomly Inc")],
    ),
    (
        "The court said the fine was “manifestly disproportionate” and sent the case back.",
        [("manifestly", "")],
    ),
    (
        "Resident Olga Petrova, 43, said she felt “betrayed.”",
        [("betrayed", "Olga Petrova")],
    ),
    (
        (
            "“My data was everywhere,” said Olga Petrova, 43, a nurse from Leeds. “I was furious,” "
            "added the mother of two."
        ),
        [("My data", "Olga Petrova"), ("I was", "Olga Petrova")],
    ),
    (
        (
            "Neil Patel, a partner at Harrow & Finch, said: “It is a wake-up call.” His colleague "
            "Dana Fox disagreed. “It is nothing new,” she said."
        ),
        [("It is a", "Neil Patel"), ("It is nothing", "Dana Fox")],
    ),
    (
        ("“The numbers do not lie”, Mr. Novak, of the consumer group Digital Rights Now, told The Herald."),
        [("The numbers", "Novak")],
    ),
    (
        "Mayor Lee Chang apologised. “I am sorry,” the mayor said. “We failed you.”",
        [("I am", "Lee Chang"), ("We failed", "Lee Chang")],
    ),
    (
        "The head of the agency, Dr Maria Weiss, did not mince her words. “Shameful,” she said.",
        [("Shameful", "Maria Weiss")],
    ),
    (
        "“We are reviewing the decision,” the bank said.",
        [("We are", "")],
    ),
    (
        "Commenting on the case, ICO deputy commissioner Stephen Oakes said: “People trusted them.”",
        [("People", "Stephen Oakes")],
    ),
    (
        (
            "Optout’s founder Milo Brandt called it “a joke”. The regulator rejected that. Its "
            "chair, Desmond Rafferty, spoke of “a robust inquiry”."
        ),
        [("a joke", "Milo Brandt"), ("a robust", "Desmond Rafferty")],
    ),
    (
        "“There is no place to hide,” reads the first line of the ruling by Judge Helen Ward.",
        [("There is", "Helen Ward")],
    ),
    (
        (
            "Employees were told to keep “quiet” and “calm”. The order applies to “covered "
            "entities” as defined."
        ),
        [],
    ),
    (
        "The “right to be forgotten” is back.",
        [],
    ),
    (
        "“Right to repair” laws spread across America.",
        [],
    ),
    (
        "Under the heading “What we collect”, the policy listed 40 items.",
        [],
    ),
    (
        "Karen Hill, whose son’s records were leaked, said: “Nobody called us.”",
        [("Nobody", "Karen Hill")],
    ),
    (
        "Neither Ridely nor Hoppr responded. “Silence speaks volumes,” senator Amy Stroud said.",
        [("Silence", "Amy Stroud")],
    ),
    (
        "“It’s a ‘clear breach’,” Anna Lind, of the regulator, said.",
        [("It’s a", "Anna Lind")],
    ),
    (
        (
            "The firm, which denies wrongdoing, said the claims were “without merit”. Acme Ltd was "
            "founded in 2001."
        ),
        [("without", "")],
    ),
    (
        "Acme Ltd, which denies wrongdoing, said the claims were “without merit”.",
        [("without", "Acme Ltd")],
    ),
    (
        ("“That’s that,” she said, closing the file. Eva Moss, 61, has chaired the tribunal since 2019."),
        [("That’s", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_quotations_have_their_speakers(text: str, expected: Expected) -> None:
    quotes = find_quotes(Article(text, SourceMetadata(language="en")))
    starts = [start for start, _ in expected]
    found = [(quote.text[: len(start)], quote.speaker) for quote, start in zip(quotes, starts, strict=False)]
    assert (found, len(quotes)) == (expected, len(expected))
