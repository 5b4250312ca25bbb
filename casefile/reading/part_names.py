"""What a file within a file is called: safe to show, without folders. Imports cleaning only."""

import re
from pathlib import PurePosixPath

from casefile.reading.cleaning import one_line

LONGEST_NAME = 120
_FOLDERS = re.compile(r"[/\\]")


def part_name(name: str, otherwise: str) -> str:
    """The last step of the path, on one line and without what a system may take for more than a name.

    ``otherwise`` where nothing is left of it.
    """
    shown = one_line(name.encode("utf-8", "replace").decode("utf-8"))
    last = _FOLDERS.split(shown)[-1].lstrip(". ").strip()
    if len(last) > LONGEST_NAME:
        suffix = PurePosixPath(last).suffix[:10]
        last = last[: LONGEST_NAME - len(suffix)].strip() + suffix
    return last or otherwise


def suffix_of(content_type: str) -> str:
    """The usual ending of files of that media type, with its dot; "" where there is none."""
    from mimetypes import MimeTypes

    # A table of its own: the module's shared one reads what is installed on this machine.
    return MimeTypes().guess_extension(content_type) or ""
