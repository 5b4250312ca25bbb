"""A second program: a small window from which files can be dragged with the mouse."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class DragSource(QLabel):
    """Drags the files as a file manager does: ``text/uri-list``."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(f"Drag {paths[0].name}")
        self._paths = paths
        self._pressed = QPoint()
        self.setWindowTitle("Drag source")
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
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path)) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(content)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    source = DragSource([Path(path) for path in sys.argv[1:]])
    source.show()
    sys.exit(app.exec())
