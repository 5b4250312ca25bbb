"""What is said of how far an action can be trusted."""

from itertools import pairwise

from casefile.extraction.actions import _in_new_articles


def test_it_rises_with_what_the_models_say_and_is_lower() -> None:
    steps = [step / 50 for step in range(51)]
    told = [_in_new_articles(step) for step in steps]
    assert all(low < high for low, high in pairwise(told))
    assert all(0 <= said < likely for said, likely in zip(told[3:-1], steps[3:-1], strict=True))
    assert told[-1] <= 1
