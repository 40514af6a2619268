import json
from typing import Any

from attrs import evolve

from reconcile.results import Reconciliation


def test_selectors_find_their_words(ferry: Reconciliation) -> None:
    page: Any = ferry.to_annotations()
    texts = {f"urn:reconcile:report:{r.id.replace(' ', '%20')}": r.text for r in ferry.reports}
    targets = [t for item in page["items"] for t in item["target"]]
    assert len(targets) == sum(len(f.evidence) for f in ferry.findings)
    for target in targets:
        position, words = target["selector"]
        text = texts[target["source"]]
        assert text[position["start"] : position["end"]] == words["exact"]
        assert text[: position["start"]].endswith(words["prefix"])
        assert text[position["end"] :].startswith(words["suffix"])


def test_shape_of_the_model(ferry: Reconciliation) -> None:
    page: Any = ferry.to_annotations()
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert {item["type"] for item in page["items"]} == {"Annotation"}
    motivations = {"contradiction": "assessing", "garble": "editing"}
    for item, found in zip(page["items"], ferry.findings, strict=True):
        assert item["id"] == f"urn:reconcile:finding:{found.id}"
        assert item["motivation"] == motivations.get(found.category, "assessing")
        assert item["body"][0]["value"].startswith(found.summary)
    edits = [b["value"] for item in page["items"] for b in item["body"] if b["purpose"] == "editing"]
    assert edits == ["was"]


def test_a_web_address_is_the_source(ferry: Reconciliation) -> None:
    first, *rest = ferry.reports
    placed = evolve(ferry, reports=(evolve(first, url="https://news.example/ferry"), *rest))
    page: Any = placed.to_annotations()
    assert page["items"][0]["target"][0]["source"] == "https://news.example/ferry"


def test_hostile_text_stays_text(hostile: Reconciliation) -> None:
    page: Any = json.loads(json.dumps(hostile.to_annotations()))
    sources = {t["source"] for item in page["items"] for t in item["target"]}
    assert all(s.startswith("urn:reconcile:report:") for s in sources)
    assert not any(c in s for s in sources for c in " <>\"'\x1b")
