"""Signs from outside a clause: the verbs, adjectives, nouns and conjunctions that govern it."""

from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.claims.layouts import Layout
from reconcile.claims.scope import clause_signs, is_negated
from reconcile.claims.signs import Sign, listed, sign
from reconcile.claims.speakers import subject_before
from reconcile.model.claims import AttributedSpan
from reconcile.model.documents import Phrase, Token
from reconcile.model.spans import Span

_GOVERNING = ("doubted", "suspected", "possible", "planned")
NOUN_GOVERNING = ("denied", "alleged", "suspected", "possible", "planned")
_ATTRIBUTING = ("denied", "doubted", "planned", "unknown", "factive", "alleged", "suspected", "possible")
_QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which", "that"})
_LINKS = frozenset({"from", "of", "with", "against", "into", "in", "at"})
_MAX_DEPTH = 5


def governor_signs(layout: Layout, group: Phrase, done: Sequence[Span], depth: int = 0) -> Iterator[Sign]:
    """The signs of what governs a verb group: infinitive and participle governors upwards, then its conjunction."""
    if depth > _MAX_DEPTH:
        return
    if _is_dependent(layout, group):
        yield from preposition(layout, group.first)
        yield from _dependent(layout, group, done, depth)
    else:
        yield from _conjunction(layout, group)


def _is_dependent(layout: Layout, group: Phrase) -> bool:
    first = next(
        (t for t in layout.tokens[group.first : group.last] if t.pos in ("VERB", "AUX", "TO")),
        layout.tokens[group.head],
    )
    return first.pos == "TO" or first.tag in ("VVG", "VBG", "VHG")


def preposition(layout: Layout, first: int) -> Iterator[Sign]:
    """The sign of a negative preposition before token ``first``: "without", "far from"."""
    one, two = layout.lower(first - 1), f"{layout.lower(first - 2)} {layout.lower(first - 1)}"
    for phrase in (two, one):
        if phrase in listed("without"):
            yield sign("without", phrase)
            return


def _dependent(layout: Layout, group: Phrase, done: Sequence[Span], depth: int) -> Iterator[Sign]:
    if layout.lower(group.first - 1) == "yet" and layout.tokens[group.first].pos == "TO":
        yield sign("negative_phrases", "yet to")
    if _is_headline_plan(layout, group) or _is_absolute(layout, group):
        yield sign("planned", "to")
    governor = _governor(layout, group)
    between = layout.tokens[governor.last if governor else 0 : group.first]
    if between:
        yield from _linked(layout, between[-1], to=layout.tokens[group.first].pos == "TO")
    if governor is None or any(s.overlaps(layout.span(governor.first, governor.last)) for s in done):
        return
    yield from _lexical(layout, governor, group)
    if layout.tokens[group.first].pos != "TO" and group.first != governor.last:
        return  # a participle that only accompanies the verb: "did not land, breaking a wheel"
    yield from (s for s in clause_signs(layout, governor) if s.code != "information")
    yield from governor_signs(layout, governor, done, depth + 1)


def _is_headline_plan(layout: Layout, group: Phrase) -> bool:
    """ "Norway to host summit": in headlines an infinitive right after the name that opens them tells what is to come."""
    before = layout.tokens[: group.first]
    opens = bool(before) and before[-1].pos == "PROPN" and all(t.pos in ("PROPN", "NOUN", "ADJ", "DET") for t in before)
    return opens and layout.tokens[group.first].pos == "TO"


def _is_absolute(layout: Layout, group: Phrase) -> bool:
    """ "With the campus to be closed": an infinitive behind a noun that "with" opens."""
    before = layout.tokens[max(0, group.first - _REACH_OF_WITH) : group.first]
    opened = next((n for n in reversed(range(len(before))) if before[n].lower == "with"), None)
    if opened is None or layout.tokens[group.first].pos != "TO" or before[-1].pos not in ("NOUN", "PROPN"):
        return False
    return all(t.pos in ("NOUN", "PROPN", "DET", "ADJ", "NUM", "PREP", "POS") for t in before[opened + 1 :])


_REACH_OF_WITH = 8


