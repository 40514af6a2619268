"""The tense of the verb group that governs a time: what tells whether "Wednesday" lies ahead or behind."""

from bisect import bisect_right
from collections.abc import Sequence

from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.model.documents import Phrase, Sentence, Token
from reconcile.model.spans import Span

_FUTURE = frozenset({"will", "'ll", "wo", "shall"})
_MODAL = frozenset({"may", "might", "can", "could", "should", "must", "would", "'d"})
_HAVE = frozenset({"have", "'ve", "has", "had", "having"})


class Tenses:
    """The tenses of one sentence; made once for all its times, so that a long sentence stays linear."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._token_ends = [token.span.end for token in sentence.tokens]
        self._groups = [phrase for phrase in sentence.phrases if phrase.kind == "VG"]
        self._group_ends = [sentence.tokens[group.last - 1].span.end for group in self._groups]

    def at(self, span: Span) -> str:
        """The tense "past", "present" or "future" of the verb group nearest to ``span``; "" when there is none."""
        last = bisect_right(self._token_ends, span.start)
        before = self._sentence.tokens[max(0, last - 3) : last]
        if any(token.lower in words("times_cues", "forward") for token in before[-2:]):
            return "future"
        place = bisect_right(self._group_ends, span.start)
        near = self._groups[max(0, place - 1) : place + 2]
        if not near:
            return ""
        group = min(near, key=lambda g: (_distance(self._sentence, g, span), g.first))
        is_before = self._sentence.tokens[group.last - 1].span.end <= span.start
        if is_before and (_is_deferred(self._sentence, group, before) or _is_timetabled(self._sentence, group, before)):
            return "future"
        if not is_before and _has_happened(self._sentence, group, span):
            return "past"
        return tense_of(self._sentence, group)


def _distance(sentence: Sentence, group: Phrase, span: Span) -> int:
    """Characters between; a verb before the time counts nearer than one after it, an infinitive after it hardly at all."""
    first, last = sentence.tokens[group.first], sentence.tokens[group.last - 1].span
    if last.end <= span.start:
        return span.start - last.end
    return 2 * max(0, first.span.start - span.end) + (60 if first.lower == "to" else 10)


def _is_deferred(sentence: Sentence, group: Phrase, before: Sequence[Token]) -> bool:
    """ "Was extended to Nov. 16", "scheduled for Monday": the verb moves its time ahead, unless it had been so before."""
    tokens = sentence.tokens[group.first : group.last]
    head = sentence.tokens[group.head]
    is_phrasal = (
        group.last < len(sentence.tokens) and sentence.tokens[group.last].lower in _PARTICLES
    )  # "set up on Monday"
    if is_phrasal or tokens[-1].lower in _PARTICLES:
        return False
    if head.lemma not in words("times_cues", "deferred") or any(t.lower == "had" for t in tokens):
        return False
    return (
        bool(before)
        and before[-1].lower in ("to", "until", "till", "for", "on", "by")
        and head.tag in ("VVN", "VVD", "AJ0")
    )


_LONGEST_SUBJECT = 8
_PARTICLES = frozenset({"up", "out", "off", "down", "in"})


def _is_timetabled(sentence: Sentence, group: Phrase, before: Sequence[Token]) -> bool:
    """ "The tour ends on Sunday", "the final is on Sunday": the present tense of running text beside a day tells a timetable."""
    if sentence.kind != "prose" or not before or before[-1].lower not in ("on", "from", "until", "till"):
        return False
    verb = sentence.tokens[group.last - 1]
    if verb.tag in ("VBZ", "VBB"):
        return group.last - group.first == 1 and sentence.tokens[group.last].span == before[-1].span
    if verb.tag == "VVB" and any(_tells_the_past(t) for t in sentence.tokens[: group.first]):
        return False  # "fell ill after the sports meet on Friday": a noun that looks like a verb, in a tale of the past
    return (
        group.last - group.first == 1 and verb.tag in ("VVZ", "VVB") and verb.lemma in words("times_cues", "timetabled")
    )


def _tells_the_past(token: Token) -> bool:
    """A verb in the past; that somebody "said" so leaves open when it is."""
    return token.tag in ("VVD", "VBD") and "say" not in event_classes(token.lemma, "VERB")


def _has_happened(sentence: Sentence, group: Phrase, span: Span) -> bool:
    """ "The crash on Tuesday may delay": what befalls nobody plans, so that its day lies behind whatever may follow from it."""
    verb = sentence.tokens[group.first]
    if verb.lower not in _MODAL | _FUTURE:
        return False
    between = [t for t in sentence.tokens if span.end <= t.span.start < verb.span.start]
    subject: list[Token] = []
    for token in reversed([t for t in sentence.tokens if t.span.end <= span.start]):
        if token.pos in ("VERB", "AUX", "PUNCT") or len(subject) == _LONGEST_SUBJECT:
            break
        subject.append(token)
    if any(t.pos == "PUNCT" for t in between):
        return False
    nouns = [t.lemma.lower() for t in subject if t.pos == "NOUN"]
    found = {c for n in nouns for c in event_classes(n, "NOUN")}
    return bool(found & words("times_cues", "befalling")) and "strike_work" not in found


def tense_of(sentence: Sentence, group: Phrase) -> str:
    """The tense of one verb group; an infinitive after "expected", "plans"... is future, after "had been due" past."""
    tokens = sentence.tokens[group.first : group.last]
    lowers = {t.lower for t in tokens}
    if lowers & _FUTURE:
        return "future"
    if lowers & _MODAL:
        return "past" if lowers & _HAVE else "future"
    if tokens[0].lower == "to" or tokens[0].tag in ("VBI", "VVI", "VHI", "VDI"):
        return _infinitive(sentence, group)
    return _finite(tokens)


def _finite(tokens: tuple[Token, ...]) -> str:
    if any(t.tag in ("VVD", "VBD", "VHD", "VDD") for t in tokens):
        return "past"
    if any(t.tag in ("VHZ", "VHB") for t in tokens):
        return "past" if any(t.tag[-1] in "ND" for t in tokens[1:]) else "present"
    if any(t.tag in ("VBZ", "VBB") for t in tokens):
        return "future" if any(t.tag == "VVG" for t in tokens) else "present"
    return "past" if tokens[0].tag == "VVN" else "present"


def _infinitive(sentence: Sentence, group: Phrase) -> str:
    near = sentence.tokens[max(0, group.first - 5) : group.first]
    if any(t.lower == "had" for t in near):
        return "past"
    if any(t.lemma in words("times_cues", "expecting") for t in near) or (near and near[-1].tag in ("VBZ", "VBB")):
        return "future"
    # "Will he be back": the subject stands between the auxiliary and its verb.
    opening = sentence.tokens[: min(4, group.first)]
    return "future" if any(t.lower in _FUTURE for t in opening) else "present"
