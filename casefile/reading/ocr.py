"""Words out of pictures, by a ``tesseract`` that is installed on this computer. Imports nothing of ours.

The picture goes to the program through a pipe: no file is written and nothing leaves the computer. Without
the program there is no text, which is told.
"""

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from functools import cache

PICTURE_TIMEOUT_S = 15.0
"""Seconds for one picture or page."""
TOTAL_TIMEOUT_S = 20.0
"""Seconds for all pages of one file: a reader has half a minute."""
_LANGUAGES = ("eng", "deu", "fra", "nld", "ita", "spa", "por", "swe", "dan", "nor", "pol", "fin", "ces")
_MOST_LANGUAGES = 6
_LANGUAGE = re.compile(r"[A-Za-z_]{3,20}")

MISSING_NOTE = (
    "Install “tesseract” on this computer and import the file again to have the words in it recognised."
)
RECOGNISED_NOTE = "The text was recognised from a picture ({}): compare every figure and every quote with it."
NOTHING_NOTE = "No words were recognised in it."
TOO_LONG_NOTE = "Recognising the words in it took too long and was stopped."
CUT_NOTE = "Recognising words took too long and was stopped after {} of {} pages."


@dataclass(frozen=True)
class Recogniser:
    """The installed program with the languages that it may use."""

    program: str
    languages: str
    """As the program takes them: ``eng+deu``."""

    def text_of(self, picture: bytes, timeout_s: float = PICTURE_TIMEOUT_S) -> str:
        """The words of one picture file, a blank line between paragraphs; "" where it has none.

        :class:`TimeoutError` where it takes longer than ``timeout_s``.
        """
        if timeout_s <= 0:
            raise TimeoutError
        command = [self.program, "stdin", "stdout", "-l", self.languages]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command; the picture comes through a pipe
                command, input=picture, capture_output=True, timeout=timeout_s, env=environment, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        except OSError:
            return ""
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


@dataclass
class Deadline:
    """What is left of the seconds for one file."""

    ends: float

    @classmethod
    def start(cls) -> "Deadline":
        """The whole of :data:`TOTAL_TIMEOUT_S` from now."""
        return cls(time.monotonic() + TOTAL_TIMEOUT_S)

    def for_picture(self) -> float:
        """Seconds that the next picture may take."""
        return min(PICTURE_TIMEOUT_S, self.ends - time.monotonic())


def recogniser() -> Recogniser | None:
    """The installed program; None where there is none or it knows no language."""
    program = shutil.which("tesseract")
    languages = _languages(program) if program else ""
    return Recogniser(program, languages) if program and languages else None


@cache
def _languages(program: str) -> str:
    try:
        listed = subprocess.run(  # noqa: S603 - a fixed command
            [program, "--list-langs"], capture_output=True, timeout=PICTURE_TIMEOUT_S, check=False
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired):
        return ""
    installed = {line.strip() for line in listed.splitlines() if _LANGUAGE.fullmatch(line.strip())}
    chosen = [language for language in _LANGUAGES if language in installed]
    return "+".join((chosen or sorted(installed - {"osd"}))[:_MOST_LANGUAGES])


def paragraphs_of(recognised: str) -> list[str]:
    """The paragraphs of recognised text, each on one line, with words joined that a line end divides."""
    paragraphs = re.split(r"\n\s*\n", recognised.replace("\f", "\n\n"))
    joined = (re.sub(r"(?<=[^\W\d_])-\n(?=[^\W\d_A-Z])", "", paragraph) for paragraph in paragraphs)
    lines = (" ".join(paragraph.split()) for paragraph in joined)
    return [line for line in lines if re.search(r"\w", line)]
