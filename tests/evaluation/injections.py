"""Defects put into a clean text on purpose, each with its place and with what stood there before."""

import random
import re
from collections.abc import Callable, Iterator

from attrs import frozen

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CALENDAR = frozenset((*MONTHS, *DAYS))
_NAMED = re.compile(
    r"\b(?:in|of|from|with|to|against|near|at|by|for) (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=[ ,.;])"
)
_MIDDLE = re.compile(r"(?<=[a-z,] )(?P<word>[a-z]+)(?= [a-z])")
_SENTENCE = re.compile(r"(?P<body>[A-Z][^.!?\n]{40,300})\.(?=\s|$)")


@frozen
class Injection:
    """``text`` with one defect at ``start``..``end``; putting ``clean`` there gives the text as it was. ``clean`` None: no repair."""

    kind: str
    text: str
    start: int
    end: int
    clean: str | None


Injector = Callable[[str, random.Random], Injection | None]


def _put(kind: str, text: str, start: int, end: int, new: str, *, repairable: bool = True) -> Injection:
    damaged = text[:start] + new + text[end:]
    return Injection(kind, damaged, start, start + len(new), text[start:end] if repairable else None)


def _pick(found: Iterator[re.Match[str]], chance: random.Random) -> re.Match[str] | None:
    matches = list(found)
    return chance.choice(matches) if matches else None


def wrong_entity(text: str, chance: random.Random) -> Injection | None:
    """ "in Ukraine" becomes "in North Korea. Ukraine": the name of another thing and a stop before the right one."""
    found = [m for m in _NAMED.finditer(text) if not _CALENDAR.intersection(m["name"].split())]
    repeated = [m for m in found if text.count(m["name"]) > 1]
    if not repeated:
        return None
    place = chance.choice(repeated)
    others = sorted({m["name"] for m in found if not set(m["name"].split()) & set(place["name"].split())})
    if not others:
        return None
    return _put("wrong_entity", text, *place.span("name"), f"{chance.choice(others)}. {place['name']}")


def fragment(text: str, chance: random.Random) -> Injection | None:
    """A stop in mid-sentence, a sentence that lost its head, or a sentence's last words set after it once more."""
    form = chance.randrange(3)
    if form == 0 and (word := _pick(_MIDDLE.finditer(text), chance)):
        return _put("fragment", text, word.start() - 1, word.start(), ". ")
    sentence = _pick(_SENTENCE.finditer(text), chance)
    if sentence is None:
        return None
    words = sentence["body"].split(" ")
    tail = " ".join(words[-3:])
    if form == 1:
        return _put("fragment", text, *sentence.span("body"), tail, repairable=False)
    return _put("fragment", text, sentence.end(), sentence.end(), f" {tail[0].upper()}{tail[1:]}.")


def doubled_word(text: str, chance: random.Random) -> Injection | None:
    """ "the the"."""
    found = [m for m in _MIDDLE.finditer(text) if m["word"] not in ("had", "that", "very", "no", "so")]
    if not found:
        return None
    word = chance.choice(found)
    return _put("doubled_word", text, word.end(), word.end(), f" {word['word']}")


def stray_punctuation(text: str, chance: random.Random) -> Injection | None:
    """ "times. .", "times..", "times,, and", "times ,and"."""
    mark = _pick(re.finditer(r"(?<=[a-z]{3})(?:\.(?=\s|$)|,(?= ))", text), chance)
    if mark is None:
        return None
    forms = (". .", "..", ".,") if mark.group() == "." else (",,", ", ,", ",.", " ;,")
    return _put("stray_punctuation", text, *mark.span(), chance.choice(forms))


