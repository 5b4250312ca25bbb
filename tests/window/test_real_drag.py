"""The real window on a real X server: things dragged with the mouse out of a second program."""

from collections import Counter
from pathlib import Path

from casefile.store import lists, receipts
from casefile.store.queries import source_rows
from casefile.store.rows import Counts, SourceRow
from casefile.store.store import Store
from casefile.terms import Outcome
from tests.intake.mixed import forty
from tests.window.real_screen import RealScreen

FORTY, FAILING = 40, 6
CLIPBOARD = Path("tests/data/reading/clipboard")


def counted(path: Path) -> Counts:
    """How much is in a store that a window has open."""
    store = Store.open(path)
    with store.read() as reader:
        found = lists.counts(reader)
    store.close()
    return found


def sources(path: Path) -> list[SourceRow]:
    """The sources in the order in which they came."""
    store = Store.open(path)
    with store.read() as reader:
        rows = source_rows(reader, sorted(lists.source_ids(reader)))
    store.close()
    return rows


def test_a_file_dragged_from_another_program_is_imported_reviewed_and_printed(
    screen: RealScreen, article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "drag.casefile"
    Store.create(path).close()
    window = screen.open_casefile(path)
    screen.drag_in(article)
    screen.wait_until(lambda: counted(path).sources == 1)
    screen.do("windowactivate", "--sync", screen.window("drag - Casefile"))
    screen.press("Return", "a")
    screen.wait_until(lambda: counted(path).waiting == 0)
    assert counted(path).actions == 1
    screen.press("ctrl+e")
    screen.window("Export a brief")
    screen.press("Return")
    screen.wait_until((tmp_path / "brief.pdf").exists)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert window.poll() is None


def test_a_selection_and_a_link_dragged_out_of_a_browser_are_a_source_each(
    screen: RealScreen, tmp_path: Path
) -> None:
    path = tmp_path / "web.casefile"
    Store.create(path).close()
    screen.open_casefile(path)
    screen.drag_in("--recorded", (CLIPBOARD / "chromium-dragged-selection.json").absolute())
    screen.wait_until(lambda: counted(path).sources == 1)
    screen.drag_in("--recorded", (CLIPBOARD / "firefox-dragged-link.json").absolute())
    screen.wait_until(lambda: counted(path).sources == 1 + 1)
    page, link = sources(path)
    assert page.title == "Dutch watchdog fines Lumen Café Group €2.4 million over staff cameras"
    assert page.open_proposals > 0
    assert (link.title, link.open_proposals) == ("Law", 0)


def outcomes(path: Path) -> Counter[Outcome]:
    """What became of the latest import's files, once it is finished; empty before."""
    store = Store.open(path)
    with store.read() as reader:
        batches = receipts.batch_rows(reader, receipts.latest_batches(reader))
        done = [batch for batch in batches if batch.finished_at is not None]
        lines = receipts.receipt_lines(reader, done[0].id) if done else []
    store.close()
    return Counter(line.row.outcome for line in lines)


def test_forty_mixed_things_dropped_at_once_end_in_a_receipt(screen: RealScreen, tmp_path: Path) -> None:
    path, items = tmp_path / "many.casefile", forty(tmp_path / "items")
    Store.create(path).close()
    screen.open_casefile(path)
    screen.drag_in(*items)
    screen.wait_until(lambda: bool(outcomes(path)))
    found = outcomes(path)
    assert len(items) == FORTY
    # Empty, locked, cut off, of the old format, a program and a film: each one line.
    assert found[Outcome.FAILED] == FAILING
    assert found[Outcome.DUPLICATE] >= 1
    assert found[Outcome.STORED] + found[Outcome.COPY] + found[Outcome.UPDATED] == counted(path).sources
    assert counted(path).sources > FORTY - FAILING - found[Outcome.DUPLICATE] - found[Outcome.SKIPPED]
