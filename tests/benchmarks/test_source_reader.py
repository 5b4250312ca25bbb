"""The reader of a long source: marking and finding, in parts of what showing its text takes at all."""

import os

from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.terms import ProposalKind
from casefile.values import Span
from tests.benchmarks.measuring import median_ms, print_table
from ui.finding import find_spans
from ui.widgets.text_reader import Mark, TextReader

TEXT = ("The authority has fined the company for the transfer of data. " * 8 + "\n") * 2_000
MARKS = [Mark(place, ProposalKind.ACTION, (Span(place * 40, place * 40 + 10),)) for place in range(20_000)]


def test_marks_and_hits_cost_less_than_the_text(qtbot: QtBot) -> None:
    reader = TextReader("Text")
    qtbot.addWidget(reader)
    reader.resize(800, 500)
    reader.show()
    shown = median_ms(lambda: reader.show_text(TEXT))
    hits = find_spans(TEXT, "the")
    rows = {
        "20,000 marks": median_ms(lambda: reader.show_marks(MARKS)),
        "10,000 hits among them": median_ms(lambda: reader.show_hits(hits)),
        "going to a place far away": median_ms(lambda: reader.select(Span(500_000, 500_010))),
        "finding them": median_ms(lambda: find_spans(TEXT, "the")),
    }
    print_table(
        f"A text of {len(TEXT):,} characters, shown in {shown:.1f} ms",
        [(name, f"{taken:.1f} ms, {taken / shown:.2f} of that") for name, taken in rows.items()],
    )
    assert max(rows.values()) < 5 * shown
