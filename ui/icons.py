"""The shipped icons, drawn in a colour of the palette. Imports paths."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from casefile.paths import resource

SIZE = 20
_SHARP = 2.0
"""Drawn for the densest usual screen; Qt scales it down for the others."""
_NAME = "iconName"


def icon(name: str) -> QIcon:
    """The icon in the colours of the present palette."""
    palette = QGuiApplication.palette()
    group = QPalette.ColorGroup
    return _drawn(
        name,
        palette.color(group.Active, QPalette.ColorRole.WindowText).name(),
        palette.color(group.Disabled, QPalette.ColorRole.PlaceholderText).name(),
    )


def pixmap(name: str, size: int, ratio: float) -> QPixmap:
    """The icon in one size of logical pixels, in muted ink."""
    colour = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText).name()
    return _draw(name, colour, size, ratio)


def put_icon(target: QAction | QAbstractButton, name: str) -> None:
    """Gives the action or button its icon, which :func:`recolour` finds again."""
    target.setProperty(_NAME, name)
    target.setIcon(icon(name))


def recolour(root: QObject) -> None:
    """Draws every icon below the object again, after the palette has changed."""
    targets: list[QAction | QAbstractButton] = [*root.findChildren(QAction)]
    targets += root.findChildren(QAbstractButton)
    for target in targets:
        name = target.property(_NAME)
        if name:
            target.setIcon(icon(name))


@cache
def _drawn(name: str, colour: str, faint: str) -> QIcon:
    made = QIcon()
    made.addPixmap(_draw(name, colour, SIZE, _SHARP))
    # Qt's own way to show that something is selected would take off what makes the icon stand out.
    made.addPixmap(made.pixmap(SIZE), QIcon.Mode.Selected)
    made.addPixmap(_draw(name, faint, SIZE, _SHARP), QIcon.Mode.Disabled)
    return made


def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.fill("transparent")
    with QPainter(drawn) as painter:
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
    drawn.setDevicePixelRatio(ratio)
    return drawn
