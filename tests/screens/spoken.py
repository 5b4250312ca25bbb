"""Writes what a screen reader and a keyboard find into ``build/spoken``: ``make spoken``.

For each view its accessibility tree, then where Tab leads from the side bar; beside them the shortcut sheet.
"""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.screens.accessibility import said, tab_round, tree
from tests.screens.stores import make_demo
from tests.screens.tour import SIGHTS, Stage, staged
from ui.app import make_application
from ui.shortcut_groups import as_text, shortcut_groups

FOLDER = Path(__file__).parents[2] / "build" / "spoken"


def main() -> None:
    """Writes a file for each view and part of a view of the demo."""
    application = make_application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="casefile-spoken-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder
        path = Path(folder) / "demo.casefile"
        make_demo(path)
        with staged(path) as stage:
            for sight in SIGHTS:
                if stage.show(sight):
                    for name in stage.parts(sight):
                        (FOLDER / f"{name}.txt").write_text(outline(stage), encoding="utf-8")
    (FOLDER / "shortcuts.txt").write_text(as_text(shortcut_groups()), encoding="utf-8")
    print(f"{FOLDER}: {len(list(FOLDER.glob('*.txt')))} files")
    application.quit()


def outline(stage: Stage) -> str:
    """The tree of what is in sight, and the round of Tab."""
    lines = [node.line for node in tree(stage.window)]
    tabs = [f"{number}. {said(widget)}" for number, widget in enumerate(tab_round(stage.window.side_bar), 1)]
    return "\n".join([*lines, "", "Tab leads through:", *tabs, ""])


if __name__ == "__main__":
    main()
