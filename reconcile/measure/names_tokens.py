"""A name taken to pieces: transliterated, in lower case, titles, legal forms and closed-class words recognised.

The door to anyascii (ISC licence), which writes any script in Latin letters.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import cast

from attrs import frozen

from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import table, words

TITLE_SECTIONS = ("honorific", "academic", "military", "police", "religious", "noble", "political", "professional")
_WORD = re.compile(r"[a-z0-9]+")
_DOTTED = re.compile(r"\b(?:\w\.[ -]?){2,}(?=\W|$)|\b(?:\w\.){1,}\w\b")
_CAMEL = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")


@frozen
class Name:
    """A name as the measures see it. ``tokens`` are its telling words in order, ``forms`` the classes of its legal forms."""

    text: str
    tokens: tuple[str, ...]
    joined: str
    forms: frozenset[str] = frozenset()
    suffix: str = ""
    has_comma: bool = False
    is_vowelless: bool = False
    gender: str = ""


@lru_cache(maxsize=50_000)
def latin(text: str) -> str:
    """``text`` in plain Latin letters, its case kept."""
    composed = unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u02bc", "'")
    if composed.isascii():
        return composed
    from anyascii import anyascii

    plain = anyascii(composed).replace("`", "'")
    if any("\uac00" <= ch <= "\ud7a3" for ch in composed):
        plain = _hangul(plain)
    if any("\u3400" <= ch <= "\ud7a3" for ch in composed):
        plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)  # one syllable of Chinese or Korean for each capital
    return plain


def _hangul(plain: str) -> str:
    """The spellings that news uses for Korean names in place of the official romanisation: "Gim Jeong Eun" is Kim Jong Un."""
    return re.sub(
        r"\bG|(?<=[a-z])G", "K", plain.replace("eo", "o").replace("eu", "u").replace("Eu", "U").replace("Eo", "O")
    )


def is_vowelless(text: str) -> bool:
    """Whether the script writes few vowels (Arabic, Hebrew, Khmer, Thai...), so that only consonants can be compared."""
    return any(
        "\u0590" <= ch <= "\u08ff"
        or "\u0e00" <= ch <= "\u0fff"
        or "\u0900" <= ch <= "\u0dff"
        or "\u1780" <= ch <= "\u17ff"
        for ch in text
    )


@lru_cache(maxsize=50_000)
def person(text: str) -> Name:
    """A person's name without titles; initials stay single letters, a name written in one piece comes apart at its capitals."""
    plain = latin(text)
    spaced = _CAMEL.sub(" ", plain) if not plain.isupper() else plain
    found = _split(spaced.replace("'s ", " ").replace("'", "").replace(".", " "))
    suffix = next((s for t in found[1:] if (s := _suffixes().get(t))), "")
    kept = [t for t in found if t not in _suffixes() or t == found[0]] if suffix else found
    telling = _joined_articles(_without(kept, _titles()))
    tokens = tuple(_letters(t) for t in telling) or tuple(kept)
    gender = _genders().get(found[0], "") if len(found) > 1 else ""
    return Name(text, tokens, "".join(tokens), frozenset(), suffix, "," in plain, is_vowelless(text), gender)


@cache
def _genders() -> Mapping[str, str]:
    """Forms of address to "m" or "f"."""
    return {w: g for g, section in (("m", "masculine"), ("f", "feminine")) for w in words("titles", section)}


def _joined_articles(tokens: list[str]) -> list[str]:
    """ "Abd al-Rahman", "Abdel Rahman" and "Abdur Rahman" are "Abdul Rahman"."""
    result: list[str] = []
    for token in tokens:
        if result and result[-1] == "abd" and token in words("name_parts", "articles"):
            result[-1] = "abdul"
        else:
            result.append("abdul" if token in ("abdel", "abdal", "abdur", "abdoul") else token)
    return result


def _letters(token: str) -> str:
    """Digits inside a person's name were letters once: "s3ch1n"."""
    if token.isalpha() or token.isdigit():
        return token
    return token.translate(str.maketrans("0134579", "oieasyg"))


