"""What a case file and the whole store come to, and that its queries find what its figures count."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from casefile.proposals import Proposals
from casefile.store import briefs, cases, editing, lists, sums, trash
from casefile.store.brief_rows import BriefExport
from casefile.store.dashboard import dashboard
from casefile.store.dashboard_rows import Dashboard
from casefile.store.news import NewsKind
from casefile.store.schema.details import Appeal
from casefile.store.schema.evidence import Claim
from casefile.store.schema.record import Action
from casefile.store.store import Store
from casefile.store.sums import LedgerSum
from casefile.terms import ActionStatus, AmountScale, LedgerBasis
from casefile.values import Money, PartialDate
from tests.store.records import accept, action, keep

TODAY = date(2026, 1, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.create(tmp_path / "a.casefile")
    yield opened
    opened.close()


def made(
    store: Store, amount: str = "1000000", day: str | None = "2025-03-03", name: str = "Acme Corp"
) -> int:
    proposals = Proposals(actions=(action(amount, day=day, respondent=name),))
    return accept(store, keep(store, proposals, f"{name} {amount} {day}.txt")[0])


def case_of(store: Store, *action_ids: int) -> int:
    with store.write("New case file", by="ann") as writer:
        case_id = cases.add_case(writer, "Transfers", "")
        for action_id in action_ids:
            cases.add_action(writer, case_id, action_id)
    return case_id


def read(store: Store, case_id: int | None = None) -> Dashboard:
    with store.read() as reader:
        return dashboard(reader, case_id, TODAY)


def found(store: Store, query: str) -> list[int]:
    with store.read() as reader:
        return sorted(lists.action_ids(reader, words=query))


def export(store: Store, case_id: int | None) -> None:
    with store.write("Export", by="ann") as writer:
        step = briefs.last_step(writer)
        now = datetime.now(UTC)
        briefs.keep_brief(writer, BriefExport(case_id, "T", "t.pdf", "0", 1, now, step), "{}")


def test_an_empty_store_comes_to_nothing(store: Store) -> None:
    empty = read(store)
    assert (empty.actions, empty.sources, empty.waiting, empty.tallies, empty.periods) == (0, 0, 0, (), {})
    assert empty.news.lines == ()


def test_a_cut_stands_beside_what_was_imposed(store: Store) -> None:
    one, two = made(store, "9000000"), made(store, "1000000", name="Other")
    with store.write("Cut", by="ann") as writer:
        sums.enter_sum(
            writer,
            one,
            LedgerSum(LedgerBasis.REDUCED, Money(500_000_000, "EUR"), PartialDate("2025-06")),
            "ann",
        )
        sums.enter_sum(writer, two, LedgerSum(LedgerBasis.IMPOSED, Money(5_000_00, "EUR"), per="day"), "ann")
    board = read(store)
    (euros,) = board.tallies
    assert read(store, case_of(store, one, two)).authorities == board.authorities
    assert (str(euros.imposed), str(euros.standing), euros.actions) == ("€10,000,000", "€6,000,000", 2)
    assert [str(tally.standing) for tally in board.daily] == ["€5,000"]
    assert found(store, "has:daily-amount") == [two]
    assert found(store, "currency:eur") == [one, two]
    assert found(store, "currency:usd") == []
    assert [(party.name, party.actions) for party in board.authorities.shown] == [
        ("Autoriteit Persoonsgegevens", 2)
    ]
    assert {party.name for party in board.respondents.shown} == {"Acme Corp", "Other"}


def test_a_sum_without_its_magnitude_is_counted_and_not_summed(store: Store) -> None:
    proposals = Proposals(actions=(action("33.7", AmountScale.MISSING),))
    lost = accept(store, keep(store, proposals)[0])
    board = read(store)
    assert board.missing == 1
    assert [tally.standing_minor for tally in board.tallies] == [0]
    assert found(store, "has:missing-magnitude") == [lost]


def test_sums_are_told_by_quarter_where_all_dates_tell_it_else_by_year(store: Store) -> None:
    made(store, day="2024-02-02")
    made(store, "2000000", day="2024-08", name="B")
    assert [period.name for period in read(store).periods["EUR"]] == ["2024-Q1", "2024-Q2", "2024-Q3"]
    assert [str(period.tally.standing) for period in read(store).periods["EUR"]][1] == "€0"
    made(store, "3000000", day="2025", name="C")
    made(store, "4000000", day=None, name="D")
    board = read(store)
    assert [(period.name, period.tally.actions) for period in board.periods["EUR"]] == [
        ("2024", 2),
        ("2025", 1),
    ]
    assert board.undated == 1


def test_a_case_file_has_its_own_figures(store: Store) -> None:
    one, two = made(store), made(store, "2000000", name="Other")
    case_id = case_of(store, one)
    assert (read(store).sources, read(store).independent) == (2, 2)
    board = read(store, case_id)
    assert (board.actions, board.sources, board.independent) == (1, 1, 1)
    assert [str(tally.standing) for tally in board.tallies] == ["€1,000,000"]
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "action", [two])
    assert read(store).actions == 1


def test_open_appeals_are_those_that_nobody_decided(store: Store) -> None:
    said, lodged, decided, calm = (made(store, name=name) for name in ("A", "B", "C", "D"))
    with store.write("Appeals", by="ann") as writer:
        for id_ in (said, decided):
            writer.execute(update(Action).where(Action.id == id_).values(status=ActionStatus.APPEALED))
        for id_, status in ((lodged, "pending"), (decided, "upheld")):
            writer.add(
                Appeal(
                    action_id=id_, from_body="AP", from_number="", to_body="Raad van State", to_number="",
                    status=status, url="", dated=PartialDate("2025-05"),
                )
            )  # fmt: skip
    board = read(store)
    assert [(one.action_id, one.court, str(one.since or "")) for one in board.appeals] == [
        (lodged, "Raad van State", "May 2025"), (said, "", ""),
    ]  # fmt: skip
    assert board.appeal_count == 2
    assert found(store, "has:open-appeal") == [said, lodged]
    assert calm not in found(store, "has:open-appeal")


def test_deadlines_ahead_come_in_order(store: Store) -> None:
    ids = [made(store, name=name) for name in ("A", "B", "C")]
    with store.write("Deadlines", by="ann") as writer:
        for id_, day in zip(ids, ("2026-09-01", "2025-12-31", "2026-03"), strict=True):
            sums.change_measure(writer, id_, "ann", deadline=PartialDate(day), note="")
    board = read(store)
    assert [deadline.action_id for deadline in board.deadlines] == [ids[2], ids[0]]
    assert found(store, "deadline:>=2026-01-01") == [ids[0], ids[2]]


def test_what_changed_since_the_last_brief(store: Store) -> None:
    one = made(store)
    case_id = case_of(store, one)
    export(store, case_id)
    assert read(store, case_id).news.lines == ()
    two, other = made(store, "2000000", name="Other"), made(store, "3000000", name="Elsewhere")
    with store.write("Add", by="ben") as writer:
        cases.add_action(writer, case_id, two)
    with store.write("Correct", by="cem") as writer:
        sums.correct_sum(writer, one, Money(700, "EUR"), "cem")
    with store.write("Settle", by="dan") as writer:
        claim = writer.scalars(
            select(Claim).where(
                Claim.record_table == "action", Claim.field == "decided", Claim.record_id == one
            )
        ).one()
        editing.settle(writer, claim.id, "dan", "The release says so")
    news = read(store, case_id).news
    assert [(line.kind, line.action_id, line.person) for line in news.lines] == [
        (NewsKind.SETTLED, one, "dan"), (NewsKind.SUM, one, "cem"), (NewsKind.ADDED, two, "ben"),
    ]  # fmt: skip
    assert (news.lines[1].before, news.lines[1].after) == ("€1,000,000, imposed", "€7, imposed")
    assert news.since is not None
    assert other in {line.action_id for line in read(store).news.lines}


def test_what_was_taken_back_is_no_news(store: Store) -> None:
    case_id = case_of(store, made(store))
    export(store, case_id)
    with store.write("Correct", by="cem") as writer:
        sums.correct_sum(writer, 1, Money(700, "EUR"), "cem")
    assert len(read(store, case_id).news.lines) == 1
    store.undo("cem")
    assert read(store, case_id).news.lines == ()


def test_it_is_added_up_once_until_something_changes(store: Store) -> None:
    first = made(store)
    case_id = case_of(store, first)
    of_case, of_all = read(store, case_id), read(store)
    assert read(store, case_id) is of_case
    assert read(store) is of_all
    made(store, name="Bolt Ltd")
    assert (read(store).actions, read(store, case_id).actions) == (2, 1)
    store.undo("ann")
    assert read(store).actions == 1
