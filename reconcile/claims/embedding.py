"""Is a clause told by the way? Relative and temporal clauses and participles take for granted what they tell."""

from reconcile.claims.clauses import Clause
from reconcile.lexicon.load import words
from reconcile.model.documents import Sentence


def is_embedded(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause is relative ("the firm it hired"), temporal ("before it fell") or a participle ("sanctions imposed by").

    What somebody believes or doubts of the sentence does not reach into such a clause.
    """
    if clause.form == "participle":
        return _accompanies(sentence, clause)
    if clause.form != "finite":
        return False
    first = clause.verb.first
    if clause.subject is not None and clause.subject.last <= first:
        first = max(clause.subject.first, clause.first) if clause.subject.first >= clause.first else first
    if _is_relative(sentence, clause):
        return True
    if first == 0:
        return False
    before, start = sentence.tokens[first - 1], sentence.tokens[first]
    if before.lower in words("anaphors", "embedding") or start.lower in words("anaphors", "embedding"):
        return True
    if start.lower == "that" and before.pos in ("NOUN", "PROPN", "PREP"):
        return True
    return start.pos == "PRON" and before.pos in ("NOUN", "PROPN")


def _accompanies(sentence: Sentence, clause: Clause) -> bool:
    """ "Suspected of stealing": what is suspected; "denied taking it": what is denied; "before falling": told by the way."""
    if clause.verb.first == 0:
        return True
    before = sentence.tokens[clause.verb.first - 1]
    if before.lemma.lower() in words("stance", "denied"):
        return False
    return before.pos != "PREP" or before.lower in words("anaphors", "embedding")


def _is_relative(sentence: Sentence, clause: Clause) -> bool:
    """ "The man, who fled, was caught": the subject of the clause is the noun before its relative pronoun."""
    at = clause.verb.first - 1
    if at < 1 or sentence.tokens[at].lower not in ("who", "which", "that"):
        return False
    before = sentence.tokens[at - 1]
    return before.pos in ("NOUN", "PROPN") or (before.text == "," and sentence.tokens[at].lower != "that")
