"""Who is made responsible for which stretch of a report, nested to any depth."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from reconcile.claims.complements import (
    content_end,
    content_start,
    is_terminal,
    last_token,
    past_adjuncts,
    relative_end,
    speech_breaks,
)
from reconcile.claims.cues import Cue, may_follow, phrase_cues, sections_of, verb_cues
from reconcile.claims.hearsay import hearsay
from reconcile.claims.layouts import DASHES, QUOTE_MARKS, Layout, windows
from reconcile.claims.quotations import quoted
from reconcile.claims.speakers import as_span, is_expletive, subject_after, subject_before
from reconcile.lexicon.load import words
from reconcile.model.claims import AttributedSpan
from reconcile.model.documents import Document, Phrase, Sentence, Token
from reconcile.model.spans import Span

# Nobody answers for longer stretches, and nothing is nested deeper; both keep the time linear in the length of a text.
_MAX_CONTENT_CHARS = 8000
_MAX_DEPTH = 12
_FEW = 64


@frozen
class _Placed:
    """A cue with its speaker and place: "leading", "trailing" (content before) or "raised" (X is said to...)."""

    cue: Cue
    place: str
    clause: int
    after: int
    speaker: tuple[int, int] | None


def find(document: Document) -> tuple[AttributedSpan, ...]:
    """Every attributed stretch of a document, in order of its content, longer (outer) stretches before what they hold."""
    spans: list[AttributedSpan] = []
    for sentence in document.sentences:
        if sentence.kind != "boilerplate" and sentence.tokens:
            for piece in windows(sentence):
                spans += _in_sentence(piece)
    found = {s for s in quoted(document, spans) if len(s.content) <= _MAX_CONTENT_CHARS}
    return tuple(sorted(found, key=_order))


def _order(span: AttributedSpan) -> tuple[int, int, int, int, str]:
    return span.content.start, -span.content.end, span.cue.start, span.cue.end, span.mode


def covering(spans: Sequence[AttributedSpan], span: Span) -> tuple[AttributedSpan, ...]:
    """The attributions whose content holds ``span``, outermost first; a cue's own words are not under that cue.

    ``spans`` are those of :func:`find` in its order, or a few of them in any order.
    """
    if len(spans) > _FEW:
        lowest = bisect_left(spans, span.start - _MAX_CONTENT_CHARS, key=lambda s: s.content.start)
        spans = spans[lowest : bisect_right(spans, span.start, key=lambda s: s.content.start)]
    found = [s for s in spans if s.content.contains(span) and not s.cue.contains(span)]
    return tuple(sorted(found, key=_depth)[-_MAX_DEPTH:])


def _depth(span: AttributedSpan) -> tuple[int, bool, int]:
    """Longer content is further out; of equal ones that whose cue stands outside: "is thought to..., according to"."""
    return -len(span.content), span.content.contains(span.cue), span.cue.start


def _in_sentence(sentence: Sentence) -> Iterator[AttributedSpan]:
    layout = Layout(sentence)
    placed = [p for cue in verb_cues(layout) if (p := _place(layout, cue)) is not None]
    breaks = _breaks(layout, placed)
    for item in placed:
        if item.place == "trailing":
            yield from _trailing(layout, item, placed)
        elif item.place == "raised":
            yield from _raised(layout, item, breaks)
        else:
            yield from _leading(layout, item, placed, breaks)
    yield from hearsay(layout, breaks)


def _place(layout: Layout, cue: Cue) -> _Placed | None:
    """Decides on which side of the cue its content stands. None for a verb that reports nothing here."""
    if cue.passive:
        return _place_passive(layout, cue)
    subject = subject_before(layout, cue.first)
    clause = subject[0] if subject is not None and subject[1] <= cue.first else cue.first
    clause = _clause_start(layout, cue, clause)
    if not _is_participle(layout, cue) and _closes_content(layout, cue.first):
        inverted = subject_after(layout, cue.last)
        if inverted is not None:
            after = past_adjuncts(layout, inverted[1])
            quote = layout.is_mark(cue.first - 1)
            spoken = cue.kinds != {"addressee"} and may_follow(cue.lemma, quote=quote)
            spoken = spoken and (quote or cue.lemma not in words("reporting", "directive"))
            if is_terminal(layout, after) and spoken:
                return _Placed(cue, "trailing", cue.first, after, inverted)
    after = past_adjuncts(layout, cue.last, addressee="addressee" in cue.kinds)
    ends = _ends_there(layout, clause, after) and not _quote_follows(layout, clause, after)
    spoken = may_follow(cue.lemma, quote=layout.is_mark(clause - 1)) and not _is_participle(layout, cue)
    if subject is not None and ends and _closes_content(layout, clause) and spoken:
        return _Placed(cue, "trailing", clause, after, cue.speaker or subject)
    return _Placed(cue, "leading", clause, cue.last, cue.speaker or subject)


def _clause_start(layout: Layout, cue: Cue, subject_first: int) -> int:
    """The start of the cue's own clause: the subject where it stands directly before, the cue where it is elsewhere."""
    between = layout.tokens[subject_first : cue.first]
    near = all(t.pos not in ("VERB", "AUX", "CONJ") or t.lower in ("and", "who", "which") for t in between)
    return subject_first if near else cue.first


