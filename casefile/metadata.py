"""What is known of a publication beside its text. Imports only values and terms.

Made by reading, used by extraction (the publication date resolves "last Tuesday"), kept by the store.
"""

from dataclasses import dataclass

from casefile.terms import SourceKind
from casefile.values import PartialDate


@dataclass(frozen=True)
class Found:
    """Where a value of the description comes from."""

    field: str
    """A field of :class:`SourceMetadata`."""
    where: str
    """As a person reads it: "JSON-LD datePublished", "byline", "file name"."""
    guessed: bool = False
    """Whether the source does not say so itself."""


@dataclass(frozen=True)
class SourceMetadata:
    """A publication's description; what the source does not say is empty or None."""

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    url: str = ""
    language: str = ""
    """ISO 639-1, "" where it could not be told."""
    kind: SourceKind = SourceKind.PRESS
    modified: PartialDate | None = None
    """When the publication says it was last changed."""
    licence: str = ""
    """The line in which the source says how it may be used."""
    found: tuple[Found, ...] = ()
    """Where each value was found; at most one for a field."""
