"""What the words beside a date say of it: that it dates a decision, something else, or a period.

Imports the survey and the findings; :mod:`casefile.extraction.decision_dates` chooses among the dates.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

from casefile.extraction.date_words import date_words
from casefile.extraction.dates import DateMention
from casefile.extraction.finding import Finding
from casefile.extraction.lexicon import alternatives
from casefile.extraction.small_words import GAP, OF, THE
from casefile.extraction.survey import Survey
from casefile.terms import ActionKind
from casefile.values import DatePrecision, Span

_RANGE_GAP, _CUE_REACH, _BEHIND, _BOUND_REACH = 12, 36, 16, 24
_ELSEWHERE, _OFFENCE, _ATTRIBUTE, _DECIDED = 2.5, 1.2, 2.5, 0.4
_BEGUN = r"(?:inicio|incoación|apertura|ouverture|avvio|draft|provisional|preliminary)(?!\w)"
"""What makes a decision no final one: "la resolución de inicio, fechada el 5 de mayo"."""
_DATED_REACH = 90
"""Code points before a day in which the decision that it dates stands."""
_CLAUSE_END = re.compile(r"[;:]\s|\s[–—]\s")
_EVENT = 2.1
_LINE, _OPENING = 110, 60
"""Code points of a line that tells when a text was published, and to the end of a dateline."""
_ATTRIBUTED = re.compile(
    r"(?<!\w)(?:its|his|her|their|the|a|an|this|\w{2,30}(?:’s|'s|s’|s'))\s$", re.IGNORECASE
)
_NOTHING = re.compile(r"(?!)")
_LEAD = (
    r"(?:(?:le|la|les|un|une|du|des|au|aux|ce|cet|cette|sur|après|de|en|el|los|las|una|del|al|tras|por"
    r"|il|lo|gli|uno|nel|nella|dal|dalla|alla|della|dello|dopo|het|een|die|deze|na"
    r"|der|das|dem|den|zum|zur|einer?|einem|nach|bei)\s|[ldLD][’']|(?:ell|all|un)[’'])"
)
_OF_A_THING = {
    "fr": re.compile(rf"{_LEAD}([a-zà-ÿ][\w-]{{3,24}})\s(?:de\s|d[’'])$"),
    "es": re.compile(rf"{_LEAD}([a-zà-ÿ][\w-]{{3,24}})\sde\s$"),
    "it": re.compile(rf"{_LEAD}([a-zà-ÿ][\w-]{{3,24}})\s(?:di\s|d[’']|del\s)$"),
    "nl": re.compile(rf"{_LEAD}([a-zà-ÿ][\w-]{{3,24}})\s(?:van|uit)\s$"),
    "de": re.compile(rf"{_LEAD}([A-ZÄÖÜ][\w-]{{3,24}})\s(?:vom|von|aus)\s$"),
}
"""Little words, a noun, and what stands between it and the date that belongs to it."""
_FIRM_BEHIND = re.compile(
    r"\)\s(?:Ltd|Limited|Pty|P[Ll][Cc]|LLC|Inc|Corp|LP|GmbH|AG|S\.?[AL]\.?|S\.?r\.?l|[BN]\.?V)(?!\w)"
)
"""What follows upon a year that is of a firm's name: "Fairway (2011) Ltd"."""
_NOUN_BEHIND = re.compile(r"\s[a-z]{3,}")


def weighed_dates(
    survey: Survey, sentence: Span, finding: Finding | None = None
) -> Iterator[tuple[DateMention, float]]:
    """The past dates of a sentence, each with what the words beside it are worth.

    What the ``finding`` itself tells dates nothing else: the day of a suit is the one on which somebody sued.
    """
    ongoing = finding is not None and finding.kind is ActionKind.INVESTIGATION
    mentions = survey.dates_in(sentence)
    for index, mention in enumerate(mentions):
        if mention.date is None or mention.future:
            continue
        if survey.once(("date of law", mention.span.start), partial(_is_of_law, survey, mention)):
            continue
        if survey.once(("date apart", mention.span.start), partial(_is_apart, survey, mention)):
            continue
        bounded = partial(_is_bounded, survey, mentions, index)
        if not ongoing and survey.once(("date bounded", mention.span.start), bounded):
            continue
        yield mention, _weight(survey, sentence, mention, finding)


def _weight(survey: Survey, sentence: Span, mention: DateMention, finding: Finding | None) -> float:
    if finding and finding.kind is ActionKind.INVESTIGATION:
        if _is_opening(survey, mention):
            return _DECIDED
        if survey.once(("date still", sentence.start), partial(_goes_on, survey, sentence)):
            return -_ELSEWHERE
    keys = ["dated_otherwise"]
    if finding and finding.kind not in (ActionKind.INVESTIGATION, ActionKind.OTHER):
        keys.append("opened")
    place = mention.span.start
    for key in keys:
        gaps = survey.once(("date " + key, place), partial(_other_words, survey, sentence, mention, key))
        if any(finding is None or not _overlap(finding.trigger, gap) for gap in gaps):
            return -_ELSEWHERE
    return survey.once(("date itself", place), partial(_own_weight, survey, sentence, mention))


