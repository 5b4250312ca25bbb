"""The store as a file, in the window: recent, copies, backups, reading only, the person's name, the end."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from casefile.intake import import_files
from casefile.intake.workers import ReaderPool
from casefile.settings import Settings, load_settings
from casefile.store import backups, cases, copying
from casefile.store.backup_files import BackupReason, all_backups_folder
from casefile.store.backups import back_up, list_backups
from casefile.store.errors import StoreError
from casefile.store.schema.journal import Step
from casefile.store.store import Store
from tests.store.processes import holding
from ui.app import make_window, tell_problem
from ui.commands import COMMANDS
from ui.dialogs.restore_backup import RestoreBackupDialog, size_text
from ui.dialogs.your_name import YourNameDialog
from ui.main_window import MainWindow
from ui.preferences import RECENT, Preferences

Settle = Callable[[], None]


def add_case(window: MainWindow, title: str) -> None:
    window.errands.add_case({"title": title, "purpose": ""})


def case_titles(window: MainWindow) -> list[str]:
    return [case.title for case in window.errands.cases]


def made_store(path: Path, *titles: str) -> Path:
    store = Store.create(path)
    for title in titles:
        with store.write("New case file", by="Bo") as writer:
            cases.add_case(writer, title)
    store.close()
    return path


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """What a person would choose in the system's dialog."""
    answer = (str(path) if path else "", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: answer)


def shown_backups(window: MainWindow, settle: Settle) -> RestoreBackupDialog:
    window.commands["restore_backup"].trigger()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreBackupDialog)
    return dialog


@pytest.mark.parametrize(
    ("command", "asked"), [("open_store", "getOpenFileName"), ("new_store", "getSaveFileName")]
)
def test_other_stores_are_looked_for_beside_the_open_one(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, command: str, asked: str
) -> None:
    folders: list[str] = []

    def answer(_parent: object, _title: str, folder: str, *_: object) -> tuple[str, str]:
        folders.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, asked, answer)
    window.commands[command].trigger()
    assert window.desk.path is not None
    assert folders == [str(window.desk.path.parent)]


