"""Brings a bundle's case file into a store: what is there already is found, the rest is kept. Inside a write.

Everything is one step. Documents are known by their hashes, sources by their documents, passages by their
places, parties by code and name, claims by what they say and where they say it; how an action is known is
said in :mod:`casefile.store.bundles.known_here`. What a person here has set stays: another person's value for
it comes along superseded.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.exc import IntegrityError

from casefile.progress import SILENT, Task
from casefile.store import cases
from casefile.store.bundles.actions import bring_actions
from casefile.store.bundles.checking import check_content
from casefile.store.bundles.claims import bring_claims
from casefile.store.bundles.content import BundleContent, BundleReceipt, Row
from casefile.store.bundles.errors import BadBundleError
from casefile.store.bundles.parties import bring_parties
from casefile.store.bundles.rows import Arrival
from casefile.store.bundles.sources import bring_sources
from casefile.store.folding import fold
from casefile.store.plain_sql import fetch, run
from casefile.store.projection import project
from casefile.store.schema.types import MOMENT
from casefile.store.store import Writer
from casefile.terms import ProposalState
from casefile.translation import N_

_TAGS = {"source_tag": ("source_id", "source"), "quote_tag": ("quote_id", "quote"),
         "event_tag": ("event_id", "timeline_event")}  # fmt: skip
"""For each table of tags the column that names the record, and its table."""
_STOP_EVERY = 50


def bring(writer: Writer, content: BundleContent, task: Task = SILENT) -> BundleReceipt:
    """Keeps what the bundle has and the store has not; the same bundle again changes nothing.

    Raises :class:`casefile.store.bundles.BadBundleError` where somebody has changed it, and
    :class:`casefile.errors.CancelledError` when a stop was asked for: nothing is kept then.
    """
    now = datetime.now(UTC).strftime(MOMENT)
    arrival = Arrival(writer, content, task, now)
    stages: tuple[tuple[str, Callable[[Arrival], None]], ...] = (
        (N_("Checking the bundle"), lambda one: check_content(one.content)),
        (N_("Sources"), bring_sources),
        (N_("Parties"), bring_parties),
        (N_("Actions"), bring_actions),
        (N_("Evidence"), _bring_claims),
        (N_("Quotes and events"), _bring_quotes_and_events),
        (N_("Tags"), _bring_tags),
        (N_("Case file"), _bring_cases),
    )
    try:
        for place, (what, work) in enumerate(stages):
            task.step(place, len(stages), what)
            work(arrival)
    except IntegrityError as error:
        raise BadBundleError("what it says contradicts itself") from error
    writer.expire_all()
    return arrival.receipt


def bring_notes(arrival: Arrival, table: str, column: str, of: str) -> None:
    """The notes on records (of the table ``of``, named by the column), each once."""
    numbers = arrival.numbers[of]
    made = [row | {column: numbers[row[column]]} for row in arrival.content.rows(table)]
    columns = (column, "text", "added_at")
    arrival.add(table, [row for row in made if arrival.same(table, row, columns) is None])


def _bring_claims(arrival: Arrival) -> None:
    brought = bring_claims(arrival)
    arrival.receipt.values, arrival.receipt.held_back = brought.to_known, brought.held_back
    arrival.writer.expire_all()
    for place, (action_id, names) in enumerate(sorted(brought.fields.items())):
        if place % _STOP_EVERY == 0:
            arrival.task.check()
        project(arrival.writer, action_id, names)
    brought.project_parts(arrival.writer)
    bring_notes(arrival, "action_note", "action_id", "action")


def _bring_quotes_and_events(arrival: Arrival) -> None:
    _bring_said(arrival, "quote", ("text",))
    _bring_said(arrival, "timeline_event", ("dated", "about"))
    for row in arrival.content.rows("proposal"):
        _decide_proposal(arrival, row)


def _bring_said(arrival: Arrival, table: str, columns: tuple[str, ...]) -> None:
    """Records that stand at a passage of a source; the same at the same passage is one."""
    new, numbers = [], arrival.numbers
    for row in arrival.content.rows(table):
        here: dict[str, int | None] = {
            "source_id": numbers["source"][row["source_id"]],
            "passage_id": numbers["passage"][row["passage_id"]],
        }
        if "speaker_id" in row:
            here["speaker_id"] = numbers.of("speaker", row["speaker_id"])
        made = row | here
        found = arrival.same(table, made, ("source_id", "passage_id", *columns))
        arrival.receipt.count(table, is_new=found is None)
        if found is None:
            new.append(made)
        else:
            numbers[table][row["id"]] = found
            arrival.take_out_of_trash(table, found)
    arrival.add(table, new)


def _decide_proposal(arrival: Arrival, row: Row) -> None:
    """What was decided of a proposal, and what it became, where nobody here has decided yet."""
    id_ = arrival.numbers.of("proposal", row["id"])
    if id_ is None or row["state"] == ProposalState.OPEN:
        return
    if arrival.first("SELECT state FROM proposal WHERE id = ?", id_) != ProposalState.OPEN:
        return
    record = arrival.numbers.of(row["record_table"], row["record_id"])
    table = row["record_table"] if record is not None else ""
    said = (row["state"], row["reviewer"], row["decided_at"], row["unreviewed"], table, record, id_)
    run(arrival.writer, _DECIDE, [said])


def _bring_tags(arrival: Arrival) -> None:
    """The tags of sources, quotes and events, and the colours of all; those of actions are claims."""
    content = arrival.content
    for table, (column, of) in _TAGS.items():
        numbers = arrival.numbers[of]
        made = [row | {column: numbers[row[column]]} for row in content.rows(table)]
        arrival.add(table, [row for row in made if arrival.same(table, row, (column, "tag")) is None])
    used = {fold(row["tag"]) for table in _TAGS for row in content.rows(table)}
    used |= {fold(name) for (name,) in fetch(arrival.writer, "SELECT DISTINCT tag FROM action_tag")}
    tags = [row | {"match_key": fold(row["name"])} for row in content.rows("tag")]
    new = [row for row in tags if row["match_key"] in used]
    arrival.add("tag", [row for row in new if arrival.same("tag", row, ("match_key",)) is None])


def _bring_cases(arrival: Arrival) -> None:
    """A case file is the one that was made in the same moment, else the one of that title."""
    numbers, content = arrival.numbers, arrival.content
    for row in content.rows("case_file"):
        found = arrival.first(_CASE, row["added_at"], row["title"], row["title"])
        arrival.receipt.count("case_file", is_new=found is None)
        if found is None:
            arrival.add("case_file", [row | {"trashed_at": None}])
        else:
            numbers["case_file"][row["id"]] = found
            arrival.take_out_of_trash("case_file", found)
        case_id = numbers["case_file"][row["id"]]
        title = arrival.first("SELECT title FROM case_file WHERE id = ?", case_id)
        arrival.receipt.cases.append((case_id, title))
    for row in content.rows("case_file_action"):
        of = numbers["action"][row["action_id"]]
        cases.add_action(arrival.writer, numbers["case_file"][row["case_file_id"]], of)
    for row in content.rows("case_file_source"):
        of = numbers["source"][row["source_id"]]
        cases.add_source(arrival.writer, numbers["case_file"][row["case_file_id"]], of)
    bring_notes(arrival, "case_note", "case_file_id", "case_file")


_DECIDE = """
UPDATE proposal SET state = ?, reviewer = ?, decided_at = ?, unreviewed = ?, record_table = ?, record_id = ?
WHERE id = ?
"""
_CASE = """
SELECT id FROM case_file WHERE added_at = ? OR (title = ? AND trashed_at IS NULL)
ORDER BY trashed_at IS NOT NULL, title <> ?, id LIMIT 1
"""
