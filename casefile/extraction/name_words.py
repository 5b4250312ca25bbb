"""The words around names of one language, made ready for matching. Imports the lexicons and the registry."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from casefile import registry
from casefile.extraction.lexicon import KNOWN_WORDS, SHARED, alternatives, by_first_letter, lexicon
from casefile.extraction.speech_lexicon import SpeechLexicon, shared_names, speech_lexicon
from casefile.extraction.speech_name_words import is_role
from casefile.values import Span

TOP_LEVELS = (
    r"com\.(?:au|br|mx|ar|co|tr|sg|hk|my)|co\.(?:uk|za|nz|in|jp|kr)|com|io|ai|app|eu|net|org|info|shop|online|tv"
    r"|nl|de|fr|it|es|be|ch|at|lu|ie|se|dk|no|pl|pt|bet|games|casino|store|bank"
)
"""Endings of domains, as alternatives of a pattern."""
_LARGE = "[" + "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper()) + "]"
_SPACE = "[ \u00a0\u202f]"
_WORD = (
    rf"(?:(?:{_LARGE}\.){{2,6}}(?!\w)|{_LARGE}\.{_LARGE}{{2,6}}(?!\w)|(?:{_LARGE}|Ste?|Mt|Ft|Bros|Gebr)\.(?={_SPACE}{_LARGE})"
    rf"|{_LARGE}\w{{0,40}}(?:[’'&-]\w{{1,40}}){{0,4}}(?:\.(?:{TOP_LEVELS})(?!\w))?"
    rf"|\d&\d|\d{{1,3}}[a-z]{{0,8}}{_LARGE}\w{{0,40}})"
)
_PARTICLES = (
    r"(?:of|for|für|voor|pour|para|per|and|und|et|en|e|y|de|du|des|del|della|dello|dei|degli|delle|di|da|do|dos|das"
    r"|van|von|vom|zu|zur|zum|der|den|dem|ten|ter|la|le|les|los|las|al|el|bin|in|im|am|an|op|aan|ad|’t|'t|sur|sous|lès"
    r"|at(?=[ \u00a0](?:Home|Work)(?!\w)))"
)
_ELIDED = r"(?:de[ \u00a0]l[’']|d[’']|dell[’']|dall[’']|all[’']|l[’'])"
_ELISION = r"(?<=[’'])(?:(?<=(?<!\w)[dlDL][’'])|(?<=ll[’'])|(?<=[Qq]u[’'])|(?<=(?<!\w)[Uu]n[’']))"
_SHORTEST_COMPOUND = 6
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿ]{3,30}(?![\w-])")


def _forms() -> str:
    """Every legal form, whose full stops may be followed by a space."""
    printed = sorted(lexicon(SHARED, "names").words("legal_forms"), key=lambda form: -len(form))
    patterns = [
        (
            form,
            re.escape(form)
            .replace(r"\.", r"\.[ \u00a0]?")
            .removesuffix(r"[ \u00a0]?")
            .replace(r"\ ", _SPACE),
        )
        for form in printed
    ]
    return f"(?:{by_first_letter(patterns)})(?!\\w|-[a-zß-ÿ])"


@dataclass(frozen=True)
class RunPatterns:
    """How names are written, whatever the language."""

    run: re.Pattern[str]
    """Capitalised words with the small words that may link them, and a number of at most three digits."""
    rest: re.Pattern[str]
    """What may follow the first word of one."""
    token: re.Pattern[str]
    """One part of a run; its group is what it is."""


@cache
def run_patterns() -> RunPatterns:
    """The patterns, made once."""
    form = _forms()
    link = (
        rf"(?:,?{_SPACE}(?={form})|{_SPACE}(?:{_PARTICLES}{_SPACE}){{0,2}}{_ELIDED}?"
        rf"|{_SPACE}\({_LARGE}[\w&’'. -]{{1,30}}\){_SPACE}(?={form})|{_SPACE}&{_SPACE})"
    )
    number = rf"(?:{_SPACE}(?:\d{{1,3}}|1[5-8]\d\d|19[0-5]\d)(?![\w%€$£]|[.,]\d))?"
    rest = rf"(?:{link}(?:{form}|{_WORD}|\d{{1,4}}(?={_SPACE}{form}))){{0,10}}{number}"
    token = (
        rf"(?P<form>{form})|(?P<word>{_WORD})|(?P<number>\d{{1,4}})"
        rf"|(?P<link>(?:{_PARTICLES}{_SPACE}){{0,2}}{_ELIDED}|{_PARTICLES}(?:{_SPACE}{_PARTICLES})?(?!\w)|&)"
    )
    run = rf"(?={_LARGE}|\d)(?:(?<![\w@#/.-])(?<!\w[’'])|{_ELISION}){_WORD}{rest}"
    return RunPatterns(re.compile(run), re.compile(rest), re.compile(token))


@dataclass(frozen=True)
class NameWords:
    """The words around names of one language."""

    language: str
    stops: frozenset[str]
    """Words that end a name wherever they stand."""
    openers: frozenset[str]
    """Words that begin no name and are none by themselves."""
    naming: frozenset[str]
    """English: of the stops those that begin a name within a sentence, before a large word: "Just Eat"."""
    starters: frozenset[str]
    """Words that open sentences, folded."""
    ordinary: frozenset[str]
    """Words that are no names where a sentence makes them large, in small letters."""
    kind_words: frozenset[str]
    """Last words of organisations' names."""
    peoples: frozenset[str]
    """What peoples are called, written large: "British"."""
    national: frozenset[str]
    """Behind what a people is called they make a company's name: "British Airways"."""
    alone: frozenset[str]
    """Abbreviations and adjectives that are no name by themselves."""
    wholes: frozenset[str]
    """Whole names of what is insured, paid or represented, or a part of a land, and no party."""
    vessels: re.Pattern[str]
    """At its end, what stands before the name of a ship: "trawler", "aboard the"."""
    states: frozenset[str]
    """Short for a state behind a town: "Calif"."""
    forerunners: frozenset[str]
    """Before the name of a party of a case: "Re"."""
    channels: frozenset[str]
    """Services that people write and advertise on."""
    media: re.Pattern[str]
    """At its end, what stands before a service that is only written on: "on", "via"."""
    adverts: re.Pattern[str]
    """Right behind it, what is written there: "ads", "group"."""
    schemes: re.Pattern[str]
    """Right behind it, what a scheme is called: "its Warm Doors programme"."""
    works: re.Pattern[str]
    """Right behind a place, what stands there: "its Redlands plant", with another place between."""
    works_before: re.Pattern[str]
    """At its end, the same before a place: "l’usine de Vénissieux"."""
    sites: re.Pattern[str]
    """At its end, what stands before the name of a street, a beach, a village: "piazza", "mayor of"."""
    site_ends: frozenset[str]
    """The last words of these, folded."""
    sons: frozenset[str]
    heads: frozenset[str]
    """First words of organisations' names that "of" may join to the rest."""
    things: frozenset[str]
    """Last words of what is no party."""
    law_heads: frozenset[str]
    """First words, one or two, of laws' and courts' names, folded."""
    law_nouns: frozenset[str]
    """Right before the nickname of a law or a plan, folded: "loi Hamon"."""
    kinds: frozenset[str]
    """What a company is called before its name, folded: "law firm"."""
    modified: re.Pattern[str]
    """A word for a company right behind a name that only describes it: "the Omaha group"."""
    titles: frozenset[str]
    """What a person is called before the name, folded."""
    verbs: re.Pattern[str]
    sanctioned: re.Pattern[str]
    """Behind a name and a comma, what was done to who bears it: ", fined last year"."""
    sources: re.Pattern[str]
    """At its end, what stands before somebody who is only asked for a figure: "according to"."""
    locatives: frozenset[str]
    datives: frozenset[str]
    """Words before "à" that make what follows somebody rather than a place."""
    subsidiaries: re.Pattern[str]
    public: re.Pattern[str]
    """What an institution is called before its name."""
    public_tails: frozenset[str]
    public_followers: re.Pattern[str]
    """Several names with what a public body is called behind, written small: "Fjellhaug municipality"."""
    formerly: re.Pattern[str]
    """All that stands between a name and another of the same party: " (formerly "."""
    legal_names: re.Pattern[str]
    """At its end, what stands before the name that a company has by law."""
    determiners: frozenset[str]
    company_endings: tuple[str, ...]
    """Last parts of compounds for companies, folded: "zulieferer", "webwinkel"."""
    street_endings: tuple[str, ...]
    """Last parts of the names of streets, folded."""
    measure_endings: tuple[str, ...]
    """Last parts of compounds for measures, folded, which stand behind a company's noun too."""
    common: re.Pattern[str]
    """At its end, what no name ends with in a language that writes nouns large."""
    sounding: frozenset[str]
    """German: common nouns that end as only foreign words and names do, folded: "Firma", "Konto"."""
    visited: re.Pattern[str]
    """At its end, what stands before a domain to which readers are only sent: "read more at"."""
    firms: frozenset[str]
    """German: firms of one word that reads as a common noun: "Lufthansa", "Commerzbank"."""
    objects: re.Pattern[str]
    """At its end, what stands right before whom it is done to: "against"."""
    speech: SpeechLexicon

    def is_given(self, word: str) -> bool:
        """Whether the word is a given name, or a double one; all capitals are an abbreviation."""
        return _is_given(word)

    def is_role(self, word: str) -> bool:
        """Whether the word says what somebody is."""
        return is_role(word.lower(), self.speech)

    def is_roles(self, word: str) -> bool:
        """English: whether the word says what several people are: "Justices"."""
        return self.language == "en" and word.endswith("s") and self.is_role(word[:-1])

    def is_role_of(self, word: str) -> bool:
        """German: whether the word says of whom something is: "des Richters"."""
        endings = [ending for ending in ("s", "es", "en") if word.endswith(ending)]
        return self.language == "de" and any(self.is_role(word.removesuffix(ending)) for ending in endings)

    def is_title(self, word: str) -> bool:
        """Whether the word is set before a surname: "Mme"."""
        if self.language == "fr" and word in ("M.", "MM."):
            return True
        low, speech = word.lower().rstrip("."), self.speech
        keys = ("honorifics", "honorifics_male", "honorifics_female")
        return len(low) > 1 and any(speech.has(key, low) for key in keys)

    def is_company_noun(self, word: str) -> bool:
        """Whether the word is what a company is called and begins none of their names: "Moederbedrijf"."""
        return _is_company_noun(word, self.language)

    def names_company(self, word: str) -> bool:
        """Whether the word, in the languages that write nouns large or join them, is what a company is."""
        return self.language == "de" and _names_company(word)


