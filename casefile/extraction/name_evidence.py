"""What speaks for a capitalised stretch being a name. Imports the pieces and the words around them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from casefile.extraction.lexicon import ends_with
from casefile.extraction.name_abbreviations import short_for_things
from casefile.extraction.name_cuts import is_covered
from casefile.extraction.name_known import is_known_company, known_companies
from casefile.extraction.name_labels import (
    ENTRY,
    LABELLED,
    ends_item_name,
    has_item,
    is_entry,
    is_label,
    opens_item,
    whole_item_name,
)
from casefile.extraction.name_lines import has_its_sum, is_shouted
from casefile.extraction.name_ordinary import ordinary_names
from casefile.extraction.name_runs import Called, Piece, find_pieces
from casefile.extraction.name_shouted import shouted_companies
from casefile.extraction.name_small import small_names
from casefile.extraction.name_things import is_site, is_thing
from casefile.extraction.name_words import (
    NameWords,
    country_names,
    name_words,
    names_nation,
    places,
    small_words,
)
from casefile.extraction.small_words import AND
from casefile.extraction.text import Article
from casefile.extraction.triggers import find_triggers
from casefile.values import Span

INNER_CAPITAL = re.compile(r"[a-z&]\w*[A-Z]|[A-Z]&[A-Z]|(?<!\S)[A-Z]{2,}|\d")
_TRAILING = re.compile(r"(?:[ \u00a0][a-zà-ÿ]{1,5})+$")
_AGENCY = re.compile(r"(?m:^)[^\n(]{2,40}\(([A-Z]\w{1,20})\)\s?(?:[—–]|-{1,2}\s|[.\s]-)")
_DESK = re.compile(
    r"(?m:^)([^\n/|]{3,40}?)\s?[/|]\s?"
    r"(?:Redacción|Redaktion|Redazione|(?:[Ll]a )?[Rr]édaction|Redactie|Newsroom)(?m:\s?$)"
)
"""The line of an outlet that is its own author: "El Pregón de Occidente / Redacción"."""
_VERSUS, _SMALL_BEHIND = re.compile(r"\bv\.?\s$"), re.compile(r"\s([a-z]+)")
_SMALL = "(?:(?:de|du|des|del|della|di|van|der|la|les|the|sur|y|e|et)[ \u00a0]){0,2}(?:d[’']|l[’']|dell[’'])?"
_LARGE = r"[^\W\d_a-zß-öø-ÿ][\w’'-]{1,40}"
_INSTITUTION = re.compile(rf"(?:[’']s-)?{_LARGE}(?:[ \u00a0]{_SMALL}{_LARGE}){{0,5}}")
_COUPLE = re.compile(rf"(?<![\w’'-])([^\W\d_a-zß-ÿ][a-zß-ÿ-]{{1,15}})\s({AND})\s$")
_COUPLED = {"en": ("and",), "de": ("und",), "fr": ("et",), "nl": ("en",), "it": ("e", "ed"), "es": ("y",)}
_ITEM_DASH = re.compile(r"\s?(?:\([^()\n]{1,32}\)\s?)?(?:[:–—|]|-(?=\s))\s{0,2}")
_APPOSITION = re.compile(r",\s([^\s,.;:!?][^,.;:!?\n]{2,80}),")
_ACCUSED = re.compile(r"(?:gegen|gegenüber)\s(?:die|den|das|der|dem)\s$", re.IGNORECASE)
_FOREIGN_END = re.compile(r"(?:[aoiyx]|[iou]s|um|ex)$")
_SEAT_BEHIND = re.compile(r"(?:\s\(|,\s|\saus\s|\smit\sSitz\sin\s)([A-ZÄÖÜ][\w-]+)(?=[),.\s])")
_SOMEBODY_OF = re.compile(
    r"(?<![\w-])([A-ZÄÖÜ][\w&]+)-(?:Chef|Sprecher|Inhaber|Vorst[aä]nd|Manager|Geschäftsführer|Aktie|Kund|Gründer"
    r"|Eigentümer|Anw[aä]lt|Mitarbeiter|Verwaltungsrat)"
)
"""German: the firm of somebody: "Veridia-Chefin"."""
_DESCRIBED, _SHORTENED = 40, 5
_DESCRIBED_AS = re.compile(r"(?<!\w)(?i:the|an?)\s(?:[\w’]{1,16}-)?[a-z]{3,16}\s$")
"""What makes capitals a common noun: "the Geelong-based MVNO", "a small PSP"."""
_MOST_KNOWN = 300
_SHORT = 2


@dataclass(frozen=True)
class Sighting:
    """One occurrence of a name."""

    text: str
    span: Span
    signs: frozenset[str]
    """What beside the capital says that it is a party; empty where only the capital does."""
    sure: bool = True

    @property
    def form(self) -> bool:
        """It ends in a legal form."""
        return "form" in self.signs

    @property
    def public(self) -> bool:
        """It is called as institutions are."""
        return "public" in self.signs


def find_sightings(article: Article, taken: list[Span]) -> list[Sighting]:
    """The names that are sure, and the doubtful that a sure one elsewhere bears out, in reading order."""
    words, small = name_words(article.language), small_names(article)
    lowers = small_words(article.text) - small
    named = ordinary_names(article)
    whole = known_companies(article.text)
    taken = [
        span
        for span in taken
        if not (
            names_nation(article.text, span, words)
            or ends_item_name(article, span)
            or _is_within(span, whole)
        )
    ]
    bodies = [span for span in _public_bodies(article, words) if not is_covered(span, taken)]
    taken = sorted([*taken, *bodies])
    shouted = [span for span in shouted_companies(article) if not is_covered(span, taken)]
    taken = sorted([*taken, *shouted])
    publishing = _publishing(article) | {each.casefold() for each in short_for_things(article.text)}
    found = [Sighting(span.of(article.text), span, frozenset({"public"})) for span in bodies]
    found += [Sighting(span.of(article.text), span, frozenset({"form"})) for span in shouted]
    listed: Span | None = None
    things: list[Sighting] = []
    for piece in find_pieces(article, taken, lowers):
        signs = _signs(article, piece, words)
        if not piece.form and is_site(article, piece.span, listed, words):
            listed = piece.span
            continue
        listed = None
        if piece.text.casefold() in publishing or _is_within(piece.span, whole):
            continue
        known = "known" in signs and (article.language == "de" or not piece.text.isalpha())
        if piece.text not in named and not known and is_thing(article, piece, signs, words, lowers):
            things.append(Sighting(piece.text, piece.span, signs))
            continue
        sure = "known" in signs or _is_sure(article, piece, signs, words, lowers)
        found.append(Sighting(piece.text, piece.span, signs, sure))
    found += _short_for(things, found)
    found += _known_besides(article, taken, [*found, *things])
    borne = [*_borne_out(article, found, words, lowers)]
    return _joined_in_items(article, sorted(_with_couples(article, borne, words), key=lambda each: each.span))


def _joined_in_items(article: Article, found: list[Sighting]) -> list[Sighting]:
    """The names in reading order, those made one that an item of a list has with "and" between them."""
    joined: list[Sighting] = []
    for each in found:
        whole = whole_item_name(article, each.span) if each.form else each.span
        while joined and joined[-1].span.start >= whole.start:
            joined.pop()
        joined.append(each if whole == each.span else Sighting(whole.of(article.text), whole, each.signs))
    return joined


def _is_within(span: Span, whole: tuple[Span, ...]) -> bool:
    """Whether a name is a part of a known company's: "NZ" of "One NZ"."""
    index = bisect_right(whole, span.start, key=attrgetter("start"))
    return index > 0 and whole[index - 1] != span and whole[index - 1].contains(span)


