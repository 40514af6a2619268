"""Numbers of a part: "fourteen of them", "four more people", "five of them seriously hurt", "nobody at the campsite"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claims.clauses import Clause
from reconcile.claims.drafts import Materials, slot
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.measure.populations import is_person
from reconcile.model.claims import Slot
from reconcile.model.documents import Document, Sentence
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue

_COPULAS = frozenset({"were", "was", "are", "is", "been"})
_NOBODY = frozenset({"nobody", "none", "one"})  # "no one"
_PLACED = frozenset({"at", "in", "on", "aboard", "inside", "from", "among"})


def parts(
    document: Document,
    sentence: Sentence,
    found: Sequence[Clause],
    home: int | None,
    mention: Mention[QuantityValue],
    materials: Materials,
) -> Iterator[Slot]:
    """A slot "part" for each word that makes the number one of a part; its head tells which. ``home`` is the number of its clause."""
    inside = [t.lower for t in sentence.tokens if t.span.overlaps(mention.span)]
    after = [t.lower for t in sentence.tokens if t.span.start >= mention.span.end]
    heads = [*_by_words(inside, after)]
    if (
        not heads
        and len(inside) == 1
        and mention.value.kind == "count"
        and _follows_a_part(sentence, mention, materials)
    ):
        heads.append("other")
    if after[:1] == ["in"] and set(after[1:2]) & words("measuring", "payments") and _is_price(sentence, mention):
        heads.append(after[1])
    if set(after[:1]) & words("measuring", "gaps") and after[1:2] != ["bars"] and not is_person(mention.value.of):
        heads.append(after[0])
    heads += _limited(sentence, mention)
    if _adds_to_what_was_told(sentence, found, home, mention, materials):
        heads.append("more")
    for head in heads if inside else ():
        yield slot(document, "part", mention.span, head)


def _limited(sentence: Sentence, mention: Mention[QuantityValue]) -> Iterator[str]:
    """ "The first three patients" are some of them; of what a quake's aftershocks measured the quake's own strength is no part."""
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start]
    if mention.value.kind == "count" and before and before[-1].lower in words("measuring", "sections"):
        yield before[-1].lower
    if mention.value.kind == "magnitude":
        quakes = [t.lemma.lower() for t in before if t.lemma.lower() in words("measuring", "shocks")]
        if quakes and quakes[-1] in ("aftershock", "foreshock"):
            yield quakes[-1]


def _is_price(sentence: Sentence, mention: Mention[QuantityValue]) -> bool:
    """Whether a sum is what something is paid for with: "$60 a share in cash", not "got away with £900,000 in cash"."""
    return mention.value.per is not None or any(t.lemma in words("measuring", "prices") for t in sentence.tokens)


def _follows_a_part(sentence: Sentence, mention: Mention[QuantityValue], materials: Materials) -> bool:
    """ "Two of them were killed on impact, one died on the way": a bare number after one of a part is of the same whole."""
    told = [q for q in materials.quantities if q.span.end <= mention.span.start]
    if not told or (mention.value.of not in (None, "people", told[-1].value.of)):
        return False
    inside = [t.lower for t in sentence.tokens if t.span.overlaps(told[-1].span)]
    after = [t.lower for t in sentence.tokens if t.span.start >= told[-1].span.end]
    return "of" in _by_words(inside, after)


def _by_words(inside: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """What the words of a number and those behind it tell of a part."""
    wholes, grades = words("measuring", "wholes"), words("measuring", "grades")
    if (after[:1] == ["of"] and set(after[1:2]) & wholes) or any(
        a == "of" and b in wholes for a, b in pairwise(inside)
    ):
        yield "of"
    if grades & {*inside, *after[:1]} or (set(after[:1]) & _COPULAS and grades & set(after[1:3])):
        yield "grade"
    if set(inside[-1:]) & _NOBODY and set(after[:1]) & _PLACED:
        yield after[0]
    if inside[:1] == ["one"] and "another" in after:
        yield "other"


_BESIDE_THE_DEAD = frozenset({"people_injured", "people_missing", "people_hospitalized"})


def _adds_to_what_was_told(
    sentence: Sentence,
    found: Sequence[Clause],
    home: int | None,
    mention: Mention[QuantityValue],
    materials: Materials,
) -> bool:
    """ "Four more people died": they are counted beside those told of before; "one was killed and 17 more hurt" counts all the hurt."""
    tokens = sentence.tokens
    own = [i for i, t in enumerate(tokens) if t.span.overlaps(mention.span)]
    fates = [q.value.population for q in materials.quantities if q.span.end <= mention.span.start]
    if (
        own and own[0] and tokens[own[0] - 1].lower == "another"
    ):  # "another 370 evacuees"; "another 31 were hurt", beside the dead
        return mention.value.population not in _BESIDE_THE_DEAD or mention.value.population in fates
    near = [t.lower for t in tokens[own[0] : own[-1] + 3]] if own else []
    bounds = any((a == "more" and b == "than") or (a == "or" and b == "more") for a, b in pairwise(near))
    if bounds or not set(near[: len(own) + 1]) & words("measuring", "adding"):
        return False
    if any(f is not None and f != mention.value.population for f in fates):
        return False
    verbs = [event_classes(tokens[c.verb.head].lemma.lower(), "VERB") for c in found[: home or 0]]
    fate = event_classes(tokens[found[home].verb.head].lemma.lower(), "VERB") if home is not None else ()
    return not any(v and not set(v) & set(fate) for v in verbs)
