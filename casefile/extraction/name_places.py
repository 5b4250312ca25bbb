"""Whether a name is a place's: a town that is known, or one said with "in" alone. Imports the evidence."""

import re

from casefile.extraction.name_evidence import Sighting, is_label
from casefile.extraction.name_words import NameWords, places
from casefile.extraction.text import Article
from casefile.values import Span

_OWNING = frozenset(
    ("of", "at", "from", "de", "d’", "d'", "di", "da", "van", "von", "del", "della", "du", "bei", "bij")
)
_TOWARDS = frozenset(("à", "a", "to", "nach", "naar", "ad"))


def is_place(article: Article, cluster: list[Sighting], words: NameWords) -> bool:
    """Whether the text speaks of it as of a place: a town it knows, or one said with "in" alone."""
    signs = {sign for each in cluster for sign in each.signs}
    if signs & {"form", "public", "company", "kind"}:
        return False
    name = max((each.text for each in cluster), key=len)
    located = sum(_is_located(article, each.span, words) for each in cluster)
    if name in places() or (name.isupper() and name.title() in places()):
        located += sum(_is_owned(article, each.span, words) for each in cluster)
        return 2 * located >= len(cluster) and located > 0
    return located == len(cluster) and len(name.split()) < 3 and not words.is_given(name.split()[0])


def _is_owned(article: Article, span: Span, words: NameWords) -> bool:
    """Whether a town stands where towns do: "l’hôpital de Lorme", "à Lorme", but not "une amende à Lorme"."""
    before = article.text[max(0, span.start - 32) : span.start].replace("’", "’ ").replace("'", "' ").split()
    if not before:
        return False
    last = before[-1].lower()
    behind = before[-2].lower().strip(",.") if len(before) > 1 else ""
    return last in _OWNING or (last in _TOWARDS and behind not in words.datives)


def _is_court(word: str, words: NameWords) -> bool:
    """Dutch and German courts are called by their town: "de rechtbank Rotterdam"."""
    court = words.speech.has("court_nouns", word) or words.speech.ends("court_endings", word)
    return court and words.language in ("nl", "de")


def _is_located(article: Article, span: Span, words: NameWords) -> bool:
    """Behind a preposition of place, or before its state: "in Marlow", "Marlow, Kansas", "MARLOW –"."""
    before = article.text[max(0, span.start - 24) : span.start].split()
    spaced = bool(before) and article.text[span.start - 1 : span.start] == " "
    if spaced and (before[-1].lower() in words.locatives or _is_court(before[-1].lower(), words)):
        return True
    after = re.match(r"(?:,\s|\s\()([^\W\d_][\w-]+)", article.text[span.end : span.end + 24])
    if after is not None and after.group(1) in places():
        return True
    return is_label(article, span)