def _known_besides(article: Article, taken: list[Span], found: list[Sighting]) -> list[Sighting]:
    """The known companies where no other name stands."""
    covered = sorted([*taken, *(each.span for each in found)])
    spans = (span for span in known_companies(article.text) if not is_covered(span, covered))
    return [Sighting(span.of(article.text), span, frozenset({"known"})) for span in spans]


def _short_for(things: list[Sighting], found: list[Sighting]) -> list[Sighting]:
    """What reads like a thing’s name, and is how a firm’s begins: "Penna Valley" of "Penna Valley Foods".

    Or it is the whole name of who is fined elsewhere: "Simply Lend".
    """
    whole = {each.text for each in found if " " in each.text and each.sure}
    firms = {
        " ".join(words[:_SHORT])
        for each in found
        for words in (each.text.split(),)
        if len(words) > _SHORT and each.signs & {"form", "kind", "company"}
    }
    return [each for each in things if each.text in firms or each.text in whole]


def _with_couples(article: Article, found: list[Sighting], words: NameWords) -> list[Sighting]:
    """The names and who shares the surname of the next: "Clive and Sheila Ormerod" are two people."""
    if words.language not in _COUPLED:
        return found
    shared: list[Sighting] = []
    for each in found:
        given, _, surname = each.text.partition(" ")
        if not surname or each.form or not words.is_given(given):
            continue
        first = _COUPLE.search(article.text, max(0, each.span.start - 28), each.span.start)
        if first is None or first[2] not in _COUPLED[words.language] or not words.is_given(first[1]):
            continue
        before = article.text[max(0, first.start() - 24) : first.start()].split()
        if not before or not words.is_given(before[-1]):
            shared.append(Sighting(f"{first[1]} {surname}", Span(*first.span(1)), each.signs, each.sure))
    spans = sorted(each.span for each in shared)
    return [*(each for each in found if not is_covered(each.span, spans)), *shared] if shared else found


