"""The side of a review with the cards: how many wait, and where what is accepted goes. Knows no store."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefile.store.rows import CaseRow
from casefile.translation import tr
from ui.counts import count_of
from ui.widgets.buttons import text_button
from ui.widgets.card_list import CardList
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.header import bare
from ui.widgets.labels import plain_label


class CardSide(QWidget):
    """The cards below what belongs to all of them."""

    all_wanted = Signal()
    """Somebody accepts all that wait."""
    next_wanted = Signal()
    """Nothing waits any more: on to the next source."""

    def __init__(self, cards: CardList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = plain_label("", "muted")
        self._case = ChoiceBox(tr("Case file for accepted actions"))
        self._all = text_button(tr("Accept all"), self.all_wanted.emit)
        self._next = text_button(tr("Next source"), self.next_wanted.emit, primary=True)
        self._lay_out(cards)

    @property
    def case_id(self) -> int | None:
        """The case file that accepted actions go into, None for none."""
        found = self._case.currentData()
        return found if isinstance(found, int) else None

    def show_cases(self, cases: Sequence[CaseRow]) -> None:
        """Offers these case files; what was chosen stays chosen."""
        chosen = self._case.currentData()
        self._case.clear()
        self._case.addItem(tr("No case file"), None)
        for case in cases:
            self._case.addItem(case.title, case.id)
        self._case.setCurrentIndex(max(0, self._case.findData(chosen)))

    def show_waiting(self, waiting: int, undated: int = 0) -> None:
        """Says how many proposals wait, and how many events need a date before they can be accepted."""
        if waiting:
            said = tr("{waiting} to review").format(waiting=count_of(waiting + undated, "proposal"))
        else:
            said = (
                tr("{undated} without a date").format(undated=count_of(undated, "event"))
                if undated
                else tr("All reviewed")
            )
        self._left.setText(said)
        self._left.setToolTip(tr("Write the date of each, or reject it.") if undated else "")
        self._all.setVisible(waiting > 0)
        self._next.setVisible(waiting == 0)

    def _lay_out(self, cards: CardList) -> None:
        pad = self.fontMetrics().height() // 2
        top = QHBoxLayout()
        top.setSpacing(pad)
        top.setContentsMargins(pad, pad // 2, pad, pad // 2)
        top.addWidget(self._left, 1)
        top.addWidget(self._all)
        top.addWidget(self._next)
        below = QHBoxLayout()
        below.setSpacing(pad)
        below.setContentsMargins(pad, 0, pad, pad // 2)
        below.addWidget(plain_label(tr("Put actions into"), "muted"))
        below.addWidget(self._case, 1)
        column = bare(QVBoxLayout(self))
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(cards, 1)