@cache
def name_words(language: str) -> NameWords:
    """The words of a language, made once."""
    shared, own = lexicon(SHARED, "names"), lexicon(language, "names")
    dates, speech = lexicon(language, "dates"), speech_lexicon(language)
    stops = {word for key in ("months", "weekdays") for group in dates.groups(key) for word in group}
    stops |= {*own.words("stops"), *shared.words("stops"), *(word.upper() for word in own.words("stops"))}
    kinds = alternatives(own.words("company_kinds"))
    return NameWords(
        language,
        stops=frozenset(stops),
        openers=frozenset(own.words("openers")),
        naming=frozenset(own.words("naming")),
        starters=speech.lists["starters"],
        ordinary=frozenset(lexicon(language, "common").words("words")),
        kind_words=frozenset(shared.words("kind_words")),
        peoples=_peoples(),
        national=frozenset(shared.words("national")),
        alone=frozenset((*shared.words("alone"), *own.words("alone"))),
        wholes=frozenset((*shared.words("wholes"), *own.words("regions"), *own.words("peoples"))),
        vessels=re.compile(rf"(?<!\w){alternatives(shared.words('vessels'))}(?:\s|(?<=’))[“\"„«‘]?$"),
        states=frozenset(own.words("states")),
        forerunners=frozenset(own.words("forerunners")),
        channels=frozenset(shared.words("channels")),
        media=re.compile(rf"(?<!\w){alternatives(own.words('media'))}\s$", re.IGNORECASE),
        adverts=re.compile(rf"[ -]{alternatives(own.words('adverts'))}(?!\w)", re.IGNORECASE),
        schemes=re.compile(rf"\s{alternatives(own.words('schemes'))}(?!\w)"),
        works=re.compile(
            rf"(?:\s(?:and|or)\s[A-Z]\w+)?\s(?:[a-z]{{3,16}}\s)?{alternatives(own.words('works'))}(?!\w)"
        ),
        works_before=re.compile(
            rf"(?<!\w){alternatives(own.words('works_before'))}(?:\s|(?<=’))$", re.IGNORECASE
        ),
        sites=re.compile(rf"(?<!\w){alternatives(own.words('sites'))}(?:\s|(?<=’))$", re.IGNORECASE),
        site_ends=frozenset(site.lower().split()[-1] for site in own.words("sites")),
        sons=frozenset(shared.words("sons")),
        heads=frozenset(own.words("heads")),
        things=frozenset(word.casefold() for word in own.words("things")),
        law_heads=frozenset(word.casefold() for word in own.words("law_heads")),
        law_nouns=frozenset(word.casefold() for word in own.words("law_nouns")),
        kinds=_folded(own.words("company_kinds")),
        modified=re.compile(rf"\s(?:[a-z]+\s)?{kinds}(?!\w)"),
        titles=_folded(own.words("titles")),
        sources=re.compile(
            rf"(?<!\w){alternatives(own.words('sources'))}(?:[ ][^\s.!?]{{1,20}}){{0,3}}[ ][“\"„«‘']?$",
            re.IGNORECASE,
        ),
        verbs=re.compile(rf"\s{alternatives(own.words('verbs'))}(?!\w)"),
        sanctioned=re.compile(
            rf",\s[^,.;:!?\n]{{0,60}}?(?<!\w){alternatives(own.words('sanctioned'))}(?!\w)"
        ),
        locatives=frozenset(own.words("locatives")),
        datives=frozenset(own.words("datives")),
        subsidiaries=re.compile(
            rf"(?<!\w){alternatives(own.words('subsidiaries'))}\s(?:\w{{1,4}}\s)?[“\"„«]?$"
        ),
        public=_public(
            (*own.words("public_heads"), *shared.words("public_heads")), language in ("fr", "it", "es")
        ),
        public_followers=re.compile(
            rf"(?<![\w’'-]){_LARGE}[\w-]{{2,30}}(?:{_SPACE}{_LARGE}[\w-]{{2,30}}){{0,2}}"
            rf"(?={_SPACE}({alternatives(own.words('public_followers'))})(?!\w))"
        ),
        formerly=re.compile(
            rf"(?:\s\(|,\s){alternatives(own.words('formerly'))}(?:\s|(?<=-))(?:\w{{1,3}}\s)?[“\"„«]?",
            re.IGNORECASE,
        ),
        legal_names=re.compile(
            rf"(?<!\w){alternatives(own.words('legal_names'))}(?:\s\w{{1,4}})?\s[“\"„«]?$", re.IGNORECASE
        ),
        public_tails=frozenset(own.words("public_tails")),
        determiners=speech.lists["definite"] | speech.lists["indefinite"],
        company_endings=own.words("company_endings"),
        measure_endings=own.words("measure_endings"),
        street_endings=own.words("street_endings"),
        common=re.compile(rf"{alternatives(own.words('common_endings'))}$"),
        sounding=frozenset(own.words("sounding")),
        visited=re.compile(rf"(?<!\w){alternatives(own.words('visited'))}:?\s$", re.IGNORECASE),
        firms=frozenset(own.words("firms")),
        objects=re.compile(rf"(?<!\w){alternatives(own.words('objects'))}\s$", re.IGNORECASE),
        speech=speech,
    )


