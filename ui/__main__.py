"""The console command ``casefile``: the window, or the command line without loading Qt."""

import sys
from pathlib import Path

from casefile import __version__
from casefile.paths import STORE_SUFFIX

_USAGE = """usage: casefile [STORE.casefile]         open the window
       casefile --store STORE           open the window on that store
       casefile SUBCOMMAND ...          work without a window (casefile list --help)
       casefile --version
"""


def main(argv: list[str] | None = None) -> int:
    """The exit status: 0, 1 where the work failed, 2 where the command was not understood."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments == ["--version"]:
        sys.stdout.write(f"casefile {__version__}\n")
        return 0
    if arguments in (["--help"], ["-h"]):
        sys.stdout.write(_USAGE)
        return 0
    if _is_subcommand(arguments):
        from casefile.cli import main as run_command

        return run_command(arguments)
    path = _store_argument(arguments)
    if arguments and path is None:
        sys.stderr.write(_USAGE)
        return 2
    from ui.plain_imports import spare_sources

    spare_sources()  # before the window's own modules are imported
    from ui.app import run

    return run(path)


def _is_subcommand(arguments: list[str]) -> bool:
    return bool(arguments) and not arguments[0].startswith("-") and not arguments[0].endswith(STORE_SUFFIX)


def _store_argument(arguments: list[str]) -> Path | None:
    match arguments:
        case [path] if not path.startswith("-"):
            return Path(path)
        case ["--store", path]:
            return Path(path)
        case _:
            return None


if __name__ == "__main__":
    sys.exit(main())
