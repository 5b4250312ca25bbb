"""One batch: read, deduplicate, propose, keep; the receipt. Imports ground, store, reading, extraction."""

from casefile.intake.batch import accept_unreviewed, import_files, import_text

__all__ = ["accept_unreviewed", "import_files", "import_text"]
