"""One made store for all benchmarks of a run, and the window on it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from casefile.settings import Settings
from casefile.store.store import Store
from tests.benchmarks.generated_store import make_store
from tests.benchmarks.measuring import SOURCES

if TYPE_CHECKING:
    from ui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with :data:`SOURCES` sources, closed; or a copy of the one that CASEFILE_BENCH_STORE names."""
    ready = os.environ.get("CASEFILE_BENCH_STORE")
    path = tmp_path_factory.mktemp("made") / "made.casefile"
    if ready:
        shutil.copyfile(ready, path)
    else:
        make_store(path, SOURCES)
    return path


@pytest.fixture
def big(made_store: Path) -> Iterator[Store]:
    """The made store, open."""
    store = Store.open(made_store)
    yield store
    store.close()


@pytest.fixture
def window(
    qtbot: QtBot, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> "Iterator[MainWindow]":
    """The window on the made store, which is open, with nothing left to be done."""
    from ui.app import make_window

    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    made = make_window(Settings(person="bench"))
    qtbot.addWidget(made)
    made.resize(1900, 1150)
    made.show()
    made.desk.open(made_store)
    qtbot.waitUntil(lambda: made.desk.path is not None and made.desk.jobs.idle, timeout=60_000)
    yield made
    made.close()
