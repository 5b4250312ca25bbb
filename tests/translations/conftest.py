"""The German of this process, for one test."""

from collections.abc import Iterator

import pytest

from casefile.translation import ENGLISH, use_language


@pytest.fixture
def german() -> Iterator[None]:
    """Texts come in German until the test has ended."""
    use_language("de")
    yield
    use_language(ENGLISH)
