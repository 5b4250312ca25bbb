"""One pass through the marked words of an article: what is a quotation, and whose. Imports the rest.

A whole sentence between marks is a quotation; a few words are one only where the text says that somebody
used them. What stands in a heading, behind "titled" or "so-called", or alone in brackets is none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casefile.extraction.lexicon import word_pattern
from casefile.extraction.marks import Marked
from casefile.extraction.speakers import Cast
from casefile.extraction.speech_after import tie_after
from casefile.extraction.speech_around import (
    attributed,
    beyond,
    focus,
    introduced,
    newcomer,
    said_before,
    stated,
    told_behind,
)
from casefile.extraction.speech_bodies import NOBODY, Speaker
from casefile.extraction.speech_clauses import DROPS_PRONOUNS
from casefile.extraction.speech_found import Found, with_answers, with_repeats
from casefile.extraction.speech_frames import BLANK, Sentence
from casefile.extraction.speech_lexicon import Gender
from casefile.extraction.speech_lines import behind_question, is_pulled, leads_line, tie_line
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_one_verb import another_by_the_verb, called_so_too
from casefile.extraction.speech_rejects import (
    is_defined_term,
    is_heading,
    is_linked,
    is_paper,
    is_phrase,
    is_scare,
    is_worded,
    is_work,
)
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind
from casefile.extraction.speech_subjects import tie_before
from casefile.extraction.speech_trust import INTERVIEWED
from casefile.extraction.speech_turned import spoken_of
from casefile.extraction.speech_turns import Exchange, Line
from casefile.extraction.speech_within import is_mood, reported, said_on, said_within
from casefile.extraction.text import Article
from casefile.terms import QuoteKind

_SENTENCE_START = re.compile(r"[\"'“‘«„(\[¿¡…]*\s*(?:\([^)]{1,40}\)\s*)?[^\W\d_]")
_WORD = re.compile(r"\w+")
_STOPS = re.compile(r"[.!?…](?=\s|$)")
_FEW, _SOME = 6, 10
_PRONOUNS = frozenset((MentionKind.HE, MentionKind.SHE))
_TEXTS = frozenset((MentionKind.DOCUMENT, MentionKind.REPLY))
_LEAD = 6
_BREATH = 120
_BETWEEN = 400
"""Characters between two quotations of one speaker."""
_MAYBE_PERSONS = frozenset((PartyKind.PERSON, PartyKind.OTHER))
_EMPHASIS = " \t\n*_"
"""White space and the signs around bold words: **Overheard.** “…”."""


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
        self.exchange = Exchange()
        self.turn = NOBODY
        self.heard: dict[str, Speaker] = {}
        self.usual_mark = ""

    def quotations(self, marked: Sequence[Marked]) -> Iterator[Found]:
        """What is said among the marked stretches, with its speaker."""
        marks = Counter(stretch.mark for stretch in marked)
        self.usual_mark = marks.most_common(1)[0][0] if marks else ""
        found = with_answers(list(self._in_turn(marked)))
        yield from with_repeats(self.article.text, found, self.answerer)

    def _in_turn(self, marked: Sequence[Marked]) -> Iterator[Found]:
        for number, stretch in enumerate(marked):
            paragraphs = self.article.paragraphs
            while paragraphs[self.paragraph].end < stretch.outer.start + 1:
                self.paragraph += 1
            beyond = [each for each in marked[number + 1 : number + 3] if not is_paper(self.scene, each)]
            following = beyond[0].outer.start if beyond else len(self.article.text)
            found = self._quotation(stretch, following)
            if found:
                self.last, self.last_paragraph = found, self.paragraph
                self._hear(found)
                yield found

    def _hear(self, found: Found) -> None:
        asks, turned = (
            found.words(self.article.text).endswith("?"),
            found.tie is not None and found.tie.rule is Rule.TURN,
        )
        self.exchange.hear(Line(self.paragraph, found.speaker, asks, turned))
        whole = found.kind is QuoteKind.DIRECT and found.tie is not None and found.tie.cue is not None
        if whole and found.speaker.name and found.speaker.party in _MAYBE_PERSONS:
            self.heard[found.speaker.name] = found.speaker

    def _quotation(self, stretch: Marked, following: int) -> Found | None:
        frame = self.scene.frame
        if is_defined_term(frame, stretch) or is_linked(frame, stretch) or self._in_heading(stretch):
            return None
        kind = self._kind(stretch)
        tie = self._tie(stretch, following, kind)
        if kind is QuoteKind.PARTIAL and is_scare(self.scene, stretch, tie):
            return None
        if is_work(self.scene, stretch):
            return None
        if kind is QuoteKind.PARTIAL and tie is None:
            tie = self._acting(stretch)
            worded = is_worded(self.scene, stretch)
            return Found(stretch, kind, tie, self._speaker(stretch, tie)) if worded else None
        speaker = self._speaker(stretch, tie)
        if tie is None and (is_scare(self.scene, stretch, None) or is_phrase(frame, stretch)):
            return None
        return Found(stretch, kind, tie, speaker)

    def _acting(self, stretch: Marked) -> Tie | None:
        """Who acts in the sentence around words that no cue ties to anybody, else who just spoke."""
        sentence = self.scene.sentence_at(stretch.outer.start)
        before = self.scene.mentions_in(sentence.first, self.scene.word_at(stretch.outer.start))
        acting = next((each for each in before if not each.governed and self.cast.is_person(each)), None)
        if acting:
            return Tie(Rule.FOCUS, None, acting)
        return Tie(Rule.CONTINUED, None, None) if self._just_spoke(sentence) else None

    def _just_spoke(self, sentence: Sentence) -> bool:
        """Whether somebody is quoted in the sentence before: “I am sorry,” he said. The fine was “a blow”."""
        last = self.last
        if last is None or last.tie is None or self.last_paragraph != self.paragraph:
            return False
        before = self.scene.sentence_at(max(sentence.span.start - 2, 0))
        near = before.span.start <= last.marked.outer.end
        return near and bool(last.speaker.name) and sentence.span.start > last.marked.outer.start

    def _kind(self, stretch: Marked) -> QuoteKind:
        """Direct where it begins as a sentence does, or goes on with one that was interrupted."""
        words = stretch.span.of(self.article.text)
        starts = _SENTENCE_START.match(words)
        capital = bool(starts) and starts.group()[-1].isupper() if starts else words[:1].isdigit()
        if self._goes_on(stretch):
            return QuoteKind.DIRECT
        before = self.scene.frame.text[max(0, stretch.outer.start - _LEAD) : stretch.outer.start]
        lead = before.rstrip(_EMPHASIS)[-1:]
        leads = leads_line(self.article, self.scene, self.paragraph, stretch)
        fresh = (
            leads or self._opens(stretch) or lead in (":", ",", ".", "!", "?", BLANK, "—", "–") or not lead
        )
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
        tie = spoken_of(self.scene, stretch) or tie_after(self.scene, stretch, following)
        if tie is None or (tie.dropped and tie.mention is None):
            before = tie_before(self.scene, stretch)
            led = before is not None and before.rule is Rule.COLON and before.mention is not None
            tie = before if tie is None or led else tie  # Più nervoso Rusconi: «…», sbotta
        if tie and (goes_on := self._led(stretch, tie)):
            return goes_on
        if (
            tie
            and kind is QuoteKind.PARTIAL
            and (other := another_by_the_verb(self.scene, self.last, stretch, tie))
        ):
            return replace(tie, mention=other)
        if tie and tie.rule is Rule.AFTER and tie.mention is None and kind is QuoteKind.PARTIAL:
            tie = reported(self.scene, stretch) or tie  # Man habe „zweimal“ gefragt
        if tie and tie.rule is not Rule.COLON and kind is QuoteKind.PARTIAL and is_mood(self.scene, tie):
            return reported(self.scene, stretch) or tie
        if tie or kind is QuoteKind.PARTIAL:
            return (
                tie
                or reported(self.scene, stretch)
                or called_so_too(self.scene, self.last, stretch)
                or said_within(self.scene, stretch)
                or said_on(self.scene, stretch)
            )
        if self._alone(stretch):
            tie = tie_line(self.scene, self.paragraph, self._paragraph_at(stretch.outer.end - 1))
        return tie or self._carried(stretch)

    def _led(self, stretch: Marked, tie: Tie) -> Tie | None:
        """Who goes on where the words before the quotation only lead to it: Et d’ajouter : « … »."""
        near = self.last is not None and self.last_paragraph == self.paragraph and self.last.tie is not None
        since = self.last.marked.outer.end if near and self.last else 0
        if self._only_leads(stretch, tie):
            told = said_before(self.scene, stretch, since)
            return told or (Tie(Rule.CONTINUED, None, None) if near else None)
        return Tie(Rule.CONTINUED, None, None) if self._in_one_breath(stretch, tie) else None

    def _only_leads(self, stretch: Marked, tie: Tie) -> bool:
        """Whether a few words without a subject stand before the quotation: Then, more seriously: “…”."""
        sentence = self.scene.sentence_at(stretch.outer.start)
        last = self.scene.word_at(stretch.outer.start)
        bare = tie.rule is Rule.COLON and tie.mention is None and not tie.passive
        others = [
            each
            for each in self.scene.mentions_in(sentence.first, last)
            if not (each.governed and each.kind in _TEXTS)
        ]
        if not bare or others:
            return False
        lexicon, opening = self.scene.frame.lexicon, self.scene.frame.words[sentence.first].low
        if lexicon.language in DROPS_PRONOUNS and last - sentence.first <= _SOME:
            return True  # En otra carta fue más directo: “…”
        return last - sentence.first <= _FEW and opening in lexicon.small

    def _in_one_breath(self, stretch: Marked, tie: Tie) -> bool:
        """Whether who spoke goes on in the sentence of the attribution: “…,” she said, before adding: “…”."""
        last = self.last
        if last is None or last.tie is None or last.tie.rule is not Rule.AFTER or last.tie.cue is None:
            return False
        same = tie.rule is Rule.COLON and tie.cue is not None and tie.cue.first == last.tie.cue.first
        near = self.scene.frame.text[last.marked.outer.end : stretch.outer.start]
        return same and len(near) < _BREATH and not re.search(r"[.!?]\s", near)

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
        tie = told_behind(self.scene, stretch) or self._carried_within(stretch)
        if tie:
            return tie
        sentence = self.scene.sentence_at(stretch.outer.start)
        paragraph = self.article.paragraphs[self.paragraph]
        leads = leads_line(self.article, self.scene, self.paragraph, stretch)
        if self.answerer.name and leads:
            return Tie(Rule.ANSWER, None, None)
        if not leads and (goes_on := self._asked_in_line(stretch)):
            return goes_on
        if not leads:
            first, last = (self.scene.word_at(each) for each in (paragraph.start, sentence.span.start))
            said = attributed(self.scene, stretch, paragraph.start)
            tie = said or focus(self.scene, self.cast, first, last, spoken=False)
            tie = tie or stated(self.scene, stretch)
            asked = (
                behind_question(self.article, self.scene, self.paragraph)
                and tie
                and tie.mention
                and tie.mention.kind in _PRONOUNS
            )
            return Tie(Rule.ANSWER, None, None) if asked and self.answerer.name else tie
        behind = beyond(self.scene, stretch, self.paragraph)
        if behind or not self.paragraph:
            return behind
        before = self.article.paragraphs[self.paragraph - 1]
        if behind_question(self.article, self.scene, self.paragraph):
            return Tie(Rule.ANSWER, None, None)
        if self._takes_turn(stretch):
            return Tie(Rule.TURN, None, None)
        told = stated(self.scene, stretch)
        if told or (
            self._alone(stretch) and is_pulled(self.article, self.paragraph, stretch, self.usual_mark)
        ):
            return told
        if self._follows_alone(stretch):
            return Tie(Rule.CONTINUED, None, None)
        first = self.scene.word_at(self.scene.sentence_at(before.end - 1).span.start)
        last = self.scene.word_at(before.end)
        return focus(self.scene, self.cast, first, last, spoken=True) or introduced(self.scene, first, last)

    def _asked_in_line(self, stretch: Marked) -> Tie | None:
        """Who spoke last, where the paragraph begins with a question: And the rest? “Some.”."""
        start = self.article.paragraphs[self.paragraph].start
        lead = self.scene.frame.text[start : stretch.outer.start].strip()
        near = self.last is not None and self.last_paragraph == self.paragraph - 1
        known = self.last is not None and self.last.speaker.party in _MAYBE_PERSONS
        if not (near and known) or self.last is None or not self.last.speaker.name:
            return None
        asked = lead.endswith("?") and len(_STOPS.findall(lead)) == 1
        named = self.scene.mentions_in(self.scene.word_at(start), self.scene.word_at(stretch.outer.start))
        another = any(
            each.party is PartyKind.PERSON and each.name != self.last.speaker.name for each in named
        )
        return Tie(Rule.CONTINUED, None, None) if asked and not another else None

    def _takes_turn(self, stretch: Marked) -> bool:
        """Whether it is a line of an exchange; then the one whose turn it is is remembered."""
        if not self._alone(stretch):
            return False
        words = stretch.span.of(self.article.text)
        asks = words.endswith("?") and len(_WORD.findall(words)) <= _FEW
        turn = self.exchange.next_speaker(self.paragraph, asks=asks, beside=self._other_beside())
        self.turn = turn or NOBODY
        return turn is not None

    def _other_beside(self) -> Speaker | None:
        """The one person whom the paragraph before names and does not quote."""
        before = self.article.paragraphs[self.paragraph - 1]
        first, last = self.scene.word_at(before.start), self.scene.word_at(before.end)
        spoke = self.last.speaker.name if self.last else ""
        people = {
            each.name: each
            for each in self.scene.mentions_in(first, last)
            if each.party is PartyKind.PERSON and each.name != spoke and not each.governed
        }
        return self.cast.resolve(next(iter(people.values())), NOBODY) if len(people) == 1 else None

    def _follows_alone(self, stretch: Marked) -> bool:
        """Whether it goes on, alone in its lines, with a quotation alone in the lines before."""
        last = self.last
        if last is None or self.last_paragraph != self.paragraph - 1 or last.kind is not QuoteKind.DIRECT:
            return False
        before = self.article.paragraphs[self.paragraph - 1]
        bare = self.scene.word_at(before.start) == self.scene.word_at(before.end)
        return bare and bool(last.speaker.name) and self._alone(stretch)

    def _carried_within(self, stretch: Marked) -> Tie | None:
        """A speaker from what the paragraph has between the quotation before and this one."""
        if self.last is None or self.last_paragraph != self.paragraph or not self._is_speech(self.last):
            return None
        since = self.last.marked.outer.end
        said = attributed(self.scene, stretch, since)
        if said:
            return said
        other = self._newcomer(stretch)
        if other:
            return Tie(Rule.FOCUS, None, other)
        near = self.last.tie is not None and stretch.outer.start - since < _BETWEEN
        return Tie(Rule.CONTINUED, None, None) if near else None

    def _is_speech(self, found: Found) -> bool:
        """Whether it is a sentence, or a word that somebody answered: ‘Nee’, antwoordde de verdachte."""
        answered = found.tie is not None and found.tie.rule is Rule.AFTER
        return found.kind is QuoteKind.DIRECT or (answered and found.words(self.article.text)[0].isupper())

    def _newcomer(self, stretch: Marked) -> Mention | None:
        if self.last is None:
            return None
        since = self.last.marked.outer.end
        return newcomer(self.scene, self.cast, since, stretch, self.last.speaker.name)

    def _speaker(self, stretch: Marked, tie: Tie | None) -> Speaker:
        last = self.last.speaker if self.last else NOBODY
        if tie is None or tie.passive:
            return NOBODY
        if tie.rule is Rule.CONTINUED:
            return last
        if tie.rule is Rule.ANSWER:
            return self._answering(stretch)
        if tie.rule is Rule.TURN:
            return self.turn
        if tie.mention is None:
            if not tie.dropped:
                return NOBODY
            return self._left_out(stretch)
        near = self.last_paragraph >= self.paragraph - 1
        asked = (
            tie.mention.kind in _PRONOUNS
            and behind_question(self.article, self.scene, self.paragraph)
            and leads_line(self.article, self.scene, self.paragraph, stretch)
        )
        if asked and self.answerer.name and self._is_answerers(tie.mention):
            return self.answerer
        return self.cast.resolve(tie.mention, last if near else NOBODY)

    def _left_out(self, stretch: Marked) -> Speaker:
        """The subject that the verb leaves out: who says the sentence before, or spoke in the paragraph."""
        start = self.article.paragraphs[self.paragraph].start
        last = self.last if self.last and self.last_paragraph == self.paragraph else None
        said = attributed(self.scene, stretch, last.marked.outer.end if last else start)
        other = (said and said.mention) or (self._newcomer(stretch) if last else None)
        if other:
            return self.cast.resolve(other, NOBODY)
        if last and last.speaker.name:
            return last.speaker
        word = self.scene.word_at(stretch.outer.start)
        partial = stretch.span.of(self.article.text)[:1].islower()
        acting = self._company_before(start, word) if partial else None
        if acting is not None:
            return acting
        person = self.cast.person_before(word)
        return person if person.name else self.cast.body_acting(word) or person

    def _company_before(self, start: int, word: int) -> Speaker | None:
        """The company that opens the last sentence with a subject: La compañía recurre. Se declara « … »."""
        first = self.scene.word_at(start)
        opening = [each for each in self.scene.mentions_in(first, word) if self.cast.opens(each)]
        if not opening or opening[-1].governed or opening[-1].kind not in ORGANISATION_NOUNS:
            return None
        found = self.cast.resolve(opening[-1], NOBODY)
        return found if found.name else None

    def _is_answerers(self, pronoun: Mention) -> bool:
        gender = Gender.MALE if pronoun.kind is MentionKind.HE else Gender.FEMALE
        return self.answerer.gender in (Gender.OPEN, gender)

    def _interviewed(self, stretch: Marked) -> Speaker | None:
        """The person whom the author last tells to have met or asked: We caught up with Anne Roy."""
        met = word_pattern(self.article.language, "speech", "interviewed")
        for told in reversed([*met.finditer(self.article.text, 0, stretch.outer.start)]):
            first = self.scene.word_at(told.end())
            behind = self.scene.mentions_in(first, first + _SOME)
            named = (each for each in behind if each.kind is MentionKind.NAME and " " in each.name)
            person = next((each for each in named if each.party in _MAYBE_PERSONS), None)
            if person is not None:
                return self.cast.resolve(person, NOBODY)
        return None

    def _answering(self, stretch: Marked) -> Speaker:
        """Who is interviewed: the last person before the first question, and the same from then on.

        Where one alone was quoted with whole sentences before, it is that one: others are only spoken of.
        """
        if not self.answerer.name:
            start = self.scene.word_at(stretch.outer.start)
            found = self.cast.person_before(start)
            found = next(iter(self.heard.values())) if len(self.heard) == 1 else found
            found = self._interviewed(stretch) or found
            found = found if found.name else self.cast.named_before(start)
            found = found if found.name else self.cast.named_behind(start)
            self.answerer = replace(found, sure=min(found.sure, INTERVIEWED))
        return self.answerer
