"""Writes the common words of each language: what the development articles write small, with no name in it.

``python -m tests.benchmarks.common_words``. Of German, whose nouns are all written large, also the nouns that
stand behind an article. A word counts that two articles have: names that somebody made up stand in one.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

from tests.scoring.articles import ARTICLES, for_development

LEXICONS = Path(__file__).parents[2] / "resources" / "lexicons"
_LEAST = 2
_SMALL = re.compile(r"(?<![\w’'@./-])[a-zà-öø-ÿœ]{3,}(?![\w’'@/-])")
_GERMAN_NOUN = re.compile(
    r"\b(?:[dD](?:er|ie|as|es|em|en)|[kKmMsS]?[eE]in(?:e[mnrs]?)?|im|zum|zur|beim|vom|am|mehr|viele|alle)"
    r"\s([A-ZÄÖÜ][a-zäöüß]{2,})\b"
)


def common_words() -> dict[str, list[str]]:
    """Of every language its common words in small letters, sorted."""
    seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article in for_development(ARTICLES):
        language = json.loads(article.gold.read_text(encoding="utf-8"))["language"]
        text = article.text.read_text(encoding="utf-8")
        found = _SMALL.findall(text)
        if language == "de":
            found += [noun.lower() for noun in _GERMAN_NOUN.findall(text)]
        for word in found:
            seen[language][word].add(article.name)
    return {
        language: sorted(word for word, articles in words.items() if len(articles) >= _LEAST)
        for language, words in sorted(seen.items())
    }


def main() -> None:
    """Write a file for each language."""
    for language, words in common_words().items():
        lines, line = [], "   "
        for word in words:
            if len(line) + len(word) > 104:
                lines.append(line)
                line = "   "
            line += f' "{word}",'
        head = "# Words that are no names. Written by tests/benchmarks/common_words.py."
        content = "\n".join([head, "words = [", *lines, line, "]"]) + "\n"
        (LEXICONS / language / "common.toml").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
