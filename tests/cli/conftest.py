"""Readers that are warm already, for tests of what comes after an import."""

from contextlib import nullcontext

import pytest

from casefile.intake.workers import ReaderPool


@pytest.fixture
def warm_readers(monkeypatch: pytest.MonkeyPatch, readers: ReaderPool) -> None:
    """`casefile import` reads with the readers of all tests: new ones take seconds until they read.

    What an import says, and how one goes on, is tested with readers of its own: in test_cli, test_cli_lists.
    """
    monkeypatch.setattr("casefile.intake.workers.ReaderPool", lambda: nullcontext(readers))
