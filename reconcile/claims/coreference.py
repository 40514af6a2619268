"""What pronouns and definite nouns of one report stand for: the nearest fitting entity before them."""

from collections.abc import Mapping, Sequence

from reconcile.lexicon.load import table
from reconcile.model.documents import Phrase, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading
from reconcile.model.spans import Span


def referents(reading: Reading, names: Mapping[Span, str]) -> dict[int, dict[Span, str]]:
    """Entity ids of pronouns ("he") and definite nouns ("the plane"), by sentence index and span of the noun phrase.

    A pronoun looks back over its own and the two sentences before it, a definite noun over the whole report so far.
    """
    found: dict[int, dict[Span, str]] = {}
    seen: list[tuple[int, Mention[EntityValue], bool]] = []
    by_sentence: dict[int, list[Mention[EntityValue]]] = {}
    for mention in reading.entities:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for sentence in reading.document.sentences:
        here = sorted(by_sentence.get(sentence.index, ()), key=lambda m: m.span)
        for phrase in sentence.phrases:
            span = Span(sentence.tokens[phrase.first].span.start, sentence.tokens[phrase.last - 1].span.end)
            mentions = [m for m in here if span.contains(m.span) and not m.value.demonym]
            if phrase.kind != "NP":
                continue
            if mentions:
                head = sentence.tokens[phrase.head].span
                seen += [(sentence.index, m, _is_subject(sentence, phrase)) for m in mentions if m.span.overlaps(head)]
            elif (target := _target(sentence, phrase, seen, names)) is not None:
                found.setdefault(sentence.index, {})[span] = target
    return found


def _is_subject(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.first == 0 or sentence.tokens[phrase.first - 1].pos != "PREP"


def _target(
    sentence: Sentence,
    phrase: Phrase,
    seen: Sequence[tuple[int, Mention[EntityValue], bool]],
    names: Mapping[Span, str],
) -> str | None:
    head = sentence.tokens[phrase.head]
    entry = table("anaphors")
    if head.lower in _words(entry["person"]["words"]):
        near = [(m, subject) for at, m, subject in seen if m.value.kind == "person" and sentence.index - at <= 2]
        chosen = next((m for m, subject in reversed(near) if subject), near[-1][0] if near else None)
        return names.get(chosen.span) if chosen is not None else None
    if sentence.tokens[phrase.first].lower not in ("the", "this", "that"):
        return None
    for kind in ("vehicle", "organization"):
        if head.lemma.lower() in _words(entry[kind]["words"]) and phrase.last - phrase.first <= 3:
            return next((names.get(m.span) for _, m, _ in reversed(seen) if m.value.kind == kind), None)
    return next((names.get(m.span) for _, m, _ in reversed(seen) if _has_role(m.value, head.lemma.lower())), None)


def _words(value: object) -> Sequence[str]:
    return value if isinstance(value, list) else []


def _has_role(value: EntityValue, noun: str) -> bool:
    return value.kind == "person" and value.role is not None and noun in value.role.lower().split()[-3:]
