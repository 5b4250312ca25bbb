"""Rival values side by side, each with everyone who says it and the passages in which they do."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from casefile.store.conflict_rows import Conflict, Rival, Witness
from casefile.terms import label
from casefile.translation import in_sentence, tr
from ui.counts import count_of
from ui.figures import figure, quoted
from ui.models.columns import date_text
from ui.notices import sources_text
from ui.told import told, told_value
from ui.widgets.labels import plain_label
from ui.widgets.passage_button import PassageButton

CARD_CHARACTERS = 30
"""Narrower cards stand below one another."""
SHOWN_WITNESSES = 6
SHOWN_PASSAGES = 3


class RivalCards(QWidget):
    """One card for each value; of an open conflict one of them can be chosen."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""

    def __init__(self, conflict: Conflict, *, choosing: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rivals = conflict.rivals
        self.choices: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self._choosing = choosing
        self._is_settled = conflict.settlement is not None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cards = [self._card(rival) for rival in conflict.rivals]
        self._columns = 0
        self._arrange(len(self._cards))

    @property
    def chosen(self) -> Rival:
        """The value that is chosen, at first the one that the record follows."""
        return self.rivals[max(0, self._group.checkedId())]

    def minimumSizeHint(self) -> QSize:
        """As narrow as one card."""
        return QSize(self._narrowest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards beside one another as there is room for."""
        super().resizeEvent(event)
        room = max(
            1, (event.size().width() + self._grid.spacing()) // (self._narrowest + self._grid.spacing())
        )
        self._arrange(min(room, len(self._cards)))

    @property
    def _narrowest(self) -> int:
        return self.fontMetrics().averageCharWidth() * CARD_CHARACTERS

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, int(column < columns))

    def _card(self, rival: Rival) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setSpacing(self.fontMetrics().height() // 4)
        if self._choosing:
            column.addWidget(self._choice(rival))
        else:
            column.addWidget(plain_label(told_value(rival.value), "heading", wrap=True))
        column.addWidget(plain_label(self._standing(rival), "muted", wrap=True))
        for witness in rival.witnesses[:SHOWN_WITNESSES]:
            self._add_witness(column, witness)
        if len(rival.witnesses) > SHOWN_WITNESSES:
            more = len(rival.witnesses) - SHOWN_WITNESSES
            column.addWidget(
                plain_label(
                    tr("and {more}, in the facts").format(more=count_of(more, "more source")), "muted"
                )
            )
        column.addStretch()
        return card

    def _choice(self, rival: Rival) -> QRadioButton:
        choice = QRadioButton(told_value(rival.value).replace("&", "&&"))
        choice.setChecked(rival.is_present)
        choice.setObjectName("rival")
        choice.setAccessibleDescription("; ".join((self._standing(rival), *_told(rival))))
        self._group.addButton(choice, len(self.choices))
        self.choices.append(choice)
        return choice

    def _standing(self, rival: Rival) -> str:
        """How much speaks for the value, and whether the record follows it."""
        words = [sources_text(rival.source_count, rival.independent_count) or tr("entered by hand")]
        if rival.primary_count:
            words.append(tr("{count} primary").format(count=figure(rival.primary_count)))
        if rival.is_present:
            words.append(tr("chosen") if self._is_settled else tr("shown until settled"))
        return " · ".join(words)

    def _add_witness(self, column: QVBoxLayout, witness: Witness) -> None:
        column.addSpacing(self.fontMetrics().height() // 4)
        column.addWidget(plain_label(_named(witness), wrap=True))
        column.addWidget(plain_label(_described(witness), "muted", wrap=True))
        for evidence in witness.passages[:SHOWN_PASSAGES]:
            button = PassageButton(evidence)
            button.clicked.connect(
                lambda _=False, shown=evidence: self.passage_opened.emit(shown.source_id, shown.span)
            )
            column.addWidget(button)
        if len(witness.passages) > SHOWN_PASSAGES:
            more = len(witness.passages) - SHOWN_PASSAGES
            column.addWidget(
                plain_label(tr("and {more}").format(more=count_of(more, "more passage")), "muted")
            )


def _told(rival: Rival) -> Iterator[str]:
    """Who says so and in which words, for those who listen."""
    for witness in rival.witnesses:
        yield f"{_named(witness)}, {_described(witness)}"
        yield from (quoted(evidence.exact) for evidence in witness.passages)


def _named(witness: Witness) -> str:
    source = witness.source
    if source is None:
        return tr("Entered by {person}").format(person=witness.person)
    title = "" if source.title == source.name else source.title
    return " · ".join(part for part in (source.name, title) if part)


def _described(witness: Witness) -> str:
    source = witness.source
    if source is None:
        return tr("by hand, without a source")
    words = [
        date_text(source.published) or tr("no date"),
        f"{in_sentence(told(label(source.kind)))}, {tr('primary') if source.is_primary else tr('secondary')}",
    ]
    if witness.same_text_as:
        words.append(tr("same text as {source}: counts once").format(source=witness.same_text_as))
    return " · ".join(words)
