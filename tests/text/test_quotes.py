"""Where quotes begin and end."""

import pytest

from reconcile import Config, Report
from reconcile.text.reading import read


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("He says his heart is “perfectly sound”.", ["perfectly sound"]),
        ("Dahl says his heart is 'perfectly sound'.", ["perfectly sound"]),
        ("Dahl says his heart is 'perfectly sound' now.", ["perfectly sound"]),
        ("She called it 'a disaster', and left.", ["a disaster"]),
        ("'We left,' he said. 'It was cold.' The dogs' owner came.", ["We left,", "It was cold."]),
        ("It was the players' 'best day' ever, said the boys' father.", ["best day"]),
        ("The 'girls' club' closed.", ["girls' club"]),
        ("In the '90s the players' wives left.", []),
        ("Rock 'n' roll is the fans' music.", []),
        ("It's the boys' ball, and the girls' as well.", []),
        ("Norland launches 'satellite'", ["satellite"]),
    ],
)
def test_quotes(text: str, expect: list[str]) -> None:
    found = read(Report(text), Config()).quotes
    assert [text[q.span.start : q.span.end] for q in found] == expect


def test_single_marks_are_apostrophes_beside_double_ones() -> None:
    text = "“It is the boys' ball,” she said of 'the ball'."
    found = read(Report(text), Config()).quotes
    assert [text[q.span.start : q.span.end] for q in found] == ["It is the boys' ball,"]


def test_marks_that_nothing_closes_cost_little() -> None:
    text = "'a " * 20_000
    assert read(Report(text), Config()).quotes == ()
