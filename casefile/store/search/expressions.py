"""Words as expressions of the index (SQLite FTS5), in which nothing that was typed is syntax. Pure."""

from collections.abc import Sequence

from casefile.store.search.query import SHORTEST_BEGINNING, Phrase, Word, WordClause
from casefile.store.search.scripts import gram_phrase, is_spaceless


def expression(clauses: Sequence[WordClause], *, grams: bool) -> str:
    """What has to stand in a row, and what may not; "" where nothing is wanted.

    ``grams`` is for an index made by :func:`casefile.store.search.scripts.as_grams`.
    """
    wanted = [_any_of(clause, grams=grams) for clause in clauses if not clause.negated]
    if not wanted:
        return ""
    unwanted = unwanted_expression(clauses, grams=grams)
    both = " AND ".join(f"({part})" for part in wanted)
    return f"({both}) NOT ({unwanted})" if unwanted else both


def unwanted_expression(clauses: Sequence[WordClause], *, grams: bool) -> str:
    """What may not stand in a row; "" where everything may."""
    return " OR ".join(f"({_any_of(clause, grams=grams)})" for clause in clauses if clause.negated)


def value_expression(value: Phrase) -> str:
    """All the words of a field's value by their beginnings, or the phrase; for an index of grams."""
    texts = [value.text] if value.is_quoted else value.text.split()
    words = [
        _term(text, goes_on=not value.is_quoted and len(text) >= SHORTEST_BEGINNING, grams=True)
        for text in (text.rstrip("*") for text in texts)
        if any(char.isalnum() for char in text)
    ]
    return " AND ".join(words)


def is_only_grams(clauses: Sequence[WordClause]) -> bool:
    """Whether something is wanted that an index of whole words cannot hold."""
    return any(
        not clause.negated and all(is_spaceless(word.text) for word in clause.any_of) for clause in clauses
    )


def _any_of(clause: WordClause, *, grams: bool) -> str:
    return " OR ".join(_word(word, grams=grams) for word in clause.any_of)


def _word(word: Word, *, grams: bool) -> str:
    """A word that may go on counts more where it stands as it was typed."""
    begins = _term(word.text, goes_on=word.is_prefix, grams=grams)
    if not word.is_prefix or word.is_phrase:
        return begins
    return f"({_term(word.text, goes_on=False, grams=grams)} OR {begins})"


def _term(text: str, *, goes_on: bool, grams: bool) -> str:
    if grams and is_spaceless(text):
        text, single = gram_phrase(text)
        goes_on = goes_on or single
    quoted = text.replace('"', " ").replace("\0", " ")
    return f'"{quoted}"{"*" if goes_on else ""}'
