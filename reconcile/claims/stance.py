"""Does the statement say yes or no, and how sure is it: polarity and certainty with the cues that led there."""

from collections.abc import Sequence

from reconcile.claims.attribution import covering
from reconcile.claims.governors import attribution_signs, governor_signs
from reconcile.claims.layouts import Layout, window
from reconcile.claims.noun_scope import noun_signs
from reconcile.claims.scope import clause_signs
from reconcile.claims.signs import Sign, combined, sign
from reconcile.model.claims import AttributedSpan, Stance
from reconcile.model.documents import Phrase, Sentence
from reconcile.model.spans import Span


def of(sentence: Sentence, verb_group: Phrase | None, span: Span, attributed: Sequence[AttributedSpan]) -> Stance:
    """The stance of the clause of ``verb_group``, or with None of the noun phrase at ``span``.

    ``attributed`` are the document's attributed stretches; those that cover ``span`` (and the verb group) count. ``cues`` of the
    result are "section:word" pairs of the stance lexicon in the order own clause, governors, attributions outermost first.
    """
    if not sentence.tokens:
        return Stance()
    piece = window(sentence, span.start)
    layout = Layout(piece)
    group = _in_piece(sentence, piece, verb_group)
    place = layout.span(group.first, group.last) if group is not None else span
    around = covering(attributed, place)
    signs: list[Sign] = []
    if group is not None:
        signs += clause_signs(layout, group)
        signs += governor_signs(layout, group, [a.cue for a in around])
    else:
        signs += noun_signs(layout, span)
    if _is_question(piece):
        signs.append(sign("unknown", "?"))
    signs += attribution_signs(layout, around)
    return combined(signs)


def _in_piece(sentence: Sentence, piece: Sentence, group: Phrase | None) -> Phrase | None:
    """The verb group by the token places of the stretch that is looked at."""
    if group is None or piece is sentence:
        return group
    start = sentence.tokens[group.head].span.start
    return next((p for p in piece.phrases if p.kind == "VG" and piece.tokens[p.head].span.start == start), None)


def _is_question(sentence: Sentence) -> bool:
    words = [t.text for t in sentence.tokens[-2:]]
    return words[-1] == "?" or (words[-1] in '"\u201d' and words[0] == "?")
