"""What completes what is typed in a form: parties and actions of the store, authorities of the registry."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from casefile.terms import PartyKind
from ui.desk import Desk
from ui.dialogs.fact_fields import Lookups
from ui.dialogs.form_fields import Lookup, Suggest, Suggestion

if TYPE_CHECKING:
    from casefile.store.party_rows import PartyRow
    from casefile.store.store import Reader

SHOWN = 12


class Suggestions:
    """Asks the store through the desk; the answers come later."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lookups(self, action_id: int) -> Lookups:
        """For the facts of an action, which is not offered itself."""
        return Lookups(self.names, self.actions(action_id))

    def names(self, kind: PartyKind) -> Lookup:
        """Names of parties, authorities of the registry among them; the key is the registry's code."""

        def find(reader: "Reader", typed: str) -> Sequence[Suggestion]:
            from casefile.store.party_rows import suggest_parties

            known = [Suggestion(row.name, row.code) for row in suggest_parties(reader, kind, typed)]
            return known + (_registered(typed) if kind is PartyKind.AUTHORITY else [])

        def look(typed: str, take: Suggest) -> None:
            self._desk.read("suggest names", lambda r: find(r, typed), take)

        return look

    def parties(self, kind: PartyKind, without: int) -> Lookup:
        """Parties of the store but for one; the key is the party's id."""

        def look(typed: str, take: Suggest) -> None:
            from casefile.store.party_rows import suggest_parties

            self._desk.read(
                "suggest parties",
                lambda r: suggest_parties(r, kind, typed, without=[without]),
                lambda rows: take(_told_apart(rows)),
            )

        return look

    def speakers(self, without: int) -> Lookup:
        """Speakers of the store but for one; the key is the speaker's id."""

        def find(reader: "Reader", typed: str) -> Sequence[Suggestion]:
            from casefile.store.party_lists import speaker_ids, speaker_rows

            ids = [id_ for id_ in speaker_ids(reader, typed) if id_ != without] if typed.strip() else []
            return [
                Suggestion(row.name, str(row.id), "; ".join(row.roles))
                for row in speaker_rows(reader, ids[:SHOWN])
            ]

        def look(typed: str, take: Suggest) -> None:
            self._desk.read("suggest speakers", lambda r: find(r, typed), take)

        return look

    def actions(self, without: int) -> Lookup:
        """Actions of the store but for one; the key is the action's id."""

        def look(typed: str, take: Suggest) -> None:
            from casefile.store.party_rows import suggest_actions

            self._desk.read(
                "suggest actions",
                lambda r: suggest_actions(r, typed, without=without),
                lambda rows: take([Suggestion(row.title, str(row.id)) for row in rows]),
            )

        return look


def _told_apart(rows: "Sequence[PartyRow]") -> list[Suggestion]:
    """Two parties of one name are told apart by their place and number."""
    counts = Counter(row.name for row in rows)
    return [
        Suggestion(
            row.name if counts[row.name] == 1 else f"{row.name} ({row.jurisdiction or 'no'} {row.id})",
            str(row.id),
        )
        for row in rows
    ]


def _registered(typed: str) -> list[Suggestion]:
    from casefile.registry import authorities

    words = typed.strip().casefold()
    if not words:
        return []
    found = [
        body
        for body in authorities()
        if any(words in name.casefold() for name in (body.code, *body.all_names))
    ]
    found.sort(key=lambda body: not any(name.casefold().startswith(words) for name in body.all_names))
    return [Suggestion(body.name, body.code, body.english) for body in found[:SHOWN]]
