"""What a new source repeats is told, and it is kept as what it is: a copy, a new version, or not at all."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from sqlalchemy import text as sql

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import Composition
from casefile.proposals import Proposals, ProposedKind
from casefile.store import derived, lists, queries, trash
from casefile.store.addresses import address_key
from casefile.store.check import check
from casefile.store.clusters import versions_of
from casefile.store.duplicates import Kept, find_twins, keep_with_twins
from casefile.store.history import record_history
from casefile.store.keeping import Capture, keep_source, prepare_source
from casefile.store.signatures import MOST_WORDS
from casefile.store.store import Reader, Store
from casefile.terms import ActionKind, Outcome
from tests.store.near_duplicates import measure, story_capture
from tests.store.records import accept, action, because, fact, record
from tests.store.rewrites import add_furniture, correct_figures, stories, truncate
from tests.store.tampering import found_after, sentences

STORY, OTHER = stories(2, 2)
PAGE = "https://example.org/news/fine"


def keep(store: Store, capture: Capture) -> Kept:
    with store.write(f"Import {capture.file_name}", by="ann") as writer:
        return keep_with_twins(writer, prepare_source(capture, Proposals()))


def standing(store: Store, source_id: int) -> tuple[int, int]:
    """The source's cluster and its copies."""
    with store.read() as reader:
        assert check(reader) == []
        row = queries.source_rows(reader, [source_id])[0]
    return row.cluster_id, row.copies


def listed(store: Store) -> list[int]:
    with store.read() as reader:
        return sorted(lists.source_ids(reader))


def corrected(seed: int = 1) -> str:
    return correct_figures(Random(seed), STORY)  # noqa: S311


def test_the_same_bytes_are_not_kept_again(store: Store) -> None:
    first = keep(store, story_capture(STORY, "a"))
    assert first == Kept(1, Outcome.STORED)
    assert keep(store, story_capture(STORY, "b", PAGE)) == Kept(
        1, Outcome.DUPLICATE, "The same file is in the store already."
    )


def test_the_same_text_of_the_same_address_is_not_kept_again(store: Store) -> None:
    keep(store, story_capture(STORY, "a", PAGE, outlet="Here"))
    again = story_capture(STORY.replace("\n\n", "\n"), "b", f"{PAGE}/?utm_source=mail", outlet="There")
    kept = keep(store, again)
    assert (kept.source_id, kept.outcome) == (1, Outcome.DUPLICATE)
    assert kept.message == "The same text of the same address is kept: “a” (Here)."


def test_the_same_text_of_the_same_outlet_is_not_kept_again_but_as_another_kind_of_file(store: Store) -> None:
    keep(store, story_capture(STORY, "a"))
    again = story_capture(STORY.upper(), "b")
    assert keep(store, again).outcome is Outcome.DUPLICATE
    kept = keep(store, replace(again, media_type="application/pdf"))
    assert (kept.outcome, kept.source_id) == (Outcome.COPY, 2)
    assert standing(store, 2) == (1, 1)


def test_the_same_text_of_another_outlet_is_a_source_without_a_voice(store: Store) -> None:
    keep(store, story_capture(STORY, "a"))
    kept = keep(store, story_capture(STORY.upper(), "b", outlet="Elsewhere"))
    assert kept == Kept(
        2, Outcome.COPY, "It has the same text as “a” (Example News) and counts as no voice of its own."
    )


def test_short_texts_are_no_copies_of_each_other(store: Store) -> None:
    for name, text in (("a", "Please log in to go on."), ("b", "PLEASE log in to go on.")):
        assert keep(store, story_capture(text, name)).outcome is Outcome.STORED
    assert [standing(store, id_) for id_ in (1, 2)] == [(1, 0), (2, 0)]


def test_a_near_duplicate_is_told_with_its_share_and_counts_with_its_original(store: Store) -> None:
    keep(store, story_capture(STORY, "a"))
    keep(store, story_capture(OTHER, "b"))
    kept = keep(store, story_capture(corrected(), "c", outlet="Elsewhere"))
    assert kept.outcome is Outcome.COPY
    assert kept.message.startswith("It is 9")
    assert kept.message.endswith(" % the same as “a” (Example News) and counts as no voice of its own.")
    assert [standing(store, id_) for id_ in (1, 2, 3)] == [(1, 1), (2, 0), (1, 1)]


