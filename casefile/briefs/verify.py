"""Which statements of a brief still hold: against its own pages and passages, and against a store.

Three questions, the second and third of them only where a store is at hand:

- Do the pages say what the embedded file says, and does each quote stand in its embedded passage?
- Is each source in the store, by its hash, and does each passage stand in its text?
- Do the records of the store still have the values? Asked only of the store that the brief came from.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casefile.briefs.counting import occurrences
from casefile.briefs.embedded import EmbeddedBrief, EmbeddedPassage, EmbeddedSource
from casefile.briefs.pdf.text import printable, printable_paragraphs
from casefile.briefs.pdf.words import HASH_DIGITS, passage_words
from casefile.briefs.printed import PrintedBrief, unbroken
from casefile.briefs.statements import BriefStatement, StatementKind
from casefile.briefs.verbatim import Wording, wording
from casefile.store.brief_checks import store_id, texts_of
from casefile.store.store import Reader

_FIGURE = re.compile("[0-9]")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Flaw(StrEnum):
    """What does not hold."""

    NOT_ON_PAGES = "not on the pages"
    NOT_IN_PASSAGE = "not in its passage"
    NOTHING_CITED = "rests on nothing"
    SOURCE_NOT_IN_STORE = "source not in the store"
    PASSAGE_NOT_IN_SOURCE = "passage not in the source"
    CHANGED = "changed since"
    GONE = "withdrawn since"


@dataclass(frozen=True)
class Finding:
    """A statement or source that does not hold, and why."""

    flaw: Flaw
    statement: str
    detail: str = ""
    """What is there instead: "now €9,300,000"."""

    @property
    def is_later_change(self) -> bool:
        """Whether the record has moved on; the brief said what was so when it was exported."""
        return self.flaw in (Flaw.CHANGED, Flaw.GONE)


@dataclass(frozen=True)
class Verification:
    """The result for a whole brief."""

    brief: EmbeddedBrief
    findings: tuple[Finding, ...]
    against_store: bool
    """Whether the sources were looked for in a store."""
    same_store: bool
    """Whether it is the store that the brief was exported from, so that its figures were compared."""

    @property
    def is_genuine(self) -> bool:
        """Whether all that was found are changes made after the export."""
        return all(finding.is_later_change for finding in self.findings)


def verify(printed: PrintedBrief, reader: Reader | None = None) -> Verification:
    """Checks a brief, with a reader against the store."""
    brief = printed.embedded
    findings = [*_on_pages(brief, printed), *_in_passages(brief)]
    same_store = False
    if reader is not None:
        from casefile.briefs.stale import changes

        findings += _in_store(brief, reader)
        same_store = bool(brief.store) and brief.store == store_id(reader)
        if same_store:
            findings += [
                Finding(Flaw.CHANGED if change.now else Flaw.GONE, str(change.statement), change.words)
                for change in changes(reader, brief)
            ]
    return Verification(brief, tuple(findings), reader is not None, same_store)


def _on_pages(brief: EmbeddedBrief, printed: PrintedBrief) -> Iterator[Finding]:
    """What is printed less often than the file says it, not beside its label, or not at all."""
    stated = [(statement, _set(printable_paragraphs(statement.value))) for statement in brief.statements]
    named = [
        (source, _set((printable(source.title), source.sha256[:HASH_DIGITS]))) for source in brief.sources
    ]
    words = {part for _, parts in (*stated, *named) for part in parts}
    labelled = _labelled(brief.statements)
    shown = printed.count({*words, *labelled.values()}, _marks(stated, labelled))
    beside = "\0".join(labelled.values())
    expected = occurrences(_all_words(brief, stated), words) + occurrences(beside, labelled.values())
    for place, (statement, parts) in enumerate(stated):
        sought = [*parts, labelled[place]] if place in labelled else parts
        if not parts or any(shown[part] < expected[part] for part in sought):
            yield Finding(Flaw.NOT_ON_PAGES, str(statement))
    for source, parts in named:
        if not all(shown[part] for part in parts):
            yield Finding(Flaw.NOT_ON_PAGES, _named(source))


def _labelled(statements: Sequence[BriefStatement]) -> dict[int, str]:
    """By its place what is said with a figure after what stands before it in its row.

    The figure alone may stand elsewhere too, in the summary. Of several with one label only the first is
    beside it; what runs from right to left is not copied so.
    """
    found, last = {}, None
    for place, statement in enumerate(statements):
        key = (statement.kind, statement.about, statement.label)
        is_beside = statement.kind in (StatementKind.FACT, StatementKind.CONFLICT) and key != last
        before = statement.label if is_beside else statement.row
        words = f"{printable(before)}\n{printable(statement.value)}"
        if before and _FIGURE.search(statement.value) and not _FROM_RIGHT.search(words):
            found[place] = unbroken(words)
        last = key
    return found


def _marks(
    stated: Iterable[tuple[BriefStatement, list[str]]], labelled: Mapping[int, str]
) -> dict[str, set[str]]:
    """What the numbers of its notes look like after the last words of each statement."""
    marks: dict[str, set[str]] = defaultdict(set)
    for place, (statement, parts) in enumerate(stated):
        for part in (*parts[-1:], labelled.get(place, "")):
            marks[part].add(",".join(map(str, sorted(set(statement.notes)))))
    return marks


def _set(parts: Iterable[str]) -> list[str]:
    """The parts as they are looked for; none for what has no sign to be seen."""
    return [found for part in parts if (found := unbroken(part))]


def _all_words(brief: EmbeddedBrief, stated: Iterable[tuple[BriefStatement, list[str]]]) -> str:
    """Everything that the brief has to print, each part by itself."""
    values = [part for _, parts in stated for part in parts]
    passages = [unbroken("".join(passage_words(one.anchor))) for one in brief.passages if one.anchor]
    return "\0".join((*values, *passages))


def _in_passages(brief: EmbeddedBrief) -> Iterator[Finding]:
    """Quotes have to stand in one of their passages; facts and events have to rest on something."""
    passages = {passage.note: passage for passage in brief.passages}
    for statement in brief.statements:
        if statement.kind is StatementKind.SUMMARY:
            continue
        if not statement.notes and statement.kind is not StatementKind.CONFLICT:
            yield Finding(Flaw.NOTHING_CITED, str(statement))
        elif statement.kind in (StatementKind.QUOTE, StatementKind.PARAPHRASE):
            anchors = [passages[note].anchor for note in statement.notes]
            said = [wording(statement.value, anchor.exact) for anchor in anchors if anchor]
            if all(found is Wording.NOT_FOUND for found in said):
                yield Finding(Flaw.NOT_IN_PASSAGE, str(statement))


def _in_store(brief: EmbeddedBrief, reader: Reader) -> Iterator[Finding]:
    cited, resting = defaultdict(list), _statements_of(brief)
    for passage in brief.passages:
        cited[passage.source].append(passage)
    for source in brief.sources:
        texts = texts_of(reader, source.sha256)
        if not texts:
            yield Finding(Flaw.SOURCE_NOT_IN_STORE, _named(source), f"SHA-256 {source.sha256[:HASH_DIGITS]}…")
        else:
            yield from _in_texts(cited[source.number], texts, source, resting)


def _in_texts(
    passages: Iterable[EmbeddedPassage],
    texts: list[str],
    source: EmbeddedSource,
    resting: dict[int, list[BriefStatement]],
) -> Iterator[Finding]:
    for passage in passages:
        anchor = passage.anchor
        if anchor is None or any(anchor.holds_in(text) for text in texts):
            continue
        for statement in resting[passage.note]:
            yield Finding(
                Flaw.PASSAGE_NOT_IN_SOURCE, str(statement), f"note {passage.note}, {_named(source)}"
            )


def _statements_of(brief: EmbeddedBrief) -> dict[int, list[BriefStatement]]:
    resting = defaultdict(list)
    for statement in brief.statements:
        for note in statement.notes:
            resting[note].append(statement)
    return resting


def _named(source: EmbeddedSource) -> str:
    return f"S{source.number} {source.title}"
