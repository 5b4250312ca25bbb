"""How the proposals do when the respondents are called otherwise: ``make score SCORE=--renamed``.

The development articles are written again with their respondents renamed, an organisation after an
organisation and a person after a person of ``tests/data/renaming``, the full name where the article has the
full name and the short one where it has a short one. The gold is moved along. What is lost then is lost for
the name's shape.
"""

import json
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.speech_lexicon import shared_names
from tests.scoring import score
from tests.scoring.articles import TestArticle

NAMES = Path(__file__).parents[1] / "data" / "renaming" / "names.toml"
SETS = 3
"""How many times the articles are renamed, each time otherwise."""
PEOPLE = "people"
Ends = tuple[int, int]
"""A start and an end in code points."""
_SHORTEST_GENITIVE = 4
_GENITIVE = ("de", "nl")
_TITLED = re.compile(r"(?:(?:dr|prof|mr|mrs|me|sir|dott|avv)\.?(?:ssa)?\s)+", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'-]+|[A-Z]\.)(?: (?:van|von|de|der|di|del|la|le|[A-Z]\.))*(?: [A-ZÀ-Ý][\w’'-]+){1,2}"
)
_OF_A_FIRM = re.compile(r"[&\d]|[A-Z]{2}|[A-Z]\w*[a-z][A-Z]")
_FIRMS = frozenset(
    word for key in ("kind_words", "legal_forms") for word in lexicon(SHARED, "names").words(key)
)


@dataclass(frozen=True)
class Name:
    """A name that respondents are given."""

    full: str
    short: str
    sort: str
    """What it is or looks like: "banks", "like_words"."""


@cache
def names() -> Mapping[str, tuple[Name, ...]]:
    """The names by language."""
    listed = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    return {
        language: tuple(
            Name(full, short, sort)
            for sort, entries in sorts.items()
            for full, _, short in (entry.partition(" | ") for entry in entries)
        )
        for language, sorts in listed.items()
    }


@dataclass(frozen=True)
class Renamed:
    """An article with other respondents."""

    text: str
    gold: dict[str, Any]
    given: Mapping[str, Name]
    """The names by what the respondents were called before."""


def is_person(forms: Iterable[str]) -> bool | None:
    """Whether a respondent is called as people are; None where that cannot be told from the forms."""
    bare = sorted(_TITLED.sub("", form) for form in forms)
    fitting = [form for form in bare if _PERSON.fullmatch(form)]
    firm = any(_OF_A_FIRM.search(form) or not _FIRMS.isdisjoint(form.split()) for form in bare)
    if firm or not fitting:
        return False
    if any(form.split()[0].lower() in shared_names().genders for form in fitting):
        return True
    shortened = {form for form in bare if " " not in form}
    first, last = ({form.split()[index] for form in fitting} for index in (0, -1))
    if last & shortened:
        return True
    return False if first & shortened else None


def renamed(text: str, gold: Mapping[str, Any], seed: str) -> Renamed | None:
    """The article with each respondent that it names renamed; None where that cannot be."""
    pool = names().get(gold["language"], ())
    respondents = _respondents(gold)
    if not pool or not respondents:
        return None
    draw = random.Random(seed)  # noqa: S311 - which name is drawn is no secret
    people, others = (_drawn(draw, pool, person=person) for person in (True, False))
    table: dict[str, str] = {}
    given: dict[str, Name] = {}
    for called, forms in respondents.items():
        present = sorted((form for form in forms if form in text), key=lambda form: (-len(form), form))
        person = is_person(forms)
        name = next(people if person else others, None) if present and person is not None else None
        if name is None:
            continue
        given[called] = name
        alone = len(present) == 1 or " " in present[0]
        for form in present:
            table.setdefault(form, name.full if form == present[0] and alone else name.short)
    if not table:
        return None
    changed, moved = _replaced(text, table, gold["language"])
    return Renamed(changed, _with_names(_moved(gold, moved, changed), given, respondents, table), given)


def _respondents(gold: Mapping[str, Any]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for action in gold["actions"]:
        for respondent in action["respondents"]:
            forms = {respondent["name"], *respondent.get("aliases", [])}
            found.setdefault(respondent["name"], set()).update(form for form in forms if form)
    return found


def _drawn(draw: random.Random, pool: Sequence[Name], *, person: bool) -> Iterator[Name]:
    drawn = [name for name in pool if (name.sort == PEOPLE) is person]
    draw.shuffle(drawn)
    return iter(drawn)


def _replaced(text: str, table: Mapping[str, str], language: str) -> tuple[str, list[tuple[Ends, Ends]]]:
    """The text with the forms replaced, also in capitals, and where each stood and stands."""
    whole = dict(table) | {
        form.upper(): name.upper() for form, name in table.items() if form.upper() not in table
    }
    patterns = []
    for form in sorted(whole, key=lambda each: (-len(each), each)):
        genitive = language in _GENITIVE and len(form) >= _SHORTEST_GENITIVE
        patterns.append(re.escape(form) + (r"(?=s?(?!\w))" if genitive else r"(?!\w)"))
    pieces, moved, last, length = [], list[tuple[Ends, Ends]](), 0, 0
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(patterns)})", text):
        kept, name = text[last : match.start()], whole[match.group()]
        pieces += [kept, name]
        start = length + len(kept)
        length = start + len(name)
        moved.append((match.span(), (start, length)))
        last = match.end()
    return "".join([*pieces, text[last:]]), moved


