"""What a clause says by an adjective that its subject is or is not: safe, guilty of fraud, able to fly."""

from collections.abc import Iterator, Sequence

from reconcile.claims.clauses import Clause
from reconcile.lexicon.load import words
from reconcile.measure.kin import kin
from reconcile.measure.qualities import antonym, named_group
from reconcile.model.claims import State
from reconcile.model.documents import Sentence, Token

_LONGEST = 4


def clause_qualities(sentence: Sentence, clause: Clause) -> Iterator[State]:
    """The quality that the copula of a clause gives its subject, with what it is "of", "for" or "to": another complement, another quality.

    What became so was not so before, and is left out.
    """
    tokens = sentence.tokens
    if tokens[clause.verb.head].lemma.lower() == "become" or clause.subject is None or clause.form == "participle":
        return
    if {t.lower for t in tokens[clause.subject.first : clause.subject.last]} & words("qualities", "some_of"):
        return
    at = clause.verb.last
    while at < len(tokens) and tokens[at].pos in ("ADV", "NEG"):
        at += 1
    before = {t.lower for t in tokens[clause.verb.first : at]}
    if at >= len(tokens) or before & words("qualities", "degrees"):
        return
    if _is_plain(tokens, at):
        word = tokens[at].lower
        complement = _complement(tokens, at + 1, clause.last)
        if complement is not None and word not in words("qualities", "loose"):
            base, side = antonym(word)
            yield State(named_group(base, complement), side, "agent")


def _is_plain(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective stands there in its plain form, and not before a noun."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].tag == "AJ0" and (following is None or following.pos not in ("NOUN", "ADJ", "PROPN", "NUM"))


def _complement(tokens: Sequence[Token], at: int, last: int) -> str | None:
    """ "Of fraud", "to fly": the word that governs and the noun or verb it leads to; "" for none, None where a clause follows."""
    if at >= len(tokens) or at >= last:
        return ""
    first = tokens[at]
    if first.lower in words("qualities", "of_what") or first.pos == "TO":
        rest = [t for t in tokens[at + 1 : min(at + 1 + _LONGEST, len(tokens))] if t.pos in ("NOUN", "VERB", "PROPN")]
        return f"{first.lower} {kin(rest[0].lemma.lower())}" if rest else None
    return None if first.lower in ("that", "if", "whether", "enough", "how", "what", "why") else ""
