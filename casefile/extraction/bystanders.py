"""Who is named beside an action and is none of its respondents. Imports the names and the authorities.

Officials by their title or by the authority that they work for; who complained, owns, teaches or took the
picture, where the text speaks of nothing else; and a body's own initials.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from casefile.extraction.authorities import AuthorityMention
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.name_words import NameWords, name_words
from casefile.extraction.names import Party
from casefile.extraction.small_words import AND, ANOTHER, GAP, OF, THE
from casefile.extraction.text import Article
from casefile.extraction.triggers import Force, Side, Trigger
from casefile.terms import ActionKind
from casefile.values import Span

_BEFORE, _BESIDE, _BODY = 64, 48, 120
_ROLE = re.compile(r"(?:[’']s)?[\s-](?:[^\W\d_A-ZÄÖÜ][\w-]*\s){0,5}[\w-]+,?\s")
_OF = rf"(?:{OF}|at|for|bei|bij|chez)"
_LED = rf"{_OF}{GAP}(?:{THE}{GAP})?"
"""Between a role and the body in which somebody has it."""
_ROLE_OF = re.compile(rf"([\w-]+)\s{_LED}$")
_OFFICE_OF = re.compile(rf"(?:([\w-]+)\s)?([\w-]+)\s(?:{_LED}|dem\s)$")
_OWNED_OFFICE = re.compile(r"[’']s?\s(?:[\w-]+\s){0,3}?([\w-]+\s)?([\w-]+),?\s")
_PART_OF = re.compile(rf"\s{_LED}")
"""Between a part of an authority and its name."""
_FIELD = r"(?:(?:de|en|du|of|di|del|van|für|in|d[’'])(?:(?<=[’'])|\s))?[a-zß-öø-ÿ][\w’'-]{2,24}"
"""What somebody knows about: "de droit bancaire"."""
_EXAMPLE = r"(?:[A-ZÀ-Þ][\w.’&-]{0,24}(?:\s(?=[A-ZÀ-Þ]))?){1,3}"
_AND_OR = rf"\s(?:{AND}|or|oder|ou|of|o|u)"
_ONCE_OF = re.compile(r", (?:formerly|previously|once|late|until recently) (?:of|at|with) (?:the )?")
"""Between a name and the authority that somebody has left, whom nobody fines."""
_WITHIN = re.compile(rf"(?:,\s[^,.;:]{{1,40}})?\s(?:{OF}|at|in|within|under|im|beim|bij)\s(?:{THE}\s)?")
"""Between a body and the ministry that it is part of."""
_HELD_BY = re.compile(r"\)?(,?)\s(?:[A-Z][a-z]{1,4}\.\s?){0,3}")
"""Between an office and who holds it: "(BfDI), Dr. ", "(LfDI) Dr. "."""
_OBJECT_END = re.compile(r"[\n,;:]|[.!?]\s")
_JOINT = 10
"""Code points between two names of a list."""
_LINK = re.compile(
    r"of|for|the|and|und|für|der|die|das|zur?|des?|du|las?|les?|et?|y|van|voor|het|en|all[ao]?|to|on|di"
    r"|[dn]e[il]|[dn]el(?:l[aeo]?)?|degli"
)
_AND_ANOTHER = re.compile(rf"{ANOTHER.pattern}(?:{THE}{GAP})?", re.IGNORECASE)


@dataclass(frozen=True)
class _Words:
    officials: re.Pattern[str]
    former: re.Pattern[str]
    beside: re.Pattern[str]
    examples: re.Pattern[str]
    """Before a name, maybe with others between: "companies such as Orrin and "."""
    academics: re.Pattern[str]
    analysts: re.Pattern[str]
    against: re.Pattern[str]
    """Between a body and whom it acts against, be there a role beside the name."""
    offices: re.Pattern[str]
    funds: re.Pattern[str]
    going: re.Pattern[str]
    turned_to: re.Pattern[str]
    """Right before an authority to which somebody takes the decision of another, or that only told of it."""
    appointed: re.Pattern[str]
    heads: re.Pattern[str]
    """Right behind a person’s name: "has been named", with an office, and "will lead", without one."""
    looking: re.Pattern[str]
    behind: re.Pattern[str]
    daughter: re.Pattern[str]
    """Right behind the owner of a named one: "’s Belgian subsidiary Scorevia"."""
    daughter_of: re.Pattern[str]
    """Between a named one and its owner: ", a unit of "."""
    scholar: re.Pattern[str]
    """Right before a person's name: "the banking law professor", "la professeure de droit bancaire"."""
    parts: frozenset[str]
    """Words in the name of a part of an authority: "Division"."""
    associations: frozenset[str]
    """First words of the names of those that only comment."""
    chaired: re.Pattern[str]
    """Right before the name of who chairs those that decide: "sous la présidence d’"."""
    led_before: re.Pattern[str]
    """Right before a person's name: "the director of the Chamber of Commerce, "."""
    led_behind: re.Pattern[str]
    """Right behind it: ", president of the drivers’ union"."""


