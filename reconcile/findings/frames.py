"""Names in the wrong place: "the war in North Korea. Ukraine." where every other passage has the war in Ukraine.

A frame is a head word and a preposition with what fills it ("war in" + "Ukraine"). A sentence that ends in a filled frame,
with a stop and another name after it that cannot go on as a sentence, is broken; it is mended when elsewhere the frame is
filled by the second name and never by the first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.findings.suspects import Suspect
from reconcile.model.documents import Sentence, Token
from reconcile.model.entities import Entity
from reconcile.model.marks import Mark
from reconcile.model.readings import Reading
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span

_MAX_NAME_TOKENS = 4
_FINITE = ("VVD", "VVZ", "VVB", "VM0", "VBZ", "VBD", "VBB", "VHZ", "VHD", "VHB", "VDZ", "VDD", "VDB")


@frozen
class Filled:
    """One frame in one sentence: ``head`` (lemma) and ``prep`` with the name that fills it; token indices of the sentence."""

    head: str
    prep: str
    name: str
    head_at: int
    name_at: int
    name_end: int


Places = dict[tuple[str, str], dict[str, list[tuple[str, Span]]]]


def broken_frames(readings: Sequence[Reading], entities: Sequence[Entity]) -> Iterator[Suspect]:
    """Suspects of kind wrong_entity (argued) or fragment (an orphan name without evidence), by report and place."""
    names = _same_names(entities)
    filled: Places = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        for sentence in reading.document.sentences:
            for frame in frames(sentence.tokens):
                span = sentence.tokens[frame.head_at].span.join(sentence.tokens[frame.name_end - 1].span)
                filled[frame.head, frame.prep][names.get(frame.name, frame.name)].append((reading.report_id, span))
    seen = _seen_inside(readings)
    for reading in readings:
        for before, after in pairwise(reading.document.sentences):
            if (
                before.paragraph == after.paragraph
                and before.kind == after.kind == "prose"
                and after.tokens[0].text in seen
            ):
                suspect = _judge(reading, before, after, filled, names)
                if suspect is not None:
                    yield suspect


def _seen_inside(readings: Sequence[Reading]) -> frozenset[str]:
    """Words that stand in capitals in mid-sentence: names, where a word at the head of a sentence may be any."""
    return frozenset(
        token.text
        for reading in readings
        for sentence in reading.document.sentences
        if sentence.kind == "prose"
        for token in sentence.tokens[1:]
        if token.text[0].isupper()
    )


def _same_names(entities: Sequence[Entity]) -> Mapping[str, str]:
    """Every alias, in lower case, to the id of what it names; one that names two things stands for itself."""
    held: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for alias in (entity.name, *entity.aliases):
            held[alias.lower()].add(entity.id)
    return {alias: min(ids) for alias, ids in held.items() if len(ids) == 1}


def frames(tokens: Sequence[Token], *, any_head: bool = False) -> Iterator[Filled]:
    """The filled frames of one sentence: noun or verb, preposition, name. ``any_head`` takes names as heads too."""
    at = 0
    while at < len(tokens):
        end = name_end(tokens, at)
        if end == at:
            at += 1
            continue
        frame = _frame_before(tokens, at, end, any_head=any_head)
        if frame is not None:
            yield frame
        at = end


def name_end(tokens: Sequence[Token], at: int) -> int:
    """The index after the name that begins at ``at``, or ``at`` where none begins."""
    end = at
    while end < len(tokens) and end - at < _MAX_NAME_TOKENS and _is_name(tokens[end]):
        end += 1
    return end


def _is_name(token: Token) -> bool:
    return (
        token.text[0].isupper() and any(c.isalpha() for c in token.text) and token.pos in ("PROPN", "NOUN", "ADJ", "X")
    )


def _frame_before(tokens: Sequence[Token], at: int, end: int, *, any_head: bool) -> Filled | None:
    prep_at = at - 1
    if prep_at > 0 and tokens[prep_at].lower == "the":
        prep_at -= 1
    if prep_at < 1 or tokens[prep_at].pos != "PREP":
        return None
    head = tokens[prep_at - 1]
    if not any_head and (head.pos not in ("NOUN", "VERB", "ADJ") or head.text[0].isupper()):
        return None
    name = " ".join(t.lower for t in tokens[at:end])
    return Filled(head.lemma, tokens[prep_at].lower, name, prep_at - 1, at, end)


def _judge(
    reading: Reading, before: Sentence, after: Sentence, filled: Places, names: Mapping[str, str]
) -> Suspect | None:
    tokens = before.tokens
    if len(tokens) < 4 or tokens[-1].text != ".":
        return None
    frame = next((f for f in frames(tokens, any_head=True) if f.name_end == len(tokens) - 1), None)
    right_end = name_end(after.tokens, 0)
    if frame is None or right_end == 0 or not _is_broken(before, after, right_end):
        return None
    right = " ".join(t.lower for t in after.tokens[:right_end])
    right_id, wrong_id = names.get(right, right), names.get(frame.name, frame.name)
    if right_id == wrong_id:
        return None
    span = tokens[frame.head_at].span.join(after.tokens[right_end - 1].span)
    held = filled.get((frame.head, frame.prep), {})
    passages = held.get(right_id, [])
    wrong = [place for place in held.get(wrong_id, []) if not span.overlaps(place[1]) or place[0] != reading.report_id]
    if passages and not wrong:
        return _argued(reading, before, after, frame, span, [*passages, *_other_prepositions(filled, frame, right_id)])
    return _orphan(reading, before, after, span)


def _is_broken(before: Sentence, after: Sentence, at: int) -> bool:
    """Whether one of both lacks its verb, so that the stop between them cannot stand."""
    rest = after.tokens[at:]
    if len(rest) > 1 and rest[0].text == "," and _has_finite(rest[1:2]):
        return True
    return not _has_finite(before.tokens) or not _has_finite(_main_clause(rest))


def _main_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """What follows a name without a relative clause at once after it: ", which borders Poland," has no verb of the name's own."""
    if (
        len(tokens) < 2
        or tokens[0].text != ","
        or tokens[1].lower not in ("which", "who", "where", "whose", "whom", "when")
    ):
        return tokens
    closing = next((at for at in range(2, len(tokens)) if tokens[at].text == ","), len(tokens))
    return tokens[closing:]


