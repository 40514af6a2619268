"""Acronyms introduced in brackets: "Harbour Safety Board (HSB)" and "HSB (Harbour Safety Board)"."""

from collections.abc import Sequence

from reconcile.extract.entities_drafts import Draft, Scene

_SKIPPED = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "to", "&"})


def is_acronym(text: str) -> bool:
    """Two to eight letters, mostly capitals, without blanks: "HSB", "UNHCR", "MoD", "U.S."."""
    plain = text.replace(".", "").replace("-", "").replace("&", "")
    return (
        2 <= len(plain) <= 8
        and plain.isalnum()
        and sum(ch.isupper() for ch in plain) * 2 > len(plain)
        and plain[0].isupper()
    )


def stands_for(acronym: str, name: str) -> bool:
    """Whether the letters of ``acronym`` are the initials of ``name``, small words left out or counted, in order."""
    letters = acronym.replace(".", "").replace("&", "").replace("-", "").casefold()
    parts = [w for w in name.replace("-", " ").replace("'", " ").split() if w != "s"]
    full = "".join(w[0] for w in parts).casefold()
    short = "".join(w[0] for w in parts if w.casefold() not in _SKIPPED).casefold()
    return len(letters) > 1 and letters in (full, short, full.removeprefix("t"))


def introduced(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that a bracketed acronym follows with it among their aliases, and the acronyms as mentions."""
    tokens = scene.tokens
    taken = {i for d in drafts for i in range(d.first, d.last)}
    result: list[Draft] = []
    for draft in drafts:
        at = draft.last
        is_bracketed = at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")"
        word = tokens[at + 1].text if is_bracketed else ""
        if (
            word
            and is_acronym(word)
            and draft.kind in ("organization", "event", "other", "place")
            and _fits(word, draft, scene)
        ):
            result.append(draft.evolved(aliases=(*draft.aliases, word)))
            if at + 1 not in taken:
                result.append(
                    Draft(
                        at + 1,
                        at + 2,
                        draft.kind,
                        draft.name,
                        "entities_acronyms.bracket",
                        draft.strength,
                        draft.key,
                        aliases=(word,),
                    )
                )
        else:
            result.append(draft)
    return result


def _fits(word: str, draft: Draft, scene: Scene) -> bool:
    name = scene.text(draft.first, draft.last)
    if stands_for(word, name) or stands_for(word, draft.name):
        return True
    # foreign names keep their own letters: "Islamic State of Iraq (ISIL)"; the first letter and one more must agree
    return draft.kind == "organization" and word[0].casefold() == name[0].casefold() and len(name.split()) >= 2
