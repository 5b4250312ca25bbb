"""What a brief could tell, also where that is more than can be shown in one go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from casefile.briefs.model import Brief, BriefAction, BriefFact, FactField
from tests.briefs.conftest import AS_OF
from ui.told_groups import ToldGroups
from ui.widgets.told_tree import AT_ONCE, ToldTree

FACTS = 3


def brief(actions: int) -> Brief:
    return Brief("Fines", AS_OF, actions=tuple(action(number) for number in range(actions)))


def action(number: int) -> BriefAction:
    fields = (FactField.RESPONDENT, FactField.KIND, FactField.STATUS)
    facts = (BriefFact(field, f"{number}", key=f"action/{number}/{field.name}") for field in fields)
    return BriefAction(f"Fine {number}", tuple(facts))


def head_at(tree: ToldTree, place: int) -> QTreeWidgetItem:
    head = tree.topLevelItem(place)
    assert head is not None
    return head


def child_at(head: QTreeWidgetItem, place: int) -> QTreeWidgetItem:
    child = head.child(place)
    assert child is not None
    return child


@pytest.fixture
def tree(qtbot: QtBot) -> ToldTree:
    made = ToldTree()
    qtbot.addWidget(made)
    return made


def test_of_many_actions_the_first_are_there_at_once_and_all_soon(tree: ToldTree, qtbot: QtBot) -> None:
    count = 5 * AT_ONCE
    tree.show_told(ToldGroups.of(brief(count)), frozenset())
    assert 0 < tree.topLevelItemCount() <= AT_ONCE
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == count)
    assert [head_at(tree, place).text(0) for place in (0, count - 1)] == ["Fine 0", f"Fine {count - 1}"]


def test_what_an_action_tells_is_there_when_it_is_unfolded(tree: ToldTree, qtbot: QtBot) -> None:
    count = 2 * AT_ONCE
    left = f"action/{count - 1}/KIND"
    tree.show_told(ToldGroups.of(brief(count)), frozenset({left, "action/gone/KIND"}))
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == count)
    assert tree.left_out() == {left}, "also of what nobody has unfolded"
    last = head_at(tree, count - 1)
    assert last.childIndicatorPolicy() is QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator
    last.setExpanded(True)
    marks = [child_at(last, place).checkState(0) for place in range(last.childCount())]
    assert marks == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.Checked]


def test_marks_are_taken_and_told_once(tree: ToldTree, qtbot: QtBot) -> None:
    tree.show_told(ToldGroups.of(brief(2)), frozenset())
    assert head_at(tree, 1).childCount() == FACTS
    with qtbot.waitSignal(tree.left_out_changed):
        child_at(head_at(tree, 1), 0).setCheckState(0, Qt.CheckState.Unchecked)
    assert tree.left_out() == {"action/1/RESPONDENT"}
    child_at(head_at(tree, 1), 0).setCheckState(0, Qt.CheckState.Checked)
    assert tree.left_out() == frozenset()


def test_another_brief_takes_the_place_of_one_that_is_not_all_there_yet(tree: ToldTree, qtbot: QtBot) -> None:
    tree.show_told(ToldGroups.of(brief(5 * AT_ONCE)), frozenset())
    tree.show_told(ToldGroups.of(brief(2)), frozenset())
    qtbot.wait(20)
    assert tree.topLevelItemCount() == 2


def test_a_long_brief_goes_as_many_lines_at_a_time_as_it_came(tree: ToldTree, qtbot: QtBot) -> None:
    count = 3 * AT_ONCE
    tree.show_told(ToldGroups.of(brief(count)), frozenset())
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == count)
    tree.show_told(ToldGroups(), frozenset())
    assert tree.topLevelItemCount() == count - AT_ONCE
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 0)
    tree.show_told(ToldGroups.of(brief(2)), frozenset({"action/1/KIND"}))
    assert tree.topLevelItemCount() == 2
    assert child_at(head_at(tree, 1), 1).checkState(0) is Qt.CheckState.Unchecked
