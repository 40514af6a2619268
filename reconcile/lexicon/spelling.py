"""The door to pyspellchecker: is this an ordinary English word, and which one was meant?

pyspellchecker (MIT) brings 160,000 American forms with their frequencies and no model. British spellings, newer words and
regular formations are added here, since a word that is merely missing from a list is no mistake.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from reconcile.lexicon.load import building, word_list, words

# A word that the dictionary holds only for completeness has this count; everything above was seen in running text.
RARE = 50
_COMMON = 400
_LIKELY = 300
_SUPPLEMENTED = 1000
_DOMINANCE = 20

# British form -> American form, tried one after the other on a word that the dictionary does not hold.
_BRITISH = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"our", "or"),
        (r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|able|ational)$)", "iz"),
        (r"ys(?=(?:e|ed|es|er|ers|ing)$)", "yz"),
        (r"(?<=\w{2})(met|cent|theat|lit|fib|calib|lust|somb|spect|sab|meag|mit)re(?=s?$)", r"\1er"),
        (r"^centr(?=(?:ed|ing)$)", "center"),
        (r"^centre(?=[a-z]{4,}$)", "center"),
        (r"^(met|cent|theat|lit|fib|calib|lust|somb|spect|sab|meag|mit)re(?=s?d?$)", r"\1er"),
        (r"ll(?=(?:ed|er|ers|ing|or|ors|ery|ous|ings|ist|ists)$)", "l"),
        (r"l(?=(?:ment|ments|ful|fully|s)?$)", "ll"),
        (r"nce(?=(?:s|less|man|d)?$)", "nse"),
        (r"(?<![aeiou])[ao]e(?=[a-z])", "e"),
        (r"ogue(?=s?$)", "og"),
        (r"mme(?=s?$)", "m"),
        (r"ou(?=l[dt])", "o"),
        (r"eable$", "able"),
        (r"xion(?=s?$)", "ction"),
        (r"pp(?=(?:ed|er|ers|ing)$)", "p"),
        (r"tt(?=(?:ed|er|ers|ing)$)", "t"),
        (r"ss(?=(?:ed|es|er|ing)$)", "s"),
        (r"sc(?=ept)", "sk"),
    )
)
_NO_METRE = re.compile(r"(?:dia|para|peri|baro|thermo|speedo|odo)met(?:re|res)$")
_PREFIX = re.compile(
    r"""^(?:anti|auto|bio|co|counter|cross|crypto|cyber|de|dis|eco|electro|ever|extra|fore|geo|hydro|hyper|in|infra|inter|intra|kilo
    |macro|mega|micro|mid|mini|mis|mono|multi|nano|neo|neuro|non|off|on|out|over|para|photo|poly|post|pre|pro|pseudo|psycho
    |quasi|re|retro|self|semi|socio|sub|super|tech|techno|tele|thermo|trans|tri|ultra|un|under|uni|up|video|vice)(?P<stem>[a-z]{4,})$""",
    re.VERBOSE,
)
_SUFFIX = re.compile(
    r"^(?P<stem>[a-z]{3,}?)(?:'s|s|es|like|wide|less|ness|free|proof|ward|wards|fold|ship|dom|hood|goer|goers)$"
)
_IZED = re.compile(r"^(?P<stem>[a-z]{4,}?)(?:i[sz](?:e|ed|es|ing|ation)|ly|ist|ists|ism|ity)$")


@cache
def _frequencies() -> Mapping[str, int]:
    from spellchecker import SpellChecker

    with building():
        held: Mapping[str, int] = SpellChecker(language="en", distance=1).word_frequency.dictionary
    return held


def frequency(word: str) -> int:
    """How often the dictionary's running text held ``word`` (in lower case); 0 for a word that it does not hold.

    The words of our own list count as fairly common.
    """
    counted = _frequencies().get(word, 0)
    return max(counted, _SUPPLEMENTED) if counted <= RARE and word in word_list("newer_words") else counted


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Whether ``word`` (lower case) is an English word, in American or British spelling, or a regular formation of one."""
    return is_listed(word) or _is_formed(word)


@lru_cache(maxsize=65536)
def is_listed(word: str) -> bool:
    """Whether ``word`` (lower case) stands in a list, in American or British spelling: formations are left out."""
    return bool(frequency(word)) or _is_british(word)


def _is_british(word: str) -> bool:
    if _NO_METRE.search(word):
        return False
    forms = (pattern.sub(new, word) for pattern, new in _BRITISH if pattern.search(word))
    return any(frequency(form) or _is_formed(form) for form in forms)


def _is_formed(word: str) -> bool:
    """ "denuclearisation", "industrywide", "smartphones": known prefix or ending on a known stem; "skywatchers": two known nouns."""
    if any(match and _is_stem(match["stem"]) for match in (_SUFFIX.match(word), _IZED.match(word))):
        return True
    prefixed = _PREFIX.match(word)
    if not (prefixed and _is_stem(prefixed["stem"])) and not is_compound(word):
        return False
    # "transpart" and "commit-tent" are made of words too, but of none that a writer joins
    return not any(frequency(near) >= _LIKELY for near in corrections(word))


def _is_stem(stem: str) -> bool:
    forms = (stem, stem + "e", stem + "y")
    return any(frequency(form) > RARE for form in forms)


def is_compound(word: str) -> bool:
    """Whether ``word`` is two common words of at least four letters written as one.

    Function words and past tenses make no compounds: "fromtheir" and "missileapproached" are two words each.
    """
    if word.endswith(("ed", "ly")):
        return False
    closed, first = words("spelling", "never_compounded"), words("spelling", "never_first")
    return any(
        min(frequency(word[:at]), frequency(word[at:])) >= _COMMON
        and word[:at] not in closed
        and word[:at] not in first
        and word[at:] not in closed
        for at in range(4, len(word) - 3)
    )


@lru_cache(maxsize=16384)
def corrections(word: str) -> tuple[str, ...]:
    """Dictionary words one edit away (a letter lost, added, changed, or two swapped), the most frequent first.

    The first letter is kept or swapped: writers hardly ever miss it.
    """
    found = {near for near in _one_edit(word) if (near[:1] == word[:1] or near[:2] == word[1::-1]) and frequency(near)}
    return tuple(sorted(found, key=lambda near: (-frequency(near), near)))


def correction(word: str) -> str | None:
    """The word that was meant, or None where no near word is far more frequent than the others.

    A swap of neighbours or a doubled letter is a slip of the hand and beats a more frequent word that needs another letter.
    """
    near = corrections(word)
    if not near:
        return None
    slips = [
        n for n in near if (len(n) == len(word) and sorted(n) == sorted(word)) or _undoubled(word) == _undoubled(n)
    ]
    best = slips or list(near)
    rest = best[1:]
    if rest and frequency(best[0]) < _DOMINANCE * frequency(rest[0]) and len(word) < 7:
        return None
    return best[0] if not rest or frequency(best[0]) >= 3 * frequency(rest[0]) else None


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _one_edit(word: str) -> Iterator[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)
