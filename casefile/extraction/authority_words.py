"""The words that make the name of an authority, in every language. Imports the lexicons."""

from dataclasses import dataclass
from functools import cache

from casefile.extraction.lexicon import SHARED, lexicon


@dataclass(frozen=True)
class ShapeWords:
    """The lists of ``all/authorities.toml``, where each is told of."""

    heads: frozenset[str]
    weak: frozenset[str]
    ministries: frozenset[str]
    sure: frozenset[str]
    watching: frozenset[str]
    purposed: frozenset[str]
    purposes: frozenset[str]
    collegial: frozenset[str]
    persons: frozenset[str]
    seated: frozenset[str]
    not_seats: frozenset[str]
    prosecutors: frozenset[str]
    suffixes: tuple[str, ...]
    compounds: tuple[str, ...]
    no_compounds: tuple[str, ...]
    ranks: frozenset[str]
    topics: tuple[str, ...]
    opening: frozenset[str]
    linking: frozenset[str]
    joining: frozenset[str]
    not_before: frozenset[str]
    not_behind: frozenset[str]
    parliaments: frozenset[str]
    against: frozenset[str]
    objects: tuple[str, ...]
    acts: frozenset[str]
    auxiliaries: frozenset[str]
    lobbies: frozenset[str]


@cache
def shape_words() -> ShapeWords:
    """The lists, read once."""
    listed = lexicon(SHARED, "authorities").words
    return ShapeWords(
        heads=frozenset(listed("heads")),
        weak=frozenset((*listed("weak_heads"), *listed("ministries"))),
        ministries=frozenset(listed("ministries")),
        sure=frozenset(listed("sure_heads")),
        watching=frozenset(listed("watching_heads")),
        purposed=frozenset(listed("purposed_heads")),
        purposes=frozenset(listed("purposes")),
        collegial=frozenset(listed("collegial_heads")),
        persons=frozenset(listed("personal_heads")),
        seated=frozenset(listed("seated_heads")),
        not_seats=frozenset(listed("not_seats")),
        prosecutors=frozenset(listed("prosecutors")),
        suffixes=listed("suffixes"),
        compounds=listed("compounds"),
        no_compounds=listed("no_compounds"),
        ranks=frozenset(listed("ranks")),
        topics=listed("topics"),
        opening=frozenset(listed("opening")),
        linking=frozenset(listed("linking")),
        joining=frozenset(listed("joining")),
        not_before=frozenset(listed("not_before")),
        not_behind=frozenset(listed("not_behind")),
        parliaments=frozenset(listed("parliaments")),
        against=frozenset(listed("against")),
        objects=listed("objects"),
        acts=frozenset(listed("acts")),
        auxiliaries=frozenset(listed("auxiliaries")),
        lobbies=frozenset(listed("lobbies")),
    )


@cache
def english_heads() -> frozenset[str]:
    """What an English text calls a body."""
    classes = lexicon("en", "authorities").lists("classes")
    return frozenset(word for listed in classes.values() for word in listed)


@cache
def local_heads(language: str) -> frozenset[str]:
    """Bodies of a place that have its name behind them, as the press of the language calls them."""
    return frozenset(word.lower() for word in lexicon(language, "authorities").words("local"))
