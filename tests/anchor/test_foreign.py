"""Dates in other languages: the day, and no day for what is none."""

from datetime import date

from reconcile.anchor.foreign import parsed


def test_languages() -> None:
    assert parsed("14 сентября 2017", ("ru",)) == date(2017, 9, 14)
    assert parsed("3 de mayo de 2019", ("es",)) == date(2019, 5, 3)
    assert parsed("15 Temmuz 2016", ("tr",)) == date(2016, 7, 15)


def test_no_date() -> None:
    assert parsed("32 mai 2019", ("de", "fr")) is None
