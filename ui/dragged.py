"""Records on their way from a list to a case file, within the window. Imports nothing of ours."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

FORMAT = "application/x-casefile-records"


@dataclass(frozen=True)
class Dragged:
    """Records of one kind, in the order of their list."""

    kind: str
    ids: tuple[int, ...]


def records_mime(kind: str, ids: Sequence[int]) -> QMimeData:
    """What is dragged; no other program can take it."""
    mime = QMimeData()
    mime.setData(FORMAT, json.dumps([kind, *ids]).encode())
    return mime


def dragged_records(mime: QMimeData) -> Dragged | None:
    """The records; None where it is anything else."""
    if not mime.hasFormat(FORMAT):
        return None
    match json.loads(bytes(mime.data(FORMAT).data())):
        case [str(kind), *ids]:
            return Dragged(kind, tuple(id_ for id_ in ids if isinstance(id_, int)))
    return None
