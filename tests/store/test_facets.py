"""Facets and groups: values with their counts, choices that narrow, headings with sums."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store import cases, groups, lists, party_edits, review
from casefile.store.action_facets import ACTION_FACETS, action_facet
from casefile.store.facets import FacetValues, Scope
from casefile.store.keeping import Capture, keep_source
from casefile.store.lists import Order
from casefile.store.quote_facets import QUOTE_FACETS, quote_facet
from casefile.store.schema.evidence import Source
from casefile.store.source_facets import source_facet
from casefile.store.store import Reader, Store
from casefile.terms import ActionStatus, AmountScale
from casefile.values import Money, PartialDate
from tests.store.records import accept, action, keep, quote

Look = Callable[[Reader, str, Scope], FacetValues]
Find = Callable[..., list[int]]
NEWEST = Order("decided", descending=True)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Three actions against Acme, Bolt and Acme again; the last appealed and its sum without a scale."""
    made = Store.create(tmp_path / "a.casefile")
    for number, proposed in enumerate(
        (
            action("2500000", day="2023-03-03"),
            action("1000000.5", day="2024-04-04", respondent="Bolt Ltd"),
            action("33.7", AmountScale.MISSING, ActionStatus.APPEALED, None),
        )
    ):
        for proposal_id in keep(made, Proposals(actions=(proposed,), quotes=(quote(),)), f"{number}.txt"):
            accept(made, proposal_id)
    return made


def values(store: Store, facet: str, scope: Scope = Scope(), typed: str = "") -> list[tuple[str, int]]:  # noqa: B008
    with store.read() as reader:
        return [(value.label, value.count) for value in action_facet(reader, facet, scope, typed).values]


def key_of(store: Store, facet: str, label: str) -> frozenset[str]:
    with store.read() as reader:
        found = action_facet(reader, facet, Scope()).values
    return frozenset(value.key for value in found if value.label == label)


def ids(store: Store, scope: Scope) -> list[int]:
    with store.read() as reader:
        return lists.action_ids(reader, scope.case_id, scope.words, NEWEST, scope.chosen)


def test_each_facet_counts_its_values(store: Store) -> None:
    assert values(store, "authority") == [("Autoriteit Persoonsgegevens", 3)]
    assert values(store, "respondent") == [("Acme Corp", 2), ("Bolt Ltd", 1)]
    assert values(store, "year") == [("not known", 1), ("2023", 1), ("2024", 1)]
    assert values(store, "kind") == [("Fine", 3)]
    assert values(store, "status") == [("Imposed", 2), ("Appealed", 1)]
    assert values(store, "currency") == [("EUR", 3)]
    assert values(store, "case") == []


def test_choices_of_one_facet_are_alternatives_and_several_hold_together(store: Store) -> None:
    acme = key_of(store, "respondent", "Acme Corp")
    both = acme | key_of(store, "respondent", "Bolt Ltd")
    assert len(ids(store, Scope(chosen={"respondent": both}))) == 3
    assert len(ids(store, Scope(chosen={"respondent": acme}))) == 2
    appealed = key_of(store, "status", "Appealed")
    assert len(ids(store, Scope(chosen={"respondent": acme, "status": appealed}))) == 1
    assert len(ids(store, Scope(words="bolt", chosen={"respondent": acme}))) == 0


def test_counts_follow_the_other_facets_and_the_words_but_not_their_own(store: Store) -> None:
    chosen = Scope(chosen={"respondent": key_of(store, "respondent", "Bolt Ltd")})
    assert values(store, "status", chosen) == [("Imposed", 1)]
    assert values(store, "respondent", chosen) == [("Acme Corp", 2), ("Bolt Ltd", 1)]
    assert values(store, "respondent", Scope(words="decided:2024")) == [("Bolt Ltd", 1)]
    assert values(store, "respondent", typed="acm") == [("Acme Corp", 2)]


