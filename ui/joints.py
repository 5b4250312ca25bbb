"""How the window's parts are joined: what each command does, and which part follows which signal."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from casefile.translation import tr
from ui import commands
from ui.command_states import CommandStates
from ui.main_window import MainWindow
from ui.notices import Notice, error_words
from ui.overview import Overview, OverviewReader
from ui.plain import plain_tip
from ui.told import told
from ui.views import IN_MENU
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from ui.exchange_errands import ExchangeErrands
    from ui.panes.review import ReviewPane
    from ui.panes.timeline import TimelinePane


def join_window(window: MainWindow) -> None:
    """Gives every command something to do, and the bars their commands."""
    errands, navigation, records, imports = window.errands, window.navigation, window.records, window.imports
    errands.person_named.connect(lambda person: _name_person(window, person))
    window.preferences.changed.connect(lambda: _follow_person(window))
    errands.receipt_wanted.connect(navigation.show_receipt)
    errands.passage_wanted.connect(navigation.show_passage)
    errands.importing.connect(navigation.note_import)
    errands.imported.connect(navigation.show_imported)
    errands.imported.connect(records.offer_lists)
    imports.interrupted.connect(window.interrupted.show_batch)
    imports.resumed.connect(errands.receive)
    window.interrupted.continue_wanted.connect(imports.resume)
    window.interrupted.dismiss_wanted.connect(imports.dismiss)
    window.read_only.again_wanted.connect(lambda: _open_again(window))
    window.read_only.copy_wanted.connect(errands.save_copy)
    window.case_bar.take_command(window.commands["rename_case"])
    window.side_bar.case_renamed.connect(window.commands["rename_case"].trigger)
    window.side_bar.take_case_commands([window.commands[name] for name in ("rename_case", "trash_case")])
    window.side_bar.records_dropped.connect(records.put_in_case)
    window.side_bar.search_renamed.connect(errands.rename_search)
    window.side_bar.search_deleted.connect(errands.delete_search)
    records.take_shortcut(window.commands, window.side_bar)
    window.errands.bundle_dropped.connect(lambda path: _exchange(window).bring(path))
    steps = (
        _steps(window)
        | _exchange_steps(window)
        | _view_steps(window)
        | records.steps()
        | imports.steps()
        | window.around.steps()
    )
    commands.connect(window.commands, steps)


def join_store(
    window: MainWindow, reader: OverviewReader, states: CommandStates, store_name: ElidedLabel
) -> None:
    """What follows the open store, and what it holds."""

    def opened() -> None:
        _show_store(window, store_name)
        window.side_bar.takes_records = not window.desk.refusal
        for pane in window.views.all_built():
            pane.allow_writing(not window.desk.refusal)
        states.update()
        if window.desk.path is not None and not window.search_box.text():
            window.views.at(window.views.place).take_focus()

    def show(found: Overview) -> None:
        window.side_bar.show_searches(found.searches)
        window.side_bar.show_counts(found.counts)
        window.side_bar.show_trashed(found.trashed)
        window.side_bar.show_cases(found.cases)
        window.errands.cases, window.errands.searches = found.cases, found.searches
        window.records.trashed = found.trashed
        window.navigation.follow_cases()
        window.messages.allow_steps([step.group for step in (found.undo, found.redo) if step is not None])
        states.follow(found)

    reader.read.connect(show)
    window.desk.opened.connect(opened)
    window.desk.told.connect(window.messages.show_notice)
    window.desk.restore_wanted.connect(window.errands.restore_backup)


def _show_store(window: MainWindow, store_name: ElidedLabel) -> None:
    """Says which store is open, and whether it can be written to."""
    path, refusal = window.desk.path, window.desk.refusal
    if path is not None:
        window.preferences.remember_store(path)
        window.setWindowTitle(
            (tr("{store} (read only) - Casefile") if refusal else tr("{store} - Casefile")).format(
                store=path.stem
            )
        )
        store_name.show_text(f"{path.name} · {tr('read only') if refusal else tr('saved')}")
        store_name.setToolTip(plain_tip(str(path)))
    else:
        store_name.show_text(tr("No store is open"))
    because = tr("Read only: {because}.").format(because=told(refusal.because)) if refusal is not None else ""
    window.read_only.show_refusal(because, error_words(refusal) if refusal is not None else "")


def _name_person(window: MainWindow, person: str) -> None:
    window.preferences.set_person(person)
    window.messages.show_notice(Notice(tr("The journal now names {person}.").format(person=person)))


def _follow_person(window: MainWindow) -> None:
    window.desk.person = window.preferences.settings.person


def _open_again(window: MainWindow) -> None:
    if window.desk.path is not None:
        window.desk.open(window.desk.path, create=False)


def _steps(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What the commands for the store, the views and the search do."""
    errands, desk, navigation = window.errands, window.desk, window.navigation
    steps: dict[str, Callable[[], object]] = {
        view.command or view.name: partial(navigation.go_to_list, view.name) for view in IN_MENU
    }
    return steps | {
        "new_store": errands.new_store, "open_store": errands.open_store, "import": errands.import_chosen,
        "export_brief": lambda: _export(window), "quit": window.close,
        "undo": desk.undo, "redo": desk.redo, "new_case": errands.new_case,
        "save_copy": errands.save_copy, "restore_backup": errands.restore_backup,
        "your_name": errands.your_name, "receipt": navigation.show_receipt,
        "paste": lambda: errands.import_mime(_copied()),
        "search": navigation.focus_search, "save_search": navigation.save_search,
        "wall": navigation.turn_quotes,
    }  # fmt: skip


