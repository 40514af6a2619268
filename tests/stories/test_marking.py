"""Writing down which rows of a story are met."""

from tests.stories.__main__ import marked

TEXT = """\
[[contradiction]]
label = "dead"

[[contradiction]]
xfail = "a reason of its own"
label = "hour"

[[trap]]
xfail = "told as a contradiction"
why = "units"
"""


def test_new_faults_are_written_down() -> None:
    text = marked(TEXT, {("contradiction", 0): "no such contradiction", ("contradiction", 1): "no such contradiction"})
    assert text.count("xfail") == 2
    assert '[[contradiction]]\nxfail = "not told yet"\nlabel = "dead"' in text


def test_a_reason_of_its_own_stays() -> None:
    assert 'xfail = "a reason of its own"' in marked(TEXT, {("contradiction", 1): "no such contradiction"})


def test_what_is_met_loses_its_reason() -> None:
    assert "xfail" not in marked(TEXT, {})
