"""The parts of :mod:`tests.benchmarks.walk`: what is done in the window, and what each may take."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

import ui.app
from casefile.settings import Settings
from casefile.terms import PartyKind
from tests.benchmarks.walk_steps import (
    AGAIN,
    away_and_back,
    biggest_case,
    changed_rows,
    clear,
    command_name,
    elsewhere,
    go,
    head_of,
    in_case,
    jobs_done,
    memory,
    opened,
    type_fast,
)
from tests.benchmarks.walker import Act, Try, Walker
from ui.main_window import MainWindow
from ui.quiet_steps import QuietSteps
from ui.widgets.list_head import ListHead
from ui.widgets.record_table import RecordTable

SIZE = (1920, 1080)
OPEN_MS, FILTER_MS, NEXT_MS = 100.0, 150.0, 100.0
"""What issue 6 asks for."""
NOT_ASKED = 0.0
LISTS = ("actions", "sources", "quotes", "timeline", "parties", "tags", "briefs", "trash_place", "inbox")
"""The commands of the views that are lists."""
FRAMES, CHOSEN, REVIEWED = 60, 12, 12
TYPED = {"actions": ("respondent 12", "data prot"), "sources": ("fin", "ref0000", "lumivara"),
         "quotes": ("fin", "lumivara")}  # fmt: skip
"""What finds something at every letter."""
SORTED = {"sources": ("title", "published", "added"), "actions": ("amount", "title", "decided"),
          "quotes": ("speaker", "text")}  # fmt: skip
FACETS = {"actions": ("authority", "respondent", "year", "kind", "status", "currency"),
          "sources": ("kind", "outlet", "language", "year"),
          "quotes": ("speaker", "role", "language", "year")}  # fmt: skip


def walk(walker: Walker, only: Sequence[str] = ()) -> None:
    """All of it, in the order in which a person may do it; or only some parts, by the functions' names."""
    memory(walker, "Memory of the window on the inbox")
    for part in (lists, overview, sorting, scrolling, filtering, facets, grouping, choosing, selecting,
                 searching, editing, reviewing, cases, drawn, palette, composing):  # fmt: skip
        if not only or part.__name__ in only:
            part(walker)
            memory(walker, f"Memory after {part.__name__}")


def lists(walker: Walker) -> None:
    """Each list for the first time, and what the window has in memory then; then each again."""
    for command in LISTS:
        name = command_name(walker.window, command)
        walker.time(f"{name}, first time", OPEN_MS, [opened(walker, command, for_new=False)])
        memory(walker, f"Memory after {name}")
    for command in LISTS:
        opening(walker, command)


def opening(walker: Walker, command: str) -> None:
    """A list again, then after something changed."""
    window, name = walker.window, command_name(walker.window, command)
    walker.time(f"{name}, again", OPEN_MS, away_and_back(walker, command, for_new=False))

    def changed() -> Iterator[Try]:
        for _ in range(AGAIN):
            elsewhere(walker, command)
            window.desk.changed.emit()
            walker.settle()
            yield opened(walker, command, for_new=True)

    walker.time(f"{name}, after a change", OPEN_MS, changed())


def overview(walker: Walker) -> None:
    """The overview has no list: it is there when nothing is left to be read."""
    window = walker.window

    def tries() -> Iterator[Try]:
        for turn in range(AGAIN):
            elsewhere(walker, "dashboard")
            if turn:
                window.desk.changed.emit()
                walker.settle()
            yield window.commands["dashboard"].trigger, lambda: window.desk.jobs.idle

    walker.time("Overview", NOT_ASKED, tries())


def sorting(walker: Walker) -> None:
    """By columns whose order differs most."""
    for view, names in SORTED.items():
        table = go(walker, view)
        tries = [changed_rows(walker, table, partial(table.sort_by, name)) for name in names for _ in (1, 2)]
        walker.time(f"Sorting {view}", OPEN_MS, tries)


def scrolling(walker: Walker) -> None:
    """Row by row, page by page, and anywhere as with the bar's handle."""
    for view in ("actions", "sources", "quotes", "timeline"):
        table = go(walker, view)
        scroll(walker, view, table.view)
    quotes = walker.window.quotes
    go(walker, "quotes")
    quotes.turn()
    walker.settle()
    scroll(walker, "the wall of quotes", quotes.wall)
    quotes.turn()
    walker.window.go("parties")
    walker.window.parties.show_list(PartyKind.RESPONDENT)
    walker.settle()
    scroll(walker, "respondents", walker.window.parties.table.view)


def scroll(walker: Walker, what: str, view: QAbstractItemView) -> None:
    """Sixty frames of each way."""
    bar = view.verticalScrollBar()
    random = Random(1)  # noqa: S311
    start, step, page = bar.maximum() // 3, max(1, bar.singleStep()), bar.pageStep()
    places = {
        "row by row": [start + frame * step for frame in range(FRAMES)],
        "page by page": [start + frame * page for frame in range(FRAMES)],
        "anywhere": [random.randrange(max(1, bar.maximum())) for _ in range(FRAMES)],
    }
    for way, values in places.items():
        walker.frames(f"Scrolling {what}, {way}", [partial(bar.setValue, value) for value in values])
    bar.setValue(0)
    walker.settle()


