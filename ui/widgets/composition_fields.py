"""What a person chooses of a brief: its parts with own words, its title page, its style, what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from casefile.briefs.composition import (
    BriefLanguage,
    BriefPart,
    CitationStyle,
    Composition,
    NotePlace,
    PageSize,
    Template,
    template_of,
)
from casefile.translation import N_, tr
from ui.told_groups import ToldGroups
from ui.widgets.buttons import icon_button, text_button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.widgets.part_list import PartList
from ui.widgets.told_tree import ToldTree
from ui.widgets.tree_or_empty import TreeOrEmpty

if TYPE_CHECKING:
    from casefile.store.rows import CaseRow

LEAST_PARTS, LEAST_WORDS = 3, 2
"""Lines of the parts and of own words that are in sight in the smallest window."""
MARKDOWN_HELP = N_(
    "**bold**, *italics*, # heading, - list, 1. list, [words](https://…); an empty line begins a paragraph."
)
ALL_ACTIONS = N_("All actions")
GONE_CASE = N_("A case file that is gone")
_NOTHING_TOLD = (
    N_("Nothing to choose from yet"),
    N_("What you accept in the review can be left out of the brief here, fact by fact."),
)
_TITLE_PAGE = (
    ("title", N_("Title"), N_("Title of the case file")),
    ("organisation", N_("Organisation"), N_("Above the title")),
    ("recipient", N_("For"), N_("Whom the brief is for")),
    ("author", N_("From"), N_("Who answers for it")),
    ("marking", N_("Marking"), N_("Such as CONFIDENTIAL")),
)


@dataclass(frozen=True)
class _Choice:
    """A choice of how the brief is printed: the composition's field, its label, what can be chosen."""

    field: str
    label: str
    options: Sequence[tuple[StrEnum, str]]

    def of(self, box: QComboBox) -> StrEnum:
        """What is chosen; Qt gives back the bare text of it."""
        return type(self.options[0][0])(box.currentData())


_STYLE = (
    _Choice("page_size", N_("Paper"), ((PageSize.A4, "A4"), (PageSize.LETTER, N_("Letter")))),
    _Choice("language", N_("Language"), tuple((language, language.words) for language in BriefLanguage)),
    _Choice("citation_style", N_("Citations"), tuple((style, style.words) for style in CitationStyle)),
    _Choice("note_place", N_("Place of notes"), tuple((place, place.words) for place in NotePlace)),
)


