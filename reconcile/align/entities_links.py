"""Links between full forms of names. Candidates come from an index of sounds and tokens, never from all pairs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import cast

from reconcile.align.entities_forms import Form, sound_key
from reconcile.lexicon.load import table, words
from reconcile.measure import names_persons
from reconcile.measure.humans import is_human
from reconcile.measure.names import similarity
from reconcile.measure.names_persons import token_score
from reconcile.measure.names_tokens import person
from reconcile.measure.remembered import for_one, recalled

MAX_BUCKET = 60
MIN_SLIP_CHARS = 5


class Links:
    """Disjoint sets of form ids (union by least id, so that the result does not depend on the order of the links)."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {i: i for i in ids}

    def root(self, form_id: str) -> str:
        """The least id of the set that ``form_id`` is in."""
        while self._parent[form_id] != form_id:
            self._parent[form_id] = self._parent[self._parent[form_id]]
            form_id = self._parent[form_id]
        return form_id

    def join(self, left: str, right: str) -> None:
        """Make two sets one."""
        a, b = sorted((self.root(left), self.root(right)))
        self._parent[b] = a


def _candidates(found: Sequence[Form], keys_of: "dict[str, tuple[str, ...]]") -> Iterator[tuple[Form, Form]]:
    """Pairs of forms that share a key; keys of too many forms are too common to tell anything."""
    buckets: dict[str, list[Form]] = defaultdict(list)
    for form in found:
        for key in keys_of[form.id]:
            buckets[key].append(form)
    seen: set[tuple[str, str]] = set()
    for key in sorted(key for key, bucket in buckets.items() if 1 < len(bucket) <= MAX_BUCKET):
        for left, right in combinations(buckets[key], 2):
            pair = (left.id, right.id) if left.id < right.id else (right.id, left.id)
            if pair not in seen:
                seen.add(pair)
                yield left, right


def is_full(form: Form) -> bool:
    """A person's form with a given name and a surname, each more than an initial."""
    return len([t for t in form.tokens if len(t) > 1]) >= 2


def _person_keys(form: Form) -> tuple[str, ...]:
    """The surname as it sounds, all words for another order, and the surname less each one letter, so that slips meet."""
    first, last = form.tokens[0], form.tokens[-1]
    slips = {f"slip {first[0]} {last[:i]}{last[i + 1 :]}" for i in range(len(last)) if len(last) >= MIN_SLIP_CHARS}
    return (
        f"sound {sound_key(last)}",
        f"words {' '.join(sorted(form.tokens))}",
        f"slip {first[0]} {last}",
        *sorted(slips),
    )


def link_persons(found: Sequence[Form], links: Links, threshold: float) -> None:
    """Full names that are one name. Where a form fits two forms that do not fit each other, it joins neither."""
    full = [f for f in found if is_full(f)]
    keys = {f.id: for_one("keys of a person", f, _person_keys) for f in full}
    pairs = [
        (a, b)
        for a, b in _candidates(full, keys)
        if _may_fit(a, b) and similarity(a.name, b.name, kind="person") >= max(threshold, 0.7)
    ]
    fits: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        fits[a.id].add(b.id)
        fits[b.id].add(a.id)
    for a, b in pairs:
        others = (fits[a.id] | fits[b.id]) - {a.id, b.id}
        is_open = any(len(f.tokens[0]) == 1 for f in (a, b))  # "J. Hale" may be James or John
        if not is_open or all(_agree(o, a.id, b.id, fits) for o in others) or _same_letters(a, b):
            links.join(a.id, b.id)
    for a, b in _candidates(full, {f.id: (f"surname {f.tokens[-1]}",) for f in full}):
        if links.root(a.id) != links.root(b.id) and _hold_one_office(a, b):
            links.join(a.id, b.id)
    for a, b in _candidates(full, {f.id: _given_keys(f) for f in full}):
        if links.root(a.id) != links.root(b.id) and _have_near_surnames(a, b):
            links.join(a.id, b.id)


def _given_keys(form: Form) -> tuple[str, ...]:
    """The given name with the first letter of the surname, and with the surname less that letter: Liddle and Riddle."""
    given, last = form.tokens[0], form.tokens[-1]
    return (f"given {given} {last[0]}", *((f"rest {given} {last[1:]}",) if len(last) >= MIN_SLIP_CHARS else ()))


def _hold_one_office(left: Form, right: Form) -> bool:
    """ "Prime Minister Helena Vaz" and "the prime minister, Elena Vaz": near given names, one office, and no report names both.

    Given names that begin alike are near: who slips writes Paul for Pete, seldom Susan. Where the surname is seldom, it is enough that
    the names begin alike, or that they hold one office which few have.
    """
    first, other = left.tokens[0], right.tokens[0]
    if left.report_ids & right.report_ids:
        return False
    is_near = names_persons.is_slip(first, other) or names_persons.begin_alike(first, other)
    offices = _offices(left) & _offices(right)
    if is_near:
        return bool(offices) or names_persons.is_seldom(left.tokens[-1])
    known = {first, other} <= names_persons.given_names()
    return known and names_persons.is_seldom(left.tokens[-1]) and bool(offices - words("roles", "shared"))


def _have_near_surnames(left: Form, right: Form) -> bool:
    """ "Foreign Minister Delia Marcano" and "Delia Moncada, the foreign minister": one given name, surnames that begin alike, one post.

    The post must be told in two words at least that both have; in one where the surnames are a slip apart.
    """
    if left.report_ids & right.report_ids or len(left.tokens) != len(right.tokens):
        return False
    if names_persons.is_slip(left.tokens[-1], right.tokens[-1]):
        return any(
            one & other and any(map(is_human, one)) and any(map(is_human, other))
            for one in _roles(left)
            for other in _roles(right)
        )
    return any(len(one & other) > 1 and one & other & _posts() for one in _roles(left) for other in _roles(right))


