"""The whole reconciliation: against a date parser alone, by stage, as inputs grow, in memory, at import.

Run with ``python -m pytest -m benchmark -s tests/benchmarks``; RECONCILE_ARTICLES names a folder of articles to use instead of
generated ones. Each assertion is a ratio inside one run, so that it holds on any machine.
"""

import cProfile
import pstats
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile import Reconciler, Report, reconcile
from reconcile.batch import reconcile_frame
from tests.benchmarks.generator import mixed, one_event, report, scene, story
from tests.benchmarks.timing import articles, exponent, in_new_process, seconds, word_count

pytestmark = pytest.mark.benchmark
MEBIBYTE = 1024 * 1024
SIZES = (20, 80, 320)


def by_event(reports: list[Report], of_event: int = 8) -> list[list[Report]]:
    return [reports[n : n + of_event] for n in range(0, len(reports), of_event)]


def test_faster_than_a_date_parser_alone() -> None:
    from dateparser.search import search_dates

    found = articles(40)
    words = word_count(found)
    reconcile(found[:2])
    ours = seconds(lambda: [reconcile(event) for event in by_event(found)])
    sample = found[:8]
    theirs = seconds(lambda: [search_dates(r.text) for r in sample], 1)
    told = seconds(lambda: [search_dates(r.text, languages=["en"]) for r in sample], 1)
    ours_speed, their_speed, told_speed = words / ours, word_count(sample) / theirs, word_count(sample) / told
    print(
        f"\nreconcile {ours_speed:,.0f} words/s, dateparser.search {their_speed:,.0f} words/s, ratio {ours_speed / their_speed:.2f}"
        f"; told that the texts are English {told_speed:,.0f} words/s, ratio {ours_speed / told_speed:.2f}"
    )
    assert ours_speed >= their_speed


def test_share_of_each_stage() -> None:
    found = articles(40)
    reconcile(found[:2])
    profile = cProfile.Profile()
    profile.runcall(lambda: [reconcile(event) for event in by_event(found)])
    shares: Counter[str] = Counter()
    for (file, _, _), (_, _, own, *_) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        parts = Path(file).parts
        if "reconcile" in parts:
            shares["/".join(parts[parts.index("reconcile") + 1 :][:1])] += own
        else:
            shares[next((p for p in ("HanTa", "rapidfuzz", "dateparser", "re") if p in file), "other")] += own
    total = sum(shares.values())
    print()
    for name, own in shares.most_common(14):
        print(f"  {name:24} {own / total:6.1%}")
    assert total > 0


@pytest.mark.parametrize(
    ("name", "make", "limit"), [("mixed", mixed, 1.15), ("one event", one_event, 1.3)], ids=("mixed", "one-event")
)
def test_growth(name: str, make: Callable[..., list[Report]], limit: float) -> None:
    reconcile(make(2))
    taken = [seconds(lambda size=size: reconcile(make(size)), 1) for size in SIZES]  # type: ignore[misc]
    grown = exponent(SIZES[1:], taken[1:])
    print(
        f"\n{name}: {', '.join(f'{s} in {t:.2f} s' for s, t in zip(SIZES, taken, strict=True))}; exponent {grown:.2f}"
    )
    assert grown <= limit


def test_growth_with_the_length_of_a_text() -> None:
    lengths = (1_000, 4_000, 16_000)
    texts = [report(scene(3), 1, words) for words in lengths]
    reconcile(texts[:1])
    taken = [seconds(lambda one=one: reconcile([one]), 1) for one in texts]  # type: ignore[misc]
    grown = exponent(lengths[1:], taken[1:])
    print(
        f"\none text: {', '.join(f'{s} words in {t:.2f} s' for s, t in zip(lengths, taken, strict=True))}; exponent {grown:.2f}"
    )
    assert grown <= 1.25


