"""The verb that governs a counted noun, and the fate that it tells: "killing 12", "12 people on board were hurt", "left 12 dead"."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from reconcile.extract.quantities_pieces import Line, cues
from reconcile.measure.populations import Fate, classes, fates, is_person
from reconcile.model.documents import Phrase as Chunk
from reconcile.model.documents import Token

_MAX_GAP = 14


def fate_of(
    line: Line, first: int, last: int, noun: str | None, modifiers: tuple[str, ...]
) -> tuple[str | None, str | None, int]:
    """(population, governing verb, end) of the counted noun that stands in pieces ``first``..``last``.

    ``end`` is past an adjective that carries the fate right behind a number without a noun ("12 dead").
    """
    fate, verb, end = _fate_of(line, first, last, noun, modifiers)
    captor = _captors(line.sentence.tokens, verb) if fate == _BY_FORCE and noun not in _index("holders") else None
    return (fate if captor is None else captor.name), verb, end


def _captors(tokens: Sequence[Token], verb: str | None) -> Fate | None:
    """The fate that those make it who do the deed: "seized by armed police", "police captured two men"."""
    for at, token in enumerate(tokens):
        fate = _index("captors").get(token.lemma)
        by = any(t.lower == "by" for t in tokens[max(0, at - 3) : at])
        then = tokens[at + 1 : at + 4]
        acts = any(t.lemma == verb and t.pos == "VERB" for t in then) and not any(t.lemma == "be" for t in then)
        if fate is not None and (by or acts):
            return fate
    return None


_BY_FORCE = "people_kidnapped"


def _fate_of(
    line: Line, first: int, last: int, noun: str | None, modifiers: tuple[str, ...]
) -> tuple[str | None, str | None, int]:
    by_noun = _by_noun(noun, modifiers) or _noun_of(line, first) or _by_belongings(line, first, last, noun)
    adjective = _adjective_after(line, last, noun)
    left, left_verb = governing(line, first)
    if by_noun is None and adjective is None and noun is not None:
        posts = _by_posts(line, first, last, noun, left_verb)
        if posts is not None:
            return posts.name, left_verb, last
        if is_person(noun) or noun[:1].isupper():
            left = left or _by_tail(line, last, left_verb) or _by_holder(line, first, left_verb)
    if by_noun is not None:
        return by_noun.name, left_verb, last
    if adjective is not None:
        return adjective[0].name, left_verb or adjective[2], adjective[1]
    if noun is not None and not is_person(noun) and not noun[:1].isupper():
        right_verb = subject_verb(line, last)
        return None, left_verb or (right_verb[1] if right_verb else None), last
    if left is not None:
        return left.name, left_verb, last
    right = subject_verb(line, last)
    guise = next((_index("guises")[m] for m in modifiers if m in _index("guises") and is_person(noun)), None)
    held = _index("holders").get(noun or "") or aboard(line, last, noun) or guise
    if right is not None and (left_verb is None or right[0] is not None):
        # robbers who flee are not driven from their homes
        ran = held is not None and right[0] is not None and right[1] in held.staying
        fate = held if ran else right[0] or held
        return (fate.name if fate else None), right[1], last
    return (held.name if held else None), left_verb, last


def _by_posts(line: Line, first: int, last: int, noun: str, verb: str | None) -> Fate | None:
    """ "340 jobs will be lost", "the loss of 340 jobs", "cut 340 jobs"."""
    fate = _index("posts").get(noun)
    if fate is None:
        return None
    right, at = subject_verb(line, last), line.token_index(first)
    before = [t.lemma for t in line.sentence.tokens[max(0, at - 3) : at]]
    lost = "loss" in before or {verb, right[1] if right is not None else None} & fate.cuts
    return fate if lost else None


def _by_tail(line: Line, last: int, verb: str | None) -> Fate | None:
    """ "moved 300 people to safety", "took nine people hostage": the verb, and what stands behind its object."""
    if last >= len(line.pieces):
        return None
    at = line.token_index(last)
    if verb is None:
        near = " ".join(t.lemma for t in line.sentence.tokens[at : at + 2])
        return next((f for f in fates() if near in f.phrases), None)
    row = [t.lemma for t in line.sentence.tokens[at : at + 4] if t.pos not in _LINKING][: _MAX_PHRASE_WORDS - 1]
    rows = {" ".join((verb, *row[:n])) for n in range(1, len(row) + 1)}
    return next((f for f in fates() if rows & f.phrases), None)


def _by_holder(line: Line, first: int, verb: str | None) -> Fate | None:
    """ "Police are holding nine people", "the gunman held nine people": by those who do."""
    if verb != "hold":
        return None
    at = line.token_index(first)
    before = [t.lemma for t in line.sentence.tokens[max(0, at - _NEAR_TOKENS) : at]]
    for lemma in reversed(before):
        fate = _index("held_by").get(lemma)
        if fate is not None:
            return fate
    return None


@cache
def _index(field: str) -> Mapping[str, Fate]:
    found: dict[str, Fate] = {}
    for fate in fates():
        for word in getattr(fate, field):
            found.setdefault(word, fate)
    return MappingProxyType(found)


def _by_noun(noun: str | None, modifiers: tuple[str, ...]) -> Fate | None:
    found = _index("nouns").get(noun or "")
    if found is not None and noun != "life":
        return found
    return next((_index("adjectives")[m] for m in modifiers if m in _index("adjectives")), None)


def _noun_of(line: Line, first: int) -> Fate | None:
    """ "the bodies of 13 people", "the arrest of two men"."""
    tokens = line.sentence.tokens
    at = line.token_index(first) - 1
    while at > 1 and tokens[at].lower in ("the", "all", "at", "least", "about", "some"):
        at -= 1
    if at <= 0 or tokens[at].lower != "of":
        return None
    if any(t.lower in ("no", "any") for t in tokens[max(0, at - 3) : at]):
        return next((f for f in fates() if f"{tokens[at - 1].lemma} of" in f.phrases), None)
    return _index("nouns").get(tokens[at - 1].lemma)


def _by_belongings(line: Line, first: int, last: int, noun: str | None) -> Fate | None:
    """ "The data of 300 patients", "300 patients whose records were stolen", "300 patients had their records stolen"."""
    if noun is None or not (is_person(noun) or noun[:1].isupper()):
        return None
    tokens = line.sentence.tokens
    if not any(t.lemma in _index("takings") for t in tokens):
        return None
    at = line.token_index(first) - 1
    while at > 0 and (tokens[at].lower in cues("before_number") | _OF or tokens[at].pos == "PUNCT"):
        at -= 1
    if at >= 0 and tokens[at + 1].lower in _OF and tokens[at].lemma in _index("belongings"):
        return _index("belongings")[tokens[at].lemma]
    return owned(tokens[line.token_index(last) :]) if last < len(line.pieces) else None


def owned(after: Sequence[Token]) -> Fate | None:
    """The fate of people of whom what follows tells that their records were taken: "whose data", "who had their data stolen", "'s data"."""
    near = [t for t in after if t.pos != "PUNCT"][:_NEAR_TOKENS]
    has = near[:1] and (
        near[0].lower == "whose" or near[0].pos == "POS" or {"have", "lose"} & {t.lemma for t in near[:2]}
    )
    taken = has and any(t.lemma in _index("takings") for t in after[:_MOST_TOKENS])
    return next((_index("belongings")[t.lemma] for t in near if taken and t.lemma in _index("belongings")), None)


_NEAR_TOKENS = 9
_MOST_TOKENS = 14
_OF = frozenset({"of", "from", "on"})


def _adjective_after(line: Line, at: int, noun: str | None) -> tuple[Fate, int, str | None] | None:
    """ "12 dead", "12 people missing", "12 were injured", "12 people were feared dead"."""
    n = at
    while line.lower(n) in cues("between_fate"):
        n += 1
    fate = _index("adjectives").get(line.lower(n))
    if fate is None or n >= len(line.pieces) or (noun is not None and not is_person(noun) and not noun[:1].isupper()):
        return None
    token, following = line.token(n), line.token(n + 1)
    if (
        n == at
        and line.lower(n) in cues("fate_verbs")
        and following is not None
        and following.pos in ("DET", "NUM", "PROPN")
    ):
        return None  # "12 killed a guard" tells of those who killed
    verb = token.lemma if token is not None and token.pos == "VERB" else None
    return fate, (n + 1 if n == at else at), verb


def governing(line: Line, first: int) -> tuple[Fate | None, str | None]:
    """(fate, lemma) of the verb whose object begins at piece ``first``, (None, None) where the phrase is no object."""
    tokens = line.sentence.tokens
    at = line.token_index(first) - 1
    while at >= 0 and (tokens[at].lower in cues("before_number") or tokens[at].pos == "ADV"):
        at -= 1
    lemma = _verb_lemma(tokens[at]) if at >= 0 else None
    if lemma is None or lemma in cues("reporting"):
        return None, None
    verb = tokens[at]
    if verb.tag in ("VVN", "VVD") and any(t.lemma == "be" for t in tokens[max(0, at - 2) : at]):
        return None, lemma
    fate = _index("objects").get(lemma)
    if lemma == "claim" and not any(t.lower == "lives" for t in tokens[at + 1 : at + 8]):
        fate = None
    if fate is not None and at > 1 and tokens[at - 1].lower in ("and", "or"):
        fate = _both(fate, _index("objects").get(_verb_lemma(tokens[at - 2]) or ""))
    return fate, lemma


def _both(fate: Fate, other: Fate | None) -> Fate:
    """ "killed and wounded dozens": the class that holds both, where there is one."""
    names = {fate.name, other.name if other else fate.name}
    return next((f for f in fates() if len(names) > 1 and names <= f.holds), fate)


def _verb_lemma(token: Token) -> str | None:
    """The lemma of a verb; of forms in -ing and -ed also where the tagger took a verb of fate for a noun or an adjective."""
    if token.pos == "VERB":
        return token.lemma
    for ending in ("ing", "ed"):
        if token.pos in ("NOUN", "ADJ", "PROPN") and token.lower.endswith(ending):
            stem = token.lower[: -len(ending)]
            return next((s for s in (stem, stem + "e", stem[:-1]) if s in _index("objects")), None)
    return None


def subject_verb(line: Line, last: int) -> tuple[Fate | None, str] | None:
    """(fate, lemma) of the verb whose subject ends before piece ``last``."""
    if last >= len(line.pieces):
        return None
    sentence = line.sentence
    at = line.token_index(last)
    group = line.verb_group(at)
    if group is None or group.first - at > _MAX_GAP or not _is_subject(sentence.tokens, at, group):
        return None
    verb = sentence.tokens[group.head]
    words = sentence.tokens[group.first : group.last]
    told = verb.lemma in cues("reporting") and not any(t.lemma == "be" for t in words)
    starts = range(group.first, max(group.head, group.first + _TO_BE) + 1)
    told_at_length = next((f for n in starts if (f := _by_phrase(sentence.tokens, n)) is not None), None)
    if told_at_length is not None:
        return told_at_length, verb.lemma
    if verb.pos != "VERB" or told or (verb.tag == "VVG" and len(words) == 1):
        return None
    unfound = _index("unfound").get(verb.lemma)
    if unfound is not None and any(t.lower in _NOT for t in words):
        return unfound, verb.lemma
    passive = verb.tag in ("VVN", "VVD") and any(t.lemma in ("be", "get") for t in words)
    headline = len(words) == 1 and verb.tag in ("VVN", "VVD") and not _has_object(sentence.tokens, group.last)
    fields = ("objects", "passives", "subjects") if passive or headline else ("subjects",)
    return next((_index(f)[verb.lemma] for f in fields if verb.lemma in _index(f)), None), verb.lemma


def fate_of_noun(token: Token) -> tuple[str | None, str | None]:
    """(what is counted, fate) of a noun that stands for people of one fate: "the number of dead", "of missing", "of evacuees"."""
    fate = _index("adjectives").get(token.lower) or _index("holders").get(token.lemma)
    return (None, None) if fate is None else (token.lemma if token.lemma in classes() else "people", fate.name)


def aboard(line: Line, last: int, noun: str | None) -> Fate | None:
    """ "All 21 people on the plane", "there were 47 people on the bus"."""
    if noun is None or not is_person(noun) or last >= len(line.pieces) or line.lower(last) not in ("on", "in", "under"):
        return None
    tokens = line.sentence.tokens
    at = line.token_index(last)
    row = [t.lemma for t in tokens[at : at + 4] if t.pos != "DET"][:2]
    return next((f for f in fates() if " ".join(("be", *row)) in f.phrases), None)


def _by_phrase(tokens: tuple[Token, ...], at: int) -> Fate | None:
    """ "taken to the hospital", "lost their lives", "shot dead": lemmas in a row, determiners left out."""
    row = [t.lemma for t in tokens[at : at + 6] if t.pos not in _LINKING][:_MAX_PHRASE_WORDS]
    rows = {" ".join(row[:n]) for n in range(2, len(row) + 1)}
    return next((f for f in fates() if rows & f.phrases), None)


_MAX_PHRASE_WORDS = 3
_TO_BE = 3  # "are to be made redundant"
_LINKING = frozenset({"DET", "PRON"})
_NOT = frozenset({"not", "n't", "never"})


def _is_subject(tokens: tuple[Token, ...], at: int, group: Chunk) -> bool:
    """Nothing between that opens another clause or another number."""
    gap = tokens[at : group.first]
    if any(
        t.lower in (";", ":", "that", "when", "while", "after", "before", "because", "but", "if", "as") for t in gap
    ):
        return False
    if gap and gap[-1].lower in ("and", "or", "but"):
        return False
    return not (gap and gap[0].lower in ("and", "or")) and sum(t.pos == "NUM" for t in gap) <= 1


def _has_object(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].pos in ("DET", "NUM", "PROPN", "PRON", "NOUN", "ADJ")
