"""Who a sanction is imposed on and who imposes it: features of the candidates, weighed by fitted models.

Imports the survey, the anchors and the ranking. A candidate is judged by where it stands to the anchor in the
sentence, by the small words beside it, and by how the text spoke of it before.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice

from casefile import registry
from casefile.extraction.anchors import Anchor
from casefile.extraction.authorities import AuthorityMention
from casefile.extraction.authority_places import HOME_COUNTRIES
from casefile.extraction.lexicon import word_pattern
from casefile.extraction.linking_words import linking_words
from casefile.extraction.name_words import places
from casefile.extraction.names import Party
from casefile.extraction.ranking import Features, LinearModel, linear_model
from casefile.extraction.survey import Survey, within
from casefile.extraction.triggers import Force, cue
from casefile.values import Span

_RECENT = 4
_LEAD = 260
_EARLY = 900
_SMALL, _LARGE = 10_000, 500_000_000
_WORDS_BEFORE = 48
_CLAUSE = re.compile(r"[;:–—]|,\s(?:while|which|who|whose|während|tandis|terwijl|mentre|mientras)\s")
_SURE = 4.0
"""Log odds from which on a sum is as good as certain."""
_PERSONAL = (
    *("in", "in.target", "in.agent", "in.opens", "in.only", "in.rivals", "out.last"),
    *("pair.direct.after", "pair.direct.before", "pair.other", "pair.nearest"),
    *("trigger.after.behind.near", "trigger.before.ahead.near", "trigger.after.ahead.near"),
    *("trigger.before.behind.near", "trigger.noun.behind.near"),
)
"""What counts otherwise for a person, who is quoted more often than fined."""
_OF_THE_BEST = (
    *("in", "person", "speaker", "form", "doubtful", "main", "told", "block", "early", "share"),
    *("pair.direct.after", "pair.direct.before", "in.target", "in.only", "paragraph", "out.far"),
)
"""What of the likeliest respondent tells whether there is a sanction at all."""
_FULL_STOPS = (".", "!", "?", "…", ":")
_JUDGES = frozenset(("court", "ministry", "prosecutor"))


@dataclass(frozen=True)
class Spoken:
    """What the text has told before an anchor: the findings' authority and respondents, newest first."""

    authority: str = ""
    parties: tuple[Party, ...] = ()
    section: Span | None = None
    sentence: Span | None = None


@dataclass(frozen=True)
class _Place:
    """What is the same for every candidate of a sentence's anchors."""

    section: Span
    block: Span
    paragraph: Span
    main: Party | None
    alone: bool
    """The sentence names no organisation."""
    named_in_section: int
    first: Party | None
    """The first organisation of the section."""
    first_of_block: Party | None
    first_of_paragraph: Party | None
    last: Party | None
    """The organisation named last before the sentence, where it is not far."""
    refers: bool
    """The sentence speaks of somebody in words that point back."""
    continues: bool
    negated: bool
    passing: bool
    """It speaks of an action only by the way."""


@dataclass(frozen=True)
class _Bodies:
    """The authorities of a section, of which any may be meant."""

    mentions: Sequence[AuthorityMention]
    starts: list[int]
    counts: Counter[str]
    total: int
    most: str


