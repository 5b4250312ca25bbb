"""The command line: what can be asked, and how errors become exit statuses."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from casefile import __version__
from casefile.cli.status import FAILED
from casefile.errors import CancelledError, CasefileError
from casefile.exchange.formats import EXPORT_FORMATS


def main(arguments: Sequence[str]) -> int:
    """Runs one command; 0 done, 1 the work failed. Wrong usage leaves with status 2 (``SystemExit``)."""
    options = parser().parse_args(arguments)
    try:
        return _command(options.command)(options)
    except (KeyboardInterrupt, CancelledError):
        print("casefile: stopped; what was finished before is kept.", file=sys.stderr)
    except CasefileError as error:
        print(f"casefile: {error}", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    return FAILED


def parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    top = argparse.ArgumentParser(
        prog="casefile",
        description="Enforcement actions with their evidence. Without a command the window opens.",
    )
    top.add_argument("--version", action="version", version=f"casefile {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_import(commands)
    _add_extract(commands)
    _add_reading_commands(commands)
    _add_record_commands(commands)
    _add_brief(commands)
    _add_export(commands)
    _add_import_bundle(commands)
    _add_file_commands(commands)
    _add_demo(commands)
    commands.add_parser("install-desktop", help="let .casefile files open by double click (Linux, BSD)")
    return top


Subparsers = argparse._SubParsersAction


def _add_import(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("import", help="keep files and what they propose")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a file or a folder")
    command.add_argument(
        "--resume", action="store_true", help="first go on with imports that were interrupted"
    )
    _add_store(command, "made where it is missing")
    _add_person(command)
    command.add_argument(
        "--mapping",
        type=Path,
        metavar="MAPPING",
        help="what the columns of CSV and XLSX lists hold",
    )
    command.add_argument(
        "--accept", action="store_true", help="take every proposal over without review, marked as such"
    )
    command.add_argument("--json", action="store_true", help="print the receipt as JSON")


def _add_extract(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("extract", help="show what a file proposes, keeping nothing")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "--store",
        type=Path,
        metavar="STORE",
        help="tell which of the store's actions they seem to be about, with what agrees and what conflicts",
    )
    command.add_argument("--json", action="store_true", help="print the proposals as JSON")


def _add_reading_commands(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    listing = commands.add_parser("list", help="list what the store holds")
    listing.add_argument("what", choices=("actions", "sources", "quotes"))
    search = commands.add_parser("search", help="search actions, quotes and sources")
    search.add_argument("words", nargs="+", metavar="WORD")
    check = commands.add_parser("check", help="check that nothing in the store was altered from outside")
    for command in (listing, search, check):
        _add_store(command, "")
        command.add_argument("--json", action="store_true", help="print JSON")


def _add_record_commands(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    show = commands.add_parser("show", help="show an action or a case file with its notes")
    show.add_argument("kind", choices=("action", "case"))
    show.add_argument("id", type=int, metavar="ID", help="its number in `casefile list`")
    history = commands.add_parser("history", help="tell who changed what of a record, and when")
    history.add_argument("kind", choices=("action", "source", "quote", "event", "party", "case"))
    history.add_argument("id", type=int, metavar="ID", help="its number in `casefile list`")
    trash = commands.add_parser("trash", help="list the trash, put records in, restore, or empty it")
    trash.add_argument("what", choices=("list", "put", "restore", "empty"))
    trash.add_argument("kind", nargs="?", choices=("action", "source", "quote", "event", "case"))
    trash.add_argument("ids", nargs="*", type=int, metavar="ID")
    trash.add_argument("--yes", action="store_true", help="empty the trash for good without asking")
    _add_person(trash)
    for command in (show, history, trash):
        _add_store(command, "")
        command.add_argument("--json", action="store_true", help="print JSON")


def _add_brief(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("brief", help="write a briefing PDF, or the same as DOCX or Markdown")
    _add_store(command, "")
    _add_person(command)
    command.add_argument(
        "--case", metavar="TITLE", help="a case file by its title or number; else all actions"
    )
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .pdf, .docx or .md"
    )
    command.add_argument(
        "--replace", action="store_true", help="replace a DOCX or Markdown file where there is one"
    )
    command.add_argument(
        "--draft", metavar="NAME", help="as it was composed in the window; what else is given stands instead"
    )
    command.add_argument(
        "--template",
        choices=("note", "full", "chronology", "comparison", "quotes", "sources"),
        help="which parts it has (else all)",
    )
    command.add_argument("--paper", choices=("a4", "letter"))
    command.add_argument(
        "--style", choices=("house", "apa", "chicago", "oscola"), help="how the sources are cited"
    )
    command.add_argument("--notes", choices=("end", "foot"), help="where the notes stand")
    command.add_argument(
        "--language", choices=("en-GB", "en-US", "de"), help="of its words, numbers and dates"
    )
    for name in ("title", "organisation", "author", "recipient", "marking"):
        command.add_argument(f"--{name}")
    command.add_argument("--json", action="store_true", help="print JSON")
    verify = commands.add_parser("verify", help="tell which statements of a brief's PDF still hold")
    verify.add_argument("brief", type=Path, metavar="PDF")
    verify.add_argument(
        "--store",
        type=Path,
        metavar="STORE",
        help="look for the sources in it, and compare the figures where the brief comes from it",
    )
    verify.add_argument("--json", action="store_true", help="print JSON")
    exported = commands.add_parser("briefs", help="list the exported briefs with what has changed since")
    _add_store(exported, "")
    exported.add_argument("--json", action="store_true", help="print JSON")


def _add_export(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("export", help="write the record in a format of other programs")
    command.add_argument("format", choices=EXPORT_FORMATS, metavar="FORMAT", help=", ".join(EXPORT_FORMATS))
    _add_store(command, "")
    command.add_argument(
        "--case", metavar="TITLE", help="a case file by its title or number; else all of the store"
    )
    command.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    command.add_argument("--replace", action="store_true", help="replace the file where there is one")
    command.add_argument(
        "--language", choices=("en-GB", "en-US", "de"), help="of a brief's words, numbers and dates"
    )
    command.add_argument("--paper", choices=("a4", "letter"), help="of a brief")
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_import_bundle(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "import-bundle", help="bring a case file with its sources in that another store has exported"
    )
    command.add_argument("bundle", type=Path, metavar="FILE")
    _add_store(command, "made where it is missing")
    _add_person(command)
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_file_commands(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    copy = commands.add_parser("copy", help="write a checked copy of the store to another file")
    copy.add_argument("target", type=Path, metavar="FILE")
    copy.add_argument("--replace", action="store_true", help="replace the file where there is one")
    backup = commands.add_parser("backup", help="make a backup of the store now")
    backups = commands.add_parser("backups", help="list the backups of the store with what they hold")
    restore = commands.add_parser("restore", help="make a store of a backup")
    restore.add_argument("backup", metavar="BACKUP", help="its number in `casefile backups`, or its file")
    where = restore.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", type=Path, metavar="FILE", help="into a new file")
    where.add_argument(
        "--replace", action="store_true", help="in place of the store, which is backed up before"
    )
    _add_person(restore)
    for command in (copy, backup, backups, restore):
        _add_store(command, "")
        command.add_argument("--json", action="store_true", help="print JSON")


def _add_person(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--by", default="", metavar="NAME", help="whom the journal names (else the name in your settings)"
    )


def _add_demo(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("demo", help="walk the whole path with the articles that ship")
    command.add_argument("folder", type=Path, metavar="FOLDER", help="where the store and the brief go")
    _add_person(command)


def _add_store(command: argparse.ArgumentParser, remark: str) -> None:
    from casefile.paths import default_store_path

    ending = f"; {remark}" if remark else ""
    command.add_argument(
        "--store",
        type=Path,
        default=None,
        metavar="STORE",
        help=f"the store (else {default_store_path().name} in your data folder{ending})",
    )


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    from casefile.cli import briefs, commands, demo, desktop, exchange, files, records

    return {
        "import": commands.import_files,
        "extract": commands.extract,
        "list": commands.list_records,
        "search": commands.search,
        "brief": commands.brief,
        "briefs": briefs.briefs,
        "verify": briefs.verify,
        "export": exchange.export,
        "import-bundle": exchange.import_bundle,
        "check": commands.check,
        "show": records.show,
        "history": records.history,
        "trash": records.trash,
        "copy": files.copy,
        "backup": files.backup,
        "backups": files.backups,
        "restore": files.restore,
        "demo": demo.run,
        "install-desktop": desktop.install,
    }[name]
