"""What the overview says of a dashboard, line by line, and where each line leads. No Qt, no store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from casefile import vocabulary
from casefile.store.rows import status_label
from casefile.translation import in_sentence, tr, tr_n
from casefile.values import Money
from ui.counts import count_of
from ui.facet_choice import ValueOf
from ui.figures import figure, in_words, magnitude, sum_words
from ui.models.columns import date_text, moment_text
from ui.told import told, told_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from casefile.store.dashboard_rows import Dashboard, Parties, PartySums, Period
    from casefile.store.news import NewsLine
    from casefile.store.tallies import Tally

_NAMED_SUMS = 3
_MAGNITUDES = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))


@dataclass(frozen=True)
class Way:
    """A view, and what is to be seen in it: what a query finds, what has the values, or one action."""

    place: str
    query: str = ""
    action_id: int | None = None
    values: tuple[ValueOf, ...] = ()


@dataclass(frozen=True)
class Line:
    """A figure, a bar or an entry; shares count from 0 to 1."""

    name: str
    value: str = ""
    note: str = ""
    spoken: str = ""
    """All of it in words, for a screen reader and the tool tip."""
    way: Way | None = None
    short: str = ""
    """The value rounded, where there is no room for it."""
    short_note: str = ""
    standing: float = 0.0
    imposed: float = 0.0
    is_alert: bool = False

    @property
    def words(self) -> str:
        """All that it says."""
        return self.spoken or ", ".join(part for part in (self.name, self.value, self.note) if part)


def short_money(money: Money) -> str:
    """``€1.2bn``, ``€30.5m``, ``€525,000``: rounded to three figures where there are millions."""
    for size, letters in _MAGNITUDES:
        if abs(money.amount) >= size:
            rounded = float(f"{float(money.amount) / size:.3g}")
            sign = Money(0, money.currency).bare.removesuffix("0")
            return magnitude(f"{rounded:,.10g}", letters, sign)
    return sum_words(money)


def figures(board: "Dashboard", case_id: int | None) -> list[Line]:
    """The key figures."""
    lines = [Line(tr("Actions"), figure(board.actions), way=Way("actions"))]
    lines += [_sum_line(tally) for tally in board.tallies]
    lines += [_daily_line(tally) for tally in board.daily]
    lines += [
        Line(
            tr("Sources"), figure(board.sources),
            tr("{count} independent").format(count=figure(board.independent)), way=Way("sources"),
        ),
        Line(
            tr("To review"), figure(board.waiting), tr_n("proposal", "proposals", board.waiting),
            way=Way("inbox" if case_id is None else "sources"),
        ),
        Line(
            tr("Disputed actions"), figure(board.conflicts),
            tr("sources do not agree") if board.conflicts else "",
            way=Way("actions", "has:conflict"), is_alert=board.conflicts > 0,
        ),
        Line(
            tr("Sums without scale"), figure(board.missing),
            tr("not in the total") if board.missing else "",
            way=Way("actions", "has:missing-magnitude"), is_alert=board.missing > 0,
        ),
    ]  # fmt: skip
    return lines


def _sum_line(tally: "Tally") -> Line:
    name = tr("Total now, {currency}").format(currency=tally.currency or tr("no currency"))
    said = f"{name}: {_said(tally)}, {count_of(tally.actions, 'action')}"
    way = Way("actions", _in_currency(tally.currency))
    return Line(
        name, sum_words(tally.standing), _beside(tally, sum_words), said, way, short_money(tally.standing),
        _beside(tally, short_money),
    )  # fmt: skip


def _beside(tally: "Tally", written: "Callable[[Money], str]") -> str:
    """What belongs to a sum that stands."""
    parts = []
    if tally.imposed_minor != tally.standing_minor:
        parts.append(tr("of {amount} imposed").format(amount=written(tally.imposed)))
    elif tally.standing_minor:
        parts.append(tr("as imposed"))
    if tally.proposed_minor:
        parts.append(tr("{amount} proposed").format(amount=written(tally.proposed)))
    if tally.lacking_first:
        parts.append(tr("{count} without a first sum").format(count=tally.lacking_first))
    return ", ".join(parts)


def _daily_line(tally: "Tally") -> Line:
    name = tr("Per day, {currency}").format(currency=tally.currency or tr("no currency"))
    cut = (
        tr("of {amount} imposed").format(amount=sum_words(tally.imposed))
        if tally.imposed_minor != tally.standing_minor
        else tr("not in the total")
    )
    said = f"{name}: {_said(tally)}, {count_of(tally.actions, 'action')}"
    query = f"{_in_currency(tally.currency)} has:daily-amount".strip()
    return Line(
        name, sum_words(tally.standing), cut, said, Way("actions", query), short_money(tally.standing)
    )


def _said(tally: "Tally") -> str:
    said = tr("{standing} stands of {imposed} imposed at first").format(
        standing=sum_words(tally.standing), imposed=sum_words(tally.imposed)
    )
    said += (
        ", " + tr("{amount} only proposed").format(amount=sum_words(tally.proposed))
        if tally.proposed_minor
        else ""
    )
    if tally.lacking_first:
        said += ", " + tr("{measures} of which the first sum is not recorded").format(
            measures=count_of(tally.lacking_first, "measure")
        )
    return said


def _in_currency(currency: str) -> str:
    return f"currency:{currency}" if currency else ""


def period_lines(periods: "Sequence[Period]") -> list[Line]:
    """A bar for each period of one currency, named below it as on a timeline: ``Q1 2025``."""
    most = max((max(one.tally.imposed_minor, one.tally.standing_minor) for one in periods), default=0) or 1
    lines = []
    for period in periods:
        tally, year = period.tally, period.name
        below = " ".join(reversed(year.split("-")))
        name = in_words(below)
        said = f"{name}: {_said(tally)}, {count_of(tally.actions, 'action')}"
        query = f"{_in_currency(tally.currency)} decided:{year}".strip()
        lines.append(
            Line(
                below, short_money(tally.standing) if tally.actions else "", "",
                said if tally.actions else tr("{name}: nothing").format(name=name),
                Way("actions", query) if tally.actions else None,
                standing=tally.standing_minor / most, imposed=tally.imposed_minor / most,
            )
        )  # fmt: skip
    return lines


def party_lines(parties: "Parties", facet: str) -> list[Line]:
    """A bar for each party by its number of actions, with what stands of the sums; it leads by the facet."""
    most = max((party.actions for party in parties.shown), default=1)
    lines = [_party_line(party, facet, party.actions / most) for party in parties.shown]
    if parties.others:
        lines.append(Line(tr("and {others}").format(others=count_of(parties.others, "other"))))
    return lines


def _party_line(party: "PartySums", facet: str, share: float) -> Line:
    sums = [short_money(tally.standing) for tally in party.tallies if tally.standing_minor]
    more = len(sums) - _NAMED_SUMS
    note = " · ".join(sums[:_NAMED_SUMS]) + (
        " " + tr("and {count} more").format(count=more) if more > 0 else ""
    )
    said = "; ".join(_said(tally) for tally in party.tallies)
    actions = count_of(party.actions, "action")
    spoken = f"{party.name}: {actions}{'; ' if said else ''}{said}"
    way = Way("actions", values=(ValueOf(facet, str(party.party_id), party.name),))
    return Line(party.name, actions, note, spoken, way, standing=share)


def appeal_lines(board: "Dashboard") -> list[Line]:
    """The open appeals, and the way to the rest of them."""
    lines = [
        Line(
            appeal.title,
            tr("since {date}").format(date=date_text(appeal.since))
            if appeal.since
            else tr("day not recorded"),
            appeal.court or tr("Court not recorded"), way=Way("actions", action_id=appeal.action_id),
        )
        for appeal in board.appeals
    ]  # fmt: skip
    return lines + _rest(board.appeal_count, len(board.appeals), "open appeal", "has:open-appeal")


def deadline_lines(board: "Dashboard", today: date) -> list[Line]:
    """The deadlines ahead, and the way to the rest of them."""
    lines = [
        Line(
            deadline.title, date_text(deadline.day),
            told(vocabulary.label("measure-kinds", deadline.measure)),
            way=Way("actions", action_id=deadline.action_id),
        )
        for deadline in board.deadlines
    ]  # fmt: skip
    shown = len(board.deadlines)
    return lines + _rest(
        board.deadline_count,
        shown,
        "deadline",
        f"deadline:>={today.isoformat()}",
    )


def _rest(count: int, shown: int, what: str, query: str) -> list[Line]:
    return (
        [Line(tr("All {records}").format(records=count_of(count, what)), way=Way("actions", query))]
        if count > shown
        else []
    )


def news_lines(board: "Dashboard", case_id: int | None) -> list[Line]:
    """What changed, the latest first."""
    lines = [_news_line(line, in_case=case_id is not None) for line in board.news.lines]
    return (
        [*lines, Line(tr("Earlier changes stand in the history of each action"))] if board.news.cut else lines
    )


def _news_line(line: "NewsLine", *, in_case: bool) -> Line:
    who = f"{line.person}, {moment_text(line.at)}"
    way = None if line.kind == "removed" else Way("actions", action_id=line.action_id)
    return Line(line.title, who, _what(line, in_case=in_case), way=way)


def _what(line: "NewsLine", *, in_case: bool) -> str:
    before, after = line.before, line.after
    match line.kind.value:
        case "added":
            return tr("Added to the case file") if in_case else tr("Added")
        case "removed":
            return tr("Taken out of the case file") if in_case else tr("Taken away")
        case "settled":
            return tr("Conflict settled: {after}").format(after=told_value(after))
        case "status":
            return tr("Status changed from {before} to {after}").format(
                before=in_sentence(told(status_label(before))), after=in_sentence(told(status_label(after)))
            )
        case _ if before and after:
            return tr("Sum changed from {before} to {after}").format(
                before=told_value(before), after=told_value(after)
            )
        case _:
            return (
                tr("Sum added: {after}").format(after=told_value(after))
                if after
                else tr("Sum taken away: {before}").format(before=told_value(before))
            )
