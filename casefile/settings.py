"""What the program remembers about a person: name, paper, looks. Imports errors and paths.

Kept as JSON beside the stores. A file that cannot be understood counts as none: the settings are few, and
nobody should be kept from their store by them.
"""

import getpass
import json
import os
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path

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
    last_store: str = ""
    recent: tuple[str, ...] = ()
    """The stores opened last, the latest first."""
    geometry: str = ""
    """The window's place as Qt packs it, in base 64."""
    problem: str = ""
    """What went wrong after the window was closed, to be told when it opens again."""


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
    known = {option.name for option in fields(Settings)} - {"recent"}
    settings = {name: value for name, value in found.items() if name in known and isinstance(value, str)}
    return Settings(**settings, recent=_texts(found.get("recent")))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()


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
