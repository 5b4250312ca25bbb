"""Changes to a file that a reader may stumble over, each made by chance: to bytes, lines, tags, values.

Pure: the same bytes and the same chance give the same change. Imports nothing of ours.
"""

import json
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import deepcopy
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

Change = Callable[[bytes, Random], bytes]
"""Gives the content changed once."""

MOST_BYTES = 200_000
"""Of a changed file: what is large is tested elsewhere, here many small ones are wanted."""
NASTY = (
    "", " ", "\0", "\n", "\r", "\t", "\x0b", "\x1b[31m", "\x85", "\u2028", "\u00a0", "\u200b", "\u202e",
    "\ufeff", "\ufffe", "\ud800", "e\u0301", "\u0344", "\u1100\u1161", "\u0301", "ﬁ", "İ", "ẞ", "１２", "²",
    "٣", "\U0001f1ea", "𝟙", "\u200d", "\u00ad", "&#0;", "&#xD800;", "&#x110000;", "&amp;amp;", "<!--", "-->",
    "]]>", "<![CDATA[", "<", ">", "\"", "'", "{", "}", "[", "]", "\\", "%", "=", ":", ";", ",", "|", "--",
    "../", "http://[", "https://a:b@[::1]:99999/", "http://xn--a.example", "data:,", "file:///etc/passwd",
    "javascript:1", "99999999999999999999", "-1", "0", "1e999", "NaN", "٢٠٢٤", "0000-00-00",
    "9999-12-31T23:59:60+99:99", "2024-02-30", "1 January 10000", "31 Feb 2024", "€٣ million",
    "fined €1,2.3,4 million", "By \u0301", "“", "”", "«", "„" * 50, "(" * 200, "a" * 5000, "a b " * 1000,
    "\u0301" * 300, "1" * 5000,
)  # fmt: skip
"""What has broken programs before; as text, encoded with surrogates kept."""
NUMBERS = (
    0, 1, -1, 2, 7, 127, 128, 255, 256, 32767, 65535, 65536, 2**31 - 1, 2**31, 2**32 - 1, 2**63, 10**20,
)  # fmt: skip
_NUMBER = re.compile(rb"\d{1,12}")
_TOKEN = re.compile(rb"<[^<>]*>|[^<>]+|[<>]")
_ATTRIBUTE = re.compile(rb"(=\s*)(\"[^\"]*\"|'[^']*')")
_CLOSED = re.compile(rb"<([\w:]+)\b[^<>]*>[^<>]*</\1>")


def nasty(chance: Random) -> bytes:
    """One of :data:`NASTY`, in an encoding."""
    encoding = "utf-8" if chance.random() < 0.9 else chance.choice(("utf-16-le", "utf-32-be"))
    return chance.choice(NASTY).encode(encoding, "surrogatepass")


def in_turn(*changes: Change, most: int = 6) -> Change:
    """One to ``most`` of the changes, one after the other; few are more frequent."""

    def change(content: bytes, chance: Random) -> bytes:
        for _ in range(min(most, 1 + int(chance.expovariate(0.7)))):
            content = chance.choice(changes)(content, chance)[:MOST_BYTES]
        return content

    return change


def inside_first(inside: Change, outside: Change) -> Change:
    """What lies inside a container changed, then the container: a broken one is not opened here."""

    def change(content: bytes, chance: Random) -> bytes:
        times = chance.choice((0, 1, 1, 1, 2, 3))
        for _ in range(times):
            content = inside(content, chance)
        return content if times and chance.random() < 0.8 else outside(content, chance)

    return change


