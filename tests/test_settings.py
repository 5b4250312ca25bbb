from pathlib import Path

import pytest

from casefile.settings import Settings, SettingsError, load_settings, save_settings, shown_options


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(
        person="Åsa",
        page_size="letter",
        theme="dark",
        last_store="/a/b.casefile",
        recent=("/a", "/b"),
        text_size=125,
        shows_side_bar=False,
        recent_commands=("undo",),
        layouts={"Actions": "Respondent=0|-Measure=13"},
        places={"/a": "view=actions"},
    )
    save_settings(settings, path)
    assert load_settings(path) == settings
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "content", [None, "", "no json", "[1]", '{"person": 3, "unknown": "x"}', '{"recent": "x"}', "\x00\xff"]
)
def test_what_cannot_be_understood_counts_as_none(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "settings.json"
    if content is not None:
        path.write_text(content, encoding="latin-1")
    assert load_settings(path) == Settings()


def test_each_option_is_judged_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        '{"theme": "dark", "text_size": true, "shows_side_bar": 1, "recent": ["/a", 2],'
        ' "layouts": {"a": "b", "c": 1}, "places": ["x"]}',
        encoding="utf-8",
    )
    assert load_settings(path) == Settings(theme="dark", recent=("/a",), layouts={"a": "b"})


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="could not be saved"):
        save_settings(Settings(), tmp_path / "missing" / "settings.json")


def test_the_default_of_every_option_with_choices_is_one_of_them() -> None:
    for name, shown in shown_options().items():
        assert shown.title
        assert shown.about
        assert not shown.choices or getattr(Settings(), name) in [value for value, _ in shown.choices]
