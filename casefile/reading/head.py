"""The head of a plain article: headline, masthead, byline, date. Imports values and reading's word lists.

The head is what stands before the first paragraph of running text. Its lines are told apart by their shape
and by the few words that publications use for themselves; what is not recognised is left empty.
"""

import re
from dataclasses import dataclass, field, replace

from casefile.reading.date_lines import (
    dateline,
    dates_by_label,
    is_time_line,
    labelled_date,
    lone_date,
    yearless_day,
)
from casefile.reading.dates import find_date, is_updated
from casefile.reading.foot import foot_dates, told_when
from casefile.reading.head_lines import SEPARATOR, Line, head_lines
from casefile.reading.head_marks import (
    after_release_mark,
    as_published,
    footer,
    is_authority_name,
    is_counted,
    is_kind_mark,
    is_named,
    is_navigation,
    is_outlet_shape,
    is_paper,
    is_passed_over,
    is_release_line,
    is_role_line,
    is_section,
    is_sign,
    issue_year,
    masthead_of_issue,
    starts_with_any,
    week_ending,
    week_of,
    without_date,
    without_fillers,
    year_of_weekday,
    year_of_wire,
)
from casefile.reading.headline import headline_of, is_sender, masthead_lines, unwrapped
from casefile.reading.names import (
    byline_people,
    is_given_name,
    is_organisation,
    is_role,
    leading_people,
    people,
    without_byline,
)
from casefile.reading.other_days import diary_days, market_day, tells_other_day
from casefile.values import PartialDate

_PLACE_WORDS = 3
_WITH = re.compile(r",?\s(?:with|by|mit|von|par|con|di|por|met|door)\s+([^,]{4,60})$")
_ENDING_BRACKET = re.compile(r"[(\[]([^()\[\]]{6,40})[)\]]$")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
_CREDIT = re.compile(r";|\.\s+(?=[A-ZÀ-Þ]\w*:)")


@dataclass(frozen=True)
class Head:
    """What the head of a plain article says; what it does not say is empty or None."""

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: PartialDate | None = None
    updated: PartialDate | None = None
    day: tuple[int, int] | None = None
    """Month and day of a date line without a year."""
    day_line: str = ""
    lead: str = ""
    """The paragraph whose dateline tells that day, of an agency that signs it."""
    year: int | None = None
    """The year in the number of an issue or release: "17/2025"."""
    release: bool = False
    kind_words: tuple[str, ...] = ()
    """Lines that may name the kind of publication: "Decision", "Urteil"."""
    agency: str = ""
    """The mark in the dateline: "AN" in ``THE HAGUE (AN) --``."""
    candidates: tuple[Line, ...] = field(default=())
    dated_blocks: frozenset[int] = frozenset()
    """Blocks that hold a byline or a date line."""


def read_head(text: str, language: str) -> Head:
    """The head of the text; ``language`` is ISO 639-1 or ""."""
    diary = diary_days(text, language)
    lines, body = head_lines(
        text,
        lambda line: is_sign(line.text, line.parts, language),
        lambda line: any(dateline(line.text, language)),
    )
    head = Head(year=next(filter(None, (issue_year(line.text) for line in lines)), None))
    contact_block = -1
    for line in lines:
        release = is_release_line(line.text)
        if starts_with_any(line.text, "contacts"):
            contact_block = line.block
        if release:
            head = replace(head, release=True)
        elif (
            line.block == contact_block
            or line.text in diary
            or is_passed_over(line.text)
            or starts_with_any(line.text, "mail_lines")
        ):
            continue
        said = replace(line, text=after_release_mark(line.text)) if release else line
        said = _without_subject(said)
        if said.text:
            head = _add_line(head, said, language)
    date, agency = dateline(body, language)
    owner, year = footer(text)
    published = head.published
    if isinstance(date, PartialDate) and (published is None or date.edtf.startswith(published.edtf)):
        published = date
    head = replace(head, published=published, agency=agency)
    if isinstance(date, tuple):
        lead = body if agency and head.day in (None, date) else ""
        head = replace(head, day=head.day or date, lead=lead)
    if published is None:
        head = _date_elsewhere(head, lines, text, year, language)
    head = _settle(head, text, language)
    return head if head.outlet or not owner else replace(head, outlet=owner)


def _date_elsewhere(head: Head, lines: list[Line], text: str, year: int | None, language: str) -> Head:
    """The head with the dates of a text that has no date line: what tells most goes first."""
    said = [told_when(line.text, language, alone=False)[0] for line in lines]
    first, changed = foot_dates(text, language)
    if head.updated is not None and first is not None and head.updated.earliest < first.earliest:
        first = None
    updated = head.updated or changed
    year = head.year or year or (updated.earliest.year if updated else None)
    year = year or year_of_weekday(head.day_line, head.day, text) or year_of_wire(head.lead, head.day, text)
    published = next(filter(None, said), None) or first or _market_day(lines, language)
    published = published or as_published(head.day, year)
    if published is None and updated is None:
        published = next(filter(None, (_bracketed_date(line.text, language) for line in lines)), None)
        published = published or next(
            filter(None, (week_ending(line.text, language) for line in lines)), None
        )
        published = published or next(filter(None, (week_of(line.text, language) for line in lines)), None)
        published = published or (PartialDate.of(head.year) if head.year else None)
    return replace(head, published=published, updated=updated)


