"""Persons, organizations, places and the like: as mentioned, and as one across reports."""

from attrs import frozen

from reconcile.model.mentions import Mention
from reconcile.model.pickled import by_fields
from reconcile.model.spans import Span


@by_fields
@frozen
class EntityValue:
    """What a mention names.

    ``kind`` is person, organization, place, vehicle, work, event or other. ``name`` is the name without titles and roles
    ("Sergei Shoigu"); ``key`` identifies members of closed classes ("country:RU", "city:1871859") and is None elsewhere.
    ``role`` is the role or title phrase attached ("Russian Defense Minister") and ``role_span`` its place in the clean text.
    ``demonym`` tells that an adjective stands for the place ("Russian" for Russia). A capital or house that stands for a
    government ("Moscow denied") has kind organization and the key "government:RU". ``aliases`` are forms that the text itself
    introduces for it: an acronym in brackets, a nickname in quotes.
    """

    kind: str
    name: str
    key: str | None = None
    role: str | None = None
    role_span: Span | None = None
    demonym: bool = False
    aliases: tuple[str, ...] = ()


@frozen
class EntityMention:
    """An entity as :func:`reconcile.find_entities` gives it; offsets into the text as passed in."""

    start: int
    end: int
    text: str
    kind: str
    name: str
    key: str | None = None
    role: str | None = None


@frozen
class Entity:
    """One thing named in one or several reports.

    ``id`` is stable for the same reports in any order. ``name`` is the fullest name, ``aliases`` all forms seen (sorted),
    ``roles`` all role phrases seen (sorted), ``mentions`` every place that names it.
    """

    id: str
    kind: str
    name: str
    key: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Mention[EntityValue], ...]

    def __repr__(self) -> str:
        also = f", also {', '.join(a for a in self.aliases if a != self.name)}" if len(self.aliases) > 1 else ""
        return f"<Entity {self.id} {self.kind} {self.name!r}{also}, {len(self.mentions)} mentions>"
