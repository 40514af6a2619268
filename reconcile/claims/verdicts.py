"""Sentences that a text quotes only to call them false: "'The officer was stabbed.' False." """

import re

from reconcile.model.claims import Stance
from reconcile.model.documents import Document, Sentence

_FALSE = re.compile(
    r"(?<=[.!?]).{0,3}[\"\u201d\u2019']\s{1,3}(?:False|Not true|Untrue|Wrong|Fake|Not so|Not correct)[.!:,]"
)
_BEFORE, _AFTER = 3, 24


def called_false(document: Document, sentence: Sentence, stance: Stance) -> Stance:
    """The stance of what a sentence tells, or denied where a verdict stands right behind its closing quotation mark."""
    near = document.text[max(sentence.span.start, sentence.span.end - _AFTER - _BEFORE) : sentence.span.end + _AFTER]
    if _FALSE.search(near) is None:
        return stance
    return Stance(-stance.polarity, "denied", (*stance.cues, "verdict:false"))
