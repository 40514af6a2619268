"""Every pattern that the package compiles, on import or in use: run by itself, it writes them as JSON, with where each stands."""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = str(ROOT / "reconcile")
TEXTS = (
    "A ferry sank off Port Ellan on Sunday, 5 March 2024, killing at least 12 people, the coast guard said.\n\nIt had left at 9:30 a.m. for $1.2bn.",
    "Naive caf\u00c3\u00a9 prices rose 2.5 percent from 10 to 12. \u201cWe can't wait,\u201d said Dr. Ana Ruiz (34) of Norvik Ltd. Updated: 2024-03-05\nShare this article",
    "ANCHOR: The boat, 40m long, sank two days later, 14 juillet 2017. Colour and colur; recieve teh mispelled wrods.",
)


def recorded() -> list[tuple[str, int, str]]:
    """(pattern, flags, place) of all patterns that code of the package asks for; to be called before it is imported."""
    found: dict[tuple[str, int], str] = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def compile_and_note(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(2)
        if isinstance(pattern, str) and frame.f_code.co_filename.startswith(PACKAGE):
            place = f"{Path(frame.f_code.co_filename).relative_to(ROOT)}:{frame.f_lineno}"
            found.setdefault((pattern, int(flags)), place)
        return compiled(pattern, flags)

    re._compile = compile_and_note  # type: ignore[attr-defined]
    import reconcile

    for module in pkgutil.walk_packages([PACKAGE], "reconcile."):
        if not module.name.endswith(("__main__", "on_dask", "on_spark")):
            importlib.import_module(module.name)
    reports = [reconcile.Report(text, id=f"r{n}") for n, text in enumerate(TEXTS)]
    result = reconcile.reconcile(reports)
    for show in (result.to_html, result.to_markdown, result.to_text, result.to_csv, result.to_json):
        show()
    return [(pattern, flags, place) for (pattern, flags), place in found.items()]


if __name__ == "__main__":
    json.dump(recorded(), sys.stdout)
