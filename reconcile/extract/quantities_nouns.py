"""The noun phrase that a number counts: its head, its modifiers, where it ends."""

from attrs import frozen

from reconcile.extract.quantities_amounts import amount
from reconcile.extract.quantities_pieces import Line, cues
from reconcile.measure.populations import classes
from reconcile.model.documents import Token

_MAX_NOUN_TOKENS = 7


@frozen
class Counted:
    """The whole mention ends before piece ``last``; the other fields as in :class:`QuantityValue`."""

    last: int
    of: str | None = None
    modifiers: tuple[str, ...] = ()
    kind: str | None = None
    unit: str | None = None
    per: str | None = None
    dimension: str | None = None
    population: str | None = None
    event: str | None = None
    share_of: float | None = None
    included: bool = False


ADDING = frozenset({"more", "other", "additional", "further", "extra", "fewer"})


def after_of(line: Line, at: int) -> tuple[int, float | None]:
    """Past "the", "its", "all"... and the total of "of the 21": (start of the noun, total)."""
    start = at
    while line.lower(start) in ("the", "its", "their", "his", "her", "our", "those", "these", "all", "my", "your"):
        start += 1
    if start < len(line.pieces):
        total = amount(line, start)
        if total is not None and total.unit is None and total.kind == "count" and total.form in ("digits", "words"):
            return total.last, total.low
    return start, None


def noun_run(tokens: tuple[Token, ...], first: int, plural: bool) -> list[int]:
    """Token numbers of modifiers and head; empty without a head that can be counted."""
    run: list[int] = []
    for n in range(first, min(len(tokens), first + _MAX_NOUN_TOKENS)):
        if not _continues(tokens, n, run):
            break
        run.append(n)
    while run and not _is_head(tokens[run[-1]], plural=plural):
        run.pop()
    return run


def _continues(tokens: tuple[Token, ...], n: int, run: list[int]) -> bool:
    """Whether token ``n`` goes on with the noun phrase of the tokens ``run``."""
    token = tokens[n]
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    if _ends_phrase(tokens, n, run):
        return False
    if token.pos in ("NOUN", "ADJ", "ORD") or token.lower in ADDING or (token.pos == "POS" and bool(run)):
        return True
    if _is_model(token):
        return token.text.endswith("s") or (following is not None and following.pos in ("NOUN", "ADJ", "PROPN"))
    if token.pos == "PROPN":
        before = following is not None and following.pos in ("NOUN", "PROPN", "POS", "ADJ")
        return before or not run or tokens[run[-1]].pos in ("ADJ", "PROPN", "POS")
    return following is not None and _leads_on(tokens, token, following, run)


def _ends_phrase(tokens: tuple[Token, ...], n: int, run: list[int]) -> bool:
    """A day, a fate ("12 dead"), or whatever comes behind a plural noun."""
    token = tokens[n]
    if token.lower in cues("calendar") and token.text[:1].isupper():
        return True
    if token.lower in cues("fates") and not (n + 1 < len(tokens) and tokens[n + 1].pos in ("NOUN", "ADJ")):
        return True
    last = tokens[run[-1]] if run else None
    if last is not None and last.text.islower() and last.pos == "NOUN" and token.text[:1].isupper():
        return True  # "one reason Pixel owners gave": names stand in front of the noun they modify
    named = last is not None and last.text[:1].isupper() and token.text.islower() and token.pos in ("NOUN", "ADJ")
    return last is not None and not named and last.pos == "NOUN" and last.tag != "NN1" and _is_head(last, plural=True)


def _leads_on(tokens: tuple[Token, ...], token: Token, following: Token, run: list[int]) -> bool:
    """Participles, adverbs and "and" only where the noun is still to come: "armed men", "mostly young people"."""
    if token.pos == "VERB" and token.tag in ("VVN", "VVG", "VVD"):
        return (following.pos in ("NOUN", "ADJ") and following.tag != "NN1") or following.lemma in cues("uninflected")
    if token.pos == "ADV" and not run:
        return following.pos == "ADJ"
    joint = token.lower in ("and", ",", "&") and bool(run) and following.pos == "ADJ"
    return joint and (tokens[run[-1]].pos == "ADJ" or tokens[run[-1]].tag == "NN1")


def _is_model(token: Token) -> bool:
    """ "F-16", "MiG-29s"."""
    return token.text[:1].isalpha() and any(c.isdigit() for c in token.text)


def _is_head(token: Token, *, plural: bool) -> bool:
    """Whether the token can be the noun that is counted; ``plural`` asks for a form that can be several."""
    if _is_model(token):
        return token.text.endswith("s") or not plural
    if token.pos == "PROPN":
        several = token.lower.endswith(("s", "ese", "ish", "men", "french"))
        return token.lower not in cues("calendar") and (not plural or several)
    if token.pos != "NOUN":
        return False
    return not plural or token.tag in ("NN2", "NN0") or bool({token.lemma, token.lower} & cues("uninflected"))


def lemma_of(token: Token) -> str:
    """The lemma of a counted noun; names keep their capital ("Tunisian")."""
    if token.pos == "PROPN" or any(c.isdigit() for c in token.text):
        return _singular(token)
    named = token.text[:1].isupper() and token.text[1:].islower() and token.lemma not in classes()
    return token.lemma.capitalize() if named else token.lemma


def _singular(token: Token) -> str:
    """ "Americans" -> "American": the tagger leaves names as they are."""
    text = token.text
    return text[:-1] if text.endswith("s") and len(text) > 4 and not text.endswith("ss") else text


def modifier_of(token: Token) -> str:
    """A modifier by its lemma, names as written."""
    return token.text if token.text[:1].isupper() else token.lemma


def token_at(line: Line, at: int) -> int:
    """The number of the token at piece ``at``; past the last token behind the last piece."""
    return line.token_index(at) if at < len(line.pieces) else len(line.sentence.tokens)
