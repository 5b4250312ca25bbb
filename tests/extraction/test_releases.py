"""What sentences of authorities' releases and decisions suggest: ``tests/data/releases``.

There is one file for each language. A line is the day of publication, the text, and for each action its
authority, respondents, kind, status, date, sums and laws; "-" for none of them, "⏎" for a new line.
"""

from pathlib import Path

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal
from casefile.values import PartialDate

_FOLDER = Path(__file__).parents[1] / "data" / "releases"
_LINES = [
    (file.stem, *line.split(" | "))
    for file in sorted(_FOLDER.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "published", "text", "told"), _LINES)
def test_what_a_release_suggests(language: str, published: str, text: str, told: str) -> None:
    day = None if published == "-" else PartialDate(published)
    metadata = SourceMetadata(language=language, published=day)
    found = extract(text.replace("⏎", "\n"), metadata).actions
    assert " // ".join(_in_short(action) for action in found) == told.removeprefix("-")


def _in_short(action: ActionProposal) -> str:
    """The action as a line of the files tells it."""
    sums = sorted({f"{each.value:f} {each.currency} {each.role}" for each in action.amounts})
    laws = sorted({str(each) for each in action.provisions})
    parts = [
        action.authority.code or action.authority.name,
        " + ".join(each.name for each in action.respondents),
        action.kind.value.value,
        action.status.value.value,
        "" if action.date is None else action.date.value.edtf,
        " + ".join(sums),
        " + ".join(laws),
    ]
    return "; ".join(part or "-" for part in parts)
