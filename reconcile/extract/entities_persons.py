"""Persons: given names, initials, particles, nicknames in quotes, and what follows a title."""

from functools import cache

from reconcile.extract.entities_drafts import COMPOUND_TAILS, LIKELY, STRONG, WEAK, Draft, Scene, is_capital
from reconcile.extract.entities_given import given_names
from reconcile.extract.entities_titles import role_nouns, title_end, titles
from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import table, words

MAX_NAME_WORDS = 6
_COMPASS = frozenset({"North", "South", "East", "West"})
MIN_TOWN = 300_000  # people; smaller towns share their names with families
_QUOTES = frozenset({'"', "\u201c", "\u201d", "'", "\u2018", "\u2019"})


@cache
def no_names() -> frozenset[str]:
    """Capitalised words that are no part of a name: the calendar, zones, peoples, faiths and heads of organizations."""
    heads = {w for w in words("organizations", "heads") if " " not in w}
    others = {w for s in ("calendar", "zones", "languages_faiths") for w in words("name_parts", s)}
    places = {w for w in words("places", "heads") if " " not in w}
    events = {w for w in words("designators", "event_heads") if " " not in w}
    return frozenset(heads | others | places | events) - words("name_parts", "also_names")


@cache
def particles() -> frozenset[str]:
    """Lower-case words inside a name."""
    return words("name_parts", "particles")


@cache
def _suffixes() -> frozenset[str]:
    sets = table("name_parts")["suffixes"]["sets"]
    return frozenset(str(w) for group in sets for w in group)  # type: ignore[attr-defined]


def match(scene: Scene, at: int) -> Draft | None:
    """The person whose name begins at token ``at``, by a given name or by the title before it."""
    if not scene.capitals[at] or scene.case == "upper":
        return None
    titled = _is_titled(scene, at)
    last = _name_end(scene, at, titled)
    if last is None:
        return None
    if not titled and at > 0 and scene.tokens[at - 1].lower in ("the", "a", "an"):
        return None  # "the Sun Online", "the Kim regime": a thing
    draft = _draft(scene, at, last)
    length = len(draft.name.split())
    if titled:
        return draft.evolved(rule="entities_persons.title", strength=STRONG)
    first_word = scene.tokens[at].text
    if first_word.isupper() and first_word.isalpha() and len(first_word) > 2:
        first_word = first_word.capitalize()  # "KIM Jong Un"
    if length >= 2 and (
        first_word in given_names() or first_word.split("-")[0] in given_names() or _is_initial(first_word)
    ):
        return draft.evolved(strength=_given_strength(scene, at))
    if length >= 3 and scene.case == "prose" and _has_middle_initial(scene, at, last):
        return draft.evolved(rule="entities_persons.initial", strength=LIKELY)
    if length >= 2 and scene.case == "prose" and _is_person_form(scene, at, last):
        return draft.evolved(rule="entities_persons.form", strength=LIKELY)
    return None


def _given_strength(scene: Scene, at: int) -> int:
    """ "Will Smith" inside a sentence is sure; "Mark Twain" in a headline where "mark" is a word of the text is less so."""
    if scene.case != "prose":
        return LIKELY if scene.tokens[at].lower not in scene.survey.lower else WEAK
    return STRONG


def _is_titled(scene: Scene, at: int) -> bool:
    tokens = scene.tokens
    before = at - 1
    if before >= 0 and tokens[before].text == ".":
        before -= 1
    if before < 0 or not scene.is_joined(at):
        return False
    word = tokens[before].text.replace(".", "")
    if word in given_names() and word not in words("name_parts", "calendar"):
        return False  # Amir Peretz: a given name that is a title elsewhere
    if word.casefold() in titles() and scene.capitals[before] and word.casefold() not in ("miss", "father", "mother"):
        return scene.tokens[at].tag.startswith("NP") or scene.tokens[at].lower not in role_nouns()
    return False


