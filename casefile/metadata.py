"""What is known of a publication beside its text. Imports only values and terms.

Made by reading, used by extraction (the publication date resolves "last Tuesday"), kept by the store.
"""

from dataclasses import dataclass

from casefile.terms import SourceKind
from casefile.values import PartialDate


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
