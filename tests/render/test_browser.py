"""The page in a real Chromium. Skips with its reason where there is no browser or no driver library."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reconcile.results import Reconciliation

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright drives the browser: pip install playwright")
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
    pytest.mark.local_sockets,
]
FOUND = 3  # findings of the ferry whose text holds "harbour master"
PHONE, DESK = {"width": 390, "height": 800}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Opened:
    """A page that was opened, with all that it complained about and asked for."""

    def __init__(self, browser: "Browser", file: Path, **context: object) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page: Page = browser.new_context(**context).new_page()  # type: ignore[arg-type]
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        started = time.perf_counter()
        self.page.goto(file.as_uri())
        self.seconds = time.perf_counter() - started


def _written(result: Reconciliation, folder: Path) -> Path:
    file = folder / "page.html"
    file.write_bytes(result.to_html().encode())
    return file


@pytest.mark.parametrize("name", ["ferry", "hostile", "empty", "large"])
def test_opens_without_complaint_or_request(
    name: str, browser: "Browser", tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    opened = Opened(browser, _written(request.getfixturevalue(name), tmp_path), viewport=DESK)
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    assert "owned" not in opened.page.title()[:5]


def test_a_large_page_opens_at_once(large: Reconciliation, browser: "Browser", tmp_path: Path) -> None:
    """50 reports and 300 findings; the best of three, for the machine has other work too."""
    file = _written(large, tmp_path)
    assert min(Opened(browser, file, viewport=DESK).seconds for _ in range(3)) < 2


def test_a_hostile_report_stays_text(hostile: Reconciliation, browser: "Browser", tmp_path: Path) -> None:
    page = Opened(browser, _written(hostile, tmp_path), viewport=DESK).page
    page.wait_for_timeout(100)
    assert page.title().startswith("The two reports")
    assert page.locator("img, iframe, main script").count() == 0
    assert "<script>document.title='owned'</script>" in page.locator("#rA").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_a_finding_to_its_passage_and_back(
    script: bool, ferry: Reconciliation, browser: "Browser", tmp_path: Path
) -> None:
    page = Opened(
        browser, _written(ferry, tmp_path), viewport=DESK, java_script_enabled=script, reduced_motion="reduce"
    ).page
    page.locator("#f1 .passage a[href='#f1-A47-65']").click()
    mark = page.locator("#rA .mark.contradiction").first
    page.wait_for_timeout(100)
    box = mark.bounding_box()
    assert page.url.endswith("#f1-A47-65")
    assert box is not None
    assert 0 < box["y"] < DESK["height"]
    mark.click()
    page.wait_for_timeout(100)
    assert page.url.endswith("#f1")
    back = page.locator("#f1 h3").bounding_box()
    assert back is not None
    assert 0 <= back["y"] < DESK["height"]


def test_filter_and_keys(ferry: Reconciliation, browser: "Browser", tmp_path: Path) -> None:
    page = Opened(browser, _written(ferry, tmp_path), viewport=DESK).page
    page.fill("#filter", "harbour master")
    assert page.locator(".finding:visible").count() == FOUND
    assert page.locator("#shown").inner_text() == f"{FOUND} of 6 shown"
    page.fill("#filter", "")
    page.select_option("#least", "80")
    assert page.locator(".finding:visible").count() == 5
    page.select_option("#least", "0")
    page.evaluate("document.activeElement.blur()")
    for key, wanted in (("j", "f1"), ("j", "f2"), ("k", "f1")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == wanted


def test_the_passage_that_was_linked_to_is_lit(ferry: Reconciliation, browser: "Browser", tmp_path: Path) -> None:
    page = Opened(browser, _written(ferry, tmp_path), viewport=DESK).page
    page.locator("nav a[href='#agreements']").click()
    page.locator("#agreements .said mark").first.click()
    page.wait_for_timeout(200)
    assert page.evaluate("document.querySelector('.lit').textContent") == "80 passengers"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["ferry", "hostile", "empty"])
def test_accessibility(
    name: str, scheme: str, browser: "Browser", tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-core: pip install axe-playwright-python"
    )
    for viewport in (DESK, PHONE):
        opened = Opened(
            browser, _written(request.getfixturevalue(name), tmp_path), viewport=viewport, color_scheme=scheme
        )
        opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        found = axe.Axe().run(opened.page)
        assert found.violations_count == 0, found.generate_report()


def test_a_phone_never_scrolls_sideways(
    ferry: Reconciliation, hostile: Reconciliation, browser: "Browser", tmp_path: Path
) -> None:
    for result in (ferry, hostile):
        page = Opened(browser, _written(result, tmp_path), viewport=PHONE).page
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_paper_shows_what_is_folded(ferry: Reconciliation, browser: "Browser", tmp_path: Path) -> None:
    page = Opened(browser, _written(ferry, tmp_path), viewport=DESK).page
    assert not page.locator("#unchecked li").first.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#unchecked li").first.is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".sections").is_visible()
