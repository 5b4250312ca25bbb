"""What takes a question first: choosing files, forms, import and export. Imports desk and dialogs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from casefile.paths import STORE_SUFFIX
from casefile.progress import Task
from casefile.store.rows import CaseRow, ProposalRow, QuoteRow, ReceiptRow, SavedSearchRow
from casefile.translation import N_, tr, tr_c
from ui.counts import count_of
from ui.desk import Desk
from ui.dropped import Snippet, dropped_files, dropped_snippets, why_nothing
from ui.jobs import Lane
from ui.notices import Notice, Tone, receipt_notice
from ui.told import told

if TYPE_CHECKING:
    from casefile.briefs.checks import QuoteNotFoundError
    from casefile.briefs.composition import Composition
    from casefile.briefs.pdf import PdfReport
    from casefile.exchange.export import ExportReport
    from casefile.exchange.formats import ExportFormat
    from casefile.store.backups import Backup
    from casefile.store.brief_rows import BriefExport
    from casefile.store.store import Store

LONGEST_NAME = 60
_ARCHIVES = (".casebundle", ".zip")
"""How files end that may be bundles: a mail program likes to give them another name."""
SHOW_QUOTE = N_("Show the quote")
Received = tuple[int, list[ReceiptRow]]
"""An import's id, and what became of its files."""


