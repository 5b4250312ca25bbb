"""Exporting 2,500, 5,000 and 10,000 actions: the time for a thousand must not grow with their number.

Ratios are against bare statements that read the same claims and passages.
"""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert

from casefile.exchange.export import export_records
from casefile.exchange.formats import ExportFormat
from casefile.store import cases, lists
from casefile.store.schema.record import CaseFileAction
from casefile.store.store import Store
from tests.benchmarks.measuring import print_table, seconds

MOST = 10_000
SHARES = (4, 2, 1)
_BARE = (
    "SELECT * FROM claim WHERE record_table = 'action' AND record_id <= ?",
    "SELECT * FROM claim WHERE record_table = 'ledger_entry' AND record_id <= ?",
    """SELECT passage.* FROM claim JOIN claim_passage ON claim_id = claim.id
    JOIN passage ON passage.id = passage_id WHERE record_table = 'action' AND record_id <= ?""",
)


def bare_s(store: Store, count: int) -> float:
    """How long reading the rows of that many actions takes by itself."""

    def read() -> None:
        with store.read() as reader:
            for statement in _BARE:
                reader.connection().exec_driver_sql(statement, (count,)).cursor.fetchall()

    read()
    return seconds(read)


@pytest.fixture(scope="module")
def scopes(made_store: Path) -> tuple[Store, dict[int, int]]:
    """The made store, and case files of a quarter, half and all of the actions by how many they have."""
    store = Store.open(made_store)
    with store.read() as reader:
        ids = sorted(lists.action_ids(reader))[:MOST]
    found = {}
    for share in SHARES:
        some = ids[: len(ids) // share]
        with store.write(f"A case file of {len(some)}", by="bench") as writer:
            case_id = cases.add_case(writer, f"{len(some)} actions")
            rows = [{"case_file_id": case_id, "action_id": id_} for id_ in some]
            writer.execute(insert(CaseFileAction), rows)
        found[len(some)] = case_id
    return store, found


@pytest.mark.parametrize("wanted", [ExportFormat.CSV, ExportFormat.JSON, ExportFormat.MARKDOWN])
def test_time_grows_with_the_actions(
    scopes: tuple[Store, dict[int, int]], tmp_path: Path, wanted: ExportFormat
) -> None:
    store, by_count = scopes
    rows = []
    first = 0.0
    for count, case_id in by_count.items():
        path = tmp_path / f"{count}{wanted.told.suffix}"
        taken = seconds(partial(export_records, store, wanted, path, case_id))
        each = taken / count * 1000
        first = first or each
        said = f"{taken:.1f} s, {each:.2f} ms an action, {each / first:.2f} of the first"
        rows.append((f"{count:,} actions", f"{said}, {taken / bare_s(store, count):.0f} times the bare rows"))
    print_table(f"Export as {wanted}", rows)
