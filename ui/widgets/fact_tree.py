"""An action's facts by their groups, with every claim and passage below them, as a tree. Knows no store."""

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from casefile import vocabulary
from casefile.fields import FieldGroup, FieldKind, field
from casefile.store.rows import ClaimRow, Evidence, Fact, basis_label
from casefile.terms import ClaimState, label
from casefile.translation import tr, tr_c
from ui.figures import marks, quoted, sum_words
from ui.icons import icon
from ui.models.columns import date_text, moment_text
from ui.notices import sources_text
from ui.theme import colours_of
from ui.told import told, told_value
from ui.widgets.evidence_tree import EvidenceTree, embolden, origin
from ui.wording import reason_words

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail, KnownParty, MeasureRow
    from casefile.store.facts import LedgerLine

_PLACE = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.ItemDataRole.UserRole + 2
_PART_LISTS = {
    FieldKind.PARTY: ("capacity", "respondent-capacities"),
    FieldKind.PROVISION: ("finding", "findings"),
    FieldKind.IDENTIFIER: ("scheme", "identifier-schemes"),
    FieldKind.APPEAL: ("status", "appeal-statuses"),
    FieldKind.RELATION: ("relation", "relations"),
}
"""Of values with parts the one that has a controlled list, and that list."""
Parent = QTreeWidget | QTreeWidgetItem
Key = tuple[object, ...]


@dataclass(frozen=True)
class Place:
    """Where the cursor stands: on a fact or one of its claims; on a measure or one of its sums; on what is
    known of a party.
    """  # noqa: D205

    fact: Fact | None = None
    claim: ClaimRow | None = None
    measure: "MeasureRow | None" = None
    line: "LedgerLine | None" = None
    party: "KnownParty | None" = None


NOWHERE = Place()


