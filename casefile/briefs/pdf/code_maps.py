"""Maps from the codes of a font to the characters that they stand for (ISO 32000-1, 9.10.3). Pure."""

from collections.abc import Iterable

_MAPPINGS_IN_BLOCK = 100
"""The most that a block may hold (Adobe technical note 5411)."""
_START = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange"""
_END = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def code_map(meant: Iterable[tuple[int, str]], digits: int) -> str:
    """The map of a font whose codes have so many hexadecimal digits; each code is met once."""
    pairs = [f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in meant]
    starts = range(0, len(pairs), _MAPPINGS_IN_BLOCK)
    blocks = [
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
        for block in (pairs[start : start + _MAPPINGS_IN_BLOCK] for start in starts)
    ]
    codes = f"<{'0' * digits}> <{'F' * digits}>\nendcodespacerange"
    return "\n".join((_START, codes, *blocks, _END))
