"""The forms for how sources and quotes are described, said without Qt. Imports the ground and form fields."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from casefile.terms import SourceKind
from casefile.translation import tr
from ui.dialogs.coded_names import tongue_name
from ui.dialogs.form_fields import Entries, Field, dated, linked, named, read_date

if TYPE_CHECKING:
    from casefile.store.corrections import QuoteDetails, SourceDetails

_PARTS = ";"
"""What stands between authors: their names may have commas."""


def source_form(details: "SourceDetails") -> Sequence[Field]:
    """The fields of a source."""
    return (
        Field("title", tr("Title"), details.title),
        Field("outlet", tr("Outlet"), details.outlet, tr("Such as Reuters")),
        named(
            "authors", tr("Authors"), f"{_PARTS} ".join(details.authors), tr("Such as Jane Doe; Jan Jansen")
        ),
        dated("published", tr("Published"), details.published.edtf if details.published else ""),
        linked("url", tr("Address"), details.url),
        Field("language", tr("Language"), details.language, note=tongue_name),
        Field("kind", tr("Kind"), details.kind, choices=tuple(SourceKind)),
    )


def entered_source(entries: Entries) -> "SourceDetails":
    """What was entered; :class:`FieldError` for a date that is none."""
    from casefile.store.corrections import SourceDetails

    return SourceDetails(
        title=entries["title"],
        outlet=entries["outlet"],
        authors=tuple(entries["authors"].split(_PARTS)),
        published=read_date("published", entries["published"]),
        url=entries["url"],
        language=entries["language"],
        kind=SourceKind(entries["kind"]),
    )


def quote_form(details: "QuoteDetails") -> Sequence[Field]:
    """The fields of a quote; its words are the source's and are not asked for."""
    return (
        Field("speaker", tr("Speaker"), details.speaker),
        Field("role", tr("Role"), details.role, tr("Such as chair of the authority")),
        Field("translation", tr("Translation"), details.translation, lines=3),
    )


def entered_quote(entries: Entries) -> "QuoteDetails":
    """What was entered."""
    from casefile.store.corrections import QuoteDetails

    return QuoteDetails(entries["speaker"], entries["role"], entries["translation"])
