"""Where things lie: the person's own folder and the program's resources. Imports only errors."""

from pathlib import Path
from typing import TYPE_CHECKING

from casefile.errors import CasefileError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

APP_NAME = "Casefile"
STORE_SUFFIX = ".casefile"


class ResourceMissingError(CasefileError):
    """A file that ships with the program is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"A file that belongs to Casefile is missing: {name}.",
            "Install the program again; nothing in your store is affected.",
        )


def resource(name: str) -> "Traversable":
    """A file under ``resources/``, named with slashes; :class:`ResourceMissingError` where it is missing."""
    from importlib.resources import files  # the first picture of the window does without

    found = files("resources").joinpath(*name.split("/"))
    if not found.is_file():
        raise ResourceMissingError(name)
    return found


def data_folder() -> Path:
    """The person's data folder, made where it is missing."""
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False, ensure_exists=True)


def default_store_path() -> Path:
    """The store that opens when the person names none."""
    return data_folder() / f"My cases{STORE_SUFFIX}"
