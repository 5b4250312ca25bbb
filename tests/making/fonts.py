"""Makes resources/fonts again from the packages that they come from: ``python -m tests.making.fonts``.

Needs npm and, for Noto Naskh Arabic, apt-get of Debian 12: later editions of that font draw the dots of a
letter as glyphs of their own, which reader programs copy as a second letter. The Chinese, Japanese and Korean
fonts are cut down to what is written in practice, so that all fonts stay under 20 MB together; all others are
left as their makers made them.
"""

import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_DEBIAN = "fonts-noto-core=20201225-1"
_NASKH_OWNER = "Copyright 2010, 2012-2020 Google Inc. (https://github.com/notofonts/arabic)"
_DEBIAN_FOLDER = "usr/share/fonts/truetype/noto"


@dataclass(frozen=True)
class NpmFont:
    """A package of Expo's Google Fonts and what is taken from it: files by the name that they get here."""

    folder: str
    version: str
    files: dict[str, str]
    characters: frozenset[int] = frozenset()
    """What is kept; everything where there is none."""


def decodable(codec: str) -> frozenset[int]:
    """All characters that two bytes can say in a national standard."""
    pairs = (bytes([high, low]) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    return frozenset(ord(sign) for pair in pairs for sign in pair.decode(codec, "ignore") if sign > "\x7f")


_MARKS = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2000, 0x3400),
                    *range(0xFE30, 0xFE70), *range(0xFF00, 0xFFF0)})  # fmt: skip
_UNIFIED = frozenset({*range(0x2E80, 0x3000), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00)})
_CHINESE = _MARKS | _UNIFIED | decodable("big5hkscs")
"""The first 20,992 unified ideographs: a rare name is worth more than the room that it takes."""
_JAPANESE = _MARKS | decodable("shift_jis")
_KOREAN = _MARKS | frozenset({*range(0x1100, 0x1200), *range(0x3130, 0x3190), *range(0xAC00, 0xD7A4)})

NPM_FONTS = (
    NpmFont("source-serif-4", "0.4.1", {
        "SourceSerif4-Regular": "400Regular/SourceSerif4_400Regular",
        "SourceSerif4-Italic": "400Regular_Italic/SourceSerif4_400Regular_Italic",
        "SourceSerif4-SemiBold": "600SemiBold/SourceSerif4_600SemiBold",
    }),
    NpmFont("source-sans-3", "0.4.1", {
        "SourceSans3-Regular": "400Regular/SourceSans3_400Regular",
        "SourceSans3-SemiBold": "600SemiBold/SourceSans3_600SemiBold",
    }),
    NpmFont("noto-sans", "0.4.2", {
        "NotoSans-Regular": "400Regular/NotoSans_400Regular",
        "NotoSans-Bold": "700Bold/NotoSans_700Bold",
        "NotoSans-Italic": "400Regular_Italic/NotoSans_400Regular_Italic",
    }),
    NpmFont("noto-sans-hebrew", "0.4.1", {
        "NotoSansHebrew-Regular": "400Regular/NotoSansHebrew_400Regular",
        "NotoSansHebrew-Bold": "700Bold/NotoSansHebrew_700Bold",
    }),
    NpmFont("noto-sans-sc", "0.4.3", {"NotoSansSC-Regular": "400Regular/NotoSansSC_400Regular"}, _CHINESE),
    NpmFont("noto-sans-jp", "0.4.3", {"NotoSansJP-Regular": "400Regular/NotoSansJP_400Regular"}, _JAPANESE),
    NpmFont("noto-sans-kr", "0.4.3", {"NotoSansKR-Regular": "400Regular/NotoSansKR_400Regular"}, _KOREAN),
)  # fmt: skip


def cut_down(content: bytes, characters: Iterable[int]) -> bytes:
    """The font with only these characters, what shapes them, and no hints for screens of the past."""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(characters)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    # Nothing here is set downwards.
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in (b"vhea", b"vmtx"))
    return bytes(uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(content)), wanted).blob.data)


def make_npm_font(font: NpmFont, scratch: Path) -> None:
    """Fetch the package and put its files and licence into their folder."""
    name = f"@expo-google-fonts/{font.folder}@{font.version}"
    done = subprocess.run(
        ["npm", "pack", "--silent", name], cwd=scratch, capture_output=True, text=True, check=True
    )
    target = FONTS / font.folder
    target.mkdir(exist_ok=True)
    with tarfile.open(scratch / done.stdout.strip()) as package:
        members = {
            "OFL.txt": "LICENSE_FONT",
            **{f"{name}.ttf": f"{file}.ttf" for name, file in font.files.items()},
        }
        for kept, member in members.items():
            source = package.extractfile(f"package/{member}")
            assert source
            content = source.read()
            if font.characters and kept.endswith(".ttf"):
                content = cut_down(content, font.characters)
            (target / kept).write_bytes(content)


def make_naskh(scratch: Path) -> None:
    """The Arabic of Debian 12, whose letters are one glyph each."""
    subprocess.run(["apt-get", "download", "--quiet", _DEBIAN], cwd=scratch, check=True)
    (package,) = scratch.glob("fonts-noto-core_*.deb")
    subprocess.run(["dpkg-deb", "--extract", package, scratch / "debian"], check=True)
    target = FONTS / "noto-naskh-arabic"
    target.mkdir(exist_ok=True)
    for weight in ("Regular", "Bold"):
        name = f"NotoNaskhArabic-{weight}.ttf"
        (target / name).write_bytes((scratch / "debian" / _DEBIAN_FOLDER / name).read_bytes())
    # The package names the licence of its fonts without the text of it.
    _, licence = (FONTS / "noto-sans" / "OFL.txt").read_text().split("\n", 1)
    (target / "OFL.txt").write_text(f"{_NASKH_OWNER}\n{licence}")


def main() -> None:
    """Make all fonts and print what they take."""
    with tempfile.TemporaryDirectory() as folder:
        for font in NPM_FONTS:
            make_npm_font(font, Path(folder))
        make_naskh(Path(folder))
    files = sorted(FONTS.glob("*/*.ttf"))
    for file in files:
        print(f"{file.stat().st_size / 1e6:6.2f} MB  {file.relative_to(FONTS)}")
    print(f"{sum(file.stat().st_size for file in files) / 1e6:6.2f} MB  all")


if __name__ == "__main__":
    main()
