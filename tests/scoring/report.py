"""Prints how well the proposals do: ``make score``, or ``python -m tests.scoring.report FOLDER ...``.

Without folders it takes the two halves of ``tests/data/articles``; a folder holds ``texts`` and ``gold``. For
each it prints the table of the scorer, the calibration of the actions' confidences and what is still wrong,
by class. With ``--ablation`` it prints instead what each part is worth: the headline without it; with
``--unseen`` the tables of the development articles by models that were fitted without each; with
``--renamed`` the headline of the development articles with other respondents, and which names were lost.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.scoring import parts, renaming, score, unseen
from tests.scoring.articles import ARTICLES, TestArticle, articles, for_development, halves, prediction


def chosen(folders: Sequence[str]) -> dict[str, list[TestArticle]]:
    """The sets of articles to report on, by name."""
    if folders:
        return {folder: list(articles(Path(folder))) for folder in folders}
    return {half: list(articles(ARTICLES, names)) for half, names in halves().items()}


def results(found: Sequence[TestArticle]) -> dict[str, Any]:
    """Of each article its gold, the prediction and the scorer's counts."""
    told = {}
    for article in found:
        gold = json.loads(article.gold.read_text(encoding="utf-8"))
        predicted = prediction(article)
        counts, notes = score.score_article(gold, article.text.read_text(encoding="utf-8"), predicted)
        told[article.name] = (gold, predicted, counts, notes)
    return told


def table(told: dict[str, Any]) -> str:
    """Precision, recall and F1 of every field, and F1 by language."""
    for_scorer = {name: (gold, counts, notes) for name, (gold, _, counts, notes) in told.items()}
    languages = sorted(
        {gold["language"] for gold, *_ in told.values()}, key=lambda code: (code != "en", code)
    )
    whole, _ = score.total(for_scorer)
    by_language = {
        code: score.total(for_scorer, {name for name in told if told[name][0]["language"] == code})[0]
        for code in languages
    }
    lines = [f"{'field':<18}{'P':>7}{'R':>7}{'F1':>7}   " + "".join(f"{code:>7}" for code in languages)]
    for field in score.HEADLINE:
        precision, recall, mean = whole[field].prf()
        cells = "".join(f"{_mean(by_language[code][field]):>7}" for code in languages)
        lines.append(f"{field:<18}{precision:>7.3f}{recall:>7.3f}{mean:>7.3f}   {cells}")
    cells = "".join(f"{score.macro(by_language[code]):>7.3f}" for code in languages)
    lines.append(f"{'headline':<18}{'':>14}{score.macro(whole):>7.3f}   {cells}")
    return "\n".join(lines)


def rounds(told: Mapping[str, Any]) -> str:
    """F1 of every field by the round in which the articles were written, which begins their names."""
    names = sorted({_round(name) for name in told})
    counts = {
        each: score.total(
            {name: (gold, *rest) for name, (gold, _, *rest) in told.items() if _round(name) == each}
        )[0]
        for each in names
    }
    head = f"{'field':<18}" + "".join(f"{name:>9}" for name in names)
    rows = (
        f"{field:<18}" + "".join(f"{counts[name][field].prf()[2]:>9.3f}" for name in names)
        for field in score.HEADLINE
    )
    last = f"{'headline':<18}" + "".join(f"{score.macro(counts[name]):>9.3f}" for name in names)
    return "\n".join([head, *rows, last])


def _round(name: str) -> str:
    return name.split("-", maxsplit=1)[0] if name.count("-") == 2 else "samples"


def _mean(counts: score.C) -> str:
    return "-" if counts.empty() else f"{counts.prf()[2]:.3f}"


def calibration(told: dict[str, Any]) -> str:
    """Of the actions and quotes given a confidence, how many are right."""
    lines = [f"{'confidence':<14}{'actions':>9}{'right':>8}{'speakers':>11}{'right':>8}"]
    said: dict[str, dict[int, list[bool]]] = {"action": defaultdict(list), "speaker": defaultdict(list)}
    for gold, predicted, *_ in told.values():
        for action, right in judged_actions(gold, predicted):
            said["action"][_bin(action["confidence"])].append(right)
        for quote, right in judged_speakers(gold, predicted):
            said["speaker"][_bin(quote["confidence"])].append(right)
    for step in range(10):
        cells = ""
        for kind, width in (("action", 9), ("speaker", 11)):
            rights = said[kind][step]
            share = f"{sum(rights) / len(rights):.2f}" if rights else "-"
            cells += f"{len(rights):>{width}}{share:>8}"
        lines.append(f"{step / 10:.1f} to {step / 10 + 0.1:.1f}{'':<4}{cells}")
    return "\n".join(lines)


def _bin(confidence: float) -> int:
    return min(9, int(confidence * 10))


def judged_actions(gold: dict[str, Any], predicted: dict[str, Any]) -> list[tuple[dict[str, Any], bool]]:
    """Every proposed action with whether the gold has it, each gold action taken once."""
    taken: set[int] = set()
    judged = []
    for action in predicted["actions"]:
        fits = [
            index
            for index, wanted in enumerate(gold["actions"])
            if index not in taken and score.auth_match(action, wanted) and score.resp_match(action, wanted)
        ]
        taken.update(fits[:1])
        judged.append((action, bool(fits)))
    return judged


