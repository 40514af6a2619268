"""Ages in apposition and in lists: "Anna Berg, 43, was hurt", "the singer, 67", "two men aged 24 and 31"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reconcile.extract.entities_given import given_names
from reconcile.extract.quantities_cardinals import values
from reconcile.lexicon.load import words
from reconcile.measure.humans import is_human
from reconcile.model.documents import Document, Sentence, Token
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue

_OLDEST = 115
_AGE = re.compile(r"[1-9]\d{0,2}")


def apposed_ages(document: Document) -> Iterator[Mention[QuantityValue]]:
    """A bare number between commas (or before the sentence's end) right after a name or a person's noun."""
    for sentence in document.sentences:
        yield from _in_sentence(document, sentence)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Mention[QuantityValue]]:
    tokens = sentence.tokens
    for at in range(2, len(tokens)):
        token, after = tokens[at], tokens[at + 1].text if at + 1 < len(tokens) else "."
        bracketed = tokens[at - 1].text == "(" and after == ")"
        if not (bracketed or tokens[at - 1].text == ","):
            continue
        number = _number(token)
        if number is None or number > _OLDEST:
            continue
        before = tokens[at - 3] if at > 2 and _is_initial(tokens, at - 2) else tokens[at - 2]
        is_person = before.text in given_names() or _is_full_name(tokens, at - 2)
        if not _AGE.fullmatch(token.text) and not (after == "," and is_person):
            continue  # "Tom, eight, survived", but "in Paris, eight, in Rome, two"
        closes = (
            bracketed or after in (",", ".", ";", ")") or (after in ("of", "from", "who") and before.pos == "PROPN")
        )
        is_named = before.pos == "PROPN" and before.text[:1].isupper()
        is_called = before.pos == "NOUN" and before.tag != "NN2" and is_human(before.lemma.lower())
        if bracketed and not (is_named and _is_full_name(tokens, at - 2)):
            continue
        if closes and (is_named or is_called) and not _in_list(document, sentence, at):
            value = QuantityValue(number, number, "year", kind="age")
            yield Mention(document.report.id, sentence.index, token.span, token.text, value, "quantities_ages.apposed")


def _number(token: Token) -> float | None:
    """A whole number in digits, or a number word above one."""
    if _AGE.fullmatch(token.text):
        return float(token.text)
    value = values("cardinals").get(token.lower)
    return value if value is not None and value >= _YOUNGEST else None


def _is_initial(tokens: Sequence[Token], stop: int) -> bool:
    """ "Yassin E., 21": the point of a name's last letter."""
    return tokens[stop].text == "." and len(tokens[stop - 1].text) == 1 and tokens[stop - 1].text.isupper()


def listed_ages(document: Document) -> Iterator[Mention[QuantityValue]]:
    """The further ages of a list: "two men aged 24 and 31", "boys aged six, nine and 12"."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        for at in (n for n, t in enumerate(tokens) if t.lower == "aged"):
            numbers = list(takewhile(lambda t: t.lower in _JOINERS or t.pos == "NUM", tokens[at + 1 :]))
            after = tokens[at + 1 + len(numbers)] if at + 1 + len(numbers) < len(tokens) else None
            ends_list = after is None or after.pos not in ("NOUN", "PROPN") or after.lower.startswith("year")
            for token in numbers[1:] if ends_list else ():
                value = float(token.text) if _AGE.fullmatch(token.text) else values("cardinals").get(token.lower)
                if value is not None and value <= _OLDEST:
                    age = QuantityValue(value, value, "year", kind="age")
                    yield Mention(
                        document.report.id, sentence.index, token.span, token.text, age, "quantities_ages.listed"
                    )


def told_ages(document: Document) -> Iterator[Mention[QuantityValue]]:
    """ "He was 66.", "the boy is five", "Anna Berg, who was nine,", "a boy of 11": a bare number that is told of one person."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        for at in range(1, len(tokens) - 1):
            told = _is_told_with_be(tokens, at) or _is_told_with_of(tokens, at)
            value = _number(tokens[at + 1]) if told else None
            if value is not None and _YOUNGEST <= value <= _OLDEST:
                age, number = QuantityValue(value, value, "year", kind="age"), tokens[at + 1]
                yield Mention(document.report.id, sentence.index, number.span, number.text, age, "quantities_ages.told")


def _is_told_with_be(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 2].lower if at + 2 < len(tokens) else "."
    if tokens[at].lower not in ("was", "is", "'s", "\u2019s") or after not in _CLOSERS:
        return False
    if tokens[at - 1].lower != "who":
        return _is_a_person(tokens, at - 1)
    named = at - 3 if at > 2 and tokens[at - 2].text == "," else at - 2
    return named >= 0 and (tokens[named].pos == "PROPN" or _is_a_person(tokens, named))


def _is_told_with_of(tokens: Sequence[Token], at: int) -> bool:
    """ "A boy of 11 died", not "a member of 12 committees", "a man of 20 trades"."""
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    noun = tokens[at - 1]
    if tokens[at].lower != "of" or noun.tag != "NN1" or noun.lemma.lower() in words("quantities_context", "groups"):
        return False
    if not is_human(noun.lemma.lower()):
        return False
    if after is not None and after.pos not in ("VERB", "AUX", "PUNCT", "PREP", "PRON", "CONJ"):
        return False
    return any(t.lower in _ONE for t in tokens[max(0, at - _REACH) : at - 1])


_ONE = frozenset({"a", "an", "another", "the"})
_REACH = 5
_YOUNGEST = 2  # "she was one." of many
_CLOSERS = frozenset({".", ",", ";", ")", "!", "\u201d", '"', "\u2014", "\u2013", "when", "at", "and", "or", "but"})


def _is_a_person(tokens: Sequence[Token], last: int) -> bool:
    """Whether he, she, a given name, a full name, or a noun for one person ends there."""
    token = tokens[last]
    if token.lower in ("he", "she"):
        return True
    if token.pos == "NOUN":
        return token.tag != "NN2" and is_human(token.lemma.lower())
    return token.text[:1].isupper() and (token.text in given_names() or _is_full_name(tokens, last))


_JOINERS = frozenset({",", "and", "&"})


def _is_full_name(tokens: Sequence[Token], last: int) -> bool:
    """ "Ingrid Solvang (36)": two words of a name, the first of them a given name; "Dutch (12)" may count seats."""
    first = tokens[last - 1] if last else None
    return first is not None and first.text[:1].isupper() and first.text in given_names()


def _in_list(document: Document, sentence: Sentence, at: int) -> bool:
    """ "May 3, 4, 5", "Arsenal 2, 3": numbers among numbers, and dates."""
    near = sentence.tokens[max(0, at - 4) : at] + sentence.tokens[at + 1 : at + 4]
    months = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
    return any(
        t.pos == "NUM" or t.lower in months or t.lower.rstrip(".") in {m[:3] for m in months}
        for t in near
        if t.text != ","
    )
