"""Services of a respondent, which are none themselves: "fined Meta €2m over WhatsApp’s privacy policy".

One decision against a firm is often told by what it offers, and is no second one. Imports the decisions and
the known companies.
"""

import re
from collections.abc import Sequence

from casefile.extraction.anchors import Anchor
from casefile.extraction.decisions import Decision
from casefile.extraction.name_known import owners_of
from casefile.extraction.names import Party
from casefile.extraction.survey import Survey
from casefile.values import Span

_BESIDE = 12
_POSSESSED = re.compile(r"[’']s?(?!\w)")


def owner_beside(survey: Survey, anchor: Anchor, likeliest: Party) -> Party | None:
    """The owner of the likeliest where the sentence names both and the measure is the owner's.

    The service is named only for what it has, or the owner alone stands right beside the verb: "fined Meta
    €2m for letting Instagram show".
    """
    text, mentions = survey.article.text, survey.mentions_in(anchor.sentence)
    own = [each.span for each in mentions if each.party is likeliest]
    owned = [each for each in mentions if _owns(each.party, likeliest)]
    if not own or not owned:
        return None
    only_has = all(_POSSESSED.match(text, span.end) for span in own)
    acted_on = any(_is_beside(anchor, each.span) for each in owned)
    alone = acted_on and not any(_is_beside(anchor, span) for span in own)
    return owned[0].party if only_has or alone else None


def _is_beside(anchor: Anchor, span: Span) -> bool:
    """Whether the name stands right before or behind the anchor's verb."""
    if anchor.trigger is None:
        return False
    verb = anchor.trigger.span
    return max(verb.start - span.end, span.start - verb.end) <= _BESIDE


def without_services(decisions: Sequence[Decision]) -> list[Decision]:
    """Without those that have no sum of their own, beside one of the same authority against the owner.

    One that is told with another date stands for itself: "In 2021 the DPC had ordered WhatsApp to ...".
    """
    return [each for each in decisions if not any(_is_of_service(each, other) for other in decisions)]


def _is_of_service(decision: Decision, other: Decision) -> bool:
    if decision is other or decision.authority != other.authority or decision.sums:
        return False
    apart = decision.when is not None and other.when is not None and decision.when != other.when
    return not apart and all(
        any(_owns(owner, party) for owner in other.parties) for party in decision.parties
    )


def _owns(owner: Party, party: Party) -> bool:
    owners = {name for form in party.forms for name in owners_of(form)}
    return not owners.isdisjoint(owner.forms)
