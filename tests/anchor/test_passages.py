"""All times of a passage: what one tells the next, ranges, and what stays open without a day of writing."""

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

from reconcile import find_times
from reconcile.model.times import TimeExpression

CASES = tomllib.loads((Path(__file__).parent / "cases" / "passages.toml").read_text(encoding="utf-8"))["case"]


def written(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return moment.date().isoformat() if (moment.hour, moment.minute) == (0, 0) else moment.isoformat(timespec="minutes")


def row(time: TimeExpression) -> list[str]:
    ends = [written(end) for end in time.interval] if time.interval else ["", ""]
    return [time.text, time.value, *ends, time.granularity, time.mod or "", " ".join(time.assumptions)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_times_of_a_passage(case: dict[str, object]) -> None:
    on = str(case.get("on", "2023-08-04"))
    found = find_times(str(case["text"]), reference=date.fromisoformat(on) if on else None)
    assert [row(time) for time in found] == case["expect"]
    for time in found:
        lasting = time.value.startswith("P") and not time.value.endswith("_REF")
        assert time.type in (("DURATION", "SET") if lasting else ("DATE", "TIME", "SET"))
