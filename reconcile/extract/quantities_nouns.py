"""What a number counts or measures: the noun behind it, the crew or the death toll in front of it, the verb that governs it."""

from attrs import evolve, frozen

from reconcile.extract.quantities_phrases import Phrase
from reconcile.extract.quantities_pieces import Line
from reconcile.extract.quantities_verbs import fate_of, governing, subject_verb
from reconcile.lexicon.load import table, words
from reconcile.measure.populations import classes
from reconcile.measure.units import dimension_of, units
from reconcile.model.documents import Token

_MAX_NOUN_TOKENS = 7
_NUMBERED = frozenset({"crew", "staff", "aircraft", "personnel", "police", "people", "spacecraft", "sheep", "cattle", "fish", "deer", "series", "species", "dead", "data", "folk", "clergy", "infantry", "cavalry", "artillery", "offspring", "headquarters", "hovercraft", "percent", "poultry", "youth", "military"})  # fmt: skip


@frozen
class Counted:
    """The whole mention ends before piece ``last``; the other fields as in :class:`QuantityValue`."""

    last: int
    of: str | None = None
    modifiers: tuple[str, ...] = ()
    kind: str | None = None
    unit: str | None = None
    per: str | None = None
    dimension: str | None = None
    population: str | None = None
    event: str | None = None
    share_of: float | None = None
    included: bool = False


def counted(line: Line, found: Phrase) -> Counted:
    """What ``found`` counts or measures, and how far the mention reaches."""
    if found.kind == "score":
        return Counted(found.last)
    if found.kind == "age":
        return _aged_noun(line, found)
    if found.amount.unit is not None:
        return _measured_noun(line, found)
    if found.amount.kind == "count" and (person := _age_after_name(line, found)):
        return Counted(found.last, person, (), "age", "year")
    return _counted_noun(line, found)


def _counted_noun(line: Line, found: Phrase) -> Counted:
    noun = _noun(line, found.last, found)
    if noun is None:
        noun = _from_before(line, found) or Counted(found.last)
    noun = evolve(noun, included=_is_included(line, found))
    if noun.of is None or noun.last > found.last:
        noun = _with_rate(line, noun, found)
    if line.matches(found.first - 2, ("of", "the")) or line.matches(found.first - 2, ("of", "its")):
        return noun if line.lower(found.first - 3) not in ("lives", "bodies", "deaths") else evolve(noun, population="people_dead")
    noun = _on_board(line, noun)
    population, event, last = fate_of(line, found.first, noun.last, noun.of, noun.modifiers)
    population = population or noun.population
    of = noun.of
    if of is None and population is not None:
        of = "people"
    last = last if noun.of is None else noun.last
    return evolve(noun, of=of, population=population, event=noun.event or event, last=max(last, noun.last))


def _noun(line: Line, at: int, found: Phrase) -> Counted | None:
    """The noun phrase at piece ``at``: "people", "US citizens", "of the 21 passengers", "-member"."""
    if line.lower(at) == "-" and line.glued(at) and line.glued(at + 1):
        return _joined_noun(line, at + 1)
    total, start = None, at
    if line.lower(at) == "of":
        start, total = _after_of(line, at + 1)
        if start == at + 1 and found.amount.form in ("digits", "words") and not found.amount.round and total is None:
            return None
    elif found.kind == "share":
        start, _ = _after_of(line, at)
    tokens = line.sentence.tokens
    first = line.token_index(start) if start < len(line.pieces) else len(tokens)
    run = _noun_run(tokens, first, (_is_plural(found) or start > at) and found.kind != "share")
    if not run:
        return Counted(at, share_of=total) if total is not None else None
    head = tokens[run[-1]]
    modifiers = tuple(_modifier(tokens[n]) for n in run[:-1] if tokens[n].pos in ("NOUN", "PROPN", "ADJ", "VERB", "ORD") or tokens[n].lower in _ADDING)
    return Counted(_piece_after(line, head), _lemma(head), modifiers, share_of=total)


_ADDING = frozenset({"more", "other", "additional", "further", "extra", "fewer"})


