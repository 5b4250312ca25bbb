"""The texts that a person reads, found in the source: marked, declared in tables, said by the core."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casefile import fields, terms, vocabulary
from casefile.shipped import shipped_parts
from tests.translations.places import (
    BUILT_IN,
    CALENDAR,
    CODE,
    DECLARED,
    DECLARED_BY_NAME,
    MARKS,
    SILENT,
    SPOKEN_BY,
    VALUES,
    WORDED,
)

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Text:
    """One text with where it stands; ``plural`` and ``context`` are "" for none."""

    english: str
    place: str
    plural: str = ""
    context: str = ""


def all_texts() -> list[Text]:
    """Every text, in the order of the files; one that stands in several places comes several times."""
    found = [text for path in modules("ui") if path.name != "__main__.py" for text in of_window(path)]
    found += [text for path in modules("casefile") for text in of_core(path)]
    found += [Text(field.label, "casefile/fields.py") for field in fields.FIELDS]
    found += [
        Text(fields.field(name).label, "casefile/fields.py")
        for part in fields.PARTS.values()
        for name in part
    ]
    lists = [vocabulary.vocabulary(name) for name in vocabulary.NAMES]
    found += [Text(term.definition, "resources/vocabularies") for one in lists for term in one.terms]
    found += [Text(part.used_for, "resources/shipped.json") for part in shipped_parts()]
    found += [Text(label, "casefile/terms.py") for label in term_labels()]
    found += [
        Text(name, "casefile/values.py", context=kind) for kind, names in CALENDAR.items() for name in names
    ]
    return [text for text in found if re.search(r"[^\W\d_]", text.english)]


def modules(package: str) -> list[Path]:
    """The package's modules by name."""
    return sorted((ROOT / package).rglob("*.py"))


def term_labels() -> list[str]:
    """What the screen calls the core's own terms."""
    kinds = [kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
    of_terms = [terms.label(one) for kind in kinds if kind is not StrEnum for one in kind]
    return of_terms + [terms.label(group) for group in fields.FieldGroup]


def of_window(path: Path) -> Iterator[Text]:
    """The texts of one module of the window."""
    place = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield from _of_call(node, place)
        elif isinstance(node, ast.Assign) and _is_step_label(node):
            yield from _wordings(node.value, place)


def of_core(path: Path) -> Iterator[Text]:
    """What one module of the core says to people: sentences, with a place for each value in them."""
    place = path.relative_to(ROOT).as_posix()
    if place.startswith(SILENT):
        return
    tree = ast.parse(path.read_text("utf-8"))
    yield from _marked(tree, place)
    spoken = [argument for node in ast.walk(tree) if isinstance(node, ast.Call) and _speaks(node)
              for argument in (*node.args, *(keyword.value for keyword in node.keywords))]  # fmt: skip
    texts = [text for argument in spoken for text in _wordings(argument, place)]
    texts += _sentences(tree, place) if place in WORDED else ()
    if place in VALUES:
        errors = [
            node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) == "ValueError"
        ]
        texts += [text for error in errors for argument in error.args for text in _wordings(argument, place)]
    yield from (text for text in texts if not CODE.search(text.english))


def _marked(tree: ast.Module, place: str) -> Iterator[Text]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in MARKS:
            yield from _of_call(node, place)


