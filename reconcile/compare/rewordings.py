"""Near copies whose few changed words cannot both be right: another number, day, name, office, a "not", a word within a quote."""

from collections.abc import Mapping, Sequence
from functools import partial

from reconcile.compare import changed_values, changed_words
from reconcile.compare.passages import Judge, Judged, Sides
from reconcile.measure.remembered import for_all
from reconcile.model.claims import Claim
from reconcile.model.copies import Change, NearCopy, Rewording
from reconcile.model.readings import Anchored, Reading

# Fewer words in common than this for each change that tells, and the passages are two entries of one list or table.
_WORDS_FOR_EACH = 7
_JUDGES: tuple[Judge, ...] = (
    changed_words.negation,
    changed_values.time,
    changed_values.quantity,
    changed_values.role,
    changed_values.name,
    changed_words.opposite,
)


def rewordings(
    copies: Sequence[NearCopy],
    readings: Sequence[Reading],
    anchored: Mapping[str, Anchored],
    claims: Mapping[str, tuple[Claim, ...]],
) -> tuple[Rewording, ...]:
    """The changes that contradict: passages that differ in one value, or in few for how much they share. ``claims`` are by report."""
    sides = Sides(readings, anchored, claims)
    found: list[Rewording] = []
    for copy in copies:
        # The claims of a report are built from its reading, dates and names: while they are the same, all that is asked for is.
        built_from = copy, claims[copy.left[0]], claims[copy.right[0]]
        found += for_all("rewordings", built_from, partial(_of_copy, copy, sides))
    return tuple(found)


def _of_copy(copy: NearCopy, sides: Sides, _: object) -> tuple[Rewording, ...]:
    judged = [j for change in copy.changes if (j := _judged(copy, change, sides)) is not None]
    if len(judged) > 1 and copy.shared < _WORDS_FOR_EACH * len(judged):
        return ()
    score = min(0.9, 0.6 + 0.02 * copy.shared)
    return tuple(
        Rewording(j.kind, (copy.left[0], j.left), (copy.right[0], j.right), round(score * j.score, 3), j.reason)
        for j in judged
        if j.score > 0
    )


def _judged(copy: NearCopy, change: Change, sides: Sides) -> Judged | None:
    left, right = sides.of(copy.left, change.left, change.at[0]), sides.of(copy.right, change.right, change.at[1])
    if copy.quoted and left.speakers and right.speakers and not left.speakers & right.speakers:
        return None  # who said it is another question
    judges = (*_JUDGES, changed_words.drift) if copy.quoted else _JUDGES
    found = next((found for judge in judges if (found := judge(left, right)) is not None), None)
    return None if found is not None and _is_of_other_words(copy, change, found) else found


def _is_of_other_words(copy: NearCopy, change: Change, found: Judged) -> bool:
    """Whether a "not" stands by words that are changed too: "had been warned" does not deny "had not been asked"."""
    if found.reason.code != "stance.polarity":
        return False
    others = (c for c in copy.changes if c is not change)
    return any(
        words is not None and words.overlaps(seen)
        for c in others
        for words, seen in ((c.left, found.left), (c.right, found.right))
    )
