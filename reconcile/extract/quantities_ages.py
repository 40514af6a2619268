"""Ages in apposition: "Anna Berg, 43, was hurt", "the singer, 67"."""

import re
from collections.abc import Iterator

from reconcile.model.documents import Document, Sentence
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
        if not _AGE.fullmatch(token.text) or int(token.text) > _OLDEST or tokens[at - 1].text != ",":
            continue
        before = tokens[at - 2]
        closes = after in (",", ".", ";", ")") or (after in ("of", "from", "who") and before.pos == "PROPN")
        if closes and before.pos == "PROPN" and before.text[:1].isupper() and not _in_list(document, sentence, at):
            value = QuantityValue(float(token.text), float(token.text), "year", kind="age")
            yield Mention(document.report.id, sentence.index, token.span, token.text, value, "quantities_ages.apposed")


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
