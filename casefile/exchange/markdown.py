"""A brief as Markdown: CommonMark with the tables and footnotes that pandoc and GitHub read. Pure."""

import re
from collections.abc import Iterator

from casefile.briefs.model import Brief
from casefile.exchange import blocks
from casefile.exchange.blocks import Look, Paragraph, Run
from casefile.exchange.brief_blocks import tell

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^&!])")
"""What means something within a line; before each a backslash takes that away (CommonMark 2.4)."""
_AT_START = re.compile(r"^(\d*)([-+=:.)])")
"""What means something at the beginning of a line; of a number the sign behind it."""
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
"""What some renderers make a link of, unasked."""


def markdown(brief: Brief) -> Iterator[str]:
    """The file line by line, each with its end."""
    told = tell(brief)
    yield from _front(told.front)
    before: blocks.Block | None = None
    for block in told.blocks:
        yield _between(before, block)
        yield from _block(block)
        before = block


def _front(said: blocks.Front) -> Iterator[str]:
    if said.marking:
        yield f"**{_escaped(said.marking)}**\n\n"
    yield f"# {_escaped(said.title)}\n"
    if said.subtitle:
        yield f"\n{_line((Run(said.subtitle, italic=True),))}\n"
    for label, words in said.particulars:
        yield f"\n**{label}:** {_escaped(words)}\n"


def _between(before: blocks.Block | None, block: blocks.Block) -> str:
    """An empty line, but between the items of one list and within a quote with who said it."""
    if not (isinstance(before, Paragraph) and isinstance(block, Paragraph)):
        return "\n"
    if before.look in (Look.QUOTE, Look.PARAPHRASE) and block.look is not Look.BODY:
        return ">\n"
    same = before.look is block.look is Look.ITEM and _goes_on(before, block)
    return "" if same else "\n"


def _goes_on(before: Paragraph, block: Paragraph) -> bool:
    """Whether the item is of the list above, or of one within it: another list begins after an empty line."""
    numbered = before.label[:1].isdigit() == block.label[:1].isdigit()
    return numbered or before.depth != block.depth


def _block(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Heading():
            yield f"{'#' * (block.level + 1)} {_escaped(block.text)}\n"
        case blocks.Note():
            yield f"[^{block.number}]: {_line(block.runs)}\n"
        case blocks.Table():
            yield from _table(block)
        case Paragraph(look=Look.ITEM):
            yield f"{'    ' * block.depth}{_bullet(block.label)} {_line(block.runs)}\n"
        case Paragraph(look=Look.QUOTE | Look.PARAPHRASE | Look.SAID_BY):
            yield f"> {_line(block.runs)}\n"
        case Paragraph():
            yield f"{_line(block.runs)}\n"


def _bullet(label: str) -> str:
    """How the item begins: a list's own numbers stay, any other label stands in bold behind a dash."""
    if label == blocks.BULLET:
        return "-"
    return label if label[:1].isdigit() else f"- **{_escaped(label)}**"


def _table(table: blocks.Table) -> Iterator[str]:
    yield _row(_escaped(head) for head in table.heads)
    yield _row("---" for _ in table.heads)
    for row in table.rows:
        yield _row(_line(cell) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _line(runs: blocks.Runs) -> str:
    """The runs in one line, which begins no list and no heading of its own."""
    return _AT_START.sub(r"\1\\\2", "".join(map(_run, runs)).strip())


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    words = run.text.strip(" ")
    if run.link == words and words:
        # In these brackets nothing is escaped: an address holds neither of them, and no blank.
        return run.text.replace(words, f"<{words}>")
    sign = "***" if run.bold and run.italic else "**" if run.bold else "*" if run.italic else ""
    if not words or not (sign or run.link):
        return _escaped(run.text)
    # Between sign and word no blank may stand, or the sign is one of the text (CommonMark 6.2).
    before, _, after = run.text.partition(words)
    shown = f"[{_escaped(words)}](<{run.link}>)" if run.link else _escaped(words)
    return f"{before}{sign}{shown}{sign}{after}"


def _escaped(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    return _ADDRESS.sub(r"\1\\\2", escaped)
