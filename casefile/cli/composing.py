"""What ``casefile brief`` is asked to print: a draft, a template, single choices."""

import argparse
from dataclasses import replace
from enum import StrEnum
from typing import Any

from casefile.briefs.composition import (
    BriefLanguage,
    CitationStyle,
    Composition,
    NotePlace,
    PageSize,
    Template,
)
from casefile.cli.session import case_id
from casefile.errors import CasefileError
from casefile.store.store import Store

_CHOICES: dict[str, tuple[str, type[StrEnum]]] = {
    "page_size": ("paper", PageSize),
    "citation_style": ("style", CitationStyle),
    "note_place": ("notes", NotePlace),
    "language": ("language", BriefLanguage),
}
"""Fields of a composition: the option that sets it, what it becomes."""
_WORDS = ("title", "organisation", "author", "recipient", "marking")


def composed(store: Store, options: argparse.Namespace) -> Composition:
    """The draft that is named, else everything, with what the options say in its place.

    Raises :class:`casefile.errors.CasefileError` for a draft or a case file that is not there.
    """
    composition = Composition() if options.draft is None else _draft(store, options.draft)
    chosen: dict[str, Any] = {
        name: getattr(options, name) for name in _WORDS if getattr(options, name) is not None
    }
    if options.case is not None:
        chosen["case_id"] = case_id(store, options.case)
    if options.template is not None:
        chosen["sections"] = Template(options.template).sections
    for name, (option, kind) in _CHOICES.items():
        if (value := getattr(options, option)) is not None:
            chosen[name] = kind(value)
    return replace(composition, **chosen)


def _draft(store: Store, name: str) -> Composition:
    from casefile.briefs.drafts import named_draft
    from casefile.store.drafts import DraftGoneError, draft_rows

    with store.read() as reader:
        try:
            return named_draft(reader, name).composition
        except DraftGoneError as error:
            names = ", ".join(f"“{row.name}”" for row in draft_rows(reader)) or "none yet"
            raise CasefileError(f"There is no draft “{name}”.", f"The store has: {names}.") from error