def any_bytes(content: bytes, chance: Random) -> bytes:
    """Bytes turned over, taken out, doubled, moved, put in, or the end cut off."""
    if not content:
        return nasty(chance)
    start = chance.randrange(len(content))
    end = min(len(content), start + _length(chance))
    stretch = content[start:end]
    turned = bytes([content[start] ^ (1 << chance.randrange(8))])
    elsewhere = chance.randrange(len(content))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: content[:start] + turned + content[start + 1 :],
        lambda: content[:start] + bytes([chance.randrange(256)]) + content[start + 1 :],
        lambda: content[:start] + content[end:],
        lambda: content[:end] + stretch * chance.choice((1, 2, 50)) + content[end:],
        lambda: content[:elsewhere] + stretch + content[elsewhere:],
        lambda: content[:start] + nasty(chance) + content[start:],
        lambda: content[:start] + chance.randbytes(end - start) + content[end:],
        lambda: content[:start] + bytes(end - start) + content[end:],
        lambda: content[:start] if chance.random() < 0.3 else content[: -_length(chance)],
    )
    return chance.choice(ways)()


def numbers(content: bytes, chance: Random) -> bytes:
    """A number that stands in the content, as another."""
    found = _pick(_NUMBER, content, chance)
    if found is None:
        return any_bytes(content, chance)
    return content[: found.start()] + str(chance.choice(NUMBERS)).encode() + content[found.end() :]


def integers(content: bytes, chance: Random) -> bytes:
    """Two, four or eight bytes as another number."""
    size = chance.choice((2, 4, 8))
    if len(content) < size:
        return any_bytes(content, chance)
    start = chance.randrange(len(content) - size + 1)
    number = chance.choice(NUMBERS) % (1 << 8 * size)
    return content[:start] + number.to_bytes(size, chance.choice(("little", "big"))) + content[start + size :]


def words(*dictionary: bytes) -> Change:
    """A word of the format put in, or in the place of another of its words."""

    def change(content: bytes, chance: Random) -> bytes:
        word = chance.choice(dictionary)
        place = chance.randrange(len(content) + 1)
        old = chance.choice(dictionary)
        if old in content and chance.random() < 0.5:
            return content.replace(old, word, chance.choice((1, -1)))
        return content[:place] + word + content[place:]

    return change


def lines(content: bytes, chance: Random) -> bytes:
    """Lines taken out, doubled, exchanged, or the value of one replaced."""
    found = content.split(b"\n")
    place, other = chance.randrange(len(found)), chance.randrange(len(found))
    head, colon, _ = found[place].partition(chance.choice((b":", b"=", b"  - ", b";", b",")))
    changed = [
        [*found[:place], *found[place + 1 :]],
        [*found[: place + 1], *found[place:]],
        [*found[:place], found[place] * chance.choice((2, 200)), *found[place + 1 :]],
        [*found[:place], found[other], *found[place + 1 :]],
        [*found[:place], head + colon + nasty(chance), *found[place + 1 :]],
        [*found[:place], found[place] + nasty(chance), *found[place + 1 :]],
        [*found[:place], found[place] + found[other], *found[place + 1 :]],
    ]
    return chance.choice((b"\n", b"\n", b"\n", b"\r\n", b"\r")).join(chance.choice(changed))


def markup(content: bytes, chance: Random) -> bytes:
    """Tags and texts taken out, doubled, nested, exchanged; values of attributes and texts replaced."""
    tokens = _TOKEN.findall(content) or [b""]
    place, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    low, high = sorted((place, other))
    replaced = _ATTRIBUTE.sub(lambda found: found.group(1) + b'"' + nasty(chance) + b'"', tokens[place])
    depth = chance.choice((2, 30, 500))
    ways: tuple[Callable[[], list[bytes]], ...] = (
        lambda: [*tokens[:place], *tokens[place + 1 :]],
        lambda: [*tokens[:low], *tokens[high:]] if high - low < 30 else tokens[:place],
        lambda: [*tokens[:low], *tokens[low : low + 20] * chance.choice((2, 30)), *tokens[low:]],
        lambda: [*tokens[:place], tokens[other], *tokens[place + 1 :]],
        lambda: [*tokens[:place], replaced, *tokens[place + 1 :]],
        lambda: [*tokens[:place], nasty(chance), *tokens[place:]],
        lambda: [*tokens[:place], tokens[place] * depth, *tokens[place + 1 :]],
        lambda: [_element_doubled(content, chance, depth)],
    )
    return b"".join(chance.choice(ways)())


