"""What is looked at before a brief is printed: each quote is compared again with the stored original."""

from collections.abc import Iterator
from dataclasses import dataclass

from casefile.briefs.model import Brief, BriefQuote
from casefile.briefs.verbatim import Wording, wording
from casefile.errors import CasefileError
from casefile.store.brief_checks import texts_by_hash
from casefile.store.store import Reader

_SHOWN = 60
_NAMED = 3


@dataclass(frozen=True)
class QuoteCheck:
    """How a quote's words stand in the original that it is cited from."""

    quote: BriefQuote
    wording: Wording

    @property
    def quote_id(self) -> int:
        """The quote's id in the store; 0 for one that is not from a store."""
        kind, _, number = self.quote.key.partition("/")
        return int(number) if kind == "quote" and number.isdecimal() else 0

    @property
    def words(self) -> str:
        """The first words of the quote, in marks."""
        text = " ".join(self.quote.text.split())
        return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN].rsplit(' ', 1)[0]} …”"


class QuoteNotFoundError(CasefileError):
    """Quotes do not stand in their sources; ``quotes`` are those, to lead to the first of them."""

    def __init__(self, checks: list[QuoteCheck]) -> None:
        named = ", ".join(check.words for check in checks[:_NAMED])
        more = f" and {len(checks) - _NAMED:,} more" if len(checks) > _NAMED else ""
        subject = "A quote does" if len(checks) == 1 else f"{len(checks):,} quotes do"
        super().__init__(
            f"{subject} not stand in the stored original: {named}{more}. The brief was not exported.",
            "Open the quote, compare it with its source and correct or remove it, then export again.",
        )
        self.quotes = tuple(check.quote for check in checks)
        self.first_id = checks[0].quote_id
        """The id of the first of them in the store, 0 where it is from none."""


def check_quotes(reader: Reader, brief: Brief) -> list[QuoteCheck]:
    """Every quote of the brief with how it is found; paraphrases claim no words and are left out."""
    kept = texts_by_hash(reader, (source.sha256 for source in brief.sources))
    texts = {source.number: kept.get(source.sha256, []) for source in brief.sources}
    return [QuoteCheck(quote, _best(_found(quote, texts))) for quote in brief.quotes if quote.is_verbatim]


def refuse_unfound(checks: list[QuoteCheck]) -> None:
    """Raises :class:`QuoteNotFoundError` where a quote is not found."""
    missing = [check for check in checks if check.wording is Wording.NOT_FOUND]
    if missing:
        raise QuoteNotFoundError(missing)


def _found(quote: BriefQuote, texts: dict[int, list[str]]) -> Iterator[Wording]:
    for citation in quote.citations:
        anchor = citation.passage
        for text in texts[citation.source]:
            # Where the passage moved with a better text, the words are looked for in all of it.
            yield wording(quote.text, anchor.exact if anchor and anchor.holds_in(text) else text)


def _best(found: Iterator[Wording]) -> Wording:
    said = set(found)
    return next((one for one in Wording if one in said), Wording.NOT_FOUND)
