"""The subject of a verb of saying: before it, behind it, or left out. Imports the scene."""

from dataclasses import replace

from casefile.extraction.speech_behind import is_determiner, is_full_name, right_of
from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Cue, Scene
from casefile.extraction.speech_shapes import PRONOUN_KINDS, Mention, MentionKind

DROPS_PRONOUNS = frozenset(("es", "it"))
_VERB_SECOND = frozenset(("de", "nl"))
_ADJECTIVE_LAST = frozenset(("fr", "it", "es"))
_FAR = 50
_PHRASE = 10
_NEAR = 4
_LONG_PHRASE = 16
_NO_PLURAL = ("ss", "us", "is", "’s", "'s")
_AMOUNTS = frozenset(("any", "no", "every", "each", "most"))
_THEM = frozenset(("them", "ihnen", "eux", "elles", "ellos", "ellas", "loro", "hen"))
_WHO = frozenset(("who", "which", "qui", "que", "che"))
_ASKING = frozenset(("was", "wie", "wer", "wat", "hoe", "waarom", "warum"))


def drops_subject(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether the verb opens its clause in a language that leaves the pronoun out."""
    if scene.frame.lexicon.language not in DROPS_PRONOUNS:
        return False
    index = cue.first
    while index > first:
        if scene.frame.words[index].gap or scene.frame.lexicon.has(
            "conjunctions", scene.frame.words[index - 1].low
        ):
            return True
        index -= 1
        addressed = scene.mention_over(index)
        if addressed and addressed.governed:
            preposition = scene.frame.lexicon.has("prepositions", scene.frame.words[addressed.first].low)
            index = max(first, addressed.first - (0 if preposition else 1))  # ai giudici disse
        elif not scene.light(index):
            return index == first and scene.frame.words[index].low in scene.frame.lexicon.small
    return True  # Allí ha dicho


def find_subject(scene: Scene, cue: Cue, first: int, last: int) -> Mention | None:
    """Who speaks: the phrase right before the cue, else right after it, else the clause's first."""
    words, language = scene.frame.words, scene.frame.lexicon.language
    left = left_of(scene, cue, first) or _crowd(scene, cue, first) or some_body(scene, cue, first)
    spoken = _spoken(scene, cue, first)
    participle = language == "en" and words[cue.first].low.endswith("ing")
    if participle and cue.first - first > 1 and words[cue.first - 1].low == "as":
        return scene.mention_over(cue.first - 2)  # quoted the minister as saying
    if left and (not (participle and spoken) or _is_behind_with(scene, left)):
        return left
    if participle and cue.first and words[cue.first - 1].low == "for":
        near = scene.mentions_in(first, cue.first)
        return near[-1] if near else None
    if cue.kind is CueKind.CALL and language not in _VERB_SECOND and spoken:
        return spoken[0]
    right = right_of(scene, cue, last)
    if right and not right.governed and (language != "en" or _closed(scene, cue, right, first, last)):
        return right
    return spoken[0] if spoken else _one_of_them(scene, cue, first)


def _one_of_them(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """Somebody of those just spoken of: Lawyers were unmoved. One, who acts for a rival, called it."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    apart = (
        first + 1 < cue.first
        and words[first + 1].gap == ","
        and lexicon.has("relatives", words[first + 1].low)
    )
    one = lexicon.has("somebody", words[first].low)
    of_them = first + 2 < cue.first and lexicon.has("of", words[first + 1].low) and not words[first + 1].gap
    plural = of_them and words[first + 2].low in _THEM
    return Mention(first, first, MentionKind.PEOPLE, indefinite=True) if one and (apart or plural) else None


def _crowd(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """Several of a kind that no list holds, right before the cue: Business lobbies had called it."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    last = cue.first - 1
    while last > first and not words[last + 1].gap and scene.light(last):
        last -= 1
    plural = last >= first and words[last].text.islower() and words[last].low.endswith("s")
    if lexicon.language != "en" or not plural or words[last + 1].gap or words[last].low.endswith(_NO_PLURAL):
        return None
    for index in range(last, max(first, last - _NEAR) - 1, -1):
        mention, low = scene.mention_over(index), words[index].low
        closed = lexicon.has("prepositions", low) or lexicon.joins(low) or lexicon.reports(low)
        if closed or (mention and (mention.name or index == last)) or lexicon.has("auxiliary", low):
            return None
        if index == first or words[index].gap or lexicon.has("definite", low):
            return Mention(index, last, MentionKind.PEOPLE, indefinite=True)
    return None


def some_body(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """A noun that no list holds, with its article, right before the cue: a bonus that a committee called."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    last = cue.first - 1
    while last > first and not words[last + 1].gap and scene.light(last):
        last -= 1
    if last <= first or words[last + 1].gap.strip(BLANK):
        return None
    for index in range(last, max(first, last - _NEAR) - 1, -1):
        low = words[index].low
        if index < last and lexicon.has("indefinite", low) and low not in _AMOUNTS:
            return Mention(index, last, MentionKind.PEOPLE, indefinite=True)
        closed = lexicon.has("prepositions", low) or lexicon.joins(low) or lexicon.has("relatives", low)
        if closed or words[index].gap or scene.mention_over(index) or not words[index].text.isalpha():
            return None
    return None


def _spoken(scene: Scene, cue: Cue, first: int) -> list[Mention]:
    """The phrases that may be the subject of the cue's clause, those of the innermost that has one."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    start = _clause_start(scene, cue, first)
    spoken = [each for each in scene.mentions_in(start, cue.first) if not each.governed]
    turned = next((index for index in range(cue.first - 1, start, -1) if _turns(scene, index, cue)), None)
    if turned is not None:
        return [each for each in spoken if each.first > turned]
    joined = cue.first > start and lexicon.has("conjunctions", words[cue.first - 1].low)
    if joined or words[cue.first].gap.endswith(","):
        return spoken  # conceded that …, but said; annulled it, ruling that: the subject of the first verb
    for index in range(cue.first - 1, start, -1):
        low = words[index].low
        subordinate = words[index].gap == "," and (lexicon.has("relatives", low) or low in _ASKING)
        if subordinate or words[index].low in lexicon.lists["that"]:
            inner = [each for each in spoken if each.first > index]
            if inner:
                return inner
    return spoken


def _turns(scene: Scene, index: int, cue: Cue) -> bool:
    """Whether a clause with its own subject begins there: …, while an engineer’s memo, unread, called."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if words[index].gap != "," or words[index].low not in lexicon.lists["turns"]:
        return False
    subject = next((each for each in scene.mentions_in(index, min(index + _NEAR, cue.first))), None)
    if subject is None or subject.governed or subject.kind in PRONOUN_KINDS:
        return False
    apart = words[subject.last + 1].gap == "," if subject.last + 1 < cue.first else False
    return apart or not any(words[each].gap for each in range(subject.last + 1, cue.first + 1))


def left_of(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """The phrase that ends right before the cue, or before a relative pronoun: "Shein, qui dénonce"."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if words[cue.first].gap == ")":
        return _before_bracket(scene, cue, first)
    if named := _named_between(scene, cue, first):
        return named
    index, spare = cue.first - 1, int(lexicon.language in _ADJECTIVE_LAST)
    while index >= first and not words[index + 1].gap and not scene.mention_over(index):
        if lexicon.has("relatives", words[index].low) and words[index].gap == ",":
            return scene.mention_over(index - 1)
        if lexicon.has("conjunctions", words[index].low):
            return None
        if not (scene.light(index) or _is_hearsay(scene, index)):
            if not spare or words[index].gap or scene.mention_over(index - 1) is None:
                return None
            spare -= 1
        index -= 1
    left = scene.mention_over(index) if index >= first else None
    headed = _with_relative(scene, left, cue) or _headed(scene, left, first) if left else None
    if headed:
        return headed
    apposed = left is not None and any(
        words[each].gap == "," for each in range(left.first + 1, left.last + 1)
    )
    if left and apposed and words[index + 1].gap == "," and not left.governed:
        return left
    subject = left is not None and (
        not left.governed
        or _as_said(scene, left)
        or (_is_behind_with(scene, left) and index + 1 == cue.first)
    )
    return left if subject and not words[index + 1].gap else None


def _with_relative(scene: Scene, left: Mention, cue: Cue) -> Mention | None:
    """Whom a relative pronoun follows at once: to a customer who had told the teller that."""
    following = scene.frame.words[left.last + 1] if left.last + 1 < cue.first else None
    told = following is not None and not following.gap and following.low in _WHO
    return replace(left, governed=False) if told and left.governed else None


def _is_hearsay(scene: Scene, index: int) -> bool:
    """Whether the word is of "is said to have", which stands between a subject and its verb."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if lexicon.language != "en" or not 0 < index < len(words) - 2:
        return False
    if words[index].low == "to":
        return words[index + 1].low == "have" and _is_hearsay(scene, index - 1)
    heard = lexicon.has("passive", words[index - 1].low) and words[index].low.endswith(
        ("ed", "id", "ood", "ought")
    )
    return heard and [word.low for word in words[index + 1 : index + 3]] == ["to", "have"]


def _before_bracket(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """The phrase before words in brackets that end right before the verb: Ines Vandamme (Groen) vindt."""
    words = scene.frame.words
    for index in range(cue.first - 1, max(first, cue.first - _PHRASE), -1):
        if words[index].gap.endswith("("):
            mention = scene.mention_over(index - 1)
            return mention if mention and not mention.governed else None
    return None


def _as_said(scene: Scene, left: Mention) -> bool:
    """Whether "as" before the phrase opens a clause: As a client put it."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    before = words[left.first - 1] if left.first and not words[left.first].gap else None
    return lexicon.language == "en" and before is not None and lexicon.has("as", before.low)


def _is_behind_with(scene: Scene, left: Mention) -> bool:
    """English: whether the phrase is the subject of a participle: with the court describing it as."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    following = words[left.last + 1].low if left.last + 1 < len(words) else ""
    near = [word.low for word in words[max(0, left.first - 2) : left.first + 1]]
    return lexicon.language == "en" and following.endswith("ing") and "with" in near


def _headed(scene: Scene, left: Mention, first: int) -> Mention | None:
    """What a relative clause with its subject last belongs to: el organismo que preside Ana Sanz."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    head = next((each for each in scene.mentions_in(first, left.first) if not each.governed), None)
    if (
        lexicon.language not in _ADJECTIVE_LAST
        or head is None
        or head.last + 2 >= left.first
        or left.governed
    ):
        return None
    relative = words[head.last + 1]
    whole = not any(words[index].gap for index in range(head.last + 1, left.first + 1))
    near = left.first - head.last <= _NEAR and not lexicon.reports(words[head.last].low)
    return head if whole and near and lexicon.has("relatives", relative.low) else None


def enclosed_name(scene: Scene, first: int, last: int) -> Mention | None:
    """The person named between commas behind what opens the words: Haar voorganger, Jan Blok, noemt het."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    for index in range(first + 1, min(first + _PHRASE, last)):
        mention, low = scene.mention_over(index), words[index].low
        if mention and mention.first == index and words[index].gap == "," and is_full_name(mention):
            before = scene.mention_over(index - 1)
            known = before is not None and before.party is PartyKind.PERSON
            closed = mention.last + 1 < len(words) and words[mention.last + 1].gap == ","
            return mention if closed and not known and is_determiner(scene, first) else None
        if words[index].gap or lexicon.joins(low) or lexicon.reports(low):
            return None
    return None


def _named_between(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """Who is named between commas right before the verb, behind what they are."""
    enclosed = enclosed_name(scene, first, cue.first)
    if enclosed and scene.frame.words[cue.first].gap == "," and enclosed.last + 1 == cue.first:
        return enclosed
    return _named_at_last(scene, cue, first)


def _named_at_last(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """Who a longer phrase for one person is: The engineer who raised it, Ann Yost, had said."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    verb = cue.first
    while verb > first and not words[verb].gap and scene.light(verb - 1) and cue.first - verb < _NEAR:
        verb -= 1
    name = scene.mention_over(verb - 1) if words[verb].gap == "," and verb - 1 > first else None
    if name is None or not is_full_name(name) or words[name.first].gap != "," or name.governed:
        return None
    inner = scene.mentions_in(first, name.first)
    lead = next((each for each in inner if not each.governed), None)
    opens = lead is not None and (lead.first <= first + 1 or lexicon.language == "de")
    single = opens and lead is not None and lead.kind is MentionKind.ROLE and not lead.name
    whole = name.first - first <= _LONG_PHRASE and is_determiner(scene, first)
    inside = range(first + 1, name.first)
    others = [each for each in inner if each.party is PartyKind.PERSON]
    parted = any(words[index].gap for index in inside) or any(
        lexicon.reports(words[index].low) or words[index].low in lexicon.lists["that"] for index in inside
    )
    return name if single and whole and not others and not parted else None


def _closed(scene: Scene, cue: Cue, right: Mention, first: int, last: int) -> bool:
    """English turns verb and subject only beside a comma on both sides: , said Smith, “…”."""
    words = scene.frame.words
    if scene.frame.lexicon.has("addressing", words[cue.first].low):
        return False
    opened = words[cue.first].gap.endswith((",", BLANK, "–", "—")) or cue.first == first
    if right.last + 1 < last:
        return opened and bool(words[right.last + 1].gap)
    behind = scene.frame.text[words[right.last].end :][:2].strip()
    return opened and behind[:1] != BLANK  # says the decision “confuses”: no comma, no subject


def _clause_start(scene: Scene, cue: Cue, first: int) -> int:
    for index in range(cue.first - 1, first, -1):
        gap = scene.frame.words[index].gap
        if ";" in gap or gap == ":" or cue.first - index > _FAR:
            return index
    return first
