"""What a search finds in a store: fields, words of every script, ranking, and an index that stays right."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from sqlalchemy import text

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store import cases, lists, review, trash
from casefile.store.editing import set_value
from casefile.store.keeping import Capture, keep_source
from casefile.store.party_edits import add_alias, merge_parties
from casefile.store.rows import Hit
from casefile.store.search import (
    add_snippets,
    matching_action_ids,
    matching_quote_ids,
    matching_source_ids,
    parse,
    results,
    search,
)
from casefile.store.search import matching as matching_module
from casefile.store.search.fields import Record
from casefile.store.store import Store
from casefile.values import PartialDate
from tests.store.queries import typed_queries
from tests.store.records import accept, action, keep, quote

NAME = "Commission nationale de l’informatique et des libertés"


def import_text(store: Store, words: str, title: str = "", language: str = "en", outlet: str = "") -> int:
    about = SourceMetadata(
        title=title,
        outlet=outlet,
        language=language,
        published=PartialDate("2024-06"),
        authors=("José Díaz",),
    )
    capture = Capture(words.encode(), f"{abs(hash(words))}.txt", words, about, "text/plain", "plain/1", ())
    with store.write("Import", by="ann") as writer:
        return keep_source(writer, capture, Proposals())


def hits(store: Store, typed: str) -> list[tuple[str, int]]:
    with store.read() as reader:
        found = search(reader, typed)
    assert found.problems == ()
    return [(hit.kind, hit.id) for hit in found.hits]


def ids(store: Store, typed: str, kind: str) -> list[int]:
    return sorted(id_ for found, id_ in hits(store, typed) if found == kind)


def set_field(store: Store, action_id: int, name: str, value: object) -> None:
    with store.write(f"Change {name}", by="ann") as writer:
        set_value(writer, action_id, name, value, "ann")  # type: ignore[arg-type]


def make_two_actions(store: Store) -> tuple[int, int]:
    """Acme, fined 2.5 million by the Dutch authority; Zenith, fined 40 million by the French, appealed."""
    first, _ = keep(store, Proposals(actions=(action(),), quotes=(quote(),)), "a.txt")
    second, _ = keep(
        store,
        Proposals(actions=(action("40000000", day="2023-06", respondent="Zenith Élan"),), quotes=(quote(),)),
        "b.txt",
    )
    one, two = accept(store, first), accept(store, second)
    set_field(store, two, "authority", {"code": "FR-CNIL", "name": NAME})
    set_field(store, two, "status", "appealed")
    set_field(store, two, "jurisdiction", "FR")
    return one, two


@pytest.fixture
def two_actions(store: Store) -> tuple[int, int]:
    return make_two_actions(store)


@dataclass(frozen=True)
class Standing:
    """A store with the two actions, that is not to be changed."""

    store: Store
    first: int
    second: int


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """The two actions, made once for the many questions that only look for them."""
    with closing(Store.create(tmp_path_factory.mktemp("standing") / "a.casefile")) as store:
        yield Standing(store, *make_two_actions(store))


FINDS_FIRST = (
    "authority:ap", "authority:nl-ap", 'authority:"dutch data protection authority"', "respondent:acm",
    "respondent:ACME", "amount:<10m", "amount:€2.5m", "amount:1m..3m", "decided:2025", "decided:2025-Q1",
    "decided:>=2024", "jurisdiction:nl", "jurisdiction:Netherlands", "jurisdiction:Pays-Bas",
    "-status:appealed", "-authority:cnil", "acme -zenith", "kind:fine amount:<10m", "authority:ap,bfdi",
)  # fmt: skip
FINDS_SECOND = (
    "authority:cnil", "authority:FR-CNIL", 'authority:"French Data Protection Authority"', "cnil",
    "respondent:elan", "respondent:élan", 'respondent:"zenith elan"', "amount:>10m", "amount:>€10m",
    "amount:40 million", "status:appealed", "decided:2023", "decided:2023-06-15", "decided:..2024",
    "jurisdiction:fr", "-respondent:acme", "zenith OR nothing", "amount:>10m kind:fine",
)  # fmt: skip
FINDS_NEITHER = (
    "authority:cnil respondent:acme", "amount:>$10m", "amount:>100m", "decided:2024", "status:final",
    "jurisdiction:de", "has:conflict", "is:trashed", "tag:faces", "kind:ban", "case:faces",
    'respondent:"elan zenith"',
)  # fmt: skip


@pytest.mark.parametrize("typed", FINDS_FIRST)
def test_fields_find_the_first(standing: Standing, typed: str) -> None:
    assert ids(standing.store, typed, "action") == [standing.first]


@pytest.mark.parametrize("typed", FINDS_SECOND)
def test_fields_find_the_second(standing: Standing, typed: str) -> None:
    assert ids(standing.store, typed, "action") == [standing.second]


@pytest.mark.parametrize("typed", FINDS_NEITHER)
def test_fields_find_neither(standing: Standing, typed: str) -> None:
    assert ids(standing.store, typed, "action") == []


@pytest.mark.parametrize(("few", "most_listed"), [(2_000, 10_000), (0, 10_000), (0, 0)])
def test_fields_beside_words_find_the_same_in_every_way_of_looking(
    store: Store,
    two_actions: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    most_listed: int,
) -> None:
    monkeypatch.setattr(matching_module, "FEW", few)
    monkeypatch.setattr(matching_module, "MOST_LISTED", most_listed)
    expected: tuple[tuple[tuple[str, ...], list[int]], ...] = (
        (FINDS_FIRST, [two_actions[0]]),
        (FINDS_SECOND, [two_actions[1]]),
        (FINDS_NEITHER, []),
        (("file:a.txt", "-file:b.txt", "in:actions acme"), [two_actions[0]]),
    )
    for queries, found in expected:
        for typed in queries:
            assert ids(store, f"fine {typed}", "action") == found, typed
    first, second = _sources(store)
    assert ids(store, "fined respondent:acme", "source") == [first]
    assert ids(store, "fined -respondent:acme", "source") == [second]
    assert ids(store, "fined status:appealed file:b", "source") == [second]
    assert ids(store, "fined status:appealed file:a", "source") == []


def test_upkeep_law_and_case_files_are_fields(store: Store, two_actions: tuple[int, int]) -> None:
    one, two = two_actions
    set_field(store, one, "tag", "Gesichtserkennung")
    set_field(store, one, "provision", {"instrument": "GDPR", "article": "5(1)(a)"})
    set_field(store, two, "provision", {"instrument": "GDPR", "article": "55"})
    set_field(store, two, "identifier", {"scheme": "case-number", "value": "SAN-2023-009", "url": ""})
    set_field(store, two, "opened", "2021-03")
    with store.write("Case", by="ann") as writer:
        cases.add_action(writer, cases.add_case(writer, "Façades"), two)
    assert ids(store, "tag:gesichtserkennung", "action") == [one]
    assert ids(store, "article:5", "action") == [one]
    assert ids(store, "law:dsgvo", "action") == [one, two]
    assert ids(store, "number:SAN-2023", "action") == [two]
    assert ids(store, "SAN-2023-009", "action") == [two]
    assert ids(store, "opened:2021", "action") == [two]
    assert ids(store, "case:facades", "action") == [two]
    assert ids(store, "has:tag", "action") == [one]


def test_a_field_of_one_kind_keeps_what_belongs_to_it(store: Store, two_actions: tuple[int, int]) -> None:
    one, two = two_actions
    first, second = _sources(store)
    stray = import_text(store, "Nothing to do with it.", language="fr")
    assert ids(store, "respondent:acme", "source") == [first]
    assert ids(store, "-respondent:acme", "source") == [second, stray]
    assert ids(store, "lang:fr", "action") == []
    assert ids(store, "file:a.txt", "action") == [one]
    assert ids(store, "file:a.txt status:appealed", "action") == []
    assert ids(store, "file:b.txt status:appealed", "source") == [second]
    assert ids(store, "has:quote", "action") == []
    for proposal_id in _quotes(store):
        accept(store, proposal_id)
    assert ids(store, "speaker:lee file:a.txt", "action") == [one]
    assert len(ids(store, "speaker:lee", "quote")) == 2
    assert len(ids(store, "speaker:lee respondent:acme", "quote")) == 1
    assert ids(store, "has:quote", "action") == [one, two]
    assert ids(store, "has:quote in:sources", "action") == []
    assert len(ids(store, "role:chair", "source")) == 2


def _sources(store: Store) -> list[int]:
    with store.read() as reader:
        return sorted(lists.source_ids(reader))


def _quotes(store: Store) -> list[int]:
    """The proposals of quotes."""
    with store.read() as reader:
        return [row[0] for row in reader.execute(text("SELECT id FROM proposal WHERE kind = 'quote'"))]


def test_what_a_record_is_and_has(store: Store) -> None:
    first, second = keep(store, Proposals(actions=(action(),), quotes=(quote(),)))
    waiting = import_text(store, "Nothing proposed.")
    assert ids(store, "is:waiting", "source") == [1]
    assert ids(store, "-is:waiting", "source") == [waiting]
    with store.write("Accept", by="ann") as writer:
        review.accept(writer, first, "ann", unreviewed=True)
        review.accept(writer, second, "ann")
    assert len(ids(store, "is:unreviewed", "action")) == 1
    assert ids(store, "is:unreviewed", "quote") == []
    assert ids(store, "is:unreviewed", "source") == [1]
    assert ids(store, "is:waiting", "source") == []
    assert ids(store, "has:conflict", "action") == []
    (other,) = keep(store, Proposals(actions=(action("9000000"),)), "b.txt")
    (acme,) = ids(store, "acme", "action")
    accept(store, other, into=acme)
    assert ids(store, "has:conflict", "action") == [acme]
    assert len(ids(store, "has:conflict", "source")) == 2
    assert ids(store, "has:amount is:unreviewed", "action") == [acme]
    assert ids(store, "is:primary", "source") == []


def test_fields_of_sources(store: Store) -> None:
    one = import_text(store, "Une amende.", "Amende", "fr", "Le Courrier Fictif")
    two = import_text(store, "A fine.", "Fine", "en", "Example News")
    assert ids(store, "lang:FR", "source") == [one]
    assert ids(store, "outlet:courrier", "source") == [one]
    assert ids(store, "published:2024-06-15", "source") == [one, two]
    assert ids(store, "published:2023", "source") == []
    assert ids(store, "author:diaz", "source") == [one, two]
    assert ids(store, "source-kind:press -lang:fr", "source") == [two]
    assert ids(store, "added:>=2020", "source") == [one, two]
    assert ids(store, "amende OR fine", "source") == [one, two]
    assert ids(store, "-amende", "source") == [two]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("数据", True), ("数", True), ("据保护", True), ("护", True), ("護", False),
        ('"个人数据保护法"', True),
        ("GDPR 数据", True), ("gdpr", True), ("GDPR第5", True), ("-数据", False), ("gdpr -数据", False),
        ("罚款 OR fine", False), ("数据 OR fine", True), ("保数", False),
    ],
)  # fmt: skip
def test_chinese_is_found_by_any_stretch(store: Store, typed: str, *, found: bool) -> None:
    source_id = import_text(store, "监管机构依GDPR第5条对该公司违反个人数据保护法作出决定。", "决定")
    assert ids(store, typed, "source") == ([source_id] if found else [])


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("個人情報保護委員会はＧＤＰＲに違反した", "gdpr 違反"),
        ("개인정보보호위원회가 과징금을 부과했다", "보호위원회"),
        ("คุ้มครองข้อมูลส่วนบุคคล", "ข้อมูล"),
        ("ປົກປ້ອງຂໍ້ມູນສ່ວນຕົວ", "ຂໍ້ມູນ"),
        ("ការការពារទិន្នន័យ", "ទិន្នន័យ"),
        ("L’autorité protège les données", "PROTEGE donne*"),
        ("Straße und Bußgeld", "bußgeld"),
        ("Защита данных", "данн"),
        ("حماية البيانات", "البيانات"),
    ],
)
def test_other_scripts_are_found_and_marked(store: Store, words: str, typed: str) -> None:
    source_id = import_text(store, f"Before. {words}. After.")
    import_text(store, "Something else entirely.")
    with store.read() as reader:
        (hit,) = search(reader, typed).hits
    assert (hit.kind, hit.id) == ("source", source_id)
    assert hit.marks


def test_titles_come_before_bodies_and_every_kind_stands_in_one_list(store: Store) -> None:
    keep(store, Proposals(actions=(action(),), quotes=(quote(),)))
    with store.read() as reader:
        proposals = [row[0] for row in reader.execute(text("SELECT id FROM proposal ORDER BY id"))]
    for proposal_id in proposals:
        accept(store, proposal_id)
    body = import_text(store, "Acme " * 50, "Something")
    title = import_text(store, f"{'Words and words. ' * 200} Acme.", "A report on Acme")
    found = hits(store, "acme")
    assert found[0][0] == "action"
    assert found.index(("source", title)) < found.index(("source", body))
    assert {kind for kind, _ in hits(store, "disagree")} == {"quote", "source"}


def test_only_the_newest_of_very_many_are_ranked_and_it_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "MOST_RANKED", 5)
    made = [import_text(store, f"privacy number {number}") for number in range(8)]
    with store.read() as reader:
        found = search(reader, "privacy")
        assert search(reader, "number 3").notes == ()
    assert sorted(hit.id for hit in found.hits) == made[3:]
    assert found.notes == (
        "Only the newest 5 of 8 sources with these words are ranked. Add a word to see others.",
    )


def test_snippets_are_made_for_the_first_hits_and_for_others_when_they_are_looked_at(
    store: Store, two_actions: tuple[int, int]
) -> None:
    import_text(store, "Acme was fined", "A report on Acme")
    for proposal_id in keep(store, Proposals(quotes=(quote(),)), "c.txt"):
        accept(store, proposal_id)
    with store.read() as reader:
        for typed in ("acme", "disagree", "kind:fine"):
            whole = search(reader, typed).hits
            assert all(hit.snippet for hit in whole)
            part = search(reader, typed, with_snippets=1).hits
            assert part[0] == whole[0]
            assert {hit.snippet for hit in part[1:]} <= {""}
            assert [(hit.kind, hit.id, hit.title) for hit in part] == [
                (hit.kind, hit.id, hit.title) for hit in whole
            ]
            assert tuple(add_snippets(reader, typed, part)) == whole
    assert {hit.kind for typed in ("acme", "disagree") for hit in whole_of(store, typed)} == set(Record)
    assert two_actions


def test_a_hit_that_is_gone_stays_as_it_is(store: Store) -> None:
    gone = [Hit(kind, 99, "Gone", "", ()) for kind in Record]
    with store.read() as reader:
        assert add_snippets(reader, "acme", gone) == gone
        assert add_snippets(reader, "acme", []) == []


def whole_of(store: Store, typed: str) -> tuple[Hit, ...]:
    with store.read() as reader:
        return search(reader, typed).hits


def test_a_word_far_into_a_long_text_is_shown(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casefile.store.search.texts._READ_AT_ONCE", 100)
    import_text(store, f"{'Padding here. ' * 40} the needle")
    with store.read() as reader:
        (hit,) = search(reader, "needle").hits
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["needle"]


def test_merged_parties_and_other_names_are_found(store: Store, two_actions: tuple[int, int]) -> None:
    one, two = two_actions
    with store.read() as reader:
        acme, zenith = (
            reader.execute(text("SELECT id FROM party WHERE name = :name"), {"name": name}).scalar_one()
            for name in ("Acme Corp", "Zenith Élan")
        )
    with store.write("Alias", by="ann") as writer:
        add_alias(writer, acme, "Apex Größe")
    assert ids(store, "respondent:grosse", "action") == []
    assert ids(store, "respondent:größe", "action") == [one]
    with store.write("Merge", by="ann") as writer:
        merge_parties(writer, acme, zenith)
    assert ids(store, "respondent:apex", "action") == [one, two]
    assert ids(store, "respondent:zenith", "action") == [one, two]
    store.undo("ann")
    assert ids(store, "respondent:apex", "action") == [one]


def test_the_trash_is_searched_only_when_asked(store: Store, two_actions: tuple[int, int]) -> None:
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "action", [two_actions[1]])
    assert ids(store, "zenith", "action") == []
    assert ids(store, "zenith is:trashed", "action") == [two_actions[1]]
    assert ids(store, "is:trashed", "action") == [two_actions[1]]
    assert ids(store, "respondent:zenith", "source") == []


def test_matching_gives_every_id_and_lists_take_the_same_language(
    store: Store, two_actions: tuple[int, int]
) -> None:
    with store.read() as reader:
        query = parse("amount:>10m").query
        assert list(matching_action_ids(reader, query)) == [two_actions[1]]
        assert len(matching_source_ids(reader, query)) == 1
        assert list(matching_quote_ids(reader, parse("disagree").query)) == []
        assert list(matching_action_ids(reader, parse("").query)) == []
        assert lists.action_ids(reader, words="amount:>10m zen") == [two_actions[1]]
        assert len(lists.action_ids(reader, words="amount:lots")) == 2


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fined", 2),
        ("fined lumen", 1),
        ("fined OR appeal", 2),
        ("-lumen fined", 1),
        ("fined lang:en", 2),
        ("fined lang:de", 0),
    ],
)
def test_a_list_finds_the_same_by_words_alone_and_beside_other_tests(
    store: Store, typed: str, found: int
) -> None:
    first, second = (import_text(store, f"The {name} was fined.") for name in ("Lumen", "Bolt"))
    third = import_text(store, "Fined as well, and thrown away.")
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [third])
    with store.read() as reader:
        ids = lists.source_ids(reader, words=typed)
    assert len(ids) == found
    assert set(ids) <= {first, second}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.create(tmp_path_factory.mktemp("queries") / "a.casefile")
    for proposal_id in keep(store, Proposals(actions=(action(),), quotes=(quote(),))):
        accept(store, proposal_id)
    import_text(store, "fined 数据保护 gdpr")
    yield store
    store.close()


@given(typed_queries())
@settings(deadline=None, max_examples=80)
def test_no_text_makes_a_search_raise(filled: Store, typed: str) -> None:
    with filled.read() as reader:
        found = search(reader, typed)
        for record in (matching_action_ids, matching_source_ids, matching_quote_ids):
            record(reader, parse(typed).query)
    assert all(mark.end <= len(hit.snippet) for hit in found.hits for mark in hit.marks)
