"""The patterns of dates that name a year, a month, a day or a part of a year. Imports the words and readers.

Each comes with the reader that makes a shape of its match; where two match at one place the longer counts.
"""

from casefile.extraction.date_readers import (
    Made,
    read_bare_day,
    read_first_day,
    read_half,
    read_last_quarter,
    read_month,
    read_month_first,
    read_month_of,
    read_named_month,
    read_numeric,
    read_old_year,
    read_point,
    read_quarter,
    read_season,
    read_short_numeric,
    read_year,
    read_years,
)
from casefile.extraction.date_words import SHIFT_BEHIND, DateWords
from casefile.extraction.lexicon import alternatives
from casefile.extraction.small_words import OF, THE

_YEAR = r"(?:19[5-9]\d|20(?:[0-4]\d|50))"
_SCALE = (
    r"\s(?:[mMbB]illi|[mM]il(?:jo|jar|ion|iard)|[mM]ln|[mM]io|[mM]rd|[mM]ld|[tT]ausend|[eE]uro|[dD]ollar|€)"
)
_SUM = rf"\d{{1,3}}(?:[.,]\d|{_SCALE})"
"""What is a sum and no day or year behind a month: "im März 23,05 Millionen Euro"."""


def _iso(_: DateWords) -> Made:
    day = r"(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\w/-]|\.\d)"
    return [(rf"(?<![\w/.-])(?P<year>{_YEAR})(?P<mark>[-./]){day}", read_point)]


def _numeric(_: DateWords) -> Made:
    return [
        (r"(?<![\w/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>20\d\d|19\d\d)(?![\w/])",
         read_numeric),
        ((r"(?<![\w/.-])(?P<first>\d{1,2})(?P<mark>\.)\s?(?P<second>\d{1,2})\.\s?(?P<year>(?:20|19)?\d\d)"
          r"(?![\w/.])"), read_numeric),
    ]  # fmt: skip


def _roman(_: DateWords) -> Made:
    month = r"(?P<month>I{1,3}|I?V|VI{1,3}|IX|XI{0,2})"
    return [
        (
            rf"(?<![\w/.-])(?P<day>\d{{1,2}})[./ ]{{1,2}}{month}[./ ]{{1,2}}(?P<year>{_YEAR})(?!\w)",
            read_point,
        )
    ]


def _short_numeric(words: DateWords) -> Made:
    """Day and month in figures behind a word that asks for a day: "am 3.9.", "on 9/3"."""
    mark = r"\." if words.language == "de" else "/"
    end = r"\.(?!\s?\d)" if words.language == "de" else r"(?![\d/%]|[.,]\d|\s?(?:of|de|van|di|\d)\s)"
    return [
        (rf"(?<=[a-z]\s)(?P<first>\d{{1,2}})(?P<mark>{mark})(?P<second>\d{{1,2}}){end}", read_short_numeric)
    ]


def _of_year(words: DateWords) -> str:
    """The year after a month: "2024", "last year", "of this year"."""
    shift = alternatives(words.shifts)
    year = words.any_of("year")
    joiner = rf"(?:{words.any_of('of_words')}\s{{0,2}})?"
    return (
        rf"(?:,?\s{{1,3}}(?:{OF}\s{{1,2}})?(?P<year>{_YEAR})(?![\d/])"
        rf"|,?\s{{1,3}}{joiner}(?:{THE}\s{{0,2}})??"
        rf"(?:(?P<shift>(?i:{shift}))\s{{0,3}}{year}|{year}\s{{1,3}}(?P<shift2>(?i:{shift})))(?!\w))"
    )