def _public_bodies(article: Article, words: NameWords) -> Iterable[Span]:
    """Institutions that begin with what they are: "Ayuntamiento de Villar del Páramo"."""
    for head in words.public.finditer(article.text):
        rest = _INSTITUTION.match(article.text, head.end())
        if rest is not None:
            end = rest.end()
            for stop in re.finditer(r"\w[\w’'-]*", rest.group()):
                word = re.split("[’']", stop.group())[-1]
                another = words.is_role(stop.group()) or word in words.heads
                if stop.group() in words.stops or (stop.start() and another):
                    kept = _TRAILING.sub("", rest.group()[: stop.start()].rstrip())
                    end = rest.start() + len(kept)
                    break
            if end > head.end():
                yield Span(head.start(), end)
    for name in words.public_followers.finditer(article.text):
        start = name.start()
        for word in name.group().split():
            if word not in words.stops and word not in words.openers:
                break
            start += len(word) + 1
        if start < name.end():
            yield Span(start, name.end(1))


def _publishing(article: Article) -> frozenset[str]:
    """The outlet and the authors, who are no parties of the story."""
    outlet = article.metadata.outlet.casefold()
    names = {outlet, outlet.removeprefix("the "), *(author.casefold() for author in article.metadata.authors)}
    desks = {
        word.casefold() for line in _DESK.findall(article.text) for word in line.split() if len(word) > 2
    }
    agencies = {match.group(1).casefold() for match in _AGENCY.finditer(article.text)}
    return frozenset(names | agencies | desks | {word for word in outlet.split() if len(word) > 2})


