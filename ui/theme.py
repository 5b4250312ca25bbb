"""How the window looks: colours for light and dark, the palette and the style sheet made of them.

Text on every ground keeps a contrast of 4.5 to 1 (WCAG AA). Imports terms and settings.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QTextCharFormat
from PySide6.QtWidgets import QApplication

from casefile.paths import resource
from casefile.settings import Theme
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
    tints: dict[ProposalKind, Tint]
    inserted: Tint
    removed: Tint
    """Of texts that are compared."""


LIGHT = Colours(
    window="#f3f4f6", base="#ffffff", raised="#fafbfc", text="#1b1f24", muted="#57606a", border="#d4d9e0",
    accent="#1f5fae", on_accent="#ffffff", selected="#dbe8f8", wrong="#b3261e",
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
    tints={
        ProposalKind.ACTION: Tint("#1c3250", "#2b4f80", "#8fbdf8"),
        ProposalKind.QUOTE: Tint("#17382a", "#1f5a3c", "#83d6a2"),
        ProposalKind.EVENT: Tint("#352650", "#523a7d", "#c8a9f5"),
        ProposalKind.WARNING: Tint("#452d10", "#6b4312", "#f5b76b"),
    },
    inserted=Tint("#17382a", "#1f5a3c", "#9be3b4"),
    removed=Tint("#4a1f1c", "#6b2b27", "#ffb4ab"),
)  # fmt: skip

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


def follow_theme(app: QApplication, theme: str) -> None:
    """Makes the program light or dark, now and whenever the system changes its mind."""
    hints = app.styleHints()
    app.setStyle("Fusion")
    wanted = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}
    if theme in wanted:
        _dress(app, wanted[Theme(theme)])
        return
    _dress(app, hints.colorScheme())
    hints.colorSchemeChanged.connect(lambda scheme: _dress(app, scheme))


def _dress(app: QApplication, scheme: Qt.ColorScheme) -> None:
    colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    app.setPalette(_palette(colours))
    app.setStyleSheet(style_sheet(colours, app.fontMetrics().height()))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.window))
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
    return palette


def style_sheet(colours: Colours, line: int) -> str:
    """The style sheet; ``line`` is the height of a line of the program's font in pixels."""
    names = {name: value for name, value in asdict(colours).items() if isinstance(value, str)}
    names |= {"small": f"{max(2, line // 6)}px", "third": f"{line // 3}px", "half": f"{line // 2}px"}
    names |= {"edge": f"{max(3, line // 5)}px", "line": f"{line}px"}
    names |= {f"{kind.value}_ink": tint.ink for kind, tint in colours.tints.items()}
    return Template(resource("styles/window.qss").read_text(encoding="utf-8")).substitute(names)
