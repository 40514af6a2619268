"""What pronouns and definite nouns of one report stand for: the nearest fitting entity or noun before them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

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
from reconcile.claims.sexes import Sexes, sex_of
from reconcile.lexicon.load import words
from reconcile.measure.events import deed_classes
from reconcile.measure.humans import is_human
from reconcile.model.documents import Document, Phrase, Quote, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading
from reconcile.model.spans import Span

_BACK_PERSON, _BACK_THING = 2, 1
# Who adds something may have spoken some paragraphs before.
_BACK_SPEAKER = 6
_LONGEST = 5
_NESTED = 3  # quotes within quotes
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
    """A noun phrase that a later pronoun may stand for: its entity mention, or its head where it names nothing.

    ``sentence`` counts the sentences of the running text; ``nouns`` are the common nouns of the phrase; ``quoted`` is what stands in
    somebody's words.
    """

    sentence: int
    mention: Mention[EntityValue] | None
    entity: str | None
    noun: str
    plural: bool
    subject: bool
    nouns: frozenset[str] = frozenset()
    speaks: bool = False
    quoted: bool = False

    @property
    def kind(self) -> str:
        """What it names: by all that the reports say of it, a person by its form."""
        own = self.mention.value.kind if self.mention is not None else ""
        return self.entity.partition(":")[0] if self.entity is not None and own != "person" else own

    @property
    def is_person(self) -> bool:
        """Whether it names a person or a noun for one heads it."""
        return self.kind == "person" if self.mention is not None else is_human(self.noun)

    @property
    def is_event(self) -> bool:
        """Whether it names an event: the crash, the Battle of Alma."""
        return self.kind == "event" if self.mention is not None else bool(deed_classes(self.noun))

    @property
    def is_thing(self) -> bool:
        """Whether "it" can stand for it."""
        return self.kind in _THINGS if self.mention is not None else not self.plural and not is_human(self.noun)


def referents(reading: Reading, names: Mapping[Span, str]) -> dict[int, Referents]:
    """Entity ids or nouns for pronouns ("he", "it") and definite nouns ("the plane"), by sentence index.

    "He" looks back over its own and the two sentences before it, "it" for a subject in its own and the one before, a definite noun
    over the whole report so far.
    """
    by_sentence: dict[int, list[Mention[EntityValue]]] = {}
    for mention in reading.entities:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    sexes = Sexes.told(reading, names)
    first = _followed(reading, by_sentence, _Trail(names, sexes, reading.document.quotes))
    return (
        _followed(reading, by_sentence, _Trail(names, sexes.settled(), reading.document.quotes))
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
    sexes: Sexes
    quotes: Sequence[Quote] = ()
    seen: list[_Seen] = field(factory=list)
    number: int = -1

    def follow(
        self, sentence: Sentence, here: Sequence[Mention[EntityValue]], *, is_running: bool, counts: bool
    ) -> Referents:
        """The referents of one sentence, whose own noun phrases are then seen."""
        self.number += is_running and counts and any(p.kind == "VG" for p in sentence.phrases)
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
                self.seen += (evolve(c, quoted=quoted) for c in self._candidates(sentence, phrase, mentions, meant))
        return Referents(entities, nouns, owners)

    def _candidates(
        self, sentence: Sentence, phrase: Phrase, mentions: Sequence[Mention[EntityValue]], meant: _Seen | None
    ) -> Iterator[_Seen]:
        head, subject = sentence.tokens[phrase.head], is_subject(sentence, phrase)
        if meant is not None:
            if subject:
                told = meant.speaks or speaks(sentence, phrase)
                yield evolve(meant, sentence=self.number, subject=True, nouns=frozenset(), speaks=told)
            return
        named = [m for m in mentions if m.span.overlaps(head.span)]
        if named:
            nouns = frozenset(
                t.lemma.lower() for t in sentence.tokens[phrase.first : phrase.last] if t.pos in ("NOUN", "PROPN")
            )
            told = speaks(sentence, phrase)
            yield from (_Seen(self.number, m, self.names.get(m.span), "", False, subject, nouns, told) for m in named)
        elif head.pos == "NOUN" and subject and head.lemma.lower() not in words("pronouns", "all"):
            noun = head.lemma.lower()
            yield _Seen(self.number, None, None, noun, head.tag == "NN2", subject, speaks=speaks(sentence, phrase))

    def _apposed(self, sentence: Sentence, phrase: Phrase, here: Sequence[Mention[EntityValue]]) -> _Seen | None:
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
        return _Seen(self.number, found, self.names.get(found.span), "", False, is_subject(sentence, phrase))

    def _target(self, sentence: Sentence, phrase: Phrase) -> _Seen | None:
        head = sentence.tokens[phrase.head]
        if head.lower in words("anaphors", "person"):
            back = _BACK_SPEAKER if goes_on(sentence, phrase) else 0 if says(sentence, phrase) else None
            spoke = self._speaker(back, sex_of(head.lower)) if back is not None else None
            return spoke or self._person(
                living=not dies(sentence, phrase), sex=sex_of(head.lower), quoted=self._is_quoted(head.span)
            )
        if head.lower in words("anaphors", "thing") and phrase.last - phrase.first == 1:
            found = None if is_empty(sentence, phrase) else self._thing()
            return found if found is None or found.is_event or not takes_place(sentence, phrase) else None
        if sentence.tokens[phrase.first].lower not in ("the", "this", "that"):
            return None
        if tells_of_person(sentence, phrase):
            found = self._named_person()
            # "Brady was gutted for the Uruguayan": whoever that is, it is not Brady
            is_other = found is not None and found.sentence == self.number and found.subject
            return None if is_other and not is_subject(sentence, phrase) else found
        noun = head.lemma.lower()
        for kind in ("vehicle", "organization"):
            if noun in words("anaphors", kind) and phrase.last - phrase.first <= _LONGEST:
                return self._described(noun, kind)
        holder = next(
            (s for s in reversed(self.seen) if s.mention is not None and _has_role(s.mention.value, noun)), None
        )
        if holder is None and describes_person(sentence, phrase):
            return self._described_person(sentence, phrase)
        return holder or self._called(noun)

    def _described_person(self, sentence: Sentence, phrase: Phrase) -> _Seen | None:
        """The last named person who was a subject without being one who only speaks, where the phrase is a subject itself."""
        found = self._person(living=False)
        if found is None or found.mention is None or found.sentence == self.number or not is_subject(sentence, phrase):
            return None
        return found

    def _called(self, noun: str) -> _Seen | None:
        """ "Comet Wirtanen" of "the comet": the nearest thing whose name came with that noun."""
        return next(
            (
                s
                for s in reversed(self.seen)
                if s.mention is not None and s.entity and not s.is_person and noun in s.nouns
            ),
            None,
        )

    def _described(self, noun: str, kind: str) -> _Seen | None:
        """The nearest one that was called by that noun, else the nearest that was called by no other noun of its kind."""
        fitting = [s for s in reversed(self.seen) if s.mention is not None and s.kind == kind]
        called: dict[str | None, set[str]] = {}
        for one in fitting:
            called.setdefault(one.entity, set()).update(one.nouns & words("anaphors", kind))
        named = next((s for s in fitting if noun in called[s.entity]), None)
        return named or next((s for s in fitting if not called[s.entity]), None)

    def _owner(self, sentence: Sentence, phrase: Phrase) -> _Seen | None:
        """Whose it is: "its bid", "his stake"."""
        first = sentence.tokens[phrase.first].lower
        if first == "its":
            return self._thing()
        is_owned = first in ("his", "her") and phrase.last - phrase.first > 1
        return self._person(sex=sex_of(first)) if is_owned else None

    def _is_quoted(self, span: Span) -> bool:
        """Whether it stands in somebody's words."""
        last = bisect_right(self.quotes, span.start, key=lambda q: q.span.start)
        return any(q.span.contains(span) for q in self.quotes[max(0, last - _NESTED) : last])

    def _person(self, *, living: bool = True, sex: str | None = None, quoted: bool = True) -> _Seen | None:
        """The last person who was a subject, else the last one named; nobody who has spoken where somebody no longer living is meant.

        Nor anybody of whom it is known that he is not a ``sex`` that a pronoun tells; nor of the words that somebody quotes in its own
        sentence, where the pronoun is not ``quoted`` itself.
        """
        near = [s for s in self._near(_BACK_PERSON) if s.is_person and not s.plural and (living or not s.speaks)]
        near = [s for s in near if quoted or not s.quoted or s.sentence < self.number]
        if sex is not None:
            near = [s for s in near if self.sexes.of(s.entity, s.noun) in (None, sex)]
            self._learn(near, sex)
        named = [s for s in near if s.mention is not None]
        subjects = [s for s in near if s.subject]
        if subjects and (subjects[-1].mention is not None or not named or named[-1].sentence < subjects[-1].sentence):
            return subjects[-1]
        return next((s for s in reversed(named) if s.subject), named[-1] if named else None)

    def _speaker(self, back: int, sex: str | None) -> _Seen | None:
        """The last named person who has spoken, unless that one is known to be of the other sex."""
        spoke = (s for s in reversed(self._near(back)) if s.speaks and s.subject and s.mention is not None)
        last = next((s for s in spoke if s.is_person), None)
        return last if last is not None and self.sexes.of(last.entity, last.noun) in (None, sex) else None

    def _learn(self, near: Sequence[_Seen], sex: str) -> None:
        """Who alone can be meant by a pronoun is of its sex; who alone is named in its sentence most likely."""
        if any(s.mention is None for s in near):
            return
        for weight, named in ((2, near), (1, [s for s in near if s.sentence == self.number])):
            if len({s.entity for s in named}) == 1 and named[0].entity is not None:
                self.sexes.vote(named[0].entity, sex, weight)

    def _named_person(self) -> _Seen | None:
        """The person of :meth:`_person`, where that one is named."""
        found = self._person()
        return found if found is not None and found.mention is not None else None

    def _thing(self) -> _Seen | None:
        """The first subject of its own sentence or of the one before, where that is a thing."""
        for back in range(_BACK_THING + 1):
            subjects = [
                s for s in self._near(back) if s.sentence == self.number - back and s.subject and not s.is_person
            ]
            if subjects:
                return subjects[0] if subjects[0].is_thing else None
        return None

    def _near(self, back: int) -> list[_Seen]:
        """What was seen in this sentence and at most ``back`` before it, in order."""
        near: list[_Seen] = []
        for one in reversed(self.seen):
            if self.number - one.sentence > back:
                break
            near.append(one)
        return near[::-1]


def _one_of_several(sentence: Sentence, phrase: Phrase) -> int | None:
    """The end of "one of them", "one of the three men", None for any other phrase."""
    tokens = sentence.tokens
    if tokens[phrase.head].lower not in ("one", "another") or phrase.last - phrase.first > 1:
        return None
    if phrase.last >= len(tokens) or tokens[phrase.last].lower != "of":
        return None
    return next((p.last for p in sentence.phrases if p.kind == "NP" and p.first == phrase.last + 1), None)


def _has_role(value: EntityValue, noun: str) -> bool:
    return value.kind == "person" and value.role is not None and noun in value.role.lower().split()[-3:]
