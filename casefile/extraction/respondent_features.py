"""Who may be meant by a sanction, and what speaks for each. Imports the surroundings.

A candidate is judged by where it stands to the anchor in the sentence, by the small words beside it, and by
how the text spoke of it before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from casefile.extraction.anchors import Anchor
from casefile.extraction.linking_words import linking_words
from casefile.extraction.name_labels import opens_item
from casefile.extraction.names import Party
from casefile.extraction.pointing_back import means_firm
from casefile.extraction.ranking import Features
from casefile.extraction.surroundings import (
    CLAUSE_END,
    WORDS_BEFORE,
    Place,
    Spoken,
    Surroundings,
    any_within,
    count_within,
    gap,
)
from casefile.extraction.survey import PartyMention
from casefile.extraction.triggers import Side
from casefile.values import Span

_RECENT = 4
_LEAD = 260
_PERSONAL = (
    *("in", "in.target", "in.agent", "in.opens", "in.only", "in.rivals", "out.last"),
    *("pair.direct.after", "pair.direct.before", "pair.other", "pair.nearest"),
    *("trigger.after.behind.near", "trigger.before.ahead.near", "trigger.after.ahead.near"),
    *("trigger.before.behind.near", "trigger.noun.behind.near"),
)
"""What counts otherwise for a person, who is quoted more often than fined."""


def possible_respondents(near: Surroundings, anchor: Anchor, spoken: Spoken) -> Iterator[Party]:
    """Who is named in the sentence, was spoken of last, or is what the section is about; each once.

    Who only stands beside an action, as an official or a complainant, is none of them; nor is who does so in
    this sentence alone; nor is a person where a firm is told of in the respondent's place.
    """
    survey = near.survey
    section = survey.section_of(anchor.sentence)
    meant = near.names_near(anchor)
    here = [
        mention.party
        for mention in meant
        if not (survey.stands_beside(mention.span) or _speaks_of_it(near, anchor, mention))
    ]
    aside = {mention.party for mention in meant} - set(here)
    index = bisect_left(near.starts, anchor.sentence.start)
    before: list[Party] = []
    for mention in reversed(survey.mentions[max(0, index - 12) : index]):
        if mention.span.start < section.start or len(before) >= _RECENT:
            break
        if mention.party not in before:
            before.append(mention.party)
    main = survey.main_parties.get(section)
    first = near.firsts.get(section)
    told = spoken.parties if spoken.section == section else ()
    found = [*here, *before, *told, *([main] if main else []), *([first] if first else [])]
    if not meant:
        after = survey.mentions_in(Span(anchor.sentence.end, anchor.sentence.end + _LEAD))
        found += [mention.party for mention in after[:1]]
    known = [
        each for each in dict.fromkeys(found) if each not in aside and each.name not in survey.bystanders
    ]
    saying = {mention.party for mention in meant if mention.party.person and survey.is_saying(mention.span)}
    able = [each for each in known if each not in saying or all(other.person for other in known)]
    firms: list[Party] = []
    if means_firm(survey, anchor):
        behind = anchor.trigger is not None and anchor.trigger.side is Side.AFTER
        firms = [each for each in able if not each.person or (each in here and not behind)]
    yield from firms or able


def _speaks_of_it(near: Surroundings, anchor: Anchor, mention: PartyMention) -> bool:
    """Whether a person speaks the words that tell of it: "The £3m penalty is a penalty", said Jane Roe."""
    survey = near.survey
    speaks = mention.party.person and mention.party.name in survey.speakers
    return speaks and survey.is_quoted(anchor.span) and not survey.is_quoted(mention.span)


def respondent_features(near: Surroundings, anchor: Anchor, party: Party, spoken: Spoken) -> Features:
    """What speaks for the party as the respondent."""
    mention = near.mention_near(party, anchor)
    features: dict[str, float] = {"person": float(party.person), "organisation": float(not party.person)}
    if anchor.sentence.contains(mention):
        features |= _inside(near, anchor, mention, party)
    else:
        features |= _outside(near, anchor, mention, party)
    place = near.place(anchor.sentence)
    told = spoken.section == place.section and party in spoken.parties
    if party.person:
        own = [name for name in _PERSONAL if features.get(name)]
        features |= {f"person.{name}": features[name] for name in own}
        features["person.speaker"] = float(party.name in near.survey.speakers)
    key = ("respondent", party.name, anchor.sentence.start)
    features |= near.survey.once(key, partial(_in_text, near, place, party))
    features["told"] = float(told)
    features["told.alone"] = float(told and place.alone)
    return features


def _in_text(near: Surroundings, place: Place, party: Party) -> dict[str, float]:
    """What speaks for the party wherever in the sentence the anchor is, whoever was spoken of before."""
    inside = count_within(party.spans, place.section)
    return {
        "block": float(any_within(party.spans, place.block)),
        "block.first": float(party is place.first_of_block),
        "paragraph": float(any_within(party.spans, place.paragraph)),
        "paragraph.first": float(party is place.first_of_paragraph),
        "quoted": float(near.survey.is_only_quoted(party)),
        "main": float(party is place.main),
        "main.alone": float(party is place.main and place.alone),
        "share": min(1.0, 2 * inside / place.named_in_section),
        "once": float(inside <= 1),
        "early": float(party.spans[0].start - place.section.start < _LEAD),
        "first": float(party is place.first),
        "told": 0.0,
        "told.alone": 0.0,
        "speaker": float(party.name in near.survey.speakers),
        "form": float(party.legal_form),
        "public": float(party.public_body),
        "certain": min(1.0, party.certainty / 4),
        "doubtful": float(party.certainty <= 1),
        **near.standing[party.name],
    }


def _inside(near: Surroundings, anchor: Anchor, mention: Span, party: Party) -> dict[str, float]:
    """Where it stands to the anchor in its sentence; who is listed with others stands where the list does."""
    text, words = near.survey.article.text, linking_words(near.survey.article.language)
    bystanders = near.survey.bystanders
    mention = near.list_of(mention, anchor.sentence)
    others = [
        each
        for each in near.names_near(anchor)
        if not (each.party is party or each.party.person or each.party.name in bystanders)
        and not mention.contains(each.span)
    ]
    after = mention.start >= anchor.span.end
    low, high = (anchor.span.end, mention.start) if after else (mention.end, anchor.span.start)
    between = text[low:high]
    rivals = sum(low <= each.span.start < high for each in others)
    sums = sum(low <= each.span.start < high for each in near.sums_near(anchor))
    before = text[max(anchor.sentence.start, mention.start - WORDS_BEFORE) : mention.start]
    side = "after" if after else "before"
    targeted = words.target.search(before) is not None
    features = {
        "in": 1.0,
        f"in.{side}": 1.0,
        f"in.{side}.near": max(0.0, 1 - len(between) / 80),
        "in.far": min(1.0, len(between) / 250),
        f"in.{side}.rival": float(rivals > 0),
        "in.rivals": min(1.0, rivals / 3),
        "in.sums": float(sums > 0),
        f"in.{side}.sums": min(1.0, sums / 2),
        "in.clause": float(CLAUSE_END.search(between) is not None),
        "in.only": float(not others),
        "in.opens": float(mention.start - anchor.sentence.start <= 4),
        "in.first": float(all(each.span.start > mention.start for each in others)),
        "in.target": float(targeted),
        "in.agent": float(words.agent.search(before) is not None),
        "in.place": float(words.place.search(before) is not None),
        "in.owns": float(text[mention.end : mention.end + 2] in ("’s", "'s", "s’", "s'")),
        "in.owns.near": float(
            text[mention.end : mention.end + 2] in ("’s", "'s") and not after and len(between) < 30
        ),
        "in.bracket": float(before.endswith("(")),
        "in.colon": float(not after and re.fullmatch(r"\s?[:–—|]\s?.{0,12}", between) is not None),
        **_pairing(near, anchor, mention, party, between, after),
        "in.target.after": float(after and targeted and not sums),
        "in.turn": float(near.paired(anchor) is party),
        "in.clauses": min(1.0, sum(between.count(mark) for mark in ",;:–—(") / 3),
        "in.item": float(opens_item(near.survey.article, mention)),
    }
    trigger = anchor.trigger
    if trigger is not None:
        behind = mention.start >= trigger.span.end
        distance = mention.start - trigger.span.end if behind else trigger.span.start - mention.end
        side = f"trigger.{trigger.side.value}.{'behind' if behind else 'ahead'}"
        features |= {side: 1.0, f"{side}.near": max(0.0, 1 - distance / 60)}
        if trigger.weak:
            features["trigger.weak.in"] = 1.0
    else:
        features["trigger.none.in"] = 1.0
    return features


def _pairing(
    near: Surroundings, anchor: Anchor, mention: Span, party: Party, between: str, after: bool
) -> dict[str, float]:
    """How a sum and a name stand together where the sentence has several of both."""
    words = linking_words(near.survey.article.language)
    if anchor.money is None:
        return {}
    sums = near.sums_near(anchor)
    bystanders = near.survey.bystanders
    named = (each.party for each in near.names_near(anchor) if each.party.name not in bystanders)
    names = list(dict.fromkeys(named))
    place = [each.span for each in sums].index(anchor.span) if len(sums) > 1 else 0
    nearest = min(sums, key=lambda each: gap(each.span, mention)).span
    turn = names.index(party) if party in names else -1
    return {
        "pair.direct.after": float(after and words.direct.fullmatch(between) is not None),
        "pair.direct.before": float(not after and re.fullmatch(r"[\s,:(–—|]{1,4}", between) is not None),
        "pair.order": float(len(sums) > 1 and len(sums) == len(names) and place == turn),
        "pair.disorder": float(len(sums) > 1 and len(sums) == len(names) and place != turn),
        "pair.other": float(len(sums) > 1 and nearest != anchor.span),
        "pair.nearest": float(len(sums) > 1 and nearest == anchor.span),
    }


def _outside(near: Surroundings, anchor: Anchor, mention: Span, party: Party) -> dict[str, float]:
    survey = near.survey
    sentence = anchor.sentence
    place = near.place(sentence)
    distance = survey.article.sentences_between(mention, sentence)
    last, refers = place.last is party, place.refers
    return {
        "out": 1.0,
        "out.next": float(mention.start > sentence.start),
        "out.1": float(distance == 1),
        "out.2": float(distance == 2),
        "out.5": float(3 <= distance <= 5),
        "out.far": float(distance > 5),
        "out.paragraph": float(survey.article.paragraph_of(sentence).contains(mention)),
        "out.last": float(last),
        "out.last.refers": float(last and refers),
        "out.last.continues": float(last and place.continues),
        "out.refers": float(refers),
        "out.named": float(not place.alone),
        "out.last.alone": float(last and place.alone),
        "out.trigger.noun": float(anchor.trigger is not None and anchor.trigger.side.value == "noun"),
    }
