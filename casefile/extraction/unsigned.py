"""Quotations that the text leaves without a speaker: what a person should be warned of.

A warning must be worth a look. Whoever has said it according to the text ("the juror said"), with a name or
without one, is told; the title of an interview is told by the interview. What is left stands on a sign, below
a label of the editors ("Overheard") or alone in its paragraph. Imports the text, the lexicon, the rules'
names and the proposals' shapes.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from casefile.extraction.lexicon import word_pattern
from casefile.extraction.speech_scene import Rule
from casefile.extraction.text import Article
from casefile.proposals import QuoteProposal, WarningProposal
from casefile.terms import QuoteKind, WarningKind
from casefile.values import Span

UNTOLD = "Quotation without a speaker"
"""The rule of a quotation that nothing ties to anybody."""
_NOBODYS = (UNTOLD, Rule.COLON.value)
_BESIDE = " \t\u00a0\u202f\"'“”„‟«»‹›‘’‚`*_"
_STOP = re.compile(r"[.!?…][\"'“”«»’)*_]{0,3}\s")
_SAID = re.compile(r"[\"“„«»‘][^\"“”„«»‘’]{0,160}[\"”“»«’]")
_VERB = re.compile(
    r"(?:\b(?:to|should|would|will|can|could|must|may|might|not|he|she|they|we|i|you|who)|n['’]t)\s$", re.I
)
"""English, before a verb: should sign what he had read."""
_LOOK_BACK, _LOOK_AHEAD = 160, 90
_LABEL_WORDS = 9
_DASHES = ("–", "—", "-")
_FEW_WORDS, _SOME_WORDS = 3, 5
_HEAD = 8
_LONG = 250
"""Characters; a paragraph that long is no heading, standfirst or byline."""


def unsigned_warnings(article: Article, quotes: Sequence[QuoteProposal]) -> tuple[WarningProposal, ...]:
    """A warning for each quotation to which the text gives no speaker, not even one without a name."""
    return tuple(
        WarningProposal(WarningKind.UNATTRIBUTED_QUOTE, quote.span, f"{UNTOLD}: “{_shortened(quote.text)}”")
        for quote in quotes
        if not quote.speaker and _is_unsigned(_Surroundings(article, quote.span), quote)
    )


def without_signs(article: Article, quote: QuoteProposal) -> QuoteProposal:
    """The quotation without its speaker where a sign has it: whoever stands beside a sign does not speak."""
    if quote.speaker and _Surroundings(article, quote.span).on_sign(written=True):
        return replace(quote, speaker="", role="", because=replace(quote.because, rule=UNTOLD))
    return quote


def _is_unsigned(around: "_Surroundings", quote: QuoteProposal) -> bool:
    if around.on_sign():
        return True
    if quote.kind is not QuoteKind.DIRECT or len(quote.text.split()) < _FEW_WORDS:
        return False
    if around.is_labelled:
        return True
    return quote.because.rule in _NOBODYS and around.stands_apart and not around.in_head


@dataclass(frozen=True)
class _Surroundings:
    """What stands beside a quotation, its marks left out."""

    article: Article
    span: Span

    @cached_property
    def lead(self) -> str:
        """The words before it in its paragraph."""
        start = self.article.paragraph_of(self.span).start
        return self.article.text[max(start, self.span.start - _LOOK_BACK) : self.span.start].strip(_BESIDE)

    @cached_property
    def lead_sentence(self) -> str:
        """Those of its own sentence, without what else is quoted in it."""
        return _SAID.sub(" ", _STOP.split(f"{self.lead} ")[-1])

    @cached_property
    def behind(self) -> str:
        """The words behind it in its paragraph."""
        last = Span(self.span.end - 1, self.span.end)
        end = self.article.paragraph_of(last).end
        return self.article.text[self.span.end : min(end, self.span.end + _LOOK_AHEAD)].lstrip(_BESIDE)

    @cached_property
    def tail(self) -> str:
        """The rest of its sentence."""
        ended = self.article.text[self.span.end - 1] in ".!?…"
        if self.behind[:1] in ("", ".") or (ended and not self.behind[:1].islower()):
            return ""
        return _STOP.split(self.behind)[0]

    def on_sign(self, *, written: bool = False) -> bool:
        """Whether a sign bears it; ``written`` asks for a word that only signs speak with, or for nobody."""
        language = self.article.language
        before, after = _last_words(self.lead_sentence, 14), _first_words(self.tail, 9)
        signs = word_pattern(language, "unsigned", "signs")
        spoken = word_pattern(language, "unsigned", "on_signs")
        someone = word_pattern(language, "speech", "unknown")
        said = word_pattern(language, "speech", "say", "text")
        if signs.search(after) and after.startswith(_DASHES):
            return True  # – written on a mug
        if signs.search(after):
            start = _first_words(after, 2)
            return bool(spoken.search(start) or (not written and said.search(start)))
        if signs.search(self.lead) and spoken.match(_first_words(after, 4).partition(" ")[2]):
            return True  # A sign hung there. “…,” it read.
        found = signs.search(before)
        if found is None or self.span.start - len(before) < 0 or _VERB.search(before, 0, found.start()):
            return False
        if someone.search(before):
            return True
        if written:
            return spoken.search(before) is not None
        close = before.endswith(":") or spoken.search(_last_words(before, 3)) is not None
        return close or said.search(_last_words(before, 2)) is not None

    @cached_property
    def is_labelled(self) -> bool:
        """Whether editors have set it under a label: Quote of the week."""
        labels = word_pattern(self.article.language, "unsigned", "labels")
        if len(self.lead.split()) <= _LABEL_WORDS and not self.tail:
            capitals = self.lead.isupper() and not self.span.of(self.article.text).isupper()
            labelled = labels.search(self.lead) is not None or self._is_below_label(labels)
            return capitals or labelled or (not self.lead and self._is_above_label(labels))
        return False

    def _is_above_label(self, labels: re.Pattern[str]) -> bool:
        """Whether the next line begins with where it was heard: Seen on a bakery door."""
        below = self.article.paragraphs[self._place + 1 : self._place + 2]
        return any(labels.match(each.of(self.article.text)) is not None for each in below)

    def _is_below_label(self, labels: re.Pattern[str]) -> bool:
        above = self.article.paragraphs[self._place - 1].of(self.article.text) if self._place else ""
        few = not self.lead and 0 < len(above.split()) <= _LABEL_WORDS
        return few and labels.search(above) is not None

    @cached_property
    def _place(self) -> int:
        """The number of its paragraph."""
        return max(0, bisect_right(self.article.paragraphs, self.span.start, key=lambda each: each.start) - 1)

    @cached_property
    def stands_apart(self) -> bool:
        """Whether nothing but a short label stands before it, and its sentence ends with it.

        Who says "I" there is one of the people told of, if it is not clear which.
        """
        first_person = word_pattern(self.article.language, "unsigned", "first_person")
        said = word_pattern(self.article.language, "speech", "say", "text", "according", "call", "beside")
        return (
            len(self.lead.split()) <= _SOME_WORDS
            and not self.tail
            and self.article.text[self.span.end - 1] != ","
            and said.search(self.lead) is None
            and first_person.search(self.article.text, self.span.start, self.span.end) is None
        )

    @cached_property
    def in_head(self) -> bool:
        """Whether it stands above the text, where titles are."""
        before = self.article.paragraphs[: self._place + 1]
        return len(before) <= _HEAD and all(each.end - each.start <= _LONG for each in before)


def _last_words(text: str, count: int) -> str:
    return " ".join(text.split()[-count:])


def _first_words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
