"""The made store with what else a person would have in it: case files, tags, a trash, articles to review."""

from pathlib import Path

from casefile.intake import import_files
from casefile.store import cases, lists, tags, trash
from casefile.store.store import Store

CASES = {"A small matter": 40, "Transfers to other countries": 2_500, "Everything on data": 5_000}
"""Their titles, and how many actions each has at most."""
TAGGED = {"to check": 5_000, "for the minister": 300}
"""How many sources and actions have the tag."""
TRASHED, WAITING = 500, 120
ARTICLES = Path(__file__).parents[1] / "data/articles/texts"


def make_walked(path: Path) -> None:
    """Adds all that to the store at the path, which nobody has open."""
    store = Store.open(path)
    with store.read() as reader:
        actions, sources = lists.action_ids(reader), lists.source_ids(reader)
    for title, count in CASES.items():
        with store.write(f"Case file {title}", by="bench") as writer:
            cases.add_records(writer, cases.add_case(writer, title), "action", actions[:count])
    for name, count in TAGGED.items():
        with store.write(f"Tag {name}", by="bench") as writer:
            tags.add_tag(writer, tags.Tagged.SOURCE, sources[:count], name, "bench")
            tags.add_tag(writer, tags.Tagged.ACTION, actions[:count], name, "bench")
    with store.write("Trash", by="bench") as writer:
        trash.put_in_trash(writer, "source", sources[-min(TRASHED, len(sources) // 10) :])
    import_files(store, sorted(ARTICLES.glob("*.txt"))[:WAITING], "bench")
    store.close()
