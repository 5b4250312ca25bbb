"""How well copies are told from other stories: keeps stories, looks for the originals of their rewrites."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store.duplicates import find_twins
from casefile.store.keeping import Capture, keep_sources, prepare_source
from casefile.store.store import Reader, Store
from tests.store.rewrites import REWRITES, stories

TOPICS = 5


@dataclass(frozen=True)
class Quality:
    """How many were looked for, how many of them were found, and how many others were found beside them."""

    name: str
    wanted: int
    found: int
    wrong: int

    @property
    def recall(self) -> float:
        """The share of originals that were found."""
        return self.found / self.wanted

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0


def story_capture(text: str, name: str, url: str = "", outlet: str = "Example News") -> Capture:
    """The text as a reader hands it over."""
    metadata = SourceMetadata(title=name, outlet=outlet, url=url)
    return Capture(text.encode(), f"{name}.txt", text, metadata, "text/plain", "plain/1", ())


def measure(store: Store, count: int) -> tuple[list[Quality], int]:
    """The quality for each kind of rewrite of that many stories, and how many stories looked like copies of
    stories kept before them.
    """  # noqa: D205
    texts = list(stories(count, TOPICS))
    with store.write("Keep stories", by="ann") as writer:
        ids = keep_sources(
            writer, [(story_capture(text, f"Story {at}"), Proposals()) for at, text in enumerate(texts)]
        )
    with store.read() as reader:
        found = [_measure(reader, name, texts, ids) for name in REWRITES]
        fresh = stories(count, TOPICS, seed=2)
        captures = [prepare_source(story_capture(text, "Fresh"), Proposals()) for text in fresh]
        mistaken = sum(bool(find_twins(reader, capture).near) for capture in captures)
    return found, mistaken


def _measure(reader: Reader, name: str, texts: Sequence[str], ids: Sequence[int]) -> Quality:
    random, found, wrong = Random(3), 0, 0  # noqa: S311
    for text, source_id in zip(texts, ids, strict=True):
        rewritten = story_capture(REWRITES[name](random, text), "A rewrite", outlet="Elsewhere")
        twins = find_twins(reader, prepare_source(rewritten, Proposals()))
        near = {twin.source_id for twin in (*twins.same_text, *twins.near)}
        found += source_id in near
        wrong += len(near - {source_id})
    return Quality(name, len(texts), found, wrong)
