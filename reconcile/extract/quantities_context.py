"""Numbers that are no quantities: flight and room numbers, addresses, names, code, "one" the pronoun."""

from reconcile.extract.quantities_dates import is_clock, is_date, is_telephone, is_year
from reconcile.extract.quantities_pieces import Line, cues
from reconcile.extract.quantities_ranges import Phrase


def is_no_quantity(line: Line, found: Phrase) -> bool:
    """Whether a phrase that reads as a number is something else here."""
    amount, first = found.amount, line.pieces[found.number]
    if _is_in_name(line, found) or _is_to_the_next(line, found):
        return True
    if amount.unit is not None and _has_letter_for_unit(line, found):
        return _is_designator(line, found) or line.pieces[amount.last - 1].text == "pm"
    if amount.unit is None and amount.kind == "count" and any(rule(line, found) for rule in _BARE):
        return True
    if first.lower == "one" and amount.kind != "age" and amount.low == 1 and found.hedge is None:
        return _is_pronoun(line, found)
    if amount.form == "fraction" and first.kind == "word" and amount.kind == "count":
        return _is_no_fraction(line, found)
    if first.lower == "zero" and amount.unit is None and amount.last == found.number + 1 and len(line.pieces) > 4:
        return not _is_plural_noun(line, found.last)
    return _is_lone_ratio(line, found)


def _has_letter_for_unit(line: Line, found: Phrase) -> bool:
    """ "27L", "2 pm": a unit of one letter glued to the number, or the one that is an hour as well."""
    last = line.pieces[found.amount.last - 1]
    return (len(last.text) == 1 and last.glued) or last.text == "pm"


def _is_lone_ratio(line: Line, found: Phrase) -> bool:
    """ "21/30" in front of a caption; "3/4 of" and a lone "3/4" are shares."""
    bare = line.pieces[found.number].kind == "ratio" and found.amount.unit is None and found.hedge is None
    return bare and found.number > 0 and line.lower(found.last) != "of"


def _is_address(line: Line, found: Phrase) -> bool:
    """ "14 Elm Street"."""
    at = found.last
    while at < min(found.last + 4, len(line.pieces)) and line.pieces[at].text[:1].isupper():
        if line.lower(at) in cues("streets"):
            return at > found.last
        at += 1
    return False


def _is_code(line: Line, found: Phrase) -> bool:
    """ "x = foo[3] + bar(4, 5)": brackets glued to words, braces, assignments."""
    return line.looks_like_code


def _is_idle_compound(line: Line, found: Phrase) -> bool:
    """ "two-time champion", "three-way race", "two-faced"."""
    return (
        line.lower(found.last) == "-"
        and line.glued(found.last + 1)
        and line.lower(found.last + 1) in cues("idle_compounds")
    )


def _is_in_name(line: Line, found: Phrase) -> bool:
    """ "the Six-Day War", "the Five Eyes", "Zero Shutter Lag": capitalised number words within a sentence in small letters."""
    first, after = line.pieces[found.number], line.pieces[min(found.number + 1, len(line.pieces) - 1)]
    if (
        first.kind != "word"
        or found.number == 0
        or not first.text[0].isupper()
        or found.hedge is not None
        or first.text.isupper()
    ):
        return False
    if line.pieces[found.number - 1].kind == "mark" and line.lower(found.number - 1) not in ("-", "'s"):
        return False
    following = after if after.kind == "word" else line.pieces[min(found.number + 2, len(line.pieces) - 1)]
    if (
        found.number > 1
        and line.pieces[found.number - 1].text[:1].isupper()
        and line.pieces[found.number - 1].kind == "word"
    ):
        return any(p.text[0].islower() for p in line.pieces if p.kind == "word")
    others = [
        p
        for n, p in enumerate(line.pieces)
        if p.kind == "word" and n and not found.number <= n <= found.number + 1 + (after.kind != "word")
    ]
    small = sum(p.text[0].islower() for p in others)
    return following.text[:1].isupper() and small > 0 and small * 2 >= len(others)


def _is_to_the_next(line: Line, found: Phrase) -> bool:
    """ "from one continent to the next", "one after another"."""
    if line.lower(found.number) != "one":
        return False
    return any(
        line.matches(n, form)
        for n in (found.last, found.last + 1)
        for form in (
            ("to", "the", "next"),
            ("to", "another"),
            ("after", "another"),
            ("after", "the", "other"),
            ("or", "another"),
        )
    )


def _is_designator(line: Line, found: Phrase) -> bool:
    """ "Flight 11", "Boeing 737", "Room 12", "No. 10", "Article 5", "Windows 10"."""
    dashed = found.hedge == "range" and any(line.lower(n) in ("-", "\u2013") for n in range(found.number, found.last))
    hedged = found.hedge is not None and not dashed
    at = found.first - 1
    if hedged or found.amount.form not in ("digits", "words") or found.number != found.first or at < 0:
        return False
    before = line.lower(at)
    if before == "of" and line.pieces[at - 1].text == "Group" and at > 1:
        return not _is_plural_noun(line, found.last)
    if before == "of" and line.pieces[at - 1].kind == "number" and line.lower(at - 2) in cues("designated"):
        return True
    if before == "." and at and line.glued(at):
        return _is_numbered(line, at - 1, found.last)
    coded = before in ("is", "was") and line.lower(at - 1) in ("code", "password", "pin", "postcode")
    return before == "#" or coded or _is_named_thing(line, at, found)


