"""A choice whose names may be long."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.dialogs.merge import MergeDialog
from ui.widgets.choice_box import ChoiceBox

LONG = "Transfers to other countries, <b>and what became of them</b> " * 5


def test_the_tool_tip_says_all_of_a_long_name_as_plain_text(qtbot: QtBot) -> None:
    box = ChoiceBox("Actions")
    qtbot.addWidget(box)
    box.addItem("All actions")
    box.addItem(LONG)
    box.setCurrentIndex(1)
    box.show()
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), box.mapToGlobal(QPoint(2, 2))))
    assert box.toolTip() == LONG.replace("<", "‹").replace(">", "›")


def test_a_long_name_makes_the_box_no_wider(qtbot: QtBot) -> None:
    box = ChoiceBox("Actions")
    qtbot.addWidget(box)
    before = box.sizeHint().width()
    box.addItem(LONG)
    assert box.sizeHint().width() == before


def test_a_long_name_ends_in_an_ellipsis_and_a_short_one_does_not(qtbot: QtBot) -> None:
    box = ChoiceBox("Actions")
    qtbot.addWidget(box)
    box.setPlaceholderText("Own choice")
    box.addItem("All actions")
    box.addItem(LONG)
    box.setCurrentIndex(0)
    box.resize(200, box.sizeHint().height())
    box.show()
    assert box.shown_text() == "All actions"
    short = box.grab().toImage()
    box.setCurrentIndex(1)
    assert box.shown_text().startswith("Transfers")
    assert box.shown_text().endswith("…")
    assert box.fontMetrics().horizontalAdvance(box.shown_text()) < box.width()
    assert box.grab().toImage() != short
    box.setCurrentIndex(-1)
    assert box.shown_text() == "Own choice"


def test_the_list_of_choices_is_as_wide_as_the_names(qtbot: QtBot) -> None:
    box = ChoiceBox("Actions")
    qtbot.addWidget(box)
    box.addItem("Merge into…")
    box.addItem("Transfers to other countries")
    box.resize(60, box.sizeHint().height())
    box.show()
    box.showPopup()
    wanted = box.fontMetrics().horizontalAdvance("Transfers to other countries")
    assert box.view().width() > wanted > box.width()
    box.hidePopup()


def test_lists_of_forms_end_so_too(qtbot: QtBot) -> None:
    dialog = MergeDialog(1, "Acme " * 60, lambda _text, _take: None)
    qtbot.addWidget(dialog)
    dialog.show()
    names = dialog.inputs["name"]
    assert isinstance(names, ChoiceBox)
    assert names.shown_text().endswith("…")
