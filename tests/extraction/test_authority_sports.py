"""Committees of leagues and clubs punish, and are no authorities; everything in the texts is invented."""

import pytest

from casefile.extraction.authorities import find_authorities
from casefile.extraction.authority_sports import tells_of_sport
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

_SPORT = {
    "en": "The Independent Disciplinary Committee fined Blackwater Rovers €4,000 after the striker came"
    " on in the match at Athlone. The referee saw it. The season ends at the stadium on Friday.",
    "de": "Das Sportgericht verhängte gegen den SV Hallbach 4.000 Euro, weil Fans im Stadion "
    "Pyrotechnik zündeten. Der Schiedsrichter unterbrach; der Trainer schwieg. Die Saison endet "
    "am Freitag.",
    "fr": "La Commission de discipline a infligé 4 000 euros au FC Morvaux. L’arbitre avait arrêté le "
    "match, l’entraîneur a protesté. La saison finit vendredi au stade.",
    "nl": "De tuchtcommissie legde FC Hanzestad 4.000 euro op. De scheidsrechter staakte de wedstrijd, "
    "de doelman was geraakt. Het seizoen eindigt vrijdag in het stadion.",
    "it": "Il Giudice sportivo ha inflitto 4.000 euro alla Valsera Calcio. L’arbitro aveva fermato la "
    "partita, l’allenatore protesta. La stagione finisce venerdì allo stadio.",
    "es": "El Comité de Disciplina multó con 4.000 euros al Villaluz CF. El árbitro paró el partido; el"
    " entrenador protestó. La temporada acaba el viernes en el estadio.",
}


@pytest.mark.parametrize("language", _SPORT)
def test_a_text_of_sport_has_no_authority_that_only_its_name_tells(language: str) -> None:
    assert tells_of_sport(_SPORT[language], language)
    assert find_authorities(Article(_SPORT[language], SourceMetadata(language=language))) == ()


def test_who_sponsors_a_club_is_told_of_with_its_authority() -> None:
    text = (
        "The Harbour Regulatory Commission fined Kestrel Ltd €4,000. Kestrel is known for its football "
        "shirts and for a stadium that has its name."
    )
    assert not tells_of_sport(text, "en")
    assert len(find_authorities(Article(text, SourceMetadata(language="en")))) > 0


def test_points_taken_from_a_club_tell_of_sport_alone() -> None:
    text = (
        "La Corte federale ha inflitto alla Valsera dieci punti di penalizzazione e 4.000 euro d’ammenda. "
        "Il club ha patteggiato con la Procura federale."
    )
    assert tells_of_sport(text, "it")
    assert find_authorities(Article(text, SourceMetadata(language="it"))) == ()
