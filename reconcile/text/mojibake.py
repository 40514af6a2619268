"""The door to ftfy: characters that were read with the wrong table, and the entities of HTML left in the text."""

import re
from collections.abc import Iterator
from html import unescape

from reconcile.model.spans import Edit, RawSpan

# "&amp;#39;" was escaped twice; the semicolon keeps "AT&T" and "R&D" out
_ENTITY = re.compile(r"&(?:amp;)*(?:\#\d{2,6}|\#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")


def mojibake(text: str) -> Iterator[Edit]:
    """ "Saâ€™id" is "Sa’id". ftfy decides what is wrong; each run of wrong characters is one edit."""
    if text.isascii():
        return
    from ftfy import fix_encoding
    from ftfy.badness import is_bad
    from ftfy.chardata import UTF8_DETECTOR_RE

    for match in UTF8_DETECTOR_RE.finditer(text):
        run = match.group()
        fixed = fix_encoding(run) if is_bad(run) else run
        if fixed != run:
            # one edit has to do for two: the apostrophe is made straight here as it is elsewhere
            yield Edit(RawSpan(*match.span()), fixed.replace("\u2019", "'"), "cleaning.mojibake")


def entities(text: str) -> Iterator[Edit]:
    """ "&amp;", "&#8217;" and "&amp;quot;" become the characters they stand for."""
    for match in _ENTITY.finditer(text):
        plain = unescape(unescape(match.group()))
        if plain != match.group() and len(plain) <= 2:
            yield Edit(RawSpan(*match.span()), plain.replace("\xa0", " ").replace("\u2019", "'"), "cleaning.entity")
