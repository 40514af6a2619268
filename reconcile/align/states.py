"""Claims that tell in which state one and the same thing is: the boy dead or alive, the visit put off or called off."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.align.crowds import is_crowd
from reconcile.align.features import Profile
from reconcile.align.holders import holder_of
from reconcile.measure.agents import agent
from reconcile.measure.arguments import told_states
from reconcile.measure.conditions import is_of_things
from reconcile.measure.humans import is_human
from reconcile.measure.kin import kin
from reconcile.measure.pairs import CROWD, near_pairs
from reconcile.model.claims import Link, Slot, State
from reconcile.model.reasons import Reason

_NAMED, _NOUN = 0.85, 0.75
_FIRM = frozenset({"asserted", "reported", "planned"})


def state_links(
    members: Sequence[Profile], roles: Sequence[Profile] = ()
) -> Iterator[tuple[list[Profile], list[Link]]]:
    """For each thing and group of states the claims that put it in one, linked across reports; only where two states are told.

    ``roles`` tell who is "the driver" of a report that does not name him.
    """
    bearers = _bearers(members, roles)
    held: dict[tuple[str, str], list[tuple[Profile, State]]] = defaultdict(list)
    for profile in members:
        if profile.claim.stance.certainty not in _FIRM:
            continue
        for state in told_states(profile.claim):
            holder = _holder(profile, state)
            if holder is not None:
                held[state.group, bearers.get(holder, holder)].append((profile, state))
    for group, holder in sorted(held):
        told = held[group, holder]
        if len({s.side for _, s in told}) > 1 and len({p.claim.report_id for p, _ in told}) > 1:
            strength = _NOUN if holder.startswith("noun:") else _NAMED
            reason = Reason.of("align.same-holder", holder=holder.removeprefix("noun:"))
            holders = list({p.claim.id: p for p, _ in told}.values())
            claims = [p.claim for p in holders]
            pairs = near_pairs(claims, CROWD) if is_crowd(holders) else combinations(claims, 2)
            yield holders, [Link(a.id, b.id, strength, (reason,)) for a, b in pairs if a.report_id != b.report_id]


def _bearers(members: Sequence[Profile], roles: Sequence[Profile]) -> Mapping[str, str]:
    """The one person who is named with a role, by the noun for it; none where several of the kind are spoken of."""
    named: dict[str, set[str]] = defaultdict(set)
    for profile in roles:
        holder, role = profile.claim.slot("holder"), profile.claim.slot("role")
        if holder is not None and role is not None and str(holder.entity).startswith("person:"):
            named[kin(role.text.lower().split()[-1])].add(agent(str(holder.entity)))
    one = {noun: next(iter(who)) for noun, who in named.items() if len(who) == 1}
    several = {
        kin(s.head)
        for p in members
        for s in p.claim.slots
        if kin(s.head) in one and s.text and not _is_one(s.text.lower())
    }
    return {f"noun:{noun}": who for noun, who in one.items() if noun not in several}


def _is_one(text: str) -> bool:
    """Whether a noun phrase speaks of one of its kind, and of the only one."""
    first, last = text.split(maxsplit=1)[0], text.rsplit(maxsplit=1)[-1]
    return first not in _SEVERAL and not first.isdigit() and not (last.endswith("s") and not last.endswith("ss"))


_SEVERAL = frozenset({"another", "some", "many", "several", "other", "all", "both", "no", "every", "each", "any"})


def _holder(profile: Profile, state: State) -> str | None:
    """Who is in the state: the entity named or meant, or a noun that the report speaks of again and again."""
    slot = profile.claim.slot(state.holder)
    if slot is None or (is_of_things(state.group) and _is_person(slot)):
        return None
    return holder_of(profile, slot)


def _is_person(slot: Slot) -> bool:
    return is_human(slot.head) or str(slot.entity).startswith("person:")
