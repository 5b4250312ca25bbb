"""A letter written as a mail (RFC 5322), the same bytes for the same letter. Imports reading only."""

import hashlib
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr

from casefile.reading.cleaning import clean_text, one_line
from casefile.reading.letters import Letter


def written_mail(letter: Letter) -> bytes:
    """The letter's headers, body and attachments as a mail."""
    mail = MIMEMultipart("mixed", boundary=_boundary(letter))
    for name, value in (
        ("Subject", letter.subject),
        ("Organization", letter.organisation),
        ("List-Id", letter.list_name),
    ):
        if value:
            mail[name] = Header(one_line(value), "utf-8").encode()
    address = letter.address.encode("ascii", "ignore").decode()
    if letter.sender or address:
        mail["From"] = formataddr((one_line(letter.sender), address or "unknown@invalid"), "utf-8")
    if letter.sent:
        mail["Date"] = format_datetime(letter.sent)
    for body in letter.bodies:
        mail.attach(MIMEText(clean_text(body.text), "html" if body.is_html else "plain", "utf-8"))
    for part in letter.parts:
        attached = MIMEApplication(part.content)
        attached.add_header("Content-Disposition", "attachment", filename=("utf-8", "", part.name))
        mail.attach(attached)
    return mail.as_bytes()


def _boundary(letter: Letter) -> str:
    """Made of what the letter says: a boundary by chance would make every reading another file."""
    digest = hashlib.sha256(repr((letter.subject, letter.sent, letter.bodies)).encode("utf-8", "replace"))
    for part in letter.parts:
        digest.update(part.content)
    return f"=_{digest.hexdigest()}"
