"""The parts of the extraction that can be taken out, to see what each is worth."""

from collections.abc import Callable, Mapping

from casefile.extraction import (
    authorities,
    findings,
    lexicon,
    ranking,
    surroundings,
    survey,
)
from casefile.extraction.ranking import LinearModel


def _lexicon_out(name: str) -> Callable[[], None]:
    """The word lists of one subject are empty in every language; what all share stays."""

    def take_out() -> None:
        load = lexicon.lexicon

        def without(language: str, subject: str) -> lexicon.Lexicon:
            own = subject == name and language != lexicon.SHARED
            return lexicon.Lexicon({}) if own else load(language, subject)

        for module in _modules():
            if getattr(module, "lexicon", None) is load:
                setattr(module, "lexicon", without)

    return take_out


def _modules() -> list[object]:
    import pkgutil
    import sys
    from importlib import import_module

    import casefile.extraction as package

    for found in pkgutil.iter_modules(package.__path__):
        import_module(f"{package.__name__}.{found.name}")
    return [module for name, module in sys.modules.items() if name.startswith(f"{package.__name__}.")]


def _model_out(name: str) -> Callable[[], None]:
    """A model that finds everything equally likely: the first candidate, every anchor."""

    def take_out() -> None:
        load = ranking.linear_model

        def without(wanted: str) -> LinearModel:
            return LinearModel(0.1, {}) if wanted == name else load(wanted)

        for module in _modules():
            if getattr(module, "linear_model", None) is load:
                setattr(module, "linear_model", without)

    return take_out


def _nothing_instead(module: object, name: str, nothing: object) -> Callable[[], None]:
    def take_out() -> None:
        setattr(module, name, lambda *_: nothing)

    return take_out


def _no_agreement() -> None:
    setattr(findings, "_agreed", lambda found: found)


def _no_blocks() -> None:
    from casefile.values import Span

    setattr(survey, "find_blocks", lambda article: (Span(0, max(1, len(article.text))),))


PARTS: Mapping[str, Callable[[], None]] = {
    **{
        f"lexicon of {name}": _lexicon_out(name)
        for name in ("actions", "authorities", "dates", "linking", "money", "names", "speech")
    },
    "model of sanctions": _model_out("sanctions"),
    "model of respondents": _model_out("respondents"),
    "model of authorities": _model_out("authorities"),
    "nicknames of authorities": _nothing_instead(authorities, "_nicknamed", []),
    "words that point back to authorities": _nothing_instead(authorities, "_pointing_back", []),
    "agreement of a sum's findings": _no_agreement,
    "blocks under headings": _no_blocks,
    "courts left to the authority": lambda: setattr(surroundings, "_without_courts", list),
}


def take_out(part: str) -> None:
    """Takes the part out of this process; KeyError for an unknown one."""
    PARTS[part]()
