"""Who speaks, where the words around a quotation only point to somebody; and the proposals themselves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.extraction.unsigned import unsigned_warnings
from casefile.metadata import SourceMetadata
from casefile.proposals import QuoteProposal
from casefile.terms import QuoteKind


def quotes(text: str, language: str = "en") -> tuple[QuoteProposal, ...]:
    return find_quotes(Article(text, SourceMetadata(language=language)))


def test_a_pronoun_means_the_last_person_of_its_gender() -> None:
    text = "Anna Reed met her lawyer, Paul Kent. “It is over,” she said. “We lost,” he said."
    assert [quote.speaker for quote in quotes(text)] == ["Anna Reed", "Paul Kent"]


def test_an_anonymous_source_keeps_the_role_and_gets_no_name() -> None:
    text = "Paul Kent left. One former employee spoke of fear. “It was bad,” the former employee said."
    found = quotes(text)[-1]
    assert (found.speaker, found.role) == ("", "employee")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "It was what a judge called “a sad day”. Justice Ann Roy fined Hollin.", "Ann Roy"),
        ("en", "It was what a judge called “a sad day”. Judges Ann Roy and Tom Hill sat. Hollin lost.", ""),
        ("nl", "Een rechter noemde het “een droeve dag”. Rechter Anna Roos volgde Hollin.", "Anna Roos"),
        ("de", "Die Bafin war klar. Sie sprach von einem „trüben Tag“ für Tessal.",
         "Bundesanstalt für Finanzdienstleistungsaufsicht"),
        ("de", "Die Bafin war klar. Anna Roos weinte. Sie sprach von einem „trüben Tag“.", "Anna Roos"),
        ("de", "Senatsvorsitzender Udo Lenz kam. Es war, so der Richter, „ein trüber Tag“.", "Udo Lenz"),
        ("de", "Die Tessal Kundenklub GmbH muss zahlen. Der Klub teilte mit, man sei „sehr froh“.",
         "Tessal Kundenklub GmbH"),
    ],
)  # fmt: skip
def test_a_judge_is_whom_the_text_names_further_on(language: str, text: str, speaker: str) -> None:
    assert quotes(text, language)[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It is so,” said Han Tae-gyu. “We counted,” Han said.", ["Han Tae-gyu"] * 2),
        ("Commissioners Aoibhe Tuohy and Cormac Deasy sat. “So be it,” said Ms Tuohy.", ["Aoibhe Tuohy"]),
        ("Directors Guild Norvia fell. “It is so,” said Directors Guild Norvia.", ["Directors Guild Norvia"]),
    ],
)
def test_a_surname_alone_is_of_whom_the_text_names_in_full(text: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in quotes(text)] == speakers


def test_a_spokesperson_speaks_for_the_company() -> None:
    found = quotes("A spokesperson for Vidzaar said it was “surprised and disappointed”.")[0]
    assert (found.speaker, found.role) == ("Vidzaar", "spokesperson")


def test_the_role_is_kept_as_the_text_puts_it() -> None:
    found = quotes("Tom Hill, Acme’s chief legal officer, said: “We will appeal.”")[0]
    assert (found.speaker, found.role) == ("Tom Hill", "chief legal officer")


def test_the_nearest_capitalised_word_is_no_speaker() -> None:
    text = "The walls of Leeds Town Hall were covered in Posters. “Consent is everything in this life.”"
    assert [quote.speaker for quote in quotes(text)] == [""]


def test_a_passive_names_nobody() -> None:
    text = "The step was described internally, according to the complaint, as “the velvet rope”."
    assert [quote.speaker for quote in quotes(text)] == [""]


def test_parts_of_an_interrupted_sentence_share_the_speaker_and_are_direct() -> None:
    first, second = quotes("“Finally,” said Rob Lane, “the law is enforced.”")
    assert (first.speaker, second.speaker) == ("Rob Lane", "Rob Lane")
    assert (first.kind, second.kind) == (QuoteKind.DIRECT, QuoteKind.DIRECT)


def test_the_name_alone_on_the_next_line_is_the_speaker() -> None:
    text = "The chairman, Bram Oosterveld, spoke.\n\n“It is a highly intrusive technology.”\n\nOosterveld."
    assert [quote.speaker for quote in quotes(text)] == ["Bram Oosterveld"]


def test_a_quotation_rests_on_its_cue_and_its_speaker() -> None:
    text = "“No,” said Rob Lane. "
    found = quotes(text)[0]
    assert [span.of(text) for span in found.because.spans] == ["said", "Rob Lane"]
    assert "said" in found.because.rule


def test_a_heading_is_not_quoted_for_itself() -> None:
    text = "Watchdog slams “reckless” firm over leak\n\nThe firm was fined. It paid."
    assert quotes(text) == ()


def test_a_whole_sentence_without_a_speaker_is_warned_of() -> None:
    text = "Quote of the week\n\n“Consent banners are the wet paint signs of the internet.”\n— overheard"
    article = Article(text, SourceMetadata(language="en"))
    warnings = unsigned_warnings(article, find_quotes(article))
    assert [warning.span.of(text) for warning in warnings] == [
        "Consent banners are the wet paint signs of the internet."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“It was a shock,” a former employee said.",
        "“It was a shock,” said Rob Lane.",
        "The firm was called “careless” by some.",
    ],
)
def test_an_anonymous_source_or_a_few_words_are_not_warned_of(text: str) -> None:
    article = Article(text, SourceMetadata(language="en"))
    assert unsigned_warnings(article, find_quotes(article)) == ()


@pytest.mark.parametrize("language", ["en", "de", "fr", "nl", "es", "it", "xx"])
@given(text=st.text(alphabet="“”\"'«»„—:,.?! aAbS\nsaidé", max_size=80))
def test_any_text_gives_quotations_in_order_with_their_words(language: str, text: str) -> None:
    found = quotes(text, language)
    assert all(quote.text == quote.span.of(text) for quote in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("“Yes,” said Smith. ", 1),
        ("He said “x y”.\n", 1),
        ("(", 0),
        ("Bc ", 0),
        ("“a, b ", 0),
        ("l’", 0),
        ("— ", 0),
    ],
)
def test_a_long_text_of_one_pattern_is_read(pattern: str, count: int) -> None:
    times = 200_000 // len(pattern)
    article = Article(pattern * times, SourceMetadata(language="en"))
    assert len(find_quotes(article)) == count * times


INTERVIEW = """Ms Weiss, are you disappointed?

