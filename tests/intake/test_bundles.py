"""Articles about one action become one action with more evidence, in any order and across languages."""

import itertools
from pathlib import Path

import pytest

from casefile.intake.proposing import propose
from casefile.reading import read_file
from casefile.store import queries, review
from casefile.store.keeping import Capture, keep_source
from casefile.store.sources import actions_of
from casefile.store.store import Store
from tests.intake.bundles import BUNDLES

ARTICLES = [(about, place) for about, texts in BUNDLES.items() for place in range(len(texts))]


def records_of(store: Store, folder: Path, about: str, place: int) -> list[int]:
    """Keeps the article and accepts what it proposes; the ids of the actions that came of it."""
    path = folder / f"{about}-{place}.txt"
    path.write_text(BUNDLES[about][place], encoding="utf-8")
    document = read_file(path)
    capture = Capture(
        path.read_bytes(), path.name, document.text, document.metadata, "text/plain", "plain/1", ()
    )
    with store.write(f"Import {path.name}", by="ann") as writer:
        source_id = keep_source(writer, capture, propose(document))
    with store.write("Accept all", by="ann") as writer:
        review.accept_all(writer, source_id, "ann", unreviewed=True)
    with store.read() as reader:
        return [row[0] for row in reader.execute(actions_of(source_id))]


@pytest.mark.parametrize("step", [1, 2, 7, -1])
def test_one_action_for_each_bundle_whatever_the_order(store: Store, tmp_path: Path, step: int) -> None:
    count = len(ARTICLES)
    order = [ARTICLES[place * step % count] for place in range(count)]
    assert len(set(order)) == count
    kept = {article: records_of(store, tmp_path, *article) for article in order}
    assert {article: ids for article, ids in kept.items() if len(ids) != 1} == {}
    wrong = [
        (one, other)
        for one, other in itertools.combinations(sorted(kept), 2)
        if (one[0] == other[0]) != (kept[one] == kept[other])
    ]
    assert wrong == []
    with store.read() as reader:
        for about in BUNDLES:
            (action_id,) = kept[(about, 0)]
            record = queries.action_record(reader, action_id)
            assert record.row.source_count == len(BUNDLES[about])
            assert not record.row.has_conflict
