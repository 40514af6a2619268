"""What is measured and of what: depths of wells, prices of deals, ages of people."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from reconcile.extract.quantities_nouns import Counted, after_of, lemma_of, noun_run, token_at
from reconcile.extract.quantities_pieces import Line, cues
from reconcile.extract.quantities_ranges import Phrase
from reconcile.extract.quantities_verbs import governing, subject_verb
from reconcile.lexicon.load import table, words
from reconcile.measure.populations import is_person
from reconcile.measure.units import dimension_of, units
from reconcile.model.documents import Token


def aged_noun(line: Line, found: Phrase) -> Counted:
    """ "a 72-year-old fisherman": the one who is aged."""
    event = None
    tokens = line.sentence.tokens
    first = token_at(line, found.last)
    run = noun_run(tokens, first, False) if first < len(tokens) and found.amount.hyphen else []
    of = lemma_of(tokens[run[-1]]) if run else None
    return Counted(found.last, of, event=event)


def age_after_name(line: Line, found: Phrase) -> str | None:
    """ "Naito, 77, said": the name in front of a bare number between commas or in brackets."""
    at = found.first
    opening, closing = line.lower(at - 1), line.lower(found.last)
    number = found.low or 0.0
    if at < 2 or found.hedge is not None or not 0 < number <= _OLDEST or number % 1:
        return None
    if found.amount.form in ("digits", "words") and (noun := _aged_person(line, found)) is not None:
        return noun
    if found.amount.form != "digits" and not _is_full_name(line, at - 2):
        return None
    enclosed = closing == ")" if opening == "(" else opening == "," and closing in _AGE_ENDS
    before = line.token(at - 2)
    named = before is not None and before.text[:1].isupper() and line.pieces[at - 2].kind == "word"
    if not enclosed or before is None or not named or before.lower in cues("calendar"):
        return None
    sure = before.pos == "PROPN" or (
        before.pos in ("NOUN", "ADJ", "X") and (closing in (",", ")") or _is_full_name(line, at - 2, sure=False))
    )
    return before.text if sure else None


def _is_full_name(line: Line, last: int, *, sure: bool = True) -> bool:
    """Two names in a row: "Alfie Mears, six," is as old as that; where not ``sure`` the second may be a noun too ("Bone")."""
    first, second = line.token(last - 1), line.token(last)
    if (
        first is None
        or second is None
        or first.pos != "PROPN"
        or not (first.text[:1].isupper() and second.text[:1].isupper())
    ):
        return False
    return second.pos == "PROPN" or not sure


def _aged_person(line: Line, found: Phrase) -> str | None:
    """ "The boy, eight, was unhurt", "the driver, 34,": one person's noun, and the number between commas."""
    at, before = found.first, line.token(found.first - 2)
    enclosed = line.lower(at - 1) == "," and line.lower(found.last) in (",", ")") and found.last == found.number + 1
    if not enclosed or before is None or before.tag != "NN1" or not is_person(before.lemma):
        return None
    return before.lemma if any(line.lower(n) in _ARTICLES for n in range(max(0, at - 6), at - 2)) else None


_OLDEST = 110
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their"})
_AGE_ENDS = (",", ".", ";", "", "and", "of", "from")


def measured_noun(line: Line, found: Phrase) -> Counted:
    """Of a measure: what is measured ("depth") and of what ("a 40-metre-deep well", "25 tonnes of rice", "a $1.2bn deal")."""
    last, dimension = _dimension_after(line, found)
    dimension = dimension or _dimension_before(line, found)
    if dimension in (None, "distance"):
        dimension = _dimension_told(line, found, last) or dimension
    tokens = line.sentence.tokens
    of, modifiers = None, ()
    if dimension == "distance" and last > found.last:
        pass
    elif line.lower(last) == "of" or line.matches(last, ("worth", "of")):
        start, _ = after_of(line, last + 1 + (line.lower(last) == "worth"))
        run = noun_run(tokens, token_at(line, start), False)
        of = lemma_of(tokens[run[-1]]) if run else None
    elif found.amount.kind == "money" and line.lower(last) == "in" and line.lower(last + 1) in cues("money_in"):
        of = lemma_of(tokens[token_at(line, last + 1)])
    elif found.amount.kind == "money" or last > found.last or _is_attributive(line, found):
        run = noun_run(tokens, token_at(line, last), False)
        of = lemma_of(tokens[run[-1]]) if run and _is_measured(tokens, run) else None
    _, event = governing(line, found.first)
    if event is None and found.kind == "percent":
        verb = subject_verb(line, last)
        event = verb[1] if verb else None
    named = table("quantities_context")["dimensions"]["nouns"]
    if of is not None and isinstance(named, dict) and of in named and _is_measured_in(named[of], found):
        dimension = dimension or named[of]
        of = of if found.amount.kind == "money" else None
    return Counted(last, of, modifiers, None, None, None, dimension, None, event)


