"""Tests named in ``unmet.toml`` are known not to pass yet; one that does pass fails until its line is taken out."""

import tomllib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    unmet = tomllib.loads((FOLDER / "unmet.toml").read_text(encoding="utf-8"))
    for item in items:
        if item.path.parent == FOLDER and item.name in unmet:
            item.add_marker(pytest.mark.xfail(reason=unmet[item.name], strict=True))