def test_a_merged_party_is_one_value(store: Store) -> None:
    (acme,) = key_of(store, "respondent", "Acme Corp")
    (bolt,) = key_of(store, "respondent", "Bolt Ltd")
    with store.write("Merge", by="ann") as writer:
        party_edits.merge_parties(writer, int(acme), int(bolt))
    assert values(store, "respondent") == [("Acme Corp", 3)]
    assert len(ids(store, Scope(chosen={"respondent": frozenset({bolt})}))) == 3


def test_groups_add_up_sums_whose_scale_is_stated(store: Store) -> None:
    with store.read() as reader:
        grouped = groups.grouped_actions(reader, "respondent", Scope(), NEWEST)
        years = groups.grouped_actions(reader, "year", Scope(), NEWEST)
    acme, bolt = grouped.groups
    assert (acme.title, acme.count, acme.sums, acme.left_out) == (
        "Acme Corp",
        2,
        (Money(250000000, "EUR"),),
        1,
    )
    assert (bolt.title, bolt.count, bolt.sums) == ("Bolt Ltd", 1, (Money(100000050, "EUR"),))
    assert [group.title for group in years.groups] == ["2024", "2023", "Year not known"]
    assert years.ids == [2, 1, 3]


def test_an_action_stands_below_each_of_its_case_files(store: Store) -> None:
    with store.write("Cases", by="ann") as writer:
        first, second = (cases.add_case(writer, title, "") for title in ("First", "Second"))
        for case_id in (first, second):
            cases.add_action(writer, case_id, 1)
    with store.read() as reader:
        grouped = groups.grouped_actions(reader, "case", Scope(), NEWEST)
    assert [(group.title, group.count) for group in grouped.groups] == [
        ("First", 1), ("Second", 1), ("In no case file", 2),
    ]  # fmt: skip
    assert grouped.ids[:2] == [1, 1]
    assert values(store, "case") == [("First", 1), ("Second", 1)]
    assert ids(store, Scope(chosen={"case": frozenset({str(first)})})) == [1]


def test_quotes_are_narrowed_counted_and_grouped_by_speaker(store: Store) -> None:
    from casefile.store.corrections import QuoteDetails, describe_quote

    with store.write("Describe quote", by="ann") as writer:
        describe_quote(writer, 2, QuoteDetails("", "", ""))
    with store.read() as reader:
        speakers = quote_facet(reader, "speaker", Scope()).values
        assert [(value.label, value.count) for value in speakers] == [("Ann Lee", 2), ("not named", 1)]
        ann = {"speaker": frozenset({speakers[0].key})}
        assert lists.quote_ids(reader, chosen=ann) == [1, 3]
        assert lists.quote_ids(reader, chosen={"speaker": frozenset({""})}) == [2]
        assert lists.quote_ids(reader, words="speaker:lee role:chair") == [1, 3]
        grouped = groups.grouped_quotes(reader, Scope(), Order("accepted"))
        assert [(group.title, group.count) for group in grouped.groups] == [("Ann Lee", 2), ("not named", 1)]
        assert grouped.ids == [1, 3, 2]
        for name in QUOTE_FACETS.keys() - {"tag"}:
            assert sum(value.count for value in quote_facet(reader, name, Scope()).values) == 3
        for name in ACTION_FACETS:
            assert action_facet(reader, name, Scope(words="nothing")).values == ()


