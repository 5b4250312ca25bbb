"""What is printed around the text of every page: running heads, page numbers, a browser's own lines.

Imports only the PDF model and the order of lines.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casefile.reading.pdf_model import PageRuns, Run
from casefile.reading.pdf_order import rows_of

_EDGE_ROWS = 3
_SAME_PLACE = 6.0
_FEW_PAGES = 4
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_COUNTER = re.compile(
    r"(?:(?:page|seite|pagina|página)\s)?(\d{1,4})\s?(?:/|of|von|sur|de|van|di)\s?(\d{1,4})", re.I
)
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|p\.|s\.)?\s?[-–—(\[|]*\s?(\d{1,4})\s?[-–—)\]|]*", re.I
)
_CLOCK = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AP]M)?", re.I)

Row = list[Run]
Place = tuple[str, int]


@dataclass(frozen=True)
class PrintOut:
    """What a browser prints around a page; "" for what it does not print whole."""

    title: str = ""
    address: str = ""
    cut_address: str = ""
    """The beginning of an address that is too long for the line."""


def without_furniture(pages: list[PageRuns]) -> tuple[list[PageRuns], PrintOut | None]:
    """The pages without what repeats at their edges, and a browser's lines where it printed them.

    Where nothing else would be left they are as they were.
    """
    edges = [_edges_of(page) for page in pages]
    print_out = _print_out(edges)
    numbered = _numbered(pages, edges)
    seen = Counter(place for page in edges for place in _places(page))
    cleaned = []
    for page, sides in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for side in sides:
            for row in side:
                if id(row) not in numbered and not _is_furniture(
                    row, page.number, len(pages), seen, browser=print_out is not None
                ):
                    break
                dropped |= {id(run) for run in row}
        cleaned.append(replace(page, runs=tuple(run for run in page.runs if id(run) not in dropped)))
    return (cleaned if any(page.runs for page in cleaned) else pages), print_out


def _edges_of(page: PageRuns) -> tuple[list[Row], list[Row]]:
    """The outermost rows of the page from above, and from below."""
    rows = rows_of(page.runs)
    return rows[:_EDGE_ROWS], rows[::-1][:_EDGE_ROWS]


def _text(row: Row) -> str:
    return " ".join(run.text for run in row)


def _places(sides: tuple[list[Row], list[Row]]) -> set[Place]:
    """The words of the page's outer rows and where they stand, with their figures and without."""
    rows = [row for side in sides for row in side]
    return {(words, _height(row)) for row in rows for words in (_text(row), _without_figures(row))}


def _without_figures(row: Row) -> str:
    return re.sub(r"\d+", "#", _text(row))


def _height(row: Row) -> int:
    return round(row[0].baseline / _SAME_PLACE)


def _numbered(pages: list[PageRuns], edges: list[tuple[list[Row], list[Row]]]) -> set[int]:
    """The ``id`` of every outermost row that begins or ends with its page's number, as other pages' do."""
    stated: dict[int, list[int]] = defaultdict(list)
    for page, sides in zip(pages, edges, strict=True):
        for row in (side[0] for side in sides if side):
            for text in {row[0].text, row[-1].text}:
                number = _PAGE_NUMBER.fullmatch(text)
                if number:
                    stated[int(number.group(1)) - page.number].append(id(row))
    runs = [rows for rows in stated.values() if len(set(rows)) >= max(3, len(pages) // 3)]
    return {row for rows in runs for row in rows}


def _is_furniture(row: Row, number: int, count: int, seen: Counter[Place], *, browser: bool) -> bool:
    text = _text(row)
    counter = _COUNTER.fullmatch(text)
    if counter and (int(counter.group(1)), int(counter.group(2))) == (number, count):
        return True
    if browser and any(_is_browsers(run.text) for run in row):
        return True
    same, alike = (
        sum(seen[words, _height(row) + shift] for shift in (-1, 0, 1))
        for words in (text, _without_figures(row))
    )
    enough = 2 if count <= _FEW_PAGES else 3
    return same >= enough or alike >= (2 if _PAGE_NUMBER.fullmatch(text) else 3)


def _is_browsers(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text) or _COUNTER.fullmatch(text) or _CLOCK.fullmatch(text))


def _print_out(edges: list[tuple[list[Row], list[Row]]]) -> PrintOut | None:
    """What the browser printed; None where not every page has its address and its count at the edges."""
    if not edges or not all(_has_browsers_rows(sides, len(edges)) for sides in edges):
        return None
    runs = list(_outermost(edges[0]))
    address = next((run.text for run in runs if _ADDRESS.fullmatch(run.text)), "")
    title = next((run.text for run in runs if not _is_browsers(run.text)), "")
    cut, local = "…" in address, address.startswith("file:")
    return PrintOut(
        "" if "…" in title else title, "" if cut or local else address, address if cut and not local else ""
    )


def _outermost(sides: tuple[list[Row], list[Row]]) -> Iterator[Run]:
    """The runs of the first rows from above and below that hold anything of a browser's."""
    for side in sides:
        row = next(iter(side), [])
        if any(_is_browsers(run.text) for run in row):
            yield from row


def _has_browsers_rows(sides: tuple[list[Row], list[Row]], count: int) -> bool:
    texts = [run.text for run in _outermost(sides)]
    counters = [found for text in texts if (found := _COUNTER.fullmatch(text))]
    return any(_ADDRESS.fullmatch(text) for text in texts) and any(
        int(found.group(2)) == count for found in counters
    )
