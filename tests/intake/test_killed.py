"""A program that is killed in the middle of a batch leaves whole files and waiting ones, to be resumed."""

import subprocess
import sys
from pathlib import Path

import pytest

from casefile.intake import resume_import
from casefile.intake.workers import ReaderPool
from casefile.store import lists, queries, receipts
from casefile.store.check import check
from casefile.store.store import Store
from casefile.terms import Outcome, Standing
from tests.intake.short_articles import short_article

COUNT = 12
IMPORT = """
import sys
from pathlib import Path
from casefile.intake import import_files
from casefile.progress import Task
from casefile.store.store import Store

store = Store.open(Path(sys.argv[1]))
told = Task(lambda progress: print(progress.done, flush=True))
import_files(store, [Path(sys.argv[2])], "ann", told)
"""


@pytest.mark.parametrize("after", [0, 1, 7])
def test_an_import_that_is_killed_is_resumed(
    store: Store, tmp_path: Path, readers: ReaderPool, after: int
) -> None:
    path = store.path
    store.close()
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number:02}.txt").write_text(short_article(f"Acme{number}"), "utf-8")
    arguments = [sys.executable, "-c", IMPORT, str(path), str(folder)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        while int(program.stdout.readline()) < after:
            pass
        program.kill()
    again = Store.open(path)
    try:
        with again.read() as reader:
            assert check(reader) == []
            (batch,) = receipts.pending_batches(reader)
            lines = receipts.receipt_lines(reader, batch.id)
            ids = lists.source_ids(reader)
            proposals = [len(queries.proposals(reader, source_id)) for source_id in ids]
        stored = [line for line in lines if line.row.outcome is Outcome.STORED]
        assert after <= len(stored) < COUNT
        assert batch.waiting == COUNT - len(stored)
        assert sorted(line.row.source_id or 0 for line in stored) == sorted(ids)
        assert all(proposals)
        rest = resume_import(again, batch.id, "ann", readers=readers)
        assert [line.outcome for line in rest] == ["stored"] * batch.waiting
        with again.read() as reader:
            assert receipts.pending_batches(reader) == []
            assert {line.standing for line in receipts.receipt_lines(reader, batch.id)} == {Standing.HERE}
            assert lists.counts(reader).sources == COUNT
        again.undo("ann")
        with again.read() as reader:
            assert lists.counts(reader).sources == 0
            assert check(reader) == []
    finally:
        again.close()
