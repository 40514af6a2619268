"""What a number counts: the noun behind it, or the death toll, the crew, the verb in front of it."""

from attrs import frozen

from reconcile.extract.quantities_phrases import Phrase
from reconcile.extract.quantities_pieces import Line


@frozen
class Counted:
    """Pieces ``first`` (None: as the phrase) to ``last`` (excluded) of the whole mention, and what it says of the counted."""

    last: int
    first: int | None = None
    of: str | None = None
    modifiers: tuple[str, ...] = ()
    kind: str | None = None
    per: str | None = None
    dimension: str | None = None
    population: str | None = None
    event: str | None = None
    share_of: float | None = None


def counted(line: Line, found: Phrase) -> Counted:
    """The counted noun of ``found``."""
    if found.amount.unit is not None:
        return Counted(found.last)
    at = found.last
    while line.lower(at) in ("-",) and line.glued(at):
        at += 1
    if line.lower(at) == "of":
        at += 1
    modifiers = []
    head = None
    while at < len(line.pieces) and at < found.last + 6 and line.pieces[at].kind == "word":
        token = line.token(at)
        if token is None or token.pos not in ("NOUN", "ADJ", "PROPN", "DET"):
            break
        if token.pos == "DET" and line.lower(found.last) != "of":
            break
        if head is not None:
            modifiers.append(head.lemma)
        head = token
        at += 1
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return Counted(found.last)
    return Counted(at, None, head.lemma, tuple(modifiers))
