"""Kinds of files are told in words, in every language of the window."""

import pytest

from casefile.reading.model import MediaType
from tests.screens.tour import speaking
from ui.file_kinds import file_kind


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_kind_that_is_read_has_words(language: str) -> None:
    with speaking(language):
        words = [file_kind(str(kind)) for kind in MediaType]
    assert not [word for word in words if "/" in word]
    assert len(set(words)) == len(words)


def test_another_kind_is_told_as_the_store_has_it() -> None:
    assert file_kind("application/x-other") == "application/x-other"
