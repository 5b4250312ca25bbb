"""A passage as it is printed, between the words around it; pressing it opens the source. Knows no store."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from casefile.store.rows import Evidence
from casefile.translation import tr
from ui.figures import quoted
from ui.plain import plain_tip
from ui.theme import colours_of
from ui.widgets.evidence_tree import origin

_AROUND = 40
"""Code points that are shown before and after the passage's own words."""
_LONGEST = 400
"""Of a long passage the beginning is shown; the source shows it whole."""


class PassageButton(QAbstractButton):
    """The exact words stand out from their surroundings, and wrap."""

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence = evidence
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._write()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{quoted(evidence.exact)}, {origin(evidence)}")
        self.setAccessibleDescription(tr("Opens the source at this passage"))
        self.setToolTip(plain_tip(tr("Open the passage in {origin}").format(origin=origin(evidence))))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        self._document.setTextWidth(max(1, width - 2 * self._pad))
        return int(self._document.size().height()) + self._pad + 1

    def sizeHint(self) -> QSize:
        """For a column of about thirty characters."""
        width = self.fontMetrics().averageCharWidth() * 30
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes."""
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws the words, and a frame where the keyboard is."""
        with QPainter(self) as painter:
            palette = self.palette()
            if self.underMouse() or self.isDown():
                painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Highlight))
            painter.save()
            painter.translate(self._pad, self._pad // 2)
            self._document.setTextWidth(self.width() - 2 * self._pad)
            self._document.drawContents(painter)
            painter.restore()
            if self.hasFocus():
                painter.setPen(palette.color(QPalette.ColorRole.Link))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        """The inks follow the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()
            self.updateGeometry()

    @property
    def _pad(self) -> int:
        return self.fontMetrics().height() // 4

    def _write(self) -> None:
        colours = colours_of(self.palette())
        around, words = QTextCharFormat(), QTextCharFormat()
        around.setForeground(QColor(colours.muted))
        words.setForeground(QColor(colours.text))
        words.setFontWeight(QFont.Weight.DemiBold)
        self._document.setDefaultFont(self.font())
        self._document.clear()
        cursor = QTextCursor(self._document)
        before, exact, after = _parts(self.evidence)
        opening, closing = quoted("\0").split("\0")
        cursor.insertText(f"{opening}{before}", around)
        cursor.insertText(exact, words)
        cursor.insertText(f"{after}{closing}", around)


def _parts(evidence: Evidence) -> tuple[str, str, str]:
    """The words before, the passage's own and those after, each in one line; cut at whole words."""
    before, after = _line(evidence.prefix)[-_AROUND:], _line(evidence.suffix)[:_AROUND]
    exact = _line(evidence.exact).strip()
    if before:
        before = "…" + before.partition(" ")[2]
    if after:
        after = after.rpartition(" ")[0] + "…"
    if len(exact) > _LONGEST:
        exact, after = exact[:_LONGEST].rpartition(" ")[0], "…"
    return before, exact, after


def _line(text: str) -> str:
    """The text with its line breaks as spaces; blanks at its ends stay."""
    inner = " ".join(text.split())
    lead, tail = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if lead else ''}{inner}{' ' if tail and inner else ''}"