def filtering(walker: Walker) -> None:
    """Letter by letter, each until its rows are there; then fast, as one types."""
    for view, typed in TYPED.items():
        table, head = go(walker, view), head_of(walker)

        def letters(
            table: RecordTable = table, head: ListHead = head, typed: Sequence[str] = typed
        ) -> Iterator[Try]:
            for word in typed:
                for letter in word:
                    yield changed_rows(walker, table, partial(QTest.keyClicks, head.filter, letter))
                clear(walker, head)

        walker.time(f"Filtering {view}, each letter", FILTER_MS, letters())

        def words(
            table: RecordTable = table, head: ListHead = head, typed: Sequence[str] = typed
        ) -> Iterator[Try]:
            for word in typed:
                type_fast(walker, head.filter, word[:-1])
                yield changed_rows(walker, table, partial(QTest.keyClicks, head.filter, word[-1]))
                clear(walker, head)

        walker.time(f"Filtering {view}, the last of fast letters", FILTER_MS, words())


def facets(walker: Walker) -> None:
    """Every facet's values, and narrowing by one of them."""
    for view, names in FACETS.items():
        table, head = go(walker, view), head_of(walker)

        def values(head: ListHead = head, names: Sequence[str] = names) -> Iterator[Try]:
            for name in names:
                yield partial(head.facets.open, name), partial(has_values, head)
                head.facets.popup.close()

        walker.time(f"Values of the facets of {view}", FILTER_MS, values())
        head.facets.open("year")
        walker.settle()
        item = head.facets.popup.values.topLevelItem(0)
        assert item is not None
        check = partial(item.setCheckState, 0, Qt.CheckState.Checked)
        walker.time(f"Narrowing {view} to a year", FILTER_MS, [changed_rows(walker, table, check)])
        head.facets.popup.close()
        clear(walker, head)


def has_values(head: ListHead) -> bool:
    """Whether the open facet shows anything."""
    return head.facets.popup.values.topLevelItemCount() > 0


def grouping(walker: Walker) -> None:
    """Actions by each of their groups, quotes by speaker, folded and unfolded."""
    for view in ("actions", "quotes"):
        table, head = go(walker, view), head_of(walker)
        places = [*range(1, head.group.count()), 0]
        tries = [changed_rows(walker, table, partial(head.group.setCurrentIndex, place)) for place in places]
        walker.time(f"Grouping {view}", NOT_ASKED, tries)


def choosing(walker: Walker) -> None:
    """The next row: what is shown of it below the list."""
    for view in ("actions", "sources"):
        table = go(walker, view)
        table.choose(table.model.ids[0])
        walker.settle()
        down = partial(QTest.keyClick, table.view, Qt.Key.Key_Down)
        walker.time(
            f"The next of {view} below the list", NEXT_MS, [(down, jobs_done(walker)) for _ in range(CHOSEN)]
        )


def selecting(walker: Walker) -> None:
    """All of a list, and none of it again."""
    for view in ("actions", "sources", "quotes"):
        table = go(walker, view)
        every: Act = table.view.selectAll
        one: Act = partial(table.choose, table.model.ids[0])
        walker.time(f"Selecting all {view}", NOT_ASKED, [(every, jobs_done(walker))])
        walker.time(f"And one of {view} again", NOT_ASKED, [(one, jobs_done(walker))])


def searching(walker: Walker) -> None:
    """Everything, letter by letter."""
    window = walker.window
    go(walker, "actions")

    def letters() -> Iterator[Try]:
        for word in TYPED["sources"]:
            for letter in word:
                yield partial(QTest.keyClicks, window.search_box, letter), jobs_done(walker)
            window.search_box.clear()
            walker.settle()

    walker.time("Searching everything, each letter", FILTER_MS, letters())


def editing(walker: Walker) -> None:
    """A tag on an action and on a source, undone and done again, until the list is read anew."""
    window = walker.window
    for view, kind in (("actions", "action"), ("sources", "source")):
        table = go(walker, view)
        field = window.views.tag_field()
        assert field is not None
        table.choose(table.model.ids[0])
        walker.settle()
        tries: list[Try] = [
            (partial(field.added.emit, f"timed {kind}"), jobs_done(walker)),
            (window.commands["undo"].trigger, jobs_done(walker)),
            (window.commands["redo"].trigger, jobs_done(walker)),
            (window.commands["undo"].trigger, jobs_done(walker)),
        ]
        walker.time(f"A tag on one of {view}, undone, done again", NOT_ASKED, tries)


def reviewing(walker: Walker) -> None:
    """The next article of the inbox, and accepting its first card."""
    window = walker.window
    table = go(walker, "inbox")
    text = walker.sight_of(window.review.reader.viewport())
    window.start_review(table.model.ids[0])
    walker.settle()

    def tries() -> Iterator[Try]:
        for _ in range(REVIEWED):
            before = window.review.source_id

            def act() -> None:
                text.look(for_new=False)
                window.commands["next_source"].trigger()

            def done(before: int | None = before) -> bool:
                return window.review.source_id != before and window.desk.jobs.idle and text.is_there

            yield act, done

    walker.time("Reviewing the next article", NEXT_MS, tries())
    accept = window.commands["accept"].trigger
    walker.time("Accepting a proposal", NOT_ASKED, [(accept, jobs_done(walker)) for _ in range(CHOSEN)])


