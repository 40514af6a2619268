"""One strategy per type of the model, and news-like reports of generated scenes."""

from datetime import date, datetime, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from reconcile import Reconciliation, Report
from reconcile.config import DATE_ORDERS, RESOLUTIONS, Config
from reconcile.model.claims import Attribution, Claim, Comparison, Fact, Link, Slot, Stance
from reconcile.model.entities import Entity, EntityValue
from reconcile.model.findings import (
    CONFLICT_KINDS,
    FACT_KINDS,
    GARBLE_KINDS,
    SCOPES,
    Evidence,
    Finding,
    Side,
)
from reconcile.model.marks import Mark
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.results import Dated, Origin
from reconcile.model.spans import Edit, RawSpan, Span
from reconcile.model.times import TimelineEntry, TimeValue, Window
from tests.benchmarks.generator import Scene, report, scene

MAX_OFFSET = 5_000
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=6)
names = st.sampled_from(("Anna Holt", "Port Lindon", "Red Circle", "Il-62M", "Łódź", "المدينة", "O'Neill-Åse"))
codes = st.sampled_from(("time.relation", "name.key", "quantity.maybe-part", "claim.other-deed", "window.others-agree"))
ids = st.text("abcxyz019-", min_size=1, max_size=5)
shares = st.floats(0, 1)
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(lambda t: t.replace(microsecond=0))
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
_offsets = st.tuples(st.integers(0, MAX_OFFSET), st.integers(0, 200))


T = TypeVar("T")


