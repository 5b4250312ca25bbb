"""The fields that are set for many records at once, as lines and lists. Imports form fields."""

from collections.abc import Callable, Mapping, Sequence

from casefile import vocabulary
from casefile.fields import field
from casefile.terms import SourceKind, label
from casefile.translation import tr
from ui.dialogs.form_fields import Field, Option, listed
from ui.told import told

_OF_ACTIONS = ("status", "sector", "confidence")


def fields_for(kind: str) -> Sequence[Field]:
    """What stands in the panel of several records of that kind."""
    return _FIELDS[kind]()


def shown(kind: str, name: str, code: str) -> str:
    """A value as a person reads it."""
    if (kind, name) == ("source", "kind"):
        return told(label(SourceKind(code)))
    known = field(name).vocabulary if kind == "action" else ""
    return told(vocabulary.label(known, code)) if known and code else code


def stored(kind: str, name: str, words: str) -> str:
    """What a person entered, as the store takes it."""
    if (kind, name) == ("source", "kind"):
        return next(
            (str(one) for one in SourceKind if told(label(one)).casefold() == words.casefold()), words
        )
    return words


def _actions() -> Sequence[Field]:
    of_lists = [listed(name, told(field(name).label), "", field(name).vocabulary) for name in _OF_ACTIONS]
    return (of_lists[0], Field("jurisdiction", told(field("jurisdiction").label), ""), *of_lists[1:])


def _sources() -> Sequence[Field]:
    kinds = tuple(Option(kind, told(label(kind))) for kind in SourceKind)
    return (
        Field("kind", tr("Kind"), "", options=kinds),
        Field("outlet", tr("Outlet"), ""),
        Field("language", tr("Language"), ""),
    )


def _quotes() -> Sequence[Field]:
    return (Field("speaker", tr("Speaker"), ""), Field("role", tr("Role"), ""))


_FIELDS: Mapping[str, Callable[[], Sequence[Field]]] = {
    "action": _actions,
    "source": _sources,
    "quote": _quotes,
    "event": tuple,
}
