"""Which laws belong to which action: those that it is said to rest on. Imports the survey and the laws.

A law counts for the action in whose sentence it stands, else for the one that the text tells of there. What a
law allows, what it may come to say, and a law that is not in force where the authority is do not count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from casefile.extraction.law_registry import UNION
from casefile.extraction.laws import ProvisionMention
from casefile.extraction.lexicon import lexicon, word_pattern
from casefile.extraction.names import Party
from casefile.extraction.surroundings import JUDGES
from casefile.extraction.survey import Survey
from casefile.proposals import Because, ProposedProvision
from casefile.values import Span

_UNION_LAW_IN = frozenset(
    {"EU", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
     "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}
)  # fmt: skip
"""The Union, the states of the economic area, and the United Kingdom, which applied it and copied it."""
_SEVERAL = 2
_FAR = 9
_REACH = 2000
"""Code points; a text may be one paragraph."""


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
    told: dict[Span, list[int]] = {}
    for index, action in enumerate(actions):
        for sentence in dict.fromkeys(action.sentences):
            told.setdefault(sentence, []).append(index)
    authorities = dict.fromkeys(action.authority for action in actions)
    for mention in survey.provisions:
        sentence = survey.article.sentence_of(mention.span)
        may = {code for code in authorities if _may_enforce(survey, code, mention)}
        own = [index for index in told.get(sentence, ()) if actions[index].authority in may]
        able = [index for index, action in enumerate(actions) if action.authority in may]
        for index in _sharers(survey, actions, own, able, sentence) or _owners(
            survey, actions, able, sentence
        ):
            key = (mention.instrument, mention.article)
            shares[index].setdefault(key, _provision(mention, own=bool(own)))
    for index, mention in _powers_used(survey, actions, shares):
        shares[index].setdefault((mention.instrument, mention.article), _provision(mention, own=False))
    lent = [share or _lent(survey, actions, shares, index) for index, share in enumerate(shares)]
    return tuple(tuple(_without_bare(share)) for share in lent)


def _lent(
    survey: Survey,
    actions: Sequence[ToldAction],
    shares: Sequence[dict[tuple[str, str], ProposedProvision]],
    index: int,
) -> dict[tuple[str, str], ProposedProvision]:
    """The laws of the authority's one action told right before, of which a person's goes on."""
    action = actions[index]
    before = actions[index - 1] if index else None
    if before is None or before.authority != action.authority or not action.main:
        return {}
    gaps = (
        survey.article.sentences_between(one, other)
        for one in before.sentences
        for other in action.sentences
        if one <= other
    )
    people = all(party.person for party in action.parties)
    return shares[index - 1] if people and min(gaps, default=_FAR) <= 1 else {}


def _powers_used(
    survey: Survey, actions: Sequence[ToldAction], shares: Sequence[object]
) -> list[tuple[int, ProvisionMention]]:
    """For actions without a law the one whose powers their paragraph measures them by.

    As in "It was fined €2m; the Clean Air Act allows up to €10m".
    """
    bare = [index for index, share in enumerate(shares) if not share]
    found = []
    for mention in survey.provisions if bare else ():
        sentence = survey.article.sentence_of(mention.span)
        if _says(survey, "powers", sentence):
            paragraph = survey.article.paragraph_of(sentence)
            found += [
                (index, mention)
                for index in bare
                if any(paragraph.contains(each) and each <= sentence for each in actions[index].sentences)
                and _may_enforce(survey, actions[index].authority, mention)
            ]
    return found


def _sharers(
    survey: Survey, actions: Sequence[ToldAction], own: list[int], able: list[int], sentence: Span
) -> list[int]:
    """The actions that the sentence tells of, and those of the others that it speaks of without a name.

    Words such as "the cartel" mean all the main ones of the authority, "the firm" beside a person its own.
    """
    if not own:
        return []
    meant = set(own)
    if _says(survey, "together", sentence):
        meant.update(*(_with_companions(actions, able, able, index) for index in own))
    meant.update(_firm(survey, actions, own, able, sentence))
    return sorted(meant)


def _firm(
    survey: Survey, actions: Sequence[ToldAction], own: list[int], able: list[int], sentence: Span
) -> list[int]:
    """The company's action that a sentence about a person's means too: "the firm broke it, Roe helped"."""
    people = bool(own) and all(party.person for index in own for party in actions[index].parties)
    refers = word_pattern(survey.article.language, "linking", "references")
    if not people or refers.search(survey.article.text, sentence.start, sentence.end) is None:
        return []
    bodies = {actions[index].authority for index in own}
    firms = [
        index
        for index in able
        if actions[index].authority in bodies
        and actions[index].sentences[0] < sentence
        and not any(party.person for party in actions[index].parties)
    ]
    return [_nearest(actions, firms, sentence)] if firms else []


def _without_bare(share: dict[tuple[str, str], ProposedProvision]) -> Iterator[ProposedProvision]:
    """A law says nothing more beside its own articles."""
    detailed = {instrument for instrument, article in share if article}
    for (instrument, article), provision in share.items():
        if article or instrument not in detailed:
            yield provision


def _may_enforce(survey: Survey, authority: str, mention: ProvisionMention) -> bool:
    """Whether the law is in force where the authority is, and more than a procedure.

    A law of unknown origin or common title may be in force anywhere.
    """
    place = survey.authority(authority).jurisdiction
    procedure = lexicon(survey.article.language, "laws").words("procedure")
    if mention.name.casefold() in procedure or mention.instrument.casefold() in procedure:
        return False
    if not mention.jurisdictions or _is_common_title(mention.name, survey.article.language):
        return True
    if UNION in mention.jurisdictions and place[:2] in _UNION_LAW_IN:
        return True
    return any(law[:2] == place[:2] for law in mention.jurisdictions)


def _is_common_title(name: str, language: str) -> bool:
    """Whether many countries have a law of this name: "Consumer Protection Act", "Code de commerce"."""
    words = name.lower().replace(",", "").split()
    return _common_words(language).issuperset(words)


@cache
def _common_words(language: str) -> frozenset[str]:
    return frozenset(lexicon(language, "laws").words("common"))


def _owners(survey: Survey, actions: Sequence[ToldAction], able: list[int], sentence: Span) -> list[int]:
    """The actions that a law belongs to which stands in no sentence that tells of one."""
    if not able or _is_background(survey, sentence):
        return []
    section = survey.section_of(sentence)
    told = [
        index
        for index in able
        if any(survey.section_of(each) == section for each in actions[index].sentences)
    ] or _spoken_of(survey, actions, able, section)
    paragraph = survey.article.paragraph_of(sentence)
    if _says(survey, "them", sentence):
        before = _last_named(survey, actions, told, _begin(paragraph, sentence), sentence.start)
        if len(before) >= _SEVERAL:
            return sorted({_nearest(actions, each, sentence) for each in before})
    if _says(survey, "together", sentence):
        before = _last_named(survey, actions, told, _begin(paragraph, sentence), sentence.start)
        if len(before) < _SEVERAL:
            among = told if len(told) >= _SEVERAL else able
            return _with_companions(actions, among, among, _nearest(actions, among, sentence))
    acting = _acting(survey, actions, sentence)
    by_them = [index for index in told if actions[index].authority in acting]
    named = _by_party(survey, actions, by_them or told, sentence)
    if named:
        chosen = {_nearest(actions, each, sentence) for each in named}
        return sorted({each for one in chosen for each in _with_companions(actions, told, [], one)})
    if len(by_them) == 1:
        return by_them
    return _of_paragraph(survey, actions, by_them if acting else told, paragraph, sentence)


def _spoken_of(survey: Survey, actions: Sequence[ToldAction], able: list[int], section: Span) -> list[int]:
    """The actions whose authority and respondent a section names that tells of none."""
    bodies = {mention.code for mention in survey.authorities_in(section)}
    named = {mention.party for mention in survey.mentions_in(section)}
    return [
        index
        for index in able
        if actions[index].authority in bodies and not named.isdisjoint(actions[index].parties)
    ]


def _acting(survey: Survey, actions: Sequence[ToldAction], sentence: Span) -> set[str]:
    """The authorities that the sentence names, but not a court that judges another's decision.

    Nor one that only the name of a law has in it: "the Financial Intelligence Centre Act".
    """
    enforcing = {action.authority for action in actions}
    return {
        mention.code
        for mention in survey.authorities_in(sentence)
        if mention.named
        and (mention.code in enforcing or mention.authority.kind not in JUDGES)
        and not survey.names_law(mention.span)
    }


def _of_paragraph(
    survey: Survey, actions: Sequence[ToldAction], told: list[int], paragraph: Span, sentence: Span
) -> list[int]:
    """The actions that a sentence without a party means: told in its paragraph, or named there last."""
    among = [index for index in told if any(paragraph.contains(each) for each in actions[index].sentences)]
    firm = _firm(survey, actions, among, told, sentence)
    if not firm and _points_back(survey, actions, told, among, sentence):
        return _with_companions(actions, told, among, _nearest(actions, told, sentence))
    among = firm or among
    if not among:
        begin = _begin(paragraph, sentence)
        if _tells_of_another(survey, actions, begin, sentence.start) or (
            begin < sentence.start and _is_of_another_body(survey, actions, Span(begin, sentence.start))
        ):
            return []
        topics = _last_named(survey, actions, told, begin, sentence.start)
        if topics:
            chosen = {_nearest(actions, topic, sentence) for topic in topics}
            return sorted({each for one in chosen for each in _with_companions(actions, told, [], one)})
        among = [index for index in told if actions[index].main]
    return _with_companions(actions, told, among, _nearest(actions, among, sentence)) if among else []


def _points_back(
    survey: Survey, actions: Sequence[ToldAction], told: list[int], among: list[int], sentence: Span
) -> bool:
    """Whether "the company" stands there for one of before, and the paragraph only goes on to another."""
    words = word_pattern(survey.article.language, "linking", "references")
    refers = words.search(survey.article.text, sentence.start, sentence.end) is not None
    later = all(each.start > sentence.start for index in among for each in actions[index].sentences)
    return refers and later and bool(among) and len(told) > len(among)


def _begin(paragraph: Span, sentence: Span) -> int:
    """Where what a sentence refers back to begins: with its paragraph, or so far before it."""
    return max(paragraph.start, sentence.start - _REACH)


def _says(survey: Survey, key: str, sentence: Span) -> bool:
    """Whether a word of the key stands there: "both" means the main actions, "them" those just named."""
    words = word_pattern(survey.article.language, "laws", key)
    return words.search(sentence.of(survey.article.text)) is not None


def _by_party(
    survey: Survey, actions: Sequence[ToldAction], told: list[int], sentence: Span
) -> list[list[int]]:
    """The actions of each party that the sentence names, without parties that have none here."""
    parties = {mention.party for mention in survey.mentions_in(sentence)}
    theirs = ([index for index in told if party in actions[index].parties] for party in parties)
    return [each for each in theirs if each]


def _last_named(
    survey: Survey, actions: Sequence[ToldAction], told: list[int], start: int, end: int
) -> list[list[int]]:
    """The actions of each party in the last sentence between two places that names one with an action."""
    mentions = survey.mentions_in(Span(start, end)) if start < end else []
    sentences = dict.fromkeys(survey.article.sentence_of(mention.span) for mention in reversed(mentions))
    found = (_by_party(survey, actions, told, sentence) for sentence in sentences)
    return next((each for each in found if each), [])


def _tells_of_another(survey: Survey, actions: Sequence[ToldAction], start: int, end: int) -> bool:
    """Whether a sentence between two places tells of a sanction, but of no action's party or authority."""
    if start >= end:
        return False
    known = {party for action in actions for party in action.parties}
    triggers = survey.triggers_in(Span(start, end))
    sanctioned = {survey.article.sentence_of(trigger.span) for trigger in triggers}
    named = [{mention.party for mention in survey.mentions_in(each)} for each in sanctioned]
    acting = [{each.code for each in survey.authorities_in(one) if each.named} for one in sanctioned]
    enforcing = {action.authority for action in actions}
    return any(parties and not parties & known for parties in named) or any(
        bodies and not bodies & enforcing for bodies in acting
    )


def _is_of_another_body(survey: Survey, actions: Sequence[ToldAction], before: Span) -> bool:
    """Whether a stretch names only registered authorities without an action; courts judge all of them."""
    named = [
        each
        for each in survey.authorities_in(before)
        if each.named and each.authority.code and each.authority.kind not in JUDGES
    ]
    enforcing = {action.authority for action in actions}
    return bool(named) and all(each.code not in enforcing for each in named)


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


def _with_companions(
    actions: Sequence[ToldAction], able: list[int], among: list[int], chosen: int
) -> list[int]:
    """With the authority's actions told in the same sentence, and its other main ones if this is one."""
    one = actions[chosen]
    told = set(one.sentences)
    return [
        index
        for index in able
        if actions[index].authority == one.authority
        and (told & set(actions[index].sentences) or (index in among and one.main and actions[index].main))
    ]


def _provision(mention: ProvisionMention, *, own: bool) -> ProposedProvision:
    rule = "named in the sentence of the sanction" if own else "named where the article tells of the sanction"
    because = Because((mention.span,), rule, 0.8 if own else 0.6)
    return ProposedProvision(mention.instrument, mention.article, because, mention.name)
