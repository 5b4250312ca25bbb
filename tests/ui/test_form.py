"""Forms: own words beside a list, suggestions that come later, errors at their field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import (
    AMOUNT_HELP,
    DATE_HELP,
    KEY,
    OWN_WORDS,
    Entries,
    Field,
    FieldError,
    Option,
    Suggest,
    Suggestion,
    dated,
    listed,
    summed,
)
from ui.widgets.suggest_line import SuggestLine


class Known:
    """Answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Suggest]] = []

    def look(self, typed: str, take: Suggest) -> None:
        self.asked.append((typed, take))

    def answer(self, *names: str) -> None:
        typed, take = self.asked.pop(0)
        assert typed
        take([Suggestion(name, name[:2].upper()) for name in names])


def check(entries: Entries) -> None:
    if entries["word"] == "wrong":
        raise FieldError("word", "That is wrong.")
    if entries["more"] == "bad":
        raise FieldError("more", "That is bad.")


def made(qtbot: QtBot, *fields: Field) -> FormDialog:
    dialog = FormDialog("A form", fields, "Save", check)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


WORD = Field("word", "Word", "", note=lambda text: f"{len(text)} letters" if text else "")
MORE = Field("more", "More", "", lines=3)


def test_what_is_wrong_stands_at_its_field_or_below_them_all(qtbot: QtBot) -> None:
    dialog = made(qtbot, WORD, MORE)
    assert dialog.can_accept
    QTest.keyClicks(dialog.inputs["word"], "wron")
    assert dialog.note("word") == "4 letters"
    QTest.keyClicks(dialog.inputs["word"], "g")
    assert (dialog.note("word"), dialog.can_accept) == ("That is wrong.", False)
    QTest.keyClick(dialog.inputs["word"], Qt.Key.Key_Backspace)
    more = dialog.inputs["more"]
    assert isinstance(more, QPlainTextEdit)
    more.setPlainText("bad")
    assert (dialog.note("word"), dialog.problem, dialog.can_accept) == ("4 letters", "That is bad.", False)
    more.setPlainText("two\nlines")
    assert dialog.entries()["more"] == "two\nlines"
    assert (dialog.problem, dialog.can_accept) == ("", True)


@pytest.mark.parametrize("fields", [(WORD,), (MORE,), (replace(WORD, value="three"), MORE)])
def test_it_is_as_high_as_it_needs(qtbot: QtBot, fields: tuple[Field, ...]) -> None:
    dialog = free(qtbot, *fields)
    layout = dialog.layout()
    assert layout is not None
    wraps = layout.hasHeightForWidth()
    needed = layout.totalHeightForWidth(dialog.width()) if wraps else layout.totalSizeHint().height()
    assert dialog.height() == needed


def test_own_words_are_taken_beside_a_list_and_marked(qtbot: QtBot) -> None:
    dialog = made(qtbot, listed("word", "Sector", "", "sectors"), MORE)
    entry = dialog.inputs["word"]
    assert isinstance(entry, QComboBox)
    entry.setCurrentIndex(2)
    assert dialog.entries()["word"] == entry.itemText(2)
    assert dialog.note("word") != OWN_WORDS
    entry.setEditText("the moon")
    assert dialog.entries()["word"] == "the moon"
    assert dialog.note("word") == OWN_WORDS


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_suggestions_that_come_late_are_not_taken_for_another_text(qtbot: QtBot) -> None:
    known = Known()
    fields = (Field("word", "Party", "Old name", lookup=known.look, key="OLD"), MORE)
    dialog = FormDialog("A form", fields, "Save", check)
    qtbot.addWidget(dialog)
    line = dialog.inputs["word"]
    assert isinstance(line, SuggestLine)
    assert dialog.entries()[f"word{KEY}"] == "OLD"
    line.clear()
    QTest.keyClicks(line, "ac")
    assert [typed for typed, _ in known.asked] == ["a", "ac"]
    known.answer("Aachen")
    assert line.offered == []
    known.answer("Acme", "Acme Austria")
    assert line.offered == ["Acme", "Acme Austria"]
    line.setText("Acme Austria")
    assert dialog.entries()[f"word{KEY}"] == "AC"
    QTest.keyClicks(line, "!")
    assert dialog.entries()[f"word{KEY}"] == ""


def test_an_answer_after_the_dialog_was_closed_harms_nobody(qtbot: QtBot) -> None:
    known = Known()
    dialog = FormDialog("A form", [Field("word", "Party", "", lookup=known.look), MORE], "Save", check)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    QTest.keyClicks(dialog.inputs["word"], "a")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    known.answer("Acme")


def test_enter_while_something_is_wrong_does_nothing(qtbot: QtBot) -> None:
    dialog = made(qtbot, WORD, MORE)
    QTest.keyClicks(dialog.inputs["word"], "wrong")
    QTest.keyClick(dialog.inputs["word"], Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.inputs["word"], Qt.Key.Key_Backspace)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.inputs["word"], Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["word", "more"])
def test_every_input_has_a_name(qtbot: QtBot, name: str) -> None:
    dialog = made(qtbot, listed("word", "Sector", "", "sectors"), MORE)
    assert dialog.inputs[name].accessibleName()


WHEN = dated("when", "When", "")
HOW_MUCH = summed("much", "How much", "")
CHOICE = Field("which", "Which", "a", help="One of both", options=(Option("a", "A"), Option("b", "B")))


def free(qtbot: QtBot, *fields: Field) -> FormDialog:
    dialog = FormDialog("A form", fields, "Save", lambda _: None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_how_to_fill_a_field_stands_below_it_while_the_keyboard_is_in_it(qtbot: QtBot) -> None:
    dialog = free(qtbot, WHEN, HOW_MUCH)
    assert dialog.note("when") == DATE_HELP
    assert dialog.note("much") == ""
    dialog.inputs["much"].setFocus()
    assert (dialog.note("when"), dialog.note("much")) == ("", AMOUNT_HELP)


def test_how_an_entry_was_understood_stands_in_its_place(qtbot: QtBot) -> None:
    dialog = free(qtbot, WHEN, HOW_MUCH)
    QTest.keyClicks(dialog.inputs["when"], "June 2024")
    assert dialog.note("when") == "Understood as: June 2024"
    dialog.inputs["much"].setFocus()
    assert dialog.note("when") == "Understood as: June 2024"
    assert "Understood as: June 2024" in dialog.inputs["when"].accessibleDescription()


def test_every_wrong_field_says_so_at_once(qtbot: QtBot) -> None:
    dialog = free(qtbot, WHEN, HOW_MUCH)
    QTest.keyClicks(dialog.inputs["when"], "soon")
    QTest.keyClicks(dialog.inputs["much"], "lots")
    assert dialog.note("when").startswith("Not understood as a date")
    assert dialog.note("much").startswith("Not understood as an amount")


def test_a_button_that_takes_the_keyboard_moves_nothing(qtbot: QtBot) -> None:
    dialog = free(qtbot, WHEN, CHOICE)
    dialog._accept.setFocus()
    assert dialog.note("when") == DATE_HELP
    dialog.inputs["which"].setFocus()
    assert (dialog.note("when"), dialog.note("which")) == ("", "One of both")
