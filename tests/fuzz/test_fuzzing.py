"""The fuzzing itself: no reader is left out, what goes wrong is seen, and a few files for each reader."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.intake import job
from casefile.intake.limits import Limits
from casefile.intake.wire import RawItem, ReadResult
from casefile.intake.workers import ReaderPool
from casefile.metadata import Found, SourceMetadata
from casefile.reading import EmptyFileError, MediaType, ReadDocument, Reading, ReadingError, readers
from casefile.reading.decoding import decode
from casefile.reading.model import Part
from casefile.reading.readers import reader_modules
from casefile.reading.sniffing import binary_type, text_type
from casefile.structure import Block, BlockKind, Page
from casefile.values import Span
from tests.fuzz import fuzz_job
from tests.fuzz.changes import CHANGES, changed
from tests.fuzz.fuzzing import JOB, LIMITS, NAME, Outcome, Target, fuzz, keep, smaller
from tests.fuzz.invariants import BrokenPromiseError, check_reading, check_refusal
from tests.fuzz.seeds import seeds

_FILES = 20
"""Changed files for each reader in the ordinary tests."""
_GOOD = ReadDocument(
    "Fined.\n\nAgain.",
    SourceMetadata(title="Fined", authors=("Jan Smit",), found=(Found("title", "byline"),)),
    MediaType.PLAIN,
    "test/1",
    ("A note.",),
    (Block(Span(0, 6), BlockKind.PARAGRAPH), Block(Span(8, 14), BlockKind.PARAGRAPH)),
    (Page(1, Span(0, 6)), Page(2, Span(8, 14))),
    datetime(2025, 3, 3, tzinfo=UTC),
)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A worker that recognises no words in pictures, for their time."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", str(tmp_path_factory.mktemp("no-programs")))
        with ReaderPool(1, LIMITS, JOB) as pool:
            yield Target(pool)


def kind_of(content: bytes) -> str:
    """The module of the reader that the file is given to."""
    kind = binary_type(content, NAME) or text_type(decode(content).text, NAME)
    return readers._READERS[kind].partition(":")[0]


def test_every_reader_is_fuzzed_with_files_of_its_kind() -> None:
    files = seeds()
    for reader in reader_modules():
        assert files[reader]
        assert {kind_of(content) for content in files[reader]} == {reader}
        assert reader in CHANGES


@pytest.mark.parametrize("reader", reader_modules())
def test_changed_files_are_read_or_refused(reader: str, target: Target) -> None:
    faults = [target.fault(content) for content in seeds()[reader]]
    assert faults[0] is None, "the first is a file that can be read"
    assert set(faults) <= {None, ""}
    outcome = fuzz(reader, target, random.Random(1), lambda so_far: so_far.tried < _FILES)  # noqa: S311
    assert outcome.tried == _FILES
    assert outcome.finds == {}


@pytest.mark.parametrize("reader", reader_modules())
def test_the_same_seed_gives_the_same_files(reader: str) -> None:
    def made() -> list[bytes]:
        chance = random.Random(7)  # noqa: S311
        return [changed(reader, seeds()[reader], chance) for _ in range(5)]

    first = made()
    assert first == made()
    assert len(set(first)) > 1


def test_a_find_is_cut_down_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(_: Target, content: bytes) -> str | None:
        return "broken" if b"fined" in content else None

    monkeypatch.setattr(Target, "fault", fault)
    with ReaderPool(1) as never_started:
        outcome = fuzz("plain", Target(never_started), random.Random(1), lambda so_far: so_far.tried < 50)  # noqa: S311
    assert outcome.finds == {"broken": b"fined"}
    (path,) = keep(outcome, tmp_path)
    assert (path.parent.name, path.read_bytes()) == ("plain", b"fined")


@given(st.binary(max_size=60), st.binary(min_size=1, max_size=3), st.binary(max_size=60))
def test_what_is_cut_down_still_breaks_and_nothing_can_be_left_out(
    before: bytes, bad: bytes, after: bytes
) -> None:
    found = smaller(before + bad + after, lambda content: bad in content)
    assert found == bad


@pytest.mark.parametrize(
    ("deed", "why"), [("loop", "of computing"), ("die", "its process ended"), ("sleep", "longer than")]
)
def test_readers_that_hang_or_die_are_found(deed: str, why: str) -> None:
    limits = Limits(wall_s=8 if deed == "sleep" else 120, cpu_s=1)
    with ReaderPool(1, limits, "tests.intake.hostile_job") as pool:
        pool.wait_until_warm()
        assert why in (Target(pool).fault(b'{"do": "%s"}' % deed.encode()) or "")


def _raise(error: Exception) -> Callable[[RawItem], ReadResult]:
    def read(_: RawItem) -> ReadResult:
        raise error

    return read


@pytest.mark.parametrize("error", [ValueError("x"), RecursionError(), MemoryError(), AssertionError("x")])
def test_any_other_error_of_a_reader_is_found(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "read", _raise(error))
    with pytest.raises(fuzz_job.FoundError, match=type(error).__name__):
        fuzz_job.read(RawItem(NAME, b"x"))


def test_a_refusal_is_no_find_unless_it_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "read", _raise(EmptyFileError("a")))
    with pytest.raises(EmptyFileError):
        fuzz_job.read(RawItem(NAME, b"x"))
    monkeypatch.setattr(job, "read", _raise(ReadingError("", "")))
    with pytest.raises(fuzz_job.FoundError, match="does not end"):
        fuzz_job.read(RawItem(NAME, b"x"))


def test_a_socket_is_found_even_if_the_reader_hides_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_: RawItem) -> ReadResult:
        fuzz_job._note_sockets("socket.getaddrinfo", ())
        return ReadResult(Reading(_GOOD))

    monkeypatch.setattr(job, "read", read)
    with pytest.raises(fuzz_job.FoundError, match=r"socket\.getaddrinfo"):
        fuzz_job.read(RawItem(NAME, b"x"))


def test_a_good_reading_keeps_every_promise() -> None:
    check_reading(Reading(_GOOD, (Part("a.txt", b"x"),), ("Left out.",)))
    check_refusal(EmptyFileError("a.txt"))


def _known(**values: object) -> ReadDocument:
    return replace(_GOOD, metadata=replace(_GOOD.metadata, **values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "document",
    [
        replace(_GOOD, text="Fine\u0301d.\n\nAgain."),
        replace(_GOOD, text="Fined.\r\n\nAgain"),
        replace(_GOOD, text="Fined\x00.\n\nAgain"),
        replace(_GOOD, text="Fined\u202e\n\nAgain."),
        replace(_GOOD, text="Fined\ud800\n\nAgain."),
        replace(_GOOD, text="", notes=(), structure=(), pages=()),
        replace(_GOOD, structure=(Block(Span(8, 15), BlockKind.PARAGRAPH),)),
        replace(_GOOD, structure=(Block(Span(6, 14), BlockKind.PARAGRAPH),)),
        replace(_GOOD, structure=_GOOD.structure[::-1]),
        replace(_GOOD, structure=(_GOOD.structure[0], Block(Span(5, 14), BlockKind.PARAGRAPH))),
        replace(_GOOD, pages=(Page(1, Span(0, 15)),)),
        replace(_GOOD, pages=(Page(0, Span(0, 6)),)),
        replace(_GOOD, pages=_GOOD.pages[::-1]),
        replace(_GOOD, reader=""),
        replace(_GOOD, notes=("No end",)),
        replace(_GOOD, captured=datetime(2025, 3, 3, tzinfo=timezone(timedelta(hours=1)))),
        replace(_GOOD, captured=datetime(2025, 3, 3)),  # noqa: DTZ001
        _known(title="Fined "),
        _known(title="Fi\nned"),
        _known(outlet="\x85"),
        _known(url="https://a.example/\u2066"),
        _known(licence="e\u0301"),
        _known(authors=("",)),
        _known(language="English"),
        _known(found=(Found("title", "a"), Found("title", "b"))),
        _known(found=(Found("outlet", "a"),)),
        _known(found=(Found("size", "a"),)),
    ],
)  # fmt: skip
def test_a_broken_promise_is_found(document: ReadDocument) -> None:
    with pytest.raises(BrokenPromiseError):
        check_reading(Reading(document))


@pytest.mark.parametrize(
    "reading",
    [
        Reading(None),
        Reading(None, (Part("", b"x"),)),
        Reading(None, (Part("a/b", b"x"),)),
        Reading(None, (Part(".hidden", b"x"),)),
        Reading(None, (), ("No end",)),
    ],
)
def test_a_broken_promise_about_parts_is_found(reading: Reading) -> None:
    with pytest.raises(BrokenPromiseError):
        check_reading(reading)


def test_a_run_without_time_has_no_rate() -> None:
    from tests.fuzz.fuzzing import table

    assert table([Outcome("html")]).splitlines()[1].split() == ["html", "0", "0", "0", "0", "0.00", "0"]
