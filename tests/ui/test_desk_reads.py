"""Questions to the store: of several that are asked under one name the last is answered, the others stop."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from casefile.store import cases
from casefile.store.store import Reader, Store
from tests.store.test_store import ENDLESS
from ui.desk import Desk
from ui.jobs import Jobs
from ui.notices import Notice

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    Store.create(tmp_path / "a.casefile").close()
    made = Desk(Jobs(), "ann")
    made.open(tmp_path / "a.casefile")
    qtbot.waitUntil(lambda: made.path is not None and made.jobs.idle, timeout=20_000)
    yield made
    made.close()


def endless(begun: Event) -> Callable[[Reader], object]:
    def work(reader: Reader) -> object:
        begun.set()
        return reader.execute(text(ENDLESS))

    return work


def test_a_question_that_is_asked_anew_makes_room_for_the_new_one(desk: Desk, qtbot: QtBot) -> None:
    told: list[Notice] = []
    desk.told.connect(told.append)
    answers: list[object] = []
    for _ in range(3):
        begun = Event()
        desk.read("list", endless(begun), answers.append)
        qtbot.waitUntil(begun.is_set)
    desk.read("list", lambda reader: reader.scalar(text("SELECT 7")), answers.append)
    qtbot.waitUntil(lambda: desk.jobs.idle, timeout=20_000)
    assert answers == [7]
    assert told == []


def test_other_questions_are_let_alone(desk: Desk, qtbot: QtBot) -> None:
    answers: list[object] = []
    for name in ("first", "second", "third"):
        desk.read(name, lambda reader: reader.scalar(text("SELECT 1")), answers.append)
    qtbot.waitUntil(lambda: desk.jobs.idle, timeout=20_000)
    assert answers == [1, 1, 1]


def test_a_write_is_in_no_question_s_way(desk: Desk, qtbot: QtBot) -> None:
    begun = Event()
    desk.read("list", endless(begun), lambda _: None)
    qtbot.waitUntil(begun.is_set)
    kept: list[int] = []
    desk.write("Case file", lambda writer: cases.add_case(writer, "Faces"), kept.append)
    qtbot.waitUntil(lambda: bool(kept), timeout=20_000)
    desk.read("list", lambda reader: reader.scalar(text("SELECT count(*) FROM case_file")), kept.append)
    qtbot.waitUntil(lambda: desk.jobs.idle, timeout=20_000)
    assert kept == [1, 1]
