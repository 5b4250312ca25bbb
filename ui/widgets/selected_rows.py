"""Which rows of a view are selected, for whoever paints them. Imports Qt only."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView

MOST_PARTS = 50
"""A selection of more parts is asked about each row in sight; of fewer it is known at once."""


def selected_rows(view: QAbstractItemView) -> Callable[[int], bool]:
    """Whether a row is selected, for one picture: Qt would ask the model for each row that it tells of."""
    model, selection = view.selectionModel(), view.selectionModel().selection()
    if selection.count() > MOST_PARTS:
        return lambda row: model.isSelected(view.model().index(row, 0))
    parts = [(part.top(), part.bottom()) for part in map(selection.at, range(selection.count()))]
    return lambda row: any(top <= row <= bottom for top, bottom in parts)
