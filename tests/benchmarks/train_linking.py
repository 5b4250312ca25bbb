"""Fits the models that tell who a sanction is imposed on and by whom: ``make train ARTICLES="FOLDER ..."``.

Every folder has ``texts/ID.txt`` and ``gold/ID.json`` in the format of ``tests/data/articles``. The answers
come from the gold: a sum belongs to the action that lists it; a word of a sanction to the action of its kind
whose sum stands nearest in its sentence, else to those whose respondent the sentence names, of them those
whose authority it names too, else to the only one of its kind. What may be of several teaches nobody's part.
"""

import json
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

from casefile.extraction.actions import find_decisions
from casefile.extraction.anchors import Anchor, find_anchors
from casefile.extraction.authorities import find_authorities
from casefile.extraction.decision_dates import mentioned_date
from casefile.extraction.decisions import Decision, likeness
from casefile.extraction.finding import Finding
from casefile.extraction.findings import finding_at, kind_of
from casefile.extraction.linking import Linker, Spoken
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.quotes import find_speech
from casefile.extraction.ranking import LinearModel, Models, linear_model, shipped_models
from casefile.extraction.surroundings import gap
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.reading import read_file
from casefile.values import PartialDate
from tests.benchmarks.fitting import (
    Example,
    accuracy,
    calibration,
    cross_validated,
    fit,
    fit_choice,
    write_model,
)
from tests.benchmarks.train_sums import PENALTY, from_articles, marked_sentences
from tests.benchmarks.train_sums import from_sentences as sums_from_sentences
from tests.scoring.articles import TestArticle, for_fitting

Gold = Mapping[str, Any]
_SLACK, _FOLDS, _REPORTED = 40, 8, 5
_NO_ACTION = Path(__file__).parents[1] / "data" / "no_action"
_PUBLISHED = PartialDate("2025-11-12")
_MODELS = Path(__file__).parents[2] / "resources" / "models"
MODELS = {
    "sanctions": "Whether a sum or a word of a sanction tells of one",
    "respondents": "Which party of an article a sanction is imposed on",
    "authorities": "Which authority of an article imposes a sanction",
    "decisions": "Whether a finding is of a decision about the same respondent",
    "actions": "Whether a decision with its respondent and its authority is an action that the text tells of",
}


class Manner(TypedDict):
    """How a model is fitted; see :func:`tests.benchmarks.fitting.fit`."""

    penalty: float
    rarest: int
    pairs: float | None


SINGLE: dict[str, Manner] = {
    name: {"penalty": 2.0, "rarest": 3, "pairs": None}
    for name in ("sanctions", "respondents", "authorities", "actions")
}
"""Without pairs of features: what was told before an anchor need only be about right."""
PAIRED: dict[str, Manner] = {
    "decisions": {"penalty": 8.0, "rarest": 8, "pairs": 8.0},
    "sanctions": {"penalty": 2.0, "rarest": 8, "pairs": 40.0},
    "respondents": {"penalty": 2.0, "rarest": 12, "pairs": 16.0},
    "authorities": {"penalty": 2.0, "rarest": 8, "pairs": 8.0},
}
"""As cross-validation over the development articles likes best."""


def survey_of(path: Path) -> Survey:
    """The survey of an article as the program makes it."""
    document = read_file(path)
    return surveyed(Article(document.text, document.metadata))


def surveyed(article: Article) -> Survey:
    """What the program sees of an article before it looks for actions."""
    authorities = find_authorities(article)
    quotes = find_speech(article, authorities).quotes
    speakers = frozenset(quote.speaker for quote in quotes if quote.speaker)
    return Survey(article, speakers, authorities, tuple(sorted(quote.span for quote in quotes)))


def folded(name: str) -> str:
    """The name without case, accents and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def is_respondent(party: Party, action: Gold) -> bool:
    """Whether the party is one of the action's respondents, in any of its forms."""
    names = {folded(name) for each in action["respondents"] for name in (each["name"], *each["aliases"])}
    forms = {folded(party.name), *(folded(form) for form in party.forms)}
    padded = [f" {name} " for name in names]
    return bool(names & forms) or any(
        len(form) >= 4 and (f" {form} " in name or name in f" {form} ")
        for form in (folded(party.name),)
        for name in padded
    )


