"""Parties, the wall of quotes, facets and groups over the made store: reads, frames, pauses."""

import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.store import groups, lists, party_detail, party_lists
from casefile.store.action_facets import ACTION_FACETS, action_facet
from casefile.store.facets import Scope
from casefile.store.lists import Order
from casefile.store.quote_facets import QUOTE_FACETS, quote_facet
from casefile.store.store import Store
from casefile.terms import PartyKind
from tests.benchmarks.measuring import SOURCES, median_ms, print_table
from tests.benchmarks.pulse import Pulse, in_ms
from ui.main_window import MainWindow

FRAMES = 60
RESPONDENT = PartyKind.RESPONDENT


def bare_ms(store: Store) -> float:
    with store.read() as reader:
        return median_ms(
            lambda: len(reader.connection().exec_driver_sql("SELECT id FROM source").cursor.fetchall())
        )


def test_reading_parties_facets_and_groups(big: Store) -> None:
    bare = bare_ms(big)
    newest = Order("decided", descending=True)
    with big.read() as reader:
        ids = party_lists.party_ids(reader, RESPONDENT)
        (authority, *_) = party_lists.party_ids(reader, PartyKind.AUTHORITY)
        speakers = party_lists.speaker_ids(reader)
        narrowed = Scope(words="respondent", chosen={"authority": frozenset({str(authority)})})
        work: dict[str, Callable[[], object]] = {
            f"{len(ids):,} respondents by name": lambda: party_lists.party_ids(reader, RESPONDENT),
            "the same, by their actions": lambda: party_lists.party_ids(
                reader, RESPONDENT, "", Order("actions")
            ),
            "the same, “ent 12” typed": lambda: party_lists.party_ids(reader, RESPONDENT, "ent 12"),
            "200 rows of them": lambda: party_lists.party_rows(reader, ids[:200]),
            "an authority with its actions": lambda: party_detail.party_detail(reader, authority),
            f"{len(speakers):,} speakers": lambda: party_lists.speaker_ids(reader),
            "a speaker with the actions": lambda: party_detail.speaker_detail(reader, speakers[0]),
            "actions of one authority": lambda: lists.action_ids(reader, chosen=narrowed.chosen),
        }
        for name in ACTION_FACETS:
            work[f"facet {name}"] = partial(action_facet, reader, name, Scope())
            work[f"facet {name}, narrowed"] = partial(action_facet, reader, name, narrowed)
        for name in QUOTE_FACETS:
            work[f"quotes' facet {name}"] = partial(quote_facet, reader, name, Scope())
        for by in groups.ACTION_GROUPS:
            work[f"actions by {by}"] = partial(groups.grouped_actions, reader, by, Scope(), newest)
        work["quotes by speaker"] = lambda: groups.grouped_quotes(reader, Scope(), Order("accepted"))
        taken = {name: median_ms(act, 3) for name, act in work.items()}
    print_table(
        f"Parties, facets and groups; a bare query of {SOURCES:,} ids takes {bare:.1f} ms",
        tuple((name, f"{ms:.1f} ms, ratio {ms / bare:.1f}") for name, ms in taken.items()),
    )
    assert len(ids) > 0


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_views_open_and_the_wall_scrolls(window: MainWindow, qtbot: QtBot, made_store: Path) -> None:
    store = Store.open(made_store)
    bare = bare_ms(store)
    store.close()
    rows = []

    def measure(name: str, act: Callable[[], object]) -> None:
        pulse = Pulse()
        start = time.perf_counter()
        act()
        qtbot.waitUntil(lambda: window.desk.jobs.idle, timeout=60_000)
        taken = time.perf_counter() - start
        pulse.stop()
        rows.append((name, f"{in_ms(taken, bare)}; stood {pulse.longest_s * 1000:.0f} ms"))

    quotes, actions = window.quotes, window.actions_pane
    measure("quotes", lambda: window.go("quotes"))
    measure("their wall", quotes.turn)
    measure("the wall by speaker", lambda: quotes.head.group.setCurrentIndex(1))
    measure("all groups folded", lambda: quotes.head.fold_wanted.emit(True))  # noqa: FBT003  a signal
    measure("and unfolded", lambda: quotes.head.fold_wanted.emit(False))  # noqa: FBT003  a signal
    bar, frames = quotes.wall.verticalScrollBar(), []
    for frame in range(FRAMES):
        start = time.perf_counter()
        bar.setValue(bar.maximum() // 3 + frame * 40)
        quotes.wall.viewport().repaint()
        frames.append(time.perf_counter() - start)
    rows.append(("a frame of the scrolled wall, median", in_ms(statistics.median(frames), bare)))
    rows.append(("the slowest of 60", in_ms(max(frames), bare)))
    measure("actions", lambda: window.go("actions"))
    measure("actions by authority", lambda: actions.head.group.setCurrentIndex(1))
    measure("actions by respondent", lambda: actions.head.group.setCurrentIndex(2))
    measure("parties", lambda: window.go("parties"))
    measure("respondents", lambda: window.parties.show_list(RESPONDENT))
    measure("speakers", lambda: window.parties.show_list(None))
    print_table(f"Views over {SOURCES:,} sources; a bare query of their ids takes {bare:.1f} ms", tuple(rows))
    assert len(quotes.table.model.ids) >= SOURCES