def judged_speakers(gold: dict[str, Any], predicted: dict[str, Any]) -> list[tuple[dict[str, Any], bool]]:
    """Every quote that the gold has too and that names a speaker, with whether it is the right one."""
    judged = []
    for quote in predicted["quotes"]:
        same = [
            wanted
            for wanted in gold["quotes"]
            if min(quote["end"], wanted["end"]) - max(quote["start"], wanted["start"])
            > 0.8 * (wanted["end"] - wanted["start"])
        ]
        if same and quote["speaker"]:
            judged.append((quote, any(score.speaker_ok(quote["speaker"], wanted) for wanted in same)))
    return judged


def mistakes(told: dict[str, Any]) -> str:
    """What is wrong with the actions and the amounts, by class, with counts."""
    found: Counter[str] = Counter()
    for gold, predicted, counts, notes in told.values():
        found.update(
            wrongly(action, gold["actions"]) for action, right in judged_actions(gold, predicted) if not right
        )
        found["action missed"] += counts["action"].fn
        found["sum missed"] += counts["amount"].fn
        found["other money taken for a sanction"] += notes["other_money_as_amount"]
        found["sum at the wrong action"] += counts["amount_attached"].fp - counts["amount"].fp
        for field in ("kind", "status", "law", "action_date", "event_date", "quote_span", "quote_speaker"):
            found[f"{field}: wrong or too much"] += counts[field].fp
            found[f"{field}: missed"] += counts[field].fn
        for kind in (name for name in counts if name.startswith("warning_")):
            found[f"{kind.replace('_', ' ')}: false"] += counts[kind].fp
            found[f"{kind.replace('_', ' ')}: missed"] += counts[kind].fn
        if not gold["actions"]:
            found["articles without an action: false actions"] += len(predicted["actions"])
    return "\n".join(f"{count:>5}  {what}" for what, count in found.most_common() if count)


def wrongly(action: dict[str, Any], wanted: Sequence[dict[str, Any]]) -> str:
    """What an action that the gold does not have got wrong, as a class of mistakes."""
    imposed = [each for each in wanted if score.auth_match(action, each)]
    borne = [each for each in wanted if score.resp_match(action, each)]
    if any(each in borne for each in imposed):
        return "action told of before"
    if imposed and borne:
        return "action that joins an authority and a respondent of two"
    if imposed:
        return "action of another respondent"
    return "action of another authority" if borne else "action of another authority and respondent"


def headline(folders: Sequence[str], without: str) -> float:
    """The headline over all the articles, made by another process that lacks a part."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [
            sys.executable,
            "-m",
            "tests.scoring.report",
            *folders,
            "--without",
            without,
            "--to",
            file.name,
        ]
        subprocess.run(command, check=True)
        return float(json.loads(Path(file.name).read_text(encoding="utf-8"))["headline"])


def of_renamed(folders: Sequence[Path], sets: int = renaming.SETS) -> str:
    """The headline of each renamed set of the development articles beside their own, and the names lost."""
    found = [article for folder in folders for article in for_development(folder)]
    original = results(found)
    tally = renaming.Tally(Counter(), Counter())
    lines = []
    for number in range(1, sets + 1):
        with tempfile.TemporaryDirectory() as folder:
            given = renaming.write_renamed(found, Path(folder), number)
            told = results(list(articles(Path(folder))))
        renaming.tally_up(tally, original, told, given)
        before = {name: original[name] for name in told}
        lines.append(f"set {number}: {len(told)} articles\n{_beside(before, told)}\n")
    return "\n".join([*lines, renaming.lost_names(tally)])


def _beside(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """F1 of the fields and the headline of both, one above the other."""
    lines = [" " * 14 + "".join(f"{field[:12]:>14}" for field in ("headline", "action", "amount_attached"))]
    for title, told in (("as written", before), ("renamed", now)):
        whole, _ = score.total(
            {name: (gold, counts, notes) for name, (gold, _, counts, notes) in told.items()}
        )
        values = (score.macro(whole), whole["action"].prf()[2], whole["amount_attached"].prf()[2])
        lines.append(f"{title:<14}" + "".join(f"{value:>14.3f}" for value in values))
    return "\n".join(lines)


def main() -> None:
    """See the module's words."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="*")
    options.add_argument("--ablation", action="store_true")
    options.add_argument("--unseen", action="store_true")
    options.add_argument("--renamed", action="store_true")
    options.add_argument("--without", default="")
    options.add_argument("--to")
    given = options.parse_args()
    if given.unseen:
        told = unseen.results([Path(folder) for folder in given.folders or [str(ARTICLES)]])
        print(f"{table(told)}\n\n{rounds(told)}\n\n{calibration(told)}\n\n{mistakes(told)}")
        return
    if given.renamed:
        print(of_renamed([Path(folder) for folder in given.folders or [str(ARTICLES)]]))
        return
    if given.ablation:
        with ThreadPoolExecutor(os.cpu_count()) as processes:
            worth = processes.map(lambda part: headline(given.folders, part), ("", *parts.PARTS))
            for part, value in zip(("", *parts.PARTS), worth, strict=True):
                print(f"{f'without {part}' if part else 'everything':<54}{value:.3f}", flush=True)
        return
    if given.without:
        parts.take_out(given.without)
    if given.to:
        told = results([article for found in chosen(given.folders).values() for article in found])
        counts = {name: (gold, count, notes) for name, (gold, _, count, notes) in told.items()}
        content = json.dumps({"headline": score.macro(score.total(counts)[0])})
        Path(given.to).write_text(content, encoding="utf-8")
        return
    for name, found in chosen(given.folders).items():
        told = results(found)
        print(
            f"\n== {name}: {len(found)} articles\n\n{table(told)}\n\n{calibration(told)}\n\n{mistakes(told)}"
        )


if __name__ == "__main__":
    main()
