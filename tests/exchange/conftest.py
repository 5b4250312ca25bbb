"""One made case file for all tests that only read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from casefile.exchange.formats import ExportFormat
from casefile.store.store import Store
from tests.exchange.made_case import exported, make_case


@dataclass(frozen=True)
class Made:
    """A store that is not to be changed, and the case file in it."""

    store: Store
    case_id: int
    folder: Path

    def export(self, wanted: ExportFormat, case_id: int | None = None) -> bytes:
        """The case file, or another scope, in the format."""
        (self.folder / f"out{wanted.told.suffix}").unlink(missing_ok=True)
        return exported(self.store, wanted, self.folder, case_id or self.case_id)


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """See :func:`tests.exchange.made_case.make_case`."""
    folder = tmp_path_factory.mktemp("made")
    store = Store.create(folder / "made.casefile")
    yield Made(store, make_case(store), folder)
    store.close()