@cache
def _words(language: str) -> _Words:
    listed = lexicon(language, "bystanders")
    daughters = alternatives(lexicon(language, "names").words("subsidiaries"))
    bodies = alternatives(listed.words("associations"))
    small = rf"(?:\s(?:{THE}|an?|un[ae]?))?"
    return _Words(
        officials=re.compile(
            rf"(?<![\w-])({alternatives(listed.words('officials'))})(?:,|\s(?:of|de|di|von|van)(?:\s[^\s,]{{2,24}}){{1,4}},)?\s$"
        ),
        former=re.compile(rf"(?<!\w){alternatives(listed.words('former'))}(?!\w)"),
        beside=re.compile(
            rf"(?<!\w){alternatives(listed.words('beside'))}{small}(?:\s|(?<=[’':]))(?:\w{{2,8}}\s\()?[“\"„«‘]?$",
            re.IGNORECASE,
        ),
        examples=re.compile(
            rf"(?<!\w){alternatives(listed.words('examples'))}\s(?:{_EXAMPLE}(?:,|{_AND_OR})\s){{0,4}}$"
        ),
        academics=re.compile(
            rf"(?<![\w-]){alternatives(listed.words('academics'))}(?:\s[^\s,.;:()]{{2,24}}){{0,4}},?\s$",
            re.IGNORECASE,
        ),
        analysts=re.compile(
            rf"(?<!\w)(?i:{alternatives(listed.words('analysts'))})(?:\s(?:(?:van|de|der|den|von|di|du|la|del|ter|ten)\s){{0,3}}[A-ZÄÖÜ]\S+){{1,3}},?\s"
            rf"(?:{_OF}|with)\s$"
        ),
        funds=re.compile(rf"(?<!\w){alternatives(listed.words('funds'))}(?!\w)"),
        going=re.compile(rf"(?<!\w){alternatives(listed.words('going'))}{small}(?:\s|(?<=[’']))$"),
        turned_to=re.compile(
            rf"(?<!\w){alternatives(listed.words('turned_to'))}{small}(?:\s|(?<=[’']))(?:(?:[A-ZÀ-Þ][\w’'-]+\s){{1,4}}{_LED})?$"
        ),
        behind=re.compile(rf",?\s{alternatives(listed.words('behind'))}(?!\w)"),
        daughter=re.compile(rf"[’']s?\s(?:[\w-]+\s){{0,2}}{daughters},?\s[“\"„«]?(?=[A-ZÀ-Þ])"),
        daughter_of=re.compile(
            rf",\s(?:an?\s|une\s|eine\s|een\s|una\s)?(?:[\w-]+\s){{0,2}}{daughters}\s{_OF}{GAP}"
            rf"(?:(?:{THE}|groupe|grupo|gruppo|groep){GAP})?$"
        ),
        appointed=re.compile(rf",?\s{alternatives(listed.words('appointed'))}\s"),
        heads=re.compile(rf",?\s{alternatives(listed.words('heads'))}\s"),
        looking=re.compile(rf"\s(?:l[ao]\s)?{alternatives(listed.words('looking'))}(?!\w)"),
        against=re.compile(rf"(?<!\w){alternatives(listed.words('against'))}(?!\w)"),
        parts=frozenset(listed.words("parts")),
        associations=frozenset(listed.words("associations")),
        scholar=re.compile(
            rf"(?<![\w-])(?i:{alternatives(listed.words('analysts'))})(?:\s{_FIELD}){{0,3}}\s$"
        ),
        chaired=re.compile(
            rf"(?<!\w){alternatives(listed.words('chaired'))}{small}(?:\s|(?<=[’']))$", re.IGNORECASE
        ),
        led_before=re.compile(rf"(?<!\w)([\w-]+)\s{_LED}{bodies}(?:\s[^\s,;.:]{{1,24}}){{0,6}},?\s$"),
        led_behind=re.compile(
            rf",{small}\s(?:[^\s,;.:]{{1,24}}\s)??([\w-]+)\s{_LED}(?:[^\s,;.:A-Z]{{1,24}}\s)?{bodies}(?!\w)"
        ),
        offices=re.compile(rf",{small}\s{alternatives(listed.words('offices'))}(?!\w)"),
    )


