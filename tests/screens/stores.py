"""The stores on which the window is looked at: the demonstration's, an empty one, one with long names."""

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from casefile.briefs.composition import BriefLanguage, Composition
from casefile.briefs.drafts import keep_draft
from casefile.briefs.export import export_brief
from casefile.intake import accept_unreviewed, import_files
from casefile.intake.demo import ARTICLES
from casefile.intake.workers import ReaderPool
from casefile.metadata import SourceMetadata
from casefile.paths import resource
from casefile.proposals import EventProposal, Proposals
from casefile.reading.errors import EmptyFileError
from casefile.store import cases, editing, lists, receipts, saved_searches, trash
from casefile.store.keeping import Capture, keep_source
from casefile.store.notes import NoteOwner, add_note
from casefile.store.rows import ReceiptRow
from casefile.store.store import Store, Writer
from casefile.tables import text_of
from casefile.terms import Outcome
from casefile.values import PartialDate
from tests.store.records import TEXT, accept, action, because, keep, quote

BY = "Tester"
LONG = (
    "Gesellschaft für grenzüberschreitende Datenverarbeitungsdienstleistungen und Beteiligungen mbH & Co. KG"
)
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
RIGHT_TO_LEFT = "الهيئة العامة لحماية البيانات الشخصية والحق في المعلومات"
AWKWARD = (LONG, UNBROKEN, RIGHT_TO_LEFT, f"{LONG} and {UNBROKEN}")
LIST = (
    ("Company", "Date", "Type", "Amount", LONG),
    *((name, "03/04/2024", "Monetary penalty", "£987,654,321,098", UNBROKEN) for name in AWKWARD),
)


def make_demo(path: Path, readers: ReaderPool | None = None) -> None:
    """The demonstration's articles, all but the last one accepted, and what a person adds to them."""
    folder = path.parent / "articles"
    folder.mkdir(exist_ok=True)
    for name in ARTICLES:
        (folder / name).write_bytes(resource(f"demo/{name}").read_bytes())
    with closing(Store.create(path)) as store:
        receipt = import_files(store, [folder / name for name in ARTICLES], BY, readers=readers)
        for line in receipt[:-1]:
            if line.source_id:
                accept_unreviewed(store, line.source_id, BY)
        _add_the_rest(store, "Cameras in shops", "What the demonstration's articles tell")


def make_empty(path: Path) -> None:
    """Nothing in it at all."""
    Store.create(path).close()


def make_long(path: Path) -> None:
    """Names and titles that are long, that cannot be broken, that run from right to left."""
    with closing(Store.create(path)) as store:
        for name in AWKWARD:
            said = because("fined")
            event = EventProposal(PartialDate("2025-03-03"), said.spans[0], f"{name} was fined", said)
            proposals = Proposals((action("987654321098", respondent=name),), (quote(),), (event,))
            for proposal_id in keep(store, proposals, f"{name[:40]}.txt"):
                accept(store, proposal_id)
        for proposal_id in keep(store, Proposals(actions=(action("5200000"),)), f"{UNBROKEN[:80]}.txt"):
            accept(store, proposal_id, into=1)
        about = SourceMetadata(title=f"{LONG} {UNBROKEN}", outlet=LONG)
        waiting = Proposals((action("1", respondent=UNBROKEN),), (quote(),))
        capture = Capture(b"waits", f"{LONG}.txt", TEXT, about, "text/plain", "plain/1", ())
        with store.write("Import", by=BY) as writer:
            table = Capture(b"list", "fines.csv", text_of(LIST), SourceMetadata(), "text/csv", "csv/1", ())
            keep_source(writer, table, Proposals())
            _keep_receipt(writer, keep_source(writer, capture, waiting))
        _add_the_rest(store, f"{LONG} {UNBROKEN}", UNBROKEN)


def _keep_receipt(writer: Writer, source_id: int) -> None:
    """An import of files with long names, of which each became something else."""
    batch = receipts.begin_batch(writer, LONG)
    for position, outcome in enumerate(Outcome, start=1):
        name = f"{AWKWARD[position % len(AWKWARD)]}.html"
        kept = source_id if outcome is Outcome.STORED else None
        why = "" if kept else str(EmptyFileError(name))
        receipts.keep_lines(writer, batch, position, [ReceiptRow(name, outcome, why, kept)])
    receipts.finish_batch(writer, batch, stopped=True)


def _add_the_rest(store: Store, title: str, words: str) -> None:
    """What a person adds to what was imported: a case file, notes, a saved search, something in the trash."""
    with store.write("Make a case file", by=BY) as writer:
        case_id = cases.add_case(writer, title, words)
        action_ids = lists.action_ids(writer)
        for action_id in action_ids:
            cases.add_action(writer, case_id, action_id)
        for source_id in lists.source_ids(writer):
            cases.add_source(writer, case_id, source_id)
    with store.write("Write notes", by=BY) as writer:
        add_note(writer, NoteOwner.CASE_FILE, case_id, f"Ask about {words}", BY)
        for action_id in action_ids:
            add_note(writer, NoteOwner.ACTION, action_id, f"Compare with {words}", BY)
    with store.write("Save a search", by=BY) as writer:
        saved_searches.add_search(writer, title, "fined")
    with store.read() as reader:
        quotes = lists.quote_ids(reader)
    with store.write("Move to trash", by=BY) as writer:
        trash.put_in_trash(writer, "quote", quotes[-1:])
    _export_briefs(store, title, case_id)


def _export_briefs(store: Store, title: str, case_id: int) -> None:
    """One that is out of date, one that is not, one of a case file."""
    folder = store.path.parent
    export_brief(store, folder / "all.pdf", BY, Composition(title))
    with store.write("Widen the jurisdiction", by=BY) as writer:
        for action_id in lists.action_ids(writer):
            editing.set_value(writer, action_id, "jurisdiction", "EU", BY)
    export_brief(store, folder / "case.pdf", BY, Composition(title, case_id))
    with store.write("Compose two briefs", by=BY) as writer:
        keep_draft(writer, Composition("For the minister", case_id))
        keep_draft(writer, Composition("For the committee", language=BriefLanguage.GERMAN))


FIRST = "first"
"""The empty one that the program makes for itself: the window then is as who starts it first sees it."""
STORES: Mapping[str, Callable[[Path], None]] = {
    "demo": make_demo, "empty": make_empty, "long": make_long, FIRST: make_empty,
}  # fmt: skip
