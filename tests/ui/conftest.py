"""Qt without a screen, a store and settings of the test's own, and the window on them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.intake.workers import ReaderPool
from casefile.settings import Settings
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform says at every new minimum size that it has no window to tell it to."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True))


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


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, readers: ReaderPool) -> Iterator[MainWindow]:
    """The window on an empty store, shown and at rest."""
    # Not qtbot.addWidget(): that deletes the window before the work that follows its closing has ended.
    made = make_window(Settings(person="Tester"), readers=WindowReaders(readers))
    made.resize(1100, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.desk.open(tmp_path / "test.casefile")
    qtbot.waitUntil(lambda: made.desk.path is not None and made.desk.jobs.idle, timeout=20_000)
    yield made
    made.close()
    qtbot.waitUntil(lambda: made.ended, timeout=20_000)
    made.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot, window: MainWindow) -> Settle:
    """Waits until all work is done and shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: window.desk.jobs.idle, timeout=30_000)

    return wait
