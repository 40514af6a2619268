"""What a number counts: the noun behind it, the crew or the death toll in front of it."""

from attrs import evolve

from reconcile.extract.quantities_measured import age_after_name, aged_noun, magnitude, measured_noun
from reconcile.extract.quantities_nouns import (
    ADDING,
    Counted,
    after_of,
    lemma_of,
    modifier_of,
    noun_run,
    token_at,
)
from reconcile.extract.quantities_pieces import Line, cues
from reconcile.extract.quantities_ranges import Phrase
from reconcile.extract.quantities_units import rate
from reconcile.extract.quantities_verbs import aboard, fate_of, fate_of_noun, owned
from reconcile.lexicon.load import words
from reconcile.measure.populations import is_person
from reconcile.model.documents import Token


def counted(line: Line, found: Phrase) -> Counted:
    """What ``found`` counts or measures, and how far the mention reaches."""
    if found.kind == "score":
        return Counted(found.last)
    if found.kind == "age":
        return aged_noun(line, found)
    if found.amount.unit is not None:
        return measured_noun(line, found)
    if _is_age_limit(line, found):
        return Counted(found.last, None, (), "age", "year")
    if found.amount.kind == "count" and (person := age_after_name(line, found)):
        return Counted(found.last, person, (), "age", "year")
    return magnitude(line, found) or _counted_noun(line, found)


def _counted_noun(line: Line, found: Phrase) -> Counted:
    noun = _noun(line, found.last, found) or _from_before(line, found) or _more(line, found)
    noun = evolve(noun, included=_is_included(line, found))
    if noun.of is None or noun.last > found.last:
        noun = _with_divisor(line, noun)
    noun = _on_board(line, noun)
    if noun.population is None and (
        line.matches(found.first - 2, ("of", "the")) or line.matches(found.first - 2, ("of", "its"))
    ):
        lost = line.lower(found.first - 3) in ("lives", "bodies", "deaths")
        return evolve(noun, population="people_dead") if lost else noun
    noun = _on_board(line, _with_others(line, noun))
    population, event, last = fate_of(line, found.first, noun.last, noun.of, noun.modifiers)
    if "all" in (line.lower(found.first), line.lower(found.first - 1)):
        placed = aboard(line, noun.last, noun.of)  # what befalls all of them tells less than where they are
        population = placed.name if placed is not None else population
    population = population or noun.population
    of = "people" if noun.of is None and population is not None else noun.of
    last = max(noun.last, last) if noun.of is None else noun.last
    return evolve(noun, of=of, population=population, event=noun.event or event, last=last)


def _with_others(line: Line, noun: Counted) -> Counted:
    """ "94 passengers and crew", "18 students and teachers": people of two kinds, counted together."""
    other, token = line.token(noun.last + 1), line.token(noun.last - 1) if noun.last else None
    if noun.of is None or other is None or token is None or not line.matches(noun.last, ("and",)):
        return noun
    plural = token.tag == "NN2" and is_person(noun.of) and (other.tag == "NN2" or other.lower in _CREWS)
    return evolve(noun, of="people", last=noun.last + 2) if plural and is_person(_one(other)) else noun


def _one(token: Token) -> str:
    """ "Crew" and "staff" are of many; the people in them are members."""
    return "member" if token.lower in _CREWS else token.lemma.lower()


_CREWS = frozenset({"crew", "staff", "personnel"})


def _is_age_limit(line: Line, found: Phrase) -> bool:
    """ "children under five", "people over 65": people, a bound and nothing behind the number."""
    before = line.token(found.first - 1) if found.first else None
    number = found.low if found.low is not None else found.high
    if found.hedge not in ("more_than", "less_than", "at_least") or before is None or not is_person(before.lemma):
        return False
    bare = found.amount.kind == "count" and found.amount.unit is None and number is not None and number <= 110
    return (
        bare
        and line.lower(found.first) in ("under", "over", "below", "above", "younger", "older")
        and _noun(line, found.last, found) is None
    )


def _more(line: Line, found: Phrase) -> Counted:
    """ "2.5 million more": a number that adds to another, its noun left out."""
    word = line.lower(found.last)
    return Counted(found.last, modifiers=(word,) if word in ADDING else ())


def _noun(line: Line, at: int, found: Phrase) -> Counted | None:
    """The noun phrase at piece ``at``: "people", "US citizens", "of the 21 passengers", "-member"."""
    if line.lower(at) == "-" and line.glued(at) and line.glued(at + 1):
        return _joined_noun(line, at + 1)
    total, start = None, at
    if line.matches(at, ("out", "of")):
        start, total = after_of(line, at + 2)
        if total is None:
            return None
    elif line.lower(at) == "of":
        start, total = after_of(line, at + 1)
        if start == at + 1 and found.amount.form in ("digits", "words") and not found.amount.round and total is None:
            return None
    elif found.kind == "share":
        start, _ = after_of(line, at)
    tokens = line.sentence.tokens
    first = line.token_index(start) if start < len(line.pieces) else len(tokens)
    run = noun_run(tokens, first, (_is_plural(found) or start > at) and found.kind != "share")
    if not run:
        return Counted(at, share_of=total) if total is not None else None
    head = tokens[run[-1]]
    modifiers = tuple(
        modifier_of(tokens[n])
        for n in run[:-1]
        if tokens[n].pos in ("NOUN", "PROPN", "ADJ", "VERB", "ORD") or tokens[n].lower in ADDING
    )
    return _with_contents(line, Counted(line.after(head), lemma_of(head), modifiers, share_of=total))


