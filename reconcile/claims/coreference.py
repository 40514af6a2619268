"""What pronouns and definite nouns of one report stand for: the nearest fitting entity or noun before them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, frozen

from reconcile.claims.coreference_cues import (
    describes_person,
    dies,
    goes_on,
    is_empty,
    is_subject,
    says,
    speaks,
    takes_place,
    tells_of_person,
)
from reconcile.claims.coreference_seen import Past, Seen
from reconcile.claims.sexes import Sexes, sex_of
from reconcile.lexicon.load import words
from reconcile.measure.humans import is_human
from reconcile.model.documents import Document, Phrase, Quote, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading
from reconcile.model.spans import Span

# Who adds something may have spoken some paragraphs before.
_BACK_SPEAKER = 6
_LONGEST = 5
_NESTED = 3  # quotes within quotes


@frozen
class Referents:
    """What stands for something named or told before, by the span of its noun phrase: ids of entities, lemmas of nouns.

    ``owners`` are the entities that "its" or "his" stands for, by the span of the noun phrase that it opens.
    """

    entities: Mapping[Span, str] = {}
    nouns: Mapping[Span, str] = {}
    owners: Mapping[Span, str] = {}


def referents(reading: Reading, names: Mapping[Span, str]) -> dict[int, Referents]:
    """Entity ids or nouns for pronouns ("he", "it") and definite nouns ("the plane"), by sentence index.

    "He" looks back over its own and the two sentences before it, "it" for a subject in its own and the one before, a definite noun
    over the whole report so far.
    """
    by_sentence: dict[int, list[Mention[EntityValue]]] = {}
    for mention in reading.entities:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    sexes = Sexes.told(reading, names)
    first = _followed(reading, by_sentence, _Trail(names, Past(sexes), reading.document.quotes))
    return (
        _followed(reading, by_sentence, _Trail(names, Past(sexes.settled()), reading.document.quotes))
        if sexes.votes
        else first
    )


def _followed(
    reading: Reading, by_sentence: Mapping[int, Sequence[Mention[EntityValue]]], trail: "_Trail"
) -> dict[int, Referents]:
    found: dict[int, Referents] = {}
    quoted = reading.document.quotes
    for sentence in reading.document.sentences:
        here = sorted(by_sentence.get(sentence.index, ()), key=lambda m: m.span)
        counts = not _is_all_quoted(sentence, quoted)
        told = trail.follow(sentence, here, is_running=_is_running(reading.document, sentence), counts=counts)
        if told.entities or told.nouns or told.owners:
            found[sentence.index] = told
    return found


def _is_all_quoted(sentence: Sentence, quotes: Sequence[Quote]) -> bool:
    """Whether somebody's words go on for the whole sentence: "he" of the text around them looks past it."""
    words = [t for t in sentence.tokens if t.pos != "PUNCT"]
    return bool(words) and any(q.span.contains(words[0].span.join(words[-1].span)) for q in quotes)


def _is_running(document: Document, sentence: Sentence) -> bool:
    """Captions of a gallery and page furniture stand between two sentences of one text."""
    zone = document.zone_at(sentence.span)
    return sentence.kind != "boilerplate" and (zone is None or zone.kind != "caption")


