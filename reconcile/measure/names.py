"""How alike two names are, with reasons: 0.7 and above means "the same name"."""

from functools import lru_cache

from attrs import frozen

from reconcile.errors import ArgumentError
from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import word_list, words
from reconcile.measure import names_organizations, names_persons, names_tokens
from reconcile.model.reasons import Reason

SAME = 0.7
KINDS = ("person", "organization", "place", "vehicle", "work", "event", "other")


@frozen
class NameMatch:
    """The score in [0, 1] of two names and the reasons for it, one for each pair of words and each word left over."""

    score: float
    reasons: tuple[Reason, ...]
    kind: str

    @property
    def is_same(self) -> bool:
        """Whether the score means "the same name"."""
        return self.score >= SAME


def similarity(left: str, right: str, *, kind: str | None = None) -> float:
    """How likely ``left`` and ``right`` are one name: a float in [0, 1], 0.7 and above for "the same".

    ``kind`` is person, organization, place, vehicle, work, event or other; without it the names decide. Symmetric.
    Raises :class:`ArgumentError` for anything but strings or an unknown kind.
    """
    return explain(left, right, kind=kind).score


def explain(left: str, right: str, *, kind: str | None = None) -> NameMatch:
    """The score as :func:`similarity` gives it, with its reasons."""
    for value in (left, right):
        if not isinstance(value, str):
            raise ArgumentError(f"a name must be a string, got {type(value).__name__}")
    if kind is not None and kind not in KINDS:
        raise ArgumentError(f"kind must be one of {', '.join(KINDS)} or None; got {kind!r}")
    one, two = sorted((left.strip(), right.strip()))
    found = _explained(one, two, kind)
    return found if one == left.strip() else NameMatch(found.score, _mirrored(found.reasons), found.kind)


def _mirrored(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons with left and right exchanged."""
    swap = {"left": "right", "right": "left"}
    codes = {"name.only-left": "name.only-right", "name.only-right": "name.only-left"}
    return tuple(Reason.of(codes.get(r.code, r.code), **{swap.get(k, k): v for k, v in r.params}) for r in reasons)


@lru_cache(maxsize=1024)
def _explained(left: str, right: str, kind: str | None) -> NameMatch:
    chosen = kind or guess_kind(left, right)
    if not left or not right:
        return NameMatch(1.0 if left == right else 0.0, (Reason.of("name.empty"),), chosen)
    if left == right:
        return NameMatch(1.0, (Reason.of("name.equal"),), chosen)
    if chosen == "person":
        score, reasons = names_persons.compare(names_tokens.person(left), names_tokens.person(right))
    else:
        score, reasons = _things(left, right, chosen)
    return NameMatch(round(min(1.0, max(0.0, score)), 4), reasons, chosen)


def _things(left: str, right: str, kind: str) -> tuple[float, tuple[Reason, ...]]:
    keys = [_region_key(name) for name in (left, right)]
    if keys[0] and keys[1]:
        is_same = keys[0] == keys[1]
        return (0.95 if is_same else 0.1), (Reason.of("name.country", left=keys[0], right=keys[1]),)
    if kind == "place" and (placed := _places(left, right)):
        return placed
    return names_organizations.compare(names_tokens.organization(left), names_tokens.organization(right))


def _region_key(name: str) -> str | None:
    """The key of a country or region of that name, without the list of cities."""
    folded = gazetteer.fold(name).removeprefix("the ")
    if code := gazetteer.country_names().get(folded):
        return f"country:{code}"
    region = gazetteer.regions().get(folded)
    return region.key if region else None


def _places(left: str, right: str) -> tuple[float, tuple[Reason, ...]] | None:
    """Two names that the gazetteer knows: the same where one place bears both, different where none does."""
    one, two = (frozenset(p.key for p in gazetteer.lookup(name)) for name in (left, right))
    if not one or not two or names_tokens.organization(left).tokens == names_tokens.organization(right).tokens:
        return None
    area = _region_key(left) or _region_key(right)
    shared = sorted(one & two if area is None else one & two & {area})  # Mexico City is not Mexico
    if shared:
        return 0.95, (Reason.of("name.gazetteer", key=shared[0]),)
    return 0.2, (Reason.of("name.places-differ", left=min(one), right=min(two)),)


@lru_cache(maxsize=20_000)
def guess_kind(left: str, right: str) -> str:
    """The kind that two names without one are compared as: organization where a word of theirs tells it, else person."""
    known = [_region_key(n) or gazetteer.states().get(gazetteer.fold(n)) for n in (left, right)]
    if any(known):
        return "place" if all(known) else "organization"
    found = {w for n in (left, right) for w in n.replace(",", " ").replace(".", "").split()}
    if any(w.split("-")[0] in word_list("given_names") for w in found):
        return "person"
    is_body = any(
        w in words("organizations", "heads") or w.casefold() in names_tokens.closed() or w.isdigit() for w in found
    )
    is_place = any(
        w in words("places", "heads") or gazetteer.fold(w) in gazetteer.country_names() or w in gazetteer.demonyms()
        for w in found
    )
    forms = any(names_tokens.organization(n).forms for n in (left, right))
    return "organization" if is_body or is_place or forms else "person"
