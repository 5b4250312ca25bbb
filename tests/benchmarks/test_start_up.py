"""From process start to the first painted window, as a ratio to a bare PySide6 window in the same run."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casefile.intake import import_files
from casefile.paths import resource
from casefile.store.store import Store

RUNS = 9
PAINTED = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject
class Watch(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            QCoreApplication.exit(0)
        return False
"""
BARE = (
    PAINTED
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
watch = Watch()
window.installEventFilter(watch)
window.resize(1180, 760)
window.show()
app.exec()
"""
)
CASEFILE = (
    PAINTED
    + """
import ui.app
made = ui.app.make_window
watch = Watch()
def make_window(*arguments):
    window = made(*arguments)
    window.installEventFilter(watch)
    return window
ui.app.make_window = make_window
from pathlib import Path
ui.app.run(Path(sys.argv[1]))
"""
)


def seconds_to_paint(code: str, *arguments: str) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "painted\n"
        taken = time.perf_counter() - start
        process.stdout.read()
    return taken


@pytest.fixture
def demo_store(tmp_path: Path) -> Path:
    path = tmp_path / "bench.casefile"
    store = Store.create(path)
    article = tmp_path / "article.html"
    article.write_bytes(resource("demo/continental-ledger-2025-03-18.html").read_bytes())
    import_files(store, [article], "bench")
    store.close()
    return path


def test_first_paint_against_a_bare_window(
    demo_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    pairs = [(seconds_to_paint(BARE), seconds_to_paint(CASEFILE, str(demo_store))) for _ in range(RUNS + 1)][
        1:
    ]
    bare = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    print(
        f"\nfirst painted window, median of {RUNS}:"
        f" bare {bare:.2f} s, Casefile {ours:.2f} s, ratio {ratio:.2f}"
    )
    assert len(pairs) == RUNS


def test_version_against_a_bare_interpreter() -> None:
    def seconds(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        return time.perf_counter() - start

    pairs = [(seconds("-c", "pass"), seconds("-m", "ui", "--version")) for _ in range(RUNS)]
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    print(f"\ncasefile --version, median of {RUNS}: {ours * 1000:.0f} ms, {ratio:.1f} times `python -c pass`")
    assert len(pairs) == RUNS
