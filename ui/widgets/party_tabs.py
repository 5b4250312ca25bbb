"""The tabs of the chosen party or speaker: names, facts, actions, quotes, history. Knows no store."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from casefile import vocabulary
from casefile.store.rows import ActionRow, Evidence, Fact, QuoteRow
from casefile.translation import N_, tr
from ui.figures import figure
from ui.models.columns import ACTIONS, QUOTES
from ui.models.ids_model import Request
from ui.told import told, told_value
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_tree import EvidenceTree, origin
from ui.widgets.history_list import HistoryList
from ui.widgets.record_table import RecordTable
from ui.widgets.tree_or_empty import TreeOrEmpty

if TYPE_CHECKING:
    from casefile.store.history import HistoryLine
    from casefile.store.party_detail import KnownName, PartyDetail, SpeakerDetail

_NO_FACTS = (N_("Nothing more is known"), N_("“Edit…” adds the legal name, the LEI and the group."))
_NO_ACTIONS = (N_("No actions"), N_("No action in the store names this party."))
_NO_QUOTES = (N_("No quotes"), N_("The store has no quote of this party."))


class PartyTabs(QTabWidget):
    """What is known of one party or speaker."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""
    action_opened = Signal(int)
    history_wanted = Signal()
    """The history came into sight."""

    def __init__(
        self,
        request_actions: Request[ActionRow],
        request_quotes: Request[QuoteRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(tr("The chosen party"))
        self.tabBar().setAccessibleName(tr("Parts of the party"))
        self.names = EvidenceTree(
            N_("Names of the party"), (tr("Name"), tr("Origin"), tr("Source")), (38, 0, 30)
        )
        self.facts = EvidenceTree(
            N_("Facts of the party"), (tr("Fact"), tr("Value"), tr("Source")), (20, 0, 30)
        )
        self.action_table = RecordTable(
            N_("Actions of the party"), ACTIONS, request_actions, EmptyState("gavel", *_NO_ACTIONS)
        )
        self.quote_table = RecordTable(
            N_("Quotes of the party"), QUOTES, request_quotes, EmptyState("quote", *_NO_QUOTES)
        )
        self.history = HistoryList()
        self._facts_page = TreeOrEmpty(self.facts, EmptyState("users", *_NO_FACTS))
        self._titles: dict[QWidget, str] = {
            self.names: tr("&Names"), self._facts_page: tr("&Details"), self.action_table: tr("Ac&tions"),
            self.quote_table: tr("&Quotes"), self.history: tr("H&istory"),
        }  # fmt: skip
        for part, title in self._titles.items():
            self.addTab(part, title)
        for table in (self.action_table, self.quote_table):
            table.fix_order()
        for tree in (self.names, self.facts, self.history):
            tree.setRootIsDecorated(False)
            tree.passage_opened.connect(self.passage_opened)
        self.names.say_empty(tr("No source says what the role is."))
        self.action_table.opened.connect(lambda row: self.action_opened.emit(row.id))
        self.quote_table.opened.connect(self._open_quote)
        self.currentChanged.connect(lambda _: self._turned())

    @property
    def shows_history(self) -> bool:
        """Whether the history is in sight."""
        return self.currentWidget() is self.history

    def show_party(self, detail: "PartyDetail", *, same: bool) -> None:
        """Shows a party, or the same one read anew."""
        self._show_names(tr("&Names"), detail.names)
        self.facts.clear()
        for title, value, evidence in _described(detail):
            self.facts.add_row(self.facts, (title, value, origin(evidence) if evidence else ""), evidence)
        self.setTabVisible(self.indexOf(self._facts_page), True)  # noqa: FBT003  Qt's own signature
        self._show_lists(detail.action_ids, detail.quote_ids, same=same)

    def show_speaker(self, detail: "SpeakerDetail", *, same: bool) -> None:
        """Shows a speaker, or the same one read anew."""
        self._show_names(tr("R&oles"), detail.roles)
        self.setTabVisible(self.indexOf(self._facts_page), False)  # noqa: FBT003  Qt's own signature
        self._show_lists(detail.action_ids, detail.quote_ids, same=same)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes: the tabs scroll."""
        return QSize(0, super().minimumSizeHint().height())

    def _show_names(self, title: str, names: "Sequence[KnownName]") -> None:
        self._titles[self.names] = title
        self.names.setHeaderLabels(
            [tr("Name") if title == tr("&Names") else tr("Role"), tr("Origin"), tr("Source")]
        )
        self._count(self.names, len(names))
        self.names.clear()
        for name in names:
            source = origin(name.evidence) if name.evidence else ""
            self.names.add_row(self.names, (name.name, told(name.origin), source), name.evidence)

    def _show_lists(self, actions: Sequence[int], quotes: Sequence[int], *, same: bool) -> None:
        self.action_table.show_ids(actions)
        self.quote_table.show_ids(quotes)
        self._count(self.action_table, len(actions))
        self._count(self.quote_table, len(quotes))
        if self.shows_history:
            self.history_wanted.emit()
        elif not same:
            self.history.clear()

    def show_history(self, lines: "Sequence[HistoryLine]") -> None:
        """Shows what became of it."""
        self.history.show_lines(lines)

    def _count(self, part: QWidget, count: int) -> None:
        title = self._titles[part]
        self.setTabText(self.indexOf(part), f"{title} {figure(count)}" if count else title)

    def _open_quote(self, row: QuoteRow) -> None:
        self.passage_opened.emit(row.evidence.source_id, row.evidence.span)

    def _turned(self) -> None:
        if self.shows_history:
            self.history_wanted.emit()


def _described(detail: "PartyDetail") -> list[tuple[str, str, Evidence | None]]:
    """What identifies the party, then what claims say of it, each with its passage where there is one."""
    row, details = detail.row, detail.details
    known = (
        (tr("Code"), row.code),
        (tr("Jurisdiction"), row.jurisdiction),
        (tr("Kind of body"), told(vocabulary.label("body-kinds", details.body)) if details.body else ""),
        (tr("Legal name"), details.legal_name),
        (tr("English name"), details.english_name),
        (tr("Abbreviation"), details.abbreviation),
        (tr("LEI"), details.lei),
        (tr("Belongs to"), detail.group),
    )
    claimed = {told(fact.label) for fact in detail.facts if fact.live}
    rows: list[tuple[str, str, Evidence | None]] = [
        (title, value, None) for title, value in known if value and title not in claimed
    ]
    return rows + [
        (told(fact.label), told_value(fact.value), _first_passage(fact)) for fact in detail.facts if fact.live
    ]


def _first_passage(fact: Fact) -> Evidence | None:
    return next((passage for claim in fact.live for passage in claim.evidence), None)