def _place(place: int, moved: Sequence[tuple[Ends, Ends]], *, end: bool) -> int:
    shift = 0
    for before, after in moved:
        if place >= before[1]:
            shift = after[1] - before[1]
        elif place > before[0]:
            return after[1] if end else after[0]
        else:
            break
    return place + shift


def _moved(value: Any, moved: Sequence[tuple[Ends, Ends]], text: str) -> Any:  # noqa: ANN401 - JSON
    """The gold with its spans moved along and their words read again."""
    if isinstance(value, list):
        return [_moved(each, moved, text) for each in value]
    if not isinstance(value, dict):
        return value
    told = {key: _moved(each, moved, text) for key, each in value.items()}
    if "start" in told and "end" in told:
        told["start"] = _place(told["start"], moved, end=False)
        told["end"] = _place(told["end"], moved, end=True)
        if "text" in told:
            told["text"] = text[told["start"] : told["end"]]
    return told


def _with_names(
    gold: dict[str, Any],
    given: Mapping[str, Name],
    respondents: Mapping[str, set[str]],
    table: Mapping[str, str],
) -> dict[str, Any]:
    """The gold with the names given as respondents and as speakers; what was not in the text stays beside."""
    for action in gold["actions"]:
        for respondent in action["respondents"]:
            name = given.get(respondent["name"])
            if name is not None:
                others = [each for each in respondent.get("aliases", []) if each not in table]
                respondent |= {"name": name.full, "aliases": sorted({name.short, *others})}
    for quote in gold["quotes"]:
        spoken = {quote.get("speaker"), *quote.get("speaker_aliases", [])}
        for called in given:
            if spoken & respondents[called]:
                new = {table[form] for form in respondents[called] if form in table}
                quote["speaker_aliases"] = sorted({*quote.get("speaker_aliases", []), *new})
    return gold


def write_renamed(found: Iterable[TestArticle], folder: Path, number: int) -> dict[str, Mapping[str, Name]]:
    """Writes a renamed set as a folder with ``texts`` and ``gold``; the names given, by article."""
    given = {}
    for part in ("texts", "gold"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for article in found:
        gold = json.loads(article.gold.read_text(encoding="utf-8"))
        text = article.text.read_text(encoding="utf-8")
        made = renamed(text, gold, f"{number}:{article.name}")
        if made is None:
            continue
        given[article.name] = made.given
        (folder / "texts" / article.text.name).write_text(made.text, encoding="utf-8")
        content = json.dumps(made.gold, ensure_ascii=False, indent=1)
        (folder / "gold" / article.gold.name).write_text(content, encoding="utf-8")
    return given


@dataclass(frozen=True)
class Tally:
    """What became of the names."""

    given: Counter[tuple[str, str]]
    """How many actions that were found bear each name, by language and full name."""
    lost: Counter[tuple[str, str]]
    """How many of them are not found any more."""


def tally_up(
    tally: Tally,
    original: Mapping[str, Any],
    told: Mapping[str, Any],
    given: Mapping[str, Mapping[str, Name]],
) -> None:
    """Counts the names that are lost with their actions, of what ``report.results`` gave of both."""
    for article, named in given.items():
        before, now = original[article], told[article]
        for was, wanted in zip(before[0]["actions"], now[0]["actions"], strict=True):
            if not _is_found(was, before[1]):
                continue
            lost = not _is_found(wanted, now[1])
            for respondent in was["respondents"]:
                name = named.get(respondent["name"])
                if name is None:
                    continue
                key = (now[0]["language"], name.full)
                tally.given[key] += 1
                tally.lost[key] += lost


def _is_found(wanted: Mapping[str, Any], predicted: Mapping[str, Any]) -> bool:
    return any(
        score.auth_match(each, wanted) and score.resp_match(each, wanted) for each in predicted["actions"]
    )


def lost_names(tally: Tally) -> str:
    """The names that were lost, by sort and the most often lost first; of each how often it was given."""
    sorts = {(language, name.full): name.sort for language, pool in names().items() for name in pool}
    by_sort: Counter[str] = Counter()
    of_sort: Counter[str] = Counter()
    for key, count in tally.given.items():
        of_sort[sorts[key]] += count
        by_sort[sorts[key]] += tally.lost[key]
    lines = [f"{'sort':<16}{'given':>7}{'lost':>7}"]
    for sort, count in sorted(by_sort.items(), key=lambda each: -each[1] / of_sort[each[0]]):
        share = f"{count / of_sort[sort]:.3f}"
        lines.append(f"{sort:<16}{of_sort[sort]:>7}{count:>7}{share:>8}")
    lines += ["", f"{'name':<64}{'given':>7}{'lost':>7}"]
    for key, count in tally.lost.most_common():
        if count:
            language, full = key
            lines.append(f"{language} {full[:60]:<61}{tally.given[key]:>7}{count:>7}")
    return "\n".join(lines)
