"""All findings of a reconciliation, ranked by what a desk would want first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from reconcile.config import Config
from reconcile.findings.comparing import agreements, contradictions
from reconcile.findings.desk import Desk
from reconcile.findings.persons import private_persons
from reconcile.findings.singles import singles
from reconcile.measure.remembered import for_one
from reconcile.model.claims import Fact
from reconcile.model.comparisons import Compared
from reconcile.model.findings import Evidence, Finding
from reconcile.model.stories import Stories

_CATEGORIES = {"contradiction": 0, "garble": 1, "agreement": 2, "single_source": 3}
_KINDS = {"polarity": 0.15, "quantity": 0.1, "entity": 0.1, "time": 0.08, "place": 0.08, "certainty": 0.05}


def of_story(facts: Sequence[Fact], compared: Sequence[Compared], stories: Stories, desk: Desk) -> tuple[Finding, ...]:
    """What the facts of a story tell: contradictions, agreements, and what stands in one report alone."""
    desk = evolve(desk, persons=private_persons(facts))
    found = [f for c in compared if c.kind not in _AFTERWARDS for f in contradictions(c, desk)]
    for kind in _AFTERWARDS:
        later = [f for c in compared if c.kind == kind for f in contradictions(c, desk)]
        found += [f for f in later if not any(_tells(g, f) for g in found)]
    found = _one_of_each_slip(found)
    links = {fact.id: fact.links for fact in facts}
    found += _widest([f for c in compared for f in agreements(c, links[c.fact_id], desk)])
    return (*found, *singles(facts, stories, desk))


# What these facts tell is left out where another fact has told it of the same passages.
_AFTERWARDS = ("denial", "occasion", "weighed")


def _one_of_each_slip(found: Sequence[Finding]) -> list[Finding]:
    """Contradictions, of several on the same two words of a name ("Denise Kowalczyk", "Ms. Kowalcyk") the one with the most passages."""
    best: dict[frozenset[str], Finding] = {}
    kept: list[Finding] = []
    for finding in found:
        words = _slip(finding)
        known = best.get(words)
        if not words or known is None or not set(finding.report_ids) & set(known.report_ids):
            kept.append(finding)
            best[words] = finding
        elif len(finding.evidence) > len(known.evidence):
            kept[kept.index(known)] = best[words] = finding
    return kept


def _slip(finding: Finding) -> frozenset[str]:
    """The two words that differ, of a finding on the spelling of a name; empty for any other."""
    if finding.category != "contradiction" or finding.kind != "lexical":
        return frozenset()
    told = next((dict(r.params) for r in finding.reasons if r.code.startswith("name.") and len(r.params) == _TWO), {})
    words = frozenset(w.lower() for w in told.values())
    return words if len(words) == _TWO else frozenset()


_TWO = 2


def _widest(found: Sequence[Finding]) -> list[Finding]:
    """Agreements without those whose passages all stand in one of the same kind; "36 hours" is a number and a time at once."""
    places = [frozenset((e.report_id, e.start, e.end) for e in f.evidence) for f in found]
    holders: dict[tuple[str, object], list[int]] = defaultdict(list)
    for n, finding in enumerate(found):
        for place in places[n]:
            holders[_ONE_KIND.get(finding.kind, finding.kind), place].append(n)
    kept = []
    for n, finding in enumerate(found):
        kind = _ONE_KIND.get(finding.kind, finding.kind)
        others = set.intersection(*(set(holders[kind, p]) for p in places[n])) - {n}
        if not any(len(places[o]) > len(places[n]) or o < n for o in others):
            kept.append(finding)
    return kept


_ONE_KIND = {"time": "quantity"}


def assemble(
    found: Iterable[Finding], told: Sequence[Finding], copied: Sequence[Finding], config: Config
) -> tuple[Finding, ...]:
    """Findings of at least ``config.min_confidence``, most important first; each set of passages is told once.

    ``found`` are those of the stories, ``told`` those that other steps have made: garbles, and reports whose own numbers do not
    add up. ``copied`` are contradictions between near copies; those that the facts have told already are left out, and so is
    what rests on garbled words.
    """
    broken: dict[str, list[Evidence]] = defaultdict(list)
    for passage in (g.evidence[0] for g in told if g.kind in _BROKEN):
        broken[passage.report_id].append(passage)
    kept = [f for f in found if f.category != "contradiction" or not _rests_on(f, broken)]
    clashes = [f for f in kept if f.category == "contradiction"]
    kept += [f for f in copied if not _rests_on(f, broken) and not any(_tells(g, f) for g in clashes)]
    unique: dict[str, Finding] = {}
    for finding in sorted((*kept, *told), key=lambda f: for_one("rank", f, rank)):
        if finding.confidence >= config.min_confidence:
            unique.setdefault(finding.id, finding)
    return tuple(unique.values())[: config.max_findings]


_BROKEN = frozenset({"wrong_entity", "split_sentence", "fragment", "number_mangled", "truncation", "mojibake"})


def _rests_on(finding: Finding, broken: Mapping[str, Sequence[Evidence]]) -> bool:
    """Whether a side of a contradiction stands in words that are told as garbled already."""
    return any(_overlap(e, b) for e in finding.evidence for b in broken.get(e.report_id, ()))


def _tells(known: Finding, finding: Finding) -> bool:
    """Whether a known contradiction has evidence on two sides of the finding."""
    if not set(known.report_ids) & set(finding.report_ids):
        return False
    held = [any(_overlap(e, k) for e in side.evidence for k in known.evidence) for side in finding.sides]
    return sum(held) >= 2


def _overlap(left: Evidence, right: Evidence) -> bool:
    return left.report_id == right.report_id and left.start < right.end and right.start < left.end


def rank(finding: Finding) -> tuple[int, float, int, str, int, str]:
    """Sort key: category, then confidence raised by what weighs more with a desk and by how many reports are touched."""
    weight = finding.confidence + _KINDS.get(finding.kind, 0.0) + 0.02 * min(5, len(finding.report_ids))
    first = min(((e.report_id, e.start) for e in finding.evidence), default=("", 0))
    clash = 0 if finding.scope == "cross" else 1
    return _CATEGORIES[finding.category], -round(weight, 6), clash, first[0], first[1], finding.id
