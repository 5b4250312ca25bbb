"""Small words of all languages together, as parts of patterns that read them alike. Imports the lexicons."""

from casefile.extraction.lexicon import SHARED, alternatives, lexicon

_WORDS = lexicon(SHARED, "small")

AND = alternatives(_WORDS.words("and"))
OF = alternatives(_WORDS.words("of"))
"""What leads to whom or what something belongs to, without the space: "of", "della", "d’"."""
THE = alternatives(_WORDS.words("the"))
GAP = r"(?:\s|(?<=[’']))"
"""Behind a small word: a space, or nothing where it ends in an apostrophe."""
OF_THE = rf"{OF}{GAP}(?:{THE}{GAP})?"
"""The same with its article and the space behind it: "of the ", "de l’"."""
