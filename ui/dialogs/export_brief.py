"""Asks what goes into a brief and where it is written; shows what was exported of it before."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from casefile.briefs.composition import BriefLanguage, Composition, PageSize
from casefile.store.rows import CaseRow
from casefile.translation import N_, language, tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries, Field, FieldError
from ui.models.columns import MOMENT_WIDTH, moment_text
from ui.plain import plain_tip
from ui.widgets.buttons import text_button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.evidence_tree import EvidenceTree
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casefile.store.brief_rows import BriefExport

SHOWN_EXPORTS = 3
"""As many lines are in sight at once."""


@dataclass(frozen=True)
class BriefOrder:
    """What a person wants printed, and where."""

    composition: Composition
    path: Path


class ExportBriefDialog(FormDialog):
    """Title, case file, paper and path."""

    def __init__(
        self,
        cases: Sequence[CaseRow],
        case_id: int | None,
        page_size: str,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        title = next((case.title for case in cases if case.id == case_id), "")
        fields = (
            Field("title", tr("Title"), title, tr("Empty for the case file's own title")),
            Field("page_size", tr("Paper"), page_size, choices=tuple(PageSize)),
            Field("path", tr("Save as"), str(folder / "brief.pdf")),
        )
        super().__init__(tr("Export a brief"), fields, tr("Export"), _check, parent)
        self._scope = ChoiceBox(tr("Actions"))
        self._scope.addItem(tr("All actions"), None)
        for case in cases:
            self._scope.addItem(case.title, case.id)
        self._scope.setCurrentIndex(max(0, self._scope.findData(case_id)))
        self.form.insertRow(1, tr("Actions"), self._scope)
        self._add_browse()
        self._exports: Sequence[BriefExport] = ()
        self._before = plain_label(tr("Exported before"))
        self.exported = EvidenceTree(
            N_("Exported before"), (tr("When"), tr("File"), tr("Pages")), (MOMENT_WIDTH, 0, 9)
        )
        self.exported.setRootIsDecorated(False)
        self.exported.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = self.fontMetrics().lineSpacing()
        self.exported.setFixedHeight(line * SHOWN_EXPORTS * 2)
        # As wide as the dialog: beside its name there would be no room for where a file is.
        self.form.addRow(self._before)
        self.form.addRow(self.exported)
        self._scope.currentIndexChanged.connect(self._show_exports)
        self.show_exports(())

    def show_exports(self, exports: "Sequence[BriefExport]") -> None:
        """Every export of the store, newest first; those of the chosen actions are shown."""
        self._exports = exports
        self._show_exports()

    def order(self) -> BriefOrder:
        """What was entered."""
        entries = self.entries()
        path = Path(entries["path"].strip()).expanduser()
        composition = Composition(
            entries["title"].strip(),
            self._scope.currentData(),
            page_size=PageSize(entries["page_size"]),
            language=BriefLanguage.beside(language()),
        )
        return BriefOrder(composition, path if path.suffix else path.with_suffix(".pdf"))

    def _show_exports(self) -> None:
        case_id = self._scope.currentData()
        self.exported.clear()
        for export in self._exports:
            if export.case_id == case_id:
                path = Path(export.path)
                cells = (
                    moment_text(export.as_of),
                    tr("{name} in {parent}").format(name=path.name, parent=path.parent),
                    f"{export.pages}",
                )
                item = self.exported.add_row(self.exported, cells)
                item.setToolTip(
                    1,
                    plain_tip(f"{export.title}\n{export.path}\nSHA-256 {export.sha256}"),
                )
        for part in (self._before, self.exported):
            part.setVisible(self.exported.topLevelItemCount() > 0)
        if self.isVisible():
            self.adjustSize()

    def _add_browse(self) -> None:
        """A button below the path: beside it there would be no room for a path."""
        holder = self.inputs["path"].parentWidget()
        column = holder.layout() if holder is not None else None
        if isinstance(column, QVBoxLayout):
            column.addWidget(text_button(tr("Browse…"), self._browse), 0, Qt.AlignmentFlag.AlignLeft)

    def _browse(self) -> None:
        entry = self.inputs["path"]
        if isinstance(entry, QLineEdit):
            path, _ = QFileDialog.getSaveFileName(
                self, tr("Write the brief to"), entry.text(), tr("PDF (*.pdf)")
            )
            entry.setText(path or entry.text())
            self.revise()


def _check(entries: Entries) -> None:
    path = Path(entries["path"].strip()).expanduser()
    if not entries["path"].strip():
        raise FieldError("path", tr("Say where the brief is to be written."))
    if not path.is_absolute():
        raise FieldError("path", tr("Write the whole path, from the first folder on."))
    if not path.parent.is_dir():
        raise FieldError("path", tr("There is no folder {parent}.").format(parent=path.parent))
