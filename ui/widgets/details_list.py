"""How a source is described, and where each value was found: what it says itself, what was guessed."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from casefile.languages import language_name
from casefile.metadata import Found
from casefile.store.rows import SourceRecord
from casefile.terms import label
from casefile.translation import N_, tr
from ui.counts import count_of
from ui.file_kinds import file_kind
from ui.models.columns import date_text, moment_text
from ui.notices import size_of
from ui.told import told
from ui.widgets.evidence_tree import EvidenceTree
from ui.widgets.wrapped_cells import WrappedCells

_HASH_PART = 16
_FOUND = N_("Found in")
"""The column that says where a value was found."""


class DetailsList(EvidenceTree):
    """One row for each thing that is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Details of the source"), (tr("Detail"), tr("Value"), tr(_FOUND)), (15, 0, 26), parent
        )
        self.setItemDelegate(WrappedCells(self))
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.header().sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.setRootIsDecorated(False)

    def show_source(self, record: SourceRecord) -> None:
        """Shows what is known of the source; what it does not say is left out."""
        self.clear()
        places = {one.field: _place(one) for one in record.found}
        for name, title, value in _described(record):
            if value:
                self.add_row(self, (title, value, places.get(name, "")))
        for title, value in _captured(record):
            if value:
                self.add_row(self, (title, value, ""))
        for note in record.notes:
            self.add_row(self, (tr("Note"), told(note), record.reader))
        self.columns.leave_out(tr(_FOUND), left_out=not (places or record.notes))


def _place(found: Found) -> str:
    return tr("guessed: {place}").format(place=told(found.where)) if found.guessed else told(found.where)


def _standing(record: SourceRecord) -> str:
    return tr("primary") if record.is_primary else tr("secondary")


def _described(record: SourceRecord) -> Iterator[tuple[str, str, str]]:
    row = record.row
    yield "title", tr("Title"), row.title
    yield "outlet", tr("Outlet"), row.outlet
    yield "authors", tr("Authors"), ", ".join(record.authors)
    yield "published", tr("Published"), date_text(row.published)
    yield "modified", tr("Changed"), date_text(record.modified)
    yield "url", tr("Address"), record.url
    yield "language", tr("Language"), language_name(row.language)
    yield "kind", tr("Kind"), f"{told(label(row.kind))}, {_standing(record)}"
    yield "licence", tr("Licence"), record.licence


def _captured(record: SourceRecord) -> Iterator[tuple[str, str]]:
    yield tr("Came in"), record.part_of
    yield tr("Saved"), date_text(record.captured_on)
    yield tr("Imported"), moment_text(record.captured_at)
    yield tr("File"), f"{record.row.file_name}, {file_kind(record.media_type)}, {size_of(record.byte_size)}"
    yield tr("Pages"), count_of(max(page.number for page in record.pages), "page") if record.pages else ""
    yield (
        tr("SHA-256"),
        " ".join(
            record.sha256[place : place + _HASH_PART] for place in range(0, len(record.sha256), _HASH_PART)
        ),
    )