def _is_participle(layout: Layout, cue: Cue) -> bool:
    return layout.tokens[cue.first].tag in ("VVG", "VHG", "TO0")


def _closes_content(layout: Layout, at: int) -> bool:
    """Whether the token before ``at`` is a comma, dash or quotation mark, as between content and a trailing cue."""
    if layout.lower(at - 1) == "as" and layout.lower(at - 2) == ",":
        return True
    return at > 0 and (layout.is_mark(at - 1) or layout.tokens[at - 1].text in {",", "?", "!", *DASHES})


def _ends_there(layout: Layout, clause: int, after: int) -> bool:
    """Whether nothing told follows: the clause ends, or after a whole statement only a circumstance of the saying comes."""
    if is_terminal(layout, after):
        return True
    whole = any(g.last <= clause and not _is_bare(layout, g.first) for g in layout.verb_groups)
    opener = next((t.lower for t in layout.tokens if not layout.is_mark(0) or t is not layout.tokens[0]), "")
    circumstance = layout.lower(after) in words("reporting", "circumstances")
    told = any(t.lower == "that" for t in layout.tokens[after : after + 12])
    return whole and circumstance and not told and opener not in words("reporting", "subordinators")


def _quote_follows(layout: Layout, clause: int, after: int) -> bool:
    """As in "Asked why, Miller said, "No."": the quote after the cue is its content, unless a quote stands before it too."""
    opens = after + 1 < len(layout.tokens) and layout.lower(after) == "," and layout.lower(after + 1) in QUOTE_MARKS
    return opens and not layout.is_mark(clause - 1) and not layout.is_mark(clause - 2)


def _place_passive(layout: Layout, cue: Cue) -> _Placed | None:
    subject = subject_before(layout, cue.first) or _noun_before_comma(layout, cue.first)
    clause = subject[0] if subject is not None else cue.first
    agent = _agent(layout, cue.last)
    if _is_raised(layout, cue):
        return _Placed(cue, "raised", _clause_start(layout, cue, clause), cue.last, agent)
    if "accusation" in cue.kinds and content_start(layout, evolve(cue, kinds=frozenset({"accusation"}))) is not None:
        return _Placed(
            evolve(cue, kinds=frozenset({"accusation"})), "leading", _clause_start(layout, cue, clause), cue.last, agent
        )
    expletive = subject is not None and is_expletive(layout, subject)
    if expletive or "addressee" in cue.kinds or layout.lower(cue.last) == "that":
        after = past_adjuncts(layout, cue.last)
        if expletive and is_terminal(layout, after) and _closes_content(layout, clause):
            return _Placed(cue, "trailing", clause, after, agent)
        if ("addressee" in cue.kinds and not expletive) or layout.lower(after) in (
            "that",
            "whether",
            "if",
            "how",
            "why",
        ):
            return _Placed(cue, "leading", clause, cue.last, agent)
    return None


def _is_raised(layout: Layout, cue: Cue) -> bool:
    """Whether an infinitive follows a passive of saying or believing, agent passed over: "is thought by many to have fled"."""
    at = cue.last
    if layout.lower(at) == "by":
        at = layout.chain_after(at + 1) or at
    follows = layout.lower(at) == "to" and layout.verb_at(at) is not None
    return follows and cue.lemma in words("reporting", "raising")


