"""Changed words that turn what is said: a "not" more, the opposite, another word within a quote."""

from collections.abc import Sequence

from reconcile.compare import names
from reconcile.compare.passages import Judged, Side
from reconcile.compare.sides import FITTING
from reconcile.lexicon.load import word_list, words
from reconcile.measure.events import exclusive
from reconcile.model.documents import Token
from reconcile.model.entities import EntityValue
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span

_LONGEST = 2
_LEAST_KEPT = 2


def negation(left: Side, right: Side) -> Judged | None:
    """One passage has a "not" more, and no other word."""
    bare = [[t.lemma for t in s.changed if t.pos != "AUX" and not _negates(t)] for s in (left, right)]
    signs = [any(_negates(t) for t in s.changed) for s in (left, right)]
    if signs[0] == signs[1] or bare[0] != bare[1] or any(_is_idle(s) for s in (left, right)):
        return None
    reason = Reason.of("stance.polarity", left=-1 if signs[0] else 1, right=-1 if signs[1] else 1)
    return Judged("polarity", _around(left), _around(right), 1.0, reason)


def _negates(token: Token) -> bool:
    return token.pos == "NEG" or token.lower in words("stance", "negation")


def _is_idle(side: Side) -> bool:
    """ "Not only", "not just": a negator that negates nothing."""
    first = next((i for i, t in enumerate(side.tokens) if _negates(t) and t in side.changed), None)
    if first is None:
        return False
    text = " ".join(t.lower for t in side.tokens[first : first + 3])
    return any(f"{text} ".startswith(f"{phrase} ") for phrase in words("stance", "no_negation", "phrases"))


def _around(side: Side) -> Span:
    """The changed words with the word before and two after, so that there is something to see where nothing stands."""
    at = next((i for i, t in enumerate(side.tokens) if t.span.end > side.at), len(side.tokens) - 1)
    last = max((i for i, t in enumerate(side.tokens) if t in side.changed), default=at)
    return side.tokens[max(0, at - 1)].span.join(side.tokens[min(len(side.tokens) - 1, last + 2)].span)


def opposite(left: Side, right: Side) -> Judged | None:
    """Two words that cannot both describe one thing: "rose" and "fell"."""
    if len(left.changed) != 1 or len(right.changed) != 1:
        return None
    a, b = left.changed[0], right.changed[0]
    group = exclusive(a.lemma.lower(), b.lemma.lower()) or exclusive(a.lower, b.lower)
    if group is None:
        return None
    return Judged("polarity", a.span, b.span, 1.0, Reason.of("stance.exclusive", group=group))


def drift(left: Side, right: Side) -> Judged | None:
    """Words in quotation marks are the speaker's own: one of the two reports changed them."""
    a, b = _content(left.changed), _content(right.changed)
    if not 0 < len(a) <= _LONGEST or not 0 < len(b) <= _LONGEST or a[-1].pos != b[-1].pos or _written_alike(a, b):
        return None
    kept = {t.lemma for t in _content(left.tokens)} & {t.lemma for t in _content(right.tokens)}
    if len(kept) < (1 if left.speakers & right.speakers else _LEAST_KEPT):
        return None  # "It is better" and "It is late" are no two versions of one sentence
    spans = [t[0].span.join(t[-1].span) for t in (a, b)]
    reason = Reason.of("quote.drift", left=" ".join(t.text for t in a), right=" ".join(t.text for t in b))
    return Judged("lexical", spans[0], spans[1], 0.9, reason)


def _content(tokens: Sequence[Token]) -> list[Token]:
    light = word_list("light_words")
    return [t for t in tokens if t.pos in ("NOUN", "VERB", "ADJ", "PROPN") and t.lemma not in light]


def _written_alike(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Two ways to write one word: organise/organize, per cent/percent, U.S./US, a misprint."""
    one, other = ("".join(t.lower for t in side) for side in (a, b))
    return [t.lemma for t in a] == [t.lemma for t in b] or names.compare(
        EntityValue("other", one), EntityValue("other", other)
    )[0] in FITTING
