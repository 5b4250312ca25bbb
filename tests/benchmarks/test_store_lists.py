"""Lists over the made store: first page, jump, every sort, memory; against a bare query of the same ids."""

import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from casefile.store import lists, lookups, queries
from casefile.store.lists import Order
from casefile.store.store import Reader, Store
from tests.benchmarks.measuring import SOURCES, median_ms, print_table

PAGE = 200
LISTS: dict[str, tuple[Callable[..., list[int]], lists.Sorts, Callable[..., Sequence[object]]]] = {
    "actions": (lists.action_ids, lists.ACTION_SORTS, queries.action_rows),
    "sources": (lists.source_ids, lists.SOURCE_SORTS, queries.source_rows),
    "quotes": (lists.quote_ids, lists.QUOTE_SORTS, queries.quote_rows),
    "events": (lists.event_ids, lists.EVENT_SORTS, queries.event_rows),
}


def bare_ids(reader: Reader) -> Sequence[object]:
    return reader.connection().exec_driver_sql("SELECT id FROM source").cursor.fetchall()


@pytest.mark.parametrize("name", LISTS)
def test_first_page_jump_and_sorts(big: Store, name: str) -> None:
    ids_of, sorts, rows_of = LISTS[name]
    with big.read() as reader:
        bare = median_ms(lambda: bare_ids(reader))
        ids = ids_of(reader)
        first = median_ms(lambda: rows_of(reader, ids_of(reader)[:PAGE]))
        jumps = [
            median_ms(partial(rows_of, reader, ids[at : at + PAGE]), 3)
            for at in (len(ids) * part // 13 for part in range(1, 13))
        ]
        taken = {
            by: max(
                median_ms(partial(ids_of, reader, order=Order(by, descending=down)), 5)
                for down in (False, True)
            )
            for by in sorts
        }
    slowest = max(taken, key=lambda by: taken[by])
    print_table(
        f"The list of {len(ids):,} {name}; a bare query of {SOURCES:,} ids takes {bare:.1f} ms",
        (
            ("first page (ids and 200 rows)", f"{first:.1f} ms, ratio {first / bare:.1f}"),
            ("jump anywhere, slowest of 12", f"{max(jumps):.1f} ms, ratio {max(jumps) / bare:.1f}"),
            (
                f"sort, slowest of {len(sorts)} columns ({slowest})",
                f"{taken[slowest]:.1f} ms, ratio {taken[slowest] / bare:.1f}",
            ),
        ),
    )  # fmt: skip
    assert len(ids) > 0


def test_choosing_evidence(big: Store) -> None:
    """All sources and all actions by a part of their title, as a form asks for them letter by letter."""
    taken: dict[str, float] = {}
    with big.read() as reader:
        bare = median_ms(lambda: bare_ids(reader))
        for typed in ("", "a", "fin", "fine for data", "zzzz"):
            for name, find in (("sources", lookups.find_sources), ("actions", lookups.find_actions)):
                taken[f"{name}, “{typed}” typed"] = median_ms(partial(find, reader, 1, typed), 5)
        found = lookups.find_sources(reader, 1)
    print_table(
        f"Choosing evidence among {SOURCES:,} sources; a bare query of their ids takes {bare:.1f} ms",
        tuple((name, f"{ms:.1f} ms, ratio {ms / bare:.1f}") for name, ms in taken.items()),
    )
    assert len(found.near) > 0
    assert len(found.near) + len(found.others) >= SOURCES


def test_memory_of_a_list(big: Store) -> None:
    from ui.models.ids_model import IdsModel

    with big.read() as reader:
        tracemalloc.start()
        model = IdsModel[object]((), lambda _ids, _receive: None)
        model.set_ids(lists.source_ids(reader))
        held, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    print(f"\na list of {len(model.ids):,} ids holds {held / 1e6:.1f} MB, {peak / 1e6:.1f} MB at its peak")
    assert len(model.ids) > 0


def test_opening(made_store: Path) -> None:
    def opening() -> None:
        store = Store.open(made_store)
        with store.read() as reader:
            lists.counts(reader)
        store.close()

    taken = median_ms(opening)
    print(f"\nopening a store of {SOURCES:,} sources, first counts and closing: {taken:.1f} ms")
    assert made_store.is_file()
