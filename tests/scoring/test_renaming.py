"""What the renaming of respondents does to a text and its gold."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.scoring import renaming
from tests.scoring.articles import TestArticle

_TEXT = (
    "KESTREL FINED\n\nThe board fined Kestrel Holdings Ltd £5m. “We will appeal,” Kestrel said."
    " Kestrel’s boss left."
)


def _gold(text: str, name: str, *aliases: str, language: str = "en") -> dict[str, Any]:
    quote = "We will appeal"
    start = text.find(quote)
    said = {"start": start, "end": start + len(quote), "text": quote, "speaker": name, "speaker_aliases": []}
    return {
        "language": language,
        "actions": [{"respondents": [{"name": name, "aliases": list(aliases)}], "authority": "Board"}],
        "quotes": [said] if start >= 0 else [],
    }


def test_the_full_name_and_the_short_one_stay_what_they_are() -> None:
    made = renaming.renamed(_TEXT, _gold(_TEXT, "Kestrel Holdings Ltd", "Kestrel"), "1:some")
    assert made is not None
    (name,) = made.given.values()
    assert name.sort != renaming.PEOPLE
    assert made.text == (
        f"{name.short.upper()} FINED\n\nThe board fined {name.full} £5m. “We will appeal,” {name.short} said."
        f" {name.short}’s boss left."
    )


def test_the_gold_moves_along() -> None:
    made = renaming.renamed(_TEXT, _gold(_TEXT, "Kestrel Holdings Ltd", "Kestrel"), "2:some")
    assert made is not None
    (name,) = made.given.values()
    (quote,) = made.gold["quotes"]
    assert made.text[quote["start"] : quote["end"]] == quote["text"] == "We will appeal"
    assert name.short in quote["speaker_aliases"]
    assert made.gold["actions"][0]["respondents"] == [{"name": name.full, "aliases": [name.short]}]


def test_the_same_seed_gives_the_same_names_and_another_another() -> None:
    gold = _gold(_TEXT, "Kestrel Holdings Ltd", "Kestrel")
    texts = [renaming.renamed(_TEXT, gold, seed) for seed in ("1:some", "1:some", "2:some", "3:some")]
    assert texts[0] == texts[1]
    assert len({each.text for each in texts if each is not None}) > 1


def test_a_person_is_called_as_people_are() -> None:
    text = "The council struck off Maria Dunn. Dunn may appeal."
    made = renaming.renamed(text, _gold(text, "Maria Dunn", "Dunn"), "1:other")
    assert made is not None
    (name,) = made.given.values()
    assert name.sort == renaming.PEOPLE
    assert made.text == f"The council struck off {name.full}. {name.short} may appeal."


def test_a_genitive_keeps_its_ending() -> None:
    text = "Die Behörde prüft Kestrels Tarife. Kestrel zahlt."
    made = renaming.renamed(text, _gold(text, "Kestrel", language="de"), "1:other")
    assert made is not None
    (name,) = made.given.values()
    assert made.text == f"Die Behörde prüft {name.full}s Tarife. {name.full} zahlt."


@pytest.mark.parametrize(
    ("forms", "person"),
    [
        (("Maria Dunn", "Dunn"), True),
        (("Dr Maria Dunn",), True),
        (("Marks & Dunn",), False),
        (("Maria Dunn Ltd", "Maria Dunn"), False),
        (("Kestrel",), False),
        (("Orvani Belto", "Belto"), True),
        (("Orvani Belto", "Orvani"), False),
        (("Orvani Belto",), None),
    ],
)
def test_who_is_a_person_is_told_by_the_forms(forms: tuple[str, ...], person: bool | None) -> None:
    assert renaming.is_person(forms) is person


def test_nothing_is_made_of_an_article_without_respondents() -> None:
    gold = {"language": "en", "actions": [], "quotes": []}
    assert renaming.renamed("Nothing happened.", gold, "1:some") is None


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl"])
def test_every_language_has_names_of_every_sort(language: str) -> None:
    pool = renaming.names()[language]
    assert {name.sort for name in pool} == {name.sort for name in renaming.names()["en"]}
    assert len([name for name in pool if name.sort != renaming.PEOPLE]) >= 40
    assert len({name.full for name in pool}) == len(pool)
    assert all(name.full and name.short for name in pool)


def test_a_renamed_set_is_a_folder_like_the_articles(tmp_path: Path) -> None:
    source = tmp_path / "from"
    for part, content in (
        ("texts/some.txt", _TEXT),
        ("gold/some.json", json.dumps(_gold(_TEXT, "Kestrel Holdings Ltd"))),
    ):
        (source / part).parent.mkdir(parents=True, exist_ok=True)
        (source / part).write_text(content, encoding="utf-8")
    article = TestArticle(source / "texts" / "some.txt", source / "gold" / "some.json")
    given = renaming.write_renamed([article], tmp_path / "to", 1)
    (name,) = given["some"].values()
    assert name.full in (tmp_path / "to" / "texts" / "some.txt").read_text(encoding="utf-8")
    gold = json.loads((tmp_path / "to" / "gold" / "some.json").read_text(encoding="utf-8"))
    assert gold["actions"][0]["respondents"][0]["name"] == name.full


def test_a_name_is_lost_with_an_action_that_was_found_before() -> None:
    name = renaming.Name("Next", "Next", "like_words")
    known = {"language": "en", "actions": [{"authority": "Board", "respondents": [{"name": "Kestrel"}]}]}
    now = {"language": "en", "actions": [{"authority": "Board", "respondents": [{"name": "Next"}]}]}
    found = {"actions": [{"authority": "Board", "respondents": ["Kestrel"]}]}
    nothing: dict[str, Any] = {"actions": []}
    tally = renaming.Tally(Counter(), Counter())
    told = {"a": (now, nothing), "b": (now, nothing)}
    original = {"a": (known, found), "b": (known, nothing)}
    given = {"a": {"Kestrel": name}, "b": {"Kestrel": name}}
    renaming.tally_up(tally, original, told, given)
    assert (tally.given, tally.lost) == (Counter({("en", "Next"): 1}), Counter({("en", "Next"): 1}))
    assert "en Next" in renaming.lost_names(tally)
