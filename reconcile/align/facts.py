"""Claims into facts: within one story, claims that tell the same event are joined, unlike ones are not chained together."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from reconcile.align.abodes import abode_links
from reconcile.align.alarms import alarm_links
from reconcile.align.beginnings import beginning_links
from reconcile.align.crowds import Linking, grouped, is_crowd
from reconcile.align.decisions import UNDECIDED, decision_links
from reconcile.align.denials import denial_links
from reconcile.align.features import Profile, profiles
from reconcile.align.links import score
from reconcile.align.moments import moment_links
from reconcile.align.names import name_links
from reconcile.align.occasions import occasion_links
from reconcile.align.quantities import quantity_links
from reconcile.align.questions import question_links
from reconcile.align.quotes import quote_links
from reconcile.align.roles import role_links
from reconcile.align.sites import site_links
from reconcile.align.statements import near_links, said_together, statements
from reconcile.align.states import state_links
from reconcile.align.weighed import LEAST, exclude, weighed_links
from reconcile.config import Config
from reconcile.measure.clusters import average_link
from reconcile.measure.pairs import WIDTH
from reconcile.measure.remembered import recalled
from reconcile.model.claims import Claim, Fact, Link
from reconcile.model.stories import Stories

JOIN = 0.30
# Numbers of one thing must be so on average, lest a chain of like numbers join unlike things.
_SAME_THING = 0.35
_EVENTS = ("event", "state")
_KIND = {"state": "event", "report": "event"}


def align(claims: Sequence[Claim], stories: Stories, config: Config) -> tuple[Fact, ...]:
    """Facts of all claims, in the order of their first claim; a claim that no other one matches is a fact of its own."""
    story_of = {report: number for number, members in enumerate(stories.groups) for report in members}
    by_story: dict[int, list[Profile]] = defaultdict(list)
    for profile in profiles(sorted(claims, key=_place)):
        by_story[story_of[profile.claim.report_id]].append(profile)
    facts = [fact for number in sorted(by_story) for fact in _story_facts(by_story[number], stories)]
    return tuple(sorted(facts, key=lambda f: _place(f.claims[0])))


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.report_id, claim.start, claim.end, claim.id


def _story_facts(members: Sequence[Profile], stories: Stories) -> Iterator[Fact]:
    kinds: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        is_event = profile.claim.kind in _EVENTS or (
            profile.claim.kind == "report" and profile.claim.slot("time") is not None
        )
        kinds["event" if is_event else profile.claim.kind].append(profile)
    yield from _events(kinds["event"], partial(event_links, stories=stories))
    for said, links in state_links(kinds["event"], kinds["role"]):
        yield _fact(said, links, "state")
    for denied, links in denial_links(kinds["event"]):
        yield _fact(denied, links, "denial")
    for dated, links in occasion_links([*kinds["event"], *kinds["report"]]):
        yield _fact(dated, links, "occasion")
    for called, links in alarm_links(kinds["event"]):
        yield _fact(called, links, "occasion")
    for lived, links in abode_links(kinds["event"]):
        yield _fact(lived, links, "abode")
    for befallen, links in site_links(kinds["event"]):
        yield _fact(befallen, links, "site")
    for begun, links in beginning_links(kinds["event"]):
        yield _fact(begun, links, "beginning")
    for told, links in moment_links([*kinds["event"], *kinds["report"]]):
        yield _fact(told, links, "moment")
    yield from _numbers(kinds["quantity"], stories)
    yield from _clustered(kinds["role"], role_links, JOIN * 0.5)
    yield from _clustered(kinds["quote"], quote_links, JOIN * 0.5)
    yield from _clustered(kinds["name"], name_links, JOIN * 0.5)
    for profile in kinds["report"]:
        yield _fact([profile], (), "report")
    yield from _answered(kinds["question"], [*kinds["event"], *kinds["role"]])


def _numbers(numbers: Sequence[Profile], stories: Stories) -> Iterator[Fact]:
    """Numbers of one thing by rule; and by the evidence taken together, where no rule has joined those that exclude each other."""
    by_rule = list(_clustered(numbers, partial(quantity_links, stories=stories), _SAME_THING))
    yield from by_rule
    home = {claim.id: fact.id for fact in by_rule for claim in fact.claims}
    for fact in _clustered(numbers, partial(weighed_links, stories=stories), LEAST * 0.5, "weighed"):
        if len({home.get(c.id) for c in fact.claims}) > 1 and exclude(fact):
            yield fact


def _events(events: Sequence[Profile], link: Linking) -> Iterator[Fact]:
    """What is told of each event, and what is said of it in so many words: two groupings along the same links."""
    near: dict[tuple[str, ...], list[Link]] = {}

    def of_event(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
        found = list(link(members))
        near[tuple(p.claim.id for p in members)] = near_links(found, members)
        yield from clusters(members, found, JOIN * 0.5)

    def of_statement(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
        known = near.get(tuple(p.claim.id for p in members))
        found = near_links(list(link(members)), members) if known is None else known
        yield from (said_together if is_crowd(events) else statements)(members, found)

    for group in grouped(events, link, of_event):
        yield _fact(group.members, group.links)
    for group in grouped(events, link, of_statement):
        if len({p.claim.report_id for p in group.members}) > 1:
            yield _fact(group.members, group.links, "statement")


def event_links(events: Sequence[Profile], stories: Stories) -> Iterator[Link]:
    """Links of all pairs of different reports that tell the same event surely enough."""
    if len(events) == 2:
        pairs: Iterable[tuple[Profile, Profile]] = [(events[0], events[1])] if may_meet(*events) else ()
    else:
        pairs = candidates(events)
    for a, b in pairs:
        alike = stories.alike(a.claim.report_id, b.claim.report_id)
        link = recalled(("event", id(a), id(b), alike), _event_link, a, b, alike)
        if link is not None:
            yield link


def _event_link(left: Profile, right: Profile, alike: float) -> Link | None:
    found = score(left, right, alike, JOIN)
    return Link(left.claim.id, right.claim.id, found.value, found.reasons) if found.value >= JOIN else None


def _clustered(members: Sequence[Profile], link: Linking, least: float, kind: str | None = None) -> Iterator[Fact]:
    for group in grouped(members, link, lambda part: clusters(part, list(link(part)), least)):
        yield _fact(group.members, group.links, kind)


def clusters(
    members: Sequence[Profile], links: Sequence[Link], least: float
) -> Iterator[tuple[list[Profile], list[Link]]]:
    """Average-link groups of claims, each with the links inside it."""
    found = average_link([p.claim.id for p in members], [(k.left, k.right, k.score) for k in links], least)
    profile_of = {p.claim.id: p for p in members}
    home = {claim: n for n, cluster in enumerate(found) for claim in cluster}
    by_cluster: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if home[link.left] == home[link.right]:
            by_cluster[home[link.left]].append(link)
    for n, cluster in enumerate(found):
        yield [profile_of[c] for c in cluster], by_cluster[n]


def _answered(questions: Sequence[Profile], events: Sequence[Profile]) -> Iterator[Fact]:
    """One fact for each open question, with the claims that answer it."""
    links: dict[str, list[Link]] = defaultdict(list)
    decisions = [q for q in questions if q.claim.predicate == UNDECIDED]
    others = [q for q in questions if q.claim.predicate != UNDECIDED]
    for link in (*question_links(others, events), *decision_links(decisions, events)):
        links[link.left].append(link)
    profile_of = {p.claim.id: p for p in events}
    for question in questions:
        own = links[question.claim.id]
        yield _fact([question, *(profile_of[k.right] for k in own)], own, "question")


def may_meet(left: Profile, right: Profile) -> bool:
    """Whether two claims are candidates for each other."""
    alike = left.classes & right.classes or len(left.own_words & right.own_words) >= 2
    return bool(alike) and left.claim.report_id != right.claim.report_id


def candidates(events: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of different reports that share an event class or two content words; of a common one its next holders alone."""

    def keys(profile: Profile) -> list[str]:
        return [f"class:{c}" for c in profile.classes] + [f"word:{w}" for w in profile.own_words]

    postings: dict[str, list[int]] = defaultdict(list)
    for n, profile in enumerate(events):
        for key in keys(profile):
            postings[key].append(n)
    passed: Counter[str] = Counter()
    for profile in events:
        shared: Counter[int] = Counter()
        for key in keys(profile):
            passed[key] += 1
            for _ in range(2 if key.startswith("class:") else 1):
                shared.update(postings[key][passed[key] : passed[key] + WIDTH])
        for b in sorted(n for n, times in shared.items() if times >= 2):
            if events[b].claim.report_id != profile.claim.report_id:
                yield profile, events[b]


def _fact(members: Iterable[Profile], links: Sequence[Link], kind: str | None = None) -> Fact:
    ordered = tuple(sorted((p.claim for p in members), key=_place))
    digest = hashlib.sha256(
        "\n".join((kind or "", *(c.id for c in ordered))).encode("utf-8", "surrogatepass")
    ).hexdigest()[:10]
    return Fact(
        f"f-{digest}",
        ordered,
        tuple(sorted(links, key=lambda k: (k.left, k.right))),
        kind or _KIND.get(ordered[0].kind, ordered[0].kind),
    )
