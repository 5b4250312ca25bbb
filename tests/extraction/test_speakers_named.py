"""Which person a name, a title or a pronoun means, as English desks write them."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

NAMED = [
    (
        "The chair, Dame Harriet Lyle, was calm. “Reflect quickly,” said Dame Harriet, and adjourned.",
        ["Harriet Lyle"],
    ),
    (
        "Ann Reed said that those involved had been dismissed, and that it “belongs to a closed chapter”.",
        ["Ann Reed"],
    ),
    ("Walt Janacek counts. “Like a wet dog,” Bev Janacek recalls.", ["Bev Janacek"]),
    (
        "Darren Oldroyd died in May. His wife, Leanne Oldroyd, came. “No fine helps,” said Mrs Oldroyd.",
        ["Leanne Oldroyd"],
    ),
    ("In a statement, Mr Oldroyd’s widow, Leanne, said: “He never came home to us.”", ["Leanne"]),
    ("“It was luck,” said Priscilla Yiu Wing-man, the commission's head.", ["Priscilla Yiu Wing-man"]),
    ("“It is nothing,” said Labour TD Fionn McGarrity, who sits on the committee.", ["Fionn McGarrity"]),
    (
        "“It is over,” Lorraine Petty, deputy director of the SEC's enforcement division, said in a note.",
        ["Lorraine Petty"],
    ),
    (
        "Ann Reed left. “This is not the end,” added Deputy Director, Supervision, Malcolm Achebe.",
        ["Malcolm Achebe"],
    ),
    ("SAT cut it. “Proportion is no favour,” Justice (retd) P. N. Varadkar observed.", ["P. N. Varadkar"]),
    (
        "Sen. Tate Rudd, disagreed, saying that “at some point we have to let them make it right”.",
        ["Tate Rudd"],
    ),
    (
        "The lawyer, Marte Lunde of the Oslo firm Haavik & Lunde, told me that it “confuses” them.",
        ["Marte Lunde"],
    ),
    (
        "Speaking for Harbour Producers, its director of policy Eilidh Ross said members were “astonished”.",
        ["Eilidh Ross"],
    ),
    (
        "Officer Salome Kiptoo signed. It was the face of a magistrate. Kiptoo: “Consent is no photo.”",
        ["Salome Kiptoo"],
    ),
    ("The appeal failed, with the Circuit Court describing it as “ingenious and wrong”.", ["Circuit Court"]),
    (
        "Chairperson Revathi Rao led. The Chairperson is reported to have remarked that she had “not eaten”.",
        ["Revathi Rao"],
    ),
    (
        "Organiser Pete Lidstone said staff had been blamed “by everyone except the families”.",
        ["Pete Lidstone"],
    ),
    (
        "The Pensions Committee was less serene: its report speaks of “a watchdog that counted paper”.",
        ["Pensions Committee"],
    ),
    (
        "Paul Considine, for the firm, argued. It was, he submitted, “a glance, no more”.",
        ["Paul Considine"],
    ),
]
NOBODY = [
    "Ann Reed left. Staff talked. One, who worked in sales until 2021, said so. “It was bad,” she said.",
    "Ann Reed left. One shift lead, who asked not to be named, said it was so. “They knew,” she said.",
    "Ofgem fined it. A former supervisor, who left, talked. “It was on a poster,” the supervisor said.",
]


def speakers(text: str, language: str = "en") -> list[str]:
    return [quote.speaker for quote in find_quotes(Article(text, SourceMetadata(language=language)))]


@pytest.mark.parametrize(("text", "wanted"), NAMED, ids=[text[:40] for text, _ in NAMED])
def test_the_words_are_those_of_the_one_who_is_named(text: str, wanted: list[str]) -> None:
    assert speakers(text) == wanted


@pytest.mark.parametrize("text", NOBODY, ids=[text[:40] for text in NOBODY])
def test_one_of_several_has_no_name(text: str) -> None:
    assert speakers(text) == [""]


def test_a_pronoun_means_no_reporter_and_no_owner_of_a_dog() -> None:
    text = "By Aoife Kinsella\n\nCarla Reed met a neighbour’s dog. “I am no scientist,” she said."
    assert speakers(text) == ["Carla Reed"]


def test_a_pronoun_means_no_judge_of_the_other_gender() -> None:
    text = (
        "Counsel, Grainne Bell, spoke to Judge Declan Moriarty.\n\n"
        "“That is strong,” the judge said. “It is on the video,” she replied."
    )
    assert speakers(text)[1] != "Declan Moriarty"


def test_what_somebody_does_not_say_is_no_quotation() -> None:
    assert speakers("The letter is short. It does not say “lessons will be learned”.") == []


def test_a_small_word_before_a_surname_is_no_given_name() -> None:
    text = "Il sindaco Beppe Sala ha parlato. Per Sala il caso è «chiuso»."
    assert speakers(text, "it") == ["Beppe Sala"]


ROLES = [
    ("Ann Reed, Enforcement Director at Ofcom, said: “It is a reminder.”", "Enforcement Director at Ofcom"),
    ("“It failed,” Ann Reed, joint head of trade at the FCA, said.", "joint head of trade at the FCA"),
    ("Ann Reed, SRA General Counsel, said: “Accounts are no banks.”", "SRA General Counsel"),
    ("“It is grave,” said OSHA Area Director Todd Jensen in Toledo.", "OSHA Area Director"),
    ("“It is grave,” said Ann Reed, senior river officer at Ofwat.", "senior river officer at Ofwat"),
    ("“It is grave,” said the chair, Ann Reed.", "chair"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_role_is_told_with_what_it_is_for(text: str, role: str) -> None:
    (quote,) = find_quotes(Article(text, SourceMetadata(language="en")))
    assert quote.role == role
