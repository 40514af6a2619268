"""The noun phrases of a report that a later pronoun or definite noun may stand for, and which of them it does."""

from collections.abc import Sequence

from attrs import define, field, frozen

from reconcile.claims.sexes import Sexes
from reconcile.lexicon.load import words
from reconcile.measure.events import deed_classes
from reconcile.measure.humans import is_human
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention

_BACK_PERSON, _BACK_THING = 2, 1
_THINGS = frozenset({"organization", "vehicle", "work", "event"})


@frozen
class Seen:
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


@define
class Past:
    """The noun phrases so far; ``number`` counts the sentences of the running text."""

    sexes: Sexes
    seen: list[Seen] = field(factory=list)
    number: int = -1

    def person(self, *, living: bool = True, sex: str | None = None, quoted: bool = True) -> Seen | None:
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

    def speaker(self, back: int, sex: str | None) -> Seen | None:
        """The last named person who has spoken, unless that one is known to be of the other sex."""
        spoke = (s for s in reversed(self._near(back)) if s.speaks and s.subject and s.mention is not None)
        last = next((s for s in spoke if s.is_person), None)
        return last if last is not None and self.sexes.of(last.entity, last.noun) in (None, sex) else None

    def _learn(self, near: Sequence[Seen], sex: str) -> None:
        """Who alone can be meant by a pronoun is of its sex; who alone is named in its sentence most likely."""
        if any(s.mention is None for s in near):
            return
        for weight, named in ((2, near), (1, [s for s in near if s.sentence == self.number])):
            if len({s.entity for s in named}) == 1 and named[0].entity is not None:
                self.sexes.vote(named[0].entity, sex, weight)

    def named_person(self) -> Seen | None:
        """The person of :meth:`person`, where that one is named."""
        found = self.person()
        return found if found is not None and found.mention is not None else None

    def thing(self) -> Seen | None:
        """The first subject of its own sentence or of the one before, where that is a thing."""
        for back in range(_BACK_THING + 1):
            subjects = [
                s for s in self._near(back) if s.sentence == self.number - back and s.subject and not s.is_person
            ]
            if subjects:
                return subjects[0] if subjects[0].is_thing else None
        return None

    def called(self, noun: str) -> Seen | None:
        """ "Comet Wirtanen" of "the comet": the nearest thing whose name came with that noun."""
        return next(
            (
                s
                for s in reversed(self.seen)
                if s.mention is not None and s.entity and not s.is_person and noun in s.nouns
            ),
            None,
        )

    def described(self, noun: str, kind: str) -> Seen | None:
        """The nearest one that was called by that noun, else the nearest that was called by no other noun of its kind."""
        fitting = [s for s in reversed(self.seen) if s.mention is not None and s.kind == kind]
        called: dict[str | None, set[str]] = {}
        for one in fitting:
            called.setdefault(one.entity, set()).update(one.nouns & words("anaphors", kind))
        named = next((s for s in fitting if noun in called[s.entity]), None)
        return named or next((s for s in fitting if not called[s.entity]), None)

    def _near(self, back: int) -> list[Seen]:
        """What was seen in this sentence and at most ``back`` before it, in order."""
        near: list[Seen] = []
        for one in reversed(self.seen):
            if self.number - one.sentence > back:
                break
            near.append(one)
        return near[::-1]

    def holder(self, noun: str) -> Seen | None:
        """The nearest person whose post was told with that noun."""
        return next(
            (s for s in reversed(self.seen) if s.mention is not None and _has_role(s.mention.value, noun)), None
        )


def _has_role(value: EntityValue, noun: str) -> bool:
    return value.kind == "person" and value.role is not None and noun in value.role.lower().split()[-3:]
