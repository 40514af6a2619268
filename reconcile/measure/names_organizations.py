"""Whether two names can be one organization's, place's or thing's."""

from collections.abc import Sequence
from functools import cache, lru_cache

from reconcile.lexicon.load import words
from reconcile.measure.names_align import Alignment, align
from reconcile.measure.names_sounds import is_same_sound
from reconcile.measure.names_tokens import Name, closed
from reconcile.measure.strings import distance
from reconcile.model.reasons import Reason

_FAMILIES = {"limited": "private", "llc": "private", "jsc": "public", "partnership": "partnership"}
_SOFT_WEIGHT = 0.35


@cache
def _generic() -> frozenset[str]:
    """Words that many organizations share and that tell little by themselves."""
    found = {w.casefold() for s in ("heads", "subjects") for w in words("organizations", s) if " " not in w}
    return frozenset(found | words("legal_forms", "generic"))


@lru_cache(maxsize=100_000)
def token_score(left: str, right: str) -> tuple[float, str]:
    """How likely two words are one part of a name, and why. Countries, numbers and closed classes compare by identity."""
    if left == right:
        return 1.0, "equal"
    if _is_closed(left) or _is_closed(right):
        return 0.0, ""
    if is_same_sound(left, right) and min(len(left), len(right)) > 3 and left[0] == right[0]:
        return 0.95, "sound"
    if f"{left}s" == right or left == f"{right}s":
        return 0.95, "plural"
    longest = max(len(left), len(right))
    allowed = 0 if longest < 5 else 1 if longest < 10 else 2
    if not allowed or (left in _generic() and right in _generic()):
        return 0.0, ""
    edits = distance(left, right, limit=allowed)
    return (1.0 - edits / longest, "fuzzy") if edits <= allowed else (0.0, "")


def _is_closed(token: str) -> bool:
    return token in closed() or ":" in token or any(ch.isdigit() for ch in token)


def compare(left: Name, right: Name) -> tuple[float, tuple[Reason, ...]]:
    """Score in [0, 1] and reasons for two names of organizations, places or things."""
    if left.joined == right.joined:
        return 1.0, (Reason.of("name.equal"),)
    families = [{_FAMILIES[f] for f in n.forms if f in _FAMILIES} for n in (left, right)]
    forms_differ = bool(families[0] and families[1] and not families[0] & families[1])
    if left.tokens == right.tokens:
        return (
            (0.6, (Reason.of("name.legal-form", left=_listed(left), right=_listed(right)),))
            if forms_differ
            else (0.98, (Reason.of("name.equal"),))
        )
    if _joined(left, right):
        return 0.95, (Reason.of("name.joined", left=left.joined, right=right.joined),)
    if acronym := _acronym(left, right):
        return 0.9, (Reason.of("name.acronym", acronym=acronym),)
    found = align(left.tokens, right.tokens, token_score)
    score = _score(left, right, found) * (0.65 if forms_differ else 1.0)
    return score, _reasons(found)


def _listed(name: Name) -> str:
    return " ".join(sorted(name.forms))


def _joined(left: Name, right: Name) -> bool:
    """ "Goodwill" and "Good Will", "SiemensAG" and "Siemens AG"."""
    a, b = "".join(left.tokens), "".join(right.tokens)
    if min(len(a), len(b)) < 5 or (len(left.tokens) == len(right.tokens) and left.forms == right.forms):
        return False
    return a in (b, right.joined) or left.joined == b


def _acronym(left: Name, right: Name) -> str:
    """The initials of the longer name in order; legal forms and small words may or may not count."""
    for short, full in ((left, right), (right, left)):
        letters = short.tokens[0] if len(short.tokens) == 1 else ""
        if 2 <= len(letters) <= 7 and short.text.strip().replace(".", "").isupper() and len(full.tokens) > 1:
            plain = [
                w
                for w in full.text.replace("-", " ").replace("\u2019s", "").replace("'s", "").split()
                if w[:1].isalnum()
            ]
            every = "".join(w[0] for w in plain).casefold()
            telling = "".join(
                w[0]
                for w in plain
                if w.casefold()
                not in (
                    "of",
                    "the",
                    "and",
                    "for",
                    "in",
                    "on",
                    "to",
                    "de",
                    "del",
                    "la",
                    "le",
                    "les",
                    "du",
                    "des",
                    "di",
                    "da",
                    "do",
                    "y",
                    "e",
                    "et",
                    "und",
                )
            ).casefold()
            if letters in (every, telling):
                return letters
    return ""


def _weight(token: str) -> float:
    if ":" in token:
        return 0.8
    return _SOFT_WEIGHT if token in _generic() else 1.0


def _score(left: Name, right: Name, found: Alignment) -> float:
    if not found.pairs:
        return 0.0
    weights = [min(_weight(p.left), _weight(p.right)) for p in found.pairs]
    gained = sum(w * p.score for w, p in zip(weights, found.pairs, strict=True))
    over_left, over_right = (sum(_weight(t) for t in side) for side in (found.left, found.right))
    total = sum(weights) + over_left + over_right
    score = gained / total
    if (found.left and found.right) or _has_closed(found.left) or _has_closed(found.right):
        return min(score, 0.65) * 0.9
    if not found.left and not found.right:
        return score
    return _with_extra(left, right, found, score)


def _has_closed(tokens: Sequence[str]) -> bool:
    """A compass word, month or number that one side alone has tells two things apart; the first of a series ("Fund I") does not."""
    return any(
        closed().get(t) in ("compass", "months", "weekdays", "services") or (t.isdigit() and t != "1") for t in tokens
    )


def _with_extra(left: Name, right: Name, found: Alignment, score: float) -> float:
    """Words on one side alone: where the company does business is a branch; a further telling word is another company."""
    extra = found.left or found.right
    telling = [p for p in found.pairs if _weight(p.left) >= 0.8 and ":" not in p.left]
    if not telling:
        return min(score, 0.6)
    if all(":" in t or t in words("legal_forms", "branches") or t == "1" for t in extra):
        return max(0.72, min(score, 0.85)) if min(p.score for p in found.pairs) > 0.85 else min(score, 0.7)
    if all(_weight(t) < 0.8 for t in extra) and len(telling) > 1:
        return max(score, 0.7)
    return min(score, 0.66)


def _reasons(found: Alignment) -> tuple[Reason, ...]:
    reasons = [Reason.of(f"name.{p.how}", left=p.left, right=p.right) for p in found.pairs]
    reasons += [Reason.of("name.only-left", word=t) for t in found.left]
    reasons += [Reason.of("name.only-right", word=t) for t in found.right]
    return tuple(reasons)
