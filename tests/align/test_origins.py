"""How many independent voices a set of passages has."""

import pytest

from reconcile.model.origins import Origins, Place

# B copied the second sentence of A; C says all in its own words.
COPIED = Origins({("a", 0): ("a", 0), ("a", 1): ("a", 1), ("b", 1): ("a", 1), ("b", 2): ("b", 2), ("c", 1): ("c", 1)})


@pytest.mark.parametrize(
    ("places", "voices"),
    [
        ((("a", 0),), 1),
        ((("a", 0), ("a", 1)), 1),
        ((("a", 1), ("b", 1)), 1),
        ((("a", 0), ("b", 1)), 1),
        ((("a", 0), ("b", 2)), 2),
        ((("a", 1), ("c", 1)), 2),
        ((("b", 1), ("c", 1)), 2),
        ((("a", 0), ("b", 1), ("c", 1)), 2),
        ((("x", 5), ("y", 5)), 2),
        ((), 0),
    ],
)
def test_a_copy_is_no_voice_of_its_own(places: tuple[Place, ...], voices: int) -> None:
    assert COPIED.voices(places) == COPIED.voices(reversed(places)) == voices
