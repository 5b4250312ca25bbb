"""A brief in eight scripts as a whole, and one with content that would like to be more than text."""

import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from casefile.briefs.model import Brief, BriefEvent
from casefile.briefs.pdf import render_pdf, write_pdf
from casefile.paths import resource
from casefile.shipped import shipped_parts
from tests.briefs.conftest import make_brief, read_pdf, unpacked
from tests.briefs.eight_scripts import TOLD, Told, brief_in_eight_scripts

ROOT = Path(__file__).parents[2]
MOST_FONT_BYTES = 20_000_000


@pytest.fixture(scope="module")
def brief() -> Brief:
    return brief_in_eight_scripts(8)


@pytest.fixture(scope="module")
def content(brief: Brief) -> bytes:
    return render_pdf(brief)


def unbroken(text: str) -> str:
    """Without white space and marks that are not seen, however lines break the text."""
    seen = (sign for sign in text if unicodedata.category(sign) != "Cf" and not sign.isspace())
    return unicodedata.normalize("NFC", "".join(seen))


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.language)
def test_every_text_is_copied_as_it_was_given(told: Told, content: bytes) -> None:
    copied = unbroken(read_pdf(content).text)
    assert [text for text in told.texts if unbroken(text) not in copied] == []


def test_no_character_is_missing(brief: Brief, tmp_path: Path) -> None:
    assert write_pdf(brief, tmp_path / "brief.pdf").missing == ()


def test_what_runs_from_right_to_left_is_read_in_its_order_and_language(content: bytes) -> None:
    whole = unpacked(content)
    for told in TOLD:
        if told.language in ("ar", "he"):
            words = f"FEFF{told.title.encode('utf-16-be').hex().upper()}"
            assert f"/Lang ({told.language})/ActualText <{words}>" in whole


def test_the_same_brief_gives_the_same_bytes(brief: Brief, content: bytes) -> None:
    assert render_pdf(brief) == content


def test_only_glyphs_in_use_are_embedded(content: bytes) -> None:
    assert len(content) < 400_000


def test_the_fonts_stay_small_and_each_has_its_licence() -> None:
    folder = Path(str(resource("fonts/README.md"))).parent
    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) < MOST_FONT_BYTES
    told = {part.text for part in shipped_parts()}
    assert {f"fonts/{font.parent.name}/OFL.txt" for font in folder.glob("*/*.ttf")} <= told


def test_directions_and_controls_from_a_source_change_nothing() -> None:
    hostile = "abc \u202eevil\u202c \u2066x\u2069\u200f\x00\x1b\ud800\ufffe\U000e0041 שלום\u202d 12"
    sample = make_brief()
    content = render_pdf(replace(sample, events=(BriefEvent(None, hostile),)))
    assert "abc evil x שלום 12" in " ".join(
        "".join(sign for sign in read_pdf(content).text if unicodedata.category(sign) != "Cf").split()
    )


_WATCHED = """
import io
import sys
from dataclasses import replace
from pathlib import Path
from casefile.briefs.model import BriefEvent
from casefile.briefs.pdf import render_pdf
from casefile.exchange.markdown import markdown
from casefile.exchange.word_file import write_word
from casefile.progress import SILENT
from tests.briefs.eight_scripts import brief_in_eight_scripts

secret = sys.argv[1]
lure = (
    f'<img src="{secret}"/> <a href="file://{secret}">x</a> file://{secret} {secret} pdf:{secret}#1 '
    f'\\\\\\\\host\\\\share <onDraw name="x"/> <para backColor="[[open({secret!r}).read()]]"> '
    'http://host.example/x.png שלום 罚款'
)
brief = brief_in_eight_scripts(8)
source = replace(brief.sources[0], url=f"file://{secret}", title=lure, outlet=lure, file_name=secret)
quote = replace(brief.quotes[0], text=lure, speaker=lure, role=lure)
brief = replace(
    brief, title=lure, organisation=lure, recipient=lure, marking=lure, quotes=(quote,),
    events=(BriefEvent(None, lure),), sources=(source, *brief.sources[1:]),
)
opened, others = set(), set()
def watch(event, arguments):
    if event == "open":
        opened.add(str(arguments[0]))
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "urllib.", "ctypes.dlopen")):
        others.add(event)
sys.addaudithook(watch)
target = io.BytesIO()
WRITE
content = target.getvalue()
print(len(content), *sorted(others), sep="\\n")
print("--")
print(*sorted(opened), sep="\\n")
"""


@pytest.mark.parametrize(
    ("write", "needed"),
    [
        ("target.write(render_pdf(brief))", "NotoSansHebrew-Regular.ttf"),
        ("write_word(brief, target, SILENT)", "default.docx"),
        ("target.write(str().join(markdown(brief)).encode())", ""),
    ],
)
def test_nothing_that_content_names_is_opened(write: str, needed: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    code = _WATCHED.replace("WRITE", write)
    done = subprocess.run(
        [sys.executable, "-c", code, str(secret)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    others, opened = done.stdout.split("--\n")
    assert int(others.split()[0]) > 10_000
    assert [event for event in others.split()[1:] if event.startswith(("socket", "subprocess", "os."))] == []
    files = [name for name in opened.splitlines() if name]
    assert any(name.endswith(needed) for name in files) or not needed
    own = (
        "/resources/fonts/",
        "/resources/colour/",
        "/resources/unicode/",
        "/docx/templates/",
        "/docx/parts/../templates/",
    )
    code_files = (".py", ".pyc", ".so", ".pyd", ".dll")
    others_opened = [name for name in files if not any(part in name for part in own)]
    assert [name for name in others_opened if not name.endswith(code_files)] == []


def test_a_paragraph_of_two_megabytes_is_no_problem(tmp_path: Path) -> None:
    sample = make_brief()
    text = "the authority found that " * 80_000
    quote = replace(sample.quotes[0], text=text)
    report = write_pdf(replace(sample, quotes=(quote,), actions=(), events=()), tmp_path / "brief.pdf")
    assert 50 < report.pages < 400
