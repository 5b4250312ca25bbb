"""The parts of the extraction that can be taken out, to see what each is worth."""

from collections.abc import Callable, Mapping
from types import ModuleType

from casefile.extraction import (
    authorities,
    findings,
    findings_settled,
    lexicon,
    name_evidence,
    names,
    ranking,
    surroundings,
    survey,
)
from casefile.extraction.ranking import LinearModel
from casefile.extraction.text import Article
from casefile.values import Span


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


def _replaced(module: ModuleType, name: str, other: Callable[..., object]) -> Callable[[], None]:
    """AttributeError, now, where the module has no such function, which would be worth nothing."""
    getattr(module, name)
    return lambda: setattr(module, name, other)


def _one_block(article: Article) -> tuple[Span, ...]:
    return (Span(0, max(1, len(article.text))),)


def _known_companies_out() -> None:
    for name, nothing in (("known_companies", ()), ("is_known_company", False)):
        _replaced(name_evidence, name, lambda *_, nothing=nothing: nothing)()
    _replaced(names, "firm_of", lambda *_: "")()


PARTS: Mapping[str, Callable[[], None]] = {
    **{
        f"lexicon of {name}": _lexicon_out(name)
        for name in ("actions", "authorities", "dates", "linking", "money", "names", "speech")
    },
    "model of sanctions": _model_out("sanctions"),
    "model of respondents": _model_out("respondents"),
    "model of authorities": _model_out("authorities"),
    "nicknames of authorities": _replaced(authorities, "find_nicknames", lambda *_: []),
    "words that point back to authorities": _replaced(authorities, "find_pointing", lambda *_: []),
    "authorities that only their names tell": _replaced(authorities, "find_bodies", lambda *_: []),
    "agreement of a sum's findings": _replaced(findings_settled, "_agreed", list),
    "measures that are told plainly": _replaced(findings, "is_plainly_told", lambda *_: False),
    "known companies": _known_companies_out,
    "blocks under headings": _replaced(survey, "find_blocks", _one_block),
    "courts left to the authority": _replaced(surroundings, "_without_courts", list),
}


def take_out(part: str) -> None:
    """Takes the part out of this process; KeyError for an unknown one."""
    PARTS[part]()
