"""Compositions kept in the store as drafts. Imports compositions and the store."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casefile.briefs.composition import Composition
from casefile.errors import CasefileError
from casefile.store import drafts, queries
from casefile.store.brief_rows import DraftRow
from casefile.store.store import Reader, Writer

NO_CASE = 0
"""The id of no case file: a draft whose own is gone for good tells nothing rather than everything."""
UNNAMED = "Enforcement actions"


class DraftNotReadError(CasefileError):
    """What the draft chooses cannot be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The draft “{name}” cannot be read.",
            "A newer version of Casefile may have written it; compose the brief anew here.",
        )


@dataclass(frozen=True)
class Draft:
    """A draft with what it chooses."""

    id: int
    name: str
    composition: Composition


def open_draft(reader: Reader, draft_id: int) -> Draft:
    """The draft.

    Raises :class:`casefile.store.drafts.DraftGoneError` where there is none, :class:`DraftNotReadError`.
    """
    row = drafts.draft_row(reader, draft_id)
    return Draft(row.id, row.name, _composition(row))


def named_draft(reader: Reader, name: str) -> Draft:
    """The draft of this name, in any case; errors as of :func:`open_draft`."""
    rows: Sequence[DraftRow] = drafts.draft_rows(reader)
    wanted = " ".join(name.split()).casefold()
    row = next((row for row in rows if row.name.casefold() == wanted), None)
    if row is None:
        raise drafts.DraftGoneError
    return Draft(row.id, row.name, _composition(row))


def keep_draft(writer: Writer, composition: Composition, draft_id: int | None = None) -> int:
    """Keeps the choices in the draft, or without one in a new one, called as the brief is; its id.

    :class:`casefile.store.drafts.DraftGoneError` where there is no such draft.
    """
    case_id = composition.case_id or None
    content = json.dumps(composition.to_json(), ensure_ascii=False, sort_keys=True)
    if draft_id is not None:
        drafts.change_draft(writer, draft_id, case_id, content)
        return draft_id
    titles = {row.id: row.title for row in queries.case_rows(writer)}
    name = composition.title or titles.get(case_id or 0, "") or UNNAMED
    return drafts.add_draft(writer, name[: drafts.LONGEST_NAME], case_id, content)


def _composition(row: DraftRow) -> Composition:
    try:
        composition = Composition.parse(json.loads(row.composition))
    except (ValueError, TypeError, KeyError) as error:
        raise DraftNotReadError(row.name) from error
    lost = composition.case_id is not None and row.case_id is None
    return replace(composition, case_id=NO_CASE if lost else row.case_id)
