"""Which mentions, within and across reports, name one thing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reconcile.align.entities_forms import Form, forms, fullest
from reconcile.align.entities_links import Links, link_organizations, link_persons, link_things
from reconcile.align.entities_surnames import assign_short_forms
from reconcile.config import Config
from reconcile.lexicon import gazetteer
from reconcile.measure.remembered import for_all
from reconcile.model.entities import Entity, EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading


def align(readings: Sequence[Reading], config: Config) -> tuple[Entity, ...]:
    """The entities of all readings, sorted by id; every mention belongs to exactly one.

    The result does not depend on the order of the readings. Names are compared only where they share a rare token or sound;
    a surname alone goes to the person of that surname in its own report, before those of other reports; a name that would fit
    two persons stays by itself.
    """
    found = forms(readings)
    links = Links(f.id for f in found)
    link_persons([f for f in found if f.kind == "person"], links, config.name_threshold)
    link_organizations([f for f in found if f.kind == "organization"], links, config.name_threshold)
    link_things([f for f in found if f.kind not in ("person", "organization")], links, config.name_threshold)
    clusters: dict[str, list[Form]] = defaultdict(list)
    for form in found:
        clusters[links.root(form.id)].append(form)
    assigned = assign_short_forms(clusters)
    return tuple(sorted(_entities(assigned), key=lambda e: e.id))


def _entities(clusters: Iterable[tuple[Sequence[Form], Sequence[Mention[EntityValue]]]]) -> Iterable[Entity]:
    taken: Counter[str] = Counter()
    drafts = sorted((_once(members, mentions) for members, mentions in clusters), key=lambda e: (e.id, e.mentions))
    for draft in drafts:
        taken[draft.id] += 1
        yield draft if taken[draft.id] == 1 else _renamed(draft, f"{draft.id}#{taken[draft.id]}")


def _once(members: Sequence[Form], mentions: Sequence[Mention[EntityValue]]) -> Entity:
    """The entity of some forms and mentions, made once while these are the same."""
    return for_all("entity", (*members, *mentions), lambda _: _entity(members, mentions), len(members))


def _entity(members: Sequence[Form], mentions: Sequence[Mention[EntityValue]]) -> Entity:
    key = next((f.key for f in sorted(members, key=lambda f: (f.key is None, f.id)) if f.key), None)
    kind = next((f.kind for f in members if f.key == key), members[0].kind)
    name = _name(key, members)
    seen = sorted({m.text for m in mentions} | {a for m in mentions for a in m.value.aliases})
    roles = sorted({m.value.role for m in mentions if m.value.role})
    ordered = tuple(sorted(mentions, key=lambda m: (m.report_id, m.span)))
    return Entity(key or f"{kind}:{gazetteer.fold(name)}", kind, name, key, tuple(seen), tuple(roles), ordered)


def _name(key: str | None, members: Sequence[Form]) -> str:
    """The gazetteer's name for a country or its government, else the fullest form."""
    if key and key.startswith("government:"):
        country = gazetteer.countries().get(key.removeprefix("government:"))
        return f"{country.name} (government)" if country else members[0].name
    if key and key.startswith("country:"):
        country = gazetteer.countries().get(key.removeprefix("country:"))
        return country.name if country else members[0].name
    return fullest(m.value.name for f in members for m in f.mentions)


def _renamed(entity: Entity, new_id: str) -> Entity:
    return Entity(new_id, entity.kind, entity.name, entity.key, entity.aliases, entity.roles, entity.mentions)
