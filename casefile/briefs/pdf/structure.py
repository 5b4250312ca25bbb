"""The structure tree of a document as PDF objects (ISO 32000-1, 14.7). Imports tags and syntax; no ReportLab.

Elements are made when their tag is first met, each under the element of the tag's parent. Content is
known by its page and its number on that page, annotations by their object; the parent tree leads back
from both to their elements.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from casefile.briefs.pdf.syntax import reference, text_string
from casefile.briefs.pdf.tags import Role, Tag

_IN_ONE_NODE = 256
"""Entries of one node of a tree of names or numbers."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top on the page."""


class Element:
    """A structure element being filled."""

    __slots__ = ("box", "kids", "number", "page", "parent", "tag")

    def __init__(self, tag: Tag, number: int, parent: int) -> None:
        self.tag = tag
        self.number = number
        self.parent = parent
        self.page = 0
        """The object of the page of its first content, 0 while it has none."""
        self.kids: list[str] = []
        self.box: Box | None = None


class StructureTree:
    """Collects elements, their content and their annotations; ``reserve`` gives numbers of objects."""

    def __init__(self, reserve: Callable[[], int]) -> None:
        self._reserve = reserve
        self.root = reserve()
        """The number of the object that the catalogue names."""
        self._elements: dict[Tag, Element] = {}
        self._roots: list[str] = []
        self._parents: list[int | list[int]] = []
        """What the parent tree holds by key: an annotation's element, or those of a page's content."""
        self._page = 0
        self._contents: list[int] = []

    def start_page(self, page: int) -> int:
        """The parent tree's key of the page with this object, on which content counts from 0."""
        self._page = page
        self._contents = []
        self._parents.append(self._contents)
        return len(self._parents) - 1

    def element(self, tag: Tag) -> Element:
        """The tag's element."""
        found = self._elements.get(tag)
        if found is None:
            found = self._elements[tag] = self._new(tag)
        return found

    def add_content(self, tag: Tag) -> int:
        """The number on its page of content that belongs to the tag."""
        element = self.element(tag)
        number = len(self._contents)
        self._contents.append(element.number)
        if not element.page:
            element.page = self._page
        if element.page == self._page:
            element.kids.append(str(number))
        else:
            element.kids.append(f"<</Type/MCR/Pg {reference(self._page)}/MCID {number}>>")
        return number

    def add_annotation(self, tag: Tag, annotation: int) -> int:
        """The parent tree's key of an annotation on the present page that belongs to the tag."""
        element = self.element(tag)
        self._parents.append(element.number)
        element.kids.append(f"<</Type/OBJR/Pg {reference(self._page)}/Obj {reference(annotation)}>>")
        return len(self._parents) - 1

    def enclose(self, tag: Tag, box: Box) -> None:
        """Make the tag's bounding box reach the box."""
        element = self.element(tag)
        old = element.box or box
        element.box = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))

    def objects(self) -> Iterator[tuple[int, str]]:
        """The objects of the tree with their numbers; the last thing that is asked of it."""
        parents = [
            (str(key), reference(held) if isinstance(held, int) else _array(map(reference, held)))
            for key, held in enumerate(self._parents)
        ]
        named = sorted(
            (text_string(tag.identifier), reference(element.number))
            for tag, element in self._elements.items()
            if tag.identifier
        )
        entries = [f"/Type/StructTreeRoot/K{_array(self._roots)}/ParentTreeNextKey {len(parents)}"]
        for key, found, kind in (("ParentTree", parents, "Nums"), ("IDTree", named, "Names")):
            if found or key == "ParentTree":
                top = self._reserve()
                entries.append(f"/{key} {reference(top)}")
                yield from self._tree(top, found, kind)
        for element in self._elements.values():
            yield element.number, _body(element)
            element.kids.clear()
        yield self.root, f"<<{''.join(entries)}>>"

    def _new(self, tag: Tag) -> Element:
        number = self._reserve()
        if tag.parent is None:
            self._roots.append(reference(number))
            return Element(tag, number, self.root)
        parent = self.element(tag.parent)
        parent.kids.append(reference(number))
        return Element(tag, number, parent.number)

    def _tree(self, top: int, entries: Sequence[tuple[str, str]], kind: str) -> Iterator[tuple[int, str]]:
        """A tree of one level below its top."""
        leaves: list[str] = []
        for start in range(0, len(entries), _IN_ONE_NODE):
            held = entries[start : start + _IN_ONE_NODE]
            leaf = self._reserve()
            leaves.append(reference(leaf))
            pairs = _array(f"{key} {value}" for key, value in held)
            yield leaf, f"<</Limits[{held[0][0]} {held[-1][0]}]/{kind}{pairs}>>"
        yield top, f"<</Kids{_array(leaves)}>>" if leaves else f"<</{kind}[]>>"


def _array(parts: Iterable[str]) -> str:
    return f"[{' '.join(parts)}]"


def _body(element: Element) -> str:
    kids = element.kids
    page = f"/Pg {element.page} 0 R" if element.page else ""
    held = f"/K {kids[0]}" if len(kids) == 1 else f"/K{_array(kids)}" if kids else ""
    said = "" if element.tag.is_bare else _said(element)
    return f"<</S/{element.tag.role}/P {element.parent} 0 R{page}{held}{said}>>"


def _said(element: Element) -> str:
    """What an element has beside its place and its content."""
    tag = element.tag
    known = {
        "ID": tag.identifier, "Lang": tag.language, "Alt": tag.alternate, "ActualText": tag.actual_text,
    }  # fmt: skip
    attributes = _attributes(element)
    words = "".join(f"/{key} {text_string(value)}" for key, value in known.items() if value)
    return f"{words}/A{attributes}" if attributes else words


def _attributes(element: Element) -> str:
    tag = element.tag
    if tag.scope:
        return f"<</O/Table/Scope/{tag.scope}>>"
    if tag.numbering:
        return f"<</O/List/ListNumbering/{tag.numbering}>>"
    if tag.role is Role.FIGURE and element.box:
        return f"<</O/Layout/Placement/Block/BBox[{' '.join(f'{edge:.2f}' for edge in element.box)}]>>"
    return ""
