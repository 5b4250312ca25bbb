"""Whose dollar, crown or peso a text means. Imports the registry, the countries named in it and the lexicons.

A unit that several countries share is written in the lexicon as a name of its own ("$", "kr", "peso"), not
as a code; its candidates stand there too, with the one first that holds where the text tells nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from urllib.parse import urlsplit

from casefile import registry
from casefile.extraction.authority_places import country_counts
from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.phrases import PhraseIndex
from casefile.extraction.text import Article

HOME_CURRENCY = {"de": "EUR", "fr": "EUR", "nl": "EUR", "it": "EUR", "es": "EUR"}
"""What a sum without any currency most likely is in, unless the text names other countries."""

_SEAT, _OUTLET, _PRINTED = 2, 3, 2
"""What an authority of the country, its name in the outlet and its code count for, beside its name."""
_USUAL = 1.5
"""What speaks for the first candidate from the start."""
_SPANISH_DOLLAR = "$es"
_CODE = re.compile(r"[A-Z]{3}")


def is_code(currency: str) -> bool:
    """Whether it is an ISO 4217 code, and no unit that several countries share."""
    return _CODE.fullmatch(currency) is not None


def local_currencies(
    article: Article, printed: Counter[str], jurisdictions: Iterable[str] = ()
) -> Mapping[str, str]:
    """The code of each shared unit among the printed currencies, "" where the text does not tell."""
    units = [unit for unit in printed if unit and not is_code(unit)]
    if not units:
        return {}
    scores = _scores(article, printed, jurisdictions)
    found = {unit: _best(_candidates(unit, article.language), scores, printed) for unit in units}
    if "peso" in found and "$" in found and article.language == "es":
        found["$"] = found["peso"] or found["$"]
    return found


def usual_currency(article: Article, jurisdictions: Iterable[str] = ()) -> str:
    """The currency of the country that a text without any speaks of, "" where it is open."""
    counts = _of_countries(article, jurisdictions)
    home = HOME_CURRENCY.get(article.language, "")
    best = max(counts, key=lambda code: counts[code], default="")
    return best if best and counts[best] > (1 if home else 0) else home


def of_unit(unit: str, usual: str) -> str:
    """The code of a shared unit where ``usual`` is used: that one if it may be meant, else the first one."""
    candidates = (*_candidates(unit, ""), *_candidates(unit, "es"))
    return usual if usual in candidates else candidates[0]


def _candidates(unit: str, language: str) -> tuple[str, ...]:
    local = lexicon(SHARED, "money").lists("local")
    return local.get(_SPANISH_DOLLAR if unit == "$" and language == "es" else unit, ("",))


def _best(candidates: tuple[str, ...], scores: Counter[str], printed: Counter[str]) -> str:
    first = candidates[0]
    usual = 0.0 if first == "USD" and (printed["USD"] or "MXN" in candidates) else _USUAL
    return max(candidates, key=lambda code: scores[code] + (usual if code == first else 0.0) if code else 0.0)


def _scores(article: Article, printed: Counter[str], jurisdictions: Iterable[str]) -> Counter[str]:
    """How much in the text speaks for each currency; who prints "C$" means another dollar by "$"."""
    scores = _of_countries(article, jurisdictions)
    for stretch in (_without_signs(article.text), article.metadata.outlet):
        for _, entries in _cue_index().find(stretch):
            scores.update(entry.value for entry in entries)
    dollars = lexicon(SHARED, "money").lists("local")["$"] if "$" in printed else ()
    for code in printed:
        if is_code(code) and code != "USD":
            scores[code] += -_PRINTED if code in dollars else _PRINTED
    return scores


def _without_signs(text: str) -> str:
    """The text without the letters of "US$", which name no country."""
    return text.replace("US$", "$")


def _of_countries(article: Article, jurisdictions: Iterable[str]) -> Counter[str]:
    scores: Counter[str] = Counter()
    for country, count in country_counts(_without_signs(article.text)).items():
        scores[_currency_of(country)] += count
    for country, count in Counter(code.split("-")[0] for code in jurisdictions).items():
        scores[_currency_of(country)] += _SEAT + min(count - 1, _SEAT)
    for country in (*country_counts(article.metadata.outlet), _domain(article.metadata.url)):
        scores[_currency_of(country)] += _OUTLET
    scores.pop("", None)
    return scores


def _domain(url: str) -> str:
    """The country of a web address, "" for those of none."""
    try:
        ending = (urlsplit(url).hostname or "").rpartition(".")[2].upper()
    except ValueError:
        return ""
    return "GB" if ending == "UK" else ending


@cache
def _currency_of(country: str) -> str:
    try:
        return registry.country(country).currency
    except KeyError:
        return ""


@cache
def _cue_index() -> PhraseIndex[str]:
    cues = lexicon(SHARED, "money").lists("currency_cues")
    return PhraseIndex((name, code, True) for code, names in cues.items() for name in names)
