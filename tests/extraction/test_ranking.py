"""Small linear models: fitted, written, read and applied."""

import tomllib
from pathlib import Path

import pytest

from casefile.extraction.ranking import LinearModel
from tests.benchmarks.fitting import (
    Example,
    accuracy,
    calibration,
    cross_validated,
    fit,
    fit_choice,
    write_model,
)


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


def test_two_features_that_hold_count_together_in_either_order() -> None:
    model = LinearModel(0.0, {"near": 1.0, "near & negated": -3.0})
    assert model.score({"near": 1.0, "negated": 1.0}) == model.score({"negated": 1.0, "near": 1.0}) == -2.0
    assert model.score({"near": 1.0, "negated": 0.25}) == 1.0, "what hardly holds makes no pair"


def test_only_pairs_tell_when_one_of_two_has_to_hold() -> None:
    """Either word alone means yes, both or none mean no: no weights of single words say that."""
    told = [
        Example(f"{index}", {"fined": float(fined), "cleared": float(cleared)}, fined != cleared)
        for index in range(40)
        for fined, cleared in [((index >> 1) % 2, index % 2)]
    ]
    single, paired = fit(told, penalty=0.1), fit(told, penalty=0.1, pairs=0.1)
    right = [(model.score(e.features) > 0) == e.answer for model in (single, paired) for e in told]
    assert sum(right[:40]) <= 30
    assert all(right[40:])


def test_a_choice_teaches_what_sets_the_right_candidate_apart() -> None:
    told = [
        Example(
            f"{index}", {"near": float(name == "one"), "often": 1.0}, name == "one", about=f"sum <- {name}"
        )
        for index in range(10)
        for name in ("one", "other", "third")
    ]
    undecided = [
        Example("none", {"far": 1.0}, answer=False, about=f"sum <- {name}") for name in ("one", "other")
    ]
    model = fit_choice([*told, *undecided], rarest=1)
    assert model.weights["near"] > 1
    assert abs(model.weights.get("often", 0.0)) < 0.01
    assert "far" not in model.weights


def test_a_fit_is_where_the_loss_is_least() -> None:
    """Of one feature that holds always, the bias is the log odds of the answers."""
    told = [Example(f"{index}", {}, index < 30) for index in range(40)]
    assert fit(told).bias == pytest.approx(1.099, abs=0.002)


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
