"""A second start hands its store to the window that is there."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_furnishing import STARTED
from ui.one_instance import Doorway, Request, bring_to_front, hand_over, socket_name

TOUCH = "import sys\nfrom pathlib import Path\nfrom ui.one_instance import hand_over\n"
FIRST = """
def ready(window):
    print("there", flush=True)
    def opened():
        if window.desk.path.name == "b.casefile":
            print(window.windowTitle(), flush=True)
            QTimer.singleShot(0, window.close)
    window.desk.opened.connect(opened)
opening = ui.app._open_door
def opened_door(window, place):
    opening(window, place)
    ready(window)
ui.app._open_door = opened_door
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings whose window nobody else has."""
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    return tmp_path / "settings.json"


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def second_start(name: str, store: str) -> "subprocess.Popen[str]":
    code = f"{TOUCH}print(hand_over({name!r}, Path({store!r}) if {store!r} else None))"
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def test_a_name_for_each_place_of_settings(place: Path) -> None:
    assert socket_name(place) == socket_name(place.parent / "." / place.name)
    assert socket_name(place) != socket_name(place.with_name("other.json"))


def test_without_a_window_nothing_is_handed_over_and_no_network_module_loaded(place: Path) -> None:
    code = f"{TOUCH}print(hand_over({socket_name(place)!r}, None), 'PySide6.QtNetwork' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["False", "False"]


def test_the_window_takes_the_store_of_a_second_start(qtbot: QtBot, place: Path, shown: QWidget) -> None:
    doorway = Doorway(shown)
    assert doorway.listen(socket_name(place))
    with qtbot.waitSignal(doorway.store_handed, timeout=20_000) as handed:
        second = second_start(socket_name(place), "sub/b.casefile")
    assert handed.args == [Path.cwd() / "sub/b.casefile"]
    assert second.communicate(timeout=20)[0].strip() == "True"


def test_a_second_start_without_a_store_asks_for_the_window_only(
    qtbot: QtBot, place: Path, shown: QWidget
) -> None:
    doorway = Doorway(shown)
    doorway.listen(socket_name(place))
    with qtbot.assertNotEmitted(doorway.store_handed):
        second = second_start(socket_name(place), "")
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.communicate()[0].strip() == "True"


def test_a_window_that_was_closed_takes_nothing_any_more(qtbot: QtBot, place: Path, shown: QWidget) -> None:
    doorway = Doorway(shown)
    doorway.listen(socket_name(place))
    shown.hide()
    with qtbot.assertNotEmitted(doorway.store_handed):
        second = second_start(socket_name(place), "b.casefile")
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.communicate()[0].strip() == "False"
    assert not Path(socket_name(place)).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe goes with its process")
def test_a_dead_socket_is_cleared(place: Path, shown: QWidget) -> None:
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(socket_name(place))
    dead.close()
    assert not hand_over(socket_name(place), None)
    assert Doorway(shown).listen(socket_name(place))


def test_a_second_window_leaves_the_first_ones_socket_alone(place: Path, shown: QWidget) -> None:
    first, second = Doorway(shown), Doorway(shown)
    assert first.listen(socket_name(place))
    assert not second.listen(socket_name(place))
    first.close()
    assert second.listen(socket_name(place))


@pytest.mark.parametrize("line", [b"", b"{}", b"\xff", b'{"store": 1, "token": ""}', b"[]"])
def test_what_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"no request|line 1|decode"):
        Request.unpacked(line)


@pytest.mark.parametrize("request_", [Request(None), Request(Path("/a\nb/ü.casefile"), "token")])
def test_a_request_arrives_as_it_was_sent(request_: Request) -> None:
    assert request_.packed().count(b"\n") == 1
    assert Request.unpacked(request_.packed()) == request_


def test_a_minimised_window_comes_back(qtbot: QtBot, shown: QWidget) -> None:
    shown.showMinimized()
    bring_to_front(shown)
    qtbot.waitUntil(lambda: not shown.isMinimized())


def test_the_second_program_ends_at_once_and_the_first_one_opens_its_store(
    tmp_path: Path, place: Path
) -> None:
    assert not Path(socket_name(place)).exists()
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    code = STARTED.format(first="pass", before=FIRST)
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "a.casefile")],
        env=environment, stdout=subprocess.PIPE, text=True,
    ) as first:  # fmt: skip
        assert first.stdout is not None
        assert first.stdout.readline() == "there\n"
        second = subprocess.run(
            [sys.executable, "-m", "ui", str(tmp_path / "b.casefile")],
            env=environment,
            timeout=20,
            check=False,
        )
        assert second.returncode == 0
        assert first.stdout.readline() == "b - Casefile\n"
        assert first.wait(timeout=30) == 0