def _tuples(of: st.SearchStrategy[T], most: int = 3, least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(of, min_size=least, max_size=most).map(tuple)


spans = _offsets.map(lambda o: Span(o[0], o[0] + o[1]))
raw_spans = _offsets.map(lambda o: RawSpan(o[0], o[0] + o[1]))
edits = st.builds(Edit, raw=raw_spans, new=words, rule=codes)
reasons = st.builds(Reason, code=codes, params=st.dictionaries(ids, words, max_size=3))

quantity_values = st.one_of(
    st.integers(0, 10**9).map(lambda n: QuantityValue(float(n), float(n), of="person")),
    st.tuples(st.floats(0, 1e9), st.floats(0, 1e9)).map(lambda p: QuantityValue(min(p), max(p), unit="metre")),
    st.floats(0, 1e9).map(lambda n: QuantityValue(n, None, unit="USD", approximate=True)),
)
time_values = st.builds(
    lambda start, hours: TimeValue(
        "DATE", start.date().isoformat(), start, start + timedelta(hours=hours), "hour", anchored=True
    ),
    moments,
    st.integers(1, 24 * 400),
)
entity_values = st.builds(
    EntityValue,
    kind=st.sampled_from(("person", "organization", "place", "vehicle", "work", "event", "other")),
    name=names,
    key=st.none() | st.just("country:NO"),
    role=st.none() | words,
    role_span=st.none() | spans,
    demonym=st.booleans(),
)
values = st.one_of(quantity_values, time_values, entity_values)
entity_mentions = st.builds(
    Mention, report_id=ids, sentence=st.integers(0, 99), span=spans, text=words, value=entity_values, rule=codes
)
windows = st.builds(Window, start=st.none() | moments, end=st.none() | moments, reasons=_tuples(codes))
marks = st.builds(
    Mark,
    kind=st.sampled_from(GARBLE_KINDS),
    span=spans,
    text=words,
    rule=codes,
    suggestion=st.none() | words,
    confidence=shares,
)

attributions = st.builds(
    Attribution,
    cue=st.sampled_from(("said", "denied", "according to")),
    speaker=st.none() | names,
    speaker_span=st.none() | spans,
    mode=st.sampled_from(("direct", "indirect", "according")),
    entity=st.none() | ids,
)
stances = st.builds(
    Stance,
    polarity=st.sampled_from((-1, 1)),
    certainty=st.sampled_from(("asserted", "alleged", "possible", "denied", "unknown")),
    cues=_tuples(words),
)
slots = st.builds(
    Slot,
    name=st.sampled_from(("agent", "patient", "time", "place", "quantity", "role")),
    span=spans,
    raw=raw_spans,
    text=words,
    head=words,
    value=st.none() | values,
    entity=st.none() | ids,
    prep=st.none() | st.sampled_from(("in", "on")),
)
claims = st.builds(
    Claim,
    id=ids,
    report_id=ids,
    sentence=st.integers(0, 99),
    span=spans,
    start=st.integers(0, 99),
    end=st.integers(100, 199),
    text=words,
    predicate=words,
    slots=_tuples(slots),
    stance=stances,
    attributions=_tuples(attributions, 2),
)
links = st.builds(Link, left=ids, right=ids, score=shares, reasons=_tuples(reasons, 2))
facts = st.builds(Fact, id=ids, claims=_tuples(claims, 3, 1), links=_tuples(links, 2))
comparisons = st.builds(
    Comparison,
    fact_id=ids,
    slot=st.sampled_from(("time", "place", "quantity")),
    left=ids,
    right=ids,
    verdict=st.sampled_from(("MISSING", "SAME", "EQUIVALENT", "COARSER", "APPROXIMATE", "UNCLEAR", "CONFLICT")),
    score=shares,
    reasons=_tuples(reasons, 2),
)

evidence = st.builds(
    Evidence, report_id=ids, start=st.integers(0, 99), end=st.integers(100, 199), text=words, value=words
)
sides = st.builds(Side, value=words, evidence=_tuples(evidence, 2, 1), origins=st.integers(1, 9))
_CATEGORY_KINDS = {
    "agreement": (FACT_KINDS, ("exact", "compatible", "approximate")),
    "contradiction": (CONFLICT_KINDS, ("conflict", "update")),
    "garble": (GARBLE_KINDS, ("",)),
    "single_source": (FACT_KINDS, ("",)),
}


@st.composite
def findings(draw: st.DrawFn, evidence: st.SearchStrategy[Evidence] = evidence) -> Finding:
    sides = st.builds(Side, value=words, evidence=_tuples(evidence, 2, 1), origins=st.integers(1, 9))
    category = draw(st.sampled_from(sorted(_CATEGORY_KINDS)))
    kinds, relations = _CATEGORY_KINDS[category]
    return Finding(
        id=draw(ids),
        category=category,
        kind=draw(st.sampled_from(kinds)),
        relation=draw(st.sampled_from(relations)),
        confidence=draw(shares),
        summary=draw(words),
        reasons=draw(_tuples(reasons, 2)),
        evidence=draw(_tuples(evidence, 3)),
        sides=draw(_tuples(sides, 2)),
        suggestion=draw(st.none() | words),
        scope=draw(st.sampled_from(SCOPES)),
        fact_id=draw(st.none() | ids),
    )


entities = st.builds(
    Entity,
    id=ids,
    kind=st.just("person"),
    name=names,
    key=st.none(),
    aliases=_tuples(names),
    roles=_tuples(words),
    mentions=_tuples(entity_mentions, 2),
)


def timelines(of: st.SearchStrategy[Evidence]) -> st.SearchStrategy[TimelineEntry]:
    """Entries with evidence of a kind."""
    return st.builds(
        lambda start, length, summary, found: TimelineEntry(
            (start, start + timedelta(days=length)), "day", summary, found
        ),
        moments,
        st.integers(1, 40),
        words,
        _tuples(of, 2),
    )


def origins_of(of: st.SearchStrategy[Evidence]) -> st.SearchStrategy[Origin]:
    """Origins with evidence of a kind."""
    return st.builds(Origin, id=ids, report_ids=_tuples(ids), evidence=_tuples(of, 2), reason=words)


timeline_entries = timelines(evidence)
origins = origins_of(evidence)
dated = st.builds(Dated, report_id=ids, window=windows)
configs = st.builds(
    Config,
    resolution=st.sampled_from(RESOLUTIONS),
    date_order=st.sampled_from(DATE_ORDERS),
    min_confidence=shares,
    name_threshold=shares,
    max_chars=st.integers(1, 10**7),
    max_reports=st.integers(1, 10**5),
    max_findings=st.integers(1, 10**5),
)

texts = st.text(max_size=400)
reports = st.builds(
    Report,
    texts,
    source=st.none() | words,
    title=st.none() | words,
    published=st.none() | days | moments,
    url=st.none() | st.just("https://example.org/a?b=c&d=<e>"),
)


def passages_of(report: Report) -> st.SearchStrategy[Evidence]:
    """Evidence that stands in a report."""
    places = st.tuples(st.integers(0, len(report.text)), st.integers(0, len(report.text))).map(sorted)
    return places.map(lambda p: Evidence(report.id, p[0], p[1], report.text[p[0] : p[1]], report.text[p[0] : p[1]]))


@st.composite
def results(draw: st.DrawFn) -> Reconciliation:
    """A result whose evidence stands in its reports, with everything else at random."""
    one = draw(reports)
    place = passages_of(one)
    parts: dict[str, st.SearchStrategy[object]] = {
        "claims": claims, "facts": facts, "comparisons": comparisons, "findings": findings(place),
        "timeline": timelines(place), "entities": entities, "origins": origins_of(place), "unchecked": place, "windows": dated,
    }  # fmt: skip
    drawn = {name: tuple(draw(st.lists(of, max_size=2))) for name, of in parts.items()}
    return Reconciliation(reports=(one,), config=draw(configs), version="0.1.0", **drawn)  # type: ignore[arg-type]


# A few scenes are enough: what a law must hold for is their texts, which differ with every seed.
scenes: st.SearchStrategy[Scene] = st.integers(0, 40).map(scene)


@st.composite
def events(draw: st.DrawFn, least: int = 2, most: int = 3, words_each: int = 60) -> list[Report]:
    """Reports of one scene, each told in its own words."""
    of = draw(scenes)
    seeds = draw(st.lists(st.integers(0, 999), min_size=least, max_size=most, unique=True))
    return [report(of, seed, words_each) for seed in seeds]


_NOISE = ("\u200b", "\u00ad", "\ufeff", "\u202a", "\r", "\u00a0", "\u2028", "\x00", "\u2019", "  ", "\t", "\x85")


@st.composite
def noisy(draw: st.DrawFn, text: str) -> str:
    """``text`` with invisible and special characters put in at some places."""
    at = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)), reverse=True)
    for place in at:
        text = text[:place] + draw(st.sampled_from(_NOISE)) + text[place:]
    return text
