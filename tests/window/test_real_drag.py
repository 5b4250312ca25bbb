"""The real window on a real X server: a file dragged with the mouse out of a second program."""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from casefile.store import lists, receipts
from casefile.store.rows import Counts
from casefile.store.store import Store
from casefile.terms import Outcome
from tests.intake.mixed import forty

TOOLS = ("Xvfb", "xdotool", "openbox")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
PATIENCE_S = 60
FORTY, FAILING = 40, 6

pytestmark = pytest.mark.skipif(
    bool(MISSING) and "CI" not in os.environ,
    reason=f"needs {', '.join(MISSING)}: `make test` installs them on Debian; there is no X server elsewhere",
)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended at the end."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of an X server of our own with a window manager."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        environment = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
        environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)}
        environment |= {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
        with running(["openbox"], environment):
            yield environment
        server.terminate()


def xdotool(environment: dict[str, str], *arguments: object) -> str:
    command = ["xdotool", *(str(argument) for argument in arguments)]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=PATIENCE_S
    ).stdout


def place_window(environment: dict[str, str], title: str, x: int, y: int) -> None:
    """Waits for the window of that title and puts it there."""
    window = xdotool(environment, "search", "--sync", "--onlyvisible", "--name", title).split()[0]
    xdotool(environment, "windowmove", "--sync", window, x, y)


def drag(environment: dict[str, str], start: tuple[int, int], end: tuple[int, int]) -> None:
    """Presses, moves in steps as a hand does, releases."""
    xdotool(environment, "mousemove", *start, "mousedown", 1)
    for step in range(1, 21):
        x, y = (a + (b - a) * step // 20 for a, b in zip(start, end, strict=True))
        xdotool(environment, "mousemove", x, y, "sleep", "0.03")
    xdotool(environment, "sleep", "0.3", "mouseup", 1)


def counted(path: Path) -> Counts:
    store = Store.open(path)
    with store.read() as reader:
        found = lists.counts(reader)
    store.close()
    return found


def wait_until(environment: dict[str, str], reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not reached():
        assert time.monotonic() < deadline, "nothing happened"
        xdotool(environment, "sleep", "0.2")


def test_a_file_dragged_from_another_program_is_imported_reviewed_and_printed(
    screen: dict[str, str], article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "drag.casefile"
    Store.create(path).close()
    with ExitStack() as programs:
        window = programs.enter_context(running([sys.executable, "-m", "ui", str(path)], screen))
        place_window(screen, "drag - Casefile", 10, 140)
        source = [sys.executable, str(Path(__file__).with_name("drag_source.py")), str(article)]
        programs.enter_context(running(source, screen))
        place_window(screen, "Drag source", 1040, 20)
        drag(screen, (1100, 50), (500, 480))
        wait_until(screen, lambda: counted(path).sources == 1)
        xdotool(screen, "search", "--name", "drag - Casefile", "windowactivate", "--sync")
        xdotool(screen, "sleep", "1", "key", "Return", "sleep", "1", "key", "a")
        wait_until(screen, lambda: counted(path).waiting == 0)
        assert counted(path).actions == 1
        xdotool(screen, "sleep", "0.5", "key", "ctrl+e")
        xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "Export a brief")
        xdotool(screen, "sleep", "0.5", "key", "Return")
        wait_until(screen, (tmp_path / "brief.pdf").exists)
        assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
        assert window.poll() is None


def outcomes(path: Path) -> Counter[Outcome]:
    """What became of the latest import's files, once it is finished; empty before."""
    store = Store.open(path)
    with store.read() as reader:
        batches = receipts.batch_rows(reader, receipts.latest_batches(reader))
        done = [batch for batch in batches if batch.finished_at is not None]
        lines = receipts.receipt_lines(reader, done[0].id) if done else []
    store.close()
    return Counter(line.row.outcome for line in lines)


def test_forty_mixed_things_dropped_at_once_end_in_a_receipt(screen: dict[str, str], tmp_path: Path) -> None:
    path, items = tmp_path / "many.casefile", forty(tmp_path / "items")
    Store.create(path).close()
    with ExitStack() as programs:
        programs.enter_context(running([sys.executable, "-m", "ui", str(path)], screen))
        place_window(screen, "many - Casefile", 10, 140)
        source = [sys.executable, str(Path(__file__).with_name("drag_source.py")), *map(str, items)]
        programs.enter_context(running(source, screen))
        place_window(screen, "Drag source", 1040, 20)
        drag(screen, (1100, 50), (500, 480))
        wait_until(screen, lambda: bool(outcomes(path)))
    found = outcomes(path)
    assert len(items) == FORTY
    # Empty, locked, cut off, of the old format, a program and a film: each one line.
    assert found[Outcome.FAILED] == FAILING
    assert found[Outcome.DUPLICATE] >= 1
    assert found[Outcome.STORED] + found[Outcome.COPY] + found[Outcome.UPDATED] == counted(path).sources
    assert counted(path).sources > FORTY - FAILING - found[Outcome.DUPLICATE] - found[Outcome.SKIPPED]
