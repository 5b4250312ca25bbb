"""A process killed at any point of its work loses nothing that was acknowledged.

``make kill`` does it 200 times.
"""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from casefile.store.store import Store
from tests.durability.kill_worker import Request
from tests.durability.killing import KINDS, Harness, harness, look_at, sealed_steps, table
from tests.store.operations import add_case, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is neither fork nor SIGKILL")


@pytest.fixture(scope="module")
def killing() -> Iterator[Harness]:
    """One harness for all runs."""
    with harness() as made:
        yield made


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_acknowledged_outlives_a_kill(killing: Harness, kind: str, seed: int) -> None:
    outcome = killing.kill_one(kind, seed)
    assert outcome.wrong == [], table([outcome])
    assert outcome.lost == 0
    assert outcome.extra in (0, 1)


@pytest.mark.parametrize(
    ("lines", "lost", "wrong"),
    [
        (["ready", "begin edit"], 0, ""),
        (["ready", "step 2 forged", "begin edit"], 1, "not those that were acknowledged"),
        (["ready", "step 9 more", "begin edit"], 1, "not those that were acknowledged"),
        (["ready", "backup gone.casefile"], 0, "the backup gone.casefile is gone"),
    ],
)
def test_the_harness_sees_what_is_lost(tmp_path: Path, lines: list[str], lost: int, wrong: str) -> None:
    path = tmp_path / "store" / "killed.casefile"
    path.parent.mkdir()
    with closing(Store.create(path)) as store:
        run(store, add_case, 1)
        run(store, add_case, 2)
    before = sealed_steps(path)[:1]
    log = tmp_path / "store" / "log"
    log.write_text("\n".join(lines) + "\n", "utf-8")
    request = Request("edit", str(path), str(log), str(tmp_path / "home"), 1)
    outcome = look_at(request, before)
    assert (outcome.lost, outcome.extra) == (lost, 1)
    assert wrong in "\n".join(outcome.wrong)
    assert bool(outcome.wrong) is bool(wrong)


def test_the_harness_sees_steps_that_nobody_was_told_of(tmp_path: Path) -> None:
    path = tmp_path / "killed.casefile"
    with closing(Store.create(path)) as store:
        run(store, add_case, 1)
        run(store, add_case, 2)
    (tmp_path / "log").write_text("ready\n", "utf-8")
    outcome = look_at(Request("edit", str(path), str(tmp_path / "log"), str(tmp_path / "home"), 1), [])
    assert outcome.wrong == ["2 steps are there that nobody was told of"]
