import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.findings import Evidence
from reconcile.model.reports import Report
from reconcile.results import Reconciliation
from tests import factory

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Page(HTMLParser):
    """The elements of a page; fails where they do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.elements.append((tag, told))
        self.ids += [told["id"]] if "id" in told else []
        self.links += [told["href"]] if "href" in told else []
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] not in (["script"], ["style"]):
            self.words.append(data)


@pytest.mark.parametrize("name", ["ferry", "hostile", "empty", "large"])
def test_links_lead_somewhere_and_ids_are_unique(name: str, request: pytest.FixtureRequest) -> None:
    page = Page(request.getfixturevalue(name).to_html())
    assert len(page.ids) == len(set(page.ids))
    assert all(re.fullmatch(r"[a-zA-Z][\w-]*", identifier) for identifier in page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_place_with_two_values_is_one_place() -> None:
    told = factory.report("Ten people died.", "Desk")
    sides = tuple(factory.side(v, factory.evidence(told, "Ten people", v)) for v in ("10", "ten"))
    garbled = factory.finding("garble", "other", evidence=(*sides[0].evidence, *sides[1].evidence))
    result = Reconciliation(reports=(told,), findings=(factory.finding("contradiction", "quantity", *sides), garbled))
    page = Page(result.to_html())
    assert len(page.ids) == len(set(page.ids))
    assert len(result.to_rows("evidence")) == 4


@pytest.mark.parametrize("name", ["ferry", "hostile", "empty"])
def test_nothing_is_asked_for(name: str, request: pytest.FixtureRequest) -> None:
    page = Page(request.getfixturevalue(name).to_html())
    assert not any("src" in told or "srcset" in told for _, told in page.elements)
    assert [told for tag, told in page.elements if tag == "link"] == [{"rel": "icon", "href": "data:,"}]
    assert not any(name.startswith("on") for _, told in page.elements for name in told)
    assert "@import" not in request.getfixturevalue(name).to_html()
    assert "url(" not in request.getfixturevalue(name).to_html().split("<body>")[0]


def test_a_report_stays_text(hostile: Reconciliation) -> None:
    page = Page(hostile.to_html())
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert {tag for tag, _ in page.elements}.isdisjoint({"img", "iframe", "object", "embed", "base"})
    assert not any(link.lower().startswith("javascript") for link in page.links)
    shown = "".join(page.words)
    assert "</style></script><script>document.title='owned'</script>" in shown
    assert "{{ 7 * 7 }}" in shown
    assert "⟨U+202E⟩evil" in shown
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", hostile.to_html())


def test_the_notebook_form_is_short_and_folded(
    ferry: Reconciliation, large: Reconciliation, hostile: Reconciliation
) -> None:
    page = Page(ferry._repr_html_())
    assert [told for tag, told in page.elements if tag == "details"] == [{}] * 5
    assert len(large._repr_html_()) < 400_000
    assert {tag for tag, _ in Page(hostile._repr_html_()).elements}.isdisjoint({"script", "img", "style"})
    for shown in (ferry.findings[0]._repr_html_(), hostile.findings[0]._repr_html_(), hostile.reports[0]._repr_html_()):
        assert {tag for tag, _ in Page(shown).elements}.isdisjoint({"script", "img", "style"})
        assert "<details>" in shown
        assert "\u202e" not in shown


def test_a_large_result_fits(large: Reconciliation) -> None:
    assert len(large.to_html().encode()) < 5_000_000


def test_the_page_says_what_matters(ferry: Reconciliation) -> None:
    shown = " ".join(" ".join(Page(ferry.to_html()).words).split())
    for words in (
        "The two reports contradict each other on two points and agree on one point",
        "Which figure holds, and as of when",
        "police (in B) and the coast guard (in A)",
        "confirmed: police called at noon",
        "As received",
        "2 independent origins",
        "3 Mar 2024 – 5 Mar 2024",
    ):
        assert words in shown
    order = [
        shown.index(h)
        for h in (
            "Contradictions 2",
            "Facts by reports 4",
            "Timeline 3",
            "Garbled text 1",
            "Agreements 1",
            "Page leftovers 1",
        )
    ]
    assert order == sorted(order)


@given(st.text(max_size=60), st.text(max_size=20), st.text(st.characters(), max_size=20))
def test_any_text_stays_text(text: str, source: str, summary: str) -> None:
    """Whatever a report holds, every rendering has the same elements and no character that steers a display."""
    good = factory.report("Ten people.", "Good")
    bad = Report(f"x{text}", source=source, title=summary, url=source)
    place = Evidence(bad.id, 0, len(bad.text), bad.text)
    told = factory.finding(
        "contradiction",
        "quantity",
        factory.side(summary, place),
        factory.side("", factory.evidence(good, "Ten")),
        summary=summary,
    )
    garbled = factory.finding("garble", "other", evidence=(place,), suggestion=text)
    result = Reconciliation(reports=(bad, good), findings=(told, garbled), unchecked=(place,))
    page = Page(result.to_html())
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in Page(_template().to_html()).elements}
    for shown in (result.to_html(), result.to_text(), result.to_markdown(), result.to_csv(), result._repr_html_()):
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    assert Reconciliation.from_json(result.to_json()) == result
    assert evolve(result, reports=(good, bad)).to_html() == result.to_html()


def _template() -> Reconciliation:
    """A page that has every element there is."""
    result = factory.reconciliation(factory.ferry())
    return evolve(result, reports=tuple(evolve(r, url="https://x.example") for r in result.reports))
