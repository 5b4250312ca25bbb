"""Gold from a reader's notes: finds the passages in the text, so that nobody counts characters.

``python -m tests.scoring.build_gold NOTES TEXTS GOLD``: every ``NOTES/ID.json`` is gold without offsets; each
object with a ``text`` gets the ``start`` and ``end`` of those words in ``TEXTS/ID.txt``. Words that stand
there more than once need ``nth`` (from 1). Gold that does not score 1 against itself is told.
"""

import json
import subprocess
import sys
from pathlib import Path


class NotThereError(ValueError):
    """Words of the notes that the text does not have, or has more than once."""


def with_offsets(value: object, text: str) -> object:
    """The notes with the place of every passage.

    Raises:
        NotThereError: words are missing from the text, or ambiguous without ``nth``.
    """
    if isinstance(value, list):
        return [with_offsets(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    placed: dict[str, object] = {key: with_offsets(item, text) for key, item in value.items() if key != "nth"}
    if isinstance(words := value.get("text"), str):
        start = _place(words, text, value.get("nth"))
        placed |= {"start": start, "end": start + len(words)}
    return placed


def _place(words: str, text: str, nth: int | None) -> int:
    places = [start for start in range(len(text)) if text.startswith(words, start)] if words else []
    if not places:
        raise NotThereError(f"not in the text: {words!r}")
    if nth is None and len(places) > 1:
        raise NotThereError(f"{len(places)} times in the text, say which (nth): {words!r}")
    if nth is not None and not 1 <= nth <= len(places):
        raise NotThereError(f"nth {nth}, but {len(places)} times in the text: {words!r}")
    return places[(nth or 1) - 1]


def build(notes: Path, texts: Path, gold: Path) -> list[str]:
    """Writes the gold of every notes' file.

    Returns:
        What was wrong, a line for each; the gold of such an article is not written.
    """
    gold.mkdir(parents=True, exist_ok=True)
    wrong = []
    for note in sorted(notes.glob("*.json")):
        text = (texts / f"{note.stem}.txt").read_text(encoding="utf-8")
        try:
            told = with_offsets(json.loads(note.read_text(encoding="utf-8")) | {"id": note.stem}, text)
        except ValueError as error:
            wrong.append(f"{note.stem}: {error}")
            continue
        (gold / note.name).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return wrong


def main() -> None:
    """Builds the gold, then scores it against itself."""
    notes, texts, gold = map(Path, sys.argv[1:4])
    wrong = build(notes, texts, gold)
    score = Path(__file__).with_name("score.py")
    subprocess.run([sys.executable, score, gold, gold, "--texts", texts, "--per-article"], check=True)
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
