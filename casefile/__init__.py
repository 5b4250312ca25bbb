"""Casefile's core: the record of enforcement actions, its evidence and its briefs. No Qt anywhere in it."""

__version__ = "0.3.0"
