"""The speaker before a quotation, or alone on the line beside it. Imports the scene and the clauses.

Reads only what stands beside the quotation: its sentence, the line before that ends in a colon, the bare name
on the next line. Whom the noun phrase means is settled in speakers.
"""

import re
from dataclasses import replace
from itertools import pairwise

from casefile.extraction.marks import Marked
from casefile.extraction.name_words import places
from casefile.extraction.speech_agents import tie_agent
from casefile.extraction.speech_behind import is_full_name, is_one, origin_before, right_of
from casefile.extraction.speech_clauses import (
    DROPS_PRONOUNS,
    drops_subject,
    enclosed_name,
    find_subject,
    left_of,
)
from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind, phrase_length
from casefile.extraction.speech_reports import (
    called_by_nobody,
    is_infinitive,
    is_passive,
    is_term,
    is_told,
    nobody_acts,
    only_passes_on,
    opens_that,
    opens_with_sign,
)
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind
from casefile.extraction.speech_views import by_view, for_whom, in_the_words_of, left_out, unlisted

_FAR = 25
REACH = 80
"""How many words before a quotation may hold its speaker."""
_NEAR = 4
_FEWEST, _CLOSE = 2, 3
_BESIDE = 2
_OPENING, _THAT = 4, 6
_CLAUSE = 10
_LONG_WORD = 16
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_TELLING = frozenset((CueKind.SAY, CueKind.LOOSE, CueKind.TEXT))
_VIEWS = frozenset((CueKind.POSTPOSED, CueKind.OWN_VIEW, CueKind.OWN_ACCOUNT, CueKind.OPENING))
_KNOWN = frozenset((PartyKind.PERSON, PartyKind.AUTHORITY, PartyKind.COURT))
_READING = frozenset((MentionKind.HE, MentionKind.SHE, MentionKind.AUTHORITY, MentionKind.COURT))
_HUMAN = frozenset((MentionKind.ROLE, MentionKind.NAME, MentionKind.PEOPLE))
_DECIDING = frozenset(
    (
        MentionKind.HE, MentionKind.SHE, MentionKind.IT, MentionKind.COURT, MentionKind.AUTHORITY,
        MentionKind.DOCUMENT,
    )
)  # fmt: skip
_TEXTS = frozenset((MentionKind.DOCUMENT, MentionKind.REPLY))
_READ_IN = 3
"""Words from the verb to the text in which something is read."""


def tie_before(scene: Scene, marked: Marked) -> Tie | None:
    """The speaker in the same sentence before the quotation, by the nearest cue that has one."""
    sentence = scene.sentence_at(marked.outer.start)
    return tie_in(scene, sentence.first, scene.word_at(marked.outer.start), _lead(scene, marked))


def _lead(scene: Scene, marked: Marked) -> str:
    return scene.frame.text[max(0, marked.outer.start - 3) : marked.outer.start].rstrip()[-1:]


def tie_in(scene: Scene, first: int, last: int, lead: str) -> Tie | None:
    """The speaker in a half-open range of words, by its last cue; ``lead`` is the sign that ends it."""
    first = max(first, last - REACH)
    if lead == ":" and opens_with_sign(scene, first, last):
        return Tie(Rule.BEFORE, None, None, passive=True)
    author = _replied(scene, first, last) if lead == ":" else None
    if author is not None:
        return Tie(Rule.COLON, None, author)
    owned = (
        in_the_words_of(scene, first, last) or left_out(scene, first, last) or for_whom(scene, first, last)
    )
    if owned:
        return owned
    told: Cue | None = None
    for cue in reversed(scene.cues_in(first, last)):
        if only_passes_on(scene, cue, first, last, lead) or _tells_what_was_done(
            scene, cue, first, last, lead
        ):
            continue
        agent = tie_agent(scene, cue, first, last)
        if agent is None and is_told(scene, cue, first):
            told = cue if opens_that(scene, cue, last) else told
            continue
        if agent is None and cue.kind is CueKind.CALL and is_term(scene, cue, first):
            return None
        other = _behind_semicolon(scene, cue, last)
        tie = agent or other or _accounted(scene, cue, first) or _tie_by(scene, cue, first, last, lead)
        if tie:
            return tie
    if told or (lead == ":" and nobody_acts(scene, first, last)):
        return Tie(Rule.BEFORE, told, None, passive=True)
    return _by_colon(scene, first, last) if lead == ":" else None


