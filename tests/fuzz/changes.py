"""How the files of each reader are changed: their bytes, and what the format is made of."""

from collections.abc import Sequence
from random import Random

from tests.fuzz.containers import compound, property_list, zipped
from tests.fuzz.mutations import (
    Change,
    any_bytes,
    elements,
    encoding,
    in_turn,
    inside_first,
    integers,
    lines,
    markup,
    numbers,
    spliced,
    values,
    words,
)

_HTML = words(
    b"<article>", b"</article>", b"<p>", b"</p>", b"<table>", b"<tr>", b"<td>", b"<blockquote>", b"<figure>",
    b"<li>", b"<aside>", b"<br>", b"<pre>", b"<h1>", b"<time datetime='", b"<svg>", b"<template>",
    b"<noscript>", b"<iframe>", b"<plaintext>", b"<select>", b"<base href='", b"<html lang='ar' dir='rtl'>",
    b"<meta charset='utf-7'>", b"<ruby>", b"<meta name='date' content='",
    b"<script type='application/ld+json'>", b'"@graph":', b'"datePublished":', b"<!--",
    b"<?xml version='1.0' encoding='utf-16'?>", b"<math>", b"class='comment'", b"hidden", b"<title>",
    b"&nbsp;", b"&#x85;",
)  # fmt: skip
_RTF = words(
    rb"\par ", rb"\pard ", rb"\row ", rb"\cell ", rb"\trowd ", rb"\intbl ", rb"{\*\x ", b"{", b"}",
    rb"\bin5 ", rb"\'e9", rb"\'", rb"\u8364?", rb"\u-1 ", rb"\u55357?\u56832?", rb"\uc0 ", rb"\uc9 ", rb"\v ",
    rb"{\footnote ", rb"{\field", rb"{\*\fldinst ", rb"{\fldrslt ", rb"{\info ", rb"{\title ", rb"\yr99999 ",
    rb"\ansicpg932 ", rb"\fcharset128 ", rb"\f1 ", rb"{\shptxt ", rb"{\pict ", rb"\fromhtml1 ",
    rb"{\*\htmltag ", rb"\htmlrtf ", rb"\deleted ", rb"\ls1 ", rb"{\listtext ", rb"{\upr ", rb"\plain ",
    rb"\line ", rb"\~", rb"\_", rb"\-", b"\\\n", rb"\nonesuch99999999999 ",
)  # fmt: skip
_MAIL = words(
    b"Content-Type: ", b"multipart/mixed; boundary=", b"multipart/alternative", b"text/html", b"text/plain",
    b"message/rfc822", b"; charset=", b"utf-7", b"iso-2022-jp", b"unicode-escape", b"; format=flowed",
    b"; delsp=yes", b"; name*0*=utf-8''%C3", b"Content-Transfer-Encoding: ", b"base64", b"quoted-printable",
    b"x-uuencode", b"8bit", b"=?utf-8?B?", b"=?utf-8?Q?=C3?=", b"=?x?x?x?=", b"Date: ", b"From: ",
    b"Subject: ", b"\n\n", b"\n--", b"--\n", b"begin 644 a\n", b"Content-Disposition: ",
    b"attachment; filename=", b'"', b"=\n", b"=C3", b"Mon, 99 Foo 99999 99:99:99 +9999", b"winmail.dat",
    b"\n ", b"List-Id: ", b"From a@b Mon Mar  3 10:00:00 2025\n", b"Content-Location: ", b"Content-ID: <x>",
    b"cid:x", b"<a@b>", b"(a(b(c",
)  # fmt: skip
_PDF = words(
    b"/Type", b"/Page", b"/Pages", b"/Kids[2 0 R]", b"/Parent 2 0 R", b"/Count -1", b"/Contents 4 0 R",
    b"/MediaBox[0 0 0 0]", b"/MediaBox[-1e9 0 1e9 1]", b"/Rotate 90", b"/Rotate 7", b"/Filter/FlateDecode",
    b"/Filter[/ASCIIHexDecode/LZWDecode]", b"/Filter/JBIG2Decode", b"/Length 99999999", b"endstream",
    b"stream\n", b"endobj", b"5 0 obj", b"BT ", b" ET", b" Tj ", b" TJ ", b" Tf ", b" Td ", b" Tm ", b" cm ",
    b" q ", b" Q ", b" Do ", b"1e38 ", b"-99999999999 ", b"0 0 0 0 0 0 Tm ", b"(\\777\\000)", b"<FEFFD800>",
    b"/ToUnicode 4 0 R", b"/Encoding/Identity-H", b"/Title", b"/Author", b"(D:99999999)", b"/Encrypt",
    b"xref", b"trailer", b"startxref", b"/Type/ObjStm", b"/Annots[3 0 R]", b"/UserUnit 1e9", b"3 Tr ",
    b"/ActualText", b"/Outlines",
)  # fmt: skip
_OFFICE = words(
    b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tc>", b"<w:t>", b"<w:r>", b"<w:br/>", b"<w:del>", b"<w:vanish/>",
    b"<w:footnoteReference", b'w:id="2"', b'w:val="', b"<w:sdt>", b"<mc:AlternateContent>",
    b"<w:txbxContent>", b"<w:basedOn", b"<w:fldChar/>", b"<text:p>", b"<text:h>", b"<text:list>",
    b"<text:s text:c='999999999'/>", b"<text:note>", b"<table:table-cell", b"text:c='-1'", b"<row>",
    b"table:number-columns-repeated='99999999'", b"<text:tracked-changes>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;", b"<?xml version='1.0' encoding='utf-16'?>", b"<office:annotation>", b'r="XFD1048576"', b'r="A0"',
    b't="s"', b't="e"', b"<v>", b"<draw:text-box>", b"<dc:title>", b"<dcterms:created>", b"<c ", b"<is>",
    b"TargetMode='External'",
)  # fmt: skip
_BIBTEX = words(
    b"@", b"@article{", b"@string{", b"@comment{", b"@preamble{", b"{", b"}", b'"', b"#", b",", b"=", b"\\",
    b"\\'", b'\\"u', b"{\\'e}", b" and ", b"others", b"author = ", b"date = ", b"month = ", b"year = ",
    b"url = ", b"$x$", b"%", b"~", b"--", b"\\char`", b"\\begin{x}", b"\\verb|", b"\\frac",
    b"\\def\\a{\\a}\\a", b"\\input{/etc/passwd}", b"crossref = ", b"langid = ",
)  # fmt: skip
_RIS = words(
    b"TY  - ", b"ER  - \n", b"AU  - ", b"TI  - ", b"PY  - ", b"DA  - ", b"UR  - ", b"LA  - ", b"DO  - ",
    b"  - ", b"2025/13/45/x", b"////", b"\r", b"TY  - XXXX\n", b"DOI:", b"https://", b",", b";",
)  # fmt: skip
_LINKS = words(
    b"[InternetShortcut]\n", b"[Desktop Entry]\n", b"URL=", b"Name=", b"Name[de]=", b"Type=Link", b"BASEURL=",
    b"https://", b"http://[", b"file://", b"@", b"#", b"?", b"%00", b"%", b"\\\\host\\", b"xn--", b"\xff\xfe",
    b"javascript:", b":99999", b"<plist>", b"<key>URL</key>",
)  # fmt: skip
_TABLES = words(
    b";",
    b",",
    b"\t",
    b"|",
    b'"',
    b'""',
    b"\n",
    b"\r\n",
    b"\r",
    b"=1+1",
    b"sep=;\n",
    b"1.000,50",
    b"\0",
    b"'",
    b"45719",
)
_WEB = in_turn(_HTML, markup, any_bytes, numbers)
_LETTER = in_turn(_MAIL, lines, any_bytes, _HTML, numbers)
_LOOSE = in_turn(_OFFICE, markup, any_bytes, numbers)
_BROKEN = in_turn(integers, any_bytes)
_PACKAGE = inside_first(
    in_turn(zipped(in_turn(elements)), zipped(in_turn(elements)), zipped(_LOOSE), most=2), _BROKEN
)

