"""What is proposed for articles by models that have not seen them: ``make score SCORE=--unseen``.

The development articles of the folders are dealt into folds; what is proposed for each comes from models that
were fitted to the other folds. Words and rules may still have been made with the article in sight.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from casefile.extraction import ranking
from casefile.extraction.ranking import Models
from tests.benchmarks import train_linking, train_sums
from tests.benchmarks.fitting import fit
from tests.scoring import score
from tests.scoring.articles import TestArticle, for_fitting, prediction

_FOLDS, _INNER = 3, 3


def folds(folders: Sequence[Path]) -> Iterator[tuple[Models, list[TestArticle]]]:
    """Each fold's articles, with models that were fitted without them."""
    articles = [article for folder in folders for article in for_fitting(folder)]
    names = sorted(article.name for article in articles)
    sums = train_linking.models_of_sums(folders)
    found = train_linking.all_examples(folders, sums)
    told = [example for folder in folders for example in train_sums.from_articles(folder)]
    for fold in range(_FOLDS):
        held = frozenset(names[fold::_FOLDS])
        rest = train_linking.without(found, held)
        others = [article for article in articles if article.name not in held]
        fitted = train_linking.fitted(rest)
        judged = train_linking.judged_decisions(others, rest, sums, _INNER)
        fitted["actions"] = train_linking.fit_actions(judged)
        fitted["sums"] = fit(
            [*(each for each in told if each.group not in held), *train_sums.from_sentences()],
            train_sums.PENALTY,
        )
        yield Models(**fitted), [each for each in articles if each.name in held]


def results(folders: Sequence[Path]) -> dict[str, Any]:
    """Of each article its gold, the prediction and the scorer's counts."""
    told: dict[str, Any] = {}
    for models, held in folds(folders):
        with mock.patch.object(ranking, "read_models", return_value=models):
            for article in held:
                gold = json.loads(article.gold.read_text(encoding="utf-8"))
                predicted = prediction(article)
                text = article.text.read_text(encoding="utf-8")
                told[article.name] = (gold, predicted, *score.score_article(gold, text, predicted))
    return told
