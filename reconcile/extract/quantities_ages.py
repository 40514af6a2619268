"""Ages in apposition and in lists: "Anna Berg, 43, was hurt", "the singer, 67", "two men aged 24 and 31"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reconcile.extract.quantities_cardinals import values
from reconcile.lexicon.load import word_list
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
        if not _AGE.fullmatch(token.text) or int(token.text) > _OLDEST or not (bracketed or tokens[at - 1].text == ","):
            continue
        before = tokens[at - 2]
        closes = (
            bracketed or after in (",", ".", ";", ")") or (after in ("of", "from", "who") and before.pos == "PROPN")
        )
        is_named = before.pos == "PROPN" and before.text[:1].isupper()
        is_called = before.pos == "NOUN" and before.tag != "NN2" and is_human(before.lemma.lower())
        if bracketed and not (is_named and _is_full_name(tokens, at - 2)):
            continue
        if closes and (is_named or is_called) and not _in_list(document, sentence, at):
            value = QuantityValue(float(token.text), float(token.text), "year", kind="age")
            yield Mention(document.report.id, sentence.index, token.span, token.text, value, "quantities_ages.apposed")


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


_JOINERS = frozenset({",", "and", "&"})


def _is_full_name(tokens: Sequence[Token], last: int) -> bool:
    """ "Ingrid Solvang (36)": two words of a name, the first of them a given name; "Dutch (12)" may count seats."""
    first = tokens[last - 1] if last else None
    return first is not None and first.text[:1].isupper() and first.lower in word_list("given_names")


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