def test_imports_begin_at_home_and_then_where_the_last_came_from(
    window: MainWindow, settle: Settle, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[str] = []

    def answer(_parent: object, _title: str, folder: str, *_: object) -> tuple[list[str], str]:
        folders.append(folder)
        return [str(article)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    for _ in range(2):
        window.commands["import"].trigger()
        settle()
    assert folders == [str(Path.home()), str(article.parent)]


def test_a_copy_is_saved_and_named(
    window: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_case(window, "One")
    choose(monkeypatch, tmp_path / "copy")
    window.commands["save_copy"].trigger()
    settle()
    assert window.messages.text == f"Copy saved: {tmp_path / 'copy.casefile'}"
    copy = Store.open(tmp_path / "copy.casefile")
    assert not copy.read_only
    copy.close()
    window.commands["save_copy"].trigger()
    settle()
    assert "exists already" in window.messages.text
    choose(monkeypatch, None)
    window.commands["save_copy"].trigger()
    settle()


def test_the_recent_stores_are_kept_and_missing_ones_rest(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    other = made_store(tmp_path / "R&D.casefile", "Theirs")
    window.desk.open(other)
    settle()
    names = [action.text() for action in window.recent.actions()]
    assert names[0].startswith("&1 R&&D")
    assert names[1].startswith("&2 test")
    (tmp_path / "test.casefile").unlink()
    window.recent.look()
    settle()
    assert [action.isEnabled() for action in window.recent.actions()] == [True, False]
    window.recent.actions()[1].trigger()
    settle()
    assert not (tmp_path / "test.casefile").exists()
    window.recent.actions()[0].trigger()
    settle()
    assert case_titles(window) == ["Theirs"]
    assert window.desk.refusal is None


def test_a_recent_store_that_went_away_is_told_and_not_made_anew(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    other = made_store(tmp_path / "other.casefile")
    window.desk.open(other)
    settle()
    gone = tmp_path / "test.casefile"
    gone.unlink()
    window.recent.actions()[1].trigger()
    settle()
    assert f"There is no store at {gone}" in window.messages.text
    assert not gone.exists()
    assert window.desk.path == other


@pytest.mark.usefixtures("qapp")
def test_settings_keep_the_last_eight_stores_at_once(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    preferences = Preferences(Settings(person="Ann"), place)
    for number in range(RECENT + 2):
        preferences.remember_store(tmp_path / f"{number}.casefile")
    preferences.remember_store(tmp_path / "5.casefile")
    preferences.wait()
    kept = load_settings(place)
    assert [Path(name).stem for name in kept.recent] == ["5", "9", "8", "7", "6", "4", "3", "2"]
    assert kept.last_store == str(tmp_path / "5.casefile")
    assert kept.person == "Ann"


@pytest.mark.usefixtures("qapp")
def test_settings_are_saved_beside_the_window_and_only_the_last_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate = threading.Event(), threading.Event()
    saved: list[tuple[str, bool]] = []

    def save(settings: Settings, _: Path) -> None:
        begun.set()
        gate.wait(10)
        saved.append((settings.person, threading.current_thread() is threading.main_thread()))

    monkeypatch.setattr("ui.preferences.save_settings", save)
    preferences = Preferences(Settings(person="Ann"), tmp_path / "settings.json")
    preferences.set_person("Bo")
    assert begun.wait(10)
    for person in ("Cy", "Di", "Ed"):
        preferences.set_person(person)
    assert saved == []
    gate.set()
    preferences.wait()
    assert saved == [("Bo", False), ("Ed", False)]


@pytest.mark.usefixtures("qapp")
def test_settings_that_cannot_be_saved_are_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    preferences = Preferences(Settings(person="Ann"), tmp_path / "missing" / "settings.json")
    preferences.set_person("Bo")
    preferences.wait()
    assert "The settings could not be saved" in caplog.text


def test_the_menu_of_recent_stores_is_made_anew_only_where_they_are_others(
    window: MainWindow, tmp_path: Path
) -> None:
    window.preferences.remember_store(tmp_path / "a.casefile")
    before = window.recent.actions()
    window.preferences.remember_place(tmp_path / "a.casefile", "actions")
    assert window.recent.actions() == before
    window.preferences.remember_store(tmp_path / "b.casefile")
    assert window.recent.actions()[0].data() == str(tmp_path / "b.casefile")


def test_a_store_open_elsewhere_is_shown_with_who_has_it(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    other = made_store(tmp_path / "shared.casefile", "Theirs")
    assert window.read_only.isHidden()
    with holding(other, "Bo Berg") as process:
        window.desk.open(other)
        settle()
        assert window.read_only.isVisible()
        assert window.read_only.text.startswith("Read only: Bo Berg on ")
        assert window.windowTitle() == "shared (read only) - Casefile"
        assert case_titles(window) == ["Theirs"]
        writing = [command.name for command in COMMANDS if command.writes]
        assert len(writing) > 8
        window.go("actions")
        assert [name for name in writing if window.commands[name].isEnabled()] == []
        assert window.commands["save_copy"].isEnabled()
        assert window.commands["search"].isEnabled()
        add_case(window, "Lost")
        assert "Bo Berg on" in window.messages.text
        process.kill()
    window.read_only.again_wanted.emit()
    settle()
    assert window.read_only.isHidden()
    assert window.commands["new_case"].isEnabled()
    add_case(window, "Mine")
    settle()
    assert sorted(case_titles(window)) == ["Mine", "Theirs"]


def test_a_decision_on_a_store_that_is_only_read_is_taken_back_on_the_screen(
    window: MainWindow, settle: Settle, tmp_path: Path, article: Path, readers: ReaderPool
) -> None:
    path = tmp_path / "shared.casefile"
    store = Store.create(path)
    import_files(store, [article], "Bo", readers=readers)
    store.close()
    with holding(path, "Bo Berg"):
        window.desk.open(path)
        settle()
        window.start_review(1)
        settle()
        waiting = len(window.review.cards.waiting())
        assert waiting > 1
        window.review.accept_chosen()
        settle()
        assert len(window.review.cards.waiting()) == waiting
        assert "Bo Berg on" in window.messages.text


def test_opening_the_open_store_again_keeps_it_writable(window: MainWindow, settle: Settle) -> None:
    path = window.desk.path
    assert path is not None
    window.desk.open(path)
    settle()
    add_case(window, "One")
    settle()
    assert window.desk.refusal is None
    assert case_titles(window) == ["One"]


def test_the_backups_are_shown_with_what_they_hold(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    path = made_store(tmp_path / "mine.casefile", "One")
    store = Store.open(path)
    back_up(store, BackupReason.DAILY)
    store.close()
    window.desk.open(path)
    settle()
    dialog = shown_backups(window, settle)
    line = dialog.list.topLevelItem(0)
    assert line is not None
    assert [line.text(column) for column in range(1, 6)] == ["Daily", "0", "0", "0", "1"]
    dialog.reject()


def test_without_a_backup_the_dialog_says_when_there_will_be_one(window: MainWindow, settle: Settle) -> None:
    dialog = shown_backups(window, settle)
    assert dialog.chosen() is None
    assert any("no backup of this store yet" in label for label in texts(dialog))
    dialog.restore_over()
    dialog.restore_beside()
    assert dialog.isVisible()
    dialog.reject()


def texts(dialog: RestoreBackupDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_a_backup_replaces_the_store_and_what_was_there_is_kept(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    path = made_store(tmp_path / "mine.casefile", "One")
    store = Store.open(path)
    back_up(store, BackupReason.ASKED)
    store.close()
    window.desk.open(path)
    settle()
    add_case(window, "Two")
    settle()
    dialog = shown_backups(window, settle)
    dialog.restore_over()
    settle()
    assert case_titles(window) == ["One"]
    assert "What was there before is kept" in window.messages.text
    newest = list_backups(path)[0]
    assert newest.file.reason is BackupReason.BEFORE_RESTORE
    add_case(window, "Three")
    settle()
    assert sorted(case_titles(window)) == ["One", "Three"]


def test_a_backup_becomes_a_new_store(
    window: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_store(tmp_path / "mine.casefile", "One")
    store = Store.open(path)
    back_up(store, BackupReason.ASKED)
    store.close()
    window.desk.open(path)
    settle()
    add_case(window, "Two")
    settle()
    dialog = shown_backups(window, settle)
    choose(monkeypatch, tmp_path / "back")
    dialog.restore_beside()
    settle()
    settle()
    assert window.desk.path == tmp_path / "back.casefile"
    assert case_titles(window) == ["One"]


def test_a_damaged_store_leads_to_its_backups_and_back(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    path = made_store(tmp_path / "mine.casefile", "One")
    store = Store.open(path)
    back_up(store, BackupReason.CLOSED)
    store.close()
    path.write_bytes(path.read_bytes()[:3000])
    window.desk.open(path)
    settle()
    assert "is damaged" in window.messages.text
    window.messages.press()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreBackupDialog)
    dialog.restore_over()
    settle()
    assert window.desk.path == path
    assert case_titles(window) == ["One"]
    assert len(list(tmp_path.glob("mine.before-restore-*.casefile"))) == 1


def test_a_restore_that_fails_leaves_the_store_open(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    add_case(window, "One")
    settle()
    broken = tmp_path / "broken.casefile"
    broken.write_bytes(b"nothing")
    path = window.desk.path
    assert path is not None
    window.desk.restore(broken, path)
    settle()
    assert "is not a Casefile store" in window.messages.text
    assert case_titles(window) == ["One"]
    add_case(window, "Two")
    settle()
    assert sorted(case_titles(window)) == ["One", "Two"]


def test_the_journal_names_the_person_that_the_window_knows(window: MainWindow, settle: Settle) -> None:
    window.commands["your_name"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, YourNameDialog)
    entry = dialog.inputs["person"]
    assert isinstance(entry, QLineEdit)
    assert entry.text() == "Tester"
    entry.setText("  ")
    dialog.revise()
    assert not dialog.can_accept
    entry.setText("Åsa Lind")
    dialog.revise()
    dialog.accept()
    assert window.preferences.settings.person == "Åsa Lind"
    add_case(window, "One")
    settle()
    found: list[str] = []
    window.desk.read("people", lambda r: [step.person for step in r.query(Step)], found.extend)
    settle()
    assert found == ["Åsa Lind"]


def closed(qtbot: QtBot, window: MainWindow) -> None:
    window.close()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: window.ended, timeout=20_000)


def test_closing_makes_the_backup_beside_the_window(
    window: MainWindow, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_case(window, "One")
    settle()
    path = window.desk.path
    assert path is not None
    gate = threading.Event()
    ticks: list[int] = []
    threads: list[threading.Thread] = []
    real = copying.copy_store

    def held(*arguments: object, **options: object) -> None:
        threads.append(threading.current_thread())
        assert gate.wait(20)
        real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "copy_store", held)
    window.close()
    assert not window.isVisible()
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    qtbot.waitUntil(lambda: len(ticks) > 20 and bool(threads))
    assert not window.ended
    other = Store.open(path)
    assert not other.read_only, "who starts again at once can write at once"
    other.close()
    gate.set()
    qtbot.waitUntil(lambda: window.ended, timeout=20_000)
    timer.stop()
    assert threads[0] is not threading.main_thread()
    (backup,) = list_backups(path)
    assert backup.file.reason is BackupReason.CLOSED
    assert sorted(entry.name for entry in path.parent.glob("test.casefile*")) == ["test.casefile"]


def test_a_backup_that_fails_at_the_end_is_told_the_next_time(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    add_case(window, "One")
    settle()
    all_backups_folder().write_text("in the way", "utf-8")
    closed(qtbot, window)
    problem = window.preferences.settings.problem
    assert "The backup of" in problem
    again = make_window(Settings(person="Tester", problem=problem))
    tell_problem(again)
    assert "When Casefile was closed last: The backup of" in again.messages.text
    assert again.preferences.settings.problem == ""
    closed(qtbot, again)
    again.deleteLater()


def test_closing_while_a_store_is_being_opened_leaves_nothing_open(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(Settings(person="Tester"))
    window.show()
    window.desk.open(tmp_path / "new.casefile")
    closed(qtbot, window)
    assert not list(tmp_path.glob("*.lock"))
    window.deleteLater()


def test_the_daily_backup_is_made_while_the_window_is_open(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    add_case(window, "One")
    settle()
    window.desk.back_up_daily()
    window.desk.back_up_daily()
    settle()
    (backup,) = list_backups(tmp_path / "test.casefile")
    assert backup.file.reason is BackupReason.DAILY


def test_a_daily_backup_that_fails_is_told_once(
    window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.", "Free some space.")

    monkeypatch.setattr(backups, "back_up_daily", fail)
    told: list[object] = []
    window.desk.told.connect(told.append)
    for _ in range(3):
        window.desk.back_up_daily()
        settle()
    assert len(told) == 1


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0.0 MB"), (412_000, "0.4 MB"), (99_900_000, "99.9 MB"), (1_234_567_890, "1,235 MB")],
)
def test_sizes_are_told_in_megabytes(size: int, text: str) -> None:
    assert size_text(size) == text
