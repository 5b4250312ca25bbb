"""What a worker does with a file: reads it and proposes. Imports reading and extraction; pure.

:class:`casefile.intake.workers.ReaderPool` can be given another module with these two functions.
"""

from dataclasses import replace
from datetime import date

from casefile.extraction import extract
from casefile.intake.proposing import propose, with_limit_told
from casefile.intake.wire import RawItem, ReadResult
from casefile.metadata import SourceMetadata
from casefile.reading import read_contents
from casefile.reading.addresses import with_address

_PAGE = """<!doctype html><html lang="en"><head><title>Regulator fines Acme</title></head><body><article>
<h1>Regulator fines Acme</h1><p>The data protection authority has fined Acme Corp 2.5 million euros for
failing to protect patient files under Article 32 of the GDPR, it said on Monday.</p><p>“Nobody checked the
lock,” said Karel de Wit, chair of the authority. Acme Corp said that it would appeal.</p>
</article></body></html>"""
_LANGUAGES = ("en", "fr", "de", "nl", "es", "it")


def read(item: RawItem) -> ReadResult:
    """What the file holds and proposes; :class:`casefile.reading.ReadingError` where it cannot be read."""
    reading = read_contents(item.content, item.name, item.captured)
    document = reading.document
    if document is None:
        return ReadResult(reading)
    document = replace(document, metadata=with_address(document.metadata, item.url, "the clipboard"))
    proposals = propose(document)
    return ReadResult(replace(reading, document=with_limit_told(document)), proposals)


def warm_up() -> None:
    """Loads what the common page needs, so that the first one is read as fast as the next."""
    document = read(RawItem("warm.html", _PAGE.encode(), date(2026, 1, 1))).reading.document
    text = document.text if document is not None else ""
    for language in _LANGUAGES:
        extract(text, SourceMetadata(language=language))
