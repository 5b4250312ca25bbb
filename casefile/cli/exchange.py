"""The commands that bring the record out to other programs, and from one store into another."""

import argparse

from casefile.cli.session import (
    case_id,
    chosen_path,
    person,
    print_json,
    reading,
    terminal_task,
    writing,
)
from casefile.cli.status import DONE
from casefile.store.store import Store, store_path


def export(options: argparse.Namespace) -> int:
    """Writes the record, or a case file, in one of the formats."""
    from casefile.briefs.composition import BriefLanguage, Composition, PageSize
    from casefile.exchange.export import export_records
    from casefile.exchange.formats import ExportFormat

    wanted = ExportFormat(options.format)
    with reading(options) as store:
        chosen = case_id(store, options.case)
        like = Composition(
            language=BriefLanguage(options.language or BriefLanguage.ENGLISH_UK),
            page_size=PageSize(options.paper or PageSize.A4),
        )
        report = export_records(
            store, wanted, options.output, chosen, terminal_task(), overwrite=options.replace, like=like
        )
    if options.json:
        print_json({"path": str(report.path), "format": wanted.value, "count": report.count})
    else:
        print(f"{report.path}: {report.words}")
    return DONE


def import_bundle(options: argparse.Namespace) -> int:
    """Brings a bundle into the store in one step."""
    from casefile.exchange.bundle import import_bundle, open_bundle

    path, by = store_path(chosen_path(options)), person(options)
    with open_bundle(options.bundle):
        # What is no bundle is told before a store is made for it.
        pass
    with writing(Store.open_or_create(path, person=by)) as store:
        brought = import_bundle(store, options.bundle, by, terminal_task())
    if options.json:
        receipt = brought.receipt
        held = {"values": receipt.values, "held_back": receipt.held_back}
        print_json({"new": receipt.new, "known": receipt.known} | held)
    else:
        print(brought.words)
    return DONE