def test_a_shortened_copy_and_a_framed_one_say_what_they_are(store: Store) -> None:
    keep(store, story_capture(STORY, "a"))
    short = keep(store, story_capture(truncate(Random(1), STORY), "b"))  # noqa: S311
    assert "of it stands in “a” (Example News): it is a shortened copy" in short.message
    framed = "\n\n".join(add_furniture(Random(number), "") for number in range(2))  # noqa: S311
    assert keep(store, story_capture(STORY + framed, "c")).message.startswith("It holds all of “a”")
    assert standing(store, 3) == (1, 2)


def test_twins_are_told_before_anything_is_kept(store: Store) -> None:
    keep(store, story_capture(STORY, "a", PAGE))
    capture = story_capture(corrected(), "b", PAGE)
    with store.read() as reader:
        twins = find_twins(reader, prepare_source(capture, Proposals()))
        same = find_twins(reader, prepare_source(story_capture(STORY, "c"), Proposals()))
        other = story_capture(OTHER, "d", "https://example.org/news/other")
        none = find_twins(reader, prepare_source(other, Proposals()))
    assert twins.same_bytes is None
    assert [twin.source_id for twin in twins.same_address] == [1]
    assert [twin.source_id for twin in twins.near] == [1]
    assert 0.8 < twins.near[0].overlap.of_first < 1
    assert same.same_bytes == 1
    assert none == replace(none, same_bytes=None, same_address=(), same_text=(), near=())
    assert listed(store) == [1]


def test_another_text_of_the_same_address_is_a_new_version(store: Store) -> None:
    keep(store, story_capture(STORY, "a", PAGE))
    kept = keep(store, story_capture(corrected(), "a", PAGE.replace("https", "http") + "#top"))
    assert kept == Kept(2, Outcome.UPDATED, "A new version of “a” (Example News).")
    assert keep(store, story_capture(corrected(2), "a", PAGE)).outcome is Outcome.UPDATED
    assert listed(store) == [3]
    assert [standing(store, id_) for id_ in (1, 2, 3)] == [(1, 0)] * 3
    with store.read() as reader:
        assert [versions_of(reader, id_) for id_ in (1, 2, 3)] == [[1, 2, 3]] * 3
        assert lists.counts(reader).sources == 1


def test_versions_of_a_copy_count_once(store: Store) -> None:
    keep(store, story_capture(STORY, "a", PAGE))
    keep(store, story_capture(corrected(), "a", PAGE))
    keep(store, story_capture(corrected(2), "b", outlet="Elsewhere"))
    assert [standing(store, id_) for id_ in (1, 2, 3)] == [(1, 1)] * 3


def test_the_history_of_a_version_names_the_first_one(store: Store) -> None:
    keep(store, story_capture(STORY, "a", PAGE))
    keep(store, replace(story_capture(corrected(), "a", PAGE), captured_on=date(2025, 3, 3)))
    with store.read() as reader:
        told = [line.what for line in record_history(reader, "source", 2)]
    assert "Version of source set to 1" in told
    assert "Saved on set to 3 March 2025" in told


def test_a_version_that_was_saved_before_the_known_one_is_an_earlier_one(store: Store) -> None:
    keep(store, replace(story_capture(STORY, "a", PAGE), captured_on=date(2025, 3, 4)))
    kept = keep(store, replace(story_capture(corrected(), "a", PAGE), captured_on=date(2025, 3, 3)))
    assert kept.message == "An earlier version of “a” (Example News), which stays the one that is shown."
    assert listed(store) == [1]


def test_an_old_version_that_comes_again_is_known(store: Store) -> None:
    keep(store, story_capture(STORY, "a", PAGE))
    keep(store, story_capture(corrected(), "a", PAGE))
    kept = keep(store, story_capture(STORY.upper(), "a", PAGE))
    assert (kept.source_id, kept.outcome) == (1, Outcome.DUPLICATE)


