"""What one report calls undecided, and the passages of other reports by which it is settled: "no decision about an appeal", "he would appeal"."""

from collections.abc import Iterator, Sequence

from reconcile.align.features import Profile
from reconcile.lexicon.load import words
from reconcile.measure.arguments import meant
from reconcile.measure.events import event_classes
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim, Link
from reconcile.model.reasons import Reason

UNDECIDED = "decision"  # the predicate of such a claim
_SURE = 0.75
_MOST_ANSWERS = 3
_STEM = 4
_WHO = ("person:", "organization:", "country:")


def decision_links(questions: Sequence[Profile], events: Sequence[Profile]) -> Iterator[Link]:
    """Links from each open decision to the plans of other reports that settle it, of the same persons; none where its own report does."""
    plans = [p for p in events if p.claim.stance.certainty == "planned" and not p.claim.nominal]
    for question in questions:
        topic = question.claim.slot("topic")
        if topic is None:
            continue
        told = [p for p in plans if _settles(p, topic.head) and _is_of_one(question, p)]
        if any(p.claim.report_id == question.claim.report_id for p in told):
            continue
        ranked = sorted(told, key=lambda p: (-len(p.own_words & question.own_words), p.claim.id))
        for plan in ranked[:_MOST_ANSWERS]:
            reason = Reason.of("align.answers", attribute=f"decision about {topic.head}")
            yield Link(question.claim.id, plan.claim.id, _SURE, (reason,))


def _settles(plan: Profile, matter: str) -> bool:
    """Whether a plan is to do the thing, or not to: by the same verb, by the noun for it, or by another verb for the same."""
    claim = plan.claim
    if _one_deed(claim.predicate, matter):
        return True
    light = claim.predicate in words("hypothetical", "light") | words("questions_indirect", "undecided", "lodging")
    return light and any(kin(s.head) == kin(matter) for s in claim.all("patient"))


def _one_deed(verb: str, matter: str) -> bool:
    if kin(verb) == kin(matter):
        return True
    classes = event_classes(verb, "VERB")[:1], event_classes(matter, "NOUN")[:1]
    return bool(classes[0]) and classes[0] == classes[1] and verb[:_STEM] == matter[:_STEM]


def _is_of_one(question: Profile, plan: Profile) -> bool:
    """Whether both are of the same who; a lawyer's "client" is whom the sentence names."""
    who = [_doers(p.claim) for p in (question, plan)]
    named = [{w for w in doers if w.startswith(_WHO)} for doers in who]
    if named[0] and named[1]:
        return bool(named[0] & named[1])
    around = [{e for e in p.claim.around if e.startswith(_WHO)} for p in (question, plan)]
    return bool(around[0] & around[1])


def _doers(claim: Claim) -> set[str]:
    return {meant(s) for s in claim.all("agent")} - {""}
