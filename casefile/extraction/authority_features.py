"""What speaks for an authority as the one that acted. Imports the surroundings and the registry."""

from bisect import bisect_left
from functools import cache

from casefile import registry
from casefile.extraction.anchors import Anchor
from casefile.extraction.authorities import AuthorityMention
from casefile.extraction.authority_places import HOME_COUNTRIES
from casefile.extraction.linking_words import linking_words
from casefile.extraction.names import Party
from casefile.extraction.ranking import Features
from casefile.extraction.status_words import standing_words
from casefile.extraction.surroundings import JUDGES, WORDS_BEFORE, Bodies, Spoken, Surroundings, gap

_BY_REACH = 16
"""Code points between a trigger and who acts: " by the "."""
_SAYING_REACH, _SAYING_WORDS = 32, 3


def authority_features(
    near: Surroundings,
    anchor: Anchor,
    code: str,
    bodies: Bodies,
    party: Party | None,
    spoken: Spoken,
) -> Features:
    """What speaks for the authority with this code; ``party`` is the likeliest respondent."""
    survey, text = near.survey, near.survey.article.text
    words = linking_words(survey.article.language)
    record = survey.authority(code)
    country = record.jurisdiction.split("-")[0]
    local = _currency_of(country)
    mine, sentence = near.by_code[code], anchor.sentence
    earlier = bisect_left(mine, sentence.start, key=lambda each: each.span.start)
    here = [
        each
        for each in survey.authorities_in(sentence)
        if each.code == code and each.span.end <= sentence.end
    ]
    paragraph = survey.article.paragraph_of(sentence)
    rivals = {
        each.code
        for each in survey.authorities_in(anchor.sentence)
        if each.code != code and each.code in bodies.counts
    }
    currency = anchor.money.currency if anchor.money else ""
    section = survey.section_of(anchor.sentence)
    last = bisect_left(bodies.starts, sentence.start)
    features = {
        "share": bodies.counts[code] / bodies.total,
        "first": float(bodies.mentions[0].code == code),
        "most": float(bodies.most == code),
        "only": float(len(bodies.counts) == 1),
        "named": float(any(mention.named for mention in mine)),
        "judge": float(record.kind in JUDGES),
        "told": float(spoken.authority == code and spoken.section == section),
        "told.same": float(spoken.authority == code and party is not None and party in spoken.parties),
        "told.other": float(spoken.authority == code and party is not None and party not in spoken.parties),
        "home": float(country == HOME_COUNTRIES.get(survey.article.language)),
        "currency": float(bool(currency) and currency == local),
        "currency.other": float(bool(currency) and currency != local),
        "last": float(last > 0 and bodies.mentions[last - 1].code == code),
        "paragraph": float(
            earlier > 0
            and any(
                each.code == code and each.span.start < sentence.start and paragraph.contains(each.span)
                for each in survey.authorities_in(paragraph)
            )
        ),
    }
    before = [
        each.code
        for each in survey.authorities_in(paragraph)
        if each.span.start < sentence.start and each.code in bodies.counts
    ]
    features |= {
        "paragraph.last": float(before[-1:] == [code] and not rivals),
        "paragraph.only": float(set(before) == {code} and not rivals),
    }
    if here:
        nearest = min(here, key=lambda each: gap(each.span, anchor.span))
        ahead = nearest.span.end <= anchor.span.start
        lead = text[max(anchor.sentence.start, nearest.span.start - WORDS_BEFORE) : nearest.span.start]
        features |= {
            "in": 1.0,
            "in.only": float(not rivals),
            "in.rival": float(bool(rivals)),
            "in.ahead": float(ahead),
            "in.near": max(0.0, 1 - gap(nearest.span, anchor.span) / 120),
            "in.agent": float(words.agent.search(lead) is not None),
            "in.opens": float(nearest.span.start - anchor.sentence.start <= 4),
            "in.named": float(nearest.named),
            "in.judge": float(record.kind in JUDGES),
            "in.by": float(_acts_by(near, anchor, nearest)),
            "in.by.other": float(
                any(
                    each.code != code and _acts_by(near, anchor, each)
                    for each in survey.authorities_in(sentence)
                )
            ),
            "in.says.rival": float(bool(rivals) and _only_says(near, nearest)),
        }
    else:
        distance = near.survey.article.sentences_between(mine[earlier - 1].span, sentence) if earlier else 99
        features |= {
            "out": 1.0,
            "out.rival": float(bool(rivals)),
            "out.1": float(distance == 1),
            "out.2": float(distance == 2),
            "out.5": float(3 <= distance <= 5),
            "out.far": float(5 < distance < 99),
            "out.later": float(distance == 99),
        }
    return features


def _acts_by(near: Surroundings, anchor: Anchor, mention: AuthorityMention) -> bool:
    """Whether it is told right behind a trigger as the one that acts: "was served by the FSA on"."""
    text, words = near.survey.article.text, linking_words(near.survey.article.language)
    ends = [each.span.end for each in anchor.triggers if each.span.end <= mention.span.start]
    if not ends or mention.span.start - max(ends) > _BY_REACH:
        return False
    return words.agent.search(text[max(ends) : mention.span.start]) is not None


def _only_says(near: Surroundings, mention: AuthorityMention) -> bool:
    """Whether it is told right before a verb of saying: "The FSA also said that an order was served by"."""
    article = near.survey.article
    told = standing_words(article.language, "told")
    behind = article.text[mention.span.end : mention.span.end + _SAYING_REACH].split()[:_SAYING_WORDS]
    return any(told.fullmatch(word) for word in behind)


@cache
def _currency_of(country: str) -> str:
    """The country's own money; "" of none."""
    known = {each.code: each.currency for each in registry.countries()}
    return "EUR" if country == "EU" else known.get(country, "")
