"""Small linear models: fitted, written, read and applied."""

import tomllib
from pathlib import Path

import pytest

from casefile.extraction.ranking import LinearModel
from tests.benchmarks.fitting import Example, accuracy, calibration, cross_validated, fit, write_model


def examples() -> list[Example]:
    """Forty articles: "penalty" tells the answer, "often" stands everywhere, "once" in one article only."""
    made = []
    for index in range(40):
        answer = index % 2 == 0
        features = {"often": 1.0} | ({"penalty": 1.0} if answer else {"turnover": 1.0})
        made.append(Example(f"article {index}", features | ({"once": 1.0} if index == 7 else {}), answer))
    return made


def test_what_tells_the_answer_gets_the_weight() -> None:
    model = fit(examples())
    assert model.weights["penalty"] > 1 > -1 > model.weights["turnover"]
    assert abs(model.weights.get("often", 0.0)) < 0.2
    assert "once" not in model.weights
    assert model.probability({"penalty": 1.0}) > 0.8 > 0.2 > model.probability({"turnover": 1.0})


def test_the_same_examples_give_the_same_model() -> None:
    assert fit(examples()) == fit(examples())


def test_a_strong_penalty_keeps_weights_small() -> None:
    assert fit(examples(), penalty=50).weights["penalty"] < fit(examples(), penalty=0.1).weights["penalty"]


def test_the_measure_of_a_feature_counts() -> None:
    model = LinearModel(-1.0, {"near": 2.0})
    assert model.score({"near": 0.25, "unknown": 9.0}) == -0.5


def test_the_best_of_several_candidates() -> None:
    model = LinearModel(0.0, {"near": 2.0})
    chosen = model.best([("far", {}), ("beside", {"near": 1.0})])
    assert chosen is not None
    assert chosen[0] == "beside"
    assert chosen[1] == pytest.approx(0.881, abs=0.001)
    assert model.best([]) is None


def test_scores_beyond_what_a_float_holds_are_certain() -> None:
    assert LinearModel(-9000.0, {}).probability({}) == pytest.approx(0.0)


def test_a_cross_validation_judges_each_example_by_others() -> None:
    judged = cross_validated(examples())
    assert len(judged) == 40
    assert accuracy(judged) == 1.0
    assert [count for *_, count in calibration(judged)] == [20, 20]


def test_a_model_learns_nothing_from_the_article_that_it_judges() -> None:
    """Of answers that follow from nothing, knowing the other articles gives no more than guessing."""
    told_apart = [Example(f"{index}", {f"only {index}": 1.0}, index % 2 == 0) for index in range(20)]
    assert accuracy(cross_validated(told_apart, rarest=1, folds=20)) < 0.6


def test_a_written_model_is_read_as_it_was(tmp_path: Path) -> None:
    model = fit(examples())
    write_model(model, tmp_path / "models" / "sums.toml", ["Fitted by a test."])
    content = tomllib.loads((tmp_path / "models" / "sums.toml").read_text(encoding="utf-8"))
    assert LinearModel(content["bias"], content["weights"]) == model
