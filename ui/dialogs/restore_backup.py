"""Shows the backups of a store with what each holds, and asks where one is to be restored."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casefile.translation import N_, tr
from ui.figures import figure
from ui.models.columns import moment_text
from ui.told import told
from ui.widgets.buttons import text_button
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casefile.store.backups import Backup

COLUMNS = (N_("Made"), N_("Why"), N_("Actions"), N_("Sources"), N_("Quotes"), N_("Steps"), N_("Size"))
REASONS = {
    "closed": N_("Store closed"), "daily": N_("Daily"), "asked": N_("Asked for"),
    "before-upgrade": N_("Before an upgrade"), "before-restore": N_("Before a restore"),
}  # fmt: skip
WIDTH_CHARACTERS = 126
LINES = 14
_FIRST_NUMBER = 2
NONE_YET = N_(
    "There is no backup of this store yet. One is made whenever it is closed after a change, and daily."
)
ABOUT = N_("Restoring destroys nothing: before a store is replaced, it is backed up itself.")


class RestoreBackupDialog(QDialog):
    """Takes the backups when they have been read; says what is wanted with the chosen one."""

    beside_wanted = Signal(object)
    """The :class:`Path` of the backup that is to become a new store."""
    over_wanted = Signal(object)
    """The :class:`Path` of the backup that is to take the store's place."""

    def __init__(self, store_name: str, refusal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Restore a backup"))
        self.setModal(True)
        self._refusal = refusal
        self._backups: Sequence[Backup] = ()
        self.list = QTreeWidget()
        self._said = plain_label(tr("Looking for backups…"), "muted", wrap=True)
        # Room for what a long last step needs, so that nothing jumps as the cursor moves.
        self._said.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._beside = text_button(tr("Restore to a new file…"), self.restore_beside, primary=True)
        self._over = text_button(tr("Replace the store"), self.restore_over)
        self._set_up_list()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._beside, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._over, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(
            plain_label(
                tr("Backups of {store_name}, the latest first").format(store_name=store_name),
                "heading",
                wrap=True,
            )
        )
        column.addWidget(self.list, 1)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self._follow()
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * WIDTH_CHARACTERS, metrics.height() * (LINES + 8))

    def show_backups(self, backups: "Sequence[Backup]") -> None:
        """Lists the backups and chooses the latest."""
        self._backups = backups
        self.list.clear()
        self.list.addTopLevelItems([_line(backup) for backup in backups])
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._follow()
        if not backups:
            self._said.setText(tr(NONE_YET))

    def chosen(self) -> "Backup | None":
        """The backup under the cursor."""
        row = self.list.currentIndex().row()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def restore_beside(self) -> None:
        """Asks for the chosen backup as a new store."""
        backup = self.chosen()
        if backup is not None:
            self.accept()
            self.beside_wanted.emit(backup.file.path)

    def restore_over(self) -> None:
        """Asks for the chosen backup in the store's place."""
        backup = self.chosen()
        if backup is not None:
            self.accept()
            self.over_wanted.emit(backup.file.path)

    def _follow(self) -> None:
        backup = self.chosen()
        usable = backup is not None and backup.contents is not None
        self._beside.setEnabled(usable)
        self._over.setEnabled(usable and not self._refusal)
        self._over.setToolTip(self._refusal)
        if backup is not None:
            self._said.setText(
                f"{_last_step(backup)} {told(self._refusal) or tr(ABOUT)}" if usable else told(backup.wrong)
            )

    def _set_up_list(self) -> None:
        view = self.list
        view.setObjectName("detail")
        view.setAccessibleName(tr("Backups"))
        view.setHeaderLabels([tr(title) for title in COLUMNS])
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setAllColumnsShowFocus(True)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in range(_FIRST_NUMBER, len(COLUMNS)):
            view.headerItem().setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        view.currentItemChanged.connect(lambda *_: self._follow())


def _line(backup: "Backup") -> QTreeWidgetItem:
    held = backup.contents
    counts = (held.actions, held.sources, held.quotes, held.steps) if held else ()
    made = moment_text(backup.file.made_at)
    why = (
        tr(REASONS[backup.file.reason])
        if held
        else tr("{reason} · cannot be read").format(reason=tr(REASONS[backup.file.reason]))
    )
    texts = [made, why, *(figure(count) for count in counts)]
    texts += [""] * (len(COLUMNS) - 1 - len(texts)) + [size_text(backup.size_bytes)]
    line = QTreeWidgetItem(texts)
    for column in range(_FIRST_NUMBER, len(COLUMNS)):
        line.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return line


def _last_step(backup: "Backup") -> str:
    held = backup.contents
    return (
        tr("Last step: {step} ({person}).").format(step=told(held.last_label), person=held.last_person)
        if held and held.steps
        else tr("It holds no step yet.")
    )


def size_text(size_bytes: int) -> str:
    """``0.4 MB``, ``1,200 MB``."""
    megabytes = size_bytes / 1_000_000
    return (
        tr("{size} MB").format(size=figure(megabytes, 1))
        if megabytes < 100
        else tr("{size} MB").format(size=figure(megabytes))
    )
