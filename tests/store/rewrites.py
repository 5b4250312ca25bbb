"""Made stories and what becomes of them on their way from outlet to outlet; seeded.

Stories on one topic are hard to tell apart on purpose: they draw their sentences from one stock, name the
same authority and law, share the authority's standard paragraph and a quote, and end with their outlet's.
"""

from collections.abc import Callable, Iterator
from random import Random

_OPENINGS = (
    "The {authority} has fined {company} {amount} for {wrong}, it said on {day}.",
    "{company} must pay {amount} after the {authority} found that it had been {wrong}.",
    "A penalty of {amount} awaits {company}: the {authority} has closed its file on {wrong}.",
)
_STOCK = (
    "The decision follows an inquiry that began in {month} {year}, when {count} people complained.",
    "Inspectors visited the offices in {city} and copied {count} files from the servers they found there.",
    "According to the ruling, which runs to {pages} pages, the firm knew of the fault since {month} {year}.",
    "{person}, who heads the firm's legal staff, called the finding {view} and announced an appeal.",
    "Shares in the parent group fell by {percent} percent in {city} before trading recovered at noon.",
    "The breach of {law} lasted from {month} {year} until a journalist asked about it in {month}.",
    "Consumer groups in {city} welcomed the step, though {person} said that it came {years} years late.",
    "The money goes to the treasury; nobody of the {count} customers concerned will see any of it.",
    "A spokesperson for the firm said that {count} records had been deleted and {percent} percent moved.",
    "In {year} the same authority had warned {company} in a letter that {person} never answered.",
    "Lawyers in {city} expect the court of appeal to hear the matter in {month}, at the earliest.",
    "{person}, a former engineer, told the inquiry that passwords had been kept in a file named {word}.",
    "The firm had argued that {law} did not apply, because its servers stand in {city}.",
    "Two members of parliament, {person} and {other}, want the ceiling of fines to rise to {amount}.",
    "Competitors named {rival} and {company} had shared the same supplier since {month} {year}.",
    "The supplier, which employs {count} people in {city}, is not a party to the proceedings.",
    "Where the firm sold lists to {rival}, the authority counted {count} transfers in {years} years.",
    "Children made up {percent} percent of those whose pictures were taken from the {word} database.",
    "An internal note of {month} {year}, quoted at length, calls the risk {view}.",
    "The order also bans the firm from using {word} until an auditor from {city} has reported.",
    "{person} left the board in {month}; the firm says that this had other reasons.",
    "If the firm does not comply by {month}, it owes {amount} for each further week.",
    "The authority reduced the sum by {percent} percent, as {company} had helped from {month} on.",
    "Hospitals in {city} had used the product for {years} years without asking any patient.",
    "The auditors counted {count} cameras, of which {percent} percent pointed at a public street.",
    "Whether {rival} will be next, {person} would not say when asked in {city} this {day}.",
    "A similar case against {rival} ended in {year} with a settlement of {amount}.",
    "The law professor {person} of {city} considers the reasoning {view} and the sum too low.",
)
_QUOTE = (
    "“Whoever collects the data of so many people without asking them has understood nothing of the law, and"
    " we shall not look away,” said {head}, who chairs the {authority}."
)
_STANDARD = (
    "The {authority} supervises the processing of personal data and acts in full independence. It can issue"
    " warnings, order that processing be brought into line with the law, and impose fines of up to four"
    " percent of a company's worldwide turnover."
)
_OUTLETS = (
    "This article was first published by Example News. Sign up to our newsletter, every Friday at noon.",
    "De Voorbeeldkrant is independent of any party. Readers can reach our desk by post on working days.",
    "Beispielzeitung online. All rights reserved; use beyond private reading needs our consent in writing.",
)
_FILLERS = {
    "wrong": ("keeping faces without consent", "selling lists of patients", "losing its customers' passwords",
              "tracking children across apps", "filming its staff at work", "ignoring requests for access"),
    "amount": tuple(f"€{number / 10:.1f} million" for number in range(3, 400, 7)),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "month": ("January", "March", "April", "May", "June", "August", "October", "November"),
    "year": tuple(str(year) for year in range(2014, 2026)),
    "count": tuple(f"{number:,}" for number in range(112, 99_000, 1_237)),
    "pages": tuple(str(number) for number in range(18, 190, 3)),
    "percent": tuple(str(number) for number in range(3, 78)),
    "years": ("two", "three", "four", "five", "six", "seven"),
    "city": ("Dublin", "Utrecht", "Lyon", "Graz", "Porto", "Bergen", "Gdansk", "Tartu", "Ghent", "Malmo"),
    "view": ("grave", "plausible", "absurd", "overdue", "negligible", "one-sided", "sound"),
    "word": ("lantern", "orchid", "harbour", "falcon", "quartz", "meadow", "pepper", "cobalt"),
    "law": ("Article 5", "Article 6", "Article 9", "Article 32", "Article 17"),
}  # fmt: skip
_FIRST = (
    "Ann",
    "Karel",
    "Ines",
    "Tomas",
    "Mira",
    "Jonas",
    "Leila",
    "Pieter",
    "Sofia",
    "Ruben",
    "Eva",
    "Milan",
)
_LAST = (
    "Lee",
    "Novak",
    "Costa",
    "Berg",
    "Haas",
    "Moreau",
    "Rossi",
    "Vos",
    "Lind",
    "Kelly",
    "Weiss",
    "Duarte",
)
_COMPANY = (
    "Lumivara",
    "Ostrel",
    "Kandimo",
    "Veltrix",
    "Brixholm",
    "Quorada",
    "Senvik",
    "Tarmello",
    "Ulmberg",
)
SENTENCES = 14
SYNONYMS = 0.1
"""The share of words that a rewriter replaces."""
Rewrite = Callable[[Random, str], str]


