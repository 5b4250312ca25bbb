"""One made store for all benchmarks of a run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.store.store import Store
from tests.benchmarks.generated_store import make_store
from tests.benchmarks.measuring import SOURCES


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