def _name_end(scene: Scene, at: int, titled: bool) -> int | None:
    """Where the name that begins at ``at`` ends; None where the first token cannot begin one."""
    tokens, last, i, count = scene.tokens, at, at, 0
    while i < len(tokens) and count < MAX_NAME_WORDS:
        if i > at and not scene.is_joined(i):
            break
        word = tokens[i].text
        if (
            _is_initial(word)
            and i + 1 < len(tokens)
            and tokens[i + 1].text == "."
            and tokens[i + 1].span.start == tokens[i].span.end
        ):
            i += 2
            count += 1
            last = i if count > 1 else last
            continue
        if count and (nickname := _nickname_end(scene, i)):
            i = nickname
            continue
        if _is_name_word(scene, i, at):
            i += 1
            count += 1
            last = i
            continue
        if count and word.casefold() in particles() and not scene.capitals[i] and _leads_on(scene, i):
            i += 1
            continue
        if count and word == "," and i + 1 < len(tokens) and tokens[i + 1].lower.rstrip(".") in ("jr", "sr"):
            last = i + 2
        break
    if last == at or (count < 2 and not titled) or _is_letter_word(scene, at):
        return None
    return last


def _is_letter_word(scene: Scene, at: int) -> bool:
    """ "J Alert", "T Mobile": a letter without a stop begins a name only before another initial."""
    tokens = scene.tokens
    if len(tokens[at].text) > 1 or at + 1 >= len(tokens) or tokens[at + 1].text == ".":
        return False
    return len(tokens[at + 1].text) > 1


def _leads_on(scene: Scene, at: int) -> bool:
    """A particle (or two) is part of the name only before a further capitalised word."""
    following = at + 1
    if following < len(scene.tokens) and scene.tokens[following].lower in particles() and not scene.capitals[following]:
        following += 1
    return (
        following < len(scene.tokens)
        and scene.capitals[following]
        and scene.tokens[at].lower not in ("e", "y", "st", "te", "do", "bat", "bar")
    )


def _is_name_word(scene: Scene, i: int, at: int) -> bool:
    """Whether token ``i`` can be a word of the name that begins at ``at``."""
    word = scene.tokens[i].text
    is_word = word[0].isalpha() and not any(ch.isdigit() or ch in "/@" for ch in word)
    if not is_word or not scene.capitals[i] or word in no_names() or word in gazetteer.demonyms():
        return False
    if _is_initial(word):
        return True
    if word.isupper() and len(word) > 3:
        return _is_name_in_capitals(scene, i, at)
    if i == at:
        is_known = word not in words("name_parts", "openers") or word in given_names()
        return not word.endswith(COMPOUND_TAILS) and is_known and not _opens_question(scene, at)
    if (word.casefold() in role_nouns() or word.casefold() in titles()) and word not in given_names():
        return _is_surname_and_role(scene, i)
    return not word.endswith(("'s", *COMPOUND_TAILS))


def _opens_question(scene: Scene, at: int) -> bool:
    """ "Will Berger resign?": the auxiliary that opens a question is no given name."""
    tokens = scene.tokens
    return tokens[at].lower in ("will", "may") and at == 0 and tokens[-1].text == "?"


def _is_name_in_capitals(scene: Scene, i: int, at: int) -> bool:
    """ "KIM Jong Un" and "JOHN HALE" are names; "Ada Lund FIRE ALERT" is a caption in capitals that runs on."""
    word, following = scene.tokens[i].text, scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    if i > at:
        return scene.tokens[at].text.isupper()
    return word.capitalize() in given_names() or (following is not None and following.text.isupper())


def _is_surname_and_role(scene: Scene, i: int) -> bool:
    """ "Jean-Michel Priest": a role noun right after a given name, and no further name word after it."""
    goes_on = i + 1 < len(scene.tokens) and scene.capitals[i + 1]
    return scene.tokens[i - 1].text.split("-")[0] in given_names() and not goes_on


def _is_initial(word: str) -> bool:
    plain = word.replace(".", "").replace("-", "")
    return (
        1 <= len(plain) <= 3
        and plain.isupper()
        and ("." in word or len(plain) == 1)
        and plain not in ("US", "UK", "UN", "EU", "AM", "PM", "I")
    )


