"""The words that tell where an action stands, and what is beside them. Imports lexicons, phrases and terms.

What a word tells turns with its neighbours: an appeal that is dropped or thrown out leaves the decision
final, one that is allowed annuls it, one that somebody thinks about tells nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from casefile.extraction.lexicon import alternatives, lexicon, opened
from casefile.extraction.phrases import OpenedPattern
from casefile.terms import ActionStatus
from casefile.values import Span

STATUS_ORDER = (
    ActionStatus.ANNULLED,
    ActionStatus.REDUCED,
    ActionStatus.FINAL,
    ActionStatus.APPEALED,
    ActionStatus.PROPOSED,
)
"""What counts where a text says several: the later stage before the earlier."""

_OF_A_COURT = (ActionStatus.ANNULLED, ActionStatus.REDUCED, ActionStatus.FINAL, ActionStatus.APPEALED)

_LOOKED_AT = 16
"""Words of one status in one sentence, at most."""
_NEAR, _CLOSE, _FAR = 3, 5, 7
"""So many words before or behind are looked at."""
_MAYBE = "maybe_appealed"
"""The list of words that are appeals only where others tell what became of them: "Beschwerde"."""
_BREAK = re.compile(r"[;:–—“”„«»\"]|,(?!\d)")
_ADVERB = re.compile(r",\s[^\W\d_]+,\s")
"""A word between commas, which ends no clause: "podrán interponer, potestativamente, recurso"."""
_UNITS = re.compile(r"[;:]")
_ENDING = re.compile(r"\s*(?:an|ein|vor|weiter|aan|in|mehr|meer)?\s*(?:[.,;]|$)")


def status_cues(text: str, language: str, before: str = "") -> Iterator[tuple[ActionStatus, Span]]:
    """What a sentence says of an action's standing, the strongest first; spans within the sentence.

    ``before`` is the sentence before it, of which "It said that it will" goes on.

    What could still happen says nothing of it: "may be appealed", "the Court of Appeal". Of words within
    longer ones the longer count: "threw out the appeal" is no annulment.
    """
    yield from _done(text, language, before)
    others = _listed(language, "no_status").finditer(text)
    apart = [Span(*match.span()) for match in islice(others, _LOOKED_AT)]
    found = [
        (status, Span(*match.span()))
        for status, pattern in _status_patterns(language)
        for match in islice(pattern.finditer(text), _LOOKED_AT)
    ]
    apart += [span for _, span in found if _goes_on(text, span, apart, language)]
    told = [
        (turned, span)
        for status, span in _without_doubles(text, found, language)
        if not any(other.overlaps(span) and (other == span or not span.contains(other)) for other in apart)
        for turned in (_Beside(text, span, language).turned(status),)
        if turned is not None
    ]
    told = _without_shorter(told)
    told = _without_undone(text, told, language)
    yield from sorted(_without_its_appeal(text, told, language), key=lambda each: STATUS_ORDER.index(each[0]))


def _without_doubles(
    text: str, found: list[tuple[ActionStatus | None, Span]], language: str
) -> list[tuple[ActionStatus | None, Span]]:
    """Of words that are listed under two statuses those that are listed so, without a gap to fill."""
    spans = [span for _, span in found]
    if len(set(spans)) == len(spans):
        return found
    patterns = _exact_patterns(language)
    exact = {
        (status, span) for status, span in found if patterns[status].fullmatch(text, span.start, span.end)
    }
    places = {span for _, span in exact}
    return [each for each in found if each in exact or each[1] not in places]


def _without_shorter(told: list[tuple[ActionStatus, Span]]) -> list[tuple[ActionStatus, Span]]:
    """Without words within longer ones, but for a change that is asked for: "asked to annul the fine"."""

    def gives_way(status: ActionStatus, span: Span, other: ActionStatus, longer: Span) -> bool:
        if longer == span:
            return False
        if other is ActionStatus.PROPOSED and status in _OF_A_COURT:
            return False
        wanted = status is ActionStatus.PROPOSED
        return longer.contains(span) or (wanted and other in _OF_A_COURT and span.contains(longer))

    return [each for each in told if not any(gives_way(*each, *other) for other in told)]


def _done(text: str, language: str, before: str) -> Iterator[tuple[ActionStatus, Span]]:
    """The appeal that somebody may make and says to make: "It may appeal, and has said that it will"."""
    doing = standing_words(language, "doing").search(text)
    if doing is None:
        return
    others = _listed(language, "no_status")
    stretches = (before, text[: doing.start()])
    said = [each.group() for stretch in stretches for each in others.finditer(stretch)]
    behind = standing_words(language, "denied_behind").match(text[doing.end() :].lstrip())
    if behind is None and any(standing_words(language, "possible").search(each) for each in said):
        yield ActionStatus.APPEALED, Span(*doing.span())


def _goes_on(text: str, cue: Span, apart: list[Span], language: str) -> bool:
    """Whether the words go on with an appeal that may come: "may be appealed before the High Court"."""
    return any(
        other.end <= cue.start
        and standing_words(language, "possible").search(other.of(text)) is not None
        and not _BREAK.search(_ADVERB.sub(" ", text[other.end : cue.start]))
        and not standing_words(language, "joins").search(text, other.end, cue.start)
        for other in apart
    )


def find_cue_words(text: str, language: str) -> Iterator[re.Match[str]]:
    """Where a text has words that may tell of a standing at all."""
    for _, pattern in _status_patterns(language):
        yield from pattern.finditer(text)
    yield from standing_words(language, "doing").finditer(text)


def changes_of_sums(text: str, language: str) -> Iterator[Span]:
    """Where a text has words that make a sum another one: "cut the fine", "raised"."""
    for pattern in (_reductions(language), standing_words(language, "raised")):
        yield from (Span(*match.span()) for match in islice(pattern.finditer(text), _LOOKED_AT))


@cache
def _reductions(language: str) -> OpenedPattern:
    return dict(_status_patterns(language))[ActionStatus.REDUCED]


def _without_undone(
    text: str, told: list[tuple[ActionStatus, Span]], language: str
) -> list[tuple[ActionStatus, Span]]:
    """Without the change that is undone: "reinstated the fine that a judge had cut to £1m"."""
    restored = standing_words(language, "restored")
    ends = [match.end() for match in islice(restored.finditer(text), _LOOKED_AT)]
    before = standing_words(language, "past_plans")
    return [
        (status, span)
        for status, span in told
        if status not in (ActionStatus.ANNULLED, ActionStatus.REDUCED)
        or not any(end <= span.start and before.search(text, end, span.start) for end in ends)
    ]


def _without_its_appeal(
    text: str, told: list[tuple[ActionStatus, Span]], language: str
) -> list[tuple[ActionStatus, Span]]:
    """Without the appeal on which a decision was changed or upheld: "halved on appeal"."""
    ends = [span.end for status, span in told if status in STATUS_ORDER[:3]]
    leading = standing_words(language, "upon")
    return [
        (status, span)
        for status, span in told
        if status is not ActionStatus.APPEALED
        or not any(end <= span.start and leading.fullmatch(_last(text[end : span.start])) for end in ends)
    ]


def _last(stretch: str) -> str:
    """The last word of a stretch without marks; nothing where it is long."""
    words = stretch.split()
    return words[-1] if 0 < len(words) <= _CLOSE and not _BREAK.search(stretch) else ""


@cache
def _status_patterns(language: str) -> tuple[tuple[ActionStatus | None, OpenedPattern], ...]:
    """The words of every status; None where they may be of an appeal."""
    return tuple((status, _as_opened(found)) for status, found in _listed_words(language).items())


@cache
def _exact_patterns(language: str) -> dict[ActionStatus | None, re.Pattern[str]]:
    """The words of every status that have no gap which others fill."""
    return {
        status: _as_words(word for word in found if "~" not in word)
        for status, found in _listed_words(language).items()
    }


def _listed_words(language: str) -> dict[ActionStatus | None, tuple[str, ...]]:
    lists = lexicon(language, "actions").lists("status")
    words: dict[ActionStatus | None, tuple[str, ...]] = {
        status: lists.get(status.value, ()) for status in STATUS_ORDER
    }
    words[None] = lists.get(_MAYBE, ())
    return words


@cache
def _listed(language: str, key: str) -> OpenedPattern:
    return _as_opened(lexicon(language, "actions").words(key))


@cache
def standing_words(language: str, key: str) -> re.Pattern[str]:
    """Any word of one of the lists of little words about standing."""
    words = lexicon(language, "actions").lists("standing").get(key, ())
    return re.compile(rf"(?<!\w){alternatives(words)}(?:(?<=['’])|(?!\w))", re.IGNORECASE)


def _as_opened(words: Iterable[str]) -> OpenedPattern:
    """The words as a pattern that is tried only where one of them may begin."""
    listed = tuple(words)
    return OpenedPattern(_as_words(listed), [each for word in listed for each in opened(word)])


def _as_words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(words)}(?!\w)", re.IGNORECASE)


class _Beside:
    """The words around those of a status, within their clause."""

    def __init__(self, text: str, cue: Span, language: str) -> None:
        self._text, self._cue, self._language = text, cue, language

    def turned(self, status: ActionStatus | None) -> ActionStatus | None:
        """The status that the words tell with their neighbours; None where they tell nothing."""
        if status is None or status is ActionStatus.APPEALED:
            return self._ended() or (self._appealed() if status else None)
        if status is ActionStatus.FINAL:
            open_still = (
                self._has("denials", self._before(_NEAR))
                or self._is_said()
                or self._is_unconfirmed()
                or self._is_other_money()
                or self._is_paid_by_others()
                or self._is_only_stated()
            )
            if self._is_pending():
                return ActionStatus.APPEALED
            return None if open_still else status
        if status in (ActionStatus.ANNULLED, ActionStatus.REDUCED):
            return self._changed(status)
        return None if self._is_past_plan() else status

    def _ended(self) -> ActionStatus | None:
        """What an appeal came to, where the words beside it say."""
        cue = self._cue.of(self._text)
        of_appeal = self._has("appeals", cue) or self._has("before_courts", cue)
        if not of_appeal or self._is_undecided():
            return None
        before = self._before(_FAR, joined=True)
        if standing_words(self._language, "anew").fullmatch(before.rpartition(" ")[2]):
            before = ""
        if self._has("advised", _UNITS.split(self._text[: self._cue.start])[-1]):
            return ActionStatus.APPEALED
        stretch = f"{before}|{self._behind(_CLOSE)}"
        if self._has("won", stretch):
            return ActionStatus.REDUCED if self._has("partly", stretch) else ActionStatus.ANNULLED
        return ActionStatus.FINAL if self._has("lost", stretch) else None

    def _appealed(self) -> ActionStatus | None:
        if self._is_undecided() or self._has("complainants", self._before(_CLOSE)):
            return None
        return ActionStatus.FINAL if self._is_denied() else ActionStatus.APPEALED

    def _is_undecided(self) -> bool:
        return self._has("undecided", self._before(_FAR))

    def _is_past_plan(self) -> bool:
        """Whether it was planned before what the text tells, "had proposed £5m", and not just reported."""
        beside = f"{self._before(_CLOSE)}|{self._behind(_NEAR)}"
        if not self._has("past_plans", beside):
            return False
        return not self._has("told", _UNITS.split(self._text[: self._cue.start])[-1])

    def _changed(self, status: ActionStatus) -> ActionStatus | None:
        before = self._before(_CLOSE)
        if self._has("possible", self._before(_NEAR)) or self._falls_elsewhere():
            return None
        if self._has("wished", before) or self._has("wished", self._before(_FAR, joined=True)):
            failed = self._has("lost", self._before(2 * _FAR, joined=True))
            return ActionStatus.FINAL if failed else ActionStatus.APPEALED
        if self._has("refused", before):
            return ActionStatus.FINAL
        unit = _UNITS.split(self._text[self._cue.end :], maxsplit=1)[0]
        replaced = self._has("partly", self._behind(_NEAR)) or self._has("partly", self._before(_NEAR))
        if status is ActionStatus.ANNULLED and (replaced or self._is_replaced(unit)):
            return ActionStatus.REDUCED
        return status

    def _is_said(self) -> bool:
        """Whether somebody only says it: "confirmed that it would"."""
        if standing_words(self._language, "restored").match(self._cue.of(self._text)):
            return False
        behind = self._text[self._cue.end :].lstrip(" ,")
        if self._has("saying", self._cue.of(self._text)):
            return True
        return standing_words(self._language, "saying").match(behind) is not None

    def _is_unconfirmed(self) -> bool:
        """Whether somebody still has to confirm what is accepted: "the fine, which a court must confirm"."""
        return self._has("unconfirmed", _UNITS.split(self._text[self._cue.end :], maxsplit=1)[0])

    def _is_pending(self) -> bool:
        """Whether a higher court is still to rule: "upheld it, and the Supreme Court will rule in May"."""
        return self._has("pending", _UNITS.split(self._text[self._cue.end :], maxsplit=1)[0])

    def _is_other_money(self) -> bool:
        """Whether something was paid that is no measure: "the bonus was paid in December"."""
        if standing_words(self._language, "paid").fullmatch(self._cue.of(self._text)) is None:
            return False
        before = self._before(_CLOSE, joined=True)
        told = any(char.isdigit() for char in before) or not before
        return not (told or self._has("measures", before) or self._has("paid_things", before))

    def _is_paid_by_others(self) -> bool:
        """Whether customers or the like have paid: "passengers who had paid in full"."""
        paying = self._has("paying", self._cue.of(self._text))
        return paying and self._has("payers", " ".join(self._text[: self._cue.start].split()[-_CLOSE:]))

    def _is_only_stated(self) -> bool:
        """Whether no court confirms but somebody says so: "the watchdog confirmed the fine on Monday"."""
        if not self._has("confirming", self._cue.of(self._text)):
            return False
        return not any(self._has(key, self._text) for key in ("courts", "appeals", "before_courts"))

    def _falls_elsewhere(self) -> bool:
        """Whether something falls that is no measure: "sales fell to 2 million"."""
        if standing_words(self._language, "falling").fullmatch(self._cue.of(self._text)) is None:
            return False
        before = _UNITS.split(self._text[: self._cue.start])[-1]
        if self._has("other_sums", before):
            return True
        return not self._has("measures", f"{before}{self._cue.of(self._text)} {self._behind(_CLOSE)}")

    def _is_replaced(self, behind: str) -> bool:
        """Whether another sum is named in its place."""
        match = standing_words(self._language, "replaced").search(behind)
        rest = behind[match.end() :] if match else ""
        return any(char.isdigit() for char in rest) or self._has("lower", rest)

    def _is_denied(self) -> bool:
        if self._has("only", self._before(_FAR)):
            return False
        cue = self._cue.of(self._text)
        if self._has("resisting", cue):
            return False
        if self._has("refused", self._before(_NEAR)) or self._has("denied", cue):
            return True
        behind = standing_words(self._language, "denied_behind").search(self._behind(_CLOSE))
        ended = behind is not None and _ENDING.match(self._behind(_CLOSE) + ".", behind.end()) is not None
        before = self._before(_CLOSE)
        meanwhile = [match.end() for match in standing_words(self._language, "meanwhile").finditer(before)]
        return ended or self._has("denied", before[max(meanwhile, default=0) :])

    def _has(self, key: str, stretch: str) -> bool:
        return standing_words(self._language, key).search(stretch) is not None

    def _before(self, count: int, joined: bool = False) -> str:
        """So many words before, from the last mark on; from the last "and" too unless ``joined``."""
        stretch = self._text[max(0, self._cue.start - 120) : self._cue.start]
        stretch = _BREAK.split(stretch)[-1]
        joins = [] if joined else list(standing_words(self._language, "joins").finditer(stretch))
        stretch = stretch[joins[-1].end() :] if joins else stretch
        return " ".join(stretch.split()[-count:])

    def _behind(self, count: int) -> str:
        """So many words behind, up to the next mark or "and"."""
        stretch = _BREAK.split(self._text[self._cue.end : self._cue.end + 120])[0]
        joined = standing_words(self._language, "joins").search(stretch)
        stretch = stretch[: joined.start()] if joined else stretch
        return " ".join(stretch.split()[:count])
