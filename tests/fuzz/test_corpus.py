"""What fuzzing has found, each file one test: it is read or refused in words, in a worker as on import."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile.intake.workers import ReaderPool
from casefile.reading.readers import reader_modules
from tests.fuzz.fuzzing import CORPUS, JOB, LIMITS, Target

_FOUND = sorted(CORPUS.glob("*/*.bin"))


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    with ReaderPool(1, LIMITS, JOB) as pool:
        yield Target(pool)


def test_every_file_lies_with_a_reader() -> None:
    assert _FOUND
    assert {path.parent.name for path in _FOUND} <= set(reader_modules())


@pytest.mark.parametrize("path", _FOUND, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_once_broke_a_reader_is_read_or_refused(path: Path, target: Target) -> None:
    assert target.fault(path.read_bytes()) in (None, "")