@lru_cache(maxsize=KNOWN_WORDS)
def _is_given(word: str) -> bool:
    genders = shared_names().genders
    low = word.lower()
    known = low in genders or ("-" in low and low.partition("-")[0] in genders)
    return known and not (word.isupper() and len(word) < 6)


@lru_cache(maxsize=KNOWN_WORDS)
def _is_company_noun(word: str, language: str) -> bool:
    words, low = name_words(language), word.lower()
    noun = low in words.kinds or words.speech.has("company_nouns", low) or _is_compound(low, words)
    return noun and not (word in words.heads or word in words.kind_words)


def _is_compound(low: str, words: NameWords) -> bool:
    return len(low) > _SHORTEST_COMPOUND and low.endswith(words.company_endings)


@lru_cache(maxsize=KNOWN_WORDS)
def _names_company(word: str) -> bool:
    """Of a German word."""
    words = name_words("de")
    if word in words.kind_words or word in words.heads or word in words.channels or word in words.firms:
        return False
    whole = word.lower()
    return any(_is_called_so(whole.removesuffix(ending), words) for ending in ("", "s", "es", "n", "en"))


def _is_called_so(low: str, words: NameWords) -> bool:
    last = low.rpartition("-")[2]
    known = words.speech.ends("company_endings", last) or last in words.kinds
    return known or _is_compound(low.replace("-", "").removesuffix("in"), words)


