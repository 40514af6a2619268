"""Arguments of the wrong kind: an error of the library's own that says what was got and what is allowed."""

from datetime import date
from pathlib import Path

import pytest

from reconcile import (
    ArgumentError,
    Config,
    ConfigError,
    FormatError,
    ReconcileError,
    Reconciler,
    Reconciliation,
    Report,
    ReportError,
    find_entities,
    find_quantities,
    find_times,
    group_reports,
    name_similarity,
    read_reports,
    reconcile,
)
from tests.stories.loading import story


def test_no_reports_give_an_empty_result() -> None:
    result = reconcile([])
    assert (result.reports, result.findings, result.claims, result.timeline) == ((), (), (), ())
    assert Reconciliation.from_json(result.to_json()) == result
    assert str(result)


def test_one_report_has_nothing_to_agree_with() -> None:
    result = reconcile(story("accident").event.reports[:1])
    assert result.agreements == ()
    assert {f.scope for f in result.contradictions} <= {"within"}
    assert result.claims


def test_an_empty_report_beside_a_full_one() -> None:
    full = story("accident").event.reports[0]
    result = reconcile([full, Report("", id="empty")])
    assert [f for f in result.findings if "empty" in f.report_ids] == []
    assert {r.id for r in result.reports} == {full.id, "empty"}


def test_two_reports_of_one_id_are_refused() -> None:
    with pytest.raises(ArgumentError, match="twin"):
        reconcile([Report("Two died.", id="twin"), Report("Three died.", id="twin")])


def test_a_generator_is_as_good_as_a_list() -> None:
    found = story("accident").event.reports
    assert reconcile(r for r in found).to_json() == reconcile(found).to_json()


@pytest.mark.parametrize(
    "wrong", [None, 7, "a text", b"bytes", {"text": "a"}, ["a text"], [None], [{"text": "a"}]], ids=repr
)
def test_reports_of_the_wrong_type(wrong: object) -> None:
    with pytest.raises(ArgumentError, match="Report"):
        reconcile(wrong)  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="Report"):
        group_reports(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("workers", [0, -1, 1.5, "two", None, True], ids=repr)
def test_workers_of_the_wrong_kind(workers: object) -> None:
    with pytest.raises(ArgumentError, match="workers"):
        reconcile([], workers=workers)  # type: ignore[arg-type]


@pytest.mark.parametrize("config", [{"resolution": "range"}, "range", 3], ids=repr)
def test_config_of_the_wrong_type(config: object) -> None:
    with pytest.raises(ReconcileError, match=r"[Cc]onfig"):
        reconcile([], config=config)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, 7, b"bytes", ["a"]], ids=repr)
def test_text_of_the_wrong_type(text: object) -> None:
    for find in (find_times, find_quantities, find_entities):
        with pytest.raises(ArgumentError, match="str"):
            find(text)  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="str"):
        name_similarity(text, "Anna")  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="str"):
        name_similarity("Anna", text)  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="text"):
        Report(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("reference", ["2023-07-25", 2023, 1.5], ids=repr)
def test_reference_of_the_wrong_type(reference: object) -> None:
    with pytest.raises(ArgumentError, match="reference"):
        find_times("on Sunday", reference=reference)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", 7),
        ("source", 7),
        ("title", b"x"),
        ("published", "2023-07-25"),
        ("published", 2023),
        ("url", 7),
        ("language", None),
    ],
)
def test_report_fields_of_the_wrong_type(field: str, value: object) -> None:
    with pytest.raises(ArgumentError, match=field):
        Report("text", **{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({}, "text"),
        ({"text": None}, "text"),
        ({"text": 7}, "text"),
        ({"text": "a", "colour": "red"}, "colour"),
        ({"text": "a", "published": "yesterday"}, "published"),
        ({"text": "a", "published": "2023-02-31"}, "published"),
        ([("text", "a")], "mapping"),
        (None, "mapping"),
    ],
    ids=repr,
)
def test_mappings_that_are_no_report(mapping: object, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        Report.from_dict(mapping)  # type: ignore[arg-type]


def test_dates_are_read_from_mappings() -> None:
    assert Report.from_dict({"text": "a", "published": "2023-07-25"}).published == date(2023, 7, 25)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("resolution", "loudest"), ("date_order", "YMD"), ("min_confidence", 1.5), ("min_confidence", "high"),
        ("name_threshold", -0.1), ("name_threshold", True), ("max_chars", 0), ("max_reports", 2.5), ("max_findings", "all"),
    ],
)  # fmt: skip
def test_settings_outside_their_range(name: str, value: object) -> None:
    with pytest.raises(ConfigError, match=name):
        Config(**{name: value})  # type: ignore[arg-type]


def test_an_unknown_setting_lists_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"colour.*resolution"):
        Config.from_dict({"colour": "red"})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for read in (Report.from_file, read_reports):
        with pytest.raises(ReportError, match=r"nowhere\.txt"):
            read(tmp_path / "nowhere.txt")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Zwölf Menschen starben.".encode("latin-1"))
    for read in (Report.from_file, read_reports):
        with pytest.raises(ReportError, match=r"latin\.txt.*UTF-8"):
            read(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=tmp_path.name):
        Report.from_file(tmp_path)


@pytest.mark.parametrize("document", ["", "null", "[]", "{}", "7", '{"reports": 7}', "not json", "\ufeff{}"], ids=repr)
def test_json_that_is_no_result(document: str) -> None:
    with pytest.raises(FormatError):
        Reconciliation.from_json(document)


def test_a_reconciler_names_what_it_does_not_have() -> None:
    reconciler = Reconciler()
    with pytest.raises(ArgumentError, match="nobody"):
        reconciler.remove("nobody")
    with pytest.raises(ArgumentError, match="Report"):
        reconciler.add("a text")  # type: ignore[arg-type]
    reconciler.add(Report("Two died.", id="twin"))
    with pytest.raises(ArgumentError, match="twin"):
        reconciler.add(Report("Three died.", id="twin"))
