"""Where and when a page was saved, as the program that saved it wrote into it. Imports reading only.

SingleFile writes a comment before the head, Save Page WE writes meta tags, Chromium and Internet Explorer the
"mark of the web". Firefox writes nothing.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from casefile.reading.addresses import is_web_address
from casefile.reading.mail_headers import stated_utc

_HEAD_LENGTH = 8192
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_MARK_OF_THE_WEB = re.compile(r"\s*saved from url=\(\d{4}\)(\S+)\s*")
_SINGLE_FILE = re.compile(r"\s*Page saved with SingleFile\b")
_SINGLE_FILE_LINE = re.compile(r"^\s*(url|saved date):\s*(\S.*?)\s*$", re.MULTILINE)
_SAVE_PAGE_WE = re.compile(r"<meta\s+name=\"?savepage-(url|date)\"?\s+content=\"([^\"<>]{1,2083})\"", re.I)
_SCRIPT_DATE = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) (?:GMT|UTC)([+-]\d{4})\b"
)


@dataclass(frozen=True)
class SavedPage:
    """The page's address, "" where it is not said, and the time of saving in UTC."""

    url: str = ""
    captured: datetime | None = None


def saved_from(markup: str) -> SavedPage:
    """What the saving program wrote into the page; empty where it wrote nothing that can be believed."""
    said: dict[str, str] = {}
    for comment in _COMMENT.findall(markup[:_HEAD_LENGTH]):
        mark = _MARK_OF_THE_WEB.fullmatch(comment)
        if mark:
            said.setdefault("url", mark.group(1))
        elif _SINGLE_FILE.match(comment):
            said |= {key.removeprefix("saved "): value for key, value in _SINGLE_FILE_LINE.findall(comment)}
    if "savepage-url" in markup:
        said |= {key.lower(): value for key, value in _SAVE_PAGE_WE.findall(markup)}
    url = said.get("url", "")
    return SavedPage(url if is_web_address(url) else "", _time_of(said.get("date", "")))


def _time_of(text: str) -> datetime | None:
    """A time as JavaScript prints it: ``Sat Nov 28 2026 14:35:11 GMT+0000 (...)``."""
    found = _SCRIPT_DATE.match(text)
    return stated_utc("{1} {0} {2} {3} {4}".format(*found.groups())) if found else None
