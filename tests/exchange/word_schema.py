"""What a word processor refuses in a document that is well-formed XML: ``flaws_of``.

The order of elements is that of the transitional schema (ISO/IEC 29500-4, wml.xsd), for the elements that
have one; beside it stand the rules of the package (ISO/IEC 29500-2) and of references within it.
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from casefile.exchange.word_parts import AFTER_BORDERS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_SIDES = "top left start bottom right end"
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
        + " ".join(name.removeprefix("w:") for name in AFTER_BORDERS)
    ),
    "rPr": _RUN,
    "tblPr": _TABLE,
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark"
    ),
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "pBdr": "top left bottom right between bar",
    "tblBorders": f"{_SIDES} insideH insideV",
    "tcBorders": f"{_SIDES} insideH insideV tl2br tr2bl",
    "tblCellMar": _SIDES,
    "numPr": "ilvl numId",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings"
    ),
}  # fmt: skip
"""The names of children in the order in which they may come, by their parent."""
_AMONG_SETTINGS = ("footnotePr", "endnotePr", "compat")
_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}
"""What comes first in an element where it is there at all."""
_NAME = re.compile(r"[A-Za-z_]\w{0,39}")


def flaws_of(content: bytes) -> list[str]:
    """What is wrong with the document; nothing where a word processor can open it."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    trees: dict[str, ElementTree.Element] = {}
    found = [f"{name} is there {count} times" for name, count in Counter(names).items() if count > 1]
    for name, body in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = ElementTree.fromstring(body)  # noqa: S314 - our own file
            except ElementTree.ParseError as error:
                found.append(f"{name} is no XML: {error}")
    if found:
        return found
    found += _package_flaws(parts, trees)
    for name, tree in trees.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += [f"{name}: {flaw}" for flaw in _order_flaws(tree)]
    return found + list(_reference_flaws(trees))


def _package_flaws(parts: dict[str, bytes], trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    endings = {one.get("Extension", "").lower() for one in types.iter(f"{_TYPES}Default")}
    named = {one.get("PartName", "").lstrip("/") for one in types.iter(f"{_TYPES}Override")}
    yield from (f"{name} has a type and is not there" for name in sorted(named - parts.keys()))
    for name in parts.keys() - {"[Content_Types].xml"}:
        if name not in named and name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no type"
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in tree.iter(_RELATIONS):
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
                if relation.get("TargetMode") != "External" and target not in parts:
                    yield f"{name} leads to {target}, which is not there"
        else:
            folder, base = posixpath.split(name)
            own = trees.get(f"{folder}/_rels/{base}.rels")
            known = {one.get("Id") for one in own.iter(_RELATIONS)} if own is not None else set()
            used = {value for one in tree.iter() for key, value in one.attrib.items() if key.startswith(_R)}
            yield from (
                f"{name} names the relation {one}, which is not there" for one in sorted(used - known)
            )


def _order_flaws(tree: ElementTree.Element) -> Iterator[str]:
    for parent in tree.iter():
        name = parent.tag.removeprefix(_W)
        children = [child.tag.removeprefix(_W) for child in parent]
        if name in ORDERS:
            yield from _out_of_order(name, children, ORDERS[name].split())
        if name == "settings":
            ordered = [child for child in children if child in _AMONG_SETTINGS]
            yield from _out_of_order(name, ordered, list(_AMONG_SETTINGS))
        if _FIRST.get(name) in children[1:]:
            yield f"{_FIRST[name]} does not come first in {name}"
        if name == "tc" and children[-1:] != ["p"]:
            yield "a cell does not end in a paragraph"
        if name == "body" and children[-1:] != ["sectPr"]:
            yield "the body does not end in its section"


def _out_of_order(parent: str, children: list[str], order: list[str]) -> Iterator[str]:
    unknown = [child for child in children if child not in order]
    if unknown:
        yield f"{parent} cannot hold {', '.join(unknown)}"
        return
    places = [order.index(child) for child in children]
    if parent == "sectPr":
        places = [max(place, 1) for place in places]  # heads and feet come in any order
    if places != sorted(places):
        yield f"{parent} holds its children in the wrong order: {', '.join(children)}"


def _reference_flaws(trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Styles, lists, bookmarks, foot notes and columns that are named and not there."""
    document = trees["word/document.xml"]
    whole = [tree for name, tree in trees.items() if name.startswith("word/") and name.endswith(".xml")]
    styles = set(_values(trees["word/styles.xml"], "style", "styleId"))
    for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        used = {value for tree in whole for value in _values(tree, kind)}
        yield from (f"the style {one} is not there" for one in sorted(used - styles))
    lists = (
        set(_values(trees["word/numbering.xml"], "num", "numId")) if "word/numbering.xml" in trees else set()
    )
    used = {value for tree in whole for value in _values(tree, "numId")} - {"0"}
    yield from (f"the list {one} is not there" for one in sorted(used - lists))
    marks = Counter(_values(document, "bookmarkStart", "name"))
    yield from (f"the bookmark {one} is no name or is there twice" for one, count in marks.items()
                if count > 1 or not _NAME.fullmatch(one))  # fmt: skip
    for kind in ("bookmarkStart", "bookmarkEnd"):
        numbers = _values(document, kind, "id")
        if len(set(numbers)) < len(numbers) or len(numbers) != sum(marks.values()):
            yield f"the numbers of {kind} are not each one's own"
    wanted = {value for tree in whole for value in _values(tree, "hyperlink", "anchor")}
    yield from (f"no bookmark is called {one}" for one in sorted(wanted - marks.keys()))
    notes = trees.get("word/footnotes.xml")
    there = Counter(_values(notes, "footnote", "id")) if notes is not None else Counter()
    cited = Counter(_values(document, "footnoteReference", "id"))
    if max([*there.values(), *cited.values()], default=1) > 1 or cited.keys() - there.keys():
        yield "foot notes and their marks do not go together"
    for table in document.iter(f"{_W}tbl"):
        columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
        if any(_columns(row) != columns for row in table.findall(f"{_W}tr")):
            yield f"a row has not the {columns} columns of its table"


def _columns(row: ElementTree.Element) -> int:
    cells = row.findall(f"{_W}tc")
    return sum(int(next(iter(_values(cell, "gridSpan")), "1")) for cell in cells)


def _values(tree: ElementTree.Element, name: str, key: str = "val") -> list[str]:
    found = (one.get(f"{_W}{key}") for one in tree.iter(f"{_W}{name}"))
    return [value for value in found if value is not None]
