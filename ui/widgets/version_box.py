"""A choice among the versions of a publication; out of sight where there is only one. Knows no store."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from casefile.store.rows import VersionRow
from casefile.translation import tr
from ui.models.columns import date_text


class VersionBox(QComboBox):
    """The versions, the latest first."""

    version_chosen = Signal(int)
    """The source's id of the version that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Version"))
        self._versions: Sequence[VersionRow] = ()
        self.activated.connect(lambda _: self.version_chosen.emit(self.currentData()))
        self.hide()

    @property
    def earlier_id(self) -> int | None:
        """The version before the one that is shown, None for the earliest."""
        ids = [row.source_id for row in self._versions]
        place = ids.index(self.currentData()) if self.currentData() in ids else 0
        return ids[place - 1] if place else None

    def has_both(self, one: int, other: int | None) -> bool:
        """Whether both are among the versions."""
        return {one, other} <= {row.source_id for row in self._versions}

    def show_versions(self, versions: Sequence[VersionRow], shown: int) -> None:
        """Offers these versions, earliest first, one of which is shown."""
        self._versions = versions
        self.clear()
        for row in reversed(versions):
            day = date_text(row.saved)
            self.addItem(
                tr("Version {number} of {versions}, {day}").format(
                    number=row.number, versions=len(versions), day=day
                ),
                row.source_id,
            )
        self.setCurrentIndex(max(0, self.findData(shown)))
        self.setVisible(len(versions) > 1)