class CompositionFields(QWidget):
    """Everything of a :class:`Composition`, shown and changed."""

    changed = Signal()
    """Somebody chose or wrote something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._left_out: frozenset[str] = frozenset()
        self._case_id: int | None = None
        self._cases: Sequence[CaseRow] = ()
        self.template, self.scope = ChoiceBox(tr("Template")), ChoiceBox(tr("Actions"))
        self.choices = {choice.field: ChoiceBox(tr(choice.label)) for choice in _STYLE}
        self.parts = PartList()
        self.heading, self.words = QLineEdit(), QPlainTextEdit()
        self.lines = {name: QLineEdit() for name, _, _ in _TITLE_PAGE}
        self.told = ToldTree()
        self._nothing_told = EmptyState("list-filter", *_NOTHING_TOLD)
        self._nothing_told.wait()
        self._fill_choices()
        self._lay_out()
        self._join()

    def composition(self) -> Composition:
        """What is chosen."""
        chosen: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        chosen |= {choice.field: choice.of(self.choices[choice.field]) for choice in _STYLE}
        return Composition(
            case_id=self._case_id, sections=self.parts.sections(), left_out=self._left_out, **chosen
        )

    def show_composition(self, composition: Composition) -> None:
        """Shows other choices; nobody made them here, so nothing is said of a change."""
        self._filling = True
        self._case_id, self._left_out = composition.case_id, composition.left_out
        for name, line in self.lines.items():
            line.setText(getattr(composition, name))
        for name, box in self.choices.items():
            box.setCurrentIndex(box.findData(getattr(composition, name)))
        self._show_template(composition)
        row = self.parts.currentRow()
        self.parts.show_sections(composition.sections)
        self.parts.setCurrentRow(max(0, min(row, self.parts.count() - 1)))
        self._show_scope()
        self.told.mark(self._left_out)
        self._filling = False

    def choose_template(self, template: Template) -> None:
        """Begins with the parts of a template; own words that are there stay."""
        own = [section for section in self.parts.sections() if section.part is BriefPart.TEXT]
        self.template.setCurrentIndex(self.template.findData(template))
        self.parts.show_sections([*own, *template.sections])

    def show_told(self, told: ToldGroups, cases: "Sequence[CaseRow]") -> None:
        """What the brief could tell, and the case files that it could be about."""
        self.told.show_told(told, self._left_out)
        self._nothing_told.say(*_NOTHING_TOLD)
        self._cases = cases
        self._show_scope()

    def forget_told(self) -> None:
        """Keeps no more of what the brief could tell than what of it is left out."""
        self.told.show_told(ToldGroups(), self._left_out)

    def _show_scope(self) -> None:
        with QSignalBlocker(self.scope):
            self.scope.clear()
            self.scope.addItem(tr(ALL_ACTIONS), None)
            for case in self._cases:
                self.scope.addItem(case.title, case.id)
            place = 0 if self._case_id is None else self.scope.findData(self._case_id)
            if place < 0:
                place = self.scope.count()
                self.scope.addItem(tr(GONE_CASE), self._case_id)
            self.scope.setCurrentIndex(place)

    def _show_template(self, composition: Composition) -> None:
        template = template_of(composition.sections)
        with QSignalBlocker(self.template):
            self.template.setCurrentIndex(-1 if template is None else self.template.findData(template))

    def _choose_scope(self) -> None:
        self._case_id = self.scope.currentData()
        self._tell()

    def _show_section(self) -> None:
        section = self.parts.chosen()
        is_own = section is not None and section.part is BriefPart.TEXT
        before, self._filling = self._filling, True
        self.heading.setText(section.heading if section else "")
        if self.words.toPlainText() != (section.text if section else ""):
            self.words.setPlainText(section.text if section else "")
        self._filling = before
        self._own.setVisible(is_own)
        self.remove_button.setEnabled(is_own)

    def _section_edited(self) -> None:
        section = self.parts.chosen()
        if section is not None and not self._filling:
            own = section.part is BriefPart.TEXT
            text = self.words.toPlainText() if own else ""
            self.parts.change_chosen(replace(section, heading=self.heading.text(), text=text))

    def _leave_out(self) -> None:
        self._left_out = self.told.left_out()
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _fill_choices(self) -> None:
        self.template.setPlaceholderText(tr("Own choice of parts"))
        for template in Template:
            self.template.addItem(tr(template.words), template)
        self.scope.addItem(tr(ALL_ACTIONS), None)
        for choice in _STYLE:
            for value, words in choice.options:
                self.choices[choice.field].addItem(tr(words), value)

    def _join(self) -> None:
        self.template.activated.connect(lambda _: self.choose_template(Template(self.template.currentData())))
        self.scope.activated.connect(lambda _: self._choose_scope())
        self.parts.sections_changed.connect(self._tell)
        self.parts.currentItemChanged.connect(lambda *_: self._show_section())
        self.heading.textEdited.connect(lambda _: self._section_edited())
        self.words.textChanged.connect(self._section_edited)
        self.told.left_out_changed.connect(self._leave_out)
        for line in self.lines.values():
            line.textEdited.connect(lambda _: self._tell())
        for box in self.choices.values():
            box.currentIndexChanged.connect(lambda _: self._tell())

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("What is composed"))
        self.tabs.addTab(self._parts_page(pad), tr("Parts"))
        self.tabs.addTab(self._title_page(pad), tr("Title page"))
        self.tabs.addTab(self._style_page(pad), tr("Style"))
        self.tabs.addTab(TreeOrEmpty(self.told, self._nothing_told), tr("Facts"))
        column = bare(QVBoxLayout(self))
        rows = [(tr("Template"), self.template), (tr("Actions"), self.scope)]
        column.addLayout(_form(pad, rows))
        column.addWidget(self.tabs, 1)

    def _parts_page(self, pad: int) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(pad, pad, pad, pad // 2)
        column.setSpacing(pad // 2)
        line = self.fontMetrics().lineSpacing()
        self.parts.setMinimumHeight(line * LEAST_PARTS)
        self.words.setMinimumHeight(line * LEAST_WORDS)
        column.addWidget(self.parts, 2)
        column.addLayout(self._part_buttons())
        self.heading.setPlaceholderText(tr("Heading; empty for the usual one"))
        self.heading.setAccessibleName(tr("Heading of the chosen part"))
        self.words.setAccessibleName(tr("Own words"))
        self.words.setTabChangesFocus(True)
        self._own = QWidget()
        own = bare(QVBoxLayout(self._own))
        own.addWidget(self.words, 1)
        own.addWidget(plain_label(tr(MARKDOWN_HELP), "muted", wrap=True))
        column.addWidget(self.heading)
        column.addWidget(self._own, 2)
        return page

    def _part_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.remove_button = text_button(tr("Remove"), self.parts.remove_own_words)
        for button in (
            icon_button(tr("Move up (Alt+Up)"), "arrow-up", lambda: self.parts.move_chosen(-1)),
            icon_button(tr("Move down (Alt+Down)"), "arrow-down", lambda: self.parts.move_chosen(1)),
        ):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove_button)
        row.addWidget(text_button(tr("Add own words"), self.parts.add_own_words))
        return row

    def _title_page(self, pad: int) -> QWidget:
        for name, label, hint in _TITLE_PAGE:
            self.lines[name].setPlaceholderText(tr(hint))
            self.lines[name].setAccessibleName(tr(label))
        page = QWidget()
        page.setLayout(_form(pad, [(tr(label), self.lines[name]) for name, label, _ in _TITLE_PAGE]))
        return page

    def _style_page(self, pad: int) -> QWidget:
        page = QWidget()
        page.setLayout(_form(pad, [(tr(choice.label), self.choices[choice.field]) for choice in _STYLE]))
        return page


def _form(pad: int, rows: Sequence[tuple[str, QWidget]]) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(pad, pad, pad, pad)
    form.setHorizontalSpacing(pad)
    form.setVerticalSpacing(pad // 2)
    for label, widget in rows:
        form.addRow(label, widget)
    return form
