"""The window in German: no English word of ours is left, and nothing is cut off."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from casefile.intake.workers import ReaderPool
from casefile.translation import known_texts
from tests.screens.fitting import problems
from tests.screens.openings import OPENINGS, shown
from tests.screens.tour import SIGHTS, Sight, Stage, staged
from tests.translations.seen import menu_texts, texts_of
from tests.ui.test_fitting import lasting
from ui.dialogs.shortcut_sheet import ShortcutSheet
from ui.readers import WindowReaders

COVERING = {"over-drop", "over-palette"}
"""What lies on top of the window on purpose."""
NOTHING_FOR = {"list_actions"}
"""What the demonstration's store has nothing for."""


@pytest.fixture(scope="module")
def german_stage(
    qapp: QApplication,  # noqa: ARG001  the window needs it
    demo_store: Path,
    readers: ReaderPool,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stage]:
    """The German window on a copy of the demonstration's store; for tests that only look at it."""
    folder = tmp_path_factory.mktemp("german")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folder / "home"))
        shutil.copyfile(demo_store, folder / "demo.casefile")
        with staged(folder / "demo.casefile", readers=WindowReaders(readers), language="de") as made:
            yield made


def left_in_english(texts: Iterator[str]) -> set[str]:
    """Those that the catalogue would say otherwise."""
    known = known_texts()
    german = {said.replace("&", "") for said in known.values()}
    english = {text.replace("&", "") for text, said in known.items() if text != said}
    return {text for text in texts if text in english and text not in german}


@pytest.mark.usefixtures("nothing_logged")
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_every_view_fits_and_is_german(german_stage: Stage, sight: Sight) -> None:
    stage = german_stage
    stage.resize(800, 600)
    assert stage.show(sight)
    english: set[str] = set()
    wrong = {}
    for name in stage.parts(sight):
        english |= left_in_english(texts_of(stage.window))
        wrong[name] = lasting(stage)
    assert stage.window.size().toTuple() == (800, 600)
    assert {name: found for name, found in wrong.items() if found} == {}
    assert english == set()


def test_the_menus_are_german(german_stage: Stage) -> None:
    texts = list(menu_texts(german_stage.window.menuBar()))
    assert {"Datei", "Bearbeiten", "Fallakte", "Neuer Bestand…"} <= set(texts)
    # Each language stands under its own name: who cannot read the window's finds the way back.
    assert left_in_english(iter(texts)) == {"English"}


def test_the_facets_of_the_quotes_stand_in_one_line(german_stage: Stage) -> None:
    stage = german_stage
    stage.resize(800, 600)
    assert stage.show(next(sight for sight in SIGHTS if sight.name == "quotes"))
    head, as_wall = stage.window.quotes.head, stage.window.quotes.as_wall
    facets = head.facets.buttons
    assert facets.height() < 2 * as_wall.height()
    assert as_wall.mapTo(head, as_wall.rect().bottomLeft()).y() < facets.mapTo(head, QPoint()).y()


def test_qt_speaks_german_too(german_stage: Stage) -> None:
    assert german_stage.window.commands["new_store"].toolTip().endswith("(Strg+N)")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, german_stage.window)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"
    box.deleteLater()


@pytest.mark.usefixtures("nothing_logged")
def test_every_dialog_and_bar_fits_and_is_german(german_stage: Stage) -> None:
    german_stage.resize(1280, 800)
    english, wrong, opened = set[str](), {}, set[str]()
    for name, seen in shown(german_stage, "over-"):
        opened.add(name.removeprefix("over-"))
        english |= left_in_english(texts_of(seen))
        if name not in COVERING and (found := problems(seen)):
            wrong[name] = found
    assert wrong == {}
    assert english == set()
    assert {opening.name for opening in OPENINGS} - opened <= NOTHING_FOR


def test_the_shortcut_sheet_has_room_for_german_keys(german_stage: Stage) -> None:
    sheet = ShortcutSheet(german_stage.window)
    sheet.show()
    german_stage.settle()
    try:
        assert left_in_english(texts_of(sheet)) == set()
        assert problems(sheet) == []
    finally:
        sheet.close()
        sheet.deleteLater()
