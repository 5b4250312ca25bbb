"""Who a sanction is imposed on and who imposes it: the candidates with what speaks for each.

Imports the modules of features. Fitted models weigh them: see :mod:`casefile.extraction.ranking`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from casefile.extraction.anchors import Anchor
from casefile.extraction.authority_features import authority_features
from casefile.extraction.bystanders import receives_money
from casefile.extraction.names import Party
from casefile.extraction.ranking import Features, Models, shipped_models
from casefile.extraction.respondent_features import possible_respondents, respondent_features
from casefile.extraction.sanction_features import sanction_features
from casefile.extraction.surroundings import Spoken, Surroundings
from casefile.extraction.survey import Survey

__all__ = ["Linker", "Spoken"]

_PART = 0.01
"""What each but the first of a list has of its share, as all of them are meant or none."""


@dataclass(frozen=True)
class Linker:
    """The candidates of an article's anchors and what speaks for each."""

    survey: Survey
    models: Models = field(default_factory=shipped_models)

    @cached_property
    def _near(self) -> Surroundings:
        return Surroundings(self.survey)

    def respondents(self, anchor: Anchor, spoken: Spoken) -> list[tuple[Party, Features]]:
        """Who may be meant, with features, in no telling order."""
        return [
            (party, respondent_features(self._near, anchor, party, spoken))
            for party in possible_respondents(self._near, anchor, spoken)
        ]

    def shares(
        self, anchor: Anchor, candidates: Sequence[tuple[Party, Features]]
    ) -> list[tuple[Party, float]]:
        """The share of each of all, the likeliest first; the first of a list has what the list has."""
        shares = self.models.respondents.choose(candidates)
        for row in self._near.lists_in(anchor.sentence):
            listed = dict.fromkeys(each.party for each in row)
            whole = sum(share for party, share in shares if party in listed)
            parts = [(party, _PART * whole) for party, _ in shares if party in listed]
            if parts:
                head = next(party for party in listed if any(party is each for each, _ in parts))
                rest = [each for each in parts if each[0] is not head]
                first = (head, whole * (1 - _PART * len(rest)))
                shares = [first, *rest, *(each for each in shares if each[0] not in listed)]
        return sorted(shares, key=lambda each: -each[1])

    def listed_with(self, anchor: Anchor, party: Party) -> Sequence[Party]:
        """All who are listed with the party in the anchor's sentence, itself among them."""
        for row in self._near.lists_in(anchor.sentence):
            if any(each.party is party for each in row):
                return [each.party for each in row]
        return ()

    def paired(self, anchor: Anchor) -> Party | None:
        """Whose the anchor's sum is by its turn in a sentence of several."""
        return self._near.paired(anchor)

    def authorities(self, anchor: Anchor, party: Party | None, spoken: Spoken) -> list[tuple[str, Features]]:
        """Which authority may be meant, by its code, with features."""
        bodies = self._near.bodies(self.survey.section_of(anchor.sentence))
        return [
            (code, authority_features(self._near, anchor, code, bodies, party, spoken))
            for code in self._possible_authorities(anchor)
        ]

    def authority_shares(self, anchor: Anchor, party: Party, spoken: Spoken) -> list[tuple[str, float]]:
        """The same with the share that each has of all, the likeliest first; one alone is not weighed."""
        possible = self._possible_authorities(anchor)
        if len(possible) == 1:
            return [(possible[0], 1.0)]
        return self.models.authorities.choose(self.authorities(anchor, party, spoken))

    def _possible_authorities(self, anchor: Anchor) -> list[str]:
        bodies = self._near.bodies(self.survey.section_of(anchor.sentence))
        alone = len(bodies.counts) == 1
        return [
            code for code in bodies.weighed(anchor.sentence.start) if alone or code not in self._receivers
        ]

    @cached_property
    def _receivers(self) -> frozenset[str]:
        """The authorities that the text names only as those that money goes to: "$2m to the Treasury"."""
        article = self.survey.article
        by_code: dict[str, list[bool]] = {}
        for mention in self.survey.authorities:
            given = receives_money(article, mention.span, mention.authority.name)
            by_code.setdefault(mention.code, []).append(given)
        return frozenset(code for code, each in by_code.items() if all(each))

    def sanction(
        self,
        anchor: Anchor,
        listed: Sequence[tuple[Party, Features]],
        scored: Sequence[tuple[Party, float]] | None = None,
    ) -> Features:
        """What speaks for a sanction at the anchor at all; ``listed`` are the possible respondents.

        ``scored`` are their shares by the model of respondents, where they are known already.
        """
        return sanction_features(self._near, self.models, anchor, listed, scored)
