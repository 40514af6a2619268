"""The laws of reconciling, each for given reports: what must hold whatever they say."""

import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from reconcile import Reconciler, Reconciliation, Report, Side, reconcile
from reconcile.config import Config
from reconcile.text.reading import read
from tests.properties.comparing import keys, passages, plain


def copy(of: Report, source: str) -> Report:
    """The same text from somebody else."""
    return Report(of.text, source=source, id=f"{of.id}-{source.lower()}", published=of.published, title=of.title)


def agrees_with_its_copy(original: Report) -> None:
    """A report against its own copy contradicts it nowhere, and agrees with it."""
    result = reconcile([original, copy(original, "Copy")])
    assert [f.summary for f in result.contradictions if f.scope == "cross"] == []
    assert result.agreements


def order_changes_nothing_but_order(found: Sequence[Report], chance: Random) -> None:
    """Reports in another order give the same."""
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert plain(reconcile(shuffled)) == plain(reconcile(found))


def one_by_one_gives_the_same(found: Sequence[Report]) -> None:
    """Reports added one by one give what all at once give, to the byte."""
    reconciler = Reconciler()
    for one in found:
        reconciler.add(one)
    assert reconciler.result().to_json() == reconcile(found).to_json()


def removed_report_leaves_no_trace(found: Sequence[Report]) -> None:
    """What the last report brought goes with it."""
    reconciler = Reconciler()
    for one in found:
        reconciler.add(one)
    reconciler.remove(found[-1].id)
    assert plain(reconciler.result()) == plain(reconcile(found[:-1]))


def evidence_holds(result: Reconciliation) -> None:
    """Every passage quoted stands where it is said to stand."""
    received = {r.id: r.text for r in result.reports}
    quoted = [e for f in result.findings for e in (*f.evidence, *(e for s in f.sides for e in s.evidence))]
    quoted += [e for entry in result.timeline for e in entry.evidence]
    quoted += [e for origin in result.origins for e in origin.evidence]
    quoted += result.unchecked
    assert [e for e in quoted if received[e.report_id][e.start : e.end] != e.text] == []
    assert [c for c in result.claims if received[c.report_id][c.start : c.end] != c.text] == []


def comes_back_from_json(found: Sequence[Report]) -> None:
    """A result written and read again is the same, and is written the same."""
    result = reconcile(found)
    again = Reconciliation.from_json(result.to_json())
    assert again == result
    assert again.to_json() == result.to_json()


def comes_back_from_a_pickle(found: Sequence[Report]) -> None:
    """A pickled result is the same."""
    result = reconcile(found)
    assert pickle.loads(pickle.dumps(result)).to_json() == result.to_json()  # noqa: S301


def without(report: Report, number: int) -> Report:
    """The report with one of its sentences taken out, the numbers beyond the last beginning anew."""
    sentences = read(report, Config()).sentences
    cut = sentences[number % len(sentences)].span
    text = report.text[: cut.start] + report.text[cut.end :]
    return Report(text, id=report.id, source=report.source, published=report.published, title=report.title)


def added_by_leaving_out(found: Sequence[Report], number: int) -> list[str]:
    """The contradictions that are there only after a sentence was taken out of the first report."""
    before = [passages(f) for f in reconcile(found).contradictions]
    after = reconcile([without(found[0], number), *found[1:]]).contradictions
    return [f.summary for f in after if not any(len(passages(f) & known) >= 2 for known in before)]


def stranger_changes_nothing(found: Sequence[Report], stranger: Report) -> None:
    """A report of something else neither agrees with the others nor contradicts them, nor changes what they tell."""
    before, after = reconcile(found), reconcile([*found, stranger])
    told = (*after.agreements, *after.contradictions)
    assert [f.summary for f in told if stranger.id in f.report_ids and len(f.report_ids) > 1] == []
    assert keys((*before.agreements, *before.contradictions)) == keys(
        tuple(f for f in told if stranger.id not in f.report_ids)
    )


def copies_add_no_votes(found: Sequence[Report]) -> None:
    """No side has more voices for a copy of a report."""
    votes: Counter[tuple[str, str, str]] = Counter()
    for name, side in _sides(reconcile(found)):
        votes[name] = max(votes[name], side.origins)
    for name, side in _sides(reconcile([*found, copy(found[0], "Copy")])):
        assert side.origins <= min(votes.get(name, len(found)), len(found)), name


def _sides(result: Reconciliation) -> Iterator[tuple[tuple[str, str, str], Side]]:
    return (((f.category, f.kind, s.value), s) for f in result.findings for s in f.sides)
