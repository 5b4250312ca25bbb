"""Large briefs about invented companies, and the same text for renderers that are not ours."""

from casefile.briefs.model import (
    Amount,
    Brief,
    BriefAction,
    BriefEvent,
    BriefFact,
    BriefQuote,
    BriefSource,
    Citation,
    FactField,
    LedgerEntry,
    Statement,
)
from casefile.terms import LedgerBasis
from casefile.values import Anchor, Money, PartialDate, Span
from tests.briefs.conftest import AS_OF

_TEXT = (
    "the authority found that the company had collected personal data without a legal basis and kept it for "
    "longer than necessary which it had been told to end within three months of the decision of the court"
)
_WORDS = _TEXT.split()


def made_brief(actions: int) -> Brief:
    """A brief of so many actions, each with facts, a ledger, two quotes, three events and notes."""
    sources = tuple(_source(number) for number in range(1, actions // 2 + 2))
    return Brief(
        f"Enforcement against {actions} companies",
        AS_OF,
        subtitle="Made for measuring",
        organisation="Office of Measures",
        marking="INTERNAL",
        summary=(Statement(_sentence(0, 60)),),
        actions=tuple(_action(number, sources) for number in range(actions)),
        quotes=tuple(_quote(number, sources) for number in range(2 * actions)),
        events=tuple(_event(number, sources) for number in range(3 * actions)),
        sources=sources,
    )


def _sentence(seed: int, words: int) -> str:
    chosen = (_WORDS[(seed * 7 + index * (1 + seed % 5)) % len(_WORDS)] for index in range(words))
    return f"{' '.join(chosen).capitalize()} {seed}."


def _source(number: int) -> BriefSource:
    url = f"https://news.example/2025/{number}/decision"
    digest = f"{number:064x}"
    day = PartialDate("2025-03")
    return BriefSource(number, _sentence(number, 8), f"Paper {number}", (), day, url, sha256=digest)


def _cite(number: int, sources: tuple[BriefSource, ...]) -> Citation:
    text = _sentence(number, 30)
    return Citation(1 + number % len(sources), Anchor.at(text, Span(20, 90)))


def _action(number: int, sources: tuple[BriefSource, ...]) -> BriefAction:
    cited = (_cite(number, sources), _cite(number + 1, sources))
    amount = Amount(Money(1_000_00 * (number + 1), "EUR"))
    return BriefAction(
        f"Fine against Company {number} for {_sentence(number, 6)}",
        (
            BriefFact(FactField.RESPONDENT, f"Company {number}", cited),
            BriefFact(FactField.AUTHORITY, f"Authority {number % 27}", cited[:1]),
            BriefFact(FactField.KIND, "Fine and order", cited[1:]),
            BriefFact(FactField.DECIDED, PartialDate("2025-03-18"), cited[:1]),
            BriefFact(FactField.AMOUNT, amount, cited, (Statement(_sentence(number, 12), cited),)),
            BriefFact(FactField.PROVISION, "GDPR Art. 5(1)(a)", cited[:1]),
        ),
        tuple(
            LedgerEntry(PartialDate(f"202{year}"), basis, amount, cited[:1])
            for year, basis in ((4, LedgerBasis.IMPOSED), (5, LedgerBasis.REDUCED))
        ),
    )


def _quote(number: int, sources: tuple[BriefSource, ...]) -> BriefQuote:
    text = _sentence(number, 25 if number % 3 else 70)
    return BriefQuote(text, (_cite(number, sources),), f"Speaker {number}", "spokesperson")


def _event(number: int, sources: tuple[BriefSource, ...]) -> BriefEvent:
    return BriefEvent(PartialDate("2025-03"), _sentence(number, 14), (_cite(number, sources),))
