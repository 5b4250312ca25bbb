"""Composing a brief: what is chosen, kept as a draft; beside it the pages as they are printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from casefile.briefs.composition import BriefLanguage, Composition, PageSize, Template
from casefile.briefs.opening import is_long
from casefile.briefs.verbatim import Wording
from casefile.progress import Task
from casefile.translation import N_, language, tr
from ui.brief_preview import Preview, make_preview, preview_words
from ui.counts import count_of
from ui.desk import Desk
from ui.draft_keeping import DraftKeeping
from ui.giving_back import give_back
from ui.jobs import Lane
from ui.widgets.buttons import icon_button, text_button
from ui.widgets.composition_fields import CompositionFields
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import plain_label
from ui.widgets.page_view import PageView
from ui.widgets.pane import Pane

if TYPE_CHECKING:
    from casefile.briefs.drafts import Draft
    from casefile.store.store import Reader
    from ui.pdf_pages import PdfPages

PREVIEW = "brief preview"
DELAY_MS = 200
"""So long after the last change the pages are set again."""
TITLE = N_("Compose brief")


class ComposerPane(Pane):
    """The composition at the left, its pages at the right."""

    export_wanted = Signal(object)
    """Somebody wants this :class:`Composition` written."""
    back_wanted = Signal()
    quote_wanted = Signal(int)
    """Somebody wants to see a quote (its id) where it stands in its source."""
    _first_made = Signal(object, int)
    """The first :class:`PdfPages` of a long brief, and the turn in which they were asked for."""

    def __init__(self, desk: Desk, page_size: Callable[[], str], parent: QWidget | None = None) -> None:
        """``page_size`` gives the paper of new briefs, a value of :class:`PageSize`."""
        super().__init__(desk, tr(TITLE), parent)
        self._page_size = page_size
        self._pages: PdfPages | None = None
        self._case_in_sight: int | None = None
        self._origin = ""
        self._shown: Preview | None = None
        self._turn = 0
        """How often the pages were set."""
        self._has_all = False
        """Whether all pages of a brief are in sight."""
        self._first_made.connect(self._take_first, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.refresh)
        self._head = HeaderBar()
        self._head.lead(icon_button(tr("Back to the briefs"), "arrow-left", self.back_wanted.emit))
        self.new_button = text_button(tr("New draft"), self.begin)
        self.export_button = text_button(tr("Export…"), self._export, primary=True)
        self._head.add(self.new_button)
        self._head.add(self.export_button)
        self.fields = CompositionFields()
        self.notes = plain_label("", wrap=True)
        self.quote_button = text_button(tr("Show the quote"), self._show_quote)
        self.quote_button.hide()
        self._lost_quote = 0
        self.preview = PageView(tr("Pages of the brief"))
        self.draft = DraftKeeping(desk, self.fields.composition, self)
        self.draft.replaced.connect(self._show)
        self.draft.renamed.connect(lambda _: self._show_words())
        self._lay_out()
        self._start(self._fresh())
        self._show_words()
        self.fields.changed.connect(self._changed)
        self._store_path = desk.path
        desk.opened.connect(self._store_opened)
        desk.ending.connect(self._store_ending)

    def show_case(self, case_id: int | None) -> None:
        """Notes the case file that was in sight: a brief that nobody has begun yet is about it."""
        if case_id is not None:
            self._case_in_sight = case_id

    def begin(self) -> None:
        """Begins anew, about the case file that was in sight last; what was composed stays as a draft."""
        self.draft.keep_now()
        self._start(self._fresh())

    def open_draft(self, draft_id: int) -> None:
        """Goes on with a draft."""
        from casefile.briefs.drafts import open_draft

        self.draft.keep_now()
        self.desk.read("open draft", lambda reader: open_draft(reader, draft_id), self._open)

    def choose_template(self, template: Template) -> None:
        """Begins with the parts of a template; own words that are there stay."""
        self.fields.choose_template(template)

    def composition(self) -> Composition:
        """What is composed."""
        return self.fields.composition()

    def refresh(self) -> None:
        """Sets the pages again."""
        composition, draft_id, before = self.composition(), self.draft.draft_id, self._shown
        self._turn += 1
        turn = self._turn
        # Where pages are in sight they stay until the new ones are all there.
        show_first = None if self._has_all else lambda pages: self._first_made.emit(pages, turn)

        def make(reader: "Reader", task: Task) -> Preview:
            return make_preview(reader, composition, draft_id, before, task, show_first)

        self.desk.read_long(PREVIEW, make, self._take)

    def take_focus(self) -> None:
        """The keyboard goes to the parts."""
        self.fields.parts.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """A brief that nobody has begun is about the case file that was in sight."""
        if self.draft.is_untouched and self.composition().case_id != self._case_in_sight:
            self.begin()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight the pages' pictures are let go of, and made again when somebody comes back.

        So is all of a long brief: what it tells takes more memory than all else in the window. The pages of
        a short one stay, to be seen again at once.
        """
        super().hideEvent(event)
        self._timer.stop()
        self.desk.stop_reading(PREVIEW)
        self.draft.keep_now()
        self._stale = True
        self.preview.forget_pictures()
        is_short = self._shown is not None and not is_long(self._shown.whole)
        stay = is_short and self._has_all and self.desk.path is not None
        self._take_pages(self._pages if stay else None, has_all=False)
        if self._shown is not None and not is_short:
            self.fields.forget_told()
            self._let_go()
        else:
            self._beside(give_back)

    def _store_ending(self) -> None:
        """Out of sight no pages outlive the store that they are of."""
        if not self.isVisible():
            self._take_pages(None, has_all=False)

    def _store_opened(self) -> None:
        """The drafts of another store are other drafts."""
        if self.desk.path != self._store_path:
            self._store_path, self._case_in_sight, self._shown = self.desk.path, None, None
            self._start(self._fresh())

    def _fresh(self) -> Composition:
        """What a brief begins as: all parts, the paper of the settings, the language of the window."""
        return Composition(
            case_id=self._case_in_sight,
            sections=Template.FULL.sections,
            page_size=PageSize(self._page_size()),
            language=BriefLanguage.beside(language()),
        )

    def _start(self, composition: Composition) -> None:
        self.fields.show_composition(composition)
        self.draft.begin()
        self._set_again()

    def _open(self, draft: "Draft") -> None:
        self.fields.show_composition(draft.composition)
        self.draft.take(draft)
        self._set_again()

    def _show(self, composition: Composition) -> None:
        self.fields.show_composition(composition)
        self._set_again()

    def _take_pages(self, pages: "PdfPages | None", *, has_all: bool) -> None:
        before, self._pages, self._has_all = self._pages, pages, has_all
        if before is not None and before is not pages:
            self._beside(before.close)

    def _let_go(self) -> None:
        """Lets go of what is known of a long brief: a million objects take a while to go."""
        if self._shown is None or not is_long(self._shown.whole):
            self._shown = None
            return
        held = [self._shown]
        self._shown = None

        def free() -> None:
            held.clear()
            give_back()

        self._beside(free)

    def _beside(self, work: Callable[[], None]) -> None:
        """Does it beside the window, where there is a store and so a worker."""
        if self.desk.path is None:
            work()
            return
        self.desk.jobs.start("memory", Lane.READ, lambda _: work(), lambda _: None, self.desk.fail)

    def _take_first(self, pages: "PdfPages", turn: int) -> None:
        if turn != self._turn or not self.isVisible():
            self._beside(pages.close)
            return
        self._take_pages(pages, has_all=False)
        self.preview.show_pages(pages.sizes, self._ask_page)
        self._show_words(tr("The first pages; the others are being set"))

    def _take(self, preview: Preview) -> None:
        self._turn += 1
        if not self.isVisible():
            self._beside(preview.pages.close)
            return
        self._take_pages(preview.pages, has_all=True)
        self._let_go()
        self._shown = preview
        self.preview.show_pages(preview.pages.sizes, self._ask_page)
        self.fields.show_told(preview.told, preview.cases)
        self.draft.compare(preview.draft_id, preview.draft)
        pages = count_of(len(preview.pages.sizes), "page")
        self._show_words(f"{pages}, {count_of(preview.note_count, 'note')}")
        self.notes.setText(preview_words(preview))
        missing = [check for check in preview.checks if check.wording is Wording.NOT_FOUND]
        self._lost_quote = missing[0].quote_id if missing else 0
        self.quote_button.setVisible(self._lost_quote > 0)
        self.export_button.setEnabled(not missing)

    def _show_words(self, origin: str | None = None) -> None:
        """The draft's name, and how much it is; without ``origin`` that stays as it is."""
        self._origin = self._origin if origin is None else origin
        self._head.show_words(self.draft.name or tr(TITLE), self._origin)

    def _ask_page(self, page: int, width: int) -> None:
        pages = self._pages
        if pages is None:
            return

        def take(picture: QImage) -> None:
            if pages is self._pages and not picture.isNull():
                self.preview.take_picture(page, picture)

        self.desk.read(f"page {page} of the preview", lambda _: pages.image(page, width), take)

    def _export(self) -> None:
        self.draft.keep_now()
        self.export_wanted.emit(self.composition())

    def _show_quote(self) -> None:
        self.quote_wanted.emit(self._lost_quote)

    def _changed(self) -> None:
        self.draft.note_change()
        self._set_again()

    def _set_again(self) -> None:
        if self.isVisible():
            self._timer.start()
        else:
            self._stale = True

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        left = QWidget()
        column = bare(QVBoxLayout(left))
        column.addWidget(self.fields, 1)
        notes = QHBoxLayout()
        notes.setContentsMargins(pad, pad // 2, pad, pad // 2)
        notes.addWidget(self.notes, 1)
        notes.addWidget(self.quote_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(notes)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(1, 1)
        whole = bare(QVBoxLayout(self))
        whole.addWidget(self._head)
        whole.addWidget(self.split, 1)
