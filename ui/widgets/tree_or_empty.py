"""A tree, or what is said where nothing is in it. Imports the empty state."""

from PySide6.QtWidgets import QStackedWidget, QTreeWidget, QWidget

from ui.widgets.empty_state import EmptyState


class TreeOrEmpty(QStackedWidget):
    """Turns to the words by itself as soon as the tree has no row, and back."""

    def __init__(self, tree: QTreeWidget, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree, self.empty = tree, empty
        self.addWidget(tree)
        self.addWidget(empty)
        model = tree.model()
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        self.setCurrentWidget(self.tree if self.tree.topLevelItemCount() else self.empty)
