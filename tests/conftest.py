"""What every test shares: a store of its own, a person, a made article."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from casefile.intake.workers import ReaderPool
from casefile.store.store import Store
from ui.plain_imports import spare_sources

settings.register_profile("default", deadline=None)  # no test is timed
settings.register_profile(
    "thorough",
    max_examples=300,
    stateful_step_count=40,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
ARTICLE = """Regulator fines Acme Corp €2.5 million over leaked files

By Jane Doe, Example News
3 March 2025

The Autoriteit Persoonsgegevens has fined Acme Corp €2.5 million for failing to protect patient files, \
the Dutch regulator said on Monday. It found that the company had infringed Article 32 of the GDPR.

"Nobody checked the lock for two years," said Karel de Wit, chair of the authority. \
"That is not a mistake, it is a choice."

Acme Corp said that it would appeal.
"""


def pytest_configure() -> None:
    """Test modules are imported as the program's own are: their sources are not read for PySide6."""
    spare_sources()


def pytest_collection_finish() -> None:
    """What was loaded and collected stays to the end: the collector need not look at it after every test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes backups or settings into the person's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """Where the window's tests have turned Python's collector off, it is done between two tests."""
    yield
    if not gc.isenabled():
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [generation for generation in (2, 1, 0) if counts[generation] > thresholds[generation]]
        if due:
            gc.collect(due[0])


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with nothing in it, closed: to be copied, which takes a fifth of the time of making one."""
    path = tmp_path_factory.mktemp("empty") / "empty.casefile"
    Store.create(path).close()
    return path


@pytest.fixture
def store(tmp_path: Path, empty_store: Path) -> Iterator[Store]:
    """An empty store."""
    made = Store.open(Path(shutil.copyfile(empty_store, tmp_path / "test.casefile")))
    yield made
    made.close()


@pytest.fixture(scope="session")
def readers() -> Iterator[ReaderPool]:
    """One worker process for all tests, so that each need not wait until one is warm."""
    with ReaderPool(1) as pool:
        yield pool


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article as a text file."""
    path = tmp_path / "acme.txt"
    path.write_text(ARTICLE, "utf-8")
    return path
