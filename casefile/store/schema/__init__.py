"""The schema of the store: typed models, and the triggers and search tables made from them."""

from casefile.store.schema import details, evidence, journal, listing, record, tags
from casefile.store.schema.base import Base

__all__ = ["Base", "details", "evidence", "journal", "listing", "record", "tags"]
