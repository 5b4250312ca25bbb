"""The layering of the design, held by the imports themselves."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GROUND = {
    "cycles", "errors", "terms", "values", "metadata", "proposals", "progress", "paths", "settings",
    "fields", "identifiers", "languages", "names", "registry", "structure", "tables", "translation",
    "vocabulary", "rates",
}  # fmt: skip
REFERENCE = {"names", "registry", "vocabulary", "rates"}
"""What ships as data: the rest of the ground does without it."""
MAY_IMPORT = {
    "store": GROUND,
    "reading": GROUND,
    "extraction": GROUND,
    "intake": GROUND | {"store", "reading", "extraction"},
    "timeline": GROUND,
    # A citation tells people from organisations as the readers do.
    "briefs": GROUND | {"store", "timeline", "extraction", "reading"},
    # A brief also leaves as Markdown and DOCX: what it says is the briefs' matter, not told twice.
    "exchange": GROUND | {"store", "briefs"},
    "cli": GROUND | {"store", "reading", "extraction", "intake", "briefs", "exchange"},
}
NETWORK = {
    "requests",
    "httpx",
    "aiohttp",
    "socket",
    "ssl",
    "urllib.request",
    "http.client",
    "ftplib",
    "smtplib",
}


LOCAL_SOCKETS = {f"PySide6.QtNetwork{name}" for name in ("", ".QLocalServer", ".QLocalSocket")}
"""What one start of the window tells another one by, within the machine."""


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def rooms(path: Path) -> set[str]:
    """The parts of the core that a module imports."""
    return {name.split(".")[1] for name in imports(path) if name.startswith("casefile.")}


def test_there_is_something_to_look_at() -> None:
    assert len(modules("casefile")) > 30
    assert len(modules("ui")) > 5


@pytest.mark.parametrize("path", modules("casefile"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_core_knows_neither_qt_nor_the_window(path: Path) -> None:
    assert not roots(path) & {"PySide6", "shiboken6", "ui"}


@pytest.mark.parametrize("path", modules("casefile"), ids=lambda path: str(path.relative_to(ROOT)))
def test_each_room_imports_only_what_lies_below(path: Path) -> None:
    parts = path.relative_to(ROOT / "casefile").parts
    if len(parts) == 1:
        allowed = GROUND - REFERENCE if parts[0] != "__init__.py" else set()
    else:
        allowed = MAY_IMPORT[parts[0]] | {parts[0]}
    assert rooms(path) - allowed - {"__version__"} == set()


@pytest.mark.parametrize(
    "path", modules("casefile") + modules("ui"), ids=lambda path: str(path.relative_to(ROOT))
)
def test_sql_and_pdf_have_one_home_each_and_nothing_has_the_network(path: Path) -> None:
    inside = path.relative_to(ROOT).as_posix()
    if not inside.startswith("casefile/store/"):
        assert not roots(path) & {"sqlalchemy", "alembic", "sqlite3"}
    if not inside.startswith("casefile/briefs/pdf"):
        assert "reportlab" not in roots(path)
    assert not imports(path) & NETWORK
    of_qt = {name for name in imports(path) if name.startswith("PySide6.QtNetwork")}
    assert of_qt <= (LOCAL_SOCKETS if inside == "ui/one_instance.py" else set())


@pytest.mark.parametrize("path", modules("ui/panes"), ids=lambda path: path.name)
def test_panes_do_not_import_each_other(path: Path) -> None:
    others = {f"ui.panes.{other.stem}" for other in modules("ui/panes")} - {f"ui.panes.{path.stem}"}
    assert not imports(path) & others


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout


def test_importing_all_of_the_core_loads_no_qt() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in modules("casefile")
        if "migrations/env" not in path.as_posix() and "versions" not in path.parts
    ]
    code = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6', 'ui')])"
    )
    assert run_python(code).strip() == "[]"


def test_version_loads_neither_qt_nor_sqlalchemy() -> None:
    code = (
        "import sys\nfrom ui.__main__ import main\nsys.argv = ['casefile', '--version']\n"
        "try: status = main()\nexcept SystemExit as done: status = done.code\n"
        "heavy = ('PySide6', 'shiboken6', 'sqlalchemy', 'reportlab', 'trafilatura', 'lxml')\n"
        "print(status, [name for name in sys.modules if name.split('.')[0] in heavy])"
    )
    assert run_python(code).splitlines()[-1] in ("0 []", "None []")


@pytest.mark.parametrize("path", modules("ui"), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_painter_ends_with_its_block(path: Path) -> None:
    # One that is only let go of lives on where another thread looks at the frame, and Qt paints below it.
    tree = parsed(path)
    made = {id(n) for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "QPainter"}
    ended = {id(n.context_expr) for n in ast.walk(tree) if isinstance(n, ast.withitem)}
    assert made <= ended
