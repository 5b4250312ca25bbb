"""One pass through the marked words of an article: what is a quotation, and whose. Imports the rest.

A whole sentence between marks is a quotation; a few words are one only where the text says that somebody
used them. What stands in a heading, behind "titled" or "so-called", or alone in brackets is none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casefile.extraction.marks import Marked
from casefile.extraction.speakers import Cast
from casefile.extraction.speech_after import tie_after
from casefile.extraction.speech_bodies import NOBODY, Speaker
from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_rejects import is_defined_term, is_heading, is_phrase, is_scare
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import Mention, MentionKind
from casefile.extraction.speech_subjects import REACH, tie_before, tie_in, tie_line
from casefile.extraction.speech_trust import INTERVIEWED
from casefile.extraction.text import Article
from casefile.terms import QuoteKind

_SENTENCE_START = re.compile(r"[\"'“‘«„(\[¿¡…]*\s*(?:\([^)]{1,40}\)\s*)?[^\W\d_]")
_WORD = re.compile(r"\w+")
_LONG_ENOUGH = 12
_MOST_PULLED = 20
"""An article has no more lines set large than this; so many are looked for elsewhere in it."""
_PRONOUNS = frozenset((MentionKind.HE, MentionKind.SHE))


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


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
        self.usual_mark = ""

    def quotations(self, marked: Sequence[Marked]) -> Iterator[Found]:
        """What is said among the marked stretches, with its speaker."""
        marks = Counter(stretch.mark for stretch in marked)
        self.usual_mark = marks.most_common(1)[0][0] if marks else ""
        found = list(self._in_turn(marked))
        orphans = [each for each in found if each.tie is None and each.kind is QuoteKind.DIRECT]
        if orphans and len(orphans) <= _MOST_PULLED:
            said = [(_plain(self._words(each)), each.speaker) for each in found if each.speaker.name]
            homes = {id(each): self._repeated(each, said) for each in orphans}
            found = [homes.get(id(each), each) for each in found]
        yield from found

    def _words(self, found: Found) -> str:
        return found.marked.span.of(self.article.text)

    def _repeated(self, orphan: Found, said: Sequence[tuple[str, Speaker]]) -> Found:
        """The same with the speaker of the quotation that holds its words, else of the interview."""
        words = _plain(self._words(orphan))
        if len(words) < _LONG_ENOUGH:
            return orphan
        speaker = next((speaker for longer, speaker in said if words in longer), None)
        if speaker:
            return replace(orphan, tie=Tie(Rule.REPEATED, None, None), speaker=speaker)
        if self.answerer.name:
            return replace(orphan, tie=Tie(Rule.ANSWER, None, None), speaker=self.answerer)
        return orphan

    def _in_turn(self, marked: Sequence[Marked]) -> Iterator[Found]:
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
        if self.last is None or self.last_paragraph != self.paragraph:
            return False
        between = self.scene.frame.text[self.last.marked.outer.end : stretch.outer.start].strip()
        tied = self.last.tie is not None and self.last.tie.rule in (Rule.AFTER, Rule.CONTINUED)
        opened = (
            self.last.kind is QuoteKind.DIRECT or self.last.marked.span.of(self.article.text)[0].isupper()
        )
        return (
            tied
            and opened
            and between.endswith(",")
            and len(between) < 120
            and not re.search(r"[.!?;:]\s", between)
        )

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
        """A speaker from what stands around: the part before, the question, the sentence before or after."""
        if self.last and self.last_paragraph == self.paragraph and self.last.kind is QuoteKind.DIRECT:
            between = self.scene.frame.text[self.last.marked.outer.end : stretch.outer.start]
            newcomer = self._newcomer(stretch)
            if newcomer:
                return Tie(Rule.FOCUS, None, newcomer)
            if self.last.tie is not None and len(between) < 400:
                return Tie(Rule.CONTINUED, None, None)
        sentence = self.scene.sentence_at(stretch.outer.start)
        paragraph = self.article.paragraphs[self.paragraph]
        if self.answerer.name and stretch.outer.start == paragraph.start:
            return Tie(Rule.ANSWER, None, None)
        if stretch.outer.start > paragraph.start:
            first = self.scene.word_at(paragraph.start)
            return self._focus(first, self.scene.word_at(sentence.span.start), spoken=False)
        beyond = self._beyond(stretch)
        if beyond or not self.paragraph:
            return beyond
        before = self.article.paragraphs[self.paragraph - 1]
        if before.of(self.scene.frame.text).endswith("?"):
            return Tie(Rule.ANSWER, None, None)
        if self._is_pulled(stretch):
            return None
        first = self.scene.word_at(self.scene.sentence_at(before.end - 1).span.start)
        return self._focus(first, self.scene.word_at(before.end), spoken=True)

    def _newcomer(self, stretch: Marked) -> Mention | None:
        """The other person whom the sentence between two quotations is about: His wife was less polite."""
        if self.last is None:
            return None
        sentence = self.scene.sentence_at(self.last.marked.outer.end)
        first, last = (
            sentence.last,
            self.scene.word_at(self.scene.sentence_at(stretch.outer.start).span.start),
        )
        acting = [each for each in self.scene.mentions_in(first, last) if not each.governed]
        named = bool(acting) and bool(acting[0].name) and self.cast.is_person(acting[0])
        return acting[0] if named and acting[0].name != self.last.speaker.name else None

    def _beyond(self, stretch: Marked) -> Tie | None:
        """The person who acts in the sentence behind a quotation that opens its paragraph."""
        sentence = self.scene.sentence_at(stretch.outer.end)
        if sentence.paragraph != self.paragraph or sentence.span.start < stretch.outer.end:
            return None
        acting = [each for each in self.scene.mentions_in(sentence.first, sentence.last) if not each.governed]
        opening = acting[0] if acting and acting[0].kind in _PRONOUNS else None
        person = opening or next((each for each in acting if each.party is PartyKind.PERSON), None)
        return Tie(Rule.FOCUS, None, person) if person else None

    def _is_pulled(self, stretch: Marked) -> bool:
        """Whether it stands alone in other marks than the article's: a line set large by the editors."""
        return self._alone(stretch) and self.usual_mark not in ("", stretch.mark)

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
            return last
        if tie.rule is Rule.ANSWER:
            return self._answering(stretch)
        if tie.mention is None:
            if not tie.dropped:
                return NOBODY
            person = self.cast.person_before(self.scene.word_at(stretch.outer.start))
            return last if last.name and self.last_paragraph == self.paragraph else person
        near = self.last_paragraph >= self.paragraph - 1
        return self.cast.resolve(tie.mention, last if near else NOBODY)

    def _answering(self, stretch: Marked) -> Speaker:
        """Who is interviewed: the last person before the first question, and the same from then on."""
        if not self.answerer.name:
            found = self.cast.person_before(self.scene.word_at(stretch.outer.start))
            self.answerer = replace(found, sure=min(found.sure, INTERVIEWED))
        return self.answerer