def stories(count: int, topics: int, seed: int = 1) -> Iterator[str]:
    """That many different stories of about 300 words, of each topic in turn."""
    random = Random(seed)  # noqa: S311
    heads = [(f"Authority of {city}", _person(random)) for city in _FILLERS["city"]]
    for number in range(count):
        authority, head = heads[number % topics % len(heads)]
        yield _story(random, authority, head, _OUTLETS[random.randrange(len(_OUTLETS))])


def _story(random: Random, authority: str, head: str, outlet: str) -> str:
    company, rival = random.sample(_COMPANY, 2)
    fixed = {"authority": authority, "head": head, "company": company, "rival": rival}
    chosen = [random.choice(_OPENINGS), *random.sample(_STOCK, SENTENCES)]
    said = [_filled(random, sentence, fixed) for sentence in chosen]
    paragraphs = [" ".join(said[at : at + 3]) for at in range(0, len(said), 3)]
    paragraphs.insert(random.randrange(1, len(paragraphs)), _filled(random, _QUOTE, fixed))
    return "\n\n".join([*paragraphs, _filled(random, _STANDARD, fixed), outlet])


def _filled(random: Random, sentence: str, fixed: dict[str, str]) -> str:
    drawn = {name: random.choice(values) for name, values in _FILLERS.items()}
    return sentence.format(**drawn, **fixed, person=_person(random), other=_person(random))


def _person(random: Random) -> str:
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"


def drop_paragraphs(random: Random, text: str) -> str:
    """Three in ten paragraphs are cut."""
    parts = text.split("\n\n")
    kept = sorted(random.sample(range(len(parts)), round(len(parts) * 0.7)))
    return "\n\n".join(parts[place] for place in kept)


def reorder_sentences(random: Random, text: str) -> str:
    """All sentences stand elsewhere."""
    sentences = text.replace("\n\n", " ").split(". ")
    random.shuffle(sentences)
    return ". ".join(sentences)


def replace_words(random: Random, text: str) -> str:
    """One in ten words is another."""
    words = text.split(" ")
    for place in random.sample(range(len(words)), round(len(words) * SYNONYMS)):
        words[place] = f"syn{random.randrange(10_000)}"
    return " ".join(words)


def add_furniture(random: Random, text: str) -> str:
    """Another outlet's header and footer around it."""
    header = " ".join(f"menu{random.randrange(500)}" for _ in range(40))
    footer = " ".join(f"foot{random.randrange(500)}" for _ in range(60))
    return f"{header}\n\n{text}\n\n{footer}"


def truncate(random: Random, text: str) -> str:
    """The first half, more or less, and a line to go on reading."""
    words = text.split(" ")
    return " ".join(words[: round(len(words) * random.uniform(0.4, 0.6))]) + " … Read on with a subscription."


def correct_figures(random: Random, text: str) -> str:
    """Every number is another, as in a corrected article."""
    return "".join(str(random.randrange(10)) if char.isdigit() else char for char in text)


def rewrite_somewhat(random: Random, text: str) -> str:
    """A desk's own version: paragraphs cut, some words replaced, its furniture around it."""
    words = drop_paragraphs(random, text).split(" ")
    for place in random.sample(range(len(words)), round(len(words) * SYNONYMS / 2)):
        words[place] = f"syn{random.randrange(10_000)}"
    return add_furniture(random, " ".join(words))


REWRITES: dict[str, Rewrite] = {
    "paragraphs dropped": drop_paragraphs,
    "sentences reordered": reorder_sentences,
    "one word in ten replaced": replace_words,
    "header and footer added": add_furniture,
    "truncated": truncate,
    "figures corrected": correct_figures,
    "cut, reworded, framed": rewrite_somewhat,
}
