"""How the window looks: colours for light and dark, the palette and the style sheet made of them.

Text on every ground keeps a contrast of 4.5 to 1 (WCAG AA). Imports terms and settings.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette, QTextCharFormat
from PySide6.QtWidgets import QApplication

from casefile.paths import resource
from casefile.settings import NORMAL_SIZE, TEXT_SIZES, Theme
from casefile.terms import ProposalKind


@dataclass(frozen=True)
class Tint:
    """The colours of a kind of proposal: behind its passage, behind the chosen one, of its line and name."""

    ground: str
    chosen: str
    ink: str


@dataclass(frozen=True)
class Colours:
    """One scheme."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    selected: str
    wrong: str
    found: str
    """Behind words that were found in a text."""
    tints: dict[ProposalKind, Tint]
    inserted: Tint
    removed: Tint
    """Of texts that are compared."""


LIGHT = Colours(
    window="#f3f4f6", base="#ffffff", raised="#fafbfc", text="#1b1f24", muted="#57606a", border="#d4d9e0",
    accent="#1f5fae", on_accent="#ffffff", selected="#dbe8f8", wrong="#b3261e",
    found="#ffe27a",
    tints={
        ProposalKind.ACTION: Tint("#e1ecfb", "#bcd6f7", "#1a56a3"),
        ProposalKind.QUOTE: Tint("#e0f3e6", "#b7e2c4", "#1b6b37"),
        ProposalKind.EVENT: Tint("#f1e8fb", "#dcc8f4", "#6b3fa0"),
        ProposalKind.WARNING: Tint("#fdeedd", "#f9d5ad", "#944700"),
    },
    inserted=Tint("#d9f2e0", "#b7e2c4", "#14532d"),
    removed=Tint("#fbe0dd", "#f5bdb7", "#8c1d18"),
)  # fmt: skip
DARK = Colours(
    window="#1d2025", base="#15181c", raised="#23272d", text="#e4e7eb", muted="#a2abb6", border="#3a4049",
    accent="#7db2f5", on_accent="#0d1a2b", selected="#28405f", wrong="#ff9c93",
    found="#6a5a00",
    tints={
        ProposalKind.ACTION: Tint("#1c3250", "#2b4f80", "#8fbdf8"),
        ProposalKind.QUOTE: Tint("#17382a", "#1f5a3c", "#83d6a2"),
        ProposalKind.EVENT: Tint("#352650", "#523a7d", "#c8a9f5"),
        ProposalKind.WARNING: Tint("#452d10", "#6b4312", "#f5b76b"),
    },
    inserted=Tint("#17382a", "#1f5a3c", "#9be3b4"),
    removed=Tint("#4a1f1c", "#6b2b27", "#ffb4ab"),
)  # fmt: skip
_FIXED: dict[str, Colours] = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}
"""The themes that are not as the system is."""

_UNDERLINES = {
    ProposalKind.ACTION: QTextCharFormat.UnderlineStyle.SingleUnderline,
    ProposalKind.QUOTE: QTextCharFormat.UnderlineStyle.DashUnderline,
    ProposalKind.EVENT: QTextCharFormat.UnderlineStyle.DotLine,
    ProposalKind.WARNING: QTextCharFormat.UnderlineStyle.WaveUnderline,
}


def colours_of(palette: QPalette) -> Colours:
    """The scheme that the palette belongs to."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def mark_format(kind: ProposalKind, colours: Colours, *, chosen: bool) -> QTextCharFormat:
    """How a passage is marked: the kind's colour and, for those who do not see it, its kind of line."""
    tint = colours.tints[kind]
    form = QTextCharFormat()
    form.setBackground(QColor(tint.chosen if chosen else tint.ground))
    form.setUnderlineStyle(_UNDERLINES[kind])
    form.setUnderlineColor(QColor(tint.ink))
    return form


def hit_format(colours: Colours) -> QTextCharFormat:
    """How words that were found are marked: the ground of what is selected, and a line above them."""
    form = QTextCharFormat()
    form.setBackground(QColor(colours.found))
    form.setFontOverline(True)
    return form


