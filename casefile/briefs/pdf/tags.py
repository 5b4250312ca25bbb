"""Tags: what each stretch of a brief is (a heading, a cell, a note), apart from its look. Imports nothing.

A tag knows the tag around it; the tree of a document is the order in which its tags are first met. Strips
that share a tag are one element of the tree, however many pages they reach. Roles are the standard
structure types of ISO 32000-1, 14.8.4; what carries no tag is an artifact: seen, but not read aloud.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Role(StrEnum):
    """A standard structure type."""

    DOCUMENT = "Document"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    PARAGRAPH = "P"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    TABLE = "Table"
    CAPTION = "Caption"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    BLOCK_QUOTE = "BlockQuote"
    NOTE = "Note"
    REFERENCE = "Reference"
    LINK = "Link"
    SPAN = "Span"
    FIGURE = "Figure"


class Scope(StrEnum):
    """Which cells a header cell heads."""

    COLUMN = "Column"
    ROW = "Row"


class Numbering(StrEnum):
    """What the labels of a list are: numbers, or words of their own."""

    DECIMAL = "Decimal"
    OWN_LABELS = "None"


@dataclass(frozen=True, eq=False, slots=True)
class Tag:
    """An element of the document's structure; two tags are the same only if they are one object."""

    role: Role
    parent: "Tag | None" = None
    language: str = ""
    """BCP 47, where it differs from what stands around it."""
    alternate: str = ""
    """What a figure shows, in words; a figure without it has no meaning to who cannot see it."""
    actual_text: str = ""
    """The characters in logical order, where the page has them in another (a run from right to left)."""
    identifier: str = ""
    """Unique in the document; a note needs one."""
    scope: Scope | None = None
    numbering: Numbering | None = None

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to say of it but its role and its place."""
        return not (
            self.language or self.identifier or self.scope or self.numbering
            or self.alternate or self.actual_text or self.role is Role.FIGURE
        )  # fmt: skip

    def child(
        self,
        role: Role,
        *,
        language: str = "",
        alternate: str = "",
        actual_text: str = "",
        identifier: str = "",
        scope: Scope | None = None,
        numbering: Numbering | None = None,
    ) -> "Tag":
        """A new tag within this one; a language that is none is left out."""
        known = language_tag(language) if language else ""
        return Tag(
            role, self, known, alternate, actual_text, identifier, scope, numbering
        )  # fmt: skip


def language_tag(language: str) -> str:
    """The language where it has the form of a BCP 47 tag, else ""."""
    return language if _LANGUAGE.fullmatch(language) else ""
