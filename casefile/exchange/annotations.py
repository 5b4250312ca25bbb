"""Passages as Web Annotations (W3C Web Annotation Data Model, 2017), in JSON-LD.

Each passage is one annotation; its bodies are what rests on it. It has a target in the text that was kept,
with the place and the words, and one in the publication on the web, with the words alone: places are counted
in the text that Casefile made of it.
"""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, BinaryIO

from casefile import __version__
from casefile.exchange.moments import now
from casefile.exchange.plain_text import fit_line
from casefile.progress import Task
from casefile.store import lists, queries
from casefile.store.brief_checks import store_id
from casefile.store.derived import CHUNK
from casefile.store.export_rows import scope_source_ids
from casefile.store.facts import facts_of_actions
from casefile.store.rows import Evidence, SourceRecord
from casefile.store.store import Reader

Json = dict[str, Any]
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PassageKey = tuple[int, int]
"""Passage and source: a document may be that of several sources."""


@dataclass
class _Passage:
    """A passage and what rests on it."""

    evidence: Evidence
    bodies: list[str] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    decided: list[datetime] = field(default_factory=list)


def write_annotations(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """One collection; gives back how many passages it has."""
    passages = _passages(reader, case_id, task)
    ids = scope_source_ids(reader, case_id)
    cited = sorted({*ids, *(source_id for _, source_id in passages)})
    sources = {record.row.id: record for record in queries.described_sources(reader, cited)}
    store, moment = store_id(reader), now().isoformat()
    items = [
        _annotation(passage, sources[source_id], store)
        for (_, source_id), passage in passages.items()
        if source_id in sources
    ]
    task.check()
    collection = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{_uuid(store)}",
        "type": "AnnotationCollection",
        "label": "Passages of Casefile",
        "generator": {"type": "Software", "name": f"casefile {__version__}"},
        "generated": moment,
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    target.write(json.dumps(collection, ensure_ascii=False, indent=1).encode() + b"\n")
    return len(items)


def _passages(reader: Reader, case_id: int | None, task: Task) -> dict[_PassageKey, _Passage]:
    """The passages with what rests on them, in the order of their places."""
    found: dict[_PassageKey, _Passage] = {}

    def at(evidence: Evidence) -> _Passage:
        return found.setdefault((evidence.passage_id, evidence.source_id), _Passage(evidence))

    ids = lists.action_ids(reader, case_id)
    for start in range(0, len(ids), CHUNK):
        task.step(start, len(ids), "Actions")
        _add_facts(reader, ids[start : start + CHUNK], at)
    for quote in queries.quote_rows(reader, lists.quote_ids(reader, case_id)):
        who = ", ".join(part for part in (quote.speaker, quote.role) if part)
        at(quote.evidence).bodies.append(f"Quote: {who or 'speaker not named'}")
    for event in queries.event_rows(reader, lists.event_ids(reader, case_id)):
        at(event.evidence).bodies.append(f"Event, {event.dated}: {event.about}")
    return dict(sorted(found.items(), key=lambda one: (one[0][1], one[1].evidence.span)))


def _add_facts(reader: Reader, ids: Sequence[int], at: Any) -> None:  # noqa: ANN401
    titles = {row.id: row.title for row in queries.action_rows(reader, ids)}
    for id_, facts in facts_of_actions(reader, ids).items():
        for fact in facts:
            for claim in fact.live:
                for evidence in claim.evidence:
                    passage = at(evidence)
                    passage.bodies.append(f"{titles.get(id_, '')}: {fact.label}: {claim.value}")
                    passage.people.add(claim.reviewer)
                    passage.decided += [claim.decided_at] if claim.decided_at else []


def _annotation(passage: _Passage, source: SourceRecord, store: str) -> Json:
    said = dict.fromkeys(map(fit_line, passage.bodies))
    annotation: Json = {
        "id": f"urn:casefile:{store}:passage:{passage.evidence.passage_id}:{source.row.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": "describing"}
            for words in said
        ],
        "target": list(_targets(passage.evidence, source, store)),
    }
    people = sorted(passage.people - {""})
    if people:
        annotation["creator"] = [{"type": "Person", "name": fit_line(name)} for name in people]
    if passage.decided:
        annotation["created"] = min(passage.decided).isoformat()
        annotation["modified"] = max(passage.decided).isoformat()
    return annotation


def _targets(evidence: Evidence, source: SourceRecord, store: str) -> Iterator[Json]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": evidence.exact,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
    }
    place = {"type": "TextPositionSelector", "start": evidence.span.start, "end": evidence.span.end}
    text: Json = {"id": f"urn:casefile:{store}:document:{source.document_id}", "type": "Text"}
    text |= {"format": "text/plain"} | ({"language": source.row.language} if source.row.language else {})
    state = {
        "type": "TimeState",
        "cached": _named_bytes(source.sha256),
        "sourceDate": source.captured_at.isoformat(),
    }
    yield {"type": "SpecificResource", "source": text, "selector": [place, quote], "state": state}
    if source.url:
        yield {"type": "SpecificResource", "source": fit_line(source.url), "selector": quote, "state": state}


def _named_bytes(sha256: str) -> str:
    """The original bytes by their hash, as a URI (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _uuid(store: str) -> str:
    """The store's id as UUIDs are written."""
    groups = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
    return "-".join(store[start:end] for start, end in groups)