def _noun_before_comma(layout: Layout, first: int) -> tuple[int, int] | None:
    """As in "The missile, believed to be new,": the noun that a participle after a comma tells of."""
    if layout.lower(first - 1) != ",":
        return None
    start = layout.chain_before(first - 1)
    return (start, first - 1) if start is not None else None


def _agent(layout: Layout, at: int) -> tuple[int, int] | None:
    """As in "by the army" directly after a passive."""
    if layout.lower(at) != "by":
        return None
    end = layout.chain_after(at + 1)
    return (at + 1, end) if end is not None else None


def _breaks(layout: Layout, placed: Sequence[_Placed]) -> tuple[int, ...]:
    starts = [(p.clause, p.cue.first) for p in placed if p.place == "leading"]
    trailing = [p.clause for p in placed if p.place == "trailing"]
    sources = [first for first, _, _ in phrase_cues(layout)]
    return tuple(sorted((*speech_breaks(layout, starts), *trailing, *sources)))


def _trailing_clauses(placed: Sequence[_Placed]) -> list[int]:
    return [p.clause for p in placed if p.place == "trailing"]


def _leading(
    layout: Layout, item: _Placed, placed: Sequence[_Placed], breaks: Sequence[int]
) -> Iterator[AttributedSpan]:
    start = content_start(layout, item.cue)
    if start is None or layout.is_mark(start):
        return
    if any(b <= start < b + 3 and b > item.cue.first for b in _trailing_clauses(placed)):
        return
    limits = [*breaks]
    if _in_commas(layout, item):
        relative = relative_end(layout, item.cue)
        limits += [relative] if relative is not None else []
    end = content_end(layout, start, limits)
    if end > start and _is_told(layout, item.cue, start, end):
        yield _record(layout, item, start, end)


def _in_commas(layout: Layout, item: _Placed) -> bool:
    """Whether the cue stands in a relative clause or participle between commas, so that a comma ends what it tells."""
    before, one = layout.lower(item.cue.first - 1), layout.tokens[item.cue.first]
    if before in ("who", "which") and layout.lower(item.cue.first - 2) == ",":
        return True
    return before == "," and one.tag in ("VVN", "VVG")


def _is_told(layout: Layout, cue: Cue, start: int, end: int) -> bool:
    """Whether the words after a cue are what it tells: a clause, or for "announced", "denied"... also a noun phrase."""
    verbs = [g for g in layout.verb_groups if start <= g.first < end]
    if "accusation" in cue.kinds and layout.lower(start - 1) in words("reporting", "accuse", "prepositions"):
        return True
    if layout.lower(start - 1) == "that" or layout.lower(start) in (
        "whether",
        "if",
        "how",
        "why",
        "what",
        "when",
        "where",
        "who",
    ):
        return bool(verbs)
    first = layout.tokens[start]
    opens = layout.lower(start - 1) == "," or first.lower in words("reporting", "approximators")
    if first.lower in ("and", "but", "or") or (first.pos in ("PREP", "CONJ") and not opens):
        return False
    if "object" in cue.kinds and not _is_participial(first.tag) and layout.tokens[cue.first].pos != "TO":
        return True
    return bool(cue.kinds & {"clause", "addressee"}) and _is_clause(layout, cue, start, verbs)


def _is_participial(tag: str) -> bool:
    return tag in ("VVN", "VVD")


def _is_clause(layout: Layout, cue: Cue, start: int, verbs: Sequence[Phrase]) -> bool:
    """Whether the words from ``start`` are a clause without "that": a noun phrase and its finite verb, nothing subordinate before.

    After a verb of thinking, which may take many things for its object, no comma and no infinitive may stand between either.
    """
    strict = "think" in sections_of(cue.lemma) and "say" not in sections_of(cue.lemma)
    for group in verbs:
        before = layout.tokens[start : group.first]
        if any(t.tag == "CJS" and t.lower not in ("as", "than") for t in before):
            return False
        if _is_bare(layout, group.first) and not strict:
            continue
        if _is_bare(layout, group.first) or (strict and any(t.text == "," for t in before)):
            return False
        if group.first == start:
            return layout.tokens[start].pos == "AUX"
        if layout.noun_until(_before_adverbs(layout, group.first)) is not None and not _is_relative(before):
            return True
    return False


