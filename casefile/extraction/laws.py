"""Laws and their articles in a text. Imports the names of laws, their links to articles and the lexicons."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from casefile.extraction.law_links import link_articles
from casefile.extraction.law_names import abbreviates, find_law_names, goes_by_title
from casefile.extraction.law_registry import LawName
from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.small_words import AND, OF, THE
from casefile.extraction.text import Article
from casefile.values import Span

_CUE_REACH = 60
_BY_CODE = frozenset(("GDPR", "TFEU", "TEU", "DSA", "DMA", "ECHR", "EU Charter", "ePrivacy Directive"))
"""Every language has its own name and abbreviation for these; elsewhere the printed name is the known one."""
_BY_TITLE = frozenset(("US", "GB", "IE", "AU", "NZ", "CA", "IN", "SG", "MY", "HK", "ZA", "NG", "KE", "GH"))
"""Where the title of an act is its name, its abbreviation a handle: "Consumer Product Safety Act (CPSA)"."""


@dataclass(frozen=True)
class ProvisionMention:
    """A law, and the article of it where one is named."""

    instrument: str
    """The short name of the registry, or the law's printed name."""
    article: str
    span: Span
    name: str = ""
    """What this text calls the law, in its dictionary form; a few acts of the Union go by their code."""
    jurisdictions: tuple[str, ...] = ()
    """Where the law is in force; empty where that is not known."""


def find_provisions(article: Article) -> tuple[ProvisionMention, ...]:
    """Every law in reading order, once for each article that is named with it."""
    text, language = article.text, article.language
    laws = find_law_names(text, language)
    links = link_articles(text, language, laws)
    linked = {link.law for link in links}
    kept = _kept(text, language, laws, linked) | linked
    names = _names(kept)
    bare = kept.difference(link.law for link in links if link.span.contains(link.law.span))
    told = [(link.law, article, link.span) for link in links for article in link.articles]
    told += [(law, "", law.span) for law in bare]
    return tuple(
        ProvisionMention(law.code or law.name, article, span, names[_key(law)], law.jurisdictions)
        for law, article, span in sorted(told, key=lambda each: each[2].start)
    )


def _kept(text: str, language: str, laws: Iterable[LawName], linked: set[LawName]) -> set[LawName]:
    """The laws with a sure name, or sure here: by an article, a cue before it, their full name elsewhere."""
    laws = tuple(laws)
    certain: set[LawName] = set()
    before: LawName | None = None
    for law in laws:
        if law.sure or law in linked or _is_cued(text, language, law) or _goes_on(text, law, before):
            certain.add(law)
            before = law
    keys = {_key(law) for law in certain}
    return {law for law in laws if _key(law) in keys}


def _key(law: LawName) -> str:
    return law.code or law.name.casefold()


@cache
def _cue(language: str) -> re.Pattern[str]:
    cues = alternatives(lexicon(language, "laws").words("breach"))
    return re.compile(rf"(?<!\w){cues}(?:\W{{1,3}}[\w’'-]{{1,40}}){{0,3}}\W{{1,3}}$", re.IGNORECASE)


def _is_cued(text: str, language: str, law: LawName) -> bool:
    before = text[max(0, law.span.start - _CUE_REACH) : law.span.start]
    return _cue(language).search(before) is not None or _verb(language).match(text, law.span.end) is not None


@cache
def _verb(language: str) -> re.Pattern[str]:
    """What is said behind the law: "heeft de Mediawet overtreden", "the Code was breached"."""
    verbs = alternatives(lexicon(language, "laws").words("breached"))
    return re.compile(rf"[”»“\"]?\s(?:[\w’'-]{{1,20}}\s){{0,2}}?{verbs}(?!\w)")


_AND = re.compile(
    r"(?:,\s(?:[Aa]rt\.|[Aa]rticles?|[Aa]rtikel|[Aa]rt[íi]culos?|[Aa]rticol[oi]|§{1,2})\s\d{1,3}[a-z]?)?"
    rf"\)?(?:,|,?\s(?:{AND}|ni|nor))\s(?:[A-Z]\w{{2,15}}[’']s\s)?"
    rf"(?:(?:{OF}|{THE}|to|on|à|au|sur|auf|su|sulla|sul|en|op|tegen|gegen|alla)\s?){{0,2}}"
)


def _goes_on(text: str, law: LawName, before: LawName | None) -> bool:
    """Whether the law stands right behind one that is meant: "in breach of the X Act and the Y Code"."""
    return (
        before is not None
        and law.span.start - before.span.end <= _CUE_REACH
        and _AND.fullmatch(text, before.span.end, law.span.start) is not None
    )


def _names(laws: Iterable[LawName]) -> dict[str, str]:
    """What the text calls each law: by the abbreviation of its title if it has one, else as first printed.

    But by its title where that is the known name.
    """
    named: dict[str, list[LawName]] = {}
    for law in sorted(laws, key=lambda law: law.span):
        named.setdefault(_key(law), []).append(law)
    return {key: key if key in _BY_CODE else _name(each) for key, each in named.items()}


def _name(laws: Sequence[LawName]) -> str:
    """The name of one law of all that the text has for it, at least one in reading order.

    An act of a country where English is spoken goes by its title rather than by bare initials, others by
    what they are called for short.
    """
    titles = [law.name for law in laws if not law.short]
    shorts = [law.name for law in laws if law.short]
    fitting = [short for short in shorts if not titles or any(abbreviates(short, title) for title in titles)]
    titled = any(place[:2] in _BY_TITLE for law in laws for place in law.jurisdictions)
    by_title = titles if titled and not any(" " in short for short in fitting) else []
    spelled = [title for title in titles if fitting and goes_by_title(title, fitting[0])]
    return (by_title or spelled or fitting or titles or shorts)[0]
