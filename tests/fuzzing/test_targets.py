"""The starts of each search, what was once found, and a few changed at random: the same ones on every run."""

from random import Random

import pytest

from tests.fuzzing.targets import TARGETS, starts

_TRIES = {"reconcile": 6, "from_html": 10}
_USUAL = 60
_PIECES = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xe2\x80\x9c", b'"', b"'", b"<", b"&#x0;", b"\r", b"\n\n", b"\x1e", b",", b"{}", b"[",
    b"null", b"NaN", b"1e999", b"-0", b"12 people", b"$1.2bn", b"on Sunday", b"(", b"]]>", b"99999999999999999999", b"\xef\xbb\xbf",
)  # fmt: skip


def changed(data: bytes, chance: Random) -> bytes:
    """Some cuts, doublings and pieces put in."""
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randint(0, len(data)) for _ in range(2))
        kind = chance.randrange(4)
        piece = (b"", data[at:to] * 2, chance.choice(_PIECES), bytes([chance.randrange(256)]))[kind]
        data = data[:at] + piece + data[(to if kind in (0, 1) else at) :]
    return data[:4_096]


@pytest.fixture(autouse=True)
def installed(target: str) -> None:
    """Pages need an extra."""
    if target == "from_html":
        pytest.importorskip("trafilatura")


@pytest.mark.parametrize("target", TARGETS)
def test_what_a_search_begins_with(target: str) -> None:
    for data in starts(target):
        TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
def test_inputs_changed_at_random(target: str) -> None:
    chance = Random(target)
    begun = list(starts(target))
    for _ in range(_TRIES.get(target, _USUAL)):
        TARGETS[target](changed(chance.choice(begun), chance))