class Errands(QObject):
    """Asks, does it in a job, and says what became of it. Dialogs are window-modal and never block."""

    importing = Signal()
    """An import begins."""
    imported = Signal(list)
    """The ids of the sources that an import has added."""
    receipt_wanted = Signal(int)
    """Somebody wants to see the receipt of an import (its id)."""
    bundle_dropped = Signal(object)
    """A bundle of another store (its :class:`Path`) was among what was dropped or chosen."""
    passage_wanted = Signal(int, object)
    """Somebody wants to see a source (its id) at a :class:`casefile.values.Span`."""
    person_named = Signal(str)
    """The name that the journal is to use from now on."""
    proposal_edited = Signal(object, object)
    """The :class:`ProposalRow` and the proposal as a person has changed it."""

    def __init__(self, desk: Desk, window: QWidget, page_size: Callable[[], str]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.page_size = page_size
        """The paper of new briefs."""
        self._imported_from = Path.home()
        self.cases: Sequence[CaseRow] = ()
        self.searches: Sequence[SavedSearchRow] = ()

    def new_store(self) -> None:
        """Asks for a path and makes a store there."""
        path, _ = QFileDialog.getSaveFileName(self._window, tr("New store"), self._beside(), _stores())
        if path:
            chosen = Path(path)
            self._desk.open(chosen if chosen.suffix else chosen.with_suffix(STORE_SUFFIX))

    def open_store(self) -> None:
        """Asks for a store and opens it."""
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Open store"), self._beside(), _stores())
        if path:
            self._desk.open(Path(path))

    def _beside(self) -> str:
        """The folder of the open store, or of one that would not open: others are looked for there first."""
        path = self._desk.path or self._desk.wanted
        return str(path.parent if path is not None else Path.home())

    def save_copy(self) -> None:
        """Asks for a path and writes a copy of the store there."""
        present = self._desk.path
        if present is None:
            return
        suggested = str(
            present.with_name(tr("{stem} copy{suffix}").format(stem=present.stem, suffix=present.suffix))
        )
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save a copy"), suggested, _stores())
        if path:
            chosen = Path(path)
            # The dialog has asked about the name that it shows, not about one that we complete.
            self.copy_to(chosen if chosen.suffix else chosen.with_suffix(STORE_SUFFIX), bool(chosen.suffix))

    def copy_to(self, path: Path, overwrite: bool) -> None:
        """Writes a copy of the store."""

        def work(store: "Store", task: Task) -> None:
            store.save_copy(path, task, overwrite=overwrite)

        self._desk.run(
            tr("Saving a copy"),
            work,
            lambda _: self._said(tr("Copy saved: {path}").format(path=path)),
            writes=False,
        )

    def restore_backup(self, store: Path | None = None) -> None:
        """Shows the backups of a store: the named one, the open one, or the one that could not be opened."""
        from ui.dialogs.restore_backup import RestoreBackupDialog

        path = store or self._desk.path or self._desk.wanted
        if path is None:
            return
        refusal = self._desk.refusal if path == self._desk.path else None
        because = (
            tr("It cannot be replaced: {because}.").format(because=told(refusal.because))
            if refusal is not None
            else ""
        )
        dialog = RestoreBackupDialog(path.name, because, self._window)
        dialog.beside_wanted.connect(lambda backup: self._restore_beside(backup, path))
        dialog.over_wanted.connect(lambda backup: self._desk.restore(backup, path))

        def read(_: Task) -> "Sequence[Backup]":
            from casefile.store.backups import list_backups

            return list_backups(path)

        def show(found: "Sequence[Backup]") -> None:
            if isValid(dialog):
                dialog.show_backups(found)

        self._desk.jobs.start(tr("Backups"), Lane.READ, read, show, self._desk.fail)
        _show(dialog)

    def restore_to(self, backup: Path, path: Path) -> None:
        """Makes a new store of a backup and opens it."""

        def work(_: Task) -> None:
            from casefile.store.backups import restore_beside

            restore_beside(backup, path)

        self._desk.jobs.start(
            tr("Restoring the backup"),
            Lane.WRITE,
            work,
            lambda _: self._desk.open(path, create=False),
            self._desk.fail,
        )

    def _restore_beside(self, backup: Path, store: Path) -> None:
        suggested = str(
            store.with_name(tr("{stem} restored{suffix}").format(stem=store.stem, suffix=store.suffix))
        )
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Restore to a new file"), suggested, _stores(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if path:
            chosen = Path(path)
            self.restore_to(backup, chosen if chosen.suffix else chosen.with_suffix(STORE_SUFFIX))

    def your_name(self) -> None:
        """Asks for the name that the journal is to use."""
        from ui.dialogs.your_name import YourNameDialog

        dialog = YourNameDialog(self._desk.person, self._window)
        dialog.accepted.connect(lambda: self.person_named.emit(dialog.person()))
        _show(dialog)

    def _said(self, words: str) -> None:
        self._desk.told.emit(Notice(words))

    def import_chosen(self) -> None:
        """Asks for files and imports them."""
        paths, _ = QFileDialog.getOpenFileNames(self._window, tr("Import"), str(self._imported_from))
        if paths:
            self._imported_from = Path(paths[0]).parent
        self.take_files([Path(path) for path in paths])

    def import_mime(self, mime: QMimeData) -> None:
        """Imports what was dropped or pasted, as soon as a store is open."""
        paths = dropped_files(mime)
        snippets = dropped_snippets(mime)
        if paths:
            self._desk.when_open(lambda: self.take_files(paths))
        elif snippets:
            self._desk.when_open(lambda: self.import_snippets(snippets))
        else:
            self._desk.told.emit(Notice(why_nothing(mime), Tone.NOTE))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Imports files; a bundle of another store among them is brought in as what it is."""
        if not any(path.suffix.lower() in _ARCHIVES for path in paths):
            self.import_paths(paths)
            return

        def look(_: Task) -> list[Path]:
            from casefile.exchange.bundle import is_bundle

            return [path for path in paths if path.suffix.lower() in _ARCHIVES and is_bundle(path)]

        def take(bundles: list[Path]) -> None:
            for path in bundles:
                self.bundle_dropped.emit(path)
            self.import_paths([path for path in paths if path not in bundles])

        self._desk.jobs.start(tr("Looking into the files"), Lane.READ, look, take, self._desk.fail)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Imports files, one transaction each."""
        person, readers = self._desk.person, self._desk.readers

        def work(store: "Store", task: Task) -> Received:
            from casefile.intake import import_files

            lines = import_files(store, paths, person, task, readers.get())
            return _latest_batch(store), lines

        if paths:
            self.importing.emit()
            self._desk.run(tr("Importing"), work, self.receive, grows=True)

    def import_snippets(self, snippets: Sequence[Snippet]) -> None:
        """Imports pages, texts, pictures and links that came without a file."""
        person, readers = self._desk.person, self._desk.readers

        def work(store: "Store", task: Task) -> Received:
            from casefile.intake import PastedText, import_texts

            texts = [PastedText(snippet.content, snippet.name, snippet.url) for snippet in snippets]
            lines = import_texts(store, texts, person, task, readers.get())
            return _latest_batch(store), lines

        self.importing.emit()
        self._desk.run(tr("Importing"), work, self.receive)

    def edit_proposal(self, row: ProposalRow) -> None:
        """Asks for other values, and passes on the changed proposal."""
        from ui.dialogs.edit_proposal import EditProposalDialog

        dialog = EditProposalDialog(row, self._window)
        dialog.accepted.connect(lambda: self.proposal_edited.emit(row, dialog.outcome()))
        _show(dialog)

    def new_case(self) -> None:
        """Asks for a title and begins a case file."""
        from ui.dialogs.case_file import CaseDialog

        dialog = CaseDialog(tr("New case file"), tr("Create"), self._window)
        dialog.accepted.connect(lambda: self.add_case(dialog.entries()))
        _show(dialog)

    def save_search(self, query: str) -> None:
        """Asks for a name and keeps the query under it."""
        from ui.dialogs.saved_search import NameSearchDialog

        name = " ".join(query.split())[:LONGEST_NAME]
        dialog = NameSearchDialog(tr("Save search"), name, tr("Save"), self._search_names(), self._window)
        dialog.accepted.connect(lambda: self.add_search(dialog.entries()["name"], query))
        _show(dialog)

    def rename_search(self, search: SavedSearchRow) -> None:
        """Asks for another name of a saved search."""
        from ui.dialogs.saved_search import NameSearchDialog

        others = [name for name in self._search_names() if name != search.name]
        dialog = NameSearchDialog(tr("Rename saved search"), search.name, tr("Rename"), others, self._window)
        dialog.accepted.connect(lambda: self.give_search_name(search, dialog.entries()["name"]))
        _show(dialog)

    def _search_names(self) -> list[str]:
        return [search.name for search in self.searches]

    def export_brief(self, case_id: int | None) -> None:
        """Asks what goes into the brief, and writes it."""
        from casefile.store.briefs import brief_exports
        from ui.dialogs.export_brief import ExportBriefDialog

        dialog = ExportBriefDialog(self.cases, case_id, self.page_size(), documents_folder(), self._window)
        dialog.accepted.connect(lambda: self.write_brief(dialog.order().path, dialog.order().composition))

        def show(exports: "Sequence[BriefExport]") -> None:
            if isValid(dialog):
                dialog.show_exports(exports)

        self._desk.read("brief exports", brief_exports, show)
        _show(dialog)

    def export_composed(self, composition: "Composition") -> None:
        """Asks where a composed brief is to be written and in which format, and writes it."""
        from casefile.exchange.formats import BRIEF_FORMATS, brief_format
        from casefile.store.backup_files import plain_name

        name = f"{plain_name(Path(composition.title or tr('brief')))}.pdf"
        kinds = [tr("PDF (*.pdf)"), *(f"{tr(one.told.title)} (*{one.told.suffix})" for one in BRIEF_FORMATS)]
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, tr("Write the brief to"), str(documents_folder() / name), ";;".join(kinds)
        )
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_suffix(kind.rpartition("*")[2].rstrip(")") or ".pdf")
        wanted = brief_format(path.name)
        if wanted is None:
            self.write_brief(path, composition)
        else:
            self.write_elsewhere(path, wanted, composition)

    def write_elsewhere(self, path: Path, wanted: "ExportFormat", composition: "Composition") -> None:
        """Writes the brief for another program and offers to open it; the store itself is not changed."""

        def work(store: "Store", task: Task) -> "ExportReport | QuoteNotFoundError":
            from casefile.briefs.checks import QuoteNotFoundError
            from casefile.exchange.export import export_composed

            try:
                return export_composed(store, wanted, path, composition, task, overwrite=True)
            except QuoteNotFoundError as error:
                return error

        self._desk.run(tr("Writing the brief"), work, self._written_elsewhere, writes=False)

    def write_brief(self, path: Path, composition: "Composition") -> None:
        """Writes the brief and offers to open it."""
        person = self._desk.person

        def work(store: "Store", task: Task) -> "PdfReport | QuoteNotFoundError":
            from casefile.briefs.checks import QuoteNotFoundError
            from casefile.briefs.export import export_brief

            try:
                return export_brief(store, path, person, composition, task)
            except QuoteNotFoundError as error:
                # Nothing was written; whoever is told so is led to the place.
                return error

        self._desk.run(tr("Writing the brief"), work, lambda outcome: self._written(path, outcome))

    def show_quoted(self, quote_id: int) -> None:
        """Asks for the source of a quote to be shown where the quote is said to stand in it."""
        from casefile.store import queries

        def show(rows: Sequence[QuoteRow]) -> None:
            for row in rows:
                self.passage_wanted.emit(row.evidence.source_id, row.evidence.span)

        self._desk.read("quoted passage", lambda reader: queries.quote_rows(reader, [quote_id]), show)

    def _written_elsewhere(self, outcome: "ExportReport | QuoteNotFoundError") -> None:
        if isinstance(outcome, Exception):
            self._tell_lost(outcome)
            return
        url = QUrl.fromLocalFile(str(outcome.path))
        words = tr("Exported: {path} ({count}).").format(path=outcome.path, count=told(outcome.words))
        self._desk.told.emit(Notice(words, button=tr_c("button", "Open"), press=lambda: _open(url)))

    def _tell_lost(self, lost: "QuoteNotFoundError") -> None:
        """Says which quotes are not in their sources, and leads to the first."""
        first = lost.first_id
        button = tr(SHOW_QUOTE) if first else ""
        self._desk.told.emit(Notice(told(str(lost)), Tone.WRONG, button, partial(self.show_quoted, first)))

    def _written(self, path: Path, outcome: "PdfReport | QuoteNotFoundError") -> None:
        if isinstance(outcome, Exception):
            self._tell_lost(outcome)
            return
        url, pages = QUrl.fromLocalFile(str(path)), outcome.pages
        words = tr("Brief written: {path} ({pages}).").format(path=path, pages=count_of(pages, "page"))
        if outcome.missing:
            lacking = tr("No font has, and the brief shows as \ufffd: {characters}.")
            words = f"{words} {lacking.format(characters=outcome.missing_names)}"
        tone = Tone.NOTE if outcome.missing else Tone.DONE
        self._desk.told.emit(Notice(words, tone, button=tr_c("button", "Open"), press=lambda: _open(url)))

    def receive(self, received: Received) -> None:
        """Says what became of an import, and shows what it brought."""
        batch_id, lines = received
        self._desk.told.emit(receipt_notice(lines, lambda: self.receipt_wanted.emit(batch_id)))
        self.imported.emit([line.source_id for line in lines if line.is_new and line.source_id])

    def add_case(self, entries: dict[str, str]) -> None:
        """Begins a case file with the title and purpose entered."""
        from casefile.store import cases

        title, purpose = entries["title"].strip(), entries["purpose"].strip()
        self._desk.write(f"New case file: {title}", lambda w: cases.add_case(w, title, purpose))

    def add_search(self, name: str, query: str) -> None:
        """Keeps the query under the name."""
        from casefile.store import saved_searches

        label = " ".join(name.split())
        self._desk.write(f"Save search: {label}", lambda w: saved_searches.add_search(w, name, query))

    def give_search_name(self, search: SavedSearchRow, name: str) -> None:
        """Gives a saved search another name."""
        from casefile.store import saved_searches

        self._desk.write(
            f"Rename search: {search.name}", lambda w: saved_searches.rename_search(w, search.id, name)
        )

    def delete_search(self, search: SavedSearchRow) -> None:
        """Takes a saved search away, and offers to bring it back."""
        from casefile.store import saved_searches

        self._desk.write(
            f"Delete search: {search.name}",
            lambda w: saved_searches.delete_search(w, search.id),
            lambda _: self._desk.tell_done(tr("Saved search deleted: {name}.").format(name=search.name)),
        )


def _latest_batch(store: "Store") -> int:
    from casefile.store.receipts import latest_batches

    with store.read() as reader:
        return latest_batches(reader, 1)[0]


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def documents_folder() -> Path:
    """Where the person keeps documents."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)


def _stores() -> str:
    """What the file dialogs offer."""
    return tr("Casefile stores (*{suffix})").format(suffix=STORE_SUFFIX)
