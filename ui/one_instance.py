"""One window per person and settings: a second start hands its store to the window that is there.

The two talk over a local socket that only the same person may use; nothing of it is a network. Qt's module
for it is loaded only where it is needed: the first picture of the window does without.
"""

import json
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCryptographicHash, QDir, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket
    from PySide6.QtWidgets import QWidget

CONNECT_MS, ANSWER_MS = 1_000, 5_000
"""How long a second start waits for the window; after that it opens one of its own."""
LONGEST_MESSAGE = 64 * 1024
_TAKEN = b"taken\n"
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Request:
    """What a second start wants of the window."""

    store: Path | None
    """The store to be opened, absolute; None where only the window is wanted."""
    token: str = ""
    """The desktop's leave to come to the front, "" where it gave none."""

    def packed(self) -> bytes:
        """One line, as it goes over the socket."""
        return json.dumps({"store": str(self.store or ""), "token": self.token}).encode() + b"\n"

    @classmethod
    def unpacked(cls, line: bytes) -> "Request":
        """The other way round; ValueError for anything else."""
        match json.loads(line):
            case {"store": str(store), "token": str(token)}:
                return cls(Path(store) if store else None, token)
        raise ValueError("no request of Casefile")


def socket_name(settings: Path) -> str:
    """Where the window with these settings listens: a file of the person's, on Windows the name of a pipe."""
    person = str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "")
    key = f"{person} {os.path.realpath(settings)}".encode()
    digest = QCryptographicHash.hash(key, QCryptographicHash.Algorithm.Sha256).toHex().data()
    name = f"casefile-{cast('bytes', digest)[:16].decode()}"
    if sys.platform == "win32":
        return name
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or QDir.tempPath()) / name)


def load_sockets() -> None:
    """Loads what a :class:`Doorway` listens with, which takes longer than to listen."""
    from PySide6.QtNetwork import QLocalServer  # noqa: F401


def hand_over(name: str, store: Path | None) -> bool:
    """Whether a window is there that has taken the store; waits until it says so."""
    if not _may_be_there(name):
        return False
    token = next((os.environ[key] for key in _TOKENS if os.environ.get(key)), "")
    return _sent(name, Request(store.absolute() if store is not None else None, token))


def _may_be_there(name: str) -> bool:
    """Asked before anything is loaded; nobody else's socket counts."""
    if sys.platform == "win32":
        return True
    try:
        return Path(name).stat().st_uid == os.getuid()
    except OSError:
        return False


def _sent(name: str, request: Request) -> bool:
    socket = _connected(name)
    if socket is None:
        return False
    socket.write(request.packed())
    while not socket.canReadLine():
        if not socket.waitForReadyRead(ANSWER_MS):
            return False
    return socket.readLine().data() == _TAKEN


def _connected(name: str) -> "QLocalSocket | None":
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket if socket.waitForConnected(CONNECT_MS) else None


class Doorway(QObject):
    """Where the window hears of second starts, while it is there."""

    def __init__(self, window: "QWidget") -> None:
        super().__init__(window)
        self._window = window
        self._server: QLocalServer | None = None

    store_handed = Signal(object)
    """A store (its :class:`Path`) that a second start was called with."""

    def listen(self, name: str) -> bool:
        """Whether it listens from now on; a socket that nobody listens at any more is cleared away."""
        from PySide6.QtNetwork import QLocalServer

        if _may_be_there(name) and _connected(name) is not None:
            _log.info("Another window listens at %s already.", name)
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        QLocalServer.removeServer(name)
        if not server.listen(name):
            _log.warning("A second start will open a second window: %s", server.errorString())
            return False
        self._server = server
        return True

    def close(self) -> None:
        """Hears nothing any more."""
        if self._server is not None:
            self._server.close()

    def _greet(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST_MESSAGE)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            self._hear(socket)

    def _hear(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LONGEST_MESSAGE:
                socket.abort()
            return
        if not self._window.isVisible():
            # A window that was closed makes its last backup: the other start shall open one of its own.
            self.close()
            socket.abort()
            return
        try:
            request = Request.unpacked(cast("bytes", socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        bring_to_front(self._window, request.token)
        if request.store is not None:
            self.store_handed.emit(request.store)


def bring_to_front(window: "QWidget", token: str = "") -> None:
    """Shows the window above the others and gives it the keyboard, as far as the desktop allows it."""
    from PySide6.QtCore import Qt

    if token:
        os.environ[_TOKENS[0]] = token  # Qt hands it on with the next activation, and then forgets it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
