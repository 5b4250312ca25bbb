"""How many there are of what: on the screen in the person's language, in the journal in English."""

from casefile.translation import N_, N_n, tr, tr_n
from ui.figures import figure

_FORMS = {
    "action": N_n("{count} action", "{count} actions"),
    "appeal": N_n("{count} appeal", "{count} appeals"),
    "brief": N_n("{count} brief", "{count} briefs"),
    "case file": N_n("{count} case file", "{count} case files"),
    "cell": N_n("{count} cell", "{count} cells"),
    "change": N_n("{count} change", "{count} changes"),
    "date": N_n("{count} date", "{count} dates"),
    "deadline": N_n("{count} deadline", "{count} deadlines"),
    "event": N_n("{count} event", "{count} events"),
    "file": N_n("{count} file", "{count} files"),
    "hit": N_n("{count} hit", "{count} hits"),
    "measure": N_n("{count} measure", "{count} measures"),
    "more passage": N_n("{count} more passage", "{count} more passages"),
    "more source": N_n("{count} more source", "{count} more sources"),
    "note": N_n("{count} note", "{count} notes"),
    "open appeal": N_n("{count} open appeal", "{count} open appeals"),
    "other": N_n("{count} other", "{count} others"),
    "page": N_n("{count} page", "{count} pages"),
    "passage": N_n("{count} passage", "{count} passages"),
    "proposal": N_n("{count} proposal", "{count} proposals"),
    "quote": N_n("{count} quote", "{count} quotes"),
    "record": N_n("{count} record", "{count} records"),
    "row": N_n("{count} row", "{count} rows"),
    "source": N_n("{count} source", "{count} sources"),
    "statement": N_n("{count} statement", "{count} statements"),
    "sum": N_n("{count} sum", "{count} sums"),
    "tag": N_n("{count} tag", "{count} tags"),
    "value": N_n("{count} value", "{count} values"),
}
"""What is counted, each with its two English forms."""
KINDS = (
    N_("action"), N_("source"), N_("quote"), N_("event"), N_("case file"), N_("record"), N_("warning"),
    N_("party"), N_("proposal"),
)  # fmt: skip
"""What one record of a kind is called within a sentence."""


def count_of(number: int, noun: str) -> str:
    """``1 source``, ``2 sources``, ``1,200 sources``, in the person's language."""
    return tr_n(*_forms(noun), number).format(count=figure(number))


def english_count_of(number: int, noun: str) -> str:
    """``1 source``, ``1,200 sources``: as a step's label in the journal says it."""
    singular, plural = _forms(noun)
    return (singular if number == 1 else plural).format(count=f"{number:,}")


def what_of(number: int, noun: str) -> str:
    """``source``, ``2 sources``, in the person's language."""
    return tr(noun) if number == 1 else count_of(number, noun)


def english_what_of(number: int, noun: str) -> str:
    """``source``, ``2 sources``: as a step's label in the journal says it."""
    return noun if number == 1 else english_count_of(number, noun)


def counted_in(text: str) -> str:
    """A count in English, ``3 sources``, in the person's language; nothing where it is none."""
    figures, _, counted = text.partition(" ")
    number = figures.replace(",", "")
    noun = _NOUNS.get(f"{{count}} {counted}", "")
    return count_of(int(number), noun) if number.isdecimal() and noun else ""


_NOUNS = {form: noun for noun, forms in _FORMS.items() for form in forms}


def _forms(noun: str) -> tuple[str, str]:
    return _FORMS.get(noun, (f"{{count}} {noun}", f"{{count}} {noun}s"))
