"""Starts the window: application, looks, errors, settings, store."""

import gc
import logging
import sys
import traceback
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QApplication

from casefile import __version__
from casefile.errors import CasefileError
from casefile.paths import APP_NAME, default_store_path
from casefile.settings import Settings, load_settings, settings_path
from casefile.translation import tr
from ui.main_window import MainWindow, Steps
from ui.one_instance import hand_over, load_sockets, socket_name
from ui.outline import Outline
from ui.speaking import speak
from ui.theme import Looks

if TYPE_CHECKING:
    from ui.readers import WindowReaders

FIRST_SIZE = (1180, 760)
SWITCH_S = 0.0001
"""As long the window waits for work beside it to let Python go. It does so dozens of times for a picture:
with five thousandths, Python's own, that is felt, and with one too while other programs work."""
QUIET_MS = 500
"""How long the first list has for itself before what the other views need is loaded."""
ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
_log = logging.getLogger(__name__)


def run(path: Path | None = None) -> int:
    """Opens the window on the store, or on the one of last time, and stays until it is closed.

    Where the window is open already it takes the store, and nothing is left to be done.
    """
    gc.disable()  # until the window's own collector begins: modules that are loaded make no garbage
    try:
        place = settings_path()
        if hand_over(socket_name(place), path):
            return 0
        app = make_application()
        settings = load_settings(place)
        speak(app, settings.language)
        store = path or _last_store(settings)
    except (CasefileError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    looks = Looks(app)
    looks.put_on_colours(settings.theme, settings.text_size)
    window = make_unfurnished(settings)
    sys.excepthook = _hook(window)
    window.furnish(_start(looks, window, settings, place, store))
    # The program outlives its window by the last backup.
    app.setQuitOnLastWindowClosed(False)
    window.finished.connect(lambda: app.exit(int(window.failed)))
    app.aboutToQuit.connect(lambda: _leave(window))
    window.show()
    return app.exec()


def make_application() -> QApplication:
    """The application with its name; one per process."""
    sys.setswitchinterval(SWITCH_S)
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("casefile")
    return app


def make_unfurnished(settings: Settings) -> MainWindow:
    """A window with no more than the first picture, where and how it was closed last."""
    window = MainWindow(Outline.parse(settings.outline))
    packed = QByteArray(b64decode(settings.geometry.encode("ascii", "ignore")))
    if not window.restoreGeometry(packed):
        available = window.screen().availableGeometry()
        window.resize(min(FIRST_SIZE[0], available.width()), min(FIRST_SIZE[1], available.height()))
    return window


def make_window(
    settings: Settings, place: Path | None = None, readers: "WindowReaders | None" = None
) -> MainWindow:
    """A furnished window without a store; :meth:`Desk.open` gives it one."""
    from ui.furnishing import Furnishing

    window = make_unfurnished(settings)
    window.furnish(Furnishing(window, settings, place, readers).steps())
    window.furnish_now()
    return window


def _start(looks: Looks, window: MainWindow, settings: Settings, place: Path, store: Path) -> Steps:
    """What is done after the first picture was painted, up to a store that is being opened."""
    from PySide6.QtCore import Qt  # a step of its own: it has a great many constants

    yield
    looks.wear(settings.theme, settings.text_size)
    yield
    from ui.furnishing import Furnishing

    yield from Furnishing(window, settings, place).steps()
    yield
    window.preferences.changed.connect(lambda: _dress(looks, window.preferences.settings))

    collector = window.desk.jobs.collector

    def tidy(state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            collector.collect_all()

    _settle_in(window)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.applicationStateChanged.connect(tidy)
    tell_problem(window)
    collector.wait()
    window.desk.open(store)
    yield
    load_sockets()
    yield
    _open_door(window, place)


def _settle_in(window: MainWindow) -> None:
    """Has readers and the other views ready soon after a store is open, in moments in which nobody waits."""
    from PySide6.QtCore import Qt

    from ui.furnishing import LOADED_LATER, load, make_ahead
    from ui.quiet_steps import QuietSteps

    desk, collector = window.desk, window.desk.jobs.collector
    quiet = QuietSteps(desk.jobs, window)
    pause = QTimer(quiet, singleShot=True, interval=QUIET_MS)

    def the_rest() -> Steps:
        desk.warm_readers()  # not beside the first list, which would be there later by a tenth of a second
        yield
        yield from load(LOADED_LATER)
        yield from make_ahead(window)
        desk.make_statements()
        yield
        collector.keep()

    desk.opened.connect(collector.keep, Qt.ConnectionType.SingleShotConnection)
    desk.opened.connect(pause.start)
    desk.ending.connect(pause.stop)
    desk.ending.connect(quiet.stop)
    pause.timeout.connect(lambda: quiet.take(the_rest()))


def _open_door(window: MainWindow, place: Path) -> None:
    """Takes the stores of second starts from now on."""
    from ui.one_instance import Doorway

    def take(store: Path) -> None:
        if store != window.desk.path:
            window.desk.open(store)

    doorway = Doorway(window)
    doorway.store_handed.connect(take)
    doorway.listen(socket_name(place))


def _dress(looks: Looks, settings: Settings) -> None:
    looks.wear(settings.theme, settings.text_size)


def _last_store(settings: Settings) -> Path:
    last = Path(settings.last_store) if settings.last_store else None
    return last if last is not None and last.is_file() else default_store_path()


def _leave(window: MainWindow) -> None:
    """The last moment, also where the session ends without closing the window."""
    if not window.is_furnished:
        window.stop_furnishing()
        return
    geometry = b64encode(window.saveGeometry().data()).decode("ascii")
    window.preferences.remember_window(geometry, str(window.outline()))
    window.preferences.wait()
    if not window.ended:
        window.desk.close()


def tell_problem(window: MainWindow) -> None:
    """Says what went wrong after the window was closed last, once."""
    from ui.notices import Notice, Tone
    from ui.told import told

    problem = window.preferences.settings.problem
    if problem:
        window.desk.told.emit(
            Notice(tr("When Casefile was closed last: {problem}").format(problem=told(problem)), Tone.WRONG)
        )
        window.preferences.remember_problem("")


def _hook(window: MainWindow) -> ExceptHook:
    """A bug in the window is shown and logged; the window stays, where it is furnished at all."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _log.error("An error reached the window: %s", "".join(traceback.format_exception(kind, error, trace)))
        if window.is_furnished:
            from ui.notices import error_notice

            window.desk.told.emit(error_notice(error))
        else:
            sys.stderr.write(f"Casefile cannot start. {error}\n")
            window.failed = True
            window.close()

    return show
