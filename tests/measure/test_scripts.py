"""Which names may come from other letters."""

import pytest

from reconcile.measure.scripts import may_be_romanised


@pytest.mark.parametrize(
    ("name", "around", "may"),
    [
        ("Philip Ash", [], False),
        ("Philip Ash", ["country:FR", "person:ann", "organization:ru"], False),
        ("Philip Ash", ["country:RU"], True),
        ("Philip Ash", ["country:FR", "country:GR"], True),
        ("Philip Ash", ["region:siberia"], True),
        ("Philip Ash", ["city:524901"], True),
        ("Philip Ash", ["city:5128581"], False),
        ("Philip Ash", ["state:texas", "city:0", "country:XX"], False),
        ("Mohammed Ash", [], True),
        ("Anna-Fatima Ash", [], True),
        ("MOHAMMED ASH", [], True),
        ("Ash Mohammedson", [], False),
    ],
)
def test_what_may_be_romanised(name: str, around: list[str], may: bool) -> None:
    assert may_be_romanised(name, around) is may
