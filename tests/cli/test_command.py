import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from reconcile import Report, ReportError, reconcile
from reconcile.cli import main
from reconcile.cli.command import FOUND, WRONG
from reconcile.cli.events import file_name
from reconcile.results import Reconciliation

FIRST = "A ferry sank off Port Ellan on Sunday, killing 12 people, police said.\n\nExperts belive that the crew was was tired."
SECOND = "Fifteen people died when a ferry sank off Port Ellan on Sunday, police said."


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Stdout(io.TextIOWrapper):
    """Standard output that keeps bytes, as the command writes them."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object, stdin: str = "") -> Ran:
    out, err = Stdout(), Stdout()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogateescape")), encoding="utf-8")
    )
    code = main([str(a) for a in arguments])
    said = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return Ran(code, *said)


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("text", "The two reports"),
        ("md", "**The two reports"),
        ("html", "<!DOCTYPE html>"),
        ("json", '{\n  "format": "reconcile-result"'),
        ("csv", "id,number,category"),
        ("annotations", '{\n  "@context": "http://www.w3.org/ns/anno.jsonld"'),
        ("jsonl", '{"id": '),
    ],
)
def test_formats(folder: Path, monkeypatch: pytest.MonkeyPatch, form: str, sign: str) -> None:
    ran = run(monkeypatch, folder, "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.lstrip().startswith(sign)
    assert ran.out.endswith("\n")
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("name", ["r.html", "r.json", "r.md", "r.csv", "r.jsonl", "r.txt"])
def test_the_ending_of_the_output_says_the_format(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    ran = run(monkeypatch, folder, "-o", folder / name)
    assert ran == (0, "", "")
    signs = {
        "html": "<!DOCTYPE",
        "json": '{\n  "format"',
        "md": "**The",
        "csv": "id,",
        "jsonl": '{"id"',
        "txt": "The two",
    }
    assert (folder / name).read_text(encoding="utf-8").startswith(signs[name[2:]])


def test_a_saved_result_is_shown_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, folder, "-o", folder / "saved.json")
    again = run(monkeypatch, folder / "saved.json")
    (folder / "saved.json").rename(folder.parent / "saved.json")
    assert again.out == run(monkeypatch, folder).out


def test_json_lines_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\n".join(json.dumps({"text": t, "source": s}) for t, s in ((FIRST, "Desk"), (SECOND, "Wire")))
    ran = run(monkeypatch, "-", "--format", "json", "--published", "2024-03-05", stdin=lines)
    result = Reconciliation.from_json(ran.out)
    assert sorted(r.source or "" for r in result.reports) == ["Desk", "Wire"]
    assert {str(r.published) for r in result.reports} == {"2024-03-05"}
    assert run(monkeypatch, "--format", "json", "--published", "2024-03-05", stdin=lines).out == ran.out


def test_only_and_least_confidence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = [json.loads(x) for x in run(monkeypatch, folder, "-f", "jsonl").out.splitlines()]
    assert {"contradiction", "garble"} <= {f["category"] for f in every}
    some = [
        json.loads(x) for x in run(monkeypatch, folder, "-f", "jsonl", "--only", "garble,agreement").out.splitlines()
    ]
    assert some == [f for f in every if f["category"] in ("garble", "agreement")]
    sure = [json.loads(x) for x in run(monkeypatch, folder, "-f", "jsonl", "--min-confidence", "0.85").out.splitlines()]
    assert sure == [f for f in every if f["confidence"] >= 0.85]


def test_explain(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = json.loads(run(monkeypatch, folder, "-f", "jsonl").out.splitlines()[0])
    ran = run(monkeypatch, folder, "--explain", first["id"])
    assert f"Id: {first['id']}" in ran.out
    missing = run(monkeypatch, folder, "--explain", "nobody")
    assert (missing.code, missing.err) == (
        WRONG,
        f"reconcile: no finding of id 'nobody'; there are {missing.err.split()[-1]}\n",
    )


@pytest.mark.parametrize(("name", "code"), [("contradiction", FOUND), ("garble", FOUND)])
def test_fail_on(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    assert run(monkeypatch, folder, "--fail-on", name).code == code
    assert run(monkeypatch, folder).code == 0
    assert run(monkeypatch, folder / "b.txt", "--fail-on", name).code == 0


def test_settings_from_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = folder.parent / "settings.toml"
    for text in ("min_confidence = 0.9\n", "[reconcile]\nmin_confidence = 0.9\n"):
        settings.write_text(text, encoding="utf-8")
        ran = run(monkeypatch, folder, "--config", settings, "-f", "json")
        assert Reconciliation.from_json(ran.out).config.min_confidence == 0.9


def test_reviews_are_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = run(monkeypatch, folder, "-f", "csv").out
    head, first, *_ = table.splitlines()
    reviewed = folder.parent / "reviewed.csv"
    reviewed.write_text(
        f"{head}\n{first[: first.rindex(',', 0, first.rindex(','))]},dismissed,checked\n", encoding="utf-8"
    )
    ran = run(monkeypatch, folder, "--reviews", reviewed)
    assert "[dismissed]" in ran.out
    assert "Note: checked" in ran.out


WRONG_CALLS: list[tuple[list[str], str]] = [
    (["missing.txt"], "missing.txt: no such file or folder"),
    (["{folder}", "--format", "pdf"], "'pdf' is not one of"),
    (["{folder}", "--only", "gossip"], "'gossip' is not one of"),
    (["{folder}", "--min-confidence", "2"], "2.0 is not in the range"),
    (["{folder}", "--config", "missing.toml"], "missing.toml: cannot be read"),
    (["{folder}", "--published", "yesterday"], "published must be an ISO 8601 date"),
    (["{folder}", "-o", "missing/x.html"], "missing/x.html"),
    (["{folder}/a.txt", "--reviews", "{folder}/b.txt"], "column id, verdict is missing"),
    (["--events", "event"], "--events needs a table"),
    (["--no-such-option"], "No such option"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG_CALLS, ids=[m for _, m in WRONG_CALLS])
def test_what_is_wrong_is_said_without_a_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(folder)
    ran = run(monkeypatch, *(a.format(folder=folder) for a in arguments))
    assert ran.code == WRONG
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_nothing_given_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert main([]) == WRONG
    assert "no reports given" in capsys.readouterr().err


def _table(folder: Path) -> Path:
    rows = [
        {"event": e, "text": t, "source": s}
        for e, t, s in (("x", FIRST, "A"), ("../y z", SECOND, "B"), ("x", SECOND, "C"))
    ]
    file = folder / "events.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def test_events_as_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, _table(folder), "--events", "event")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [line["event"] for line in lines] == ["x", "../y z"]
    assert [len(Reconciliation.from_dict(line["result"]).reports) for line in lines] == [2, 1]
    assert run(monkeypatch, _table(folder), "--events", "event", "--fail-on", "contradiction").code == FOUND


def test_events_as_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, _table(folder), "--events", "event", "-f", "html", "-o", folder / "out")
    assert (ran.code, ran.out) == (0, "")
    assert sorted(f.name for f in (folder / "out").iterdir()) == sorted(["x.html", f"{file_name('../y z')}.html"])


@pytest.mark.parametrize("event", ["../../etc/passwd", "a/b", "..", ".", "", "a\x00b", "x" * 500, "é è"])
def test_an_event_stays_in_its_folder(event: str) -> None:
    name = file_name(event)
    assert name
    assert len(name) < 120
    assert not set(name) & set("/\\\x00")
    assert name not in (".", "..")
    assert file_name(f"{event}!") != name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    ran = run(monkeypatch, "--completion", shell)
    assert ran.code == 0
    assert "_RECONCILE_COMPLETE" in ran.out


def test_help_and_version(monkeypatch: pytest.MonkeyPatch) -> None:
    from reconcile import __version__

    ran = run(monkeypatch, "--help")
    assert ran.code == 0
    assert "Exit codes:" in ran.out
    assert __version__ in run(monkeypatch, "--version").out


def test_as_a_module_with_a_reader_that_leaves_early(folder: Path) -> None:
    command = [sys.executable, "-m", "reconcile", str(folder), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_the_shell_completes_options() -> None:
    environment = {
        **os.environ,
        "_RECONCILE_COMPLETE": "bash_complete",
        "COMP_WORDS": "reconcile --for",
        "COMP_CWORD": "1",
    }
    code = "from reconcile.cli import main; main([])"
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert ran.stdout == "plain,--format\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("s.toml", "loud = true", "s.toml: unknown setting 'loud'"),
        ("s.toml", "= 1", "s.toml: "),
        ("s.json", "[1]", "s.json: expected a table of settings"),
        ("s.json", '{"reconcile": {"min_confidence": 2}}', "s.json: Config.min_confidence must be"),
    ],
)
def test_wrong_settings(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, message: str) -> None:
    settings = folder / name
    settings.write_text(content, encoding="utf-8")
    ran = run(monkeypatch, folder / "a.txt", "--config", settings)
    assert ran.code == WRONG
    assert message in ran.err


def test_standard_input_that_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "-", stdin="caf\udce9")
    assert (ran.code, ran.err) == (WRONG, "reconcile: standard input: not UTF-8 at byte 3: unexpected end of data\n")


def test_a_broken_saved_result(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for content, message in (("{", "not JSON"), ('{"format": "reconcile-result"}', "$.format_version"), ("[]", "")):
        (folder / "x.json").write_text(content, encoding="utf-8")
        ran = run(monkeypatch, folder / "x.json")
        assert ran.code == (WRONG if message else 0)
        assert message in ran.err


def test_the_error_of_one_event_stops_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_alone(reports: list[Report], **settings: object) -> Reconciliation:
        if len(reports) < 2:
            raise ReportError("too few")
        return reconcile(reports)

    monkeypatch.setattr("reconcile.cli.events.reconcile", fail_alone)
    lines = [json.loads(x) for x in run(monkeypatch, _table(folder), "--events", "event").out.splitlines()]
    assert [set(line) for line in lines] == [{"event", "result"}, {"event", "error"}]
    ran = run(monkeypatch, _table(folder), "--events", "event", "-o", folder / "out")
    assert "event '../y z': too few" in ran.err
    assert (folder / "out" / f"{file_name('../y z')}.error.txt").read_text(encoding="utf-8") == "too few\n"
    assert (folder / "out" / "x.txt").is_file()


def test_nothing_to_write_is_an_empty_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, folder / "b.txt", "--only", "garble", "-f", "jsonl")
    assert (ran.code, ran.out) == (0, "")
