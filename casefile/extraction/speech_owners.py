"""What phrases that stand beside each other share: the words between, an owner, a field. Imports shapes."""

from collections.abc import Sequence
from dataclasses import replace

from casefile.extraction.speech_frames import Frame, Word
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_shapes import Mention, MentionKind

_SHORT = 3  # letters of a small word
_LONG_FIELD = 6
_FIELD = range(2, 5)  # words of what somebody is in charge of


def words_between(frame: Frame, left: Mention, right: Mention) -> tuple[Word, ...]:
    """The words of the frame between two phrases."""
    return frame.words[left.last + 1 : right.first]


def with_owner_of(
    head: Mention, owner: Mention, first: int | None = None, last: int | None = None
) -> Mention:
    """The head with whom it belongs to, over the words from ``first`` to ``last`` where these are given."""
    return replace(
        head,
        first=head.first if first is None else first,
        last=head.last if last is None else last,
        owner=owner.name or head.owner or owner.owner,
        owner_party=(owner.party if owner.name else None) or head.owner_party or owner.owner_party,
        owner_kind=None if owner.name else owner.kind,
        definite=True if first is not None and not owner.indefinite else head.definite,
        indefinite=head.indefinite or (first is not None and owner.indefinite),
    )


def may_hold(name: Mention) -> bool:
    """Whether a person's name, or two words that nothing makes another's, may be who holds an office."""
    if name.kind is not MentionKind.NAME or name.first == name.last:
        return False
    return name.party is PartyKind.PERSON or (name.party is PartyKind.OTHER and name.first == name.last - 1)


def is_field(frame: Frame, role: Mention, between: Sequence[Word]) -> bool:
    """Whether the words are what a role is in charge of: director of enforcement Cathryn Scott."""
    lexicon = frame.lexicon
    kin = lexicon.has("kin", frame.words[role.last].low)
    small = any(
        lexicon.has(name, word.low) for word in between[1:] for name in ("definite", "indefinite", "of")
    )
    if lexicon.language != "en" and len(between) == 1:
        return _qualifies(frame, between[0]) and not kin and not role.indefinite
    if lexicon.language != "en" and len(between) > 1 and lexicon.has("of", between[0].low):
        whole = not any(lexicon.reports(word.low) or lexicon.has("relatives", word.low) for word in between)
        small_words = all(word.text.islower() for word in between) or lexicon.language == "de"
        return len(between) <= _LONG_FIELD and whole and small_words and not kin and not role.indefinite
    field = len(between) in _FIELD and between[0].low in ("of", "for") and lexicon.language == "en"
    lower = all(word.text.islower() for word in between)
    return field and lower and not kin and not small and not role.indefinite


def _qualifies(frame: Frame, word: Word) -> bool:
    """Whether a word may tell what kind of role it is: hoogleraar kansspelrecht, sénatrice écologiste."""
    lexicon = frame.lexicon
    closed = lexicon.joins(word.low) or lexicon.reports(word.low)
    lists = (
        "prepositions",
        "definite",
        "indefinite",
        "of",
        "auxiliary",
        "adverbs",
        "passive",
        "he",
        "she",
        "it",
    )
    noun = word.text.islower() or lexicon.language == "de"
    return (
        noun and len(word.text) > _SHORT and not closed and not any(lexicon.has(n, word.low) for n in lists)
    )
