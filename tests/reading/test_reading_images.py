"""Pictures and scans: kept, with their words where a recogniser of words is installed."""

import io
import shutil
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from casefile.reading import BlockKind, MediaType, read_bytes, read_file
from casefile.reading.errors import DamagedFileError
from casefile.reading.image import PIXEL_LIMIT
from casefile.reading.ocr import _languages
from tests.reading.made_pdfs import pdf_of

_FILES = Path(__file__).parent.parent / "data" / "reading"
_PICTURE_NOTE = "This is a picture: it is kept, but nothing in it can be found or quoted."
_SCAN_NOTE = "The PDF has no text, as a scan has none: it is kept, but nothing in it can be found or quoted."
_INSTALL_NOTE = (
    "Install “tesseract” on this computer and import the file again to have the words in it recognised."
)
_PROGRAM = """#!{python}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages (3):\\nosd\\ndeu\\neng")
    raise SystemExit
picture = sys.stdin.buffer.read()
if picture[:2] not in (b"P5", b"\\x89P"):
    raise SystemExit(1)
{act}
"""
_PRINTING = 'print("Bank fined for its long silence\\n\\nThe bank must\\npay two mil-\\nlion euros.\\n\\f")'


@pytest.fixture(autouse=True)
def _fresh_languages() -> Iterator[None]:
    _languages.cache_clear()
    yield
    _languages.cache_clear()


@pytest.fixture
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def _install(folder: Path, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    """Put a program called tesseract first on the path, which does this after it has read the picture."""
    program = folder / "tesseract"
    program.write_text(_PROGRAM.format(python=sys.executable, act=act), "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def _picture(kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    Image.new("L", (40, 20), 255).save(made, kind, **options)
    return made.getvalue()


def _scan(pages: int = 1) -> bytes:
    """A PDF of pictures, as scanners make it."""
    made = io.BytesIO()
    sheets = [Image.new("L", (100, 140), 250 - number) for number in range(pages)]
    sheets[0].save(made, "PDF", save_all=True, append_images=sheets[1:])
    return made.getvalue()


@pytest.mark.usefixtures("no_program")
@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        ("PNG", MediaType.PNG),
        ("JPEG", MediaType.JPEG),
        ("GIF", MediaType.GIF),
        ("TIFF", MediaType.TIFF),
        ("WEBP", MediaType.WEBP),
        ("BMP", MediaType.BMP),
    ],
)
def test_pictures_are_kept_without_text(kind: str, media_type: MediaType) -> None:
    found = read_bytes(_picture(kind), "a.bin")
    assert found.text == ""
    assert found.media_type is media_type
    assert found.notes == (_PICTURE_NOTE, _INSTALL_NOTE)
    assert found.structure == ()


def test_heic_is_kept_and_the_person_told() -> None:
    found = read_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(100), "a.heic")
    assert found.media_type is MediaType.HEIF
    assert "save it as PNG or JPEG" in found.notes[1]


@pytest.mark.usefixtures("no_program")
def test_scan_is_kept_and_said_to_have_no_text() -> None:
    found = read_bytes(_scan(), "a.pdf")
    assert found.text == ""
    assert found.notes == (_SCAN_NOTE, _INSTALL_NOTE)


@pytest.mark.usefixtures("no_program")
def test_picture_pages_of_a_pdf_with_text_are_named() -> None:
    import pypdfium2

    body = [(60.0, 700.0, 10.0, "The bank has to pay a fine of two million euros, the authority said.")]
    made = pypdfium2.PdfDocument(pdf_of([body]))
    made.import_pages(pypdfium2.PdfDocument(_scan()))
    saved = io.BytesIO()
    made.save(saved)
    found = read_bytes(saved.getvalue(), "a.pdf")
    assert "two million euros" in found.text
    assert "Pages that are only pictures: 2. What they say was not read." in found.notes


def test_words_in_a_picture_are_recognised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _install(tmp_path, monkeypatch, _PRINTING)
    found = read_bytes(_picture("PNG"), "a.png")
    assert found.text == "Bank fined for its long silence\n\nThe bank must pay two million euros."
    assert found.notes == (
        "The text was recognised from a picture (eng, deu): compare every figure and every quote with it.",
    )
    assert [block.kind for block in found.structure] == [BlockKind.PARAGRAPH] * 2


def test_words_of_a_scan_are_recognised_page_by_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _install(tmp_path, monkeypatch, _PRINTING)
    found = read_bytes(_scan(pages=2), "a.pdf")
    assert [page.number for page in found.pages] == [1, 2]
    assert found.pages[1].span.of(found.text).startswith("Bank fined")
    assert found.notes[0].startswith("The text was recognised from a picture (eng, deu)")
    assert found.metadata.published is None


def test_recogniser_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _install(tmp_path, monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr("casefile.reading.ocr.TOTAL_TIMEOUT_S", 0.5)
    monkeypatch.setattr("casefile.reading.ocr.PICTURE_TIMEOUT_S", 0.5)
    found = read_bytes(_picture("PNG"), "a.png")
    assert found.text == ""
    assert found.notes == (_PICTURE_NOTE, "Recognising the words in it took too long and was stopped.")
    scanned = read_bytes(_scan(pages=3), "a.pdf")
    assert "Recognising words took too long and was stopped after 0 of 3 pages." in scanned.notes


@pytest.mark.parametrize("act", ["raise SystemExit(1)", "print()", "sys.stdout.buffer.write(b'\\xff\\xfe')"])
def test_recogniser_that_fails_gives_no_text(
    act: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _install(tmp_path, monkeypatch, act)
    found = read_bytes(_picture("PNG"), "a.png")
    assert found.text == ""
    assert found.notes == (_PICTURE_NOTE, "No words were recognised in it.")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed here")
def test_installed_recogniser_reads_a_screenshot() -> None:
    found = read_file(_FILES / "screenshot.png")
    assert "Court halves the fine for Tarnbrook Energy" in found.text
    assert "said when she read out the ruling." in found.text
    assert found.metadata.outlet == "The Meridian Courier"


@pytest.mark.usefixtures("no_program")
def test_time_of_a_photograph_is_the_capture_time() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769).update({0x9003: "2024:05:03 10:11:12", 0x9011: "+02:00"})
    found = read_bytes(_picture("JPEG", exif=exif), "a.jpg")
    assert found.captured == datetime(2024, 5, 3, 8, 11, 12, tzinfo=UTC)
    assert (
        "The picture says that it was taken on 2024-05-03 10:11:12, by the camera's own clock." in found.notes
    )


@pytest.mark.usefixtures("no_program")
def test_time_without_an_offset_is_only_told() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2024:05:03 10:11:12"
    found = read_bytes(_picture("JPEG", exif=exif), "a.jpg")
    assert found.captured is None
    assert "2024-05-03 10:11:12" in found.notes[-1]


def test_picture_of_too_many_pixels_is_not_given_to_the_recogniser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _install(tmp_path, monkeypatch, _PRINTING)
    side = int(PIXEL_LIMIT**0.5) + 1
    for width in (side, 60_000):
        head = width.to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
        content = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
        found = read_bytes(content, "a.png")
        assert found.notes == (_PICTURE_NOTE, "The picture has too many pixels to recognise words in it.")


def _chunk(kind: bytes, content: bytes) -> bytes:
    import zlib

    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def test_head_that_is_no_picture_is_damaged() -> None:
    with pytest.raises(DamagedFileError, match="is a picture that is damaged or cut off"):
        read_bytes(b"\x89PNG\r\n\x1a\n" + b"nothing", "a.png")
