import gc
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pypdfium2
import pytest

from casefile.briefs.composition import PageSize
from casefile.briefs.model import Brief, BriefEvent
from casefile.briefs.pdf import Attachment, BriefNotWrittenError, render_pdf, write_pdf
from casefile.briefs.pdf.fonts import load_face
from casefile.briefs.pdf.words import short_citation, value_words
from casefile.errors import CancelledError
from casefile.paths import ResourceMissingError
from casefile.progress import SILENT, Progress, Task
from casefile.terms import QuoteKind
from tests.briefs.conftest import unpacked

Make = Callable[..., Brief]
Read = Callable[[bytes], Any]
ROOT = Path(__file__).parents[2]
HOSTILE = '<b>bold</b> &amp; & <img src="/etc/passwd"/> <a href="file:///x">x</a> </para> (\\) %PDF'


def test_every_fact_and_remark_is_printed(sample: Brief, read: Read) -> None:
    seen = read(render_pdf(sample))
    for action in sample.actions:
        assert seen.says(action.title)
        for fact in action.facts:
            assert seen.says(fact.label)
            assert seen.says(value_words(fact.value))
            assert all(seen.says(remark.text) for remark in fact.remarks)
        assert all(seen.says(str(entry.amount.money)) for entry in action.ledger if entry.amount)


def test_every_passage_that_anything_rests_on_is_printed(sample: Brief, read: Read) -> None:
    seen = read(render_pdf(sample))
    passages = [citation.passage for citation in sample.citations()]
    assert len(passages) > 30
    assert all(passage and seen.says(passage.exact) for passage in passages)


def test_quotes_events_sources_and_conflicts_are_printed(sample: Brief, read: Read) -> None:
    seen = read(render_pdf(sample))
    for quote in sample.quotes:
        assert all(seen.says(words) for words in (quote.text, quote.speaker, quote.role, quote.translation))
    for event in sample.events:
        assert seen.says(event.what)
        assert seen.says(str(event.date or "Date not known"))
    for source in sample.sources:
        assert all(
            seen.says(words) for words in (source.title, source.url, source.sha256[:16], f"S{source.number}")
        )
        assert seen.says(short_citation(source))
    assert seen.says("$33.7 (scale not stated)")
    assert seen.says("Followed in this brief")
    assert seen.says(sample.conflicts[0].settlement)


def test_a_paraphrase_is_printed_without_marks_and_says_so(sample: Brief, read: Read) -> None:
    direct = sample.quotes[0]
    paraphrase = replace(direct, text="They had been warned twice", kind=QuoteKind.PARAPHRASE)
    seen = read(render_pdf(replace(sample, quotes=(direct, paraphrase))))
    assert seen.says("What was said")
    assert seen.says("paraphrased by the source")
    assert seen.says("They had been warned twice")
    assert not seen.says("“They had been warned twice")
    assert seen.says(f"“{direct.text[:20]}")


def test_running_lines_stand_on_every_page(sample: Brief, read: Read) -> None:
    pages = read(render_pdf(sample)).pages
    for number, page in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in page
        assert "CONFIDENTIAL" in page
        assert "As of 9 March 2026" in page


def test_what_nobody_reviewed_is_marked_and_said(sample: Brief, read: Read) -> None:
    assert read(render_pdf(sample)).says("† marks 4 statements that the program found")
    reviewed = replace(sample, actions=(), conflicts=(), quotes=(), events=())
    assert "†" not in read(render_pdf(reviewed)).text


@pytest.mark.parametrize(
    ("size", "points"), [(PageSize.A4, (595.3, 841.9)), (PageSize.LETTER, (612.0, 792.0))]
)
def test_paper(make: Make, read: Read, size: PageSize, points: tuple[float, float]) -> None:
    for width, height in read(render_pdf(make(page_size=size))).sizes:
        assert (round(width, 1), round(height, 1)) == points


def test_text_is_never_markup(sample: Brief, read: Read) -> None:
    quote = replace(sample.quotes[0], text=HOSTILE, speaker=HOSTILE, role=HOSTILE)
    event = BriefEvent(None, HOSTILE)
    brief = replace(sample, title=HOSTILE, marking=HOSTILE[:20], quotes=(quote,), events=(event,))
    assert read(render_pdf(brief)).text.replace(" ", "").count(HOSTILE.replace(" ", "")) >= 3


def test_only_web_addresses_become_links(sample: Brief) -> None:
    good, bad = "https://a.example/x", "javascript:alert(1)"
    sources = (replace(sample.sources[0], url=good), replace(sample.sources[1], url=bad), *sample.sources[2:])
    content = unpacked(render_pdf(replace(sample, sources=sources)))
    assert f"/URI ({good})" in content
    assert "javascript" not in content


def test_odd_characters_print_and_are_reported(sample: Brief, read: Read, tmp_path: Path) -> None:
    event = BriefEvent(None, "nul\x00 \ud800 \ufffe \u202eevil \U00013000 Ωμέγα Жук ộ end")
    path = tmp_path / "odd.pdf"
    report = write_pdf(replace(sample, events=(event,)), path)
    assert report.missing == ("\U00013000",)
    assert read(path.read_bytes()).says("evil � Ωμέγα Жук ộ end")


