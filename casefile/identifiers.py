"""Identifiers that can be checked offline: ECLI of rulings, LEI of firms. Imports nothing of ours.

Both are frozen and refuse to be built wrong: the ``ValueError`` says in a sentence what is wrong, fit to be
shown beside the field.
"""

import re
from dataclasses import dataclass

_ECLI_COUNTRIES_WRONG = {"GR": "EL", "GB": "UK"}
_LEI_LENGTH = 20


@dataclass(frozen=True)
class Ecli:
    """A European Case Law Identifier: ``ECLI:NL:RVS:2016:2348``.

    Annex of the Council conclusions 2011/C 127/01. Court and number keep the case they are printed in
    (``ECLI:DE:BVerfG:...``), but case does not distinguish: compare by :attr:`key`.
    """

    country: str
    """Two capitals as the European Union writes them: ``EL`` and ``UK``; ``EU`` for its own courts."""
    court: str
    """One to seven letters and digits, the first a letter."""
    year: int
    ordinal: str
    """Up to 25 letters, digits and dots."""

    def __post_init__(self) -> None:
        _check_country(self.country)
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,6}", self.court):
            raise ValueError(
                f"The court of an ECLI is one to seven letters or digits, a letter first, not {self.court!r}."
            )
        if not 1 <= self.year <= 9999:
            raise ValueError(f"The year of an ECLI has four digits, not {self.year}.")
        if not re.fullmatch(r"[A-Za-z0-9.]{1,25}", self.ordinal):
            raise ValueError(
                f"The number of an ECLI is up to 25 letters, digits and dots, not {self.ordinal!r}."
            )

    @classmethod
    def parse(cls, text: str) -> "Ecli":
        """The identifier of a text, in any case and with spaces around; ``ValueError`` says what is wrong."""
        parts = text.strip().split(":")
        if _capitals(parts[0]) != "ECLI":
            raise ValueError(f"An ECLI begins with “ECLI:”, not with {parts[0]!r}.")
        if len(parts) != 5:
            raise ValueError(
                "An ECLI has five parts with colons between: ECLI, country, court, year and number;"
                f" this one has {len(parts)}."
            )
        _, country, court, year, ordinal = parts
        if not re.fullmatch(r"[0-9]{4}", year):
            raise ValueError(f"The year of an ECLI has four digits, not {year!r}.")
        return cls(_capitals(country), court, int(year), ordinal)

    @property
    def key(self) -> str:
        """What two prints of one identifier share."""
        return str(self).upper()

    def __str__(self) -> str:
        return f"ECLI:{self.country}:{self.court}:{self.year:04d}:{self.ordinal}"


@dataclass(frozen=True)
class Lei:
    """A Legal Entity Identifier: 18 capitals and digits, then two check digits.

    ISO 17442-1; the check is MOD 97-10 of ISO 7064.
    """

    code: str

    def __post_init__(self) -> None:
        if len(self.code) != _LEI_LENGTH:
            raise ValueError(f"An LEI has {_LEI_LENGTH} characters, this one {len(self.code)}.")
        if not re.fullmatch(r"[A-Z0-9]{18}[0-9]{2}", self.code):
            raise ValueError("An LEI is 18 capital letters and digits, then two digits.")
        if check_digits(self.code[:-2]) != self.code[-2:]:
            raise ValueError(f"A character of the LEI {self.code} is wrong: its check digits do not fit.")

    @classmethod
    def parse(cls, text: str) -> "Lei":
        """The identifier of a text, in any case and with spaces; ``ValueError`` says what is wrong."""
        return cls(_capitals("".join(text.split())))

    def __str__(self) -> str:
        return self.code


def check_digits(entity: str) -> str:
    """The two digits that end an LEI whose first 18 characters (``A`` to ``Z``, ``0`` to ``9``) these are."""
    number = int("".join(str(int(character, 36)) for character in f"{entity}00"))
    return f"{98 - number % 97:02d}"


def _check_country(country: str) -> None:
    if not re.fullmatch(r"[A-Z]{2}", country):
        raise ValueError(f"The country of an ECLI is two letters, not {country!r}.")
    if country in _ECLI_COUNTRIES_WRONG:
        raise ValueError(f"An ECLI writes {_ECLI_COUNTRIES_WRONG[country]} for {country}.")


def _capitals(text: str) -> str:
    """In capitals, unless a letter is foreign to identifiers: ``ß`` would become two that are not."""
    return text.upper() if text.isascii() else text
