"""Whether two names can be one person's: given names with their short forms, initials, order, patronymics and transliterations."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import cast

from reconcile.lexicon.frequencies import rarity
from reconcile.lexicon.load import table, word_list, words
from reconcile.measure.names_align import Alignment, Pair, align
from reconcile.measure.names_sounds import consonants, is_same_sound, sounds
from reconcile.measure.names_tokens import Name, latin
from reconcile.measure.strings import distance
from reconcile.model.reasons import Reason

INITIAL, NICKNAME, COGNATE, SOUND = 0.8, 0.92, 0.85, 0.95
# how many edits a slip may have, by the length of the longer word
_SLIPS = ((5, 0), (8, 1), (10, 1), (99, 2))
_PARTICLE_WEIGHT, _INITIAL_WEIGHT, _MIDDLE_WEIGHT = 0.15, 0.4, 0.06


@cache
def _groups(section: str) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(cast(list[list[str]], table("nicknames")[section]["sets"])):
        for word in group:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def given_names() -> frozenset[str]:
    """The usual given names as they are compared: folded, in Latin letters; without the seldom ones, which may be surnames as well."""
    return frozenset(latin(n).casefold() for n in word_list("given_names"))


@cache
def _particles() -> frozenset[str]:
    return (words("name_parts", "particles") | words("name_parts", "articles")) - words(
        "name_parts", "telling_particles"
    )


def is_nickname(left: str, right: str) -> bool:
    """Whether one is a short form of the other; two short forms of one name ("Bill", "Will") count too."""
    groups = _groups("given")
    return bool(groups.get(left, frozenset()) & groups.get(right, frozenset()))


def is_cognate(left: str, right: str) -> bool:
    """Whether both are one given name in two languages."""
    groups = _groups("across")
    return bool(groups.get(left, frozenset()) & groups.get(right, frozenset()))


def is_respelt(left: str, right: str) -> bool:
    """Whether both are one given name in two spellings, of which each bearer has one: Lynn and Lynne, Stephen and Steven."""
    groups = _groups("spellings")
    return left != right and bool(groups.get(left, frozenset()) & groups.get(right, frozenset()))


def is_seldom(word: str) -> bool:
    """Whether a lower-case word is a name that English texts of all kinds hold hardly ever, and no given name."""
    return len(word) >= _LONG and rarity(word) >= _SELDOM and word not in given_names()


_LONG, _SELDOM = 4, 16.5


def is_slip(left: str, right: str) -> bool:
    """Whether a given name may stand for another one by a slip: Helena and Elena, Christian and Christina; not Ann and Jan."""
    shorter = min(len(left), len(right))
    if shorter < 4:
        return False
    return distance(left, right, limit=1) <= 1 or (
        left[0] == right[0] and shorter > 5 and distance(left, right, limit=2) <= 2
    )


def begin_alike(left: str, right: str) -> bool:
    """Whether two given names begin with one letter and are two: Pete and Paul; not Pete and Peter, nor an initial."""
    known = given_names()
    return (
        left[0] == right[0]
        and len(left) > 2 < len(right)
        and left in known
        and right in known
        and not _are_short_names(left, right)
    )


@lru_cache(maxsize=100_000)
def token_score(left: str, right: str) -> tuple[float, str]:
    """How likely two words are one part of a name, and why; 0.0 where they are not."""
    if left == right:
        return 1.0, "equal"
    if min(len(left), len(right)) == 1:
        return (INITIAL, "initial") if left[0] == right[0] and len(left) + len(right) > 2 else (0.0, "")
    if is_respelt(left, right):
        return SOUND, "respelt"
    is_gendered = _is_gendered(left, right)
    is_other = is_gendered or left.isdigit() or right.isdigit() or _are_short_names(left, right)
    if is_same_sound(left, right) and not is_other:
        return SOUND, "sound"
    if is_nickname(left, right):
        return NICKNAME, "nickname"
    if is_cognate(left, right):
        return (SOUND, "sound") if _is_near(left, right) and not is_gendered else (COGNATE, "cognate")
    if is_other or (left in given_names() and right in given_names()):
        return 0.0, ""  # Paula is not Paul, whatever the letters say
    return _fuzzy(left, right)


def _are_short_names(left: str, right: str) -> bool:
    """Ann and Jan are two names, however alike their sounds are."""
    return left[0] != right[0] and min(len(left), len(right)) <= _SHORT and {left, right} <= given_names()


_SHORT = 3


def _is_near(left: str, right: str) -> bool:
    limit = 2 if min(len(left), len(right)) > 6 else 1
    if distance(left, right, limit=limit) <= limit:
        return True
    one, two = consonants(left.replace("x", "ks")), consonants(right.replace("x", "ks"))
    return (one == two and len(one) > 3) or distance("".join(sounds(left)), "".join(sounds(right)), limit=1) <= 1


def _is_gendered(left: str, right: str) -> bool:
    """Maria and Mario, Paul and Paula, Simon and Simone: given names that an ending gives to the other sex."""
    if left not in given_names() and right not in given_names():
        return False
    short, long = sorted((left, right), key=len)
    if long in (f"{short}a", f"{short}e", f"{short}ne", f"{short}o"):
        return short in given_names()
    ends = {left[-1], right[-1]}
    return left in given_names() and right in given_names() and "a" in ends and len(ends) == 2 and not ends & {"e", "h"}


def _fuzzy(left: str, right: str) -> tuple[float, str]:
    longest = max(len(left), len(right))
    allowed = next((edits for chars, edits in _SLIPS if longest < chars), 2)
    if abs(len(left) - len(right)) > 2 or not allowed:
        return 0.0, ""
    if left[0] != right[0] and longest < 7:
        return 0.0, ""  # Gates and Yates: the first letter is the last to be mistyped
    edits = distance(left, right, limit=allowed)
    if edits > allowed and min(len(left), len(right)) > 4:  # one slip besides the spelling: "Sergejs", "Baraku"
        edits = distance("".join(sounds(left)), "".join(sounds(right)), limit=1)
        return (0.8, "fuzzy") if edits <= 1 and left[0] == right[0] else (0.0, "")
    return (1.0 - edits / longest, "fuzzy") if edits <= allowed else (0.0, "")


def compare(left: Name, right: Name) -> tuple[float, tuple[Reason, ...]]:
    """Score in [0, 1] and reasons for two persons' names."""
    if left.gender and right.gender and left.gender != right.gender:
        return 0.4, (Reason.of("name.gender", left=left.text, right=right.text),)
    if left.joined == right.joined and left.suffix == right.suffix:
        return 1.0, (Reason.of("name.equal"),)
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return 0.3, (Reason.of("name.generation", left=left.suffix, right=right.suffix),)
    if left.is_vowelless != right.is_vowelless:
        return _by_consonants(left, right)
    found = _with_slip(align(left.tokens, right.tokens, token_score))
    score = _score(left, right, found)
    joined = _joined_score(left, right)
    if joined > score:
        return joined, (Reason.of("name.joined", left=left.joined, right=right.joined),)
    return score, _reasons(found)


