"""Which commands can be given: it depends on the view, on what there is, and on who may write."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from casefile.translation import tr
from ui.commands import COMMANDS
from ui.desk import Desk
from ui.told import told
from ui.views import Views

if TYPE_CHECKING:
    from ui.overview import Overview
    from ui.record_commands import RecordCommands

RESTING = (
    "undo", "redo", "export_brief", "export_records", "save_search", "resume_import", "take_back_import",
    "take_back_file", "zoom_in", "zoom_out", "zoom_all", "zoom_selection",
)  # fmt: skip
"""The commands that cannot be given until the store or a view says so."""


class CommandStates(QObject):
    """Enables and disables the commands, and names the steps to undo and to do again."""

    def __init__(
        self,
        desk: Desk,
        commands: Mapping[str, QAction],
        views: Views,
        records: "RecordCommands",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._commands = commands
        self._views = views
        self._records = records
        self._of_store: dict[str, bool] = {}
        views.changed.connect(self.update)

    def follow(self, overview: "Overview") -> None:
        """The store holds something else than before."""
        for name, verb, step in (("undo", tr("Undo"), overview.undo), ("redo", tr("Redo"), overview.redo)):
            self._commands[name].setText(f"{verb}: {told(step.label)}" if step else verb)
            self._commands[name].setIconText(verb)
            self._of_store[name] = step is not None
        self._of_store["export_brief"] = overview.counts.actions > 0
        self._of_store["export_records"] = overview.counts.actions + overview.counts.sources > 0
        self.update()

    def update(self) -> None:
        """Looks at everything that it depends on."""
        may_write = not self._desk.refusal
        possible = dict.fromkeys(RESTING, False) | self._of_store | self._records.possible()
        for pane in self._views.all_built():
            possible |= pane.possible()
        in_review = self._views.place == "review"
        for command in COMMANDS:
            able = in_review if command.in_review else possible.get(command.name, True)
            self._commands[command.name].setEnabled(able and (may_write or not command.writes))
