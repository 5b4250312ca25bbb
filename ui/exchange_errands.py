"""What brings records out to other programs, and bundles in from other stores. Imports desk and dialogs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from casefile.exchange.formats import BUNDLE_SUFFIX
from casefile.progress import Task
from casefile.store.rows import CaseRow
from casefile.translation import language, tr, tr_c
from ui.asking import ask
from ui.desk import Desk
from ui.notices import Notice
from ui.told import told

if TYPE_CHECKING:
    from casefile.exchange.brought import BroughtBundle
    from casefile.exchange.export import ExportReport
    from casefile.store.store import Store
    from ui.dialogs.export_records import ExportOrder


class ExchangeErrands(QObject):
    """Asks, does it in a job with progress and cancel, and says what became of it."""

    brought = Signal(int)
    """A bundle was brought in, into this case file."""

    def __init__(self, desk: Desk, window: QWidget, page_size: Callable[[], str]) -> None:
        """``page_size`` gives the paper of new briefs, a value of :class:`PageSize`."""
        super().__init__(window)
        self._page_size = page_size
        self._desk = desk
        self._window = window
        self._folder = Path.home()

    def export(self, cases: Sequence[CaseRow], case_id: int | None, folder: Path) -> None:
        """Asks for format, scope and file, and writes it; ``folder`` is where files go at first."""
        from ui.dialogs.export_records import ExportRecordsDialog

        name = self._desk.path.stem if self._desk.path is not None else "Casefile"
        dialog = ExportRecordsDialog(cases, case_id, name, folder, self._window)
        dialog.accepted.connect(lambda: self.write(dialog.order()))
        ask(dialog)

    def write(self, order: "ExportOrder") -> None:
        """Writes the file and offers to open it; the store itself is not changed.

        A brief is in the language of the window and on the paper of the settings.
        """
        from casefile.briefs.composition import BriefLanguage, Composition, PageSize

        like = Composition(language=BriefLanguage.beside(language()), page_size=PageSize(self._page_size()))

        def work(store: "Store", task: Task) -> "ExportReport":
            from casefile.exchange.export import export_records

            return export_records(
                store, order.wanted, order.path, order.case_id, task, overwrite=True, like=like
            )

        self._desk.run(
            tr("Exporting {what}").format(what=tr(order.wanted.told.title)), work, self._written, writes=False
        )

    def choose_bundle(self) -> None:
        """Asks for a bundle and brings it in."""
        kinds = f"{tr('Casefile bundles')} (*{BUNDLE_SUFFIX} *.zip)"
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Import bundle"), str(self._folder), kinds)
        if path:
            self._folder = Path(path).parent
            self.bring(Path(path))

    def bring(self, path: Path) -> None:
        """Brings the bundle in as one step, says what it brought and shows its case file."""
        person = self._desk.person

        def work(store: "Store", task: Task) -> "BroughtBundle":
            from casefile.exchange.bundle import import_bundle

            return import_bundle(store, path, person, task)

        self._desk.run(tr("Bringing in {name}").format(name=path.name), work, self._brought)

    def _written(self, report: "ExportReport") -> None:
        url = QUrl.fromLocalFile(str(report.path))
        words = tr("Exported: {path} ({count}).").format(path=report.path, count=told(report.words))
        self._desk.told.emit(Notice(words, button=tr_c("button", "Open"), press=lambda: _open(url)))

    def _brought(self, bundle: "BroughtBundle") -> None:
        self._desk.tell_step(told(bundle.words), tr("Undo"), bundle.step, self._desk.undo)
        if bundle.receipt.cases:
            self.brought.emit(bundle.receipt.cases[0][0])


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