def _with_slip(found: Alignment) -> Alignment:
    """Where all but one short word of long names agree, one slip in that word is one too."""
    solid = [p for p in found.pairs if p.score >= 0.95 and len(p.left) > 2]
    if len(solid) < 3 or len(found.left) != 1 or len(found.right) != 1:
        return found
    left, right = found.left[0], found.right[0]
    if min(len(left), len(right)) < 4 or distance(left, right, limit=1) > 1:
        return found
    return Alignment((*found.pairs, Pair(left, right, 0.75, "fuzzy")), (), (), found.is_crossed)


def _weight(token: str) -> float:
    if token in _particles():
        return _PARTICLE_WEIGHT
    return _INITIAL_WEIGHT if len(token) == 1 else 1.0


def _score(left: Name, right: Name, found: Alignment) -> float:
    matched = [p for p in found.pairs if p.left not in _particles() or p.right not in _particles()]
    if not matched:
        return 0.0
    if _initials_differ(left, right, found):
        return 0.62
    over_left, over_right = (sum(_weight(t) for t in side) for side in (found.left, found.right))
    weights = [min(_weight(p.left), _weight(p.right)) for p in matched]
    loose = [p for p in matched if p.how in ("nickname", "cognate", "fuzzy")]
    is_other_form = any(p.how in ("nickname", "cognate") for p in loose)
    gained = sum(w * p.score for w, p in zip(weights, matched, strict=True))
    total = sum(weights)
    if _is_conflict(found):
        return gained / (total + over_left + over_right + 0.01) * 0.9
    solid = sum(p.score >= 0.75 and min(len(p.left), len(p.right)) > 1 for p in matched)
    score = gained / total if total else 0.0
    if len(matched) == 2 and len(loose) == 2 and is_other_form:
        score *= 0.75  # another given name and a slip in the surname at once
    if (
        is_other_form
        and over_left + over_right >= 1.0
        and not any(p.how == "equal" for p in matched if len(p.left) > 1)
        and len(matched) < 3
    ):
        score *= 0.8
    over = max(over_left, over_right)
    if not over:
        return _swapped(left, right, found, score)
    if solid == 0:
        return score * 0.6
    if solid == 1 and min(len(left.tokens), len(right.tokens)) == 1:
        return _single(left, right, matched[0], score)
    return score * (1.0 - min(0.2, _MIDDLE_WEIGHT * over))


