"""The whole path with the articles that ship: import, show, accept on the person's behalf, print."""

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from casefile.cli.listing import print_table, rows
from casefile.cli.session import person
from casefile.cli.show import show_proposals
from casefile.cli.status import DONE, FAILED
from casefile.paths import STORE_SUFFIX, resource
from casefile.store.store import Store

ARTICLES = (
    "continental-ledger-2025-03-18.html",
    "northern-wire-2025-03-18.txt",
    "rheinische-handelsblaetter-2025-03-19.html",
    "authority-release-2025-10-07.txt",
)
"""In the order in which they were published."""
_CASE = "Cameras in shops"


def run(options: argparse.Namespace) -> int:
    """A new store and ``brief.pdf`` in the folder; an earlier demo's store is moved aside."""
    from casefile.briefs.export import export_brief
    from casefile.extraction import extract
    from casefile.intake import accept_unreviewed, import_files
    from casefile.reading import read_file

    folder: Path = options.folder
    by = person(options)
    folder.mkdir(parents=True, exist_ok=True)
    articles = _copy_articles(folder / "articles")
    for path in articles:
        document = read_file(path)
        print(f"\n{path.name}")
        proposals = extract(document.text, document.metadata, document.passed_over)
        show_proposals(document.text, document.metadata, proposals)
    with closing(_new_store(folder / f"demo{STORE_SUFFIX}")) as store:
        receipt = import_files(store, articles, by)
        accepted = sum(accept_unreviewed(store, line.source_id, by) for line in receipt if line.source_id)
        print(
            f"\nIn this demonstration only, all {accepted} proposals were accepted on your behalf, without"
            "\nreview, and are marked so. In your own store nothing becomes a fact before you accept it.\n"
        )
        case_id = _make_case(store, by)
        with store.read() as reader:
            print_table(rows(reader, "actions"))
        brief = folder / "brief.pdf"
        report = export_brief(store, brief, by, case_id)
        print(f"\nStore  {store.path}\nBrief  {brief} ({report.pages} pages)")
    return FAILED if any(line.outcome == "failed" for line in receipt) else DONE


def _make_case(store: Store, by: str) -> int:
    """A case file with every action that was accepted."""
    from casefile.store import cases, lists

    with store.write(f"Make the case file “{_CASE}”", by=by) as writer:
        case_id = cases.add_case(writer, _CASE, "What the demonstration's articles tell")
        for action_id in lists.action_ids(writer):
            cases.add_action(writer, case_id, action_id)
    return case_id


def _copy_articles(folder: Path) -> list[Path]:
    """The shipped articles as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ARTICLES:
        (folder / name).write_bytes(resource(f"demo/{name}").read_bytes())
    return [folder / name for name in ARTICLES]


def _new_store(path: Path) -> Store:
    """A new store at the path; one that is there already is moved aside, never deleted."""
    if path.exists():
        made = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        Store.open(path).close()
        path.rename(path.with_name(f"{path.stem}.before-{made}{path.suffix}"))
    return Store.create(path)
