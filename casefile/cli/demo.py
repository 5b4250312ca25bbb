"""The whole path with the articles that ship: import, show, accept on the person's behalf, print."""

import argparse
from pathlib import Path

from casefile.cli.commands import opened, person
from casefile.cli.listing import print_table, rows
from casefile.cli.show import show_proposals
from casefile.paths import STORE_SUFFIX, resource
from casefile.store.store import Store

DONE, FAILED = 0, 1
_TITLE = "Demonstration"


def run(options: argparse.Namespace) -> int:
    """A new store and ``brief.pdf`` in the folder; what an earlier demo left there is replaced."""
    from casefile.briefs.export import export_brief
    from casefile.extraction import extract
    from casefile.intake import accept_unreviewed, import_files
    from casefile.reading import read_file

    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    articles = _copy_articles(folder / "articles")
    for path in articles:
        document = read_file(path)
        print(f"\n{path.name}")
        show_proposals(document.text, document.metadata, extract(document.text, document.metadata))
    with opened(_new_store(folder / f"demo{STORE_SUFFIX}")) as store:
        receipt = import_files(store, articles, person())
        accepted = sum(
            accept_unreviewed(store, line.source_id, person()) for line in receipt if line.source_id
        )
        print(
            f"\nIn this demonstration only, all {accepted} proposals were accepted on your behalf, without"
            "\nreview, and are marked so. In your own store nothing becomes a fact before you accept it.\n"
        )
        with store.read() as reader:
            print_table(rows(reader, "actions"))
        brief = folder / "brief.pdf"
        report = export_brief(store, brief, person(), title="Enforcement actions: a demonstration")
        print(f"\nStore  {store.path}\nBrief  {brief} ({report.pages} pages)")
    return FAILED if any(line.outcome == "failed" for line in receipt) else DONE


def _copy_articles(folder: Path) -> list[Path]:
    """The shipped articles as files, oldest name first."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = resource("demo/README.md")
    shipped = sorted(
        entry.name for entry in _folder_of(listed).iterdir() if entry.name.endswith((".html", ".txt"))
    )
    for name in shipped:
        (folder / name).write_bytes(resource(f"demo/{name}").read_bytes())
    return [folder / name for name in shipped]


def _folder_of(_: object) -> Path:
    from importlib.resources import files

    return Path(str(files("resources").joinpath("demo")))


def _new_store(path: Path) -> Store:
    for leftover in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        leftover.unlink(missing_ok=True)
    return Store.create(path)
