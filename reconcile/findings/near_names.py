"""Names that are one slip away from a name that stands elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen

from reconcile.findings.suspects import Suspect
from reconcile.lexicon.spelling import is_listed
from reconcile.measure.names_tokens import latin
from reconcile.measure.remembered import for_one
from reconcile.model.documents import Token
from reconcile.model.marks import Mark
from reconcile.model.readings import Reading
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span

_MIN_CHARS = 5
_LONG_CHARS = 7
_MAX_USES = 2
_BESIDE = re.compile(r"\s*+(?:,|/|-|&)?\s*+(?:(?:and|or|not|nor|versus|vs\.?|to)\s+)?(?:[\w.]+\s+)?")
_INFLECTIONS = ("s", "n", "i", "e", "y", "a", "o", "t", "d")


@frozen
class Use:
    """One place of a name's word: the words in capitals before and after it tell persons of like names apart."""

    report_id: str
    sentence: int
    span: Span
    before: str
    after: str


@frozen
class _Names:
    uses: Mapping[str, list[Use]] = field(factory=lambda: defaultdict(list))
    by_deletion: Mapping[str, set[str]] = field(factory=lambda: defaultdict(set))


def misspelt_names(readings: Sequence[Reading]) -> Iterator[Suspect]:
    """Names used once or twice that no dictionary holds, with a near twin that is used more, in this report or the others."""
    names = _collect(readings)
    texts = {reading.report_id: reading.document.text for reading in readings}
    for word in sorted(names.uses):
        if len(names.uses[word]) > _MAX_USES or is_listed(word.lower()):
            continue
        near = {twin for form in _deletions(word) for twin in names.by_deletion[form]} - {word}
        twins = [t for t in sorted(near) if _is_slip(word, t) and _stands_above(names, t, word)]
        for use in names.uses[word]:
            suspect = _judge(use, word, twins, names, texts)
            if suspect is not None:
                yield suspect


def _stands_above(names: _Names, twin: str, word: str) -> bool:
    """Used more often, or as often where the twin is a long listed word or has the same name before it."""
    more = len(names.uses[twin]) - len(names.uses[word])
    if more > 0:
        return True
    beside = {u.before for u in names.uses[word]} & {u.before for u in names.uses[twin]} - {""}
    return more == 0 and (bool(beside) or (len(twin) >= _LONG_CHARS and is_listed(twin.lower())))


def _collect(readings: Sequence[Reading]) -> _Names:
    names = _Names()
    for reading in readings:
        for word, use in for_one("uses of names", reading, _uses):
            names.uses[word].append(use)
    for word in names.uses:
        for form in _deletions(word):
            names.by_deletion[form].add(word)
    return names


def _uses(reading: Reading) -> list[tuple[str, Use]]:
    return [
        (token.text, _use(reading, sentence.index, sentence.tokens, at))
        for sentence in reading.document.sentences
        if sentence.kind != "boilerplate"
        for at, token in enumerate(sentence.tokens)
        if _is_name_word(token)
    ]


def _is_name_word(token: Token) -> bool:
    text = token.text
    return len(text) >= _MIN_CHARS and text.isalpha() and text[0].isupper() and not text.isupper()


def _use(reading: Reading, sentence: int, tokens: Sequence[Token], at: int) -> Use:
    before = tokens[at - 1].text if at and tokens[at - 1].text[0].isupper() else ""
    after = tokens[at + 1].text if at + 1 < len(tokens) and tokens[at + 1].text[0].isupper() else ""
    return Use(reading.report_id, sentence, tokens[at].span, before, after)


@lru_cache(maxsize=16_384)
def _deletions(word: str) -> tuple[str, ...]:
    return (word, *(word[:at] + word[at + 1 :] for at in range(len(word))))


def _is_slip(word: str, twin: str) -> bool:
    """One letter lost, added or changed, or two swapped; not an inflection ("Korean", "Koreas"), nor an accent left out."""
    if latin(word) == latin(twin):
        return False
    if len(word) == len(twin):
        differing = [at for at in range(len(word)) if word[at] != twin[at]]
        if len(differing) == 1:
            at = differing[0]
            return not (at == len(word) - 1 and word[at] in _INFLECTIONS and twin[at] in _INFLECTIONS)
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and word[differing[0]] == twin[differing[1]]
            and word[differing[1]] == twin[differing[0]]
        )
    if abs(len(word) - len(twin)) != 1:
        return False
    short, long = sorted((word, twin), key=len)
    if long.startswith(short):
        return long[-1] not in _INFLECTIONS
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _judge(use: Use, word: str, twins: Sequence[str], names: _Names, texts: Mapping[str, str]) -> Suspect | None:
    for twin in twins:
        same = [u for u in names.uses[twin] if u.report_id == use.report_id]
        other = [u for u in names.uses[twin] if u.report_id != use.report_id]
        if any(_beside(texts[use.report_id], use, u) for u in same) or not _same_bearer(use, names.uses[twin]):
            continue
        if word[0] != twin[0] and not (use.before and any(u.before == use.before for u in (*same, *other))):
            continue
        if same or len({u.report_id for u in other}) > 1:
            return _suspect(use, word, twin, (*same, *other), is_open=_is_open(names, word, twin))
    return None


def _suspect(use: Use, word: str, twin: str, places: Sequence[Use], *, is_open: bool) -> Suspect | None:
    """Of two spellings that stand alike the later is told, and none is preferred."""
    first = min(places, key=lambda u: (u.report_id, u.span))
    if is_open and (use.report_id, use.span) < (first.report_id, first.span):
        return None
    in_report = any(u.report_id == use.report_id for u in places)
    confidence = 0.6 if is_open or not in_report else 0.8
    params = (("twin", twin), ("word", word))
    mark = Mark("misspelt_name", use.span, word, "garble.misspelt-name", None if is_open else twin, confidence, params)
    support = tuple((u.report_id, u.span) for u in places)
    return Suspect(use.report_id, mark, support, (Reason.of("garble.near-twin", uses=len(support), twin=twin),))


def _is_open(names: _Names, word: str, twin: str) -> bool:
    return len(names.uses[twin]) == len(names.uses[word]) and not is_listed(twin.lower())


def _beside(text: str, use: Use, other: Use) -> bool:
    """ "Hansen and Hanson": the writer who sets both side by side means both."""
    first, second = sorted((use.span, other.span))
    return bool(_BESIDE.fullmatch(text, first.end, max(first.end, second.start)))


def _same_bearer(use: Use, others: Sequence[Use]) -> bool:
    """Whether nothing tells the bearers apart: "Peter Hansen" and "Anna Hanson" are two people, Skyliner Lodge is not on Skyline Road."""
    if use.after and not use.before and others and all(u.after not in ("", use.after) for u in others):
        return False
    if not use.before or all(not u.before for u in others):
        return True
    return any(u.before in ("", use.before) for u in others)
