"""The schema of the store: typed models, and the triggers and search tables made from them."""

from casefile.store.schema import evidence, journal, record
from casefile.store.schema.base import Base

__all__ = ["Base", "evidence", "journal", "record"]
