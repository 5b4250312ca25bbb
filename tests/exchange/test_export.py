"""Exports are whole or not there, and say what to do."""

from pathlib import Path
from threading import Event

import pytest

from casefile.errors import CancelledError
from casefile.exchange.export import export_records
from casefile.exchange.files import ExportNotWrittenError, PathTakenError, whole_file
from casefile.exchange.formats import ExportFormat
from casefile.progress import Task
from casefile.store.store import Store
from tests.exchange.conftest import Made

EVERY = tuple(ExportFormat)


@pytest.mark.parametrize("wanted", EVERY)
def test_an_empty_store_gives_a_file_in_every_format(
    store: Store, tmp_path: Path, wanted: ExportFormat
) -> None:
    path = tmp_path / f"empty{wanted.told.suffix}"
    report = export_records(store, wanted, path)
    assert (report.count, path.exists()) == (0, True)
    assert report.words == f"0 {wanted.told.counted}"


@pytest.mark.parametrize("wanted", EVERY)
def test_a_stopped_export_leaves_what_was_there(made: Made, tmp_path: Path, wanted: ExportFormat) -> None:
    stop = Event()
    stop.set()
    path = tmp_path / "kept.txt"
    path.write_text("before")
    with pytest.raises(CancelledError):
        export_records(made.store, wanted, path, task=Task(stop=stop), overwrite=True)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced_only_where_that_is_asked_for(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "there.csv"
    path.write_text("mine")
    with pytest.raises(PathTakenError, match=r"there\.csv exists already\. Choose another name"):
        export_records(made.store, ExportFormat.CSV, path)
    assert path.read_text() == "mine"
    export_records(made.store, ExportFormat.CSV, path, overwrite=True)
    assert path.read_text("utf-8-sig").startswith("Number,")


def test_the_store_itself_is_never_written_over(made: Made) -> None:
    with pytest.raises(ExportNotWrittenError, match="it is the store itself"):
        export_records(made.store, ExportFormat.CSV, made.store.path, overwrite=True)


def test_a_folder_that_is_not_there_is_named(made: Made, tmp_path: Path) -> None:
    with pytest.raises(ExportNotWrittenError, match=r"a\.csv could not be written: No such file"):
        export_records(made.store, ExportFormat.CSV, tmp_path / "no" / "a.csv")


def test_a_failure_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_file(tmp_path / "a.txt") as target:
            target.write(b"half")
            raise OSError(28, "No space left on device")

    with pytest.raises(ExportNotWrittenError, match="No space left on device"):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_has_the_rights_of_new_files(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.txt") as target:
        target.write(b"whole")
    (tmp_path / "b.txt").write_bytes(b"")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode
