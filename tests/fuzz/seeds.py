"""What the fuzzing of each reader begins with: real files and small made ones of every kind that it reads."""

import io
import plistlib
import zipfile
from email.message import EmailMessage
from pathlib import Path

from tests.fuzz.containers import pdf_inflated, zip_of_members
from tests.fuzz.made_packages import made_docx, made_odt, made_workbook
from tests.reading.made_pdfs import bare_pdf

TESTS = Path(__file__).parent.parent
SAVED = TESTS / "data" / "reading"
_WORDS = (
    "The authority has fined Lumen Café €2.5 million for watching its staff, it said on Monday, 3 March 2025."
    " “Nobody may be watched where they change their clothes,” said Karel de Wit, chair of the authority."
)


def seeds() -> dict[str, list[bytes]]:
    """The files by the module of the reader that they are for; small ones first."""
    page, text, table = _made("page.html"), _made("article.txt"), _made("list.csv").decode()
    return {
        "html": [page, _saved("single-file.html"), (TESTS / "reading" / "pages" / "news.html").read_bytes()],
        "plain": [text, text.decode().encode("utf-16"), *_articles()],
        "pdf": [
            bare_pdf(b"BT /F 10 Tf 60 700 Td (Lumen fined) Tj 0 -14 Td [(two)-300(million)] TJ ET"),
            _saved("decision.pdf"),
            pdf_inflated(_saved("decision.pdf")),
            pdf_inflated(_saved("print-chromium.pdf")),
        ],
        "docx": [made_docx(_WORDS), _saved("decision.docx")],
        "odt": [made_odt(_WORDS), _saved("decision.odt")],
        "rtf": [_made("letter.rtf"), _saved("decision.rtf")],
        "mhtml": [_made("page.mhtml"), _saved("chromium-page.mhtml")],
        "web_archive": [_web_archive(page, form) for form in (plistlib.FMT_XML, plistlib.FMT_BINARY)],
        "mail": [_mail(page, nested=False), _mail(page, nested=True)],
        "compound": [
            *(_saved(f"outlook{kind}.msg") for kind in ("-rtf", "-page", "")),
            _saved("old-word.doc"),
            _saved("encrypted.docx"),
        ],
        "archive": [
            zip_of_members([("a.txt", text), ("b/page.html", page), ("b/page_files/x.css", b"p{}")]),
            zip_of_members(
                [("größe.txt", text), ("inner.zip", zip_of_members([("c.txt", text)])), ("empty", b"")],
                zipfile.ZIP_STORED,
            ),
            zip_of_members([("a.txt", text)], zipfile.ZIP_BZIP2),
        ],
        "ris": [_made("references.ris")],
        "bibtex": [_made("references.bib")],
        "csl": [_made("references.json")],
        "shortcuts": _shortcuts(),
        "image": _pictures(),
        "delimited": [table.encode(), table.replace(";", "\t").encode("utf-16"), table.encode("cp1252")],
        "workbook": [made_workbook(), _saved("list-of-fines.xlsx")],
    }


def _made(name: str) -> bytes:
    return (TESTS / "data" / "seeds" / name).read_bytes()


def _saved(name: str) -> bytes:
    return (SAVED / name).read_bytes()


def _articles() -> list[bytes]:
    found = [path.read_bytes() for path in sorted((TESTS / "data" / "articles" / "texts").glob("*-01.txt"))]
    return [*found, found[0].decode().encode("cp1252", "replace")]


def _mail(page: bytes, *, nested: bool) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Presse Behörde <press@authority.example>", "desk@courier.example"
    message["Subject"], message["Date"] = "Bußgeld gegen Lumen Café", "Mon, 03 Mar 2025 10:00:00 +0100"
    message["List-Id"], message["Message-ID"] = "News <news.authority.example>", "<a@authority.example>"
    message.set_content(f"{_WORDS}\n\n> quoted\n> more\n-- \nPress office\n")
    if nested:
        message.add_alternative(page.decode(), subtype="html")
        message.add_attachment(_made("article.txt"), "text", "plain", filename="größe.txt")
        inner = EmailMessage()
        inner["Subject"], inner["From"] = "Inner", "a@b.example"
        inner.set_content("Inside.")
        message.add_attachment(inner)
        for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
            if part.get_content_maintype() == "multipart":
                part.set_boundary(f"b{number}")
    else:
        message.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed; delsp=yes')
    return message.as_bytes()


def _web_archive(page: bytes, form: plistlib.PlistFormat) -> bytes:
    resource = {
        "WebResourceData": page, "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8", "WebResourceURL": "https://courier.example/fine",
    }  # fmt: skip
    return plistlib.dumps({"WebMainResource": resource, "WebSubresources": [resource]}, fmt=form)


def _shortcuts() -> list[bytes]:
    url = "https://courier.example/2025/fine?a=1&b=2"
    return [
        f"[InternetShortcut]\r\nProp3=19,2\r\nIDList=\r\nURL={url}\r\n".encode(),
        f"[InternetShortcut]\r\nURL={url}\r\n".encode("utf-16"),
        f"[Desktop Entry]\nType=Link\nName=A fine\nName[de]=Ein Bußgeld\nURL={url}\n".encode(),
        plistlib.dumps({"URL": url}),
        f"{url}\n".encode(),
        f"# from the desk\r\n{url}\r\n\r\nhttps://courier.example/b\r\n".encode(),
    ]


def _pictures() -> list[bytes]:
    """One of each format with a head that is read, some with the time when it was taken; a HEIF's head."""
    from PIL import Image

    found = []
    for name in ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP"):
        made = io.BytesIO()
        picture = Image.new("RGB", (16, 9), (200, 30, 30))
        exif = Image.Exif()
        exif.get_ifd(0x8769).update({0x9003: "2024:05:03 10:11:12", 0x9011: "+02:00"})
        picture.save(made, name, **({"exif": exif} if name in ("PNG", "JPEG", "WEBP") else {}))
        found.append(made.getvalue())
    return [*found, b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)]
