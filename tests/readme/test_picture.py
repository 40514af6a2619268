"""The picture of the page: taken anew by ``pytest --rewrite-golden tests/readme`` where there is a Chromium."""

import shutil
import struct
from pathlib import Path

import pytest

from reconcile import read_reports, reconcile
from tests.readme.blocks import README

PICTURE = README.parent / "examples" / "page.png"
SIZE = (1100, 1250)
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height, which every PNG tells in its first chunk."""
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.local_sockets
def test_picture_is_of_its_size(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    if pytestconfig.getoption("rewrite_golden") and CHROMIUM is not None:
        take(tmp_path / "page.html", CHROMIUM)
    picture = PICTURE.read_bytes()
    assert size_of(picture) == SIZE
    assert len(picture) < 300_000


def take(page: Path, chromium: str) -> None:
    """Open the page of the seeds and take its first screen."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright drives the browser: pip install playwright")
    page.write_text(reconcile(read_reports(README.parent / "seeds")).to_html(), encoding="utf-8")
    with driver.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        opened.goto(page.as_uri())
        opened.screenshot(path=PICTURE)
        browser.close()
