"""What speaks for a sanction at an anchor at all. Imports the surroundings and the ranking."""

from collections.abc import Sequence

from casefile.extraction.anchors import Anchor
from casefile.extraction.names import Party
from casefile.extraction.pointing_back import means_firm, points_back
from casefile.extraction.ranking import Features, LinearModel, Models
from casefile.extraction.surroundings import CLAUSE_END, JUDGES, Surroundings, gap
from casefile.extraction.triggers import Force

_EARLY = 900
_SMALL, _LARGE = 10_000, 500_000_000
_SURE = 4.0
"""Log odds from which on a sum is as good as certain."""
_OF_THE_BEST = (
    *("in", "person", "speaker", "form", "doubtful", "main", "told", "block", "early", "share"),
    *("pair.direct.after", "pair.direct.before", "in.target", "in.only", "paragraph", "out.far"),
)
"""What of the likeliest respondent tells whether there is a sanction at all."""

_AS_NAMED = {"in": 1.0, "in.only": 1.0, "paragraph": 1.0, "out.far": 0.0}
_FORCES = tuple((f"force.{force.name.lower()}", force) for force in Force)


def sanction_features(
    near: Surroundings,
    models: Models,
    anchor: Anchor,
    listed: Sequence[tuple[Party, Features]],
    scored: Sequence[tuple[Party, float]] | None = None,
) -> Features:
    """What speaks for a sanction at the anchor at all; ``listed`` are the possible respondents.

    ``scored`` are their shares by the model of respondents, where they are known already.
    """
    survey = near.survey
    article, sentence = survey.article, anchor.sentence
    words, place = sentence.of(article.text), near.place(sentence)
    here, names = survey.authorities_in(sentence), survey.mentions_in(sentence)
    paragraph, block = article.paragraph_of(sentence), survey.block_of(sentence)
    points = points_back(survey, anchor)
    forces = {each.force for each in anchor.triggers}
    strong = [each for each in anchor.triggers if not each.weak and each.force is Force.DONE]
    features = {
        "authority": float(bool(here)),
        "authority.judge": float(any(m.authority.kind in JUDGES for m in here)),
        "authority.paragraph": float(bool(survey.authorities_in(paragraph))),
        "authority.block": float(bool(survey.authorities_in(block))),
        "authority.none": float(not survey.authorities_in(survey.section_of(sentence))),
        "name": float(any(not each.party.person for each in names)),
        "name.person": float(any(each.party.person for each in names)),
        "negated": float(place.negated),
        "passing": float(place.passing),
        "headline": float(not words.rstrip('"”’»“)').endswith((".", "!", "?", "…", ":"))),
        **{name: float(force in forces) for name, force in _FORCES},
        "question": float(words.rstrip().endswith("?")),
        "quoted": float(survey.is_quoted(anchor.span)),
        "strong": float(bool(strong)),
        "strong.several": float(len(strong) > 1),
        "early": float(sentence.start < _EARLY),
        "refers": float(place.refers),
        "continues": float(place.continues),
        "points": float(points),
        "points.firm": float(means_firm(survey, anchor)),
    }
    shares = models.respondents.choose(listed) if scored is None else scored
    features |= _chosen(anchor, listed, shares, points=points)
    if anchor.money is not None:
        return {**features, **_sum_features(near, models.sums, anchor), "sum": 1.0}
    trigger = anchor.trigger
    if trigger is None:
        return features
    return features | {
        f"force.own.{trigger.force.name.lower()}": 1.0,
        f"kind.{trigger.kind.value}": 1.0,
        f"kind.{trigger.kind.value}.{trigger.side.value}": 1.0,
        "kind.weak": float(trigger.weak),
        f"kind.{trigger.side.value}": 1.0,
        f"kind.{trigger.side.value}.authority": float(bool(here)),
        f"kind.{trigger.side.value}.name": float(any(not each.party.person for each in names)),
    }


def _chosen(
    anchor: Anchor,
    listed: Sequence[tuple[Party, Features]],
    scored: Sequence[tuple[Party, float]],
    *,
    points: bool,
) -> dict[str, float]:
    """How the likeliest respondent stands to the anchor; what points back at it is as good as its name."""
    if not scored:
        return {"best.none": 1.0}
    party, share = scored[0]
    features = next(features for candidate, features in listed if candidate is party)
    kind = "sum" if anchor.money is not None else "word"
    if points and not features.get("in"):
        features = {**features, **_AS_NAMED}
    return {
        "best.share": share,
        **{f"best.{name}": features.get(name, 0.0) for name in _OF_THE_BEST},
        **{f"best.{kind}.{name}": features.get(name, 0.0) for name in ("in", "told", "paragraph")},
    }


def _sum_features(near: Surroundings, model: LinearModel, anchor: Anchor) -> dict[str, float]:
    survey, mention, trigger = near.survey, anchor.money, anchor.trigger
    if mention is None:
        return {}
    sums = near.sums_near(anchor)
    again, again_early, again_strong = near.is_told_again(mention, _EARLY)
    odds = model.score(survey.sum_features[mention.span])
    features = {
        "sum.sanction": max(0.0, min(1.0, odds / _SURE)),
        "sum.other": max(0.0, min(1.0, -odds / _SURE)),
        "sum.likely": float(odds > 0),
        "sum.maybe": float(odds > -1),
        "sum.small": float(mention.value < _SMALL),
        "sum.large": float(mention.value >= _LARGE),
        "sum.alone": float(trigger is None),
        "sum.approximate": float(mention.approximate),
        "sum.period": float(bool(mention.period)),
        "sum.missing": float(mention.scale.value != "stated"),
        "sum.only": float(len(sums) == 1),
        "sum.first": float(sums[0] is mention),
        "sum.conversion": float((mention.value, mention.currency) in survey.conversions),
        "sum.again": float(again),
        "sum.total": float(mention.span in near.totals.totals),
        "sum.total.several": float(mention.span in near.totals.of_several),
        "sum.part": float(mention.span in near.totals.parts),
        "sum.again.early": float(again_early),
        "sum.again.strong": float(again_strong),
    }
    if trigger is not None:
        distance = gap(trigger.span, anchor.span)
        after = trigger.span.start < anchor.span.start
        features |= {
            "sum.near": max(0.0, 1 - distance / 60),
            f"sum.force.{trigger.force.name.lower()}": 1.0,
            f"sum.{trigger.kind.value}": 1.0,
            f"sum.{trigger.kind.value}.near": max(0.0, 1 - distance / 60),
            "sum.weak": float(trigger.weak),
            f"sum.{trigger.side.value}.{'behind' if after else 'ahead'}": 1.0,
            "sum.clause": float(
                CLAUSE_END.search(
                    survey.article.text[
                        min(trigger.span.end, anchor.span.end) : max(trigger.span.start, anchor.span.start)
                    ]
                )
                is not None
            ),
        }
    return features
