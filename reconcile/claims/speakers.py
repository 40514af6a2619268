"""Who speaks: the subject before a reporting verb, the noun after an inverted one, the antecedent of "who"."""

from reconcile.claims.cues import is_passive, may_follow
from reconcile.claims.layouts import DASHES, QUOTE_MARKS, Layout
from reconcile.model.documents import Phrase
from reconcile.model.spans import Span

_RELATIVES = frozenset({"who", "which", "that"})
_MAX_APPOSITION_TOKENS = 30
_EXPLETIVES = frozenset({"it", "there"})


def subject_before(layout: Layout, first: int, depth: int = 0) -> tuple[int, int] | None:
    """The token range of the subject of the verb group that starts at ``first``; None without one.

    Passes over adverbs, goes through an apposition to the noun it stands by ("Kirby, a spokesman, said"), from a relative
    pronoun to its antecedent, and from a second verb ("..., and added") or a participle ("..., adding") to the first verb's subject.
    """
    at = first
    while at > 0 and (
        layout.tokens[at - 1].pos == "ADV"
        or layout.lower(at - 1) in ("also", "all", "both", "then")
        or layout.is_mark(at - 1)
    ):
        at -= 1
    at = _before_time(layout, at)
    if at == 0 or depth > 4:
        return None
    before = layout.tokens[at - 1]
    if before.lower in _RELATIVES and (before.pos in ("PRON", "CONJ", "DET") or before.tag.startswith("DTQ")):
        return _antecedent(layout, at - 1)
    if _is_non_finite(layout, first) and (own := _with_subject(layout, at)) is not None:
        return own
    if _is_non_finite(layout, first) or (before.pos == "CONJ" and before.lower in ("and", "but", "or", "then")):
        return _earlier_subject(layout, at, depth)
    if before.text == ",":
        return _around_apposition(layout, at - 1)
    return _chain(layout, at)


def _with_subject(layout: Layout, at: int) -> tuple[int, int] | None:
    """A participle's own subject: "with Apple claiming", "A person claiming to be", "quoted Kim as saying"."""
    if layout.lower(at - 1) == "as":
        quoted = layout.chain_before(at - 1)
        return (quoted, at - 1) if quoted is not None else None
    phrase = layout.noun_until(at)
    if phrase is None or layout.tokens[at].pos == "TO":
        return None
    opens = phrase.first == 0 or layout.lower(phrase.first - 1) in ("with", ":", ";")
    return (phrase.first, at) if opens else None


def _before_time(layout: Layout, last: int) -> int:
    """As in "China on Friday said": the place before a time that stands between subject and verb."""
    phrase = layout.noun_until(last)
    if phrase is None or not layout.is_temporal(phrase):
        return last
    at = (
        phrase.first - 1
        if layout.lower(phrase.first - 1) in ("on", "in", "at", "during", "late", "early")
        else phrase.first
    )
    relative = layout.lower(at - 1) in ("who", "which")
    return at if relative or layout.noun_until(at) is not None else last


def _chain(layout: Layout, last: int) -> tuple[int, int] | None:
    first = layout.chain_before(last)
    if first is None:
        return None
    relative = _relative_before(layout, first)
    if relative is not None:
        return _antecedent(layout, relative)
    first = _without_time(layout, first, last)
    return _with_partner(layout, first), _without_tail(layout, first, last)


def _relative_before(layout: Layout, first: int) -> int | None:
    """As in "the man who shot the dog said": the relative pronoun before the verb whose object ends there."""
    group = next((g for g in layout.verb_groups if g.last == first), None)
    if group is None or layout.lower(group.first - 1) not in ("who", "which"):
        return None
    return group.first - 1


def _without_tail(layout: Layout, first: int, last: int) -> int:
    """As in "Yahoo last year disclosed": the chunker joins the subject and the time after it."""
    end = last
    while end - 1 > first and (
        layout.is_temporal_word(end - 1)
        or (end < last and layout.lower(end - 1) in ("last", "this", "next", "late", "early"))
    ):
        end -= 1
    return end if layout.tokens[end - 1].pos in ("PROPN", "NOUN", "PRON") else last


def _without_time(layout: Layout, first: int, last: int) -> int:
    """As in "On Monday police said": the chunker joins weekday and noun; the weekday after a preposition is no part of the speaker."""
    while first + 1 < last and layout.lower(first) in ("earlier", "later", "meanwhile", "today", "yesterday"):
        first += 1
    if layout.lower(first) in ("this", "last", "next") and layout.is_temporal_word(first + 1) and first + 2 < last:
        first += 2
    while (
        first + 1 < last
        and layout.tokens[first].pos == "PROPN"
        and layout.is_temporal(Phrase("NP", first, first + 1, first))
    ):
        if layout.tokens[first + 1].pos == "POS":
            break
        first += 1
    return first


