"""Which action a proposal is about, with reasons: pure, over made actions."""

from dataclasses import replace
from decimal import Decimal

import pytest

from casefile.proposals import (
    ActionProposal,
    ProposedAmount,
    ProposedDate,
    ProposedKind,
    ProposedParty,
    ProposedStatus,
    ProposedValue,
)
from casefile.store.comparing import KnownAction, KnownParty, KnownSum, Origin
from casefile.store.matches import ActionMatch, Aspect
from casefile.store.same_action import each_once, rank
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale
from casefile.values import Money, PartialDate, Span
from tests.store.records import action, because

NOWHERE = Origin()
AP = KnownParty(
    "Autoriteit Persoonsgegevens", frozenset({"autoriteit persoonsgegevens", "ap"}), frozenset({"NL-AP"})
)
ACME = KnownParty("Acme Corp", frozenset({"acme"}))
KNOWN = KnownAction(
    12,
    "Autoriteit Persoonsgegevens: Acme Corp",
    ActionKind.FINE,
    ActionStatus.IMPOSED,
    "NL",
    (AP,),
    (ACME,),
    frozenset({"fine"}),
    (KnownSum(Money(250_000_000, "EUR"), AmountScale.STATED, "imposed"),),
    PartialDate("2025-03-03"),
    (PartialDate("2025-03-03"),),
)


def found(
    proposal: ActionProposal, *known: KnownAction, origin: Origin = NOWHERE, text: str = ""
) -> list[ActionMatch]:
    return list(rank(proposal, origin, known or [KNOWN], lambda key: key in text))


def likely(
    proposal: ActionProposal, *known: KnownAction, origin: Origin = NOWHERE, text: str = ""
) -> int | None:
    matches = found(proposal, *known, origin=origin, text=text)
    return next((match.action_id for match in matches if match.is_likely), None)


def euros(amount: str, currency: str = "EUR", role: AmountRole = AmountRole.FINE) -> ProposedAmount:
    return ProposedAmount(
        Decimal(amount), currency, AmountScale.STATED, role, Span(23, 35), because("€2.5 million")
    )


def respondent(name: str) -> tuple[ProposedParty, ...]:
    return (ProposedParty(name, because("Acme Corp")),)


def test_all_that_agrees_is_told_with_its_passages() -> None:
    (match,) = found(action())
    assert match.is_likely
    assert match.score > 0.95
    assert {point.aspect: point.words for point in match.agreements} == {
        Aspect.AUTHORITY: "same authority (Autoriteit Persoonsgegevens)",
        Aspect.RESPONDENT: "same respondent (Acme Corp)",
        Aspect.AMOUNT: "same sum (€2,500,000)",
        Aspect.DATE: "same date (3 March 2025)",
        Aspect.KIND: "same measure (fine)",
    }
    assert match.conflicts == ()
    assert all(point.spans for point in match.agreements)


def test_another_figure_is_a_conflict_and_no_other_action() -> None:
    (match,) = found(action("2900000"))
    assert match.is_likely
    assert [point.words for point in match.conflicts] == ["€2,900,000 here, €2,500,000 in the store"]
    assert match.conflicts[0].spans == (Span(23, 35),)


@pytest.mark.parametrize("amount", ["2450000", "2500000 1000000", "2.5"])
def test_rounding_parts_and_missing_magnitudes_are_none(amount: str) -> None:
    scale = AmountScale.MISSING if amount == "2.5" else AmountScale.STATED
    (match,) = found(action(amount, scale))
    assert match.is_likely
    assert match.conflicts == ()


def test_a_conversion_agrees_at_the_rate_of_its_time_only() -> None:
    converted, wrong = (replace(action(), amounts=(euros(sum_, "USD"),)) for sum_ in ("2620000", "3900000"))
    (match,) = found(converted)
    assert match.conflicts == ()
    assert any("at the rate of that time" in point.words for point in match.agreements)
    (match,) = found(wrong)
    assert [point.words for point in match.conflicts] == ["$3,900,000 here, €2,500,000 in the store"]


