"""Mails as Python's own library writes them."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText

import pytest

from casefile.reading import BlockKind, MediaType, ReadDocument, Reading, read_bytes, read_contents
from casefile.reading.mail_text import lines_of, pieces_of
from casefile.terms import SourceKind
from casefile.values import PartialDate

BODY = """Dear all,

The regulator fined Lumen Café Group €2.4 million.
It had filmed its staff.

On Monday, Ada Thorne wrote:
> Was there a fine?
>
> And how much?

--\x20
Ada Thorne
Example News
"""


def mail(body: str = BODY, **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Fine for Lumen Café Group"
    made["From"] = "Ada Thorne <ada@courier.example>"
    made["Date"] = "Tue, 18 Mar 2025 00:30:00 +0100"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    if body:
        made.set_content(body)
    return made


def read(message: EmailMessage | MIMEMultipart) -> Reading:
    return read_contents(message.as_bytes(), "mail.eml")


def document(message: EmailMessage | MIMEMultipart) -> ReadDocument:
    found = read(message).document
    assert found is not None
    return found


def blocks(found: ReadDocument) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(found.text)) for block in found.structure]


def test_headers_are_the_description() -> None:
    found = document(mail())
    assert found.media_type is MediaType.MAIL
    known = found.metadata
    assert (known.title, known.outlet) == ("Fine for Lumen Café Group", "Ada Thorne")
    assert known.authors == ("Ada Thorne",)
    assert known.published == PartialDate("2025-03-18"), "the day where it was sent"
    assert known.kind is SourceKind.STATEMENT
    assert known.language == "en"
    assert {entry.field: entry.where for entry in known.found}["published"] == "Date"


def test_a_header_that_is_not_there_is_not_told_as_where_something_was_found() -> None:
    made = mail()
    del made["Subject"]
    del made["Date"]
    known = document(made).metadata
    assert (known.title, known.published) == ("", None)
    assert {entry.field for entry in known.found} == {"outlet", "authors", "kind"}


@pytest.mark.parametrize(
    ("headers", "outlet"),
    [
        ({"Organization": "Example News Ltd"}, "Example News Ltd"),
        ({"List_Id": "Press releases of the EDPB <press.edpb.example>"}, "Press releases of the EDPB"),
    ],
)
def test_the_outlet_is_who_sends_such_mail(headers: dict[str, str], outlet: str) -> None:
    assert document(mail(**headers)).metadata.outlet == outlet


def test_an_authoritys_mail_is_its_release() -> None:
    made = mail()
    made.replace_header("From", "Autoriteit Persoonsgegevens <pers@ap.example>")
    assert document(made).metadata.kind is SourceKind.AUTHORITY_RELEASE
    assert document(made).metadata.authors == ()


def test_replies_are_quotations_and_the_signature_stands_aside() -> None:
    assert blocks(document(mail())) == [
        ("paragraph", "Dear all,"),
        ("paragraph", "The regulator fined Lumen Café Group €2.4 million.\nIt had filmed its staff."),
        ("paragraph", "On Monday, Ada Thorne wrote:"),
        ("quotation", "Was there a fine?"),
        ("quotation", "And how much?"),
        ("aside", "Ada Thorne\nExample News"),
    ]


@pytest.mark.parametrize(
    ("text", "delete_space", "expected"),
    [
        ("One line \nthat goes on.\nAnother.", False, [(0, "One line that goes on."), (0, "Another.")]),
        ("監管機構 \n決定\n", True, [(0, "監管機構決定"), (0, "")]),
        ("> quoted \n> on\nown", False, [(1, "quoted on"), (0, "own")]),
        ("> quoted \nown", False, [(1, "quoted "), (0, "own")]),
        (" >no quote\n From here", False, [(0, ">no quote"), (0, "From here")]),
        ("goes on \n-- \nAda", False, [(0, "goes on "), (0, "-- "), (0, "Ada")]),
    ],
    ids=["joined", "delsp", "same depth", "other depth", "stuffed", "signature"],
)
def test_flowed_text_is_joined_as_rfc_3676_says(
    text: str, delete_space: bool, expected: list[tuple[int, str]]
) -> None:
    assert lines_of(text, flowed=True, delete_space=delete_space) == expected


def test_a_flowed_mail_is_read_so() -> None:
    made = MIMENonMultipart("text", "plain", charset="utf-8", format="flowed", delsp="yes")
    made["From"], made["Subject"] = "a@b.example", "x"
    made.set_payload("The regu \nlator fined \n Lumen.\n", "utf-8")
    assert read_bytes(made.as_bytes(), "a.eml").text == "The regulator finedLumen."


def test_what_outlook_quotes_below_a_rule_is_a_quotation() -> None:
    text = "My words.\n\n" + "_" * 32 + "\nFrom: Ada Thorne\nSent: Monday\n\nTheir words.\n"
    assert pieces_of(lines_of(text)) == [
        ("My words.", BlockKind.PARAGRAPH),
        ("From: Ada Thorne\nSent: Monday", BlockKind.QUOTATION),
        ("Their words.", BlockKind.QUOTATION),
    ]
    assert pieces_of(lines_of("Mine.\n-----Original Message-----\nTheirs."))[-1][1] is BlockKind.QUOTATION


def test_a_lists_footer_stands_aside() -> None:
    text = "The words.\n" + "_" * 47 + "\nPress mailing list\nhttps://lists.example/press\n"
    assert pieces_of(lines_of(text)) == [
        ("The words.", BlockKind.PARAGRAPH),
        ("Press mailing list\nhttps://lists.example/press", BlockKind.ASIDE),
    ]


def test_entries_of_a_list_are_told() -> None:
    text = "Measures:\n- a fine of\n  €2 million\n- a ban\n\nMore."
    assert pieces_of(lines_of(text)) == [
        ("Measures:", BlockKind.PARAGRAPH),
        ("- a fine of\n  €2 million", BlockKind.LIST_ENTRY),
        ("- a ban", BlockKind.LIST_ENTRY),
        ("More.", BlockKind.PARAGRAPH),
    ]


PAGE = """<html><head><style>p {color: red}</style></head><body>
<div style="display:none">Preheader that nobody sees</div>
<table><tr><td><table><tr><td><h1>Fine for Lumen Café Group</h1>
<p>The regulator fined it €2.4&nbsp;million.<br>It may appeal.</p>
<ul><li>One order</li><li>One ban</li></ul></td></tr></table></td></tr></table>
<table><tr><th>Company</th><th>Fine</th></tr><tr><td>Lumen</td><td>€2.4m</td></tr></table>
<blockquote><p>Earlier <b>words</b></p></blockquote>
<pre>as
typed</pre><div class="moz-signature">Ada</div></body></html>"""


def test_a_page_in_a_mail_is_all_text() -> None:
    made = mail("")
    made.set_content(PAGE, subtype="html")
    assert blocks(document(made)) == [
        ("heading", "Fine for Lumen Café Group"),
        ("paragraph", "The regulator fined it €2.4 million.\nIt may appeal."),
        ("list-entry", "One order"),
        ("list-entry", "One ban"),
        ("table-row", "Company | Fine"),
        ("table-row", "Lumen | €2.4m"),
        ("quotation", "Earlier words"),
        ("paragraph", "as\ntyped"),
        ("aside", "Ada"),
    ]


@pytest.mark.parametrize(
    ("plain", "taken"),
    [
        ("The regulator fined it €2.4 million. It may appeal. One order, one ban. Company, fine.", "plain"),
        ("View this mail in your browser: https://courier.example/" + "a" * 200, "page"),
        ("  \n", "page"),
    ],
    ids=["whole", "stub", "blank"],
)
def test_plain_text_goes_before_the_page_unless_it_is_a_stub(plain: str, taken: str) -> None:
    made = mail(plain)
    made.add_alternative(PAGE, subtype="html")
    found = document(made)
    assert found.structure[0].kind is (BlockKind.HEADING if taken == "page" else BlockKind.PARAGRAPH)


def test_each_attachment_is_a_part_and_pictures_inside_are_not() -> None:
    made = mail()
    made.add_alternative(PAGE.replace("<pre>", '<img src="cid:logo"><pre>'), subtype="html")
    page = list(made.iter_parts())[1]
    assert isinstance(page, EmailMessage)
    page.add_related(b"\x89PNG", "image", "png", cid="<logo>")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="décision.pdf")
    made.add_attachment("Fined.", filename="../../etc/notes.txt")
    made.add_attachment(b"x", maintype="application", subtype="pdf")
    found = read(made)
    assert [(part.name, part.content[:6]) for part in found.parts] == [
        ("décision.pdf", b"%PDF-1"),
        ("notes.txt", b"Fined."),
        ("Attachment 3.pdf", b"x"),
    ]
    assert found.document is not None
    assert "Pictures inside the text were left out: 1." in found.document.notes


def test_a_mail_within_a_mail_is_a_part_that_is_read_like_one() -> None:
    inner = mail("The words inside.\n")
    inner.replace_header("Subject", "Inner / mail")
    made = mail()
    made.add_attachment(inner)
    (part,) = read(made).parts
    assert part.name == "Inner mail.eml"
    assert part.content == inner.as_bytes()
    assert read_bytes(part.content, part.name).text == "The words inside."


def test_a_mail_without_text_keeps_what_is_attached() -> None:
    made = mail("")
    made.add_attachment("Fined.", filename="notes.txt")
    found = read(made)
    assert found.document is not None
    assert found.document.text == ""
    assert found.document.notes == ("The mail has no text of its own.",)
    assert len(found.parts) == 1


def test_winmail_dat_and_encrypted_mail_are_said() -> None:
    made = mail()
    made.add_attachment(
        b"\x78\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    found = read(made)
    assert found.parts == ()
    assert found.document is not None
    assert "winmail.dat" in found.document.notes[0]
    sealed = MIMEMultipart("encrypted")
    sealed["From"], sealed["Subject"] = "a@b.example", "x"
    sealed.attach(MIMEText("-----BEGIN PGP MESSAGE-----"))
    assert "encrypted" in document(sealed).notes[1]


@pytest.mark.parametrize(
    ("content", "subject"),
    [
        (b"Subject: =?iso-8859-1?Q?Bu=DFgeld?=\n =?utf-8?B?IGbDvHI=?= Lumen\n", "Bußgeld für Lumen"),
        ("Subject: Bußgeld für Lumen\n".encode(), "Bußgeld für Lumen"),
        ("Subject: Bußgeld für Lumen\n".encode("cp1252"), "Bußgeld für Lumen"),
        (b"Subject: =?no-such-charset?Q?Bu=C3=9Fgeld?=\n", "Bußgeld"),
        (b"Subject: =?utf-8?B?!!!?= x\n", None),
    ],
)
def test_subjects_are_decoded_however_they_were_written(content: bytes, subject: str | None) -> None:
    found = read_bytes(b"From: a@b.example\nMIME-Version: 1.0\n" + content + b"\nHello there.\n", "a.eml")
    assert found.text == "Hello there."
    assert subject is None or found.metadata.title == subject


@pytest.mark.parametrize(
    "head",
    [
        b"DKIM-Signature: v=1;\n"
        + b"\tb=abcdefghijklmnopqrstuvwxyz0123456789\n" * 250
        + b"MIME-Version: 1.0\n",
        b"".join(b"X-Header_%d.a: words and words and words\n" % number for number in range(300))
        + b"Received: from a\n",
        b"From ada@courier.example Tue Mar 18 00:30:00 2025\nMIME-Version: 1.0\n",
        b"To: b@courier.example\r\nDate: Tue, 18 Mar 2025 00:30:00 +0100\r\n",
    ],
    ids=["long signature", "many headers", "out of a mailbox", "bare"],
)
def test_a_mail_is_told_by_its_headers(head: bytes) -> None:
    found = read_bytes(head + b"From: a@courier.example\nSubject: x\n\nHello there.\n", "a.txt")
    assert (found.media_type, found.text) == (MediaType.MAIL, "Hello there.")


@pytest.mark.parametrize("charset", ["us-ascii", "iso-8859-1", "windows-1252", "no-such", "punycode", "hex"])
def test_a_wrong_charset_does_not_spoil_the_body(charset: str) -> None:
    head = f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    body = "Fined “€2.4 million” für Lumen Café.\n"
    codec = "utf-8" if charset in ("us-ascii", "no-such", "punycode", "hex") else "cp1252"
    found = read_bytes(head.encode() + b"Content-Transfer-Encoding: 8bit\n\n" + body.encode(codec), "a.eml")
    assert found.text == body.strip()