def _with_partner(layout: Layout, first: int) -> int:
    """As in "Miller and Kirby said": a noun before "and" belongs, where a clause or the sentence starts with it."""
    if layout.lower(first - 1) not in ("and", "or", "nor", "&"):
        return first
    partner = layout.chain_before(first - 1)
    if partner is None:
        return first
    opens = (
        partner == 0
        or layout.tokens[partner - 1].pos in ("PUNCT", "CONJ")
        or layout.lower(partner - 1) in ("both", "neither", "either")
    )
    return partner if opens else first


def _antecedent(layout: Layout, relative: int) -> tuple[int, int] | None:
    last = relative
    while last > 0 and layout.tokens[last - 1].text in {",", "-", "(", *DASHES}:
        last -= 1
    found = _chain(layout, last)
    if found is None or last == relative:
        return found
    return _named_apposition(layout, found)


def _named_apposition(layout: Layout, found: tuple[int, int]) -> tuple[int, int]:
    """As in "Kirby, a spokesman, who said": the name before the apposition is the speaker."""
    if layout.lower(found[0] - 1) != ",":
        return found
    before = _chain(layout, found[0] - 1)
    named = before is not None and layout.head_of(*before).pos == "PROPN" and layout.head_of(*found).pos == "NOUN"
    return before if named and before is not None else found


def _around_apposition(layout: Layout, comma: int) -> tuple[int, int] | None:
    """The noun before "NP, ... , said": the nearest earlier comma that a noun phrase stands before."""
    lowest = max(0, comma - _MAX_APPOSITION_TOKENS)
    for at in range(comma - 1, lowest, -1):
        if layout.tokens[at].text != ",":
            continue
        found = _chain(layout, at)
        if found is None:
            continue
        start = found[0]
        if (
            start == 0
            or layout.tokens[start - 1].pos in ("PUNCT", "CONJ")
            or layout.lower(start - 1) in ("that", "but", "and")
        ):
            return _with_name(layout, found, at, comma) or _named_apposition(layout, found)
    return _chain(layout, comma)  # "Holm of the harbour office, said": a comma too many


def _with_name(layout: Layout, found: tuple[int, int], first: int, last: int) -> tuple[int, int] | None:
    """As in "a member of parliament, Eric Ciotti, said": the name in commas belongs to the common noun before it."""
    phrase = layout.noun_at(first + 1)
    named = phrase is not None and phrase.last == last and layout.tokens[phrase.head].pos == "PROPN"
    return (found[0], last) if named and layout.head_of(*found).pos == "NOUN" else None


def _is_non_finite(layout: Layout, first: int) -> bool:
    token = next((t for t in layout.tokens[first:] if t.pos in ("VERB", "AUX", "TO")), None)
    return token is not None and (token.tag in ("VVG", "VBG", "VHG") or token.pos == "TO")


def _earlier_subject(layout: Layout, first: int, depth: int) -> tuple[int, int] | None:
    """The subject of the verb before: of the nearest verb of saying, else of the nearest finite one."""
    before = [g for g in layout.verb_groups if g.last <= first and not _is_non_finite(layout, g.first)]
    saying = [g for g in before if may_follow(layout.tokens[g.head].lemma) and not is_passive(layout, g)]
    chosen = (saying or before)[-1:]
    if not chosen:
        return None
    return subject_before(layout, chosen[0].first, depth + 1) or subject_after(layout, chosen[0].last)


def subject_after(layout: Layout, last: int) -> tuple[int, int] | None:
    """The token range of the noun after an inverted verb ("said Kirby, a spokesman"): without its apposition."""
    end = layout.chain_after(last)
    phrase = layout.noun_at(last)
    if end is None or phrase is None or layout.is_temporal(phrase):
        return None
    name = layout.noun_at(end + 1) if layout.lower(end) == "," and layout.tokens[phrase.head].pos == "NOUN" else None
    if name is not None and layout.tokens[name.head].pos == "PROPN" and layout.verb_at(name.last) is None:
        return last, name.last
    return last, end


def is_expletive(layout: Layout, found: tuple[int, int]) -> bool:
    """Whether a subject is the empty "it" or "there"."""
    return found[1] - found[0] == 1 and layout.lower(found[0]) in _EXPLETIVES


def as_span(layout: Layout, found: tuple[int, int] | None) -> Span | None:
    """The speaker's span without quotation marks and "what"/"which" before it; None for nobody."""
    if found is None:
        return None
    first, last = found
    while first < last - 1 and (layout.tokens[first].text in QUOTE_MARKS or layout.tokens[first].tag == "DTQ"):
        first += 1
    return layout.span(first, last)
