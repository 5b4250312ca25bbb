"""A brief as Markdown: CommonMark with the tables and footnotes that pandoc and GitHub read. Pure."""

import re
from collections.abc import Iterator

from casefile.briefs.model import Brief
from casefile.exchange.brief_blocks import (
    BULLET,
    Block,
    Front,
    Heading,
    Look,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
    blocks,
    front,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^&!])")
"""What means something within a line; before each a backslash takes that away (CommonMark 2.4)."""
_AT_START = re.compile(r"^(\d*)([-+=:.)])")
"""What means something at the beginning of a line; of a number the sign behind it."""
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
"""What some renderers make a link of, unasked."""


def markdown(brief: Brief) -> Iterator[str]:
    """The file line by line, each with its end."""
    yield from _front(front(brief))
    before: Block | None = None
    for block in blocks(brief):
        yield _between(before, block)
        yield from _block(block)
        before = block


def _front(said: Front) -> Iterator[str]:
    if said.marking:
        yield f"**{_escaped(said.marking)}**\n\n"
    yield f"# {_escaped(said.title)}\n"
    if said.subtitle:
        yield f"\n{_line((Run(said.subtitle, italic=True),))}\n"
    for label, words in said.particulars:
        yield f"\n**{label}:** {_escaped(words)}\n"


def _between(before: Block | None, block: Block) -> str:
    """An empty line, but between the items of one list and within a quote with who said it."""
    if not (isinstance(before, Paragraph) and isinstance(block, Paragraph)) or before.look is not block.look:
        return "\n"
    if block.look is Look.ITEM:
        return ""
    return ">\n" if block.look is Look.QUOTE and not before.ends else "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_escaped(block.text)}\n"
        case Note():
            yield f"[^{block.number}]: {_line(block.runs)}\n"
        case Table():
            yield from _table(block)
        case Paragraph(look=Look.ITEM):
            yield f"{'    ' * block.depth}{_bullet(block.label)} {_line(block.runs)}\n"
        case Paragraph(look=Look.QUOTE):
            yield f"> {_line(block.runs)}\n"
        case Paragraph():
            yield f"{_line(block.runs)}\n"


def _bullet(label: str) -> str:
    """How the item begins: a list's own numbers stay, any other label stands in bold behind a dash."""
    if label == BULLET:
        return "-"
    return label if label[:1].isdigit() else f"- **{_escaped(label)}**"


def _table(table: Table) -> Iterator[str]:
    yield _row(_escaped(head) for head in table.heads)
    yield _row("---" for _ in table.heads)
    for row in table.rows:
        yield _row(_line(cell) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _line(runs: Runs) -> str:
    """The runs in one line, which begins no list and no heading of its own."""
    return _AT_START.sub(r"\1\\\2", "".join(map(_run, runs)).strip())


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    if run.link:
        return f"<{run.link}>"
    words = run.text.strip(" ")
    sign = "***" if run.bold and run.italic else "**" if run.bold else "*" if run.italic else ""
    if not sign or not words:
        return _escaped(run.text)
    # Between sign and word no blank may stand, or the sign is one of the text (CommonMark 6.2).
    before, _, after = run.text.partition(words)
    return f"{before}{sign}{_escaped(words)}{sign}{after}"


def _escaped(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    return _ADDRESS.sub(r"\1\\\2", escaped)