def find_bystanders(
    article: Article,
    parties: Sequence[Party],
    authorities: Sequence[AuthorityMention],
    triggers: Sequence[Trigger] = (),
) -> frozenset[str]:
    """The names of the parties that no sanction of the article, told by its triggers, can be meant for."""
    fined = _fined_offices(article, triggers)
    bodies = [mention.span for mention in authorities]
    officials = [
        party
        for party in parties
        if (party.person or _may_be_a_person(party)) and _is_official(article, party, bodies, fined)
    ]
    people = frozenset(span.end for party in parties if party.person for span in party.spans)
    others = [
        party
        for party in parties
        if all(
            is_beside(article, span) or (party.public_body and _looks_on(article, span, bodies))
            for span in party.spans
        )
        or _is_body(article, party)
        or _is_part_of_body(article, party, bodies)
        or all(_is_led(article, span) for span in party.spans)
        or _is_given_money(article, party)
        or _is_faction(article, party, people)
    ]
    known = {party.name for party in (*officials, *others)}
    ends = {span.end: party.person for party in (*officials, *others) for span in party.spans}
    firms = {end: False for end, person in ends.items() if not person}
    for party in parties:
        joined = [_is_joined(article, span, ends if party.person else firms) for span in party.spans]
        if any(joined) if party.person else all(joined):
            known.add(party.name)
            ends |= {span.end: True for span in party.spans if party.person}
    return frozenset(known)


def _is_faction(article: Article, party: Party, people: frozenset[int]) -> bool:
    """Whether brackets right behind people's names tell what they belong to: "Minister Jane Roe (Volt)"."""
    if party.person or party.legal_form:
        return False
    text = article.text
    return all(
        span.start - 2 in people and text[span.start - 2 : span.start] == " (" and text[span.end] in "),/"
        for span in party.spans
        if span.end < len(text)
    )


def _may_be_a_person(party: Party) -> bool:
    """Whether the name, whose first word is no known given name, is written as people's are."""
    firm = party.legal_form or party.public_body or any(word.isupper() for word in party.name.split())
    return not firm and len(party.name.split()) in (2, 3) and party.name.replace(" ", "").isalpha()


def _is_joined(article: Article, span: Span, ends: Mapping[int, bool]) -> bool:
    """Whether one of the ends stands right before, with an "and" or, if it is a person's, a comma between."""
    for end in range(max(0, span.start - _JOINT), span.start):
        gap = article.text[end : span.start]
        if end in ends and _AND_ANOTHER.fullmatch(gap) and (ends[end] or gap != ", "):
            return True
    return False


def _is_official(article: Article, party: Party, bodies: Sequence[Span], fined: frozenset[str]) -> bool:
    """Whether a title or the authority beside the name tells where the person works."""
    words, names = _words(article.language), name_words(article.language)
    for span in party.spans:
        before = article.text[max(0, span.start - _BEFORE) : span.start]
        if words.former.search(before[-_BESIDE:]):
            return False
        watches = words.analysts.search(f"{before}{party.name} of ") is not None
        office = words.officials.search(before)
        if office is not None and office.group(1).lower() in fined:
            return False
        titled = office is not None or words.academics.search(before) is not None
        if watches or titled or _works_for(article, span, bodies, names):
            return True
        if _only_comments(article, span, before, words, names):
            return True
    return False


def _fined_offices(article: Article, triggers: Sequence[Trigger]) -> frozenset[str]:
    """The words of whom the text says without a name that it is fined: "It fines the mayor £1,200"."""
    told: set[str] = set()
    for trigger in triggers:
        if trigger.kind is not ActionKind.FINE or trigger.side is not Side.AFTER:
            continue
        if trigger.force is Force.DONE and not trigger.weak:
            behind = article.text[trigger.span.end : trigger.span.end + _BEFORE]
            told.update(_OBJECT_END.split(behind, maxsplit=1)[0].lower().split())
    return frozenset(told)


def _only_comments(article: Article, span: Span, before: str, words: _Words, names: NameWords) -> bool:
    """Whether it is a scholar, chairs those that decide or leads others, and no action is against it."""
    if words.against.search(before) is not None:
        return False
    if words.scholar.search(before) is not None or words.chaired.search(before) is not None:
        return True
    leads = words.led_before.search(before) or words.led_behind.match(article.text, span.end)
    return leads is not None and names.is_role(leads.group(1))