def is_authority(survey: Survey, code: str, action: Gold) -> bool:
    """Whether the code is the action's authority."""
    record = survey.authority(code)
    names = {folded(name) for name in (action["authority"], *action["authority_aliases"])}
    return folded(code) in names or bool(names & {folded(name) for name in record.all_names})


def actions_of(anchor: Anchor, gold: Gold, survey: Survey) -> Sequence[Gold]:
    """The actions of which an anchor may tell: none, one, or several where the gold does not say which."""
    if anchor.money is not None:
        own = _action_of_sum(anchor.money, gold)
        return [own] if own is not None else []
    if anchor.trigger is None:
        return []
    kind = anchor.trigger.kind.value
    fitting = [action for action in gold["actions"] if kind in _kinds(action)]
    beside = _beside(anchor, gold, survey, fitting)
    if beside is not None:
        return [beside]
    named = _named(anchor, fitting or gold["actions"], survey)
    if named:
        return _of_authority(anchor, named, survey)
    return fitting if len(fitting) == 1 and kind == fitting[0]["kind"] else []


def _action_of_sum(mention: MoneyMention, gold: Gold) -> Gold | None:
    for action in gold["actions"]:
        for amount in action["amounts"]:
            close = abs(float(mention.value) - amount["value"]) <= 1e-4 * amount["value"]
            if close and abs(amount["start"] - mention.span.start) < _SLACK:
                return dict(action)
    return None


def _kinds(action: Gold) -> tuple[str, ...]:
    return (action["kind"], *action.get("kind_accept", ()), *action.get("measures", ()))


def _beside(anchor: Anchor, gold: Gold, survey: Survey, fitting: Sequence[Gold]) -> Gold | None:
    """The fitting action whose sum stands nearest in the sentence."""
    sums = sorted(survey.money_in(anchor.sentence), key=lambda each: gap(each.span, anchor.span))
    found = (_action_of_sum(each, gold) for each in sums)
    return next((action for action in found if action in fitting), None)


def _named(anchor: Anchor, actions: Sequence[Gold], survey: Survey) -> list[Gold]:
    """Those whose respondent the sentence names."""
    parties = {mention.party for mention in survey.mentions_in(anchor.sentence)}
    return [action for action in actions if any(is_respondent(party, action) for party in parties)]


def _of_authority(anchor: Anchor, actions: Sequence[Gold], survey: Survey) -> Sequence[Gold]:
    """Those whose authority the sentence names, else all."""
    codes = {mention.code for mention in survey.authorities_in(anchor.sentence)}
    named = [action for action in actions if any(is_authority(survey, code, action) for code in codes)]
    return named or actions


def models_of_sums(folders: Sequence[Path]) -> dict[str, LinearModel]:
    """For each article the model of sums that was fitted without it, as for one that nobody has seen."""
    told = [example for folder in folders for example in from_articles(folder)]
    groups = sorted({example.group for example in told})
    sentences = list(sums_from_sentences())
    models: dict[str, LinearModel] = {}
    for fold in range(_FOLDS):
        held = groups[fold::_FOLDS]
        model = fit([*(e for e in told if e.group not in held), *sentences], PENALTY)
        models |= dict.fromkeys(held, model)
    return models


