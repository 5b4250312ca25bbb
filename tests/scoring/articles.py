"""The test articles in their two halves, and what the program proposes for them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
_FOR_RULES = "of these, for the rules alone"


@dataclass(frozen=True)
class TestArticle:
    """A text with its gold."""

    __test__ = False

    text: Path
    gold: Path

    @property
    def name(self) -> str:
        """As it is listed: "own-en-01"."""
        return self.text.stem


def articles(folder: Path, names: frozenset[str] | None = None) -> Iterator[TestArticle]:
    """The articles of a folder with ``texts`` and ``gold``, sorted by name; only the named, where any are."""
    for gold in sorted((folder / "gold").glob("*.json")):
        text = folder / "texts" / f"{gold.stem}.txt"
        if gold.stem != "bundles" and text.exists() and (names is None or gold.stem in names):
            yield TestArticle(text, gold)


def _listed() -> dict[str, frozenset[str]]:
    listed = json.loads((ARTICLES / "halves.json").read_text(encoding="utf-8"))
    return {name: frozenset(names) for name, names in listed.items()}


def halves() -> dict[str, frozenset[str]]:
    """The names of the development and of the held-out articles."""
    listed = _listed()
    return {half: listed[half] for half in ("development", "held out")}


def for_development(folder: Path) -> Iterator[TestArticle]:
    """The articles of a folder without the held-out ones."""
    held = halves()["held out"]
    return (article for article in articles(folder) if article.name not in held)


def for_fitting(folder: Path) -> Iterator[TestArticle]:
    """Those for development that the models may be fitted to."""
    apart = _listed()[_FOR_RULES]
    return (article for article in for_development(folder) if article.name not in apart)


def prediction(article: TestArticle) -> dict[str, Any]:
    """What ``casefile extract FILE --json`` prints of the article."""
    from casefile.exchange.proposals_json import proposals_as_json
    from casefile.intake.proposing import propose
    from casefile.reading import read_file

    document = read_file(article.text)
    proposed = proposals_as_json(document.text, document.metadata, propose(document))
    told: dict[str, Any] = json.loads(json.dumps(proposed, ensure_ascii=False, default=str))
    return told
