"""What comes over the pipe is checked: frames that lie, answers that are none."""

import io
import json
import struct
from datetime import UTC, date, datetime
from typing import Any

import pytest

from casefile.intake import job
from casefile.intake.frames import NonsenseError, read_frame, write_frame
from casefile.intake.limits import LIMITS, Limits
from casefile.intake.wire import (
    Answer,
    Breakdown,
    RawItem,
    ReadResult,
    Refusal,
    pack_answer,
    pack_item,
    unpack_answer,
    unpack_item,
)
from casefile.metadata import SourceMetadata
from casefile.reading.model import Block, BlockKind, MediaType, Page, Part, ReadDocument, Reading
from casefile.values import PartialDate, Span
from tests.conftest import ARTICLE


def framed(head: bytes, blobs: bytes = b"") -> io.BytesIO:
    return io.BytesIO(struct.pack(">Q", len(head)) + head + blobs)


def sent(answer: Answer) -> Answer:
    """The answer after its way through the pipe."""
    pipe = io.BytesIO()
    write_frame(pipe, *pack_answer(answer))
    pipe.seek(0)
    return unpack_answer(*read_frame(pipe, 10**9), LIMITS)


@pytest.mark.parametrize("captured", [None, date(2026, 1, 2)])
def test_an_item_arrives_as_it_was_sent(captured: date | None) -> None:
    pipe = io.BytesIO()
    item = RawItem("caf\udce9.txt", b"\x00\xff" * 9, captured)
    write_frame(pipe, *pack_item(item))
    pipe.seek(0)
    assert unpack_item(*read_frame(pipe, 100)) == item


@pytest.mark.parametrize(
    "answer",
    [
        job.read(RawItem("a.txt", ARTICLE.encode())),
        ReadResult(Reading(None, (Part("a.txt", b"one"), Part("b.txt", b"")), ("A note.",))),
        ReadResult(
            Reading(
                ReadDocument(
                    "Fined.",
                    SourceMetadata(published=PartialDate("2025-03")),
                    MediaType.PDF,
                    "pdf/1",
                    ("A note.",),
                    (Block(Span(0, 6), BlockKind.HEADING),),
                    (Page(1, Span(0, 6)),),
                    datetime(2025, 3, 3, 9, tzinfo=UTC),
                )
            )
        ),
        Refusal("It is empty.", "Save it again."),
        Breakdown("it is nested too deeply"),
    ],
)
def test_an_answer_arrives_as_it_was_sent(answer: Answer) -> None:
    assert sent(answer) == answer


@pytest.mark.parametrize(
    "stream",
    [
        framed(b"{"),
        framed(b"[]"),
        framed(b"[" * 100_000),
        framed(b"{}"),
        framed(b'{"blobs": 3}'),
        framed(b'{"blobs": [-1]}'),
        framed(b'{"blobs": [true]}'),
        framed(b'{"blobs": [60, 60]}', b"x" * 120),
        io.BytesIO(struct.pack(">Q", 1 << 60)),
    ],
)
def test_a_frame_that_is_none_is_refused(stream: io.BytesIO) -> None:
    with pytest.raises(NonsenseError):
        read_frame(stream, 100)


@pytest.mark.parametrize("stream", [io.BytesIO(), io.BytesIO(b"\0\0"), framed(b'{"blobs": [9]}', b"x")])
def test_a_frame_that_ends_early_is_the_end(stream: io.BytesIO) -> None:
    with pytest.raises(EOFError):
        read_frame(stream, 100)


def changed(**how: Any) -> tuple[dict[str, Any], list[bytes]]:  # noqa: ANN401
    """A good answer with something else in its document, its proposals or its head."""
    head, blobs = pack_answer(job.read(RawItem("a.txt", ARTICLE.encode())))
    for place, name in ((0, "document"), (2, "proposals")):
        if name in how:
            plain = json.loads(blobs[place])
            plain |= how.pop(name)
            blobs[place] = json.dumps(plain).encode()
    if "text" in how:
        blobs[1] = how.pop("text")
    return head | how, blobs


BECAUSE = {"spans": [], "rule": "", "confidence": 0.5}
WARNING = {"kind": "ambiguous-date", "message": ""}


@pytest.mark.parametrize(
    "how",
    [
        {"answer": "done"},
        {"has_document": 1},
        {"parts": ["a.txt"]},
        {"parts": "a"},
        {"notes": [1]},
        {"text": b"\xff"},
        {"text": b"Short."},
        {"document": {"media_type": "text/strange"}},
        {"document": {"reader": None}},
        {"document": {"notes": "a note"}},
        {"document": {"metadata": {"title": ["a"]}}},
        {"document": {"metadata": {"published": {"edtf": "yesterday"}}}},
        {"document": {"other": 1}},
        {"document": {"captured": "yesterday"}},
        {"document": {"structure": [{"kind": "paragraph", "span": {"start": 0, "end": 10**6}}]}},
        {"proposals": {"actions": {}}},
        {"proposals": {"warnings": [WARNING | {"span": {"start": 5, "end": 5}}]}},
        {"proposals": {"warnings": [WARNING | {"span": {"start": 5, "end": 10**6}}]}},
        {"proposals": {"warnings": [WARNING | {"span": {"start": "1", "end": "2"}}]}},
        {"proposals": {"warnings": [WARNING]}},
        {"proposals": {"quotes": [{"text": "a"}]}},
    ],
)
def test_an_answer_that_is_none_is_refused(how: dict[str, Any]) -> None:
    with pytest.raises(NonsenseError):
        unpack_answer(*changed(**how), LIMITS)


def test_the_change_alone_makes_the_difference() -> None:
    unpack_answer(*changed(document={"reader": "other/1"}), LIMITS)


def test_more_than_the_limits_allow_is_refused() -> None:
    parts = tuple(Part(f"{number}", b"") for number in range(3))
    frame = pack_answer(ReadResult(Reading(None, parts)))
    with pytest.raises(NonsenseError):
        unpack_answer(*frame, Limits(parts=2))
    with pytest.raises(NonsenseError):
        unpack_answer(*changed(), Limits(text_bytes=100))