def _day_month(words: DateWords) -> Made:
    suffixes = alternatives(words.words.words("day_suffixes"))
    joiners = alternatives(words.words.words("day_joiners"))
    month = rf"\s{{0,3}}(?:{joiners}\s{{1,2}})?(?P<month>{words.month_names()})(?!\w){_of_year(words)}?"
    made: Made = [(rf"(?<![\w.,/])(?P<day>\d{{1,2}}){suffixes}?{month}", read_point)]
    if words.language in SHIFT_BEHIND:
        shift = rf"\s{{1,3}}(?P<shift>(?i:{alternatives(words.shifts)}))(?!\w)"
        name = rf"\s{{0,3}}(?:{joiners}\s{{1,2}})?(?P<month>{words.month_names(short=False)})"
        made.append((rf"(?<![\w.,/])(?P<day>\d{{1,2}}){suffixes}?{name}{shift}", read_point))
    ordinals = words.words.words("day_ordinals")
    if ordinals:
        of = month.replace(")?(?P<month>", ")(?P<month>", 1) if words.language == "en" else month
        made.append((rf"(?<!\w)(?i:{alternatives(ordinals)})\s{of}", read_first_day))
    return made


def _bare_day(words: DateWords) -> Made:
    """Spanish and Italian: a day of the month that the text is of: "el pasado día 5"."""
    noun = {"es": "día", "it": "giorno"}.get(words.language)
    behind = r"(?!\w|[.,:/]\d|\s?[%º°€/–-]|\s(?:del?|di|de|por|a|y|e)\s)"
    return [(rf"(?<=\s{noun}\s)(?P<day>\d{{1,2}}){behind}", read_bare_day)] if noun else []


def _month_day(words: DateWords) -> Made:
    if words.language == "es":
        month = rf"(?<!\w)(?P<month>{words.month_names()})\s(?P<day>\d{{1,2}})"
        return [(rf"{month},?\s(?:del?\s)?(?P<year>{_YEAR})(?![\w/]|[.,]\d)", read_point)]
    if words.language != "en":
        return []
    ends = rf"(?:,?\s{_YEAR}(?!\w)|[.;)](?!\d))"
    joined = rf"\s{words.any_of('range_words')}\s(?=\d{{1,2}}(?:st|nd|rd|th)?{ends})"
    return [
        (
            (
                rf"(?<!\w)(?P<month>{words.month_names()})\s{{1,3}}"
                rf"(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?|{joined}))?(?P<day>\d{{1,2}})"
                rf"(?:st|nd|rd|th)?(?![\w%]|[.,]\d|-\w|{_SCALE}){_of_year(words)}?"
            ),
            read_month_first,
        )
    ]


_YEAR_BEHIND = rf",?\s{{1,3}}(?:{OF}\s)?{_YEAR}(?!\w)"
"""What makes "the same December 2022" a month of its own year."""


def _month_year(words: DateWords) -> Made:
    shift = rf"(?i:{alternatives(words.shifts)})"
    month = words.month_names()
    full = words.month_names(short=False)
    made: Made = [
        (rf"(?<!\w)(?P<month>{month})(?!\w){_of_year(words)}", read_month),
        (rf"(?<!\w)(?P<shift>{shift})\s{{1,3}}(?P<month>{full})(?!\w|{_YEAR_BEHIND})", read_point),
    ]
    if words.language in SHIFT_BEHIND:
        made.append((rf"(?<!\w)(?P<month>{full})\s{{1,3}}(?P<shift>{shift})(?!\w)", read_point))
    if words.language in ("nl", "de"):
        year = words.any_of("year")
        made.append(
            (rf"(?<!\w)(?P<shift>{shift})\s{year}(?:,?\s(?:in|im))?\s(?P<month>{full})(?!\w)", read_point)
        )
    return made


def _lone_month(words: DateWords) -> Made:
    month = words.month_names(short=False)
    made: Made = [(rf"(?<!\w)(?P<month>{month})(?!\w|’|'\w|,?\s{{1,3}}(?!{_SUM})\d)", read_named_month)]
    if words.language == "en":
        article = "(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]hat)"
        made.append(
            (
                rf"(?<!\w){article}\s(?P<month>{month})\s(?!(?:quarter|half|year)\b)(?=[a-z]{{4,}})",
                read_month_of,
            )
        )
    return made


