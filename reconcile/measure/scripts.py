"""Whether a name may have been written in other letters first: then several spellings of it are right."""

from collections.abc import Iterable
from functools import lru_cache

from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import words


def may_be_romanised(name: str, around: Iterable[str]) -> bool:
    """Whether a part of the name is one that comes from other letters, or any of the entities ``around`` is, or lies in, a land of such."""
    parts = gazetteer.fold(name).split()
    return not words("scripts", "given_names").isdisjoint(parts) or any(map(_writes_otherwise, around))


@lru_cache(maxsize=4_096)
def _writes_otherwise(entity: str) -> bool:
    """Of the id of a country, or of a region or a city in one."""
    if not entity.startswith(("country:", "region:", "city:")):
        return False
    place = gazetteer.by_key(entity)
    lands = (entity, *gazetteer.ancestors(place)) if place is not None else (entity,)
    codes = words("scripts", "countries")
    return any(land.removeprefix("country:") in codes for land in lands)
