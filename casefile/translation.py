"""The words of the screen in the person's language: gettext catalogues, loaded when the first word is wanted.

The window says which language it is; the command line never does and speaks English, as do the store, the
journal and what a worker process reports. The English text is the key of its translation. Imports paths.
"""

from functools import cache
from typing import TYPE_CHECKING

from casefile.paths import resource

if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}
"""The languages that the window speaks, by ISO 639-1 code, each under its own name."""
SYSTEM = "system"
"""The choice of whichever of them the system prefers."""
DOMAIN = "window"


class _Spoken:
    """The language of this process."""

    code = ENGLISH


def use_language(code: str) -> None:
    """From now on texts come in this language, a key of :data:`LANGUAGES`; what is shown already stays."""
    if code not in LANGUAGES:
        raise ValueError(f"no language of the window: {code!r}")
    _Spoken.code = code


def language() -> str:
    """The code of the language that texts come in."""
    return _Spoken.code


def choose_language(wish: str, preferred: list[str]) -> str:
    """The language for a wish: itself where it is one, else the first that the system prefers, else English.

    ``preferred`` are BCP 47 tags, the dearest first: ``["de-AT", "en"]``.
    """
    if wish in LANGUAGES:
        return wish
    tags = (tag.replace("_", "-").partition("-")[0].lower() for tag in preferred)
    return next((tag for tag in tags if tag in LANGUAGES), ENGLISH)


def tr(text: str) -> str:
    """The text in the person's language; what no catalogue knows comes back as it is."""
    if _Spoken.code == ENGLISH or not text:
        return text
    return _catalogue(_Spoken.code).gettext(text)


def tr_n(singular: str, plural: str, count: int) -> str:
    """The form for that many; both are English, the count is left to the caller to fill in."""
    if _Spoken.code == ENGLISH:
        return singular if count == 1 else plural
    return _catalogue(_Spoken.code).ngettext(singular, plural, count)


def tr_c(context: str, text: str) -> str:
    """The text where its translation depends on what it is said of, in one English word or two."""
    if _Spoken.code == ENGLISH:
        return text
    return _catalogue(_Spoken.code).pgettext(context, text)


def N_(text: str) -> str:  # noqa: N802  gettext's own name, which every extractor and translator knows
    """Marks a text that is kept in English and translated where it is shown."""
    return text


def N_n(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802  as above
    """Marks the two forms of a text that :func:`tr_n` translates where it is shown."""
    return singular, plural


def in_sentence(title: str) -> str:
    """A title as it stands within a sentence: English writes it small, German its nouns as they are."""
    if _Spoken.code != ENGLISH or title[1:2].isupper():
        return title
    return f"{title[:1].lower()}{title[1:]}"


def at_start(words: str) -> str:
    """Words as they stand at the start of a sentence."""
    return f"{words[:1].upper()}{words[1:]}"


def known_texts() -> dict[str, str]:
    """Every text of the present language's catalogue with its translation; empty for English."""
    if _Spoken.code == ENGLISH:
        return {}
    entries = _catalogue(_Spoken.code)._catalog  # type: ignore[attr-defined]
    return {key: said for key, said in entries.items() if isinstance(key, str) and key}


@cache
def _catalogue(code: str) -> "GNUTranslations":
    from gettext import GNUTranslations  # English does without

    with resource(f"locale/{code}/LC_MESSAGES/{DOMAIN}.mo").open("rb") as file:
        return GNUTranslations(file)