def _roles(form: Form) -> Iterator[frozenset[str]]:
    """The content words of each role phrase of a form, in full."""
    for mention in form.mentions:
        told = re.findall(r"[a-z]{2,}", (mention.value.role or "").lower())
        yield frozenset(map(_in_full, told)) - words("prose", "function_words")


def _in_full(word: str) -> str:
    """ "Rep." is a representative."""
    short = cast(dict[str, str], table("roles")["abbreviated"]["forms"])
    return short.get(word.rstrip("."), word)


def _posts() -> frozenset[str]:
    return words("roles", "office") | words("roles", "business")


def _offices(form: Form) -> frozenset[str]:
    """The heads of the role phrases of a form that name one person by a post: "minister" of "Prime Minister of Portugal"."""
    phrases = (re.split(r" (?:of|for|in|at) ", m.value.role.lower())[0] for m in form.mentions if m.value.role)
    return frozenset(head for p in phrases if p and is_human(head := _in_full(p.split()[-1])))


def _may_fit(left: Form, right: Form) -> bool:
    """A cheap look before the full comparison: the first words fit each other, or stand elsewhere in the other name."""
    first, other = left.tokens[0], right.tokens[0]
    return (
        token_score(first, other)[0] > 0
        or first in right.tokens
        or other in left.tokens
        or _is_written_together(left, right)
    )


def _is_written_together(left: Form, right: Form) -> bool:
    """ "Abdul Aziz" and "Abdulaziz": one first word begins with the other."""
    first, other = left.tokens[0], right.tokens[0]
    return first.startswith(other) or other.startswith(first)


def _agree(other: str, left: str, right: str, fits: dict[str, set[str]]) -> bool:
    """A third form that fits one side must fit the other too."""
    return (other in fits[left]) == (other in fits[right])


def _same_letters(left: Form, right: Form) -> bool:
    return person(left.name).joined == person(right.name).joined


def link_organizations(found: Sequence[Form], links: Links, threshold: float) -> None:
    """One body under its full and shorter names, its acronym, and with or without its country."""
    keys = {f.id: tuple(sorted({sound_key(t) for t in f.tokens if ":" not in t})) or (f.id,) for f in found}
    for left, right in _candidates(found, keys):
        if not (left.key and right.key) and _is_one_body(left, right, threshold):
            links.join(left.id, right.id)
    _link_acronyms(found, links)
    _link_endings(found, links)
    _link_countries(found, links)


def _is_one_body(left: Form, right: Form, threshold: float) -> bool:
    if (left.key or "").startswith("government:") or (right.key or "").startswith("government:"):
        return False
    key = ("one body", left.name, right.name)
    return recalled(key, similarity, left.name, right.name, kind="organization") >= max(threshold, 0.7)


def _link_acronyms(found: Sequence[Form], links: Links) -> None:
    """An acronym that some report introduces names the same body everywhere, unless two bodies claim it."""
    claims: dict[str, set[str]] = defaultdict(set)
    for form in found:
        for mention in form.mentions:
            for alias in mention.value.aliases:
                claims[alias.replace(".", "").casefold()].add(form.id)
    by_name = {f.name.replace(".", "").casefold(): f for f in found}
    for alias in sorted(claims):
        roots = {links.root(i) for i in claims[alias]}
        short = by_name.get(alias)
        if len(roots) == 1 and short is not None:
            links.join(short.id, min(roots))


def _link_endings(found: Sequence[Form], links: Links) -> None:
    """ "Security Council" after "UN Security Council" in one report: the end of one longer name, and of no other."""
    endings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    by_id = {f.id: f for f in found}
    for form in found:
        for size in range(2, len(form.tokens)):
            endings[form.tokens[-size:]].add(form.id)
    for form in found:
        longer = endings.get(form.tokens, set())
        roots = {links.root(i) for i in longer}
        if len(roots) == 1 and not form.key and any(by_id[i].report_ids & form.report_ids for i in longer):
            links.join(form.id, min(roots))


def _link_countries(found: Sequence[Form], links: Links) -> None:
    """ "National Security Council" is the "US National Security Council" where no other country's is named."""
    longer: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for form in found:
        bare = tuple(t for t in form.tokens if ":" not in t)
        if len(bare) >= 2 and len(bare) == len(form.tokens) - 1:
            longer[bare].add(form.id)
    for form in found:
        if form.tokens in longer and not any(":" in t for t in form.tokens):
            roots = {links.root(i) for i in longer[form.tokens]}
            if len(roots) == 1:
                links.join(form.id, min(roots))


def link_things(found: Sequence[Form], links: Links, threshold: float) -> None:
    """Places without a key, vehicles, events and works: equal but for spelling, or one the other with its maker."""
    keys = {
        f.id: tuple(sorted({t for t in f.tokens if ":" not in t} | {sound_key(t) for t in f.tokens if ":" not in t}))
        or (f.id,)
        for f in found
    }
    for left, right in _candidates(found, keys):
        if (left.key and right.key) or left.kind != right.kind:
            continue
        if similarity(left.name, right.name, kind="other") >= max(threshold, 0.75) or _is_designator_of(left, right):
            links.join(left.id, right.id)


def _is_designator_of(left: Form, right: Form) -> bool:
    """ "Il-62M" and "Ilyushin Il-62M": all words of the shorter, one with a digit, stand in the longer."""
    if left.kind != "vehicle":
        return False
    shorter, longer = sorted(({*left.tokens}, {*right.tokens}), key=len)
    return (
        shorter <= longer
        and any(any(ch.isdigit() for ch in t) for t in shorter)
        and any(any(c.isalpha() for c in t) for t in shorter)
    )
