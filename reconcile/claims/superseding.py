"""Values that the text itself takes back: "earlier reports had put the toll at 12"."""

from collections.abc import Sequence

from reconcile.lexicon.load import words
from reconcile.model.documents import Sentence, Token
from reconcile.model.spans import Span


def is_superseded(sentence: Sentence, span: Span) -> bool:
    """Whether ``span`` is told as an earlier account. A "but" or "however" between account and value ends its reach."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.span.start >= span.end or not _opens(tokens, at):
            continue
        between = [t.lower for t in tokens[at:] if t.span.end <= span.start]
        if not {"but", "however", "now", "although", "though"} & set(between):
            return True
    return False


def _opens(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower
    following = tokens[at + 1 : at + 5]
    if word in words("superseded", "earlier", "adjectives"):
        return bool(following) and following[0].lower in words("superseded", "earlier", "nouns")
    if word in words("superseded", "earlier", "adverbs"):
        near = (*tokens[max(0, at - 3) : at], *following)
        reported = any(t.lemma in words("superseded", "earlier", "verbs") and t.pos == "VERB" for t in near)
        return reported and any(t.lower in ("had", "was", "were", "been") for t in near)
    return False
