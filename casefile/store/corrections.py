"""What a person corrects of sources and quotes: their description, never their words. Inside a write."""

from dataclasses import dataclass

from casefile.store.review import speaker_id
from casefile.store.schema.evidence import Source
from casefile.store.schema.record import Quote
from casefile.store.sources import sort_key
from casefile.store.store import Writer
from casefile.terms import SourceKind
from casefile.values import PartialDate


@dataclass(frozen=True)
class SourceDetails:
    """How a source is described; every text may be empty."""

    title: str
    outlet: str
    authors: tuple[str, ...]
    published: PartialDate | None
    url: str
    language: str
    kind: SourceKind
    is_primary: bool


def source_details(writer: Writer, source_id: int) -> SourceDetails:
    """How the source is described now; ``LookupError`` where it is gone."""
    source = writer.get_one(Source, source_id)
    return SourceDetails(
        source.title, source.outlet, source.authors, source.published, source.url, source.language,
        source.kind, source.is_primary,
    )  # fmt: skip


def describe_source(writer: Writer, source_id: int, details: SourceDetails) -> None:
    """Describes the source otherwise; its bytes, its text and what rests on them stay as they are."""
    source = writer.get_one(Source, source_id)
    source.title, source.outlet = details.title.strip(), details.outlet.strip()
    source.authors = tuple(author.strip() for author in details.authors if author.strip())
    source.published, source.published_sort = details.published, sort_key(details.published)
    source.url, source.language = details.url.strip(), details.language.strip()
    source.kind, source.is_primary = details.kind, details.is_primary
    writer.flush()


def change_quote(writer: Writer, quote_id: int, *, speaker: str, role: str, translation: str) -> None:
    """Says who said it, in what role, and what it is in another language; the words are the source's."""
    quote = writer.get_one(Quote, quote_id)
    quote.speaker_id = speaker_id(writer, speaker.strip())
    quote.role, quote.translation = role.strip(), translation.strip()
    writer.flush()
