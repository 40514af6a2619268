"""Whether a person is spoken of as he or as she: by titles, by nouns beside the name, by pronouns that can mean nobody else."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from attrs import define, field

from reconcile.lexicon.load import words
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading
from reconcile.model.spans import Span

_SEXES = {"male": "masculine", "female": "feminine"}  # each with its forms of address
_LEAST = 2


def sex_of(pronoun: str) -> str | None:
    """Of "he", "his", "her"; None for any other word."""
    return next((sex for sex in _SEXES if pronoun in words("anaphors", f"{sex}_pronouns")), None)


@define
class Sexes:
    """What a report tells of each person by the id of the entity; ``votes`` are for what its pronouns make likely."""

    known: Mapping[str, str] = {}
    votes: dict[str, Counter[str]] = field(factory=lambda: defaultdict(Counter))

    @classmethod
    def told(cls, reading: Reading, names: Mapping[Span, str]) -> "Sexes":
        """By titles and by nouns for what somebody is: "Ms. Lund", "spokesman Jan Holm"."""
        found: dict[str, set[str]] = defaultdict(set)
        for mention in reading.entities:
            name = names.get(mention.span)
            if name is not None and mention.value.kind == "person":
                found[name] |= _told_by(reading, mention)
        return cls({name: next(iter(sexes)) for name, sexes in found.items() if len(sexes) == 1})

    def of(self, entity: str | None, noun: str) -> str | None:
        """What is known of an entity, or what the noun for somebody without a name says."""
        if entity is not None:
            return self.known.get(entity)
        return next((sex for sex in _SEXES if noun in words("anaphors", sex)), None)

    def vote(self, entity: str, sex: str, weight: int) -> None:
        """A pronoun makes it likely."""
        self.votes[entity][sex] += weight

    def settled(self) -> "Sexes":
        """With what all pronouns say alike of those of whom nothing was told."""
        likely = {e: next(iter(v)) for e, v in self.votes.items() if len(v) == 1 and v.total() >= _LEAST}
        return Sexes({**likely, **self.known})


def _told_by(reading: Reading, mention: Mention[EntityValue]) -> set[str]:
    sentence = reading.document.sentences[mention.sentence]
    before = [t.lower.rstrip(".") for t in sentence.tokens if t.span.end <= mention.span.start][-1:]
    said = {*before, mention.text.lower().split()[0].rstrip("."), *(mention.value.role or "").lower().split()[-1:]}
    return {sex for sex, address in _SEXES.items() if said & (words("titles", address) | words("anaphors", sex))}
