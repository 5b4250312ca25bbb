"""What authorities' releases and the reports on them tell: ``tests/data/releases``.

There is one file for each language. Each line tells the actions, "-" for none, and a text, with ``¶`` for the
end of a line: ``AUTHORITY > RESPONDENT, … = KIND STATUS SUM …; …``. Sums are in rising order, each once.
"""

from pathlib import Path

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal

_FOLDER = Path(__file__).parents[1] / "data" / "releases"
_LINES = [
    (file.stem, *line.split(" | ", 1))
    for file in sorted(_FOLDER.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


def told(action: ActionProposal) -> str:
    """An action as the lines put it."""
    sums = sorted({amount.value for amount in action.amounts})
    printed = [
        action.kind.value.value,
        action.status.value.value,
        *(f"{each.normalize():f}" for each in sums),
    ]
    respondents = ", ".join(sorted(each.name for each in action.respondents))
    return f"{action.authority.code} > {respondents} = {' '.join(printed)}"


@pytest.mark.parametrize(("language", "actions", "text"), _LINES)
def test_what_a_release_tells(language: str, actions: str, text: str) -> None:
    found = extract(text.replace("¶", "\n"), SourceMetadata(language=language)).actions
    assert "; ".join(sorted(map(told, found))) == ("" if actions == "-" else actions)
