"""What ships with the program, whose it is and under which licence. Imports paths.

Read from ``resources/shipped.json``; licence texts from the resources or from the packages themselves.
"""

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution

from casefile.paths import resource


@dataclass(frozen=True)
class ShippedPart:
    """One font, set of icons, list or package."""

    name: str
    used_for: str
    owner: str
    licence: str
    """Its SPDX identifier where there is one."""
    address: str = ""
    note: str = ""
    """What the owner asks to be said."""
    text: str = ""
    """The licence's file among the resources."""
    package: str = ""
    """The Python package that brings its own licence."""


def shipped_parts() -> list[ShippedPart]:
    """Every part, the program itself first."""
    kept = json.loads(resource("shipped.json").read_text(encoding="utf-8"))
    return [ShippedPart(**part) for part in kept["parts"]]


def version_of(part: ShippedPart) -> str:
    """The version of the part's package; "" where there is none."""
    try:
        return distribution(part.package).version if part.package else ""
    except PackageNotFoundError:
        return ""


def licence_text(part: ShippedPart) -> str:
    """The text of the licence; "" where only its name and address are known."""
    if part.text:
        return resource(part.text).read_text(encoding="utf-8")
    return _packaged_licence(part.package) if part.package else ""


def _packaged_licence(package: str) -> str:
    """What the package calls its licence, wherever it keeps that."""
    try:
        found = distribution(package)
    except PackageNotFoundError:
        return ""
    names = (str(file) for file in found.files or () if ".dist-info/" in str(file))
    inside = (name.partition(".dist-info/")[2] for name in names)
    texts = [found.read_text(name) for name in inside if "LICEN" in name.upper()]
    return "\n\n".join(text for text in texts if text)
