"""What a person does to speakers in their list: name one otherwise, merge two. Imports desk and dialogs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.asking import ask
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.merge import MergeDialog
from ui.dialogs.party_fields import name_entered, name_form
from ui.suggestions import Suggestions

if TYPE_CHECKING:
    from casefile.store.store import Writer


class SpeakerErrands(QObject):
    """Asks, then writes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._suggestions = Suggestions(desk)

    def edit(self, speaker_id: int, name: str) -> None:
        """Asks for another name."""
        form = FormDialog(
            tr("Edit {name}").format(name=name), name_form(name), tr("Save"), name_entered, self._window
        )
        form.accepted.connect(lambda: self.rename(speaker_id, name, name_entered(form.entries())))
        ask(form)

    def same_as(self, speaker_id: int, name: str) -> None:
        """Asks which other speaker is the same one."""
        form = MergeDialog(
            speaker_id,
            name,
            self._suggestions.speakers(speaker_id),
            self._window,
            lead=tr("All quotes of both become those of one speaker. Undo takes them apart again."),
        )
        form.accepted.connect(lambda: self.merge(*form.merged()))
        ask(form)

    def rename(self, speaker_id: int, before: str, name: str) -> None:
        """Writes the name where it is another."""
        from casefile.store import speaker_edits

        if name != before:
            self._desk.write(f"Rename {before}", lambda w: speaker_edits.rename_speaker(w, speaker_id, name))

    def merge(self, keep_id: int, gone_id: int) -> None:
        """Writes that both are one speaker, known by the first's name."""
        from casefile.store import speaker_edits

        def work(writer: "Writer") -> tuple[str, str]:
            names = (
                speaker_edits.speaker_name(writer, keep_id),
                speaker_edits.speaker_name(writer, gone_id),
            )
            speaker_edits.merge_speakers(writer, keep_id, gone_id)
            return names

        self._desk.write("Merge two speakers", work, lambda names: self._merged(*names))

    def _merged(self, kept: str, gone: str) -> None:
        self._desk.tell_done(
            tr("The quotes of “{gone}” are those of “{kept}” now.").format(gone=gone, kept=kept)
        )
