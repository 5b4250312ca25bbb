"""How the figures of a list are written, and what holds for all of its rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from casefile import vocabulary
from casefile.extraction.list_mapping import DEFAULTS, DateOrder, ListField, ListMapping, MappedColumn
from casefile.translation import N_, tr
from ui.dialogs.form_fields import read_currency
from ui.told import told
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import plain_label

_ORDERS = (
    (N_("Certain ones only"), DateOrder.UNSETTLED),
    (N_("Day first: 31.12.2024"), DateOrder.DAY_FIRST),
    (N_("Month first: 12/31/2024"), DateOrder.MONTH_FIRST),
    (N_("Year first: 24/12/31"), DateOrder.YEAR_FIRST),
)
_MARKS = ((N_("Point: 1,234.50"), "."), (N_("Comma: 1.234,50"), ","))
_LISTS = {ListField.KIND: "measure-kinds", ListField.STATUS: "action-statuses"}
_FEWEST_CHARACTERS = 9
_LINE = 3
"""Fields beside each other."""


class ListSettings(QWidget):
    """Marks, order of dates, currency, and the defaults."""

    changed = Signal()
    header_changed = Signal()

    def __init__(self, most_header: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = QSpinBox()
        self._header.setRange(0, most_header)
        self._header.setSpecialValueText(tr("None"))
        self._mark = _list(tuple((tr(words), mark) for words, mark in _MARKS))
        self._order = _list(tuple((tr(words), order) for words, order in _ORDERS))
        self.currency = QLineEdit()
        self.currency.setPlaceholderText(tr("EUR, USD, GBP"))
        self.defaults: dict[ListField, QLineEdit | QComboBox] = {
            field: _terms(_LISTS[field]) if field in _LISTS else QLineEdit() for field in DEFAULTS
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        named: list[tuple[str, QWidget]] = [
            (tr("Names in row"), self._header), (tr("Decimal mark"), self._mark),
            (tr("Dates in figures"), self._order), (tr("Currency"), self.currency),
        ]  # fmt: skip
        named += [
            (tr("{label}, else").format(label=told(field.label)), entry)
            for field, entry in self.defaults.items()
        ]
        for place, (name, entry) in enumerate(named):
            self._add(place, name, entry)
        self._header.valueChanged.connect(lambda _: self.header_changed.emit())
        for entry in (self._mark, self._order, self.currency, *self.defaults.values()):
            signal = entry.textChanged if isinstance(entry, QLineEdit) else entry.currentIndexChanged
            signal.connect(lambda _: self.changed.emit())

    @property
    def header(self) -> int:
        """The row that names the columns, 0 for none."""
        return self._header.value()

    def check(self) -> None:
        """Raises :class:`ui.dialogs.form_fields.FieldError` for an entry that is wrong."""
        read_currency("currency", self.currency.text())

    def mapping(self, columns: tuple[MappedColumn, ...]) -> ListMapping:
        """The mapping of these columns with what stands here."""
        currency = self.currency.text().strip().upper()
        return ListMapping(
            columns,
            self.header,
            currency,
            str(self._mark.currentData()),
            DateOrder(self._order.currentData()),
            {field: said for field, entry in self.defaults.items() if (said := _said(entry))},
        )

    def show_mapping(self, mapping: ListMapping, header: int) -> None:
        """Shows what a mapping says, without telling of a change."""
        blocked = self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self._header.setValue(header)
        self.currency.setText(mapping.currency)
        self._mark.setCurrentIndex(self._mark.findData(mapping.decimal_mark))
        self._order.setCurrentIndex(self._order.findData(mapping.date_order.value))
        for field, entry in self.defaults.items():
            said = mapping.defaults.get(field, "")
            if isinstance(entry, QComboBox):
                entry.setCurrentIndex(max(0, entry.findData(said)))
            else:
                entry.setText(said)
        self.blockSignals(blocked)

    def _add(self, place: int, name: str, entry: QWidget) -> None:
        line, column = divmod(place, _LINE)
        caption = plain_label(name, "muted")
        caption.setBuddy(entry)
        entry.setAccessibleName(name)
        self._grid.addWidget(caption, line, 2 * column)
        self._grid.addWidget(entry, line, 2 * column + 1)
        self._grid.setColumnStretch(2 * column + 1, 1)


def _said(entry: QLineEdit | QComboBox) -> str:
    return str(entry.currentData()) if isinstance(entry, QComboBox) else entry.text().strip()


def _list(options: tuple[tuple[str, str], ...]) -> QComboBox:
    entry = ChoiceBox("")
    entry.setMinimumContentsLength(_FEWEST_CHARACTERS)
    for label, code in options:
        entry.addItem(label, str(code))
    return entry


def _terms(name: str) -> QComboBox:
    terms = vocabulary.vocabulary(name).terms
    return _list(((tr("Not said"), ""), *((told(term.label()), term.code) for term in terms)))