@define
class _Trail:
    """The noun phrases of a report so far."""

    names: Mapping[Span, str]
    past: Past
    quotes: Sequence[Quote] = ()

    def follow(
        self, sentence: Sentence, here: Sequence[Mention[EntityValue]], *, is_running: bool, counts: bool
    ) -> Referents:
        """The referents of one sentence, whose own noun phrases are then seen."""
        self.past.number += is_running and counts and any(p.kind == "VG" for p in sentence.phrases)
        entities: dict[Span, str] = {}
        nouns: dict[Span, str] = {}
        owners: dict[Span, str] = {}
        for phrase in sentence.phrases:
            if phrase.kind != "NP":
                continue
            span = Span(sentence.tokens[phrase.first].span.start, sentence.tokens[phrase.last - 1].span.end)
            mentions = [m for m in here if span.contains(m.span) and not m.value.demonym]
            is_named = any(m.span.overlaps(sentence.tokens[phrase.head].span) for m in mentions)
            if is_named or (mentions and not tells_of_person(sentence, phrase)):
                meant = None
            else:
                meant = self._apposed(sentence, phrase, here) or self._target(sentence, phrase)
            if meant is not None and meant.entity is not None:
                entities[span] = meant.entity
            elif meant is not None and meant.mention is None and phrase.last - phrase.first == 1:
                nouns[span] = meant.noun
            owner = self._owner(sentence, phrase)
            if owner is not None and owner.entity is not None:
                owners[span] = owner.entity
            if is_running:
                quoted = self._is_quoted(span)
                self.past.seen += (
                    evolve(c, quoted=quoted) for c in self._candidates(sentence, phrase, mentions, meant)
                )
        return Referents(entities, nouns, owners)

    def _candidates(
        self, sentence: Sentence, phrase: Phrase, mentions: Sequence[Mention[EntityValue]], meant: Seen | None
    ) -> Iterator[Seen]:
        head, subject = sentence.tokens[phrase.head], is_subject(sentence, phrase)
        if meant is not None:
            if subject:
                told = meant.speaks or speaks(sentence, phrase)
                yield evolve(meant, sentence=self.past.number, subject=True, nouns=frozenset(), speaks=told)
            return
        named = [m for m in mentions if m.span.overlaps(head.span)]
        if named:
            nouns = frozenset(
                t.lemma.lower() for t in sentence.tokens[phrase.first : phrase.last] if t.pos in ("NOUN", "PROPN")
            )
            told = speaks(sentence, phrase)
            yield from (
                Seen(self.past.number, m, self.names.get(m.span), "", False, subject, nouns, told) for m in named
            )
        elif head.pos == "NOUN" and subject and head.lemma.lower() not in words("pronouns", "all"):
            noun = head.lemma.lower()
            yield Seen(self.past.number, None, None, noun, head.tag == "NN2", subject, speaks=speaks(sentence, phrase))

    def _apposed(self, sentence: Sentence, phrase: Phrase, here: Sequence[Mention[EntityValue]]) -> Seen | None:
        """ "The driver, 58-year-old Josef Hartl", "one of them, Tomasz Wilk": the noun stands for the name that follows it."""
        tokens = sentence.tokens
        last = _one_of_several(sentence, phrase)
        if last is None and is_human(tokens[phrase.head].lemma.lower()):
            last = phrase.last
        if last is None or last + 1 >= len(tokens) or tokens[last].text != ",":
            return None
        name = next((p for p in sentence.phrases if p.kind == "NP" and p.first == last + 1), None)
        if name is None:
            return None
        found = next((m for m in here if m.value.kind == "person" and m.span.overlaps(tokens[name.head].span)), None)
        if found is None:
            return None
        return Seen(self.past.number, found, self.names.get(found.span), "", False, is_subject(sentence, phrase))

    def _target(self, sentence: Sentence, phrase: Phrase) -> Seen | None:
        head = sentence.tokens[phrase.head]
        if head.lower in words("anaphors", "person"):
            back = _BACK_SPEAKER if goes_on(sentence, phrase) else 0 if says(sentence, phrase) else None
            spoke = self.past.speaker(back, sex_of(head.lower)) if back is not None else None
            return spoke or self.past.person(
                living=not dies(sentence, phrase), sex=sex_of(head.lower), quoted=self._is_quoted(head.span)
            )
        if head.lower in words("anaphors", "thing") and phrase.last - phrase.first == 1:
            found = None if is_empty(sentence, phrase) else self.past.thing()
            return found if found is None or found.is_event or not takes_place(sentence, phrase) else None
        if sentence.tokens[phrase.first].lower not in ("the", "this", "that"):
            return None
        if tells_of_person(sentence, phrase):
            found = self.past.named_person()
            # "Brady was gutted for the Uruguayan": whoever that is, it is not Brady
            is_other = found is not None and found.sentence == self.past.number and found.subject
            return None if is_other and not is_subject(sentence, phrase) else found
        noun = head.lemma.lower()
        for kind in ("vehicle", "organization"):
            if noun in words("anaphors", kind) and phrase.last - phrase.first <= _LONGEST:
                return self.past.described(noun, kind)
        holder = self.past.holder(noun)
        if holder is None and describes_person(sentence, phrase):
            return self._described_person(sentence, phrase)
        return holder or self.past.called(noun)

    def _described_person(self, sentence: Sentence, phrase: Phrase) -> Seen | None:
        """The last named person who was a subject without being one who only speaks, where the phrase is a subject itself."""
        found = self.past.person(living=False)
        if (
            found is None
            or found.mention is None
            or found.sentence == self.past.number
            or not is_subject(sentence, phrase)
        ):
            return None
        return found

    def _owner(self, sentence: Sentence, phrase: Phrase) -> Seen | None:
        """Whose it is: "its bid", "his stake"."""
        first = sentence.tokens[phrase.first].lower
        if first == "its":
            return self.past.thing()
        is_owned = first in ("his", "her") and phrase.last - phrase.first > 1
        return self.past.person(sex=sex_of(first)) if is_owned else None

    def _is_quoted(self, span: Span) -> bool:
        """Whether it stands in somebody's words."""
        last = bisect_right(self.quotes, span.start, key=lambda q: q.span.start)
        return any(q.span.contains(span) for q in self.quotes[max(0, last - _NESTED) : last])


def _one_of_several(sentence: Sentence, phrase: Phrase) -> int | None:
    """The end of "one of them", "one of the three men", None for any other phrase."""
    tokens = sentence.tokens
    if tokens[phrase.head].lower not in ("one", "another") or phrase.last - phrase.first > 1:
        return None
    if phrase.last >= len(tokens) or tokens[phrase.last].lower != "of":
        return None
    return next((p.last for p in sentence.phrases if p.kind == "NP" and p.first == phrase.last + 1), None)
