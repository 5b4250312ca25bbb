"""Drags a file from a second program onto the window, then reviews it by keyboard; run under an X server.

``python real_drag.py STORE ARTICLE`` leaves with 0 when the store holds the article's action at the end.
"""

import subprocess
import sys
import time
from pathlib import Path

PATIENCE_S = 60
SOURCE_AT = (1300, 90)
WINDOW_AT = (600, 400)
STEPS = 8
DRAG_SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        drag, mime = QDrag(self), QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
source = Source("drag-source")
source.setWindowTitle("drag-source")
source.setWindowFlags(Qt.WindowType.FramelessWindowHint)
source.setGeometry(1220, 50, 160, 80)
source.show()
app.exec()
"""


def xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE_S)


def drag() -> None:
    (x, y), (to_x, to_y) = SOURCE_AT, WINDOW_AT
    xdotool("mousemove", x, y, "mousedown", 1)
    for step in range(1, STEPS + 1):
        xdotool("mousemove", x + (to_x - x) * step // STEPS, y + (to_y - y) * step // STEPS)
        time.sleep(0.1)
    xdotool("mouseup", 1)


def listed(store: Path, what: str) -> bool:
    words = [sys.executable, "-m", "ui", "list", what, "--store", str(store), "--json"]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    return ended.returncode == 0 and '"id"' in ended.stdout


def walk(store: Path) -> bool:
    for name in ("Casefile", "drag-source"):
        xdotool("search", "--sync", "--onlyvisible", "--name", name)
    deadline = time.monotonic() + PATIENCE_S
    while not listed(store, "sources"):
        if time.monotonic() > deadline:
            return False
        drag()
        time.sleep(1)
    xdotool("search", "--name", "Casefile", "windowfocus")
    xdotool("key", "Return")
    while not listed(store, "actions"):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.5)
        xdotool("key", "a")
    return True


def main() -> int:
    store, article = Path(sys.argv[1]), sys.argv[2]
    window = subprocess.Popen([sys.executable, "-m", "ui", "--store", str(store)])
    source = subprocess.Popen([sys.executable, "-c", DRAG_SOURCE, article])
    try:
        return 0 if walk(store) else 1
    finally:
        for process in (window, source):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
