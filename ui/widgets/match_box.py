"""The actions in the store that a proposal may be about, with what agrees and what conflicts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from casefile.store.matches import ActionMatch
from casefile.translation import tr
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import text_button
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.wording import match_text


class MatchBox(QWidget):
    """One match below the other, the most probable first; it says what a person wants and decides nothing."""

    joined = Signal(int)
    """More evidence of that action (its id)."""
    compared = Signal(int)
    """That action (its id) is to be seen beside the proposal."""
    kept_apart = Signal()
    """A new action although one in the store matches."""

    def __init__(self, matches: Sequence[ActionMatch], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = bare(QVBoxLayout(self))
        column.setSpacing(self.fontMetrics().height() // 4)
        for place, match in enumerate(matches):
            self._add(column, match, first=place == 0)

    def _add(self, column: QBoxLayout, match: ActionMatch, *, first: bool) -> None:
        words = match_text(match)
        column.addWidget(plain_label(words.headline, "match" if match.is_likely else "muted", wrap=True))
        column.addWidget(plain_label(match.title, wrap=True))
        if words.agreements:
            column.addWidget(plain_label(words.agreements, "muted", wrap=True))
        for conflict in words.conflicts:
            column.addWidget(plain_label(conflict, "conflict", wrap=True))
        join = text_button(tr("Add as evidence"), lambda: self.joined.emit(match.action_id))
        join.setAccessibleName(
            tr("Add as evidence to action {number}: {title}").format(
                number=match.action_id, title=match.title
            )
        )
        if first:
            join.setToolTip(tr("Enter or M") if match.is_likely else "M")
        compare = text_button(tr("Compare"), lambda: self.compared.emit(match.action_id))
        compare.setAccessibleName(
            tr("Compare with action {number}: {title}").format(number=match.action_id, title=match.title)
        )
        compare.setToolTip("C" if first else "")
        buttons = [compare, join]
        if match.is_likely:
            apart = text_button(tr("Keep as new"), self.kept_apart.emit)
            apart.setAccessibleName(
                tr("Keep as new, apart from action {number}: {title}").format(
                    number=match.action_id, title=match.title
                )
            )
            apart.setToolTip("N")
            buttons.append(apart)
        column.addWidget(ButtonRow(buttons))