def _is_relative(before: Sequence[Token]) -> bool:
    return bool(before) and before[-1].lower in ("who", "which", "that")


def _before_adverbs(layout: Layout, at: int) -> int:
    while at > 0 and layout.tokens[at - 1].pos == "ADV":
        at -= 1
    return at


def _is_bare(layout: Layout, at: int) -> bool:
    return layout.tokens[at].pos == "TO" or layout.tokens[at].tag in ("VVG", "VVI")


def _trailing(layout: Layout, item: _Placed, placed: Sequence[_Placed]) -> Iterator[AttributedSpan]:
    earlier = [p for p in placed if p.place == "trailing" and p.clause < item.clause]
    later = [p for p in placed if p.place == "trailing" and p.clause > item.clause]
    start = max((p.after for p in earlier), default=0)
    while start < item.clause and (
        layout.tokens[start].pos == "PUNCT" or layout.lower(start) in ("and", "but", "or", "while")
    ):
        start += 1
    end = content_end(layout, start, [item.clause - (layout.lower(item.clause - 1) == "as")])
    while end > start and (layout.tokens[end - 1].text in QUOTE_MARKS or layout.tokens[end - 1].text == ","):
        end -= 1
    rest, last = item.after + 1, last_token(layout.tokens)
    continued = (
        not later and rest < last and layout.lower(item.after) in {",", *DASHES} and _goes_on(layout, item, rest, last)
    )
    if end > start and (continued or _is_statement(layout, start, end)):
        yield _record(layout, item, start, end)
    if continued:
        yield _record(layout, item, rest, last)


def _is_statement(layout: Layout, start: int, end: int) -> bool:
    if layout.sentence.kind == "headline" or layout.tokens[start - 1].text in QUOTE_MARKS:
        return True
    return any(start <= g.first < end for g in layout.verb_groups) or end - start > 3


def _goes_on(layout: Layout, item: _Placed, start: int, end: int) -> bool:
    """Whether the statement goes on after a parenthetical cue.

    It does where the words before the cue are no whole clause ("The plane, police said, crashed") or a conjunction or preposition
    takes it up; an apposition, a participle or a new quote after the cue is no part of it.
    """
    first = layout.tokens[start]
    if not any(start <= g.first < end for g in layout.verb_groups) or first.lower in ("as", "according", "citing"):
        return False
    whole = any(g.last <= item.clause and not _is_bare(layout, g.first) for g in layout.verb_groups)
    if layout.is_mark(item.clause - 1) or layout.is_mark(item.clause - 2):
        return False
    return not whole or (first.pos in ("CONJ", "PREP") and first.lower not in ("while", "when", "after"))


def _raised(layout: Layout, item: _Placed, breaks: Sequence[int]) -> Iterator[AttributedSpan]:
    """The whole clause of "The ship is thought to have sunk", subject and cue in it; a reduced one ends before the main verb."""
    limits = list(breaks)
    if _in_commas(layout, item):
        relative = relative_end(layout, item.cue)
        limits += [relative] if relative is not None else []
    elif all(t.pos not in ("AUX", "CONJ") for t in layout.tokens[item.clause : item.cue.first + 1]):
        reduced = item.cue.last - item.cue.first == 1
        limits += [
            g.first for g in layout.verb_groups if g.first > item.cue.last and not _is_bare(layout, g.first) and reduced
        ]
    end = content_end(layout, item.cue.last, limits)
    if end > item.cue.last:
        yield _record(layout, item, item.clause, end)


def _record(layout: Layout, item: _Placed, start: int, end: int) -> AttributedSpan:
    content = layout.span(start, end)
    mixed = any(t.text in QUOTE_MARKS for t in layout.tokens[start:end])
    cue = layout.span(item.cue.first, item.cue.last)
    speaker = as_span(layout, item.speaker)
    if speaker is not None and item.place != "raised" and content.contains(speaker):
        speaker = None
    found = AttributedSpan(content, cue, item.cue.lemma, speaker, "indirect")
    return evolve(found, mode="mixed") if mixed else found
