"""What a person corrects of sources and quotes: their description, never their words. Inside a write."""

import dataclasses
from dataclasses import dataclass

from casefile.metadata import Found
from casefile.store.keeping import PRIMARY
from casefile.store.payload import from_json, to_json
from casefile.store.review import speaker_id
from casefile.store.schema.evidence import Source
from casefile.store.schema.record import Quote, Speaker, TimelineEvent
from casefile.store.sources import sort_key
from casefile.store.store import Reader, Writer
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


@dataclass(frozen=True)
class QuoteDetails:
    """Who said it, as what, and what it is in another language; every text may be empty."""

    speaker: str
    role: str
    translation: str


def source_details(reader: Reader, source_id: int) -> SourceDetails:
    """How the source is described now; ``RecordGoneError`` where it is gone."""
    source = reader.get_one(Source, source_id)
    return SourceDetails(
        source.title,
        source.outlet,
        source.authors,
        source.published,
        source.url,
        source.language,
        source.kind,
    )


def quote_details(reader: Reader, quote_id: int) -> QuoteDetails:
    """How the quote is described now; ``RecordGoneError`` where it is gone."""
    quote = reader.get_one(Quote, quote_id)
    speaker = reader.get_one(Speaker, quote.speaker_id).name if quote.speaker_id is not None else ""
    return QuoteDetails(speaker, quote.role, quote.translation)


def describe_source(writer: Writer, source_id: int, details: SourceDetails, by: str) -> None:
    """Describes the source otherwise; its bytes, its text and what rests on them stay as they are.

    What is changed was then found by the person.
    """
    source, before = writer.get_one(Source, source_id), source_details(writer, source_id)
    source.title, source.outlet = details.title.strip(), details.outlet.strip()
    source.authors = tuple(author.strip() for author in details.authors if author.strip())
    source.published, source.published_sort = details.published, sort_key(details.published)
    source.url, source.language = details.url.strip(), details.language.strip()
    source.kind, source.is_primary = details.kind, details.kind in PRIMARY
    now = source_details(writer, source_id)
    changed = [
        entry.name
        for entry in dataclasses.fields(SourceDetails)
        if getattr(before, entry.name) != getattr(now, entry.name)
    ]
    known = from_json(tuple[Found, ...], source.found) if source.found else ()
    kept = [one for one in known if one.field not in changed]
    found = (*kept, *(Found(name, f"entered by {by}") for name in changed))
    source.found = to_json(found) if found else ""
    writer.flush()


def describe_quote(writer: Writer, quote_id: int, details: QuoteDetails) -> None:
    """Says otherwise who said it; the words are the source's and stay."""
    quote = writer.get_one(Quote, quote_id)
    quote.speaker_id = speaker_id(writer, details.speaker.strip())
    quote.role, quote.translation = details.role.strip(), details.translation.strip()
    writer.flush()


def describe_event(
    writer: Writer, event_id: int, *, dated: PartialDate | None = None, about: str = ""
) -> None:
    """Dates the event otherwise, or says otherwise what happened; the passage that it rests on stays."""
    event = writer.get_one(TimelineEvent, event_id)
    if dated is not None:
        event.dated, event.dated_sort = dated, sort_key(dated)
    event.about = about.strip() or event.about
    writer.flush()
