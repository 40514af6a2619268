"""Tiny builders of results for the tests: a report with marked words, findings over them, a result of every kind."""

from datetime import date, datetime

from attrs import fields

from reconcile.model.claims import Attribution, Claim, Fact, Link, Slot, Stance
from reconcile.model.entities import Entity, EntityValue
from reconcile.model.findings import Evidence, Finding, Side
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.reports import Report
from reconcile.model.results import Dated, Origin, Result
from reconcile.model.reviews import Review
from reconcile.model.spans import RawSpan, Span
from reconcile.model.times import TimelineEntry, TimeValue, Window
from reconcile.results import Reconciliation

HARBOUR = (
    "A ferry sank off Port Ellan on Sunday, killing at least 12 people, the coast guard said.\n\n"
    "The Marigold had left Port Ellan at dawn with 80 passengers on board.\n\n"
    "Captain Ana Ruiz, the harbour master, said the cause was was unknown.\n\nShare this article"
)
AGENCY = (
    "Fifteen people died when the ferry Marigold went down near Port Ellan on 5 March, police said.\n\n"
    "The Marigold carried 80 passengers.\n\nAna Ruiz, the deputy harbour master, said a fire broke out in the engine room."
)


def report(text: str, source: str = "Desk", **meta: object) -> Report:
    """A report whose id is its source in lower case."""
    return Report.from_dict({"text": text, "source": source, "id": source.lower(), **meta})


def evidence(of: Report, words: str, value: str = "") -> Evidence:
    """The first place of ``words`` in a report."""
    start = of.text.index(words)
    return Evidence(of.id, start, start + len(words), words, value)


def finding(category: str, kind: str, *sides: Side, number: int = 1, **fields: object) -> Finding:
    """A finding over ``sides``; its relation follows from its category unless given."""
    relation = {"agreement": "exact", "contradiction": "conflict"}.get(category, "")
    values: dict[str, object] = {
        "id": f"{category[0]}{number}",
        "relation": relation,
        "confidence": 0.8,
        "summary": f"{category} of {kind}",
        "evidence": tuple(e for s in sides for e in s.evidence),
        "sides": sides if category in ("agreement", "contradiction") else (),
    }
    return Finding(category=category, kind=kind, **{**values, **fields})  # type: ignore[arg-type]


def side(value: str, *passages: Evidence, origins: int = 1) -> Side:
    """One value with its passages."""
    return Side(value, passages, origins)


def claim(of: Report, words: str, speaker: str | None = None, number: int = 0, slots: tuple[Slot, ...] = ()) -> Claim:
    """A claim that stands at ``words``, said by ``speaker``."""
    place = evidence(of, words)
    said = (Attribution("said", speaker, None, "indirect"),) if speaker else ()
    span = Span(place.start, place.end)
    return Claim(f"{of.id}:0:{number}", of.id, 0, span, place.start, place.end, words, "die", slots, Stance(), said)


def slot(of: Report, words: str, name: str, value: TimeValue | QuantityValue | EntityValue) -> Slot:
    """An argument of a claim with its value."""
    place = evidence(of, words)
    return Slot(
        name, Span(place.start, place.end), RawSpan(place.start, place.end), words, words.rsplit(maxsplit=1)[-1], value
    )


def ferry() -> Result:
    """Two reports of a sinking with a finding of every category, a timeline, an entity, an origin and a review."""
    a, b = report(HARBOUR, "Harbour News", published=date(2024, 3, 5)), report(AGENCY, "Agency")
    day = TimeValue("DATE", "2024-03-03", datetime(2024, 3, 3), datetime(2024, 3, 4), "day", anchored=True)
    toll_a = claim(a, "killing at least 12 people", "the coast guard", 0, (slot(a, "Sunday", "time", day),))
    count = QuantityValue(15, 15, of="people")
    toll_b = claim(b, "Fifteen people died", "police", 0, (slot(b, "Fifteen people", "quantity", count),))
    person = EntityValue("person", "Ana Ruiz", role="harbour master")
    place = evidence(a, "Ana Ruiz")
    mention = Mention(a.id, 2, Span(place.start, place.end), "Ana Ruiz", person, "names.title")
    return Result(
        reports=(a, b),
        claims=(toll_a, toll_b),
        facts=(
            Fact(
                "fact-1", (toll_a, toll_b), (Link(toll_a.id, toll_b.id, 0.7, (Reason.of("link.event", event="die"),)),)
            ),
        ),
        findings=ferry_findings(a, b),
        timeline=(
            TimelineEntry(
                (datetime(2024, 3, 3), datetime(2024, 3, 4)), "day", "A ferry sank", (evidence(a, "Sunday"),)
            ),
            TimelineEntry(
                (datetime(2024, 3, 5), datetime(2024, 3, 6)), "day", "It went down", (evidence(b, "5 March"),)
            ),
        ),
        entities=(Entity("e1", "person", "Ana Ruiz", None, ("Ana Ruiz",), ("harbour master",), (mention,)),),
        origins=(
            Origin(
                "o1", (a.id, b.id), (evidence(a, "80 passengers"), evidence(b, "80 passengers")), "copied-sentences"
            ),
        ),
        unchecked=(evidence(b, "broke out"),),
        windows=(Dated(b.id, Window(datetime(2024, 3, 3), datetime(2024, 3, 10), ("anchor.weekday",))),),
        version="0.1.0",
        reviews=(Review("c1", "confirmed", "police called at noon"),),
    )