def test_sources_are_narrowed_and_counted(store: Store) -> None:
    for number, outlet in enumerate(("Reuters", "reuters", "Le Monde")):
        words, day = f"Text {number}.", PartialDate("2024-06")
        data = SourceMetadata(title=f"{number}", outlet=outlet, language="sv", published=day)
        capture = Capture(words.encode(), f"{number}.txt", words, data, "text/plain", "plain/1", ())
        with store.write("Import", by="ann") as writer:
            keep_source(writer, capture, Proposals())

    def counts(name: str, words: str = "") -> dict[str, int]:
        found = source_facet(reader, name, Scope(words=words)).values
        return {value.key: value.count for value in found}

    with store.read() as reader:
        assert (counts("outlet")["reuters"], counts("outlet")["le monde"]) == (2, 1)
        assert (counts("language")["sv"], counts("year")["2024"], counts("kind")["press"]) == (3, 3, 6)
        assert len(lists.source_ids(reader, chosen={"outlet": frozenset({"reuters"})})) == 2
        assert len(lists.source_ids(reader, words="lang:sv")) == 3
        assert counts("outlet", words="file:0.txt lang:sv") == {"reuters": 1}
        for scope, label in ((Scope(), "Reuters"), (Scope(words="file:1.txt lang:sv"), "reuters")):
            found = source_facet(reader, "outlet", scope).values
            assert [value.label for value in found if value.key == "reuters"] == [label]
        with_both = {"outlet": frozenset({"reuters"}), "language": frozenset({"sv", "en"})}
        assert len(lists.source_ids(reader, chosen=with_both)) == 2


def test_as_many_records_are_left_by_a_year_as_it_counts(store: Store) -> None:
    for number, day in enumerate(("2023-12-31", "2024", "2024-01-01", "2024-12-31", "2025-01-01", None)):
        words = f"Text {number} ".ljust(80, "x")
        data = SourceMetadata(title=words, published=PartialDate(day) if day else None)
        capture = Capture(words.encode(), f"{number}.txt", words, data, "text/plain", "plain/1", ())
        with store.write("Import", by="ann") as writer:
            keep_source(writer, capture, Proposals(quotes=(quote(),) if number < 4 else ()))
            review.accept_all(
                writer, writer.scalar(select(func.max(Source.id))) or 0, "ann", unreviewed=False
            )
    with store.read() as reader:
        lists_by_facet: list[tuple[Look, Find]] = [
            (action_facet, lists.action_ids),
            (source_facet, lists.source_ids),
            (quote_facet, lists.quote_ids),
        ]
        for look, find in lists_by_facet:
            counted = {value.key: value.count for value in look(reader, "year", Scope()).values}
            left = {key: len(find(reader, chosen={"year": frozenset({key})})) for key in counted}
            assert left == counted
            assert len(counted) > 2
            assert len(find(reader, chosen={"year": frozenset(counted)})) == sum(counted.values())


@pytest.mark.parametrize("descending", [False, True])
def test_a_part_of_a_list_stands_in_the_order_of_the_whole(store: Store, *, descending: bool) -> None:
    for number in range(6):
        words = f"Text {number % 3} {number} ".ljust(80, "x")
        data = SourceMetadata(title=words[:6], published=PartialDate(f"202{3 + number % 2}-05-0{9 - number}"))
        capture = Capture(words.encode(), f"{number}.txt", words, data, "text/plain", "plain/1", ())
        with store.write("Import", by="ann") as writer:
            keep_source(writer, capture, Proposals(quotes=(quote(),)))
            review.accept_all(
                writer, writer.scalar(select(func.max(Source.id))) or 0, "ann", unreviewed=False
            )
    with store.write("Case", by="ann") as writer:
        case_id = cases.add_case(writer, "First", "")
        cases.add_records(writer, case_id, "action", [1, 3])
        cases.add_records(writer, case_id, "source", [5, 7, 8])
    finders: list[tuple[Find, lists.Sorts]] = [
        (lists.action_ids, lists.ACTION_SORTS),
        (lists.source_ids, lists.SOURCE_SORTS),
        (lists.quote_ids, lists.QUOTE_SORTS),
    ]
    year = {"year": frozenset({"2023"})}
    with store.read() as reader:
        for find, sorts in finders:
            parts = [set(find(reader, case_id)), set(find(reader, chosen=year))]
            assert all(parts)
            for order in (Order(by, descending) for by in sorts):
                whole = find(reader, order=order)
                found = [find(reader, case_id, order=order), find(reader, order=order, chosen=year)]
                assert found == [[id_ for id_ in whole if id_ in part] for part in parts]
