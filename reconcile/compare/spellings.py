"""Names of one thing: agreement on who or what it is, or two spellings of which one is wrong."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from reconcile.compare import names
from reconcile.lexicon.gazetteer import fold
from reconcile.lexicon.load import word_list
from reconcile.measure.names_persons import begin_alike, given_names, is_slip
from reconcile.measure.names_tokens import latin
from reconcile.measure.scripts import may_be_romanised
from reconcile.model.comparisons import Member
from reconcile.model.entities import EntityValue
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]
Known = Mapping[str, frozenset[str]]

# Romanisations differ in these ways and are all right: Mohammed/Mohamed, Shoygu/Shoigu, Khaled/Haled, Omar/Umar, Stuedl/Studl.
_ROMANISED = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=[aou])e(?=[^aeiouy])", ""), (r"([a-z])\1", r"\1"), (r"kh", "h"), (r"gh", "g"), (r"dj", "j"), (r"ph", "f"), (r"ck|q|c(?![eiyh])", "k"), (r"w", "v"),
        (r"x", "ks"), (r"y|j", "i"), (r"ou|oo|o", "u"), (r"e", "i"), (r"tz|ts", "z"), (r"ii+", "i"), (r"h$", ""), (r"'", ""),
    )
)  # fmt: skip


def compare_spellings(left: Member, right: Member, known: Known) -> Verdict:
    """The verdict of :func:`reconcile.compare.names.compare`; a like-sounding spelling is right only as a romanisation.

    ``known`` are the entities that each report names: where none of them is of a land of other letters, nothing is romanised.
    """
    a, b = _value(left), _value(right)
    if a is None or b is None:
        return "MISSING", 0.0, ()
    if a.kind != b.kind and not {a.kind, b.kind} & {"other", "work"}:
        return "UNCLEAR", 0.5, ()
    verdict, score, reasons = names.compare(a, b)
    if _spelt_british(a.name) == _spelt_british(b.name):
        return "EQUIVALENT", 0.95, (Reason.of("name.british"),)
    if verdict == "EQUIVALENT" and a.key is None and any(r.code == "name.plural" for r in reasons):
        return ("CONFLICT", 0.75, reasons) if _are_formal(a.name, b.name) else ("EQUIVALENT", score, reasons)
    if a.key is None and _is_cut_short(a, b):
        return "CONFLICT", 0.75, (Reason.of("name.cut-short"),)
    is_one = left.slot is not None and right.slot is not None and left.slot.entity == right.slot.entity
    respelt = tuple(r for r in reasons if r.code == "name.respelt") or _one_word_apart(a, b, reasons, is_one=is_one)
    if respelt and a.key is None:
        return "CONFLICT", 0.7, respelt
    around = [known.get(m.claim.report_id, frozenset()) for m in (left, right)]
    return _by_letters(a, b, (verdict, score, reasons), around)


def _are_formal(left: str, right: str) -> bool:
    """Whether all words but the plural are written alike: who writes "Japanese" for "Japan" does not give the name to the letter."""
    one, other = ([w.removesuffix("s") for w in name.casefold().split()] for name in (left, right))
    return one == other


def _is_cut_short(left: EntityValue, right: EntityValue) -> bool:
    """ "Moon Jae" of Moon Jae-in: a given name in two syllables has lost one; "Smith" of Smith-Jones is a name by itself."""
    if left.kind != "person" or right.kind != "person":
        return False
    short, full = sorted((left.name, right.name), key=len)
    return " " in short and re.fullmatch(re.escape(short) + r"-[a-z]+", full) is not None


def _by_letters(a: EntityValue, b: EntityValue, found: Verdict, around: Sequence[AbstractSet[str]]) -> Verdict:
    """What romanising does to letters is no slip; whatever else sounds alike is one."""
    verdict, score, reasons = found
    slips = [dict(r.params) for r in reasons if r.code == "name.fuzzy"]
    if verdict == "CONFLICT" and slips and all(_skeleton(p["left"]) == _skeleton(p["right"]) for p in slips):
        return "EQUIVALENT", score, reasons
    sounds = [dict(r.params) for r in reasons if r.code == "name.sound"]
    if verdict not in ("EQUIVALENT", "COARSER") or a.key is not None:
        return found
    heard = verdict == "EQUIVALENT" and any(_skeleton(p["left"]) != _skeleton(p["right"]) for p in sounds)
    if heard or _is_not_romanised(a, b, sounds) or _is_of_latin_letters(a, b, sounds, around):
        return "CONFLICT", 0.75, reasons
    return found


def _is_of_latin_letters(
    left: EntityValue, right: EntityValue, sounds: Sequence[Mapping[str, str]], around: Sequence[AbstractSet[str]]
) -> bool:
    """Bronwyn Tait, Bronwyn Tate: nothing in either report tells of a land or a name of other letters, so one is spelt wrong."""
    if left.kind != "person" or right.kind != "person" or not sounds:
        return False
    if min(len(v.name.split()) for v in (left, right)) < _FULL_NAME:
        return False
    heard = [[names.without_umlauts(latin(word).casefold()) for word in (p["left"], p["right"])] for p in sounds]
    return any(a != b for a, b in heard) and not any(may_be_romanised(v.name, chain(*around)) for v in (left, right))


_FULL_NAME = 2  # a given name and a surname


def _is_not_romanised(left: EntityValue, right: EntityValue, sounds: Sequence[Mapping[str, str]]) -> bool:
    """Denise Archuleta, Denise Archuletta: names of one whose given name is written in Latin letters from birth have one spelling."""
    one, other = ([latin(w).casefold() for w in v.name.split()] for v in (left, right))
    if left.kind != "person" or right.kind != "person" or len(one) != len(other) or one[:-1] != other[:-1]:
        return False
    if not {*one[:-1]} & word_list("given_names_latin"):
        return False
    plain = [names.without_umlauts(name[-1]) for name in (one, other)]
    return [(p["left"], p["right"]) for p in sounds] == [(one[-1], other[-1])] and plain[0] != plain[1]


def _one_word_apart(
    left: EntityValue, right: EntityValue, reasons: tuple[Reason, ...], *, is_one: bool
) -> tuple[Reason, ...]:
    """Names of one person that differ in the given name alone, by a slip where it is not known for one person, or in the surname alone."""
    if left.kind != "person" or right.kind != "person":
        return ()
    only = [[dict(r.params)["word"] for r in reasons if r.code == f"name.only-{side}"] for side in ("left", "right")]
    if [len(words) for words in only] != [1, 1]:
        return ()
    one, other = fold(left.name).split(), fold(right.name).split()
    is_one = is_one and len(one) == len(other) > 1
    slipped = is_slip(one[-1], other[-1]) and is_one
    if one[:-1] == other[:-1] and one[-1] != other[-1] and (slipped or one[-1][0] == other[-1][0]):
        return (Reason.of("name.surname", left=only[0][0], right=only[1][0]),)
    first, second = only[0][0], only[1][0]
    known = is_one and one[-1] == other[-1] and {first, second} <= given_names()
    if not (known or is_slip(first, second) or begin_alike(first, second)):
        return ()
    return (Reason.of("name.given", left=only[0][0], right=only[1][0]),)


def _spelt_british(name: str) -> str:
    """One form for British and American spellings: Defence/Defense, Centre/Center, Labour/Labor, Organisation/Organization."""
    lower = name.lower()
    for british, american in (
        ("defence", "defense"),
        ("centre", "center"),
        ("labour", "labor"),
        ("isation", "ization"),
        ("programme", "program"),
    ):
        lower = lower.replace(british, american)
    return lower


def _skeleton(word: str) -> str:
    for pattern, to in _ROMANISED:
        word = pattern.sub(to, word)
    return word


def _value(member: Member) -> EntityValue | None:
    return member.slot.value if member.slot is not None and isinstance(member.slot.value, EntityValue) else None