def _public(heads: Iterable[str], small: bool) -> re.Pattern[str]:
    """A head, at most two adjectives if ``small``, and a preposition: "Centre hospitalier de"."""
    patterns: list[tuple[str, str]] = []
    compounds = ["(?!)"]
    for head in heads:
        first = head[0]
        if first == "*":
            compounds.append(re.escape(head[1:]))
            continue
        pattern = f"[{first.lower()}{first.upper()}]{re.escape(head[1:])}"
        patterns.append((head, pattern))
    patterns.sort(key=lambda each: (each[0][0].lower(), -len(each[0])))
    adjectives = rf"(?:{_SPACE}[a-zß-öø-ÿ]{{5,16}}){{0,2}}" if small else ""
    small_words = "of|the|for|de|du|des|del|della|di|la|las|los|le|les|van|der|am|zu"
    joint = rf"(?:(?:{small_words}){_SPACE}|dell[’']|d[’']|l[’']){{0,2}}"
    return re.compile(
        rf"(?<![\w-])(?:{by_first_letter(patterns) or '(?!)'}|{_LARGE}\w{{1,24}}(?:{'|'.join(compounds)}))"
        rf"(?!\w){adjectives}{_SPACE}{joint}(?=(?:[’']s-)?{_LARGE})"
    )


