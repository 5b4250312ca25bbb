"""The same work without a screen. Imports the core, never Qt; each command loads what it needs."""

from casefile.cli.main import main

__all__ = ["main"]
