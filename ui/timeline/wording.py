"""What a timeline says: rows of the store as entries, and all that is known of one. Pure."""

from collections.abc import Sequence

from casefile.store.rows import TimelineRow
from casefile.timeline.lanes import Entry, LanesBy, lanes_of
from casefile.timeline.spans import span_of
from casefile.translation import N_, tr
from ui.figures import date_words
from ui.timeline.looks import NAMES
from ui.timeline.picture import Picture, Plan
from ui.wording import event_about, event_words

LONGEST_LABEL = 120
"""More characters of a label are never read at a glance."""
_REST = {
    LanesBy.RESPONDENT: N_("No respondent"),
    LanesBy.AUTHORITY: N_("No authority"),
    LanesBy.NOTHING: N_("Everything"),
}


def entries_of(rows: Sequence[TimelineRow], by: LanesBy) -> list[Entry]:
    """The rows that have a date, as they are drawn; where lanes are respondents no label repeats them."""
    return [
        Entry(row.id, row.kind, span_of(row.dated), _label(row, by), _lanes(row, by))
        for row in rows
        if row.dated is not None
    ]


def picture_of(rows: Sequence[TimelineRow], by: LanesBy, plan: Plan) -> Picture:
    """The picture of the rows."""
    entries = entries_of(rows, by)
    return Picture(entries, lanes_of(entries, tr(_REST[by])), plan)


def description(row: TimelineRow) -> str:
    """Date, what happened to whom, kind, by which authority."""
    date = date_words(row.dated) if row.dated is not None else tr("No date")
    authorities = ", ".join(row.authorities)
    return "\n".join(filter(None, (f"{date} · {tr(NAMES[row.kind])}", event_words(row), authorities)))


def _label(row: TimelineRow, by: LanesBy) -> str:
    drawn = _drawn(row, by)
    label = " ".join(drawn.split())[:LONGEST_LABEL]
    return drawn if label == drawn else label  # the row's own: there may be twenty thousand of them


def _drawn(row: TimelineRow, by: LanesBy) -> str:
    return event_about(row) if by is LanesBy.RESPONDENT else event_words(row)


def _lanes(row: TimelineRow, by: LanesBy) -> tuple[str, ...]:
    if by is LanesBy.RESPONDENT:
        return row.respondents
    return row.authorities if by is LanesBy.AUTHORITY else ()