def _tells_what_was_done(scene: Scene, cue: Cue, first: int, last: int, lead: str) -> bool:
    """Whether it tells what was done to somebody: Asked for comment, Acme; had been dismissed, and that."""
    return _is_asked(scene, cue, first, lead) or _is_done_before(scene, cue, first, last)


def _is_done_before(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether a passive ends its clause before another: they had been dismissed, and that it is “…”."""
    behind = cue.last + 1
    if behind >= last or cue.kind is not CueKind.CALL or not is_passive(scene, cue, first):
        return False
    following = scene.frame.words[behind]
    return following.gap.strip() == "," and scene.frame.lexicon.joins(following.low)


def _is_asked(scene: Scene, cue: Cue, first: int, lead: str) -> bool:
    """English: whether it only tells what was done to who speaks: Asked for comment, Acme sent one line."""
    asked = cue.first == first == cue.last and scene.frame.words[cue.first].low.endswith("ed")
    return asked and lead == ":" and scene.frame.lexicon.language == "en"


def _replied(scene: Scene, first: int, last: int) -> Mention | None:
    """Whose reply stands right before a colon: The decision quotes the reply of an assistant: “…”."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    near = scene.mentions_in(first, last)
    for reply, author in pairwise(near):
        between = words[reply.last + 1 : author.first]
        owned = len(between) == 1 and lexicon.has("of", between[0].low) and not between[0].gap
        human = author.kind in _HUMAN and author is near[-1]
        if reply.kind is MentionKind.REPLY and owned and human and last - author.last <= _NEAR:
            return replace(author, governed=False)
    return None


def _by_colon(scene: Scene, first: int, last: int) -> Tie | None:
    """Who acts in the words before a colon, where no verb of saying is among them."""
    if first >= last or all(len(word.text) == 1 for word in scene.frame.words[first:last]):
        return None  # the letters that mark an answer
    own = _own_words(scene, first, last)
    if own:
        return own
    near = scene.mentions_in(first, last)
    spoken = [each for each in near if not each.governed and not _is_stray(scene, each)]
    if not spoken:
        german = scene.frame.lexicon.language == "de"  # any two nouns look like a name
        full = [each for each in near if is_full_name(each) and each.name not in places() and not german]
        spoken = [each for each in near if each.party is PartyKind.PERSON][-1:] or full[-1:]
    if not spoken:
        texts = (each for each in near if each.kind is MentionKind.DOCUMENT and each.definite)
        spoken = [each for each in texts if each.first - first < _OPENING][:1]
    if spoken and _is_label(scene, spoken[0]):
        return None
    person = next((each for each in spoken if each.party is PartyKind.PERSON), None)
    person = person or enclosed_name(scene, first, last)
    return Tie(Rule.COLON, None, person or (spoken[0] if spoken else None))


def _own_words(scene: Scene, first: int, last: int) -> Tie | None:
    """The person spoken of, where only possessive and "words" stand before the colon: His words: “…”."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    lows = [words[index].low for index in range(first, last)]
    short = _FEWEST <= len(lows) <= _CLOSE and lexicon.has("own_words", lows[-1])
    if not (short or (_FEWEST <= len(lows) <= _CLAUSE and _is_own_line(scene, first, lows))):
        return None
    lows = lows[:_CLOSE]
    male, female = (any(lexicon.has(name, low) for low in lows) for name in ("his", "her"))
    if not (male or female):
        return None
    if male and female:
        return Tie(Rule.COLON, None, None, dropped=True)
    kind = MentionKind.HE if male else MentionKind.SHE
    return Tie(Rule.COLON, None, Mention(first, first, kind, definite=True))


def _is_own_line(scene: Scene, first: int, lows: list[str]) -> bool:
    """Whether the words before the colon begin with whose words follow: His advice to other traders: “…”."""
    lexicon = scene.frame.lexicon
    near = [index for index, low in enumerate(lows[:_CLOSE]) if lexicon.has("own_lines", low)]
    owned = bool(near) and any(lexicon.has(name, low) for name in ("his", "her") for low in lows[: near[0]])
    line = first + near[0] if near else first
    named = any(each.name and each.last + 1 != line for each in scene.mentions_in(first, first + len(lows)))
    return owned and not named and not any(lexicon.reports(low) for low in lows)


def _accounted(scene: Scene, cue: Cue, first: int) -> Tie | None:
    """Whose account a clause behind a colon is, where its verb only reports."""
    reports = scene.frame.lexicon.has("subjunctive", scene.frame.words[cue.first].low)
    return accounted(scene, first, cue.first, cue) if reports else None


def accounted(scene: Scene, first: int, last: int, cue: Cue | None = None) -> Tie | None:
    """Whose account a German clause behind a colon is: Der Anwalt Uwe Lenz blieb knapp: Man habe „…“."""
    words = scene.frame.words
    colon = next((index for index in range(last, first, -1) if words[index].gap == ":"), None)
    if scene.frame.lexicon.language != "de" or colon is None or last - colon > _NEAR:
        return None
    near = scene.mentions_in(first, colon)
    people = [each for each in near if each.party is PartyKind.PERSON]
    acting = [each for each in near if not each.governed]
    mention = people[-1] if people else (acting[0] if acting else None)
    return Tie(Rule.COLON, cue, mention) if mention else None


def _is_stray(scene: Scene, mention: Mention) -> bool:
    """Whether it is a lone word that only owes its capital to the sentence's start: Duro il commento."""
    lone = mention.kind is MentionKind.NAME and " " not in mention.name and mention.party is PartyKind.OTHER
    words, lexicon = scene.frame.words, scene.frame.lexicon
    following = words[mention.last + 1] if mention.last + 1 < len(words) else None
    if not lone or following is None or following.gap:
        return False
    return lexicon.has("definite", following.low) or lexicon.has("indefinite", following.low)


def _tie_by(scene: Scene, cue: Cue, first: int, last: int, lead: str) -> Tie | None:
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if cue.kind is CueKind.BESIDE and BLANK not in words[cue.first].gap:
        return _enclosed_beside(scene, cue, last)
    if cue.kind in _VIEWS:
        return by_view(scene, cue, first, last)
    if cue.kind in (CueKind.ACCORDING, CueKind.BESIDE):
        return _by_according(scene, cue, first, last)
    beside = lead == ":" or (
        last - cue.last - 1 <= _BESIDE and BLANK not in "".join(w.gap for w in words[cue.last + 1 : last])
    )
    named = last - 1 > cue.last and words[last - 1].low in lexicon.lists["as"]
    named = named or (lexicon.language == "en" and last - 1 > cue.last and words[last - 1].low == "to")
    if cue.kind is CueKind.LOOSE and _is_found_of_another(scene, cue, first):
        return None
    clause = cue.kind is CueKind.LOOSE and not (beside or named or _opens_clause(scene, cue, last))
    if clause and not _finds_that(scene, cue, first, last):
        return None
    if is_infinitive(scene, cue, last):
        return None
    if cue.kind is CueKind.CALL and is_passive(scene, cue, first):
        return None if _is_said_to_be(scene, cue, first, last) else Tie(Rule.BEFORE, cue, None, passive=True)
    behind = words[cue.last + 1] if cue.last + 1 < last else None
    if lexicon.language == "de" and behind is not None and behind.low == "es" and not behind.gap:
        return None  # there is, it goes: gibt es „…“
    return _by_subject(scene, cue, first, last, lead, beside=beside)


def _is_found_of_another(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether somebody says how another sees it: she wrote that the bank treated clients “as a crowd”."""
    words, lists = scene.frame.words, scene.frame.lexicon.lists
    if words[cue.first].low not in lists["seeing"]:
        return False
    told = (each for each in scene.cues_in(first, cue.first) if each.kind in _TELLING)
    return any(
        words[each.last].low in lists["that"] or words[each.last + 1].low in lists["that"] for each in told
    )


def _is_said_to_be(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether the words are those of who says it, and no name for it: said staff were blamed “by all”."""
    said = any(each.kind is CueKind.SAY for each in scene.cues_in(first, cue.first))
    text = scene.text[scene.frame.words[last - 1].end : scene.frame.words[last - 1].end + _LONG_WORD]
    opening = _FIRST_WORD.search(text)
    return said and opening is not None and scene.frame.lexicon.has("prepositions", opening.group().lower())


def _enclosed_beside(scene: Scene, cue: Cue, last: int) -> Tie | None:
    """Who is named between commas with no verb: Die Behörde habe, so das Gericht, „…“."""
    words = scene.frame.words
    mention = right_of(scene, cue, last) if words[cue.first].gap == "," else None
    closed = mention is not None and scene.frame.text[words[mention.last].end :].startswith(",")
    return Tie(Rule.BEFORE, cue, mention) if closed else None


def _by_according(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """Who is named behind a phrase such as "according to"."""
    mention = right_of(scene, cue, last) or unlisted(scene, cue, last)
    if mention and mention.kind is MentionKind.DOCUMENT and called_by_nobody(scene, first, cue.first):
        return Tie(Rule.BEFORE, cue, None, passive=True)
    return Tie(Rule.BEFORE, cue, mention) if mention and last - cue.last <= _FAR else None


def _by_subject(scene: Scene, cue: Cue, first: int, last: int, lead: str, *, beside: bool) -> Tie | None:
    """The subject of the verb, named or left out; ``beside`` where the quotation stands right behind it."""
    lexicon, mention = scene.frame.lexicon, None
    if cue.kind is CueKind.TEXT:
        mention = _attributed(scene, cue, first) or origin_before(scene, cue, first)
        mention = mention or _text_of(scene, cue, first, last)
    mention = mention or find_subject(scene, cue, first, last)
    if mention is not None and _is_called(scene, cue, mention):
        return Tie(Rule.BEFORE, cue, None, dropped=True)
    nobody = mention is None and lexicon.language in DROPS_PRONOUNS
    if nobody or (mention is not None and is_one(scene, mention.first)):
        mention = origin_before(scene, cue, first) or mention  # Desde Orrin aseguran que; chez Orrin, on dit
    if cue.kind is CueKind.TEXT and mention and not beside and _is_reader(scene, mention):
        return None
    written = cue.kind in (CueKind.LOOSE, CueKind.TEXT) and lexicon.language not in DROPS_PRONOUNS
    if mention is None and lead == ":" and written:
        mention = _text_of(scene, cue, first, cue.first)  # In het besluit staat: “…”
    if mention is None and lead != ":" and not (beside or lexicon.language in DROPS_PRONOUNS):
        return None
    article = lexicon.language in ("de", "nl") and cue.first > first + 1  # Das Studio hatte argumentiert
    relative = lexicon.has("relatives", scene.frame.words[first].low) and not article
    dropped = mention is None and (relative or drops_subject(scene, cue, first))
    if mention is None:
        mention = _before_semicolon(scene, cue, first, dropped=dropped)
    return Tie(Rule.COLON if lead == ":" else Rule.BEFORE, cue, mention, dropped=dropped)


def _attributed(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """Who wrote the text that is read: A statement on its site attributed to its founder, Ann Yost, reads."""
    for index in range(first, cue.first):
        length = phrase_length(scene.frame, index, "attributed_to")
        if length:
            near = scene.mentions_in(index + length, min(index + length + _NEAR, cue.first))
            return next((each for each in near if each.name), None)
    return None


def _is_reader(scene: Scene, mention: Mention) -> bool:
    """Whether English only tells that somebody reads: the regulator had read 1,900 assessments."""
    english = scene.frame.lexicon.language == "en"
    return english and (mention.party in _KNOWN or mention.kind in _READING)


def _before_semicolon(scene: Scene, cue: Cue, first: int, *, dropped: bool) -> Mention | None:
    """The subject that the clause before had: Bascuñán no contestó; en una carta habla de “…”."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if lexicon.language not in DROPS_PRONOUNS:
        return None
    start = next((index for index in range(cue.first, first, -1) if ";" in words[index].gap), None)
    if start is None or cue.first - start > _CLAUSE:
        return None
    if not dropped and not lexicon.has("prepositions", words[start].low):
        return None
    before = [each for each in scene.mentions_in(first, start) if not each.governed]
    return before[0] if before and (before[0].name or before[0].kind in ORGANISATION_NOUNS) else None


def _behind_semicolon(scene: Scene, cue: Cue, last: int) -> Tie | None:
    """Another person between a semicolon and the quotation: …; his counterpart, Ann Yost, preferred “…”."""
    words = scene.frame.words
    start = next((index for index in range(last - 1, cue.last, -1) if ";" in words[index].gap), None)
    if start is None or last - start > _CLAUSE:
        return None
    acting = [each for each in scene.mentions_in(start, last) if not each.governed]
    person = next((each for each in acting if each.party is PartyKind.PERSON), None)
    verb = words[last - 1]
    plain = person is not None and person.last + 2 == last and verb.text.islower()
    if not plain or scene.light(last - 1) or scene.frame.lexicon.has("passive", verb.low):
        return None
    return Tie(Rule.BEFORE, None, person)


def _finds_that(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """Whether a judge, an official or a body finds what follows: the tribunal found that the fine was “…”."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    that = next(
        (
            index
            for index in range(cue.last + 1, min(cue.last + _THAT, last))
            if words[index].low in lexicon.lists["that"]
        ),
        None,
    )
    bare = that is None and _opens_bare_clause(scene, cue, last)
    if not bare and (that is None or words[that].gap not in ("", ",")):
        return False
    subject = left_of(scene, cue, first)
    return subject is not None and (subject.kind in _DECIDING or subject.party in _KNOWN)


def _opens_bare_clause(scene: Scene, cue: Cue, last: int) -> bool:
    """English: whether a subject and its verb follow without "that": found Acme had been."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    subject = scene.mention_over(cue.last + 1) if cue.last + 1 < last else None
    if lexicon.language != "en" or subject is None or subject.last + 1 >= last:
        return False
    if any(words[index].gap for index in range(cue.last + 1, subject.last + 2)):
        return False
    verb = words[subject.last + 1].low
    return lexicon.has("finite", verb)


def _opens_clause(scene: Scene, cue: Cue, last: int) -> bool:
    """Whether a clause of what was said follows the participle: telling pensioners that."""
    return scene.frame.words[cue.first].low.endswith("ing") and opens_that(scene, cue, last)


def _text_of(scene: Scene, cue: Cue, first: int, last: int) -> Mention | None:
    """The text that speaks: in the decision it says; rather that right behind: si legge in una nota."""
    texts = [each for each in scene.mentions_in(first, last) if each.kind in _TEXTS]
    behind = (each for each in texts if each.governed and 0 < each.first - cue.last <= _READ_IN)
    return next(behind, texts[0] if texts else None)


def _is_called(scene: Scene, cue: Cue, mention: Mention) -> bool:
    """Whether it is a text that somebody left out calls something: califica la decisión de «…»."""
    behind = cue.kind is CueKind.CALL and mention.first == cue.last + 1 and mention.kind in _TEXTS
    return behind and scene.frame.lexicon.language in DROPS_PRONOUNS


def once(scene: Scene, mention: Mention) -> bool:
    """Whether the text has the name nowhere else."""
    return scene.name_counts[mention.name] == 1


def _is_label(scene: Scene, mention: Mention) -> bool:
    """Whether a word in capitals before a colon only heads what follows: LA PHRASE: «…»."""
    return mention.name.isupper() and mention.party not in _KNOWN and once(scene, mention)