def _signs(article: Article, piece: Piece, words: NameWords) -> frozenset[str]:
    tokens = piece.text.split()
    before = (
        article.text[max(0, piece.span.start - 32) : piece.span.start].rpartition("\n")[2].rstrip("„“\"«‘' ")
    )
    found = {
        "form": piece.form,
        "known": is_known_company(piece.text) or piece.span in known_companies(article.text),
        "company": piece.called is Called.COMPANY or ends_with(before.replace("-", " "), words.kinds),
        "kind": len(tokens) > 1
        and (
            tokens[-1] in words.kind_words
            or tokens[0] in words.heads
            or _is_of_sons(tokens, words)
            or tokens[-1] in country_names(words.language)
        ),
        "public": ("-" in tokens[-1] or len(tokens) > 1)
        and tokens[-1].rpartition("-")[2] in words.public_tails,
        "inner": piece.text[0].islower() or INNER_CAPITAL.search(piece.text) is not None,
        "role": piece.called is Called.ROLE,
        "owner": article.language == "en"
        and article.text[piece.span.end : piece.span.end + 2] in ("’s", "'s"),
        "verb": words.verbs.match(article.text, _behind_apposition(article, piece, words)) is not None
        or (_is_one_word_opening(piece) and words.sanctioned.match(article.text, piece.span.end) is not None),
    }
    return frozenset(sign for sign, there in found.items() if there)


def _is_one_word_opening(piece: Piece) -> bool:
    return piece.opening and " " not in piece.text


def _behind_apposition(article: Article, piece: Piece, words: NameWords) -> int:
    """Where the sentence goes on behind the name, or what it is called: "Larkbox, a service of X, has".

    Only of a word that opens the sentence is the apposition asked, as others are names without it.
    """
    end = piece.span.end
    apposition = _APPOSITION.match(article.text, end) if _is_one_word_opening(piece) else None
    if apposition is None:
        return end
    told = apposition.group(1).split()
    called = told[0].lower() in words.determiners or words.is_company_noun(told[0])
    nouns = (words.is_company_noun(word) or words.names_company(word) for word in told)
    return apposition.end() if called and any(nouns) else end


def _is_of_sons(tokens: list[str], words: NameWords) -> bool:
    """Whether the name ends as firms of a family do: "Ammann & Cie"."""
    return len(tokens) > 2 and tokens[-1] in words.sons and not tokens[-2][0].isupper()


def _is_lettered(piece: Piece, signs: frozenset[str]) -> bool:
    """Whether a short first word is no ordinary one: "O2 was", "LG must pay"."""
    return piece.text[-1].isdigit() or (piece.text.isupper() and len(piece.text) > 1 and "verb" in signs)


def _is_sure(
    article: Article, piece: Piece, signs: frozenset[str], words: NameWords, lowers: frozenset[str]
) -> bool:
    text, span, tokens = article.text, piece.span, piece.text.split()
    linked = len(tokens) > 2 and tokens[0] in words.heads and tokens[1].islower()
    entry = len(tokens) > 1 and (
        is_entry(article, span) or _is_item(article, piece, lowers) or has_its_sum(article, span)
    )
    if (
        linked
        or entry
        or signs & {"form", "public"}
        or (signs & {"company"} and not _is_case(text, span) and not is_shouted(article, span))
    ):
        return True
    if _is_case(text, span) or is_shouted(article, span) or is_label(article, span):
        return False
    if _is_gloss(text, span, words):
        return False
    low = piece.text.lower()
    ordinary = low in lowers or (piece.opening and low in words.ordinary)
    ordinary = ordinary and piece.text not in ordinary_names(article)
    if len(tokens) == 1 and (ordinary or _is_abbreviation(text, span) or _behind_the(article, span)):
        return False
    if _names_document(text, span, words) or (
        piece.opening and len(tokens) == 1 and len(piece.text) < 4 and not _is_lettered(piece, signs)
    ):
        return False
    if words.language == "de" and len(tokens) == 1 and words.common.search(piece.text.lower()):
        return False
    if (
        signs & {"inner", "kind", "role"}
        or piece.text in words.firms
        or (len(tokens) > 1 and words.is_given(tokens[0]))
    ):
        return True
    if words.language == "de":
        return piece.text in ordinary_names(article) or _is_german_name(text, piece, tokens, words)
    return not piece.opening or len(tokens) > 1 or bool(signs & {"verb", "owner"})


