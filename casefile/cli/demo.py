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


def run(options: argparse.Namespace) -> int:
    """A new store and ``brief.pdf`` in the folder; an earlier demo's store is moved aside."""
    from casefile.briefs.composition import Composition
    from casefile.briefs.export import export_brief
    from casefile.extraction import extract
    from casefile.intake import accept_unreviewed, import_files
    from casefile.intake.demo import make_demo_case
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
        case_id = make_demo_case(store, by)
        with store.read() as reader:
            print_table(rows(reader, "actions"))
        brief = folder / "brief.pdf"
        report = export_brief(store, brief, by, Composition(case_id=case_id))
        print(f"\nStore  {store.path}\nBrief  {brief} ({report.pages} pages)")
    return FAILED if any(line.outcome == "failed" for line in receipt) else DONE


def _copy_articles(folder: Path) -> list[Path]:
    """The shipped articles as files."""
    from casefile.intake.demo import ARTICLES

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
