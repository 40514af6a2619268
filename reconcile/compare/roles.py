"""What is somebody's office? Two role phrases of one person."""

import re
from collections.abc import Iterable
from functools import cache

from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import table, words
from reconcile.measure.humans import role_words
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]

_PAST = frozenset({"former", "ex", "deputy", "vice", "assistant", "co"})
_SECOND = frozenset({"deputy", "vice", "assistant", "co"})
_SYNONYMS = {
    "head": "chief",
    "boss": "chief",
    "chair": "chairman",
    "last": "former",
    "ex": "former",
    "previous": "former",
}
_SMALL = frozenset({"the", "of", "for", "a", "an", "and", "at", "in", "to", "on", "s", "its", "his", "her", "their"})


def compare_roles(left: Member, right: Member) -> Verdict:
    """SAME or COARSER where one phrase says what the other says, or less; CONFLICT where two offices of one body are named.

    Two offices of different bodies can both be held: UNCLEAR. "former", "deputy" and the like change an office.
    """
    a, b = _words(left), _words(right)
    if not a or not b:
        return "MISSING", 0.0, ()
    if _holds(left) is None or _holds(left) != _holds(right):
        return "UNCLEAR", 0.5, (Reason.of("role.to-come"),)
    if a == b:
        return "SAME", 1.0, ()
    nations = [_nations(m) for m in (left, right)]
    if [len(n) for n in nations] == [1, 1] and nations[0] != nations[1]:
        return "CONFLICT", 0.75, (Reason.of("role.nationality", left=min(nations[0]), right=min(nations[1])),)
    return _compare_words(left, a, right, b)


def _compare_words(left: Member, a: frozenset[str], right: Member, b: frozenset[str]) -> Verdict:
    reason = Reason.of("role.words", left=_told(left, a - b), right=_told(right, b - a))
    if _past(a) != _past(b) and _says_no_more(a - _PAST, b - _PAST) and (_offices(a) & _offices(b) or _is_second(a, b)):
        return (
            "CONFLICT",
            0.8,
            (Reason.of("role.qualifier", left=_told(left, _past(a)), right=_told(right, _past(b))),),
        )
    if _says_no_more(a, b):
        return "COARSER", 0.9, (reason,)
    if _past(a) == _past(b) and _same_family(a, b):
        return "EQUIVALENT", 0.9, (reason,)
    if any(are_other(a, b) for are_other in _OTHERS):
        return "CONFLICT", 0.75, (reason,)
    offices = _offices(a), _offices(b)
    if any(o and not o - words("roles", "generic") for o in offices):
        return "UNCLEAR", 0.5, (reason,)
    if offices[0] and offices[1] and not offices[0] & offices[1]:
        body = a & b
        if len(body) >= 2:
            return "CONFLICT", 0.85, (Reason.of("role.other-office", body=_told(left, body)), reason)
        return "UNCLEAR", 0.5, (reason,)
    one_office = bool(offices[0] & offices[1]) and _past(a) == _past(b)
    return "COARSER" if one_office else "UNCLEAR", 0.6, (reason,)


def _holds(member: Member) -> bool | None:
    """Whether somebody has the office already, False where it is only to come, None where it is denied or supposed."""
    stance = member.claim.stance
    if stance.polarity < 0 or stance.certainty in ("conditional", "possible", "denied", "unknown"):
        return None
    return stance.certainty != "planned"


def _nations(member: Member) -> frozenset[str]:
    """The countries that the phrase calls somebody's own: "the Danish goalkeeper"; "Danish-born" and "British-Iranian" tell two."""
    slot = member.claim.slot("role")
    found = slot.text.split() if slot is not None else []
    keys = {gazetteer.demonyms()[w] for w in found if w in gazetteer.demonyms()}
    tells_two = any("-" in w and w.split("-")[0] in gazetteer.demonyms() for w in found)
    names = (gazetteer.countries()[k.removeprefix("country:")].name for k in keys if k.startswith("country:"))
    return frozenset() if tells_two else frozenset(names)


def _other_portfolio(a: frozenset[str], b: frozenset[str]) -> bool:
    """Ministers of trade and of finance."""
    portfolios = [role & words("roles", "portfolio") for role in (a, b)]
    heads = a & b & words("roles", "portfolio", "heads")
    return bool(heads and all(portfolios)) and not portfolios[0] & portfolios[1]