def _goes_on(survey: Survey, sentence: Span) -> bool:
    """Whether the sentence says that something still goes on."""
    still = cues(survey.article.language, "still")
    return still.search(survey.article.text, sentence.start, sentence.end) is not None


def _own_weight(survey: Survey, sentence: Span, mention: DateMention) -> float:
    """What the words beside a date are worth, whatever it may date."""
    if _is_attribute(survey, mention) or _is_of_something(survey, mention):
        return -_ATTRIBUTE
    if _is_of_event(survey, mention) or _is_of_happening(survey, mention):
        return -_EVENT
    if _is_of_offence(survey, clause_of(survey, sentence, mention.span), mention):
        return -_OFFENCE
    return _DECIDED if is_decided(survey, mention) else 0.0


def _is_opening(survey: Survey, mention: DateMention) -> bool:
    """Whether an investigation began with the date: "opened in June", "under investigation since June"."""
    return is_decided(survey, mention, "opened") or is_decided(survey, mention, "since")


def _other_words(survey: Survey, sentence: Span, mention: DateMention, key: str) -> tuple[Span, ...]:
    """The words of the list beside the date, each with what stands between: they date something else.

    Unless a finding's own words are among them.
    """
    clause = clause_of(survey, sentence, mention.span)
    start = max(clause.start, mention.span.start - _CUE_REACH)
    words = cues(survey.article.language, key)
    found = words.finditer(survey.article.text, start, min(clause.end, mention.span.end + _BEHIND))
    return tuple(Span(match.start(), max(match.end(), mention.span.start)) for match in found)


def clause_of(survey: Survey, sentence: Span, span: Span) -> Span:
    """The part of the sentence between semicolons, colons and dashes in which the span stands."""
    text = survey.article.text
    ends = [sentence.start]
    ends += [each.end() for each in _CLAUSE_END.finditer(text, sentence.start, span.start)]
    following = _CLAUSE_END.search(text, span.end, sentence.end)
    return Span(ends[-1], following.start() if following else sentence.end)


def is_decided(survey: Survey, mention: DateMention, key: str = "decided") -> bool:
    """Whether words of deciding or announcing stand beside the date, or others under the ``key``.

    The name of an authority takes no room: "On 3 May the Office of the Data Protection Commissioner ruled".
    """
    return survey.once(("date is " + key, mention.span.start), partial(_is_decided, survey, mention, key))


def _is_decided(survey: Survey, mention: DateMention, key: str) -> bool:
    start, end = mention.span.start - _CUE_REACH, mention.span.end + _CUE_REACH
    sentence = survey.article.sentence_of(mention.span)
    clause = clause_of(survey, sentence, mention.span)
    for named in survey.authorities_in(clause):
        if mention.span.end <= named.span.start < end:
            end += named.span.end - named.span.start
    found = cues(survey.article.language, key).search(
        survey.article.text, max(clause.start, start), min(clause.end, end)
    )
    return found is not None


def names_decision(survey: Survey, mention: DateMention) -> bool:
    """Whether a decision is named before the date in its clause: "both orders are dated 12 May"."""
    clause = clause_of(survey, survey.article.sentence_of(mention.span), mention.span)
    start = max(clause.start, mention.span.start - _CUE_REACH)
    named = cues(survey.article.language, "decisions")
    return named.search(survey.article.text, start, mention.span.start) is not None


def is_dated_so(survey: Survey, mention: DateMention) -> bool:
    """Whether a decision’s own day is told: "The decision is dated 12 May", "La décision date du 12 mai"."""
    clause = clause_of(survey, survey.article.sentence_of(mention.span), mention.span)
    start = max(clause.start, mention.span.start - _DATED_REACH)
    return (
        _dated_so(survey.article.language).search(survey.article.text, start, mention.span.start) is not None
    )


@cache
def _dated_so(language: str) -> re.Pattern[str]:
    words = date_words(language).words
    nouns, so = alternatives(words.words("decisions")), alternatives(words.words("dated_so"))
    return re.compile(
        rf"(?<!\w){nouns},?\s(?:(?!{_BEGUN})[\w’-]{{1,16}},?\s){{0,4}}?{so}\s(?:{THE}\s?)?$",
        re.IGNORECASE,
    )