def _dimension_told(line: Line, found: Phrase, last: int) -> str | None:
    """ "The missile flew 620 km", "six years in prison", "winds of up to 130 km/h": by the verb, or a noun near it."""
    unit = "speed" if found.amount.kind == "speed" else dimension_of(found.amount.unit)
    named = _told_dimensions().get(unit or "", ())
    if not named:
        return None
    tokens = line.sentence.tokens
    first, end = line.token_index(found.first), token_at(line, last)
    verb = next((t for t in reversed(tokens[max(0, first - _NEAR_VERB) : first]) if t.pos == "VERB"), None)
    near = {t.lower for t in tokens[end : end + _NEAR_NOUN]}
    near |= {
        tokens[n].lower
        for n in range(max(0, first - _NEAR_NOUN), first)
        if unit != "duration" or not _is_whereabouts(tokens, n)
    }
    if verb is not None and verb.lemma in words("measuring", "reaching"):
        near |= _subject_words(tokens, tokens.index(verb))
    for name, verbs, nouns, alone in named:
        told = verb is not None and verb.lemma in verbs and (not alone or _stand_alone(tokens, first, end, found))
        if told or near & nouns:
            return name
    return None


def _stand_alone(tokens: Sequence[Token], first: int, end: int, found: Phrase) -> bool:
    """ "Was given 12 years", "received 15 years for fraud": years right behind the verb, and nothing that they are of or for."""
    if found.amount.unit != "year" or tokens[first - 1].pos != "VERB":
        return False
    behind = tokens[end] if end < len(tokens) else None
    return behind is None or behind.pos == "PUNCT" or behind.lower in ("for", "and", "while", "but", "after")


def _is_whereabouts(tokens: Sequence[Token], at: int) -> bool:
    """ "Its contract at this category B prison has five years to go": the noun says where, and not what is measured."""
    before = tokens[max(0, at - _NEAR_NOUN) : at]
    return any(t.lower in ("at", "in", "from", "near", "outside", "inside") for t in before)


def _subject_words(tokens: Sequence[Token], verb: int) -> set[str]:
    """The words before a verb up to the last mark: "wind at the weather station reached 110 km/h"."""
    start = max((n for n in range(verb) if tokens[n].pos == "PUNCT"), default=-1) + 1
    return {t.lower for t in tokens[max(start, verb - _LONGEST_SUBJECT) : verb]}


_NEAR_VERB, _NEAR_NOUN = 6, 4
_LONGEST_SUBJECT = 10


@cache
def _told_dimensions() -> Mapping[str, tuple[tuple[str, frozenset[str], frozenset[str], bool], ...]]:
    """For each dimension of units what it may be a measure of: its name, verbs and nouns, and whether the years must stand alone."""
    found: dict[str, tuple[tuple[str, frozenset[str], frozenset[str], bool], ...]] = {}
    for entry in table("quantities_context")["told_dimensions"].values():
        if isinstance(entry, dict):
            alone = bool(entry.get("years_alone"))
            row = (str(entry["name"]), frozenset(entry["verbs"]), frozenset(entry["nouns"]), alone)
            found[str(entry["unit"])] = (*found.get(str(entry["unit"]), ()), row)
    return MappingProxyType(found)