def _initials_differ(left: Name, right: Name, found: Alignment) -> bool:
    """George H.W. is not George W.: both are written with initials, and one has more of them."""
    have = all(any(len(t) == 1 for t in n.tokens) for n in (left, right))
    return have and any(len(t) == 1 for t in (*found.left, *found.right))


def _is_conflict(found: Alignment) -> bool:
    """A telling word is left over on both sides: a middle name that differs is the least of it, another given name the most."""
    telling_left = [t for t in found.left if _weight(t) == 1.0]
    telling_right = [t for t in found.right if _weight(t) == 1.0]
    if telling_left and telling_right:
        return True
    initials_left = [t for t in found.left if len(t) == 1]
    initials_right = [t for t in found.right if len(t) == 1]
    return bool((initials_left and (initials_right or telling_right)) or (telling_left and initials_right))


def _single(left: Name, right: Name, pair: Pair, score: float) -> float:
    """One word against a full name: the same name as far as it goes, when it is a whole word of it."""
    longer = left if len(left.tokens) > len(right.tokens) else right
    word = pair.left if longer is left else pair.right
    is_edge = word in (longer.tokens[0], longer.tokens[-1])
    return min(score, 0.78 if is_edge else 0.6) * (1.0 if pair.how == "equal" else 0.85)


def _swapped(left: Name, right: Name, found: Alignment, score: float) -> float:
    """ "Hans Friedrich" and "Friedrich Hans": where both words are given names the order tells two persons apart."""
    if not found.is_crossed or left.has_comma or right.has_comma or len(found.pairs) != 2:
        return score * (0.97 if found.is_crossed else 1.0)
    if any(p.how == "fuzzy" for p in found.pairs):
        return score * 0.7  # Daniel Craig is not Craig Daniels
    return 0.6 if all(t in given_names() for t in left.tokens) else score * 0.95


def _joined_score(left: Name, right: Name) -> float:
    """Names with blanks lost or put in: compared as one string, slips allowed."""
    if min(len(left.joined), len(right.joined)) < 8 or len(left.tokens) == len(right.tokens):
        return 0.0
    if any(len(t) == 1 for t in (*left.tokens, *right.tokens)):
        return 0.0
    if left.joined == right.joined:
        return 0.98
    limit = 1 if max(len(left.joined), len(right.joined)) < 12 else 2
    edits = distance(left.joined, right.joined, limit=limit)
    return 0.9 if edits <= limit and left.joined[0] == right.joined[0] else 0.0


def _by_consonants(left: Name, right: Name) -> tuple[float, tuple[Reason, ...]]:
    """Where one side comes from a script without vowels only the consonants can agree, word by word."""

    def score(a: str, b: str) -> tuple[float, str]:
        one, two = consonants(a), consonants(b)
        if not one or not two:
            return 0.0, ""
        return (0.9, "consonants") if one == two else (0.0, "")

    found = align(left.tokens, right.tokens, score)
    if not found.pairs or (found.left and found.right):
        return 0.3 if found.pairs else 0.0, _reasons(found)
    shorter = min(len(left.tokens), len(right.tokens))
    return (0.85 if len(found.pairs) == shorter and shorter > 1 else 0.65), _reasons(found)


def _reasons(found: Alignment) -> tuple[Reason, ...]:
    reasons = [Reason.of(f"name.{p.how}", left=p.left, right=p.right) for p in found.pairs]
    reasons += [Reason.of("name.only-left", word=t) for t in found.left]
    reasons += [Reason.of("name.only-right", word=t) for t in found.right]
    return tuple(reasons)
