"""What one file may take of a reader's time, memory and output. Imports nothing of ours."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The bounds of reading one file; what goes beyond them is a line on the receipt."""

    wall_s: float = 30.0
    """By the clock, from the moment that a warm worker has the file."""
    cpu_s: int = 30
    """Of computing, whole seconds; Linux and macOS."""
    memory_bytes: int = 1024 * MEGABYTE
    """On top of what a worker takes before the first file; Linux."""
    text_bytes: int = 20 * MEGABYTE
    """Of the text made of it, as UTF-8."""
    part_bytes: int = 256 * MEGABYTE
    """Of all files directly within it."""
    parts: int = 2000
    """Files within it, those within them counted too."""
    depth: int = 5
    """How deep a file may lie within others: 1 for the attachment of a mail."""


LIMITS = Limits()
