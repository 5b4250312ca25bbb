"""Services of a respondent, which are none themselves: "fined Meta €2m over WhatsApp’s privacy policy".

One decision against a firm is often told by what it offers, and is no second one. Imports the decisions and
the known companies.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from casefile.extraction.anchors import Anchor
from casefile.extraction.decisions import Decision
from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.name_known import owners_of
from casefile.extraction.names import Party
from casefile.extraction.survey import Survey
from casefile.values import Span

_UNIT_REACH = 40
_BESIDE = 12
"""Code points at most between a verb and the name that it is about."""
_LIKELIEST = 2
_APPOSED = re.compile(r",\s")
_POSSESSED = re.compile(r"[’']s?(?!\w)")


def owner_beside(survey: Survey, anchor: Anchor, listed: Sequence[tuple[Party, float]]) -> Party | None:
    """The owner where the sentence names it and its service, and the measure is the owner's.

    The service is named only for what it has, or in what the owner is called ("Facebook’s owner, Meta,"), or
    the owner alone stands right beside the verb: "fined Meta €2m for letting Instagram show".
    """
    text, mentions = survey.article.text, survey.mentions_in(anchor.sentence)
    for service in (party for party, _ in listed[:_LIKELIEST]):
        own = [each.span for each in mentions if each.party is service]
        owned = [each for each in mentions if _owns(each.party, service)] if own else []
        if not owned:
            continue
        only_has = all(_POSSESSED.match(text, span.end) for span in own)
        called = any(_APPOSED.fullmatch(text, own[0].end, each.span.start) for each in owned)
        acted_on = any(_is_beside(anchor, each.span) for each in owned)
        alone = acted_on and not any(_is_beside(anchor, span) for span in own)
        if (only_has and not _is_possessor(text, owned[0].span, own)) or called or alone:
            return owned[0].party
    return None


def subsidiary_beside(
    survey: Survey, anchor: Anchor, listed: Sequence[tuple[Party, float]], paired: Party | None
) -> Party | None:
    """The one of two candidates that is called the other's: "Alphabet unit Google", "la filiale de".

    ``paired`` where neither is, or where it is a third.
    """
    text, language = survey.article.text, survey.article.language
    candidates = {party for party, _ in listed[:_LIKELIEST]}
    for first, second in pairwise(survey.mentions_in(anchor.sentence)):
        if first.party is second.party or not candidates.issuperset((first.party, second.party)):
            continue
        gap = text[first.span.end : second.span.start]
        if paired not in (None, first.party, second.party):
            continue
        if _unit_behind(language).fullmatch(gap):
            return second.party
        start = max(0, first.span.start - _UNIT_REACH)
        if gap == ", " and _unit_before(language).search(text, start, first.span.start):
            return second.party
    return paired


@cache
def _unit_behind(language: str) -> re.Pattern[str]:
    """Between an owner and what it owns: " unit ", "’s insurance arm ", "-owned "; no " and its unit "."""
    joints = alternatives(lexicon(language, "linking").words("conjunctions"))
    units = alternatives(lexicon(language, "names").words("units"))
    return re.compile(rf"(?:(?:[’']s?)?(?:\s(?!{joints}\s)[a-z][\w-]{{2,16}}){{0,2}}\s{units}|-owned)\s")


@cache
def _unit_before(language: str) -> re.Pattern[str]:
    """Right before an owner whose firm's name follows: "la filiale française d’"."""
    units = alternatives(lexicon(language, "names").words("units"))
    of = alternatives(lexicon(language, "authorities").words("deciders"))
    return re.compile(rf"(?<!\w){units}\s(?:\w{{4,16}}\s)?{of}\s?(?:\w{{1,3}}[\s’'])?$")


def _is_possessor(text: str, owner: Span, services: Sequence[Span]) -> bool:
    """Whether the owner only tells whose the service is: "Meta’s WhatsApp"."""
    possessed = _POSSESSED.match(text, owner.end)
    return possessed is not None and any(0 <= span.start - possessed.end() <= 1 for span in services)


def _is_beside(anchor: Anchor, span: Span) -> bool:
    """Whether the name stands right before or behind the anchor's verb."""
    if anchor.trigger is None:
        return False
    verb = anchor.trigger.span
    return max(verb.start - span.end, span.start - verb.end) <= _BESIDE


def without_services(decisions: Sequence[Decision]) -> list[Decision]:
    """Without those that have no sum of their own, beside one of the same authority against the owner.

    The same of an owner beside its service: "fined Alphabet’s Google €2m". One that is told with another date
    stands for itself: "In 2021 the DPC had ordered WhatsApp to ...".
    """
    return [
        each for each in decisions if each.sums or not any(_is_of_service(each, other) for other in decisions)
    ]


def _is_of_service(decision: Decision, other: Decision) -> bool:
    if decision is other or decision.authority != other.authority:
        return False
    if not other.sums and _any_owns(decision, other):
        return False
    apart = decision.when is not None and other.when is not None and decision.when != other.when
    return not apart and all(
        any(_owns(each, party) or _owns(party, each) for each in other.parties) for party in decision.parties
    )


def _any_owns(decision: Decision, other: Decision) -> bool:
    """Whether a respondent of the one owns one of the other."""
    return any(_owns(party, each) for party in decision.parties for each in other.parties)


def _owns(owner: Party, party: Party) -> bool:
    owners = {name.casefold() for form in party.forms for name in owners_of(form)}
    return not owners.isdisjoint(form.casefold() for form in owner.forms)
