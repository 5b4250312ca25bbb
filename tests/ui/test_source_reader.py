"""The reader of a source: find, marks with what they are evidence of, uses, the original."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casefile.terms import ProposalKind
from casefile.values import Span
from tests.store.records import TEXT
from tests.ui.made_records import Settle, disputed, in_store
from ui.main_window import MainWindow
from ui.panes.sources import SourcesPane
from ui.widgets.find_bar import FindBar
from ui.widgets.text_reader import MOST_PAINTED, Mark, TextReader

KEY = Qt.Key


@pytest.fixture
def pane(window: MainWindow, settle: Settle) -> SourcesPane:
    """The sources, the first of which is shown: an action, a quote and an event rest on it."""
    in_store(window, settle, disputed)
    window.go("sources")
    settle()
    window.sources.show_passage(1, None)
    settle()
    return window.sources


@pytest.fixture
def bar(window: MainWindow, pane: SourcesPane) -> FindBar:
    """The find bar, opened."""
    window.commands["find"].trigger()
    return pane.page.finder


def find(bar: FindBar, words: str, qtbot: QtBot, count: str) -> None:
    bar.line.setText(words)
    qtbot.waitUntil(lambda: bar.count.text() == count)


def selected(pane: SourcesPane) -> str:
    return pane.reader.textCursor().selectedText()


def test_find_counts_and_steps_round(
    window: MainWindow, pane: SourcesPane, bar: FindBar, qtbot: QtBot
) -> None:
    assert QApplication.focusWidget() is bar.line
    find(bar, "E", qtbot, f"1 of {TEXT.lower().count('e')}")
    window.commands["find_next"].trigger()
    assert bar.count.text().startswith("2 of")
    window.commands["find_previous"].trigger()
    window.commands["find_previous"].trigger()
    last = TEXT.lower().count("e")
    assert bar.count.text() == f"{last} of {last}"
    QTest.keyClick(bar.line, KEY.Key_Return)
    assert bar.count.text().startswith("1 of")
    QTest.keyClick(bar.line, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{last} of {last}"
    assert bar.line.accessibleDescription() == bar.count.text()
    assert selected(pane) == "e"


def test_what_is_not_there_is_said(bar: FindBar, qtbot: QtBot) -> None:
    find(bar, "zebra", qtbot, "not found")
    find(bar, "", qtbot, "")


def test_escape_closes_it_and_leaves_the_hit_selected(
    window: MainWindow, pane: SourcesPane, bar: FindBar, qtbot: QtBot
) -> None:
    find(bar, "acme corp", qtbot, "1 of 1")
    QTest.keyClick(bar.line, KEY.Key_Escape)
    assert not bar.isVisible()
    assert QApplication.focusWidget() is pane.reader
    assert selected(pane) == "Acme Corp"
    assert window.views.place == "sources"
    window.commands["find"].trigger()
    assert bar.line.text() == "Acme Corp"


def test_find_rests_where_there_is_no_text(window: MainWindow, pane: SourcesPane) -> None:
    assert window.commands["find"].isEnabled()
    pane.tabs.setCurrentWidget(pane.details)
    assert not window.commands["find"].isEnabled()
    window.go("timeline")
    assert not window.commands["find_next"].isEnabled()


def test_in_the_review_enter_and_escape_belong_to_the_line(
    window: MainWindow, pane: SourcesPane, settle: Settle, qtbot: QtBot
) -> None:
    del pane
    window.navigation.start_review(1)
    settle()
    window.commands["find"].trigger()
    bar = window.review.finder()
    find(bar, "the", qtbot, "1 of 1")
    QTest.keyClick(bar.line, KEY.Key_Return)
    QTest.keyClick(bar.line, KEY.Key_Escape)
    settle()
    assert not bar.isVisible()
    assert window.views.place == "review"


def test_every_kind_has_its_colour_and_its_line(pane: SourcesPane) -> None:
    forms = {one.cursor.selectedText(): QTextCharFormat(one.format) for one in pane.reader.extraSelections()}
    style = QTextCharFormat.UnderlineStyle
    assert forms["€2.5 million"].underlineStyle() == style.SingleUnderline
    assert forms["We disagree,"].underlineStyle() == style.DashUnderline
    assert forms["We disagree,"].background() != forms["€2.5 million"].background()
    assert pane.legend.isVisible()
    assert "Quotes: 1 passage, Events: 1 passage" in pane.legend.accessibleDescription()


def test_used_in_tells_and_opens_what_rests_on_the_source(
    window: MainWindow, pane: SourcesPane, settle: Settle
) -> None:
    found = {use.label: use for use in pane.uses.uses}
    assert pane.tabs.tabText(pane.tabs.indexOf(pane.uses)) == f"&Used in {len(pane.uses.uses)}"
    pane.tabs.setCurrentWidget(pane.uses)
    pane.uses.table.choose(found["Decided"].id)
    pane.uses.table.open_chosen()
    settle()
    assert window.views.place == "actions"
    place = window.actions_pane.facts.place
    assert place.fact is not None
    assert place.fact.field == "decided"
    for label, view in (("Quote", "quotes"), ("Event", "timeline")):
        pane.use_opened.emit(found[label])
        settle()
        assert window.views.place == view
        table = window.views.table()
        assert table is not None
        assert table.chosen_id() == found[label].record_id


def test_a_click_opens_it(window: MainWindow, pane: SourcesPane, settle: Settle) -> None:
    pane.tabs.setCurrentWidget(pane.uses)
    view = pane.uses.table.view
    place = view.visualRect(view.model().index(0, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert window.views.place == "actions"


def test_the_original_is_shown_and_opened_as_a_copy(pane: SourcesPane, settle: Settle) -> None:
    opened: list[Path] = []

    def take(path: Path) -> bool:
        opened.append(path)
        return True

    pane.tabs.setCurrentWidget(pane.original)
    settle()
    assert pane.original.text.toPlainText() == "first.txt"
    assert not pane.original.warning.isVisible()
    pane.original.open_file = take
    pane.original.open_button.click()
    settle()
    assert [path.read_bytes() for path in opened] == [b"first.txt"]
    pane.original.open_file = lambda _: False
    pane.original.open_button.click()
    settle()
    assert pane.original.note.text().startswith("No program opens this")


def test_of_very_many_marks_only_those_near_are_painted(qtbot: QtBot) -> None:
    reader = TextReader("Text")
    qtbot.addWidget(reader)
    reader.resize(600, 300)
    reader.show()
    text = "word\n" * 20_000
    marks = [Mark(place, ProposalKind.ACTION, (Span(place * 5, place * 5 + 4),)) for place in range(20_000)]
    reader.show_text(text, marks)
    assert 0 < len(reader.extraSelections()) < MOST_PAINTED
    reader.scroll_to(Span(50_000, 50_004))
    starts = [one.cursor.selectionStart() for one in reader.extraSelections()]
    assert 50_000 in starts
    assert len(starts) < MOST_PAINTED
