"""Asks for the format in which the record leaves, for what of it, and for the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from casefile.exchange.formats import ExportFormat
from casefile.store.backup_files import plain_name
from casefile.store.rows import CaseRow
from casefile.translation import N_, tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries, Field, FieldError, Option
from ui.widgets.buttons import text_button

EVERYTHING = N_("All of the store")


@dataclass(frozen=True)
class ExportOrder:
    """What a person wants written, and where."""

    wanted: ExportFormat
    case_id: int | None
    path: Path


class ExportRecordsDialog(FormDialog):
    """Format, scope and path; the path's ending follows the format."""

    def __init__(
        self,
        cases: Sequence[CaseRow],
        case_id: int | None,
        store_name: str,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """``store_name`` names the file of an export of the whole store."""
        self._names = {"": store_name} | {str(case.id): case.title for case in cases}
        self._agreed: set[Path] = set()
        """Files that somebody has said may be replaced."""
        scopes = (Option("", tr(EVERYTHING)), *(Option(str(case.id), case.title) for case in cases))
        formats = tuple(Option(one.value, tr(one.told.title), tr(one.told.about)) for one in ExportFormat)
        chosen = str(case_id) if str(case_id) in self._names else ""
        path = self._suggested(folder, chosen, ExportFormat.XLSX)
        fields = (
            Field("format", tr("Format"), ExportFormat.XLSX, options=formats, note=_about),
            Field("scope", tr("Records"), chosen, options=scopes),
            Field("path", tr("Save as"), str(path)),
        )
        super().__init__(tr("Export"), fields, tr("Export"), self._look_at, parent)
        self._suggestion = str(path)
        for name in ("format", "scope"):
            entry = self.inputs[name]
            if isinstance(entry, QComboBox):
                entry.currentIndexChanged.connect(self._follow)
        self._add_browse()

    def order(self) -> ExportOrder:
        """What was entered."""
        entries = self.entries()
        wanted = ExportFormat(entries["format"])
        scope = entries["scope"]
        return ExportOrder(wanted, int(scope) if scope else None, _path(entries["path"], wanted))

    def _suggested(self, folder: Path, scope: str, wanted: ExportFormat) -> Path:
        name = plain_name(Path(f"{self._names[scope]}.x"))
        return folder / f"{name}{wanted.told.suffix}"

    def _follow(self) -> None:
        """Another format or scope names the file otherwise, where nobody has named it."""
        entries, line = self.entries(), self.inputs["path"]
        if not isinstance(line, QLineEdit):
            return
        path, wanted = Path(entries["path"].strip()), ExportFormat(entries["format"])
        if entries["path"] == self._suggestion:
            self._suggestion = str(self._suggested(path.parent, entries["scope"], wanted))
            line.setText(self._suggestion)
        elif path.suffix in {one.told.suffix for one in ExportFormat}:
            line.setText(str(path.with_suffix(wanted.told.suffix)))

    def _add_browse(self) -> None:
        """A button below the path: beside it there would be no room for a path."""
        holder = self.inputs["path"].parentWidget()
        column = holder.layout() if holder is not None else None
        if isinstance(column, QVBoxLayout):
            column.addWidget(text_button(tr("Browse…"), self._browse), 0, Qt.AlignmentFlag.AlignLeft)

    def _browse(self) -> None:
        line, wanted = self.inputs["path"], ExportFormat(self.entries()["format"])
        if not isinstance(line, QLineEdit):
            return
        kind = f"{tr(wanted.told.title)} (*{wanted.told.suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export to"), line.text(), kind)
        if chosen:
            # The dialog has asked about the name that it shows, not about one that we complete.
            self._agreed.add(Path(chosen))
            line.setText(chosen)
            self.revise()

    def _look_at(self, entries: Entries) -> None:
        typed = entries["path"].strip()
        if not typed:
            raise FieldError("path", tr("Say where the file is to be written."))
        path = _path(typed, ExportFormat(entries["format"]))
        if not path.is_absolute():
            raise FieldError("path", tr("Write the whole path, from the first folder on."))
        if not path.parent.is_dir():
            raise FieldError("path", tr("There is no folder {parent}.").format(parent=path.parent))
        if path.exists() and path not in self._agreed:
            words = tr("{name} exists already. Choose it with Browse… to replace it.")
            raise FieldError("path", words.format(name=path.name))


def _about(code: str) -> str:
    """What the format holds; the code or the title, whichever the list gives."""
    found = next((one for one in ExportFormat if code in (one.value, tr(one.told.title))), None)
    return tr(found.told.about) if found is not None else ""


def _path(typed: str, wanted: ExportFormat) -> Path:
    path = Path(typed.strip()).expanduser()
    return path if path.suffix else path.with_suffix(wanted.told.suffix)