CHANGES: dict[str, Change] = {
    "html": in_turn(_HTML, markup, markup, any_bytes, numbers, encoding),
    "plain": in_turn(any_bytes, lines, numbers, encoding),
    "pdf": in_turn(_PDF, _PDF, any_bytes, numbers),
    "docx": _PACKAGE,
    "odt": _PACKAGE,
    "rtf": in_turn(_RTF, _RTF, any_bytes, numbers),
    "mhtml": _LETTER,
    "web_archive": inside_first(property_list(_WEB), _BROKEN),
    "mail": _LETTER,
    "compound": inside_first(compound(in_turn(any_bytes, integers, _RTF, _HTML)), _BROKEN),
    "archive": inside_first(zipped(any_bytes), _BROKEN),
    "ris": in_turn(_RIS, lines, any_bytes, encoding),
    "bibtex": in_turn(_BIBTEX, _BIBTEX, lines, any_bytes),
    "csl": in_turn(values, values, values, any_bytes, numbers),
    "shortcuts": in_turn(_LINKS, lines, any_bytes, encoding),
    "image": in_turn(any_bytes, integers),
    "delimited": in_turn(_TABLES, lines, any_bytes, encoding),
    "workbook": _PACKAGE,
}
"""By the module of the reader; files of other readers are spliced in by :func:`changed`."""


def changed(reader: str, files: Sequence[bytes], chance: Random) -> bytes:
    """One of the files, changed; the head by which its kind is told mostly stays as it is."""
    content = chance.choice(files)
    made = CHANGES[reader](content, chance)
    if chance.random() < 0.03:
        made = spliced(files)(made, chance)
    return content[:8] + made[8:] if chance.random() < 0.8 and not content[:8].isalnum() else made
