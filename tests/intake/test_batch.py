"""A batch: each file is one line on the receipt, whatever it is."""

from pathlib import Path
from threading import Event

from casefile.intake import accept_unreviewed, import_files, import_text
from casefile.progress import Progress, Task
from casefile.store import lists, queries
from casefile.store.store import Store


def outcomes(store: Store, *paths: Path) -> list[str]:
    return [line.outcome for line in import_files(store, paths, "ann")]


def test_an_article_becomes_a_source_with_proposals(store: Store, article: Path) -> None:
    (line,) = import_files(store, [article], "ann")
    assert line.outcome == "stored"
    assert line.source_id is not None
    with store.read() as reader:
        record = queries.source_record(reader, line.source_id)
        found = queries.proposals(reader, line.source_id)
    assert record.row.title == "Regulator fines Acme Corp €2.5 million over leaked files"
    assert record.text == article.read_text("utf-8")
    assert record.byte_size == article.stat().st_size
    assert {row.kind.value for row in found} >= {"action", "quote", "event"}


def test_the_same_bytes_are_kept_once(store: Store, article: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    assert outcomes(store, article, copy) == ["stored", "duplicate"]


def test_bad_files_are_lines_and_the_good_one_is_kept(store: Store, article: Path, tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.html", tmp_path / "tool.exe"
    empty.write_bytes(b"")
    binary.write_bytes(b"MZ" + bytes(range(256)) * 40)
    lines = import_files(store, [empty, binary, tmp_path / "gone.txt", article], "ann")
    assert [line.outcome for line in lines] == ["failed", "failed", "failed", "stored"]
    assert "empty" in lines[0].message
    assert all(line.message for line in lines[:3])
    with store.read() as reader:
        assert lists.counts(reader).sources == 1


def test_a_folder_stands_for_its_files(store: Store, article: Path) -> None:
    folder = article.parent / "saved"
    folder.mkdir()
    article.rename(folder / "a.txt")
    assert outcomes(store, folder) == ["stored"]


def test_undoing_an_import_removes_exactly_what_it_brought(store: Store, article: Path) -> None:
    import_files(store, [article], "ann")
    assert store.undo("ann") == "Import acme.txt"
    with store.read() as reader:
        assert lists.counts(reader).sources == 0
        assert lists.inbox_ids(reader) == []
    assert outcomes(store, article) == ["stored"]


def test_stopping_keeps_what_was_finished(store: Store, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(article.read_text("utf-8").replace("Acme", "Bolt"), "utf-8")
    stop = Event()

    def stop_at_the_second(progress: Progress) -> None:
        if progress.done == 0:
            stop.set()

    lines = import_files(store, [article, other], "ann", Task(stop_at_the_second, stop))
    assert [line.outcome for line in lines] == ["stored", "failed"]
    assert "Stopped" in lines[1].message


def test_pasted_text_is_a_source(store: Store, article: Path) -> None:
    assert import_text(store, article.read_bytes(), "Pasted text", "ann").outcome == "stored"


def test_pasted_text_has_the_address_that_came_with_it(store: Store, article: Path) -> None:
    line = import_text(store, article.read_bytes(), "Pasted text", "ann", url="https://courier.example/a")
    assert line.source_id is not None
    with store.read() as reader:
        record = queries.source_record(reader, line.source_id)
    assert (record.url, record.row.outlet) == ("https://courier.example/a", "Example News")


def test_a_site_alone_is_no_pages_address(store: Store) -> None:
    words = b"The regulator fined Lumen 2.4 million euros on Monday, it said."
    line = import_text(store, words, "Pasted text", "ann", url="http://courier.example/")
    with store.read() as reader:
        record = queries.source_record(reader, line.source_id or 0)
    assert (record.url, record.row.outlet) == ("", "courier.example")


def test_a_link_is_a_source_without_text(store: Store) -> None:
    line = import_text(store, b"https://courier.example/a", "Pasted text", "ann")
    assert (line.outcome, "Nothing was fetched" in line.message) == ("stored", True)
    with store.read() as reader:
        record = queries.source_record(reader, line.source_id or 0)
    assert (record.text, record.url) == ("", "https://courier.example/a")


def test_accepting_unreviewed_fills_the_record(store: Store, article: Path) -> None:
    (line,) = import_files(store, [article], "ann")
    assert line.source_id is not None
    assert accept_unreviewed(store, line.source_id, "ann") > 2
    with store.read() as reader:
        (row,) = queries.action_rows(reader, lists.action_ids(reader))
    assert str(row.amount) == "€2,500,000"
    assert row.unreviewed


def test_a_page_of_50_megabytes_is_read_or_refused_with_a_word(store: Store, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>The regulator fined Acme Corp €2.5 million in part {n}.</p>" for n in range(6))
    script = "<script>" + "var a = '<p>no</p>';" * 2_600_000 + "</script>"
    page, links = tmp_path / "scripts.html", tmp_path / "links.html"
    page.write_text(f"<html><body><article>{paragraphs}</article>{script}</body></html>", "utf-8")
    links.write_text("<html><body>" + "<a href='x'>y</a>" * 3_000_000 + "</body></html>", "utf-8")
    assert min(page.stat().st_size, links.stat().st_size) > 50_000_000
    kept, refused = import_files(store, [page, links], "ann")
    assert (kept.outcome, refused.outcome) == ("stored", "failed")
    assert "“links.html”" in refused.message
    with store.read() as reader:
        assert "var a" not in queries.source_record(reader, 1).text