def _holds(article: Article, span: Span, bodies: Sequence[Span], words: NameWords) -> bool:
    """Whether the name stands behind the office that somebody holds: "the Commissioner (ODPC), Jane Roe,"."""
    index = bisect_right(bodies, span.start, key=lambda each: each.start)
    gap = _HELD_BY.fullmatch(article.text, bodies[index - 1].end, span.start) if index else None
    if gap is None or (gap[1] and article.text[span.end : span.end + 1] != ","):
        return False
    office = bodies[index - 1]
    if article.text[office.end] == ")" and index > 1:
        office = bodies[index - 2]
    return any(words.is_role(word) for word in re.findall(r"[^\W\d_]+", office.of(article.text))[:2])


def _works_for(article: Article, span: Span, bodies: Sequence[Span], words: NameWords) -> bool:
    """Whether a body and a role stand before or behind: "ENAC director ...", "..., the ICO’s head of"."""
    if _holds(article, span, bodies, words):
        return True
    former = _words(article.language).former
    index = bisect_right(bodies, span.start, key=lambda each: each.start)
    if index:
        body = bodies[index - 1]
        gap = article.text[body.end : span.start]
        if (
            len(gap) < _BEFORE
            and _ROLE.fullmatch(gap)
            and _has_role(gap, words)
            and not _has_article(gap, words)
            and _words(article.language).against.search(gap) is None
        ):
            return True
        role = _ROLE_OF.search(article.text, max(0, body.start - _BESIDE), body.start)
        if gap in (" ", ", ") and role is not None and words.is_role(role.group(1)):
            return former.search(article.text, max(0, role.start() - 12), role.start()) is None
    after = bisect_left(bodies, span.end, key=lambda each: each.start)
    if after == len(bodies):
        return False
    gap = article.text[span.end : bodies[after].start]
    if _is_appointed(gap, _words(article.language), words):
        return True
    if not gap.startswith(", ") or len(gap) > _BEFORE or re.search(r"[.;:,]", gap[2:]) or former.search(gap):
        return False
    if _ONCE_OF.fullmatch(gap):
        return True
    owned = re.match(r"(?:[’']s)?[\s-]([\w-]+)", article.text[bodies[after].end : bodies[after].end + 24])
    leads = re.fullmatch(r", (?:the |an? )?", gap) is not None and owned is not None
    role = _ROLE_OF.search(gap)
    return (leads and owned is not None and words.is_role(owned.group(1))) or (
        role is not None and _has_role(gap, words)
    )


def _is_appointed(gap: str, words: _Words, names: NameWords) -> bool:
    """Whether a name and a body have between them that the one leads the other: "is to chair the"."""
    if len(gap) > _BEFORE or re.search(r"[.;:,\n]", gap[2:]):
        return False
    if words.heads.match(gap) is not None:
        return True
    given = words.appointed.match(gap)
    return given is not None and any(
        names.is_role(word.strip("-’'")) for word in gap[given.end() :].replace("-", " ").split()
    )


def _is_led(article: Article, span: Span) -> bool:
    """Whether a role is told right before an association, of which only that is said: "the chair of"."""
    first = span.of(article.text).partition(" ")[0]
    if first not in _words(article.language).associations:
        return False
    role = _OFFICE_OF.search(article.text, max(0, span.start - _BESIDE), span.start)
    return role is not None and name_words(article.language).is_role(role.group(2))


def _has_article(gap: str, words: NameWords) -> bool:
    return any(word.lower() in words.determiners for word in gap.split())


def _has_role(gap: str, words: NameWords) -> bool:
    """Whether a role is told, and nothing that was done to the name: "has accused" is neither."""
    told = [word.strip(",-’'") for word in gap.replace("-", " ").split()]
    acts = any(
        words.speech.has("auxiliary", word.lower()) or words.speech.reports(word.lower()) for word in told
    )
    return not acts and any(words.is_role(word) for word in told)


def is_office_of(article: Article, span: Span) -> bool:
    """Whether an office in the firm is told right before its name: "the former director of Kestrel"."""
    before = _OFFICE_OF.search(article.text, max(0, span.start - _BESIDE), span.start)
    names = name_words(article.language)
    return before is not None and any(names.is_role(word) for word in before.groups() if word)


def is_owned_office(article: Article, gap: str) -> bool:
    """Whether an office is told between a firm and a name: "’s former sales director, "."""
    owned, names = _OWNED_OFFICE.fullmatch(gap), name_words(article.language)
    return owned is not None and any(names.is_role(word) for word in owned.groups() if word)


