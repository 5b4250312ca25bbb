"""Composing a brief: what is chosen is what the pages show, and what is written."""

import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from casefile.briefs.composition import BriefLanguage, BriefPart, Composition, PageSize, Template
from casefile.exchange.formats import ExportFormat
from casefile.store import cases, editing
from casefile.store.schema.record import Quote
from casefile.store.store import Writer
from casefile.translation import use_language
from tests.ui.made_records import Settle, disputed, in_store, several
from ui.main_window import MainWindow
from ui.panes.composer import ComposerPane


@pytest.fixture
def composer(window: MainWindow, settle: Settle, qtbot: QtBot) -> ComposerPane:
    """On a store with an action whose sources disagree."""
    in_store(window, settle, disputed)
    window.commands["composer"].trigger()
    settle()
    pane = window.views.composer
    qtbot.waitUntil(lambda: pane.preview.page_count > 0)
    return pane


def set_again(pane: ComposerPane, settle: Settle) -> None:
    """The pages after the last change."""
    pane.refresh()
    settle()


def pages_text(pane: ComposerPane, path: Path, monkeypatch: pytest.MonkeyPatch, settle: Settle) -> str:
    """What is exported, as a reader program sees it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    pane.export_button.click()
    settle()
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_template_chooses_the_parts_and_the_pages_follow(composer: ComposerPane, settle: Settle) -> None:
    whole = composer.preview.page_count
    composer.choose_template(Template.SOURCES)
    set_again(composer, settle)
    assert [section.part for section in composer.composition().sections] == [BriefPart.SOURCES]
    assert composer.preview.page_count == 1 <= whole


def test_the_first_pages_of_a_long_brief_are_seen_before_the_others(
    composer: ComposerPane, window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casefile.briefs.opening.LONG", 0)
    whole = composer.preview.page_count
    shown: list[int] = []
    show = composer.preview.show_pages

    def noted(sizes: Sequence[tuple[float, float]], request: Callable[[int, int], None]) -> None:
        shown.append(len(sizes))
        show(sizes, request)

    monkeypatch.setattr(composer.preview, "show_pages", noted)
    set_again(composer, settle)
    assert shown == [whole]  # what is in sight stays until all of it is there
    window.go("inbox")
    settle()
    window.commands["composer"].trigger()
    settle()
    assert shown == [whole, 1, whole]


def test_of_a_long_brief_out_of_sight_nothing_is_kept_but_the_choices(
    composer: ComposerPane, window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casefile.briefs.opening.LONG", 0)
    head = composer.fields.told.topLevelItem(0)
    assert head is not None
    head.setCheckState(0, Qt.CheckState.Unchecked)
    set_again(composer, settle)
    told, left_out = composer.fields.told.topLevelItemCount(), composer.composition().left_out
    shown = composer._shown
    assert shown is not None
    known, pages = weakref.ref(shown.whole), shown.pages
    del shown
    window.go("inbox")
    settle()
    assert known() is None
    assert pages.image(0, 100).isNull()
    assert composer.fields.told.topLevelItemCount() == 0
    window.commands["composer"].trigger()
    settle()
    assert composer.fields.told.topLevelItemCount() == told
    assert left_out
    assert composer.composition().left_out == left_out == composer.fields.told.left_out()


def test_of_a_short_brief_out_of_sight_the_pages_are_kept_but_not_their_pictures(
    composer: ComposerPane, window: MainWindow, settle: Settle
) -> None:
    shown, view = composer._shown, composer.preview
    assert shown is not None
    view.viewport().repaint()
    settle()
    assert view._pictures
    window.go("inbox")
    settle()
    assert not view._pictures
    assert not shown.pages.image(0, 100).isNull()
    window.commands["composer"].trigger()
    view.viewport().repaint()
    settle()
    assert view._pictures


def test_of_another_store_no_page_of_before_is_seen(
    composer: ComposerPane, window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    shown = composer._shown
    assert shown is not None
    window.go("inbox")
    settle()
    window.desk.open(tmp_path / "other.casefile")
    settle()
    assert shown.pages.image(0, 100).isNull()


def test_first_pages_that_come_too_late_are_not_shown(
    composer: ComposerPane, window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casefile.briefs.opening.LONG", 0)
    window.go("inbox")
    settle()
    window.commands["composer"].trigger()
    window.go("inbox")
    settle()
    assert composer._pages is None


def test_what_is_composed_is_written_and_recorded(
    composer: ComposerPane,
    window: MainWindow,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    composer.fields.parts.setCurrentRow(0)
    composer.fields.parts.add_own_words()
    composer.fields.heading.setFocus()
    QTest.keyClicks(composer.fields.heading, "What to do")
    composer.fields.words.setPlainText("Wait for the **court**.")
    QTest.keyClicks(composer.fields.lines["marking"], "CONFIDENTIAL")
    composer.fields.choices["page_size"].setCurrentIndex(
        composer.fields.choices["page_size"].findData(PageSize.LETTER)
    )
    text = pages_text(composer, tmp_path / "mine.pdf", monkeypatch, settle)
    for words in ("What to do", "Wait for the court.", "CONFIDENTIAL"):
        assert words in text
    assert composer.composition().page_size is PageSize.LETTER
    window.go("briefs")
    settle()
    assert window.views.briefs.table.model.rowCount() == 1


@pytest.mark.parametrize(("name", "kind"), [("mine.docx", ""), ("mine", "Brief for Word (DOCX) (*.docx)")])
def test_what_is_composed_is_written_for_a_word_processor(
    composer: ComposerPane,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
) -> None:
    QTest.keyClicks(composer.fields.lines["marking"], "CONFIDENTIAL")
    asked: list[str] = []

    def answer(*given: object, **_: object) -> tuple[str, str]:
        asked.append(str(given[3]))
        return str(tmp_path / name), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    composer.export_button.click()
    settle()
    document = docx.Document(str(tmp_path / "mine.docx"))
    assert document.core_properties.keywords == "CONFIDENTIAL"
    assert [part.rpartition("(")[2] for part in asked[0].split(";;")] == ["*.pdf)", "*.docx)", "*.md)"]


def test_parts_are_moved_by_key_and_left_out_by_their_mark(composer: ComposerPane) -> None:
    first, second, *_ = (section.part for section in composer.fields.parts.sections())
    composer.fields.parts.setFocus()
    composer.fields.parts.setCurrentRow(0)
    QTest.keyClick(composer.fields.parts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [section.part for section in composer.fields.parts.sections()][:2] == [second, first]
    composer.fields.parts.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert second not in [section.part for section in composer.fields.parts.sections()]


def test_own_words_are_kept_when_another_template_is_chosen_and_can_be_removed(
    composer: ComposerPane,
) -> None:
    composer.fields.parts.add_own_words()
    composer.fields.words.setPlainText("Mine")
    composer.choose_template(Template.QUOTES)
    assert [section.text for section in composer.fields.parts.sections() if section.text] == ["Mine"]
    composer.fields.parts.setCurrentRow(0)
    assert composer.fields.remove_button.isEnabled()
    composer.fields.remove_button.click()
    assert BriefPart.TEXT not in [section.part for section in composer.fields.parts.sections()]


def test_a_fact_that_is_not_checked_is_left_out(
    composer: ComposerPane, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = composer.fields.told.topLevelItem(0)
    assert head is not None
    children = [head.child(row) for row in range(head.childCount())]
    child = next(child for child in children if child is not None and "Jurisdiction" in child.text(0))
    child.setCheckState(0, Qt.CheckState.Unchecked)
    assert len(composer.composition().left_out) == 1
    set_again(composer, settle)
    assert "Netherlands" not in pages_text(composer, tmp_path / "less.pdf", monkeypatch, settle)
    assert len(composer.fields.told.left_out()) == 1


def test_a_sum_in_own_words_that_no_fact_states_is_questioned(composer: ComposerPane, settle: Settle) -> None:
    composer.fields.parts.add_own_words()
    composer.fields.words.setPlainText("The fine of €987,654,321 is the largest.")
    set_again(composer, settle)
    assert "€987,654,321" in composer.notes.text()
    composer.fields.words.setPlainText("The fine is large.")
    set_again(composer, settle)
    assert "own words" not in composer.notes.text()


def test_a_quote_that_is_not_in_its_source_stops_the_export(
    window: MainWindow, settle: Settle, composer: ComposerPane
) -> None:
    assert "1 quote compared with the originals: 1 word for word." in composer.notes.text()
    assert composer.export_button.isEnabled()
    assert not composer.quote_button.isVisible()
    original = ""

    def spoil(writer: Writer) -> None:
        nonlocal original
        quoted = writer.get_one(Quote, 1)
        original, quoted.text = quoted.text, "Nobody said that"

    window.desk.write("Spoil", spoil)
    settle()
    assert "“Nobody said that”" in composer.notes.text()
    assert not composer.export_button.isEnabled()
    assert composer.quote_button.isVisible()
    composer.quote_button.click()
    settle()
    assert window.views.place == "sources"
    reader = window.views.sources.reader
    span = reader.selected_span
    assert span is not None
    assert reader.words(span) == original


def write_pdf(window: MainWindow, folder: Path, composition: Composition) -> None:
    window.errands.write_brief(folder / "none.pdf", composition)


def write_docx(window: MainWindow, folder: Path, composition: Composition) -> None:
    window.errands.write_elsewhere(folder / "none.docx", ExportFormat.DOCX, composition)


@pytest.mark.parametrize("write", [write_pdf, write_docx])
def test_a_quote_that_is_not_found_at_the_export_leads_to_its_place(
    window: MainWindow,
    settle: Settle,
    composer: ComposerPane,
    tmp_path: Path,
    write: Callable[[MainWindow, Path, Composition], None],
) -> None:
    def spoil(writer: Writer) -> None:
        writer.get_one(Quote, 1).text = "Nobody said that"

    window.desk.write("Spoil", spoil)
    settle()
    write(window, tmp_path, composer.composition())
    settle()
    assert "Nobody said that" in window.messages.text
    window.messages.press()
    settle()
    assert window.views.place == "sources"
    assert not (tmp_path / "none.pdf").exists()


def test_a_new_brief_is_on_the_paper_and_in_the_language_of_the_person(
    window: MainWindow, settle: Settle, composer: ComposerPane
) -> None:
    assert composer.composition().language is BriefLanguage.ENGLISH_UK
    window.preferences.set_option("page_size", "letter")
    use_language("de")
    try:
        composer.begin()
    finally:
        use_language("en")
    settle()
    begun = composer.composition()
    assert (begun.page_size, begun.language) == (PageSize.LETTER, BriefLanguage.GERMAN)


def test_characters_that_no_font_has_are_named_at_the_export(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    in_store(window, settle, several)
    window.errands.write_brief(tmp_path / "faces.pdf", Composition(title="Fines \U0001f600"))
    settle()
    assert "GRINNING FACE (U+1F600)" in window.messages.text
    assert (tmp_path / "faces.pdf").exists()


def test_a_case_file_in_sight_is_what_is_composed(
    window: MainWindow, settle: Settle, composer: ComposerPane
) -> None:
    window.desk.write("New case file", lambda w: cases.add_case(w, "Faces", ""))
    settle()
    window.go_to_case(1)
    settle()
    window.commands["composer"].trigger()
    settle()
    assert composer.composition().case_id == 1
    assert composer.fields.scope.currentText() == "Faces"


def test_pictures_are_asked_for_the_pages_in_sight_only(composer: ComposerPane, settle: Settle) -> None:
    asked: list[int] = []
    composer.preview.show_pages([(595.0, 842.0)] * 200, lambda page, _: asked.append(page))
    composer.preview.viewport().repaint()
    assert 1 <= len(set(asked)) <= 4
    composer.preview.verticalScrollBar().setValue(composer.preview.verticalScrollBar().maximum())
    composer.preview.viewport().repaint()
    assert max(asked) == 199
    settle()


def test_what_is_unfolded_among_the_facts_stays_so_when_one_is_left_out(
    composer: ComposerPane, settle: Settle
) -> None:
    head = composer.fields.told.topLevelItem(0)
    assert head is not None
    head.setExpanded(True)
    child = head.child(0)
    assert child is not None
    child.setCheckState(0, Qt.CheckState.Unchecked)
    set_again(composer, settle)
    again = composer.fields.told.topLevelItem(0)
    assert again is not None
    assert again.isExpanded()
    assert composer.fields.told.left_out() == composer.composition().left_out


def test_a_preview_takes_over_what_was_told_and_never_what_has_changed(
    window: MainWindow, settle: Settle, composer: ComposerPane
) -> None:
    first = composer._shown
    assert first is not None
    composer.fields.lines["title"].setText("Another title")
    set_again(composer, settle)
    second = composer._shown
    assert second is not None
    assert second.whole is first.whole
    assert second.brief.actions == first.brief.actions
    assert second.brief.title == "Another title"
    composer.draft.keep_now()
    settle()
    kept = composer._shown
    assert kept is not None
    assert kept.whole is first.whole
    window.desk.write("Set", lambda w: editing.set_value(w, 1, "jurisdiction", "BE", "ann"))
    settle()
    changed = composer._shown
    assert changed is not None
    assert "Belgium" in {fact.value for action in changed.brief.actions for fact in action.facts}
    assert "Belgium" in {fact.value for action in changed.whole.actions for fact in action.facts}


def test_the_command_exports_what_is_composed(
    window: MainWindow,
    composer: ComposerPane,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    composer.choose_template(Template.SOURCES)
    set_again(composer, settle)
    path = tmp_path / "mine.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    window.commands["export_brief"].trigger()
    settle()
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
