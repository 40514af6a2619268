"""Sentences broken at a name: "the war in North Korea. Ukraine." where every other passage has the war in Ukraine.

A sentence that ends in a filled frame, with a stop and another name after it that cannot go on as a sentence, is broken.
It is mended when elsewhere the frame is filled by the second name and never by the first.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.findings.frames import Frame, Index, Place, frames, index, name_end
from reconcile.findings.suspects import Suspect
from reconcile.lexicon.load import words
from reconcile.model.documents import Sentence, Token
from reconcile.model.entities import Entity
from reconcile.model.marks import Mark
from reconcile.model.readings import Reading
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span

_MIN_TOKENS = 4
_MAX_ATTRIBUTION_TOKENS = 7
_RELATIVES = frozenset({"which", "who", "where", "whose", "whom", "when"})
# C5 tags of finite verbs
_FINITE = frozenset({"VVD", "VVZ", "VVB", "VM0", "VBZ", "VBD", "VBB", "VHZ", "VHD", "VHB", "VDZ", "VDD", "VDB"})


@frozen
class Break:
    """A frame that ends a sentence, the stop, and the name after it that ends before token ``right_end``."""

    reading: Reading
    before: Sentence
    after: Sentence
    frame: Frame
    right_end: int

    @property
    def span(self) -> Span:
        """From the frame's head to the end of the second name."""
        return self.before.tokens[self.frame.head_at].span.join(self.after.tokens[self.right_end - 1].span)

    @property
    def right(self) -> str:
        """The second name in lower case."""
        return " ".join(t.lower for t in self.after.tokens[: self.right_end])

    def words(self, start: int, end: int) -> str:
        """The clean text between two offsets."""
        return self.reading.document.text[start:end]


def split_sentences(readings: Sequence[Reading], entities: Sequence[Entity]) -> Iterator[Suspect]:
    """Suspects of kind wrong_entity (argued) or split_sentence, by report and place."""
    evidence = index(readings, entities)
    for reading in readings:
        for before, after in pairwise(reading.document.sentences):
            if before.paragraph != after.paragraph or not before.kind == after.kind == "prose":
                continue
            if _begins_with_name(before, after, evidence):
                found = _break(reading, before, after)
                suspect = _judge(found, evidence) if found is not None else None
                if suspect is not None:
                    yield suspect


def _begins_with_name(before: Sentence, after: Sentence, evidence: Index) -> bool:
    first = after.tokens[0].text
    return first in evidence.known or (len(before.tokens) > 1 and (before.tokens[-2].text, first) in evidence.pairs)


def _break(reading: Reading, before: Sentence, after: Sentence) -> Break | None:
    tokens = before.tokens
    if len(tokens) < _MIN_TOKENS or tokens[-1].text != ".":
        return None
    frame = next((f for f in frames(tokens, any_head=True) if f.name_end == len(tokens) - 1), None)
    right_end = name_end(after.tokens, 0, heads_sentence=True)
    if frame is None or not _cannot_stand(before, after.tokens[right_end:]):
        return None
    return Break(reading, before, after, frame, right_end)


def _cannot_stand(before: Sentence, rest: Sequence[Token]) -> bool:
    """Whether the first sentence, or what follows the second name, lacks its verb or has it at once after a comma."""
    if len(rest) > 1 and rest[0].text == "," and _is_finite(rest[1]):
        return True
    if len(rest) == 2 and rest[0].lemma in words("reporting", "say"):
        return True
    return not any(map(_is_finite, before.tokens)) or not _has_main_verb(rest)


def _has_main_verb(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb is left that no clause of its own takes: after "when", "which" or "they", after a bare "and"."""
    wanted = 0
    for at, token in enumerate(_without_attribution(tokens)):
        before = tokens[at - 1] if at else None
        if token.tag in ("CJS", "CJT", "DTQ", "PNQ", "AVQ") or token.lower in _RELATIVES:
            wanted += 1
        elif _is_finite(token) or (
            token.tag == "VVN" and token.text[0].islower() and (before is None or before.text == ",")
        ):
            # the tagger takes "suggested" after a name or an apposition for a participle as often as not
            if wanted:
                wanted -= 1
            elif before is None or (before.pos != "PRON" and before.tag != "CJC"):
                return True
    return False


def _without_attribution(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without ", prosecutors said" at the end."""
    for at in range(max(0, len(tokens) - _MAX_ATTRIBUTION_TOKENS), len(tokens)):
        if tokens[at].text == ",":
            verbs = [t for t in tokens[at:] if _is_finite(t)]
            if len(verbs) == 1 and verbs[0].lemma in words("reporting", "say"):
                return tokens[:at]
    return tokens


def _is_finite(token: Token) -> bool:
    return token.tag in _FINITE and token.text[0].islower()


def _judge(found: Break, evidence: Index) -> Suspect | None:
    whole = evidence.pairs.get((found.before.tokens[-2].text, found.after.tokens[0].text), ())
    if whole:
        return _cut_name(found, whole)
    right, wrong = evidence.identity(found.right), evidence.identity(found.frame.name)
    if right != wrong:
        passages = evidence.places(found.frame, right)
        against = [
            p
            for p in evidence.places(found.frame, wrong)
            if p[0] != found.reading.report_id or not p[1].overlaps(found.span)
        ]
        if passages and not against:
            return _argued(found, [*passages, *evidence.other_prepositions(found.frame, right)])
    return _orphan(found)


def _argued(found: Break, passages: list[Place]) -> Suspect:
    """The frame is filled elsewhere by the second name, never by the first: the first and its stop go."""
    span, tokens = found.span, found.before.tokens
    name_start = tokens[found.frame.name_at].span.start
    kept = found.words(span.start, name_start)
    right = found.words(found.after.span.start, span.end)
    params = {
        "frame": kept.strip(),
        "right": right,
        "wrong": found.words(name_start, tokens[found.frame.name_end - 1].span.end),
        "passages": str(len(passages)),
    }
    text = found.words(span.start, span.end)
    mark = Mark("wrong_entity", span, text, "garble.wrong-entity", kept + right, 0.9, tuple(sorted(params.items())))
    reports = sorted({report_id for report_id, _ in passages})
    reason = Reason.of("garble.frame-filled-elsewhere", passages=len(passages), reports=", ".join(reports))
    return Suspect(found.reading.report_id, mark, tuple(dict.fromkeys(passages)), (reason,))


def _cut_name(found: Break, whole: Sequence[Place]) -> Suspect:
    """ "of Yitzhak. Rabin": a stop inside a name that stands whole elsewhere."""
    last, first = found.before.tokens[-2], found.after.tokens[0]
    span, name = last.span.join(first.span), f"{last.text} {first.text}"
    mark = Mark(
        "split_sentence", span, found.words(span.start, span.end), "garble.cut-name", name, 0.8, (("name", name),)
    )
    reason = Reason.of("garble.name-whole-elsewhere", passages=len(whole))
    return Suspect(found.reading.report_id, mark, tuple(whole), (reason,))


def _orphan(found: Break) -> Suspect | None:
    """Without evidence the stop is still suspect, unless a list of such names follows ("France. Italy. Spain.")."""
    sentences = found.reading.document.sentences
    following = sentences[found.after.index + 1] if found.after.index + 1 < len(sentences) else None
    if following is not None and following.paragraph == found.after.paragraph:
        is_listed = name_end(following.tokens, 0) >= len(following.tokens) - 1
        if is_listed:
            return None
    text = found.words(found.span.start, found.span.end)
    return Suspect(found.reading.report_id, Mark("split_sentence", found.span, text, "garble.orphan-name", None, 0.55))