@dataclass(frozen=True)
class Linker:
    """The candidates of an article's anchors and what speaks for each."""

    survey: Survey
    sums: LinearModel = field(default_factory=lambda: linear_model("sums"))
    """What tells the sums of sanctions from other money."""

    def respondents(self, anchor: Anchor, spoken: Spoken) -> list[tuple[Party, Features]]:
        """Who may be meant, with features, in no telling order."""
        return [
            (party, self._party_features(anchor, party, spoken)) for party in self._parties(anchor, spoken)
        ]

    def authorities(self, anchor: Anchor, party: Party | None, spoken: Spoken) -> list[tuple[str, Features]]:
        """Which authority may be meant, by its code, with features."""
        bodies = self._bodies(self.survey.section_of(anchor.sentence))
        return [
            (code, self._authority_features(anchor, code, bodies, party, spoken)) for code in bodies.counts
        ]

    # Parties

    def _parties(self, anchor: Anchor, spoken: Spoken) -> Iterator[Party]:
        survey = self.survey
        section = survey.section_of(anchor.sentence)
        here = [mention.party for mention in survey.mentions_in(anchor.sentence)]
        index = bisect_left(self._starts, anchor.sentence.start)
        before: list[Party] = []
        for mention in reversed(survey.mentions[max(0, index - 12) : index]):
            if mention.span.start < section.start or len(before) >= _RECENT:
                break
            if mention.party not in before:
                before.append(mention.party)
        main = survey.main_parties.get(section)
        first = self._firsts.get(section)
        after = survey.mentions_in(Span(anchor.sentence.end, anchor.sentence.end + _LEAD))
        told = spoken.parties if spoken.section == section else ()
        found = [*here, *before, *told, *([main] if main else []), *([first] if first else [])]
        if not here:
            found += [mention.party for mention in after[:1]]
        yield from dict.fromkeys(found)

    def _party_features(self, anchor: Anchor, party: Party, spoken: Spoken) -> dict[str, float]:
        mention = self._mention_near(party, anchor)
        features = {"person": float(party.person), "organisation": float(not party.person)}
        if anchor.sentence.contains(mention):
            features |= self._inside(anchor, mention, party)
        else:
            features |= self._outside(anchor, mention, party)
        place = self._place(anchor.sentence)
        section = place.section
        inside = _count_within(party.spans, section)
        told = spoken.section == section and party in spoken.parties
        if party.person:
            own = [name for name in _PERSONAL if features.get(name)]
            features |= {f"person.{name}": features[name] for name in own}
            features["person.speaker"] = float(party.name in self.survey.speakers)
        features |= {
            "block": float(_any_within(party.spans, place.block)),
            "block.first": float(party is place.first_of_block),
            "paragraph": float(_any_within(party.spans, place.paragraph)),
            "paragraph.first": float(party is place.first_of_paragraph),
            "quoted": float(self.survey.is_only_quoted(party)),
            "main": float(party is place.main),
            "main.alone": float(party is place.main and place.alone),
            "share": min(1.0, 2 * inside / place.named_in_section),
            "once": float(inside <= 1),
            "early": float(party.spans[0].start - section.start < _LEAD),
            "first": float(party is place.first),
            "told": float(told),
            "told.alone": float(told and place.alone),
            "speaker": float(party.name in self.survey.speakers),
            "form": float(party.legal_form),
            "public": float(party.public_body),
            "certain": min(1.0, party.certainty / 4),
            "doubtful": float(party.certainty <= 1),
            **self._standing[party.name],
        }
        return features

    @cached_property
    def _standing(self) -> dict[str, dict[str, float]]:
        """Of each party whether it bears a place's name, and stands in headlines, labels or brackets only."""
        text = self.survey.article.text
        return {
            party.name: {
                "place": float(party.name in places()),
                "only.headline": float(all(self._is_unfinished(span) for span in party.spans)),
                "only.bracket": float(all(text[span.start - 1 : span.start] == "(" for span in party.spans)),
                "only.shouted": float(all(form.isupper() for form in party.forms) and len(party.name) > 4),
                "word": float(" " not in party.name and not party.legal_form),
            }
            for party in self.survey.parties
        }

    def _is_unfinished(self, span: Span) -> bool:
        """Whether no full stop ends the sentence: it is a headline, a label or a caption."""
        sentence = self.survey.article.sentence_of(span)
        last = self.survey.article.text[max(sentence.start, sentence.end - 2) : sentence.end]
        return not any(mark in last for mark in _FULL_STOPS)

    def _inside(self, anchor: Anchor, mention: Span, party: Party) -> dict[str, float]:
        text, words = self.survey.article.text, linking_words(self.survey.article.language)
        others = [
            each
            for each in self.survey.mentions_in(anchor.sentence)
            if each.party is not party and not each.party.person
        ]
        after = mention.start >= anchor.span.end
        low, high = (anchor.span.end, mention.start) if after else (mention.end, anchor.span.start)
        between = text[low:high]
        rivals = sum(low <= each.span.start < high for each in others)
        sums = sum(low <= each.span.start < high for each in self.survey.money_in(anchor.sentence))
        before = text[max(anchor.sentence.start, mention.start - _WORDS_BEFORE) : mention.start]
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
            "in.clause": float(_CLAUSE.search(between) is not None),
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
            **self._pairing(anchor, mention, between, after),
            "in.target.after": float(after and targeted and not sums),
        }
        trigger = anchor.trigger
        if trigger is not None:
            behind = mention.start >= trigger.span.end
            gap = mention.start - trigger.span.end if behind else trigger.span.start - mention.end
            side = f"trigger.{trigger.side.value}.{'behind' if behind else 'ahead'}"
            features |= {side: 1.0, f"{side}.near": max(0.0, 1 - gap / 60)}
            if trigger.weak:
                features["trigger.weak.in"] = 1.0
        else:
            features["trigger.none.in"] = 1.0
        return features

    def _pairing(self, anchor: Anchor, mention: Span, between: str, after: bool) -> dict[str, float]:
        """How a sum and a name stand together where the sentence has several of both."""
        words = linking_words(self.survey.article.language)
        if anchor.money is None:
            return {}
        sums = self.survey.money_in(anchor.sentence)
        names = list(dict.fromkeys(each.party for each in self.survey.mentions_in(anchor.sentence)))
        place = [each.span for each in sums].index(anchor.span) if len(sums) > 1 else 0
        nearest = min(sums, key=lambda each: _gap(each.span, mention)).span
        party = next((i for i, name in enumerate(names) if mention in name.spans), -1)
        return {
            "pair.direct.after": float(after and words.direct.fullmatch(between) is not None),
            "pair.direct.before": float(not after and re.fullmatch(r"[\s,:(–—|]{1,4}", between) is not None),
            "pair.order": float(len(sums) > 1 and len(sums) == len(names) and place == party),
            "pair.disorder": float(len(sums) > 1 and len(sums) == len(names) and place != party),
            "pair.other": float(len(sums) > 1 and nearest != anchor.span),
            "pair.nearest": float(len(sums) > 1 and nearest == anchor.span),
        }

    def _outside(self, anchor: Anchor, mention: Span, party: Party) -> dict[str, float]:
        survey = self.survey
        sentence = anchor.sentence
        place = self._place(sentence)
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

    def sanction(
        self,
        anchor: Anchor,
        listed: Sequence[tuple[Party, Features]],
        scored: Sequence[tuple[Party, float]] | None = None,
    ) -> Features:
        """What speaks for a sanction at the anchor at all; ``listed`` are the possible respondents.

        ``scored`` are their shares by the model of respondents, where they are known already.
        """
        survey = self.survey
        article, sentence = survey.article, anchor.sentence
        words, place = sentence.of(article.text), self._place(sentence)
        here, names = survey.authorities_in(sentence), survey.mentions_in(sentence)
        paragraph, block = article.paragraph_of(sentence), survey.block_of(sentence)
        strong = [each for each in anchor.triggers if not each.weak and each.force is Force.DONE]
        features = {
            "authority": float(bool(here)),
            "authority.judge": float(any(m.authority.kind in _JUDGES for m in here)),
            "authority.paragraph": float(bool(survey.authorities_in(paragraph))),
            "authority.block": float(bool(survey.authorities_in(block))),
            "authority.none": float(not survey.authorities_in(survey.section_of(sentence))),
            "name": float(any(not each.party.person for each in names)),
            "name.person": float(any(each.party.person for each in names)),
            "negated": float(place.negated),
            "passing": float(place.passing),
            "headline": float(not words.rstrip('"”’»“)').endswith((".", "!", "?", "…", ":"))),
            **{
                f"force.{force.name.lower()}": float(any(each.force is force for each in anchor.triggers))
                for force in Force
            },
            "question": float(words.rstrip().endswith("?")),
            "quoted": float(survey.is_quoted(anchor.span)),
            "strong": float(bool(strong)),
            "strong.several": float(len(strong) > 1),
            "early": float(sentence.start < _EARLY),
            "refers": float(place.refers),
            "continues": float(place.continues),
        }
        features |= self._chosen(anchor, listed, scored)
        if anchor.money is not None:
            return {**features, **self._sum_features(anchor), "sum": 1.0}
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

    @staticmethod
    def _chosen(
        anchor: Anchor,
        listed: Sequence[tuple[Party, Features]],
        scored: Sequence[tuple[Party, float]] | None,
    ) -> dict[str, float]:
        """How the likeliest respondent stands to the anchor."""
        if scored is None:
            scored = linear_model("respondents").choose(listed)
        if not scored:
            return {"best.none": 1.0}
        party, share = scored[0]
        features = next(features for candidate, features in listed if candidate is party)
        kind = "sum" if anchor.money is not None else "word"
        return {
            "best.share": share,
            **{f"best.{name}": features.get(name, 0.0) for name in _OF_THE_BEST},
            **{f"best.{kind}.{name}": features.get(name, 0.0) for name in ("in", "told", "paragraph")},
        }

    def _sum_features(self, anchor: Anchor) -> dict[str, float]:
        survey, mention, trigger = self.survey, anchor.money, anchor.trigger
        if mention is None:
            return {}
        sums = survey.money_in(anchor.sentence)
        again = [
            each
            for each in survey.money
            if each is not mention and each.value == mention.value and each.currency == mention.currency
        ]
        odds = self.sums.score(survey.sum_features[mention.span])
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
            "sum.again": float(bool(again)),
            "sum.again.early": float(any(each.span.start < _EARLY for each in again)),
            "sum.again.strong": float(
                any(self._has_strong(survey.article.sentence_of(each.span)) for each in again)
            ),
        }
        if trigger is not None:
            gap = _gap(trigger.span, anchor.span)
            after = trigger.span.start < anchor.span.start
            features |= {
                "sum.near": max(0.0, 1 - gap / 60),
                f"sum.force.{trigger.force.name.lower()}": 1.0,
                f"sum.{trigger.kind.value}": 1.0,
                f"sum.{trigger.kind.value}.near": max(0.0, 1 - gap / 60),
                "sum.weak": float(trigger.weak),
                f"sum.{trigger.side.value}.{'behind' if after else 'ahead'}": 1.0,
                "sum.clause": float(
                    _CLAUSE.search(
                        survey.article.text[
                            min(trigger.span.end, anchor.span.end) : max(
                                trigger.span.start, anchor.span.start
                            )
                        ]
                    )
                    is not None
                ),
            }
        return features

    def _has_strong(self, sentence: Span) -> bool:
        return any(
            not trigger.weak and trigger.force is Force.DONE
            for trigger in within(self.survey.triggers, sentence)
        )

    # Authorities

    def _authority_features(
        self,
        anchor: Anchor,
        code: str,
        bodies: _Bodies,
        party: Party | None,
        spoken: Spoken,
    ) -> Features:
        survey, text = self.survey, self.survey.article.text
        words = linking_words(survey.article.language)
        record = survey.authority(code)
        country = record.jurisdiction.split("-")[0]
        local = _currency_of(country)
        mine, sentence = self._by_code[code], anchor.sentence
        earlier = bisect_left(mine, sentence.start, key=lambda each: each.span.start)
        here = [
            each
            for each in survey.authorities_in(sentence)
            if each.code == code and each.span.end <= sentence.end
        ]
        paragraph = survey.article.paragraph_of(sentence)
        rivals = {m.code for m in survey.authorities_in(anchor.sentence)} - {code}
        currency = anchor.money.currency if anchor.money else ""
        section = survey.section_of(anchor.sentence)
        last = bisect_left(bodies.starts, sentence.start)
        features = {
            "share": bodies.counts[code] / bodies.total,
            "first": float(bodies.mentions[0].code == code),
            "most": float(bodies.most == code),
            "only": float(len(bodies.counts) == 1),
            "named": float(any(mention.named for mention in mine)),
            "judge": float(record.kind in _JUDGES),
            "told": float(spoken.authority == code and spoken.section == section),
            "told.same": float(spoken.authority == code and party is not None and party in spoken.parties),
            "told.other": float(
                spoken.authority == code and party is not None and party not in spoken.parties
            ),
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
        if here:
            nearest = min(here, key=lambda each: _gap(each.span, anchor.span))
            ahead = nearest.span.end <= anchor.span.start
            lead = text[max(anchor.sentence.start, nearest.span.start - _WORDS_BEFORE) : nearest.span.start]
            features |= {
                "in": 1.0,
                "in.only": float(not rivals),
                "in.rival": float(bool(rivals)),
                "in.ahead": float(ahead),
                "in.near": max(0.0, 1 - _gap(nearest.span, anchor.span) / 120),
                "in.agent": float(words.agent.search(lead) is not None),
                "in.opens": float(nearest.span.start - anchor.sentence.start <= 4),
                "in.named": float(nearest.named),
                "in.judge": float(record.kind in _JUDGES),
            }
        else:
            distance = (
                self.survey.article.sentences_between(mine[earlier - 1].span, sentence) if earlier else 99
            )
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

    # Places

    def _place(self, sentence: Span) -> _Place:
        place = self._places.get(sentence)
        if place is None:
            survey = self.survey
            section, block = survey.section_of(sentence), survey.block_of(sentence)
            article = survey.article
            paragraph = article.paragraph_of(sentence)
            index = bisect_left(self._starts, sentence.start)
            before = [each.party for each in survey.mentions[max(0, index - 8) : index]]
            words = sentence.of(article.text)
            references = word_pattern(article.language, "linking", "references")
            continuing = linking_words(article.language).continuing
            place = self._places[sentence] = _Place(
                section,
                block,
                paragraph,
                main=survey.main_parties.get(section),
                alone=all(each.party.person for each in survey.mentions_in(sentence)),
                named_in_section=len(survey.mentions_in(section)) or 1,
                first=self._firsts.get(section),
                first_of_block=self._first_within(block),
                first_of_paragraph=self._first_within(paragraph),
                last=next((party for party in reversed(before) if not party.person), None),
                refers=references.search(article.text, sentence.start, sentence.end) is not None,
                continues=continuing.match(article.text, sentence.start) is not None,
                negated=cue(article.language, "negations").search(words) is not None,
                passing=cue(article.language, "passing").search(words) is not None,
            )
        return place

    @cached_property
    def _places(self) -> dict[Span, _Place]:
        return {}

    def _bodies(self, section: Span) -> _Bodies:
        bodies = self._listed_bodies.get(section)
        if bodies is None:
            survey = self.survey
            inside = survey.authorities_in(section) or list(survey.authorities)
            inside = _without_courts(inside) or _without_courts(survey.authorities) or inside
            counts = Counter(mention.code for mention in inside)
            most = max(counts, key=lambda code: counts[code], default="")
            starts = [mention.span.start for mention in inside]
            bodies = self._listed_bodies[section] = _Bodies(inside, starts, counts, len(inside), most)
        return bodies

    @cached_property
    def _listed_bodies(self) -> dict[Span, _Bodies]:
        return {}

    @cached_property
    def _by_code(self) -> dict[str, list[AuthorityMention]]:
        table: dict[str, list[AuthorityMention]] = {}
        for mention in self.survey.authorities:
            table.setdefault(mention.code, []).append(mention)
        return table

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.survey.mentions]

    @cached_property
    def _firsts(self) -> dict[Span, Party]:
        firsts: dict[Span, Party] = {}
        for mention in self.survey.mentions:
            if not mention.party.person:
                firsts.setdefault(self.survey.section_of(mention.span), mention.party)
        return firsts

    def _first_within(self, stretch: Span) -> Party | None:
        mentions = self.survey.mentions_in(stretch)
        return next((each.party for each in mentions if not each.party.person), None)

    def _mention_near(self, party: Party, anchor: Anchor) -> Span:
        """Its mention in the sentence nearest the anchor, else the last before it, else the first."""
        sentence, spans = anchor.sentence, party.spans
        first = bisect_left(spans, sentence.start, key=_start_of)
        inside = []
        for span in islice(spans, first, None):
            if span.start >= sentence.end:
                break
            if span.end <= sentence.end:
                inside.append(span)
        if inside:
            return min(inside, key=lambda span: _gap(span, anchor.span))
        index = bisect_right(spans, sentence.start, key=_start_of)
        return spans[index - 1] if index else spans[0]


@cache
def _currency_of(country: str) -> str:
    """The country's own money; "" of none."""
    known = {each.code: each.currency for each in registry.countries()}
    return "EUR" if country == "EU" else known.get(country, "")


def _without_courts(mentions: Sequence[AuthorityMention]) -> list[AuthorityMention]:
    """What a court decides is about another authority's action, where the text names one."""
    return [mention for mention in mentions if mention.authority.kind != "court"]


def _gap(span: Span, other: Span) -> int:
    if other < span:
        span, other = other, span
    return max(0, other.start - span.end)


def _start_of(span: Span) -> int:
    return span.start


def _count_within(spans: Sequence[Span], stretch: Span) -> int:
    """How many of the sorted spans start in the stretch."""
    first = bisect_left(spans, stretch.start, key=_start_of)
    return bisect_left(spans, stretch.end, key=_start_of) - first


def _any_within(spans: Sequence[Span], stretch: Span) -> bool:
    """Whether one of the sorted spans lies wholly in the stretch."""
    first = bisect_left(spans, stretch.start, key=_start_of)
    for span in islice(spans, first, None):
        if span.start >= stretch.end:
            return False
        if span.end <= stretch.end:
            return True
    return False
