"""The commands: each takes its options, prints for a person or as JSON, and gives back the exit status."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from casefile.cli.composing import composed
from casefile.cli.session import chosen_path, person, print_json, reading, terminal_task, writing
from casefile.cli.show import show_proposals
from casefile.cli.status import DONE, FAILED
from casefile.errors import CasefileError
from casefile.store.rows import ReceiptRow
from casefile.store.store import Store, store_path

if TYPE_CHECKING:
    from casefile.exchange.formats import ExportFormat
    from casefile.extraction.list_mapping import ListMapping
    from casefile.intake.action_lists import ListReport
    from casefile.intake.workers import ReaderPool
    from casefile.proposals import Proposals
    from casefile.reading import ReadDocument
    from casefile.store.matches import Met


def import_files(options: argparse.Namespace) -> int:
    """Keeps files; status 1 where one of them could not be kept."""
    from casefile.intake import accept_unreviewed, import_files
    from casefile.intake.action_lists import read_mapping
    from casefile.intake.workers import ReaderPool

    if not options.files and not options.resume:
        raise CasefileError("No file was named.", "Name files or folders, or give --resume.")
    path, by = store_path(chosen_path(options)), person(options)
    mapping = read_mapping(options.mapping) if options.mapping else None
    with ReaderPool() as readers, writing(_store_to_import_into(path, by, readers)) as store:
        receipt = _resumed(store, by, readers) if options.resume else []
        if options.files:
            receipt += import_files(store, options.files, by, terminal_task(), readers)
        accepted = 0
        reports = _mapped(store, receipt, mapping, by) if mapping is not None else {}
        if options.accept:
            kept = [line.source_id for line in receipt if line.is_new and line.source_id]
            accepted = sum(accept_unreviewed(store, source_id, by) for source_id in kept)
    if options.json:
        lines = [vars_of(line) for line in receipt]
        lists = {str(source_id): vars_of(report) for source_id, report in reports.items()}
        print_json({"store": str(path), "receipt": lines, "lists": lists, "accepted": accepted})
    else:
        for line in receipt:
            print(f"{line.outcome:9}  {line.name}  {line.message}".rstrip())
        _print_lists(reports.values())
        if options.accept:
            print(f"{accepted} proposals were taken over without review and are marked so.")
    for line in receipt:
        if line.outcome == "failed":
            print(f"casefile: {line.message}", file=sys.stderr)
    return FAILED if any(line.outcome == "failed" for line in receipt) else DONE


def _mapped(
    store: Store, receipt: Sequence[ReceiptRow], mapping: "ListMapping", by: str
) -> dict[int, "ListReport"]:
    """What the mapping made of the lists on the receipt, by their sources."""
    from casefile.intake.action_lists import lists_among, propose_from_list

    lists = lists_among(store, [line.source_id for line in receipt if line.source_id])
    return {id_: propose_from_list(store, id_, mapping, by, terminal_task()) for id_ in lists}


def _print_lists(reports: Iterable["ListReport"]) -> None:
    for report in reports:
        print(
            f"{report.proposed} proposals by the mapping; {report.decided} rows decided on before,"
            f" {report.problems} rows without a proposal, {report.warnings} cells left out"
        )


def _store_to_import_into(path: Path, by: str, readers: "ReaderPool") -> Store:
    """The store; the first worker warms up while it is opened."""
    readers.start(1)
    return Store.open_or_create(path, person=by)


def _resumed(store: Store, by: str, readers: "ReaderPool") -> list[ReceiptRow]:
    """What became of the files that interrupted imports had left."""
    from casefile.intake import resume_import
    from casefile.store.receipts import pending_batches

    with store.read() as reader:
        left = pending_batches(reader)
    return [line for batch in left for line in resume_import(store, batch.id, by, terminal_task(), readers)]


def extract(options: argparse.Namespace) -> int:
    """Shows what one file proposes; with a store also which of its actions that seems to be about."""
    from casefile.exchange.proposals_json import proposals_as_json
    from casefile.intake.proposing import propose
    from casefile.reading import read_file

    document = read_file(options.file)
    proposals = propose(document)
    met = _met(options, document, proposals) if options.store else None
    if options.json:
        print_json(proposals_as_json(document.text, document.metadata, proposals, met))
    else:
        show_proposals(document.text, document.metadata, proposals, met)
    return DONE


def _met(options: argparse.Namespace, document: "ReadDocument", proposals: "Proposals") -> list["Met"]:
    """What the store tells of each action; nothing is written to it."""
    from casefile.store.comparing import Origin
    from casefile.store.meeting import meet

    origin = Origin(published=document.metadata.published)
    with reading(options) as store, store.read() as reader:
        return meet(reader, proposals.actions, origin, lambda: document.text)


def list_records(options: argparse.Namespace) -> int:
    """Lists actions, sources or quotes."""
    from casefile.cli import listing

    with reading(options) as store, store.read() as reader:
        rows = listing.rows(reader, options.what)
    print_json(rows) if options.json else listing.print_table(rows)
    return DONE


def search(options: argparse.Namespace) -> int:
    """Searches; no hit is status 0 too, as nothing failed."""
    from casefile.store.search import search

    typed = " ".join(" ".join(options.words).split())
    with reading(options) as store, store.read() as reader:
        found = search(reader, typed)
    hits = found.hits
    for problem in found.problems:
        marks = "^" * (problem.span.end - problem.span.start)
        print(f"casefile: {problem.sentence}", file=sys.stderr)
        print(f"  {typed}\n  {' ' * problem.span.start}{marks}", file=sys.stderr)
    if options.json:
        print_json(
            [{"kind": hit.kind, "id": hit.id, "title": hit.title, "snippet": hit.snippet} for hit in hits]
        )
        return DONE
    for hit in hits:
        print(f"{hit.kind:7} {hit.id:>5}  {hit.title}\n               {hit.snippet}")
    for note in found.notes:
        print(note)
    if not hits:
        print("Nothing was found. Try fewer words, or only their beginnings.")
    return DONE


def brief(options: argparse.Namespace) -> int:
    """Writes the PDF, or what the file's ending says."""
    from casefile.briefs.export import export_brief
    from casefile.exchange.formats import brief_format

    wanted, by = brief_format(options.output.name), person(options)
    if wanted is not None:
        return _brief_elsewhere(options, wanted)
    with writing(Store.open(chosen_path(options), person=by)) as store:
        composition = composed(store, options)
        report = export_brief(store, options.output, by, composition, terminal_task())
    if options.json:
        told = {"path": str(options.output), "pages": report.pages, "bytes": report.bytes}
        print_json(told | {"missing_characters": list(report.missing)})
    else:
        print(f"{options.output}: {report.pages} pages")
    if report.missing:
        print(
            f"casefile: no font has, and the brief shows as \ufffd: {report.missing_names}", file=sys.stderr
        )
    return DONE