def _linked(layout: Layout, token: Token, *, to: bool) -> Iterator[Sign]:
    """The adjective or noun directly before an infinitive or participle: "unable to", "a plan to"."""
    fields = (("ADJ", "adjectives", _GOVERNING), ("VERB", "adjectives", _GOVERNING), ("ADV", "adjectives", _GOVERNING))
    for pos, field, codes in (*fields, ("NOUN", "nouns", NOUN_GOVERNING)):
        if token.pos != pos or not to:
            continue
        word = token.lower if field == "adjectives" else token.lemma
        code = next((c for c in codes if word in listed(c, field)), None)
        if code is not None:
            yield sign(code, word)
            return
    if token.lower in listed("implicative") and token.pos == "ADJ":
        yield sign("implicative", token.lower)


def _governor(layout: Layout, group: Phrase) -> Phrase | None:
    """The verb group whose infinitive or participle this is: before it, with nothing but nouns and small words between."""
    before = [g for g in layout.verb_groups if g.last <= group.first]
    if not before:
        return None
    between = layout.tokens[before[-1].last : group.first]
    if len(between) == 1 and _particle_verb(layout, before[-1]) in listed("implicative"):
        return before[-1]  # "ruled out resigning"
    bridged = all(
        t.pos in ("NOUN", "PROPN", "DET", "ADJ", "ADV", "NUM", "PRON", "POS", "ORD", "NEG") or t.lower in _LINKS
        for t in between
    )
    if not bridged and layout.tokens[group.first].pos != "TO":
        return None
    return before[-1] if bridged else None


def _particle_verb(layout: Layout, governor: Phrase) -> str:
    """ "Rule out": the verb with the word behind it."""
    return f"{layout.tokens[governor.head].lemma} {layout.lower(governor.last)}"


def _lexical(layout: Layout, governor: Phrase, group: Phrase) -> Iterator[Sign]:
    lemma = layout.tokens[governor.head].lemma
    particle = _particle_verb(layout, governor)
    to = layout.tokens[group.first].pos == "TO"
    follows = governor.last + (particle in listed("implicative"))
    linked = layout.lower(group.first - 1) in ("from", "of") or group.first == follows
    if lemma in listed("implicative") or particle in listed("implicative"):
        if (to and lemma not in ("stop", "miss", "escape")) or (not to and linked):
            yield sign("implicative", particle if particle in listed("implicative") else lemma)
            if lemma in ("decline", "refuse") and layout.tokens[group.head].lemma in listed("information"):
                yield sign("information", layout.tokens[group.head].lemma)
        return
    if to and lemma == "be" and group.first == governor.last:
        yield sign("planned", "to")  # "is to be closed"
        return
    if not to:
        if lemma in listed("denied") and group.first == governor.last:  # "denied taking money"
            yield sign("denied", lemma)
            return
        of = layout.lower(group.first - 1) in ("of", "with")  # "suspected of stealing", "charged with robbing"
        code = next((c for c in ("suspected", "alleged") if of and lemma in listed(c)), None)
        if code is not None:
            yield sign(code, lemma)
        return
    code = next((c for c in ("suspected", "planned", "possible") if lemma in listed(c)), None)
    if code is not None:
        yield sign(code, lemma)


def _conjunction(layout: Layout, group: Phrase) -> Iterator[Sign]:
    """As in "if the dam breaks", "not clear whether it broke", "no evidence that it broke"."""
    subject = subject_before(layout, group.first)
    start = subject[0] if subject is not None and subject[1] <= group.first else group.first
    at = start - 1
    if layout.lower(start) in ("who", "what", "which") and layout.tokens[start].pos in ("PRON", "DET"):
        at = start
    while at > 0 and layout.tokens[at].pos == "ADV" and layout.lower(at) not in _QUESTION_WORDS:
        at -= 1
    word = layout.lower(at)
    if word in _QUESTION_WORDS:
        asked = tuple(_asked(layout, at))
        yield from asked
        if not asked and word == "whether":
            yield sign("unknown", "whether")
        elif not asked and word == "if" and layout.lower(at + 1) not in listed("conditional", "no_condition"):
            yield sign("conditional", "if")
    elif word in listed("conditional"):
        yield sign("conditional", word)