def _market_day(lines: list[Line], language: str) -> PartialDate | None:
    """The trading day of a market report, told above its headline."""
    blocks = {line.block: " ".join(each.text for each in lines if each.block == line.block) for line in lines}
    return next(filter(None, (market_day(line.text, blocks[line.block], language) for line in lines)), None)


def _bracketed_date(line: str, language: str) -> PartialDate | None:
    """The date in brackets that a headline ends with."""
    found = _ENDING_BRACKET.search(line)
    return lone_date(found[1], language) if found else None


def _undated(title: str, language: str) -> str:
    """The headline without a date in brackets behind it."""
    dated = _bracketed_date(title, language) is not None
    return _ENDING_BRACKET.sub("", title).rstrip() if dated else title


def _without_subject(line: Line) -> Line:
    """The line of a mail's subject without the word for it."""
    return replace(line, text=line.text.partition(":")[2].strip()) if _is_subject(line.text) else line


def _is_subject(text: str) -> bool:
    return starts_with_any(text, "subjects") and ":" in text


def _add_line(head: Head, line: Line, language: str) -> Head:
    """The head with what one line says."""
    if _ADDRESS.fullmatch(line.text):
        return replace(head, url=head.url or line.text)
    byline = without_byline(line.text, language)
    date = _date_of(line, language)
    masthead = masthead_of_issue(line.text)
    if masthead:
        return replace(_add_date(head, line, date, language), outlet=head.outlet or masthead)
    if byline:
        found = _add_byline(head, byline, language)
        if found is not None:
            return _add_date(found, line, date, language)
    if date is not None:
        return _add_parts(_add_date(head, line, date, language), line, language)
    day = next(filter(None, (yearless_day(part, language) for part in (line.text, *line.parts))), None)
    if day is not None or is_time_line(line.text, language):
        head = head if head.day else replace(head, day=day, day_line=line.text if day else "")
        return _add_date(head, line, None, language)
    names, rest = leading_people(line.text, language)
    if names and rest and is_role(rest):
        return replace(head, authors=head.authors or names)
    if (
        is_counted(line.text)
        or starts_with_any(line.text, "labels")
        or is_role_line(line.parts[0], line.word_count)
    ):
        return head
    if line.word_count <= 3 and is_kind_mark(line.text):
        return replace(head, kind_words=(*head.kind_words, line.text))
    return replace(head, candidates=(*head.candidates, line))


def _date_of(line: Line, language: str) -> PartialDate | None:
    """The date of a date line, or of one of its parts; None for a headline with a date in it."""
    for part in [*line.parts, line.text]:
        bare = part
        byline = without_byline(part, language)
        found = find_date(part, language)
        if byline and found is not None:
            bare = part[found.start :]
        date = lone_date(bare, language)
        if date is not None:
            return date
    labelled = labelled_date(line.text, language)
    return labelled[0] if labelled else next(filter(None, dates_by_label(line.text, language)), None)


def _add_date(head: Head, line: Line, date: PartialDate | None, language: str) -> Head:
    head = replace(head, dated_blocks=head.dated_blocks | {line.block})
    first, changed = dates_by_label(line.text, language)
    if changed is not None and (first is not None or date == changed):
        return replace(head, published=head.published or first, updated=head.updated or changed)
    if date is None:
        return head
    if is_updated(line.text):
        return replace(head, updated=head.updated or date)
    return replace(head, published=head.published or date)


def _add_byline(head: Head, byline: str, language: str) -> Head | None:
    """The head with the byline's people and outlet; None where no person follows the word."""
    parts = [part.strip() for part in SEPARATOR.split(_before_date(byline, language)) if part.strip()]
    if not parts:
        return None
    names, rest = byline_people(_CREDIT.split(parts[0])[0], language)
    if not names:
        return None
    outlets = [part for part in parts[1:] if is_outlet_shape(part)]
    if rest and is_organisation(rest):
        outlets.insert(0, rest)
    return replace(head, authors=head.authors + names, outlet=head.outlet or (outlets[0] if outlets else ""))


