"""What is said in the frames: the file to be read, and what became of it. Imports store.payload, reading.

Nothing that a worker says is believed: every value is built anew and checked (:func:`unpack_answer`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import DecimalException

from casefile.intake.frames import Head, NonsenseError
from casefile.intake.limits import Limits
from casefile.proposals import Proposals
from casefile.reading.model import Part, ReadDocument, Reading
from casefile.store.payload import from_plain, to_json

JSON_BYTES = 64 * 1024 * 1024
"""Of a document's description and of its proposals."""


@dataclass(frozen=True)
class RawItem:
    """Bytes that are to be read, with the name for messages and the day on which they were captured."""

    name: str
    content: bytes = field(repr=False)
    captured: date | None = None
    url: str = ""
    """The page that it is of, where the content names none."""


@dataclass(frozen=True)
class ReadResult:
    """What a file holds, and what its document proposes."""

    reading: Reading
    proposals: Proposals = field(default_factory=Proposals)


@dataclass(frozen=True)
class Refusal:
    """A reader's own word that the file cannot be read: what happened, and what to do."""

    what: str
    advice: str


@dataclass(frozen=True)
class Breakdown:
    """The reader failed where it should not have; the worker may live on."""

    why: str


Answer = ReadResult | Refusal | Breakdown


def pack_item(item: RawItem) -> tuple[Head, list[bytes]]:
    """The item as a frame."""
    captured = item.captured and item.captured.isoformat()
    return {"name": item.name, "captured": captured, "url": item.url}, [item.content]


def unpack_item(head: Head, blobs: Sequence[bytes]) -> RawItem:
    """The item of a frame that the program sent."""
    captured = head["captured"]
    return RawItem(head["name"], blobs[0], date.fromisoformat(captured) if captured else None, head["url"])


def pack_answer(answer: Answer) -> tuple[Head, list[bytes]]:
    """The answer as a frame."""
    if isinstance(answer, Refusal):
        return {"answer": "refused", "what": answer.what, "advice": answer.advice}, []
    if isinstance(answer, Breakdown):
        return {"answer": "broken", "why": answer.why}, []
    reading = answer.reading
    head: Head = {
        "answer": "read",
        "has_document": reading.document is not None,
        "parts": [part.name for part in reading.parts],
        "notes": list(reading.notes),
    }
    blobs = [part.content for part in reading.parts]
    if reading.document is not None:
        described = to_json(replace(reading.document, text=""))
        blobs = [_bytes(described), _bytes(reading.document.text), _bytes(to_json(answer.proposals)), *blobs]
    return head, blobs


def unpack_answer(head: Head, blobs: Sequence[bytes], limits: Limits) -> Answer:
    """The answer of a frame that a worker sent; :class:`NonsenseError` where it is none, or too much."""
    try:
        return _unpack(head, list(blobs), limits)
    except (ValueError, KeyError, TypeError, AttributeError, DecimalException, RecursionError) as error:
        raise NonsenseError("an answer that is none") from error


def most_bytes(limits: Limits) -> int:
    """What the frame of an answer may hold at most."""
    return limits.text_bytes + limits.part_bytes + JSON_BYTES


def _unpack(head: Head, blobs: list[bytes], limits: Limits) -> Answer:
    kind = head["answer"]
    if kind == "refused":
        what, advice = _texts([head["what"], head["advice"]])
        return Refusal(what, advice)
    if kind == "broken":
        return Breakdown(*_texts([head["why"]]))
    if kind != "read" or type(head["has_document"]) is not bool:
        raise ValueError(f"no answer: {kind!r:.60}")
    document, proposals = None, Proposals()
    if head["has_document"]:
        described, text, proposed = (_text(blobs.pop(0)) for _ in range(3))
        if len(text) > limits.text_bytes:
            raise ValueError("too much text")
        plain_document, plain_proposals = json.loads(described), json.loads(proposed)
        _check_spans([plain_document, plain_proposals], len(text))
        document = replace(from_plain(ReadDocument, plain_document), text=text)
        proposals = from_plain(Proposals, plain_proposals)
    names = _texts(head["parts"])
    if len(names) > limits.parts:
        raise ValueError("too many parts")
    parts = tuple(Part(name, content) for name, content in zip(names, blobs, strict=True))
    return ReadResult(Reading(document, parts, tuple(_texts(head["notes"]))), proposals)


def _check_spans(value: object, length: int) -> None:
    """Every span lies in the text; an object with ``start`` and ``end`` is one."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            if not 0 <= value["start"] < value["end"] <= length:
                raise ValueError(f"a span outside of the text: {value}")
            return
        for part in value.values():
            _check_spans(part, length)
    elif isinstance(value, list):
        for part in value:
            _check_spans(part, length)


def _texts(values: object) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"no texts: {values!r:.60}")
    return values


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")
