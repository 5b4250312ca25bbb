"""Proposals as plain JSON values, the format that ``casefile extract --json`` prints. Imports no SQLAlchemy.

Amounts are numbers in major units, dates ISO 8601 with their precision (a quarter as ``2026-Q1``), offsets
code points of ``text``. ``laws`` are named as the text names them, each before its articles, ``provisions``
as the registry does.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from casefile.metadata import SourceMetadata
from casefile.proposals import (
    ActionProposal,
    Because,
    EventProposal,
    Proposals,
    ProposedAmount,
    ProposedProvision,
    QuoteProposal,
    WarningProposal,
)
from casefile.store.matches import ActionMatch, Met, Point, ScaleReading, figure_warnings
from casefile.values import DatePrecision, PartialDate

_QUARTERS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}


def proposals_as_json(
    text: str, metadata: SourceMetadata, proposals: Proposals, met: Sequence[Met] | None = None
) -> dict[str, object]:
    """The source, the text and the proposals as JSON-ready values.

    Where the actions have met a store, ``met`` has one entry for each: then they say which actions in it they
    may be about, sums without their magnitude how they may be read, and the warnings what contradicts it.
    """
    actions = [_action(action) for action in proposals.actions]
    warnings = list(proposals.warnings)
    if met is not None:
        for action, shown, found in zip(proposals.actions, actions, met, strict=True):
            shown["matches"] = [_match(match) for match in found.matches]
            shown["amounts"] = [
                _amount(amount) | {"readings": [_reading(one) for one in found.readings if one.is_of(amount)]}
                for amount in action.amounts
            ]
        warnings = sorted((*warnings, *figure_warnings(met)), key=lambda warning: warning.span)
    return {
        "source": _source(metadata),
        "text": text,
        "actions": actions,
        "quotes": [_quote(quote) for quote in proposals.quotes],
        "paraphrases": [_quote(quote) for quote in proposals.paraphrases],
        "events": [_event(event, text) for event in proposals.events],
        "warnings": [_warning(warning) for warning in warnings],
    }


def _source(metadata: SourceMetadata) -> dict[str, object]:
    return {
        "title": metadata.title,
        "outlet": metadata.outlet,
        "authors": list(metadata.authors),
        "published": metadata.published.edtf if metadata.published else None,
        "language": metadata.language,
        "url": metadata.url,
        "kind": metadata.kind.value,
    }


def _action(action: ActionProposal) -> dict[str, object]:
    return {
        "authority": action.authority.name,
        "authority_id": action.authority.code,
        "respondents": [party.name for party in action.respondents],
        "jurisdiction": action.jurisdiction,
        "kind": action.kind.value.value,
        "status": action.status.value.value,
        "amounts": [_amount(amount) for amount in action.amounts],
        "laws": _laws(action.provisions),
        "provisions": [
            {"instrument": provision.instrument, "article": provision.article}
            for provision in action.provisions
        ],
        "date": _date(action.date.value) if action.date else None,
        "main": action.main,
        **_reason(action.because),
    }


def _laws(provisions: Iterable[ProposedProvision]) -> list[str]:
    """Each law before its articles, each once, as the text names them."""
    named = ((one.named or one.instrument, one.as_named) for one in provisions)
    return list(dict.fromkeys(each for pair in named for each in pair))


def _amount(amount: ProposedAmount) -> dict[str, object]:
    return {
        "value": _number(amount.value),
        "currency": amount.currency,
        "scale": amount.scale.value,
        "role": amount.role.value,
        "start": amount.span.start,
        "end": amount.span.end,
        **_reason(amount.because),
    }


def _match(match: ActionMatch) -> dict[str, object]:
    return {
        "action": match.action_id,
        "title": match.title,
        "score": match.score,
        "likely": match.is_likely,
        "agrees": [_point(point) for point in match.agreements],
        "conflicts": [_point(point) for point in match.conflicts],
    }


def _point(point: Point) -> dict[str, object]:
    return {"aspect": point.aspect.value, "words": point.words}


def _reading(reading: ScaleReading) -> dict[str, object]:
    money = reading.money
    return {"value": _number(money.amount), "currency": money.currency, "reasons": list(reading.reasons)}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _quote(quote: QuoteProposal) -> dict[str, object]:
    return {
        "text": quote.text,
        "start": quote.span.start,
        "end": quote.span.end,
        "speaker": quote.speaker or None,
        "role": quote.role,
        "kind": quote.kind.value,
        **_reason(quote.because),
    }


def _event(event: EventProposal, text: str) -> dict[str, object]:
    date = _date(event.date) if event.date else {"value": None, "precision": None}
    return {
        **date,
        "start": event.span.start,
        "end": event.span.end,
        "text": event.span.of(text),
        "about": event.about,
        **_reason(event.because),
    }


def _date(date: PartialDate) -> dict[str, object]:
    value = date.edtf
    if date.precision is DatePrecision.QUARTER:
        value = f"{value[:5]}{_QUARTERS[value[5:7]]}"
    return {"value": value, "precision": date.precision.value}


def _warning(warning: WarningProposal) -> dict[str, object]:
    return {
        "kind": warning.kind.value,
        "start": warning.span.start,
        "end": warning.span.end,
        "message": warning.message,
    }


def _reason(because: Because) -> dict[str, object]:
    return {
        "rule": because.rule,
        "confidence": because.confidence,
        "passages": [{"start": span.start, "end": span.end} for span in because.spans],
    }
