"""Every dialog, menu and bar that opens over a view, and how one comes to it.

What a store has nothing for (a conflict to be settled, a list to be read) is left out there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from casefile.progress import Progress
from casefile.store.errors import ReadOnlyStoreError
from casefile.store.lock import Holder
from casefile.store.rows import BatchRow
from casefile.terms import Outcome
from casefile.translation import tr
from tests.screens.tour import SIGHTS, Stage
from ui.dialogs.form import FormDialog
from ui.notices import Notice, error_notice, error_words
from ui.told import told
from ui.widgets.command_palette import CommandPalette
from ui.widgets.drop_hint import DropHint
from ui.widgets.facet_popup import FacetPopup
from ui.widgets.find_bar import FindBar
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.record_table import RecordTable

Step = Callable[[Stage], object]


@dataclass(frozen=True)
class Opening:
    """What one does in a view for something to open over it; named as its picture."""

    name: str
    sight: str
    step: Step


def command(name: str, before: Step | None = None) -> Step:
    """Chooses a command, where it can be chosen."""

    def step(stage: Stage) -> None:
        if before is not None:
            before(stage)
            stage.settle()
        stage.window.commands[name].trigger()

    return step


def fact(name: str) -> Step:
    """Puts the cursor on a fact of the action in sight."""
    return lambda stage: stage.window.actions_pane.facts.choose_fact(name)


def select_words(stage: Stage) -> None:
    """Selects the first word of the source in sight, where there is one."""
    reader = stage.window.sources.reader
    cursor = QTextCursor(reader.document())
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    reader.setTextCursor(cursor)


def map_list(stage: Stage) -> None:
    """Asks what the columns of the first source hold that is a list."""
    _until_open(stage, stage.window.sources.table, command("list_actions"))


def choose_passage(stage: Stage) -> None:
    """Opens the form of a fact, and from it the choice of a passage."""
    command("edit_fact", fact("decided"))(stage)
    stage.settle()
    for form in open_windows():
        if isinstance(form, FormDialog) and form.evidence is not None:
            form.evidence.choose_button.click()


def settle(stage: Stage) -> None:
    """Asks which of two sums is right, of the first action of which there are two."""
    _until_open(stage, stage.window.actions_pane.table, command("settle", fact("amount")))


def _until_open(stage: Stage, table: RecordTable, step: Step) -> None:
    """Takes the step with each record until something opens."""
    for id_ in table.model.ids:
        table.choose(id_)
        stage.settle()
        step(stage)
        stage.settle()
        if open_windows():
            return


def rename_draft(stage: Stage) -> None:
    """Asks for another name of the first draft."""
    drafts = stage.window.briefs.drafts
    for id_ in drafts.table.model.ids[:1]:
        drafts.table.choose(id_)
        drafts.rename_button.click()


def tell(stage: Stage) -> None:
    """Shows a long message in its bar, with a button."""
    words = tr("Copy saved: {path}").format(path=f"/home/{'a-long-folder/' * 12}record.casefile")
    stage.window.desk.told.emit(Notice(words, button=tr("Receipt"), press=lambda: None))


def fail(stage: Stage) -> None:
    """Shows what is said of a bug."""
    stage.window.desk.told.emit(error_notice(RuntimeError("a step without an end")))


def interrupt(stage: Stage) -> None:
    """Shows that an import was interrupted."""
    counts = {Outcome.STORED: 12, Outcome.WAITING: 28}
    began = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    stage.window.interrupted.show_batch(BatchRow(1, began, None, "ann", stopped=False, counts=counts))


def lock(stage: Stage) -> None:
    """Shows that somebody else has the store open."""
    holder = Holder("Bo Berg", "desk-7.example", 4711, "2026-01-02T03:04:05")
    error = ReadOnlyStoreError(Path("record.casefile"), str(holder), "Try again when it is closed there.")
    because = tr("Read only: {because}.").format(because=told(error.because))
    stage.window.read_only.show_refusal(because, error_words(error))


def work(stage: Stage) -> None:
    """Shows how far an import is."""
    (strip,) = stage.window.findChildren(ProgressStrip)
    strip.show_progress(tr("Importing"), Progress(12, 40, f"{'a-long-folder/' * 12}article.html", 3.2))
    strip.show()


def drag(stage: Stage) -> None:
    """Covers the window as what is dragged over it does."""
    DropHint(stage.window).cover()


OPENINGS = (
    *(
        Opening(name, "inbox", command(name))
        for name in (
            "new_case", "export_brief", "export_records", "restore_backup", "settings", "your_name",
            "first_steps", "shortcuts", "about", "palette",
        )
    ),
    *(
        Opening(name, "actions", command(name))
        for name in ("assign", "columns", "sort", "narrow", "add_fact", "add_measure", "add_sum", "add_note")
    ),
    Opening("edit_fact", "actions", command("edit_fact", fact("decided"))),
    Opening("edit_amount", "actions", command("edit_fact", fact("amount"))),
    Opening("choose_passage", "actions", choose_passage),
    Opening("settle", "actions", settle),
    Opening("find", "sources", command("find")),
    Opening("describe_source", "sources", command("describe")),
    Opening("use_as_evidence", "sources", command("use_as_evidence", select_words)),
    Opening("list_actions", "sources", map_list),
    Opening("describe_quote", "quotes", command("describe")),
    *(Opening(name, "parties", command(name)) for name in ("edit_party", "same_as", "split_party")),
    Opening("edit_proposal", "review", command("edit")),
    Opening("compare", "review", command("compare")),
    Opening("save_search", "search", command("save_search")),
    Opening("empty_trash", "trash", command("empty_trash")),
    Opening("rename_case", "case-actions", command("rename_case")),
    Opening("rename_draft", "briefs", rename_draft),
    Opening("message", "inbox", tell),
    Opening("message-wrong", "inbox", fail),
    Opening("interrupted", "inbox", interrupt),
    Opening("read-only", "inbox", lock),
    Opening("progress", "inbox", work),
    Opening("drop", "inbox", drag),
)  # fmt: skip


def shown(stage: Stage, only: str = "") -> Iterator[tuple[str, QWidget]]:
    """Opens each, gives its name and what is seen of it, and closes it again.

    What opens within the window is seen with it; a dialog or a menu alone.
    """
    for opening in OPENINGS:
        name = f"over-{opening.name}"
        sight = next(sight for sight in SIGHTS if sight.name == opening.sight)
        if not name.startswith(only) or not stage.show(sight):
            continue
        before = stage.window.grab().toImage()
        opening.step(stage)
        stage.settle()
        opened = open_windows()
        if opened:
            yield name, opened[-1]
        elif stage.window.grab().toImage() != before:
            yield name, stage.window
        close(stage)
    yield from menus(stage, only)


def menus(stage: Stage, only: str = "") -> Iterator[tuple[str, QWidget]]:
    """The menus of the window, with those within them."""
    left = [action.menu() for action in stage.window.menuBar().actions()]
    while left:
        menu = left.pop(0)
        if not isinstance(menu, QMenu):
            continue
        left += [action.menu() for action in menu.actions()]
        name = "menu-" + "".join(letter for letter in menu.title().lower() if letter.isalpha())
        if name.startswith(only):
            menu.popup(stage.window.mapToGlobal(QPoint()))
            yield name, menu
            menu.hide()


def close(stage: Stage) -> None:
    """Leaves what is open, the last one first."""
    for widget in reversed(open_windows()):
        widget.close()
    window = stage.window
    bars = (window.messages, window.interrupted, window.read_only)
    for bar in (*bars, *window.findChildren(ProgressStrip), *window.findChildren(DropHint)):
        bar.hide()
    for open_one in (*window.findChildren(CommandPalette), *window.findChildren(FindBar)):
        open_one.hide()
    stage.settle()


def open_windows() -> list[QWidget]:
    """The dialogs and menus that are open, those that opened from others behind them."""
    found = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog | QMenu | FacetPopup) and widget.isVisible()
    ]
    return sorted(found, key=_parents)


def _parents(widget: QWidget) -> int:
    """How many it stands in or opened from."""
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _parents(parent)
