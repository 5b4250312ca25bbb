"""Names that run from right to left, fenced off within a sentence of the brief's own (UAX 9). Pure.

A fence is a pair of signs that are never printed: an isolate whose direction its own first letter gives. What
stands in it moves nothing beside it: ``שלום: fine of €5,000`` stays a sentence from left to right.
"""

import re

OPEN, CLOSE = "\u2068", "\u2069"
FENCED = re.compile(f"{OPEN}([^\u2066-\u2069]*){CLOSE}")
"""What stands in a fence that has no other in it."""
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def isolated(text: str) -> str:
    """The text fenced off where it may run from right to left, so that it moves nothing beside it.

    What would steer the order from within, or end the fence, is taken out.
    """
    return f"{OPEN}{_STEERING.sub('', text)}{CLOSE}" if _FROM_RIGHT.search(text) else text


def side_by_side(*parts: str) -> tuple[str, ...]:
    """The parts of one line, each fenced off where some run from right to left and others do not."""
    if all(_FROM_RIGHT.search(part) for part in parts if part):
        return parts
    return tuple(map(isolated, parts))


def unfenced(text: str) -> str:
    """The text without fences: as it is copied from a page."""
    return text.replace(OPEN, "").replace(CLOSE, "")
