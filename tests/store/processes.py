"""Another process that has a store open: it says what it has reached and waits to be told to go on."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from casefile.store import cases
from casefile.store.store import Store
store = Store.open(Path(sys.argv[1]), person=sys.argv[2])
print("read only" if store.read_only else "writing", flush=True)
sys.stdin.readline()
with store.write("From the other process", by=sys.argv[2]) as writer:
    cases.add_case(writer, "Theirs")
print("written", flush=True)
sys.stdin.readline()
store.close()
"""


class Other:
    """A process and what it says."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def say(self) -> str:
        """The next line that it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def go_on(self) -> None:
        """Lets it take its next step."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        """As a power cut: no clean-up of any kind."""
        self.process.kill()
        self.process.wait()


@contextmanager
def running(code: str, *arguments: object) -> Iterator[Other]:
    """The code in a process of its own, killed at the end."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Other(process)
        finally:
            process.kill()


@contextmanager
def holding(path: Path, person: str = "Bo") -> Iterator[Other]:
    """Another process that has the store open for writing."""
    with running(HOLD, path, person) as other:
        assert other.say() == "writing"
        yield other
