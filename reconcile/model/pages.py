"""The door to trafilatura: an article out of an HTML page."""

from reconcile.errors import MissingExtraError, ReportError


def article_of(html: str | bytes) -> dict[str, object]:
    """The article's text and, where the page tells them, title, published, url and source. Extra ``html``.

    Raises :class:`ReportError` when no article text is found, :class:`MissingExtraError` without trafilatura.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError("Report.from_html needs trafilatura: pip install 'reconcile[html]'") from error
    if not isinstance(html, str | bytes):
        raise ReportError(f"html: expected str or bytes, got {type(html).__name__}")
    found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    values = found.as_dict() if isinstance(found, trafilatura.settings.Document) else {}
    text = values.get("text")
    if not text:
        raise ReportError("html: no article text found in the page")
    meta = {"title": values.get("title"), "published": values.get("date"), "url": values.get("url")}
    return {"text": text, "source": values.get("sitename") or values.get("hostname"), **meta}
