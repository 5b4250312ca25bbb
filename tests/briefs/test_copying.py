"""What is copied from a page is what was printed: by PDFium, and by pdftotext where it is installed."""

import shutil
import subprocess
import unicodedata

import pytest

from casefile.briefs.composition import PageSize
from casefile.briefs.model import Brief
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.canvas import RunningLines, draw_document
from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.metadata import Metadata
from casefile.briefs.pdf.pages import fill_pages
from casefile.briefs.pdf.setting import MAIN, RAIL, Setting
from casefile.briefs.pdf.strips import row
from casefile.briefs.pdf.styles import PAGE_FRAMES
from casefile.briefs.pdf.tags import Role, Tag
from casefile.briefs.pdf.text import printable
from casefile.progress import SILENT
from tests.briefs.conftest import AS_OF, read_pdf

FROM_RIGHT = [
    "שלום עולם (סוגריים) בשנת",
    "בשנת 2024, נקבע קנס של 25%. כן",
    "מיליון (כ-25%) ביום",
    "ביום 8 September 2024 בתל אביב",
    "“אבג” (דהו) [1]",
    "קנס: 30.5 מיליון אירו; כן!",
    "את Lumaface Incorporated International Holdings Limited בסך",
    "שָׁלוֹם עָלֵיכֶם",
    "فرضت الهيئة غرامة قدرها 25 مليون يورو (2024) على شركة",
    "مُحَمَّدٌ (رَسُولُ) الله",
    "لا إله الأ الآن لله",
    "می‌خواهم پچگ",
    "الغرامة ٢٥ مليون",
]
FROM_LEFT = [
    "The company שלום עולם (תל אביב) paid",
    "Order by הרשות להגנת הפרטיות בישראל (2024)",
    "The הרשות להגנת הפרטיות fined",
    "The الهيئة الوطنية fined",
    "任何组织和个人不得非法收集、使用、加工他人个人信息。",
    "個人情報保護委員会は、同社に対し、2024年3月に是正を命じた。",
    "위원회는 회사에 과징금 30억 원을 부과했다.",
    "Η Αρχή επέβαλε πρόστιμο 5 εκατ. ευρώ.",
    "Суд залишив штраф у силі, ѐѝ.",
    "Ж̄ x̂ q̃",
    "A → B, 吉野家",
]


def columns_of(text: str) -> bytes:
    """A document of one row: a label, and the text of which some words in the middle are bold."""
    first, second = (len(text) * part // 3 for part in (1, 2))
    places = [text.find(" ", place) + 1 or len(text) for place in (first, second)]
    parts = (text[: places[0]], text[places[0] : max(places)], text[max(places) :])
    faces = (styles.BODY, styles.BODY_BOLD, styles.BODY)
    spans = [TextSpan(printable(part), face) for part, face in zip(parts, faces, strict=True) if part]
    spaced = [TextSpan(f"{span.text} ", span.style) for span in spans]
    cells = [(RAIL, [[TextSpan("S4 Example Wire 7", styles.LABEL)]]), (MAIN, [spaced])]
    frame = PAGE_FRAMES[PageSize.A4]
    fonts = FontBook()
    document = Tag(Role.DOCUMENT)
    tags = [document.child(Role.PARAGRAPH) for _ in cells]
    pages = fill_pages(row(cells, styles.BODY, fonts, tags=tags), frame.body_height)
    metadata = Metadata("Copied", "", "", "", "en", AS_OF)
    return draw_document(pages, frame, metadata, RunningLines("", "", ""), fonts, SILENT)


def pages_of(texts: list[str], width: float = MAIN.width) -> bytes:
    """A document of these paragraphs and nothing else."""
    fonts = FontBook()
    setting = Setting.of(Brief("", AS_OF), fonts)
    column = type(MAIN)(MAIN.x, width)
    strips = [
        strip
        for text in texts
        for strip in setting.text([TextSpan(printable(text), styles.BODY)], column=column)
    ]
    frame = PAGE_FRAMES[PageSize.A4]
    metadata = Metadata("Copied", "", "", "", "en", AS_OF)
    pages = fill_pages(strips, frame.body_height)
    return draw_document(pages, frame, metadata, RunningLines("", "", ""), fonts, SILENT)


def words_of(text: str) -> str:
    """The text in normal form C without marks that are not seen, every run of white space one space."""
    seen = (sign for sign in text if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFC", " ".join("".join(seen).split()))


@pytest.mark.parametrize("text", FROM_RIGHT + FROM_LEFT)
def test_pdfium_copies_what_was_printed(text: str) -> None:
    (page,) = read_pdf(pages_of([text] * 3)).pages
    assert words_of(page).count(words_of(text)) == 3


def test_pdfium_copies_it_amid_other_text() -> None:
    texts = ["Words from left to right."] * 8 + FROM_RIGHT + FROM_LEFT
    page = words_of(" ".join(read_pdf(pages_of(texts)).pages))
    assert [text for text in texts if words_of(text) not in page] == []


@pytest.mark.parametrize("text", FROM_RIGHT + FROM_LEFT)
def test_pdfium_copies_several_styles_beside_another_column(text: str) -> None:
    copied = words_of(read_pdf(columns_of(text)).text).replace(" ", "")
    assert copied.replace("1of1", "") == f"S4ExampleWire7{words_of(text)}".replace(" ", "")


@pytest.mark.parametrize("text", FROM_RIGHT + FROM_LEFT)
def test_pdfium_copies_it_from_narrow_lines(text: str) -> None:
    page = read_pdf(pages_of([text], 60)).text
    copied = words_of(page).replace(" ", "").replace("1of1", "")
    assert copied == words_of(text).replace(" ", "")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
@pytest.mark.parametrize("text", [text for text in FROM_RIGHT if "Incorporated" not in text])
def test_pdftotext_copies_a_page_from_right_to_left(text: str) -> None:
    """It takes a page with more letters from left to right as it stands, line by line from the left."""
    done = subprocess.run(
        ["pdftotext", "-", "-"], input=pages_of([text] * 8), capture_output=True, check=True
    )
    assert words_of(text).replace(" ", "") in words_of(done.stdout.decode()).replace(" ", "")