def examples(
    folder: Path, sums: Mapping[str, LinearModel], models: Mapping[str, Models]
) -> dict[str, list[Example]]:
    """What a folder's articles teach each of the models; ``sums`` are those of :func:`models_of_sums`.

    What was told before an anchor is what the article's ``models`` find, where there are some, so that the
    new ones learn to live with their mistakes; else it is the gold's.
    """
    found: dict[str, list[Example]] = {name: [] for name in MODELS}
    for article in for_fitting(folder):
        gold = json.loads(article.gold.read_text(encoding="utf-8"))
        survey, name = survey_of(article.text), article.name
        linker = Linker(survey, replace(shipped_models(), sums=sums.get(name) or linear_model("sums")))
        for anchor, actions, spoken in told(survey, gold, models.get(name)):
            about = f"{name}:{anchor.span.start} {anchor.span.of(survey.article.text)}"
            optional = any(action.get("optional") for action in actions)
            if not optional and not is_optional_sum(anchor, gold):
                found["sanctions"].append(
                    Example(
                        name,
                        linker.sanction(anchor, linker.respondents(anchor, spoken)),
                        bool(actions),
                        about=about,
                    )
                )
            if len(actions) != 1:
                continue
            action = actions[0]
            listed = linker.respondents(anchor, spoken)
            answers = [is_respondent(party, action) for party, _ in listed]
            if not any(answers):
                continue
            found["respondents"] += [
                Example(name, features, answer, about=f"{about} <- {party.name}")
                for (party, features), answer in zip(listed, answers, strict=True)
            ]
            party = next(party for (party, _), answer in zip(listed, answers, strict=True) if answer)
            found["authorities"] += [
                Example(name, features, is_authority(survey, code, action), about=f"{about} <- {code}")
                for code, features in linker.authorities(anchor, party, spoken)
            ]
        found["decisions"] += of_one_decision(survey, gold, name)
    return found


def from_sentences() -> Iterator[Example]:
    """What single sentences with marked sums teach of sanctions; they count half, as they stand alone."""
    for number, (survey, labels) in enumerate(marked_sentences()):
        linker = Linker(survey)
        for anchor in find_anchors(survey):
            if anchor.money is None:
                continue
            label = next((each for each in labels if each.span.overlaps(anchor.span)), None)
            if label is not None:
                yield Example(
                    f"sentence {number}",
                    linker.sanction(anchor, linker.respondents(anchor, Spoken())),
                    label.sanction,
                    weight=0.5,
                )


def without_actions() -> Iterator[tuple[str, Survey]]:
    """The texts that tell of no enforcement action at all, each a group of its own."""
    for path in sorted(_NO_ACTION.glob("*.toml")):
        for number, each in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["article"]):
            if "respondent" not in each:
                metadata = SourceMetadata(language=each.get("language", path.stem), published=_PUBLISHED)
                yield f"{path.stem} {number}", surveyed(Article(each["text"].strip(), metadata))


def from_no_actions() -> Iterator[Example]:
    """What the texts without an action teach of sanctions: nothing in them is one."""
    for name, survey in without_actions():
        linker = Linker(survey)
        for anchor in find_anchors(survey):
            features = linker.sanction(anchor, linker.respondents(anchor, Spoken()))
            yield Example(name, features, answer=False)


def of_one_decision(survey: Survey, gold: Gold, group: str) -> list[Example]:
    """Each finding with the decisions about its respondent that were told before it."""
    gathered: list[tuple[str, Decision]] = []
    taught: list[Example] = []
    for anchor, actions, spoken in told(survey, gold):
        if len(actions) != 1:
            continue
        action = actions[0]
        linker = Linker(survey)
        parties = tuple(party for party in survey.parties if is_respondent(party, action))
        if not parties:
            continue
        finding = finding_of(linker, anchor, spoken, parties)
        when = mentioned_date(survey, finding)
        rivals = [each for _, each in gathered if any(party in each.parties for party in parties)]
        name = json.dumps(action, sort_keys=True)
        for known, decision in gathered:
            if decision in rivals:
                about = f"{group}:{anchor.span.start} {anchor.span.of(survey.article.text)}"
                features = likeness(survey, finding, when, decision, rivals)
                taught.append(Example(group, features, known == name, about=about))
        own = next((decision for known, decision in gathered if known == name), None)
        if own is None:
            gathered.append((name, Decision(finding.authority, list(parties), [finding], when)))
        else:
            own.add(finding, when)
    return taught


def finding_of(linker: Linker, anchor: Anchor, spoken: Spoken, parties: tuple[Party, ...]) -> Finding:
    """The anchor as a finding about the parties; its authority is what the shipped model says."""
    judged = linker.models.authorities.choose(linker.authorities(anchor, parties[0], spoken))
    return Finding(
        authority=judged[0][0] if judged else "",
        parties=parties,
        kind=kind_of(anchor, None),
        sums=(anchor.money,) if anchor.money is not None else (),
        trigger=anchor.trigger.span if anchor.trigger is not None else anchor.span,
        sentence=anchor.sentence,
        named=any(anchor.sentence.contains(span) for party in parties for span in party.spans),
        likely=1.0,
        authority_shares=tuple(judged),
        side=anchor.trigger.side if anchor.trigger is not None else None,
        focus=anchor.span if anchor.money is not None else None,
    )


