"""What a PDF says of itself and what it carries: Info, XMP, attached files. Imports syntax; no ReportLab.

Info and XMP say the same, as PDF/A asks. The claims of conformance stand in the XMP: PDF/A-3a (ISO 19005-3)
and PDF/UA-1 (ISO 14289-1), with the description of the latter's name space that PDF/A asks for.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from xml.sax.saxutils import escape

from casefile.briefs.pdf.syntax import STREAM_END, date, name, reference, stream, text_string

_CREATOR = "Casefile"
_PRODUCER = "Casefile with ReportLab"


@dataclass(frozen=True)
class Metadata:
    """What the file says of itself; printable text, ``created`` in UTC."""

    title: str
    """Not empty: shown in place of the file's name."""
    author: str
    subject: str
    keywords: str
    language: str
    """BCP 47."""
    created: datetime


class Relationship(StrEnum):
    """What an attached file is to the document (ISO 19005-3, annex E)."""

    SOURCE = "Source"
    DATA = "Data"
    ALTERNATIVE = "Alternative"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True)
class Attachment:
    """A file that a brief carries along."""

    name: str
    """A file's name without folders."""
    content: bytes
    media_type: str
    """``application/json``."""
    description: str = ""
    relationship: Relationship = Relationship.DATA


def information(metadata: Metadata) -> str:
    """The Info dictionary."""
    words = {
        "Title": metadata.title, "Author": metadata.author, "Subject": metadata.subject,
        "Keywords": metadata.keywords, "Creator": _CREATOR, "Producer": _PRODUCER,
    }  # fmt: skip
    entries = "".join(f"/{key} {text_string(value)}" for key, value in words.items() if value)
    when = date(metadata.created)
    return f"<<{entries}/CreationDate {when}/ModDate {when}>>"


def embedded_file(attachment: Attachment, changed: datetime) -> bytes:
    """The stream of an attached file."""
    digest = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
    size = len(attachment.content)
    entries = f"/Params<</Size {size}/ModDate {date(changed)}/CheckSum <{digest}>>>"
    return stream(attachment.content, f"/Type/EmbeddedFile/Subtype{name(attachment.media_type)}{entries}")


def file_specification(attachment: Attachment, embedded: int) -> str:
    """What the document says of an attached file whose stream has this number."""
    title = text_string(attachment.name)
    description = text_string(attachment.description or attachment.name)
    held = reference(embedded)
    return (
        f"<</Type/Filespec/F {title}/UF {title}/Desc {description}"
        f"/AFRelationship{name(attachment.relationship)}/EF<</F {held}/UF {held}>>>>"
    )


def xmp(metadata: Metadata) -> bytes:
    """The metadata as XMP, a stream object that may not be compressed."""
    when = f"{metadata.created:%Y-%m-%dT%H:%M:%SZ}"
    properties = [
        _property("dc:format", "application/pdf"),
        _container("dc:title", "Alt", [metadata.title]),
        _container("dc:creator", "Seq", [metadata.author]),
        _container("dc:description", "Alt", [metadata.subject]),
        _container("dc:language", "Bag", [metadata.language]),
        _property("pdf:Keywords", metadata.keywords),
        _property("pdf:Producer", _PRODUCER),
        _property("xmp:CreatorTool", _CREATOR),
        *(_property(f"xmp:{kind}", when) for kind in ("CreateDate", "ModifyDate", "MetadataDate")),
        _property("pdfaid:part", "3"),
        _property("pdfaid:conformance", "A"),
        _property("pdfuaid:part", "1"),
    ]
    content = _PACKET.format(properties="\n".join(filter(None, properties))).encode()
    return b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s%s" % (len(content), content, STREAM_END)


def _property(key: str, value: str) -> str:
    return f"<{key}>{escape(value)}</{key}>" if value else ""


def _container(key: str, kind: str, values: Iterable[str]) -> str:
    mark = ' xml:lang="x-default"' if kind == "Alt" else ""
    entries = "".join(f"<rdf:li{mark}>{escape(value)}</rdf:li>" for value in values if value)
    return f"<{key}><rdf:{kind}>{entries}</rdf:{kind}></{key}>" if entries else ""


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
