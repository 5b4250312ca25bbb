"""What is done with tags, each time in one step that can be taken back. Imports desk and notices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from casefile.terms import TagColour, label
from casefile.translation import tr
from ui.counts import count_of, english_what_of
from ui.desk import Desk
from ui.dialogs.form_fields import Suggest, Suggestion

if TYPE_CHECKING:
    from casefile.store.rows import TagRow

SHOWN = 12


class TagErrands(QObject):
    """Gives, takes, renames, recolours, merges and deletes tags; says what becomes of many records."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def look(self, typed: str, take: Suggest) -> None:
        """Known tags that have what is typed, those that begin with it first."""
        from casefile.store import tags
        from casefile.store.folding import fold

        words = fold(typed)

        def find(rows: "Sequence[TagRow]") -> None:
            near = [row.name for row in rows if words in fold(row.name)]
            near.sort(key=lambda name: not fold(name).startswith(words))
            take([Suggestion(name, name) for name in near[:SHOWN]])

        self._desk.read("suggest tags", tags.all_tags, find)

    def add(self, kind: str, ids: Sequence[int], name: str) -> None:
        """Gives the records the tag."""
        from casefile.store import tags

        person = self._desk.person
        self._desk.write(
            f"Add tag “{name}” to {english_what_of(len(ids), kind)}",
            lambda w: tags.add_tag(w, tags.Tagged(kind), ids, name, person),
            lambda added: (
                self._tell(tr("{records} tagged “{name}”.").format(records=count_of(added, kind), name=name))
                if len(ids) > 1
                else None
            ),
        )

    def take(self, kind: str, ids: Sequence[int], name: str) -> None:
        """Takes the tag from the records."""
        from casefile.store import tags

        person = self._desk.person
        self._desk.write(
            f"Remove tag “{name}” from {english_what_of(len(ids), kind)}",
            lambda w: tags.take_tag(w, tags.Tagged(kind), ids, name, person),
            lambda taken: (
                self._tell(
                    tr("Tag “{name}” removed from {records}.").format(
                        name=name, records=count_of(taken, kind)
                    )
                )
                if len(ids) > 1
                else None
            ),
        )

    def recolour(self, name: str, colour: TagColour) -> None:
        """Gives the tag another colour."""
        from casefile.store import tags

        words = label(colour).lower()
        self._desk.write(f"Make tag “{name}” {words}", lambda w: tags.recolour_tag(w, name, colour))

    def rename(self, name: str, new: str) -> None:
        """Spells the tag otherwise wherever it stands."""
        from casefile.store import tags

        person = self._desk.person
        if " ".join(new.split()) != name:
            self._desk.write(
                f"Rename tag “{name}” to “{new}”",
                lambda w: tags.rename_tag(w, name, new, person),
                lambda _: self._tell(tr("Tag “{name}” is now called “{new}”.").format(name=name, new=new)),
            )

    def merge(self, name: str, into: str) -> None:
        """Puts another tag in the place of this one wherever it stands."""
        from casefile.store import tags

        person = self._desk.person
        self._desk.write(
            f"Merge tag “{name}” into “{into}”",
            lambda w: tags.rename_tag(w, name, into, person),
            lambda _: self._tell(tr("Tag “{name}” was merged into “{into}”.").format(name=name, into=into)),
        )

    def delete(self, name: str) -> None:
        """Takes the tag from every record, and out of the list."""
        from casefile.store import tags

        person = self._desk.person
        self._desk.write(
            f"Delete tag “{name}”",
            lambda w: tags.delete_tag(w, name, person),
            lambda _: self._tell(tr("Tag deleted: {name}.").format(name=name)),
        )

    def _tell(self, words: str) -> None:
        self._desk.tell_done(words)
