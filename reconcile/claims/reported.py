"""What the reporting verbs of a sentence tell: content after the cue, before it, round it, or raised into its own clause."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from reconcile.claims.complements import content_end, content_start, last_token, relative_end, speech_breaks
from reconcile.claims.cues import Cue, phrase_cues, sections_of, verb_cues
from reconcile.claims.hearsay import hearsay
from reconcile.claims.layouts import DASHES, QUOTE_MARKS, Layout
from reconcile.claims.placing import Placed, is_bare, place
from reconcile.claims.speakers import as_span
from reconcile.lexicon.load import words
from reconcile.model.claims import AttributedSpan
from reconcile.model.documents import Phrase, Sentence, Token


def reported_in(sentence: Sentence) -> Iterator[AttributedSpan]:
    """The attributed stretches of one sentence; quotations are not yet told from indirect speech."""
    layout = Layout(sentence)
    placed = [p for cue in verb_cues(layout) if (p := place(layout, cue)) is not None]
    breaks = _breaks(layout, placed)
    for item in placed:
        if item.place == "trailing":
            yield from _trailing(layout, item, placed)
        elif item.place == "raised":
            yield from _raised(layout, item, breaks)
        else:
            yield from _leading(layout, item, placed, breaks)
    yield from hearsay(layout, breaks)


def _breaks(layout: Layout, placed: Sequence[Placed]) -> tuple[int, ...]:
    starts = [(p.clause, p.cue.first) for p in placed if p.place == "leading"]
    trailing = [p.clause for p in placed if p.place == "trailing"]
    sources = [first for first, _, _ in phrase_cues(layout)]
    return tuple(sorted((*speech_breaks(layout, starts), *trailing, *sources)))


def _trailing_clauses(placed: Sequence[Placed]) -> list[int]:
    return [p.clause for p in placed if p.place == "trailing"]


def _leading(layout: Layout, item: Placed, placed: Sequence[Placed], breaks: Sequence[int]) -> Iterator[AttributedSpan]:
    start = content_start(layout, item.cue)
    if start is None or layout.is_mark(start):
        return
    if any(b <= start < b + 3 and b > item.cue.first for b in _trailing_clauses(placed)):
        return
    limits = [*breaks, *_object_ends(layout, item.cue, start), *_reduced_end(layout, item, start)]
    if _in_commas(layout, item):
        relative = relative_end(layout, item.cue)
        limits += [relative] if relative is not None else []
    end = content_end(layout, start, limits)
    if end > start and _is_told(layout, item.cue, start, end):
        yield _record(layout, item, start, end)


def _reduced_end(layout: Layout, item: Placed, start: int) -> list[int]:
    """The main verb after a subject that tells something: "A man who said he was hurt | left".

    It is the first finite verb after an infinitive, the second after a clause; a conjunction between leaves it open.
    """
    first = item.cue.first
    relative = layout.lower(first - 1) in ("who", "which", "that")
    if relative:
        second = (i for i in range(start, len(layout.tokens)) if layout.lower(i + 1) == layout.lower(first - 1))
        joined = next((i for i in second if layout.lower(i) in ("and", "but", "or")), None)
        if joined is not None:
            return [joined]
    adjacent = item.speaker is not None and item.speaker[1] == first and layout.tokens[first].tag == "VVG"
    if not (relative or adjacent) or any(g.last < first for g in layout.verb_groups):
        return []
    told = layout.tokens[start].pos != "TO"
    finite = [g for g in layout.verb_groups if g.first >= start and not is_bare(layout, g.first)][: 1 + told]
    between = layout.tokens[finite[0].last : finite[-1].first] if finite else ()
    if len(finite) < 1 + told or any(t.pos == "CONJ" for t in between):
        return []
    return [finite[-1].first]


def _object_ends(layout: Layout, cue: Cue, start: int) -> list[int]:
    """Where the noun phrase that a verb denies or announces ends: at a comma or a relative word, not at "that"."""
    told = layout.lower(start - 1) == "that" or not cue.kinds & {"object"}
    verb = next((g.first for g in layout.verb_groups if g.first >= start), len(layout.tokens))
    subject = layout.chain_before(verb) if verb < len(layout.tokens) else None
    if told or layout.noun_at(start) is None or (subject is not None and subject <= start + 1):
        return []
    ends = (
        i for i in range(start + 1, len(layout.tokens)) if layout.lower(i) in (",", "who", "which", "where", "when")
    )
    return [next(ends, len(layout.tokens))]


def _in_commas(layout: Layout, item: Placed) -> bool:
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
        if is_bare(layout, group.first) and not strict:
            continue
        if is_bare(layout, group.first) or (strict and any(t.text == "," for t in before)):
            return False
        if group.first == start:
            return layout.tokens[start].pos == "AUX"
        place = _before_adverbs(layout, group.first)
        if layout.noun_until(place) is None or _is_relative(before):
            continue
        subject = layout.chain_before(place)
        return not strict or (subject is not None and subject <= start + 2)
    return False


def _is_relative(before: Sequence[Token]) -> bool:
    return bool(before) and before[-1].lower in ("who", "which", "that")


def _before_adverbs(layout: Layout, at: int) -> int:
    while at > 0 and layout.tokens[at - 1].pos == "ADV":
        at -= 1
    return at


def _trailing(layout: Layout, item: Placed, placed: Sequence[Placed]) -> Iterator[AttributedSpan]:
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


def _goes_on(layout: Layout, item: Placed, start: int, end: int) -> bool:
    """Whether the statement goes on after a parenthetical cue.

    It does where the words before the cue are no whole clause ("The plane, police said, crashed") or a conjunction or preposition
    takes it up; an apposition, a participle or a new quote after the cue is no part of it.
    """
    first = layout.tokens[start]
    if not any(start <= g.first < end for g in layout.verb_groups) or first.lower in ("as", "according", "citing"):
        return False
    whole = any(g.last <= item.clause and not is_bare(layout, g.first) for g in layout.verb_groups)
    if layout.is_mark(item.clause - 1) or layout.is_mark(item.clause - 2):
        return False
    return not whole or (first.pos in ("CONJ", "PREP") and first.lower not in ("while", "when", "after"))


def _raised(layout: Layout, item: Placed, breaks: Sequence[int]) -> Iterator[AttributedSpan]:
    """The whole clause of "The ship is thought to have sunk", subject and cue in it; a reduced one ends before the main verb."""
    limits = list(breaks)
    if _in_commas(layout, item):
        relative = relative_end(layout, item.cue)
        limits += [relative] if relative is not None else []
    elif all(t.pos not in ("AUX", "CONJ") for t in layout.tokens[item.clause : item.cue.first + 1]):
        reduced = item.cue.last - item.cue.first == 1
        limits += [
            g.first for g in layout.verb_groups if g.first > item.cue.last and not is_bare(layout, g.first) and reduced
        ]
    end = content_end(layout, item.cue.last, limits)
    if end > item.cue.last:
        yield _record(layout, item, item.clause, end)


def _record(layout: Layout, item: Placed, start: int, end: int) -> AttributedSpan:
    content = layout.span(start, end)
    mixed = any(t.text in QUOTE_MARKS for t in layout.tokens[start:end])
    cue = layout.span(item.cue.first, item.cue.last)
    speaker = as_span(layout, item.speaker)
    if speaker is not None and item.place != "raised" and content.contains(speaker):
        speaker = None
    found = AttributedSpan(content, cue, item.cue.lemma, speaker, "indirect")
    return evolve(found, mode="mixed") if mixed else found
