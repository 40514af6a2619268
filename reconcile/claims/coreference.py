"""What pronouns and definite nouns of one report stand for: the nearest fitting entity or noun before them."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from reconcile.lexicon.load import words
from reconcile.model.documents import Phrase, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading
from reconcile.model.spans import Span

_BACK_PERSON, _BACK_THING = 2, 1
_THINGS = frozenset({"organization", "vehicle", "work", "event"})


@frozen
class Referents:
    """What stands for something named or told before, by the span of its noun phrase: ids of entities, lemmas of nouns.

    ``owners`` are the entities that "its" or "his" stands for, by the span of the noun phrase that it opens.
    """

    entities: Mapping[Span, str] = {}
    nouns: Mapping[Span, str] = {}
    owners: Mapping[Span, str] = {}


@frozen
class _Seen:
    """A noun phrase that a later pronoun may stand for: its entity mention, or its head where it names nothing."""

    sentence: int
    mention: Mention[EntityValue] | None
    noun: str
    plural: bool
    subject: bool

    @property
    def is_person(self) -> bool:
        """Whether it names a person or a noun for one heads it."""
        return self.mention.value.kind == "person" if self.mention is not None else self.noun in _human()

    @property
    def is_thing(self) -> bool:
        """Whether "it" can stand for it."""
        if self.mention is not None:
            return self.mention.value.kind in _THINGS
        return not self.plural and self.noun not in _human()


def referents(reading: Reading, names: Mapping[Span, str]) -> dict[int, Referents]:
    """Entity ids or nouns for pronouns ("he", "it") and definite nouns ("the plane"), by sentence index.

    "He" looks back over its own and the two sentences before it, "it" for a subject in its own and the one before, a definite noun
    over the whole report so far.
    """
    found: dict[int, Referents] = {}
    seen: list[_Seen] = []
    by_sentence: dict[int, list[Mention[EntityValue]]] = {}
    for mention in reading.entities:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for sentence in reading.document.sentences:
        here = sorted(by_sentence.get(sentence.index, ()), key=lambda m: m.span)
        entities: dict[Span, str] = {}
        nouns: dict[Span, str] = {}
        owners: dict[Span, str] = {}
        for phrase in sentence.phrases:
            if phrase.kind != "NP":
                continue
            span = Span(sentence.tokens[phrase.first].span.start, sentence.tokens[phrase.last - 1].span.end)
            mentions = [m for m in here if span.contains(m.span) and not m.value.demonym]
            meant = None if mentions else _apposed(sentence, phrase, here) or _target(sentence, phrase, seen)
            if meant is not None and meant.mention is not None and meant.mention.span in names:
                entities[span] = names[meant.mention.span]
            elif meant is not None and meant.mention is None and phrase.last - phrase.first == 1:
                nouns[span] = meant.noun
            owner = _owner(sentence, phrase, seen)
            if owner is not None and owner.mention is not None and owner.mention.span in names:
                owners[span] = names[owner.mention.span]
            seen += _candidates(sentence, phrase, mentions, meant)
        if entities or nouns or owners:
            found[sentence.index] = Referents(entities, nouns, owners)
    return found


def _candidates(
    sentence: Sentence, phrase: Phrase, mentions: Sequence[Mention[EntityValue]], meant: _Seen | None
) -> Iterator[_Seen]:
    head, subject = sentence.tokens[phrase.head], _is_subject(sentence, phrase)
    if meant is not None:
        if subject and meant.mention is None:
            yield _Seen(sentence.index, None, meant.noun, meant.plural, subject)
        return
    named = [m for m in mentions if m.span.overlaps(head.span)]
    if named:
        yield from (_Seen(sentence.index, m, "", False, subject) for m in named)
    elif head.pos == "NOUN" and subject and head.lemma.lower() not in words("pronouns", "all"):
        yield _Seen(sentence.index, None, head.lemma.lower(), head.tag == "NN2", subject)


def _is_subject(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.first == 0 or sentence.tokens[phrase.first - 1].pos != "PREP"


def _apposed(sentence: Sentence, phrase: Phrase, here: Sequence[Mention[EntityValue]]) -> _Seen | None:
    """ "The driver, 58-year-old Josef Hartl": the noun stands for the name that follows it."""
    tokens = sentence.tokens
    noun = tokens[phrase.head].lemma.lower()
    if phrase.last + 1 >= len(tokens) or tokens[phrase.last].text != "," or noun not in _human():
        return None
    name = next((p for p in sentence.phrases if p.kind == "NP" and p.first == phrase.last + 1), None)
    if name is None:
        return None
    found = next((m for m in here if m.value.kind == "person" and m.span.overlaps(tokens[name.head].span)), None)
    return None if found is None else _Seen(sentence.index, found, "", False, _is_subject(sentence, phrase))


def _target(sentence: Sentence, phrase: Phrase, seen: Sequence[_Seen]) -> _Seen | None:
    head = sentence.tokens[phrase.head]
    if head.lower in words("anaphors", "person"):
        return _person(sentence.index, seen)
    if head.lower in words("anaphors", "thing") and phrase.last - phrase.first == 1:
        return None if _is_empty(sentence, phrase) else _thing(sentence.index, seen)
    if sentence.tokens[phrase.first].lower not in ("the", "this", "that"):
        return None
    noun = head.lemma.lower()
    for kind in ("vehicle", "organization"):
        if noun in words("anaphors", kind) and phrase.last - phrase.first <= 3:
            return next((s for s in reversed(seen) if s.mention is not None and s.mention.value.kind == kind), None)
    return next((s for s in reversed(seen) if s.mention is not None and _has_role(s.mention.value, noun)), None)


def _owner(sentence: Sentence, phrase: Phrase, seen: Sequence[_Seen]) -> _Seen | None:
    """Whose it is: "its bid", "his stake"."""
    first = sentence.tokens[phrase.first].lower
    if first == "its":
        return _thing(sentence.index, seen)
    return _person(sentence.index, seen) if first in ("his", "her") and phrase.last - phrase.first > 1 else None


def _person(sentence: int, seen: Sequence[_Seen]) -> _Seen | None:
    """The last person who was a subject, else the last one named."""
    near = [s for s in seen if s.is_person and not s.plural and sentence - s.sentence <= _BACK_PERSON]
    named = [s for s in near if s.mention is not None]
    subjects = [s for s in near if s.subject]
    if subjects and (subjects[-1].mention is not None or not named or named[-1].sentence < subjects[-1].sentence):
        return subjects[-1]
    return next((s for s in reversed(named) if s.subject), named[-1] if named else None)


def _thing(sentence: int, seen: Sequence[_Seen]) -> _Seen | None:
    """The first subject of its own sentence or of the one before, where that is a thing."""
    for back in range(_BACK_THING + 1):
        subjects = [s for s in seen if s.sentence == sentence - back and s.subject and not s.is_person]
        if subjects:
            return subjects[0] if subjects[0].is_thing else None
    return None


def _is_empty(sentence: Sentence, phrase: Phrase) -> bool:
    """ "It is unclear whether", "it took hours to": the pronoun stands for a clause."""
    following = sentence.tokens[phrase.last : phrase.last + 7]
    linking = next((t for t in following if t.pos in ("VERB", "AUX")), None)
    if linking is None:
        return False
    clause = any(
        t.lower in ("that", "whether", "if", "who", "when", "where", "how", "why") or t.pos == "TO" for t in following
    )
    return clause and any(t.lemma in words("anaphors", "impersonal") for t in following)


def _human() -> frozenset[str]:
    return words("anaphors", "human") | words("roles", "office") | words("roles", "business")


def _has_role(value: EntityValue, noun: str) -> bool:
    return value.kind == "person" and value.role is not None and noun in value.role.lower().split()[-3:]
