"""Forty things of many kinds, as a person drops them at once: honest, broken, lying."""

import json
import shutil
import zipfile
from email.message import EmailMessage
from pathlib import Path

from tests.intake.short_articles import short_article

SAVED = Path(__file__).parent.parent / "data" / "reading"
_REAL = (
    "chromium-page.mhtml", "single-file.html", "outlook.msg", "outlook-page.msg",
    "decision.pdf", "decision.docx", "decision.odt", "decision.rtf", "print-chromium.pdf",
    "screenshot.png", "encrypted.docx", "old-word.doc",
)  # fmt: skip


def page(respondent: str, padding: str = "") -> str:
    """A saved page around one sentence."""
    return (
        f"<!doctype html><html lang='en'><head><title>{respondent} fined</title>{padding}</head>"
        "<body><article>"
        f"<h1>{respondent} fined</h1><p>{short_article(respondent)}</p><p>{respondent} will appeal.</p>"
        "</article></body></html>"
    )


def mail(subject: str, **attachments: bytes) -> bytes:
    """A mail as Python's library writes it; names of attachments have an underscore for the full stop."""
    message = EmailMessage()
    message["From"], message["To"] = "Press office <press@authority.example>", "desk@paper.example"
    message["Subject"], message["Date"] = subject, "Mon, 03 Mar 2025 10:00:00 +0100"
    message.set_content(f"{short_article(subject)}\nKind regards")
    for name, content in attachments.items():
        file_name = name.replace("_", ".")
        message.add_attachment(content, "application", "octet-stream", filename=file_name)
    return message.as_bytes()


def forty(folder: Path) -> list[Path]:
    """Makes forty items in the folder, one of them a folder, and gives back their paths in order."""
    folder.mkdir()
    for name in _REAL:
        shutil.copy(SAVED / name, folder / name)
    for number, name in enumerate(("Alder", "Birch", "Cedar", "Daphne")):
        (folder / f"page-{number}.html").write_text(page(name), "utf-8")
    (folder / "heavy.html").write_text(page("Elm", f"<script>{'var x = 1;' * 300_000}</script>"), "utf-8")
    (folder / "utf16.txt").write_text(short_article("Fig"), "utf-16")
    (folder / "latin.txt").write_bytes(
        "Die Datenschutzbehörde verhängte gegen Gärtner 2,5 Millionen Euro.".encode("cp1252")
    )
    (folder / "notes.md").write_text(f"# Hazel\n\n{short_article('Hazel')}", "utf-8")
    (folder / "fine.eml").write_bytes(mail("Ivy", letter_txt=short_article("Jasmine").encode()))
    (folder / "with-pdf.eml").write_bytes(mail("Kapok", copy_pdf=(SAVED / "decision.pdf").read_bytes()))
    with zipfile.ZipFile(folder / "pages.zip", "w") as archive:
        archive.writestr("one.txt", short_article("Larch"))
        archive.writestr("inner/two.html", page("Maple"))
    (folder / "link.url").write_text("[InternetShortcut]\r\nURL=https://courier.example/a\r\n", "utf-8")
    (folder / "link.desktop").write_text(
        "[Desktop Entry]\nType=Link\nName=B\nURL=https://courier.example/b\n", "utf-8"
    )
    (folder / "link.webloc").write_text(
        '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key>'
        "<string>https://courier.example/c</string></dict></plist>",
        "utf-8",
    )
    (folder / "refs.ris").write_text(
        "TY  - NEWS\nTI  - Oak fined\nAU  - Doe, Jane\nPY  - 2025/03/03\nER  - \n", "utf-8"
    )
    (folder / "refs.bib").write_text(
        "@article{pine, title={Pine fined}, author={Doe, Jane}, year={2025}}", "utf-8"
    )
    (folder / "refs.json").write_text(
        json.dumps([{"type": "article-newspaper", "id": "q", "title": "Quince fined"}]), "utf-8"
    )
    (folder / "lying.txt").write_bytes((SAVED / "decision.pdf").read_bytes() + b"\n")
    (folder / "lying.pdf").write_text(page("Rowan"), "utf-8")
    (folder / "empty.html").write_bytes(b"")
    (folder / "cut.docx").write_bytes((SAVED / "decision.docx").read_bytes()[:4000])
    (folder / "program.exe").write_bytes(b"MZ\x90\x00" + bytes(2000))
    (folder / "song.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(2000))
    (folder / "twin.txt").write_text(f"# Hazel\n\n{short_article('Hazel')}", "utf-8")
    (folder / "long.txt").write_text(short_article("S" + "o" * 200), "utf-8")
    (folder / "list.csv").write_text(
        "Country;Date;Fine;Controller;Article\nNL;2025-03-03;2500000;Vine BV;Art. 32 GDPR\n"
        "FR;2025-04-01;900000;Walnut SA;Art. 5 GDPR\nDE;2025-05-02;10000;Yew GmbH;Art. 6 GDPR\n",
        "utf-8",
    )
    (folder / "strict.xhtml").write_text(
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">{page("Zelkova").split(">", 2)[2]}',
        "utf-8",
    )
    (folder / "more").mkdir()
    for name in ("Teak", "Upas"):
        (folder / "more" / f"{name}.txt").write_text(short_article(name), "utf-8")
    return sorted(folder.iterdir())