class FactTree(EvidenceTree):
    """Facts of one action; a passage that is opened is asked for."""

    place_changed = Signal()
    """The cursor stands elsewhere: :attr:`place`."""
    edit_wanted = Signal()
    """A fact was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        titles = (tr("Fact"), tr("Value or passage"), tr("Source"))
        super().__init__(tr("Facts and evidence of the action"), titles, (26, 0, 36), parent)
        self.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self._folded: set[Key] = set()
        self._parts: set[Key] = set()
        self._detail: ActionDetail | None = None
        self._expected = ""
        self.currentItemChanged.connect(lambda *_: self.place_changed.emit())
        self.itemCollapsed.connect(lambda item: self._folded.add(item.data(0, _KEY)))
        self.itemExpanded.connect(lambda item: self._folded.discard(item.data(0, _KEY)))

    @property
    def place(self) -> Place:
        """Where the cursor stands."""
        item = self.currentItem()
        place = item.data(0, _PLACE) if item is not None else None
        return place if isinstance(place, Place) else NOWHERE

    def show_detail(self, detail: "ActionDetail | None", *, same: bool = False) -> None:
        """Shows the action, its facts unfolded; of the same one the cursor stays where it was."""
        self._detail = detail
        current = self.currentItem()
        key = current.data(0, _KEY) if same and current is not None else None
        scrolled = self.verticalScrollBar().value() if same else 0
        self._parts.clear()
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.clear()
        if detail is not None:
            for group in FieldGroup:
                self._add_group(group, detail)
        if not same:
            self._folded = set(self._parts)
        self._fold()
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        expected, self._expected = self._expected, ""
        if not (expected and self.choose_fact(expected)):
            self._go_back(key)
        self.verticalScrollBar().setValue(scrolled)
        self.place_changed.emit()

    def choose_fact(self, name: str) -> bool:
        """Puts the cursor on the last fact of that field that counts; false where there is none."""
        facts = [item for item in self._items() if _is_fact_of(item, name)]
        if facts:
            self.setCurrentItem(facts[-1])
        return bool(facts)

    def expect(self, name: str) -> None:
        """The next time the action is read anew the cursor goes to this field."""
        self._expected = name

    def _add_group(self, group: FieldGroup, detail: "ActionDetail") -> None:
        facts = [fact for fact in detail.facts if field(fact.field).group is group]
        measures = detail.measures if group is FieldGroup.MEASURES else ()
        if not facts and not measures:
            return
        heading = self._add(self, (told(label(group)), "", ""), NOWHERE, ("group", group))
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setForeground(0, self._muted())
        for fact in facts:
            item = self._add_fact(heading, fact, Place(fact), (fact.field, *_apart(fact)))
            embolden(item)
            party = detail.parties.get((fact.field, fact.value))
            if party is not None:
                self._add_party(item, fact, party)
        for measure in measures:
            self._add_measure(heading, measure)

    def _add_party(self, parent: QTreeWidgetItem, fact: Fact, party: "KnownParty") -> None:
        if party.name != json.loads(_shown_claim(fact).raw)["name"]:
            parent.setText(
                1, tr("{value} · known as {name}").format(value=told_value(fact.value), name=party.name)
            )
        for known in party.facts:
            place = Place(known, party=party)
            self._add_part(parent, known, place, ("party", *_apart(fact), party.id, known.field))

    def _add_measure(self, parent: Parent, measure: "MeasureRow") -> None:
        words = (
            tr_c("date", "until {date}").format(date=date_text(measure.deadline)) if measure.deadline else "",
            measure.note,
        )
        cells = (told(measure.label), " · ".join(word for word in words if word), "")
        item = self._add(parent, cells, Place(measure=measure), ("measure", measure.id))
        embolden(item)
        for fact in measure.facts:
            self._add_part(item, fact, Place(fact, None, measure), ("measure", measure.id, fact.field))
        for line in measure.entries:
            self._add_line(item, measure, line)

    def _add_line(self, parent: Parent, measure: "MeasureRow", line: "LedgerLine") -> None:
        place = Place(line.fact, None, measure, line)
        item = self._add_fact(parent, line.fact, place, ("sum", line.entry_id))
        embolden(item)
        basis = told(basis_label(line.basis))
        item.setText(
            0, tr("{basis}, per {period}").format(basis=basis, period=told(line.per)) if line.per else basis
        )
        words = (told_value(line.fact.value), date_text(line.dated), line.note)
        item.setText(1, " · ".join(word for word in words if word))
        if line.converted is not None:
            day = date_text(line.rate_date)
            cells = (
                tr("Converted"),
                sum_words(line.converted),
                tr("at {rate}, reference rate of {day}").format(rate=marks(str(line.rate)), day=day),
            )
            self._add(item, cells, place, ("conversion", line.entry_id))
        for fact in line.facts:
            part = Place(fact, None, measure, line)
            self._add_part(item, fact, part, ("sum", line.entry_id, fact.field))

    def _add_part(self, parent: Parent, fact: Fact, place: Place, key: Key) -> None:
        """A fact of a measure, a sum or a party: folded at first, for its value mostly stands above."""
        self._add_fact(parent, fact, place, key)
        self._parts.add(key)

    def _add_fact(self, parent: Parent, fact: Fact, place: Place, key: Key) -> QTreeWidgetItem:
        item = self._add(parent, (told(fact.label), told_value(fact.value), _standing(fact)), place, key)
        if fact.in_conflict:
            item.setIcon(2, icon("triangle-alert"))
        if not fact.live:
            self._grey(item)
        for claim in fact.claims:
            self._add_claim(item, claim, place)
        return item

    def _add_claim(self, parent: QTreeWidgetItem, claim: ClaimRow, place: Place) -> None:
        """A live claim of a source that says what the fact says shows only its passages; others are named."""
        fact = place.fact
        if fact is None:
            return
        place = dataclasses.replace(place, claim=claim)
        live = claim.state is ClaimState.ACCEPTED
        if not live or claim.value != fact.value or not claim.evidence:
            by_hand = live and claim.is_own and claim.value == fact.value
            cells = (
                (tr("By hand"), claim.reason, " · ".join(filter(None, (claim.source, _reviewed(claim)))))
                if by_hand
                else (told(label(claim.state)), told_value(claim.value), _decided(claim))
            )
            parent = self._add(parent, cells, place, ("claim", claim.id))
            if not live:
                self._grey(parent)
        for evidence in claim.evidence:
            cells = ("", quoted(evidence.exact), origin(evidence))
            key = ("passage", claim.id, evidence.passage_id)
            item = self._add(parent, cells, place, key, evidence)
            if not live:
                self._grey(item)

    def _add(
        self,
        parent: Parent,
        cells: tuple[str, str, str],
        place: Place,
        key: Key,
        evidence: Evidence | None = None,
    ) -> QTreeWidgetItem:
        item = self.add_row(parent, cells, evidence)
        item.setData(0, _PLACE, place)
        item.setData(0, _KEY, key)
        return item

    def _grey(self, item: QTreeWidgetItem) -> None:
        for column in range(self.columnCount()):
            item.setForeground(column, self._muted())

    def changeEvent(self, event: QEvent) -> None:
        """Muted rows and icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_detail(self._detail, same=True)

    def _muted(self) -> QBrush:
        return QBrush(QColor(colours_of(self.palette()).muted))

    def _fold(self) -> None:
        for item in self._items():
            item.setExpanded(item.data(0, _KEY) not in self._folded)

    def _go_back(self, key: Key | None) -> None:
        found = next((item for item in self._items() if key is not None and item.data(0, _KEY) == key), None)
        if found is None:
            found = next((item for item in self._items() if item.data(0, _PLACE) != NOWHERE), None)
        if found is not None:
            self.setCurrentItem(found)

    def _items(self) -> Iterable[QTreeWidgetItem]:
        waiting = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                yield item
                waiting = [item.child(row) for row in range(item.childCount())] + waiting

    def _open(self, item: QTreeWidgetItem) -> None:
        super()._open(item)
        place = item.data(0, _PLACE)
        if item.data(0, Qt.ItemDataRole.UserRole) is None and place not in (None, NOWHERE):
            self.edit_wanted.emit()


