"""Short forms of persons: a surname, a given name or initials alone go to the person that the report has named in full."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.align.entities_forms import Form, sound_key
from reconcile.align.entities_links import is_full
from reconcile.measure.names import similarity
from reconcile.measure.names_sounds import is_same_sound
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention

Mentions = list[Mention[EntityValue]]
Clusters = Mapping[str, Sequence[Form]]
LEAST_FIT = 0.6


@frozen
class _Index:
    """Persons named in full: by each word of their names, those words by their sound, and where each report names them."""

    by_token: Mapping[str, tuple[str, ...]]
    by_sound: Mapping[str, tuple[str, ...]]
    starts: Mapping[tuple[str, str], tuple[int, ...]]


def assign_short_forms(clusters: Clusters) -> list[tuple[Sequence[Form], Mentions]]:
    """The clusters with their mentions; mentions of short forms are moved to the person they name, where that is one."""
    full = {root: fs for root, fs in clusters.items() if _is_person(fs) and any(is_full(f) for f in fs)}
    mentions: dict[str, Mentions] = {root: [m for f in fs for m in f.mentions] for root, fs in clusters.items()}
    index = _index(full)
    for root in sorted(clusters):
        if root in full or not (_is_person(clusters[root]) or _is_unread(clusters[root], index)):
            continue
        candidates = _fitting(clusters[root][0], index, full)
        kept: Mentions = []
        for mention in mentions[root]:
            owner = _owner(mention, candidates, index)
            (mentions[owner] if owner else kept).append(mention)
        mentions[root] = kept
    return [(clusters[root], found) for root, found in sorted(mentions.items()) if found]


def _is_person(members: Sequence[Form]) -> bool:
    return members[0].kind == "person"


def _is_unread(members: Sequence[Form], index: _Index) -> bool:
    """A single word that its own report could not read, when it is part of one person's name elsewhere."""
    form = members[0]
    return form.kind == "other" and len(form.tokens) == 1 and len(index.by_token.get(form.tokens[0], ())) == 1


def _index(full: Clusters) -> _Index:
    by_token: dict[str, set[str]] = defaultdict(set)
    by_sound: dict[str, set[str]] = defaultdict(set)
    starts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for root, members in full.items():
        for form in filter(is_full, members):
            for token in form.tokens:
                by_token[token].add(root)
                by_sound[sound_key(token)].add(token)
            for mention in form.mentions:
                starts[root, mention.report_id].append(mention.span.start)
    return _Index(
        {token: tuple(sorted(roots)) for token, roots in by_token.items()},
        {key: tuple(sorted(tokens)) for key, tokens in by_sound.items()},
        {place: tuple(sorted(found)) for place, found in starts.items()},
    )


def _owner(mention: Mention[EntityValue], candidates: Sequence[str], index: _Index) -> str | None:
    """The person in the same report that was last named in full before, then anyone of that name if there is but one."""
    here = {root: found for root in candidates if (found := index.starts.get((root, mention.report_id)))}
    before = [(s[at - 1], root) for root, s in here.items() if (at := bisect_right(s, mention.span.start))]
    if before:
        return max(before)[1]
    if here:
        return next(iter(here)) if len(here) == 1 else None
    return candidates[0] if len(candidates) == 1 else None


def _fitting(form: Form, index: _Index, full: Clusters) -> list[str]:
    """Clusters whose surname is this form's; its given name only where no surname is."""
    if not form.tokens:
        return []
    word = form.tokens[-1]
    alike = [t for t in index.by_sound.get(sound_key(word), ()) if is_same_sound(t, word)]
    roots = index.by_token.get(word) or tuple(sorted({root for token in alike for root in index.by_token[token]}))
    fitting = [r for r in roots if any(similarity(form.name, f.name, kind="person") >= LEAST_FIT for f in full[r])]
    by_surname = [r for r in fitting if any(_is_alike(f.tokens[-1], word) for f in full[r] if is_full(f))]
    return by_surname or fitting


def _is_alike(left: str, right: str) -> bool:
    return left == right or is_same_sound(left, right)
