"""The demo case: the articles that ship, and a store of them. Imports paths and store."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from casefile.intake.batch import PastedText, accept_unreviewed, import_texts
from casefile.paths import STORE_SUFFIX, resource
from casefile.progress import SILENT, Task
from casefile.store.store import Store

if TYPE_CHECKING:
    from casefile.intake.workers import Readers

ARTICLES = (
    "continental-ledger-2025-03-18.html",
    "northern-wire-2025-03-18.txt",
    "rheinische-handelsblaetter-2025-03-19.html",
    "authority-release-2025-10-07.txt",
)
"""In the order in which they were published."""
DEMO_STORE = f"Demo case{STORE_SUFFIX}"
ACCEPTED = 2
"""So many of the articles are taken over on the person's behalf, the rest waits for their review."""
_CASE = "Cameras in shops"


def make_demo_store(path: Path, by: str, task: Task = SILENT, readers: "Readers | None" = None) -> Path:
    """A store with the demo case at the path, which it gives back; one that is there already stays as it is.

    It is made beside its place and put there whole, so that whoever stops the task leaves nothing behind.
    """
    if path.exists():
        return path
    with TemporaryDirectory(dir=path.parent, prefix=".demo-") as folder:
        draft = Path(folder) / path.name
        store = Store.create(draft)
        try:
            _fill(store, by, task, readers)
        finally:
            store.close()
        task.check()
        draft.rename(path)
    return path


def make_demo_case(store: Store, by: str) -> int:
    """A case file (its id) with every action that was accepted."""
    from casefile.store import cases, lists

    with store.write(f"Make the case file “{_CASE}”", by=by) as writer:
        case_id = cases.add_case(writer, _CASE, "What the demonstration's articles tell")
        for action_id in lists.action_ids(writer):
            cases.add_action(writer, case_id, action_id)
    return case_id


def _fill(store: Store, by: str, task: Task, readers: "Readers | None") -> None:
    lines = import_texts(store, _texts(), by, task, readers)
    task.check()
    for line in lines[:ACCEPTED]:
        if line.source_id:
            accept_unreviewed(store, line.source_id, by)
    make_demo_case(store, by)


def _texts() -> Sequence[PastedText]:
    return [PastedText(resource(f"demo/{name}").read_bytes(), name) for name in ARTICLES]
