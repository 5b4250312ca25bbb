"""A real X server with a window manager, and the hands on its mouse and keys."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

TOOLS = ("Xvfb", "xdotool", "openbox")
PATIENCE_S = 60
STILL_S = 0.4
"""So long nothing changes on a screen that stands still; a text cursor blinks every half second."""
IDLE_TICKS = 1
SOURCE_AT = (1040, 20)
"""Where the program stands out of which things are dragged, in pixels."""
DROP_AT = (500, 480)
"""A place within Casefile's window."""


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended at the end."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


@dataclass(frozen=True)
class RealScreen:
    """A display with nothing on it but a window manager; programs on it end with ``programs``."""

    environment: dict[str, str]
    programs: ExitStack
    picture: Path
    """What the screen shows, as the X server keeps it in a file."""
    windows: list[subprocess.Popen[bytes]] = field(default_factory=list)
    """Casefile's, as long as they run."""

    def do(self, *arguments: object) -> str:
        """What xdotool says to these arguments."""
        command = ["xdotool", *(str(argument) for argument in arguments)]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True, timeout=PATIENCE_S
        ).stdout

    def open_casefile(self, store: Path) -> subprocess.Popen[bytes]:
        """Casefile's window on a store, in sight."""
        command = [sys.executable, "-m", "ui", str(store)]
        process = self.programs.enter_context(running(command, self.environment))
        self.windows.append(process)
        self.place_window(f"{store.stem} - Casefile", 10, 140)
        self.still()
        return process

    def place_window(self, title: str, x: int, y: int) -> None:
        """Waits for the window of that title and puts it there."""
        self.do("windowmove", "--sync", self.window(title), x, y)

    def window(self, title: str) -> str:
        """Waits for the window of that title: its number.

        A search ends with an error where a window goes while it is looked at: it is begun again then.
        """
        found: list[str] = []

        def is_there() -> bool:
            with suppress(subprocess.CalledProcessError):
                found[:] = self.do("search", "--onlyvisible", "--name", title).split()
            return bool(found)

        self.wait_until(is_there)
        return found[0]

    def drag_in(self, *arguments: object) -> None:
        """Drags what ``drag_source.py`` makes of the arguments onto Casefile's window, as a hand does.

        That program stays: it hands over what it dragged when it is asked for it.
        """
        source = [sys.executable, str(Path(__file__).with_name("drag_source.py")), *map(str, arguments)]
        program = self.programs.enter_context(running(source, self.environment))
        self.place_window(f"Drag source {program.pid}", *SOURCE_AT)
        self.still()
        self.drag((SOURCE_AT[0] + 60, SOURCE_AT[1] + 30), DROP_AT)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Presses, moves in steps, releases."""
        self.do("mousemove", *start, "mousedown", 1)
        for step in range(1, 21):
            x, y = (a + (b - a) * step // 20 for a, b in zip(start, end, strict=True))
            self.do("mousemove", x, y, "sleep", "0.03")
        self.do("sleep", "0.3", "mouseup", 1)

    def press(self, *keys: str) -> None:
        """Presses keys one after another: each once what the one before has changed stands still."""
        for key in keys:
            before = self.still()
            self.do("key", key)
            self.wait_until(lambda before=before: self.picture.read_bytes() != before)  # type: ignore[misc]
        self.still()

    def still(self) -> bytes:
        """Waits until the windows have nothing left to do, but for a blinking cursor: what is shown."""
        spent, shown = self._spent(), self.picture.read_bytes()

        def is_still() -> bool:
            nonlocal spent, shown
            before, was = spent, shown
            self.do("sleep", STILL_S)
            spent, shown = self._spent(), self.picture.read_bytes()
            return spent - before <= IDLE_TICKS and shown == was

        self.wait_until(is_still)
        return shown

    def _spent(self) -> int:
        """How much of the processor the windows have had, in the system's ticks."""
        stats = (Path(f"/proc/{window.pid}/stat").read_text() for window in self.windows)
        return sum(sum(map(int, stat.rpartition(")")[2].split()[11:13])) for stat in stats)

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Looks again and again, for a minute."""
        deadline = time.monotonic() + PATIENCE_S
        while not reached():
            assert time.monotonic() < deadline, "nothing happened"
            self.do("sleep", "0.2")


@contextmanager
def real_screen(home: Path) -> Iterator[RealScreen]:
    """A screen of our own; what programs keep for their user lies in ``home``."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    command += ["-fbdir", str(home)]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        environment = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
        environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
        environment |= {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
        with running(["openbox"], environment), ExitStack() as programs:
            yield RealScreen(environment, programs, home / "Xvfb_screen0")
        server.terminate()