def _has_finite(tokens: Sequence[Token]) -> bool:
    return any(t.tag in _FINITE and t.text[0].islower() for t in tokens)


def _other_prepositions(filled: Places, frame: Filled, right_id: str) -> list[tuple[str, Span]]:
    """ "war with Ukraine", "war against Ukraine" support "war in Ukraine" too."""
    keys = sorted(key for key in filled if key[0] == frame.head and key[1] != frame.prep)
    return [place for key in keys for place in filled[key].get(right_id, [])]


def _argued(
    reading: Reading, before: Sentence, after: Sentence, frame: Filled, span: Span, passages: list[tuple[str, Span]]
) -> Suspect:
    text, tokens = reading.document.text, before.tokens
    name_start, right_end = tokens[frame.name_at].span.start, span.end
    right = text[after.span.start : right_end]
    kept = text[span.start : name_start]
    words = {
        "frame": kept.strip(), "right": right, "wrong": text[name_start : tokens[frame.name_end - 1].span.end],
        "passages": str(len(passages)),
    }  # fmt: skip
    mark = Mark(
        "wrong_entity",
        span,
        text[span.start : span.end],
        "garble.wrong-entity",
        kept + right,
        0.9,
        tuple(sorted(words.items())),
    )
    reports = sorted({report_id for report_id, _ in passages})
    reason = Reason.of("garble.frame-filled-elsewhere", passages=len(passages), reports=", ".join(reports))
    return Suspect(reading.report_id, mark, tuple(dict.fromkeys(passages)), (reason,))


def _orphan(reading: Reading, before: Sentence, after: Sentence, span: Span) -> Suspect | None:
    """Without evidence the stop is still suspect, unless a list of such names follows ("France. Italy. Spain.")."""
    sentences = reading.document.sentences
    following = sentences[after.index + 1] if after.index + 1 < len(sentences) else None
    if (
        following is not None
        and following.paragraph == after.paragraph
        and name_end(following.tokens, 0) >= len(following.tokens) - 1
    ):
        return None
    text = reading.document.text[span.start : span.end]
    return Suspect(reading.report_id, Mark("split_sentence", span, text, "garble.orphan-name", None, 0.55))
