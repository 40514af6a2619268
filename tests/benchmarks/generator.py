"""News-like reports made from a seed: one scene holds the facts, each report tells a part of them in its own words.

The same seed gives the same text on every machine (``random.Random`` with integer seeds is specified). Scenes of different
numbers share no person, organization or small place, so that their reports are about different events.
"""

import random
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from reconcile import Report


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


@frozen
class Scene:
    """The facts of one event, as the fields of the sentence patterns."""

    number: int
    kind: str
    day: date
    fields: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """One field."""
        return dict(self.fields)[name]


def scene(number: int) -> Scene:
    """The scene of that number."""
    chance = random.Random(number)
    names = _words()["names"]
    kind = sorted(_words()["scenes"])[number % len(_words()["scenes"])]
    day = date(2021, 1, 4) + timedelta(days=chance.randrange(1200))
    dead = chance.randint(2, 40)
    fields = {
        "town": _made(names["town_heads"], names["town_tails"], number, ""),
        "country": chance.choice(names["countries"]),
        "river": _made(names["river_heads"], names["river_tails"], number, ""),
        "agency": f"{_made(names['agency_heads'], names['agency_tails'], number, ' ')}",
        "official": _person(number, 0),
        "role": chance.choice(names["roles"]),
        "witness": _person(number, 1),
        "job": chance.choice(names["jobs"]),
        "expert": _person(number, 2),
        "dead": str(dead),
        "injured": str(dead + chance.randint(3, 90)),
        "evacuated": f"{chance.randint(11, 88) * 100:,}",
        "cost": str(chance.randint(2, 95)),
        "share": str(chance.randint(11, 89)),
        "distance": str(chance.randint(7, 95)),
        "hour": f"{chance.randint(1, 12)}:{chance.choice(('05', '10', '20', '40', '50'))} {chance.choice(('a.m.', 'p.m.'))}",
        "weekday": day.strftime("%A"),
        "old_year": str(day.year - chance.randint(3, 15)),
        "old_dead": str(dead + chance.randint(41, 99)),
        "age": str(chance.randint(21, 78)),
        "crews": str(chance.randint(4, 60)),
        "engines": str(chance.randint(3, 30)),
        "bridges": str(chance.randint(2, 12)),
        "months": str(chance.randint(5, 50)),
        "arrested": str(chance.randint(5, 80)),
        "rise": str(chance.randint(11, 89)),
        "workers": f"{chance.randint(3, 20) * 100:,}",
        "marchers": f"{chance.randint(10, 90) * 100:,}",
    }
    return Scene(number, kind, day, tuple(sorted(fields.items())))


def _made(heads: Sequence[str], tails: Sequence[str], number: int, glue: str) -> str:
    """A name that no other number of the first ``len(heads) * len(tails)`` has."""
    return heads[number % len(heads)] + glue + tails[number // len(heads) % len(tails)]


def _person(number: int, which: int) -> str:
    names = _words()["names"]
    first = names["first_names"][(number * 3 + which) % len(names["first_names"])]
    return f"{first} {_made(names['surname_heads'], names['surname_tails'], number * 3 + which, '')}"


def story(of: Scene, seed: int, words: int = 220) -> str:
    """A text of about ``words`` words: headline, lead, details in some order, then background until it is long enough."""
    chance = random.Random(of.number * 100_003 + seed)
    patterns, common = _words()["scenes"][of.kind], _words()["common"]
    lead = chance.choice(patterns["leads"])
    sentences = [lead]
    pools = [[*patterns["details"], *common["details"]]]
    while sum(len(s.split()) for s in sentences) < words:
        pool = pools.pop() if pools else list(common["background"])
        chance.shuffle(pool)
        sentences += (chance.choice(s.split(" // ")) for s in pool)
    body = _paragraphs(_shortened(sentences, words), chance)
    return "\n\n".join((chance.choice(patterns["headlines"]), *body)).format(**dict(of.fields))


def _shortened(sentences: Sequence[str], words: int) -> Sequence[str]:
    """The first sentences that together hold at least ``words`` words."""
    count = 0
    for n, sentence in enumerate(sentences, 1):
        count += len(sentence.split())
        if count >= words:
            return sentences[:n]
    return sentences


def _paragraphs(sentences: Sequence[str], chance: random.Random) -> list[str]:
    """The lead by itself, the others by one or two."""
    found, at = [sentences[0]], 1
    while at < len(sentences):
        step = chance.choice((1, 2))
        found.append(" ".join(sentences[at : at + step]))
        at += step
    return found


def report(of: Scene, seed: int, words: int = 220) -> Report:
    """One report of a scene, published on the day after it."""
    source = f"{_words()['names']['papers'][seed % len(_words()['names']['papers'])]} {seed}"
    published = of.day + timedelta(days=1)
    return Report(story(of, seed, words), source=source, id=f"r{of.number:05d}-{seed:05d}", published=published)


def one_event(count: int, number: int = 0, words: int = 220) -> list[Report]:
    """``count`` reports of one scene."""
    return [report(scene(number), seed, words) for seed in range(count)]


def mixed(count: int, per_event: int = 8, words: int = 220) -> list[Report]:
    """``count`` reports of ``count / per_event`` scenes, one scene after the other."""
    return [report(scene(n // per_event), n % per_event, words) for n in range(count)]
