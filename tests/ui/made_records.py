"""Records that the window's tests need: made in the open store, through the window's own write lane."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog

from casefile.proposals import EventProposal, Proposals
from casefile.store.store import Store
from casefile.values import PartialDate
from tests.store.records import accept, action, because, keep, quote
from ui.main_window import MainWindow

Result = TypeVar("Result")
D = TypeVar("D", bound=QDialog)
Settle = Callable[[], None]


def in_store(window: MainWindow, settle: Settle, work: Callable[[Store], Result]) -> Result:
    """What the work gives back; it runs where every write of the window runs."""
    found: list[Result] = []
    window.desk.run("Make records", lambda store, _: found.append(work(store)))
    settle()
    return found[0]


def disputed(store: Store) -> int:
    """An action with a quote and an event, whose two sources give two sums; its id is 1."""
    said = because("fined")
    event = EventProposal(PartialDate("2025-03-03"), said.spans[0], "The AP fined", said)
    proposals = Proposals(actions=(action(),), quotes=(quote(),), events=(event,))
    for proposal_id in keep(store, proposals, "first.txt"):
        accept(store, proposal_id)
    (again,) = keep(store, Proposals(actions=(action("5200000"),)), "second.txt")
    return accept(store, again, into=1)


def several(store: Store) -> list[int]:
    """Four actions with names, sums and days in four different orders."""
    made = (
        ("Delta", "4000000", "2021-04-04"),
        ("Alpha", "300000000", "2022-02-02"),
        ("Charlie", "20000", "2023-03-03"),
        ("Bravo", "1000000", "2020-01-01"),
    )
    ids = []
    for name, amount, day in made:
        proposals = Proposals(actions=(action(amount, day=day, respondent=name),))
        ids.append(accept(store, keep(store, proposals, f"{name}.txt")[0]))
    return ids


def dialog_of(kind: type[D]) -> D:
    """The dialog that is open; it has to be of that class."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind), dialog
    return dialog