@cache
def places() -> frozenset[str]:
    """Towns and regions, which are no parties unless the text makes them one."""
    shared = lexicon(SHARED, "names")
    capitals = {capital for country in registry.countries() for capital in country.capitals}
    towns = lexicon(SHARED, "towns").word("towns").split("\n")
    return frozenset({*capitals, *shared.words("places"), *towns} - {""})


@cache
def country_names(language: str) -> frozenset[str]:
    """Countries of one word in every language: "Spain", "España"; outside English their parts as well."""
    whole = [each for each in registry.countries() if language != "en" or "-" not in each.code]
    names = (name for country in whole for each in country.names.values() for name in each)
    return frozenset(name for name in names if " " not in name and not name.isupper())


@cache
def _peoples() -> frozenset[str]:
    whole = (country for country in registry.countries() if "-" not in country.code)
    adjectives = (each for country in whole for each in country.adjectives.values())
    return frozenset(word for words in adjectives for word in words if word[0].isupper())


def names_nation(text: str, span: Span, words: NameWords) -> bool:
    """Whether the people's name is the first word of a company's: "Swiss Re"."""
    name = span.of(text)
    if not name[:1].isupper() or text[span.end : span.end + 1] != " ":
        return False
    following = re.match(r"[\w-]{2,20}", text[span.end + 1 : span.end + 24])
    return following is not None and following.group() in words.national and is_people(name)


@cache
def is_people(word: str) -> bool:
    """Whether a people, or what it makes, is called so in some language: "Swiss", "Deutsche"."""
    return word in _peoples() or word.lower() in _stems()


@cache
def _stems() -> frozenset[str]:
    adjectives = (
        each
        for country in registry.countries()
        if "-" not in country.code
        for each in country.adjectives.get("de", ())
    )
    return frozenset(f"{each}{ending}".lower() for each in adjectives for ending in ("e", "es"))


@cache
def is_legal_form(word: str) -> bool:
    """Whether the word is a legal form."""
    return word in lexicon(SHARED, "names").words("legal_forms")


@cache
def legal_forms() -> re.Pattern[str]:
    """Any legal form."""
    return re.compile(_forms())


@lru_cache(maxsize=4)
def small_words(text: str) -> frozenset[str]:
    """The words that the text writes small somewhere, of three letters and more."""
    return frozenset(_SMALL_WORD.findall(text))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(word.lower().replace("-", " ").split()) for word in words) | frozenset(
        word.lower() for word in words
    )
