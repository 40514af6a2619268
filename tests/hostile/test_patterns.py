"""No pattern of the package can be made to take more than a time that grows with the text: counted in steps, not seconds.

Each repeat without an end is fed what it repeats, once and four times as often, behind what leads to it and before what makes it fail.
"""

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from tests.hostile.backtracking import Steps, TooManyStepsError, pumps

ROOT = Path(__file__).resolve().parents[2]
BOUNDED = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))["bounded"]
_TIMES = 24
_NO_END = 999
# Four times the text may take four times the steps, and a little more where a bounded part is not used up yet.
_MOST_GROWTH = 6.0
Pattern = tuple[str, int, str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns with their flags and places, recorded in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.patterns"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return tuple((pattern, flags, place) for pattern, flags, place in json.loads(done.stdout))


def is_bounded(pattern: Pattern) -> bool:
    return any(pattern[2].startswith(row["file"] + ":") and row["part"] in pattern[0] for row in BOUNDED)


def growth(pattern: str, flags: int, times: int = _TIMES, most: int = 400_000) -> tuple[float, str]:
    """The worst growth over four times the text, with the text; confirmed with eight times as many repeats."""
    tree = parser.parse(pattern, flags)
    nodes, all_flags = list(tree), tree.state.flags | flags
    worst, text = 0.0, ""
    for lead, unit in dict.fromkeys(pumps(tree, all_flags, open_from=_NO_END)):
        for end in ("\x00", "a"):
            parts = lead, unit, end
            found = ratio(nodes, all_flags, parts, times, most)
            if _MOST_GROWTH < found < float("inf"):
                found = min(found, ratio(nodes, all_flags, parts, 8 * times, most))
            if found > worst:
                worst, text = found, f"{lead}{unit * times}{end}"
    return worst, text


def ratio(nodes: list[tuple[object, object]], flags: int, parts: tuple[str, str, str], times: int, most: int) -> float:
    """How many times the steps of ``times`` repeats four times as many take; infinite where they are not to be counted."""
    lead, unit, end = parts
    counts = []
    for repeats in (times, 4 * times):
        search = Steps(lead + unit * repeats + end, flags, most=most)
        try:
            search.search(nodes)
        except TooManyStepsError:
            return float("inf")
        counts.append(search.count)
    return counts[1] / counts[0]


def test_all_patterns_grow_with_the_text() -> None:
    sys.setrecursionlimit(max(20_000, sys.getrecursionlimit()))
    found = {p: growth(p[0], p[1]) for p in patterns() if not is_bounded(p)}
    assert len(found) > 200
    assert [(p[2], p[0][:80], f"{g:.1f}", text[:60]) for p, (g, text) in found.items() if g > _MOST_GROWTH] == []


@pytest.mark.parametrize("row", BOUNDED, ids=lambda row: row["part"])
def test_each_exception_is_of_a_pattern_that_is_there(row: dict[str, str]) -> None:
    assert [p for p in patterns() if p[2].startswith(row["file"] + ":") and row["part"] in p[0]]


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a+)+b", r"(?:a|a)*b", r"\w+\s*=", r"a*a*b", r"(?:x+y?)+z", r"\s+$", r"(?:\w+,?)*;", r"(a*)*\1b"],
)  # fmt: skip
def test_bad_patterns_are_seen(pattern: str) -> None:
    sys.setrecursionlimit(max(20_000, sys.getrecursionlimit()))
    assert growth(pattern, 0, 8, 20_000)[0] > _MOST_GROWTH


@pytest.mark.parametrize(
    "pattern",
    [r"a+b?", r"(?<!a)a+b", r"\d{1,3}(?:,\d{3}){0,5};", r"(?<!a)a++b", r"(?:ab)*+", r"[^;]*;?", r"(?>a+)|b", r"\bword\b", r"(?i)A{2,}?"],
)  # fmt: skip
def test_good_patterns_are_let_through(pattern: str) -> None:
    assert growth(pattern, 0)[0] <= _MOST_GROWTH


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(\w)\1", "abba"), (r"(?<=a)b", "ab"), (r"(?<!a)b", "ab"), (r"a(?!b)", "ab"), (r"(?:a|ab)(?:c|bcd)$", "abcd"), (r"^\w+?$", "abc"),
        (r"(?i)STRASSE", "strasse"), (r"(?s).\n", "a\n"), (r"(?m)^b$", "a\nb\nc"), (r"\d{2,3}?\b", "12345"), (r"(a)?(?(1)b|c)", "c"), (r"[^\W\d]", "1a"),
        (r"(?:ab){2,}+c", "ababab"), (r"a*+a", "aaa"), (r"(?>a|ab)c", "abc"), (r"\Bb", "ab"), (r"[a-c\s]+z", "ab cz"), (r"x*", ""), (r"(?:a*)*b", "aab"),
    ],
)  # fmt: skip
def test_the_matcher_means_what_re_means(pattern: str, text: str) -> None:
    tree = parser.parse(pattern)
    assert Steps(text, tree.state.flags).search(list(tree)) == bool(re.search(pattern, text))