def _names_document(text: str, span: Span, words: NameWords) -> bool:
    """Whether it only tells documents apart: "a Wells notice"."""
    after = _SMALL_BEHIND.match(text, span.end, span.end + 24)
    return after is not None and words.speech.has("documents", after.group(1))


def _is_gloss(text: str, span: Span, words: NameWords) -> bool:
    """Whether brackets hold the German for the words before: "a formal warning [Verwarnung]"."""
    if words.language == "de" or text[span.start - 1 : span.start] not in ("[", "("):
        return False
    name, square = span.of(text), text[span.start - 1] == "["
    closed = text[span.end : span.end + 1] in ("]", ")")
    german = name_words("de").common.search(name.lower()) is not None
    return closed and " " not in name and (square or german)


def _is_german_name(text: str, piece: Piece, tokens: list[str], words: NameWords) -> bool:
    """Nouns are written large there, so that only several words that are no noun phrase make a name."""
    if len(tokens) == 1 or any(words.common.search(token.lower()) for token in tokens):
        return False
    phrase = {"der", "des", "den", "und", "von", "&", "für", "in", "im"} & set(tokens)
    return not phrase and not _behind_article(text, piece.span) and not tokens[0].endswith(("er", "es"))


def _is_case(text: str, span: Span) -> bool:
    """Whether the name is a party of a case that is cited: "SEC v. Jarkesy"."""
    return _VERSUS.search(text[max(0, span.start - 4) : span.start]) is not None


def _behind_article(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 12) : span.start].split()
    return bool(before) and before[-1].casefold() in {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "einem", "eines", "kein",
        "keine", "keinen", "im", "am", "zum", "zur", "vom", "beim", "ins", "ihre", "ihr", "seine", "sein",
        "diese", "dieser", "dieses", "jede", "jeder", "mehr", "viele", "alle",
    }  # fmt: skip


def _behind_the(article: Article, span: Span) -> bool:
    """English companies go without the article: "the Commonwealth", "the Geelong-based MVNO"."""
    if article.language != "en":
        return False
    before = article.text[max(0, span.start - _DESCRIBED) : span.start]
    short = span.end - span.start <= _SHORTENED and span.of(article.text).isupper()
    return before[-4:].lower() == "the " or (short and _DESCRIBED_AS.search(before) is not None)


def _is_abbreviation(text: str, span: Span) -> bool:
    """Whether it is in brackets and short for something that is no name: "l’accès régulé (ARENH)"."""
    name = span.of(text)
    bracketed = text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"
    if not (name.isupper() and bracketed):
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", text[max(0, span.start - 80) : span.start]))
    return not "".join(letter for letter in initials if letter.isupper()).endswith(name)


def _is_item(article: Article, piece: Piece, lowers: frozenset[str]) -> bool:
    """Whether the name opens an item of a list, and its sum or measure follows: "• Kestrel Mutual – R9m"."""
    line = article.paragraph_of(piece.span)
    item = has_item(article.text, line, piece.span) or _has_measure(article, line, piece.span)
    return item and any(token.lower() not in lowers for token in piece.text.split())


def _has_measure(article: Article, line: Span, span: Span) -> bool:
    """Whether a short item goes on with the name of a measure behind a dash: "5. Norvia Pay – warning"."""
    dash = _ITEM_DASH.match(article.text, span.end, line.end)
    if dash is None or line.end - line.start > ENTRY or not opens_item(article, span):
        return False
    told = find_triggers(article.text[dash.end() : line.end], article.language)
    return bool(told) and told[0].span.start < LABELLED