def cases(walker: Walker) -> None:
    """The parts of the case file with 5,000 actions, each from the same of the whole store."""
    window = walker.window
    case_id = biggest_case(walker)
    for part in ("actions", "sources", "quotes", "timeline"):

        def tries(part: str = part) -> Iterator[Try]:
            for _ in range(AGAIN):
                go(walker, part)
                yield in_case(walker, case_id, part)

        walker.time(f"Case file of 5,000 actions: {part}", OPEN_MS, tries())
    window.go("inbox")


def drawn(walker: Walker) -> None:
    """The drawing of the timeline: 5,000 dates of a case file, then of the whole store the newest."""
    window = walker.window
    middle = sorted(window.errands.cases, key=lambda case: case.action_count)[-2]
    places: dict[str, Act] = {
        f"{2 * middle.action_count:,} dates": partial(window.go_to_case, middle.id, "timeline"),
        "the newest 20,000 dates": partial(window.go, "timeline"),
    }
    for what, place in places.items():
        place()
        walker.settle()
        drawing = window.timeline.drawing
        for zoom in (1, 8, 64):
            drawing.fit()
            drawing.zoom(zoom)
            walker.settle()
            for bar in (drawing.horizontalScrollBar(), drawing.verticalScrollBar()):
                bar.setValue(bar.maximum() // 2)
            walker.settle()
            moves = [partial(drawing.pan, 7, frame % 2) for frame in range(FRAMES)]
            walker.frames(f"Panning {what} at {zoom} times", moves)
        zooms = [(window.commands["zoom_in"].trigger, jobs_done(walker))] * 4
        walker.time(f"Magnifying {what}", NOT_ASKED, zooms)


def palette(walker: Walker) -> None:
    """Every command by a few letters."""
    window = walker.window
    opened = walker.window.commands["palette"].trigger

    def tries() -> Iterator[Try]:
        yield opened, window.around.palette.isVisible
        for letter in "sources":
            yield partial(QTest.keyClicks, window.around.palette.line, letter), lambda: True
        window.around.palette.hide()

    walker.time("The command palette, each letter", FILTER_MS, tries())


def composing(walker: Walker) -> None:
    """A small brief's pages; then one of 5,000 actions, left again while its pages are being made."""
    window = walker.window
    composer = window.composer  # made before the case file is in sight, which it takes over
    open_composer = window.commands["composer"].trigger
    by_size = sorted(window.errands.cases, key=lambda case: case.action_count)
    window.go_to_case(by_size[0].id, "briefs")
    walker.settle()
    walker.time(f"Composing a brief of {by_size[0].action_count} actions, until its pages are there",
                NOT_ASKED, [(open_composer, jobs_done(walker))])  # fmt: skip
    window.go_to_case(by_size[-1].id, "briefs")
    walker.settle()
    pages = walker.sight_of(composer.preview.viewport())

    def begin() -> None:
        pages.look(for_new=False)
        open_composer()

    def there() -> bool:
        return pages.is_there

    name = f"Opening the composer on {by_size[-1].action_count:,} actions"
    walker.time(name, OPEN_MS, [(begin, there)], settles=False)
    title = composer.fields.lines["title"]
    composer.fields.tabs.setCurrentIndex(1)
    walker.pause(0.5)
    keys: Iterable[Act] = [partial(QTest.keyClicks, title, letter) for letter in "fines of the year"]
    walker.frames("Typing in its title while its pages are made", slowly(walker, keys), settles=False)
    assert title.text() == "fines of the year"
    away = opened(walker, "actions", for_new=False)[0]
    walker.time("Leaving it, until nothing works for it any more", NOT_ASKED, [(away, jobs_done(walker))])


def slowly(walker: Walker, keys: Iterable[Act]) -> Iterator[Act]:
    """A key every quarter of a second: each time the pages begin to be made again."""
    for key in keys:
        walker.pause(0.25)
        yield key


def run(path: Path, only: Sequence[str]) -> None:
    """Opens the window, and walks through it once it is there."""
    made = ui.app.make_unfurnished

    def make(settings: Settings) -> MainWindow:
        window = made(settings)
        window.resize(*SIZE)
        window.furnished.connect(lambda: QTimer.singleShot(0, partial(begin, window, only)))
        return window

    ui.app.make_unfurnished = make
    ui.app.run(path)


def begin(window: MainWindow, only: Sequence[str]) -> None:
    """Waits until everything is loaded, walks, and closes."""
    walker = Walker(window)
    try:
        walker.wait(lambda: window.desk.path is not None, "the store is open")
        walker.settle()
        walker.pause(1)
        quiet = window.findChild(QuietSteps)
        assert quiet is not None
        walker.wait(lambda: quiet.is_done, "the views are read ahead")
        walker.settle()
        walk(walker, only)
    finally:
        window.close()
