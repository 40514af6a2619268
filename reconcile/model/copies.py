"""Passages of two reports that are the same but for few words, and what stands differently in them."""

from attrs import frozen

from reconcile.model.reasons import Reason
from reconcile.model.spans import Span


@frozen
class Change:
    """Words of one passage in the place of other words of its near copy: clean spans; None where the words are left out.

    ``at`` is the clean offset on each side where the change stands, for a side that lacks the words.
    """

    left: Span | None
    right: Span | None
    at: tuple[int, int]


@frozen
class NearCopy:
    """Two passages (report id, sentence index) with ``shared`` words in common, in one order, and all the ``changes`` between them.

    ``quoted``: the passages are quoted words rather than whole sentences.
    """

    left: tuple[str, int]
    right: tuple[str, int]
    shared: int
    changes: tuple[Change, ...]
    quoted: bool = False


@frozen
class Rewording:
    """A change after which two passages cannot both be right: ``kind`` of contradiction, the values' spans (clean) and why."""

    kind: str
    left: tuple[str, Span]
    right: tuple[str, Span]
    score: float
    reason: Reason
