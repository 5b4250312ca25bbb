"""What the commands do with who is under the cursor, in the view of parties or in the chosen action.

Imports the errands when they are first wanted.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.views import Panes, Views

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail
    from ui.panes.parties import ChosenParty
    from ui.party_errands import PartyErrands
    from ui.speaker_errands import SpeakerErrands
    from ui.widgets.fact_tree import Place


class PartyCommands(QObject):
    """Edits, merges and splits; a speaker cannot be split."""

    def __init__(self, desk: Desk, window: QWidget, views: Views) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._views = views

    @cached_property
    def parties(self) -> "PartyErrands":
        """What is done to parties."""
        from ui.party_errands import PartyErrands

        return PartyErrands(self._desk, self._window, self._detail)

    @cached_property
    def speakers(self) -> "SpeakerErrands":
        """What is done to speakers."""
        from ui.speaker_errands import SpeakerErrands

        return SpeakerErrands(self._desk, self._window)

    @property
    def in_own_view(self) -> bool:
        """Whether the view of parties is in sight."""
        return self._views.place == Panes.parties.name

    def edit(self) -> None:
        """Asks for names and, of a party, more."""
        self._act(self.parties.edit, self.speakers.edit)

    def same_as(self) -> None:
        """Asks which other one it is."""
        self._act(self.parties.same_as, self.speakers.same_as)

    def split(self) -> None:
        """Asks how a party is to be taken apart."""
        self._act(self.parties.split, None)

    def possible(self) -> dict[str, bool]:
        """Which commands for facts make sense in the view of parties; nothing in any other view."""
        chosen = self._chosen()
        if chosen is None:
            return {}
        named = dict.fromkeys(("edit_fact", "edit_party", "same_as"), True)
        return named | {"split_party": not chosen.is_speaker}

    def _chosen(self) -> "ChosenParty | None":
        return self._views.parties.chosen if self.in_own_view else None

    def _act(self, act: "Callable[[Place], None]", act_on_speaker: Callable[[int, str], None] | None) -> None:
        from casefile.store.detail import KnownParty
        from ui.widgets.fact_tree import Place

        chosen = self._chosen()
        if chosen is None:
            act(self._views.actions_pane.facts.place)
        elif not chosen.is_speaker:
            act(Place(party=KnownParty(chosen.id, chosen.name, ())))
        elif act_on_speaker is not None:
            act_on_speaker(chosen.id, chosen.name)

    def _detail(self) -> "ActionDetail | None":
        """The action in sight."""
        pane = self._views.built(Panes.actions_pane)
        return pane.detail if pane is not None and self._views.place == Panes.actions_pane.name else None
