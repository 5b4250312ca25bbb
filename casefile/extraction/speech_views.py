"""By whose view something is so, told without a verb of saying. Imports the scene and the clauses."""

from casefile.extraction.speech_behind import right_of
from casefile.extraction.speech_lexicon import BE, CueKind
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import Mention, MentionKind

_FAR = 25
_NEAR = 4
_CLAUSE = 9
_NO_VIEW = frozenset((MentionKind.PEOPLE, MentionKind.DOCUMENT, MentionKind.REPLY, MentionKind.IT))


def holds_view(mention: Mention | None) -> bool:
    """Whether the phrase may hold a view: no crowd, no text, and nobody in particular ("for a business")."""
    return mention is not None and mention.kind not in _NO_VIEW and not mention.indefinite


def _is_bench(scene: Scene, mention: Mention | None) -> bool:
    """Whether the phrase means the judges of a court, who hold a view though they are several."""
    if mention is None or mention.role_words is None or mention.indefinite:
        return False
    return scene.frame.lexicon.has("judges", scene.frame.words[mention.role_words[0]].low)


def before_postposition(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """Der Behörde zufolge."""
    if cue.first <= first or scene.frame.words[cue.first].gap:
        return None
    return scene.mention_over(cue.first - 1)


def left_out(scene: Scene, first: int, last: int) -> Tie | None:
    """The verb is that of the clause before: …; la empresa, de «persecución»."""
    words = scene.frame.words
    if last - 2 < first or not words[last - 1].gap.endswith(",") or len(words[last - 1].text) > _NEAR:
        return None
    mention = scene.mention_over(last - 2)
    parted = mention is not None and mention.first > first and ";" in words[mention.first].gap
    preposition = scene.frame.lexicon.has("prepositions", words[last - 1].low)
    return Tie(Rule.BEFORE, None, mention) if parted and preposition else None


def for_whom(scene: Scene, first: int, last: int) -> Tie | None:
    """Who was named before the relative pronoun: le syndicat, pour qui « rien n’a été fait »."""
    words, phrases = scene.frame.words, scene.frame.lexicon.phrases["for_whom"]
    for index in range(max(first + 1, last - _CLAUSE), last):
        for parts in phrases.get(words[index].low, ()):
            end = index + len(parts)
            if (
                end <= last
                and tuple(word.low for word in words[index:end]) == parts
                and _is_plain(scene, end, last)
            ):
                near = scene.mention_over(index - 1)
                spoken = [each for each in scene.mentions_in(first, index) if not each.governed]
                people = [each for each in scene.mentions_in(first, index) if each.party is PartyKind.PERSON]
                unsure = near is None or not near.name
                mention = people[-1] if unsure and people else near or (spoken[0] if spoken else None)
                return Tie(Rule.BEFORE, Cue(index, end - 1, CueKind.ACCORDING), mention) if mention else None
    return None


def _is_plain(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing but a subject and its verb stands there: for whom these fines remain “tips”."""
    words, lexicon = scene.frame.words[first:last], scene.frame.lexicon
    return not any(word.gap or lexicon.reports(word.low) for word in words)


def in_the_words_of(scene: Scene, first: int, last: int) -> Tie | None:
    """In the agency's words, an “illegal database”."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    for mention in reversed(scene.mentions_in(first, last)):
        owning = words[mention.last].low in ("'s", "’s")
        after = words[mention.last + (not owning) : min(mention.last + 3, last)][:2]
        possessive = (
            len(after) == 2 and after[0].low in ("'s", "’s") and lexicon.has("own_words", after[1].low)
        )
        if after and lexicon.has("own_words", after[0].low) and _is_plural_owner(scene, mention):
            return Tie(Rule.BEFORE, Cue(mention.last + 1, mention.last + 1, CueKind.ACCORDING), mention)
        if possessive:
            index = mention.last + 2 - owning
            return Tie(Rule.BEFORE, Cue(index, index, CueKind.ACCORDING), mention)
    return None


def _is_plural_owner(scene: Scene, mention: Mention) -> bool:
    """Whether a lone apostrophe stands behind the phrase: in the judges’ phrase."""
    return scene.frame.text[scene.frame.words[mention.last].end :][:1] in ("’", "'")


def unlisted(scene: Scene, cue: Cue, last: int) -> Mention | None:
    """Somebody whom no list holds: in the words of a shift lead."""
    index = cue.last + 1
    opened = index + 1 < last and not scene.frame.words[index + 1].gap
    if not opened or not scene.frame.lexicon.has("indefinite", scene.frame.words[index].low):
        return None
    return Mention(index, index + 1, MentionKind.PEOPLE, indefinite=True)


def _is_so_for(scene: Scene, cue: Cue, mention: Mention | None, last: int) -> bool:
    """Whether something is so for them, and the words follow at once: era per i magistrati «esposto»."""
    beside = mention is not None and mention.last + 1 == last
    return beside and cue.first > 0 and scene.frame.words[cue.first - 1].low in BE


def by_view(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """By whose view is told without a verb: in her opinion, der Behörde zufolge, for the minister."""
    if cue.kind is CueKind.POSTPOSED:
        mention = before_postposition(scene, cue, first)
        return Tie(Rule.BEFORE, cue, mention) if mention else None
    if cue.kind in (CueKind.OWN_VIEW, CueKind.OWN_ACCOUNT):
        own = cue.kind is CueKind.OWN_ACCOUNT
        acting = [each for each in scene.mentions_in(first, last) if own and not each.governed]
        return Tie(Rule.BEFORE, cue, acting[0] if acting else None, dropped=not own)
    before = scene.mention_over(cue.first - 1) if cue.first > first else None
    if before is not None and before.party is PartyKind.PERSON and before.first == first:
        return None  # Me Deroche, pour Frigor : « … »
    opens = cue.first == first or scene.frame.words[cue.first].gap.endswith((",", ":", ";", "–", "—"))
    mention = right_of(scene, cue, last) if last - cue.last <= _FAR else None
    if not opens and not _is_so_for(scene, cue, mention, last):
        return None
    return Tie(Rule.BEFORE, cue, mention) if holds_view(mention) or _is_bench(scene, mention) else None
