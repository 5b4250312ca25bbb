"""The shapes of noun phrases that may speak. Imports people and the words."""

from dataclasses import dataclass
from enum import StrEnum

from casefile.extraction.speech_lexicon import Gender
from casefile.extraction.speech_names import PartyKind


class MentionKind(StrEnum):
    """How the text refers to somebody."""

    NAME = "name"
    ROLE = "role"
    SPOKES = "spokes"
    PEOPLE = "people"
    AUTHORITY = "authority"
    COURT = "court"
    COMPANY = "company"
    DOCUMENT = "document"
    REPLY = "reply"
    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"


ORGANISATION_NOUNS = frozenset((MentionKind.AUTHORITY, MentionKind.COURT, MentionKind.COMPANY))
PRONOUN_KINDS = frozenset((MentionKind.HE, MentionKind.SHE, MentionKind.IT, MentionKind.THEY))


@dataclass(frozen=True)
class Mention:
    """A noun phrase that may speak; ``first`` and ``last`` are words of the frame, inclusive."""

    first: int
    last: int
    kind: MentionKind
    name: str = ""
    party: PartyKind = PartyKind.OTHER
    gender: Gender = Gender.OPEN
    role_words: tuple[int, int] | None = None
    owner: str = ""
    """The organisation that a role, spokesperson or document belongs to."""
    owner_party: PartyKind | None = None
    owner_kind: MentionKind | None = None
    """The same where the owner is a noun: "the company's lawyer"."""
    definite: bool = False
    indefinite: bool = False
    governed: bool = False
    """Stands after a preposition, so it is no subject."""
