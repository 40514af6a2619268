"""An attribute that one report calls unknown, and the passages of other reports that tell it."""

from collections.abc import Iterator, Mapping, Sequence

from reconcile.align.features import Profile
from reconcile.lexicon.load import table
from reconcile.model.claims import Claim, Link
from reconcile.model.reasons import Reason

_MOST_ANSWERS = 3
_SURE = 0.75


def question_links(questions: Sequence[Profile], events: Sequence[Profile]) -> Iterator[Link]:
    """Links from each question to the best answers of other reports; both must be about the same thing."""
    for question in questions:
        entry = {k: v for k, v in table("questions_open")[question.claim.predicate].items() if isinstance(v, list)}
        ranked = [
            (-fit, event.claim.id)
            for event in events
            if event.claim.report_id != question.claim.report_id and (fit := _fit(question, event, entry)) > 0
        ]
        for fit, answer in sorted(ranked)[:_MOST_ANSWERS]:
            reason = Reason.of("align.answers", attribute=question.claim.predicate)
            yield Link(question.claim.id, answer, min(1.0, _SURE - 0.05 * fit), (reason,))


def _fit(question: Profile, event: Profile, entry: Mapping[str, Sequence[str]]) -> float:
    """How well an event claim answers: it must tell the attribute and share what the question is of."""
    claim = event.claim
    if claim.stance.certainty == "unknown":
        return 0.0
    if entry["preps"]:
        telling = _answering_slot(claim, entry) and bool(event.entities & question.around or event.entities & question.entities)
    else:
        telling = bool(event.classes & set(entry["classes"]) or set(claim.words) & set(entry["words"]))
    if not telling:
        return 0.0
    shared = {w for w in claim.words if w in question.words} - set(entry["nouns"])
    return float(len(shared)) + 2.0 * bool(event.entities & (question.entities | question.around))


def _answering_slot(claim: Claim, entry: Mapping[str, Sequence[str]]) -> bool:
    return any(s.prep in entry["preps"] for s in claim.slots if s.name in ("oblique", "place", "origin"))