def _split(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _without(tokens: list[str], unwanted: frozenset[str]) -> list[str]:
    """Without titles at the front, those of two words included; a name is never emptied."""
    while len(tokens) > 1 and (tokens[0] in unwanted or " ".join(tokens[:2]) in unwanted):
        size = 1 if tokens[0] in unwanted else 2
        if len(tokens) <= size:
            break
        tokens = tokens[size:]
    return [t for i, t in enumerate(tokens) if i == 0 or t not in ("haji", "sir", "dr", "hajji", "shaikh", "sheikh")]


@cache
def _titles() -> frozenset[str]:
    found = {w.casefold() for section in TITLE_SECTIONS for w in words("titles", section)}
    return frozenset(latin(w).casefold() for w in found) - words("titles", "also_names") | _foreign()


def _foreign() -> frozenset[str]:
    return words("titles", "foreign")


@cache
def _suffixes() -> Mapping[str, str]:
    sets = cast(list[list[str]], table("name_parts")["suffixes"]["sets"])
    return {word: group[0] for group in sets for word in group if len(word) > 1}


@lru_cache(maxsize=50_000)
def organization(text: str) -> Name:
    """The name of an organization, place or thing: legal forms apart, dotted letters joined, countries and numbers made one token."""
    plain = latin(text)
    plain = re.sub(r"(?i)(?<=\w)\.(?:com|org|net|co\.uk)\b", "", plain)
    plain = _DOTTED.sub(lambda m: m.group().replace(".", "").replace(" ", "").replace("-", "") + " ", plain)
    plain = re.sub(r"'s?(?=\W|$)", " ", plain.replace("&", " and ")).replace("'", "")
    raw = _split(plain)
    joined = "".join(raw)
    tokens, forms = _legal_forms(raw)
    tokens = [t for t in tokens if t not in ("the", "of", "and", "for", "de", "in", "on")] or tokens
    tokens = _countries(_numbers([_canonical().get(t, t) for t in tokens]))
    return Name(text, tuple(tokens) or tuple(raw), joined, forms, is_vowelless=is_vowelless(text))


def _numbers(tokens: list[str]) -> list[str]:
    """Ordinals lose their ending and "forty four" becomes "44"."""
    plain = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", t) for t in tokens]
    result: list[str] = []
    for token in plain:
        if result and token.isdigit() and len(token) == 1 and re.fullmatch("[2-9]0", result[-1]):
            result[-1] = str(int(result[-1]) + int(token))
        else:
            result.append(token)
    return result


def _legal_forms(tokens: list[str]) -> tuple[list[str], frozenset[str]]:
    """Legal forms taken out, wherever they stand, the longest first; never the whole name."""
    kept: list[str] = []
    forms: set[str] = set()
    i = 0
    while i < len(tokens):
        size, form = _form_at(tokens, i)
        is_edge = not kept or i + size == len(tokens) or _form_at(tokens, i + size)[0] > 0 or size > 1
        if form and is_edge and (len(tokens) > size):
            forms.add(form)
            i += size
            continue
        kept.append(tokens[i])
        i += 1
    return (kept, frozenset(forms)) if kept else (tokens, frozenset())


def _form_at(tokens: list[str], at: int) -> tuple[int, str]:
    for size in range(min(6, len(tokens) - at), 0, -1):
        form = _forms().get(" ".join(tokens[at : at + size]))
        if form:
            return size, form
    if at < len(tokens) and len(tokens) - at >= 2:
        spelt = _near_form(tokens, at)
        if spelt:
            return spelt
    return (1, near) if at < len(tokens) and (near := _near_word(tokens[at])) else (0, "")


def _near_form(tokens: list[str], at: int) -> tuple[int, str] | None:
    """A long form with a slip in it: "joynt stock company", "joint stock compan"."""
    from reconcile.measure.strings import distance

    for size in (4, 3):
        text = " ".join(tokens[at : at + size])
        if len(text) >= 15 and at + size <= len(tokens):
            for form, label in _forms().items():
                if abs(len(form) - len(text)) <= 2 and distance(form, text, limit=2) <= 2:
                    return size, label
    return None


def _near_word(token: str) -> str:
    from reconcile.measure.strings import distance

    if len(token) < 12:
        return ""
    return next(
        (
            label
            for form, label in _forms().items()
            if " " not in form and len(form) >= 12 and distance(form, token, limit=2) <= 2
        ),
        "",
    )


@cache
def _forms() -> Mapping[str, str]:
    return {
        w: s
        for s in ("holding", "company", "corporation", "partnership", "jsc", "llc", "limited", "ship")
        for w in sorted(words("legal_forms", s))
    }


@cache
def _canonical() -> Mapping[str, str]:
    """Body types, number words and compass words to one member of their class."""
    found = {
        w: group[0]
        for section in ("compass", "months", "weekdays", "numbers", "services")
        for group in _sets("closed_classes", section)
        for w in group
    }
    found.update(
        {w: group[0] for group in _sets("legal_forms", "body") for w in group if " " not in w and w not in found}
    )
    return found


def _sets(name: str, section: str) -> list[list[str]]:
    return cast(list[list[str]], table(name)[section]["sets"])


@cache
def closed() -> Mapping[str, str]:
    """Canonical word to its closed class; members of one class are the same only when they are equal."""
    return {
        group[0]: section
        for section in ("compass", "months", "weekdays", "numbers", "services")
        for group in _sets("closed_classes", section)
    }


def _countries(tokens: list[str]) -> list[str]:
    """Country names, of several words too, and demonyms become one token each: "country:KP"."""
    result: list[str] = []
    i = 0
    while i < len(tokens):
        for size in range(min(6, len(tokens) - i), 0, -1):
            key = _country_phrases().get(" ".join(tokens[i : i + size]))
            if key:
                result.append(key)
                i += size
                break
        else:
            result.append(tokens[i])
            i += 1
    return result


@cache
def _country_phrases() -> Mapping[str, str]:
    """The names and demonyms of countries and the names of regions, each passed through the same pieces as any name."""
    found: dict[str, str] = {}
    entries: Iterable[tuple[str, str]] = [
        *((name, f"country:{code}") for name, code in gazetteer.country_names().items()),
        *((word, key) for word, key in gazetteer.demonyms().items() if key.startswith("country:")),
    ]
    for name, key in entries:
        pieces = [
            _canonical().get(t, t)
            for t in _split(latin(name).replace("'s", "").replace("'", "").replace(".", ""))
            if t not in ("the", "of", "and")
        ]
        if pieces and pieces != ["dm"]:
            found.setdefault(" ".join(pieces), key)
    return found
