"""Makes resources/unicode and Unicode's tests of it again: ``python -m tests.making.unicode``.

Needs apt-get of Debian 12, whose package unicode-data has the Unicode Character Database 15.0.
"""

import gzip
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PACKAGE = "unicode-data=15.0.0-1"
_AS_LETTERS = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}
"""LB1: what has no better class; small kana begin no line, as Japanese newspapers have it."""
_BY_DEFAULT = (
    (0x20A0, 0x20CF, "PR"), (0x3400, 0x4DBF, "ID"), (0x4E00, 0x9FFF, "ID"), (0xF900, 0xFAFF, "ID"),
    (0x1F000, 0x1FAFF, "ID"), (0x1FC00, 0x1FFFD, "ID"), (0x20000, 0x2FFFD, "ID"), (0x30000, 0x3FFFD, "ID"),
)  # fmt: skip
_EVERY = 25
"""One line of so many of a test of Unicode is kept as a sample."""


def ranges_of(path: Path) -> Iterator[tuple[int, int, str]]:
    """First and last code point and value of each entry of a property file."""
    for line in path.read_text("utf-8").splitlines():
        found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
        if found:
            yield int(found[1], 16), int(found[2] or found[1], 16), found[3]


def points_of(path: Path, *values: str) -> Iterator[int]:
    """The code points that have one of these values."""
    for first, last, value in ranges_of(path):
        if value in values:
            yield from range(first, last + 1)


def line_break_classes(folder: Path) -> list[str]:
    """The class of every code point as the program's rules know it."""
    classes = ["AL"] * 0x110000
    for first, last, value in (*_BY_DEFAULT, *ranges_of(folder / "LineBreak.txt")):
        classes[first : last + 1] = [_AS_LETTERS.get(value, value)] * (last - first + 1)
    categories = folder / "extracted" / "DerivedGeneralCategory.txt"
    marks, unassigned = set(points_of(categories, "Mn", "Mc")), set(points_of(categories, "Cn"))
    for point, value in enumerate(classes):
        if value == "SA":
            classes[point] = "CM" if point in marks else "AL"
    for point in points_of(folder / "emoji" / "emoji-data.txt", "Extended_Pictographic"):
        if point in unassigned:
            classes[point] = "EB"  # LB30b treats what may become a picture as one
    for point in points_of(folder / "EastAsianWidth.txt", "F", "W", "H"):
        if classes[point] in ("OP", "CP"):
            classes[point] += "W"  # LB30 leaves these out
    return classes


def write_line_breaks(folder: Path) -> None:
    """Write a line for each stretch of code points of one class: its first and the class."""
    classes = line_break_classes(folder)
    starts = [
        f"{point:X} {value}"
        for point, value in enumerate(classes)
        if not point or value != classes[point - 1]
    ]
    target = ROOT / "resources" / "unicode"
    target.mkdir(exist_ok=True)
    (target / "line-breaks.txt").write_text("\n".join(starts) + "\n")


def write_sample(source: Path, every: int) -> None:
    """Keep one line of so many of a test, without its comments."""
    lines = [
        kept
        for line in source.read_text("utf-8").splitlines()
        if (kept := line.split("#")[0].strip()) and not kept.startswith("#")
    ]
    target = ROOT / "tests" / "data" / "unicode" / f"{source.stem}.txt.gz"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(gzip.compress("\n".join(lines[::every]).encode(), mtime=0))


def main() -> None:
    """Make all of it."""
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["apt-get", "download", "--quiet", _PACKAGE], cwd=scratch, check=True)
        (package,) = Path(scratch).glob("unicode-data_*.deb")
        subprocess.run(["dpkg-deb", "--extract", package, scratch], check=True)
        folder = Path(scratch, "usr/share/unicode")
        write_line_breaks(folder)
        write_sample(folder / "BidiCharacterTest.txt", _EVERY)
        write_sample(folder / "auxiliary" / "LineBreakTest.txt", 1)


if __name__ == "__main__":
    main()
