"""Exporting from the window, and a bundle chosen or dropped there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from casefile.exchange.export import export_records
from casefile.exchange.formats import ExportFormat
from casefile.store import lists, queries
from casefile.store.store import Store
from tests.exchange.made_case import make_case
from tests.ui.made_records import Settle, dialog_of, in_store
from ui.dialogs.export_records import ExportRecordsDialog
from ui.main_window import MainWindow


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of the case file "Files"."""
    folder = tmp_path_factory.mktemp("bundle")
    store = Store.create(folder / "a.casefile")
    path = folder / "files.casebundle"
    export_records(store, ExportFormat.BUNDLE, path, make_case(store))
    store.close()
    return path


def choose(dialog: ExportRecordsDialog, name: str, code: str) -> None:
    box = dialog.inputs[name]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(code))


def path_line(dialog: ExportRecordsDialog) -> QLineEdit:
    line = dialog.inputs["path"]
    assert isinstance(line, QLineEdit)
    return line


def said(window: MainWindow) -> str:
    return window.messages.text


def count_actions(window: MainWindow, settle: Settle) -> int:
    def count(store: Store) -> int:
        with store.read() as reader:
            return len(lists.action_ids(reader))

    return in_store(window, settle, count)


def test_there_is_nothing_to_export_in_an_empty_store(window: MainWindow) -> None:
    assert not window.commands["export_records"].isEnabled()
    assert window.commands["import_bundle"].isEnabled()


def test_the_case_file_in_sight_is_exported_in_the_chosen_format(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    window.go_to_case(in_store(window, settle, make_case))
    settle()
    window.commands["export_records"].trigger()
    dialog = dialog_of(ExportRecordsDialog)
    assert dialog.order().case_id == 1
    assert dialog.order().path.name == "Files.xlsx"
    assert dialog.note("format") == ExportFormat.XLSX.told.about
    path_line(dialog).setText(str(tmp_path / "mine.xlsx"))
    choose(dialog, "format", "csv")
    assert dialog.order().path == tmp_path / "mine.csv"
    dialog.accept()
    settle()
    assert (tmp_path / "mine.csv").read_text("utf-8-sig").startswith("Number,Title")
    assert f"{tmp_path / 'mine.csv'} (2 actions)" in said(window)


def test_the_name_follows_the_scope_until_somebody_names_the_file(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    in_store(window, settle, make_case)
    window.commands["export_records"].trigger()
    dialog = dialog_of(ExportRecordsDialog)
    assert dialog.order().path.name == "test.xlsx"
    choose(dialog, "scope", "1")
    choose(dialog, "format", "bundle")
    assert dialog.order().path.name == "Files.casebundle"
    path_line(dialog).setText(str(tmp_path / "mine.casebundle"))
    choose(dialog, "scope", "")
    assert dialog.order().path.name == "mine.casebundle"
    dialog.reject()


def test_a_file_that_is_there_is_replaced_only_when_chosen(
    window: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_store(window, settle, make_case)
    there = tmp_path / "there.xlsx"
    there.write_text("mine")
    window.commands["export_records"].trigger()
    dialog = dialog_of(ExportRecordsDialog)
    path_line(dialog).setText(str(there))
    assert not dialog.can_accept
    assert "exists already" in dialog.problem
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(there), ""))
    dialog._browse()
    assert dialog.can_accept
    path_line(dialog).setText(str(tmp_path / "no" / "a.xlsx"))
    assert "There is no folder" in dialog.problem
    dialog.reject()


def test_a_dropped_bundle_is_brought_in_shown_and_undone(
    window: MainWindow, settle: Settle, bundle: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(bundle))])
    window.errands.import_mime(mime)
    settle()
    settle()
    assert said(window).startswith("Brought in: 1 case file, 2 actions, 2 sources")
    assert window.case_id == 1
    assert count_actions(window, settle) == 2
    window.commands["undo"].trigger()
    settle()
    assert count_actions(window, settle) == 0


def test_a_bundle_under_another_name_is_known_beside_other_files(
    window: MainWindow, settle: Settle, bundle: Path, article: Path, tmp_path: Path
) -> None:
    renamed = tmp_path / "attachment.zip"
    renamed.write_bytes(bundle.read_bytes())
    window.errands.take_files([renamed, article])
    settle()
    settle()

    def titles(store: Store) -> set[str]:
        with store.read() as reader:
            rows = queries.source_rows(reader, lists.source_ids(reader))
            return {row.file_name for row in rows}

    names = in_store(window, settle, titles)
    assert article.name in names
    assert renamed.name not in names
    assert len(names) == 3


def test_a_bundle_is_chosen_from_the_menu(
    window: MainWindow, settle: Settle, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bundle), ""))
    window.commands["import_bundle"].trigger()
    settle()
    assert said(window).startswith("Brought in: 1 case file")


def test_what_is_no_bundle_is_told_and_nothing_is_kept(
    window: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "no.casebundle"
    path.write_text("hello")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.commands["import_bundle"].trigger()
    settle()
    assert "cannot be brought in" in said(window)
    assert not window.commands["undo"].isEnabled()
