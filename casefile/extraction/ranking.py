"""Small linear models over named features, whose weights ship as readable data. Imports only paths.

One TOML file for each model under ``resources/models``: ``bias`` and a table ``weights``, of single features
and of pairs that hold together: "passing & sum.differs". A model is fitted from articles by
``tests/benchmarks`` (see ``make train``); here it is only read and applied.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import TypeVar

from casefile.paths import resource

Features = Mapping[str, float]
"""Named properties of one candidate: 1 where a property holds, a small number where it is measured."""

Candidate = TypeVar("Candidate")
_STEEPEST = 500.0
HOLDS = 0.5
"""So much at least is a feature that counts in a pair."""
PAIRED = " & "
"""What joins the names of two features that hold together."""


@dataclass(frozen=True)
class LinearModel:
    """A weight for each feature and for pairs of them; what has none counts nothing."""

    bias: float
    weights: Mapping[str, float]

    def score(self, features: Features) -> float:
        """The log odds: above 0 where yes is likelier than no."""
        weights, pairs, total = self.weights, self._pairs, 0.0
        holding: list[str] = []
        for name, value in features.items():
            if value:
                total += weights.get(name, 0.0) * value
                if value >= HOLDS and name in pairs:
                    holding.append(name)
        return self.bias + total + self._of_pairs(holding)

    def _of_pairs(self, holding: list[str]) -> float:
        """What the features that hold count together, two by two; the list is used up."""
        pairs, total = self._pairs, 0.0
        while holding:
            beside = pairs[holding.pop(0)]
            for second in holding:
                if second in beside:
                    total += beside[second]
        return total

    @cached_property
    def _pairs(self) -> dict[str, dict[str, float]]:
        """Of every feature that counts in pairs those beside it, each pair under both."""
        pairs: dict[str, dict[str, float]] = {}
        for name, weight in self.weights.items():
            first, paired, second = name.partition(PAIRED)
            if paired:
                pairs.setdefault(first, {})[second] = weight
                pairs.setdefault(second, {})[first] = weight
        return pairs

    def probability(self, features: Features) -> float:
        """How likely the answer is yes, between 0 and 1."""
        return logistic(self.score(features))

    def best(self, candidates: Sequence[tuple[Candidate, Features]]) -> tuple[Candidate, float] | None:
        """The candidate with the highest score and its probability; the first of equals, None of none."""
        if not candidates:
            return None
        candidate, features = max(candidates, key=lambda each: self.score(each[1]))
        return candidate, self.probability(features)

    def choose(self, candidates: Sequence[tuple[Candidate, Features]]) -> list[tuple[Candidate, float]]:
        """The candidates with the share that each has of all, the likeliest first; the shares add up to 1."""
        if len(candidates) == 1:
            return [(candidates[0][0], 1.0)]
        scored = sorted(
            ((self.score(features), candidate) for candidate, features in candidates),
            key=lambda each: -each[0],
        )
        shares = [math.exp(max(-_STEEPEST, score - scored[0][0])) for score, _ in scored]
        whole = sum(shares)
        return [(candidate, share / whole) for share, (_, candidate) in zip(shares, scored, strict=True)]


def logistic(score: float) -> float:
    """The probability that belongs to log odds."""
    return 1.0 / (1.0 + math.exp(-max(-_STEEPEST, min(_STEEPEST, score))))


@dataclass(frozen=True)
class Models:
    """The fitted models that link what an article tells of; see ``resources/models``."""

    sums: LinearModel
    """What tells the sums of sanctions from other money."""
    sanctions: LinearModel
    """Whether an anchor tells of a sanction."""
    respondents: LinearModel
    authorities: LinearModel
    decisions: LinearModel
    """Whether a finding is of a decision that was told of before."""
    actions: LinearModel
    """Whether a decision is an action that the text really tells of, with this respondent and authority."""


def shipped_models() -> Models:
    """The models that ship."""
    return read_models()


@cache
def read_models() -> Models:
    """The models under ``resources/models``; ResourceMissingError where one is missing."""
    return Models(**{each.name: linear_model(each.name) for each in fields(Models)})


@cache
def linear_model(name: str) -> LinearModel:
    """The model that ships under the name; ResourceMissingError where there is none."""
    content = tomllib.loads(resource(f"models/{name}.toml").read_text(encoding="utf-8"))
    weights = {feature: float(weight) for feature, weight in content["weights"].items()}
    return LinearModel(float(content["bias"]), weights)
