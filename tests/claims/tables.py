"""Rows of the tables of this stage as parameters."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest


def parameters(rows: Iterable[Mapping[str, Any]]) -> list[Any]:
    """Text and expectation of each row; ``xfail`` holds the reason of a known failure."""
    return [
        pytest.param(
            row["text"],
            row["expect"],
            id=row["text"],
            marks=[pytest.mark.xfail(strict=True, reason=row["xfail"])] if "xfail" in row else [],
        )
        for row in rows
    ]
