"""Short forms of persons: a surname, a given name or initials alone go to the person that the report has named in full."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.align.entities_forms import Form
from reconcile.align.entities_links import is_full
from reconcile.measure.names import similarity
from reconcile.measure.names_sounds import is_same_sound
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention

Mentions = list[Mention[EntityValue]]


def assign_short_forms(clusters: Mapping[str, Sequence[Form]]) -> list[tuple[Sequence[Form], Mentions]]:
    """The clusters with their mentions; mentions of short forms are moved to the person they name, where that is one."""
    full = {
        root: members for root, members in clusters.items() if _is_person(members) and any(is_full(f) for f in members)
    }
    mentions: dict[str, Mentions] = {
        root: [m for f in members for m in f.mentions] for root, members in clusters.items()
    }
    index = _by_token(full)
    for root in sorted(clusters):
        if root in full or not (_is_person(clusters[root]) or _is_unread(clusters[root], index)):
            continue
        kept: Mentions = []
        for mention in mentions[root]:
            owner = _owner(mention, clusters[root][0], index, full)
            (mentions[owner] if owner else kept).append(mention)
        mentions[root] = kept
    return [(clusters[root], found) for root, found in sorted(mentions.items()) if found]


def _is_unread(members: Sequence[Form], index: Mapping[str, tuple[str, ...]]) -> bool:
    """A single word that its own report could not read, when it is part of one person's name elsewhere."""
    form = members[0]
    return form.kind == "other" and len(form.tokens) == 1 and len(index.get(form.tokens[0], ())) == 1


def _is_person(members: Sequence[Form]) -> bool:
    return members[0].kind == "person"


def _by_token(full: Mapping[str, Sequence[Form]]) -> Mapping[str, tuple[str, ...]]:
    """First and last tokens of full names to the clusters that bear them."""
    found: dict[str, set[str]] = defaultdict(set)
    for root, members in full.items():
        for form in members:
            if is_full(form):
                for token in (form.tokens[0], form.tokens[-1], *(form.tokens[1:-1])):
                    found[token].add(root)
    return {token: tuple(sorted(roots)) for token, roots in found.items()}


def _owner(
    mention: Mention[EntityValue], form: Form, index: Mapping[str, tuple[str, ...]], full: Mapping[str, Sequence[Form]]
) -> str | None:
    """The person in the same report that was last named in full before, then anyone of that name if there is but one."""
    candidates = _fitting(form, index, full)
    here = [
        (m.span.start, root)
        for root in candidates
        for f in full[root]
        for m in f.mentions
        if m.report_id == mention.report_id and is_full(f)
    ]
    before = [pair for pair in here if pair[0] <= mention.span.start]
    if before:
        return max(before)[1]
    if here:
        return min(here)[1] if len({root for _, root in here}) == 1 else None
    return candidates[0] if len(candidates) == 1 else None


def _fitting(form: Form, index: Mapping[str, tuple[str, ...]], full: Mapping[str, Sequence[Form]]) -> list[str]:
    """Clusters whose surname is this form's; its given name only where no surname is."""
    if not form.tokens:
        return []
    word = form.tokens[-1]
    roots = index.get(word) or tuple(
        sorted({r for t, rs in index.items() if t[:1] == word[:1] and is_same_sound(t, word) for r in rs})
    )
    fitting = [root for root in roots if any(similarity(form.name, f.name, kind="person") >= 0.6 for f in full[root])]
    by_surname = [r for r in fitting if any(_is_alike(f.tokens[-1], word) for f in full[r] if is_full(f))]
    return by_surname or fitting


def _is_alike(left: str, right: str) -> bool:
    return left == right or is_same_sound(left, right)