def test_the_same_figure_in_another_currency_is_a_conflict() -> None:
    (match,) = found(replace(action(), amounts=(euros("2500000", "USD"),)))
    assert match.is_likely
    assert [point.aspect for point in match.conflicts] == [Aspect.AMOUNT]


def test_sums_by_the_day_are_compared_with_such_only() -> None:
    by_day = KnownSum(Money(5_000_000, "EUR"), AmountScale.STATED, "imposed", "day")
    known = replace(KNOWN, sums=(*KNOWN.sums, by_day))
    proposal = replace(action(), amounts=(euros("2500000"), euros("40000", role=AmountRole.PER_DAY)))
    (match,) = found(proposal, known)
    assert [point.words for point in match.conflicts] == ["€40,000 here, €50,000 in the store"]


@pytest.mark.parametrize("day", ["2025-03", "2025", "2025-03-03"])
def test_a_date_that_holds_the_other_agrees(day: str) -> None:
    (match,) = found(action(day=day))
    assert Aspect.DATE in {point.aspect for point in match.agreements}
    assert match.conflicts == ()


def test_days_apart_are_a_conflict_years_apart_another_action() -> None:
    (match,) = found(action(day="2025-03-20"))
    assert match.is_likely
    assert [point.words for point in match.conflicts] == ["20 March 2025 here, 3 March 2025 in the store"]
    assert likely(action(day="2021-03-03")) is None
    assert likely(action("1000000", day="2024")) is None


def test_an_article_from_before_the_decision_is_about_another() -> None:
    undated = action(day=None)
    assert likely(undated, origin=Origin(published=PartialDate("2025-03-05"))) == 12
    proposal = replace(undated, amounts=())
    assert likely(proposal, origin=Origin(published=PartialDate("2024-11-02"))) is None


def test_another_authority_is_another_action() -> None:
    other = replace(action(), authority=ProposedParty("CNIL", because("AP"), "FR-CNIL"))
    assert likely(other) is None


def test_an_authority_of_no_registry_is_compared_by_its_names() -> None:
    council = KnownParty("Medicines Council", frozenset({"medicines council"}))
    known = replace(KNOWN, authorities=(council,))
    named = replace(action(), authority=ProposedParty("Medicines Council of Acmeland", because("AP")))
    assert likely(named, known) == 12
    other = replace(action(), authority=ProposedParty("Lottery Board", because("AP")))
    (match,) = found(other, known)
    assert Aspect.AUTHORITY in {point.aspect for point in match.conflicts}


@pytest.mark.parametrize("status", [ActionStatus.ANNULLED, ActionStatus.REDUCED])
def test_a_ruling_is_about_what_the_authority_had_decided(status: ActionStatus) -> None:
    court = ProposedParty("Raad van State", because("AP"), "NL-RVS")
    ruling = replace(
        action("2500000", status=status, day="2026-05-06"),
        authority=court,
        kind=ProposedKind(ActionKind.ANNULMENT, because("fined")),
    )
    (match,) = found(ruling)
    assert match.is_likely
    assert match.conflicts == ()
    abroad = replace(
        ruling, authority=ProposedParty("Conseil d'État", because("AP"), "FR-CE"), jurisdiction="FR"
    )
    assert likely(abroad) is None


def test_a_cut_does_not_contradict_what_was_cut() -> None:
    (match,) = found(action("1000000", status=ActionStatus.REDUCED, day="2026-01-10"))
    assert match.is_likely
    assert match.conflicts == ()


def test_a_cut_from_before_the_decision_is_about_another() -> None:
    assert likely(action("1000000", status=ActionStatus.REDUCED, day="2019-01-10")) is None


