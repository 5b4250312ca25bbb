"""Facts in the window: added, edited, settled, rejected, verified, told; all of it can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTreeWidgetItem

from casefile.proposals import Proposals
from casefile.store import editing, party_edits
from casefile.store.party_edits import PartyDetails
from casefile.store.rows import ClaimRow, Fact
from casefile.store.store import Store
from casefile.terms import ClaimState, LedgerBasis
from casefile.values import Money
from tests.store.records import accept, action, keep
from tests.ui.made_records import Settle, dialog_of, in_store
from ui.dialogs.choose_field import MEASURE, SUM, FieldChooser
from ui.dialogs.form import FormDialog
from ui.dialogs.settle import SettleDialog
from ui.main_window import MainWindow
from ui.widgets.evidence_tree import EvidenceTree
from ui.widgets.fact_tree import Place


@pytest.fixture
def opened(
    disputed_first: None,  # noqa: ARG001  the window's store
    window: MainWindow,
    settle: Settle,
) -> MainWindow:
    """The window on an action whose sources give two sums."""
    window.go("actions")
    settle()
    return window


def rows(tree: EvidenceTree) -> list[list[str]]:
    found: list[list[str]] = []

    def walk(item: QTreeWidgetItem | None) -> None:
        if item is not None:
            found.append([item.text(column) for column in range(tree.columnCount())])
            for place in range(item.childCount()):
                walk(item.child(place))

    for place in range(tree.topLevelItemCount()):
        walk(tree.topLevelItem(place))
    return found


def facts(window: MainWindow, name: str) -> list[Fact]:
    detail = window.actions_pane.detail
    assert detail is not None
    return [fact for fact in detail.record.facts if fact.field == name]


def fact(window: MainWindow, name: str) -> Fact:
    return facts(window, name)[0]


def trigger(window: MainWindow, settle: Settle, name: str) -> None:
    assert window.commands[name].isEnabled(), name
    window.commands[name].trigger()
    settle()


def type_into(dialog: FormDialog, **words: str) -> None:
    for name, text in words.items():
        entry = dialog.inputs[name]
        if isinstance(entry, QComboBox):
            entry.setEditText(text)
        else:
            assert isinstance(entry, QLineEdit)
            entry.setText(text)


def undo_text(window: MainWindow) -> str:
    return window.commands["undo"].text()


def test_facts_stand_in_their_groups(opened: MainWindow) -> None:
    tree = opened.actions_pane.facts
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    assert [item.text(0) for item in groups if item] == ["Parties", "Procedure", "Measures", "Dates"]
    shown = rows(tree)
    assert ["Respondent", "Acme Corp", "2 sources"] in shown
    assert ["Imposed", "€2,500,000 · 3 March 2025", "2 sources · conflict"] in shown
    assert ["Accepted", "€5,200,000"] in [row[:2] for row in shown]


def test_what_is_known_of_sums_and_parties_unfolds_below_them(opened: MainWindow, settle: Settle) -> None:
    def work(store: Store) -> None:
        with store.write("Describe", by="bob") as writer:
            party_edits.describe_party(writer, 1, PartyDetails(legal_name="Acme Corporation"), "bob")

    in_store(opened, settle, work)
    tree = opened.actions_pane.facts
    shown = rows(tree)
    assert ["Legal name", "Acme Corporation", "entered by hand"] in shown
    assert ["Basis", "Imposed", "2 sources"] in shown
    (legal,) = tree.findItems("Legal name", Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
    tree.setCurrentItem(legal)
    trigger(opened, settle, "edit_fact")
    dialog = dialog_of(FormDialog)
    assert (dialog.windowTitle(), dialog.entries()["legal_name"]) == ("Edit Acme Corp", "Acme Corporation")
    dialog.reject()


def test_own_words_are_marked_also_within_a_value(opened: MainWindow, settle: Settle) -> None:
    def work(store: Store) -> None:
        with store.write("Own words", by="bob") as writer:
            law = {"instrument": "GDPR", "article": "6", "finding": "Left open"}
            editing.set_value(writer, 1, "provision", law, "bob")
            editing.set_value(writer, 1, "provision", law | {"article": "7", "finding": "infringed"}, "bob")
            editing.set_value(writer, 1, "status", "Referred to the prosecutor", "bob")

    in_store(opened, settle, work)
    shown = rows(opened.actions_pane.facts)
    assert ["Law", "GDPR Art. 6 (Left open)", "entered by hand · not in the list"] in shown
    assert ["Law", "GDPR Art. 7 (Infringed)", "entered by hand"] in shown
    assert ["Status", "Referred to the prosecutor", "2 sources · not in the list"] in shown


def test_a_date_is_edited_and_what_the_machine_said_stays_in_sight(
    opened: MainWindow, settle: Settle
) -> None:
    assert opened.actions_pane.facts.choose_fact("decided")
    trigger(opened, settle, "edit_fact")
    dialog = dialog_of(FormDialog)
    assert dialog.windowTitle() == "Edit decided"
    assert dialog.entries()["value"] == "2025-03-03"
    type_into(dialog, value="next week")
    assert not dialog.can_accept
    assert dialog.note("value").startswith("Not understood as a date")
    type_into(dialog, value="2025-03-10", reason="the decision says so")
    assert dialog.note("value") == "Understood as: 10 March 2025"
    dialog.accept()
    settle()
    found = fact(opened, "decided")
    assert found.value == "10 March 2025"
    assert [claim.state for claim in found.claims][:1] == [ClaimState.SUPERSEDED]
    assert ["Superseded", "3 March 2025"] in [row[:2] for row in rows(opened.actions_pane.facts)]
    assert ["By hand", "the decision says so"] in [row[:2] for row in rows(opened.actions_pane.facts)]
    assert undo_text(opened) == "Undo: Edit decided"
    place = opened.actions_pane.facts.place
    assert place.fact is not None
    assert place.fact.field == "decided"
    trigger(opened, settle, "undo")
    assert fact(opened, "decided").value == "3 March 2025"


def test_an_empty_field_is_found_by_typing_and_filled_with_own_words(
    opened: MainWindow, settle: Settle
) -> None:
    trigger(opened, settle, "add_fact")
    chooser = dialog_of(FieldChooser)
    assert {"sector", "identifier", "appeal", MEASURE, SUM} <= set(chooser.shown)
    assert not {"amount", "conversion", "kind"} & set(chooser.shown)
    QTest.keyClicks(chooser.search, "sect")
    assert chooser.shown == ["sector"]
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    QTest.qWait(0)
    dialog = dialog_of(FormDialog)
    assert dialog.windowTitle() == "Add sector"
    type_into(dialog, value="the moon")
    assert dialog.note("value").startswith("Not in the list")
    dialog.accept()
    settle()
    assert ["Sector", "the moon", "entered by hand · not in the list"] in rows(opened.actions_pane.facts)
    assert undo_text(opened) == "Undo: Add sector"


def test_the_arrows_move_in_the_list_of_fields(opened: MainWindow, settle: Settle) -> None:
    trigger(opened, settle, "add_fact")
    chooser = dialog_of(FieldChooser)
    QTest.keyClicks(chooser.search, "dec")
    assert chooser.shown == ["decided"]
    chooser.search.clear()
    QTest.keyClicks(chooser.search, "fi")
    before = chooser.list.currentItem()
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.list.currentItem() is not before
    QTest.keyClick(chooser.search, Qt.Key.Key_Up)
    assert chooser.list.currentItem() is before
    chooser.reject()


def test_one_of_several_values_is_put_in_the_place_of_another(opened: MainWindow, settle: Settle) -> None:
    for tag in ("faces", "scraping"):
        opened.records.facts.add_field("tag")
        dialog = dialog_of(FormDialog)
        type_into(dialog, value=tag)
        dialog.accept()
        settle()
    assert opened.actions_pane.facts.choose_fact("tag")
    trigger(opened, settle, "edit_fact")
    dialog = dialog_of(FormDialog)
    assert dialog.entries()["value"] == "scraping"
    type_into(dialog, value="web scraping")
    dialog.accept()
    settle()
    assert [found.value for found in facts(opened, "tag") if found.live] == ["faces", "web scraping"]
    trigger(opened, settle, "remove_value")
    assert [found.value for found in facts(opened, "tag") if found.live] == ["faces"]


def conflict_place(window: MainWindow) -> Place:
    tree = window.actions_pane.facts
    for item in tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
        tree.setCurrentItem(item)
        if tree.place.fact is not None and tree.place.fact.in_conflict:
            return tree.place
    raise AssertionError("no conflict")


def test_a_conflict_is_settled_with_a_reason(opened: MainWindow, settle: Settle) -> None:
    assert opened.actions_pane.facts.choose_fact("respondent")
    assert not opened.commands["settle"].isEnabled()
    conflict_place(opened)
    trigger(opened, settle, "settle")
    dialog = dialog_of(SettleDialog)
    assert [rival.value for rival in dialog.rivals] == ["€2,500,000", "€5,200,000"]
    assert dialog.choices[0].isChecked()
    assert "first.txt" in dialog.choices[0].accessibleDescription()
    assert "€2.5 million" in dialog.choices[0].accessibleDescription()
    QTest.keyClick(dialog.reason_line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.choices[1].setChecked(True)
    QTest.keyClicks(dialog.reason_line, "the decision gives this sum")
    QTest.keyClick(dialog.reason_line, Qt.Key.Key_Return)
    settle()
    found = fact(opened, "amount")
    assert (found.value, found.in_conflict) == ("€5,200,000", False)
    assert undo_text(opened) == "Undo: Settle fine, imposed"
    trigger(opened, settle, "undo")
    assert fact(opened, "amount").in_conflict


def test_a_claim_is_rejected_and_accepted_again(opened: MainWindow, settle: Settle) -> None:
    place = conflict_place(opened)
    assert place.fact is not None
    opened.records.facts.reject(Place(place.fact, place.fact.claims[0], place.measure, place.line))
    settle()
    assert fact(opened, "amount").value == "€5,200,000"
    assert not fact(opened, "amount").in_conflict
    assert undo_text(opened) == "Undo: Reject a claim on fine, imposed"
    rejected = fact(opened, "amount").claims[0]
    assert ["Rejected", "€2,500,000"] in [row[:2] for row in rows(opened.actions_pane.facts)]
    opened.records.facts.accept(Place(fact(opened, "amount"), rejected))
    settle()
    assert fact(opened, "amount").in_conflict


def test_a_sum_whose_claims_were_all_rejected_can_come_back(opened: MainWindow, settle: Settle) -> None:
    place = conflict_place(opened)
    assert place.fact is not None
    for claim in place.fact.claims:
        opened.records.facts.reject(Place(place.fact, claim))
        settle()
    assert facts(opened, "amount") == []
    shown = rows(opened.actions_pane.facts)
    assert any(row[0] == "Imposed" and row[2] == "Rejected" for row in shown)
    opened.records.facts.accept(Place(place.fact, opened_claim(opened)))
    settle()
    assert fact(opened, "amount").value == "€2,500,000"


def test_a_sum_that_was_left_out_in_review_is_in_sight_and_accepted_again(
    window: MainWindow, settle: Settle
) -> None:
    def leave_out(store: Store) -> int:
        (proposal_id,) = keep(store, Proposals(actions=(action("2500000 900000"),)))
        return accept(store, proposal_id, action("2500000"))

    in_store(window, settle, leave_out)
    window.go("actions")
    settle()
    tree = window.actions_pane.facts
    assert ["Amount", "€900,000", "Rejected"] in rows(tree)
    left_out = tree.findItems("Amount", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert [item.text(1) for item in left_out] == ["€900,000"]
    tree.setCurrentItem(left_out[0])
    trigger(window, settle, "accept_claim")
    assert [fact_.value for fact_ in facts(window, "amount") if fact_.live] == ["€2,500,000", "€900,000"]
    assert ["Amount", "€900,000", "Rejected"] not in rows(tree)
    assert undo_text(window) == "Undo: Accept a claim on amount"


def opened_claim(window: MainWindow) -> ClaimRow:
    detail = window.actions_pane.detail
    assert detail is not None
    return detail.measures[0].entries[0].claims[0]


def test_measures_and_sums_are_added_corrected_and_converted(opened: MainWindow, settle: Settle) -> None:
    trigger(opened, settle, "add_measure")
    dialog = dialog_of(FormDialog)
    type_into(dialog, kind="Deletion", deadline="2025-09")
    dialog.accept()
    settle()
    assert ["Deletion", "until September 2025", ""] in rows(opened.actions_pane.facts)
    trigger(opened, settle, "add_sum")
    dialog = dialog_of(FormDialog)
    basis = dialog.inputs["basis"]
    assert isinstance(basis, QComboBox)
    basis.setCurrentIndex(basis.findData(str(LedgerBasis.REDUCED)))
    type_into(dialog, amount="1,000,000", dated="2025-12-01", reason="on appeal")
    dialog.accept()
    settle()
    assert undo_text(opened) == "Undo: Add reduced €1,000,000"
    detail = opened.actions_pane.detail
    assert detail is not None
    assert detail.record.row.amount == Money(100_000_000, "EUR")
    line = detail.measures[0].entries[1]
    opened.records.ledger.correct(line)
    dialog = dialog_of(FormDialog)
    type_into(dialog, amount="1,100,000", note="see the ruling")
    dialog.accept()
    settle()
    opened.records.ledger.convert(Place(line.fact, None, detail.measures[0], line))
    settle()
    dialog = dialog_of(FormDialog)
    assert "reference rate of" in dialog.note("currency")
    dialog.accept()
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    line = detail.measures[0].entries[1]
    assert (line.money, line.note) == (Money(110_000_000, "EUR"), "see the ruling")
    assert line.converted is not None
    assert line.converted.currency == "USD"
    converted = next(row for row in rows(opened.actions_pane.facts) if row[0] == "Converted")
    assert converted[1] == str(line.converted)
    assert line.rate in converted[2]
    assert "December 2025" in converted[2] or "November 2025" in converted[2]


def test_a_sum_of_no_certain_day_is_not_converted(opened: MainWindow, settle: Settle) -> None:
    for dated in ("2025-12", "2025-12-01"):
        opened.records.ledger.add_sum()
        dialog = dialog_of(FormDialog)
        type_into(dialog, amount="7", dated=dated)
        dialog.accept()
        settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    month, day = detail.measures[0].entries[1:]
    opened.records.ledger.convert(Place(month.fact, None, detail.measures[0], month))
    settle()
    assert "converted at the rate of its day" in opened.messages.text
    opened.records.ledger.convert(Place(day.fact, None, detail.measures[0], day))
    settle()
    dialog_of(FormDialog).reject()


def test_a_measure_gets_another_deadline(opened: MainWindow, settle: Settle) -> None:
    detail = opened.actions_pane.detail
    assert detail is not None
    opened.records.ledger.change_measure(detail.measures[0])
    dialog = dialog_of(FormDialog)
    assert "kind" not in dialog.inputs
    type_into(dialog, deadline="2026-01-31")
    dialog.accept()
    settle()
    assert ["Fine", "until 31 January 2026", ""] in rows(opened.actions_pane.facts)


def test_verifying_says_by_whom_and_when(opened: MainWindow, settle: Settle) -> None:
    trigger(opened, settle, "verify")
    detail = opened.actions_pane.detail
    assert detail is not None
    assert detail.verified_by == "Tester"
    assert undo_text(opened) == "Undo: Mark as verified"


def test_the_history_is_told_newest_first(opened: MainWindow, settle: Settle) -> None:
    tabs = opened.actions_pane.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        "Fact&s", "C&onflicts 1", "&Penalty", "&Quotes 1", "&Timeline 1", "&Notes", "H&istory",
    ]  # fmt: skip
    trigger(opened, settle, "verify")
    tabs.setCurrentWidget(tabs.history)
    settle()
    shown = rows(tabs.history)
    assert ["Verified by: Tester", "Tester", "Mark as verified"] in [row[1:] for row in shown[:2]]
    assert any(row[1] == "Status: Imposed" and row[2] == "ann" for row in shown)
    trigger(opened, settle, "undo")
    settle()
    undone = ["Verified by: Tester (removed, undone)", "Tester", "Mark as verified"]
    assert undone in [row[1:] for row in rows(tabs.history)[:2]]


def test_the_history_of_a_source_stands_beside_its_text(opened: MainWindow, settle: Settle) -> None:
    opened.go("sources")
    settle()
    tabs = opened.sources.tabs
    tabs.setCurrentWidget(opened.sources.history)
    settle()
    assert any("Title: " in row[1] for row in rows(opened.sources.history))


def test_quotes_and_events_of_the_action_open_their_passages(opened: MainWindow, settle: Settle) -> None:
    tabs = opened.actions_pane.tabs
    tabs.setCurrentWidget(tabs.quotes)
    item = tabs.quotes.topLevelItem(0)
    assert item is not None
    assert (item.text(0), item.text(1)) == ("Ann Lee", "“We disagree,”")
    tabs.quotes.itemActivated.emit(item, 0)
    settle()
    assert opened.sources.reader.textCursor().selectedText() == "We disagree,"


def test_the_cursor_stays_where_it_was_and_folded_facts_stay_folded(
    opened: MainWindow, settle: Settle
) -> None:
    tree = opened.actions_pane.facts
    assert tree.choose_fact("authority")
    item = tree.currentItem()
    assert item is not None
    item.setExpanded(False)
    trigger(opened, settle, "verify")
    item = tree.currentItem()
    assert item is not None
    assert (item.text(0), item.isExpanded()) == ("Authority", False)


def test_a_fact_is_opened_by_enter(opened: MainWindow, settle: Settle) -> None:
    tree = opened.actions_pane.facts
    assert tree.choose_fact("status")
    item = tree.currentItem()
    assert item is not None
    tree.itemActivated.emit(item, 0)
    settle()
    assert dialog_of(FormDialog).windowTitle() == "Edit status"
    dialog_of(FormDialog).reject()


def test_nothing_can_be_done_with_facts_that_are_not_in_sight(window: MainWindow, settle: Settle) -> None:
    window.go("actions")
    settle()
    for name in ("add_fact", "edit_fact", "settle", "verify", "same_as", "trash"):
        assert not window.commands[name].isEnabled(), name