def _brief_elsewhere(options: argparse.Namespace, wanted: "ExportFormat") -> int:
    """Writes the brief for another program."""
    from casefile.exchange.export import export_composed

    with reading(options) as store:
        report = export_composed(
            store,
            wanted,
            options.output,
            composed(store, options),
            terminal_task(),
            overwrite=options.replace,
        )
    if options.json:
        print_json({"path": str(report.path), "format": wanted.value, "count": report.count})
    else:
        print(f"{report.path}: {report.words}")
    return DONE


def check(options: argparse.Namespace) -> int:
    """Checks the store; status 1 where something is wrong."""
    from casefile.store.check import check

    with reading(options, inspect=True) as store, store.read() as reader:
        found = check(reader, terminal_task())
    if options.json:
        print_json({"ok": not found, "findings": [vars_of(finding) for finding in found]})
        return FAILED if found else DONE
    for finding in found:
        print(f"casefile: {finding}", file=sys.stderr)
    if found:
        print("casefile: nothing was repaired. Keep this file and restore a backup.", file=sys.stderr)
        return FAILED
    print("The store is whole: file, originals, texts, record, journal, lists and search agree.")
    return DONE


def vars_of(row: object) -> dict[str, object]:
    """A row's fields by name."""
    return dict(vars(row))