def test_an_investigation_is_no_decision() -> None:
    opened = ProposedKind(ActionKind.INVESTIGATION, because("fined"))
    assert likely(replace(action(day="2025-03"), kind=opened, amounts=())) is None
    assert likely(replace(action(day="2025-03"), amounts=())) == 12


def test_a_ban_is_not_the_fine_unless_the_dates_agree() -> None:
    ban = replace(action(day=None), kind=ProposedKind(ActionKind.BAN, because("fined")), amounts=())
    assert likely(ban) is None
    assert likely(replace(ban, date=ProposedDate(PartialDate("2025-03-03"), because("fined")))) == 12


@pytest.mark.parametrize("name", ["Acme", "ACME Corporation", "Acme Corp Europe"])
def test_respondents_by_other_forms_of_their_name(name: str) -> None:
    assert likely(replace(action(), respondents=respondent(name))) == 12


def test_an_alias_of_the_store_is_enough() -> None:
    known = replace(KNOWN, respondents=(KnownParty("Acme Corp", frozenset({"acme", "roadrunner traps"})),))
    (match,) = found(replace(action(), respondents=respondent("Roadrunner Traps")), known)
    assert match.is_likely
    assert "Roadrunner Traps = Acme Corp" in {point.words for point in match.agreements}


def test_another_respondent_on_the_same_day_is_another_action() -> None:
    assert likely(replace(action("20000"), respondents=respondent("Beta"))) is None


def test_a_trade_name_is_told_by_the_text_that_has_both() -> None:
    traded = replace(action(), respondents=respondent("TrapMate"))
    (match,) = found(traded, text="trapmate belongs to acme")
    assert match.is_likely
    assert "the text names Acme Corp too" in {point.words for point in match.agreements}
    assert [point.aspect for point in match.conflicts] == [Aspect.RESPONDENT]


def test_without_an_authority_the_rest_has_to_do() -> None:
    nobody = replace(action(), authority=ProposedParty("", because("AP")))
    assert likely(nobody) == 12
    assert likely(replace(nobody, jurisdiction="FR", amounts=(), date=None)) is None


def test_a_number_of_the_action_settles_it() -> None:
    numbered = ProposedValue("identifier", "Z2024-1", because("AP"), scheme="case-number")
    proposal = replace(action(day=None), respondents=respondent("Beta"), amounts=(), more=(numbered,))
    assert likely(proposal) is None
    assert likely(proposal, replace(KNOWN, numbers={"case-number": "Z2024-1"})) == 12


def test_of_several_the_nearest_is_likely_and_of_equals_none() -> None:
    other = replace(KNOWN, id=13, sums=(), decided=PartialDate("2019"), dates=(PartialDate("2019"),))
    assert likely(action(), KNOWN, other) == 12
    twins = (replace(KNOWN, id=1), replace(KNOWN, id=2))
    matches = found(action(), *twins)
    assert [match.action_id for match in matches] == [1, 2]
    assert [match.is_likely for match in matches] == [False, False]
    assert sum(match.score for match in matches) <= 1


def test_what_one_source_tells_apart_is_one_action_at_most() -> None:
    first, second = found(action()), found(action("2900000"))
    once = each_once([tuple(second), tuple(first)], ())
    assert [[match.is_likely for match in matches] for matches in once] == [[False], [True]]
    taken = each_once([tuple(first)], [12])
    assert [match.is_likely for match in taken[0]] == [False]


def test_an_action_of_the_same_source_is_not_likely_the_same() -> None:
    known = replace(KNOWN, sums=(), decided=None, dates=(), source_ids=frozenset({5}))
    undated = replace(action(day=None), amounts=())
    assert likely(undated, known, origin=Origin(6)) == 12
    assert likely(undated, known, origin=Origin(5)) is None


def test_a_later_status_is_no_conflict() -> None:
    appealed = replace(action(), status=ProposedStatus(ActionStatus.APPEALED, because("fined")))
    (match,) = found(appealed)
    assert match.conflicts == ()
