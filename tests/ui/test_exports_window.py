"""The form for exporting a brief shows what was exported of the same actions before."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QComboBox

from casefile.store import briefs, cases
from casefile.store.brief_rows import BriefExport
from casefile.store.store import Store
from tests.ui.made_records import Settle, dialog_of, in_store, several
from ui.dialogs.export_brief import ExportBriefDialog
from ui.main_window import MainWindow


def exported(store: Store, case_id: int | None, path: str, pages: int) -> None:
    export = BriefExport(case_id, "Transfers", path, "0" * 64, pages, datetime.now(UTC), 1)
    with store.write("Export the brief", by="ann", undoable=False) as writer:
        briefs.keep_brief(writer, export, "{}")


def shown(dialog: ExportBriefDialog) -> list[tuple[str, str]]:
    items = (dialog.exported.topLevelItem(row) for row in range(dialog.exported.topLevelItemCount()))
    return [(item.text(1), item.text(2)) for item in items if item is not None]


def test_earlier_exports_are_shown_newest_first_for_the_chosen_actions(
    window: MainWindow, settle: Settle
) -> None:
    def work(store: Store) -> int:
        several(store)
        with store.write("New case file", by="ann") as writer:
            made = cases.add_case(writer, "Transfers")
            cases.add_case(writer, "Faces")
        exported(store, made, "/briefs/first.pdf", 3)
        exported(store, None, "/briefs/all.pdf", 9)
        exported(store, made, "/briefs/second.pdf", 4)
        return made

    window.go_to_case(in_store(window, settle, work))
    window.commands["export_brief"].trigger()
    settle()
    dialog = dialog_of(ExportBriefDialog)
    assert shown(dialog) == [("second.pdf in /briefs", "4"), ("first.pdf in /briefs", "3")]
    assert dialog.exported.isVisible()
    scope = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Actions")
    scope.setCurrentText("All actions")
    assert shown(dialog) == [("all.pdf in /briefs", "9")]
    scope.setCurrentText("Faces")
    assert not dialog.exported.isVisible()
    dialog.reject()
