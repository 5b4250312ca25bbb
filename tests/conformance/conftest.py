"""Each brief that is judged, written once for all tests that look at it."""

from dataclasses import dataclass

import pytest

from casefile.briefs.model import Brief
from tests.conformance.made import briefs, rendered

BRIEFS = briefs()


@dataclass(frozen=True)
class Written:
    """A brief and its PDF."""

    brief: Brief
    content: bytes


# One for the session: pytest then runs what looks at one brief in turn, and holds one PDF at a time.
@pytest.fixture(scope="session", params=BRIEFS)
def written(request: pytest.FixtureRequest) -> Written:
    """One of :func:`tests.conformance.made.briefs`, as it is exported."""
    brief = BRIEFS[request.param]
    return Written(brief, rendered(brief))
