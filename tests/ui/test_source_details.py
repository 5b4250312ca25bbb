"""What is known of a source, and where each value was found, stands beside its text."""

from collections.abc import Callable
from pathlib import Path

from ui.main_window import MainWindow

SAVED = Path("tests/data/reading")
Settle = Callable[[], None]


def rows(window: MainWindow) -> dict[str, tuple[str, str]]:
    """By detail its value and where it was found."""
    details = window.sources.details
    items = [details.topLevelItem(row) for row in range(details.topLevelItemCount())]
    return {item.text(0): (item.text(1), item.text(2)) for item in items if item is not None}


def test_a_saved_page_tells_where_its_description_stands(window: MainWindow, settle: Settle) -> None:
    window.errands.import_paths([SAVED / "chromium-page.mhtml"])
    settle()
    window.commands["sources"].trigger()
    settle()
    found = rows(window)
    assert found["Address"][0].startswith("http")
    assert found["Title"][1]
    assert found["Kind"][1].startswith("guessed: ")
    assert found["File"][0].startswith("chromium-page.mhtml, ")
    assert "Saved" in found
    assert "Pages" not in found


def test_a_pdf_tells_its_pages(window: MainWindow, settle: Settle) -> None:
    window.errands.import_paths([SAVED / "decision.pdf"])
    settle()
    window.commands["sources"].trigger()
    settle()
    assert rows(window)["Pages"][0].endswith(" pages")
