"""A second program: a small window from which files, or what a browser gave, can be dragged with the mouse.

Its arguments are files, or ``--recorded`` and a recording of a browser's drag (tests/data/reading/clipboard).
"""

import base64
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


def files(paths: list[str]) -> QMimeData:
    """What a file manager gives: ``text/uri-list``."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return content


def recorded(path: str) -> QMimeData:
    """What a browser gave, in all of its formats."""
    content = QMimeData()
    for form, encoded in json.loads(Path(path).read_text()).items():
        content.setData(form, base64.b64decode(encoded))
    return content


class DragSource(QLabel):
    """Drags what it was given, each time anew."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(f"Drag {Path(arguments[-1]).name}")
        self._arguments = arguments
        self._pressed = QPoint()
        self.setWindowTitle(f"Drag source {os.getpid()}")
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint)
        self.setGeometry(1060, 20, 200, 80)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Starts the drag once the mouse has moved enough."""
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved < QApplication.startDragDistance():
            return
        first, *others = self._arguments
        drag = QDrag(self)
        drag.setMimeData(recorded(others[0]) if first == "--recorded" else files(self._arguments))
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    source = DragSource(sys.argv[1:])
    source.show()
    sys.exit(app.exec())