def _other_post(a: frozenset[str], b: frozenset[str]) -> bool:
    """Chief executive, and finance director: of two bodies one person can be both, and of one body one after the other."""
    if (a | b) & _PAST or not _name_two(a, b, "executive_posts"):
        return False
    posts = {w for names in _families("executive_posts") for name in names for w in name}
    return not (a - posts and b - posts) or bool(a & b - posts)


def _other_rank(a: frozenset[str], b: frozenset[str]) -> bool:
    """Colonel, and lieutenant; not colonel and lieutenant colonel, of which one may be the other cut short, nor two of other times."""
    return not (a | b) & _PAST and _name_two(a, b, "ranks") and not (_is_unranked(a) or _is_unranked(b))


def _is_unranked(role: frozenset[str]) -> bool:
    """A team's captain may be a lieutenant elsewhere; a solicitor general, a secretary general and an attorney general have no rank."""
    of_rank = {w for names in _families("ranks") for name in names if name <= role for w in name}
    return bool((role - of_rank) & words("roles", "unranked"))


def _other_government_office(a: frozenset[str], b: frozenset[str]) -> bool:
    """The justice minister, and the interior minister: nobody holds two of these at a time; a party's or a club's office is none of them."""
    if (a | b) & (_PAST | words("roles", "unranked")):
        return False
    return _name_two(a, b, "government_family")


def _other_public_post(a: frozenset[str], b: frozenset[str]) -> bool:
    """The mayor, and the fire chief; who was one and is the other is told as "former"."""
    return not (a | b) & _PAST and _name_two(a, b, "public_posts")


_OTHERS = (_other_portfolio, _other_post, _other_rank, _other_government_office, _other_public_post)


def _is_second(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one holds the part alone or first and the other beside or under somebody: captain and vice-captain of any kind."""
    return _past(a) ^ _past(b) <= _SECOND and bool(a & b & role_words())


def _says_no_more(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether all words of one stand in the other."""
    return a & b in (a, b)


def _past(role: frozenset[str]) -> frozenset[str]:
    return role & _PAST


def _words(member: Member) -> frozenset[str]:
    return frozenset(_in_order(member))


def _told(member: Member, kept: frozenset[str]) -> str:
    """Some words of a phrase, in its order."""
    return " ".join(word for word in _in_order(member) if word in kept)


def _in_order(member: Member) -> list[str]:
    slot = member.claim.slot("role")
    return _plain_words(re.findall(r"\w+(?:-\w+)*", slot.text.lower()) if slot is not None else [])


def _plain_words(found: Iterable[str]) -> list[str]:
    """Each word once, in one form, without the small ones."""
    split = (part for w in found for part in _JOINT.sub(r"\1 ", w).split())  # "co-founder", "vice-captain"
    return list(dict.fromkeys(_plain(w) for w in split if w not in _SMALL))


_JOINT = re.compile(r"^(co|vice|ex|deputy)(?:-|(?=founder$|pilot$|author$|owner$))")


def _plain(word: str) -> str:
    """One form for spellings, genders and plain synonyms of an office: defence/defense, spokeswoman/spokesman, head/chief."""
    word = _SYNONYMS.get(word, word)
    return re.sub(r"(?:woman|person)$", "man", word.replace("defence", "defense").replace("centre", "center"))


def _offices(role: frozenset[str]) -> frozenset[str]:
    known = _office_words()
    return frozenset(w for w in role if w in known)


@cache
def _office_words() -> frozenset[str]:
    return frozenset(w.lower() for w in words("roles", "office") | words("roles", "business"))


@cache
def _families(section: str) -> tuple[frozenset[frozenset[str]], ...]:
    sets = table("roles")[section]["sets"]
    rows = sets if isinstance(sets, list) else []
    return tuple(frozenset(frozenset(_plain_words(str(name).split())) for name in row) for row in rows)


def _same_family(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both hold a name of one office that styles call differently: foreign minister, secretary of state; colonel, col."""
    families = (*_families("government_family"), *_families("ranks"))
    return any(any(n <= a for n in names) and any(n <= b for n in names) for names in families)


def are_two_offices(left: Member, right: Member) -> bool:
    """Whether each phrase names an office of government and none is in both: foreign minister, prime minister."""
    return _name_two(_words(left), _words(right), "government_family")


def _name_two(a: frozenset[str], b: frozenset[str], section: str) -> bool:
    """Whether each names a post of that section, and none is in both."""
    one, other = (
        {n for n, names in enumerate(_families(section)) if any(name <= role for name in names)} for role in (a, b)
    )
    return bool(one and other) and not one & other
