"""Qt without a screen, a store and settings of the test's own, and the window on them."""

import gc
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.intake.workers import ReaderPool
from casefile.settings import Settings
from casefile.store.store import Store
from tests.screens.stores import make_demo
from tests.screens.tour import Stage, staged
from tests.screens.watchdog import Watchdog
from tests.ui.made_records import disputed, several
from ui.app import make_window
from ui.main_window import MainWindow
from ui.readers import WindowReaders

ARTICLE = """Regulator fines Uber 290 million euros

By Jane Doe, 26 August 2024

The Dutch data protection authority (Autoriteit Persoonsgegevens) has fined Uber Technologies Inc.
290 million euros for transferring drivers' data to the United States in breach of Article 44 of the GDPR.

"In Europe, the GDPR protects the fundamental rights of people," said Aleid Wolfsen, the chairman.

The decision was announced on 26 August 2024. Uber said it will appeal.
"""
Settle = Callable[[], None]
STORE = "test.casefile"
STANDSTILL = "standstill"
"""For a test in the window how long its thread stood still at most (seconds), and in which lines."""
LONGEST = 5


gc.disable()  # as in the program: see ui.collecting


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform says at every new minimum size and every popup what it has no window for."""
    for item in items:
        item.add_marker(
            pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)", extend=True)
        )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tells where the window stood still longest. It is no test: the tests' own work counts too."""
    found = [
        (longest_s, where, report.nodeid)
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "teardown"
        for longest_s, where in (value for name, value in report.user_properties if name == STANDSTILL)
    ]
    if found and terminalreporter.verbosity >= 0:
        terminalreporter.section("longest standstills of the window's thread")
        for longest_s, where, test in sorted(found, reverse=True)[:LONGEST]:
            terminalreporter.line(f"{longest_s * 1000:5.0f} ms {test.rpartition('/')[2]} {where}")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A press article in a file."""
    path = tmp_path / "uber.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _with(records: Callable[[Store], object], empty_store: Path, folder: Path) -> Path:
    """A closed store with these records, to be copied: that takes a hundredth of the time of making them."""
    path = Path(shutil.copyfile(empty_store, folder / "records.casefile"))
    with closing(Store.open(path)) as store:
        records(store)
    return path


@pytest.fixture(scope="session")
def disputed_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What :func:`tests.ui.made_records.disputed` makes."""
    return _with(disputed, empty_store, tmp_path_factory.mktemp("disputed"))


@pytest.fixture(scope="session")
def several_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What :func:`tests.ui.made_records.several` makes."""
    return _with(several, empty_store, tmp_path_factory.mktemp("several"))


@pytest.fixture
def disputed_first(tmp_path: Path, disputed_store: Path) -> None:
    """Asked for before the window: its store has these records from the start."""
    assert not (tmp_path / STORE).exists()
    shutil.copyfile(disputed_store, tmp_path / STORE)


@pytest.fixture
def several_first(tmp_path: Path, several_store: Path) -> None:
    """The same with those."""
    assert not (tmp_path / STORE).exists()
    shutil.copyfile(several_store, tmp_path / STORE)


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, empty_store: Path, readers: ReaderPool, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The window on an empty store, or on one that was laid there first, shown and at rest."""
    path = tmp_path / STORE
    if not path.exists():
        shutil.copyfile(empty_store, path)
    # Not qtbot.addWidget(): that deletes the window before the work that follows its closing has ended.
    made = make_window(Settings(person="Tester"), readers=WindowReaders(readers))
    made.resize(1100, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.desk.open(path)
    qtbot.waitUntil(lambda: made.desk.path is not None and made.desk.jobs.idle, timeout=20_000)
    watchdog = Watchdog()
    watchdog.start()
    yield made
    watchdog.stop()
    request.node.user_properties.append((STANDSTILL, (watchdog.longest_s, watchdog.where)))
    made.close()
    qtbot.waitUntil(lambda: made.ended, timeout=20_000)
    made.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot, window: MainWindow) -> Settle:
    """Waits until all work is done and shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: window.desk.jobs.idle, timeout=30_000)

    return wait


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory, readers: ReaderPool) -> Path:
    """The demonstration's store with something in every view, closed; to be copied, not to be changed."""
    path = tmp_path_factory.mktemp("demo") / "demo.casefile"
    make_demo(path, readers)
    return path


@pytest.fixture(scope="module")
def stage(
    qapp: QApplication,  # noqa: ARG001  the window needs it
    demo_store: Path,
    readers: ReaderPool,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stage]:
    """The window on a copy of that store, in the program's dress; for tests that only look at it."""
    folder = tmp_path_factory.mktemp("stage")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folder / "home"))
        shutil.copyfile(demo_store, folder / "demo.casefile")
        with staged(folder / "demo.casefile", readers=WindowReaders(readers)) as made:
            yield made


@pytest.fixture
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails the test where the window has logged an error: a job that failed, a bug in a slot."""
    yield
    assert [note.getMessage() for note in caplog.get_records("call") if note.levelno >= logging.ERROR] == []
