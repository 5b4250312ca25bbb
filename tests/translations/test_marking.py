"""No word of the window is left out of the catalogues."""

from pathlib import Path

import pytest

from tests.translations.texts import ROOT, modules
from tests.translations.unmarked import find_unmarked, unmarked


@pytest.mark.parametrize("path", modules("ui"), ids=lambda path: str(path.relative_to(ROOT)))
def test_all_words_of_the_window_are_marked(path: Path) -> None:
    assert unmarked(path) == []


@pytest.mark.parametrize(
    "line",
    [
        'button.setText("Open it")',
        'label.setToolTip(f"Opens {name}")',
        'TITLES = ("Respondent", "Authority")',
        'WORDS = {Kind.FINE: "fine or sum"}',
        'QLineEdit(placeholderText="Type a name")',
        'words = "none yet" if empty else ""',
        'desk.told.emit(Notice("Nothing was taken out."))',
        'layout.addRow(tr("Name"), plain_label("Colour"))',
        'def ask(title: str = "Add a fact") -> None: ...',
    ],
)
def test_words_without_a_mark_are_found(line: str) -> None:
    assert len(list(find_unmarked(line))) >= 1


@pytest.mark.parametrize(
    "line",
    [
        'button.setText(tr("Open it"))',
        'TITLES = (N_("Respondent"), N_("Authority"))',
        'Column("Respondent", lambda row: row.name)',
        'self.setObjectName("Card list")',
        'raise ValueError("No such thing here")',
        'desk.write(f"Rename {name}", work)',
        '"""A docstring says what it is."""',
        'shortcut = "Ctrl+Shift+F"',
        'def take(row: "Sequence[Tag row]") -> "Some Kind": ...',
        'assert text == "Not read"',
    ],
)
def test_what_nobody_reads_needs_no_mark(line: str) -> None:
    assert list(find_unmarked(line)) == []
