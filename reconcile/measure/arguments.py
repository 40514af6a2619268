"""What the arguments of two claims have in common: entities, else nouns; a noun that stands for an entity meets the bare noun."""

import re
from collections.abc import Iterable

from attrs import frozen

from reconcile.lexicon.load import words
from reconcile.measure.agents import agent
from reconcile.measure.events import other_side
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim, Slot, State


@frozen
class Heads:
    """``told`` are entity ids and the nouns of what is not resolved, ``bare`` the latter alone, ``meant`` the nouns of what is resolved.

    "The Russian plane" that is known to be an Ilyushin shares "plane" with "the plane" of which nothing is known, and nothing with
    a plane that is known to be another.
    """

    told: frozenset[str]
    bare: frozenset[str]
    meant: frozenset[str]

    def shared(self, other: "Heads") -> frozenset[str]:
        """What both have."""
        return (self.told & other.told) | (self.bare & other.meant) | (self.meant & other.bare)


def heads(slots: Iterable[Slot], dates: Iterable[str] = ()) -> Heads:
    """The heads of argument slots, with ``dates`` among what is told; pronouns that are not resolved do not count."""
    bare: set[str] = set()
    meant: set[str] = set()
    named: set[str] = set()
    for slot in slots:
        noun = "" if slot.head in words("pronouns", "all") else kin(slot.head)
        if slot.entity:
            named.add(agent(slot.entity))
            meant.add(noun)
        else:
            bare.add(noun)
    bare -= {""}
    return Heads(frozenset({*named, *bare, *dates} - {""}), frozenset(bare), frozenset(meant - {""}))


def told_states(claim: Claim) -> tuple[State, ...]:
    """The states that a claim puts somebody or something in; who did not survive is in the other one of two."""
    if claim.stance.polarity > 0 or claim.predicate in _WITH_NOT:
        return claim.states
    others = ((s, other_side(s.group, s.side)) for s in claim.states)
    return tuple(State(s.group, other, s.holder) for s, other in others if other is not None)


# "Pleaded not guilty", "found not guilty": the "not" is of the state itself.
_WITH_NOT = frozenset({"plead", "find"})


def excluding_state(left: Claim, right: Claim) -> str | None:
    """The first group of states in which the two put something in states that one thing cannot both be in: he survived, he was killed."""
    one, other = ({s.group: s.side for s in told_states(c)} for c in (left, right))
    return next((g for g in sorted(one) if g in other and one[g] != other[g]), None)


def name_one(left: Claim, right: Claim, kinds: tuple[str, ...]) -> bool:
    """Whether both name one thing whose id begins with one of ``kinds``."""
    return any(e.startswith(kinds) for e in set(left.entities) & set(right.entities))


def name_others(left: Claim, right: Claim, kinds: tuple[str, ...]) -> bool:
    """Whether both name things whose ids begin with one of ``kinds``, and none in common."""
    first, second = ({e for e in c.entities if e.startswith(kinds)} for c in (left, right))
    return bool(first and second) and not first & second


def meant(slot: Slot) -> str:
    """The entity or the noun that a slot stands for, "" for a pronoun that stands for nothing known, and for "there"."""
    if slot.entity is not None:
        return agent(slot.entity)
    return "" if slot.head == "there" or slot.head in words("pronouns", "all") else kin(slot.head)


def words_of(slots: Iterable[Slot]) -> set[str]:
    """The words of slots as written, in lower case, without numbers."""
    return {w for s in slots for w in _WORDS.findall(s.text.lower())}


_WORDS = re.compile(r"[^\W\d_](?:[\w'-]*\w)?")