def test_another_story_under_a_known_address_is_no_version(store: Store) -> None:
    keep(store, story_capture("\n\n".join(["Weather: mild, with rain in the west."] * 9), "Weather", PAGE))
    assert keep(store, story_capture(STORY, "A fine", PAGE)).outcome is Outcome.STORED
    assert listed(store) == [1, 2]


def test_without_its_newest_version_the_one_before_is_shown(store: Store) -> None:
    keep(store, story_capture(STORY, "a", PAGE))
    keep(store, story_capture(corrected(), "a", PAGE))
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [2])
    assert listed(store) == [1]
    store.undo("ann")
    assert listed(store) == [2]
    store.undo("ann")
    assert listed(store) == [1]
    assert standing(store, 1) == (1, 0)


def test_when_the_first_version_is_purged_the_next_one_takes_its_place(store: Store) -> None:
    for text in (STORY, corrected(), corrected(2)):
        keep(store, story_capture(text, "a", PAGE))
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [1])
    with store.write("Empty", by="ann") as writer:
        trash.empty_trash(writer)
    with store.read() as reader:
        assert versions_of(reader, 3) == [2, 3]
        assert check(reader) == []


def test_copies_of_a_source_in_the_trash_are_told_of_each_other_only(store: Store) -> None:
    for name, text in (("a", STORY), ("b", truncate(Random(1), STORY))):  # noqa: S311
        keep(store, story_capture(text, name))
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [1])
    assert standing(store, 2) == (2, 0)
    assert keep(store, story_capture(STORY, "c")).message.startswith("It holds")
    assert standing(store, 3) == (2, 1)


def test_what_is_purged_leaves_the_index(store: Store) -> None:
    for name, text in (("a", STORY), ("b", corrected()), ("c", OTHER)):
        keep(store, story_capture(text, name, outlet=name))
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [1])
    with store.write("Empty", by="ann") as writer:
        trash.empty_trash(writer)
    with store.read() as reader:
        assert check(reader) == []
        near = find_twins(reader, prepare_source(story_capture(STORY, "d", outlet="d"), Proposals())).near
    assert [twin.source_id for twin in near] == [2]


def test_many_kept_at_once_know_each_other_as_those_kept_one_by_one(store: Store) -> None:
    texts = [STORY, OTHER, corrected(), truncate(Random(1), OTHER)]  # noqa: S311
    with store.write("Import", by="ann") as writer:
        for text in texts:
            keep_source(writer, story_capture(text, text[:9]), Proposals())
    assert [standing(store, id_) for id_ in (1, 2, 3, 4)] == [(1, 1), (2, 1), (1, 1), (2, 1)]


def test_made_anew_the_index_is_what_it_had_become(store: Store) -> None:
    short = truncate(Random(1), OTHER)  # noqa: S311
    for name, words in (("a", STORY), ("b", OTHER), ("c", corrected()), ("d", short)):
        keep(store, story_capture(words, name, outlet=name))

    def rows(reader: Reader) -> list[list[tuple[Any, ...]]]:
        tables = ("text_signature", "text_band", "text_copy", "source_list")
        return [sorted(map(tuple, reader.execute(sql(f"SELECT * FROM {name}")))) for name in tables]  # noqa: S608

    with store.write("Rebuild", by="ann") as writer:
        before = rows(writer)
        assert all(before)
        derived.rebuild(writer)
        assert rows(writer) == before


