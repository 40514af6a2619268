"""One report against itself, and the one value for a fact with several."""

import pytest

from reconcile import Config, Finding, Report, reconcile


def contradictions(*texts: str, config: Config | None = None) -> tuple[Finding, ...]:
    reports = [Report(text, id=f"r{n}", source=f"Paper {n}") for n, text in enumerate(texts)]
    return reconcile(reports, config=config).contradictions


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Twelve people died near Lund, including 15 children, police said.", {"Twelve people", "15 children"}),
        ("The road between the two towns is 120 km (20 miles) long.", {"120 km", "20 miles"}),
    ],
)
def test_numbers_that_do_not_add_up(text: str, passages: set[str]) -> None:
    """A part above its total, a conversion that is off: both passages of the one report are shown."""
    (found,) = contradictions(text)
    assert found.scope == "within"
    assert {e.text for e in found.evidence} == passages


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died near Lund, including two children, police said.",
        "The road between the two towns is 120 km (75 miles) long.",
        "Twelve people died near Lund. A year ago 15 children died there.",
    ],
)
def test_numbers_that_do(text: str) -> None:
    """Parts below their total, a rounded conversion, another year."""
    assert contradictions(text) == ()


FIRST = "A coach crashed near the town of Lund on Monday, killing 12 people, police said."
SECOND = "Fourteen people were killed when a coach crashed near the town of Lund on Monday."


@pytest.mark.parametrize(
    ("how", "code", "value"),
    [
        ("range", "resolution.range", "12 people to Fourteen people"),
        ("minimum", "resolution.minimum", "12 people"),
        ("source_order", "resolution.source-order", "12 people"),
        ("majority", "resolution.majority", "none"),
    ],
)
def test_one_value_for_several(how: str, code: str, value: str) -> None:
    """The setting decides how the sides are summed up; both sides are kept."""
    (found,) = [f for f in contradictions(FIRST, SECOND, config=Config(resolution=how)) if f.kind == "quantity"]
    assert dict(next(r for r in found.reasons if r.code == code).params) == {"value": value}
    assert {side.value for side in found.sides} == {"12 people", "Fourteen people"}


@pytest.mark.parametrize(
    "text",
    [
        "The crew reached the ridge on Monday, a guide said. The crew did not reach the ridge on Monday, the club said.",
        "The boy, named Zhao Zicong, fell into the well. Rescuers looked for Zhao Sicong, who fell into the well on Sunday.",
        "The rocket was launched from an undisclosed location. The rocket was launched from the Lund launch site at 9 a.m.",
    ],
)
def test_a_report_does_not_contradict_its_copy(text: str) -> None:
    """What a report says against itself stands in its copy too: nothing is told between the two."""
    assert [f.summary for f in contradictions(text, text) if f.scope == "cross"] == []
