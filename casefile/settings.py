"""What the program remembers about a person: name, paper, looks. Imports errors and paths.

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


class SettingsError(CasefileError):
    """The settings could not be written."""


class Theme(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


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

    person: str = field(default_factory=login_name)
    """Who decides and edits, as the journal names them."""
    page_size: str = "a4"
    theme: str = Theme.SYSTEM.value
    language: str = "system"
    """What the window speaks: a code of :data:`casefile.translation.LANGUAGES`, or "system"."""
    last_store: str = ""
    recent: tuple[str, ...] = ()
    """The stores opened last, the latest first."""
    geometry: str = ""
    """The window's place as Qt packs it, in base 64."""
    problem: str = ""
    """What went wrong after the window was closed, to be told when it opens again."""
    outline: str = ""
    """Where the window's strips end, as :class:`ui.outline.Outline` writes it."""
    text_size: int = 100
    """The size of the window's letters, in hundredths of the system's."""
    shows_side_bar: bool = True
    recent_commands: tuple[str, ...] = ()
    """What was chosen in the command palette, the latest first."""
    layouts: Mapping[str, str] = field(default_factory=dict)
    """How lists and divided views are laid out, by their name, as the window writes it."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Where the person was in each store, by its path, as the window writes it."""


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
