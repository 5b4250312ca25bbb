"""What a brief could tell, to be left out one by one: actions with their facts, quotes, events."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from casefile.translation import tr
from ui.plain import plain_tip
from ui.told_groups import Group, ToldGroups

KEY = Qt.ItemDataRole.UserRole
AT_ONCE = 300
"""As many lines are added in one turn of the event loop: five thousand actions have sixty thousand."""


class ToldTree(QTreeWidget):
    """Check marks; what is not checked is left out.

    Of what is long the rest follows turn by turn, and what an action tells when somebody unfolds it.
    """

    left_out_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(tr("What the brief tells"))
        self.setHeaderHidden(True)
        self._told = ToldGroups()
        self._left_out: set[str] = set()
        self._folded: dict[int, Group] = {}
        """By their places those of which nobody has seen more than the head."""
        self._outdated = 0
        """So many heads are those of a brief that is not shown any more."""
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._add_some)
        self.itemChanged.connect(self._changed)
        self.itemExpanded.connect(self._unfold)

    def show_told(self, told: ToldGroups, left_out: frozenset[str]) -> None:
        """Everything that could be told; what is there already stays as it is, unfolded and in its place."""
        if told is self._told or told == self._told:
            return
        self._told = told
        self._left_out = set(left_out & told.keys)
        self._folded.clear()
        self._outdated = self.topLevelItemCount()
        self._add_some()
        self._more.start()

    def mark(self, left_out: frozenset[str]) -> None:
        """Leaves out these and nothing else; nobody chose that here, so nothing is said of it."""
        self._left_out = set(left_out & self._told.keys)
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        for item in _children(self.invisibleRootItem()):
            if key := str(item.data(0, KEY) or ""):
                item.setCheckState(0, Qt.CheckState.Unchecked if key in left_out else Qt.CheckState.Checked)
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def left_out(self) -> frozenset[str]:
        """The keys of what is not checked."""
        return frozenset(self._left_out)

    def _add_some(self) -> None:
        """The next groups: the first ones with all that they tell, later ones with their heads.

        Before them those of another brief go, as many in one turn.
        """
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        for place in range(self._outdated - 1, max(-1, self._outdated - 1 - AT_ONCE), -1):
            self.takeTopLevelItem(place)
        self._outdated = max(0, self._outdated - AT_ONCE)
        if self._outdated:
            self.blockSignals(False)  # noqa: FBT003  Qt's own signature
            return
        start = added = self.topLevelItemCount()
        for place in range(start, len(self._told.groups)):
            group = self._told.groups[place]
            head = self._add(self, group.words, group.key)
            added += 1
            if added + len(group.told) <= AT_ONCE:
                added += self._add_told(head, group)
            elif group.told:
                self._folded[place] = group
                head.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            if added - start >= AT_ONCE:
                break
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        if self.topLevelItemCount() == len(self._told.groups):
            self._more.stop()

    def _unfold(self, head: QTreeWidgetItem) -> None:
        group = self._folded.pop(self.indexOfTopLevelItem(head), None)
        if group is not None:
            self.blockSignals(True)  # noqa: FBT003  Qt's own signature
            self._add_told(head, group)
            self.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def _add_told(self, head: QTreeWidgetItem, group: Group) -> int:
        for words, key in group.told:
            self._add(head, words, key)
        return len(group.told)

    def _changed(self, item: QTreeWidgetItem) -> None:
        key = str(item.data(0, KEY) or "")
        if not key:
            return
        if item.checkState(0) is Qt.CheckState.Unchecked:
            self._left_out.add(key)
        else:
            self._left_out.discard(key)
        self.left_out_changed.emit()

    def _add(self, parent: QTreeWidget | QTreeWidgetItem, words: str, key: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [" ".join(words.split())])
        item.setToolTip(0, plain_tip(words))
        item.setData(0, KEY, key)
        if key:
            item.setCheckState(0, Qt.CheckState.Unchecked if key in self._left_out else Qt.CheckState.Checked)
        return item


def _children(parent: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for place in range(parent.childCount()):
        child = parent.child(place)
        if child is not None:
            yield child
            yield from _children(child)
