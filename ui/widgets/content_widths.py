"""How wide the columns of a list have to be for what its rows show. Imports models and row painting."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle, QTableView

from ui.models.ids_model import Column, IdsModel
from ui.widgets.row_painting import TEXT_MARGIN, number_pad, text_pad
from ui.widgets.tag_chip import chips_width

MEASURED_TEXTS = 4
"""Of a column the longest so many, in characters: one of them is the widest, or nearly so."""
ROUNDED = 2
"""As many pixels a text may be wider than its letters say, which are rounded."""


def content_widths(view: QTableView, model: IdsModel[Any], rows: Iterable[int]) -> list[int]:
    """For each column the pixels that its widest cell takes; rows that have not arrived take none."""
    metrics, icon = view.fontMetrics(), view.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
    there = [(row, shown) for row in rows if (shown := model.row_at(row)) is not None]
    widths = []
    for number, column in enumerate(model.columns):
        cells = sorted(((model.text_at(row, number), shown) for row, shown in there), key=_length)
        needs = (_needed(column, *cell, metrics, icon + 2 * TEXT_MARGIN) for cell in cells[-MEASURED_TEXTS:])
        widths.append(max(needs, default=0))
    return widths


def _length(cell: tuple[str, object]) -> int:
    return len(cell[0])


def _needed(column: Column[Any], text: str, shown: object, metrics: QFontMetrics, icon: int) -> int:
    """All of the cell with what is free around it; 0 where nothing stands in it."""
    tags = column.tags(shown) if column.tags is not None else ()
    if tags:
        return chips_width(tags, metrics)
    sign = icon if column.icon is not None and column.icon(shown) else 0
    behind = number_pad(metrics) if column.number else text_pad(metrics)
    words = metrics.horizontalAdvance(text) + sign
    return text_pad(metrics) + words + ROUNDED + behind if words else 0
