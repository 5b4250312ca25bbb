"""What single lines of a head are: labels, releases, sections, the signs of a date or byline.

Imports names, dates and the word lists of reading.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from casefile.reading.date_lines import dates_by_label, is_time_line, labelled_date, lone_date, yearless_day
from casefile.reading.dates import find_date, starts_with
from casefile.reading.day_words import LETTERS
from casefile.reading.names import byline_people, is_organisation, is_role, is_small_word, without_byline
from casefile.reading.words import LANGUAGES, table, weekday_numbers, weekdays, words
from casefile.values import PartialDate

MOST_MASTHEAD_WORDS = 6
_READING_TIME = re.compile(r"^\d{1,3}\s?[- ]?(?:min|Min|minut|minuten|minutes)\b")
_NAVIGATION_PARTS, _NAVIGATION_WORDS = 3, 3
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"\d{1,4}\.?\s?[^\d\s]{2,16}(?:\s[^\d\s]{2,12}){0,2}")
_RELEASE_NUMBER = re.compile(r"(?:[^\W\d_]{1,6}[.º°]*\s)?[\w.]{0,8}[-/]?\d[\w./-]{0,16}")
_SIGN_LENGTH = 120
_WHOLE_WEEKDAY = 5
"""Letters of a weekday in running text; shorter ones are other words too: "sat", "do", "mar"."""
_NIGHT_BEFORE = re.compile(
    r"(?<!\w)(?:late on|late|overnight|la nuit|in der Nacht|tard|anoche|ieri sera|gisteravond)\s(?=\w{5})",
    re.IGNORECASE,
)
_FOOTER = 1500
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\bCopyright\b)[ \t]{0,3}(?:©[ \t]?)?(?P<year>20\d\d)?"
    r"(?:[ \t]?[-–][ \t]?20\d\d)?[ \t,|–-]{0,4}"
    r"(?P<name>[^\W\d_][^\n.|–—©,;:]{1,60})?"
)


def is_release_line(text: str) -> bool:
    """Whether the line is the mark of a release or begins with it: "Press release: ...", "... of 3 May"."""
    return (
        starts_with_any(text, "releases")
        or (bool(text) and not after_release_mark(text))
        or (
            any(starts_with(text, mark) for mark in _all_words("releases"))
            and any(lone_date(after_release_mark(text), language) for language in LANGUAGES)
        )
    )


def after_release_mark(text: str) -> str:
    """The rest of a release line."""
    marks = [mark for mark in _all_words("releases") if starts_with(text, mark)]
    rest = text[len(max(marks, key=len, default="")) :].lstrip(" :|–—-")
    return "" if marks and _RELEASE_NUMBER.fullmatch(rest) else rest


def starts_with_any(text: str, key: str) -> bool:
    """Whether the line begins with one of the words as a label, alone or before a colon."""
    return _labels(key).match(text) is not None


def is_passed_over(text: str) -> bool:
    """Whether the line advertises, or asks whether cookies may be set."""
    return starts_with_any(text, "adverts") or any(
        starts_with(text, entry) for entry in _all_words("consent")
    )


def is_kind_mark(text: str) -> bool:
    """Whether the line names a kind of publication: "Decision", "Urteil"."""
    return text.casefold() in _kind_marks()


def is_authority_name(text: str) -> bool:
    """Whether the line is the name of an authority that the lists know, and nothing else."""
    return text.strip().casefold() in _authority_names()


def is_counted(text: str) -> bool:
    """Whether the line counts what a page has beside its text: "5 min read", "12 Kommentare"."""
    return _COUNTED.fullmatch(text) is not None or starts_with_any(text, "reading_times")


def is_section(part: str) -> bool:
    """Whether the part names a section of a publication and not the publication: "Business", "Wirtschaft"."""
    return part.strip(" .").casefold() in _sections()


def is_navigation(parts: list[str]) -> bool:
    """Whether the parts of a line are links to sections: "News · Sport · Money"."""
    short = all(len(part.split()) <= _NAVIGATION_WORDS and not _DIGIT.search(part) for part in parts)
    return short and (
        len(parts) >= _NAVIGATION_PARTS or (len(parts) > 1 and all(is_section(part) for part in parts))
    )


def is_role_line(part: str, word_count: int) -> bool:
    """Whether the line only says what the writer is: "Special Correspondent | New Delhi"."""
    return word_count <= MOST_MASTHEAD_WORDS and is_role(part) and not is_organisation(part)


def is_outlet_shape(part: str) -> bool:
    """Whether a part beside a byline may be an outlet."""
    if is_organisation(part):
        return len(part.split()) <= MOST_MASTHEAD_WORDS + 2
    return (
        len(part.split()) <= MOST_MASTHEAD_WORDS
        and part[0].isupper()
        and not is_role(part)
        and not is_section(part)
        and not _READING_TIME.match(part)
        and part.split(maxsplit=1)[0].casefold().strip(".,") not in weekdays()
        and not any(starts_with_any(part, key) for key in ("labels", "reading_times"))
    )


def is_paper(word: str) -> bool:
    """Whether a single word is the name of a newspaper by its ending: "Saalebote", "Rivierbode"."""
    return word.casefold().endswith(_all_words("outlet_endings"))


def is_named(part: str) -> bool:
    """Whether every word but the small ones begins with a capital, as in a publication's name."""
    tokens = [token for token in re.findall(r"[\w'’&.-]+", part) if not is_small_word(token)]
    return bool(tokens) and ":" not in part and all(token[0].isupper() or token[0] == "&" for token in tokens)