def elements(content: bytes, chance: Random) -> bytes:
    """XML that is still well-formed: elements taken out, doubled, moved, nested, renamed, texts replaced."""
    from lxml import etree

    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return markup(content, chance)
    found = list(tree.iter("*"))
    one, other = chance.choice(found), chance.choice(found)
    with suppress(ValueError, TypeError):  # what XML cannot hold, and moves into oneself
        _element_changed(one, other, chance)
    made: bytes = etree.tostring(tree, xml_declaration=chance.random() < 0.5, encoding="UTF-8")
    return made


def _element_changed(one: "_Element", other: "_Element", chance: Random) -> None:
    around = one.getparent()
    what = chance.randrange(8)
    if what == 0 and around is not None:
        around.remove(one)
    elif what == 1 and around is not None:
        for _ in range(chance.choice((1, 30))):
            around.insert(around.index(one), deepcopy(one))
    elif what == 2:
        one.append(deepcopy(other))
    elif what == 3:
        one.tag = other.tag
    elif what == 4 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(NASTY))
    elif what == 5 and other.attrib:
        name = chance.choice(list(other.attrib))
        one.set(name, other.get(name) if chance.random() < 0.5 else str(chance.choice(NUMBERS)))
    elif what == 6:
        one.tail = chance.choice(NASTY)
    else:
        one.text = chance.choice(NASTY)


def _element_doubled(content: bytes, chance: Random, times: int) -> bytes:
    found = _pick(_CLOSED, content, chance)
    if found is None:
        return any_bytes(content, chance)
    return content[: found.start()] + found.group() * times + content[found.end() :]


def encoding(content: bytes, chance: Random) -> bytes:
    """The text in another encoding, with or without a mark."""
    text = content.decode("utf-8", "replace")
    name = chance.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7", "gb18030", "utf-8-sig")
    )
    return text.encode(name, "replace")


def values(content: bytes, chance: Random) -> bytes:
    """JSON with one of its values or keys replaced; changed as bytes where it is none any more."""
    try:
        tree = json.loads(content)
    except (ValueError, RecursionError):
        return any_bytes(content, chance)
    return json.dumps(_value_replaced(tree, chance)).encode()


def _value_replaced(tree: Any, chance: Random) -> Any:  # noqa: ANN401
    if isinstance(tree, dict) and tree and chance.random() < 0.85:
        key = chance.choice(list(tree))
        if chance.random() < 0.1:
            return {**tree, chance.choice(NASTY): tree[key]}
        return {**tree, key: _value_replaced(tree[key], chance)}
    if isinstance(tree, list) and tree and chance.random() < 0.85:
        place = chance.randrange(len(tree))
        return [*tree[:place], _value_replaced(tree[place], chance), *tree[place + 1 :]]
    return chance.choice((
        None, True, 1.5, chance.choice(NUMBERS), chance.choice(NASTY), [], {}, [tree], [tree] * 50,
        float("inf"), {"a": tree}, str(tree), [[[]]], [None], {"": None},
    ))  # fmt: skip


def _length(chance: Random) -> int:
    return 1 + int(chance.expovariate(1 / chance.choice((2, 20, 500))))


def _pick(pattern: re.Pattern[bytes], content: bytes, chance: Random) -> re.Match[bytes] | None:
    """A match after a place taken by chance, else the first one."""
    start = chance.randrange(len(content) + 1)
    return pattern.search(content, start) or pattern.search(content)


def spliced(others: Sequence[bytes]) -> Change:
    """The beginning of the content with the end of another file."""

    def change(content: bytes, chance: Random) -> bytes:
        other = chance.choice(others)
        return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]

    return change
