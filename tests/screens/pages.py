"""Paints every template's pages into ``build/pages``: two cases, both papers, two languages. ``make pages``.

The cases are the demonstration's articles and forty actions in eight scripts. Each sheet shows the pages of
one brief side by side, to be looked at; nothing compares them.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import product
from pathlib import Path

import pypdfium2
from PIL import Image

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import BriefLanguage, Composition, NotePlace, PageSize, Template
from casefile.briefs.model import Brief
from casefile.briefs.pdf import render_pdf
from casefile.store.store import Store
from tests.briefs.conftest import AS_OF
from tests.briefs.eight_scripts import brief_in_eight_scripts
from tests.screens.stores import STORES

FOLDER = Path(__file__).parents[2] / "build" / "pages"
ACROSS = 4
SCALE = 1.4
"""Pixels a point: small print can still be read, and outlines that make letters bold are not too thick."""
GAP = 12
BACKGROUND = (120, 124, 130)
DESK = "Directorate for Digital Affairs"
"""Who wrote the demonstration's brief."""

Case = Callable[[Composition], Brief]


def main() -> None:
    """Renders what the command line names, everything without a word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", choices=CASES, action="append")
    parser.add_argument("--template", choices=[str(one) for one in Template], action="append")
    parser.add_argument("--into", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="casefile-pages-") as folder:
        for name in options.case or CASES:
            tell = CASES[name](Path(folder))
            for composition, words in compositions(options.template):
                content = render_pdf(tell(composition))
                (options.into / f"{name}-{words}.pdf").write_bytes(content)
                sheet_of(content).save(options.into / f"{name}-{words}.png")


def compositions(templates: list[str] | None = None) -> Iterator[tuple[Composition, str]]:
    """Each template on each paper in two languages, the notes at either place in turn; and its name."""
    languages = (BriefLanguage.ENGLISH_UK, BriefLanguage.GERMAN)
    chosen = [Template(name) for name in templates or Template]
    for number, (template, size, language) in enumerate(product(chosen, PageSize, languages)):
        place = list(NotePlace)[(number + number // 2) % 2]
        composition = Composition(
            sections=template.sections, page_size=size, language=language, note_place=place,
            organisation=DESK, author="A. Writer", recipient="The Minister", marking="CONFIDENTIAL",
        )  # fmt: skip
        yield composition, f"{template}-{size}-{language}-{place}"


def sheet_of(content: bytes) -> Image.Image:
    """The pages of a PDF side by side."""
    with closing(pypdfium2.PdfDocument(content)) as document:
        pages = [page.render(scale=SCALE).to_pil() for page in document]
    width, height = (side + GAP for side in pages[0].size)
    rows = -(-len(pages) // ACROSS)
    sheet = Image.new("RGB", (min(len(pages), ACROSS) * width + GAP, rows * height + GAP), BACKGROUND)
    for number, page in enumerate(pages):
        row, column = divmod(number, ACROSS)
        sheet.paste(page, (GAP + column * width, GAP + row * height))
    return sheet


def _demo(folder: Path) -> Case:
    path = folder / "demo.casefile"
    STORES["demo"](path)

    def tell(composition: Composition) -> Brief:
        with closing(Store.open(path)) as store, store.read() as reader:
            return assemble(reader, composition, AS_OF)

    return tell


def _scripts(_: Path) -> Case:
    made = brief_in_eight_scripts()

    def tell(composition: Composition) -> Brief:
        return replace(
            made, sections=composition.printed, page_size=composition.page_size,
            language=composition.language, note_place=composition.note_place,
        )  # fmt: skip

    return tell


CASES: dict[str, Callable[[Path], Case]] = {"demo": _demo, "scripts": _scripts}

if __name__ == "__main__":
    main()
