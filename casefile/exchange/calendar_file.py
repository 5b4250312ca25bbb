"""The timeline as a calendar (iCalendar, RFC 5545): every date as far as it is known, none invented."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import BinaryIO

from casefile import __version__
from casefile.exchange.moments import now
from casefile.exchange.plain_text import fit
from casefile.progress import Task
from casefile.store.brief_checks import store_id
from casefile.store.derived import CHUNK
from casefile.store.queries import case_rows
from casefile.store.rows import TimelineRow
from casefile.store.store import Reader
from casefile.store.timeline import timeline_ids, timeline_rows
from casefile.terms import label
from casefile.values import OPEN, DatePrecision, PartialDate

_LINE_OCTETS = 75
"""Without the line's end: RFC 5545, 3.1."""
_NO_TITLE = "Enforcement actions"


def write_ics(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """An entry for everything dated; gives back how many there are.

    A month, a quarter or a range is an entry over all of its days, marked as tentative, with what is known in
    words. An interval without an end stands on the one day that is known.
    """
    ids, stamp, store = timeline_ids(reader, case_id), now(), store_id(reader)
    title = next((row.title for row in case_rows(reader) if row.id == case_id), _NO_TITLE)
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Casefile//casefile {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(title)}",
    ]
    _write(target, head)
    for start in range(0, len(ids), CHUNK):
        task.step(start, len(ids), "Dates")
        for row in timeline_rows(reader, ids[start : start + CHUNK]):
            if row.dated is not None:
                _write(target, _entry(row, row.dated, stamp, store))
    _write(target, ["END:VCALENDAR"])
    return len(ids)


def _entry(row: TimelineRow, dated: PartialDate, stamp: datetime, store: str) -> Iterator[str]:
    is_day = dated.precision is DatePrecision.DAY and dated.edtf[-1:].isdigit()
    first, last = _days(dated)
    yield "BEGIN:VEVENT"
    yield f"UID:{row.id}-{store or 'store'}@casefile"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if first < last < date.max:
        # The end is the day after the last one (RFC 5545, 3.6.1).
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    known = "" if is_day else f" ({dated})"
    yield f"SUMMARY:{_text(row.words + known)}"
    yield f"DESCRIPTION:{_text(_description(row, '' if is_day else str(dated)))}"
    yield f"CATEGORIES:{_text(label(row.kind))}"
    yield f"STATUS:{'CONFIRMED' if is_day else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-CASEFILE-EDTF:{dated.edtf}"
    yield "END:VEVENT"


def _days(dated: PartialDate) -> tuple[date, date]:
    """The first and the last day that the entry covers; of an open interval the end that is known."""
    if dated.edtf.startswith(OPEN):
        return dated.latest, dated.latest
    if dated.edtf.endswith(OPEN):
        return dated.earliest, dated.earliest
    return dated.earliest, dated.latest


def _description(row: TimelineRow, known: str) -> str:
    parts = [
        f"The date is known only as: {known}." if known else "",
        f"Authority: {', '.join(row.authorities)}" if row.authorities else "",
        f"Source: {row.source_title}" if row.source_title else "",
    ]
    return "\n".join(part for part in parts if part)


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(text: str) -> str:
    """The value of a property of type TEXT (RFC 5545, 3.3.11)."""
    escaped = fit(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n").replace("\t", " ")


def _write(target: BinaryIO, lines: "list[str] | Iterator[str]") -> None:
    for line in lines:
        target.write(_folded(line.encode()))


def _folded(line: bytes) -> bytes:
    """The line with its end, folded between characters, never within one (RFC 5545, 3.1)."""
    pieces, room = [], _LINE_OCTETS
    while len(line) > room:
        cut = room
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(line[:cut])
        line, room = line[cut:], _LINE_OCTETS - 1
    return b"\r\n ".join([*pieces, line]) + b"\r\n"
