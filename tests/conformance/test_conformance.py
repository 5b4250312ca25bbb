"""Briefs are PDF/UA-1 and PDF/A-3a, and the checkers that say so would say otherwise."""

import shutil

import pytest

pytest.importorskip("outloud", reason="make check installs requirements-conformance.txt")
if not shutil.which("qpdf"):
    pytest.skip("qpdf is not installed", allow_module_level=True)

from tests.briefs.conftest import make_brief
from tests.conformance.checkers import complaints
from tests.conformance.conftest import Written
from tests.conformance.made import rendered, with_figure
from tests.conformance.spoiled import BYTE_DEFECTS, DEFECTS, spoil, spoil_bytes

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
NOTHING: dict[str, list[str]] = {"page-validation": [], "outloud": [], "qpdf": []}


def test_no_checker_finds_anything_in_a_brief(written: Written) -> None:
    assert complaints(written.content) == NOTHING


def test_no_checker_finds_anything_in_a_figure() -> None:
    assert complaints(with_figure()) == NOTHING


@pytest.fixture(scope="module")
def sample() -> bytes:
    return rendered(make_brief())


def test_saving_again_spoils_nothing(sample: bytes) -> None:
    assert complaints(spoil(sample, "")) == NOTHING


@pytest.mark.parametrize("defect", [name for name in DEFECTS if name])
def test_a_defect_is_found(defect: str, sample: bytes) -> None:
    found = complaints(spoil(with_figure() if "figure" in defect else sample, defect))
    assert found["page-validation"] or found["outloud"], defect


@pytest.mark.parametrize("defect", BYTE_DEFECTS)
def test_a_defect_of_the_notation_is_found(defect: str, sample: bytes) -> None:
    assert any(complaints(spoil_bytes(sample, defect)).values()), defect
