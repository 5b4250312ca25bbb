"""Words of the lexicons as the rules ask for them."""

from casefile.extraction.lexicon import Lexicon


def test_a_word_is_read_with_either_apostrophe() -> None:
    listed = Lexicon({"words": ["l’association", "d'office", "seul"], "classes": {"one": ["l’an"]}})
    assert listed.words("words") == ("l’association", "l'association", "d'office", "d’office", "seul")
    assert listed.lists("classes") == {"one": ("l’an", "l'an")}
