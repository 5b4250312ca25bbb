"""Fits the models that tell who a sanction is imposed on and by whom: ``make train ARTICLES="FOLDER ..."``.

Every folder has ``texts/ID.txt`` and ``gold/ID.json`` in the format of ``tests/data/articles``. The answers
come from the gold: a sum belongs to the action that lists it; a trigger without a sum to the action whose
respondent its sentence names, else to the only one of its kind that was spoken of last.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from casefile.extraction.anchors import Anchor, find_anchors
from casefile.extraction.authorities import find_authorities
from casefile.extraction.decision_dates import mentioned_date
from casefile.extraction.decisions import Decision, likeness
from casefile.extraction.findings import Finding, kind_of
from casefile.extraction.linking import Linker, Spoken
from casefile.extraction.names import Party
from casefile.extraction.quotes import find_speech
from casefile.extraction.ranking import LinearModel, linear_model
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.reading import read_file
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
from tests.scoring.articles import for_development

Gold = Mapping[str, Any]
_SLACK, _FOLDS = 40, 8
_MODELS = Path(__file__).parents[2] / "resources" / "models"
MODELS = {
    "sanctions": "Whether a sum or a word of a sanction tells of one",
    "respondents": "Which party of an article a sanction is imposed on",
    "authorities": "Which authority of an article imposes a sanction",
    "decisions": "Whether a finding is of a decision about the same respondent",
}


def survey_of(path: Path) -> Survey:
    """The survey of an article as the program makes it."""
    document = read_file(path)
    article = Article(document.text, document.metadata)
    authorities = find_authorities(article)
    quotes, _ = find_speech(article, authorities)
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


def action_of(anchor: Anchor, gold: Gold, survey: Survey) -> Gold | None:
    """The action that an anchor tells of, None where it is none's or the gold does not say."""
    if anchor.money is not None:
        for action in gold["actions"]:
            for amount in action["amounts"]:
                close = abs(float(anchor.money.value) - amount["value"]) <= 1e-4 * amount["value"]
                if close and abs(amount["start"] - anchor.span.start) < _SLACK:
                    return dict(action)
        return None
    if anchor.trigger is None:
        return None
    kind = anchor.trigger.kind.value
    fitting = [
        action
        for action in gold["actions"]
        if kind in (action["kind"], *action.get("kind_accept", ()), *action.get("measures", ()))
    ]
    named = [
        action
        for action in fitting or gold["actions"]
        for party in survey.parties
        if is_respondent(party, action) and any(anchor.sentence.contains(span) for span in party.spans)
    ]
    if named:
        return dict(named[0])
    return dict(fitting[0]) if len(fitting) == 1 and anchor.trigger.kind.value == fitting[0]["kind"] else None


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


def examples(folder: Path, sums: Mapping[str, LinearModel]) -> dict[str, list[Example]]:
    """What a folder's articles teach each of the models; ``sums`` are those of :func:`models_of_sums`."""
    found: dict[str, list[Example]] = {name: [] for name in MODELS}
    for article in for_development(folder):
        gold = json.loads(article.gold.read_text(encoding="utf-8"))
        survey, name = survey_of(article.text), article.name
        linker = Linker(survey, sums.get(name) or linear_model("sums"))
        for anchor, action, spoken in told(survey, gold):
            about = f"{name}:{anchor.span.start} {anchor.span.of(survey.article.text)}"
            optional = action is not None and action.get("optional")
            if not optional and not is_optional_sum(anchor, gold):
                found["sanctions"].append(
                    Example(
                        name,
                        linker.sanction(anchor, linker.respondents(anchor, spoken)),
                        action is not None,
                        about=about,
                    )
                )
            if action is None:
                continue
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


def of_one_decision(survey: Survey, gold: Gold, group: str) -> list[Example]:
    """Each finding with the decisions about its respondent that were told before it."""
    gathered: list[tuple[str, Decision]] = []
    taught: list[Example] = []
    for anchor, action, spoken in told(survey, gold):
        if action is None:
            continue
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
            own.findings.append(finding)
            own.when = own.when or when
    return taught


def finding_of(linker: Linker, anchor: Anchor, spoken: Spoken, parties: tuple[Party, ...]) -> Finding:
    """The anchor as a finding about the parties; its authority is what the shipped model says."""
    judged = linear_model("authorities").choose(linker.authorities(anchor, parties[0], spoken))
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


def told(survey: Survey, gold: Gold) -> Iterator[tuple[Anchor, Gold | None, Spoken]]:
    """Every anchor with its action and what was told before it."""
    spoken = Spoken()
    for anchor in find_anchors(survey):
        action = action_of(anchor, gold, survey)
        yield anchor, action, spoken
        if action is not None:
            parties = tuple(party for party in survey.parties if is_respondent(party, action))
            code = next(
                (each.code for each in survey.authorities if is_authority(survey, each.code, action)), ""
            )
            section = survey.section_of(anchor.sentence)
            spoken = Spoken(code, parties, section)


def fitted(found: Mapping[str, list[Example]]) -> dict[str, LinearModel]:
    """The models, fitted to the examples of each."""
    return {
        "decisions": fit(found["decisions"], penalty=8.0, rarest=8),
        "sanctions": fit([*found["sanctions"], *from_sentences()], penalty=2.0, rarest=3),
        "respondents": fit_choice(found["respondents"], penalty=2.0, rarest=3),
        "authorities": fit_choice(found["authorities"], penalty=2.0, rarest=3),
    }


def main(folders: list[str]) -> None:
    """Fits the models, says how well they do on articles that they have not seen, and writes them."""
    found: dict[str, list[Example]] = {name: [] for name in MODELS}
    sums = models_of_sums([Path(folder) for folder in folders])
    for folder in folders:
        for name, taught in examples(Path(folder), sums).items():
            found[name] += taught
    judged = cross_validated(found["sanctions"], penalty=2.0, rarest=3)
    print(f"sanctions: {len(judged)} anchors, cross-validated accuracy {accuracy(judged):.3f}")
    for mean, share, count in calibration(judged):
        print(f"   said {mean:.2f}, was {share:.2f} of {count}")
    same = cross_validated(found["decisions"], penalty=8.0, rarest=8)
    print(
        f"decisions: {len(same)} pairs, {sum(e.example.answer for e in same)} the same; "
        f"cross-validated accuracy {accuracy(same):.3f}"
    )
    for name in ("respondents", "authorities"):
        right, count = choices_right(found[name])
        print(f"{name}: {right} of {count} choices right on articles not seen, {right / count:.3f}")
    for name, model in fitted(found).items():
        articles = len({example.group for example in found[name]})
        note = [
            f"{MODELS[name]}; see casefile/extraction/linking.py.",
            f"Fitted by train_linking.py to {len(found[name])} cases of {articles} articles.",
        ]
        write_model(model, _MODELS / f"{name}.toml", note)


def choices_right(examples: list[Example], folds: int = 8) -> tuple[int, int]:
    """How many choices a model of the other articles gets right, and how many there are."""
    groups = sorted({example.group for example in examples})
    right = count = 0
    for fold in range(folds):
        held = set(groups[fold::folds])
        model = fit_choice([e for e in examples if e.group not in held], penalty=2.0, rarest=3)
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
