"""The exported briefs in the window: listed, opened, marked when something in them changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from casefile.briefs.composition import Composition
from casefile.briefs.export import export_brief
from casefile.store import cases, editing
from casefile.store.store import Store
from tests.ui.made_records import Settle, disputed, in_store
from ui.main_window import MainWindow
from ui.panes.briefs import BriefsPane


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened in other programs."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def export(window: MainWindow, settle: Settle, path: Path, case_id: int | None = None) -> None:
    composition = Composition(case_id=case_id)
    window.desk.run(
        "Exporting", lambda store, _: export_brief(store, path, "ann", composition), lambda _: None
    )
    settle()


def set_jurisdiction(window: MainWindow, settle: Settle) -> None:
    window.desk.write("Set", lambda w: editing.set_value(w, 1, "jurisdiction", "BE", "bob"))
    settle()


def cells(pane: BriefsPane) -> list[list[str]]:
    model = pane.table.model
    return [
        [str(model.index(row, column).data()) for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]


def changes(pane: BriefsPane) -> list[tuple[str, str, str]]:
    items = [pane.changes.topLevelItem(row) for row in range(pane.changes.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2)) for item in items if item is not None]


def test_an_empty_list_offers_to_export_one(window: MainWindow, settle: Settle) -> None:
    window.go("briefs")
    settle()
    pane = window.views.briefs
    assert pane.table.currentWidget() is pane.table.empty
    assert not pane.changes.isVisible()


def test_what_changed_after_the_export_is_shown_and_leads_to_the_record(
    window: MainWindow, settle: Settle, tmp_path: Path, opened: list[str]
) -> None:
    in_store(window, settle, disputed)
    export(window, settle, tmp_path / "brief.pdf")
    window.go("briefs")
    settle()
    pane = window.views.briefs
    ((state, title, name, pages),) = cells(pane)
    assert (title, name, state) == ("Enforcement actions", "brief.pdf", "Up to date")
    assert int(pages) >= 1
    pane.table.choose(1)
    settle()
    assert pane.state.text() == "Nothing in it has changed since the export."
    assert changes(pane) == []
    set_jurisdiction(window, settle)
    assert cells(pane)[0][0] == "1 change since"
    ((where, printed, now),) = changes(pane)
    assert where.startswith("Jurisdiction · ")
    assert (printed, now) == ("Netherlands", "Belgium")
    pane.open_button.click()
    pane.folder_button.click()
    assert opened == [str(tmp_path / "brief.pdf"), str(tmp_path)]
    item = pane.changes.topLevelItem(0)
    assert item is not None
    pane.changes.itemActivated.emit(item, 0)
    settle()
    assert window.views.place == "actions"
    assert window.actions_pane.table.chosen_id() == 1


def test_undoing_the_change_brings_the_brief_up_to_date_again(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    in_store(window, settle, disputed)
    export(window, settle, tmp_path / "brief.pdf")
    window.go("briefs")
    set_jurisdiction(window, settle)
    assert cells(window.views.briefs)[0][0] == "1 change since"
    window.commands["undo"].trigger()
    settle()
    assert cells(window.views.briefs)[0][0] == "Up to date"


def test_a_file_that_is_gone_is_told(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    in_store(window, settle, disputed)
    path = tmp_path / "brief.pdf"
    export(window, settle, path)
    path.unlink()
    window.go("briefs")
    settle()
    pane = window.views.briefs
    assert cells(pane)[0][0] == "File missing"
    pane.table.choose(1)
    settle()
    assert pane.state.text().startswith("The file is not where it was written to.")
    assert not pane.open_button.isEnabled()


def test_a_case_file_lists_its_own(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    in_store(window, settle, disputed)

    def add(store: Store, _: object) -> int:
        with store.write("New case file", by="ann") as writer:
            return cases.add_case(writer, "Faces", "")

    made: list[int] = []
    window.desk.run("Adding", add, made.append)
    settle()
    export(window, settle, tmp_path / "all.pdf")
    export(window, settle, tmp_path / "case.pdf", made[0])
    window.go_to_case(made[0], "briefs")
    settle()
    assert [row[2] for row in cells(window.views.briefs)] == ["case.pdf"]
    window.go("briefs")
    settle()
    assert [row[2] for row in cells(window.views.briefs)] == ["case.pdf", "all.pdf"]
    window.views.briefs.table.sort_by("title")
    settle()
    assert window.views.briefs.table.sorting.by == "title"
