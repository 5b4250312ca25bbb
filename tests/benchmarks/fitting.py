"""Fits the small linear models of the extraction: logistic regression with an L2 penalty, in plain Python.

Deterministic: the same examples in the same order give the same weights. The examples carry a group (their
article), so that a cross-validation never judges a sentence by others of its own article.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from casefile.extraction.ranking import Features, LinearModel, logistic

_SWEEPS = 60
_SETTLED = 1e-3
_LONGEST_STEP = 2.0
_LEAST_WEIGHT = 0.005


@dataclass(frozen=True)
class Example:
    """One candidate, what it looks like and whether it is one."""

    group: str
    features: Features
    answer: bool
    weight: float = 1.0
    """How much it counts."""
    about: str = ""
    """What a person needs to recognise it."""


def fit(examples: Sequence[Example], penalty: float = 1.0, rarest: int = 2) -> LinearModel:
    """The model with the highest likelihood less ``penalty``/2 times the squares of the weights.

    Features of fewer than ``rarest`` groups are left out: they could only be learnt by heart. One weight
    after the other is moved by Newton's step until none moves any more.
    """
    columns = _columns(examples, rarest)
    signs = [1.0 if example.answer else -1.0 for example in examples]
    scores = [0.0] * len(examples)
    weights = dict.fromkeys(columns, 0.0)
    for _ in range(_SWEEPS):
        moved = 0.0
        for name, column in columns.items():
            slope = 0.0 if name == _BIAS else penalty * weights[name]
            bend = 1e-6 if name == _BIAS else penalty
            for index, value in column:
                wrong = logistic(-signs[index] * scores[index]) * examples[index].weight
                slope -= signs[index] * wrong * value
                bend += wrong * (1.0 - logistic(-signs[index] * scores[index])) * value * value
            step = max(-_LONGEST_STEP, min(_LONGEST_STEP, -slope / bend))
            weights[name] += step
            for index, value in column:
                scores[index] += step * value
            moved = max(moved, abs(step))
        if moved < _SETTLED:
            break
    bias = round(weights.pop(_BIAS), 3)
    kept = {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= _LEAST_WEIGHT}
    return LinearModel(bias, dict(sorted(kept.items())))


def fit_choice(
    examples: Sequence[Example], penalty: float = 1.0, rarest: int = 2, sweeps: int = 200
) -> LinearModel:
    """The model under which the right candidates of each choice are likeliest, of all its candidates.

    The candidates of one choice stand together and share ``about`` up to its last " <- ". Weights are moved
    along the gradient, each with a step that shrinks with what it has moved.
    """
    names = [name for name in _columns(examples, rarest) if name != _BIAS]
    known = set(names)
    choices = [
        [
            (example.answer, [(n, v) for n, v in example.features.items() if v and n in known])
            for example in group
        ]
        for group in _choices(examples)
    ]
    choices = [choice for choice in choices if any(answer for answer, _ in choice)]
    weights, moved = dict.fromkeys(names, 0.0), dict.fromkeys(names, 1e-6)
    for _ in range(sweeps):
        slopes = {name: -penalty * weight for name, weight in weights.items()}
        for choice in choices:
            scores = [sum(weights[name] * value for name, value in features) for _, features in choice]
            highest = max(scores)
            shares = [math.exp(each - highest) for each in scores]
            whole = sum(shares)
            right = sum(share for share, (answer, _) in zip(shares, choice, strict=True) if answer)
            for share, (answer, features) in zip(shares, choice, strict=True):
                pull = (share / right if answer else 0.0) - share / whole
                if abs(pull) > _NO_PULL:
                    for name, value in features:
                        slopes[name] += pull * value
        for name, slope in slopes.items():
            moved[name] += slope * slope
            weights[name] += _STEP * slope / math.sqrt(moved[name])
    kept = {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= _LEAST_WEIGHT}
    return LinearModel(0.0, dict(sorted(kept.items())))


def _choices(examples: Sequence[Example]) -> list[list[Example]]:
    grouped: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        grouped.setdefault((example.group, example.about.rpartition(" <- ")[0]), []).append(example)
    return list(grouped.values())


_STEP, _NO_PULL = 0.3, 1e-4
_BIAS = ""


def _columns(examples: Sequence[Example], rarest: int) -> dict[str, list[tuple[int, float]]]:
    """The examples of each feature with its value there, the constant first, then by name."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    groups: dict[str, set[str]] = defaultdict(set)
    for index, example in enumerate(examples):
        for name, value in example.features.items():
            if value:
                found[name].append((index, value))
                groups[name].add(example.group)
    common = {name: found[name] for name in sorted(found) if len(groups[name]) >= rarest}
    return {_BIAS: [(index, 1.0) for index in range(len(examples))], **common}


@dataclass(frozen=True)
class Judged:
    """An example and the probability given by a model that never saw its group."""

    example: Example
    probability: float

    @property
    def right(self) -> bool:
        """Whether the likelier answer is the true one."""
        return (self.probability >= 0.5) == self.example.answer


def cross_validated(
    examples: Sequence[Example],
    penalty: float = 1.0,
    rarest: int = 2,
    folds: int = 10,
    always: Sequence[Example] = (),
) -> list[Judged]:
    """Every example judged by a model of the other groups; ``always`` is trained on and never judged."""
    groups = sorted({example.group for example in examples})
    fold_of = {group: index % folds for index, group in enumerate(groups)}
    judged = []
    for fold in range(min(folds, len(groups))):
        seen = [example for example in examples if fold_of[example.group] != fold]
        model = fit([*seen, *always], penalty, rarest)
        held = (example for example in examples if fold_of[example.group] == fold)
        judged += [Judged(example, model.probability(example.features)) for example in held]
    return judged


def accuracy(judged: Iterable[Judged]) -> float:
    """The share of right answers; not a number without any."""
    answers = [each.right for each in judged]
    return sum(answers) / len(answers) if answers else math.nan


def calibration(judged: Iterable[Judged], bins: int = 5) -> list[tuple[float, float, int]]:
    """Of each stretch of probabilities the mean, the share that was true, and how many there are."""
    sorted_in: dict[int, list[Judged]] = defaultdict(list)
    for each in judged:
        sorted_in[min(bins - 1, int(each.probability * bins))].append(each)
    return [
        (
            sum(each.probability for each in inside) / len(inside),
            sum(each.example.answer for each in inside) / len(inside),
            len(inside),
        )
        for _, inside in sorted(sorted_in.items())
    ]


def write_model(model: LinearModel, path: Path, note: Sequence[str]) -> None:
    """Write the model as TOML, the note as comments above it."""
    lines = [f"# {line}".rstrip() for line in note]
    lines += ["", f"bias = {model.bias}", "", "[weights]"]
    lines += [f'"{name}" = {weight}' for name, weight in model.weights.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