def _of_call(node: ast.Call, place: str) -> Iterator[Text]:
    name = _name(node)
    literals = [_literal(argument) for argument in node.args]
    if name in MARKS and literals and literals[0]:
        yield Text(literals[0], place)
    elif name in ("tr_n", "N_n") and len(literals) > 1 and literals[0]:
        yield Text(literals[0], place, plural=literals[1])
    elif name == "tr_c" and len(literals) > 1 and literals[1]:
        yield Text(literals[1], place, context=literals[0])
    elif name in DECLARED:
        texts = [text for title, text in zip(DECLARED[name], literals, strict=False) if title]
        texts += [_literal(one.value) for one in node.keywords if one.arg in DECLARED_BY_NAME]
        yield from (Text(text, place) for text in texts if text)
    elif name == "PaneKeys":
        pairs = [
            pair.elts for part in node.args[1:] for pair in ast.walk(part) if isinstance(pair, ast.Tuple)
        ]
        keys, names = (
            [_literal(one[0]) for one in pairs if one],
            [_literal(one[1]) for one in pairs if len(one) > 1],
        )
        yield from (Text(text, place) for text in [literals[0], *names] if text)
        yield from (Text(text, place, context="keys") for text in keys if text.startswith("Alt+"))
    elif name in ("write", "write_many", "_decide") and node.args:
        yield from _wordings(node.args[0], place)


def _is_step_label(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "label" for target in node.targets)


def _speaks(node: ast.Call) -> bool:
    name = _name(node)
    if name == "__init__":
        return isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "super()"
    is_error = name.endswith("Error") and name not in BUILT_IN
    is_note = name == "append" and ast.unparse(node.func).endswith("notes.append")
    return is_error or is_note or name in SPOKEN_BY or name in ("write", "step", "advance")


def _sentences(tree: ast.Module, place: str) -> Iterator[Text]:
    """Everything in words but what tells developers something: docstrings, statements, keys."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    silent |= {id(part) for node in ast.walk(tree) for kind in _annotations(node) for part in ast.walk(kind)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    raised = {id(argument) for node in calls if _name(node) in BUILT_IN for argument in node.args}
    for node in ast.walk(tree):
        if id(node) in silent | inner | raised:
            continue
        for text in _wordings(node, place) if isinstance(node, ast.Constant | ast.JoinedStr) else ():
            bare = re.sub(r"\{\w*\}", "", text.english)
            if re.search(r"[a-z]{2}", bare) and (
                " " in bare.strip() or bare[:1].isupper() or "{" in text.english
            ):
                yield text


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
        yield node.annotation
    if isinstance(node, ast.Subscript):
        yield node.slice
    if isinstance(node, ast.FunctionDef) and node.returns is not None:
        yield node.returns


def _wordings(node: ast.expr, place: str) -> Iterator[Text]:
    """The text of a literal, each of a choice, the parts of a sum; a place in braces for each value."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value.strip():
            yield Text(node.value.strip(), place)
    elif isinstance(node, ast.JoinedStr):
        yield from _pattern(node, place)
    elif isinstance(node, ast.IfExp):
        yield from _wordings(node.body, place)
        yield from _wordings(node.orelse, place)
    elif isinstance(node, ast.BinOp):
        yield from _wordings(node.left, place)
        yield from _wordings(node.right, place)


def _pattern(node: ast.JoinedStr, place: str) -> Iterator[Text]:
    made, seen = "", dict[str, str]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            made += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            source, name = ast.unparse(part.value), _place_name(part.value)
            number = 2
            base = name
            while seen.get(name, source) != source:
                name, number = f"{base}{number}", number + 1
            seen[name] = source
            made += f"{{{name}}}"
    bare = re.sub(r"\{\w*\}", "", made)
    if len(re.findall(r"[^\W\d_]", bare)) >= 2:
        yield Text(made.strip(), place)


def _place_name(node: ast.expr) -> str:
    """A short name for a value: the last word of what it is made with."""
    words = re.findall(r"[A-Za-z_]\w*", re.sub(r"'[^']*'|\"[^\"]*\"", "", ast.unparse(node)))
    known = [
        word
        for word in words
        if word not in ("if", "else", "lower", "len", "str", "join", "label", "shown", "for", "in")
    ]
    return (known[-1] if known else "value").strip("_").lower() or "value"


def _name(node: ast.Call) -> str:
    function = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    return (
        function.id
        if isinstance(function, ast.Name)
        else function.attr
        if isinstance(function, ast.Attribute)
        else ""
    )


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
