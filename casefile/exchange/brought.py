"""What became of a bundle that was brought in, in words. Imports the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casefile.store.bundles import BundleReceipt

_LONGEST_LABEL = 120
_NOUNS = {"case_file": "case file", "action": "action", "source": "source", "quote": "quote",
          "timeline_event": "event"}  # fmt: skip


@dataclass(frozen=True)
class BroughtBundle:
    """What became of a bundle: the step's label and what it brought."""

    label: str
    receipt: BundleReceipt
    step: int
    """The step that did it, 0 where nothing had to be done."""

    @property
    def words(self) -> str:
        """``Brought in: 3 actions, 5 sources. There already: 1 source.``."""
        new, known = _listed(self.receipt.new), _listed(self.receipt.known)
        values, held = self.receipt.values, self.receipt.held_back
        added = f"{_counted(values, 'value')} of what was there" if values else ""
        brought = ", ".join(part for part in (new, added) if part)
        kept = f" Left as set here: {_counted(held, 'value')}." if held else ""
        if not (brought or known):
            return "The bundle is empty."
        if not brought:
            return f"Everything was there already: {known}.{kept}"
        there = f" There already: {known}." if known else ""
        return f"Brought in: {brought}.{there}{kept}"


def step_label(titles: Sequence[str], file_name: str) -> str:
    """How the journal calls the bringing in of a bundle of these case files; of none, by its file's name."""
    named = ", ".join(titles) or file_name
    return f"Bring in the bundle “{named[:_LONGEST_LABEL]}”"


def _listed(counts: Mapping[str, int]) -> str:
    """``3 actions, 1 source``."""
    return ", ".join(_counted(counts[table], noun) for table, noun in _NOUNS.items() if counts.get(table))


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' if count != 1 else ''}"
