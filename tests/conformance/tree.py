"""A PDF's structure as a reader program meets it: a walk of the tree, with the text by PDFium."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_INLINE = {"Link", "Reference", "Span"}


@dataclass
class Node:
    """An element: its type, its text and what it holds, in the order of the tree."""

    role: str
    language: str = ""
    alternate: str = ""
    actual_text: str = ""
    identifier: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list["Node | Content | Annotation"] = field(default_factory=list)

    def walk(self) -> Iterator["Node | Content | Annotation"]:
        """Everything below, and the node itself first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()
            else:
                yield kid

    def nodes(self, *roles: str) -> list["Node"]:
        """The elements below of these types, in order; all without a type."""
        return [node for node in self.walk() if isinstance(node, Node) and (not roles or node.role in roles)]

    @property
    def text(self) -> str:
        """The text as it is read aloud, white space as one space."""
        return " ".join(self._words().split())

    def _words(self) -> str:
        words = ""
        for kid in self.kids:
            if isinstance(kid, Content):
                words += kid.text
            elif isinstance(kid, Node):
                words += kid._words() if kid.role in _INLINE else f" {kid._words()} "
        return words

    @property
    def pages(self) -> list[int]:
        """The pages that its content stands on."""
        return sorted({part.page for part in self.walk() if isinstance(part, Content)})


@dataclass(frozen=True)
class Content:
    """Marked content: the page, its number there, its text."""

    page: int
    number: int
    text: str


@dataclass(frozen=True)
class Annotation:
    """A link on a page: where it leads and what it says of that."""

    page: int
    target: str
    words: str
    key: int


def read_tree(content: bytes) -> Node:
    """The document's structure; the root is an element of the type ``Root``."""
    texts = _texts(content)
    with pikepdf.open(BytesIO(content)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        reader = _Reader(pages, texts)
        root = Node("Root")
        reader.add_kids(root, file.Root.StructTreeRoot, None)
        return root


def _texts(content: bytes) -> list[dict[int, str]]:
    """The text of each marked content of each page, as PDFium reads it."""
    document = pypdfium2.PdfDocument(content)
    found: list[dict[int, str]] = []
    for page in document:
        text_page = page.get_textpage()
        texts: dict[int, str] = {}
        for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
            item = pdfium.FPDFPage_GetObject(page.raw, index)
            number = pdfium.FPDFPageObj_GetMarkedContentID(item)
            if number >= 0 and pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
                texts[number] = texts.get(number, "") + _text(item, text_page.raw)
        found.append(texts)
    document.close()
    return found


def _text(item: Any, text_page: Any) -> str:  # noqa: ANN401 - the binding's own types
    size = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(item, text_page, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").split("\x00")[0]


@dataclass
class _Reader:
    pages: dict[tuple[int, int], int]
    texts: list[dict[int, str]]

    def add_kids(self, node: Node, source: Any, page: int | None) -> None:  # noqa: ANN401 - objects of pikepdf
        if "/Pg" in source:
            page = self.pages[source.Pg.objgen]
        kids = source.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            node.kids.append(self._kid(kid, page))

    def _kid(self, kid: Any, page: int | None) -> "Node | Content | Annotation":  # noqa: ANN401
        if not isinstance(kid, pikepdf.Dictionary):
            return self._content(page, int(kid))
        kind = str(kid.get("/Type", ""))
        if kind == "/MCR":
            return self._content(self.pages[kid.Pg.objgen], int(kid.MCID))
        if kind == "/OBJR":
            link = kid.Obj
            target = str(link.A.URI) if "/A" in link else "#"
            words = str(link.get("/Contents", ""))
            return Annotation(self.pages[kid.Pg.objgen], target, words, int(link.StructParent))
        return self._node(kid, page)

    def _content(self, page: int | None, number: int) -> Content:
        assert page is not None
        return Content(page, number, self.texts[page].get(number, ""))

    def _node(self, kid: Any, page: int | None) -> Node:  # noqa: ANN401
        attributes = {key[1:]: str(value) for key, value in kid.get("/A", {}).items()}
        language, alternate, actual_text, identifier = (
            str(kid.get(key, "")) for key in ("/Lang", "/Alt", "/ActualText", "/ID")
        )
        node = Node(str(kid.S)[1:], language, alternate, actual_text, identifier, attributes)
        self.add_kids(node, kid, page)
        return node
