"""Light and dark, the size of the letters, full screen and the side bar, by command."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from casefile.settings import TEXT_SIZES, Theme
from ui.main_window import MainWindow
from ui.theme import DARK, LIGHT, Colours, Looks, next_text_size, scaled, style_sheet


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[Looks]:
    font, palette, style = QFont(qapp.font()), QPalette(qapp.palette()), qapp.style().objectName()
    made = Looks(qapp)
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_the_sizes_end_somewhere() -> None:
    up, down = 100, 100
    for _ in range(20):
        up, down = next_text_size(up, 1), next_text_size(down, -1)
    assert (down, up) == (TEXT_SIZES[0], TEXT_SIZES[-1])
    assert next_text_size(103, -1) == 100


def test_a_font_in_pixels_grows_too() -> None:
    font = QFont()
    font.setPixelSize(12)
    assert scaled(font, 150).pixelSize() == 18


def test_a_theme_is_worn_until_another_one_is(looks: Looks, qapp: QApplication) -> None:
    looks.wear(Theme.DARK)
    assert qapp.palette().window().color().lightness() < 100
    looks.wear(Theme.LIGHT)
    assert qapp.palette().window().color().lightness() > 200


def test_larger_letters_are_larger_and_come_back(looks: Looks, qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    looks.wear(Theme.LIGHT, 150)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    looks.wear(Theme.LIGHT, 100)
    assert qapp.font().pointSizeF() == pytest.approx(before)
    looks.wear(Theme.LIGHT, 9000)
    assert qapp.font().pointSizeF() == pytest.approx(before * 2)


def test_the_commands_change_what_is_remembered_and_show_it(window: MainWindow) -> None:
    checked = [
        name for name in ("theme_system", "theme_light", "theme_dark") if window.commands[name].isChecked()
    ]
    assert checked == ["theme_system"]
    window.commands["theme_dark"].trigger()
    assert window.preferences.settings.theme == Theme.DARK
    assert window.commands["theme_dark"].isChecked()
    assert not window.commands["theme_system"].isChecked()
    window.commands["larger_text"].trigger()
    assert window.preferences.settings.text_size == 110
    window.commands["smaller_text"].trigger()
    window.commands["smaller_text"].trigger()
    assert window.preferences.settings.text_size == 90
    window.commands["normal_text"].trigger()
    assert window.preferences.settings.text_size == 100


def test_the_side_bar_goes_and_comes(window: MainWindow) -> None:
    window.activateWindow()
    window.side_bar.setFocus()
    window.commands["side_bar"].trigger()
    assert window.side_bar.isHidden()
    assert not window.commands["side_bar"].isChecked()
    assert not window.side_bar.hasFocus()
    window.commands["quotes"].trigger()
    assert window.side_bar.isHidden()
    window.commands["side_bar"].trigger()
    assert window.side_bar.isVisible()
    assert window.preferences.settings.shows_side_bar


def test_full_screen_and_back(window: MainWindow) -> None:
    window.commands["full_screen"].trigger()
    assert window.isFullScreen()
    assert window.commands["full_screen"].isChecked()
    window.showNormal()
    assert not window.commands["full_screen"].isChecked()


def test_the_first_picture_has_the_colours_and_the_letters_of_the_settings(
    looks: Looks, qapp: QApplication
) -> None:
    before = qapp.font().pointSizeF()
    looks.put_on_colours(Theme.DARK, 150)
    assert qapp.palette().window().color() == QColor(DARK.window)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    assert not qapp.styleSheet()
    looks.wear(Theme.DARK, 150)
    assert qapp.palette().window().color() == QColor(DARK.window)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    assert qapp.styleSheet()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("picture", ["tick", "arrow"])
def test_the_pictures_of_the_style_sheet_have_its_colours(colours: Colours, picture: str) -> None:
    (found,) = set(re.findall(rf'image: url\("(.+/{picture}-.+)"\)', style_sheet(colours, 16)))
    wanted = {"tick": colours.on_accent, "arrow": colours.muted}[picture]
    assert f'stroke="{wanted}"' in Path(found).read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_box_is_seen_empty_and_ticked(looks: Looks, qtbot: QtBot, theme: Theme) -> None:
    looks.wear(theme)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.show()
    empty = colours_in(box)
    box.setChecked(True)
    ticked = colours_in(box)
    colours = LIGHT if theme is Theme.LIGHT else DARK
    assert colours.muted in empty
    assert colours.accent not in empty
    assert colours.accent in ticked
    assert len(ticked) > len(empty)  # the tick, with soft edges


def colours_in(widget: QWidget) -> set[str]:
    """The colours of its pixels."""
    seen = widget.grab().toImage()
    return {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
