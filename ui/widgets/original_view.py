"""The original of a source as it was saved: shown as text, markup and all, or opened elsewhere as a copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from casefile.store.rows import SourceRecord
from casefile.translation import N_, tr
from ui.file_kinds import file_kind
from ui.notices import size_of
from ui.offsets import shown
from ui.original_copies import OriginalText, warning_of
from ui.widgets.buttons import text_button
from ui.widgets.header import bare
from ui.widgets.labels import ElidedLabel, plain_label
from ui.widgets.text_reader import TextReader

_NO_TEXT = N_("This original is no text. Open a copy to see it as it was saved.")
_CUT = N_("Only the beginning is shown.")


class OriginalView(QWidget):
    """What is known of the file, a warning where there is one, and its characters."""

    copy_wanted = Signal()
    """Somebody wants to open a copy in another program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The original as it was saved"))
        self.about = ElidedLabel("", "muted")
        self.warning = _note("conflict")
        self.note = _note("muted")
        self.open_button = text_button(tr("Open a copy…"), self.copy_wanted.emit)
        self.text = TextReader(tr("Characters of the original"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.open_file: Callable[[Path], bool] = _open
        """Opens a file in the program of the system for its kind; whether that could be done."""
        self.shown: int | None = None
        """The source whose characters are shown."""
        self._lay_out()

    def show_record(self, record: SourceRecord) -> None:
        """Says what the file is; its characters are shown when they are read."""
        kind, size = file_kind(record.media_type), size_of(record.byte_size)
        self.about.show_text(f"{record.row.file_name} · {kind} · {size}")
        words = warning_of(record.media_type)
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self.open_button.setText(tr("Open a copy anyway") if words else tr("Open a copy"))
        self.open_button.setAccessibleName(self.open_button.text())
        self.open_button.setAccessibleDescription(words)
        self.open_button.setToolTip(tr("A read-only copy, removed when Casefile is closed"))
        self.note.hide()
        self.shown = None
        self.text.show_text("")

    def show_original(self, original: OriginalText) -> None:
        """Shows the characters."""
        self.shown = original.source_id
        words = original.note if original.text else tr(_NO_TEXT)
        words = words if original.is_whole else f"{tr(_CUT)} {words}".strip()
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.text.setVisible(bool(original.text))
        self.text.show_text(shown(original.text))

    def open_copy(self, path: Path) -> None:
        """Opens it in the program of the system."""
        if not self.open_file(path):
            self.note.setText(
                tr("No program opens this kind of file. The copy lies in {parent}.").format(
                    parent=path.parent
                )
            )
            self.note.show()

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        row = QHBoxLayout()
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self.about, 1)
        row.addWidget(self.open_button)
        column = bare(QVBoxLayout(self))
        column.addLayout(row)
        for label in (self.warning, self.note):
            label.setContentsMargins(pad, 0, pad, pad // 2)
            column.addWidget(label)
        column.addWidget(self.text, 1)
        column.addStretch()


def _note(look: str) -> QLabel:
    label = plain_label("", look, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    return label


def _open(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
