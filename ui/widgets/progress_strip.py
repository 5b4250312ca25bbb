"""The strip that shows the write job under way, with its cancel button. Imports jobs."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from casefile.progress import Progress
from casefile.translation import tr
from ui.figures import figure
from ui.jobs import Jobs
from ui.told import told
from ui.widgets.buttons import text_button
from ui.widgets.labels import ElidedLabel

PATIENCE_MS = 200
"""Work that is done sooner shows no strip: it would only flicker."""


class ProgressStrip(QWidget):
    """Hidden while nothing is written for long."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._text = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(self.fontMetrics().height() * 2 // 3)
        self._bar.setAccessibleName(tr("Progress"))
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.timeout.connect(self._appear)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.fontMetrics().height() // 2, 0, 0, 0)
        row.addWidget(self._text, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(text_button(tr("Cancel"), self._cancel))
        jobs.busy_changed.connect(self._follow)
        jobs.progressed.connect(self._follow_progress)
        self.hide()

    def show_progress(self, name: str, progress: Progress) -> None:
        """Says how far the work of that name is."""
        said = name
        if progress.total:
            said = tr("{work} {done} of {total}").format(
                work=name, done=figure(progress.done), total=figure(progress.total)
            )
        rate = tr("{rate} a second").format(rate=figure(progress.rate)) if progress.rate >= 1 else ""
        self._text.show_text(" · ".join(part for part in (said, rate, told(progress.what)) if part))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _follow(self) -> None:
        job = self._jobs.writing
        if job is None:
            self._delay.stop()
            self.hide()
        elif not self.isVisible() and not self._delay.isActive():
            self._text.show_text(f"{job.name}…")
            self._bar.setRange(0, 0)
            self._delay.start(PATIENCE_MS)

    def _appear(self) -> None:
        self.setVisible(self._jobs.writing is not None)

    def _follow_progress(self, progress: Progress) -> None:
        job = self._jobs.writing
        self.show_progress(job.name if job is not None else "", progress)

    def _cancel(self) -> None:
        job = self._jobs.writing
        if job is not None:
            job.cancel()
            self._text.show_text(tr("Stopping…"))
