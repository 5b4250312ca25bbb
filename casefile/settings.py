"""What the program remembers about a person: name, paper, looks. Imports errors, paths and translation.

Kept as JSON beside the stores. A file that cannot be understood counts as none: the settings are few, and
nobody should be kept from their store by them.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from casefile.errors import CasefileError
from casefile.paths import data_folder
from casefile.translation import LANGUAGES, N_, SYSTEM


class SettingsError(CasefileError):
    """The settings could not be written."""


class Theme(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


NORMAL_SIZE = 100
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""The sizes of the window's letters, in hundredths of the system's."""
_SHOWN = "shown"


@dataclass(frozen=True)
class Shown:
    """How an option that a person sets is put to them; without ``choices`` its type says how it is set."""

    title: str
    about: str
    choices: tuple[tuple[str | int, str], ...] = ()
    """Each value and what it is called."""
    also: str = ""
    """Other words by which somebody may look for it."""


def login_name() -> str:
    """The name under which the person is logged in on this computer."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


@dataclass(frozen=True)
class Settings:
    """Every option once, with its default."""

    person: str = field(
        default_factory=login_name,
        metadata={
            _SHOWN: Shown(
                N_("Your name"), N_("The journal names you with every step"), also=N_("person user author")
            )
        },
    )
    """Who decides and edits, as the journal names them."""
    theme: str = field(
        default=Theme.SYSTEM.value,
        metadata={
            _SHOWN: Shown(
                N_("Light or dark"),
                N_("The colours of the window"),
                (
                    (Theme.SYSTEM.value, N_("As the system")),
                    (Theme.LIGHT.value, N_("Light")),
                    (Theme.DARK.value, N_("Dark")),
                ),
                N_("theme appearance colors night"),
            )
        },
    )
    language: str = field(
        default=SYSTEM,
        metadata={
            _SHOWN: Shown(
                N_("Language"),
                N_("What the window speaks, from its next start on"),
                ((SYSTEM, N_("As the system")), *LANGUAGES.items()),
                N_("german english deutsch sprache translation"),
            )
        },
    )
    """A code of :data:`casefile.translation.LANGUAGES`, or "system"."""
    text_size: int = field(
        default=NORMAL_SIZE,
        metadata={
            _SHOWN: Shown(
                N_("Size of the text"),
                N_("Against the size that the system uses"),
                tuple((size, f"{size} %") for size in TEXT_SIZES),
                N_("font letters larger smaller zoom"),
            )
        },
    )
    """In hundredths of the system's."""
    shows_side_bar: bool = field(
        default=True,
        metadata={
            _SHOWN: Shown(
                N_("Side bar"), N_("The views and case files at the left"), also=N_("navigation hide show")
            )
        },
    )
    page_size: str = field(
        default="a4",
        metadata={
            _SHOWN: Shown(
                N_("Paper"),
                N_("Of new briefs; each can have another"),
                (("a4", "A4"), ("letter", N_("US Letter"))),
                N_("page size print pdf brief"),
            )
        },
    )
    last_store: str = ""
    recent: tuple[str, ...] = ()
    """The stores opened last, the latest first."""
    geometry: str = ""
    """The window's place as Qt packs it, in base 64."""
    problem: str = ""
    """What went wrong after the window was closed, to be told when it opens again."""
    outline: str = ""
    """Where the window's strips end, as :class:`ui.outline.Outline` writes it."""
    recent_commands: tuple[str, ...] = ()
    """What was chosen in the command palette, the latest first."""
    layouts: Mapping[str, str] = field(default_factory=dict)
    """How lists and divided views are laid out, by their name, as the window writes it."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Where the person was in each store, by its path, as the window writes it."""


def shown_options() -> dict[str, Shown]:
    """The options that a person sets, by name, in the order in which they are put."""
    return {option.name: option.metadata[_SHOWN] for option in fields(Settings) if _SHOWN in option.metadata}


def settings_path() -> Path:
    """Where the person's settings lie."""
    return data_folder() / "settings.json"


def load_settings(path: Path) -> Settings:
    """The settings at the path; what is missing, unknown or of another type has its default."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    defaults = {option.name: getattr(Settings(), option.name) for option in fields(Settings)}
    known: dict[str, Any] = {
        name: _like(found[name], default) for name, default in defaults.items() if name in found
    }
    return Settings(**known)


def _like(value: object, default: object) -> object:
    """The value as JSON keeps it where it is of the default's type, else the default."""
    match default:
        case tuple():
            return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()
        case dict():
            pairs = value.items() if isinstance(value, dict) else ()
            return {name: text for name, text in pairs if isinstance(text, str)}
        case _:
            return value if type(value) is type(default) else default


def save_settings(settings: Settings, path: Path) -> None:
    """Replaces the file in one move; :class:`SettingsError` where that is not possible."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.write_text(json.dumps(asdict(settings), indent=2, ensure_ascii=False), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise SettingsError(
            f"The settings could not be saved in {path.parent}: {error.strerror}.",
            "Check that you may write to that folder.",
        ) from error
