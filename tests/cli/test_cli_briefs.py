"""Briefs on the command line: exported, verified, told to be out of date."""

import json
from pathlib import Path

import docx
import pypdfium2
import pytest

from casefile.briefs.composition import Composition
from casefile.briefs.drafts import keep_draft
from casefile.cli import main
from casefile.store import editing
from casefile.store.store import Store


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def exported(tmp_path: Path, article: Path, warm_readers: None) -> tuple[Path, Path]:  # noqa: ARG001  the import uses them
    """A store with one article, accepted, and its brief."""
    store, brief = tmp_path / "cli.casefile", tmp_path / "brief.pdf"
    assert run("import", article, "--store", store, "--accept") == 0
    assert run("brief", "--store", store, "-o", brief, "--marking", "CONFIDENTIAL") == 0
    return store, brief


def change_jurisdiction(store: Path) -> None:
    opened = Store.open(store)
    with opened.write("Set the jurisdiction", by="bob") as writer:
        editing.set_value(writer, 1, "jurisdiction", "BE", "bob")
    opened.close()


def test_an_untouched_brief_holds(exported: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    store, brief = exported
    capsys.readouterr()
    assert run("verify", brief) == 0
    printed = capsys.readouterr().out
    assert "Every statement holds." in printed
    assert "give --store" in printed
    assert run("verify", brief, "--store", store) == 0
    assert "compared" not in capsys.readouterr().out


def test_a_figure_that_changed_is_told_by_both_commands(
    exported: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    store, brief = exported
    assert run("briefs", "--store", store) == 0
    change_jurisdiction(store)
    capsys.readouterr()
    assert run("verify", brief, "--store", store) == 1
    assert (
        "CHANGED SINCE: Autoriteit Persoonsgegevens: Acme Corp · Jurisdiction · Netherlands (now Belgium)"
        in (capsys.readouterr().out)
    )
    assert run("briefs", "--store", store) == 1
    printed = capsys.readouterr().out
    assert "out of date" in printed
    assert "Netherlands: now Belgium" in printed
    assert run("verify", brief, "--store", store, "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["genuine"], found["same_store"]) == (True, True)
    assert [finding["flaw"] for finding in found["findings"]] == ["changed since"]
    assert run("briefs", "--store", store, "--json") == 1
    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["path"], listed["out_of_date"]) == (str(brief), True)


@pytest.mark.parametrize("content", [None, b"no PDF"])
def test_what_is_no_brief_is_told(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.pdf"
    if content is not None:
        path.write_bytes(content)
    assert run("verify", path) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith("casefile: ")
    assert printed.out == ""


def test_a_store_without_exports_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store.create(tmp_path / "empty.casefile").close()
    assert run("briefs", "--store", tmp_path / "empty.casefile") == 0
    assert "No brief was exported" in capsys.readouterr().out


def test_a_draft_is_printed_with_what_the_options_say_in_its_place(
    exported: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = exported
    store = Store.open(path)
    with store.write("Compose", by="ann") as writer:
        keep_draft(writer, Composition(title="For the hearing", recipient="The court", marking="DRAFT"))
    store.close()
    out = tmp_path / "draft.pdf"
    assert run("brief", "--store", path, "--draft", "for the hearing", "--marking", "FINAL", "-o", out) == 0
    with pypdfium2.PdfDocument(out) as document:
        words = document[0].get_textpage().get_text_bounded()
    assert "For the hearing" in words
    assert "The court" in words
    assert "FINAL" in words
    assert "DRAFT" not in words
    capsys.readouterr()
    assert run("brief", "--store", path, "--draft", "Another", "-o", out) == 1
    assert "no draft “Another”. The store has: “For the hearing”." in capsys.readouterr().err


def test_a_brief_is_written_for_other_programs_by_the_ending_of_its_file(
    exported: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = exported
    text, document = tmp_path / "brief.md", tmp_path / "brief.DOCX"
    chosen = ("--store", path, "--language", "de", "--marking", "VS")
    assert run("brief", *chosen, "-o", text) == 0
    assert "## Zusammenfassung" in text.read_text()
    assert "**VS**" in text.read_text()
    capsys.readouterr()
    assert run("brief", *chosen, "-o", document, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(document), "format": "docx", "count": 1}
    assert docx.Document(str(document)).core_properties.language == "de"
    text.write_text("mine")
    assert run("brief", *chosen, "-o", text) == 1
    assert text.read_text() == "mine"
    assert run("brief", *chosen, "-o", text, "--replace") == 0


def test_characters_that_no_font_has_are_named(
    exported: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = exported
    out = tmp_path / "faces.pdf"
    assert run("brief", "--store", path, "--title", "Fines \U0001f600", "-o", out) == 0
    assert "GRINNING FACE (U+1F600)" in capsys.readouterr().err
    assert run("brief", "--store", path, "--title", "Fines", "-o", out) == 0
    assert capsys.readouterr().err == ""
