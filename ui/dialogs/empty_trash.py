"""The one confirmation of the program: emptying the trash cannot be undone."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from casefile.translation import tr, tr_n
from ui.asking import make_default
from ui.counts import count_of
from ui.notices import size_of
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casefile.store.trash import TrashContent

WIDTH_CHARACTERS = 62


class EmptyTrashDialog(QDialog):
    """Says what goes, what stays and why; Cancel is what Enter does."""

    def __init__(self, content: "TrashContent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Empty the trash"))
        self.setModal(True)
        self.words = "\n\n".join(explain(content))
        self.setAccessibleDescription(self.words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.empty = buttons.addButton(tr("Empty the trash"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.empty.setEnabled(content.rows > 0)
        self.empty.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        column.addWidget(plain_label(self.words, wrap=True), 1)
        column.addWidget(buttons)
        make_default(buttons, cancel)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS)
        cancel.setFocus()


def explain(content: "TrashContent") -> list[str]:
    """What emptying does, in sentences."""
    said = []
    if content.rows:
        said.append(
            tr_n(
                "{records} will be removed from the store for good{size}.",
                "{records} will be removed from the store for good{size}.",
                content.rows,
            ).format(records=count_of(content.rows, "record"), size=_size(content))
        )
    else:
        said.append(tr("Nothing in the trash can be removed."))
    if content.kept_sources:
        said.append(
            tr_n(
                "{sources} stays in the trash: accepted facts outside of it rest on passages there."
                " Move those actions to the trash first, or reject the facts.",
                "{sources} stay in the trash: accepted facts outside of it rest on passages there."
                " Move those actions to the trash first, or reject the facts.",
                content.kept_sources,
            ).format(sources=count_of(content.kept_sources, "source"))
        )
    if content.rows:
        said.append(
            tr(
                "This cannot be undone, and nothing that was done before can be undone afterwards."
                " The history keeps what it says of the records, but not the captured pages."
            )
        )
    return said


def _size(content: "TrashContent") -> str:
    if not content.original_bytes:
        return ""
    return tr(", with {size} of captured originals").format(size=size_of(content.original_bytes))
