"""Real mails and archives through real workers: every file in them is a source or one honest line."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select

from casefile.intake import import_files
from casefile.intake.workers import ReaderPool
from casefile.store.check import check
from casefile.store.rows import ReceiptRow
from casefile.store.schema.evidence import Source
from casefile.store.store import Store
from casefile.terms import Outcome
from tests.conftest import ARTICLE
from tests.intake.short_articles import short_article
from tests.reading.zip_quine import zip_quine


def imported(store: Store, path: Path, content: bytes, readers: ReaderPool) -> list[ReceiptRow]:
    path.write_bytes(content)
    lines = import_files(store, [path], "ann", readers=readers)
    with store.read() as reader:
        assert check(reader) == []
    return lines


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def outlines(lines: list[ReceiptRow]) -> list[tuple[str, str]]:
    return [(line.outcome.value, line.name) for line in lines]


def test_the_attachments_of_a_mail_are_linked_to_it(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@b.example", "The fine", "Mon, 03 Mar 2025 10:00:00 +0100"
    mail.set_content("The regulator fined Acme Corp 2 million euros today. See the article.")
    mail.add_attachment(ARTICLE.encode(), "text", "plain", filename="acme.txt")
    mail.add_attachment(zipped(**{"b.txt": short_article("Bolt").encode()}), "application", "zip",
                        filename="more.zip")  # fmt: skip
    lines = imported(store, tmp_path / "fine.eml", mail.as_bytes(), readers)
    assert outlines(lines) == [
        ("stored", "fine.eml"),
        ("stored", "fine.eml › acme.txt"),
        ("skipped", "fine.eml › more.zip"),
        ("stored", "fine.eml › more.zip › b.txt"),
    ]
    with store.read() as reader:
        parts = reader.execute(select(Source.file_name, Source.part_of_id).order_by(Source.id)).all()
    assert [tuple(part) for part in parts] == [("fine.eml", None), ("acme.txt", 1), ("b.txt", 1)]


@pytest.mark.parametrize("levels", [5, 7])
def test_archives_within_archives_end_at_the_fifth(
    store: Store, tmp_path: Path, readers: ReaderPool, levels: int
) -> None:
    content = ARTICLE.encode()
    for level in range(levels, 0, -1):
        name = "core.txt" if level == levels else f"{level}.zip"
        content = zipped(**{name: content})
    lines = imported(store, tmp_path / "0.zip", content, readers)
    assert any(line.outcome is Outcome.STORED for line in lines) is (levels == 5)
    assert ("more than 5 files deep" in lines[-1].message) is (levels == 7)
    assert len(lines) <= 7


def test_an_archive_that_holds_itself_ends(store: Store, tmp_path: Path, readers: ReaderPool) -> None:
    lines = imported(store, tmp_path / "quine.zip", zip_quine(), readers)
    assert {line.outcome for line in lines} == {Outcome.SKIPPED}
    assert len(lines) == 7
