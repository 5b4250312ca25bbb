"""One pass through the marked words of an article: what is a quotation, and whose. Imports the rest.

A whole sentence between marks is a quotation; a few words are one only where the text says that somebody
used them. What stands in a heading, behind "titled" or "so-called", or alone in brackets is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casefile.extraction.marks import Marked
from casefile.extraction.speakers import NOBODY, Cast, Speaker
from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_rejects import is_defined_term, is_heading, is_phrase, is_scare
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import MentionKind
from casefile.extraction.speech_subjects import REACH, tie_after, tie_before, tie_in, tie_line
from casefile.extraction.text import Article
from casefile.terms import QuoteKind

_SENTENCE_START = re.compile(r"[\"'“‘«„(\[¿¡…]*\s*(?:\([^)]{1,40}\)\s*)?[^\W\d_]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Found:
    """A quotation on its way to a proposal."""

    marked: Marked
    kind: QuoteKind
    tie: Tie | None
    speaker: Speaker


class Reading:
    """One pass through the marked stretches of an article, remembering who spoke last."""

    def __init__(self, article: Article, scene: Scene, cast: Cast) -> None:
        self.article = article
        self.scene = scene
        self.cast = cast
        self.paragraph = 0
        self.last: Found | None = None
        self.last_paragraph = -1
        self.heading_known = -1
        self.heading = False
        self.answerer = NOBODY

    def quotations(self, marked: Sequence[Marked]) -> Iterator[Found]:
        """What is said among the marked stretches, with its speaker."""
        for number, stretch in enumerate(marked):
            paragraphs = self.article.paragraphs
            while paragraphs[self.paragraph].end < stretch.outer.start + 1:
                self.paragraph += 1
            following = marked[number + 1].outer.start if number + 1 < len(marked) else len(self.article.text)
            found = self._quotation(stretch, following)
            if found:
                self.last, self.last_paragraph = found, self.paragraph
                yield found

    def _quotation(self, stretch: Marked, following: int) -> Found | None:
        frame = self.scene.frame
        if is_defined_term(frame, stretch) or self._in_heading(stretch):
            return None
        kind = self._kind(stretch)
        tie = self._tie(stretch, following, kind)
        if kind is QuoteKind.PARTIAL and (tie is None or is_scare(self.scene, stretch, tie)):
            return None
        speaker = self._speaker(stretch, tie)
        if tie is None and (is_scare(self.scene, stretch, None) or is_phrase(frame, stretch)):
            return None
        return Found(stretch, kind, tie, speaker)

    def _kind(self, stretch: Marked) -> QuoteKind:
        """Direct where it begins as a sentence does, or goes on with one that was interrupted."""
        words = stretch.span.of(self.article.text)
        starts = _SENTENCE_START.match(words)
        capital = bool(starts) and starts.group()[-1].isupper() if starts else words[:1].isdigit()
        if self._goes_on(stretch):
            return QuoteKind.DIRECT
        lead = self.scene.frame.text[max(0, stretch.outer.start - 3) : stretch.outer.start].rstrip()[-1:]
        fresh = self._opens(stretch) or lead in (":", ",", ".", "!", "?", BLANK, "—", "–") or not lead
        whole = len(_WORD.findall(words)) > 1 or words[-1] in ".!?…," or self._follows_up(stretch)
        return QuoteKind.DIRECT if capital and fresh and whole else QuoteKind.PARTIAL

    def _follows_up(self, stretch: Marked) -> bool:
        """Whether it is a sentence of one word behind another quotation."""
        sentence = self.scene.sentence_at(stretch.outer.start)
        alone = sentence.first == sentence.last and self._opens(stretch)
        return alone and self.last is not None and self.last_paragraph == self.paragraph

    def _goes_on(self, stretch: Marked) -> bool:
        """Whether it is the second part of a sentence that its attribution interrupted."""
        if (
            self.last is None
            or self.last_paragraph != self.paragraph
            or self.last.kind is not QuoteKind.DIRECT
        ):
            return False
        between = self.scene.frame.text[self.last.marked.outer.end : stretch.outer.start].strip()
        tied = self.last.tie is not None and self.last.tie.rule in (Rule.AFTER, Rule.CONTINUED)
        return tied and between.endswith(",") and len(between) < 120 and not re.search(r"[.!?;:]\s", between)

    def _opens(self, stretch: Marked) -> bool:
        sentence = self.scene.sentence_at(stretch.outer.start)
        return sentence.span.start >= stretch.outer.start

    def _tie(self, stretch: Marked, following: int, kind: QuoteKind) -> Tie | None:
        if kind is QuoteKind.DIRECT and self._goes_on(stretch):
            return Tie(Rule.CONTINUED, None, None)
        tie = tie_after(self.scene, stretch, following) or tie_before(self.scene, stretch)
        if tie or kind is QuoteKind.PARTIAL:
            return tie or self._reported(stretch)
        if self._alone(stretch):
            tie = tie_line(self.scene, self.paragraph, self._paragraph_at(stretch.outer.end - 1))
        return tie or self._carried(stretch)

    def _in_heading(self, stretch: Marked) -> bool:
        inside = stretch.closed and stretch.outer.end <= self.article.paragraphs[self.paragraph].end
        if self.paragraph != self.heading_known:
            self.heading_known = self.paragraph
            self.heading = is_heading(self.scene.frame, self.paragraph)
        return inside and self.heading

    def _alone(self, stretch: Marked) -> bool:
        """Whether no word stands beside the quotation in its lines."""
        paragraph = self.article.paragraphs[self.paragraph]
        before = self.scene.word_at(paragraph.start) == self.scene.word_at(stretch.outer.start)
        end = self.article.paragraphs[self._paragraph_at(stretch.outer.end - 1)].end
        return before and self.scene.word_at(stretch.outer.end) == self.scene.word_at(end)

    def _paragraph_at(self, offset: int) -> int:
        number = self.paragraph
        while self.article.paragraphs[number].end <= offset:
            number += 1
        return number

    def _carried(self, stretch: Marked) -> Tie | None:
        """A speaker from what stands before: the part before, the sentence before, the question before."""
        if self.last and self.last_paragraph == self.paragraph and self.last.kind is QuoteKind.DIRECT:
            between = self.scene.frame.text[self.last.marked.outer.end : stretch.outer.start]
            if self.last.tie is not None and len(between) < 400:
                return Tie(Rule.CONTINUED, None, None)
        sentence = self.scene.sentence_at(stretch.outer.start)
        paragraph = self.article.paragraphs[self.paragraph]
        if stretch.outer.start > paragraph.start:
            first = self.scene.word_at(paragraph.start)
            return self._focus(first, self.scene.word_at(sentence.span.start), spoken=False)
        if not self.paragraph:
            return None
        before = self.article.paragraphs[self.paragraph - 1]
        if before.of(self.scene.frame.text).endswith("?") or (self.answerer.name and self._alone(stretch)):
            return Tie(Rule.ANSWER, None, None)
        first = self.scene.word_at(self.scene.sentence_at(before.end - 1).span.start)
        return self._focus(first, self.scene.word_at(before.end), spoken=True)

    def _focus(self, first: int, last: int, *, spoken: bool) -> Tie | None:
        """The person whom the words before are about; ``spoken`` asks for a cue among them."""
        first = max(first, last - REACH)
        people = [
            mention
            for mention in self.scene.mentions_in(first, last)
            if not mention.governed
            and (self.cast.is_person(mention) or mention.kind in (MentionKind.HE, MentionKind.SHE))
        ]
        cues = [cue for cue in self.scene.cues_in(first, last) if cue.kind in (CueKind.SAY, CueKind.CALL)]
        return Tie(Rule.FOCUS, None, people[0]) if people and (cues or not spoken) else None

    def _reported(self, stretch: Marked) -> Tie | None:
        """German and French report on in the subjunctive: "Antragsteller bekämen jetzt eine „…“"."""
        lexicon = self.scene.frame.lexicon
        sentence = self.scene.sentence_at(stretch.outer.start)
        words = self.scene.frame.words[sentence.first : min(sentence.last, sentence.first + REACH)]
        if not any(lexicon.has("subjunctive", word.low) for word in words) or lexicon.language != "de":
            return None
        paragraph = self.article.paragraphs[self.paragraph]
        first = max(self.scene.word_at(paragraph.start), sentence.first - REACH)
        for cue in reversed(self.scene.cues_in(first, sentence.first)):
            start = self.scene.sentence_at(self.scene.frame.words[cue.first].start)
            tie = tie_in(self.scene, start.first, start.last, "")
            return tie and replace(tie, rule=Rule.FOCUS)
        return None

    def _speaker(self, stretch: Marked, tie: Tie | None) -> Speaker:
        last = self.last.speaker if self.last else NOBODY
        if tie is None or tie.passive:
            return NOBODY
        if tie.rule is Rule.CONTINUED:
            return replace(last, sure=min(last.sure, 0.88))
        if tie.rule is Rule.ANSWER:
            return self._answering(stretch)
        if tie.mention is None:
            if not tie.dropped:
                return NOBODY
            person = self.cast.person_before(self.scene.word_at(stretch.outer.start))
            return last if last.name and self.last_paragraph == self.paragraph else person
        return self.cast.resolve(tie.mention, last)

    def _answering(self, stretch: Marked) -> Speaker:
        """Who is interviewed: the last person before the first question, and the same from then on."""
        if not self.answerer.name:
            found = self.cast.person_before(self.scene.word_at(stretch.outer.start))
            self.answerer = replace(found, sure=min(found.sure, 0.75))
        return self.answerer
