"""Search: the query language, the index of words, matching, ranking and snippets.

Imports the schema and the ground; the store itself imports the index only, so nothing here knows it.
"""

from casefile.store.search.matching import (
    matching_action_ids,
    matching_ids,
    matching_quote_ids,
    matching_source_ids,
)
from casefile.store.search.parse import parse
from casefile.store.search.results import Results, add_snippets, search

__all__ = [
    "Results",
    "add_snippets",
    "matching_action_ids",
    "matching_ids",
    "matching_quote_ids",
    "matching_source_ids",
    "parse",
    "search",
]