def truncation(text: str, chance: random.Random) -> Injection | None:
    """The text ends in mid-word, in mid-sentence, or with a feed's note on what it left out."""
    sentences = list(_SENTENCE.finditer(text))
    if len(sentences) < 3:
        return None
    sentence = chance.choice(sentences[len(sentences) // 2 :])
    words = list(re.finditer(r"[A-Za-z]{5,}", sentence["body"]))[1:-1]
    if not words:
        return None
    word = chance.choice(words)
    form = chance.randrange(3)
    cut = sentence.start() + (word.start() + 3 if form == 0 else word.end())
    note = "… [+1234 chars]" if form == 2 else ""
    return Injection("truncation", text[:cut] + note, max(0, cut - 40), cut + len(note), None)


def missing_space(text: str, chance: random.Random) -> Injection | None:
    """ "time.Timberlake", "city,where", "ofthe"."""
    patterns = (r"(?<=[a-z]{3}\.) (?=[A-Z][a-z]+ )", r"(?<=[a-z]{2},) (?=[a-z]{2})", r"(?<= [a-z]{4}) (?=[a-z]{4})")
    space = _pick(re.finditer(chance.choice(patterns), text), chance)
    return (
        _put(
            "missing_space",
            text,
            max(0, space.start() - 1),
            space.end() + 1,
            text[space.start() - 1] + text[space.end()],
        )
        if space
        else None
    )


def unbalanced_quote(text: str, chance: random.Random) -> Injection | None:
    """One of the marks of a quotation is lost."""
    quotation = _pick(re.finditer(r"[\u201c\"][^\u201c\u201d\"\n]{5,200}[\u201d\"]|``[^`'\n]{5,200}''", text), chance)
    if quotation is None:
        return None
    length = 2 if quotation.group().startswith("``") else 1
    start = quotation.start() if chance.random() < 0.5 else quotation.end() - length
    damaged = text[:start] + text[start + length :]
    return Injection("unbalanced_quote", damaged, quotation.start(), quotation.end() - length, None)


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 2)
    form = chance.randrange(4)
    if form == 0:
        return word[:at] + word[at + 1 :]
    if form == 1 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if form == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + chance.choice("aeiou" if word[at] in "aeiou" else "bdfglmnprst") + word[at + 1 :]


def misspelt_name(text: str, chance: random.Random) -> Injection | None:
    """One mention of a name that stands elsewhere loses, doubles, swaps or changes a letter."""
    found = [m for m in re.finditer(r"(?<=[a-z] )[A-Z][a-z]{5,}\b(?!-)", text) if m.group() not in _CALENDAR]
    return _respell("misspelt_name", text, [m for m in found if text.count(m.group()) > 2], chance)


def misspelt_word(text: str, chance: random.Random) -> Injection | None:
    """An ordinary word of six letters and more loses, doubles, swaps or changes a letter."""
    return _respell("misspelt_word", text, list(re.finditer(r"(?<=[a-z] )[a-z]{6,}(?= [a-z])", text)), chance)


def _respell(kind: str, text: str, found: list[re.Match[str]], chance: random.Random) -> Injection | None:
    if not found:
        return None
    word = chance.choice(found)
    new = _misspelt(word.group(), chance)
    if new == word.group() or re.search(rf"\b{new}\b", text):
        return None
    return _put(kind, text, *word.span(), new)


def mojibake(text: str, chance: random.Random) -> Injection | None:
    """A character read with the wrong table: an accent, a dash or a curly mark; in plain text the apostrophe."""
    special = [m for m in re.finditer(r"[\u00c0-\u024f\u2013\u2014\u2019\u201c]", text) if _encodable(m.group())]
    places = special or list(re.finditer(r"(?<=[a-z])'(?=[a-z])", text))
    if not places:
        return None
    place = chance.choice(places)
    wanted = place.group().replace("'", "\u2019")
    injection = _put("mojibake", text, *place.span(), wanted.encode().decode("cp1252"))
    return Injection(injection.kind, injection.text, injection.start, injection.end, wanted)


def _encodable(character: str) -> bool:
    try:
        character.encode().decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def weekday_mismatch(text: str, chance: random.Random) -> Injection | None:
    """A full date with the name of a day that it was not."""
    import datetime as dt

    sentence = _pick(_SENTENCE.finditer(text), chance)
    if sentence is None:
        return None
    day = dt.date(2012, 1, 1) + dt.timedelta(chance.randrange(4000))
    wrong = DAYS[(day.weekday() + chance.randrange(1, 7)) % 7]
    forms = (
        f"{wrong}, {MONTHS[day.month - 1]} {day.day}, {day.year}",
        f"{wrong} {day.day} {MONTHS[day.month - 1]} {day.year}",
    )
    added = f" The inquiry began on {(date := chance.choice(forms))}, officials said."
    start = sentence.end() + added.index(date)
    return Injection(
        "weekday_mismatch", text[: sentence.end()] + added + text[sentence.end() :], start, start + len(date), None
    )


def broken_number(text: str, chance: random.Random) -> Injection | None:
    """ "36" becomes "3 6", "1,200" "1,20", "5 million" "5m illion", "12.5" "12..5"."""
    patterns = (
        r"(?<=[a-z] )\d(?=\d (?:[a-z]{4,}))",
        r"(?<=\d,\d\d)\d(?=[ .])",
        r"(?<=\d) (?=[mb]illion)",
        r"(?<=\d)\.(?=\d)",
    )
    found = [(i, m) for i, pattern in enumerate(patterns) for m in re.finditer(pattern, text)]
    if not found:
        return None
    which, match = chance.choice(found)
    start, end = match.span()
    if which == 0:
        return _put("broken_number", text, start, end + 1, f"{match.group()} {text[end]}")
    if which == 1:
        return _put("broken_number", text, start - 3, end, text[start - 3 : start], repairable=False)
    if which == 2:
        return _put("broken_number", text, start, end + 1, f"{text[end]} ")
    return _put("broken_number", text, start, end, "..")


INJECTORS: tuple[Injector, ...] = (
    wrong_entity, fragment, doubled_word, stray_punctuation, truncation, missing_space, unbalanced_quote, misspelt_name,
    misspelt_word, mojibake, weekday_mismatch, broken_number,
)  # fmt: skip
