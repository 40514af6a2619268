"""How two places lie to each other by the gazetteer: town within province within country. The map decides, never the spelling."""

from reconcile.lexicon import gazetteer

EQUAL, WITHIN, CONTAINS, DISJOINT, UNKNOWN = "equal", "within", "contains", "disjoint", "unknown"


def relation(left: str, right: str) -> str:
    """ "equal", "within" (left lies in right), "contains", "disjoint" or "unknown" for two keys or names of places.

    A name that several places bear is taken in the sense in which the two are nearest. What the gazetteer does not know is
    "unknown", and so are two regions of one country, which may overlap.
    """
    if left == right or gazetteer.fold(left) == gazetteer.fold(right):
        return EQUAL
    ones, others = _resolve(left), _resolve(right)
    found = {_between(one, other) for one in ones for other in others}
    return next((r for r in (EQUAL, WITHIN, CONTAINS, UNKNOWN, DISJOINT) if r in found), UNKNOWN)


def _resolve(name_or_key: str) -> tuple[gazetteer.Place, ...]:
    if name_or_key.startswith(("country:", "region:", "state:", "city:")):
        place = gazetteer.by_key(name_or_key)
        return (place,) if place else ()
    if name_or_key.startswith("government:"):
        return ()
    return gazetteer.lookup(name_or_key)


def _between(left: gazetteer.Place, right: gazetteer.Place) -> str:
    if left.key == right.key:
        return EQUAL
    above_left, above_right = gazetteer.ancestors(left), gazetteer.ancestors(right)
    if right.key in above_left:
        return WITHIN
    if left.key in above_right:
        return CONTAINS
    if "region" in (left.kind, right.kind) and _may_overlap(left, right, above_left, above_right):
        return UNKNOWN
    return DISJOINT


def _may_overlap(
    left: gazetteer.Place, right: gazetteer.Place, above_left: tuple[str, ...], above_right: tuple[str, ...]
) -> bool:
    """A region of the world holds unknown countries; a region of a country holds unknown towns of it."""
    if any(p.kind == "region" and not p.parents for p in (left, right)):
        return True
    return bool(set(above_left) & set(above_right))


def country_of(key: str | None) -> str | None:
    """The code of the country that a key speaks of: "RU" for "country:RU", "government:RU" and the key of Moscow."""
    if not key:
        return None
    kind, _, rest = key.partition(":")
    if kind in ("country", "government"):
        return rest
    place = gazetteer.by_key(key) if kind in ("region", "state", "city") else None
    above = (k for k in gazetteer.ancestors(place) if k.startswith("country:")) if place else iter(())
    return next((k.removeprefix("country:") for k in above if "-" not in k), None)


def is_common_town(key: str | None) -> bool:
    """Whether a key is of a town so small that a place of that name may well be another one."""
    place = gazetteer.by_key(key) if key and key.startswith("city:") else None
    return place is not None and place.population < _KNOWN_ANYWHERE


# From here on a town's name alone says which town is meant.
_KNOWN_ANYWHERE = 300_000


def same_country(left: str | None, right: str | None) -> bool:
    """Whether two keys act for one country: the country itself ("country:RU") or its government ("government:RU").

    A town is not its country; use :func:`relation` for where things lie.
    """
    sides = [k for k in (left, right) if k and k.startswith(("country:", "government:"))]
    return len(sides) == 2 and country_of(left) == country_of(right)
