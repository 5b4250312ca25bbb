"""Composing a brief: its parts, its title page, what is left out; beside it the pages as they are printed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from casefile.briefs.composition import BriefPart, Composition, PageSize, Template
from casefile.briefs.verbatim import Wording
from casefile.progress import Task
from ui.brief_preview import Preview, make_preview, preview_words
from ui.desk import Desk
from ui.notices import count_of
from ui.widgets.buttons import icon_button, text_button
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import plain_label
from ui.widgets.page_view import PageView
from ui.widgets.pane import Pane
from ui.widgets.part_list import PartList
from ui.widgets.told_tree import ToldTree

if TYPE_CHECKING:
    from casefile.store.rows import CaseRow
    from casefile.store.store import Reader
    from ui.pdf_pages import PdfPages

PREVIEW = "brief preview"
DELAY_MS = 200
"""So long after the last change the pages are set again."""
LEAST_PARTS, LEAST_WORDS = 3, 2
"""Lines of the parts and of own words that are in sight in the smallest window."""
MARKDOWN_HELP = "**bold**, *italics*, # heading, - list, 1. list; an empty line begins a paragraph."
_TITLE_PAGE = (
    ("title", "Title", "Empty for the case file's own"),
    ("organisation", "Organisation", "Above the title"),
    ("recipient", "For", "Whom the brief is for"),
    ("author", "From", "Who answers for it"),
    ("marking", "Marking", "Such as CONFIDENTIAL"),
)


class ComposerPane(Pane):
    """The composition at the left, its pages at the right."""

    export_wanted = Signal(object)
    """Somebody wants this :class:`Composition` written."""
    back_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Compose brief", parent)
        self._pages: PdfPages | None = None
        self._filling = False
        self._left_out: frozenset[str] = frozenset()
        self._case_id: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.refresh)
        self._head = HeaderBar()
        self._head.lead(icon_button("Back to the briefs", "arrow-left", self.back_wanted.emit))
        self.export_button = text_button("Export…", self._export, primary=True)
        self._head.add(self.export_button)
        self.template, self.scope, self.paper = QComboBox(), QComboBox(), QComboBox()
        self.parts = PartList()
        self.heading, self.words = QLineEdit(), QPlainTextEdit()
        self.lines = {name: QLineEdit() for name, _, _ in _TITLE_PAGE}
        self.told = ToldTree()
        self.notes = plain_label("", wrap=True)
        self.preview = PageView("Pages of the brief")
        self._fill_choices()
        self._lay_out()
        self._join()
        self.choose_template(Template.FULL)

    def show_case(self, case_id: int | None) -> None:
        """Composes a brief of the case file that was in sight."""
        if case_id is not None and case_id != self._case_id:
            self._case_id = case_id
            self._store_changed()

    def choose_template(self, template: Template) -> None:
        """Begins with the parts of a template; own words that are there stay."""
        own = [section for section in self.parts.sections() if section.part is BriefPart.TEXT]
        self.template.setCurrentIndex(self.template.findData(template))
        self.parts.show_sections([*own, *template.sections])

    def composition(self) -> Composition:
        """What is composed."""
        words = {name: line.text().strip() for name, line in self.lines.items()}
        return Composition(
            case_id=self._case_id,
            sections=self.parts.sections(),
            page_size=PageSize(self.paper.currentData()),
            left_out=self._left_out,
            title=words["title"],
            organisation=words["organisation"],
            author=words["author"],
            recipient=words["recipient"],
            marking=words["marking"],
        )

    def refresh(self) -> None:
        """Sets the pages again."""
        composition = self.composition()

        def make(reader: "Reader", task: Task) -> Preview:
            return make_preview(reader, composition, task)

        self.desk.read_long(PREVIEW, make, self._take)

    def take_focus(self) -> None:
        """The keyboard goes to the parts."""
        self.parts.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight the pages are let go of, and set again when somebody comes back."""
        super().hideEvent(event)
        self._timer.stop()
        self.desk.stop_reading(PREVIEW)
        self._stale = True
        self._take_pages(None)

    def _take_pages(self, pages: "PdfPages | None") -> None:
        before, self._pages = self._pages, pages
        if before is not None:
            before.close()

    def _take(self, preview: Preview) -> None:
        if not self.isVisible():
            preview.pages.close()
            return
        self._take_pages(preview.pages)
        self.preview.show_pages(preview.pages.sizes, self._ask_page)
        self.told.show_brief(preview.whole, self._left_out)
        self._show_cases(preview.cases)
        pages = count_of(len(preview.pages.sizes), "page")
        self._head.show_words("Compose brief", f"{pages}, {count_of(len(preview.brief.notes()), 'note')}")
        self.notes.setText(preview_words(preview))
        missing = any(check.wording is Wording.NOT_FOUND for check in preview.checks)
        self.export_button.setEnabled(not missing)

    def _show_cases(self, cases: "Sequence[CaseRow]") -> None:
        self._filling = True
        self.scope.clear()
        self.scope.addItem("All actions", None)
        for case in cases:
            self.scope.addItem(case.title, case.id)
        self.scope.setCurrentIndex(max(0, self.scope.findData(self._case_id)))
        self._filling = False

    def _choose_scope(self) -> None:
        self._case_id = self.scope.currentData()
        self._changed()

    def _ask_page(self, page: int, width: int) -> None:
        pages = self._pages
        if pages is None:
            return

        def take(picture: QImage) -> None:
            if pages is self._pages and not picture.isNull():
                self.preview.take_picture(page, width, picture)

        self.desk.read(f"page {page} of the preview", lambda _: pages.image(page, width), take)

    def _export(self) -> None:
        self.export_wanted.emit(self.composition())

    def _changed(self) -> None:
        if not self._filling and self.isVisible():
            self._timer.start()
        elif not self._filling:
            self._stale = True

    def _template_chosen(self) -> None:
        self.choose_template(Template(self.template.currentData()))

    def _show_section(self) -> None:
        section = self.parts.chosen()
        is_own = section is not None and section.part is BriefPart.TEXT
        self._filling = True
        self.heading.setText(section.heading if section else "")
        if self.words.toPlainText() != (section.text if section else ""):
            self.words.setPlainText(section.text if section else "")
        self._filling = False
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
        self._changed()

    def _fill_choices(self) -> None:
        for template in Template:
            self.template.addItem(template.words, template)
        self.scope.addItem("All actions", None)
        for size, words in ((PageSize.A4, "A4"), (PageSize.LETTER, "Letter")):
            self.paper.addItem(words, size)
        for box, name in ((self.template, "Template"), (self.scope, "Actions"), (self.paper, "Paper")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)

    def _join(self) -> None:
        self.template.activated.connect(lambda _: self._template_chosen())
        self.scope.activated.connect(lambda _: self._choose_scope())
        self.paper.currentIndexChanged.connect(lambda _: self._changed())
        self.parts.sections_changed.connect(self._changed)
        self.parts.currentItemChanged.connect(lambda *_: self._show_section())
        self.heading.textEdited.connect(lambda _: self._section_edited())
        self.words.textChanged.connect(self._section_edited)
        self.told.left_out_changed.connect(self._leave_out)
        for line in self.lines.values():
            line.textEdited.connect(lambda _: self._changed())

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("What is composed")
        self.tabs.addTab(self._parts_page(pad), "Parts")
        self.tabs.addTab(self._title_page(pad), "Title page")
        self.tabs.addTab(self.told, "Facts")
        left = QWidget()
        column = bare(QVBoxLayout(left))
        column.addLayout(self._choices(pad))
        column.addWidget(self.tabs, 1)
        notes = QHBoxLayout()
        notes.setContentsMargins(pad, pad // 2, pad, pad // 2)
        notes.addWidget(self.notes)
        column.addLayout(notes)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(1, 1)
        whole = bare(QVBoxLayout(self))
        whole.addWidget(self._head)
        whole.addWidget(self.split, 1)
        self._head.show_words("Compose brief")

    def _choices(self, pad: int) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(pad, pad, pad, pad)
        form.setHorizontalSpacing(pad)
        form.addRow("Template", self.template)
        form.addRow("Actions", self.scope)
        form.addRow("Paper", self.paper)
        return form

    def _parts_page(self, pad: int) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(pad, pad, pad, pad // 2)
        column.setSpacing(pad // 2)
        line = self.fontMetrics().lineSpacing()
        self.parts.setMinimumHeight(line * LEAST_PARTS)
        self.words.setMinimumHeight(line * LEAST_WORDS)
        column.addWidget(self.parts, 2)
        row = QHBoxLayout()
        self.remove_button = text_button("Remove", self.parts.remove_own_words)
        for button in (
            icon_button("Move up (Alt+Up)", "arrow-up", lambda: self.parts.move_chosen(-1)),
            icon_button("Move down (Alt+Down)", "arrow-down", lambda: self.parts.move_chosen(1)),
        ):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove_button)
        row.addWidget(text_button("Add own words", self.parts.add_own_words))
        column.addLayout(row)
        self.heading.setPlaceholderText("Heading; empty for the usual one")
        self.heading.setAccessibleName("Heading of the chosen part")
        self.words.setAccessibleName("Own words")
        self.words.setTabChangesFocus(True)
        self._own = QWidget()
        own = bare(QVBoxLayout(self._own))
        own.addWidget(self.words, 1)
        own.addWidget(plain_label(MARKDOWN_HELP, "muted", wrap=True))
        column.addWidget(self.heading)
        column.addWidget(self._own, 2)
        return page

    def _title_page(self, pad: int) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(pad, pad, pad, pad)
        form.setHorizontalSpacing(pad)
        for name, label, hint in _TITLE_PAGE:
            self.lines[name].setPlaceholderText(hint)
            self.lines[name].setAccessibleName(label)
            form.addRow(label, self.lines[name])
        return page