def test_facts_and_the_brief_tell_how_many_sources_are_independent(store: Store) -> None:
    texts = [("a", STORY, ""), ("b", corrected(), "Elsewhere"), ("c", OTHER, "Third")]
    for name, text, outlet in texts:
        found = because("fined" if "fined" in text else text[:9], text)
        made = replace(action(), because=found, kind=ProposedKind(ActionKind.FINE, found))
        capture = story_capture(text, name, outlet=outlet)
        with store.write("Import", by="ann") as writer:
            kept = keep_with_twins(writer, prepare_source(capture, Proposals(actions=(made,))))
        with store.read() as reader:
            (proposed,) = queries.proposals(reader, kept.source_id)
        accept(store, proposed.id, into=1 if kept.source_id > 1 else None)
    kind = fact(record(store, 1), "kind")
    assert (kind.source_count, kind.independent_count) == (3, 2)
    with store.read() as reader:
        brief = assemble(reader, Composition(), datetime(2026, 1, 1, tzinfo=UTC))
    assert [(figure.value, figure.caption) for figure in brief.figures][-1] == ("3", "sources, 2 independent")
    assert sorted(source.same_text_as for source in brief.sources) == [(), (1,), (2,)]


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("DELETE FROM text_signature WHERE id = 1", "Copies of the source “a”"),
        ("UPDATE text_signature SET text_key = 'x' WHERE id = 1", "Copies of the source “a”"),
        ("UPDATE text_signature SET minima = x'00' WHERE id = 1", "Copies of the source “a”"),
        ("DELETE FROM text_band WHERE id = 1 AND band < 1 << 32", "Copies of the source “a”"),
        ("INSERT INTO text_band VALUES (7, 7)", "text_band has rows of texts that are not there"),
        ("INSERT INTO text_signature VALUES ('x', 0, x'', 7)", "text_signature has rows of texts"),
        ("DELETE FROM text_copy WHERE document_id = 1", "The list of texts that are copies of each other"),
        ("UPDATE source_list SET copies = 7 WHERE id = 1", "The list has 7 as the copies of"),
        ("UPDATE source_list SET address_key = 'x' WHERE id = 1", "as the address key of"),
    ],
)
def test_a_check_finds_what_is_wrong_with_the_index_of_copies(store: Store, script: str, told: str) -> None:
    for name, text in (("a", STORY), ("b", corrected())):
        keep(store, story_capture(text, name, outlet=name))
    assert any(told in sentence for sentence in sentences(found_after(store, script)))


def test_copies_are_told_from_other_stories(store: Store) -> None:
    found, mistaken = measure(store, 60)
    for quality in found:
        floor = 0.7 if quality.name == "cut, reworded, framed" else 0.97
        assert quality.recall >= floor, quality
        assert quality.precision >= 0.97, quality
    assert mistaken <= 1


@pytest.mark.parametrize(
    "urls",
    [
        (
            PAGE, f"{PAGE}/", "http://www.example.org/news/fine", f"{PAGE}?utm_source=x&fbclid=y",
            f"{PAGE}#top", "https://EXAMPLE.org:443/news/fine",
            "https://m.example.org/news/fine", "https://amp.example.org/news/fine", f"{PAGE}/amp/",
            "https://www.google.com/amp/s/www.example.org/news/fine", f"{PAGE}?amp=1",
            "https://www-example-org.cdn.ampproject.org/v/s/www.example.org/news/fine",
        ),
        ("https://example.org/?p=7&q=1", "http://example.org/?q=1&p=7", "https://example.org?p=7&q=1&gclid=1"),
        ("https://example.org/a%2Db", "https://example.org/a-b"),
    ],
)  # fmt: skip
def test_addresses_of_one_page_have_one_key(urls: tuple[str, ...]) -> None:
    assert len({address_key(url) for url in urls}) == 1
    assert address_key(urls[0])


def test_addresses_of_different_pages_have_different_keys() -> None:
    urls = [
        PAGE, f"{PAGE}s", f"{PAGE}?page=2", f"{PAGE}?ref=12", "https://example.com/news/fine",
        "https://news.example.org/fine", "https://example.org:8080/news/fine", "https://example.org/News/fine",
    ]  # fmt: skip
    keys = sorted(address_key(url) for url in urls)
    assert all(one != other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    "url", ["", "https://example.org/", "https://www.example.org", "file:///a.html", "https://[bad", "x y",
            "https://example.org:99999/a"]
)  # fmt: skip
def test_what_names_no_page_has_no_key(url: str) -> None:
    assert address_key(url) == ""


def test_of_texts_that_are_too_long_to_be_compared_whole_only_the_beginning_is_called_the_same(
    store: Store,
) -> None:
    beginning = " ".join(f"word{number}" for number in range(MOST_WORDS))
    keep(store, story_capture(f"{beginning} and here it ends.", "a"))
    kept = keep(store, story_capture(f"{beginning} but here it goes on.", "b", outlet="Elsewhere"))
    assert kept.outcome is Outcome.COPY
    assert kept.message.startswith("It begins with the same words as “a”")
