"""What a code in a form stands for, as it is said below its field. Pure; imports the ground."""

from casefile import registry
from casefile.languages import LANGUAGE_NAMES
from casefile.translation import language, tr


def place_name(code: str) -> str:
    """The country or part of one, in the person's language; how to write one where nothing stands."""
    if not code.strip():
        return tr("ISO 3166: NL, US-IL; or EU")
    if code.strip() == "EU":
        return tr("European Union")
    try:
        country = registry.country(code.strip())
    except KeyError:
        return tr("Not a code of ISO 3166: kept in your own words.")
    return next(iter(country.names.get(language(), ())), country.name)


def tongue_name(code: str) -> str:
    """The language, in the person's own; how to write one where nothing stands."""
    if not code.strip():
        return tr("ISO 639: en, fr, nl")
    known = LANGUAGE_NAMES.get(code.strip())
    return tr(known) if known else tr("Not a code that is known here: kept as it is.")
