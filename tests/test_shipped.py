from pathlib import Path

import pytest

from casefile import __version__
from casefile.paths import resource
from casefile.shipped import ShippedPart, licence_text, shipped_parts, version_of

RESOURCES = Path(str(resource("shipped.json"))).parent


def test_the_program_comes_first_with_its_version_and_licence() -> None:
    first = shipped_parts()[0]
    assert (first.name, version_of(first)) == ("Casefile", __version__)
    assert "MIT" in licence_text(first)


@pytest.mark.parametrize("part", shipped_parts(), ids=lambda part: part.name)
def test_each_part_names_owner_and_licence_and_has_its_words(part: ShippedPart) -> None:
    assert part.owner
    assert part.licence
    assert part.used_for
    assert licence_text(part) or (part.note and part.address)


def test_no_licence_among_the_resources_is_forgotten() -> None:
    kept = {
        path.relative_to(RESOURCES).as_posix()
        for path in RESOURCES.rglob("*")
        if path.name in ("OFL.txt", "LICENSE")
    }
    assert kept == {part.text for part in shipped_parts() if part.text}


def test_a_package_that_is_not_there_has_no_version() -> None:
    part = ShippedPart("X", "", "", "", package="no-such-package-of-ours")
    assert version_of(part) == licence_text(part) == ""
