"""The commands about briefs that were exported: whether one still holds, and which are out of date."""

import argparse
from typing import TYPE_CHECKING, Any

from casefile.cli.session import chosen_path, print_json, reading
from casefile.cli.status import DONE, FAILED

if TYPE_CHECKING:
    from casefile.briefs.exported import ExportStanding
    from casefile.briefs.verify import Finding, Verification


def verify(options: argparse.Namespace) -> int:
    """Checks a brief's PDF; status 1 where a statement does not hold or has changed since."""
    from casefile.briefs.printed import read_brief
    from casefile.briefs.verify import verify
    from casefile.errors import CasefileError

    try:
        printed = read_brief(options.brief)
    except OSError as error:
        raise CasefileError(
            f"{options.brief} cannot be read: {error.strerror}.", "Give the path of the brief's PDF."
        ) from error
    if options.store is None:
        result = verify(printed)
    else:
        with reading(options) as store, store.read() as reader:
            result = verify(printed, reader)
    if options.json:
        print_json(_as_json(result))
    else:
        _show(result)
    return FAILED if result.findings else DONE


def briefs(options: argparse.Namespace) -> int:
    """Lists the exports; status 1 where one of them says what the record says no more."""
    from casefile.briefs.exported import export_standings, out_of_date

    with reading(options) as store, store.read() as reader:
        standings = export_standings(reader)
    if options.json:
        print_json([_export_json(standing) for standing in standings])
    else:
        for standing in standings:
            _show_export(standing)
        if not standings:
            print(f"No brief was exported from {chosen_path(options)} yet.")
    return FAILED if out_of_date(standings) else DONE


def _show(result: "Verification") -> None:
    brief = result.brief
    print(f"{brief.title}, as of {brief.as_of:%Y-%m-%d %H:%M} UTC")
    counts = (len(brief.statements), len(brief.passages), len(brief.sources))
    print("{:,} statements on {:,} passages of {:,} sources".format(*counts))
    for finding in result.findings:
        print(
            f"  {finding.flaw.upper()}: {finding.statement}"
            + (f" ({finding.detail})" if finding.detail else "")
        )
    if not result.findings:
        print("  Every statement holds.")
    if not result.against_store:
        print("  Sources were not compared: give --store to look for them in a store.")
    elif not result.same_store:
        print("  Figures were not compared: the brief was exported from another store.")


def _as_json(result: "Verification") -> dict[str, Any]:
    return {
        "title": result.brief.title,
        "as_of": result.brief.as_of.isoformat(),
        "statements": len(result.brief.statements),
        "against_store": result.against_store,
        "same_store": result.same_store,
        "genuine": result.is_genuine,
        "findings": [_finding_json(finding) for finding in result.findings],
    }


def _finding_json(finding: "Finding") -> dict[str, str]:
    return {"flaw": finding.flaw.value, "statement": finding.statement, "detail": finding.detail}


def _show_export(standing: "ExportStanding") -> None:
    export = standing.export
    marks = ["out of date"] if standing.changes else []
    marks += [f"file {standing.file}"] if standing.file != "there" else []
    cells = (f"{export.id}", f"{export.as_of:%Y-%m-%d %H:%M}", export.title, export.path, ", ".join(marks))
    print("  ".join(cells).rstrip())
    for change in standing.changes:
        print(f"     {change.statement}: {change.words}")


def _export_json(standing: "ExportStanding") -> dict[str, Any]:
    export = standing.export
    changes = [{"statement": str(change.statement), "now": list(change.now)} for change in standing.changes]
    return {
        "id": export.id, "title": export.title, "path": export.path, "sha256": export.sha256,
        "as_of": export.as_of.isoformat(), "file": standing.file.value, "out_of_date": bool(changes),
        "changes": changes,
    }  # fmt: skip
