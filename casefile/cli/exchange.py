"""The commands that bring the record out to other programs."""

import argparse

from casefile.cli.session import case_id, print_json, reading, terminal_task
from casefile.cli.status import DONE


def export(options: argparse.Namespace) -> int:
    """Writes the record, or a case file, in one of the formats."""
    from casefile.exchange.export import export_records
    from casefile.exchange.formats import ExportFormat

    wanted = ExportFormat(options.format)
    with reading(options) as store:
        chosen = case_id(store, options.case)
        report = export_records(
            store, wanted, options.output, chosen, terminal_task(), overwrite=options.replace
        )
    if options.json:
        print_json({"path": str(report.path), "format": wanted.value, "count": report.count})
    else:
        print(f"{report.path}: {report.words}")
    return DONE
