"""What a brief could tell, to be left out one by one: actions with their facts, quotes, events."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from casefile.briefs.model import Brief
from casefile.translation import tr
from ui.plain import plain_tip

KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class _Group:
    """An action with its facts, or the quotes or events; ``key`` is "" for those that are no record."""

    words: str
    key: str
    told: tuple[tuple[str, str], ...]
    """Words and keys."""


class ToldTree(QTreeWidget):
    """Check marks; what is not checked is left out."""

    left_out_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(tr("What the brief tells"))
        self.setHeaderHidden(True)
        self._groups: list[_Group] = []
        self.itemChanged.connect(lambda *_: self.left_out_changed.emit())

    def show_brief(self, brief: Brief, left_out: frozenset[str]) -> None:
        """Everything that could be told; what is there already stays as it is, unfolded and in its place."""
        groups = _groups(brief)
        if groups == self._groups:
            return
        self._groups = groups
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.clear()
        for group in groups:
            head = self._add(self, group.words, group.key, left_out)
            for words, key in group.told:
                self._add(head, words, key, left_out)
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def mark(self, left_out: frozenset[str]) -> None:
        """Leaves out these and nothing else; nobody chose that here, so nothing is said of it."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        for item in self._items():
            if key := str(item.data(0, KEY) or ""):
                item.setCheckState(0, Qt.CheckState.Unchecked if key in left_out else Qt.CheckState.Checked)
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def left_out(self) -> frozenset[str]:
        """The keys of what is not checked."""
        return frozenset(
            str(item.data(0, KEY))
            for item in self._items()
            if item.data(0, KEY) and item.checkState(0) is Qt.CheckState.Unchecked
        )

    def _add(
        self, parent: QTreeWidget | QTreeWidgetItem, words: str, key: str, left_out: frozenset[str]
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [" ".join(words.split())])
        item.setToolTip(0, plain_tip(words))
        item.setData(0, KEY, key)
        if key:
            item.setCheckState(0, Qt.CheckState.Unchecked if key in left_out else Qt.CheckState.Checked)
        return item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.topLevelItemCount()):
            head = self.topLevelItem(row)
            if head is not None:
                yield head
                children = (head.child(place) for place in range(head.childCount()))
                yield from (child for child in children if child is not None)


def _groups(brief: Brief) -> list[_Group]:
    found = []
    for action in brief.actions:
        facts = dict.fromkeys((f"{fact.label}: {fact.value}", fact.key) for fact in action.facts if fact.key)
        record = "/".join(next(iter(facts))[1].split("/")[:2]) if facts else ""
        found.append(_Group(action.title, record, tuple(facts)))
    quotes = tuple((quote.text, quote.key) for quote in brief.quotes if quote.key)
    events = tuple((f"{event.date or ''} {event.what}", event.key) for event in brief.events if event.key)
    found += [
        _Group(name, "", told) for name, told in ((tr("Quotes"), quotes), (tr("Events"), events)) if told
    ]
    return found
