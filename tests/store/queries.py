"""Queries as nobody and as everybody types them, for the tests of search."""

from hypothesis import strategies as st

from casefile.store.search.fields import FIELDS

_PIECES = (
    *(f"{name}:" for name in FIELDS),
    *("-", '"', "“", "*", "..", ">", "<=", "€", "10m", "5bn", "2024", "2024-Q2", "OR", " ", ",", "fined"),
    *("数据", "数", "é", "\x00", "\ud800", "AND", "NEAR(", "(", ")", "^", "final", "press", "USD", "0000"),
    *("9999", "99999999999999999999", "1,5", "'", "…", "–", "conflict", "trashed", "unreviewed", "gdpr", "5"),
)


def typed_queries() -> st.SearchStrategy[str]:
    """Any text, and texts put together from what the language knows."""
    pieces = st.sampled_from(_PIECES)
    return st.one_of(
        st.text(),
        st.lists(pieces, max_size=12).map("".join),
        st.lists(pieces, max_size=9).map(" ".join),
    )