def is_optional_sum(anchor: Anchor, gold: Gold) -> bool:
    """Whether the gold neither demands nor forbids the sum."""
    return anchor.money is not None and any(
        amount.get("optional") and abs(amount["start"] - anchor.span.start) < _SLACK
        for action in gold["actions"]
        for amount in action["amounts"]
    )


def told(
    survey: Survey, gold: Gold, models: Models | None = None
) -> Iterator[tuple[Anchor, Sequence[Gold], Spoken]]:
    """Every anchor, the actions that it may tell of, and what was told before by the models or the gold."""
    spoken = Spoken()
    linker = Linker(survey, models) if models is not None else None
    for anchor in find_anchors(survey):
        actions = actions_of(anchor, gold, survey)
        yield anchor, actions, spoken
        if linker is not None:
            finding = finding_at(survey, linker, anchor, spoken, None)
            if finding is not None:
                spoken = Spoken(finding.authority, finding.parties, survey.section_of(anchor.sentence))
        elif len(actions) == 1:
            action = actions[0]
            parties = tuple(party for party in survey.parties if is_respondent(party, action))
            code = next(
                (each.code for each in survey.authorities if is_authority(survey, each.code, action)), ""
            )
            section = survey.section_of(anchor.sentence)
            spoken = Spoken(code, parties, section)


@cache
def _beside_articles() -> tuple[Example, ...]:
    """What is told of sanctions beside the articles: they are in every fold."""
    return (*from_sentences(), *from_no_actions())


def fitted(found: Mapping[str, list[Example]], paired: bool = True) -> dict[str, LinearModel]:
    """The models of single findings, fitted to the examples of each, with pairs of features or without."""
    manners = PAIRED if paired else SINGLE
    return {
        "decisions": fit(found["decisions"], **PAIRED["decisions"]),
        "sanctions": fit([*found["sanctions"], *_beside_articles()], **manners["sanctions"]),
        "respondents": fit_choice(found["respondents"], **manners["respondents"]),
        "authorities": fit_choice(found["authorities"], **manners["authorities"]),
    }


def without(found: Mapping[str, list[Example]], groups: frozenset[str]) -> dict[str, list[Example]]:
    """The examples of the other articles."""
    return {name: [each for each in taught if each.group not in groups] for name, taught in found.items()}


def all_examples(folders: Sequence[Path], sums: Mapping[str, LinearModel]) -> dict[str, list[Example]]:
    """What all the folders' articles teach, after what models of other articles took as told."""
    first = _gathered(folders, sums, {})
    names = sorted(article.name for folder in folders for article in for_fitting(folder))
    models: dict[str, Models] = {}
    for fold in range(_FOLDS):
        held = frozenset(names[fold::_FOLDS])
        fitting = fitted(without(first, held), paired=False)
        models |= {
            name: replace(shipped_models(), **fitting, sums=sums[name]) for name in held if name in sums
        }
    return _gathered(folders, sums, models)


def _gathered(
    folders: Sequence[Path], sums: Mapping[str, LinearModel], models: Mapping[str, Models]
) -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = {name: [] for name in MODELS}
    for folder in folders:
        for name, taught in examples(folder, sums, models).items():
            found[name] += taught
    return found


def fit_actions(judged: list[Example]) -> LinearModel:
    """The model of decisions."""
    return fit(judged, **SINGLE["actions"])