def _add_parts(head: Head, line: Line, language: str) -> Head:
    """The outlet or the people that stand beside a date."""
    labelled = labelled_date(line.text, language)
    for part in [*line.parts, labelled[1].strip(" ,;:|–—-")] if labelled else line.parts:
        byline = without_byline(part, language)
        bare = byline or _before_date(part, language)
        if is_release_line(part):
            head = replace(head, release=True)
        elif not bare or is_section(part) or starts_with_any(part, "labels"):
            continue
        elif byline:
            names, _ = byline_people(without_date(byline, language), language)
            head = head if head.authors else replace(head, authors=names)
        elif not head.authors and people(bare, language) and (bare == part or is_given_name(bare)):
            head = replace(head, authors=people(bare, language))
        elif not head.outlet and bare == part and is_organisation(part):
            head = replace(head, outlet=part)
    if not head.outlet and not head.authors:
        head = replace(head, outlet=_paper_before(line.text, language))
    return head if head.authors else replace(head, authors=_signed_behind(line.text, language))


def _paper_before(line: str, language: str) -> str:
    """The paper that a line with its day begins with: "The Daily Chronicle, Wednesday, June 11, 2025"."""
    name, _comma, _ = _before_date(line, language).partition(",")
    found = find_date(line, language)
    shaped = found is not None and found.start > 0 and is_named(name) and len(name.split()) > 1
    known = is_organisation(name) or is_paper(name.split()[-1]) if shaped else False
    return name if known and is_outlet_shape(name) and not without_byline(name, language) else ""


def _signed_behind(line: str, language: str) -> tuple[str, ...]:
    """The people behind the date of a line and a comma: "3 May 2024, 17:41, Ada Thorne"."""
    found = find_date(line, language)
    if found is None:
        return ()
    byline = without_byline(line[found.end :].lstrip(" .,"), language)
    if byline:
        return byline_people(byline, language)[0]
    pieces = line[found.end :].split(",")[1:]
    named = (people(piece.strip(), language) for piece in pieces)
    return next((names for names in named if names and is_given_name(names[0])), ())


def _before_date(part: str, language: str) -> str:
    """The part up to the date that it ends with: "Ada Thorne on 3 May 2024"."""
    found = find_date(part, language)
    return part if found is None else without_fillers(part[: found.start], language)


def _settle(head: Head, text: str, language: str) -> Head:
    """The head with its candidates shared out: masthead, headline, name and outlet under it."""
    undated = [line for line in head.candidates if not tells_other_day(line.text, language)]
    candidates = unwrapped(undated if _headline(undated, head) else list(head.candidates))
    masthead = masthead_lines(candidates)
    if masthead:
        head = _add_masthead(head, masthead, language)
        candidates = [line for line in candidates if line not in masthead]
    candidates = [line for line in candidates if not is_navigation(line.parts)]
    title = _headline(candidates, head)
    if title is None:
        return head
    rest = candidates[candidates.index(title) + 1 :]
    above_date = title.block in head.dated_blocks and is_authority_name(title.text)
    if (above_date or (head.release and is_sender(title, text))) and _headline(rest, head):
        head, candidates = replace(head, outlet=head.outlet or title.text), rest
        title = _headline(rest, head) or title
    head = replace(head, title=_undated(title.text, language))
    place = candidates.index(title)
    for line in (*candidates[place + 1 :], *candidates[:place]):
        head = _add_signature(head, line, candidates, language)
    return head


def _headline(candidates: list[Line], head: Head) -> Line | None:
    told = bool(head.published or head.authors or head.outlet)
    return headline_of(candidates, signed=head.dated_blocks if head.authors else (), told=told)


def _add_masthead(head: Head, lines: list[Line], language: str) -> Head:
    name = lines[0].parts[0].strip(" .")
    under = len(lines) > 1 and is_navigation(lines[1].parts)
    kicker = (
        len(lines[0].parts) == 1
        and len(name.split()) == 1
        and not (is_organisation(name) or is_paper(name) or under)
    )
    head = replace(head, outlet=head.outlet if kicker or is_section(name) else name)
    for line in lines:
        signed = _WITH.search(line.text)
        if signed and not head.authors:
            head = replace(head, authors=people(signed.group(1), language))
    return head


def _add_signature(head: Head, line: Line, candidates: list[Line], language: str) -> Head:
    """A name or an outlet alone on its line: beside the byline or date, a known given name anywhere."""
    beside = line.block in head.dated_blocks or any(
        other.block == line.block and (people(other.text, language) or is_section(other.parts[-1]))
        for other in candidates
        if other is not line
    )
    first = line.parts[0]
    names, rest = byline_people(first, language)
    placed = len(rest.split()) <= _PLACE_WORDS and (not rest or is_named(rest)) and not is_organisation(rest)
    if len(line.parts) > 1 and is_section(line.parts[-1]):
        names = ()
    if names and placed and not head.authors and (beside or is_given_name(names[0])):
        return replace(head, authors=names)
    fits = is_outlet_shape(first) and (len(first.split()) > 1 or is_organisation(first))
    if beside and not head.outlet and not names and fits and not without_byline(first, language):
        return replace(head, outlet=first)
    return head
