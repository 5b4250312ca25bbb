from pathlib import Path

import pytest

from casefile.briefs.export import export_brief
from casefile.proposals import Proposals
from casefile.store.store import Store
from tests.store.records import accept, action, keep


def test_the_same_state_as_of_one_moment_is_the_same_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (proposal,) = keep(store, Proposals(actions=(action(),)))
    accept(store, proposal)
    first, second, third = (tmp_path / f"{name}.pdf" for name in ("first", "second", "third"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773065100")
    export_brief(store, first, "ann")
    export_brief(store, second, "ann")
    assert first.read_bytes() == second.read_bytes()
    assert b"<xmp:CreateDate>2026-03-09T14:05:00Z</xmp:CreateDate>" in first.read_bytes()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    export_brief(store, third, "ann")
    assert third.read_bytes() != first.read_bytes()