def _exchange_steps(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What brings records out, and in from another store."""

    def export() -> None:
        from ui.errands import documents_folder

        _exchange(window).export(window.errands.cases, window.case_id, documents_folder())

    return {"export_records": export, "import_bundle": lambda: _exchange(window).choose_bundle()}


def _exchange(window: MainWindow) -> "ExchangeErrands":
    """The errands of these commands, made when one is first given."""
    from ui.exchange_errands import ExchangeErrands

    made = window.findChild(ExchangeErrands)
    if made is None:
        made = ExchangeErrands(window.desk, window, window.errands.page_size)
        made.brought.connect(window.go_to_case)
    return made


def _export(window: MainWindow) -> None:
    """Asks for a brief; where one is composed, it is that one."""
    if window.views.place == "composer":
        window.views.composer.export_button.click()
    else:
        window.errands.export_brief(window.case_id)


def _view_steps(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What the commands of single views do."""

    def timeline(act: "Callable[[TimelinePane], None]") -> Callable[[], None]:
        return lambda: act(window.timeline)

    return _review_steps(window) | {
        "zoom_in": timeline(lambda pane: pane.zoom_in()), "zoom_out": timeline(lambda pane: pane.zoom_out()),
        "zoom_all": timeline(lambda pane: pane.zoom_to_everything()),
        "zoom_selection": timeline(lambda pane: pane.zoom_to_selection()),
    }  # fmt: skip


def _review_steps(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What the commands of the review do."""

    def review(act: "Callable[[ReviewPane], None]") -> Callable[[], None]:
        return lambda: act(window.review)

    return {
        "next_card": review(lambda pane: pane.step(1)), "previous_card": review(lambda pane: pane.step(-1)),
        "accept": review(lambda pane: pane.accept_chosen()), "edit": review(lambda pane: pane.edit_chosen()),
        "reject": review(lambda pane: pane.reject_chosen()), "join": review(lambda pane: pane.join_chosen()),
        "keep_apart": review(lambda pane: pane.keep_chosen_apart()),
        "first_reading": review(lambda pane: pane.pick_reading(0)),
        "second_reading": review(lambda pane: pane.pick_reading(1)),
        "third_reading": review(lambda pane: pane.pick_reading(2)),
        "accept_all": review(lambda pane: pane.accept_all()),
        "next_source": review(lambda pane: pane.go_on()),
        "compare": review(lambda pane: pane.compare_chosen()),
        "back": review(lambda pane: pane.go_back()),
    }  # fmt: skip


def _copied() -> QMimeData:
    """What lies in the clipboard; where nothing does, some systems give nothing at all."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found