def magnitude(line: Line, found: Phrase) -> Counted | None:
    """ "The tremor registered 6.4", "put its magnitude at 6.1": a bare number with a decimal point, of an earthquake."""
    number, amount = found.low, found.amount
    if number is None or number != found.high or number == int(number) or not 1 < number < _GREATEST_QUAKE:
        return None
    tokens = line.sentence.tokens
    at = line.token_index(found.first)
    if amount.form != "digits" or (at + 1 < len(tokens) and tokens[at + 1].pos in ("NOUN", "PROPN", "ADJ")):
        return None
    near = [t for t in tokens[max(0, at - _NEAR_VERB) : at] if t.pos != "PUNCT"]
    names = any(t.lemma in words("quantities_context", "quakes", "nouns") for t in tokens[:at])
    measures = any(t.lemma in words("quantities_context", "quakes", "verbs") for t in near)
    return Counted(found.last, None, (), "magnitude", "magnitude") if names and measures else None


_GREATEST_QUAKE = 10


def _is_attributive(line: Line, found: Phrase) -> bool:
    """ "a 40-metre well", "the 40m dry well", "a 40 minute call": a unit in the singular in front of a noun."""
    unit = line.pieces[found.amount.last - 1]
    singular = not unit.lower.endswith("s") and unit.lower != "feet"
    return found.amount.hyphen or (
        singular and found.amount.low != 1 and found.amount.kind not in ("percent", "temperature", "angle")
    )


def _is_measured(tokens: tuple[Token, ...], run: list[int]) -> bool:
    """ "a $1.2bn deal", no "sold for $1m days later": no unit of time, no adverb in between."""
    return tokens[run[-1]].lemma not in units() and all(tokens[n].pos != "ADV" for n in run)


def _dimension_after(line: Line, found: Phrase) -> tuple[int, str | None]:
    names = table("quantities_context")["dimensions"]["adjectives"]
    at = found.last + (line.lower(found.last) == "-" and line.glued(found.last))
    if not isinstance(names, dict):
        return found.last, None
    behind = _behind_brackets(line, at)
    if behind is not None and dimension_of(found.amount.unit) == "length" and line.lower(behind) in names:
        return found.last, str(names[line.lower(behind)])
    name = names.get(line.lower(at)) if at < len(line.pieces) else None
    if name is None or dimension_of(found.amount.unit) not in ("length", "mass"):
        return found.last, "weight" if found.amount.unit in ("tonne", "ton") and found.amount.hyphen else None
    return at + 1, str(name)


def _behind_brackets(line: Line, at: int) -> int | None:
    """What follows a conversion: "10km (6 miles) below the surface"."""
    if line.lower(at) != "(":
        return None
    return next(
        (n + 1 for n in range(at + 1, min(at + _LONGEST_CONVERSION, len(line.pieces) - 1)) if line.lower(n) == ")"),
        None,
    )


_LONGEST_CONVERSION = 6


def _is_measured_in(dimension: str, found: Phrase) -> bool:
    """Whether the unit fits: no height in degrees, no price in metres."""
    wanted = table("quantities_context")["dimensions"]["measured_in"]
    unit = "speed" if found.amount.kind == "speed" else dimension_of(found.amount.unit)
    if not isinstance(wanted, dict) or found.amount.kind == "percent":
        return isinstance(wanted, dict) and wanted.get(dimension) == "percent"
    return wanted.get(dimension, unit) == unit


def _dimension_before(line: Line, found: Phrase) -> str | None:
    """ "an altitude of 550 km", "weighing 77 tonnes", "a range of up to 500 miles"."""
    names = table("quantities_context")["dimensions"]["nouns"]
    tokens = line.sentence.tokens
    at = line.token_index(found.first)
    for n in range(at - 1, max(-1, at - 5), -1):
        token = tokens[n]
        if isinstance(names, dict) and (token.lemma in names or token.lower in names):
            name = str(names.get(token.lemma) or names.get(token.lower))
            return name if _is_measured_in(name, found) else None
        if token.pos not in ("PREP", "DET", "ADJ", "ADV", "AUX"):
            return None
    return None