def _after_of(line: Line, at: int) -> tuple[int, float | None]:
    """Past "the", "its", "all"... and the total of "of the 21": (start of the noun, total)."""
    from reconcile.extract.quantities_amounts import amount

    start = at
    while line.lower(start) in ("the", "its", "their", "his", "her", "our", "those", "these", "all", "my", "your"):
        start += 1
    if start < len(line.pieces):
        total = amount(line, start)
        if total is not None and total.unit is None and total.kind == "count" and total.form in ("digits", "words"):
            return total.last, total.low
    return start, None


def _joined_noun(line: Line, at: int) -> Counted | None:
    """"12-member crew", "two-stage rocket"."""
    if at >= len(line.pieces) or line.pieces[at].kind != "word":
        return None
    word = line.lower(at)
    return Counted(at + 1, word) if len(word) > 2 else None


def _is_plural(found: Phrase) -> bool:
    return not (found.amount.low == found.amount.high == 1 or found.amount.form == "fraction")


def _noun_run(tokens: tuple[Token, ...], first: int, plural: bool) -> list[int]:
    """Token numbers of modifiers and head; empty without a head that can be counted."""
    run: list[int] = []
    for n in range(first, min(len(tokens), first + _MAX_NOUN_TOKENS)):
        if not _continues(tokens, n, run):
            break
        run.append(n)
    while run and not _is_head(tokens[run[-1]], plural):
        run.pop()
    return run


def _continues(tokens: tuple[Token, ...], n: int, run: list[int]) -> bool:
    token = tokens[n]
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    if token.lower in _CALENDAR and token.text[:1].isupper():
        return False
    if token.lower in _FATES and not (following is not None and following.pos in ("NOUN", "ADJ")):
        return False
    if run and _is_head(tokens[run[-1]], True) and tokens[run[-1]].pos == "NOUN" and tokens[run[-1]].tag != "NN1":
        return False
    if token.pos in ("NOUN", "ADJ", "ORD", "POS") or token.lower in _ADDING:
        return True
    if any(c.isdigit() for c in token.text) and token.text[:1].isalpha():
        return token.text.endswith("s") or (following is not None and following.pos in ("NOUN", "ADJ", "PROPN"))
    if token.pos == "PROPN":
        return following is not None and following.pos in ("NOUN", "PROPN", "POS", "ADJ") or not run or tokens[run[-1]].pos in ("ADJ", "PROPN", "POS")
    if following is None:
        return False
    if token.pos == "VERB" and token.tag in ("VVN", "VVG", "VVD"):
        return following.pos in ("NOUN", "ADJ") and following.tag != "NN1" or following.lemma in _NUMBERED
    if token.pos == "ADV" and not run:
        return following.pos == "ADJ"
    joint = token.lower in ("and", ",", "&") and bool(run) and following.pos == "ADJ"
    return joint and (tokens[run[-1]].pos == "ADJ" or tokens[run[-1]].tag == "NN1")


_CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split())
_FATES = frozenset({"dead", "injured", "wounded", "hurt", "missing", "killed", "arrested", "alive", "trapped", "detained", "critically", "seriously", "unaccounted"})


def _is_head(token: Token, plural: bool) -> bool:
    if any(c.isdigit() for c in token.text) and token.text[:1].isalpha():
        return token.text.endswith("s") or not plural
    if token.pos == "PROPN":
        return token.lower not in _CALENDAR and (not plural or token.lower.endswith(("s", "ese", "ish", "men", "french")))
    if token.pos != "NOUN":
        return False
    return not plural or token.tag in ("NN2", "NN0") or token.lemma in _NUMBERED or token.lower in _NUMBERED


def _lemma(token: Token) -> str:
    if token.pos == "PROPN" or any(c.isdigit() for c in token.text):
        return _singular(token)
    named = token.text[:1].isupper() and token.text[1:].islower() and token.lemma not in classes()
    return token.lemma.capitalize() if named else token.lemma


def _singular(token: Token) -> str:
    """"Americans" -> "American": the tagger leaves names as they are."""
    text = token.text
    return text[:-1] if text.endswith("s") and len(text) > 4 and not text.endswith("ss") else text


