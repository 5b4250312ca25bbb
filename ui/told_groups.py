"""What a brief could tell, in groups to be chosen from. Imports the briefs' model, and no Qt.

It is gathered beside the window: a brief of five thousand actions has sixty thousand lines.
"""

from dataclasses import dataclass, field

from casefile.briefs.model import Brief
from casefile.translation import tr


@dataclass(frozen=True)
class Group:
    """An action with its facts, or the quotes or events; ``key`` is "" for those that are no record."""

    words: str
    key: str
    told: tuple[tuple[str, str], ...]
    """Words and keys."""


@dataclass(frozen=True)
class ToldGroups:
    """The groups of a brief in its order."""

    groups: tuple[Group, ...] = ()
    keys: frozenset[str] = field(default=frozenset(), compare=False)
    """Of all groups and of all that they tell."""

    @classmethod
    def of(cls, brief: Brief) -> "ToldGroups":
        """The groups of what the brief tells."""
        groups = _groups(brief)
        keys = {group.key for group in groups}
        keys.update(key for group in groups for _, key in group.told)
        return cls(groups, frozenset(keys))


def _groups(brief: Brief) -> tuple[Group, ...]:
    found = []
    for action in brief.actions:
        facts = dict.fromkeys((f"{fact.label}: {fact.value}", fact.key) for fact in action.facts if fact.key)
        record = "/".join(next(iter(facts))[1].split("/")[:2]) if facts else ""
        found.append(Group(action.title, record, tuple(facts)))
    quotes = tuple((quote.text, quote.key) for quote in brief.quotes if quote.key)
    events = tuple((f"{event.date or ''} {event.what}", event.key) for event in brief.events if event.key)
    found += [
        Group(name, "", told) for name, told in ((tr("Quotes"), quotes), (tr("Events"), events)) if told
    ]
    return tuple(found)