def ferry_findings(a: Report, b: Report) -> tuple[Finding, ...]:
    """The findings of :func:`ferry`."""
    return (
        finding(
            "contradiction",
            "quantity",
            side("at least 12", evidence(a, "at least 12 people")),
            side("15", evidence(b, "Fifteen people"), origins=2),
            summary="The number of dead differs: at least 12 or 15.",
            reasons=(Reason.of("quantity.disjoint", what="people"),),
            fact_id="fact-1",
        ),
        finding(
            "contradiction",
            "role",
            side("the harbour master", evidence(a, "the harbour master")),
            side("the deputy harbour master", evidence(b, "the deputy harbour master")),
            number=2,
            confidence=0.55,
            summary="Ana Ruiz holds two different offices.",
        ),
        finding(
            "agreement",
            "quantity",
            side("80", evidence(a, "80 passengers"), evidence(b, "80 passengers")),
            summary="80 passengers were on board.",
            confidence=0.95,
        ),
        finding(
            "garble",
            "duplicated_word",
            summary='"was" stands twice.',
            evidence=(evidence(a, "was was"),),
            suggestion="was",
            scope="within",
        ),
        finding(
            "garble", "boilerplate", number=2, summary="Page leftover.", evidence=(evidence(a, "Share this article"),)
        ),
        finding(
            "single_source",
            "event",
            summary="Only Agency tells of a fire.",
            evidence=(evidence(b, "a fire broke out"),),
        ),
    )


HOSTILE = (
    "</style></script><script>document.title='owned'</script> <img src=x onerror=document.title='owned'>\n"
    "\u202eevil\u2066 \x1b[31mred\x1b[0m \x07 =HYPERLINK(1) | `code` ![x](http://x.example/y) [link](javascript:alert(1))\n"
    "{{ 7 * 7 }} {% raw %} <!-- --> &lt;b&gt; ]]> @everyone #1 https://x.example $x$ ~~gone~~ \ud800 12 people"
)


def hostile() -> Result:
    """Two reports whose text, title, source, id and address try to be markup, a formula or a control sequence."""
    name = "=cmd|' /C calc'!A0</title><script>document.title='owned'</script>\u202e\x1b]0;owned\x07"
    bad = Report(HOSTILE, source=name, id=f"{name}-id", title=name, url='javascript:alert("owned")')
    good = report("There were 15 people.", "Good")
    first = Evidence(bad.id, 0, len(HOSTILE), HOSTILE, "=1+1")
    told = finding(
        "contradiction",
        "quantity",
        side("=1+1", first),
        side("15", evidence(good, "15 people")),
        summary=f"{name} against 15",
        reasons=(
            Reason.of("quantity.disjoint", what="{0.__class__}<b>"),
            Reason.of("<i>code</i>", **{"a<b": "\x1b[31m"}),
        ),
        fact_id="<fact>",
    )
    garbled = finding("garble", "other", evidence=(first,), suggestion="<u>\u202e</u>", summary="@everyone *bold*")
    return Result(
        reports=(bad, good),
        findings=(told, garbled),
        timeline=(TimelineEntry((datetime(2024, 3, 3), None), "day", HOSTILE, (first,)),),
        unchecked=(first,),
        origins=(Origin("o", (bad.id,), (first,), name),),
        reviews=(Review(told.id, "dismissed", HOSTILE),),
        version="<0>",
    )


def many(reports: int, findings: int, words: int = 600) -> Result:
    """A large result: ``reports`` of ``words`` words, ``findings`` with a passage in each third report."""
    body = " ".join(f"word{n} tells of {n} people at place {n % 97}." for n in range(words // 7)) + "\n"
    texts = tuple(report(body * 1, f"Desk {n:03}") for n in range(reports))
    found = []
    for number in range(findings):
        category = ("contradiction", "agreement", "garble", "single_source")[number % 4]
        words_of = f"{number % (words // 7)} people"
        places = tuple(evidence(r, words_of) for r in texts[number % 3 :: 3])
        half = max(1, len(places) // 2)
        sides = (
            (side("left", *places[:half]), side("right", *places[half:]))
            if category == "contradiction"
            else (side("one", *places),)
        )
        if category == "garble":
            found.append(finding(category, "other", number=number, evidence=places[:1], suggestion="some people"))
        else:
            found.append(finding(category, "quantity", *sides, number=number, summary=f"Number {number} differs."))
    return Result(reports=texts, findings=tuple(found), version="0.1.0")


def reconciliation(result: Result) -> Reconciliation:
    """The result with its renderings."""
    return Reconciliation(**{a.name: getattr(result, a.name) for a in fields(Result)})