def _is_fact_of(item: QTreeWidgetItem, name: str) -> bool:
    place = item.data(0, _PLACE)
    if not isinstance(place, Place) or place.fact is None or place.claim is not None:
        return False
    part = place.party is not None or (place.measure is not None and name != "amount")
    return not part and place.fact.field == name and bool(place.fact.live)


def _apart(fact: Fact) -> Key:
    """What tells facts of one field apart, where there are several values."""
    return (fact.claims[0].raw,) if field(fact.field).many or fact.field == "amount" else ()


def _standing(fact: Fact) -> str:
    """How many sources say so, and whether they agree; of a fact that does not count why."""
    if not fact.live:
        return told(label(fact.claims[-1].state)) if fact.claims else ""
    words = [sources_text(fact.source_count, fact.independent_count) or tr("entered by hand")]
    if fact.in_conflict:
        words.append(tr("conflict"))
    if not _is_listed(fact):
        words.append(tr("not in the list"))
    return " · ".join(words)


def _is_listed(fact: Fact) -> bool:
    """Whether the value, or the part of it that has a controlled list, is of that list."""
    entry, value = field(fact.field), json.loads(_shown_claim(fact).raw)
    if entry.vocabulary:
        return vocabulary.is_listed(entry.vocabulary, value)
    part, name = _PART_LISTS.get(entry.kind, ("", ""))
    code = value.get(part, "") if part else ""
    return not code or vocabulary.is_listed(name, code)


def _shown_claim(fact: Fact) -> ClaimRow:
    """The claim whose value the fact shows."""
    return next((claim for claim in fact.live if claim.value == fact.value), fact.claims[-1])


def _decided(claim: ClaimRow) -> str:
    """Who decided on the claim and why; the rule that made it where nobody said why."""
    return " · ".join(part for part in (claim.reason or reason_words(claim.rule), _reviewed(claim)) if part)


def _reviewed(claim: ClaimRow) -> str:
    return f"{claim.reviewer}, {moment_text(claim.decided_at)}" if claim.reviewer else ""
