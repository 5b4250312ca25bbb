"""Sums in a person's own words that no fact of the brief states. Imports the model and the extraction."""

from collections.abc import Iterator

from casefile.briefs.composition import BriefPart
from casefile.briefs.fences import unfenced
from casefile.briefs.model import Amount, Brief, FactValue
from casefile.briefs.own_text import blocks_of
from casefile.values import Money


def questioned_amounts(brief: Brief) -> tuple[str, ...]:
    """The sums as they are written; one that is stated anywhere in the brief is no question."""
    written = [
        found
        for section in brief.sections
        if section.part is BriefPart.TEXT
        for words in (section.heading, *(block.text for block in blocks_of(section.text)))
        for found in _sums_in(words, brief.language)
    ]
    if not written:
        return ()
    stated = set(_stated(brief))
    return tuple(dict.fromkeys(words for words, money in written if money not in stated))


def _stated(brief: Brief) -> Iterator[Money]:
    values: list[FactValue | None] = [figure.value for figure in brief.figures]
    for action in brief.actions:
        values += [fact.value for fact in action.facts]
        values += [entry.amount for entry in action.ledger]
    values += [position.value for conflict in brief.conflicts for position in conflict.positions]
    values += [amount for authority in brief.authorities for amount in authority.sums]
    texts = [value for value in values if isinstance(value, str)]
    texts += [statement.text for statement in (*brief.summary, *brief.appeals)]
    texts += [event.what for event in brief.events] + [quote.text for quote in brief.quotes]
    yield from (value.money for value in values if isinstance(value, Amount))
    for text in texts:
        yield from (money for _, money in _sums_in(unfenced(text), brief.language))


def _sums_in(text: str, language: str) -> list[tuple[str, Money]]:
    """Each sum that has a currency, as it is written and as it is meant."""
    from casefile.extraction.money import find_money
    from casefile.extraction.text import Article
    from casefile.metadata import SourceMetadata

    if not any(character.isdigit() for character in text):
        return []
    article = Article(text, SourceMetadata(language=language.partition("-")[0] or "en"))
    return [
        (mention.span.of(text), Money.of(mention.value, mention.currency))
        for mention in find_money(article)
        if mention.currency
    ]
