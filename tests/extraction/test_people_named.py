"""Names of people and organisations in a text: full forms, short forms, what is no name."""

import pytest

from casefile.extraction.people import Official, find_named
from casefile.extraction.speech_frames import make_frame
from casefile.extraction.speech_lexicon import Gender, speech_lexicon
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import Span


def named(
    text: str, language: str = "en", officials: tuple[Official, ...] = ()
) -> list[tuple[str, PartyKind]]:
    article = Article(text, SourceMetadata(language=language))
    frame = make_frame(text, (), article.paragraphs, speech_lexicon(language))
    return [(name.name, name.kind) for name in find_named(frame, officials)]


def test_a_surname_stands_for_the_full_name_before_and_after() -> None:
    found = named("Mr Howe left. Later Alan Howe, a lawyer, came back and Howe stayed.")
    assert [name for name, _ in found] == ["Alan Howe"] * 3


def test_a_short_form_stands_for_the_company() -> None:
    found = named("The fine hit Nordkontor Bank AG. Yesterday Nordkontor Bank paid.")
    assert found == [("Nordkontor Bank AG", PartyKind.ORGANISATION)] * 2


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Yesterday Ursula von der Heide spoke.", "en", "Ursula von der Heide"),
        ("Gisteren sprak Karin de Boer.", "nl", "Karin de Boer"),
        ("Ayer habló Carmen de la Torre.", "es", "Carmen de la Torre"),
        ("Commissioner of Competition Graham Wetmore spoke.", "en", "Graham Wetmore"),
        ("Union Minister of State for Electronics and IT Vandana Rao spoke.", "en", "Vandana Rao"),
    ],
)
def test_particles_belong_to_a_name_and_titles_do_not(text: str, language: str, name: str) -> None:
    assert (name, PartyKind.PERSON) in named(text, language)


@pytest.mark.parametrize(
    "text", ["On Tuesday the Dutch fined them.", "The Privacy Act applies.", "WASHINGTON – It was so."]
)
def test_days_nations_laws_and_datelines_are_no_names(text: str) -> None:
    assert named(text) == []


def test_a_german_noun_is_no_name() -> None:
    assert named("Das Bußgeld traf den Betreiber wegen der Kameras.", "de") == []


def test_an_authority_keeps_its_canonical_name() -> None:
    text = "The Dutch watchdog spoke."
    official = Official(Span(0, 18), "Autoriteit Persoonsgegevens", court=False)
    assert named(text, officials=(official,)) == [("Autoriteit Persoonsgegevens", PartyKind.AUTHORITY)]


def test_an_honorific_tells_the_gender() -> None:
    text = "Mrs Lumley came."
    article = Article(text, SourceMetadata(language="en"))
    frame = make_frame(text, (), article.paragraphs, speech_lexicon("en"))
    assert [name.gender for name in find_named(frame, ())] == [Gender.FEMALE]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("News  Sport  Planning notices  Obituaries\n\nKestrel Ltd paid.", "Obituaries"),
        ("Home | Gossip | Weather\n\nKestrel Ltd paid.", "Gossip"),
        ("Kestrel Ltd paid. Accompanying the notice, a letter said so.", "Accompanying"),
    ],
)
def test_entries_of_menus_and_openings_of_sentences_are_nobody(text: str, left: str) -> None:
    names = [name for name, _ in named(text)]
    assert "Kestrel Ltd" in names
    assert left not in names


def test_a_town_may_end_as_participles_do() -> None:
    assert ("Beijing", PartyKind.OTHER) in named("Kestrel Ltd paid. Beijing said that it was glad.")
