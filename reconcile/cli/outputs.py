"""What the command writes: one of the renderings, to standard output or a file, always as UTF-8."""

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import frozen

from reconcile.render.interchange import dumps
from reconcile.results import Reconciliation

FORMATS = ("text", "md", "html", "json", "jsonl", "csv", "annotations")
_BY_SUFFIX = {
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".txt": "text",
}
SUFFIX = {"text": ".txt", "md": ".md", "annotations": ".jsonld"}
_WIDEST = 120


def suffix_format(output: Path | None) -> str:
    """The format that a file's name ends with; text where it says nothing."""
    return _BY_SUFFIX.get(output.suffix.lower(), "text") if output else "text"


@frozen
class Writer:
    """Renders in ``form`` and writes to ``output`` (standard output where None)."""

    form: str
    output: Path | None
    width: int | None
    color: bool

    @property
    def columns(self) -> int:
        """The width asked for, else that of the terminal, else 80."""
        if self.width:
            return self.width
        on_terminal = self.output is None and sys.stdout.isatty()
        return min(max(shutil.get_terminal_size().columns, 60), _WIDEST) if on_terminal else 80

    def rendered(self, result: Reconciliation) -> str:
        """The result in the format."""
        return _RENDER[self.form](result, self)

    def write(self, text: str) -> None:
        """Write, with one newline at the end."""
        data = (text.rstrip("\n") + "\n").encode() if text else b""
        if self.output is not None:
            self.output.write_bytes(data)
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


_RENDER: Mapping[str, Callable[[Reconciliation, Writer], str]] = {
    "text": lambda result, writer: result.to_text(width=writer.columns, color=writer.color),
    "md": lambda result, _: result.to_markdown(),
    "html": lambda result, _: result.to_html(),
    "json": lambda result, _: result.to_json(),
    "jsonl": lambda result, _: result.to_json_lines(),
    "csv": lambda result, _: result.to_csv(),
    "annotations": lambda result, _: dumps(result.to_annotations(), indent=2),
}