def _nickname_end(scene: Scene, at: int) -> int | None:
    """John "Jack" Smith: the quoted or bracketed word belongs to the name when another name word follows."""
    tokens = scene.tokens
    if tokens[at].text not in _QUOTES and tokens[at].text != "(":
        return None
    for last in range(at + 2, min(at + 5, len(tokens))):
        if tokens[last].text in _QUOTES or tokens[last].text == ")":
            follows = last + 1 < len(tokens) and is_capital(tokens[last + 1].text)
            return (
                last + 1
                if follows and all(is_capital(t.text) or t.lower in ("the", "of") for t in tokens[at + 1 : last])
                else None
            )
    return None


def _draft(scene: Scene, first: int, last: int) -> Draft:
    """The name without its quoted nickname, which becomes an alias."""
    tokens = scene.tokens
    aliases: list[str] = []
    parts: list[tuple[int, int]] = []
    i = start = first
    while i < last:
        end = _nickname_end(scene, i) if i > first else None
        if end is None or end > last:
            i += 1
            continue
        aliases.append(scene.text(i + 1, end - 1))
        parts.append((start, i))
        i = start = end
    parts.append((start, last))
    name = " ".join(scene.text(a, b) for a, b in parts if b > a)
    if aliases:
        aliases.append(f"{aliases[0]} {tokens[last - 1].text}")
    return Draft(first, last, "person", name, "entities_persons.given", STRONG, aliases=tuple(aliases))


def _has_middle_initial(scene: Scene, first: int, last: int) -> bool:
    """ "Raj K. Chohan", "Ito B. Nakamura": a name, one letter with a stop, a name, whatever the words are elsewhere."""
    tokens = scene.tokens[first:last]
    letters = [n for n, t in enumerate(tokens) if len(t.text.rstrip(".")) == 1 and t.text[0].isupper()]
    framed = bool(letters) and 0 < letters[0] < len(tokens) - 1 and "." in "".join(t.text for t in tokens[1:-1])
    return framed and len(tokens[0].text) > 2 and not tokens[0].tag.startswith("NN")


def _is_person_form(scene: Scene, first: int, last: int) -> bool:
    """Two to four capitalised words without a known given name: a person where the words are no words of the language."""
    tokens = scene.tokens[first:last]
    if not 2 <= len(tokens) <= 4 or (first in scene.openers and tokens[0].lower in scene.survey.lower):
        return False
    if not all(t.tag.startswith(("NP", "UNC")) or t.lower in particles() for t in tokens):
        return False
    if any(part.isupper() and len(part) > 1 for t in tokens for part in t.text.split("-")):
        return False
    if any(t.lower in scene.survey.lower and t.lower not in particles() for t in tokens):
        return False
    if tokens[-1].text in _COMPASS or tokens[0].text in words("organizations", "known_words"):
        return False
    if is_well_known(tokens[0].text) and not _is_followed_like_person(scene, last):
        return False
    return not any(t.text.isupper() and len(t.text) > 1 for t in tokens)


def is_well_known(word: str) -> bool:
    """A country, region, state or large town: the word is not likely to be a given name."""
    found = gazetteer.lookup(word)
    return bool(found) and (found[0].kind != "city" or found[0].population >= MIN_TOWN)


def _is_followed_like_person(scene: Scene, last: int) -> bool:
    """ ", 45," or a verb of speech, or "who"."""
    tokens = scene.tokens
    if last >= len(tokens):
        return False
    if tokens[last].text in (",", "("):
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        return following is not None and (following.pos == "NUM" or following.lower in ("who", "whose"))
    return tokens[last].lower in ("who", "whose") or tokens[last].lemma in words("acting", "speech_verbs")


def follows_role(scene: Scene, at: int) -> bool:
    """Whether a role noun or title in any case stands directly before token ``at``."""
    return at > 0 and (
        scene.tokens[at - 1].lower in role_nouns() or any(title_end(scene, i) == at for i in range(max(0, at - 4), at))
    )