def _years(words: DateWords) -> Made:
    end = rf"(?![\w%€/]|[.,:]\d|-\d|\s{words.any_of('not_after_year')})"
    old = rf"(?<![\w.,/-])(?P<year>{_OLD_YEAR})"
    return [
        (rf"(?<![\w$€£₹/.,:#’'-])(?<![€$£\d]\s)(?P<year>{_YEAR}){end}", read_year),
        (rf"(?<![\w/.-])(?P<year>{_YEAR})(?=-{_YEAR}(?![\w/-]))", read_year),
        (rf"(?<=(?<![\w/.-]){_YEAR}-)(?P<year>{_YEAR})(?![\w/-])", read_year),
        (rf"FY(?<!\wFY)\s?(?P<year>{_YEAR})(?!\w)", read_year),
        (rf"{old}(?=\s{words.any_of('founded')}(?!\w))", read_year),
        (rf"(?<=[a-z]\s)(?P<year>{_OLD_YEAR}){end}", read_old_year),
        (rf"[Mm](?<!\w.)(?i:id|i)-(?P<year>{_YEAR}){end}", read_year),
        (
            rf"(?<![\w/.-])(?P<year>{_YEAR})(?:[/–]|-(?=1[3-9]|[2-9]))(?P<next>\d\d)(?![\w/–-]|\.\d)",
            read_years,
        ),
    ]


_TO_NEXT = r"(?:[/–]|-(?=1[3-9]|[2-9]))"
"""Before the second year of "2024/25"; behind a hyphen it is no month."""
_OLD_YEAR = r"1[789]\d\d"


def _halves(words: DateWords) -> Made:
    half = rf"(?P<half>(?i:{alternatives(words.halves)}))"
    return [
        (rf"(?<!\w){half}(?!\w)(?:\s(?:des\sJahres|of\sthe\syear|de\sl’année))?{_of_year(words)}?", read_half)
    ]


def _quarters(words: DateWords) -> Made:
    letters = alternatives(words.words.words("quarter_letters"))
    ordinal = rf"(?i:{alternatives(words.ordinals)})"
    shift = rf"(?P<shift>(?i:{alternatives(words.shifts)}))"
    of_year = rf"\s{{1,2}}(?:(?:{OF}|des\s{{1,2}}Jahres)\s{{1,2}})?(?P<year>{_YEAR})(?!\w)"
    noun = words.any_of("quarter_words")
    return [
        (rf"(?<!\w){shift}\s{{1,2}}{noun}{of_year}", read_last_quarter),
        (rf"{letters}(?<!\w.)(?P<number>[1-4])(?!\w|[.,]\d)(?:\s{{0,2}}[-/]?\s{{0,2}}(?P<year>{_YEAR})(?!\w))?",
         read_quarter),
        (rf"(?<!\w)(?P<year>{_YEAR})\s?-?{letters}(?P<number>[1-4])(?!\w)", read_quarter),
        ((rf"(?<!\w)(?P<ordinal>{ordinal})[\s-]{{1,2}}{noun}(?!\w)(?:\s{{1,2}}(?:des\s{{1,2}}Jahres))?"
         rf"(?:{_of_year(words)})?"), read_quarter),
    ]  # fmt: skip


def _seasons(words: DateWords) -> Made:
    shift = rf"(?i:{alternatives(words.shifts)})"
    season = rf"(?P<season>(?i:{words.names_of('seasons')}))"
    cues = words.any_of("season_cues")
    return [
        (rf"(?<!\w){season}(?!\w){_of_year(words)}", read_season),
        (rf"(?<!\w)(?P<shift>{shift})\s{{0,3}}{season}(?!\w)", read_season),
        (rf"(?<!\w){season}\s{{1,3}}(?P<shift>{shift})(?!\w)", read_season),
        (
            rf"(?<!\w){cues}\s{{0,3}}{season}(?!\w|,?\s{{1,3}}(?:{OF}\s)?{_YEAR})",
            read_season,
        ),
    ]


ABSOLUTE = (
    *(
        _iso,
        _numeric,
        _roman,
        _short_numeric,
        _day_month,
        _bare_day,
        _month_day,
        _month_year,
        _lone_month,
        _years,
    ),
    *(_quarters, _halves, _seasons),
)
"""What makes the patterns of a language."""