def _modifier(token: Token) -> str:
    return token.text if token.text[:1].isupper() else token.lemma


def _piece_after(line: Line, token: Token) -> int:
    return next((n for n in range(len(line.pieces)) if line.pieces[n].start >= token.span.end), len(line.pieces))


def _with_rate(line: Line, noun: Counted, found: Phrase) -> Counted:
    """"12 flights a day", "300 cases per 100,000 people"."""
    from reconcile.extract.quantities_amounts import rate

    divisor = rate(line, noun.last, False)
    return noun if divisor is None else evolve(noun, per=divisor[0], last=divisor[1])


def _on_board(line: Line, noun: Counted) -> Counted:
    """"12 people on board", "the 21 aboard"."""
    for form in (("on", "board"), ("aboard",), ("onboard",)):
        if line.matches(noun.last, form):
            return evolve(noun, last=noun.last + len(form), population="people_aboard", of=noun.of or "people")
    return noun


def _is_included(line: Line, found: Phrase) -> bool:
    at = found.first - 1
    while line.lower(at) in ("the", "all", "just", "only"):
        at -= 1
    return line.lower(at) in ("including", "includes", "included", "include") or any(line.matches(at - 1, f) for f in (("of", "whom"), ("among", "them"), ("of", "them")))


def _from_before(line: Line, found: Phrase) -> Counted | None:
    """The counted noun stands in front: "a crew of 12", "the death toll rose to 12", "the number of injured passed 40"."""
    at = line.token_index(found.first)
    tokens = line.sentence.tokens
    if at >= 2 and tokens[at - 1].lower == "of" and tokens[at - 2].pos == "NOUN":
        noun = tokens[at - 2].lemma
        return Counted(found.last, "dead" if noun == "toll" else noun) if noun in words("quantities_context", "groups") else None
    for n in range(at - 1, max(-1, at - _MAX_TOLL_TOKENS), -1):
        token = tokens[n]
        if token.lower in (";", ".", "and", "but") or token.pos == "NUM":
            return _far_toll(line, at, found)
        if token.lemma == "toll" and (n == 0 or tokens[n - 1].lemma in ("death", "the", "its", "official", "casualty", "preliminary", "overall")):
            return Counted(found.last, "dead", population="people_dead")
        if token.lower == "of" and n and tokens[n - 1].lemma in ("number", "count", "tally", "total") and n + 1 < at:
            return _number_of(tokens, n + 1, at, found)
    return _far_toll(line, at, found)


def _far_toll(line: Line, at: int, found: Phrase) -> Counted | None:
    """"The death toll in the attack, in which ..., rose to 85": far in front, with a verb of reaching right before."""
    tokens = line.sentence.tokens
    near = tokens[max(0, at - 4) : at]
    if not any(t.lemma in _REACHING for t in near) or any(t.pos in ("NOUN", "NUM") for t in near[-2:]):
        return None
    if any(t.lemma == "toll" and n and tokens[n - 1].lower == "death" for n, t in enumerate(tokens[:at])):
        return Counted(found.last, "dead", population="people_dead")
    return None


_REACHING = frozenset({"rise", "climb", "jump", "increase", "stand", "reach", "hit", "pass", "top", "grow", "soar", "go", "revise", "raise", "put", "bring", "total", "exceed", "surpass", "creep", "mount"})  # fmt: skip
_MAX_TOLL_TOKENS = 9


def _number_of(tokens: tuple[Token, ...], first: int, at: int, found: Phrase) -> Counted | None:
    """"the number of confirmed dead rose to 12"."""
    for n in range(first, at):
        if tokens[n].pos in ("VERB", "AUX") and tokens[n].lower not in _FATES:
            head = tokens[n - 1]
            return Counted(found.last, _lemma(head), tuple(t.lemma for t in tokens[first : n - 1] if t.pos in ("ADJ", "NOUN", "PROPN")))
    return None


