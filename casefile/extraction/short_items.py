"""Items of a few sentences: one authority acts, one is named. Imports the anchors and the survey.

Short news has no room to name the respondent beside every verb: "Closure order served on bakery" stands above
the one bakery that the item names. What a long article may say of anybody is said of the one here.
"""

from casefile.extraction.anchors import Anchor
from casefile.extraction.names import Party
from casefile.extraction.surroundings import JUDGES
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Force, Side, Trigger, cue
from casefile.values import Span

_LONGEST = 900
"""Code points of such an item; articles of newspapers are longer."""
_LEAST, _LEAST_OF_SUM = 0.05, 0.3
"""How likely the model must have it at least, which is fitted to articles."""
_SURELY, _ACTING = 0.8, 0.7
"""The respondent's and the authority's share at least."""
_CERTAIN = 2
"""How sure it is that the respondent's name is one, where its sentence does not name it."""


def is_short(survey: Survey) -> bool:
    """Whether the article is an item of a few sentences."""
    return len(survey.article.text.strip()) <= _LONGEST


def names_one_of_each(survey: Survey) -> bool:
    """Whether the article names one authority, beside courts, and one who may be a respondent.

    People are named beside a firm to speak for it.
    """
    firms = [party for party in survey.parties if not party.person]
    codes = {each.code for each in survey.authorities if each.authority.kind not in JUDGES}
    return len(firms or survey.parties) == 1 and len(codes) == 1


def is_told_shortly(
    survey: Survey, anchor: Anchor, likely: float, party: tuple[Party, float], authority: tuple[str, float]
) -> bool:
    """Whether a short item's verb imposes a measure on the one that it names, each with its share."""
    if not is_short(survey) or party[1] < _SURELY or authority[1] < _ACTING:
        return False
    if likely < (_LEAST if anchor.money is None else _LEAST_OF_SUM):
        return False
    alone = names_one_of_each(survey)
    return (
        _is_done(survey, anchor, alone)
        and not _is_spoken_or_denied(survey, anchor)
        and _is_meant(survey, anchor, party[0], authority[0], alone)
    )


def _is_done(survey: Survey, anchor: Anchor, alone: bool) -> bool:
    """Whether a verb tells of a measure; one that only pays is enough where only one can be meant."""
    trigger = anchor.trigger
    if trigger is None or any(each.force is Force.POSSIBLE for each in anchor.triggers):
        return False
    if trigger.force is not Force.DONE or trigger.side is Side.NOUN or (trigger.weak and not alone):
        return False
    return trigger.side is not Side.AFTER or not _is_against_authority(survey, trigger)


def _is_spoken_or_denied(survey: Survey, anchor: Anchor) -> bool:
    """Whether somebody is quoted with it, asks for it, or the sentence tells that nothing is imposed."""
    text, sentence = survey.article.text, anchor.sentence
    if survey.is_quoted(anchor.span) or sentence.of(text).rstrip().endswith("?"):
        return True
    return cue(survey.article.language, "negations").search(text, sentence.start, sentence.end) is not None


def _is_meant(survey: Survey, anchor: Anchor, party: Party, code: str, alone: bool) -> bool:
    """Whether the sentence names it, or the name is sure, or it is the only one that the prose names."""
    if any(mention.party is party for mention in survey.mentions_in(anchor.sentence)):
        return True
    told = alone and any(_is_prose(survey, span) for span in party.spans)
    sure = party.certainty >= _CERTAIN
    if anchor.money is not None:
        return told and sure
    return told or (sure and not _is_with_another(survey, party, code))


def _is_with_another(survey: Survey, party: Party, code: str) -> bool:
    """Whether a sentence that names it names another authority: "Ofcom said that Kestrel will pay"."""
    return any(
        each.code != code and each.authority.kind not in JUDGES
        for span in party.spans
        for each in survey.authorities_in(survey.article.sentence_of(span))
    )


def _is_prose(survey: Survey, span: Span) -> bool:
    """Whether the name stands in a sentence, not in a line of the head."""
    sentence = survey.article.sentence_of(span)
    return sentence.of(survey.article.text).rstrip("\"'”’»)] ").endswith((".", "!", "…"))


def _is_against_authority(survey: Survey, trigger: Trigger) -> bool:
    """Whether the authority itself stands behind the verb: "Kestrel sues FDA over label"."""
    text, sentence = survey.article.text, survey.article.sentence_of(trigger.span)
    return any(
        mention.span.start >= trigger.span.end
        and text[trigger.span.end : mention.span.start].strip().lower() in ("", "the")
        for mention in survey.authorities_in(sentence)
    )
