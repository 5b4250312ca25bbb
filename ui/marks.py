"""What rests on a source as marks in its text. Imports rows and the reader's own."""

from collections.abc import Sequence

from casefile.store.use_rows import Use
from casefile.terms import ProposalKind
from casefile.values import Span
from ui.widgets.text_reader import Mark


def marks_of(uses: Sequence[Use]) -> list[Mark]:
    """One mark for each passage and kind, the long ones first: the short ones stand above them."""
    about: dict[tuple[ProposalKind, Span], list[str]] = {}
    for use in uses:
        for span in use.spans:
            about.setdefault((use.kind, span), []).append(f"{use.label}: {use.value}")
    ordered = sorted(about, key=lambda key: (key[1].start - key[1].end, key[1].start))
    return [
        Mark(place, key[0], (key[1],), "\n".join(dict.fromkeys(about[key])))
        for place, key in enumerate(ordered)
    ]