def is_sign(line: str, parts: list[str], language: str) -> bool:
    """Whether the line is a byline or a date line: what stands before it belongs to the head."""
    if len(line) > _SIGN_LENGTH:
        return False
    if is_time_line(line, language) or labelled_date(line, language) or any(dates_by_label(line, language)):
        return True
    if any(lone_date(part, language) or yearless_day(part, language) for part in (*parts, line)):
        return True
    byline = without_byline(parts[0] if parts else line, language)
    return bool(byline and byline_people(without_date(byline, language), language)[0])


def without_date(byline: str, language: str) -> str:
    """The byline up to the date that it ends with."""
    found = find_date(byline, language)
    return byline if found is None else byline[: found.start].rstrip(" ,;|·•–—-")


def without_fillers(part: str, language: str) -> str:
    """The part without the small words that lead to a date: "Ada Thorne on"."""
    words_of_part = part.strip(" ,;:|·–—-").split()
    while words_of_part and words_of_part[-1].casefold().strip(".,") in _date_fillers(language):
        words_of_part.pop()
    return " ".join(words_of_part).rstrip(" ,;:|·–—-")


@cache
def _date_fillers(language: str) -> frozenset[str]:
    fillers = {word.casefold() for code in {language or "en", "en"} for word in words(code, "date_fillers")}
    return frozenset(fillers | weekdays())


def issue_year(line: str) -> int | None:
    """The year in the number of an issue or release: "Ausgabe 6/2025", "Press release 17/2025"."""
    numbered = _issue_number().search(line)
    if numbered is not None:
        return int(numbered[1] or numbered[2])
    coded = _CODED_NUMBER.search(line)
    return 2000 + int(coded[1]) if coded else None


@cache
def _issue_number() -> re.Pattern[str]:
    named = _alternatives({*_all_words("issues"), *_all_words("releases")} - _all_volumes())
    short = _alternatives({*_all_volumes(), "No", "Nr"})
    return re.compile(
        rf"(?:(?<!\w)(?:{named})\s?(?:(?:{short})[.º°]*\s?)?|(?:^|[|,;·•–—]\s*|Newsletter\s)(?:{short})[.º°]*\s)"
        r"(?:\d{1,4}\s?/\s?(20\d\d)|(20\d\d)\s?[-/]\s?\d{1,5})(?![\w/])",
        re.IGNORECASE,
    )


def masthead_of_issue(line: str) -> str:
    """The publication's name before its volume and number: "The Tribune, Vol. 12"; "" for other lines."""
    name, comma, rest = line.partition(",")
    numbered = comma and (_volume().match(rest) or _issue().match(rest)) is not None
    return name.strip() if numbered and is_named(name) and len(name.split()) <= MOST_MASTHEAD_WORDS else ""


@cache
def _volume() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:{_alternatives(_all_volumes())})[.º°]*\s?(?:\d{{1,4}}|[IVXLC]{{1,8}})(?!\w)", re.IGNORECASE
    )


@cache
def _issue() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_alternatives(_all_words('issues'))})\s[^\n]{{0,24}}\d", re.IGNORECASE)


@cache
def _all_volumes() -> frozenset[str]:
    return frozenset(_all_words("volumes"))


def _alternatives(listed: Iterable[str]) -> str:
    return "|".join(re.escape(entry) for entry in sorted(listed, key=lambda each: (-len(each), each)))


def footer(text: str) -> tuple[str, int | None]:
    """Whose text it is and of which year, by the copyright line at its end; "" and None without."""
    for match in _COPYRIGHT.finditer(text[-_FOOTER:]):
        behind = _YEAR.search(match["name"] or "")
        year = int(match["year"] or (behind[1] if behind else 0)) or None
        name = _END_OF_OWNER.split(match["name"] or "", maxsplit=1)[0].strip()
        fits = name and len(name.split()) <= MOST_MASTHEAD_WORDS and is_named(name)
        if fits or year:
            return (name if fits else ""), year
    return "", None


