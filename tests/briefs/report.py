"""Prints what is copied from a brief, and what ``casefile verify`` says of forged ones.

``python -m tests.briefs.report``, part of ``make conformance``.
"""

import dataclasses
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import Composition
from casefile.briefs.embedded import EmbeddedBrief
from casefile.briefs.export import export_brief
from casefile.briefs.model import Brief, FactField
from casefile.briefs.pdf import render_pdf
from casefile.intake.demo import make_demo_store
from casefile.store import editing, lists
from casefile.store.brief_checks import store_id
from casefile.store.store import Store
from tests.briefs.conftest import AS_OF, read_pdf
from tests.briefs.eight_scripts import TOLD, brief_in_eight_scripts
from tests.briefs.test_brief_scripts import unbroken
from tests.briefs.test_copying import pages_of
from tests.briefs.test_verify import change_a_word, changed, swap_sources, with_file

ROOT = Path(__file__).parents[2]
FINDINGS = 4
"""So many of them are printed."""


def main() -> None:
    """Print both tables."""
    _print_round_trip()
    _print_verification()


def pdftotext(content: bytes) -> str:
    """The pages as pdftotext copies them."""
    done = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def _print_round_trip() -> None:
    """Whole texts of each language that are copied as they were given, of those that were given."""
    content = render_pdf(brief_in_eight_scripts(len(TOLD)))
    copies = {"PDFium": unbroken(read_pdf(content).text), "pdftotext": unbroken(pdftotext(content))}
    print(
        f"\n{'texts copied as they were given':<36}{'PDFium':>12}{'pdftotext':>12}{'pdftotext, own page':>22}"
    )
    for told in TOLD:
        own = unbroken(pdftotext(pages_of(list(told.texts) * 3)))
        counts = [sum(unbroken(text) in copy for text in told.texts) for copy in (*copies.values(), own)]
        cells = [f"{count} of {len(told.texts)}" for count in counts]
        print(f"{told.language:<36}{cells[0]:>12}{cells[1]:>12}{cells[2]:>22}")


def _print_verification() -> None:
    print("\ncasefile verify BRIEF --store STORE")
    with tempfile.TemporaryDirectory() as folder:
        for name, path, store in _forged(Path(folder)):
            done = subprocess.run(
                [sys.executable, "-m", "ui", "verify", str(path), "--store", str(store)],
                capture_output=True, text=True, check=False, cwd=ROOT,
            )  # fmt: skip
            said = done.stdout.splitlines()[2:] or done.stderr.splitlines()
            more = [f"... {len(said) - FINDINGS} more"] if len(said) > FINDINGS else []
            print(f"\n{name}: status {done.returncode}")
            for line in [*said[:FINDINGS], *more]:
                print(f"    {line}")


def _forged(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """Briefs by what was done to them, with the store that they are held against."""
    path = folder / "demo.casefile"
    make_demo_store(path, "ann")
    with closing(Store.open(path)) as store:
        export_brief(store, folder / "brief.pdf", "ann")
        with store.read() as reader:
            brief = assemble(reader, Composition(), AS_OF)
            carried = EmbeddedBrief.of(brief, store_id(reader), Composition().to_json()).to_json()
    yield "as it was exported", folder / "brief.pdf", path
    forged = {
        "a word of a quote changed on the pages": (_other_word(brief), carried),
        "a word of a quote changed in casefile.json": (brief, changed(carried, change_a_word)),
        "a figure changed on the pages": (_other_figure(brief), carried),
        "the hashes of two sources swapped": (brief, changed(carried, swap_sources)),
    }
    for name, (pages, claims) in forged.items():
        file = folder / f"{name}.pdf"
        file.write_bytes(with_file(render_pdf(pages), claims))
        yield name, file, path
    with closing(Store.open(path)) as store, store.write("Correct the date", by="ann") as writer:
        editing.set_value(writer, lists.action_ids(writer)[0], "decided", "2025-03-11", "ann")
    yield "as it was exported, a date corrected in the store since", folder / "brief.pdf", path
    other = folder / "other.casefile"
    Store.create(other).close()
    yield "as it was exported, against a store without its sources", folder / "brief.pdf", other


def _other_word(brief: Brief) -> Brief:
    first, *others = brief.quotes
    words = first.text.replace(" ", " never ", 1)
    return dataclasses.replace(brief, quotes=(dataclasses.replace(first, text=words), *others))


def _other_figure(brief: Brief) -> Brief:
    """The first amount of the first action ten times as high."""
    first, *others = brief.actions
    place = next(place for place, fact in enumerate(first.facts) if fact.field is FactField.AMOUNT)
    fact = dataclasses.replace(first.facts[place], value=f"{first.facts[place].value}0")
    facts = (*first.facts[:place], fact, *first.facts[place + 1 :])
    return dataclasses.replace(brief, actions=(dataclasses.replace(first, facts=facts), *others))


if __name__ == "__main__":
    main()
