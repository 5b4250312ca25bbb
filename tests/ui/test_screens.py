"""Every view can be rendered: what ``make screens`` paints."""

from pathlib import Path

import pytest

from tests.screens import render
from tests.screens.stores import STORES
from tests.screens.tour import SIGHTS, staged
from ui.views import VIEWS

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "SIZES", ((800, 600),))


def test_the_tour_comes_to_every_view() -> None:
    assert {sight.view.name for sight in SIGHTS} == {view.name for view in VIEWS}
    assert len({sight.name for sight in SIGHTS}) == len(SIGHTS)


def test_every_view_of_an_empty_store_is_painted(tmp_path: Path) -> None:
    STORES["empty"](tmp_path / "a.casefile")
    with staged(tmp_path / "a.casefile") as stage:
        render.render(stage, tmp_path / "screens")
    pictures = {path.name for path in (tmp_path / "screens").iterdir()}
    assert {f"{sight.name}-800x600.png" for sight in SIGHTS if not sight.in_case} <= pictures


def test_long_names_are_painted(tmp_path: Path) -> None:
    STORES["long"](tmp_path / "a.casefile")
    with staged(tmp_path / "a.casefile") as stage:
        render.render(stage, tmp_path / "screens", only="quotes")
    pictures = {path.name for path in (tmp_path / "screens").iterdir()}
    assert pictures == {"quotes-800x600.png", "quotes-wall-800x600.png"}


def test_long_names_make_no_view_wider_than_the_window(tmp_path: Path) -> None:
    STORES["long"](tmp_path / "a.casefile")
    with staged(tmp_path / "a.casefile") as stage:
        stage.resize(800, 600)
        wide = [
            sight.name
            for sight in SIGHTS
            if stage.show(sight) and stage.window.minimumSizeHint().width() > 800
        ]
        assert stage.window.width() == 800
    assert wide == []