def _is_numbered(line: Line, at: int, last: int) -> bool:
    """ "No. 10", "nos. 3", "fig. 4"."""
    short = line.lower(at) in ("no", "nos", "nr", "art", "sec", "fig", "vol", "ch", "pt", "op")
    return (short and line.lower(last) in (".", ",", ")", "")) or line.pieces[at].text == "No"


def _is_named_thing(line: Line, at: int, found: Phrase) -> bool:
    token = line.token(at)
    if token is None or line.pieces[at].kind != "word":
        return False
    if token.lower in cues("designated") and (token.text[:1].isupper() or not _is_noun(line, found.last)):
        return True
    shouting = token.text.isupper() and line.has_no_small_words
    proper = token.pos in ("PROPN", "NOUN") and token.text[:1].isupper() and not shouting and at > 0
    if not proper or found.amount.form != "digits" or token.lower in cues("months") | cues("weekdays"):
        return False
    return not _is_plural_noun(line, found.last) and line.lower(found.last) not in cues("fates_behind")


def _is_noun(line: Line, at: int) -> bool:
    token = line.token(at)
    return (
        token is not None
        and at < len(line.pieces)
        and line.pieces[at].kind == "word"
        and token.pos in ("NOUN", "ADJ", "PROPN")
    )


def _is_plural_noun(line: Line, at: int) -> bool:
    """Whether a noun phrase that can be counted begins here."""
    start = line.token_index(at) if at < len(line.pieces) else len(line.sentence.tokens)
    for token in line.sentence.tokens[start : start + 4]:
        if token.tag in ("NN2", "NN0"):
            return True
        if token.pos not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False


def _is_pronoun(line: Line, found: Phrase) -> bool:
    """ "one of the", "one another", "this one", "one says": no count. "One person", "one killed" are."""
    before, after = line.lower(found.first - 1), line.lower(found.last)
    if found.amount.unit is not None:
        return found.amount.unit == "day" and found.amount.kind == "duration" and after not in cues("after_one_day")
    if before in cues("before_one") or after in cues("after_one"):
        return True
    token = line.token(found.last)
    if token is None or found.last >= len(line.pieces):
        return len(line.pieces) > 2 and before not in ("minus", "negative")
    if line.pieces[found.last].kind == "mark" and after != "-":
        return not (before in ("", "and") or after in (".", "?", "!"))
    if after == "-":
        return line.lower(found.last + 1) in cues("after_one_hyphen")
    return token.pos in ("AUX", "PRON", "PREP", "CONJ", "DET", "ADV", "NEG", "TO") and not _is_casualty(
        line, found.last
    )


def _is_casualty(line: Line, at: int) -> bool:
    """ "one was killed", "one is missing"."""
    return any(line.lower(n) in cues("casualty") for n in range(at, at + 3))


def _is_fiscal(line: Line, found: Phrase) -> bool:
    """ "the third quarter of 1990", "two quarters of 2011": parts of a year."""
    before = line.token(found.first - 1) if found.first else None
    ordinal = before is not None and (before.pos == "ORD" or before.lower in ("first", "last", "this", "next", "each"))
    quarter = line.lower(found.amount.last - 1) in ("quarter", "quarters")
    year = line.pieces[found.last + 1].value if line.kind(found.last + 1) == "number" else None
    dated = line.lower(found.last) == "of" and year is not None and 1500 <= year <= 2100
    return quarter and (ordinal or dated)


def _is_no_fraction(line: Line, found: Phrase) -> bool:
    """ "a second", "a third man", "the first half", "half-time", "this quarter" are no fractions."""
    amount, text = found.amount, line.lower(found.number)
    after, before = line.lower(found.last), line.lower(found.first - 1)
    token = line.token(found.last)
    noun = (
        token is not None
        and found.last < len(line.pieces)
        and token.pos in ("NOUN", "PROPN", "ADJ")
        and line.pieces[found.last].kind == "word"
    )
    if text == "half":
        if before in (
            "first",
            "second",
            "other",
            "better",
            "latter",
            "former",
            "final",
            "opening",
            "last",
            "next",
            "the",
            "this",
            "early",
            "late",
            "and",
            "-",
            "top",
            "bottom",
            "each",
        ):
            return (after != "of" and not found.hedge) or before in ("first", "second", "latter", "former")
        return not (
            after in ("of", "the", "its", "their", "his", "her", "our", "a", "an", "were", "are", "have", "had")
            or (token is not None and token.tag == "NN2")
            or found.hedge
            or amount.unit
            or len(line.pieces) <= 3
            or after in (".", ",")
        )
    if amount.unit is None and _is_fiscal(line, found):
        return True
    if amount.unit is not None or found.hedge is not None or after == "of":
        return False
    if after == "-" and line.glued(found.last):
        return True
    if text in ("a", "an", "one"):
        return (
            noun
            or before in ("the", "in", "for", "on")
            or (
                text != "one"
                and line.lower(found.number + 1) in ("second", "quarter", "half")
                and after not in (".", "?", "!", "")
            )
        )
    if text == "quarter":
        return True
    return noun and line.lower(found.last - 1) == "quarters"


# What a bare number may be instead, cheapest first.
_BARE = (_is_code, _is_idle_compound, is_year, is_date, is_clock, _is_designator, is_telephone, _is_address)
