"""The patterns of dates that are counted from another: weekdays, "last week", "two days later".

Imports the words of dates and the readers.
"""

from casefile.extraction.date_readers import (
    Made,
    read_ago,
    read_day_before,
    read_day_word,
    read_distance,
    read_next_day,
    read_same_day,
    read_unit,
    read_unit_word,
    read_week_day,
    read_weekday,
    read_year_after,
    read_year_before,
)
from casefile.extraction.date_words import SHIFT_BEHIND, DateWords
from casefile.extraction.lexicon import alternatives


def _units(words: DateWords) -> Made:
    shift = rf"(?P<shift>(?i:{alternatives(words.shifts)}))"
    unit = rf"(?P<unit>{words.any_of('week', 'month', 'quarter', 'year')})"
    weekday = rf"(?P<weekday>{words.names_of('weekdays')})"
    week = words.any_of("week")
    made: Made = [
        (rf"(?<!\w){shift}\s{{0,3}}{unit}(?:-ci)?(?!\w|-)", read_unit),
        (rf"(?<!\w){shift}\s{{1,3}}{week},?\s{{1,3}}{weekday}(?!\w)", read_week_day),
        ((rf"(?<!\w){weekday},?\s{{1,3}}(?:(?:of|de|la|van|della)\s{{1,2}}){{0,2}}"
         rf"(?:{shift}\s{{1,3}}{week}|{week}\s{{1,3}}(?P<shift2>(?i:{alternatives(words.shifts)})))(?!\w)"),
         read_week_day),
    ]  # fmt: skip
    if words.language in SHIFT_BEHIND:
        away = alternatives(word for word, number in words.shifts.items() if number)
        made.append((rf"(?<!\w){unit}\s{{1,3}}(?P<shift>(?i:{away}))(?!\w)", read_unit))
    return made


def _weekdays(words: DateWords) -> Made:
    shift = rf"(?i:{alternatives(words.shifts)})"
    weekday = rf"(?P<weekday>{words.names_of('weekdays')})"
    behind = rf"(?:\s{{1,3}}(?P<shift2>{shift})(?!\w))?" if words.language in SHIFT_BEHIND else ""
    return [
        (rf"(?<!\w){weekday}(?!\w){behind}", read_weekday),
        (rf"(?<!\w)(?P<shift>{shift})\s{{1,3}}{weekday}(?!\w)", read_weekday),
    ]


def _day_words(words: DateWords) -> Made:
    made: Made = [
        (rf"(?<![\w-])(?P<word>(?i:{alternatives(words.day_words)}))(?![\w-]|[’']s\s)", read_day_word)
    ]
    if words.unit_words:
        made.append((rf"(?<!\w)(?P<word>(?i:{alternatives(words.unit_words)}))(?!\w)", read_unit_word))
    return made


def _distances(words: DateWords) -> Made:
    count = rf"(?P<count>\d{{1,2}}|(?i:{alternatives(words.counts)}))"
    unit = rf"(?P<unit>(?i:{alternatives(words.units)}))"
    behind = (
        rf"(?:(?P<later>{words.any_of('later')})|(?P<earlier>{words.any_of('earlier')})"
        rf"|(?P<ago>{words.any_of('ago_after')}))"
    )
    made: Made = [
        (rf"(?<!\w){count}\s{{1,3}}{unit}\s{{1,3}}{behind}(?!\w)", read_distance),
        (rf"(?<!\w){words.any_of('next_day')}(?!\w)", read_next_day),
        (rf"(?<!\w){words.any_of('day_before')}(?!\w)", read_day_before),
        (rf"(?<!\w){words.any_of('same_day')}(?!\w)", read_same_day),
        (rf"(?<!\w){words.any_of('year_after')}(?!\w)", read_year_after),
        (rf"(?<!\w){words.any_of('year_before')}(?!\w)", read_year_before),
    ]
    if words.words.words("ago_before"):
        made.append((rf"(?<!\w){words.any_of('ago_before')}\s{{1,3}}{count}\s{{1,3}}{unit}(?!\w)", read_ago))
    return made


RELATIVE = (_units, _weekdays, _day_words, _distances)
"""What makes the patterns of a language."""
