"""Asks what the columns of a list mean: its first rows, a chooser above each, and what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casefile import vocabulary
from casefile.errors import CasefileError
from casefile.extraction.action_lists import RowOutcome, row_outcomes
from casefile.extraction.list_guess import guess_of_rows
from casefile.extraction.list_mapping import (
    ListField,
    ListMapping,
    MappedColumn,
    column_names,
    header_of,
    placed_columns,
)
from casefile.tables import Row, rows_of
from casefile.translation import N_, tr
from ui.asking import make_default
from ui.counts import count_of
from ui.dialogs.list_settings import ListSettings
from ui.notices import error_words
from ui.plain import plain_tip
from ui.told import told
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.evidence_tree import EvidenceTree
from ui.widgets.labels import plain_label
from ui.wording import card_text

SHOWN_ROWS = 10
SHOWN_ACTIONS = 10
LOOKED_AT = 200
"""Rows that the preview is made of; the others are counted beside the window."""
COLUMN_CHARACTERS = 24
ROW_HEIGHT = 1.5
WIDTH_CHARACTERS, HEIGHT_LINES = 130, 40
MOST_OF_SCREEN = 0.94
WAIT_MS = 120
_FILES = N_("Mappings (*.json)")
_NOTHING = "-"
_OFTEN = (
    "case-number", "decision-number", "docket", "ecli", "enforcement-tracker", "ftc-matter", "ico-reference",
    "register-page", "other",
)  # fmt: skip
"""Kinds of identifiers that are offered at once; a mapping that was loaded may have any."""


@dataclass(frozen=True)
class ListCounts:
    """What a mapping makes of all rows of a list."""

    proposals: int
    problems: int
    left_out: int


Count = Callable[[ListMapping, Callable[[ListCounts], None]], None]
"""Counts beside the window; the answer may come later, or never where another question came after."""


def counts_of(outcomes: Sequence[RowOutcome]) -> ListCounts:
    """The counts of these rows."""
    problems = sum(outcome.proposal is None for outcome in outcomes)
    return ListCounts(len(outcomes) - problems, problems, sum(len(outcome.warnings) for outcome in outcomes))


class ListMappingDialog(QDialog):
    """Columns, marks and defaults; :attr:`mapping` is what was chosen."""

    def __init__(
        self, name: str, text: str, language: str, count: Count, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Actions from list"))
        self.setModal(True)
        self._language = language
        self._count = count
        # A line more than is looked at, so that the last one is whole.
        self._text = "\n".join(text.split("\n", LOOKED_AT)[:LOOKED_AT])
        self._rows: tuple[Row, ...] = rows_of(self._text)
        self._total = text.count("\n") + 1
        self._schemes = list(_OFTEN)
        self.choosers: list[QComboBox] = []
        self.table = QTableWidget()
        self.settings = ListSettings(min(len(self._rows), 20))
        self.preview = EvidenceTree(N_("First actions"), (tr("Action"), tr("Details")), (34, 0))
        self.preview.setRootIsDecorated(False)
        self.said = plain_label("", "muted", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        roles = QDialogButtonBox.ButtonRole
        self.load = self._buttons.addButton(tr("Load mapping…"), roles.ResetRole)
        self.save = self._buttons.addButton(tr("Save mapping…"), roles.ResetRole)
        self.make = self._buttons.addButton(tr("Make proposals"), roles.AcceptRole)
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._lay_out(name)
        self._join()
        self.show_mapping(guess_of_rows(self._rows))
        if self.choosers:
            self.choosers[0].setFocus()

    @property
    def mapping(self) -> ListMapping:
        """What stands in the dialog."""
        names = column_names(self._rows, self.settings.header)
        columns = []
        for place, chooser in enumerate(self.choosers):
            code = str(chooser.currentData())
            if code != _NOTHING:
                field, _, scheme = code.partition(":")
                column = names[place] if place < len(names) and names[place] else place + 1
                columns.append(MappedColumn(column, ListField(field), scheme))
        return self.settings.mapping(tuple(columns))

    def show_mapping(self, mapping: ListMapping) -> None:
        """Shows another mapping; :class:`casefile.errors.CasefileError` where it does not fit the list."""
        placed = placed_columns(mapping, self._rows)
        header = header_of(mapping, self._rows)
        self._schemes += sorted(
            {column.scheme for column in mapping.columns if column.scheme} - set(self._schemes)
        )
        self.settings.show_mapping(mapping, header)
        self._fill(header, placed)
        self.revise()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard brings a chooser into sight."""
        if event.type() == QEvent.Type.FocusIn and watched in self.choosers:
            place = next(place for place, chooser in enumerate(self.choosers) if chooser is watched)
            self.table.scrollTo(self.table.model().index(0, place))
        return super().eventFilter(watched, event)

    def revise(self) -> None:
        """Shows what the mapping makes of the first rows, and asks for the count of all."""
        self._wait.stop()
        mapping = self.mapping
        self.preview.clear()
        try:
            self.settings.check()
            outcomes = list(row_outcomes(self._text, mapping, self._language))
        except CasefileError as error:
            self._say(error_words(error), possible=False)
            return
        made = [outcome.proposal for outcome in outcomes if outcome.proposal is not None]
        for proposal in made[:SHOWN_ACTIONS]:
            words = card_text(proposal)
            item = self.preview.add_row(self.preview, (words.headline, " · ".join(words.details)))
            item.setToolTip(1, plain_tip("\n".join(words.details)))
        self._show_counts(mapping, counts_of(outcomes), outcomes)
        if len(self._rows) < self._total:
            self._count(mapping, lambda counts: self._take_counts(mapping, counts, outcomes))

    def load_from(self, path: Path) -> None:
        """Shows the mapping of a file, or says why that cannot be."""
        from casefile.intake.action_lists import read_mapping

        try:
            self.show_mapping(read_mapping(path))
        except CasefileError as error:
            self._say(error_words(error), possible=self.make.isEnabled())

    def save_to(self, path: Path) -> None:
        """Writes the mapping to a file, or says why that cannot be."""
        from casefile.intake.action_lists import write_mapping

        try:
            mapping = self.mapping
            free = replace(mapping, header=None)
            found = header_of(free, self._rows) == mapping.header
            write_mapping(path, free if found else mapping)
        except CasefileError as error:
            self._say(error_words(error), possible=self.make.isEnabled())
        else:
            self._say(
                tr("Mapping saved: {path}").format(path=path), possible=self.make.isEnabled(), look="muted"
            )

    def _take_counts(self, mapping: ListMapping, counts: ListCounts, outcomes: Sequence[RowOutcome]) -> None:
        if mapping == self.mapping:
            self._show_counts(mapping, counts, outcomes, whole=True)

    def _show_counts(
        self, mapping: ListMapping, counts: ListCounts, outcomes: Sequence[RowOutcome], *, whole: bool = False
    ) -> None:
        if not mapping.columns:
            self._say(tr("Choose above at least one column what it holds."), possible=False, look="muted")
            return
        of_all = whole or len(self._rows) == self._total
        words = [count_of(counts.proposals, "proposal") + ("" if of_all else tr(" in the first rows"))]
        if counts.problems:
            words.append(tr("{problems} without one").format(problems=count_of(counts.problems, "row")))
        if counts.left_out:
            words.append(tr("{left_out} left out").format(left_out=count_of(counts.left_out, "cell")))
        first = next((words for outcome in outcomes for words in _complaints(outcome)), "")
        said = ", ".join(words) + "."
        self._say(f"{said} {first}" if first else said, possible=counts.proposals > 0, look="muted")

    def _say(self, words: str, *, possible: bool, look: str = "wrong") -> None:
        self.said.setText(words)
        self.said.setObjectName(look)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.make.setEnabled(possible)
        self.save.setEnabled(bool(self.choosers))

    def _fill(self, header: int, placed: dict[int, MappedColumn]) -> None:
        """The table: names in its head, a chooser in its first row, the list's own rows below."""
        names = column_names(self._rows, header)
        body = self._rows[header : header + SHOWN_ROWS]
        self.table.clear()
        self.table.setColumnCount(len(names))
        self.table.setRowCount(1 + len(body))
        self.table.setHorizontalHeaderLabels(
            [name or tr("Column {place}").format(place=place + 1) for place, name in enumerate(names)]
        )
        self.choosers = [self._chooser(place, names[place], placed.get(place)) for place in range(len(names))]
        for line, row in enumerate(body, start=1):
            for place in range(len(names)):
                item = QTableWidgetItem(row.words(place))
                item.setToolTip(plain_tip(row.words(place)))
                self.table.setItem(line, place, item)
        self.table.setRowHeight(0, self.choosers[0].sizeHint().height() + 4 if self.choosers else 0)

    def _chooser(self, place: int, name: str, column: MappedColumn | None) -> QComboBox:
        chooser = ChoiceBox(tr("What column {name} holds").format(name=name or place + 1))
        chooser.addItem(tr("Not used"), _NOTHING)
        for field in ListField:
            if field is not ListField.IDENTIFIER:
                chooser.addItem(told(field.label), field.value)
        for scheme in self._schemes:
            chooser.addItem(
                told(vocabulary.label("identifier-schemes", scheme)), f"{ListField.IDENTIFIER}:{scheme}"
            )
        if column is not None:
            scheme = f":{column.scheme or 'other'}" if column.field is ListField.IDENTIFIER else ""
            chooser.setCurrentIndex(max(0, chooser.findData(f"{column.field}{scheme}")))
        chooser.installEventFilter(self)
        chooser.setMaxVisibleItems(len(ListField) + 2)
        chooser.currentIndexChanged.connect(partial(self._chosen, place))
        self.table.setCellWidget(0, place, chooser)
        return chooser

    def _chosen(self, place: int, _: int) -> None:
        """A field that is there once moves to the column where it was chosen last."""
        code = str(self.choosers[place].currentData())
        field = ListField(code.partition(":")[0]) if code != _NOTHING else None
        if field is not None and not field.many:
            for other, chooser in enumerate(self.choosers):
                if other != place and chooser.currentData() == code:
                    chooser.setCurrentIndex(0)
        self._wait.start()

    def _follow_header(self) -> None:
        """Another row names the columns: they are guessed anew."""
        header = self.settings.header
        guess = replace(guess_of_rows(self._rows, header), header=header)
        self._fill(header, placed_columns(guess, self._rows))
        self._wait.start()

    def _join(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.load.clicked.connect(self._load)
        self.save.clicked.connect(self._save)
        self.settings.changed.connect(self._wait.start)
        self.settings.header_changed.connect(self._follow_header)
        self._wait.timeout.connect(self.revise)

    def _load(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Load mapping"), "", tr(_FILES))
        if path:
            self.load_from(Path(path))

    def _save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save mapping"), "mapping.json", tr(_FILES))
        if path:
            self.save_to(Path(path))

    def _lay_out(self, name: str) -> None:
        self.make.setObjectName("primary")
        table, metrics = self.table, self.fontMetrics()
        table.setAccessibleName(tr("First rows of the list"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(metrics.height() * ROW_HEIGHT))
        table.horizontalHeader().setDefaultSectionSize(metrics.averageCharWidth() * COLUMN_CHARACTERS)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        column = QVBoxLayout(self)
        rows = count_of(self._total, "row")
        column.addWidget(
            plain_label(
                tr("{name}: {rows}. What do the columns hold?").format(name=name, rows=rows),
                "heading",
                wrap=True,
            )
        )
        column.addWidget(table, 3)
        column.addWidget(self.settings)
        column.addWidget(self.preview, 2)
        column.addWidget(self.said)
        column.addWidget(self._buttons)
        make_default(self._buttons, self.make)
        wide, high = metrics.averageCharWidth() * WIDTH_CHARACTERS, metrics.height() * HEIGHT_LINES
        room = self.screen().availableSize() * MOST_OF_SCREEN
        self.resize(min(wide, room.width()), min(high, room.height()))


def _complaints(outcome: RowOutcome) -> list[str]:
    own = (
        [tr("Row {number}: {problem}").format(number=outcome.number, problem=told(outcome.problem))]
        if outcome.problem
        else []
    )
    return own + [told(warning.message) for warning in outcome.warnings]