def test_the_same_brief_gives_the_same_bytes(sample: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_pdf(sample)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert render_pdf(sample) == first


def test_other_processes_give_the_same_bytes(sample: Brief) -> None:
    code = (
        "import hashlib, sys\n"
        "from casefile.briefs.pdf import Attachment, render_pdf\n"
        "from casefile.progress import SILENT\n"
        "from tests.briefs.conftest import make_brief\n"
        "attached = [Attachment('casefile.json', b'{}', 'application/json')]\n"
        "sys.stdout.write(hashlib.sha256(render_pdf(make_brief(), SILENT, attached)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "SOURCE_DATE_EPOCH": epoch},
        ).stdout
        for seed, zone, epoch in (("1", "UTC", ""), ("2", "Asia/Tokyo", "315532800"))
    }  # fmt: skip
    attached = [Attachment("casefile.json", b"{}", "application/json")]
    assert digests == {hashlib.sha256(render_pdf(sample, SILENT, attached)).hexdigest()}


def test_attachments_of_one_name_are_refused(sample: Brief) -> None:
    attached = [Attachment("a.json", content, "application/json") for content in (b"1", b"2")]
    with pytest.raises(ValueError, match="same name"):
        render_pdf(sample, SILENT, attached)


@pytest.mark.parametrize("is_on", [True, False])
def test_a_stop_and_an_error_leave_the_search_for_cycles_as_it_was(
    sample: Brief, tmp_path: Path, *, is_on: bool
) -> None:
    stop, was_on = Event(), gc.isenabled()
    stop.set()
    (gc.enable if is_on else gc.disable)()
    try:
        with pytest.raises(CancelledError):
            write_pdf(sample, tmp_path / "brief.pdf", Task(stop=stop))
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_a_long_table_brings_its_header_to_each_page(make: Make, read: Read) -> None:
    events = tuple(BriefEvent(None, f"Happening number {number}.") for number in range(150))
    pages = read(render_pdf(make(events=events, actions=(), conflicts=(), quotes=()))).pages
    with_rows = [page for page in pages if "Happening number" in page]
    assert len(with_rows) > 3
    assert all("What happened" in page for page in with_rows)


def test_a_very_long_quote_runs_over_pages_in_full(sample: Brief, read: Read) -> None:
    text = " ".join(f"word{number}" for number in range(5_000))
    brief = replace(sample, quotes=(replace(sample.quotes[0], text=text),))
    seen = read(render_pdf(brief))
    assert all(f"word{number}" in seen.text for number in (0, 1, 2499, 4998, 4999))
    assert len(seen.pages) > 15


def test_long_names_without_spaces_stay_on_the_paper(make: Make, read: Read) -> None:
    name = "Gesellschaft" * 60
    brief = make(title=name, organisation=name, recipient=name, marking="SECRET " * 40)
    assert read(render_pdf(brief)).says(name)


def test_every_font_is_named_where_it_is_set(make: Make) -> None:
    content = unpacked(render_pdf(make(marking="", organisation="", title="")))
    fonts = re.findall(r"(?:^|\s)(\S*) [\d.]+ Tf", content)
    assert len(fonts) > 100
    assert all(font.startswith("/F") for font in fonts)


def test_an_empty_brief_says_so_on_one_page(sample: Brief, read: Read) -> None:
    seen = read(render_pdf(Brief("Nothing yet", sample.as_of)))
    assert len(seen.pages) == 1
    assert seen.says("There is nothing to report")
    assert "1 of 1" in seen.text


def test_the_file_describes_itself_and_has_an_outline(sample: Brief) -> None:
    document = pypdfium2.PdfDocument(render_pdf(sample))
    try:
        properties = document.get_metadata_dict()
        outline = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    finally:
        document.close()
    assert properties["Title"] == sample.title
    assert properties["Author"] == sample.author
    assert properties["CreationDate"] == "D:20260309140500Z"
    assert [title for level, title in outline if level == 0] == [
        "Summary", "Enforcement actions", "Where the sources disagree", "In their own words",
        "Timeline at a glance", "Timeline", "Open points", "Sources", "Notes",
    ]  # fmt: skip
    assert [title for level, title in outline if level == 1] == [action.title for action in sample.actions]


def test_what_was_written_is_reported_and_progress_told(sample: Brief, tmp_path: Path) -> None:
    steps: list[Progress] = []
    path = tmp_path / "brief.pdf"
    report = write_pdf(sample, path, Task(steps.append))
    assert report.bytes == path.stat().st_size
    assert steps[-1].done == steps[-1].total == report.pages
    assert list(tmp_path.iterdir()) == [path]


def test_a_stop_leaves_the_old_file(sample: Brief, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        write_pdf(sample, path, Task(stop=stop))
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_told(sample: Brief, tmp_path: Path) -> None:
    with pytest.raises(BriefNotWrittenError, match="could not be written") as raised:
        write_pdf(sample, tmp_path / "missing" / "brief.pdf")
    assert "Choose a folder" in raised.value.advice


def test_a_full_disk_leaves_the_old_file_and_no_other(
    sample: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr("casefile.briefs.pdf.writer.os.fsync", full)
    with pytest.raises(BriefNotWrittenError, match="No space left"):
        write_pdf(sample, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_font_is_told(sample: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise ResourceMissingError(name)

    monkeypatch.setattr("casefile.briefs.pdf.fonts.resource", nothing)
    load_face.cache_clear()
    with pytest.raises(ResourceMissingError, match=r"fonts/source-.*\.ttf"):
        render_pdf(sample)
