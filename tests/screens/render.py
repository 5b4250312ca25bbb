"""Paints every view into ``build/screens``: four stores, light and dark, three sizes. ``make screens``.

Dialogs, menus and bars are among them. The pictures are to be looked at; nothing compares them.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from casefile.paths import default_store_path
from casefile.settings import Theme
from casefile.translation import ENGLISH, LANGUAGES
from tests.screens.openings import shown
from tests.screens.stores import FIRST, STORES
from tests.screens.tour import SIGHTS, Stage, staged
from ui.app import make_application

FOLDER = Path(__file__).parents[2] / "build" / "screens"
SIZES = ((800, 600), (1280, 800), (1920, 1080))
LAID_OUT_MS = 60
"""Cards with wrapped lines take some turns until they have their height."""
FIRST_SIGHT = "inbox"
"""What the first start has of its own; all else is as in an empty store."""
THEMES = (Theme.LIGHT, Theme.DARK)


def main() -> None:
    """Renders what the command line names, everything without a word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", choices=STORES, action="append")
    parser.add_argument("--theme", choices=[str(theme) for theme in THEMES], action="append")
    parser.add_argument("--language", choices=LANGUAGES, default=ENGLISH)
    parser.add_argument("--view", help="only those whose name begins so", default="")
    parser.add_argument("--into", type=Path, default=FOLDER)
    options = parser.parse_args()
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="casefile-screens-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder
        for store in options.store or STORES:
            path = default_store_path() if store == FIRST else Path(folder) / f"{store}.casefile"
            only = options.view or (FIRST_SIGHT if store == FIRST else "")
            STORES[store](path)
            for theme in map(Theme, options.theme or THEMES):
                with staged(path, theme, language=options.language) as stage:
                    suffix = "" if options.language == ENGLISH else f"-{options.language}"
                    render(stage, options.into / f"{store}-{theme}{suffix}", only)
    application.quit()


def render(stage: Stage, folder: Path, only: str = "") -> None:
    """Every sight of the window in every size, into the folder."""
    if not only:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for width, height in SIZES:
        stage.resize(width, height)
        for name, seen in sights(stage, only):
            QTest.qWait(LAID_OUT_MS)
            picture = folder / f"{name}-{width}x{height}.png"
            if not seen.grab().save(str(picture)):
                sys.exit(f"{picture} could not be written")
            count += 1
    print(f"{folder}: {count} pictures")


def sights(stage: Stage, only: str) -> Iterator[tuple[str, QWidget]]:
    """The name of each view and what is seen of it; then what opens over the views."""
    for sight in SIGHTS:
        if sight.name.startswith(only) and stage.show(sight):
            yield from ((name, stage.window) for name in stage.parts(sight))
    yield from shown(stage, only)


if __name__ == "__main__":
    main()
