"""Each expectation of each story: found, not fallen for, and nothing else told."""

import pytest

from tests.evaluation.matching import MAX_CHARS
from tests.stories.loading import Story, stories
from tests.stories.outcome import Row, fault, reconciled, rows


def _marked(row: Row) -> object:
    marks = [pytest.mark.xfail(reason=row.unmet, strict=True)] if row.unmet else []
    return pytest.param(row, id=row.id, marks=marks)


@pytest.mark.parametrize("row", [_marked(row) for row in rows()])
def test_expectation_is_met(row: Row) -> None:
    why = fault(row)
    assert not why, why


@pytest.mark.parametrize("story", stories(), ids=lambda s: s.name)
def test_expectations_name_distinct_rows(story: Story) -> None:
    ids = [row.id for row in rows() if row.story == story.name]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("story", stories(), ids=lambda s: s.name)
def test_evidence_is_short_and_true(story: Story) -> None:
    result = reconciled(story.name)
    texts = {r.id: r.text for r in story.event.reports}
    for finding in result.findings:
        for e in finding.evidence:
            assert texts[e.report_id][e.start : e.end] == e.text
    long = [e.text for f in result.contradictions for e in f.evidence if len(e.text) > MAX_CHARS]
    assert not long
