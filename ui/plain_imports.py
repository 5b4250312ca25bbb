"""Spares the reading of sources while modules are imported. Imports nothing of ours.

PySide6 replaces the import of Python itself: it looks in the source of every module that is imported from
then on whether it may want other spellings of Qt's names (``from __feature__ import snake_case``). Nothing
here does, and every source, also of libraries, would be read, searched, and kept line by line for as long
as the program runs: a tenth of its memory, and a seventh of the time until the first list is there.
"""

import builtins


def spare_sources() -> None:
    """Has Python import by itself again; does nothing where PySide6 has not put itself in between.

    Loads PySide6, so that it does not do so later. To be called before what imports it is imported.
    """
    import PySide6.QtCore  # noqa: F401

    own = getattr(builtins, "__orig_import__", None)  # where PySide6 keeps what it replaced
    if own is not None:
        builtins.__import__ = own
