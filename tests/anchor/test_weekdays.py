"""A weekday that does not fit its date is marked; one that fits, or that cannot be checked, is not."""

import pytest

from reconcile.anchor import anchor
from reconcile.anchor.weekdays import NAMES, mismatches
from reconcile.config import Config
from reconcile.extract.times import find
from reconcile.model.marks import Mark
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
from reconcile.text.reading import read


def marks(text: str, published: str | None = None) -> tuple[Mark, ...]:
    document = read(Report.from_dict({"text": text, "published": published}), Config())
    reading = Reading(document, find(document))
    return mismatches(reading, anchor([reading], Config())[reading.report_id])


def test_wrong_weekday_of_a_full_date() -> None:
    (mark,) = marks("It fell on Monday, 25 July 2023.")
    assert (mark.kind, mark.text) == ("weekday_mismatch", "Monday, 25 July 2023")
    assert dict(mark.params) == {"date": "2023-07-25", "told": "Monday", "weekday": "Tuesday"}


def test_wrong_weekday_near_the_writing() -> None:
    (mark,) = marks("It fell on Monday, July 25.", published="2023-08-04")
    assert dict(mark.params)["date"] == "2023-07-25"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("It fell on Tuesday, 25 July 2023.", None),
        ("It fell on Monday, July 25.", None),
        ("It fell on Tuesday.", "2023-08-04"),
        ("It fell on July 25, 2023.", None),
        ("It ran from Monday, July 24, 2023, to Tuesday, July 25, 2023.", None),
        ("Until Tuesday, July 25, 2023, it stood.", None),
    ],
)
def test_nothing_to_mark(text: str, published: str | None) -> None:
    assert marks(text, published) == ()


@pytest.mark.parametrize("number", range(7))
def test_each_weekday_by_its_name(number: int) -> None:
    """24 July 2023 was a Monday; every day of that week told with the next day's name."""
    told = NAMES[(number + 1) % 7]
    (mark,) = marks(f"It fell on {told}, July {24 + number}, 2023.")
    assert dict(mark.params) == {"date": f"2023-07-{24 + number}", "told": told, "weekday": NAMES[number]}


def test_the_names_of_the_week() -> None:
    assert NAMES == ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