“A little. But judges are paid to disagree with us.”

What will change?

“Less than they fear.” She laughs. “Read the guidance, then read it again.”

Critics have called your office “toothless”.

“I invite them to visit our archive.”"""


def test_the_answers_of_an_interview_are_one_persons() -> None:
    found = quotes(f"Deputy commissioner Hannah Weiss on the new guidance.\n\n{INTERVIEW}")
    direct = [quote.speaker for quote in found if quote.kind is QuoteKind.DIRECT]
    assert direct == ["Hannah Weiss"] * 4


def test_what_an_industry_calls_something_is_nobodys_words() -> None:
    assert quotes("The company, Acme Ltd, used what the industry calls “dark patterns”.") == ()


def test_a_plan_with_capitals_is_no_quotation() -> None:
    assert quotes("The state announced a settlement with GymGo over its “Forever Membership” plan.") == ()


def test_a_french_attribution_may_stand_within_the_marks() -> None:
    text = "« Nous avons fait des erreurs, reconnaît son PDG, Yannick Le Goff. Mais jamais celle-là. »"
    assert [(quote.text, quote.speaker) for quote in quotes(text, "fr")] == [
        ("Nous avons fait des erreurs,", "Yannick Le Goff"),
        ("Mais jamais celle-là.", "Yannick Le Goff"),
    ]


def test_a_group_without_a_name_is_nobody() -> None:
    text = "Fluentix was fined, in what a campaign group called “a very expensive lesson”."
    assert [quote.speaker for quote in quotes(text)] == [""]
