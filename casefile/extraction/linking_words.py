"""Small words that tell which part a name has in a sentence, by language. Imports the lexicons."""

import re
from dataclasses import dataclass
from functools import cache

from casefile.extraction.lexicon import alternatives, lexicon


@dataclass(frozen=True)
class LinkingWords:
    """Patterns that are matched right before a name, or at the start of a sentence."""

    target: re.Pattern[str]
    """The name is whom something is imposed on: "on", "gegen", "à"."""
    agent: re.Pattern[str]
    """The name is who did it: "by", "von", "par"."""
    place: re.Pattern[str]
    """The name is where it was: "in", "near"."""
    direct: re.Pattern[str]
    """All that stands between a sum and its respondent: " for ", " against the carrier "."""
    joined: re.Pattern[str]
    """All that stands between two names that are one list: ", ", " and ", ", 41, and "."""
    listed: re.Pattern[str]
    """All that stands between two of a list: ", ", " and the "; its group ``last`` has the conjunction."""
    joined_apart: re.Pattern[str]
    """The same where each has its own measure or date: " and of four years for ", " in May and against "."""
    continuing: re.Pattern[str]
    """At the start of a sentence: it goes on about whom the last one was about."""


@cache
def linking_words(language: str) -> LinkingWords:
    """The words of a language, made once."""
    words = lexicon(language, "linking")

    def before(key: str) -> re.Pattern[str]:
        articles = alternatives(words.words("articles"))
        kinds = r"(?:[^\W\d_]{2,20}[-\s]){0,2}"
        return re.compile(
            rf"(?<!\w){alternatives(words.words(key))}(?:\s|(?<=['’])){{0,2}}(?:{articles}\s?)?{kinds}$",
            re.IGNORECASE,
        )

    conjunctions = alternatives(words.words("conjunctions"))
    joined = rf"(?:,\s\d\d(?=[, ])|\s\(\d\d\))?(?:,\s(?:{conjunctions}\s)?|\s{conjunctions}\s)"
    return LinkingWords(
        target=before("targets"),
        agent=before("agents"),
        place=before("places"),
        direct=re.compile(
            rf"(?:\s[^\W\d_]{{2,14}}){{0,2}}\s{alternatives(words.words('targets'))}(?:\s|(?<=['’]))"
            rf"(?:{alternatives(words.words('articles'))}\s?)?(?:[^\W\d_]{{2,20}}[-\s]){{0,2}}",
            re.IGNORECASE,
        ),
        listed=re.compile(
            rf"(?:,|(?P<last>,?\s{conjunctions}))\s"
            rf"(?:{alternatives(words.words('targets'))}(?:\s|(?<=['’])))?"
            rf"(?:{alternatives(words.words('articles'))}(?:\s|(?<=['’])))?",
            re.IGNORECASE,
        ),
        joined=re.compile(rf"{joined}(?:[^\W\d_]{{1,20}},?\s){{0,3}}", re.IGNORECASE),
        joined_apart=re.compile(
            rf"{joined}(?:[\w-]{{1,20}}\s){{2,5}}{alternatives(words.words('targets'))}\s"
            rf"|\s{alternatives(words.words('dated'))}\s(?:[\w.]{{1,12}}\s?){{1,3}}(?<=\w){joined}"
            rf"(?:{alternatives(words.words('targets'))}\s(?:{alternatives(words.words('articles'))}\s?)?)?",
            re.IGNORECASE,
        ),
        continuing=re.compile(rf"[\"“„«»]?{alternatives(words.words('continuing'))}(?!\w)"),
    )