def test_memory() -> None:
    code = (
        "import resource; from tests.benchmarks.generator import mixed; from reconcile import reconcile\n"
        "result = reconcile(mixed(380, words=350)); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)"
    )
    peak = int(in_new_process(code)) / MEBIBYTE
    print(f"\npeak of 380 articles: {peak:.0f} MiB")
    assert peak < 400


def test_import_and_first_call() -> None:
    code = (
        "import time; a = time.perf_counter(); import reconcile; b = time.perf_counter()\n"
        "r = [reconcile.Report('Two died on Sunday.', id=i) for i in 'ab']\n"
        "reconcile.reconcile(r); c = time.perf_counter(); reconcile.reconcile(r); d = time.perf_counter()\n"
        "print(b - a, c - b, d - c)"
    )
    runs = [[float(x) for x in in_new_process(code).split()] for _ in range(3)]
    imported, first, later = (min(column) for column in zip(*runs, strict=True))
    print(f"\nimport {imported:.3f} s, first call {first:.3f} s, later calls {later:.4f} s")
    assert imported < 0.3


def test_two_workers() -> None:
    """What is done report by report and story by story goes twice as fast in two processes, if these have a core each.

    The generated reports are short: longer ones of different events are so alike that they make one story, which cannot be shared.
    For short ones starting the processes counts for more. A process of its own, with one thread, forks its children.
    """
    code = (
        "import time; from tests.benchmarks.timing import articles; from reconcile import reconcile\n"
        "found = articles(300, words=90); reconcile(found[:2]); taken = []\n"
        "for n in (1, 2): a = time.perf_counter(); reconcile(found, workers=n); taken.append(time.perf_counter() - a)\n"
        "print(len(found), *taken)"
    )
    reports, one, two = (float(x) for x in in_new_process(code).split())
    print(f"\nreconciling {reports:.0f} reports: one worker {one:.1f} s, two {two:.1f} s, ratio {one / two:.2f}")
    assert one / two >= 1.4


def test_five_thousand_rows_of_one_event() -> None:
    pd = pytest.importorskip("pandas")
    sizes = (1_250, 5_000)
    rows = [{"event": 1, "id": f"{n:04d}", "text": story(scene(1), n, 60)} for n in range(sizes[-1])]
    reconcile_frame(pd.DataFrame(rows[:2]), by="event")
    frames = []
    taken = [
        seconds(lambda size=size: frames.append(reconcile_frame(pd.DataFrame(rows[:size]), by="event")), 1)  # type: ignore[misc]
        for size in sizes
    ]
    grown = exponent(sizes, taken)
    print(f"\n5,000 rows of one event: {taken[-1]:.0f} s, {len(frames[-1])} rows; exponent from 1,250 rows {grown:.2f}")
    assert set(frames[-1]["status"]) == {"ok"}
    assert grown <= 1.3


def test_adding_the_hundredth_report() -> None:
    """The same five reports of one event joined to few and to many short ones of other events; and a stream as it comes."""
    found = mixed(104, words=90)
    own = [report(scene(40), seed, 90) for seed in range(5)]

    def added_to(others: list[Report]) -> float:
        reconciler = Reconciler()
        for other in others:
            reconciler.add(other)
        return seconds(lambda: [reconciler.add(one) for one in own], 1) / len(own)

    few, many = added_to(found[:7]), added_to(found[:97])
    print(f"\na report added to ten {few * 1000:.1f} ms, to a hundred {many * 1000:.1f} ms, ratio {many / few:.2f}")
    reconciler = Reconciler()
    taken = [seconds(lambda one=one: reconciler.add(one), 1) for one in found]  # type: ignore[misc]
    tenth, hundredth = sorted(taken[6:14])[4], sorted(taken[96:104])[4]
    print(f"as the stream comes: the tenth {tenth * 1000:.1f} ms, the hundredth {hundredth * 1000:.1f} ms")
    assert many <= 3 * few
    assert hundredth <= 6 * tenth
