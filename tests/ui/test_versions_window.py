"""Versions and copies of sources in the window."""

import pytest
from PySide6.QtGui import QColor, QTextCursor

from casefile.proposals import Proposals
from casefile.store import queries
from casefile.store.differences import Change
from casefile.store.duplicates import keep_with_twins
from casefile.store.keeping import Capture, prepare_source
from casefile.store.store import Store
from casefile.values import Span
from tests.store.near_duplicates import story_capture
from tests.store.records import TEXT, accept, action
from tests.ui.made_records import Settle, in_store
from ui.main_window import MainWindow
from ui.theme import DARK, LIGHT, Colours
from ui.widgets.changes_view import ChangesView, change_format
from ui.widgets.fact_tree import FactTree

PAGE = "https://example.org/fine"
OLD = f"{TEXT} It said so on Monday, after an inquiry of two years that began in Utrecht, and named no other."
NEW = OLD.replace("Monday", "Tuesday")
COPY = NEW.replace("It said so", "So it was said")


def keep(store: Store, *captures: Capture) -> None:
    for capture in captures:
        with store.write("Import", by="ann") as writer:
            keep_with_twins(writer, prepare_source(capture, Proposals(actions=(action(),))))


def versions(store: Store) -> None:
    keep(store, *(story_capture(text, "A fine", PAGE) for text in (OLD, NEW)))


def formats(view: ChangesView) -> list[tuple[str, Change]]:
    """The stretches of the view with what their format says of them."""
    cursor = QTextCursor(view.text.document())
    found: list[tuple[str, Change]] = []
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor):
        form, text = cursor.charFormat(), cursor.selectedText()
        change = Change.REMOVED if form.fontStrikeOut() else Change.SAME
        change = Change.INSERTED if form.fontUnderline() else change
        if found and found[-1][1] is change:
            text = found.pop()[0] + text
        found.append((text, change))
        cursor.clearSelection()
    return found


def test_of_versions_the_latest_is_listed_and_its_changes_are_shown(
    window: MainWindow, settle: Settle
) -> None:
    in_store(window, settle, versions)
    window.commands["sources"].trigger()
    settle()
    pane = window.sources
    assert list(pane.table.model.ids) == [2]
    assert pane.versions.isVisible()
    assert pane.versions.currentText().startswith("Version 2 of 2, ")
    pane.tabs.setCurrentWidget(pane.changes)
    settle()
    start, end = OLD.split("Monday")
    assert formats(pane.changes) == [
        (f"{start}", Change.SAME),
        ("Monday", Change.REMOVED),
        ("Tuesday", Change.INSERTED),
        (end, Change.SAME),
    ]


def test_an_earlier_version_is_reached_and_stays_in_sight(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, versions)
    window.commands["sources"].trigger()
    settle()
    pane = window.sources
    pane.versions.setCurrentIndex(1)
    pane.versions.activated.emit(1)
    settle()
    assert pane.reader.toPlainText() == OLD
    assert not pane.tabs.isTabVisible(pane.tabs.indexOf(pane.changes))
    pane.refresh()
    settle()
    assert pane.reader.toPlainText() == OLD


def test_a_passage_of_an_earlier_version_opens_there(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, versions)
    start = OLD.index("Monday")
    window.show_passage(1, Span(start, start + 6))
    settle()
    pane = window.sources
    assert pane.reader.toPlainText() == OLD
    assert pane.reader.textCursor().selectedText() == "Monday"
    assert pane.table.chosen_id() == 2
    window.show_passage(2, Span(start, start + 7))
    settle()
    assert pane.reader.toPlainText() == NEW
    assert pane.reader.textCursor().selectedText() == "Tuesday"


def test_a_source_without_versions_offers_none(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, lambda store: keep(store, story_capture(OLD, "A fine", PAGE)))
    window.commands["sources"].trigger()
    settle()
    assert not window.sources.versions.isVisible()
    assert not window.sources.tabs.isTabVisible(window.sources.tabs.indexOf(window.sources.changes))


def test_copies_are_counted_and_are_one_voice(window: MainWindow, settle: Settle) -> None:
    def copies(store: Store) -> None:
        keep(store, story_capture(NEW, "A fine"), story_capture(COPY, "Copied", outlet="Elsewhere"))
        for source_id, into in ((1, None), (2, 1)):
            with store.read() as reader:
                (proposed,) = queries.proposals(reader, source_id)
            accept(store, proposed.id, into=into)

    in_store(window, settle, copies)
    window.commands["sources"].trigger()
    settle()
    pane = window.sources
    column = [column.title for column in pane.table.model.columns].index("Copies")
    assert pane.table.model.index(0, column).data() == "1"
    window.commands["actions"].trigger()
    settle()
    tree = window.findChild(FactTree)
    assert isinstance(tree, FactTree)
    said = {item.text(2) for item in tree._items()}
    assert "2 sources, 1 independent" in said


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("change", [Change.INSERTED, Change.REMOVED])
def test_changes_can_be_read_and_told_apart_without_colours(change: Change, colours: Colours) -> None:
    form = change_format(change, colours)
    assert form.fontUnderline() is (change is Change.INSERTED)
    assert form.fontStrikeOut() is (change is Change.REMOVED)
    light, dark = sorted(map(luminance, (form.foreground().color(), form.background().color())), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
