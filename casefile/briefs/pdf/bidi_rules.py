"""The rules of UAX 9 for one isolating run sequence: weak types, brackets, neutral types, levels. Pure.

A sequence is a list of bidirectional types, changed in place, rule by rule; rules have the standard's names.
"""

import unicodedata
from collections.abc import Iterator, Sequence

_MOST_BRACKETS = 63
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING = {
    unicodedata.normalize("NFC", opening): unicodedata.normalize("NFC", closing)
    for opening, closing in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
}
"""The closing bracket of each opening one (BidiBrackets.txt), canonical equivalents as one."""
_BRACKETS = frozenset(_PAIRS)
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What counts as which direction for neutral types (N0, N1)."""


def resolve_weak(types: list[str], before: str) -> None:
    """W1 to W7; ``before`` is the direction at the sequence's start (sos)."""
    _marks_and_numbers(types, before)
    _separators(types)
    strong = before
    for index, kind in enumerate(types):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[index] = "L"  # W7


def _marks_and_numbers(types: list[str], before: str) -> None:
    """W1 to W3."""
    last, strong = before, before
    for index, given in enumerate(types):
        kind = given
        if kind == "NSM":
            kind = "ON" if last in ("LRI", "RLI", "FSI", "PDI") else last
        last = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        types[index] = "AN" if kind == "EN" and strong == "AL" else kind
    for index, kind in enumerate(types):
        if kind == "AL":
            types[index] = "R"


def _separators(types: list[str]) -> None:
    """W4 to W6."""
    for index in range(1, len(types) - 1):
        kind, left = types[index], types[index - 1]
        if left == types[index + 1] and (
            (left == "EN" and kind in ("ES", "CS")) or (left == "AN" and kind == "CS")
        ):
            types[index] = left
    for start, end in _runs(types, "ET"):
        if (start and types[start - 1] == "EN") or (end < len(types) and types[end] == "EN"):
            types[start:end] = ["EN"] * (end - start)
    for index, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[index] = "ON"


def _runs(types: Sequence[str], wanted: str) -> Iterator[tuple[int, int]]:
    start = -1
    for index, kind in enumerate(types):
        if kind == wanted and start < 0:
            start = index
        elif kind != wanted and start >= 0:
            yield start, index
            start = -1
    if start >= 0:
        yield start, len(types)


def resolve_brackets(
    types: list[str], characters: Sequence[str], original: Sequence[str], direction: str, before: str
) -> None:
    """N0: a pair of brackets follows what stands inside it; ``direction`` is the embedding one."""
    for opening, closing in bracket_pairs(types, characters):
        inside = {_STRONG[types[index]] for index in range(opening + 1, closing) if types[index] in _STRONG}
        if direction in inside:
            found = direction
        elif inside:
            found = _opposite_or(direction, _strong_before(types, opening, before))
        else:
            continue
        for bracket in (opening, closing):
            types[bracket] = found
            for index in range(bracket + 1, len(types)):
                if original[index] != "NSM":
                    break
                types[index] = found


def _opposite_or(direction: str, context: str) -> str:
    """N0 c: the opposite of the embedding direction where the context runs that way too."""
    return context if context != direction else direction


def _strong_before(types: Sequence[str], index: int, before: str) -> str:
    while index:
        index -= 1
        if types[index] in _STRONG:
            return _STRONG[types[index]]
    return before


def bracket_pairs(types: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs (BD16) in the order of their opening brackets; none where they nest too deep."""
    pairs: list[tuple[int, int]] = []
    open_ones: list[tuple[str, int]] = []
    for index, given in enumerate(characters):
        if given not in _BRACKETS or types[index] != "ON":
            continue
        character = unicodedata.normalize("NFC", given)
        if character in _CLOSING:
            if len(open_ones) == _MOST_BRACKETS:
                return sorted(pairs)
            open_ones.append((_CLOSING[character], index))
            continue
        for depth in range(len(open_ones) - 1, -1, -1):
            if open_ones[depth][0] == character:
                pairs.append((open_ones[depth][1], index))
                del open_ones[depth:]
                break
    return sorted(pairs)


def resolve_neutral(types: list[str], direction: str, before: str, after: str) -> None:
    """N1 and N2; ``before`` and ``after`` are the directions at the sequence's ends (sos, eos)."""
    index, count = 0, len(types)
    left = before
    while index < count:
        kind = types[index]
        if kind not in _NEUTRAL:
            left = _STRONG[kind]
            index += 1
            continue
        end = index
        while end < count and types[end] in _NEUTRAL:
            end += 1
        right = _STRONG[types[end]] if end < count else after
        types[index:end] = [left if left == right else direction] * (end - index)
        index = end


def raised(level: int, kind: str) -> int:
    """I1 and I2: the level of a character of this type in a run of this level."""
    if level % 2:
        return level if kind == "R" else level + 1
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
