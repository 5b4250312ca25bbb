"""Literals of the window that look like words for people and are not marked for translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.translations.places import DECLARED, MARKS

WORDS = re.compile(r"[A-Z][a-z]+|[A-Za-z]{2,}[ …][A-Za-z]")
KEYS = re.compile(
    r"(?:(?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z0-9+=/-]|F\d+|Return|Enter|Escape|Esc|Space|Tab|Del|Ins|Home|End|PgUp"
    r"|PgDown|Up|Down|Left|Right) ?)+"
)
"""Names of keys, which Qt itself translates where it shows them."""
TECHNICAL = re.compile(
    r"[\w.]+\.(?:pdf|json|url)|UTC|QPushButton|HTML Format|_NETSCAPE_URL|[A-Z]{2,}[$€]?|[A-Z]{1,2}\$"
)
"""File names, formats and codes."""
SILENT_CALLS = re.compile(
    r"^re\.|_log\.|^sys\.|environ|TypeVar$|^cast$|^Slot$|setObjectName$|roperty$|\bread$|\.write$|\.write_many$|_decide$"
    r"|^(?:Value|Runtime|Lookup|Type|Key|Assertion|NotImplemented)Error$|NumberFormat$|getattr$|N_n$|tr_n$|tr_c$"
    r"|save$|findChild|inherits$|\.format$|startswith$|endswith$|partition$|split$|strptime$|normalize$|RecordSpec$"
)
"""Calls whose words are for the program: patterns, names, the log, the journal's labels, errors of ours."""
SILENT_NAMES = {"encoding", "bound", "objectName", "key"}
ALLOWED = {
    "Casefile", "English", "Deutsch", "Reuters", "Fusion", "Window", "iconName", "currentColor", "sideBar",
    "cardList", "messageBar", "emptyState", "layoutName", "FileGroupDescriptorW", "FileGroupDescriptor",
    "RenPrivateMessages", "[InternetShortcut]\nURL=0",
}  # fmt: skip
"""Names: of the program, of languages, of parts of the style sheet, of what other programs hand over."""
KEPT = {"give up", "open appeal", "not known", "decision date", "case file", "brief preview"}
"""English that is a key, or a part of what the journal keeps; looked up where it is shown."""
OTHERWISE = {"__main__.py", "figures.py", "told.py"}
"""The command line, and those that know the core's English in order to translate it."""


def unmarked(path: Path) -> list[str]:
    """Each with its line; empty where all words are marked."""
    if path.name in OTHERWISE:
        return []
    return [f"{path.name}:{line}: {text!r}" for line, text in find_unmarked(path.read_text("utf-8"))]


def find_unmarked(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each literal with words that neither a mark nor a table declares."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text(node)
        if text and _has_words(text) and not _is_silent(node, parents):
            yield getattr(node, "lineno", 0), text


def _text(node: ast.AST) -> str:
    """What a literal says, without the values in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values)
    return ""


def _has_words(text: str) -> bool:
    bare = text.strip()
    if (
        bare in ALLOWED | KEPT
        or KEYS.fullmatch(bare)
        or TECHNICAL.fullmatch(bare)
        or bare.startswith(("#", "<", "%"))
    ):
        return False
    return bool(WORDS.search(bare))


def _is_silent(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Whether it is no text of its own, or what is made of it tells that nobody reads it."""
    parent = parents.get(node)
    if isinstance(parent, ast.Expr | ast.Compare | ast.JoinedStr | ast.MatchValue | ast.Subscript):
        return True
    if isinstance(parent, ast.Dict) and any(key is node for key in parent.keys):
        return True
    inner: ast.AST = node
    while (outer := parents.get(inner)) is not None:
        if isinstance(outer, ast.Call) and _silences(outer, inner):
            return True
        if isinstance(outer, ast.keyword) and outer.arg in SILENT_NAMES:
            return True
        if isinstance(outer, ast.Subscript) and outer.slice is inner:
            return True
        if isinstance(outer, ast.arg | ast.Raise) or getattr(outer, "annotation", None) is inner:
            return True
        if getattr(outer, "returns", None) is inner or (isinstance(outer, ast.Assign) and _is_label(outer)):
            return True
        if isinstance(outer, ast.stmt):
            return False
        inner = outer
    return False


def _silences(call: ast.Call, inner: ast.AST) -> bool:
    name = ast.unparse(call.func)
    if name in MARKS or name.partition("[")[0] in DECLARED or name == "PaneKeys":
        return True
    return inner is not call.func and bool(SILENT_CALLS.search(name))


def _is_label(node: ast.Assign) -> bool:
    """The label of a step, which the journal keeps in English."""
    return any(isinstance(target, ast.Name) and target.id == "label" for target in node.targets)
