"""Does the statement say yes or no, and how sure is it: polarity and certainty with the cues that led there."""

from collections.abc import Sequence

from reconcile.claims.attribution import covering
from reconcile.claims.governors import attribution_signs, governor_signs, noun_signs
from reconcile.claims.layouts import Layout
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
    layout = Layout(sentence)
    place = layout.span(verb_group.first, verb_group.last) if verb_group is not None else span
    around = covering(attributed, place)
    signs: list[Sign] = []
    if verb_group is not None:
        signs += clause_signs(layout, verb_group)
        signs += governor_signs(layout, verb_group, [a.cue for a in around])
    else:
        signs += noun_signs(layout, span)
    if sentence.tokens[-1].text == "?" or (
        sentence.tokens[-1].text in '"\u201d' and len(sentence.tokens) > 1 and sentence.tokens[-2].text == "?"
    ):
        signs.append(sign("unknown", "?"))
    signs += attribution_signs(layout, around)
    return combined(signs)