def _borne_out(
    article: Article, found: list[Sighting], words: NameWords, lowers: frozenset[str]
) -> Iterable[Sighting]:
    """The sure names with the doubtful of the same words, and what headlines repeat of them."""
    sure = {each.text for each in found if each.sure}
    sure |= {text[0].upper() + text[1:] for text in sure if text[0].islower()}
    if words.language == "de":
        sure |= _bare_nouns(article, found, words)
    heads = {text.split()[0] for text in sure if _tells_apart(text.split()[0], words, lowers)}
    kept = [each for each in found if each.sure or each.text in sure or each.text in heads]
    yield from kept
    spans = sorted(each.span for each in kept)
    for span in _in_headlines(article, sure | heads):
        if not is_covered(span, spans):
            yield Sighting(span.of(article.text), span, frozenset())


def _tells_apart(word: str, words: NameWords, lowers: frozenset[str]) -> bool:
    empty = word in words.kind_words or word in words.openers or word in words.heads
    return len(word) > 2 and not empty and word.lower() not in lowers


def _bare_nouns(article: Article, found: list[Sighting], words: NameWords) -> set[str]:
    """German nouns that stand more than once and once as only names do.

    That is behind a bare preposition or before a verb of one who acts: "gegen Kestrel", "Kestrel muss", and
    never behind an article. Or it has articles, and a town stands behind or somebody of the firm is told of:
    "die Kestrea (Fürth)", "Kestrea-Chefin"; or it is accused or acts, and no common noun ends so.
    """
    doubtful = [each for each in found if not each.sure and " " not in each.text]
    counts = Counter(each.text for each in doubtful)
    articled = {each.text for each in doubtful if _behind_article(article.text, each.span)}
    seated = {each.text for each in doubtful if _has_seat(article, each.span)}
    seated |= {each for each in _SOMEBODY_OF.findall(article.text) if not words.names_company(each)}
    bare, accused = set(), set()
    for each in doubtful:
        acts = "verb" in each.signs
        if acts or _behind_bare_preposition(article.text, each.span):
            bare.add(each.text)
        if acts or _ACCUSED.search(article.text, max(0, each.span.start - 24), each.span.start):
            accused.add(each.text)
    foreign = {text for text in accused if _is_foreign(text, words)}
    told = {text for text in (bare - articled) | foreign if counts[text] > 1} | (seated & (bare | accused))
    return {
        text
        for text in told
        if words.common.search(text.lower()) is None and text.lower() not in words.ordinary
    }


def _is_foreign(text: str, words: NameWords) -> bool:
    """Whether no common German noun ends so, but for a few that are known: "Veridia", "Lumenox"."""
    low = text.lower()
    return _FOREIGN_END.search(low) is not None and not low.endswith(tuple(words.sounding))


def _has_seat(article: Article, span: Span) -> bool:
    """Whether a town or somebody of the firm stands behind: "Veridia (Fürth)", "Veridia aus Fürth"."""
    seat = _SEAT_BEHIND.match(article.text, span.end)
    return seat is not None and seat.group(1) in places()


def _behind_bare_preposition(text: str, span: Span) -> bool:
    """Whether no article stands between, as it would before a German noun: "gegen Kestrel"."""
    before = text[max(0, span.start - 8) : span.start].split()
    return bool(before) and before[-1] in {"gegen", "an", "bei", "für", "von"}


def _in_headlines(article: Article, known: set[str]) -> Iterable[Span]:
    """Where lines in capitals repeat a name that the text has."""
    lines = [span for span in article.paragraphs if is_shouted(article, span)]
    shouted = " ".join(line.of(article.text) for line in lines).lower()
    repeated = (name for name in known if len(name) > 2 and name.lower() in shouted)
    names = sorted(repeated, key=lambda name: -len(name))[:_MOST_KNOWN]
    if not names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    for line in lines:
        for match in pattern.finditer(article.text, line.start, line.end):
            if match.group()[0].isupper() or match.group()[0].isdigit():
                yield Span(*match.span())
