"""Takes steps of work in quiet moments, in which nothing works beside the window. Imports the jobs."""

from PySide6.QtCore import QObject, QTimer

from ui.jobs import Jobs
from ui.main_window import Steps

PAUSE_MS = 5
"""Between two steps: what a person does meanwhile comes first."""
_ENDED = object()


class QuietSteps(QObject):
    """One such work at a time. Behind a step that begins a job the next one waits for the end of that."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._steps: Steps | None = None
        self._turn = QTimer(self, interval=PAUSE_MS)
        self._turn.timeout.connect(self._take_step)
        jobs.busy_changed.connect(self._follow)

    @property
    def is_done(self) -> bool:
        """Whether no step is left."""
        return self._steps is None

    def take(self, steps: Steps) -> None:
        """Takes these steps from now on, and leaves those of before."""
        self.stop()
        self._steps = steps
        self._follow()

    def stop(self) -> None:
        """Leaves the steps that are left."""
        self._steps = None
        self._turn.stop()

    def _follow(self) -> None:
        if self._steps is not None and self._jobs.idle:
            self._turn.start()
        else:
            self._turn.stop()

    def _take_step(self) -> None:
        if self._steps is not None and next(self._steps, _ENDED) is _ENDED:
            self.stop()
