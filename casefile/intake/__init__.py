"""One batch: read, deduplicate, propose, keep; the receipt. Imports ground, store, reading, extraction.

A worker process imports this package and must not load the store with it, so what is named here is loaded
when it is asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casefile.intake.batch import PastedText, accept_unreviewed, import_files, import_texts, resume_import

__all__ = ["PastedText", "accept_unreviewed", "import_files", "import_texts", "resume_import"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from casefile.intake import batch

    return getattr(batch, name)