def _aged_noun(line: Line, found: Phrase) -> Counted:
    """"a 72-year-old fisherman": the one who is aged."""
    event = None
    tokens = line.sentence.tokens
    first = _token_at(line, found.last)
    run = _noun_run(tokens, first, False) if first < len(tokens) and found.amount.hyphen else []
    of = _lemma(tokens[run[-1]]) if run else None
    return Counted(found.last, of, event=event)


def _token_at(line: Line, at: int) -> int:
    return line.token_index(at) if at < len(line.pieces) else len(line.sentence.tokens)


def _age_after_name(line: Line, found: Phrase) -> str | None:
    """"Naito, 77, said": a bare number between commas after a name."""
    at = found.first
    if line.lower(at - 1) not in (",", "(") or at < 2 or found.hedge is not None or found.low is None or not 0 < found.low <= 110 or found.low != int(found.low):
        return None
    before = line.token(at - 2)
    closing = line.lower(found.last)
    if before is None or before.pos != "PROPN" or before.lower in _CALENDAR or line.pieces[at - 2].kind != "word" or not before.text[:1].isupper():
        return None
    if found.amount.form != "digits" or closing not in (",", ".", ")", ";", "", "and", "of", "from") or line.lower(at - 1) == "(" and closing != ")":
        return None
    return before.text


def _measured_noun(line: Line, found: Phrase) -> Counted:
    """Of a measure: what is measured ("depth") and of what ("a 40-metre-deep well", "25 tonnes of rice", "a $1.2bn deal")."""
    last, dimension = _dimension_after(line, found)
    dimension = dimension or _dimension_before(line, found)
    tokens = line.sentence.tokens
    of, modifiers = None, ()
    if dimension == "distance" and last > found.last:
        pass
    elif line.lower(last) == "of":
        start, _ = _after_of(line, last + 1)
        run = _noun_run(tokens, _token_at(line, start), False)
        of = _lemma(tokens[run[-1]]) if run else None
    elif found.amount.hyphen or found.amount.kind == "money" or last > found.last:
        run = _noun_run(tokens, _token_at(line, last), False)
        of = _lemma(tokens[run[-1]]) if run and _is_measured(tokens, run) else None
    _, event = governing(line, found.first)
    if event is None and found.kind == "percent":
        verb = subject_verb(line, last)
        event = verb[1] if verb else None
    named = table("quantities_context")["dimensions"]["nouns"]
    if dimension is None and isinstance(named, dict):
        dimension = named.get(of)
    return Counted(last, of, modifiers, None, None, None, dimension, None, event)


def _is_measured(tokens: tuple[Token, ...], run: list[int]) -> bool:
    """"a $1.2bn deal", no "sold for $1m days later": no unit of time, no adverb in between."""
    return tokens[run[-1]].lemma not in units() and all(tokens[n].pos != "ADV" for n in run)


def _dimension_after(line: Line, found: Phrase) -> tuple[int, str | None]:
    names = table("quantities_context")["dimensions"]["adjectives"]
    at = found.last + (line.lower(found.last) == "-" and line.glued(found.last))
    if not isinstance(names, dict):
        return found.last, None
    name = names.get(line.lower(at)) if at < len(line.pieces) else None
    if name is None or dimension_of(found.amount.unit) not in ("length", "mass"):
        return found.last, "weight" if found.amount.unit in ("tonne", "ton") and found.amount.hyphen else None
    return at + 1, str(name)


def _dimension_before(line: Line, found: Phrase) -> str | None:
    """"an altitude of 550 km", "weighing 77 tonnes", "a range of up to 500 miles"."""
    names = table("quantities_context")["dimensions"]["nouns"]
    tokens = line.sentence.tokens
    at = line.token_index(found.first)
    for n in range(at - 1, max(-1, at - 5), -1):
        token = tokens[n]
        if isinstance(names, dict) and (token.lemma in names or token.lower in names):
            return str(names.get(token.lemma) or names.get(token.lower))
        if token.pos not in ("PREP", "DET", "ADJ", "ADV", "AUX"):
            return None
    return None


def is_known(noun: str) -> bool:
    """Whether the lexicon knows the noun as something counted."""
    return noun in classes()
