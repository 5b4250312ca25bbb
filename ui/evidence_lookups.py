"""Finds what evidence is chosen from: sources for an action, actions for a source. Imports desk."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from casefile.store.rows import ActionRow, SourceRow
from ui.desk import Desk
from ui.evidence import ChosenPassage, EvidenceOffer, RecordLookup
from ui.models.ids_model import Receive

if TYPE_CHECKING:
    from casefile.store.lookups import Found


class EvidenceLookups:
    """Asks the store through the desk; the answers come later."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def offer(self, action_id: int, chosen: ChosenPassage | None = None) -> EvidenceOffer:
        """For a value of the action, whose own sources come first."""
        return EvidenceOffer(self.sources(action_id), self._text, chosen)

    def sources(self, action_id: int) -> RecordLookup[SourceRow]:
        """The sources, those that the action rests on first."""

        def find(typed: str, take: "Callable[[Found], None]") -> None:
            from casefile.store.lookups import find_sources

            self._desk.read("find sources", lambda r: find_sources(r, action_id, typed), take)

        def rows(ids: Sequence[int], receive: Receive[SourceRow]) -> None:
            from casefile.store import queries

            self._desk.read(f"found sources {ids[0]}", lambda r: queries.source_rows(r, ids), receive)

        return RecordLookup(find, rows)

    def actions(self, source_id: int) -> RecordLookup[ActionRow]:
        """The actions, those that rest on the source first."""

        def find(typed: str, take: "Callable[[Found], None]") -> None:
            from casefile.store.lookups import find_actions

            self._desk.read("find actions", lambda r: find_actions(r, source_id, typed), take)

        def rows(ids: Sequence[int], receive: Receive[ActionRow]) -> None:
            from casefile.store import queries

            self._desk.read(f"found actions {ids[0]}", lambda r: queries.action_rows(r, ids), receive)

        return RecordLookup(find, rows)

    def _text(self, source_id: int, take: Callable[[str], None]) -> None:
        from casefile.store import queries

        self._desk.read(
            "text to choose from",
            lambda r: queries.source_record(r, source_id).text,
            take,
        )
