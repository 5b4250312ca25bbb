"""What a drop stands for: folders are walked within bounds, and what is passed over is said."""

import os
import sys
from pathlib import Path

import pytest

from casefile.errors import CancelledError
from casefile.intake import walking
from casefile.intake.walking import Found, walk
from casefile.reading import file_content
from casefile.reading.errors import UnreadableFileError


def files(found: list[Found]) -> list[str]:
    return [one.name for one in found if not one.why]


def passed_over(found: list[Found]) -> dict[str, str]:
    return {one.name: one.why for one in found if one.why}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "drop"
    for name in ("b.html", "a/2.html", "a/1.html"):
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return made


def test_a_folder_is_walked_by_name(folder: Path) -> None:
    assert files(walk([folder])) == ["drop/a/1.html", "drop/a/2.html", "drop/b.html"]


def test_files_come_in_the_order_of_the_drop(folder: Path) -> None:
    assert files(walk([folder / "b.html", folder / "a"])) == ["b.html", "a/1.html", "a/2.html"]


def test_what_is_gone_is_left_to_the_reader(tmp_path: Path) -> None:
    assert walk([tmp_path / "gone.html"]) == [Found(tmp_path / "gone.html", "gone.html")]


def test_hidden_files_are_passed_over_with_a_word_and_read_when_dropped_themselves(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("x", "utf-8")
    (folder / ".hidden.html").write_text("x", "utf-8")
    (folder / "Thumbs.db").write_text("x", "utf-8")
    found = passed_over(walk([folder]))
    assert list(found) == ["drop/.git", "drop/.hidden.html", "drop/Thumbs.db"]
    assert all("hidden" in why for why in found.values())
    assert files(walk([folder / ".hidden.html"])) == [".hidden.html"]


def test_links_are_followed_within_the_folder_only(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x", "utf-8")
    (folder / "in.html").symlink_to(folder / "b.html")
    (folder / "out.txt").symlink_to(secret)
    (folder / "round").symlink_to(folder)
    (folder / "up").symlink_to(tmp_path)
    found = walk([folder])
    assert "drop/in.html" in files(found)
    assert {name: why[:45] for name, why in passed_over(found).items()} == {
        "drop/out.txt": "It is a link that leads out of the folder, so",
        "drop/round": "It is a link to another folder of the same im",
        "drop/up": "It is a link that leads out of the folder, so",
    }
    assert files(walk([folder / "out.txt"])) == ["out.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a name in a folder")
def test_what_is_no_ordinary_file_is_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "to-pipe").symlink_to("pipe")
    found = walk([folder, folder / "pipe"])
    assert list(passed_over(found)) == ["drop/pipe", "drop/to-pipe", "pipe"]
    with pytest.raises(UnreadableFileError, match="no ordinary file"):
        file_content(folder / "pipe")


def test_a_link_to_itself_or_to_nothing_costs_no_other_file(folder: Path) -> None:
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "nowhere.txt").symlink_to("gone.txt")
    found = walk([folder])
    assert files(found) == sorted([*files(found)])
    assert {"drop/b.html", "drop/nowhere.txt"} <= set(files(found))
    (failed,) = (one for one in found if one.failed)
    assert failed.name == "drop/round.txt"
    assert "could not be looked at" in failed.why
    with pytest.raises(UnreadableFileError):
        file_content(folder / "nowhere.txt")


def test_a_name_that_the_system_refuses_is_left_to_the_reader(tmp_path: Path) -> None:
    (found,) = walk([tmp_path / ("x" * 300)])
    assert not found.why
    with pytest.raises(UnreadableFileError, match="too long"):
        file_content(found.path)


def test_a_file_that_goes_while_the_folder_is_walked_is_a_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(entry: "os.DirEntry[str]") -> bool:
        if entry.name == "b.html":
            raise FileNotFoundError(2, "No such file or directory")
        return False

    monkeypatch.setattr(walking, "_is_hidden", gone)
    assert [one.name for one in walk([folder]) if one.failed] == ["drop/b.html"]


def test_the_folder_of_a_saved_page_belongs_to_it(folder: Path) -> None:
    for name in ("b_files", "other_files"):
        (folder / name).mkdir()
        (folder / name / "ad.js").write_text("x", "utf-8")
    found = walk([folder])
    assert list(passed_over(found)) == ["drop/b_files"]
    assert "drop/other_files/ad.js" in files(found)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to this person")
def test_a_folder_that_may_not_be_read_is_one_line(folder: Path) -> None:
    (folder / "a").chmod(0)
    (line,) = (one for one in walk([folder]) if one.why)
    (folder / "a").chmod(0o700)
    assert line.failed
    assert "could not be opened" in line.why


def test_there_is_an_end_to_files_and_to_levels(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "MOST_LEVELS", 1)
    assert "folders deep" in passed_over(walk([folder]))["drop/a"]
    monkeypatch.setattr(walking, "MOST_LEVELS", 40)
    monkeypatch.setattr(walking, "MOST_FILES", 2)
    found = walk([folder])
    assert files(found) == ["drop/a/1.html", "drop/a/2.html"]
    assert found[-1].failed


def test_a_walk_can_be_stopped(folder: Path) -> None:
    def stop() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        walk([folder], stop)
