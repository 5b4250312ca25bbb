"""Which laws belong to which action: those that it is said to rest on. Imports the survey and the laws.

A law counts for the action in whose sentence it stands, else for the one that the text tells of there. What a
law allows, what it may come to say, and a law that is not in force where the authority is do not count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casefile.extraction.law_registry import UNION
from casefile.extraction.laws import ProvisionMention
from casefile.extraction.lexicon import word_pattern
from casefile.extraction.names import Party
from casefile.extraction.survey import Survey, within
from casefile.proposals import Because, ProposedProvision
from casefile.values import Span

_UNION_LAW_IN = frozenset(
    {"EU", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
     "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}
)  # fmt: skip
"""The Union, the states of the economic area, and the United Kingdom, which applied it and copied it."""


@dataclass(frozen=True)
class ToldAction:
    """What the choice of laws has to know of an action."""

    authority: str
    """The registry's code."""
    parties: tuple[Party, ...]
    sentences: tuple[Span, ...]
    """Those that tell of it, at least one, in any order."""
    main: bool


def share_provisions(
    survey: Survey, actions: Sequence[ToldAction]
) -> tuple[tuple[ProposedProvision, ...], ...]:
    """The provisions of each action, in the order of the actions; each provision once, in reading order."""
    shares: list[dict[tuple[str, str], ProposedProvision]] = [{} for _ in actions]
    for mention in survey.provisions:
        sentence = survey.article.sentence_of(mention.span)
        able = [
            index for index, action in enumerate(actions) if _may_enforce(survey, action.authority, mention)
        ]
        own = [index for index in able if _tells(actions[index], mention.span)]
        for index in own or _owners(survey, actions, able, sentence):
            key = (mention.instrument, mention.article)
            shares[index].setdefault(key, _provision(mention, bool(own)))
    return tuple(tuple(_without_bare(share)) for share in shares)


def _without_bare(share: dict[tuple[str, str], ProposedProvision]) -> Iterator[ProposedProvision]:
    """A law says nothing more beside its own articles."""
    detailed = {instrument for instrument, article in share if article}
    for (instrument, article), provision in share.items():
        if article or instrument not in detailed:
            yield provision


def _tells(action: ToldAction, span: Span) -> bool:
    return any(sentence.start <= span.start < sentence.end for sentence in action.sentences)


def _may_enforce(survey: Survey, authority: str, mention: ProvisionMention) -> bool:
    """Whether the law is in force where the authority is; a law of unknown origin may be."""
    place = survey.authority(authority).jurisdiction
    if not mention.jurisdictions:
        return True
    if UNION in mention.jurisdictions and place[:2] in _UNION_LAW_IN:
        return True
    return any(law[:2] == place[:2] for law in mention.jurisdictions)


def _owners(survey: Survey, actions: Sequence[ToldAction], able: list[int], sentence: Span) -> list[int]:
    """The actions that a law belongs to which stands in no sentence that tells of one."""
    section = survey.section_of(sentence)
    told = [index for index in able if survey.section_of(actions[index].sentences[0]) == section]
    if not told or _is_background(survey, sentence):
        return []
    named = {mention.party for mention in within(survey.mentions, sentence)}
    theirs = [[index for index in told if party in actions[index].parties] for party in named]
    if any(theirs):
        return sorted({_nearest(actions, each, sentence) for each in theirs if each})
    acting = {mention.code for mention in within(survey.authorities, sentence) if mention.named}
    told = [index for index in told if not acting or actions[index].authority in acting]
    paragraph = survey.article.paragraph_of(sentence)
    beside = [index for index in told if any(paragraph.contains(each) for each in actions[index].sentences)]
    among = beside or [index for index in told if actions[index].main]
    return _with_companions(actions, among, _nearest(actions, among, sentence)) if among else []


def _is_background(survey: Survey, sentence: Span) -> bool:
    """Whether the sentence tells what a law allows or will say, and of no breach."""
    words, language = sentence.of(survey.article.text), survey.article.language
    return (
        word_pattern(language, "laws", "background").search(words) is not None
        and word_pattern(language, "laws", "broken").search(words) is None
    )


def _nearest(actions: Sequence[ToldAction], among: list[int], sentence: Span) -> int:
    """The action told of last before the sentence, else the first behind it."""

    def distance(index: int) -> tuple[bool, int]:
        starts = [each.start for each in actions[index].sentences]
        before = [sentence.start - start for start in starts if start <= sentence.start]
        return (not before, min(before) if before else min(starts))

    return min(among, key=distance)


def _with_companions(actions: Sequence[ToldAction], among: list[int], chosen: int) -> list[int]:
    """With the other main actions of the authority, where a main one was chosen: they are told together."""
    if not actions[chosen].main:
        return [chosen]
    authority = actions[chosen].authority
    return [index for index in among if actions[index].main and actions[index].authority == authority]


def _provision(mention: ProvisionMention, own: bool) -> ProposedProvision:
    rule = "named in the sentence of the sanction" if own else "named where the article tells of the sanction"
    because = Because((mention.span,), rule, 0.8 if own else 0.6)
    return ProposedProvision(mention.instrument, mention.article, because, mention.name)