_CODED_NUMBER = re.compile(r"(?<![\w/])[A-Z]{2,8}/(2\d)/\d{2,5}(?![\w/])")
_ANY_YEAR = re.compile(r"(?<![\w./-])(20\d\d)(?![\w/-])")
_YEAR = re.compile(r"\s(20\d\d)\b")
_END_OF_OWNER = re.compile(r"\s(?=(?:All|Alle|Tous|Tutti|Todos)\s)|\s(?:19|20)\d\d")


def agency_name(mark: str) -> str:
    """The news agency by the mark in a dateline, or by its own name there; "" for any other word."""
    known = table("en", "agencies").get(mark, "")
    return known or (mark if is_organisation(mark) and is_named(mark) else "")


def as_published(day: tuple[int, int] | None, year: int | None) -> PartialDate | None:
    """The day of a dateline in the year of the copyright; None where either is missing."""
    if day is None or year is None:
        return None
    try:
        return PartialDate.of(year, *day)
    except ValueError:
        return None


def year_of_weekday(line: str, day: tuple[int, int] | None, text: str) -> int | None:
    """The year in which the day fell on the weekday beside it, of those that the text speaks of or the next.

    None where no weekday is told or no year fits: "Wednesday, November 12" over a text on 2024 is of 2025.
    """
    return _fitting_year(_weekdays_told(line), day, text, (0, 1, -1, 2, 3, 4))


def year_of_wire(lead: str, day: tuple[int, int] | None, text: str) -> int | None:
    """The year of a dateline's day by the one weekday that the opening paragraph tells.

    Agencies date a report by the day of which it tells: "PRETORIA, July 31 (AN) - ... said on Thursday". None
    where several weekdays are told or the night before, or where no year fits from the last one spoken of on.
    """
    told = _weekdays_told(lead, shortest=_WHOLE_WEEKDAY)
    if _NIGHT_BEFORE.search(lead):
        return None
    return _fitting_year(told, day, text, (0, 1, 2, 3, 4))


def _weekdays_told(line: str, shortest: int = 0) -> set[int]:
    """The numbers of the weekdays that the line names, in words of so many letters at least."""
    tokens = {token for token in LETTERS.findall(line.casefold()) if len(token) >= shortest}
    return {number for name, number in weekday_numbers().items() if name in tokens}


def _fitting_year(
    told: set[int], day: tuple[int, int] | None, text: str, steps: tuple[int, ...]
) -> int | None:
    """The first year so many steps from the last one in the text in which the day fell on the weekday."""
    last = max(map(int, _ANY_YEAR.findall(text)), default=0)
    if day is None or len(told) != 1 or not last:
        return None
    for year in (last + step for step in steps):
        found = as_published(day, year)
        if found is not None and found.earliest.isoweekday() in told:
            return year
    return None


def week_ending(line: str, language: str) -> PartialDate | None:
    """The last day of the week that an issue is about: "week ending 8 March 2024"."""
    found = find_date(line, language)
    if found is None:
        return None
    return found.date if _week_end(language).search(line[: found.start]) else None


@cache
def _week_end(language: str) -> re.Pattern[str]:
    ends = {each for code in (language[:2] or "en", "en") for each in words(code, "week_ends")}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(ends)))})\s[^\d,]{{0,12}}$", re.IGNORECASE)


def week_of(line: str, language: str) -> PartialDate | None:
    """The month, or else the year, of a week that an issue is numbered by: "Week 47, 2025"."""
    for match in _week(language).finditer(line):
        try:
            days = [date.fromisocalendar(int(match[2]), int(match[1]), day) for day in (1, 7)]
        except ValueError:
            continue
        if days[0].year == days[1].year:
            return PartialDate.of(days[0].year, days[0].month if days[0].month == days[1].month else None)
    return None


@cache
def _week(language: str) -> re.Pattern[str]:
    named = {name for code in (language[:2] or "en", "en") for name in words(code, "weeks")}
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(named)))})\s(\d\d?)[\s,/|·–-]{{1,3}}(20\d\d)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _labels(key: str) -> re.Pattern[str]:
    """A label stands alone or before a colon; "Share prices fell" is none."""
    entries = sorted(_all_words(key), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, entries))})(?!\w)\s*(?:$|[:|–—(-])", re.IGNORECASE)


@cache
def _all_words(key: str) -> tuple[str, ...]:
    return tuple(entry for language in LANGUAGES for entry in words(language, key))


@cache
def _kind_marks() -> frozenset[str]:
    keys = ("statements", "decisions", "rulings")
    return frozenset(mark.casefold() for key in keys for mark in _all_words(key))


@cache
def _authority_names() -> frozenset[str]:
    return frozenset(entry.casefold() for entry in _all_words("authority_names"))


@cache
def _sections() -> frozenset[str]:
    return frozenset(entry.casefold() for entry in _all_words("sections"))
