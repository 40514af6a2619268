"""The input: one report of an event."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from attrs import Attribute, field, fields, frozen

from reconcile.errors import ArgumentError, ReportError
from reconcile.model.display import html, one_line, short
from reconcile.model.pages import article_of

META_FIELDS = ("id", "source", "title", "published", "url", "language")


def _text(instance: "Report", attribute: "Attribute[str]", value: object) -> None:
    if not isinstance(value, str):
        raise ArgumentError(f"Report.{attribute.name} must be str, got {type(value).__name__}")


def _none_to_empty(value: str | None) -> str:
    return "" if value is None else value


def _optional_text(instance: "Report", attribute: "Attribute[str | None]", value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise ArgumentError(f"Report.{attribute.name} must be str or None, got {type(value).__name__}")


def _optional_date(instance: "Report", attribute: "Attribute[date | None]", value: object) -> None:
    if value is not None and not isinstance(value, date):
        raise ArgumentError(
            f"Report.published must be datetime.date, datetime.datetime or None, got {type(value).__name__} {value!r}"
        )


@frozen(slots=False)
class Report:
    """One report of an event, as received.

    ``published`` is a date, or a datetime where the hour is known. ``id`` defaults to a hash of source and text, so two
    copies of one text from one source have one id. Raises :class:`ArgumentError` for a value of the wrong type.
    """

    text: str = field(validator=_text, repr=short)
    source: str | None = field(kw_only=True, default=None, validator=_optional_text)
    id: str = field(kw_only=True, default="", converter=_none_to_empty, validator=_text)
    title: str | None = field(kw_only=True, default=None, validator=_optional_text)
    published: date | None = field(kw_only=True, default=None, validator=_optional_date)
    url: str | None = field(kw_only=True, default=None, validator=_optional_text)
    language: str = field(kw_only=True, default="en", validator=_text)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", report_id(self.source, self.text))

    @classmethod
    def from_file(cls, path: str | Path, **meta: object) -> "Report":
        """Read a UTF-8 text file; ``source`` defaults to the file's name. Raises :class:`ReportError` naming the file."""
        file = Path(path)
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise ReportError(f"{file}: cannot be read: {error.strerror or error}") from error
        except UnicodeDecodeError as error:
            raise ReportError(f"{file}: not UTF-8 at byte {error.start}: {error.reason}") from error
        return cls.from_dict({"source": file.name, **meta, "text": text}, where=str(file))

    @classmethod
    def from_dict(cls, mapping: Mapping[str, object], *, where: str = "mapping") -> "Report":
        """Build from the fields of ``Report``; ``published`` may be an ISO 8601 string. Unknown fields raise :class:`ReportError`."""
        if not isinstance(mapping, Mapping):
            raise ReportError(f"{where}: expected a mapping of report fields, got {type(mapping).__name__}")
        known = {a.name for a in fields(cls)}
        unknown = sorted(str(k) for k in mapping if k not in known)
        if unknown:
            raise ReportError(f"{where}: unknown field {', '.join(unknown)}; allowed: {', '.join(sorted(known))}")
        if "text" not in mapping:
            raise ReportError(f"{where}: field 'text' is missing")
        values = {k: v for k, v in mapping.items() if v is not None}
        values["published"] = _parsed_date(mapping.get("published"), where)
        try:
            return cls(**values)  # type: ignore[arg-type]
        except (ArgumentError, TypeError) as error:
            raise ReportError(f"{where}: {error}") from error

    @classmethod
    def from_html(cls, html: str | bytes, **meta: object) -> "Report":
        """Take the article out of a page (extra ``html``). Title, date and URL come from the page unless given in ``meta``."""
        return cls.from_dict({**article_of(html), **meta}, where="html")

    def _repr_html_(self) -> str:
        head = html(one_line(self.title or self.source or self.id))
        when = f" · {self.published.isoformat()}" if self.published else ""
        return f"<details><summary><b>{head}</b>{when}</summary><pre style='white-space:pre-wrap'>{html(self.text)}</pre></details>"


def _parsed_date(value: object, where: str) -> date | None:
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str):
        for parse in (date.fromisoformat, datetime.fromisoformat):
            try:
                return parse(value.strip())
            except ValueError:
                continue
    raise ReportError(f"{where}: published must be an ISO 8601 date, got {value!r}")


def report_id(source: str | None, text: str) -> str:
    """The default id: 16 hex digits of a SHA-256 over source and text."""
    return hashlib.sha256(f"{source or ''}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def reading_order(report: Report) -> tuple[bool, str, str, str]:
    """The key by which reports are told: earliest first, those without a date last; then by source, title or id."""
    return report.published is None, str(report.published), report.source or report.title or report.id, report.id