class Looks(QObject):
    """The program's dress: light, dark or as the system is, in letters of the size that somebody wants."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._font = QFont(app.font())
        self._theme: str = Theme.SYSTEM
        self._text_size = NORMAL_SIZE
        self._follows = False
        self._worn: tuple[Colours, int] | None = None
        """None until every part is dressed."""
        app.setStyle("Fusion")

    def put_on_colours(self, theme: str, text_size: int = NORMAL_SIZE) -> None:
        """Dresses the program as far as its first picture shows it; the size is in hundredths."""
        self._theme, self._text_size = theme, _within(text_size)
        self._resize()
        palette = self._app.palette()  # a new one would load all of Qt's constants
        _fill(palette, _FIXED.get(theme) or colours_of(palette))
        self._app.setPalette(palette)

    def wear(self, theme: str, text_size: int = NORMAL_SIZE) -> None:
        """Dresses every part, now and whenever the system changes its mind; the size is in hundredths."""
        self._theme, self._text_size = theme, _within(text_size)
        if not self._follows:
            self._follows = True
            self._app.styleHints().colorSchemeChanged.connect(lambda _: self._dress())
        self._dress()

    def _dress(self) -> None:
        colours = _FIXED.get(self._theme) or self._of_system()
        if self._worn is not None and self._worn[0] is colours and self._worn[1] == self._text_size:
            return
        self._worn = (colours, self._text_size)
        self._resize()
        # Qt takes five times as long to put one style sheet in the place of another as to put it on bare.
        self._app.setStyleSheet("")
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(style_sheet(colours, QFontMetrics(self._app.font()).height()))

    def _resize(self) -> None:
        wanted = self._font if self._text_size == NORMAL_SIZE else scaled(self._font, self._text_size)
        if self._app.font() != wanted:
            self._app.setFont(wanted)

    def _of_system(self) -> Colours:
        # Loading these constants takes longer than all that the first picture needs, which does without.
        from PySide6.QtCore import Qt

        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def _within(text_size: int) -> int:
    return min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])


def scaled(font: QFont, size: int) -> QFont:
    """The font, larger or smaller by hundredths."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * size / 100)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * size / 100)))
    return made


def next_text_size(size: int, step: int) -> int:
    """The next larger size (1) or smaller one (-1); the same at the end."""
    others = [other for other in TEXT_SIZES if (other > size if step > 0 else other < size)]
    return (min(others) if step > 0 else max(others)) if others else size


def _palette(colours: Colours) -> QPalette:
    palette = QPalette(QColor(colours.window))
    _fill(palette, colours)
    return palette


def _fill(palette: QPalette, colours: Colours) -> None:
    role = QPalette.ColorRole
    for target, value in (
        (role.Window, colours.window), (role.Base, colours.base), (role.AlternateBase, colours.raised),
        (role.Button, colours.raised), (role.Text, colours.text), (role.WindowText, colours.text),
        (role.ButtonText, colours.text), (role.PlaceholderText, colours.muted), (role.Mid, colours.border),
        (role.Highlight, colours.selected), (role.HighlightedText, colours.text), (role.Link, colours.accent),
        (role.Accent, colours.accent), (role.ToolTipBase, colours.raised), (role.ToolTipText, colours.text),
    ):  # fmt: skip
        palette.setColor(target, QColor(value))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.muted))


def style_sheet(colours: Colours, line: int) -> str:
    """The style sheet; ``line`` is the height of a line of the program's font in pixels."""
    names = {name: value for name, value in asdict(colours).items() if isinstance(value, str)}
    names |= {"small": f"{max(2, line // 6)}px", "third": f"{line // 3}px", "half": f"{line // 2}px"}
    names |= {"edge": f"{max(3, line // 5)}px", "line": f"{line}px", "box": f"{max(8, line * 2 // 3)}px"}
    names |= {"tick": _picture("tick", colours.on_accent), "chevron": _picture("chevron", colours.text)}
    names |= {"chevron_up": _picture("chevron-up", colours.text)}
    names |= {f"{kind.value}_ink": tint.ink for kind, tint in colours.tints.items()}
    return Template(resource("styles/window.qss").read_text(encoding="utf-8")).substitute(names)


def _picture(name: str, colour: str) -> str:
    """The file of a picture: a style sheet colours none, so there is one for each colour that it has."""
    return Path(str(resource(f"styles/{name}-{colour.removeprefix('#')}.svg"))).as_posix()
