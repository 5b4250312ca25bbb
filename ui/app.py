"""Starts the window: application, looks, errors, settings, store."""

import logging
import sys
import traceback
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QApplication

from casefile import __version__
from casefile.errors import CasefileError
from casefile.paths import APP_NAME, default_store_path
from casefile.settings import Settings, load_settings, settings_path
from ui.desk import Desk
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.notices import Notice, Tone, error_notice
from ui.preferences import Preferences
from ui.readers import WindowReaders
from ui.theme import follow_theme

FIRST_SIZE = (1180, 760)
ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
_log = logging.getLogger(__name__)


def run(path: Path | None = None) -> int:
    """Opens the window on the store, or on the one of last time, and stays until it is closed."""
    app = make_application()
    try:
        place = settings_path()
        settings = load_settings(place)
        store = path or _last_store(settings)
    except (CasefileError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    follow_theme(app, settings.theme)
    window = make_window(settings, place)
    sys.excepthook = _hook(window)
    _restore(window, settings)
    window.show()
    # The window is painted before the store is opened: loading the database would hold it up.
    QTimer.singleShot(0, lambda: window.desk.open(store))
    window.desk.opened.connect(window.desk.warm_readers, Qt.ConnectionType.SingleShotConnection)
    QTimer.singleShot(0, lambda: tell_problem(window))
    # The program outlives its window by the last backup.
    app.setQuitOnLastWindowClosed(False)
    window.finished.connect(app.quit)
    app.aboutToQuit.connect(lambda: _leave(window))
    return app.exec()


def make_application() -> QApplication:
    """The application with its name; one per process."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("casefile")
    return app


def make_window(
    settings: Settings, place: Path | None = None, readers: WindowReaders | None = None
) -> MainWindow:
    """A window without a store; :meth:`Desk.open` gives it one. Without a place no setting is kept."""
    jobs = Jobs()
    desk = Desk(jobs, settings.person, readers=readers)
    preferences = Preferences(settings, place)
    window = MainWindow(desk, preferences)
    for part in (jobs, desk, preferences):
        part.setParent(window)
    return window


def _last_store(settings: Settings) -> Path:
    last = Path(settings.last_store) if settings.last_store else None
    return last if last is not None and last.is_file() else default_store_path()


def _restore(window: MainWindow, settings: Settings) -> None:
    packed = QByteArray(b64decode(settings.geometry.encode("ascii", "ignore")))
    if not window.restoreGeometry(packed):
        available = window.screen().availableGeometry()
        window.resize(min(FIRST_SIZE[0], available.width()), min(FIRST_SIZE[1], available.height()))


def _leave(window: MainWindow) -> None:
    """The last moment, also where the session ends without closing the window."""
    window.preferences.remember_geometry(b64encode(window.saveGeometry().data()).decode("ascii"))
    if not window.ended:
        window.desk.close()


def tell_problem(window: MainWindow) -> None:
    """Says what went wrong after the window was closed last, once."""
    problem = window.preferences.settings.problem
    if problem:
        window.desk.told.emit(Notice(f"When Casefile was closed last: {problem}", Tone.WRONG))
        window.preferences.remember_problem("")


def _hook(window: MainWindow) -> ExceptHook:
    """A bug in the window is shown and logged; the window stays."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _log.error("An error reached the window: %s", "".join(traceback.format_exception(kind, error, trace)))
        window.desk.told.emit(error_notice(error))

    return show
