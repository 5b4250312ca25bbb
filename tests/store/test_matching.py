"""When two values mean the same: neither wolf cried nor silence; which status is further on its way."""

from decimal import Decimal

import pytest

from casefile.store.matching import later_status, numbers_agree
from casefile.terms import ActionStatus


@pytest.mark.parametrize(
    ("fine", "coarse"),
    [
        ("57265625", "57000000"),  # rounded and cut
        ("57.6", "58"),
        ("57.6", "57"),  # cut
        ("1.29", "1.2"),
        ("19985000", "20000000"),  # a round figure
        ("99.6", "100"),
        ("1.04", "1"),
        ("393000000", "390000000"),  # a round number of millions, rounded
        ("1290000000", "1200000000"),  # 1.29 billion cut to 1.2
        ("5", "5"),
        ("0", "0"),
    ],
)
def test_a_rounded_figure_agrees(fine: str, coarse: str) -> None:
    assert numbers_agree(Decimal(fine), Decimal(coarse))
    assert numbers_agree(Decimal(coarse), Decimal(fine))


@pytest.mark.parametrize(
    ("fine", "coarse"),
    [
        ("395000000", "390000000"),  # nobody cuts a round number of millions
        ("56.1", "57"),  # neither rounded nor cut
        ("1.21", "1.3"),
        ("58.1", "57"),
        ("19.4", "20"),
        ("99", "100"),
        ("1.4", "1"),
        ("95", "100"),
        ("0.4", "0"),
        ("3", "4"),
    ],
)
def test_another_figure_does_not(fine: str, coarse: str) -> None:
    assert not numbers_agree(Decimal(fine), Decimal(coarse))
    assert not numbers_agree(Decimal(coarse), Decimal(fine))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("imposed", "appealed"),
        ("appealed", "final"),
        ("appealed", "reduced"),
        ("reduced", "final"),  # as it was reduced
        ("final", "annulled"),  # a final annulment leaves nothing due
    ],
)
def test_the_status_further_on_its_way(earlier: str, later: str) -> None:
    one, other = ActionStatus(earlier), ActionStatus(later)
    assert later_status(one, other) is later_status(other, one) is other