def is_beside(article: Article, span: Span) -> bool:
    """Whether the words beside tell of a complainant, an owner, an analyst, or who left for another."""
    words = _words(article.language)
    before = article.text[max(0, span.start - _BESIDE) : span.start]
    if _has_left(before, name_words(article.language), words) and not _goes_on(article, span):
        return True
    if words.offices.match(article.text, span.end) or words.behind.match(article.text, span.end):
        return True
    if words.daughter.match(article.text, span.end) or words.daughter_of.search(before):
        return True
    watches = words.analysts.search(article.text[max(0, span.start - _BEFORE) : span.start]) is not None
    if watches or words.beside.search(before) is not None or words.examples.search(before) is not None:
        return True
    first, called, _ = span.of(article.text).partition(" ")
    return article.language == "de" and words.beside.search(before + first + called) is not None


def _has_left(before: str, names: NameWords, words: _Words) -> bool:
    """Whether somebody who has left is told of: "the former director of", "its ex-boss of"."""
    role = _ROLE_OF.search(before)
    if role is None or not names.is_role(role.group(1)):
        return False
    office = role.group(1).lower()
    left = office.startswith("ex") and names.is_role(office[2:].lstrip("-"))
    return left or words.former.search(before, 0, role.start(1)) is not None


def _goes_on(article: Article, span: Span) -> bool:
    """Whether the sentence then speaks of the firm itself: "the ex-director of Kestrel, and the bank"."""
    firm = word_pattern(article.language, "linking", "pointing_to_firms")
    return firm.search(article.text, span.end, max(span.end, article.sentence_of(span).end)) is not None


def _looks_on(article: Article, span: Span, bodies: Sequence[Span]) -> bool:
    """Whether a ministry only comments, or the body before works within it: "Senacon, a unit at the ..."."""
    if _words(article.language).looking.match(article.text, span.end) is not None:
        return True
    index = bisect_left(bodies, span.start, key=lambda each: each.start)
    return index > 0 and _WITHIN.fullmatch(article.text, bodies[index - 1].end, span.start) is not None


def _is_given_money(article: Article, party: Party) -> bool:
    """Whether it is called a fund or a treasury, and money only goes there: "to the Consolidated Fund"."""
    whole = [span for span in party.spans if span.of(article.text) == party.name]
    return all(receives_money(article, span, party.name) for span in whole or party.spans)


def receives_money(article: Article, span: Span, name: str) -> bool:
    """Whether money goes to what is called a fund or a treasury there: "$2m to the US Treasury"."""
    words = _words(article.language)
    if words.funds.search(name) is None:
        return False
    return words.going.search(article.text, max(0, span.start - _BESIDE), span.start) is not None


def is_turned_to(article: Article, span: Span) -> bool:
    """Whether somebody goes there against what another decided, or it only told: "a tip from the SEC"."""
    before = article.text[max(0, span.start - _BEFORE) : span.start]
    return _words(article.language).turned_to.search(before) is not None


def _is_part_of_body(article: Article, party: Party, bodies: Sequence[Span]) -> bool:
    """Whether it is called a part of an authority somewhere: "Dirección de Protección de Datos de la SIC"."""
    words = _words(article.language)
    if party.person or party.legal_form or words.parts.isdisjoint(party.name.split()):
        return False
    starts = [body.start for body in bodies]
    for span in party.spans:
        index = bisect_left(starts, span.end)
        if index < len(bodies) and _PART_OF.fullmatch(article.text, span.end, bodies[index].start):
            return True
    return False


def _is_body(article: Article, party: Party) -> bool:
    """Whether it is in brackets behind the body whose initials it has: "comité de règlement ... (CoRDiS)"."""
    if " " in party.name or party.legal_form:
        return False
    large = "".join(letter for letter in party.name if letter.isupper())
    initials = (large if len(large) > 1 else party.name).upper()
    nouns = name_words(article.language).speech
    for span in party.spans[:4]:
        if article.text[span.start - 1 : span.start] != "(":
            continue
        before = re.findall(r"[^\W\d_]+", article.text[max(0, span.start - _BODY) : span.start])
        for index, word in enumerate(before):
            noun = nouns.has("authority_nouns", word.lower()) or nouns.ends("authority_endings", word.lower())
            if (
                noun
                and "".join(each[0] for each in before[index:] if not _LINK.fullmatch(each)).upper()
                == initials
            ):
                return True
    return False
