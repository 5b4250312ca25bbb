"""The query language: what is understood, and what is explained at its place."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from casefile.store.search.parse import MOST_CLAUSES, parse
from casefile.store.search.query import DayRange, FigureRange, Phrase, Value
from tests.store.queries import typed_queries

M = Decimal(1_000_000)


def value(typed: str) -> Value:
    parsed = parse(typed)
    assert parsed.problems == ()
    (clause,) = parsed.query.conditions
    (condition,) = clause.any_of
    return condition.value


def only_problem(typed: str) -> tuple[str, str]:
    """The place in the text and the sentence."""
    (problem,) = parse(typed).problems
    return problem.span.of(typed), problem.sentence


def test_words_phrases_beginnings_and_what_is_left_out() -> None:
    parsed = parse('clear "data protection" -foo* AI "the" gd*')
    words = [(clause.any_of[0], clause.negated) for clause in parsed.query.words]
    assert [(word.text, word.is_phrase, word.is_prefix, negated) for word, negated in words] == [
        ("clear", False, True, False),
        ("data protection", True, False, False),
        ("foo", False, True, True),
        ("AI", False, False, False),
        ("the", True, False, False),
        ("gd", False, True, False),
    ]
    assert parsed.problems == ()


def test_or_joins_words_with_words_and_fields_with_fields() -> None:
    query = parse("meta OR facebook fined status:final OR kind:ban").query
    assert [[word.text for word in clause.any_of] for clause in query.words] == [
        ["meta", "facebook"],
        ["fined"],
    ]
    assert [[condition.field for condition in clause.any_of] for clause in query.conditions] == [
        ["status", "kind"]
    ]
    assert only_problem("meta OR status:final")[0] == "OR"
    assert only_problem("lang:fr OR status:final")[1] == "OR joins fields of one kind of record."
    assert only_problem("meta OR") == ("OR", "OR stands between two words or two fields.")
    assert only_problem("meta OR -uber")[0] == "OR"
    assert [word.text for word in parse("meta or uber").query.wanted] == ["meta", "or", "uber"]


@pytest.mark.parametrize(
    ("typed", "low", "high", "currency"),
    [
        ("10m", 10 * M, 10 * M, ""),
        (">=10m", 10 * M, None, ""),
        ("<=10M", None, 10 * M, ""),
        ("10m..50m", 10 * M, 50 * M, ""),
        ("10..50m", 10 * M, 50 * M, ""),
        ("€1m..€5m", M, 5 * M, "EUR"),
        ("1m..5m EUR", M, 5 * M, "EUR"),
        ("10m..", 10 * M, None, ""),
        ("..10m", None, 10 * M, ""),
        ("10 million", 10 * M, 10 * M, ""),
        ("10mio", 10 * M, 10 * M, ""),
        ("1.5bn", 1500 * M, 1500 * M, ""),
        ("1,5 Mrd", 1500 * M, 1500 * M, ""),
        ("10k", Decimal(10_000), Decimal(10_000), ""),
        ("10,000,000", 10 * M, 10 * M, ""),
        ("10.000.000", 10 * M, 10 * M, ""),
        ("10 000 000 SEK", 10 * M, 10 * M, "SEK"),
        ("USD 3", Decimal(3), Decimal(3), "USD"),
        ("A$3m", 3 * M, 3 * M, "AUD"),
        ("33.7", Decimal("33.7"), Decimal("33.7"), ""),
        ('"10 million euros"', 10 * M, 10 * M, "EUR"),
    ],
)
def test_figures(typed: str, low: Decimal | None, high: Decimal | None, currency: str) -> None:
    assert value(f"amount:{typed}") == FigureRange(low, high, currency)


def test_a_bound_may_be_left_out_and_what_follows_is_a_word_again() -> None:
    assert value("amount:>$10m") == FigureRange(10 * M, None, "USD", beyond_low=True)
    assert value("amount:<€10m") == FigureRange(None, 10 * M, "EUR", beyond_high=True)
    assert [word.text for word in parse("amount:10 2024 amount:5m fined").query.wanted] == ["2024", "fined"]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-06", date(2024, 6, 1), date(2024, 6, 30)),
        ("2024-Q2", date(2024, 4, 1), date(2024, 6, 30)),
        ("2024-06-03", date(2024, 6, 3), date(2024, 6, 3)),
        ("2024-06~", date(2024, 6, 1), date(2024, 6, 30)),
        ("2023/2024", date(2023, 1, 1), date(2024, 12, 31)),
        ("2023..2024-06", date(2023, 1, 1), date(2024, 6, 30)),
        ("2023..", date(2023, 1, 1), None),
        ("..2023", None, date(2023, 12, 31)),
        (">=2024-06", date(2024, 6, 1), None),
        (">2024-06", date(2024, 7, 1), None),
        ("<2024", None, date(2023, 12, 31)),
        ("<=2024", None, date(2024, 12, 31)),
    ],
)
def test_dates(typed: str, first: date | None, last: date | None) -> None:
    assert value(f"decided:{typed}") == DayRange(first, last)


def test_names_codes_and_labels() -> None:
    assert value('respondent:"Meta Platforms"') == Phrase("Meta Platforms", is_quoted=True)
    assert value("authority: cnil") == Phrase("cnil")
    assert value("kind:Fine") == "fine"
    assert value("kind:penalty_payment") == "penalty-payment"
    assert value("source-kind:press") == "press"
    assert value("has:conflicts") == "conflict"
    assert value("forum:tribunal") == "tribunal"
    (clause,) = parse("status:appealed,final").query.conditions
    assert [condition.value for condition in clause.any_of] == ["appealed", "final"]
    (left_out,) = parse("-status:final").query.conditions
    assert left_out.negated


def test_a_colon_that_names_no_field_is_part_of_the_word() -> None:
    assert [word.text for word in parse("Meta: fined http://a.b/c 10:30").query.wanted] == [
        "Meta:", "fined", "http://a.b/c", "10:30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "place", "sentence"),
    [
        (
            "x amount:lots y",
            "amount:lots",
            "“amount:” wants a figure such as >10m, €1m..€5m or 1.5bn, not “lots”.",
        ),
        ("autority:cnil", "autority:cnil", "There is no field “autority:”. Did you mean “authority:”?"),
        ("zzzz:1", "zzzz:1", "There is no field “zzzz:”. Put it in quotation marks to search the words."),
        ("authority:", "authority:", "“authority:” wants an authority such as cnil or “Dutch DPA”."),
        ("status:apealed", "status:apealed", "“status:” does not know “apealed”. Did you mean “appealed”?"),
        ("has:conflit", "has:conflit", "“has:” does not know “conflit”. Did you mean “conflict”?"),
        (
            "amount:5m..1m",
            "amount:5m..1m",
            "The range “5m..1m” runs backwards; it was searched the other way round.",
        ),
        (
            "decided:2024..2023",
            "decided:2024..2023",
            "The range “2024..2023” runs backwards; it was searched the other way round.",
        ),
    ],
)
def test_what_is_wrong_is_explained_at_its_place(typed: str, place: str, sentence: str) -> None:
    assert only_problem(typed) == (place, sentence)


def test_what_is_understood_is_still_searched() -> None:
    parsed = parse('fined amount:lots "never closed')
    assert [word.text for word in parsed.query.wanted] == ["fined", "never closed"]
    assert [problem.span.of('fined amount:lots "never closed') for problem in parsed.problems] == [
        "amount:lots", '"never closed',
    ]  # fmt: skip
    assert value_of_reversed("amount:5m..1m") == FigureRange(M, 5 * M)


def value_of_reversed(typed: str) -> Value:
    return parse(typed).query.conditions[0].any_of[0].value


def test_two_currencies_and_impossible_days_are_problems() -> None:
    for typed in (
        "amount:€1m..$5m",
        'amount:"10m or so"',
        "decided:2024-02-30",
        "decided:0000",
        "decided:june",
        "decided:>9999",
    ):
        assert only_problem(typed)[0] == typed
        assert parse(typed).query.is_empty


def test_a_pasted_article_is_cut() -> None:
    parsed = parse("word " * 500)
    assert len(parsed.query.words) == MOST_CLAUSES
    assert "Only the first" in parsed.problems[0].sentence


@given(typed_queries())
def test_no_text_makes_it_raise_and_every_place_lies_in_the_text(typed: str) -> None:
    parsed = parse(typed)
    spans = [problem.span for problem in parsed.problems]
    spans += [word.span for clause in parsed.query.words for word in clause.any_of]
    spans += [condition.span for clause in parsed.query.conditions for condition in clause.any_of]
    assert all(span.end <= len(typed) for span in spans)
    assert all(problem.sentence.endswith((".", "?")) for problem in parsed.problems)
