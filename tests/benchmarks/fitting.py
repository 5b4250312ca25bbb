"""Fits the small linear models of the extraction: logistic regression with an L2 penalty.

Deterministic: the same examples in the same order give the same weights. The examples carry a group (their
article), so that a cross-validation never judges a sentence by others of its own article.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from sys import intern
from typing import Any

import numpy as np

from casefile.extraction.ranking import HOLDS, PAIRED, Features, LinearModel

_LEAST_WEIGHT, _LEAST_OF_PAIRS = 0.005, 0.03
"""Smaller weights are left out; those of pairs are many, and so small ones tell nothing."""
_STEPS, _REMEMBERED, _SETTLED = 300, 10, 1e-3
_BIAS = ""

Numbers = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]


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

    @cached_property
    def paired(self) -> Features:
        """The features and every two that hold together, as one of its own: "passing & sum.differs"."""
        holding = sorted(name for name, value in self.features.items() if value >= HOLDS)
        pairs = (intern(f"{first}{PAIRED}{second}") for first, second in combinations(holding, 2))
        return {**self.features, **dict.fromkeys(pairs, 1.0)}


def fit(
    examples: Sequence[Example], penalty: float = 1.0, rarest: int = 2, pairs: float | None = None
) -> LinearModel:
    """The model with the highest likelihood less ``penalty``/2 times the squares of the weights.

    Features of fewer than ``rarest`` groups are left out: they could only be learnt by heart. With ``pairs``
    every two features that hold together are one of their own, under that penalty.
    """
    table = _Table.of(examples, rarest, pairs is not None)
    signs = np.array([1.0 if example.answer else -1.0 for example in examples])
    counts = np.array([example.weight for example in examples])
    penalties = table.penalties(penalty, pairs)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margins = signs * table.scores(weights)
        wrong = np.exp(-np.logaddexp(0.0, margins))
        value = float(counts @ np.logaddexp(0.0, -margins) + 0.5 * penalties @ weights**2)
        return value, penalties * weights - table.sums(signs * counts * wrong)

    return table.model(_minimised(loss, len(table.names)))


def fit_choice(
    examples: Sequence[Example], penalty: float = 1.0, rarest: int = 2, pairs: float | None = None
) -> LinearModel:
    """The model under which the right candidates of each choice are likeliest, of all its candidates.

    The candidates of one choice share ``about`` up to its last " <- "; a choice without a right one teaches
    nothing. The penalties are those of :func:`fit`.
    """
    numbers: dict[tuple[str, str], int] = {}
    choice = np.array(
        [numbers.setdefault((e.group, e.about.rpartition(" <- ")[0]), len(numbers)) for e in examples]
    )
    answers = np.array([float(example.answer) for example in examples])
    teaches = np.bincount(choice, answers)[choice] > 0
    table = _Table.of(examples, rarest, pairs is not None)
    penalties = table.penalties(penalty, pairs)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = table.scores(weights)
        highest = np.full(len(numbers), -np.inf)
        np.maximum.at(highest, choice, scores)
        grown = np.exp(scores - highest[choice])
        whole, right = np.bincount(choice, grown)[choice], np.bincount(choice, grown * answers)[choice]
        known = np.where(teaches, right, 1.0)
        told = np.where(
            answers * teaches > 0, grown / known * np.log(np.where(teaches, right / whole, 1.0)), 0.0
        )
        pull = np.where(teaches, grown * answers / known - grown / whole, 0.0)
        return float(0.5 * penalties @ weights**2 - told.sum()), penalties * weights - table.sums(pull)

    return table.model(_minimised(loss, len(table.names)))


@dataclass(frozen=True)
class _Table:
    """The features of all examples: the cells that are not 0, by row and column; the constant is column 0."""

    names: list[str]
    rows: np.ndarray[tuple[Any, ...], np.dtype[np.intp]]
    columns: np.ndarray[tuple[Any, ...], np.dtype[np.intp]]
    cells: Numbers
    height: int

    @classmethod
    def of(cls, examples: Sequence[Example], rarest: int, paired: bool) -> "_Table":
        """The table without the features of fewer than ``rarest`` groups, its columns by name."""
        told = [each.paired if paired else each.features for each in examples]
        groups: dict[str, set[str]] = defaultdict(set)
        for example, features in zip(examples, told, strict=True):
            for name, value in features.items():
                if value:
                    groups[name].add(example.group)
        names = [_BIAS, *sorted(name for name in groups if len(groups[name]) >= rarest)]
        number = {name: place for place, name in enumerate(names)}
        found = [
            (row, number[name], value)
            for row, features in enumerate(told)
            for name, value in ((_BIAS, 1.0), *features.items())
            if value and name in number
        ]
        rows, columns, cells = (np.array(part) for part in zip(*found, strict=True))
        return cls(names, rows, columns, cells.astype(float), len(told))

    def scores(self, weights: Numbers) -> Numbers:
        """Of each example its features times their weights."""
        return np.bincount(self.rows, self.cells * weights[self.columns], self.height).astype(float)

    def sums(self, pulls: Numbers) -> Numbers:
        """Of each feature its cells times the pulls of their examples."""
        return np.bincount(self.columns, self.cells * pulls[self.rows], len(self.names)).astype(float)

    def penalties(self, single: float, pairs: float | None) -> Numbers:
        """What the square of each weight costs; the constant costs next to nothing."""
        return np.array(
            [
                1e-6 if name == _BIAS else pairs if pairs is not None and PAIRED in name else single
                for name in self.names
            ]
        )

    def model(self, weights: Numbers) -> LinearModel:
        """The weights worth keeping, by name."""
        told = [round(float(weight), 3) for weight in weights]
        kept = {
            name: weight
            for name, weight in zip(self.names[1:], told[1:], strict=True)
            if abs(weight) >= (_LEAST_OF_PAIRS if PAIRED in name else _LEAST_WEIGHT)
        }
        return LinearModel(told[0], kept)


def _minimised(loss: Callable[[Numbers], tuple[float, Numbers]], width: int) -> Numbers:
    """Where the convex loss is least, from 0: L-BFGS (Nocedal and Wright, algorithm 7.5), halving steps."""
    place = np.zeros(width)
    value, slope = loss(place)
    moves: list[tuple[Numbers, Numbers]] = []
    for _ in range(_STEPS):
        if np.abs(slope).max() < _SETTLED:
            break
        way = _way_down(slope, moves)
        length, fall = 1.0, float(slope @ way)
        while True:
            there = place + length * way
            new_value, new_slope = loss(there)
            if new_value <= value + 1e-4 * length * fall or length < 1e-9:
                break
            length /= 2
        if float((new_slope - slope) @ (there - place)) > 0:
            moves = [*moves[1 - _REMEMBERED :], (there - place, new_slope - slope)]
        place, value, slope = there, new_value, new_slope
    return place


def _way_down(slope: Numbers, moves: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
    """The two-loop recursion: the slope turned by what the last moves told of the curve."""
    way, shares = -slope, []
    for step, change in reversed(moves):
        share = float(step @ way) / float(step @ change)
        shares.append(share)
        way = way - share * change
    if moves:
        step, change = moves[-1]
        way = way * (float(step @ change) / float(change @ change))
    else:
        way = way / max(1.0, float(np.abs(slope).max()))
    for (step, change), share in zip(moves, reversed(shares), strict=True):
        way = way + (share - float(change @ way) / float(step @ change)) * step
    return way


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
    pairs: float | None = None,
) -> list[Judged]:
    """Every example judged by a model of the other groups; ``always`` is trained on and never judged."""
    groups = sorted({example.group for example in examples})
    fold_of = {group: index % folds for index, group in enumerate(groups)}
    judged = []
    for fold in range(min(folds, len(groups))):
        seen = [example for example in examples if fold_of[example.group] != fold]
        model = fit([*seen, *always], penalty, rarest, pairs)
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