def _is_attribute(survey: Survey, mention: DateMention) -> bool:
    """Whether a year or month tells which of its kind something is: "its 2019 audit", "an April explosion".

    What it tells of is not what is dated here, unless it is a decision: "a 2022 ruling".
    """
    if (
        mention.date is None
        or mention.date.precision not in (DatePrecision.YEAR, DatePrecision.MONTH)
        or survey.article.language != "en"
    ):
        return False
    text, span = survey.article.text, mention.span
    last = text.rfind(" ", span.start, span.end) + 1 or span.start
    if text[last : last + 1].islower():
        return False  # in June this year the tribunal
    before = text[max(0, span.start - _CUE_REACH) : last]
    if _ATTRIBUTED.search(before) is None or _NOUN_BEHIND.match(text, span.end) is None:
        return False
    return cues("en", "decisions").match(text, span.end + 1) is None


def _is_of_event(survey: Survey, mention: DateMention) -> bool:
    """Whether a month or year tells which event is meant: "the freeze of January 2024"."""
    if mention.date is None or mention.date.precision is DatePrecision.DAY:
        return False
    start = max(0, mention.span.start - _CUE_REACH)
    noun = _OF_NOUN.search(survey.article.text, start, mention.span.start)
    if noun is None or noun["noun"][0].isupper() is not (survey.article.language == "de"):
        return False
    return _datable(survey.article.language).search(noun["noun"]) is None


def _is_of_happening(survey: Survey, mention: DateMention) -> bool:
    """Whether what is told right beside the date happened then: "a leak discovered on 14 January"."""
    before, behind = _beside(survey.article.language, "happened")
    text, span = survey.article.text, mention.span
    found = before.search(text, max(0, span.start - _CUE_REACH), span.start)
    return found is not None or behind.match(text, span.end) is not None


def is_made_public(survey: Survey, mention: DateMention) -> bool:
    """Whether a decision was only made public on the day: "an order of 12 May, published on Tuesday"."""
    before, behind = _beside(survey.article.language, "made_public")
    text, span = survey.article.text, mention.span
    found = before.search(text, max(0, span.start - _CUE_REACH), span.start)
    return found is not None or behind.match(text, span.end) is not None


_OF_NOUN = re.compile(rf"(?<!\w)(?P<noun>[^\W\d_]{{4,}})\s{OF}{GAP}(?:[^\W\d_]{{2,5}}\s)?$")
"""A noun, and what leads from it to a date."""


def _is_of_something(survey: Survey, mention: DateMention) -> bool:
    """Whether a month or year tells which of its kind a thing is, and no decision: "la panne de mars"."""
    if mention.date is None or mention.date.precision not in (DatePrecision.MONTH, DatePrecision.YEAR):
        return False
    text, language = survey.article.text, survey.article.language
    start = max(0, mention.span.start - _CUE_REACH)
    noun = _OF_A_THING.get(language, _NOTHING).search(text, start, mention.span.start)
    keys = ("decided", "decisions", "times")
    return noun is not None and not any(cues(language, key).fullmatch(noun[1]) for key in keys)


def _is_apart(survey: Survey, mention: DateMention) -> bool:
    """Whether the date belongs to a name, "Fairway (2011) Ltd", or tells when the text was looked over."""
    if _FIRM_BEHIND.match(survey.article.text, mention.span.end):
        return True
    start = max(0, mention.span.start - _BEHIND)
    return (
        _updated(survey.article.language).search(survey.article.text, start, mention.span.start) is not None
    )


def _is_of_law(survey: Survey, mention: DateMention) -> bool:
    """Whether the date belongs to the name of a law: "la loi du 30 septembre 1986"."""
    if survey.names_law(mention.span):
        return True
    start = max(0, mention.span.start - _CUE_REACH)
    return _of_law(survey.article.language).search(survey.article.text, start, mention.span.start) is not None


def _is_of_offence(survey: Survey, clause: Span, mention: DateMention) -> bool:
    """Whether a month or year stands behind what was done wrong: "fined for a leak in 2021"."""
    if mention.date is None or mention.date.precision is DatePrecision.DAY:
        return False
    start = max(clause.start, mention.span.start - _CUE_REACH)
    offence = cues(survey.article.language, "offences")
    return offence.search(survey.article.text, start, mention.span.start) is not None


def _is_bounded(survey: Survey, mentions: list[DateMention], index: int) -> bool:
    """Whether the date bounds a period: "between ... and", "since", "until"."""
    text, mention = survey.article.text, mentions[index]
    before, inside, reached = _bounds(survey.article.language)
    start = max(0, mention.span.start - _BOUND_REACH)
    if reached.search(text, start, mention.span.end) or _tells_when(survey, mention):
        return False
    if before.search(text, start, mention.span.start):
        return True
    if inside.match(text, mention.span.start, mention.span.end) and not _is_past_by(survey, mention):
        return True
    joined_before = index > 0 and _joined(survey, mentions[index - 1], mention)
    joined_behind = index + 1 < len(mentions) and _joined(survey, mention, mentions[index + 1])
    return joined_before or joined_behind


