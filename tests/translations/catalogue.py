"""The catalogues: `python -m tests.translations.catalogue` takes in new texts and compiles the translated.

What is no longer in the source goes out; what is new comes in untranslated, which a test then misses. The
texts of briefs, a catalogue written by hand, are only compiled.
"""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from casefile.translation import DOMAIN, ENGLISH, LANGUAGES
from tests.translations.texts import ROOT, all_texts

WIDTH = 110
NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_CHANGING = re.compile(
    rb'"(?:Generated-By|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|'
    rb"Report-Msgid-Bugs-To|Project-Id-Version): .*\n"
)
"""What would make the file another one by the day, or for whoever has another Babel."""
TRANSLATED = tuple(code for code in LANGUAGES if code != ENGLISH)


def po_path(code: str) -> Path:
    """The catalogue that translators edit."""
    return ROOT / "resources" / "locale" / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalogue(code: str) -> Catalog:
    """The catalogue as it stands."""
    with po_path(code).open("rb") as file:
        return read_po(file, locale=code, domain=DOMAIN)


def template() -> Catalog:
    """Every text of the source, untranslated."""
    made = Catalog(domain=DOMAIN, charset="utf-8")
    texts = all_texts()
    plurals = {(text.context, text.english): text.plural for text in texts if text.plural}
    for text in texts:
        plural = plurals.get((text.context, text.english))
        made.add((text.english, plural) if plural else text.english,
                 locations=[(text.place, 0)], context=text.context or None)  # fmt: skip
    return made


def updated(code: str) -> Catalog:
    """The catalogue with the source's texts, each with the translation that it had."""
    catalogue = read_catalogue(code)
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """What translators edit."""
    file = io.BytesIO()
    write_po(file, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)
    return re.sub(_CHANGING, b"", file.getvalue())


def as_mo(catalogue: Catalog) -> bytes:
    """What the program reads; the same for the same texts on whatever day."""
    catalogue.creation_date = NO_DAY
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main() -> None:
    """Brings every catalogue up to date and says what is still to be translated."""
    for code in TRANSLATED:
        catalogue = updated(code)
        po_path(code).write_bytes(as_po(catalogue))
        for path in po_path(code).parent.glob("*.po"):
            with path.open("rb") as file:
                path.with_suffix(".mo").write_bytes(as_mo(read_po(file, locale=code, domain=path.stem)))
        missing = [message.id for message in catalogue if message.id and not is_translated(message.string)]
        print(f"{code}: {len(catalogue)} texts, {len(missing)} without a translation")
        print("\n".join(f"  {one}" for one in missing))


def is_translated(said: object) -> bool:
    """Whether every form is there."""
    return all(said) if isinstance(said, tuple | list) else bool(said)


if __name__ == "__main__":
    main()
