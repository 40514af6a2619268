"""Counts of one noun that exclude each other, where the clauses may count it for two things."""

import re

from reconcile.compare.deeds import own_overlap
from reconcile.compare.numbers_things import share_name
from reconcile.lexicon.frequencies import rarity
from reconcile.lexicon.load import words
from reconcile.measure.humans import is_human
from reconcile.measure.kin import kin
from reconcile.measure.populations import is_sent
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue


def _is_compound(member: Member, value: QuantityValue) -> bool:
    """ "three-stage rocket": a kind of rocket rather than a count."""
    return value.kind == "count" and member.slot is not None and "-" in _TENS.sub("", member.slot.text.lower())


# "Forty-four" is one number.
_TENS = re.compile(r"\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?=one|two|three|four|five|six|seven|eight|nine)")


def is_other_make(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Three-stage and two-stage rockets, in clauses that have little in common."""
    compound = _is_compound(left, a) or _is_compound(right, b)
    return compound and own_overlap(left.claim, right.claim) < 0.5


def is_other_count(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two men held and three men seen, 19 games played and 20 won: of what every story counts, and the clauses tell of other deeds."""
    if all(v.of == "body" for v in (a, b)) and not set(left.claim.classes) & set(right.claim.classes):
        return True  # five bodies left behind, nine bodies buried
    return _may_be_two(left, a, right, b) and own_overlap(left.claim, right.claim) < _SAME_WORDS


def is_far_from_it(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two officers held hostage, fourteen on the wing: far more of them, in clauses that have no other word in common."""
    return _may_be_two(left, a, right, b) and _are_far_apart(a, b) and not _share_words_beside(left, right, a.of or "")


def _may_be_two(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Whether it is a count of what every story counts for several things, and the clauses tell of no one deed and no one name."""
    if a.kind != "count" or a.population is not None or b.population is not None or a.of is None:
        return False
    if set(left.claim.classes) & set(right.claim.classes) or share_name(left, right):
        return False
    if is_sent(a.of) and is_sent(b.of) and not _are_far_apart(a, b) and min(a.low or 0, b.low or 0) >= _MANY_SENT:
        return False  # 180 firefighters were sent, 220 fought the fire
    return is_human(a.of) or rarity(a.of) < _SELDOM_COUNTED


def _are_far_apart(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether one is about twice the other or more: two counts of one thing are mostly nearer."""
    few, many = sorted((v.low if v.low is not None else v.high) or 0.0 for v in (a, b))
    return many >= _FAR * few


def _share_words_beside(left: Member, right: Member, noun: str) -> bool:
    """Whether the clauses have a word in common besides numbers and what is counted."""
    one, other = ({kin(w) for w in m.claim.words if not w[:1].isdigit()} - {kin(noun)} for m in (left, right))
    return bool(one & other)


_SAME_WORDS = 0.3
# A few rescuers have many things to do, dozens the one that they were sent for.
_MANY_SENT = 20
_FAR = 1.9
# What is seldom in English ("excavators") is counted once in a story; games, votes and rooms are counted for many things.
_SELDOM_COUNTED = 12.0


def is_of_other_side(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The four shots that police fired, and the gunman's thirty."""
    if a.kind != "count" or a.population is not None:
        return False
    sides = [{side for side in _SIDES if words("roles", side) & set(m.claim.words)} for m in (left, right)]
    return all(len(s) == 1 for s in sides) and sides[0] != sides[1]


_SIDES = ("forces", "attackers")