def _with_contents(line: Line, noun: Counted) -> Counted:
    """ "14 bags of blood" are blood bags."""
    if noun.of not in words("measuring", "containers") or line.lower(noun.last) != "of":
        return noun
    tokens = line.sentence.tokens
    run = noun_run(tokens, token_at(line, noun.last + 1), False)
    if not run or any(tokens[n].pos not in ("NOUN", "ADJ") for n in run):
        return noun
    held = tuple(modifier_of(tokens[n]) for n in run)
    return evolve(noun, last=line.after(tokens[run[-1]]), modifiers=(*held, *noun.modifiers))


def _joined_noun(line: Line, at: int) -> Counted | None:
    """ "12-member crew", "two-stage rocket"."""
    if at >= len(line.pieces) or line.pieces[at].kind != "word":
        return None
    word = line.lower(at)
    if word == "strong":
        tokens = line.sentence.tokens
        run = noun_run(tokens, token_at(line, at + 1), False)
        return Counted(at + 1, lemma_of(tokens[run[-1]])) if run else None
    return Counted(at + 1, word) if len(word) > 2 else None


def _is_plural(found: Phrase) -> bool:
    return not (found.amount.low == found.amount.high == 1 or found.amount.form == "fraction")


def _with_divisor(line: Line, noun: Counted) -> Counted:
    """ "12 flights a day", "300 cases per 100,000 people"."""
    divisor = rate(line, noun.last, measured=False)
    return noun if divisor is None else evolve(noun, per=divisor[0], last=divisor[1])


def _on_board(line: Line, noun: Counted) -> Counted:
    """ "12 people on board", "the 21 aboard"."""
    for form in (("on", "board"), ("aboard",), ("onboard",)):
        if line.matches(noun.last, form):
            return evolve(noun, last=noun.last + len(form), population="people_aboard", of=noun.of or "people")
    return noun


def _is_included(line: Line, found: Phrase) -> bool:
    at = found.first - 1
    while line.lower(at) in ("the", "all", "just", "only"):
        at -= 1
    return line.lower(at) in ("including", "includes", "included", "include") or any(
        line.matches(at - 1, f) for f in (("of", "whom"), ("among", "them"), ("of", "them"))
    )


def _from_before(line: Line, found: Phrase) -> Counted | None:
    """The counted noun stands in front: "a crew of 12", "the death toll rose to 12", "the number of injured passed 40"."""
    at = line.token_index(found.first)
    tokens = line.sentence.tokens
    if at >= 2 and tokens[at - 1].lower == "of" and tokens[at - 2].pos == "NOUN":
        noun = tokens[at - 2].lemma
        return Counted(found.last, "dead" if noun == "toll" else noun) if noun in cues("groups") else None
    for n in range(at - 1, max(-1, at - _MAX_TOLL_TOKENS), -1):
        token = tokens[n]
        if token.pos == "NUM" and n and tokens[n - 1].lower == "from":
            continue  # "rose from 10 to 12"
        if token.lower in (";", ".", "and", "but") or token.pos == "NUM":
            return _far_toll(line, at, found)
        if token.lemma == "toll" and (n == 0 or tokens[n - 1].pos in ("NOUN", "ADJ", "DET", "POS", "PROPN")):
            return Counted(found.last, "dead", population="people_dead")
        if token.lower == "of" and n and tokens[n - 1].lemma in ("number", "count", "tally", "total") and n + 1 < at:
            return _number_of(tokens, n + 1, at, found)
        if token.lemma == "crowd" and any(
            t.lemma in cues("reaching") | {"estimate"} for t in tokens[max(0, n - 3) : at]
        ):
            return Counted(found.last, "people", population="people_gathered")
    return _far_toll(line, at, found)


def _far_toll(line: Line, at: int, found: Phrase) -> Counted | None:
    """ "The death toll in the attack, in which ..., rose to 85": far in front, with a verb of reaching right before."""
    tokens = line.sentence.tokens
    near = tokens[max(0, at - 4) : at]
    if not any(t.lemma in cues("reaching") for t in near) or any(t.pos in ("NOUN", "NUM") for t in near[-2:]):
        return None
    if line.matches(line.first_toll - 1, ("death", "toll")) and line.first_toll < found.first:
        return Counted(found.last, "dead", population="people_dead")
    return None


_MAX_TOLL_TOKENS = 22


def _number_of(tokens: tuple[Token, ...], first: int, at: int, found: Phrase) -> Counted | None:
    """ "the number of confirmed dead rose to 12", "the number of people killed by the storm has risen to 19"."""
    verb = next(
        (n for n in range(first + 1, at) if tokens[n].pos in ("VERB", "AUX") and tokens[n].lower not in cues("fates")),
        None,
    )
    if verb is None and tokens[at - 1].lower not in ("at", "to"):
        return None
    verb = at - 1 if verb is None else verb
    clause = next((n for n in range(first + 1, verb) if tokens[n].lower in ("who", "whose", "that", "which")), None)
    if clause is not None and tokens[clause - 1].pos in ("NOUN", "PROPN"):
        modifiers = tuple(t.lemma for t in tokens[first : clause - 1] if t.pos in ("ADJ", "NOUN", "PROPN"))
        fate_told = owned(tokens[clause:at])
        return Counted(
            found.last, lemma_of(tokens[clause - 1]), modifiers, population=fate_told.name if fate_told else None
        )
    fate = next((n for n in range(first + 1, verb) if tokens[n].pos == "VERB" and tokens[n - 1].pos == "NOUN"), verb)
    modifiers = tuple(t.lemma for t in tokens[first : fate - 1] if t.pos in ("ADJ", "NOUN", "PROPN"))
    told = modifiers + ((tokens[fate].lower,) if fate < verb else ())
    of, population = fate_of_noun(tokens[fate - 1])
    return Counted(found.last, of or lemma_of(tokens[fate - 1]), told, population=population)
