"""A job for workers whose files say what the reader is to do: what a real one does only over a hostile file.

A file is JSON: ``{"do": ...}`` for one of the deeds below, else ``text`` and ``parts`` (each a file of this
kind again, by name).
"""

import json
import os
import signal
import sys
import time
from importlib import import_module
from typing import Any

from casefile.intake.wire import RawItem, ReadResult
from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals, WarningProposal
from casefile.reading.model import MediaType, Part, ReadDocument, Reading
from casefile.terms import WarningKind
from casefile.values import Span

MEGABYTE = 1024 * 1024


def warm_up() -> None:
    """There is nothing to load."""


def read(item: RawItem) -> ReadResult:
    """Does what the file says."""
    order: dict[str, Any] = json.loads(item.content)
    if "do" in order:
        return DEEDS[order["do"]]()
    parts = tuple(Part(name, json.dumps(part).encode()) for name, part in order.get("parts", {}).items())
    text = order.get("text", "")
    return ReadResult(Reading(document(text) if text else None, parts))


def document(text: str) -> ReadDocument:
    """A document with no more than a text."""
    return ReadDocument(text, SourceMetadata(title=text[:20]), MediaType.PLAIN, "test/1")


def loop() -> ReadResult:
    """Computes without end."""
    while True:
        pass


def sleep() -> ReadResult:
    """Hangs."""
    time.sleep(600)
    raise AssertionError


def eat() -> ReadResult:
    """Takes memory without end."""
    eaten = []
    while True:
        eaten.append(bytearray(16 * MEGABYTE))


def die() -> ReadResult:
    """Ends as a crash in a C library does."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def leave() -> ReadResult:
    """Ends as if it were done."""
    os._exit(0)


def much_text() -> ReadResult:
    """25 MB."""
    return ReadResult(Reading(document("fined " * (25 * MEGABYTE // 6))))


def much_text_unsaid() -> ReadResult:
    """As a worker that was taken over would: it does not keep to the limits either."""
    vars(sys.modules["__main__"])["_within"] = lambda result, name, limits: result  # noqa: ARG005
    return ReadResult(Reading(document("fined " * (100 * MEGABYTE // 6))))


def false_span() -> ReadResult:
    """Proposes a passage that is not in the text."""
    warning = WarningProposal(WarningKind.AMBIGUOUS_DATE, Span(3, 4000), "Look here.")
    return ReadResult(Reading(document("Short.")), Proposals(warnings=(warning,)))


def wrong_type() -> ReadResult:
    """Gives a title that is no text."""
    told: Any = 7
    return ReadResult(Reading(ReadDocument("Short.", SourceMetadata(title=told), MediaType.PLAIN, "test/1")))


def unsayable() -> ReadResult:
    """Gives back what cannot be sent."""
    told: Any = object()
    return ReadResult(Reading(ReadDocument("Short.", SourceMetadata(title=told), MediaType.PLAIN, "test/1")))


def chatter() -> ReadResult:
    """Prints where the frames go, as a library may."""
    print("Ignoring wrong pointing object", flush=True)
    os.write(1, b"more of it")
    return ReadResult(Reading(document("Said.")))


def connect() -> ReadResult:
    """Tries to reach another machine."""
    network = import_module("socket")
    network.create_connection(("127.0.0.1", 9))
    raise AssertionError


def resolve() -> ReadResult:
    """Tries to ask for a name."""
    import_module("socket").getaddrinfo("example.org", 80)
    raise AssertionError


def modules() -> ReadResult:
    """Tells what is loaded."""
    return ReadResult(Reading(document(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))))


DEEDS = {
    deed.__name__: deed
    for deed in (
        loop, sleep, eat, die, leave, much_text, much_text_unsaid, false_span, wrong_type, unsayable, chatter,
        connect, resolve, modules,
    )
}  # fmt: skip