def judged_decisions(
    articles: Sequence[TestArticle],
    found: Mapping[str, list[Example]],
    sums: Mapping[str, LinearModel],
    folds: int = _FOLDS,
) -> list[Example]:
    """What models that have not seen an article take for its actions, and whether they are."""
    taught: list[Example] = []
    names = sorted(article.name for article in articles)
    for fold in range(folds):
        held = frozenset(names[fold::folds])
        models = fitted(without(found, held))
        for article in articles:
            if article.name in held:
                told = {**models, "sums": sums.get(article.name) or linear_model("sums")}
                gold = json.loads(article.gold.read_text(encoding="utf-8"))
                taught += _judged(
                    survey_of(article.text), gold, replace(shipped_models(), **told), article.name
                )
    return taught


def _judged(survey: Survey, gold: Gold, models: Models, group: str) -> Iterator[Example]:
    """The article's decisions, each with the gold's action that no other one was given."""
    given: list[Gold] = []
    for decision, features in find_decisions(survey, models):
        sums = {mention.span.start for finding in decision.findings for mention in finding.sums}
        fitting = [
            action
            for action in gold["actions"]
            if action not in given
            and is_authority(survey, decision.authority, action)
            and any(is_respondent(party, action) for party in decision.parties)
        ]
        action = max(fitting, key=lambda each: _shared(each, sums), default=None)
        if action is not None:
            given.append(action)
        if action is None or not action.get("optional"):
            about = f"{group}: {decision.authority} {decision.parties[0].name}"
            yield Example(group, features, action is not None, about=about)


def _shared(action: Gold, starts: Iterable[int]) -> int:
    """How many of the sums, by their starts, are the action's."""
    return sum(abs(amount["start"] - start) < _SLACK for amount in action["amounts"] for start in starts)


def main(folders: list[str]) -> None:
    """Fits the models, says how well they do on articles that they have not seen, and writes them."""
    paths = [Path(folder) for folder in folders]
    sums = models_of_sums(paths)
    found = all_examples(paths, sums)
    judged = cross_validated(found["sanctions"], **PAIRED["sanctions"], folds=_REPORTED)
    print(f"sanctions: {len(judged)} anchors, cross-validated accuracy {accuracy(judged):.3f}")
    for mean, share, count in calibration(judged):
        print(f"   said {mean:.2f}, was {share:.2f} of {count}")
    same = cross_validated(found["decisions"], **PAIRED["decisions"], folds=_REPORTED)
    print(
        f"decisions: {len(same)} pairs, {sum(e.example.answer for e in same)} the same; "
        f"cross-validated accuracy {accuracy(same):.3f}"
    )
    for name in ("respondents", "authorities"):
        right, count = choices_right(found[name], PAIRED[name])
        print(f"{name}: {right} of {count} choices right on articles not seen, {right / count:.3f}")
    articles = [article for path in paths for article in for_fitting(path)]
    found["actions"] = judged_decisions(articles, found, sums)
    verdicts = cross_validated(found["actions"], **SINGLE["actions"], folds=_REPORTED)
    print(f"actions: {len(verdicts)} decisions, cross-validated accuracy {accuracy(verdicts):.3f}")
    for mean, share, count in calibration(verdicts):
        print(f"   said {mean:.2f}, was {share:.2f} of {count}")
    models = {**fitted(found), "actions": fit_actions(found["actions"])}
    for name, model in models.items():
        seen = len({example.group for example in found[name]})
        note = [
            f"{MODELS[name]}; see casefile/extraction/linking.py.",
            f"Fitted by train_linking.py to {len(found[name])} cases of {seen} articles.",
        ]
        write_model(model, _MODELS / f"{name}.toml", note)


def choices_right(examples: list[Example], manner: Manner, folds: int = 5) -> tuple[int, int]:
    """How many choices a model of the other articles gets right, and how many there are."""
    groups = sorted({example.group for example in examples})
    right = count = 0
    for fold in range(folds):
        held = set(groups[fold::folds])
        model = fit_choice([e for e in examples if e.group not in held], **manner)
        by_anchor: dict[str, list[Example]] = {}
        for example in examples:
            if example.group in held:
                by_anchor.setdefault(example.about.rpartition(" <- ")[0], []).append(example)
        for candidates in by_anchor.values():
            if any(example.answer for example in candidates):
                count += 1
                right += max(candidates, key=lambda each: model.score(each.features)).answer
    return right, count


if __name__ == "__main__":
    main(sys.argv[1:])