def _asked(layout: Layout, at: int) -> Iterator[Sign]:
    """What governs the clause that the question word at ``at`` opens."""
    before = at - 1
    while before > 0 and layout.tokens[before].pos in ("ADV", "PREP"):
        before -= 1
    if before < 0:
        return
    token, word = layout.tokens[before], layout.lower(before)
    governor = next(
        (g for g in reversed(layout.verb_groups) if g.first <= before < g.last + 3 and g.first <= before), None
    )
    if _is_unknown(token):
        yield sign("unknown", word)
    elif governor is not None and is_negated(layout, governor) and _is_information(layout, governor, before):
        yield sign("information", token.lemma)
    elif token.pos == "NOUN" and layout.lower(at) == "that" and _is_disowned(layout, before):
        yield sign("denied", token.lemma)
    elif token.pos == "NOUN" and token.lemma in listed("no_evidence") and has_none(layout, before):
        yield sign("no_evidence", token.lemma)
    elif token.pos == "NOUN" and layout.lower(at) == "that":
        code = next((c for c in NOUN_GOVERNING if token.lemma in listed(c, "nouns")), None)
        if code is not None:
            yield sign(code, token.lemma)
    elif token.pos in ("ADJ", "ADV") and layout.lower(at) == "that":
        code = next((c for c in ("doubted", "suspected", "possible") if word in listed(c, "adjectives")), None)
        if code is not None:
            yield sign(code, word)


def _is_disowned(layout: Layout, noun: int) -> bool:
    """ "There is no truth in the story that", "reports that a dam broke were false"."""
    if layout.tokens[noun].lemma not in listed("reported", "nouns") | listed("alleged", "nouns") | listed(
        "suspected", "nouns"
    ):
        return False
    ahead = [t.lower for t in layout.tokens[max(0, noun - _REACH) : noun]]
    if "no" in ahead[:-1] and ahead[ahead.index("no") + 1] in listed("denied", "truths"):
        return True
    behind = [g for g in layout.verb_groups if g.first > noun and layout.tokens[g.head].lemma == "be"]
    return any(layout.lower(g.last) in listed("denied", "adjectives") for g in behind)


_REACH = 5


def _is_unknown(token: Token) -> bool:
    """Whether what "whether", "how"... depends on says that it is not known."""
    fields = {"ADJ": "adjectives", "VERB": "words", "NOUN": "nouns"}
    return token.pos in fields and bool({token.lower, token.lemma} & listed("unknown", fields[token.pos]))


def _is_information(layout: Layout, governor: Phrase, at: int) -> bool:
    return layout.tokens[at].lemma in listed("information") or layout.tokens[governor.head].lemma in listed(
        "information"
    )


def has_none(layout: Layout, noun: int) -> bool:
    """Whether there is none of what a noun names: "no evidence", "did not find evidence"."""
    phrase = next((p for p in layout.sentence.phrases if p.kind == "NP" and p.first <= noun < p.last), None)
    if phrase is None:
        return False
    if layout.lower(phrase.first) in ("no", "little", "any"):
        return True
    group = next((g for g in reversed(layout.verb_groups) if g.last <= phrase.first), None)
    return group is not None and group.last == phrase.first and is_negated(layout, group)


def attribution_signs(layout: Layout, attributions: Sequence[AttributedSpan]) -> Iterator[Sign]:
    """What each covering attribution makes of its content, outermost first."""
    for attributed in attributions:
        lemma = attributed.cue_lemma
        group = layout.verb_from(attributed.cue.start)
        negated = group is not None and attributed.mode != "according" and is_negated(layout, group)
        yield from _attributed(lemma, negated=negated)


def _attributed(lemma: str, *, negated: bool) -> Iterator[Sign]:
    code = next((c for c in _ATTRIBUTING if lemma in _tellers(c)), None)
    if not negated:
        yield sign(code, lemma) if code is not None else Sign("reported", lemma, "reported")
    elif code == "denied":
        yield Sign("unknown", f"not {lemma}", "unknown")
    elif code in ("factive", None) or lemma in ("understand", "hear", "determine"):
        yield Sign("information", lemma, "unknown")
    elif code == "suspected":
        yield sign("doubted", f"not {lemma}")
    else:
        yield Sign(code, f"not {lemma}", sign(code, lemma).certainty, flips=True)


@cache
def _tellers(code: str) -> frozenset[str]:
    """The verbs and nouns of a section that have a told clause; of the planned ones only those of foretelling and demanding."""
    if code == "planned":
        return listed("planned", "told")
    return listed(code) if code == "unknown" else listed(code) | listed(code, "nouns")
