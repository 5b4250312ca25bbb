"""Word and OpenDocument files made for the tests from pieces of XML."""

import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"


def zip_of(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file with these members in this order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx_of(body: str, prologue: str = "", **parts: str) -> bytes:
    """A Word document with this XML in its body; ``parts`` are others of its folder, without suffix."""
    document = f'{prologue}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{name}.xml": _rooted(content) for name, content in parts.items()}
    return zip_of(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document, **others}
    )


def _rooted(content: str) -> str:
    return content.replace(">", f' xmlns:w="{_W}">', 1)


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of one run; ``properties`` are XML of the run's."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def odt_of(body: str, prologue: str = "", styles: str = "") -> bytes:
    """An OpenDocument text with this XML in its body and these automatic styles."""
    spaces = " ".join(
        f'xmlns:{name}="{_OPEN_DOCUMENT}:{name}:1.0"' for name in ("office", "text", "table", "style", "draw")
    )
    content = (
        f"{prologue}<office:document-content {spaces}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zip_of(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, zipfile.ZIP_STORED
    )
