"""Whether a name is a person's or a company's. Imports the evidence and the words around names."""

import re

from casefile.extraction.lexicon import ends_with
from casefile.extraction.name_evidence import INNER_CAPITAL, Sighting
from casefile.extraction.name_words import NameWords
from casefile.extraction.speech_lexicon import shared_names
from casefile.extraction.text import Article

_AGE = re.compile(r"(?:,\s(?:aged\s)?[1-9]\d(?=[,.;)])|,?\s\([1-9]\d\))")
"""How old somebody is: "Tan Wei Ming, 41," "Tan Wei Ming (41)"."""
_BY_ITSELF = frozenset(("form", "known", "company", "public", "inner", "kind"))
"""What makes a given name that stands alone a company's."""


def is_company_like(name: str, words: NameWords) -> bool:
    """Whether a name's own words make it a company's: its form, its last word, a capital inside the first."""
    tokens = name.split()
    parts = shared_names()
    listed = any(token.casefold().strip(".,") in parts.suffixes | parts.organisations for token in tokens[1:])
    ends = tokens[-1] in words.kind_words or tokens[0] in words.heads
    return listed or ends or (INNER_CAPITAL.search(tokens[0]) is not None and not words.is_given(tokens[0]))


def is_person(
    article: Article, name: str, sightings: list[Sighting], texts: frozenset[str], words: NameWords
) -> bool:
    """People have given names, are called by their last word, and titles and roles stand beside them."""
    tokens = name.split()
    if len(tokens) == 1 and words.is_given(name) and not any(each.signs & _BY_ITSELF for each in sightings):
        return True
    told = {"form", "known", "company", "public"}
    if any(each.signs & told for each in sightings) or is_company_like(name, words):
        return False
    large = [token for token in tokens if any(letter.isupper() for letter in token)]
    given = 1 < len(large) <= 4 and words.is_given(tokens[0])
    if 1 < len(large) <= 4 and any(_AGE.match(article.text, each.span.end) for each in sightings):
        return True
    if given or (len(tokens) < 4 and any("role" in each.signs for each in sightings)):
        return True
    plain = len(large) == 2 or any(len(token.rstrip(".")) == 1 for token in tokens)
    if len(large) > 1 and plain and tokens[-1] in texts and tokens[0] not in texts:
        return True
    titled = any(
        ends_with(
            article.text[max(0, each.span.start - 40) : each.span.start].replace("-", " "), words.titles
        )
        for each in sightings
    )
    followed = any(
        article.text[each.span.end : each.span.end + 1] == ","
        and ends_with(
            article.text[each.span.end + 1 : each.span.end + 60].split(".")[0].split(",")[0], words.titles
        )
        for each in sightings
    )
    return len(tokens) in (1, 2, 3) and (titled or (followed and len(tokens) > 1))
