"""Forms: the distinct ways in which reports name things, before it is known which of them name one thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from attrs import frozen

from reconcile.lexicon import gazetteer
from reconcile.measure import names_tokens
from reconcile.measure.names_sounds import sounds
from reconcile.measure.remembered import for_all, for_one
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading

EntityMentions = tuple[Mention[EntityValue], ...]
_Said = tuple[str, int]
# which kind wins where one name is read as several; an unread name yields to any
KIND_ORDER = ("person", "organization", "place", "vehicle", "event", "work", "other")


@frozen
class Form:
    """One name as reports write it: its folded name, kind and key, its telling tokens and all mentions, in order."""

    id: str
    kind: str
    name: str
    key: str | None
    tokens: tuple[str, ...]
    mentions: EntityMentions

    @property
    def report_ids(self) -> frozenset[str]:
        """The reports that use this form."""
        return frozenset(m.report_id for m in self.mentions)


def forms(readings: Sequence[Reading]) -> tuple[Form, ...]:
    """The forms of all readings, in an order that does not depend on theirs."""
    ordered = sorted(readings, key=lambda r: r.report_id)
    mentions = [m for r in ordered for m in for_one("entities in order", r, _in_order)]
    kinds = _settled_kinds((m, s) for r in ordered for m, s in for_one("places of names", r, _with_places))
    grouped: dict[tuple[str, str, str], list[Mention[EntityValue]]] = defaultdict(list)
    for mention in mentions:
        value = mention.value
        folded = gazetteer.fold(value.name)
        kind = value.kind if value.key else kinds[folded]
        grouped[(value.key or "", "" if value.key else kind, "" if value.key else folded)].append(mention)
    found = []
    for (key, kind, _), own in sorted(grouped.items()):
        found.append(for_all("form", tuple(own), partial(_form, key or None, kind), key, kind))
    return tuple(found)


def _in_order(reading: Reading) -> EntityMentions:
    return tuple(sorted(reading.entities, key=lambda m: (m.span, m.text, m.value.kind)))


def _with_places(reading: Reading) -> tuple[tuple[Mention[EntityValue], _Said], ...]:
    """The names without a key, each with the words of its sentence and where in it it stands."""
    text, sentences = reading.document.text, reading.document.sentences
    found = [(m, sentences[m.sentence].span) for m in reading.entities if m.value.key is None]
    return tuple((m, (text[span.start : span.end], m.span.start - span.start)) for m, span in found)


def _settled_kinds(mentions: Iterable[tuple[Mention[EntityValue], _Said]]) -> Mapping[str, str]:
    """The kind of each name without a key: what most mentions say, an unread name not counted; a copied sentence counts once."""
    told: dict[str, dict[str, set[_Said]]] = defaultdict(lambda: defaultdict(set))
    for mention, said in mentions:
        told[gazetteer.fold(mention.value.name)][mention.value.kind].add(said)
    return {
        name: min(
            found,
            key=lambda kind: (
                kind == "other",
                -len(found[kind]),
                KIND_ORDER.index(kind) if kind in KIND_ORDER else 9,
            ),
        )
        for name, found in told.items()
    }


def _form(key: str | None, kind: str, mentions: Sequence[Mention[EntityValue]]) -> Form:
    name = fullest([m.value.name for m in mentions])
    chosen = kind or mentions[0].value.kind
    parts = names_tokens.person(name) if chosen == "person" else names_tokens.organization(name)
    return Form(key or f"{chosen}:{gazetteer.fold(name)}", chosen, name, key, parts.tokens, tuple(mentions))


def fullest(names: Iterable[str]) -> str:
    """The name to show: most words, then most often seen, then not in capitals, then longest, then first in the alphabet."""
    found = list(names)
    return min(set(found), key=lambda n: (-min(len(n.split()), 4), n.isupper(), -found.count(n), -len(n), n))


def sound_key(token: str) -> str:
    """The consonants of a token as it sounds: one bucket for its spellings."""
    consonants = "".join(part for part in sounds(token) if part[0] not in "aeiou")
    return consonants or token[:2]
