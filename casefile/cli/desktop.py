"""The desktop's entry and file type, so that a store opens by double click (freedesktop.org's formats)."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from casefile.cli.status import DONE
from casefile.errors import CasefileError
from casefile.paths import resource

ENTRY, FILE_TYPE = Path("applications/casefile.desktop"), Path("mime/packages/casefile.xml")
_REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
_QUOTED = str.maketrans({sign: f"\\{sign}" for sign in '"`$\\'})


class NoDesktopError(CasefileError):
    """The entry has no meaning on this system."""


def install(_: argparse.Namespace) -> int:
    """Puts both into the person's own data folder; what was there of Casefile is replaced."""
    if sys.platform in ("win32", "darwin"):
        raise NoDesktopError(
            "Only the desktops of Linux and BSD know such an entry.",
            "Choose Casefile with the system's own “Open with” for a .casefile file.",
        )
    from platformdirs import user_data_path

    folder = user_data_path()
    entry = resource("desktop/casefile.desktop").read_text("utf-8")
    _write(folder / ENTRY, entry.replace("Exec=casefile", f"Exec={_command()}"))
    _write(folder / FILE_TYPE, resource("desktop/casefile.xml").read_text("utf-8"))
    for program, part in _REFRESH:
        found = shutil.which(program)
        if found is not None:
            # Programs of the system, on a folder of our own choice.
            subprocess.run([found, str(folder / part)], check=False, capture_output=True)  # noqa: S603
    sys.stdout.write(f"Stores open by double click now: {folder / ENTRY}\n")
    return DONE


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NoDesktopError(
            f"{path} could not be written: {error.strerror}.", "Check that you may write there."
        ) from error


def _command() -> str:
    """How this very program is started; quoted as the entry's format wants it (Exec, percent doubled)."""
    installed = Path(sys.executable).with_name("casefile")
    words = [str(installed)] if installed.is_file() else [sys.executable, "-m", "ui"]
    return " ".join(f'"{word.translate(_QUOTED)}"' for word in words).replace("\\", "\\\\").replace("%", "%%")
