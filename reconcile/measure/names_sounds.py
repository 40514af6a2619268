"""Spellings of one sound: transliterations differ in vowels and in how they write a consonant, not in the consonants themselves."""

import re
from functools import lru_cache

# Ordered rewritings of Latin spellings to one letter a sound. After the usual romanisations of Cyrillic, Arabic, Chinese and German.
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?:eff|ew|ev|off|ow|ov)$", "ov"), (r"schtsch|shch", "S"), (r"^ch(?=[rlt])", "K"), (r"tsch|tch|cz|tj", "C"), (r"sch|sh|sz", "S"), (r"ch", "C"), (r"dj|dzh|dz", "j"), (r"zh", "Z"), (r"kh", "K"), (r"gh", "g"),
        (r"ph", "f"), (r"th", "t"), (r"dh", "d"), (r"bh", "b"), (r"ck|cq|q", "k"), (r"tz|ts", "z"), (r"x", "ks"),
        (r"c(?=[eiy])", "s"), (r"c", "k"), (r"w", "v"), (r"ff?$", "v"), (r"z", "s"), (r"oo|ou|oe", "u"), (r"ee", "i"), (r"j(?=[aeiou])", "y"),
        (r"[yj]", "i"), (r"(?<=[^aeiou])h", ""), (r"h$", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_SPLIT = re.compile(r"([aeiou]+)")
_ALIKE = (frozenset("ae"), frozenset("ei"), frozenset("ou"))
_VOICELESS = str.maketrans("bdgvzjCSZKq", "ptkfsscsskk")


@lru_cache(maxsize=100_000)
def sounds(word: str) -> tuple[str, ...]:
    """Alternating consonants and vowel groups of a lower-case ASCII word: "shoygu" is ("S", "oi", "g", "u")."""
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    return tuple(part for part in _SPLIT.split(word) if part)


def is_same_sound(left: str, right: str) -> bool:
    """Whether two spellings can stand for one pronunciation: "shoigu" and "shoygu", "mohammed" and "muhamad", "kyiv" and "kiev"."""
    a, b = sounds(left), sounds(right)
    if a == b:
        return max(len(left), len(right)) > 2
    if len(a) != len(b) or min(len(left), len(right)) < 3:
        return False
    return all(_is_alike(x, y) for x, y in zip(a, b, strict=True))


def _is_alike(left: str, right: str) -> bool:
    if left == right:
        return True
    if left[0] not in "aeiou" or right[0] not in "aeiou":
        return False
    one, two = set(left), set(right)
    return bool(one & two) or any(one & pair and two & pair for pair in _ALIKE)


@lru_cache(maxsize=100_000)
def consonants(word: str) -> str:
    """Consonants without voice, for scripts that write no vowels: "barack" and "brk" are "prk"."""
    plain = re.sub(r"ck|kh|gh|q|ch", "k", word)
    plain = re.sub(r"v$", "", plain)  # the Hebrew vav at the end is the vowel
    plain = re.sub(r"ph", "f", plain)
    plain = re.sub(r"[aeiouywhj']", "", plain.replace("v", "b")).translate(_VOICELESS)
    return re.sub(r"(.)\1+", r"\1", plain)
