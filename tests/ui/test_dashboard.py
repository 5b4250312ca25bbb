"""The overview: its figures, what a click or Enter leads to, what a screen reader gets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from casefile.store import cases
from casefile.store.store import Store
from casefile.values import Money
from tests.ui.made_records import Settle, in_store, several
from ui.dashboard_lines import Line, Way, short_money
from ui.main_window import MainWindow
from ui.widgets.chart_list import ChartList, ChartModel, Drawing


@pytest.fixture
def case_id(window: MainWindow, settle: Settle) -> int:
    """A case file with two of four actions; its overview is in sight."""

    def work(store: Store) -> int:
        one, two, *_ = several(store)
        with store.write("New case file", by="ann") as writer:
            made = cases.add_case(writer, "Transfers", "For the board")
            for action_id in (one, two):
                cases.add_action(writer, made, action_id)
        return made

    made = in_store(window, settle, work)
    window.go_to_case(made, "dashboard")
    settle()
    return made


def lines(chart: ChartList) -> dict[str, Line]:
    return {line.name: line for line in chart.lines.lines}


def enter(chart: ChartList, name: str) -> None:
    """Goes to the line by keyboard and presses Enter."""
    row = [line.name for line in chart.lines.lines].index(name)
    chart.setCurrentIndex(chart.lines.index(row))
    QTest.keyClick(chart, Qt.Key.Key_Return)


def shown(window: MainWindow, settle: Settle, count: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(window.actions_pane.table.model.ids) == count, timeout=10_000)
    settle()


def test_the_figures_are_those_of_the_case_file(window: MainWindow, settle: Settle, case_id: int) -> None:
    figures = lines(window.dashboard.figures.chart)
    assert figures["Actions"].value == "2"
    assert figures["Total now, EUR"].value == "€304,000,000"
    window.go("dashboard")
    settle()
    assert lines(window.dashboard.figures.chart)["Actions"].value == "4"
    assert case_id


def test_a_bar_filters_the_actions_of_the_case_file(
    window: MainWindow, settle: Settle, case_id: int, qtbot: QtBot
) -> None:
    enter(window.dashboard.respondents.chart, "Alpha")
    assert (window.views.place, window.case_id) == ("actions", case_id)
    pane = window.actions_pane
    assert (pane.filter.text(), list(pane.head.facets.chosen)) == ("", ["respondent"])
    shown(window, settle, 1, qtbot)
    window.go_to_case(case_id, "dashboard")
    enter(window.dashboard.figures.chart, "Actions")
    assert not pane.head.narrows
    shown(window, settle, 2, qtbot)


def test_a_click_on_a_period_filters_by_currency_and_time(
    window: MainWindow, settle: Settle, case_id: int, qtbot: QtBot
) -> None:
    window.go("dashboard")
    settle()
    chart = window.dashboard.periods.chart
    assert [line.name for line in chart.lines.lines] == ["2020", "2021", "2022", "2023"]
    middle = chart.visualRect(chart.lines.index(1)).center()
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert window.actions_pane.filter.text() == "currency:EUR decided:2021"
    shown(window, settle, 1, qtbot)
    assert case_id


def test_news_lead_to_their_action(window: MainWindow, settle: Settle, case_id: int) -> None:
    news = window.dashboard.news.chart
    assert [line.note for line in news.lines.lines] == ["Added to the case file"] * 2
    way = news.lines.lines[0].way
    assert way is not None
    enter(news, news.lines.lines[0].name)
    settle()
    assert window.actions_pane.table.chosen_id() == way.action_id
    assert window.case_id == case_id


def test_an_empty_store_says_what_comes_next(window: MainWindow, settle: Settle) -> None:
    window.go("dashboard")
    settle()
    assert window.dashboard.empty.isVisible()
    assert not window.dashboard.area.isVisible()


def test_a_screen_reader_gets_each_chart_as_a_list(window: MainWindow, case_id: int) -> None:
    for panel in window.dashboard.panels:
        if panel.chart.isHidden():
            continue
        heard = QAccessible.queryAccessibleInterface(panel.chart)
        assert heard.role() == QAccessible.Role.List
        assert heard.text(QAccessible.Text.Name).startswith(panel.title)
        names = [heard.child(row).text(QAccessible.Text.Name) for row in range(heard.childCount())]
        assert names == [line.words for line in panel.chart.lines.lines]
    assert case_id


@pytest.mark.parametrize("width", [560, 900, 1900])
def test_every_line_has_its_place_at_any_width(
    window: MainWindow, settle: Settle, case_id: int, width: int
) -> None:
    window.resize(width + window.side_bar.width(), 600)
    settle()
    QTest.qWait(50)
    for panel in window.dashboard.panels:
        chart = panel.chart
        rows = range(len(chart.lines.lines)) if chart.isVisible() else range(0)
        assert all(chart.viewport().rect().contains(chart.visualRect(chart.lines.index(row))) for row in rows)
    assert case_id


def test_the_model_of_a_chart(qtbot: QtBot) -> None:
    model = ChartModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines([Line("a"), Line("b", "1", "c", way=Way("actions"))])
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "b, 1, c"
    model.show_lines([])
    assert model.rowCount() == 0
    chart = ChartList("Bars", Drawing.BARS)
    qtbot.addWidget(chart)
    chart.show_lines([Line("nowhere")])
    with qtbot.assertNotEmitted(chart.chosen):
        QTest.keyClick(chart, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("minor", "currency", "expected"),
    [
        (93_000_000_00, "EUR", "€93m"), (1_234_567_890_00, "USD", "$1.23bn"), (525_000_00, "EUR", "€525,000"),
        (1_200_000_00, "SEK", "SEK 1.2m"), (0, "EUR", "€0"), (5_000_000, "JPY", "¥5m"),
        (3_950_617_284_392_00, "EUR", "€3.95tn"),
    ],
)  # fmt: skip
def test_sums_are_rounded_where_room_is_scarce(minor: int, currency: str, expected: str) -> None:
    assert short_money(Money(minor, currency)) == expected
