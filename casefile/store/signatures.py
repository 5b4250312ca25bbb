"""What tells whether two texts are copies of each other: words, shingles, MinHash. Pure, and cheap to import.

A text is its words, folded, in their order. Five words in a row are a shingle. The signature of a text holds
the smallest hash of its shingles in each of :data:`BINS` bins (one-permutation MinHash with optimal
densification, Shrivastava 2017): the share of bins in which two signatures agree estimates the Jaccard
similarity of their shingles, with a standard deviation of 0.06 at most. The first :data:`BANDS` bins are
looked up in an index. Whoever agrees in some of them is compared word by word: see :func:`compare`.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from casefile.store.folding import fold
from casefile.store.search.scripts import as_grams

SHINGLE = 5
RUN = 8
"""As many words in a row are the same, or it is chance: two stories on one matter share many a phrase."""
BINS = 64
BANDS = 24
LEAST_WORDS = 24
"""Shorter texts are compared as a whole only: too much of them may be a phrase that everybody uses."""
MOST_WORDS = 60_000
"""Of longer texts the beginning stands for the whole when near-duplicates are looked for."""
COPY_SHARE = 0.62
"""As much of the shorter text stands in the longer one, or it is no copy."""
LEAST_OF_LONGER = 0.2
"""As much of the longer text is the shorter one, or it only quotes it."""

_WORD = re.compile(r"\w+")
_MINIMA = struct.Struct(f"<{BINS}I")
_PROBES = 32
"""Bins that an empty one asks for their value; that all of them are empty too happens to tiny texts only."""


@dataclass(frozen=True)
class TextSignature:
    """What a text is found by; equal for texts that differ in case, accents and punctuation only."""

    text_key: str
    """A hash of all its words in order; "" where it has none."""
    shingles: int
    """How many different ones it has, 0 where it is too short to be compared."""
    minima: bytes
    """:data:`BINS` unsigned integers of 32 bits, little-endian; empty without shingles."""

    @property
    def bands(self) -> tuple[int, ...]:
        """What the index is asked for: the first bins with their minima; none without shingles."""
        if not self.minima:
            return ()
        return tuple(place << 32 | value for place, value in enumerate(_unpacked(self.minima)[:BANDS]))


@dataclass(frozen=True)
class Overlap:
    """How much of each of two texts stands in the other, word by word in runs of :data:`RUN` or more."""

    of_first: float
    """0 to 1."""
    of_second: float

    @property
    def share(self) -> float:
        """How much of the one that is rather contained in the other."""
        return max(self.of_first, self.of_second)

    @property
    def is_copy(self) -> bool:
        """Whether they are one text: edited, shortened or lengthened, no more."""
        return self.share >= COPY_SHARE and min(self.of_first, self.of_second) >= LEAST_OF_LONGER


def words_of(text: str) -> list[str]:
    """The words of the text, folded; of scripts without spaces pairs of characters."""
    return _WORD.findall(as_grams(fold(text)))


def sign(text: str) -> TextSignature:
    """The signature of a text; about 0.7 ms for 500 words."""
    words = words_of(text)
    if not words:
        return TextSignature("", 0, b"")
    key = hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    if len(words) < LEAST_WORDS:
        return TextSignature(key, 0, b"")
    hashes = {
        zlib.crc32(" ".join(shingle).encode("utf-8", "surrogatepass")) for shingle in _runs(words, SHINGLE)
    }
    return TextSignature(key, len(hashes), _MINIMA.pack(*_minima(hashes)))


def likeness(one: bytes, other: bytes) -> float:
    """The estimated Jaccard similarity of two texts by their ``minima``, 0 to 1."""
    pairs = zip(_unpacked(one), _unpacked(other), strict=True)
    return sum(a == b for a, b in pairs) / BINS


def containment(similarity: float, one: int, other: int) -> float:
    """How much of the smaller of two sets of these sizes is in the larger, by their Jaccard similarity."""
    return min(1.0, similarity * (one + other) / (1 + similarity) / min(one, other))


def compare(first: Sequence[str], second: Sequence[str]) -> Overlap:
    """How much the words of two texts overlap; nothing where one has fewer than :data:`RUN`."""
    ours, theirs = _runs(first, RUN), _runs(second, RUN)
    common = set(ours).intersection(theirs)
    return Overlap(_covered(ours, common), _covered(theirs, common))


def _runs(words: Sequence[str], length: int) -> list[tuple[str, ...]]:
    words = words[:MOST_WORDS]
    return list(zip(*(words[place:] for place in range(length)), strict=False))


def _covered(runs: Sequence[tuple[str, ...]], common: set[tuple[str, ...]]) -> float:
    """The share of words that stand in some common run."""
    if not runs:
        return 0.0
    covered, end = 0, 0
    for start in compress(range(len(runs)), map(common.__contains__, runs)):
        covered += start + RUN - max(start, end)
        end = start + RUN
    return covered / (len(runs) + RUN - 1)


def _minima(hashes: set[int]) -> list[int]:
    """The smallest hash of each bin; an empty bin takes that of a bin which its number alone determines."""
    smallest = {value % BINS: value for value in sorted(hashes, reverse=True)}
    if len(smallest) < BINS:
        own = smallest.copy()
        for place in range(BINS):
            if place not in own:
                smallest[place] = _borrowed(place, own)
    return [smallest[place] for place in range(BINS)]


def _borrowed(place: int, own: dict[int, int]) -> int:
    for probe in range(_PROBES):
        asked = zlib.crc32(f"{place} {probe}".encode()) % BINS
        if asked in own:
            return own[asked]
    return own[min(own)]


def _unpacked(minima: bytes) -> tuple[int, ...]:
    return _MINIMA.unpack(minima)
