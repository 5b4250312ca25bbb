"""What a brief said that the record says otherwise by now. Imports statements and the store."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casefile.briefs.assemble import Chosen, assemble_records
from casefile.briefs.composition import Composition
from casefile.briefs.embedded import EmbeddedBrief, NotABriefError
from casefile.briefs.statements import BriefStatement, brief_statements
from casefile.briefs.wording import phrasing
from casefile.store.brief_rows import BriefExport
from casefile.store.briefs import cited_by
from casefile.store.store import Reader


@dataclass(frozen=True)
class Change:
    """A statement that does not stand in the record as it was printed."""

    statement: BriefStatement
    now: tuple[str, ...] = ()
    """What the same record says today; empty where it is gone, was rejected or lies in the trash."""

    @property
    def words(self) -> str:
        """``now €9,300,000``, or that it is gone."""
        return f"now {'; '.join(self.now)}" if self.now else "no longer in the record"


def changes_of(reader: Reader, export: BriefExport, step: int) -> list[Change] | None:
    """What has changed since the export, which was made when ``step`` or an earlier one was the last.

    None where that cannot be told: an older version of the program did not keep what it stated.
    """
    try:
        embedded = EmbeddedBrief.parse(cited_by(reader, export.id).encode())
    except NotABriefError:
        return None
    return changes(reader, embedded) if export.as_of_step < step else []


def changes(reader: Reader, brief: EmbeddedBrief) -> list[Change]:
    """The statements with a record that differ from the store's present state, in their order."""
    keyed = [statement for statement in brief.statements if statement.key]
    chosen = _records(keyed).still_there(reader)
    today = assemble_records(reader, chosen, Composition(language=phrasing(brief.language).language))
    present = _by_key(brief_statements(today))
    return [
        Change(statement, tuple(sorted(present[statement.key])))
        for statement in keyed
        if _value(statement) not in present[statement.key]
    ]


def _by_key(statements: Iterable[BriefStatement]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for statement in statements:
        found[statement.key].add(_value(statement))
    return found


def _value(statement: BriefStatement) -> str:
    """What is compared: a ledger's line and an event with their dates, a quote with its speaker."""
    parts = {"event": (statement.label, statement.value), "quote": (statement.about, statement.value)}
    kind = statement.key.partition("/")[0]
    if "/ledger/" in statement.key:
        return f"{statement.label}: {statement.value}"
    return ": ".join(part for part in parts.get(kind, (statement.value,)) if part)


def _records(statements: Iterable[BriefStatement]) -> Chosen:
    """The actions, quotes and events that the keys name."""
    named: dict[str, dict[int, None]] = {"action": {}, "quote": {}, "event": {}}
    for kind, record_id in _named(statements):
        named[kind][record_id] = None
    return Chosen(list(named["action"]), list(named["quote"]), list(named["event"]))


def _named(statements: Iterable[BriefStatement]) -> Iterator[tuple[str, int]]:
    """Kinds and ids of the keys that are keys: they may come from a file of anybody's."""
    for statement in statements:
        kind, _, rest = statement.key.partition("/")
        number = rest.partition("/")[0]
        if (
            kind in ("action", "quote", "event")
            and number.isascii()
            and number.isdigit()
            and len(number) < 18
        ):
            yield kind, int(number)
