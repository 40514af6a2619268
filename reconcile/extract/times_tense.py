"""The tense of the verb group that governs a time: what tells whether "Wednesday" lies ahead or behind."""

from reconcile.model.documents import Phrase, Sentence, Token
from reconcile.model.spans import Span

_FUTURE_AUX = frozenset({"will", "'ll", "wo", "shall"})
_MODAL = frozenset({"may", "might", "can", "could", "should", "must", "would", "'d"})
_EXPECTING = frozenset({
    "expect", "plan", "schedule", "set", "due", "intend", "hope", "aim", "want", "agree", "propose", "slate", "vow", "pledge", "promise",
    "decide", "prepare", "be", "go", "threaten", "offer", "expire", "anticipate", "project", "predict", "forecast",
})  # fmt: skip


def tense_at(sentence: Sentence, span: Span) -> str:
    """ "past", "present" or "future" of the verb group nearest to ``span`` in its sentence, "" when there is none."""
    groups = [p for p in sentence.phrases if p.kind == "VG"]
    if not groups:
        return ""
    group = min(groups, key=lambda g: (_distance(sentence, g, span), g.first))
    return tense_of(sentence, group)


def _distance(sentence: Sentence, group: Phrase, span: Span) -> int:
    """Characters between; a verb before the time counts nearer than one after it, a clause border pushes it away."""
    first, last = sentence.tokens[group.first].span, sentence.tokens[group.last - 1].span
    if last.end <= span.start:
        return span.start - last.end
    return 2 * max(0, first.start - span.end) + 4


def tense_of(sentence: Sentence, group: Phrase) -> str:
    """The tense of one verb group by its first verb; an infinitive after "expected", "plans"... is future."""
    tokens = sentence.tokens[group.first : group.last]
    lowers = {t.lower for t in tokens}
    if lowers & _FUTURE_AUX:
        return "future"
    if lowers & _MODAL:
        return "past" if any(t.lower in ("have", "'ve") for t in tokens) else "future"
    if tokens[0].pos == "TO" or tokens[0].lower == "to":
        return _infinitive(sentence, group)
    finite = next((t for t in tokens if t.tag in ("VVD", "VBD", "VHD", "VDD")), None)
    if finite is not None:
        return "past"
    if any(t.tag in ("VHZ", "VHB") for t in tokens):
        return "past" if any(t.tag[-1] in "ND" for t in tokens[1:]) else "present"
    if any(t.tag in ("VBZ", "VBB") for t in tokens):
        return "future" if any(t.tag == "VVG" for t in tokens) else "present"
    if tokens[0].tag in ("VVN", "VVG", "VDN"):
        return _participle(tokens)
    return "present"


def _participle(tokens: tuple[Token, ...]) -> str:
    return "past" if tokens[0].tag == "VVN" else "present"


def _infinitive(sentence: Sentence, group: Phrase) -> str:
    before = [t for t in sentence.tokens[max(0, group.first - 4) : group.first]]
    if any(t.lemma in _EXPECTING or t.tag in ("VBZ", "VBB") for t in before):
        return "future"
    return "present"
