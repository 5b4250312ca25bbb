"""Proposals for a person at a terminal, each with the passage that it rests on."""

from collections.abc import Iterable, Sequence

from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal, Because, Proposals, ProposedAmount
from casefile.store.matches import Met, figure_warnings
from casefile.terms import AmountScale, label

_AROUND = 40


def show_proposals(
    text: str, metadata: SourceMetadata, proposals: Proposals, met: Sequence[Met] | None = None
) -> None:
    """Prints everything that a text proposes; with ``met``, one for each action, what a store tells of it."""
    head = (metadata.title, metadata.outlet, str(metadata.published or ""), metadata.language)
    print(" · ".join(part for part in head if part) or "(no title)")
    for action, found in zip(proposals.actions, met or [Met()] * len(proposals.actions), strict=True):
        _show_action(text, action)
        _show_met(found)
    for quote in proposals.quotes:
        speaker = ", ".join(part for part in (quote.speaker, quote.role) if part) or "nobody named"
        print(f"\n  QUOTE    {speaker}\n           “{quote.text}”")
    for reported in proposals.paraphrases:
        speaker = ", ".join(part for part in (reported.speaker, reported.role) if part)
        print(f"\n  SAID     {speaker}\n           {reported.text}")
    if proposals.events:
        print()
    for event in proposals.events:
        print(f"  EVENT    {event.date or 'not resolved'}: {_passage(text, event.because)}")
    for warning in (*proposals.warnings, *figure_warnings(met or ())):
        print(f"  WARNING  {label(warning.kind)}: {warning.message}")


def _show_action(text: str, action: ActionProposal) -> None:
    respondents = ", ".join(party.name for party in action.respondents) or "nobody named"
    print(f"\n  ACTION   {action.authority.name}: {respondents}")
    lines: list[tuple[str, object, Because]] = [
        ("measure", label(action.kind.value), action.kind.because),
        ("status", label(action.status.value), action.status.because),
        *(("amount", _amount(amount), amount.because) for amount in action.amounts),
        *(("law", law, law.because) for law in action.provisions),
    ]
    if action.date:
        lines.append(("decided", action.date.value, action.date.because))
    for name, value, because in lines:
        print(f"    {name:8} {value!s:28} {_passage(text, because)}")


def _show_met(met: Met) -> None:
    for reading in met.readings:
        print(f"    {'choice':8} {reading.money!s:28} because {'; '.join(reading.reasons)}")
    for match in met.matches:
        seems = "seems to be" if match.is_likely else "may be"
        print(f"    {seems} action {match.action_id} ({match.score:.0%}): {match.title}")
        for point in match.agreements:
            print(f"      agrees     {point.words}")
        for point in match.conflicts:
            print(f"      conflicts  {point.words}")


def _amount(amount: ProposedAmount) -> str:
    missing = " (scale missing)" if amount.scale is AmountScale.MISSING else ""
    return f"{amount.value.normalize():,f} {amount.currency}{missing}"


def _passage(text: str, because: Because) -> str:
    return " / ".join(_shown(text, start, end) for start, end in _ends(because))


def _ends(because: Because) -> Iterable[tuple[int, int]]:
    return [(span.start, span.end) for span in because.spans[:2]]


def _shown(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return f"…{before}[{text[start:end]}]{after}…".replace("\n", " ")
