"""What a person does to parties, of the chosen action or in their own list: edit, merge, split.

Imports desk and dialogs.
"""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casefile.fields import FieldKind, field
from casefile.translation import tr
from ui.asking import ask
from ui.desk import Desk
from ui.dialogs.fact_fields import ROLES
from ui.dialogs.form import FormDialog
from ui.dialogs.merge import MergeDialog
from ui.dialogs.party_fields import EnteredParty, party_entered, party_form
from ui.evidence_lookups import EvidenceLookups
from ui.fact_errands import Here
from ui.figures import quoted
from ui.notices import Notice, Tone
from ui.suggestions import Suggestions
from ui.widgets.fact_tree import Place

if TYPE_CHECKING:
    from casefile.store.editing import Grounds
    from casefile.store.party_rows import PartyRecord
    from casefile.store.store import Reader, Writer


class PartyErrands(QObject):
    """Each begins with the fact that names the party, or with the party itself."""

    def __init__(self, desk: Desk, window: QWidget, here: Here) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._here = here
        self._suggestions = Suggestions(desk)
        self._evidence = EvidenceLookups(desk)

    def edit(self, place: Place) -> None:
        """Asks for names, LEI, group and the rest."""
        self._with_party(place, self._ask_details)

    def same_as(self, place: Place) -> None:
        """Asks which other party is the same one."""
        self._with_party(place, self._ask_other)

    def split(self, place: Place) -> None:
        """Asks what of the party is another one."""
        self._with_party(place, self._ask_parts)

    def write_details(
        self, party: "PartyRecord", entered: EnteredParty, grounds: "Grounds | None" = None
    ) -> None:
        """Writes what is different of the party."""
        from casefile.store import party_edits

        party_id, person = party.row.id, self._desk.person

        def work(writer: "Writer") -> None:
            for gone in set(party.aliases) - set(entered.aliases):
                party_edits.remove_alias(writer, party_id, gone)
            for new in entered.aliases:
                if new not in party.aliases:
                    party_edits.add_alias(writer, party_id, new)
            if entered.name != party.row.name:
                party_edits.rename_party(writer, party_id, entered.name)
            party_edits.describe_party(writer, party_id, entered.details, person, grounds=grounds)

        self._desk.write(f"Edit {party.row.name}", work)

    def merge(self, keep_id: int, gone_id: int) -> None:
        """Writes that both are one party, known by the first's name."""
        from casefile.store import party_edits
        from casefile.store.party_rows import party_row

        def work(writer: "Writer") -> tuple[str, str]:
            names = party_row(writer, keep_id).name, party_row(writer, gone_id).name
            party_edits.merge_parties(writer, keep_id, gone_id)
            return names

        self._desk.write("Merge two parties", work, lambda names: self._merged(*names))

    def take_out(self, party_id: int) -> None:
        """Writes that a merged party is one of its own again."""
        from casefile.store import party_edits

        self._desk.write("Split a merged party", lambda w: party_edits.split_party(w, party_id))

    def split_off(self, party_id: int, name: str, action_ids: Sequence[int], aliases: Sequence[str]) -> None:
        """Writes that some actions and names of a party are those of another."""
        from casefile.store import party_edits

        self._desk.write(
            f"Split off {name}", lambda w: party_edits.split_off(w, party_id, name, action_ids, aliases)
        )

    def _with_party(self, place: Place, then: "Callable[[PartyRecord], None]") -> None:
        """Finds the party that the fact under the cursor names, or that it is known of."""
        if place.party is not None:
            party_id = place.party.id
            self._desk.read("party", lambda r: _record(r, party_id), then)
            return
        detail, fact = self._here(), place.fact
        if detail is None or fact is None or field(fact.field).kind is not FieldKind.PARTY:
            return
        claim = place.claim or next(iter(fact.live), fact.claims[0])
        value, role, action_id = json.loads(claim.raw), ROLES[fact.field], detail.record.row.id

        def find(reader: "Reader") -> "PartyRecord | None":
            from casefile.store.party_rows import party_of_claim, party_record

            party_id = party_of_claim(reader, action_id, role, value["name"], value.get("code", ""))
            return party_record(reader, party_id) if party_id is not None else None

        def go_on(party: "PartyRecord | None") -> None:
            if party is not None:
                then(party)
            else:
                words = tr("“{value}” is no party of the record: its claim does not count any more.").format(
                    value=value["name"]
                )
                self._desk.told.emit(Notice(words, Tone.NOTE))

        self._desk.read("party", find, go_on)

    def _ask_details(self, party: "PartyRecord") -> None:
        detail = self._here()
        groups = self._suggestions.parties(party.row.kind, party.row.id)
        dialog = FormDialog(
            tr("Edit {name}").format(name=party.row.name),
            party_form(party, groups),
            tr("Save"),
            party_entered,
            self._window,
            lead=_merged_words(party),
            evidence=self._evidence.offer(detail.record.row.id) if detail is not None else None,
        )
        dialog.accepted.connect(
            lambda: self.write_details(party, party_entered(dialog.entries()), dialog.grounds)
        )
        ask(dialog)

    def _ask_other(self, party: "PartyRecord") -> None:
        party_id = party.row.id
        dialog = MergeDialog(
            party_id,
            party.row.name,
            self._suggestions.parties(party.row.kind, party_id),
            self._window,
            lead=tr("Both become one party in every list and brief. Split party… takes them apart again."),
        )
        dialog.accepted.connect(lambda: self.merge(*dialog.merged()))
        ask(dialog)

    def _ask_parts(self, party: "PartyRecord") -> None:
        from ui.dialogs.split_party import SplitPartyDialog

        detail = self._here()
        dialog = SplitPartyDialog(party, detail.record.row.id if detail is not None else 0, self._window)
        dialog.taken_out.connect(self.take_out)
        dialog.split_off.connect(lambda name, ids, aliases: self.split_off(party.row.id, name, ids, aliases))
        ask(dialog)

    def _merged(self, kept: str, gone: str) -> None:
        self._desk.tell_done(
            tr("“{gone}” and “{kept}” are one party now, “{kept}”.").format(gone=gone, kept=kept)
        )


def _record(reader: "Reader", party_id: int) -> "PartyRecord":
    from casefile.store.party_rows import party_record

    return party_record(reader, party_id)


def _merged_words(party: "PartyRecord") -> str:
    if not party.merged:
        return ""
    names = ", ".join(quoted(name) for _, name in party.merged)
    return tr("Merged into it: {names}.").format(names=names)
