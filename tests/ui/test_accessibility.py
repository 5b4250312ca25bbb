"""What a screen reader finds in every view, and that the keyboard alone comes everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.screens.accessibility import missed, nameless, same_buttons, tab_round, tree
from tests.screens.tour import SIGHTS, Sight, Stage


@pytest.mark.usefixtures("nothing_logged")
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_every_widget_says_what_it_is_and_is_reached_by_tab(stage: Stage, sight: Sight) -> None:
    assert stage.show(sight)
    for name in stage.parts(sight):
        nodes = tree(stage.window)
        assert stage.pane in [node.widget for node in nodes]
        assert (name, nameless(nodes)) == (name, [])
        assert (name, same_buttons(nodes)) == (name, [])
        for back in (False, True):
            passed = tab_round(stage.window.side_bar, back=back)
            assert (name, missed(stage.window, passed)) == (name, [])


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A window with two buttons and a text in which Tab is a letter."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("Accept", "Accept"):
        button = QPushButton(name)
        column.addWidget(button)
    text = QPlainTextEdit()
    column.addWidget(text)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_what_has_no_name_is_found(form: QWidget) -> None:
    (found,) = nameless(tree(form))
    assert "QPlainTextEdit" in found
    form.findChildren(QPlainTextEdit)[0].setAccessibleName("Note")
    assert nameless(tree(form)) == []


def test_buttons_of_one_name_are_found(form: QWidget) -> None:
    assert same_buttons(tree(form)) == ["Accept"]
    form.findChildren(QPushButton)[0].setAccessibleName("Accept: the quote")
    assert same_buttons(tree(form)) == []


def test_where_tab_stays_is_found(form: QWidget) -> None:
    first = form.findChildren(QPushButton)[0]
    with pytest.raises(AssertionError, match="QPlainTextEdit"):
        tab_round(first)
    form.findChildren(QPlainTextEdit)[0].setTabChangesFocus(True)
    assert len(tab_round(first)) == len(tab_round(first, back=True)) == 3


def test_what_tab_misses_is_found(form: QWidget) -> None:
    form.findChildren(QPlainTextEdit)[0].setTabChangesFocus(True)
    first, second = form.findChildren(QPushButton)
    assert missed(form, tab_round(first)) == []
    second.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert len(tab_round(first)) == 2
    assert missed(form, [first]) == ["QPlainTextEdit ''"]


def test_the_tree_has_names_and_roles(form: QWidget) -> None:
    roles = [node.role for node in tree(form)]
    assert roles.count(QAccessible.Role.Button) == 2
    assert QAccessible.Role.EditableText in roles