def _is_past_by(survey: Survey, mention: DateMention) -> bool:
    """German: whether "vor" counts back and bounds nothing: "vor zwei Tagen"."""
    return _counted_back(survey.article.language).fullmatch(mention.span.of(survey.article.text)) is not None


def _tells_when(survey: Survey, mention: DateMention) -> bool:
    """Whether what follows says what happened at the end of a period: "since 2022, when it fined"."""
    when = cues(survey.article.language, "when")
    return (
        when.match(survey.article.text, mention.span.end + 2) is not None
        and survey.article.text[mention.span.end : mention.span.end + 2] == ", "
    )


def _joined(survey: Survey, first: DateMention, second: DateMention) -> bool:
    """Whether two dates are the ends of one period: "2019 to 2022", "2019-2022"."""
    gap = survey.article.text[first.span.end : second.span.start]
    return len(gap) <= _RANGE_GAP and _ranges(survey.article.language).fullmatch(gap) is not None


def is_date_line(survey: Survey, mention: DateMention) -> bool:
    """Whether the date is the publication's own, in a line of the head or before its first words."""
    figures = any(each.isdigit() for each in mention.span.of(survey.article.text))
    if mention.date != survey.article.published or not figures:
        return False
    line = survey.article.paragraph_of(mention.span)
    opens = mention.span.start - line.start < _OPENING
    behind = _DATELINE_END.match(survey.article.text, mention.span.end, line.end)
    return line.end - line.start < _LINE or (opens and behind is not None)


_DATELINE_END = re.compile(r"\s?(?:\([^()\n]{2,40}\)|/[\w ]{2,24}/)?\s?(?:[–—-]|[.:)]\s?[–—-]?)\s")


def goes_over(survey: Survey, place: int, other: int) -> bool:
    """Whether a sentence up to the later of two goes over to something else: "In another case"."""
    text, first, last = survey.article.text, min(place, other), max(place, other)
    words = cues(survey.article.language, "other_matter")
    between = survey.article.sentences[first + 1 : last + 1]
    return any(words.match(text, each.start, each.end) for each in between)


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


@cache
def cues(language: str, key: str) -> re.Pattern[str]:
    """The words of a list, whatever their case."""
    return re.compile(rf"(?<!\w){date_words(language).any_of(key)}(?!\w)")


@cache
def _datable(language: str) -> re.Pattern[str]:
    """Nouns of decisions and of parts of a time."""
    return re.compile(rf"(?<!\w){date_words(language).any_of('decisions', 'decided', 'spans')}(?!\w)")


@cache
def _counted_back(language: str) -> re.Pattern[str]:
    words = date_words(language)
    units = words.any_of("days_plural", "weeks_plural", "months_plural", "years_plural")
    return re.compile(rf"{words.any_of('ago_before')}\s[^\n]{{1,24}}\s{units}")


@cache
def _of_law(language: str) -> re.Pattern[str]:
    laws = date_words(language).any_of("dated_laws")
    return re.compile(rf"(?<!\w){laws}\s(?:[^\s,.;]*\d[^\s,;]*\s)?(?:[^\W\d_]{{2,4}}\s)?$")


@cache
def _beside(language: str, key: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words right before a date, and in languages with the verb at the end right behind one."""
    words = date_words(language).any_of(key)
    behind = rf"\s(?:[^\W\d_]{{2,5}}\s)?{words}(?!\w)" if language in ("de", "nl") else "(?!)"
    return re.compile(rf"(?<!\w){words}\s(?:[^\W\d_]{{1,4}}\s){{0,2}}$"), re.compile(behind)


@cache
def _updated(language: str) -> re.Pattern[str]:
    """Words that stand before the day on which a text was looked over."""
    updated = date_words(language).any_of("updated")
    return re.compile(rf"(?<!\w){updated}(?:\s[^\W\d_]{{2,5}})?[\s:]{{1,2}}(?:[^\W\d_]{{2,5}}\s)?$")


@cache
def _bounds(language: str) -> tuple[re.Pattern[str], ...]:
    """The words that bound a period, right before a date and as the first of its own words.

    And those that turn them: what "took until April" came about in April.
    """
    words = date_words(language).any_of("bounds")
    return (
        re.compile(rf"(?<!\w){words}\s{{1,2}}(?:[^\W\d_]{{1,5}}\s{{1,2}})?$"),
        re.compile(rf"{words}\s"),
        re.compile(rf"(?<!\w){date_words(language).any_of('reached')}(?!\w)"),
    )


@cache
def _ranges(language: str) -> re.Pattern[str]:
    joiners = alternatives(date_words(language).words.words("range_words"))
    return re.compile(rf"\s?(?:[-–—]|(?i:{joiners}))\s?(?:(?:el|il|le|den|dem|the)\s)?", re.IGNORECASE)
